// What promises wait for, and how that is cancelled.

// What a promise waits for that is no coroutine's result: a list of one of these, which the host knows as well, of what
// belongs to it, and for WAIT_GROUP of the function that cancels the group, for WAIT_SELECTING of one for the end of the wait.
// It stands where the coroutine stands else.
const WAIT_PROMISE = 0;
const WAIT_TASK = 1;
const WAIT_MUTEX = 2;
const WAIT_SENDING = 3;
const WAIT_RECEIVING = 4;
const WAIT_PERMIT = 5;
const WAIT_SELECTING = 6;
const WAIT_GROUP = 7;
const WAIT_ALL = 8;
const WAIT_KIND = 0;
const WAIT_TARGET = 1;
const WAIT_CANCEL = 2;

// The coroutine of a task that was started as such has this behind what all have: to cancel it cancels what it waits for.
const TASK_MARK = 4;
const taskMark = $symbol_new("task");

// The prototype of the errors of cancelled tasks, once there is one.
let cancelledPrototype: any = undefined;

class CancelledError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(CancelledError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(CancelledError, "CancelledError");
  }
}

function newCancellation(cause): any {
  const error = cause === undefined
    ? new CancelledError("the task was cancelled")
    : new CancelledError("the task was cancelled", { cause });
  cancelledPrototype = CancelledError.prototype;
  return error;
}

// Whether it is the error of a cancelled task, which nobody has to handle.
function isCancellation(reason): boolean {
  return cancelledPrototype !== undefined && $value_isObject(reason) && $record_prototype(reason) === cancelledPrototype;
}

// Asks the task of a promise to end: it gets an error where it waits, or at its next wait.
function cancelTask(promise): boolean {
  return cancelState(promiseState(promise), newCancellation(undefined), false);
}

// `isDeep`: as of a task, also of a call. Asking once more changes nothing.
function cancelState(state: $List, error, isDeep: boolean): boolean {
  if (state[PROMISE_STATUS] !== PROMISE_PENDING) return false;
  if (state[0] === cancelledMark) return true;
  state[0] = cancelledMark;
  const inner = state[PROMISE_COROUTINE];
  if (inner === undefined) abandon(state, error);
  else if (isWait(inner)) cancelWait(state, inner, error, isDeep);
  else cancelCoroutine(state, inner, error, isDeep);
  return true;
}

function isWait(inner: $List): boolean {
  return typeof inner[0] === "number";
}

function isOfTask(coroutine: $List): boolean {
  return coroutine.length === TASK_MARK + 1 && coroutine[TASK_MARK] === taskMark;
}

// Nobody gives what the promise waits for any more: who has it in a queue leaves it out.
function abandon(state: $List, error): void {
  state[PROMISE_HANDLED] = true;
  endWait(state);
  settle(state, JOB_REJECTED, error);
}

// What has a time to wait needs it no more.
function endWait(state: $List): void {
  const inner = state[PROMISE_COROUTINE];
  if (inner !== undefined && inner[WAIT_KIND] === WAIT_SELECTING) {
    const wait: $List = inner;
    if (wait.length > WAIT_CANCEL) $call(wait[WAIT_CANCEL], undefined);
  }
}

function cancelWait(state: $List, wait: $List, error, isDeep: boolean): void {
  const kind = wait[WAIT_KIND];
  if (kind === WAIT_GROUP) $call(wait[WAIT_CANCEL], undefined, error);
  else if (!isDeep || kind !== WAIT_ALL || !cancelMembers(wait[WAIT_TARGET], error)) abandon(state, error);
}

function cancelCoroutine(state: $List, given: $List, error, isDeep: boolean): void {
  const isTask = isOfTask(given);
  if (isTask && given[COROUTINE_TASK] === undefined) {
    abandon(state, error);
    return;
  }
  interrupt(given, error, isDeep || isTask);
}

// Gives a coroutine an error. In a task, those get it that it waits for and nobody else, the innermost first: their ends
// bring it to the others.
function interrupt(given: $List, error, isDeep: boolean): void {
  interruptBy(given, [error, false, isDeep]);
}

function interruptBy(given: $List, pending: $List): void {
  const error = pending[0];
  const isDeep: boolean = pending[2];
  let coroutine: $List = given;
  while (true) {
    const place = placeOfWaiter(coroutine);
    if (place < 0) {
      // It runs, or will without another wait. Who waits for it gets the error if it ends without one.
      let current: $List = given;
      while (true) {
        current[COROUTINE_ERROR] = pending;
        if (current === coroutine) return;
        current = current[COROUTINE_AWAITS][PROMISE_COROUTINE];
      }
    }
    const state: $List = coroutine[COROUTINE_AWAITS];
    const inner = state[PROMISE_COROUTINE];
    const isAlone = state.length === PROMISE_WAITERS + 1;
    if (inner !== undefined && isWait(inner)) {
      if (inner[WAIT_KIND] === WAIT_GROUP && isAlone) {
        pending[1] = true;
        $call(inner[WAIT_CANCEL], undefined, error);
        return;
      }
      if (isDeep && inner[WAIT_KIND] === WAIT_ALL && isAlone && cancelMembers(inner[WAIT_TARGET], error)) {
        pending[1] = true;
        return;
      }
    } else if (isDeep && inner !== undefined && isAlone && !isOfTask(inner)) {
      state[0] = cancelledMark;
      coroutine = inner;
      continue;
    }
    pending[1] = true;
    $array_remove(state, place, 1);
    if (state.length === PROMISE_WAITERS && (inner === undefined || isWait(inner))) abandon(state, error);
    enqueueMicrotask(coroutine, error, JOB_REJECTED);
    return;
  }
}

