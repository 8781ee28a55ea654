// Async generators. Their coroutine is a generator's with one thing more: the queue of requests that are not answered.
// A request is a list: how it is meant, its value, and the promise of its answer.

const ASYNC_QUEUE = 7;

// What all asynchronous iterators of the language inherit from.
class AsyncIteratorObject {
  [Symbol.asyncIterator]() {
    return this;
  }

  [Symbol.asyncDispose]() {
    return startAsync(() => {
      const method = this.return;
      if (method !== undefined && method !== null) awaitValue($call(method, this));
    });
  }

  static {
    $property_delete(AsyncIteratorObject.prototype, "constructor");
  }
}

class AsyncGenerator extends AsyncIteratorObject {
  next(value) {
    return requestOfGenerator(this, RESUME_NEXT, value, "next");
  }

  return(value) {
    return requestOfGenerator(this, RESUME_RETURN, value, "return");
  }

  throw(error) {
    return requestOfGenerator(this, RESUME_THROW, error, "throw");
  }

  static {
    $property_define(AsyncGenerator.prototype, symbolToStringTag, "AsyncGenerator", IS_CONFIGURABLE);
  }

  static {
    $property_delete(AsyncGenerator.prototype, "constructor");
  }
}

const asyncGeneratorFamily = makeFamily(functionFamilies, KIND_OF_ASYNC_GENERATORS, "AsyncGeneratorFunction", AsyncGenerator.prototype);

function makeAsyncGenerator(body, f): any {
  const coroutine: $List = [
    undefined,
    undefined,
    undefined,
    runningCall,
    GENERATOR_BEGUN,
    undefined,
    asyncGeneratorMark,
    [],
  ];
  startCoroutine(coroutine, () => runAsyncGenerator(body, coroutine));
  if (coroutine[GENERATOR_STATUS] === GENERATOR_FAILED) throw coroutine[GENERATOR_RESULT];
  const generator = $record_new(generatorPrototype(f, asyncGeneratorFamily.prototype));
  $record_setInner(generator, coroutine);
  return generator;
}

// The body awaits what it returns.
function runAsyncGenerator(body, coroutine: $List): void {
  $coroutine_detach();
  let isFailed = false;
  let result;
  try {
    result = $call(body, undefined);
  } catch (error) {
    isFailed = true;
    result = error;
  }
  const isReady = coroutine[GENERATOR_STATUS] !== GENERATOR_BEGUN;
  coroutine[GENERATOR_STATUS] = isFailed ? GENERATOR_FAILED : GENERATOR_DONE;
  if (isReady) {
    answerRequest(coroutine, isFailed, result, true);
    drainRequests(coroutine);
  } else {
    coroutine[GENERATOR_RESULT] = result;
  }
  $coroutine_finish(undefined);
}

function requestOfGenerator(self, mode: number, value, method: string): any {
  const promise = newPromise();
  const inner = generatorCoroutine(self, asyncGeneratorMark);
  if (inner === undefined) {
    rejectPromise(promise, incompatible("[AsyncGenerator].prototype." + method, self));
    return promise;
  }
  const coroutine: $List = inner;
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = coroutine;
  const queue: $List = coroutine[ASYNC_QUEUE];
  queue.push([mode, value, promise]);
  const status = coroutine[GENERATOR_STATUS];
  if (status !== GENERATOR_RUNNING) goOnWithRequests(coroutine);
  return promise;
}

// Answers the first request of a generator that does not run.
function goOnWithRequests(coroutine: $List): void {
  const queue: $List = coroutine[ASYNC_QUEUE];
  const request: $List = queue[0];
  const mode = request[0];
  if (coroutine[GENERATOR_STATUS] === GENERATOR_BEGUN && mode !== RESUME_NEXT) {
    stopGenerator(coroutine, mode);
  }
  if (coroutine[GENERATOR_STATUS] >= GENERATOR_FAILED) {
    drainRequests(coroutine);
    return;
  }
  coroutine[GENERATOR_STATUS] = GENERATOR_RUNNING;
  resumeCoroutine(coroutine, mode, request[1]);
}

