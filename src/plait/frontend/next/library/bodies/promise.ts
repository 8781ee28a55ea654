// Promises and async functions.

// The state of a promise is a list: a mark, the status, the value or reason, whether somebody listens, the coroutine whose
// result it is or else what it waits for (undefined if that is not known), then who waits.
// Who waits is a coroutine, or a reaction: undefined, the two handlers, the promise that follows with its two functions
// (undefined for a promise of ours, which is settled without them), and the call of the host that it belongs to.
const promiseMark = $symbol_new("promise");
// The mark of promises whose task was asked to end before it had ended.
const cancelledMark = $symbol_new("cancelled promise");
const PROMISE_STATUS = 1;
const PROMISE_VALUE = 2;
const PROMISE_HANDLED = 3;
const PROMISE_COROUTINE = 4;
const PROMISE_WAITERS = 5;
const REACTION_CALL = 6;

// The status is JOB_FULFILLED, JOB_REJECTED, or this.
const PROMISE_PENDING = 2;

class Promise {
  constructor(executor) {
    if (this === undefined) throw new TypeError("Promise constructor cannot be invoked without 'new'");
    if (typeof executor !== "function") throw new TypeError("Promise resolver " + describe(executor) + " is not a function");
    $record_setInner(this, [promiseMark, PROMISE_PENDING, undefined, false, undefined]);
    const functions: $List = resolvingFunctions(this);
    try {
      $call(executor, undefined, functions[0], functions[1]);
    } catch (error) {
      $call(functions[1], undefined, error);
    }
  }

  then(onFulfilled, onRejected) {
    const state = promiseState(this);
    if (state === undefined) throw incompatible("Promise.prototype.then", this);
    const fulfilled = typeof onFulfilled === "function" ? onFulfilled : undefined;
    const rejected = typeof onRejected === "function" ? onRejected : undefined;
    const C = promiseConstructor(this);
    if (C === Promise) {
      const promise = newPromise();
      subscribe(state, newReaction(fulfilled, rejected, promise));
      return promise;
    }
    const derived: $List = newFullCapability(C);
    subscribe(state, [undefined, fulfilled, rejected, derived[0], derived[1], derived[2], runningCall]);
    return derived[0];
  }

  catch(onRejected) {
    return this.then(undefined, onRejected);
  }

  finally(onFinally) {
    if (!$value_isObject(this)) throw new TypeError("Promise.prototype.finally called on a non-object");
    if (typeof onFinally !== "function") return this.then(onFinally, onFinally);
    const C = promiseConstructor(this);
    return this.then(
      (value) => promiseResolve(C, $call(onFinally, undefined)).then(() => value),
      (reason) =>
        promiseResolve(C, $call(onFinally, undefined)).then(() => {
          throw reason;
        }),
    );
  }

  static {
    $property_define(Promise.prototype, symbolToStringTag, "Promise", IS_CONFIGURABLE);
  }

  cancel() {
    return cancelTask(this);
  }

  get isDone() {
    const state: $List = promiseState(this);
    return state[PROMISE_STATUS] !== PROMISE_PENDING;
  }

  get isCancelled() {
    const state: $List = promiseState(this);
    return state[0] === cancelledMark;
  }

  $inspect() {
    if (promiseState(this) === undefined) return undefined;
    return ["Promise", undefined, inspectPromise, undefined, undefined];
  }

  static get [Symbol.species]() {
    return this;
  }

  static try(callback, ...args) {
    if (!$value_isObject(this)) throw new TypeError("Promise.try called on non-object");
    const capability: $List = newFullCapability(this);
    try {
      $call(capability[1], undefined, callWith(callback, undefined, args));
    } catch (error) {
      $call(capability[2], undefined, error);
    }
    return capability[0];
  }

  static resolve(value) {
    return promiseResolve(this, value);
  }

  static reject(reason) {
    const capability: $List = newCapability(this);
    rejectCapability(capability[0], capability[2], reason);
    return capability[0];
  }

