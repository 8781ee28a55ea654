// Channels, and waiting for one of several.

// A channel keeps a list: the mark, how many values it may keep, whether it is closed, the values, who receives, and who sends.
// Who receives is a list: the promise, and the name under which a `select` knows the channel, undefined for others.
// Who sends is such a list with the value behind.
const CHANNEL_CAPACITY = 1;
const CHANNEL_CLOSED = 2;
const CHANNEL_KEPT = 3;
const CHANNEL_RECEIVERS = 4;
const CHANNEL_SENDERS = 5;
const channelMark = $symbol_new("channel");

class Channel {
  constructor(capacity) {
    if (this === undefined) throw new TypeError("Class constructor Channel cannot be invoked without 'new'");
    const count = capacity === undefined ? 0 : toNumber(capacity);
    if (!(count >= 0 && $$FTRUNC(count) === count)) throw new RangeError("Invalid channel capacity");
    $record_setInner(this, [channelMark, count, false, [], [], []]);
  }

  send(value) {
    return sendToChannel(keptBy(this, channelMark, "Channel.prototype.send"), value);
  }

  trySend(value) {
    const channel = keptBy(this, channelMark, "Channel.prototype.trySend");
    if (channel[CHANNEL_CLOSED]) throw channelClosed();
    return sendAtOnce(channel, value);
  }

  receive() {
    return receiveFromChannel(keptBy(this, channelMark, "Channel.prototype.receive"));
  }

  tryReceive() {
    const channel = keptBy(this, channelMark, "Channel.prototype.tryReceive");
    return hasValue(channel) ? takeValue(channel) : undefined;
  }

  sending(value) {
    return newSending(keptBy(this, channelMark, "Channel.prototype.sending"), value);
  }

  close() {
    closeChannel(keptBy(this, channelMark, "Channel.prototype.close"));
  }

  get isClosed() {
    return keptBy(this, channelMark, "get Channel.prototype.isClosed")[CHANNEL_CLOSED];
  }

  get length() {
    const kept: $List = keptBy(this, channelMark, "get Channel.prototype.length")[CHANNEL_KEPT];
    return kept.length;
  }

  async *[Symbol.asyncIterator]() {
    while (true) {
      const value = await receiveFromChannel(keptBy(this, channelMark, "Channel.prototype[Symbol.asyncIterator]"));
      if (value === undefined) return;
      yield value;
    }
  }

  static {
    $property_define(Channel.prototype, symbolToStringTag, "Channel", IS_CONFIGURABLE);
  }
}

function channelClosed(): any {
  return new Error("the channel is closed");
}

function sendToChannel(channel: $List, value): any {
  if (channel[CHANNEL_CLOSED]) {
    const promise = newPromise();
    rejectPromise(promise, channelClosed());
    return promise;
  }
  if (sendAtOnce(channel, value)) return resolvedPromise(undefined);
  const promise = newWait(WAIT_SENDING, undefined);
  const senders: $List = channel[CHANNEL_SENDERS];
  joinWaiting(senders, [promise, undefined, value]);
  return promise;
}

// Gives a value to who waits for one, or keeps it if there is room; whether that was so.
function sendAtOnce(channel: $List, value): boolean {
  const receiver = nextWaiting(channel[CHANNEL_RECEIVERS]);
  if (receiver !== undefined) {
    answerReceiver(receiver, value, false);
    return true;
  }
  const kept: $List = channel[CHANNEL_KEPT];
  if (kept.length >= channel[CHANNEL_CAPACITY]) return false;
  kept.push(value);
  return true;
}

function answerReceiver(receiver: $List, value, isClosed: boolean): void {
  if (receiver[1] === undefined) resolvePromise(receiver[0], value);
  else answerSelect(receiver[0], selected(receiver[1], value, isClosed));
}

function answerSelect(promise, found): void {
  endWait($record_inner(promise));
  resolvePromise(promise, found);
}

function receiveFromChannel(channel: $List): any {
  if (hasValue(channel)) return resolvedPromise(takeValue(channel));
  if (channel[CHANNEL_CLOSED]) return resolvedPromise(undefined);
  const promise = newWait(WAIT_RECEIVING, undefined);
  const receivers: $List = channel[CHANNEL_RECEIVERS];
  joinWaiting(receivers, [promise, undefined]);
  return promise;
}

// Whether somebody who receives would get a value at once.
function hasValue(channel: $List): boolean {
  const kept: $List = channel[CHANNEL_KEPT];
  if (kept.length > 0) return true;
  const senders: $List = channel[CHANNEL_SENDERS];
  while (senders.length > 0) {
    const first: $List = senders[0];
    if (isPending(first[0])) return true;
    $$ARRAY_SHIFT(senders);
  }
  return false;
}

