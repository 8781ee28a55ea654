// Tasks that are started as such, groups of them, and what waits for several or for a time.

class TimeoutError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(TimeoutError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(TimeoutError, "TimeoutError");
  }
}

class Task {
  constructor() {
    throw new TypeError("a task is started by Task.start");
  }

  static start(body, ...given) {
    return startTask(body, given);
  }

  static all(tasks) {
    return combineTasks(tasks, false);
  }

  static race(tasks) {
    return combineTasks(tasks, true);
  }

  static throwIfCancelled() {
    if (runningCoroutine !== undefined) throwPending(runningCoroutine);
  }
}

// The promise of what a function gives that runs as a task of its own, in one of the next turns.
function startTask(body, given: $List): any {
  requireCallable(body);
  const promise = newPromise();
  const strand = newStrand();
  const coroutine = newTaskCoroutine(promise, strand);
  const begin = () => {
    if (isPending(promise)) runTask(coroutine, promise, body, given);
  };
  enqueueMicrotask(begin, strand, JOB_CALLBACK);
  return promise;
}

function newTaskCoroutine(promise, strand): $List {
  const coroutine: $List = [undefined, undefined, undefined, strand, taskMark];
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = coroutine;
  return coroutine;
}

function runTask(coroutine: $List, promise, body, given: $List): void {
  startCoroutine(coroutine, () => runAsync(() => awaitValue(callWith(body, undefined, given)), promise));
}

// The promise of a function that is called at once, as any async function, but can be cancelled with all it waits for.
function startScope(body): any {
  const promise = newPromise();
  runTask(newTaskCoroutine(promise, runningCall), promise, body, []);
  return promise;
}

// A promise whose cancelling is that of what it stands for: it is settled when all of that has ended.
function newGroupWait(statesOf, cancel): any {
  const promise = newPromise();
  const state: $List = $record_inner(promise);
  state[PROMISE_COROUTINE] = [WAIT_GROUP, statesOf, cancel];
  return promise;
}

// Calls functions with the result of a promise, or the error, which counts as handled.
function whenEnded(promise, onResult, onError): void {
  subscribe($record_inner(promise), newReaction(onResult, onError, newPromise()));
}

// `Task.all` and `Task.race`: what is decided ends the others, and is told when all have ended.
function combineTasks(values, isRace: boolean): any {
  const given = listOf(values);
  const tasks: $List = [];
  for (let i = 0; i < given.length; i++) tasks.push(promiseResolve(Promise, given[i]));
  const results: $List = [];
  let left = tasks.length;
  let isDecided = false;
  let isFailed = false;
  let outcome: any = undefined;
  const decide = (failed, value) => {
    if (isDecided) return;
    isDecided = true;
    isFailed = failed;
    outcome = value;
    const error = newCancellation(failed ? value : undefined);
    for (let i = 0; i < tasks.length; i++) cancelState($record_inner(tasks[i]), error, true);
  };
  const combined = newGroupWait(() => statesOfAll(tasks), (error) => decide(true, error));
  const countDown = () => {
    left--;
    if (left > 0) return;
    if (isFailed) rejectPromise(combined, outcome);
    else resolvePromise(combined, isRace ? outcome : results);
  };
  for (let i = 0; i < tasks.length; i++) {
    results.push(undefined);
    whenEnded(
      tasks[i],
      (value) => {
        results[i] = value;
        if (isRace) decide(false, value);
        countDown();
      },
      (error) => {
        decide(true, error);
        countDown();
      },
    );
  }
  if (tasks.length === 0 && !isRace) resolvePromise(combined, results);
  return combined;
}

function statesOfAll(promises: $List): $List {
  const states: $List = [];
  for (let i = 0; i < promises.length; i++) states.push($record_inner(promises[i]));
  return states;
}

// The end of a function that has a time for it: it is cancelled then.
function withTimeout(milliseconds, body) {
  requireCallable(body);
  const time = toNumber(milliseconds);
  if (!(time >= 0)) throw new RangeError("Invalid timeout");
  const inner = startScope(body);
  const state: $List = $record_inner(inner);
  let isLate = false;
  const ended = newGroupWait(() => [state], (error) => cancelState(state, error, true));
  const late = () => {
    isLate = cancelState(state, newCancellation(undefined), true);
  };
  const timer = time <= LONGEST_DELAY ? newDeadline(late, time) : undefined;
  whenEnded(
    inner,
    (value) => {
      clearTimer(timer);
      resolvePromise(ended, value);
    },
    (error) => {
      clearTimer(timer);
      const isOver = isLate && isCancellation(error);
      rejectPromise(ended, isOver ? new TimeoutError("the time of " + time + " ms is over", { cause: error }) : error);
    },
  );
  return ended;
}

