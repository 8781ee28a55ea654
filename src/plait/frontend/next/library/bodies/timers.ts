// Timers. The time of the timers is that of the one that runs, as if nothing but waiting took time, so that the order does
// not depend on how fast the program is; it moves on to the clock's when the program looks at the clock.

// A timer is a list: when it is due, its number, its function, the arguments, the delay, whether it repeats, whether it is
// active, whether the program waits for it, the record by which the program knows it, its place among those due together, and
// the strand that has made it.
const TIMER_DUE = 0;
const TIMER_NUMBER = 1;
const TIMER_CALLBACK = 2;
const TIMER_ARGUMENTS = 3;
const TIMER_DELAY = 4;
const TIMER_REPEATS = 5;
const TIMER_ACTIVE = 6;
const TIMER_AWAITED = 7;
const TIMER_RECORD = 8;
const TIMER_ORDER = 9;
const TIMER_STRAND = 10;

const LONGEST_DELAY = 2147483647;

// A heap: the timer that is due first stands first. Those that were cleared are dropped when they come to the front.
const timers: $List = [];
let timerNumber: number = 0;
let timerOrder: number = 0;
let timersAwaited: number = 0;

// The timer that is being put to another place of the heap.
let movedTimer: any = undefined;

// Lists as timers; the batch is what runs before timers get their turn again.
const immediates: $List = [];
const immediateBatch: $List = [];

class Timeout {
  ref() {
    waitForTimer($record_inner(this), true);
    return this;
  }

  unref() {
    waitForTimer($record_inner(this), false);
    return this;
  }

  hasRef() {
    const timer: $List = $record_inner(this);
    return timer[TIMER_AWAITED];
  }

  refresh() {
    const timer: $List = $record_inner(this);
    if (timer[TIMER_ACTIVE]) {
      stopTimer(timer);
      startTimer(copyTimer(timer));
    }
    return this;
  }

  close() {
    stopTimer($record_inner(this));
    return this;
  }

  [Symbol.toPrimitive]() {
    const timer: $List = $record_inner(this);
    return timer[TIMER_NUMBER];
  }
}

class Immediate {
  ref() {
    waitForTimer($record_inner(this), true);
    return this;
  }

  unref() {
    waitForTimer($record_inner(this), false);
    return this;
  }

  hasRef() {
    const timer: $List = $record_inner(this);
    return timer[TIMER_AWAITED];
  }
}

function setTimeout(callback, delay, ...rest) {
  return newTimeout(callback, delay, rest, false);
}

function setInterval(callback, delay, ...rest) {
  return newTimeout(callback, delay, rest, true);
}

function setImmediate(callback, ...rest) {
  const timer = newTimer(callback, 0, rest, false, $record_new(Immediate.prototype));
  immediates.push(timer);
  return timer[TIMER_RECORD];
}

function clearTimeout(timer) {
  clearTimer(timer);
}

function clearInterval(timer) {
  clearTimer(timer);
}

function clearImmediate(timer) {
  clearTimer(timer);
}

function sleep(milliseconds) {
  const promise = newPromise();
  newTimeout(() => resolvePromise(promise, undefined), milliseconds, [], false);
  return promise;
}

function newTimeout(callback, delay, rest: $List, isRepeated: boolean): any {
  let wait = delay === undefined ? 1 : $$FTRUNC(toNumber(delay));
  if (!(wait >= 1 && wait <= LONGEST_DELAY)) wait = 1;
  const timer = newTimer(callback, wait, rest, isRepeated, $record_new(Timeout.prototype));
  startTimer(timer);
  return timer[TIMER_RECORD];
}

function newTimer(callback, delay: number, rest: $List, isRepeated: boolean, record): $List {
  if (typeof callback !== "function") {
    throw invalidArgument('The "callback" argument must be of type function. Received ' + received(callback));
  }
  timerNumber++;
  timersAwaited++;
  eventSource = runNextEvent;
  eventWait = nextEventWait;
  eventMend = mendTimers;
  nextStrand = strandOfNextTimer;
  const timer: $List = [0, timerNumber, callback, rest, delay, isRepeated, true, true, record, 0, runningCall];
  $record_setInner(record, timer);
  return timer;
}

function startTimer(timer: $List): void {
  timerOrder++;
  timer[TIMER_DUE] = timerTime() + timer[TIMER_DELAY];
  timer[TIMER_ORDER] = timerOrder;
  pushTimer(timer);
}

// The same timer, whose older place in the heap no longer counts.
function copyTimer(timer: $List): $List {
  const copy: $List = $array_slice(timer, 0, timer.length);
  copy[TIMER_ACTIVE] = true;
  if (copy[TIMER_AWAITED]) timersAwaited++;
  $record_setInner(copy[TIMER_RECORD], copy);
  return copy;
}

function waitForTimer(timer: $List, isAwaited: boolean): void {
  if (timer[TIMER_ACTIVE] && timer[TIMER_AWAITED] !== isAwaited) timersAwaited += isAwaited ? 1 : -1;
  timer[TIMER_AWAITED] = isAwaited;
}

function stopTimer(timer: $List): void {
  if (!timer[TIMER_ACTIVE]) return;
  timer[TIMER_ACTIVE] = false;
  if (timer[TIMER_AWAITED]) timersAwaited--;
}

