// What the embedding program asks of a program, all through one function, so that a program has to name only that.
// The numbers of the operations stand in `vm/host/operations.py` as well.
const SERVE_CALL = 0;
const SERVE_START = 1;
const SERVE_SETTLE = 2;
const SERVE_WATCH = 3;
const SERVE_PUMP = 4;
const SERVE_RESOLVE = 5;
const SERVE_REJECT = 6;
const SERVE_NEW_PROMISE = 7;
const SERVE_CANCEL = 8;
const SERVE_REVIVE = 9;
const SERVE_DESCRIBE = 10;
const SERVE_GET = 11;
const SERVE_SET = 12;
const SERVE_DELETE = 13;
const SERVE_HAS = 14;
const SERVE_KEYS = 15;
const SERVE_LENGTH = 16;
const SERVE_LIST = 17;
const SERVE_TEXT = 18;
const SERVE_CONSTRUCT = 19;
const SERVE_ITERATOR = 20;
const SERVE_THROWN = 21;
const SERVE_IS_ITERABLE = 22;
const SERVE_FORGET = 23;
const SERVE_BEGIN = 24;
const SERVE_AT_ONCE = 25;

function serveHost(operation: number, a, b, c): any {
  if (operation === SERVE_CALL) return callForHost(a, b, c);
  if (operation === SERVE_START) return callWith(a, b, c);
  if (operation === SERVE_SETTLE) return settledForHost(a);
  if (operation === SERVE_WATCH) return watchForHost(a, b);
  if (operation === SERVE_PUMP) return pumpForHost();
  if (operation === SERVE_RESOLVE) resolvePromise(a, b);
  else if (operation === SERVE_REJECT) rejectPromise(a, caught(b));
  else if (operation === SERVE_NEW_PROMISE) return newPromise();
  else if (operation === SERVE_CANCEL) return cancelForHost(a);
  else if (operation === SERVE_REVIVE) return reviveForHost(a, b, c);
  else if (operation === SERVE_DESCRIBE) return describeForHost(a);
  else if (operation === SERVE_FORGET) return forgetForHost(a, b);
  else if (operation === SERVE_BEGIN) return beginForHost(a, b, c);
  else if (operation === SERVE_AT_ONCE) return callAtOnce(a, c);
  else return serveObject(operation, caught(a), b, c);
  return undefined;
}

// What the host does with an object that it holds.
function serveObject(operation: number, a, b, c): any {
  if (operation === SERVE_GET) return getElement(a, b);
  if (operation === SERVE_SET) setElement(a, b, c);
  else if (operation === SERVE_DELETE) return deleteProperty(a, b);
  else if (operation === SERVE_HAS) return hasProperty(b, a);
  else if (operation === SERVE_KEYS) return $property_keys(a, 1);
  else if (operation === SERVE_LENGTH) return lengthForHost(a);
  else if (operation === SERVE_LIST) return listOf(a);
  else if (operation === SERVE_TEXT) return inspect(a, 2);
  else if (operation === SERVE_CONSTRUCT) return construct(a, b);
  else if (operation === SERVE_ITERATOR) return asyncIterator(a);
  else if (operation === SERVE_THROWN) return thrown(a);
  else if (operation === SERVE_IS_ITERABLE) return typeof getElement(a, symbolIterator) === "function";
  return undefined;
}

function lengthForHost(x): any {
  const length = getElement(x, "length");
  if (typeof length === "number") return length;
  const size = getElement(x, "size");
  return typeof size === "number" && typeof x.$toHost === "function" ? size : $property_keys(x, 1).length;
}

// The calls that are not over, by number.
const hostCalls = $table_new();

// Calls a function, and lets the program go on until its promise is settled. What a function of the host calls belongs to
// the call that this one runs for.
function callForHost(f, receiver, given): any {
  const outer = runningCall;
  if (outer === undefined) {
    runningCall = [false, 0];
    passTime();
  }
  try {
    return settledForHost(callWith(f, receiver, given));
  } finally {
    runningCall = outer;
  }
}

