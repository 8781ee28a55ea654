// Generators. Their coroutine has a status, an error of its beginning, and a mark.

const GENERATOR_STATUS = 4;
const GENERATOR_RESULT = 5;
const GENERATOR_MARK = 6;

const GENERATOR_BEGUN = 0;
const GENERATOR_SUSPENDED = 1;
const GENERATOR_RUNNING = 2;
const GENERATOR_FAILED = 3;
const GENERATOR_DONE = 4;

const generatorMark = $symbol_new("generator");
const asyncGeneratorMark = $symbol_new("async generator");

// What runs through a body that is returned from before its first statement.
const generatorStopped = "generator stopped";

class Generator extends Iterator {
  next(value) {
    return resumeGenerator(generatorOf(this, "next"), RESUME_NEXT, value);
  }

  $step() {
    return advanceGenerator(generatorOf(this, "next"), RESUME_NEXT, undefined);
  }

  return(value) {
    return resumeGenerator(generatorOf(this, "return"), RESUME_RETURN, value);
  }

  throw(error) {
    return resumeGenerator(generatorOf(this, "throw"), RESUME_THROW, error);
  }

  static {
    $property_define(Generator.prototype, symbolToStringTag, "Generator", IS_CONFIGURABLE);
  }

  static {
    $property_delete(Generator.prototype, "constructor");
  }
}

const generatorFamily = makeFamily(functionFamilies, KIND_OF_GENERATORS, "GeneratorFunction", Generator.prototype);

// Starts the body, which binds its parameters and calls `generatorReady`.
function makeGenerator(body, f): any {
  const coroutine: $List = [undefined, undefined, undefined, runningCall, GENERATOR_BEGUN, undefined, generatorMark];
  startCoroutine(coroutine, () => runGenerator(body, coroutine));
  if (coroutine[GENERATOR_STATUS] === GENERATOR_FAILED) throw coroutine[GENERATOR_RESULT];
  const generator = $record_new(generatorPrototype(f, generatorFamily.prototype));
  $record_setInner(generator, coroutine);
  return generator;
}

function generatorReady(): void {
  $coroutine_suspend(undefined);
  if (resumeMode !== RESUME_NEXT) throw generatorStopped;
}

function runGenerator(body, coroutine: $List): void {
  $coroutine_detach();
  let result;
  try {
    result = $call(body, undefined);
    coroutine[GENERATOR_STATUS] = GENERATOR_DONE;
  } catch (error) {
    coroutine[GENERATOR_STATUS] = GENERATOR_FAILED;
    coroutine[GENERATOR_RESULT] = error;
    result = error;
  }
  $coroutine_finish(result);
}

// The coroutine of a generator; undefined for anything else.
function generatorCoroutine(x, mark): any {
  const inner = $record_inner(x);
  if ($value_kind(inner) !== KIND_LIST) return undefined;
  const coroutine: $List = inner;
  return coroutine.length > GENERATOR_MARK && coroutine[GENERATOR_MARK] === mark ? inner : undefined;
}

// The coroutine of the generator that a method was called with.
function generatorOf(self, method: string): $List {
  const inner = generatorCoroutine(self, generatorMark);
  if (inner === undefined) throw incompatible("[Generator].prototype." + method, self);
  return inner;
}

function resumeGenerator(coroutine: $List, mode: number, value): any {
  const result = advanceGenerator(coroutine, mode, value);
  if (!$value_isAbsent(result)) return iteratorResult(result, false);
  const last = coroutine[GENERATOR_RESULT];
  coroutine[GENERATOR_RESULT] = undefined;
  return iteratorResult(last, true);
}

// What a generator yields next; ABSENT at its end, where its result stands in the coroutine.
function advanceGenerator(coroutine: $List, mode: number, value): any {
  const status = coroutine[GENERATOR_STATUS];
  if (status === GENERATOR_RUNNING) throw new TypeError("Generator is already running");
  if (status === GENERATOR_BEGUN && mode !== RESUME_NEXT) stopGenerator(coroutine, mode);
  if (coroutine[GENERATOR_STATUS] >= GENERATOR_FAILED) {
    if (mode === RESUME_THROW) throw value;
    coroutine[GENERATOR_RESULT] = mode === RESUME_RETURN ? value : undefined;
    return $value_absent();
  }
  coroutine[GENERATOR_STATUS] = GENERATOR_RUNNING;
  const result = resumeCoroutine(coroutine, mode, value);
  const reached = coroutine[GENERATOR_STATUS];
  if (reached === GENERATOR_RUNNING) {
    coroutine[GENERATOR_STATUS] = GENERATOR_SUSPENDED;
    return result;
  }
  coroutine[GENERATOR_RESULT] = undefined;
  if (reached === GENERATOR_FAILED) throw result;
  coroutine[GENERATOR_RESULT] = result;
  return $value_absent();
}

// Ends a generator that has run none of its statements.
function stopGenerator(coroutine: $List, mode: number): void {
  resumeCoroutine(coroutine, mode, undefined);
  coroutine[GENERATOR_RESULT] = undefined;
}

// Hands a value out; gives or throws what the next resume brings. A body that `isReturning` then returns what it was given.
function yieldValue(x): any {
  return suspendCoroutine(x);
}

function isReturning(): boolean {
  return resumeMode === RESUME_RETURN;
}

function yieldDelegate(x): any {
  const it = plainIterator(x);
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
        if (mode === RESUME_RETURN) {
          resumeMode = RESUME_RETURN;
          return value;
        }
        closeIterator(it);
        throw throwMissing();
      }
      result = $call(method, it, value);
    }
    if (!$value_isObject(result)) throw new TypeError("Iterator result " + describe(result) + " is not an object");
    if (result.done) {
      resumeMode = mode === RESUME_RETURN ? RESUME_RETURN : RESUME_NEXT;
      return result.value;
    }
    value = $coroutine_suspend(result.value);
    mode = resumeMode;
  }
}
