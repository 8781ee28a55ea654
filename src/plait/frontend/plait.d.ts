// What plait adds to TypeScript. To tsc these are ordinary types; plait holds them differently.

/** An integer from -2147483648 to 2147483647. `+`, `-` and `*` of ints throw a RangeError when the result is none. */
type int = number;

interface Console {
  /** Writes the values to standard output, with spaces between them and a line break at the end. */
  log(...values: any[]): void;
}
declare var console: Console;