function clearTimer(given): void {
  if (given === undefined || given === null) return;
  if (typeof given === "number" || typeof given === "string") {
    const number = toNumber(given);
    for (let i = 0; i < timers.length; i++) {
      const timer: $List = timers[i];
      if (timer[TIMER_NUMBER] === number) stopTimer(timer);
    }
    return;
  }
  const inner = $record_inner(given);
  if ($value_kind(inner) !== KIND_LIST) return;
  const timer: $List = inner;
  if (timer.length > TIMER_RECORD && timer[TIMER_RECORD] === given) stopTimer(timer);
}

function isEarlier(timer: $List, other: $List): boolean {
  const due: number = timer[TIMER_DUE];
  const otherDue: number = other[TIMER_DUE];
  if (due !== otherDue) return due < otherDue;
  return timer[TIMER_ORDER] < other[TIMER_ORDER];
}

function pushTimer(timer: $List): void {
  let place = timers.length;
  movedTimer = timer;
  timers.push(timer);
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isEarlier(timer, timers[above])) break;
    timers[place] = timers[above];
    place = above;
  }
  timers[place] = timer;
  movedTimer = undefined;
}

function removeFirstTimer(): void {
  movedTimer = timers[timers.length - 1];
  const last: $List = $$ARRAY_POP(timers);
  const count = timers.length;
  if (count === 0) {
    movedTimer = undefined;
    return;
  }
  let place = 0;
  while (true) {
    let below = 2 * place + 1;
    if (below >= count) break;
    if (below + 1 < count && isEarlier(timers[below + 1], timers[below])) below++;
    if (!isEarlier(timers[below], last)) break;
    timers[place] = timers[below];
    place = below;
  }
  timers[place] = last;
  movedTimer = undefined;
}

// Puts in order what the host may have stopped in the midst of: each timer once in the heap, and those counted that the
// program waits for.
function mendTimers(): void {
  const found: $List = $array_slice(timers, 0, timers.length);
  if (movedTimer !== undefined) found.push(movedTimer);
  $$ARRAY_TRUNCATE(timers, 0);
  timersAwaited = 0;
  const known = $table_new();
  for (let i = 0; i < found.length; i++) {
    const timer: $List = found[i];
    const order = timer[TIMER_ORDER];
    if (!timer[TIMER_ACTIVE] || !$value_isAbsent($table_get(known, order))) continue;
    $table_set(known, order, true);
    pushTimer(timer);
    if (timer[TIMER_AWAITED]) timersAwaited++;
  }
  countAwaited(immediateBatch);
  countAwaited(immediates);
}

function countAwaited(list: $List): void {
  for (let i = 0; i < list.length; i++) {
    const timer: $List = list[i];
    if (timer[TIMER_ACTIVE] && timer[TIMER_AWAITED]) timersAwaited++;
  }
}

function dropStoppedTimers(): void {
  while (timers.length > 0) {
    const first: $List = timers[0];
    if (first[TIMER_ACTIVE]) break;
    removeFirstTimer();
  }
}

// In how many milliseconds the next timer or immediate is due; -1 when there is nothing left that the program waits for.
function nextEventWait(): number {
  dropStoppedTimers();
  if (timersAwaited === 0) return -1;
  if (immediateBatch.length > 0 || immediates.length > 0 || timers.length === 0) return 0;
  const first: $List = timers[0];
  const due: number = first[TIMER_DUE];
  return $$FMAX(0, due - $clock_now());
}

// The strand of the next timer; ABSENT if there is none, or if it says how long something may take at most.
function strandOfNextTimer(): any {
  dropStoppedTimers();
  if (timersAwaited === 0 || timers.length === 0 || immediateBatch.length + immediates.length > 0) return $value_absent();
  const first: $List = timers[0];
  return first[TIMER_STRAND];
}

// A timer that says how long something may take at most.
function newDeadline(callback, delay: number): any {
  const timer = setTimeout(callback, delay);
  const kept: $List = $record_inner(timer);
  kept[TIMER_STRAND] = $value_absent();
  return timer;
}

// Runs the next timer or immediate; false when there is nothing left that the program waits for.
function runNextEvent(): boolean {
  dropStoppedTimers();
  if (timersAwaited === 0) return false;
  if (immediateBatch.length > 0) {
    runImmediate();
    return true;
  }
  if (timers.length > 0) {
    const first: $List = timers[0];
    const due: number = first[TIMER_DUE];
    const wait = immediates.length > 0 ? 0 : due - $clock_now();
    if (immediates.length === 0 || due <= timerTime()) {
      if (wait > 0) {
        $$SLEEP(wait);
        // Another task of the host may have run it meanwhile, or there is an earlier one.
        if (timers.length === 0 || timers[0] !== first || !first[TIMER_ACTIVE]) return true;
      }
      setTimerTime(due);
      removeFirstTimer();
      runTimer(first);
      return true;
    }
  }
  $array_append(immediateBatch, immediates);
  $$ARRAY_TRUNCATE(immediates, 0);
  runImmediate();
  return true;
}

function runImmediate(): void {
  const timer: $List = $$ARRAY_SHIFT(immediateBatch);
  if (immediateBatch.length === 0) setTimerTime($clock_now());
  if (!timer[TIMER_ACTIVE]) return;
  stopTimer(timer);
  callWith(timer[TIMER_CALLBACK], timer[TIMER_RECORD], timer[TIMER_ARGUMENTS]);
}

function runTimer(timer: $List): void {
  const repeats = timer[TIMER_REPEATS];
  if (!repeats) stopTimer(timer);
  callWith(timer[TIMER_CALLBACK], timer[TIMER_RECORD], timer[TIMER_ARGUMENTS]);
  if (repeats && timer[TIMER_ACTIVE]) startTimer(timer);
}