// Settles the first request.
function answerRequest(coroutine: $List, isFailed: boolean, value, isDone: boolean): void {
  const request: $List = $$ARRAY_SHIFT(coroutine[ASYNC_QUEUE]);
  if (isFailed) rejectPromise(request[2], value);
  else resolvePromise(request[2], iteratorResult(value, isDone));
}

// Answers requests of a generator that is done. One to return is answered when its value has been awaited.
function drainRequests(coroutine: $List): void {
  const queue: $List = coroutine[ASYNC_QUEUE];
  while (queue.length > 0) {
    const request: $List = queue[0];
    const mode = request[0];
    if (mode === RESUME_RETURN) {
      awaitReturn(coroutine, request[1]);
      return;
    }
    answerRequest(coroutine, mode === RESUME_THROW, mode === RESUME_THROW ? request[1] : undefined, true);
  }
}

function awaitReturn(coroutine: $List, value): void {
  coroutine[GENERATOR_STATUS] = GENERATOR_RUNNING;
  let promise;
  try {
    promise = promiseResolve(Promise, value);
  } catch (error) {
    finishReturn(coroutine, true, error);
    return;
  }
  const returned = (result) => finishReturn(coroutine, false, result);
  const failed = (error) => finishReturn(coroutine, true, error);
  subscribe(promiseState(promise), newReaction(returned, failed, newPromise()));
}

function finishReturn(coroutine: $List, isFailed: boolean, value): void {
  coroutine[GENERATOR_STATUS] = GENERATOR_DONE;
  answerRequest(coroutine, isFailed, value, true);
  drainRequests(coroutine);
}

// `yield` in an async generator.
function asyncYield(x): any {
  return asyncYieldAwaited(awaitValue(x));
}

function asyncYieldAwaited(x): any {
  const value = handOut(x);
  if (resumeMode === RESUME_THROW) throw value;
  return resumeMode === RESUME_RETURN ? awaitReturned(value) : value;
}

// What a request to return brings is awaited where the generator stands; an error of it is thrown there.
function awaitReturned(value): any {
  const result = awaitValue(value);
  resumeMode = RESUME_RETURN;
  return result;
}

// Answers the first request; gives what the next one brings, which may be there already.
function handOut(x): any {
  const coroutine: $List = runningCoroutine;
  answerRequest(coroutine, false, x, false);
  const queue: $List = coroutine[ASYNC_QUEUE];
  if (queue.length > 0) {
    const request: $List = queue[0];
    resumeMode = request[0];
    return request[1];
  }
  coroutine[GENERATOR_STATUS] = GENERATOR_SUSPENDED;
  return $coroutine_suspend(undefined);
}

// `yield*` in an async generator.
function asyncYieldDelegate(x): any {
  const it = asyncIterator(x);
  const next = it.next;
  let mode: number = RESUME_NEXT;
  let value = undefined;
  while (true) {
    let result;
    if (mode === RESUME_NEXT) {
      result = $call(next, it, value);
    } else {
      const method = mode === RESUME_THROW ? it.throw : it.return;
      if (method === undefined || method === null) {
        if (mode === RESUME_RETURN) return awaitReturned(value);
        closeAsyncIterator(it);
        throw throwMissing();
      }
      result = $call(method, it, value);
    }
    result = awaitValue(result);
    if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
    if (result.done) {
      const last = result.value;
      resumeMode = mode === RESUME_RETURN ? RESUME_RETURN : RESUME_NEXT;
      return last;
    }
    value = handOut(result.value);
    mode = resumeMode;
    if (mode === RESUME_RETURN) {
      try {
        value = awaitValue(value);
      } catch (error) {
        value = error;
        mode = RESUME_THROW;
      }
    }
  }
}

function closeAsyncIterator(it): void {
  const method = it.return;
  if (method === undefined || method === null) return;
  const result = awaitValue($call(method, it));
  if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
}
