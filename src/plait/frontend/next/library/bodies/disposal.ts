// What `using` does. A resource is a list: the value, its method, and whether the result of that is awaited.

function addResource(resources: $List, value, isAsync: boolean): void {
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
    try {
      const result = resource[1] === undefined ? undefined : $call(resource[1], resource[0]);
      if (resource[2]) awaitValue(result);
    } catch (error) {
      failed = failureOf(error, failed);
    }
  }
  if (failed !== failure) throw failed;
}

function failureOf(error, before): any {
  if ($value_isAbsent(before)) return error;
  return new SuppressedError(error, caught(before), "An error was suppressed during disposal.");
}
