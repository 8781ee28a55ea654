"""Functions of the library that are written in the language itself. `T` stands for the type that they are made for.

Names that begin with `$` are instructions of the machine: `check/prelude.py`.
"""

from typing import Final

from plait.frontend.check.prelude_sort import SORT

LIBRARY_FILE: Final = "plait:library"
"""The file in which these functions are said to stand."""

PRELUDE: Final[dict[str, str]] = {
    **SORT,
    "clamp": """
function clamp(position: number, length: number): int {
  if (!(position < length)) return position === position ? length as int : 0;
  if (position > -1) return position | 0;
  return position > -length ? (length + Math.trunc(position)) as int : 0;
}
""",
    "slice": """
function slice(array: T[], start: number, end: number): T[] {
  return $slice(array, integer(start), integer(end));
}
""",
    "reverse": """
function reverse(array: T[]): T[] {
  $reverse(array);
  return array;
}
""",
    "indexOf": """
function indexOf(array: T[], value: T, from: number): number {
  for (let i = clamp(from, array.length); i < array.length; i++) if (array[i] === value) return i;
  return -1;
}
""",
    "indexOfPlain": """
function indexOfPlain(array: T[], value: T, from: number): number {
  return $indexOf(array, value, integer(from));
}
""",
    "lastIndexOf": """
function lastIndexOf(array: T[], value: T, from: number): number {
  const place = integer(from);
  const last = place < 0 ? place + array.length : place;
  for (let i = last < array.length ? last : array.length - 1; i >= 0; i--) if (array[i] === value) return i;
  return -1;
}
""",
    "includes": """
function includes(array: T[], value: T, from: number): boolean {
  for (let i = clamp(from, array.length); i < array.length; i++) if (array[i] === value) return true;
  return false;
}
""",
    "includesPlain": """
function includesPlain(array: T[], value: T, from: number): boolean {
  return $indexOf(array, value, integer(from)) >= 0;
}
""",
    "includesNumber": """
function includesNumber(array: T[], value: T, from: number): boolean {
  return $find(array, value, integer(from)) >= 0;
}
""",
    "join": """
function join(array: T[], separator: string): string {
  const texts: string[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) texts.push(i < array.length ? `${array[i]}` : "");
  return $join(texts, separator);
}
""",
    "joinPlain": """
function joinPlain(array: T[], separator: string): string {
  return $join(array, separator);
}
""",
    "joinSome": """
function joinSome(array: T[], separator: string): string {
  const texts: string[] = [];
  const length = array.length;
  for (let i = 0; i < length; i++) texts.push(i < array.length ? `${array[i] ?? ""}` : "");
  return $join(texts, separator);
}
""",
    "flat": """
function flat(arrays: T[][]): T[] {
  const result: T[] = [];
  for (const array of arrays) $append(result, array);
  return result;
}
""",
    "keys": """
function keys(array: T[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < array.length; i++) result.push(i);
  return result;
}
""",
    "entries": """
function entries(array: T[]): E[] {
  const result: E[] = [];
  for (let i = 0; i < array.length; i++) result.push([i, array[i]]);
  return result;
}
""",
    "lengthOf": """
function lengthOf(value: number): int {
  if (value > 2147483647) throw new RangeError("Invalid array length");
  return value > 0 ? value | 0 : 0;
}
""",
    "setLength": """
function setLength(array: T[], length: number): void {
  if (!(length >= 0 && Math.trunc(length) === length)) throw new RangeError("Invalid array length");
  if (length > array.length) throw new RangeError(`an array of length ${array.length} grows by push only`);
  $truncate(array, length | 0);
}
""",
    "unshift": """
function unshift(array: T[], value: T): void {
  $insert(array, 0, value);
}
""",
    "fill": """
function fill(array: T[], value: T, start: number, end: number): T[] {
  $fill(array, value, integer(start), integer(end));
  return array;
}
""",
    "splice": """
function splice(array: T[], start: number, count: number, more: T[]): T[] {
  const from = clamp(start, array.length);
  const room = array.length - from;
  const removed = (count > 0 ? (count < room ? Math.trunc(count) : room) : 0) as int;
  const end = (from + removed) as int;
  const result = $slice(array, from, end);
  if (more.length === 0) {
    $remove(array, from, removed);
    return result;
  }
  const rest = $slice(array, end, array.length);
  $truncate(array, from);
  $append(array, more);
  $append(array, rest);
  return result;
}
""",
    "all": """
async function all(given: Promise<T>[]): Promise<T[]> {
  const result: T[] = [];
  if (given.length === 0) return result;
  const tasks: Promise<T>[] = [];
  for (const task of given) tasks.push(task);
  $waitAll(tasks);
  for (const task of tasks) result.push($await(task));
  return result;
}
""",
    "allVoid": """
async function allVoid(given: Promise<void>[]): Promise<void> {
  if (given.length === 0) return;
  const tasks: Promise<void>[] = [];
  for (const task of given) tasks.push(task);
  $waitAll(tasks);
}
""",
    "resolved": """
async function resolved(value: T): Promise<T> {
  return value;
}
""",
    "resolvedVoid": """
async function resolvedVoid(): Promise<void> {
}
""",
    "rejected": """
async function rejected(reason: unknown): Promise<T> {
  throw reason;
}
""",
    "then": """
async function then(given: Promise<T>, next: F): Promise<R> {
  return next(await given);
}
""",
    "thenVoid": """
async function thenVoid(given: Promise<T>, next: F): Promise<R> {
  await given;
  return next();
}
""",
    "thenBoth": """
async function thenBoth(given: Promise<T>, next: F, failed: G): Promise<R> {
  let value: T;
  try {
    value = await given;
  } catch (error) {
    return failed(error);
  }
  return next(value);
}
""",
    "thenBothVoid": """
async function thenBothVoid(given: Promise<T>, next: F, failed: G): Promise<R> {
  try {
    await given;
  } catch (error) {
    return failed(error);
  }
  return next();
}
""",
    "catch": """
async function catch_(given: Promise<T>, failed: F): Promise<R> {
  try {
    return await given;
  } catch (error) {
    return failed(error);
  }
}
""",
    "catchVoid": """
async function catchVoid(given: Promise<T>, failed: F): Promise<R> {
  try {
    await given;
  } catch (error) {
    return failed(error);
  }
}
""",
    "finally": """
async function finally_(given: Promise<T>, last: F): Promise<R> {
  try {
    return await given;
  } finally {
    await last();
    await undefined;
  }
}
""",
    "finallyVoid": """
async function finallyVoid(given: Promise<T>, last: F): Promise<R> {
  try {
    await given;
  } finally {
    await last();
    await undefined;
  }
}
""",
    "sleep": """
async function sleep(milliseconds: number): Promise<void> {
  $sleep(milliseconds);
}
""",
    "lock": """
async function lock(mutex: Mutex): Promise<void> {
  if (!$tryLock(mutex)) $lock(mutex);
}
""",
    "send": """
async function send(channel: Channel<T>, value: T): Promise<void> {
  $send(channel, value);
}
""",
    "receive": """
async function receive(channel: Channel<T>): Promise<T | undefined> {
  return $wait(channel) ? $take(channel) : undefined;
}
""",
    "toNumber": """
function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  return value === null ? 0 : NaN;
}
""",
    "character": """
function character(text: string, at: int): string {
  $charCodeAt(text, at);
  return $substring(text, at, at + 1);
}
""",
    "nextCharacter": """
function nextCharacter(text: string, at: int): string {
  const first = $charCodeAt(text, at);
  if (first >= 0xd800 && first < 0xdc00 && at + 1 < text.length) {
    const second = $charCodeAt(text, at + 1);
    if (second >= 0xdc00 && second < 0xe000) return $substring(text, at, at + 2);
  }
  return $substring(text, at, at + 1);
}
""",
    # The order of the root collation of CLDR, which ICU and so JavaScript use: of digits and letters that of the codes,
    # small letters just before great ones. What has weight 0 is ignored.
    "collationWeight": """
function collationWeight(unit: number): number {
  if (unit > 127) throw new RangeError("localeCompare takes ASCII characters only");
  if (unit >= 97 && unit <= 122) return 2 * unit;
  if (unit >= 65 && unit <= 90) return 2 * (unit + 32) + 1;
  if (unit >= 48 && unit <= 57) return 2 * unit;
  const others = "\\t\\n\\v\\f\\r _-,;:!?.'\\"()[]{}@*/\\\\&#%`^+<=>|~$";
  return 2 * (others.indexOf(String.fromCharCode(unit)) + 1);
}
""",
    "localeCompare": """
function localeCompare(a: string, b: string): number {
  let result = 0;
  let tie = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    let x = 0;
    let y = 0;
    while (x === 0 && i < a.length) x = collationWeight(a.charCodeAt(i++));
    while (y === 0 && j < b.length) y = collationWeight(b.charCodeAt(j++));
    if (result !== 0) continue;
    if (x >> 1 !== y >> 1) result = x < y ? -1 : 1;
    else if (tie === 0 && x !== y) tie = x < y ? -1 : 1;
  }
  return result === 0 ? tie : result;
}
""",
    "textAt": """
function textAt(text: string, position: number): string | undefined {
  const place = integer(position);
  const from = place < 0 ? place + text.length : place;
  return from >= 0 && from < text.length ? $substring(text, from, from + 1) : undefined;
}
""",
    "lastPosition": """
function lastPosition(value: number): int {
  return value === value ? integer(value) : 2147483647;
}
""",
    "fromCharCodes": """
function fromCharCodes(units: number[]): string {
  const texts: string[] = [];
  for (const unit of units) texts.push(String.fromCharCode(unit));
  return $join(texts, "");
}
""",
    "fromCodePoints": """
function fromCodePoints(points: number[]): string {
  const texts: string[] = [];
  for (const point of points) texts.push(String.fromCodePoint(point));
  return $join(texts, "");
}
""",
    "codePoint": """
function codePoint(value: number): int {
  if (value >= 0 && value <= 0x10ffff && Math.trunc(value) === value) return value as int;
  throw new RangeError(`Invalid code point ${value}`);
}
""",
    "digits": """
function digits(value: number): number {
  return integer(value) < 0 ? Infinity : value;
}
""",
    "max": """
function max(values: number[]): number {
  let result = -Infinity;
  for (const value of values) result = Math.max(result, value);
  return result;
}
""",
    "min": """
function min(values: number[]): number {
  let result = Infinity;
  for (const value of values) result = Math.min(result, value);
  return result;
}
""",
    "hypot": """
function hypot(values: number[]): number {
  let largest = 0;
  let isNumber = true;
  for (const value of values) {
    if (value !== value) isNumber = false;
    else largest = Math.max(largest, Math.abs(value));
  }
  if (largest === Infinity) return Infinity;
  if (!isNumber) return NaN;
  if (largest === 0) return 0;
  let sum = 0;
  let compensation = 0;
  for (const value of values) {
    const part = Math.abs(value) / largest;
    const summand = part * part - compensation;
    const next = sum + summand;
    compensation = next - sum - summand;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
""",
    "capacity": """
function capacity(value: number): int {
  return value >= 0 && value <= 2147483647 && Math.trunc(value) === value ? value | 0 : -1;
}
""",
    "integer": """
function integer(value: number): int {
  if (value >= 2147483647) return 2147483647;
  if (value <= -2147483648) return -2147483648;
  return value | 0;
}
""",
    "at": """
function at(array: T[], position: number): T | undefined {
  const place = integer(position);
  const from = place < 0 ? place + array.length : place;
  return from >= 0 && from < array.length ? array[from] : undefined;
}
""",
}
