// Mutexes and semaphores.

// A mutex keeps a list: the mark, whether it is taken, the coroutine that has taken it, and who waits for it: promises with
// the coroutines that asked, and the function that gives it back if they are given what does that.
const MUTEX_TAKEN = 1;
const MUTEX_OWNER = 2;
const MUTEX_WAITING = 3;
const mutexMark = $symbol_new("mutex");

class Mutex {
  constructor() {
    if (this === undefined) throw new TypeError("Class constructor Mutex cannot be invoked without 'new'");
    $record_setInner(this, [mutexMark, false, undefined, []]);
  }

  lock() {
    return lockMutex(keptBy(this, mutexMark, "Mutex.prototype.lock"), undefined);
  }

  acquire() {
    return lockMutex(keptBy(this, mutexMark, "Mutex.prototype.acquire"), unlockMutex);
  }

  tryLock() {
    const mutex = keptBy(this, mutexMark, "Mutex.prototype.tryLock");
    if (mutex[MUTEX_TAKEN]) return false;
    takeMutex(mutex);
    return true;
  }

  unlock() {
    unlockMutex(keptBy(this, mutexMark, "Mutex.prototype.unlock"));
  }

  withLock(body) {
    const mutex = keptBy(this, mutexMark, "Mutex.prototype.withLock");
    requireCallable(body);
    return startAsync(() => {
      awaitValue(lockMutex(mutex, undefined));
      try {
        return awaitValue($call(body, undefined));
      } finally {
        unlockMutex(mutex);
      }
    });
  }

  get isLocked() {
    return keptBy(this, mutexMark, "get Mutex.prototype.isLocked")[MUTEX_TAKEN];
  }

  static {
    $property_define(Mutex.prototype, symbolToStringTag, "Mutex", IS_CONFIGURABLE);
  }
}

function takeMutex(mutex: $List): void {
  mutex[MUTEX_TAKEN] = true;
  mutex[MUTEX_OWNER] = runningCoroutine;
}

// The promise is settled when the mutex has been taken: with nothing, or with what gives it back by the function.
function lockMutex(mutex: $List, giveBack): any {
  if (!mutex[MUTEX_TAKEN]) {
    takeMutex(mutex);
    return resolvedPromise(giveBack === undefined ? undefined : newLease(mutex, giveBack));
  }
  const promise = newWait(WAIT_MUTEX, mutex);
  const waiting: $List = mutex[MUTEX_WAITING];
  joinWaiting(waiting, [promise, runningCoroutine, giveBack]);
  return promise;
}

function unlockMutex(mutex: $List): void {
  if (!mutex[MUTEX_TAKEN]) throw new Error("the mutex is not locked");
  const next = nextWaiting(mutex[MUTEX_WAITING]);
  if (next === undefined) {
    mutex[MUTEX_TAKEN] = false;
    mutex[MUTEX_OWNER] = undefined;
    return;
  }
  mutex[MUTEX_OWNER] = next[1];
  resolvePromise(next[0], next[2] === undefined ? undefined : newLease(mutex, next[2]));
}

// What has been taken, to be given back once: by the end of `using`, or before. It keeps the mark, whose it is, and the function
// that gives it back, undefined when that has been done.
const leaseMark = $symbol_new("lease");

class Lease {
  constructor() {
    throw new TypeError("Illegal constructor");
  }

  release() {
    releaseLease(keptBy(this, leaseMark, "Lease.prototype.release"));
  }

  [Symbol.dispose]() {
    releaseLease(keptBy(this, leaseMark, "Lease.prototype[Symbol.dispose]"));
  }

  static {
    $property_define(Lease.prototype, symbolToStringTag, "Lease", IS_CONFIGURABLE);
  }
}

function newLease(of: $List, giveBack): any {
  const lease = $record_new(Lease.prototype);
  $record_setInner(lease, [leaseMark, of, giveBack]);
  return lease;
}

function releaseLease(lease: $List): void {
  const giveBack = lease[2];
  lease[2] = undefined;
  if (giveBack !== undefined) $call(giveBack, undefined, lease[1]);
}

// A semaphore keeps a list: the mark, how many permits are free, and who waits for one.
const SEMAPHORE_FREE = 1;
const SEMAPHORE_WAITING = 2;
const semaphoreMark = $symbol_new("semaphore");

