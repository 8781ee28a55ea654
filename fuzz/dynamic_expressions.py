"""Random expressions of programs whose values have no types: `fuzz.dynamic` compares what they do with Node.

Everything is `any` to the checker. Operands are often calls that show their number, so that the order of evaluation is
seen. Functions stand in variables of their own, for the text of a function is not the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

PRELUDE = """\
let steps = 0;
const log: any = (...values: any[]) => { steps++; if (steps < 400) console.log(...values); };
const text: any = (e: any) => (e instanceof Error ? e.name + ": " + e.message : e);
const tick: any = () => { if (++steps > 600) throw "too many steps"; };
const t: any = (k: any, x: any) => { tick(); log(k); return x; };
const boom: any = (k: any) => { tick(); throw "boom " + k; };
const conv: any = (k: any, a: any, b: any) => ({
  valueOf() { log("valueOf", k); return a; },
  toString() { log("toString", k); return b; },
});
const prim: any = (k: any, a: any) => ({ [Symbol.toPrimitive](hint: any) { log("prim", k, hint); return a; } });
const acc: any = (k: any, start: any) => {
  let kept = start;
  return { get a() { log("get a", k); return kept; }, set a(x: any) { log("set a", k, x); kept = x; }, b: k };
};
const it: any = (k: any, n: any, opts: any = {}) => {
  let i = 0;
  return {
    [Symbol.iterator]() { log("iter", k); return this; },
    next(x: any) {
      tick();
      log("next", k, x);
      return i < n ? { value: i++, done: false } : { value: "end" + k, done: true };
    },
    return(x: any) { log("return", k, x); if (opts.boom) throw "closing " + k; return { value: x, done: true }; },
    throw(x: any) { log("throw", k, x); throw x; },
  };
};
const gen: any = function* (k: any, ...values: any[]): any {
  log("begin", k);
  try {
    for (const value of values) { tick(); const got: any = yield value; if (got !== undefined) log("got", k, got); }
    return "done" + k;
  } finally { log("finally", k); }
};
const tag: any = (texts: any, ...values: any[]) => [texts.length, texts.raw.join("|"), ...values];
const symbol: any = Symbol("s");
const rejected: any = (x: any) => { const made = Promise.reject(x); made.catch(() => {}); return made; };
"""

NAMES = ("a", "b", "c", "d")
KEYS = ("a", "b", "c", "d", "x", "length", "0", "1", "2")
NUMBERS = ("0", "1", "2", "3", "-1", "1.5", "NaN", "Infinity", "-0", "10", "255", "1e21", "4294967295", "-2147483648")
STRINGS = ('""', '"a"', '"b"', '"1"', '"10"', '" 2 "', '"abc"', '"0x10"', '"-0"', '"length"', '"é"')
BINARY = (
    "+",
    "-",
    "*",
    "/",
    "%",
    "**",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    ">>>",
    "<",
    ">",
    "<=",
    ">=",
    "==",
    "!=",
    "===",
    "!==",
)
ASSIGNING = ("=", "=", "=", "+=", "-=", "*=", "||=", "&&=", "??=", "|=", "**=")


@dataclass(slots=True)
class Scope:
    """What is being generated: a source of chance, names that hold values, names of functions, what is around."""

    random: Random
    names: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    constants: set[str] = field(default_factory=set)
    in_async: bool = False
    in_generator: bool = False
    in_method: bool = False
    in_function: bool = False
    labels: tuple[str, ...] = ()
    loops: int = 0
    budget: int = 60
    next_number: int = 0

    def number(self) -> int:
        """A number that was not there yet."""
        self.next_number += 1
        return self.next_number

    def pick(self, *choices: Callable[[int], str], depth: int) -> str:
        """One of some kinds of expressions."""
        return self.random.choice(choices)(depth)

    def inner(self) -> Scope:
        """The scope of a function inside: what it declares is not seen outside."""
        made = Scope(self.random, list(self.names), list(self.functions), set(self.constants))
        made.budget, made.next_number, made.in_function = self.budget // 2, self.next_number + 100, True
        return made


class Expressions:
    """Expressions in a scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.random = scope.random

    def value(self, depth: int = 3) -> str:
        """Any expression."""
        self.scope.budget -= 1
        if depth <= 0 or self.scope.budget < 0:
            return self.atom()
        kind = self.random.choices(_KINDS, _WEIGHTS)[0]
        return f"({kind(self, depth - 1)})"

    def atom(self) -> str:
        """A short expression."""
        choice = self.random.random()
        if choice < 0.45 and self.scope.names:
            return self.random.choice(self.scope.names)
        if choice < 0.65:
            return f"({self.random.choice(NUMBERS)} as any)"
        if choice < 0.8:
            return f"({self.random.choice(STRINGS)} as any)"
        return self.random.choice(
            (
                "(true as any)",
                "(false as any)",
                "(null as any)",
                "(undefined as any)",
                "([] as any)",
                "({} as any)",
                "symbol",
            )
        )

    def traced(self, depth: int) -> str:
        """An operand that shows its number."""
        if self.random.random() < 0.06:
            return f"boom({self.scope.number()})"
        return f"t({self.scope.number()}, {self.value(depth)})"

    def operand(self, depth: int) -> str:
        """An expression that may stand beside any operator."""
        return self.traced(depth) if self.random.random() < 0.3 else f"(({self.value(depth)}) as any)"

    def special(self, depth: int) -> str:
        """An object that converts itself, has accessors, or is iterated."""
        k = self.scope.number()
        return self.random.choice(
            (
                f"conv({k}, {self.atom()}, {self.atom()})",
                f"prim({k}, {self.atom()})",
                f"acc({k}, {self.value(depth)})",
                f"it({k}, {self.random.randrange(4)})",
                f"gen({k}, {self.values(depth)})",
            )
        )

    def values(self, depth: int, most: int = 3) -> str:
        """Some expressions, one of them spread now and then."""
        found = [self.value(depth) for _ in range(self.random.randrange(most + 1))]
        return ", ".join(f"...{self.iterable(depth)}" if self.random.random() < 0.15 else item for item in found)

    def iterable(self, depth: int) -> str:
        """What can be iterated, nearly always."""
        k = self.scope.number()
        return self.random.choice(
            (
                f"({self.array(depth)})",
                f"it({k}, {self.random.randrange(4)})",
                f"gen({k}, {self.value(depth)}, {self.value(depth)})",
                '"xy"',
                f"new Set([{self.value(depth)}, {self.value(depth)}] as any)",
                f"new Map([[{self.value(depth)}, {self.value(depth)}]] as any)",
                f"(({self.value(depth)}) as any)",
            )
        )

    def binary(self, depth: int) -> str:
        """An operator between two operands."""
        operator = self.random.choice(BINARY)
        return f"({self.operand(depth)} as any) {operator} ({self.operand(depth)} as any)"

    def logical(self, depth: int) -> str:
        """`&&`, `||`, `??`, `?:`, a comma."""
        a, b, c = self.operand(depth), self.operand(depth), self.operand(depth)
        return self.random.choice((f"{a} && {b}", f"{a} || {b}", f"{a} ?? {b}", f"{a} ? {b} : {c}", f"({a}, {b})"))

    def unary(self, depth: int) -> str:
        """An operator before an operand."""
        operator = self.random.choice(("-", "+", "!", "~", "typeof ", "void "))
        return f"{operator}{self.operand(depth)}"

    def member(self, depth: int) -> str:
        """A property or element."""
        base = self.operand(depth)
        question = "?." if self.random.random() < 0.4 else ""
        if self.random.random() < 0.5:
            return f"{base}{question or '.'}{self.random.choice(NAMES)}"
        return f"{base}{question}[{self.key(depth)}]"

    def key(self, depth: int) -> str:
        """What is written between brackets."""
        choice = self.random.random()
        if choice < 0.5:
            return f'"{self.random.choice(KEYS)}"'
        if choice < 0.7:
            return str(self.random.randrange(4))
        return "symbol" if choice < 0.75 else f"({self.value(depth)} as any)"

    def target(self, depth: int) -> str:
        """What can be assigned."""
        variables = [name for name in self.scope.names if name not in self.scope.constants]
        if variables and self.random.random() < 0.5:
            return self.random.choice(variables)
        base = self.random.choice(self.scope.names) if self.scope.names else "({} as any)"
        if self.random.random() < 0.5:
            return f"({base} as any).{self.random.choice(NAMES)}"
        return f"({base} as any)[{self.key(depth)}]"

    def assignment(self, depth: int) -> str:
        """An assignment, an update, a deletion."""
        target = self.target(depth)
        choice = self.random.random()
        if choice < 0.15:
            return f"({target}{self.random.choice(('++', '--'))})"
        if choice < 0.25:
            return f"({self.random.choice(('++', '--'))}{target})"
        if choice < 0.35 and "." in target:
            return f"(delete {target})"
        return f"({target} {self.random.choice(ASSIGNING)} ({self.value(depth)}) as any)"

    def array(self, depth: int) -> str:
        """An array literal."""
        return f"[{self.values(depth, 4)}] as any"

    def object(self, depth: int) -> str:
        """An object literal."""
        taken: set[str] = set()
        return f"({{ {', '.join(self.property(depth, taken) for _ in range(self.random.randrange(5)))} }} as any)"

    def property(self, depth: int, taken: set[str]) -> str:
        """A property of an object literal. A name that is there already stands in brackets."""
        choice = self.random.random()
        k, name = self.scope.number(), self.random.choice(NAMES)
        if name in taken:
            name = f'["{name}" as any]'
        taken.add(name)
        if choice < 0.45:
            return f"{name}: {self.value(depth)}"
        if choice < 0.6:
            return f"[{self.key(depth)} as any]: {self.value(depth)}"
        if choice < 0.7:
            return f"...{self.operand(depth)}"
        if choice < 0.78:
            return f'get {name}(): any {{ log("get", {k}); return {self.value(0)}; }}'
        if choice < 0.84:
            return f'set {name}(x: any) {{ log("set", {k}, x); }}'
        return f"[{self.random.choice(('1', '0', '2'))} as any]: {self.value(depth)}"

    def template(self, depth: int) -> str:
        """A template, with or without a tag."""
        before = "tag" if self.random.random() < 0.4 else ""
        return f"{before}`u${{{self.value(depth)} as any}}v\\n${{{self.value(depth)} as any}}`"

    def function(self, depth: int) -> str:
        """An arrow function with an expression."""
        inner = self.scope.inner()
        inner.names += ["p", "q"]
        body = Expressions(inner).value(min(depth, 2))
        self.scope.next_number = inner.next_number
        return f"(p: any, q: any = {self.atom()}): any => {{ tick(); return {body}; }}"

    def call(self, depth: int) -> str:
        """A call of a function that is there."""
        if not self.scope.functions:
            return self.library(depth)
        return f"{self.random.choice(self.scope.functions)}({self.values(depth)})"

    def library(self, depth: int) -> str:
        """A call of the library."""
        o, f, v = self.operand(depth), self.function(depth), self.value(depth)
        a = f"({self.array(depth)})"
        return self.random.choice(
            (
                f"{a}.map({f})",
                f"{a}.filter({f})",
                f"{a}.reduce({f}, {v})",
                f"{a}.sort()",
                f"{a}.sort((x: any, y: any): any => t({self.scope.number()}, x > y ? 1 : -1))",
                f"{a}.slice({self.atom()}, {self.atom()})",
                f"{a}.splice({self.atom()}, {self.atom()}, {v})",
                f"{a}.concat({v}, {a})",
                f"{a}.join({self.atom()})",
                f"{a}.flat({self.atom()})",
                f"{a}.indexOf({v})",
                f"{a}.includes({v})",
                f"{a}.find({f})",
                f"{a}.findLast({f})",
                f"{a}.fill({v}, {self.atom()})",
                f"{a}.at({self.atom()})",
                f"{a}.some({f})",
                f"{a}.flatMap({f})",
                f"{a}.reverse()",
                f"{a}.copyWithin({self.atom()}, {self.atom()}, {self.atom()})",
                f"{a}.with(0, {v})",
                f"Array.from({self.iterable(depth)}, {f})",
                f"Array.from({{ length: {self.atom()} as any, 0: {v} }})",
                f"Object.keys({o} as any)",
                f"Object.entries({o} as any)",
                f"Object.assign({o} as any, {v})",
                f"Object.fromEntries([[{v}, {v}]] as any)",
                f"Object.getOwnPropertyNames({o} as any)",
                f"Object.getOwnPropertyDescriptor({o} as any, {self.key(depth)})",
                f"Object.freeze({o} as any)",
                f"Object.is({v}, {v})",
                f"JSON.stringify({o} as any)",
                f"JSON.stringify({o} as any, null, {self.atom()})",
                f"JSON.stringify({o} as any, (k: any, v: any): any => (log(k), v))",
                f"structuredClone({o} as any)",
                f"String({v})",
                f"Number({v})",
                f"Boolean({v})",
                f"parseInt({v} as any)",
                f"(Math.max as any)({self.values(depth)})",
                f"new Map({self.iterable(depth)} as any)",
                f"new Set({self.iterable(depth)} as any)",
                f"[...{self.iterable(depth)}]",
                f"(String({o}) as any).split({self.atom()})",
                f'("a-b-c" as any).replace({self.atom()}, {f})',
                f"(String({o}) as any).slice({self.atom()}, {self.atom()})",
                f"(String({o}) as any).padStart({self.atom()}, {self.atom()})",
                f"(String({o}) as any).at({self.atom()})",
                f"Array.isArray({v})",
                f"({self.key(depth)}) in ({o} as any)",
                f"({o} as any) instanceof (Object as any)",
                f"Reflect.ownKeys({o} as any)",
                f"{o}.hasOwnProperty({self.key(depth)})",
                f"Object.defineProperty({o} as any, {self.key(depth)}, {{ value: {v}, writable: true }} as any)",
            )
        )


_TABLE: tuple[tuple[Callable[[Expressions, int], str], int], ...] = (
    (Expressions.binary, 5),
    (Expressions.logical, 3),
    (Expressions.unary, 2),
    (Expressions.member, 5),
    (Expressions.assignment, 4),
    (Expressions.array, 3),
    (Expressions.object, 5),
    (Expressions.template, 1),
    (Expressions.call, 3),
    (Expressions.library, 6),
    (Expressions.traced, 3),
    (Expressions.special, 3),
)
_KINDS = [kind for kind, _ in _TABLE]
_WEIGHTS = [weight for _, weight in _TABLE]