  static withResolvers() {
    const capability: $List = newFullCapability(this);
    return { promise: capability[0], resolve: capability[1], reject: capability[2] };
  }

  static all(values) {
    return combinePromises(this, values, COMBINE_ALL);
  }

  static allSettled(values) {
    return combinePromises(this, values, COMBINE_SETTLED);
  }

  static any(values) {
    return combinePromises(this, values, COMBINE_ANY);
  }

  static race(values) {
    return combinePromises(this, values, COMBINE_RACE);
  }
}

function incompatible(method: string, self): any {
  return new TypeError("Method " + method + " called on incompatible receiver " + describe(self));
}

// The state of a promise; undefined for anything else.
function promiseState(x): any {
  const inner = $record_inner(x);
  if ($value_kind(inner) !== KIND_LIST) return undefined;
  const state: $List = inner;
  if (state.length < PROMISE_WAITERS) return undefined;
  return state[0] === promiseMark || state[0] === cancelledMark ? inner : undefined;
}

function newPromise(): any {
  const promise = $record_new(Promise.prototype);
  $record_setInner(promise, [promiseMark, PROMISE_PENDING, undefined, false, undefined]);
  return promise;
}

function promiseConstructor(promise): any {
  const C = promise.constructor;
  if (C === undefined || C === Promise) return Promise;
  if (!$value_isObject(C)) throw new TypeError("The .constructor property is not an object");
  const species = getElement(C, symbolSpecies);
  return species === undefined || species === null ? Promise : species;
}

// The functions by which an executor settles a promise, once.
function resolvingFunctions(promise): $List {
  let isResolved = false;
  return [
    (value) => {
      if (isResolved) return;
      isResolved = true;
      resolvePromise(promise, value);
    },
    (reason) => {
      if (isResolved) return;
      isResolved = true;
      rejectPromise(promise, reason);
    },
  ];
}

// A promise of a class with the functions that settle it; undefined for our own, which needs none.
function newCapability(C): $List {
  if (C === Promise) return [newPromise(), undefined, undefined];
  return newFullCapability(C);
}

function newFullCapability(C): $List {
  if (C === Promise) {
    const promise = newPromise();
    const functions: $List = resolvingFunctions(promise);
    return [promise, functions[0], functions[1]];
  }
  if (!isConstructor(C)) throw new TypeError(describe(C) + " is not a constructor");
  const made: $List = [undefined, undefined, undefined];
  const executor = (resolve, reject) => {
    if (made[1] !== undefined || made[2] !== undefined) {
      throw new TypeError("Promise executor has already been invoked with non-undefined arguments");
    }
    made[1] = resolve;
    made[2] = reject;
  };
  made[0] = construct(C, [executor]);
  if (typeof made[1] !== "function" || typeof made[2] !== "function") {
    throw new TypeError("Promise resolve or reject function is not callable");
  }
  return made;
}

function resolveCapability(promise, resolve, value): void {
  if (resolve === undefined) resolvePromise(promise, value);
  else $call(resolve, undefined, value);
}

function rejectCapability(promise, reject, reason): void {
  if (reject === undefined) rejectPromise(promise, reason);
  else $call(reject, undefined, reason);
}

function promiseResolve(C, value): any {
  if (!$value_isObject(C)) throw new TypeError("PromiseResolve called on non-object");
  if (promiseState(value) !== undefined && value.constructor === C) return value;
  const capability: $List = newCapability(C);
  resolveCapability(capability[0], capability[1], value);
  return capability[0];
}

function settle(state: $List, status: number, value): void {
  state[PROMISE_STATUS] = status;
  state[PROMISE_VALUE] = value;
  const count = state.length;
  if (count === PROMISE_WAITERS) return;
  for (let i = PROMISE_WAITERS; i < count; i++) enqueueMicrotask(state[i], value, status);
  $$ARRAY_TRUNCATE(state, PROMISE_WAITERS);
}

