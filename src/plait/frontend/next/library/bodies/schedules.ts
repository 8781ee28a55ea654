// The order in which started tasks have their turns. Each begins a strand: what runs in it keeps its order. Strands take turns as
// their microtasks come, or, if the host has given a seed, by chance. A strand is known by what its microtasks say
// that they belong to, as a call of the host is.

const SCHEDULE_UNKNOWN = -2;
const SCHEDULE_USUAL = -1;

// One of these, or the state of the random numbers that choose.
let scheduleState: number = SCHEDULE_UNKNOWN;
let strandCount: number = 0;

// Whether the host wants to know of turns.
let isScheduleTold: boolean = true;

// A function that gives the strand of the next timer, ABSENT for none; set by timers.
let nextStrand: any = undefined;

const STRAND_NUMBER = 3;

// What a task that is started belongs to.
function newStrand(): any {
  if (scheduleState === SCHEDULE_UNKNOWN) {
    scheduleState = $host_scheduleSeed();
    // Seeds that are near each other begin alike.
    if (scheduleState >= 0) for (let i = 0; i < 4; i++) scheduleChoice(1);
  }
  if (scheduleState === SCHEDULE_USUAL) return runningCall;
  strandCount++;
  return [false, 0, undefined, strandCount];
}

function strandNumber(call): number {
  if (call === undefined) return 0;
  const known: $List = call;
  return known.length > STRAND_NUMBER ? known[STRAND_NUMBER] : 0;
}

// Chance, from 0 to below a number.
function scheduleChoice(count: number): number {
  scheduleState = (scheduleState * 1664525 + 1013904223) % 4294967296;
  return $$FTRUNC((scheduleState / 4294967296) * count);
}

// Puts the first microtask of one of the strands at the head of the queue. The next timer may come before, if its strand does
// nothing else: the others may take any time.
function chooseMicrotask(): void {
  const queue: $List = microtasks;
  while (true) {
    const strands: $List = [];
    const places: $List = [];
    for (let i = microtaskHead; i < queue.length; i += 3) {
      const call = callOfMicrotask(queue[i], queue[i + 1], queue[i + 2]);
      if ($array_indexOf_any(strands, call, 0) < 0) {
        strands.push(call);
        places.push(i);
      }
    }
    const strand = nextStrand === undefined ? $value_absent() : $call(nextStrand, undefined);
    const hasEvent = !$value_isAbsent(strand) && $array_indexOf_any(strands, strand, 0) < 0;
    const choice = scheduleChoice(strands.length + (hasEvent ? 1 : 0));
    if (choice < strands.length) {
      bringToHead(places[choice]);
      if (isScheduleTold) tellTurn(strands[choice]);
      return;
    }
    runningCall = undefined;
    $call(eventSource, undefined);
  }
}

function bringToHead(place: number): void {
  const queue: $List = microtasks;
  const what = queue[place];
  const value = queue[place + 1];
  const kind = queue[place + 2];
  for (let i = place - 1; i >= microtaskHead; i--) queue[i + 3] = queue[i];
  queue[microtaskHead] = what;
  queue[microtaskHead + 1] = value;
  queue[microtaskHead + 2] = kind;
}

function tellTurn(call): void {
  const kind = microtasks[microtaskHead + 2];
  const waiter = microtasks[microtaskHead];
  const isCoroutine = (kind === JOB_FULFILLED || kind === JOB_REJECTED) && waiter[0] !== undefined;
  isScheduleTold = $host_turn(strandNumber(call), isCoroutine ? waiter[COROUTINE_TASK] : undefined);
}