class Semaphore {
  constructor(permits) {
    if (this === undefined) throw new TypeError("Class constructor Semaphore cannot be invoked without 'new'");
    const count = toNumber(permits);
    if (!(count >= 0 && $$FTRUNC(count) === count)) throw new RangeError("Invalid number of permits");
    $record_setInner(this, [semaphoreMark, count, []]);
  }

  acquire() {
    return takePermit(keptBy(this, semaphoreMark, "Semaphore.prototype.acquire"));
  }

  tryAcquire() {
    const semaphore = keptBy(this, semaphoreMark, "Semaphore.prototype.tryAcquire");
    if (semaphore[SEMAPHORE_FREE] === 0) return undefined;
    semaphore[SEMAPHORE_FREE] = semaphore[SEMAPHORE_FREE] - 1;
    return newLease(semaphore, givePermit);
  }

  withPermit(body) {
    const semaphore = keptBy(this, semaphoreMark, "Semaphore.prototype.withPermit");
    requireCallable(body);
    return startAsync(() => {
      awaitValue(takePermit(semaphore));
      try {
        return awaitValue($call(body, undefined));
      } finally {
        givePermit(semaphore);
      }
    });
  }

  get available() {
    return keptBy(this, semaphoreMark, "get Semaphore.prototype.available")[SEMAPHORE_FREE];
  }

  static {
    $property_define(Semaphore.prototype, symbolToStringTag, "Semaphore", IS_CONFIGURABLE);
  }
}

function takePermit(semaphore: $List): any {
  if (semaphore[SEMAPHORE_FREE] > 0) {
    semaphore[SEMAPHORE_FREE] = semaphore[SEMAPHORE_FREE] - 1;
    return resolvedPromise(newLease(semaphore, givePermit));
  }
  const promise = newWait(WAIT_PERMIT, undefined);
  const waiting: $List = semaphore[SEMAPHORE_WAITING];
  joinWaiting(waiting, [promise]);
  return promise;
}

function givePermit(semaphore: $List): void {
  const next = nextWaiting(semaphore[SEMAPHORE_WAITING]);
  if (next === undefined) semaphore[SEMAPHORE_FREE] = semaphore[SEMAPHORE_FREE] + 1;
  else resolvePromise(next[0], newLease(semaphore, givePermit));
}

// A number that several tasks change. It keeps the mark and the number.
const counterMark = $symbol_new("atomic counter");

class AtomicCounter {
  constructor(value) {
    if (this === undefined) throw new TypeError("Class constructor AtomicCounter cannot be invoked without 'new'");
    $record_setInner(this, [counterMark, value === undefined ? 0 : safeInteger(value)]);
  }

  get value() {
    return keptBy(this, counterMark, "get AtomicCounter.prototype.value")[1];
  }

  add(amount) {
    return addToCounter(keptBy(this, counterMark, "AtomicCounter.prototype.add"), amount);
  }

  increment() {
    return addToCounter(keptBy(this, counterMark, "AtomicCounter.prototype.increment"), 1);
  }

  decrement() {
    return addToCounter(keptBy(this, counterMark, "AtomicCounter.prototype.decrement"), -1);
  }

  exchange(value) {
    const counter = keptBy(this, counterMark, "AtomicCounter.prototype.exchange");
    const given = safeInteger(value);
    const before = counter[1];
    counter[1] = given;
    return before;
  }

  compareExchange(expected, value) {
    const counter = keptBy(this, counterMark, "AtomicCounter.prototype.compareExchange");
    const given = safeInteger(value);
    if (counter[1] !== expected) return false;
    counter[1] = given;
    return true;
  }

  toJSON() {
    return keptBy(this, counterMark, "AtomicCounter.prototype.toJSON")[1];
  }

  static {
    $property_define(AtomicCounter.prototype, symbolToStringTag, "AtomicCounter", IS_CONFIGURABLE);
  }
}

const GREATEST_COUNT = 9007199254740991;

function safeInteger(value): number {
  const number = toNumber(value);
  if ($$FTRUNC(number) !== number || !($$FABS(number) <= GREATEST_COUNT)) {
    throw new RangeError("a counter holds safe integers, not " + describe(value));
  }
  return number;
}

// The new number.
function addToCounter(counter: $List, amount): number {
  const given = safeInteger(amount);
  const sum: number = safeInteger(counter[1] + given);
  counter[1] = sum;
  return sum;
}