// The next value, which is there. Who waits to send keeps theirs in the room that this makes.
function takeValue(channel: $List): any {
  const kept: $List = channel[CHANNEL_KEPT];
  const sender = nextWaiting(channel[CHANNEL_SENDERS]);
  if (kept.length === 0) {
    answerSender(sender);
    return sender[2];
  }
  const value = $$ARRAY_SHIFT(kept);
  if (sender !== undefined) {
    kept.push(sender[2]);
    answerSender(sender);
  }
  return value;
}

function answerSender(sender: $List): void {
  if (sender[1] === undefined) resolvePromise(sender[0], undefined);
  else answerSelect(sender[0], selected(sender[1], undefined, false));
}

function closeChannel(channel: $List): void {
  if (channel[CHANNEL_CLOSED]) return;
  channel[CHANNEL_CLOSED] = true;
  while (true) {
    const receiver = nextWaiting(channel[CHANNEL_RECEIVERS]);
    if (receiver === undefined) break;
    answerReceiver(receiver, undefined, true);
  }
  while (true) {
    const sender = nextWaiting(channel[CHANNEL_SENDERS]);
    if (sender === undefined) break;
    endWait($record_inner(sender[0]));
    rejectPromise(sender[0], channelClosed());
  }
}

// What `channel.sending(value)` gives: it keeps the mark, the channel and the value.
const sendingMark = $symbol_new("sending");

class Sending {
  constructor() {
    throw new TypeError("Illegal constructor");
  }

  get value() {
    return keptBy(this, sendingMark, "get Sending.prototype.value")[2];
  }

  static {
    $property_define(Sending.prototype, symbolToStringTag, "Sending", IS_CONFIGURABLE);
  }
}

function newSending(channel: $List, value): any {
  const sending = $record_new(Sending.prototype);
  $record_setInner(sending, [sendingMark, channel, value]);
  return sending;
}

// What a `select` gives.
function selected(name, value, isClosed: boolean): any {
  return { from: name, value, isClosed };
}

// The first of the channels that can be received from, or sent to, in the order in which they are named; if there is none,
// which ever is the next.
function select(channels, options) {
  if (!$value_isObject(channels)) throw new TypeError("select takes an object of channels");
  const names: $List = $property_keys(channels, 1);
  const cases: $List = [];
  for (let i = 0; i < names.length; i++) cases.push(caseOf(getElement(channels, names[i]), names[i]));
  const given = options === undefined || options === null ? undefined : options.timeout;
  const timeout = given === undefined ? -1 : toNumber(given);
  if (given !== undefined) {
    if (!(timeout >= 0)) throw new RangeError("Invalid timeout");
    if ($array_indexOf_any(names, "timeout", 0) >= 0) throw new TypeError("a channel of this select cannot be named timeout");
  }
  for (let i = 0; i < cases.length; i++) {
    const found = selectAtOnce(cases[i], names[i]);
    if (found !== undefined) return resolvedPromise(found);
  }
  if (timeout === 0) return resolvedPromise(selected("timeout", undefined, false));
  const promise = newWait(WAIT_SELECTING, undefined);
  for (let i = 0; i < cases.length; i++) joinQueue(cases[i], promise, names[i]);
  if (given !== undefined && timeout <= LONGEST_DELAY) {
    const timer = newDeadline(() => {
      if (isPending(promise)) resolvePromise(promise, selected("timeout", undefined, false));
    }, timeout);
    const state: $List = $record_inner(promise);
    state[PROMISE_COROUTINE] = [WAIT_SELECTING, undefined, () => clearTimer(timer)];
  }
  return promise;
}

// A case of a `select` is a list: the channel, whether it is sent to, and the value.
function caseOf(x, name: string): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const kept: $List = inner;
    if (kept.length > 0 && kept[0] === channelMark) return [kept, false, undefined];
    if (kept.length > 0 && kept[0] === sendingMark) return [kept[1], true, kept[2]];
  }
  throw new TypeError("select takes channels, and what their method sending gives; " + name + " is " + describe(x));
}

function selectAtOnce(item: $List, name): any {
  const channel: $List = item[0];
  if (item[1]) {
    if (channel[CHANNEL_CLOSED]) throw channelClosed();
    return sendAtOnce(channel, item[2]) ? selected(name, undefined, false) : undefined;
  }
  if (hasValue(channel)) return selected(name, takeValue(channel), false);
  return channel[CHANNEL_CLOSED] ? selected(name, undefined, true) : undefined;
}

function joinQueue(item: $List, promise, name): void {
  const channel: $List = item[0];
  const queue: $List = channel[item[1] ? CHANNEL_SENDERS : CHANNEL_RECEIVERS];
  joinWaiting(queue, [promise, name, item[2]]);
}