// Calls a function by itself: what it starts can be given up by the number, which is also that of who waits for it.
function beginForHost(f, id, given): any {
  const outer = runningCall;
  runningCall = [false, id];
  passTime();
  $table_set(hostCalls, id, runningCall);
  let hasReturned = false;
  try {
    const result = callWith(f, undefined, given);
    hasReturned = true;
    return result;
  } finally {
    runningCall = outer;
    if (!hasReturned) $table_delete(hostCalls, id);
  }
}

// The number of the last call that the program has numbered by itself: those of the host are positive.
let lastOwnCall: number = 0;

// How the host names that call while it has not been told its number.
const LAST_OWN_CALL = 0;

// Calls a function by itself, and lets run what can: whether the call waits for something, its result, or its number if it
// waits, and in how many milliseconds something more can run, -1 if nothing is waited for but the host.
function callAtOnce(f, given): any {
  const id = lastOwnCall - 1;
  lastOwnCall = id;
  const result = beginForHost(f, id, given);
  const inner = promiseState(result);
  if (inner === undefined) {
    $table_delete(hostCalls, id);
    const isDone = eventWait === undefined && microtasks.length === 0 && lonelyRejections.length === 0;
    return [false, result, isDone ? -1 : 0];
  }
  const state: $List = inner;
  state[PROMISE_HANDLED] = true;
  const wait = pumpForCall(id);
  if (state[PROMISE_STATUS] === PROMISE_PENDING) {
    watchForHost(result, id);
    const call: $List = $table_get(hostCalls, id);
    call.push(result);
    return [true, id, wait];
  }
  $table_delete(hostCalls, id);
  if (state[PROMISE_STATUS] === JOB_REJECTED) throw state[PROMISE_VALUE];
  return [false, state[PROMISE_VALUE], wait];
}

// Lets run what can; the call of a number is given up if that fails.
function pumpForCall(id: number): number {
  let isOver = true;
  try {
    const wait = pumpForHost();
    isOver = false;
    return wait;
  } finally {
    if (isOver) giveUp($table_get(hostCalls, id));
  }
}

// Cancels the task of a promise, or of the call of a number, with all it waits for.
function cancelForHost(promise): boolean {
  if (typeof promise !== "number") return cancelState(promiseState(promise), newCancellation(undefined), true);
  const call = $table_get(hostCalls, promise);
  if ($value_kind(call) !== KIND_LIST) return false;
  const known: $List = call;
  return cancelState(promiseState(known[CALL_PROMISE]), newCancellation(undefined), true);
}

// Gives up the call of a number, or the one in the midst of which the host has stopped the program; and all others, if
// nobody waits for them. The number of the call that was stopped so, 0 for none.
function forgetForHost(id, isAll): number {
  const stopped = runningCall;
  runningCall = undefined;
  if (eventMend !== undefined) $call(eventMend, undefined);
  if (isAll === true) forgetMicrotasks();
  if (id !== undefined) giveUp($table_get(hostCalls, id === LAST_OWN_CALL ? lastOwnCall : id));
  if (stopped === undefined) return 0;
  return giveUp(stopped);
}

function giveUp(call): number {
  if ($value_kind(call) !== KIND_LIST) return 0;
  const given: $List = call;
  given[CALL_GIVEN_UP] = true;
  const id: number = given[CALL_NUMBER];
  $table_delete(hostCalls, id);
  return id;
}

