// What plait adds to promises: cancelling, mutexes and channels.

// The states of the promises whose task was asked to end before it had ended.
const cancelledStates = $table_new();

// Asks the task of a promise to end: it gets an error where it waits, or at its next wait.
function cancelTask(promise): boolean {
  const state: $List = promiseState(promise);
  if (state[PROMISE_STATUS] !== PROMISE_PENDING) return false;
  $table_set(cancelledStates, state, true);
  const error = new Error("the task was cancelled");
  const inner = state[PROMISE_COROUTINE];
  if (inner === undefined) {
    rejectPromise(promise, error);
    return true;
  }
  const coroutine: $List = inner;
  if (!leaveWaiters(coroutine)) coroutine[COROUTINE_ERROR] = error;
  else enqueueMicrotask(coroutine, error, JOB_REJECTED);
  return true;
}

// Takes a coroutine out of those that wait for the promise that it awaits; whether it was among them.
function leaveWaiters(coroutine: $List): boolean {
  const awaited = coroutine[COROUTINE_AWAITS];
  if (awaited === undefined) return false;
  const state: $List = awaited;
  for (let i = PROMISE_WAITERS; i < state.length; i++) {
    if (state[i] === coroutine) {
      $array_remove(state, i, 1);
      return true;
    }
  }
  return false;
}

function resolvedPromise(value): any {
  const promise = newPromise();
  resolvePromise(promise, value);
  return promise;
}

// A mutex keeps a list: whether it is taken, and the promises of those who wait for it.
class Mutex {
  constructor() {
    $record_setInner(this, [false, []]);
  }

  lock() {
    const state: $List = $record_inner(this);
    if (!state[0]) {
      state[0] = true;
      return resolvedPromise(undefined);
    }
    const promise = newPromise();
    const waiting: $List = state[1];
    waiting.push(promise);
    return promise;
  }

  tryLock() {
    const state: $List = $record_inner(this);
    if (state[0]) return false;
    state[0] = true;
    return true;
  }

  unlock() {
    const state: $List = $record_inner(this);
    if (!state[0]) throw new Error("the mutex is not locked");
    const waiting: $List = state[1];
    if (waiting.length > 0) resolvePromise($$ARRAY_SHIFT(waiting), undefined);
    else state[0] = false;
  }

  get isLocked() {
    const state: $List = $record_inner(this);
    return state[0];
  }
}

// A channel keeps a list: how many values it may keep, whether it is closed, the values, the promises of those who receive,
// and for each who sends a value and the promise.
const CHANNEL_CAPACITY = 0;
const CHANNEL_CLOSED = 1;
const CHANNEL_KEPT = 2;
const CHANNEL_RECEIVERS = 3;
const CHANNEL_SENDERS = 4;

class Channel {
  constructor(capacity) {
    const count = capacity === undefined ? 0 : toNumber(capacity);
    if (!(count >= 0 && $$FTRUNC(count) === count)) throw new RangeError("Invalid channel capacity");
    $record_setInner(this, [count, false, [], [], []]);
  }

  send(value) {
    return sendToChannel($record_inner(this), value);
  }

  receive() {
    return receiveFromChannel($record_inner(this));
  }

  close() {
    closeChannel($record_inner(this));
  }

  get isClosed() {
    const channel: $List = $record_inner(this);
    return channel[CHANNEL_CLOSED];
  }

  get length() {
    const channel: $List = $record_inner(this);
    const kept: $List = channel[CHANNEL_KEPT];
    return kept.length;
  }

  async *[Symbol.asyncIterator]() {
    while (true) {
      const value = await receiveFromChannel($record_inner(this));
      if (value === undefined) return;
      yield value;
    }
  }
}

function sendToChannel(channel: $List, value): any {
  const promise = newPromise();
  const receivers: $List = channel[CHANNEL_RECEIVERS];
  const kept: $List = channel[CHANNEL_KEPT];
  if (channel[CHANNEL_CLOSED]) {
    rejectPromise(promise, new Error("the channel is closed"));
  } else if (receivers.length > 0) {
    resolvePromise($$ARRAY_SHIFT(receivers), value);
    resolvePromise(promise, undefined);
  } else if (kept.length < channel[CHANNEL_CAPACITY]) {
    kept.push(value);
    resolvePromise(promise, undefined);
  } else {
    const senders: $List = channel[CHANNEL_SENDERS];
    senders.push([value, promise]);
  }
  return promise;
}

function receiveFromChannel(channel: $List): any {
  const kept: $List = channel[CHANNEL_KEPT];
  const senders: $List = channel[CHANNEL_SENDERS];
  const promise = newPromise();
  if (kept.length > 0) {
    const value = $$ARRAY_SHIFT(kept);
    if (senders.length > 0) {
      const sender: $List = $$ARRAY_SHIFT(senders);
      kept.push(sender[0]);
      resolvePromise(sender[1], undefined);
    }
    resolvePromise(promise, value);
  } else if (senders.length > 0) {
    const sender: $List = $$ARRAY_SHIFT(senders);
    resolvePromise(sender[1], undefined);
    resolvePromise(promise, sender[0]);
  } else if (channel[CHANNEL_CLOSED]) {
    resolvePromise(promise, undefined);
  } else {
    const receivers: $List = channel[CHANNEL_RECEIVERS];
    receivers.push(promise);
  }
  return promise;
}

function closeChannel(channel: $List): void {
  if (channel[CHANNEL_CLOSED]) return;
  channel[CHANNEL_CLOSED] = true;
  const receivers: $List = channel[CHANNEL_RECEIVERS];
  const senders: $List = channel[CHANNEL_SENDERS];
  while (receivers.length > 0) resolvePromise($$ARRAY_SHIFT(receivers), undefined);
  while (senders.length > 0) {
    const sender: $List = $$ARRAY_SHIFT(senders);
    rejectPromise(sender[1], new Error("the channel is closed"));
  }
}
