// The queue of microtasks, and how a program runs: its top level, microtasks, rejections nobody handled, timers.

// What the third word of a microtask says; 0 and 1 are the states of the promise that a reaction waited for.
const JOB_FULFILLED = 0;
const JOB_REJECTED = 1;
const JOB_THENABLE = 2;
const JOB_CALLBACK = 3;

// Three words for each microtask: what runs, what it is given, which kind it is. A callback is given the call that it belongs
// to.
const microtasks: $List = [];
let microtaskHead: number = 0;

// The call of the host that what runs belongs to: a list of whether it was given up and of its number, and of its promise if
// it is known by the number alone; undefined for none.
// What it starts belongs to it as well, and does not run once it was given up.
let runningCall: any = undefined;
const CALL_GIVEN_UP = 0;
const CALL_NUMBER = 1;
const CALL_PROMISE = 2;

// The states of promises that were rejected while nobody listened.
const lonelyRejections: $List = [];

// A function that does the next thing that is due besides microtasks and says whether there was one; set by timers.
let eventSource: any = undefined;

// A function that says in how many milliseconds that will be, -1 if there is nothing that the program waits for.
let eventWait: any = undefined;

// A function that puts in order what the host has stopped the program in the midst of.
let eventMend: any = undefined;

function enqueueMicrotask(what, value, kind: number): void {
  microtasks.push(what);
  microtasks.push(value);
  microtasks.push(kind);
}

function queueMicrotask(callback) {
  if (typeof callback !== "function") {
    throw invalidArgument('The "callback" argument must be of type function. Received ' + received(callback));
  }
  enqueueMicrotask(callback, runningCall, JOB_CALLBACK);
}

// A TypeError with a code, as Node's own functions throw it.
function invalidArgument(message: string): any {
  const error = new TypeError(message);
  error.code = "ERR_INVALID_ARG_TYPE";
  return error;
}

// How Node's messages name what was given instead.
function received(x): string {
  if (x === undefined || x === null) return "" + x;
  if (typeof x === "function") {
    const name = functionName(x);
    return name === "" ? "function " : "function " + name;
  }
  const kind = $value_kind(x);
  if (kind === KIND_LIST) return "an instance of Array";
  if (kind === KIND_RECORD) return "an instance of " + constructorName(x, "Object");
  const text = kind === 4 ? "'" + x + "'" : keyText(x);
  return "type " + typeOf(x) + " (" + text + ")";
}

function runMicrotasks(): void {
  const queue: $List = microtasks;
  while (microtaskHead < queue.length) {
    if (scheduleState >= 0) chooseMicrotask();
    const head = microtaskHead;
    const what = queue[head];
    const value = queue[head + 1];
    const kind = queue[head + 2];
    microtaskHead = head + 3;
    if (microtaskHead === queue.length) {
      $$ARRAY_TRUNCATE(queue, 0);
      microtaskHead = 0;
    } else if (microtaskHead > 3000 && microtaskHead * 2 > queue.length) {
      $array_remove(queue, 0, microtaskHead);
      microtaskHead = 0;
    }
    runMicrotask(what, value, kind);
  }
}

// What was to run when the only call of the host was given up is not to run with the next one.
function forgetMicrotasks(): void {
  const queue: $List = microtasks;
  $$ARRAY_TRUNCATE(queue, 0);
  microtaskHead = 0;
  const rejections: $List = lonelyRejections;
  $$ARRAY_TRUNCATE(rejections, 0);
}

// The call that a microtask belongs to.
function callOfMicrotask(what, value, kind: number): any {
  if (kind === JOB_CALLBACK) return value;
  const waiter: $List = what;
  if (kind === JOB_THENABLE) return waiter[2];
  return waiter[0] === undefined ? waiter[REACTION_CALL] : waiter[COROUTINE_CALL];
}

function runMicrotask(what, value, kind: number): void {
  const call = callOfMicrotask(what, value, kind);
  if (call !== undefined) {
    const known: $List = call;
    if (known[CALL_GIVEN_UP] === true) return;
  }
  runningCall = call;
  if (kind === JOB_CALLBACK) $call(what, undefined);
  else if (kind === JOB_THENABLE) followThenable(what, value);
  else runReaction(what, kind, value);
}

// Microtasks, and then the rejections that nobody has handled by now: the first of them ends the program.
function drainMicrotasks(): void {
  const outer = runningCall;
  try {
    do runMicrotasks();
    while (checkRejections());
  } finally {
    runningCall = outer;
  }
}

// Whether there were rejections that nobody had handled when they were noticed; throws about those still not handled.
function checkRejections(): boolean {
  const count = lonelyRejections.length;
  if (count === 0) return false;
  for (let i = 0; i < count; i++) {
    const state: $List = lonelyRejections[i];
    if (state[PROMISE_HANDLED] !== true) throw unhandledRejection(state[PROMISE_VALUE]);
  }
  $array_remove(lonelyRejections, 0, count);
  return true;
}

// What is thrown for a rejection: errors themselves, an error about anything else.
function unhandledRejection(reason): any {
  if ($value_kind($record_inner(reason)) === KIND_ERROR) return reason;
  const error = new Error(
    "This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise " +
      'which was not handled with .catch(). The promise rejected with the reason "' + describe(reason) + '".',
  );
  $property_define(error, "name", "UnhandledPromiseRejection", IS_WRITABLE | IS_CONFIGURABLE);
  error.code = "ERR_UNHANDLED_REJECTION";
  return error;
}

// Runs a program: `main` is the body of an async function; what it returns is the program's result.
function run(main): any {
  const state: $List = $record_inner(startAsync(main));
  const coroutine: $List = state[PROMISE_COROUTINE];
  state[PROMISE_HANDLED] = true;
  drainMicrotasks();
  while (state[PROMISE_STATUS] !== JOB_REJECTED && eventSource !== undefined && $call(eventSource, undefined) === true) {
    drainMicrotasks();
  }
  if (state[PROMISE_STATUS] === JOB_REJECTED) throw state[PROMISE_VALUE];
  if (state[PROMISE_STATUS] === PROMISE_PENDING) endInDeadlock(coroutine);
  return state[PROMISE_VALUE];
}