// A group keeps a list: the mark, the coroutine that it interrupts when a task fails, the states of the tasks that have not
// ended, what tasks have failed by, the error of the tasks that it has cancelled, that by which its end was cancelled, the
// promise of its end, and whether it has ended.
const GROUP_OWNER = 1;
const GROUP_TASKS = 2;
const GROUP_FAILURES = 3;
const GROUP_CANCELLED = 4;
const GROUP_INTERRUPTED = 5;
const GROUP_END = 6;
const GROUP_HAS_ENDED = 7;
const groupMark = $symbol_new("task group");

class TaskGroup {
  constructor() {
    if (this === undefined) throw new TypeError("Class constructor TaskGroup cannot be invoked without 'new'");
    $record_setInner(this, [groupMark, undefined, $table_new(), [], undefined, undefined, undefined, false]);
  }

  start(body, ...given) {
    return startInGroup(keptBy(this, groupMark, "TaskGroup.prototype.start"), body, given);
  }

  cancel() {
    cancelGroup(keptBy(this, groupMark, "TaskGroup.prototype.cancel"), undefined);
  }

  join() {
    return endGroup(keptBy(this, groupMark, "TaskGroup.prototype.join"));
  }

  get size() {
    return $table_size(keptBy(this, groupMark, "get TaskGroup.prototype.size")[GROUP_TASKS]);
  }

  get isCancelled() {
    return keptBy(this, groupMark, "get TaskGroup.prototype.isCancelled")[GROUP_CANCELLED] !== undefined;
  }

  [Symbol.asyncDispose]() {
    return endGroup(keptBy(this, groupMark, "TaskGroup.prototype[Symbol.asyncDispose]"));
  }

  static {
    $property_define(TaskGroup.prototype, symbolToStringTag, "TaskGroup", IS_CONFIGURABLE);
  }
}

function startInGroup(group: $List, body, given: $List): any {
  if (group[GROUP_CANCELLED] !== undefined) throw group[GROUP_CANCELLED];
  if (group[GROUP_HAS_ENDED]) throw new Error("the group of tasks has ended");
  const task = startTask(body, given);
  const state: $List = $record_inner(task);
  $table_set(group[GROUP_TASKS], state, true);
  whenEnded(
    task,
    () => endOfTask(group, state),
    (error) => {
      if (!isCancellation(error)) failGroup(group, error);
      endOfTask(group, state);
    },
  );
  return task;
}

function endOfTask(group: $List, state: $List): void {
  $table_delete(group[GROUP_TASKS], state);
  if (group[GROUP_END] !== undefined) tellEnd(group);
}

// The first failure cancels the others, and interrupts the block whose end waits for the group.
function failGroup(group: $List, error): void {
  const failures: $List = group[GROUP_FAILURES];
  failures.push(error);
  if (group[GROUP_CANCELLED] !== undefined) return;
  cancelGroup(group, error);
  if (group[GROUP_OWNER] !== undefined && group[GROUP_END] === undefined) {
    interrupt(group[GROUP_OWNER], group[GROUP_CANCELLED], true);
  }
}

function cancelGroup(group: $List, cause): void {
  if (group[GROUP_CANCELLED] !== undefined) return;
  const error = newCancellation(cause);
  group[GROUP_CANCELLED] = error;
  const states = statesOfGroup(group);
  for (let i = 0; i < states.length; i++) cancelState(states[i], error, true);
}

function statesOfGroup(group: $List): $List {
  const tasks = group[GROUP_TASKS];
  const states: $List = [];
  let cursor = $table_next(tasks, 0);
  while (cursor >= 0) {
    states.push($table_key(tasks, cursor));
    cursor = $table_next(tasks, cursor);
  }
  return states;
}

// The promise of the end of all tasks of a group. What was to interrupt who waits for it has come too late, or is for them.
function endGroup(group: $List): any {
  if (group[GROUP_END] === undefined) {
    group[GROUP_END] = newGroupWait(
      () => statesOfGroup(group),
      (error) => interruptEnd(group, error),
    );
    const error = runningCoroutine === undefined ? undefined : takePending(runningCoroutine);
    if (error !== undefined && error !== group[GROUP_CANCELLED]) interruptEnd(group, error);
    tellEnd(group);
  }
  return group[GROUP_END];
}

function interruptEnd(group: $List, error): void {
  if (group[GROUP_INTERRUPTED] === undefined) group[GROUP_INTERRUPTED] = error;
  cancelGroup(group, error);
}

function tellEnd(group: $List): void {
  if (group[GROUP_HAS_ENDED] || $table_size(group[GROUP_TASKS]) > 0) return;
  group[GROUP_HAS_ENDED] = true;
  const failures: $List = group[GROUP_FAILURES];
  if (failures.length === 1) rejectPromise(group[GROUP_END], failures[0]);
  else if (failures.length > 1) {
    rejectPromise(group[GROUP_END], new AggregateError(failures, "several tasks of a group have failed"));
  } else if (group[GROUP_INTERRUPTED] !== undefined) rejectPromise(group[GROUP_END], group[GROUP_INTERRUPTED]);
  else resolvePromise(group[GROUP_END], undefined);
}
