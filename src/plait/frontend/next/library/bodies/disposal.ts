// What `using` does. A resource is a list: the value, its method, and whether the result of that is awaited.

function addResource(resources: $List, value, isAsync: boolean): void {
  if (isAsync) keepOwner(value);
  if (value === undefined || value === null) {
    if (isAsync) resources.push([undefined, undefined, true]);
    return;
  }
  if (!$value_isObject(value)) throw new TypeError("Object expected.");
  let method = isAsync ? getElement(value, symbolAsyncDispose) : undefined;
  const isAwaited = method !== undefined && method !== null;
  if (!isAwaited) method = getElement(value, symbolDispose);
  if (typeof method !== "function") throw new TypeError("Object not disposable.");
  resources.push([value, method, isAsync]);
}

// Disposes of resources, the last first. What fails replaces the failure before, which it has with it; ABSENT: there was none.
function dispose(resources: $List, failure): void {
  let failed = failure;
  for (let i = resources.length - 1; i >= 0; i--) {
    const resource: $List = resources[i];
    try {
      $call(resource[1], resource[0]);
    } catch (error) {
      failed = failureOf(error, failed);
    }
  }
  if (failed !== failure) throw failed;
}

function disposeAsync(resources: $List, failure): void {
  let failed = failure;
  for (let i = resources.length - 1; i >= 0; i--) {
    const resource: $List = resources[i];
    const group = groupOf(resource[0]);
    if (group !== undefined && !$value_isAbsent(failed)) cancelGroup(group, caught(failed));
    try {
      const result = resource[1] === undefined ? undefined : $call(resource[1], resource[0]);
      if (resource[2]) awaitValue(result);
    } catch (error) {
      const isCancelled = group !== undefined && !$value_isAbsent(failed) && isCancellation(caught(failed));
      failed = isCancelled ? error : failureOf(error, failed);
    }
  }
  if (failed !== failure) throw failed;
}

// A group of tasks interrupts the block that disposes of it when one of them fails. What it has failed by takes the place of
// the error that the block got so.

function groupOf(x): any {
  const inner = $record_inner(x);
  if ($value_kind(inner) !== KIND_LIST) return undefined;
  const kept: $List = inner;
  return kept.length > GROUP_HAS_ENDED && kept[0] === groupMark ? kept : undefined;
}

function keepOwner(x): void {
  const group = groupOf(x);
  if (group !== undefined) group[GROUP_OWNER] = runningCoroutine;
}

// What a stack keeps is a list: a mark, whether it has been disposed of, and the resources.

const stackMark = $symbol_new("disposable stack");
const asyncStackMark = $symbol_new("async disposable stack");

function newStack(self, mark): void {
  const resources: $List = [];
  $record_setInner(self, [mark, false, resources]);
}

function stackOf(x, mark, method: string): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const stack: $List = inner;
    if (stack.length === 3 && stack[0] === mark) return stack;
  }
  throw incompatible(method, x);
}

// The resources of a stack that has not been disposed of.
function openStack(x, mark, method: string): $List {
  const stack = stackOf(x, mark, method);
  if (stack[1]) {
    const name = mark === stackMark ? "DisposableStack" : "AsyncDisposableStack";
    throw new ReferenceError("Cannot call " + method + " on an already-disposed " + name);
  }
  return stack[2];
}

function useResource(resources: $List, value, isAsync: boolean): any {
  addResource(resources, value, isAsync);
  return value;
}

function adoptResource(resources: $List, value, onDispose, isAsync: boolean): any {
  requireCallable(onDispose);
  resources.push([undefined, () => $call(onDispose, undefined, value), isAsync]);
  return value;
}

function deferResource(resources: $List, onDispose, isAsync: boolean): void {
  requireCallable(onDispose);
  resources.push([undefined, onDispose, isAsync]);
}

// Moves the resources into another stack; this one has been disposed of then.
function moveStack(stack: $List, prototype): any {
  const moved = $record_new(prototype);
  $record_setInner(moved, [stack[0], false, stack[2]]);
  stack[1] = true;
  stack[2] = [];
  return moved;
}

function closeStack(stack: $List): $List {
  const resources: $List = stack[2];
  stack[1] = true;
  stack[2] = [];
  return resources;
}

class DisposableStack {
  constructor() {
    if (this === undefined) throw new TypeError("Constructor DisposableStack requires 'new'");
    newStack(this, stackMark);
  }

  get disposed() {
    return stackOf(this, stackMark, "get DisposableStack.prototype.disposed")[1];
  }

  use(value) {
    return useResource(openStack(this, stackMark, "DisposableStack.prototype.use"), value, false);
  }

  adopt(value, onDispose) {
    return adoptResource(openStack(this, stackMark, "DisposableStack.prototype.adopt"), value, onDispose, false);
  }

  defer(onDispose) {
    deferResource(openStack(this, stackMark, "DisposableStack.prototype.defer"), onDispose, false);
  }

  move() {
    openStack(this, stackMark, "DisposableStack.prototype.move");
    return moveStack(stackOf(this, stackMark, "DisposableStack.prototype.move"), DisposableStack.prototype);
  }

  ["dispose"]() {
    const stack = stackOf(this, stackMark, "DisposableStack.prototype.dispose");
    if (!stack[1]) dispose(closeStack(stack), $value_absent());
  }

  static {
    const method = getProperty(DisposableStack.prototype, "dispose");
    $property_define(DisposableStack.prototype, symbolDispose, method, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(DisposableStack.prototype, symbolToStringTag, "DisposableStack", IS_CONFIGURABLE);
  }
}

class AsyncDisposableStack {
  constructor() {
    if (this === undefined) throw new TypeError("Constructor AsyncDisposableStack requires 'new'");
    newStack(this, asyncStackMark);
  }

  get disposed() {
    return stackOf(this, asyncStackMark, "get AsyncDisposableStack.prototype.disposed")[1];
  }

  use(value) {
    return useResource(openStack(this, asyncStackMark, "AsyncDisposableStack.prototype.use"), value, true);
  }

  adopt(value, onDispose) {
    return adoptResource(openStack(this, asyncStackMark, "AsyncDisposableStack.prototype.adopt"), value, onDispose, true);
  }

  defer(onDispose) {
    deferResource(openStack(this, asyncStackMark, "AsyncDisposableStack.prototype.defer"), onDispose, true);
  }

  move() {
    openStack(this, asyncStackMark, "AsyncDisposableStack.prototype.move");
    return moveStack(stackOf(this, asyncStackMark, "AsyncDisposableStack.prototype.move"), AsyncDisposableStack.prototype);
  }

  async ["disposeAsync"]() {
    const stack = stackOf(this, asyncStackMark, "AsyncDisposableStack.prototype.disposeAsync");
    if (!stack[1]) disposeAsync(closeStack(stack), $value_absent());
  }

  static {
    const method = getProperty(AsyncDisposableStack.prototype, "disposeAsync");
    $property_define(AsyncDisposableStack.prototype, symbolAsyncDispose, method, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(AsyncDisposableStack.prototype, symbolToStringTag, "AsyncDisposableStack", IS_CONFIGURABLE);
  }
}

function failureOf(error, before): any {
  if ($value_isAbsent(before)) return error;
  return new SuppressedError(error, caught(before), "An error was suppressed during disposal.");
}
