// What plait adds to TypeScript. To tsc these are ordinary types; plait holds them differently.

/** An integer from -2147483648 to 2147483647. `+`, `-` and `*` of ints throw a RangeError when the result is none. */
type int = number;

interface Console {
  /** Writes the values to standard output, with spaces between them and a line break at the end. */
  log(...values: any[]): void;
  /** As `log`. */
  info(...values: any[]): void;
  /** As `log`. */
  debug(...values: any[]): void;
  /** As `log`, but to standard error. */
  error(...values: any[]): void;
  /** As `error`. */
  warn(...values: any[]): void;
}
declare var console: Console;

/** What an async function gives at once: a task that runs, waits or has ended. */
type Task<T> = Promise<T>;

interface Promise<T> {
  /**
   * Asks the task to end: it gets an error at the place where it waits, or at its next wait. Gives false when it had
   * ended already.
   */
  cancel(): boolean;
  /** Whether the task has ended, by a result or by an error. */
  readonly isDone: boolean;
  /** Whether the task was asked to end before it had ended. */
  readonly isCancelled: boolean;
}

/** Lets one task at a time into a stretch of code that waits. Tasks get it in the order in which they asked. */
declare class Mutex {
  /** Waits until the mutex is free, and takes it. */
  lock(): Promise<void>;
  /** Takes the mutex if it is free, and says whether it did. */
  tryLock(): boolean;
  /** Hands the mutex to the task that has waited longest, or makes it free. Throws an Error when it is not locked. */
  unlock(): void;
  readonly isLocked: boolean;
}

/** Carries values from task to task, first in, first out. */
declare class Channel<T> {
  /** `capacity` values (0 if not given) are kept when nobody waits for them; who sends more waits. */
  constructor(capacity?: number);
  /** Waits until there is room, or a receiver. Throws an Error when the channel is closed. */
  send(value: T): Promise<void>;
  /** Waits for the next value; undefined when the channel is closed and empty. */
  receive(): Promise<T | undefined>;
  /** No more values: who waits to receive gets undefined, who waits to send an Error. Closing twice does nothing. */
  close(): void;
  readonly isClosed: boolean;
  /** How many values are kept. */
  readonly length: number;
  [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}

/** Waits for a number of milliseconds; other tasks run meanwhile. */
declare function sleep(milliseconds: number): Promise<void>;
