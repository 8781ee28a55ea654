// AbortSignal and AbortController.

// What a signal keeps besides what every target keeps.
const SIGNAL_ABORTED = 2;
const SIGNAL_REASON = 3;
const SIGNAL_HANDLER = 4;
const SIGNAL_FOLLOWERS = 5;

function signalState(x): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length > SIGNAL_FOLLOWERS && state[0] === targetMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type AbortSignal'), "ERR_INVALID_THIS");
}

class AbortSignal extends EventTarget {
  constructor() {
    throw codedError(new TypeError("Illegal constructor"), "ERR_ILLEGAL_CONSTRUCTOR");
  }

  static abort(reason?) {
    const signal = newSignal();
    const state = signalState(signal);
    state[SIGNAL_ABORTED] = true;
    state[SIGNAL_REASON] = reason === undefined ? abortError() : reason;
    return signal;
  }

  static timeout(milliseconds) {
    const delay = toNumber(milliseconds);
    if (!(delay >= 0 && delay <= 9007199254740991)) {
      throw codedError(new RangeError('The value of "delay" is out of range. It must be >= 0 && <= 9007199254740991. Received ' + describe(milliseconds)), "ERR_OUT_OF_RANGE");
    }
    const signal = newSignal();
    const timer = setTimeout(() => {
      abortSignal(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    }, delay);
    timer.unref();
    return signal;
  }

  static any(signals) {
    const sources = listOf(signals);
    const signal = newSignal();
    for (let i = 0; i < sources.length; i++) {
      const source = signalState(sources[i]);
      if (source[SIGNAL_ABORTED]) {
        const state = signalState(signal);
        state[SIGNAL_ABORTED] = true;
        state[SIGNAL_REASON] = source[SIGNAL_REASON];
        return signal;
      }
    }
    for (let i = 0; i < sources.length; i++) {
      const followers: $List = signalState(sources[i])[SIGNAL_FOLLOWERS];
      followers.push(signal);
    }
    return signal;
  }

  get aborted() {
    return signalState(this)[SIGNAL_ABORTED];
  }

  get reason() {
    return signalState(this)[SIGNAL_REASON];
  }

  throwIfAborted() {
    const state = signalState(this);
    if (state[SIGNAL_ABORTED]) throw state[SIGNAL_REASON];
  }

  get onabort() {
    const handler: $List = signalState(this)[SIGNAL_HANDLER];
    return handler[0];
  }

  // The listener of the property keeps its place among the others as long as there is one.
  set onabort(callback) {
    const state = signalState(this);
    const handler: $List = state[SIGNAL_HANDLER];
    const isFirst = handler[0] === null;
    handler[0] = $value_isObject(callback) ? callback : null;
    if (handler[0] === null) removeListener(state, "abort", handler[1], false);
    else if (isFirst) addListener(this, "abort", handler[1], undefined);
  }

  $inspect() {
    return [constructorName(this, "AbortSignal"), undefined, inspectSignal, undefined, undefined];
  }

  static {
    $property_define(AbortSignal.prototype, symbolToStringTag, "AbortSignal", IS_CONFIGURABLE);
  }
}

function newSignal(): any {
  const signal = $record_new(AbortSignal.prototype);
  const handler: $List = [null, undefined];
  handler[1] = (event) => {
    const callback = handler[0];
    if (callback !== null) callListener(callback, signal, event);
  };
  $record_setInner(signal, [targetMark, [], false, undefined, handler, []]);
  return signal;
}

function abortError(): any {
  return new DOMException("This operation was aborted", "AbortError");
}

function abortSignal(signal, reason): void {
  const state = signalState(signal);
  if (state[SIGNAL_ABORTED]) return;
  state[SIGNAL_ABORTED] = true;
  state[SIGNAL_REASON] = reason;
  const event = new Event("abort");
  raiseEventFlag(event, EVENT_IS_TRUSTED);
  dispatchTo(signal, state, event, eventState(event));
  const followers: $List = state[SIGNAL_FOLLOWERS];
  for (let i = 0; i < followers.length; i++) abortSignal(followers[i], reason);
}

function inspectSignal(x, depth: number): any {
  return ["aborted: " + (signalState(x)[SIGNAL_ABORTED] ? "true" : "false")];
}

const controllerMark = $symbol_new("abort controller");

class AbortController {
  constructor() {
    if (this === undefined) throw new TypeError("Class constructor AbortController cannot be invoked without 'new'");
    $record_setInner(this, [controllerMark, newSignal()]);
  }

  get signal() {
    return signalOfController(this);
  }

  abort(reason?) {
    abortSignal(signalOfController(this), reason === undefined ? abortError() : reason);
  }

  $inspect() {
    return [constructorName(this, "AbortController"), undefined, inspectController, undefined, undefined];
  }

  static {
    $property_define(AbortController.prototype, symbolToStringTag, "AbortController", IS_CONFIGURABLE);
  }
}

function signalOfController(x): any {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST && inner[0] === controllerMark) return inner[1];
  throw codedError(new TypeError('Value of "this" must be of type AbortController'), "ERR_INVALID_THIS");
}

function inspectController(x, depth: number): any {
  return ["signal: " + inspectValue(signalOfController(x), depth)];
}
