"""The programs of `fuzz.values`, which are JavaScript too, and what Python makes of bigints."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Final

GENERATOR: Final = """\
let state = SEED * 7919 + 17;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
function below(limit) {
  return Math.floor(random() * limit);
}
function pick(items) {
  return items[below(items.length)];
}
const attempt = (f) => {
  try {
    return String(f()).replaceAll(" ", "_");
  } catch (error) {
    return error.name;
  }
};
"""
"""mulberry32, and what the subjects need of it."""

NUMBERS: Final = """
const bits = new DataView(new ArrayBuffer(8));
function double() {
  switch (below(6)) {
    case 0:
      return below(2000) - 1000;
    case 1:
      return (below(2000000) - 1000000) / pick([10, 100, 1000, 8, 3]);
    case 2:
      return random() * 10 ** (below(40) - 20);
    case 3:
      return pick([2, 10]) ** (below(120) - 60) * pick([1, -1]) + pick([0, 0, 1, -1]);
    default:
      bits.setUint32(0, below(4294967296));
      bits.setUint32(4, below(4294967296));
      return bits.getFloat64(0);
  }
}
const marks = "0123456789.eE+-_xXbBoOInfity ";
function changed(text) {
  const at = below(text.length + 1);
  const piece = marks[below(marks.length)];
  return pick([text.slice(0, at) + piece + text.slice(at), text.slice(0, at) + text.slice(at + 1)]);
}
for (let i = 0; i < COUNT; i++) {
  const x = double();
  const text = String(x);
  const radix = 2 + below(35);
  const digits = below(102) - 1;
  const other = changed(text);
  console.log(
    [
      text, Number(text) === x || x !== x, attempt(() => x.toString(radix)),
      attempt(() => x.toFixed(digits % 101)),
      attempt(() => x.toExponential(digits)), attempt(() => x.toPrecision(digits)), JSON.stringify(other),
      Number(other), parseFloat(other), parseInt(other, pick([undefined, 10, 16, radix])), x | 0, x >>> 0,
      Math.fround(x),
    ].join(" "),
  );
}
"""

DATES: Final = """
const limit = 8640000000000000;
function instant() {
  switch (below(5)) {
    case 0:
      return Math.floor((random() - 0.5) * 2.1 * limit);
    case 1:
      return Math.floor((random() - 0.5) * 126230400000000);
    case 2:
      // Near the change of an hour in the last century.
      return Date.UTC(1970 + below(70), pick([2, 3, 8, 9, 10]), below(32), below(24), pick([0, 59, 30]), pick([0, 59]));
    default:
      return Math.floor((random() - 0.2) * 3000000000000);
  }
}
const setters = ["setDate", "setMonth", "setFullYear", "setHours", "setMinutes", "setSeconds", "setMilliseconds"];
const utcSetters = setters.map((name) => name.replace("set", "setUTC"));
// What follows the offset is the zone's name, which is that of today in plait.
const named = (text) => text.replace(/ ?[(].*/, "");
for (let i = 0; i < COUNT; i++) {
  const date = new Date(instant());
  const shown = [
    date.getTime(), attempt(() => date.toISOString()), attempt(() => named(date.toString())),
    attempt(() => date.toUTCString()), date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(),
    date.getMinutes(), date.getSeconds(), date.getDay(), date.getTimezoneOffset(),
    Date.parse(named(date.toString())), Date.parse(date.toUTCString()), attempt(() => date.toJSON()),
  ];
  const name = pick(random() < 0.5 ? setters : utcSetters);
  const by = pick([0, 1, -1, 13, 31, 60, 400, -400, 100000]) + below(5);
  shown.push(name, date[name](by), attempt(() => date.toDateString()));
  const around = (limit) => below(limit) - Math.floor(limit / 3);
  const parts = [1000 + below(2000), around(30), around(60), around(60), around(130), around(130), below(2000)];
  shown.push(new Date(...parts).getTime(), Date.UTC(...parts));
  const two = (x) => String(Math.abs(x)).padStart(2, "0");
  const day = `${parts[0]}-${two(parts[1])}-${two(parts[2])}`;
  const written = day + pick(["", "T", " "]) + `${two(parts[3])}:${two(parts[4])}` + pick(["", "Z", "+01:30"]);
  shown.push(JSON.stringify(written).replace(" ", "_"), Date.parse(written));
  console.log(shown.join(" "));
}
"""

_OPERATIONS: Final[dict[str, Callable[[int, int], object]]] = {
    "a + b": lambda a, b: a + b,
    "a - b": lambda a, b: a - b,
    "a * b": lambda a, b: a * b,
    "a / b": lambda a, b: _quotient(a, b),  # noqa: PLW0108 (defined below)
    "a % b": lambda a, b: a - b * _quotient(a, b),
    "a & b": lambda a, b: a & b,
    "a | b": lambda a, b: a | b,
    "a ^ b": lambda a, b: a ^ b,
    "~a": lambda a, _: ~a,
    "-a": lambda a, _: -a,
    "a << (b & 127n)": lambda a, b: a << (b & 127),
    "a >> (b & 127n)": lambda a, b: a >> (b & 127),
    "a ** (b & 7n)": lambda a, b: a ** (b & 7),
    "a < b": lambda a, b: a < b,
    "a >= b": lambda a, b: a >= b,
    "a === b": lambda a, b: a == b,
    "a == Number(b)": lambda a, b: _as_number(b) == a,
    "a < Number(b)": lambda a, b: a < _as_number(b),
    "Number(a)": lambda a, _: _as_number(a),
    "a.toString(16)": lambda a, _: f"{a:x}",
    "a.toString(2)": lambda a, _: f"{a:b}",
    "BigInt(a.toString())": lambda a, _: a,
    "BigInt.asIntN(64, a)": lambda a, _: _signed(a, 64),
    "BigInt.asUintN(64, a)": lambda a, _: a & ((1 << 64) - 1),
    "BigInt.asIntN(Number(b & 255n), a)": lambda a, b: _signed(a, b & 255),
    "BigInt.asUintN(Number(b & 255n), a)": lambda a, b: a & ((1 << (b & 255)) - 1),
}
"""What is computed with two bigints, and how Python does it."""


def _quotient(a: int, b: int) -> int:
    """The quotient, cut towards zero."""
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def _signed(a: int, bits: int) -> int:
    if bits == 0:
        return 0
    low = a & ((1 << bits) - 1)
    return low - (1 << bits) if low >> (bits - 1) else low


def _as_number(a: int) -> float:
    try:
        return float(a)
    except OverflowError:
        return float("inf") if a > 0 else float("-inf")


def bigint_program(pairs: Sequence[tuple[int, int]]) -> str:
    """The program that computes all with each pair, in a line for each."""
    cases = ", ".join(f"[{a}n, {b}n]" for a, b in pairs)
    shown = ", ".join("hex(Number(a))" if text == "Number(a)" else f"attempt(() => {text})" for text in _OPERATIONS)
    return f"""\
// @ts-nocheck
{GENERATOR.replace("SEED", "1")}
const view = new DataView(new ArrayBuffer(8));
function hex(number) {{
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16);
}}
for (const [a, b] of [{cases}]) console.log([{shown}].join(" "));
"""


def bigint_lines(pairs: Sequence[tuple[int, int]]) -> list[str]:
    """The lines that the program prints, if it is right."""
    return [" ".join(_shown(operation, a, b) for operation in _OPERATIONS) for a, b in pairs]


def _shown(operation: str, a: int, b: int) -> str:
    if operation == "Number(a)":
        return _bits(_as_number(a))
    try:
        value = _OPERATIONS[operation](a, b)
    except ZeroDivisionError:
        return "RangeError"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _bits(number: float) -> str:
    return struct.pack(">d", number).hex().lstrip("0") or "0"