function rejectPromise(promise, reason): void {
  const state: $List = $record_inner(promise);
  if (state[PROMISE_HANDLED] !== true && !isCancellation(reason)) lonelyRejections.push(state);
  settle(state, JOB_REJECTED, reason);
}

function resolvePromise(promise, value): void {
  const state: $List = $record_inner(promise);
  if (!$value_isObject(value)) {
    settle(state, JOB_FULFILLED, value);
    return;
  }
  if (value === promise) {
    rejectPromise(promise, new TypeError("Chaining cycle detected for promise #<Promise>"));
    return;
  }
  let then;
  try {
    then = value.then;
  } catch (error) {
    rejectPromise(promise, error);
    return;
  }
  if (typeof then === "function") enqueueMicrotask([promise, then, runningCall], value, JOB_THENABLE);
  else settle(state, JOB_FULFILLED, value);
}

// The microtask by which a promise follows what has a method `then`.
function followThenable(follower: $List, thenable): void {
  const functions: $List = resolvingFunctions(follower[0]);
  try {
    $call(follower[1], thenable, functions[0], functions[1]);
  } catch (error) {
    $call(functions[1], undefined, error);
  }
}

// A reaction that settles a promise of ours.
function newReaction(fulfilled, rejected, promise): $List {
  return [undefined, fulfilled, rejected, promise, undefined, undefined, runningCall];
}

// Lets a coroutine or a reaction wait for a promise.
function subscribe(state: $List, waiter): void {
  const status = state[PROMISE_STATUS];
  state[PROMISE_HANDLED] = true;
  if (status === PROMISE_PENDING) state.push(waiter);
  else enqueueMicrotask(waiter, state[PROMISE_VALUE], status);
}

// Goes on with who waited for a promise.
function runReaction(waiter: $List, status: number, value): void {
  if (waiter[0] !== undefined) {
    resumeCoroutine(waiter, status === JOB_REJECTED ? RESUME_THROW : RESUME_NEXT, value);
    return;
  }
  const handler = status === JOB_REJECTED ? waiter[2] : waiter[1];
  const promise = waiter[3];
  let result = value;
  if (handler !== undefined) {
    try {
      result = $call(handler, undefined, value);
    } catch (error) {
      rejectCapability(promise, waiter[5], error);
      return;
    }
  } else if (status === JOB_REJECTED) {
    rejectCapability(promise, waiter[5], value);
    return;
  }
  resolveCapability(promise, waiter[4], result);
}

// Runs the body of an async function up to its first `await`; gives the promise of its result.
const asyncFunctionPrototype = makeFamily(functionFamilies, KIND_OF_ASYNC, "AsyncFunction", undefined);

function startAsync(body): any {
  asyncFunctionPrototype; // Read here, so that programs with async functions make it.
  const promise = newPromise();
  const coroutine: $List = [undefined, undefined, undefined, runningCall];
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = coroutine;
  startCoroutine(coroutine, () => runAsync(body, promise));
  return promise;
}

function runAsync(body, promise): void {
  $coroutine_detach();
  try {
    const result = $call(body, undefined);
    if ($value_isObject(result)) noteFollowed(promise, result);
    resolvePromise(promise, result);
  } catch (error) {
    rejectPromise(promise, error);
  }
  $coroutine_finish(undefined);
}

// What has ended with a promise waits for that.
function noteFollowed(promise, result): void {
  const followed = promiseState(result);
  if (followed === undefined) return;
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = [WAIT_ALL, [followed]];
}

// Waits in the running coroutine for a promise, or for one of the value.
function awaitValue(x): any {
  const coroutine: $List = runningCoroutine;
  let state = promiseState(x);
  if (state === undefined || x.constructor !== Promise) {
    const promise = newPromise();
    resolvePromise(promise, x);
    state = $record_inner(promise);
  }
  if (coroutine[COROUTINE_ERROR] !== undefined) beCancelledAt(coroutine, state);
  coroutine[COROUTINE_AWAITS] = state;
  subscribe(state, coroutine);
  return suspendCoroutine(undefined);
}
