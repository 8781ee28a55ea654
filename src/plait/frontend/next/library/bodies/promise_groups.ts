// Promise.all, allSettled, any and race.

const COMBINE_ALL = 0;
const COMBINE_SETTLED = 1;
const COMBINE_ANY = 2;
const COMBINE_RACE = 3;
const COMBINING: $List = ["all", "allSettled", "any", "race"];

// What the functions of one group share is a list: how many are not settled, results, the promise with its functions, and
// the states of those it waits for.
function combinePromises(C, values, which: number): any {
  if (!$value_isObject(C)) throw new TypeError("Promise." + COMBINING[which] + " called on non-object");
  const capability: $List = newFullCapability(C);
  const members: $List = [];
  const group: $List = [1, [], capability, members];
  if (C === Promise) noteMembers(capability[0], members);
  let it;
  let isOpen = false;
  try {
    const resolve = C.resolve;
    if (typeof resolve !== "function") throw new TypeError("Promise resolve or reject function is not callable");
    it = iterator(values);
    let index = 0;
    while (true) {
      const value = step(it);
      if ($value_isAbsent(value)) break;
      isOpen = true;
      addToGroup(group, $call(resolve, C, value), index, which);
      isOpen = false;
      index++;
    }
    if (which !== COMBINE_RACE) countDown(group, which);
  } catch (error) {
    if (isOpen) closeAfterError(it);
    $call(capability[2], undefined, error);
  }
  return capability[0];
}

// What the promise of a group waits for.
function noteMembers(promise, members: $List): void {
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = [WAIT_ALL, members];
}

function addToGroup(group: $List, promise, index: number, which: number): void {
  const capability: $List = group[2];
  const state = promiseState(promise);
  const members: $List = group[3];
  if (state !== undefined) members.push(state);
  if (which === COMBINE_RACE) {
    promise.then(capability[1], capability[2]);
    return;
  }
  const results: $List = group[1];
  results.push(undefined);
  group[0] = group[0] + 1;
  const called: $List = [false];
  const entry = groupFunction(group, index, which, called, JOB_FULFILLED);
  if (which === COMBINE_ALL) promise.then(entry, capability[2]);
  else if (which === COMBINE_ANY) promise.then(capability[1], entry);
  else promise.then(entry, groupFunction(group, index, which, called, JOB_REJECTED));
}

// The handler that stores the result of one promise of a group.
function groupFunction(group: $List, index: number, which: number, called: $List, status: number): any {
  return (value) => {
    if (called[0]) return;
    called[0] = true;
    const results: $List = group[1];
    if (which !== COMBINE_SETTLED) results[index] = value;
    else if (status === JOB_FULFILLED) results[index] = { status: "fulfilled", value };
    else results[index] = { status: "rejected", reason: value };
    countDown(group, which);
  };
}

function countDown(group: $List, which: number): void {
  const left = group[0] - 1;
  group[0] = left;
  if (left > 0) return;
  const capability: $List = group[2];
  $$ARRAY_TRUNCATE(group[3], 0);
  if (which === COMBINE_ANY) {
    $call(capability[2], undefined, new AggregateError(group[1], "All promises were rejected"));
  } else {
    $call(capability[1], undefined, group[1]);
  }
}