// Lets the program go on until a promise has been settled; everything else is given as it is.
function settledForHost(result): any {
  const inner = promiseState(result);
  if (inner === undefined) {
    drainMicrotasks();
    return result;
  }
  const state: $List = inner;
  state[PROMISE_HANDLED] = true;
  drainMicrotasks();
  while (state[PROMISE_STATUS] === PROMISE_PENDING && eventSource !== undefined && $call(eventSource, undefined) === true) {
    drainMicrotasks();
  }
  if (state[PROMISE_STATUS] === PROMISE_PENDING) {
    const waiting = state[PROMISE_COROUTINE];
    if (waiting !== undefined && !isWait(waiting)) endInDeadlock(waiting);
    throw new Error("the promise can never be settled: nothing is left that the program waits for");
  }
  if (state[PROMISE_STATUS] === JOB_REJECTED) throw state[PROMISE_VALUE];
  return state[PROMISE_VALUE];
}

// Lets the host know, by a number, when a promise has been settled; false for anything else.
function watchForHost(promise, id): boolean {
  const inner = promiseState(promise);
  if (inner === undefined) {
    $table_delete(hostCalls, id);
    return false;
  }
  subscribe(
    inner,
    newReaction((value) => tellHost(id, false, value), (reason) => tellHost(id, true, reason), newPromise()),
  );
  return true;
}

function tellHost(id, isRejected: boolean, value): void {
  $table_delete(hostCalls, id);
  $host_settled(id, isRejected, value);
}

// Runs all that can run now; in how many milliseconds something more can, -1 if nothing is waited for but the host.
function pumpForHost(): number {
  drainMicrotasks();
  while (eventWait !== undefined) {
    const wait: number = $call(eventWait, undefined);
    if (wait !== 0) return wait;
    $call(eventSource, undefined);
    drainMicrotasks();
  }
  return -1;
}

// Values of which the host has given descriptions: each stands in a list or object under a key, and may have others inside
// of it, which come before it. `classes` are those that the program names.
const REVIVE_DATE = 0;
const REVIVE_MAP = 1;
const REVIVE_SET = 2;
const REVIVE_BYTES = 3;
const REVIVE_ERROR = 4;
const REVIVE_FUNCTION = 5;
const REVIVE_ITERABLE = 6;

function reviveForHost(root, specials: $List, classes): any {
  for (let i = 0; i < specials.length; i += 3) {
    const made = revived(specials[i + 2], classes);
    if ($value_kind(specials[i]) === KIND_LIST) setElement(specials[i], specials[i + 1], made);
    else $property_define(specials[i], toKey(specials[i + 1]), made, 7);
  }
  const holder: $List = root;
  return holder[0];
}

function revived(description: $List, classes): any {
  const kind: number = description[0];
  if (kind <= REVIVE_BYTES) {
    const C = getElement(classes, kind);
    return kind === REVIVE_BYTES ? bytesOfBuffer(C, description[1]) : construct(C, [description[1]]);
  }
  if (kind === REVIVE_ERROR) return revivedError(description);
  if (kind === REVIVE_ITERABLE) return iterableOfHost(description[1]);
  return functionOfHost(description[1]);
}

// A typed array of bytes whose buffer is given: an empty one gets it.
function bytesOfBuffer(C, buffer): any {
  const made = construct(C, [0]);
  const view = $record_inner(made);
  const owner = $bytes_owner(view);
  $record_setInner(owner, buffer);
  $record_setInner(made, $bytes_newView(buffer, owner, $bytes_view(view, VIEW_ELEMENT), 0, $bytes_length(buffer)));
  return made;
}

// The functions that stand for those of the host, by number.
const hostFunctions = $table_new();

function functionOfHost(id): any {
  const known = $table_get(hostFunctions, id);
  if (!$value_isAbsent(known)) return known;
  const made = (...args) => $host_call(id, args);
  $table_set(hostFunctions, id, made);
  return made;
}

function revivedError(description: $List): any {
  const name: string = description[1];
  const error = new Error(description[2]);
  if (name !== "Error") $property_define(error, "name", name, IS_WRITABLE | IS_CONFIGURABLE);
  if (description.length > 3) $property_define(error, "cause", description[3], IS_WRITABLE | IS_CONFIGURABLE);
  return error;
}

