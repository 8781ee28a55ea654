// Event, CustomEvent and EventTarget.

// What an event keeps is a list.
const eventMark = $symbol_new("event");
const EVENT_TYPE = 1;
const EVENT_FLAGS = 2;
const EVENT_TARGET = 3;
const EVENT_CURRENT = 4;
const EVENT_TIME = 5;

// The flags of an event, added together.
const EVENT_BUBBLES = 1;
const EVENT_IS_CANCELABLE = 2;
const EVENT_IS_COMPOSED = 4;
const EVENT_IS_PREVENTED = 8;
const EVENT_IS_STOPPED = 16;
const EVENT_IS_STOPPED_AT_ONCE = 32;
const EVENT_IS_DISPATCHED = 64;
const EVENT_IS_PASSIVE = 128;
const EVENT_IS_TRUSTED = 256;

function eventState(x): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length > EVENT_TIME && state[0] === eventMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type Event'), "ERR_INVALID_THIS");
}

function eventFlag(x, flag: number): boolean {
  const state = eventState(x);
  return (state[EVENT_FLAGS] & flag) !== 0;
}

function raiseEventFlag(x, flag: number): void {
  const state = eventState(x);
  state[EVENT_FLAGS] = state[EVENT_FLAGS] | flag;
}

class Event {
  constructor(...args: $Length<1>) {
    if (this === undefined) throw new TypeError("Class constructor Event cannot be invoked without 'new'");
    if (args.length === 0) throw codedError(new TypeError('The "type" argument must be specified'), "ERR_MISSING_ARGS");
    const options = args[1];
    if (options !== undefined && options !== null && !$value_isObject(options)) {
      throw invalidArgument('The "options" argument must be of type object. Received ' + received(options));
    }
    let flags = 0;
    if ($value_isObject(options)) {
      if (options.bubbles) flags += EVENT_BUBBLES;
      if (options.cancelable) flags += EVENT_IS_CANCELABLE;
      if (options.composed) flags += EVENT_IS_COMPOSED;
    }
    $record_setInner(this, [eventMark, toText(args[0]), flags, null, null, $clock_now()]);
  }

  get type() {
    return eventState(this)[EVENT_TYPE];
  }

  get target() {
    return eventState(this)[EVENT_TARGET];
  }

  get srcElement() {
    return eventState(this)[EVENT_TARGET];
  }

  get currentTarget() {
    return eventState(this)[EVENT_CURRENT];
  }

  get eventPhase() {
    return eventFlag(this, EVENT_IS_DISPATCHED) ? 2 : 0;
  }

  get bubbles() {
    return eventFlag(this, EVENT_BUBBLES);
  }

  get cancelable() {
    return eventFlag(this, EVENT_IS_CANCELABLE);
  }

  get composed() {
    return eventFlag(this, EVENT_IS_COMPOSED);
  }

  get defaultPrevented() {
    return eventFlag(this, EVENT_IS_PREVENTED);
  }

  get returnValue() {
    return !eventFlag(this, EVENT_IS_PREVENTED);
  }

  get isTrusted() {
    return eventFlag(this, EVENT_IS_TRUSTED);
  }

  get timeStamp() {
    return eventState(this)[EVENT_TIME];
  }

  get cancelBubble() {
    return eventFlag(this, EVENT_IS_STOPPED);
  }

  set cancelBubble(value) {
    if (value) raiseEventFlag(this, EVENT_IS_STOPPED);
  }

  composedPath() {
    const state = eventState(this);
    return eventFlag(this, EVENT_IS_DISPATCHED) ? [state[EVENT_CURRENT]] : [];
  }

  preventDefault() {
    const isPreventable = eventFlag(this, EVENT_IS_CANCELABLE) && !eventFlag(this, EVENT_IS_PASSIVE);
    if (isPreventable) raiseEventFlag(this, EVENT_IS_PREVENTED);
  }

  stopPropagation() {
    raiseEventFlag(this, EVENT_IS_STOPPED);
  }

  stopImmediatePropagation() {
    raiseEventFlag(this, EVENT_IS_STOPPED | EVENT_IS_STOPPED_AT_ONCE);
  }

  $inspect() {
    return [constructorName(this, "Event"), undefined, inspectEvent, undefined, undefined];
  }

  static {
    $property_define(Event.prototype, symbolToStringTag, "Event", IS_CONFIGURABLE);
    $property_define(Event, "NONE", 0, IS_ENUMERABLE);
    $property_define(Event, "CAPTURING_PHASE", 1, IS_ENUMERABLE);
    $property_define(Event, "AT_TARGET", 2, IS_ENUMERABLE);
    $property_define(Event, "BUBBLING_PHASE", 3, IS_ENUMERABLE);
  }
}

function inspectEvent(x, depth: number): any {
  const state = eventState(x);
  return [
    "type: " + inspectValue(state[EVENT_TYPE], depth),
    "defaultPrevented: " + eventFlag(x, EVENT_IS_PREVENTED),
    "cancelable: " + eventFlag(x, EVENT_IS_CANCELABLE),
    "timeStamp: " + $dynamic_toText(state[EVENT_TIME]),
  ];
}

class CustomEvent extends Event {
  constructor(type, options = undefined) {
    super(type, options);
    const detail = $value_isObject(options) ? options.detail : undefined;
    $property_define(this, "$detail", detail === undefined ? null : detail, IS_PRIVATE);
  }

  get detail() {
    return this.$detail;
  }

  static {
    $property_define(CustomEvent.prototype, symbolToStringTag, "CustomEvent", IS_CONFIGURABLE);
  }
}