// The error that a coroutine is to get at its next wait, which is what it now has got; undefined for none. It is in a list with
// whether anybody has got it, of those who were to, and whether it is for what is waited for as well.
function takePending(coroutine: $List): any {
  const given = coroutine[COROUTINE_ERROR];
  if (given === undefined) return undefined;
  coroutine[COROUTINE_ERROR] = undefined;
  const pending: $List = given;
  if (pending[1]) return undefined;
  pending[1] = true;
  return pending[0];
}

function throwPending(coroutine: $List): void {
  const error = takePending(coroutine);
  if (error !== undefined) throw error;
}

// A coroutine that is to get an error is about to wait for a promise. What has been done, as a lock that was taken at once, is
// not lost: it gets that, and the error at its next wait. What has only begun is cancelled.
function beCancelledAt(coroutine: $List, state: $List): void {
  const inner = state[PROMISE_COROUTINE];
  const pending: $List = coroutine[COROUTINE_ERROR];
  const isDeep: boolean = pending[2];
  const isWaiting = inner !== undefined && isWait(inner);
  if (isWaiting && state[PROMISE_STATUS] !== PROMISE_PENDING) return;
  const isAlone = state[PROMISE_STATUS] === PROMISE_PENDING && state.length === PROMISE_WAITERS;
  if (inner !== undefined && isAlone && !isWaiting && isDeep && !isOfTask(inner)) {
    if (pending[1]) return;
    interruptBy(inner, pending);
    if (pending[1]) {
      state[0] = cancelledMark;
      return;
    }
  }
  const error = takePending(coroutine);
  if (error === undefined) return;
  if (isWaiting && isAlone) {
    cancelWait(state, inner, error, isDeep);
    if (state[PROMISE_STATUS] === PROMISE_PENDING) return;
  }
  throw error;
}

// Where a coroutine stands among those that wait for the promise that it awaits; -1 if it does not wait.
function placeOfWaiter(coroutine: $List): number {
  const awaited = coroutine[COROUTINE_AWAITS];
  if (awaited === undefined) return -1;
  const state: $List = awaited;
  for (let i = PROMISE_WAITERS; i < state.length; i++) if (state[i] === coroutine) return i;
  return -1;
}

// Cancels the calls and waits among the promises that another one waits for; whether there were any, so that it is told.
function cancelMembers(members: $List, error): boolean {
  let isTold = false;
  for (let i = 0; i < members.length; i++) {
    const state: $List = members[i];
    const inner = state[PROMISE_COROUTINE];
    const isAlone = state.length === PROMISE_WAITERS + 1;
    if (state[PROMISE_STATUS] !== PROMISE_PENDING || inner === undefined || !isAlone) continue;
    if (!isWait(inner) && isOfTask(inner)) continue;
    cancelState(state, error, true);
    isTold = true;
  }
  return isTold;
}

// Who waits joins a queue. Of those who do not wait any more it is freed now and then.
function joinWaiting(queue: $List, entry: $List): void {
  const length = queue.length;
  if (length >= 16 && (length & (length - 1)) === 0) {
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const other: $List = queue[i];
      if (isPending(other[0])) {
        queue[kept] = other;
        kept++;
      }
    }
    $$ARRAY_TRUNCATE(queue, kept);
  }
  queue.push(entry);
}

// A promise of something that is waited for.
function newWait(kind: number, target): any {
  const promise = newPromise();
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = [kind, target];
  return promise;
}

function isPending(promise): boolean {
  const state: $List = $record_inner(promise);
  return state[PROMISE_STATUS] === PROMISE_PENDING;
}

// Takes the first out of a queue who still waits; undefined if there is none. Who waits is a list that begins with a promise.
function nextWaiting(queue: $List): any {
  while (queue.length > 0) {
    const entry: $List = $$ARRAY_SHIFT(queue);
    if (isPending(entry[0])) return entry;
  }
  return undefined;
}

// A promise of something that has been done without waiting.
function resolvedPromise(value): any {
  const promise = newWait(WAIT_PROMISE, undefined);
  resolvePromise(promise, value);
  return promise;
}

// What an object of a class keeps, a list that begins with the mark of the class.
function keptBy(self, mark, method: string): $List {
  const inner = $record_inner(self);
  if ($value_kind(inner) === KIND_LIST) {
    const kept: $List = inner;
    if (kept.length > 0 && kept[0] === mark) return kept;
  }
  throw incompatible(method, self);
}