// An asynchronous iterable of the host, whose functions stand in the list: for the next value and for the end.
function iterableOfHost(functions): any {
  const made = newObject();
  const list: $List = functions;
  $property_define(made, "next", list[0], 5);
  $property_define(made, "return", list[1], 5);
  $property_define(made, symbolAsyncIterator, () => made, 5);
  return made;
}

// What values are that are no plain data: each is described by a list, whose first element says what follows.
const DESCRIBED_FUNCTION = 0;
const DESCRIBED_ERROR = 1;
const DESCRIBED_OBJECT = 2;
const DESCRIBED_OTHER = 3;
const DESCRIBED_PROMISE = 4;
const DESCRIBED_DATE = 5;
const DESCRIBED_MAP = 6;
const DESCRIBED_SET = 7;
const DESCRIBED_BYTES = 8;
const DESCRIBED_LIST = 9;

function describeForHost(values: $List): any {
  const made: $List = [];
  for (let i = 0; i < values.length; i++) made.push(descriptionForHost(values[i]));
  return made;
}

function descriptionForHost(given): any {
  const value = caught(given);
  const kind = $value_kind(value);
  if (kind === KIND_FUNCTION) return [DESCRIBED_FUNCTION];
  if (kind !== KIND_RECORD) return [DESCRIBED_OTHER];
  const inner = $record_inner(value);
  if (inner === undefined) return [DESCRIBED_OBJECT, plainForHost(value)];
  if ($value_kind(inner) === KIND_ERROR) return errorForHost(value);
  if (promiseState(value) !== undefined) return [DESCRIBED_PROMISE];
  if ($bytes_isBuffer(inner)) return [DESCRIBED_BYTES, inner, 0, $bytes_length(inner)];
  if ($bytes_view(inner, VIEW_ELEMENT) >= 0) return viewForHost(value, inner);
  if ($value_kind(inner) === KIND_LIST && inner.length === 2 && inner[1] === dateMark) return [DESCRIBED_DATE, inner[0]];
  const method = value.$toHost;
  return typeof method === "function" ? $call(method, value) : [DESCRIBED_OTHER];
}

// A copy of an object's properties, for which its getters are asked.
function plainForHost(value): any {
  const copy = newObject();
  const keys: $List = $property_keys(value, 1);
  for (let i = 0; i < keys.length; i++) $property_define(copy, keys[i], getElement(value, keys[i]), 7);
  return copy;
}

// Name, message, stack, own properties, then the cause if there is one.
function errorForHost(error): any {
  const made: $List = [
    DESCRIBED_ERROR,
    errorPart(error, "name", "Error"),
    errorPart(error, "message", ""),
    error.stack,
    plainForHost(error),
  ];
  if ($property_attributes(error, "cause") >= 0) made.push(error.cause);
  return made;
}

// The bytes of a view, or the list of its elements.
function viewForHost(value, view): any {
  const length = $bytes_view(view, VIEW_LENGTH);
  const element = $bytes_view(view, VIEW_ELEMENT);
  if (element === ELEMENT_ANY || element === ELEMENT_CLAMPED || element === ELEMENT_CLAMPED - 1) {
    return [DESCRIBED_BYTES, $record_inner($bytes_owner(view)), $bytes_view(view, VIEW_OFFSET), length];
  }
  const items: $List = [];
  for (let i = 0; i < length; i++) items.push($element_get(value, i));
  return [DESCRIBED_LIST, items];
}

// The keys of a table, or its keys and values in pairs.
function tableForHost(table, hasValues: boolean): any {
  const made: $List = [];
  let cursor = $table_next(table, 0);
  while (cursor >= 0) {
    const key = $table_key(table, cursor);
    made.push(hasValues ? [key, $table_value(table, cursor)] : key);
    cursor = $table_next(table, cursor);
  }
  return made;
}