// What a target keeps is a list: a mark, its listeners, and for signals more. A listener is a list: the type, the callback,
// whether it is for the phase of capturing, whether it is called once, whether it is passive, whether it has been removed.
const targetMark = $symbol_new("event target");
const TARGET_LISTENERS = 1;
const LISTENER_TYPE = 0;
const LISTENER_CALLBACK = 1;
const LISTENER_CAPTURES = 2;
const LISTENER_ONCE = 3;
const LISTENER_PASSIVE = 4;
const LISTENER_REMOVED = 5;

function targetState(x): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length > TARGET_LISTENERS && state[0] === targetMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type EventTarget'), "ERR_INVALID_THIS");
}

class EventTarget {
  constructor() {
    if (this === undefined) throw new TypeError("Class constructor EventTarget cannot be invoked without 'new'");
    $record_setInner(this, [targetMark, []]);
  }

  addEventListener(...args: $Length<2>) {
    requireArguments(args, 2);
    addListener(this, args[0], args[1], args[2]);
  }

  removeEventListener(...args: $Length<2>) {
    requireArguments(args, 2);
    removeListener(targetState(this), toText(args[0]), args[1], isCapturing(args[2]));
  }

  dispatchEvent(event) {
    const state = targetState(this);
    const inner = $record_inner(event);
    if ($value_kind(inner) !== KIND_LIST || inner[0] !== eventMark) {
      throw invalidArgument('The "event" argument must be an instance of Event. Received ' + received(event));
    }
    if (eventFlag(event, EVENT_IS_DISPATCHED)) {
      throw codedError(new Error('The event "' + inner[EVENT_TYPE] + '" is already being dispatched'), "ERR_EVENT_RECURSION");
    }
    dispatchTo(this, state, event, inner);
    return !eventFlag(event, EVENT_IS_PREVENTED);
  }

  static {
    $property_define(EventTarget.prototype, symbolToStringTag, "EventTarget", IS_CONFIGURABLE);
  }
}

function requireArguments(args: $List, count: number): void {
  if (args.length >= count) return;
  const names = args.length === 0 ? 'The "type" and "listener" arguments' : 'The "listener" argument';
  throw codedError(new TypeError(names + " must be specified"), "ERR_MISSING_ARGS");
}

function isCapturing(options): boolean {
  return ($value_isObject(options) ? options.capture : options) ? true : false;
}

function addListener(target, name, callback, options): void {
  const state = targetState(target);
  const isMore = $value_isObject(options);
  const once = isMore && options.once ? true : false;
  const passive = isMore && options.passive ? true : false;
  const captures = isCapturing(options);
  const signal = isMore ? options.signal : undefined;
  if (callback === null || callback === undefined) return;
  if (!$value_isObject(callback)) {
    throw invalidArgument('The "listener" argument must be an instance of EventListener. Received ' + received(callback));
  }
  const type = toText(name);
  if (signal !== undefined && signal !== null) {
    if (signalState(signal)[SIGNAL_ABORTED]) return;
    addListener(signal, "abort", () => removeListener(state, type, callback, captures), undefined);
  }
  const listeners: $List = state[TARGET_LISTENERS];
  for (let i = 0; i < listeners.length; i++) if (isListener(listeners[i], type, callback, captures)) return;
  listeners.push([type, callback, captures, once, passive, false]);
}

function isListener(listener: $List, type: string, callback, captures: boolean): boolean {
  return listener[LISTENER_TYPE] === type && listener[LISTENER_CALLBACK] === callback && listener[LISTENER_CAPTURES] === captures;
}

function removeListener(state: $List, type: string, callback, captures: boolean): void {
  const listeners: $List = state[TARGET_LISTENERS];
  for (let i = 0; i < listeners.length; i++) {
    if (isListener(listeners[i], type, callback, captures)) {
      listeners[i][LISTENER_REMOVED] = true;
      $array_remove(listeners, i, 1);
      return;
    }
  }
}

function dispatchTo(target, state: $List, event, kept: $List): void {
  const all: $List = state[TARGET_LISTENERS];
  const listeners: $List = $array_slice(all, 0, all.length);
  const type: string = kept[EVENT_TYPE];
  kept[EVENT_TARGET] = target;
  kept[EVENT_CURRENT] = target;
  kept[EVENT_FLAGS] = (kept[EVENT_FLAGS] & ~EVENT_IS_STOPPED_AT_ONCE) | EVENT_IS_DISPATCHED;
  for (let i = 0; i < listeners.length; i++) {
    const listener: $List = listeners[i];
    if (listener[LISTENER_TYPE] !== type || listener[LISTENER_REMOVED]) continue;
    if (listener[LISTENER_ONCE]) removeListener(state, type, listener[LISTENER_CALLBACK], listener[LISTENER_CAPTURES]);
    const passive = listener[LISTENER_PASSIVE] ? EVENT_IS_PASSIVE : 0;
    kept[EVENT_FLAGS] = (kept[EVENT_FLAGS] & ~EVENT_IS_PASSIVE) | passive;
    callListener(listener[LISTENER_CALLBACK], target, event);
    if (eventFlag(event, EVENT_IS_STOPPED_AT_ONCE)) break;
  }
  kept[EVENT_CURRENT] = null;
  kept[EVENT_FLAGS] = kept[EVENT_FLAGS] & ~(EVENT_IS_DISPATCHED | EVENT_IS_PASSIVE);
}

// An error of a listener does not stop the others: it is thrown when the present code has ended.
function callListener(callback, target, event): void {
  try {
    if (typeof callback === "function") $call(callback, target, event);
    else callback.handleEvent(event);
  } catch (error) {
    enqueueMicrotask(
      () => {
        throw error;
      },
      runningCall,
      JOB_CALLBACK,
    );
  }
}
