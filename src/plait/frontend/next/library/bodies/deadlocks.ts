// Deadlocks: what the host is told of who waits for whom.

// Ends the program: the coroutine waits for ever. For it, and those it waits for, the host gets the task and the wait.
function endInDeadlock(coroutine: $List): void {
  const found: $List = [coroutine];
  const seen = $table_new();
  const waits: $List = [];
  for (let i = 0; i < found.length; i++) {
    const waiter: $List = found[i];
    if ($table_has(seen, waiter)) continue;
    $table_set(seen, waiter, true);
    if (placeOfWaiter(waiter) >= 0) waits.push([waiter[COROUTINE_TASK], waitOf(waiter[COROUTINE_AWAITS], found)]);
  }
  $error_deadlock(waits);
}

// What a promise waits for; the coroutines among that are added to those found.
function waitOf(state: $List, found: $List): $List {
  const inner = state[PROMISE_COROUTINE];
  if (inner === undefined) return [WAIT_PROMISE];
  if (!isWait(inner)) {
    found.push(inner);
    return [WAIT_TASK, inner[COROUTINE_TASK]];
  }
  const kind = inner[WAIT_KIND];
  if (kind === WAIT_MUTEX) {
    const mutex: $List = inner[WAIT_TARGET];
    const owner = mutex[MUTEX_OWNER];
    if (owner === undefined) return [kind];
    found.push(owner);
    return [kind, owner[COROUTINE_TASK]];
  }
  if (kind === WAIT_ALL) return waitsOf(kind, inner[WAIT_TARGET], found);
  return kind === WAIT_GROUP ? waitsOf(kind, $call(inner[WAIT_TARGET], undefined), found) : [kind];
}

function waitsOf(kind: number, states: $List, found: $List): $List {
  const waits: $List = [kind];
  for (let i = 0; i < states.length; i++) {
    const state: $List = states[i];
    if (state[PROMISE_STATUS] === PROMISE_PENDING) waits.push(waitOf(state, found));
  }
  return waits;
}
