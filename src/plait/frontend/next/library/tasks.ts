// What plait adds: tasks, and what goes between them.

/** What an async function gives at once, or `Task.start`: a task that runs, waits or has ended. */
type Task<T> = Promise<T>;
interface Promise<T> {
  /**
   * Asks the task to end: it gets a `CancelledError` at the place where it waits, or at its next wait, so that its
   * `finally` blocks run. A task that was started by `Task.start`, by a group or with a time ends what it waits for as
   * well, the innermost call first. Gives false when it had ended already.
   */
  cancel(): boolean;
  /** Whether the task has ended, by a result or by an error. */
  readonly isDone: boolean;
  /** Whether the task was asked to end before it had ended. */
  readonly isCancelled: boolean;
}
declare var Task: {
  /**
   * Starts a function as a task of its own, which begins in a later turn. An async function that is called without it
   * belongs to the task that calls it, and is interrupted nowhere but where it waits.
   */
  start<A extends any[], T>(body: (...args: A) => T, ...args: A): Task<Awaited<T>>;
  /**
   * The results of all. The first failure cancels the others; it is told when all have ended.
   */
  all<T extends readonly unknown[] | []>(tasks: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  all<T>(tasks: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>;
  /** The result, or the failure, of the first that ends. The others are cancelled; it is told when all have ended. */
  race<T extends readonly unknown[] | []>(tasks: T): Promise<Awaited<T[number]>>;
  race<T>(tasks: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  /** Throws the `CancelledError` that the running task is to get at its next wait, if it was asked to end. */
  throwIfCancelled(): void;
};
/**
 * Tasks whose ends are waited for together: `await using group = new TaskGroup()`. The end of the block waits for all.
 * The first task that fails cancels the others and interrupts the block, which then throws what that task has failed by
 * (an `AggregateError`, if several have). A block that ends by an error cancels the tasks, too.
 */
declare class TaskGroup {
  constructor();
  /** Starts a task in the group; those that run in it may start others. Throws when the group was cancelled or has ended. */
  start<A extends any[], T>(body: (...args: A) => T, ...args: A): Task<Awaited<T>>;
  /** Cancels all tasks of the group. */
  cancel(): void;
  /** Waits for the end of all tasks, as the end of the block does. */
  join(): Promise<void>;
  /** How many tasks have not ended. */
  readonly size: number;
  readonly isCancelled: boolean;
  [Symbol.asyncDispose](): Promise<void>;
}
/** Waits for a number of milliseconds; other tasks run meanwhile. */
declare function sleep(milliseconds: number): Promise<void>;
/**
 * Calls a function, which is cancelled when the time is over, with all it waits for. Then it throws a `TimeoutError`, when
 * all of that has ended.
 */
declare function withTimeout<T>(milliseconds: number, body: () => T): Promise<Awaited<T>>;
/** What a task gets that was asked to end. Nobody has to handle it. */
declare class CancelledError extends Error {}
declare class TimeoutError extends Error {}

/** Something that was taken, and is given back at the end of a block: `using lease = await mutex.acquire()`. */
interface Lease {
  /** Gives it back now; the second time it does nothing. */
  release(): void;
  [Symbol.dispose](): void;
}
/** Lets one task at a time into a stretch of code that waits. Tasks get it in the order in which they asked. */
declare class Mutex {
  constructor();
  /** Waits until the mutex is free, and takes it. */
  lock(): Promise<void>;
  /** Takes the mutex if it is free, and says whether it did. */
  tryLock(): boolean;
  /** Hands the mutex to the task that has waited longest, or makes it free. Throws an Error when it is not locked. */
  unlock(): void;
  /** Waits until the mutex is free, and takes it until the block ends: `using lease = await mutex.acquire()`. */
  acquire(): Promise<Lease>;
  /** Calls a function while the mutex is taken. */
  withLock<T>(body: () => T): Promise<Awaited<T>>;
  readonly isLocked: boolean;
}
/** Lets so many tasks at a time into a stretch of code that waits. They get permits in the order in which they asked. */
declare class Semaphore {
  constructor(permits: number);
  /** Waits for a permit, and takes it until the block ends: `using permit = await semaphore.acquire()`. */
  acquire(): Promise<Lease>;
  /** A permit, if one is free. */
  tryAcquire(): Lease | undefined;
  /** Calls a function that has a permit. */
  withPermit<T>(body: () => T): Promise<Awaited<T>>;
  /** How many permits are free. */
  readonly available: number;
}
/** An integer that several tasks change; what each does with it is done at once. */
declare class AtomicCounter {
  constructor(value?: number);
  readonly value: number;
  /** Adds to the number, and gives the new one. */
  add(amount: number): number;
  increment(): number;
  decrement(): number;
  /** Gives it a new value; the old one. */
  exchange(value: number): number;
  /** Gives it a new value if it has the one that is expected, and says whether it had. */
  compareExchange(expected: number, value: number): boolean;
  toJSON(): number;
}
/** Carries values from task to task, first in, first out. */
declare class Channel<T> {
  /** `capacity` values (0 if not given, any number if it is Infinity) are kept when nobody waits for them. */
  constructor(capacity?: number);
  /** Waits until there is room, or a receiver. Throws an Error when the channel is closed. */
  send(value: T): Promise<void>;
  /** Sends a value if that needs no waiting, and says whether it did. Throws an Error when the channel is closed. */
  trySend(value: T): boolean;
  /** Waits for the next value; undefined when the channel is closed and empty. */
  receive(): Promise<T | undefined>;
  /** The next value if there is one, else undefined. */
  tryReceive(): T | undefined;
  /** Sending a value, as one of the things that a `select` waits for. */
  sending(value: T): Sending<T>;
  /** No more values: who waits to receive gets undefined, who waits to send an Error. Closing twice does nothing. */
  close(): void;
  readonly isClosed: boolean;
  /** How many values are kept. */
  readonly length: number;
  [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}
interface Sending<T> {
  readonly [Symbol.toStringTag]: "Sending";
  readonly value: T;
}
/** Under which name something came, what it is, and whether the channel is closed and empty. */
type Selected<C> = {
  [K in keyof C]: C[K] extends Channel<infer T>
    ? { from: K; value: T; isClosed: false } | { from: K; value: undefined; isClosed: true }
    : { from: K; value: undefined; isClosed: false };
}[keyof C];
type SelectedNothing = { from: "timeout"; value: undefined; isClosed: false };
/**
 * Waits until one of several channels has a value, or takes one: `select({ job: jobs, stop: stops })`. Of those that do at
 * once it takes the first. With a `timeout` it waits for so many milliseconds at most.
 */
declare function select<C extends { [name: string]: Channel<any> | Sending<any> }>(
  channels: C,
  options?: { timeout?: undefined },
): Promise<Selected<C>>;
declare function select<C extends { [name: string]: Channel<any> | Sending<any> }>(
  channels: C,
  options: { timeout: number },
): Promise<Selected<C> | SelectedNothing>;
