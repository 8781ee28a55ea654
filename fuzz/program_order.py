"""Random programs about the order of evaluation: every operand is a call that shows its number, and one of them throws.

A program has many units, each of its own seed. A unit runs its test several times, each time with another operand that
throws, or none; each line that it prints begins with its seed. What units share is made anew before each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

_PRELUDE = """\
let stop = 0;
let shown: string[] = [];
function note(text: string): void { shown.push(text); }
function at(id: number): void {
  shown.push(`${id}`);
  if (id === stop) throw new Error(`stopped ${id}`);
}
let v = 1;
let w = 2;
let text = "w";
function bump(id: number): number { at(id); v += id; return v; }
function num(id: number): number { at(id); return id % 3; }
function str(id: number): string { at(id); return "s" + id % 10; }
function yes(id: number): boolean { at(id); return id % 2 === 0; }
function maybe(id: number): number | undefined { at(id); return id % 3 === 0 ? undefined : id % 3; }
function nothing(id: number): string | null { at(id); return id % 2 === 0 ? null : "t" + id % 10; }
let shared: number[] = [];
let gaps: (number | null)[] = [];
function arr(id: number): number[] { at(id); return id % 2 === 0 ? shared : [id % 7, 1, 2, 3]; }
function holes(id: number): (number | null)[] { at(id); return gaps; }
function words(id: number): string[] { at(id); return ["x" + id % 10, "y", "z"]; }
function pairOf(id: number): [number, string] { at(id); return [id % 5, "p" + id % 10]; }
class Base {
  constructor(public kept: number, more: number = bump(1001)) { note(`Base ${kept} ${more}`); }
  sum(one: number, two: number = bump(1002)): number { note(`sum ${this.kept} ${one} ${two}`); return one + two; }
  get half(): number { at(1003); return this.kept / 2; }
}
class Thing extends Base {
  x = bump(1004);
  list: number[] = [1, 2, 3, 4];
  next: Thing | null = null;
  label: string | null = null;
  call: ((one: number) => number) | null = null;
  static count = num(1005);
  static made(one: number, two: number): number { note(`made ${one} ${two}`); return one - two; }
  constructor(one: number, two: number) { super(one + 1); note(`Thing ${two}`); }
  get y(): number { at(1006); return this.x; }
  set y(value: number) { at(1007); note(`y ${value}`); this.x = value; }
  plus(one: number, ...more: number[]): number { note(`plus ${one} ${more.join()}`); return one + more.length; }
  sum(one: number, two: number = bump(1008)): number { return super.sum(bump(1009), one + two); }
  self(id: number): Thing { at(id); return this; }
}
let thing = new Thing(1, 2);
let list = [9, 8, 7, 6];
let held = thing;
function fresh(): void {
  stop = 0;
  v = 1;
  shared = [5, 6, 7, 8];
  gaps = [1, null, 3, null];
  Thing.count = 0;
  thing = new Thing(1, 2);
  thing.next = new Thing(3, 4);
  thing.call = (one) => { note(`call ${one}`); return one; };
  shown = [];
}
function obj(id: number): Thing { at(id); return thing; }
function opt(id: number): Thing | null { at(id); return id % 3 === 0 ? null : thing; }
interface Parts { a: number; b: number; c: string }
function parts(id: number): Parts { at(id); return { a: id % 9, b: 2, c: "c" + id % 10 }; }
function some(id: number): { b: number; c: string } { at(id); return { b: id % 9, c: "d" + id % 10 }; }
function seen(id: number): { a: number } { at(id); return { get a(): number { at(1012); return v; } }; }
function fun(id: number): (one: number) => number { at(id); return (one) => { note(`fun ${one}`); return one + id; }; }
function optFun(id: number): ((one: number) => number) | null { at(id); return id % 2 === 0 ? null : fun(id); }
function three(one: number, two: number = bump(1010), last: number = one + two): number {
  note(`three ${one} ${two} ${last}`);
  return one + two + last;
}
function rest(one: number, ...more: number[]): number { note(`rest ${one} ${more.join()}`); return one + more.length; }
function taken({ a, b: [c, d = bump(1011)] }: { a: number; b: number[] }, e: number = a + c): number {
  note(`taken ${a} ${c} ${d} ${e}`);
  return a + c + d + e;
}
async function later(id: number): Promise<number> { at(id); await Promise.resolve(0); at(id + 500); return id % 4; }
function show(one: number, two: string, three: boolean): void { note(`${one} ${two} ${three}`); }
async function run(unit: number, test: () => Promise<void>, which: number): Promise<void> {
  stop = which;
  v = 1;
  w = 2;
  text = "w";
  list = [9, 8, 7, 6];
  held = thing;
  try {
    await test();
  } catch (error) {
    note(`ended by ${error instanceof Error ? error.message : 0}`);
  }
  stop = 0;
  const now = `${v} ${w} ${text} ${shared.join()} ${thing.x} ${list.join()} ${held.x}`;
  console.log(`${unit} ${which}: ${shown.join(" ")} | ${now}`);
  shown = [];
}
"""

Make = Callable[[int], str]


class OrderWriter:
    """Writes the unit of one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = Random(seed)
        self.last = 0
        self.names = 0
        self.numbers: list[str] = ["v", "w"]
        self.variables: list[str] = []
        self.may_await = True

    # Parts

    def id(self) -> int:
        """The number of the next call."""
        self.last += 1
        return self.last

    def name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    def _choose(self, makers: tuple[Make, ...], depth: int) -> str:
        return self.random.choice(makers)(depth - 1)

    def number(self, depth: int) -> str:
        if depth <= 0:
            simple: tuple[Make, ...] = (
                lambda _: f"num({self.id()})",
                lambda _: f"num({self.id()})",
                lambda _: f"bump({self.id()})",
                lambda _: self.random.choice(self.numbers),
            )
            return self._choose(simple, depth)
        makers: tuple[Make, ...] = (
            self._binary,
            self._binary,
            self._assigned,
            self._assigned,
            self._called,
            self._called,
            self._read,
            self._optional,
            self._condition,
            self._comma,
            self._awaited,
        )
        return self._choose(makers, depth)

    def _binary(self, depth: int) -> str:
        operator = self.random.choice(("+", "-", "*", "%", "|", "<<"))
        return f"({self.number(depth)} {operator} {self.number(depth)})"

    def _place(self) -> str:
        """A variable, element or property of numbers."""
        variable = self.random.choice(("v", "w", *self.variables))
        forms = (
            lambda: variable,
            lambda: f"arr({self.id()})[num({self.id()})]",
            lambda: f"obj({self.id()}).x",
            lambda: f"obj({self.id()}).y",
            lambda: f"obj({self.id()}).list[num({self.id()})]",
            lambda: f"obj({self.id()}).self({self.id()}).y",
            lambda: "Thing.count",
            lambda: f"shared[{self.small(1)}]",
            lambda: f"list[{self.small(1)}]",
            lambda: f"held.{self.random.choice('xy')}",
        )
        return self.random.choice(forms)()

    def small(self, depth: int) -> str:
        """An index of any array."""
        if depth <= 0:
            return f"num({self.id()})"
        forms = (
            lambda: f"num({self.id()})",
            lambda: f"(v = num({self.id()}))",
            lambda: f"(num({self.id()}), num({self.id()}))",
            lambda: f"(yes({self.id()}) ? num({self.id()}) : num({self.id()}))",
        )
        return self.random.choice(forms)()

    def _assigned(self, depth: int) -> str:
        forms = (
            lambda: f"({self._place()} = {self.number(depth)})",
            lambda: f"((list = {self.array(depth)}), {self.number(depth)})",
            lambda: f"((held = obj({self.id()}).self({self.id()})), {self.number(depth)})",
            lambda: f"(list[{self.small(depth)}] = ((list = arr({self.id()})), {self.number(depth)}))",
            lambda: f"(held.x += ((held = obj({self.id()}).next!), {self.number(depth)}))",
            lambda: f"({self._place()} {self.random.choice(('+=', '-=', '*=', '|='))} {self.number(depth)})",
            lambda: f"{self._place()}{self.random.choice(('++', '--'))}",
            lambda: f"{self.random.choice(('++', '--'))}{self._place()}",
            lambda: f"({self._place()} {self.random.choice(('||=', '&&='))} {self.number(depth)})",
            lambda: f"(holes({self.id()})[num({self.id()})] ??= {self.number(depth)})",
            lambda: f"(obj({self.id()}).list[{self.small(depth)}] = {self.number(depth)})",
        )
        return self.random.choice(forms)()

    def arguments(self, depth: int) -> str:
        """Arguments for any number of numbers."""
        parts = [self.number(depth) for _ in range(self.random.randint(0, 2))]
        if self.random.random() < 0.4:
            parts.append(f"...{self.array(depth)}")
        if self.random.random() < 0.3:
            parts.append(self.number(depth))
        return "".join(f", {part}" for part in parts)

    def _called(self, depth: int) -> str:
        number = partial(self.number, depth)
        forms = (
            lambda: f"three({number()})",
            lambda: f"three({number()}, {number()})",
            lambda: f"three({number()}, undefined, {number()})",
            lambda: f"three({number()}, maybe({self.id()}), {number()})",
            lambda: f"rest({number()}{self.arguments(depth)})",
            lambda: f"obj({self.id()}).plus({number()}{self.arguments(depth)})",
            lambda: f"obj({self.id()}).sum({number()})",
            lambda: f"obj({self.id()}).sum({number()}, {number()})",
            lambda: f"fun({self.id()})({number()})",
            lambda: f"Thing.made({number()}, {number()})",
            lambda: f"held.plus(((held = obj({self.id()}).next!), {number()}), {number()})",
            lambda: f"held.sum(((held = thing), {number()}))",
            lambda: f"list.push(((list = arr({self.id()})), {number()}))",
            lambda: f"list.indexOf(((list = arr({self.id()})), {number()}), {number()})",
            lambda: f"list[((list = arr({self.id()})), {self.small(depth)})]",
            lambda: f"text.indexOf((text = {self.string(depth)}))",
            lambda: f"new Thing({number()}, {number()}).x",
            lambda: f"Math.max({number()}, {number()}, {number()})",
            lambda: f"taken({{ a: {number()}, b: {self.array(depth)} }})",
            lambda: f"taken({{ b: {self.array(depth)}, a: {number()} }}, {number()})",
            lambda: f"((one: number, two: number = bump({self.id()})) => one - two)({number()})",
            lambda: f"{self.array(depth)}.push({number()}, {number()})",
            lambda: f"{self.array(depth)}.indexOf({number()}, {number()})",
            lambda: f"{self.array(depth)}.reduce((sum, item) => sum + item * num({self.id()}), {number()})",
        )
        return self.random.choice(forms)()

    def _read(self, depth: int) -> str:
        forms = (
            lambda: f"arr({self.id()})[{self.small(depth)}]",
            lambda: f"{self.array(depth)}.length",
            lambda: f"obj({self.id()}).y",
            lambda: f"obj({self.id()}).half",
            lambda: f"{self.parts(depth)}.{self.random.choice('ab')}",
            lambda: f"{self.string(depth)}.length",
            lambda: f"pairOf({self.id()})[0]",
            lambda: f"[{self.number(depth)}, {self.number(depth)}][{self.random.choice('01')}]",
        )
        return self.random.choice(forms)()

    def _optional(self, depth: int) -> str:
        number = partial(self.number, depth)
        forms = (
            lambda: f"(opt({self.id()})?.y ?? {number()})",
            lambda: f"(opt({self.id()})?.plus({number()}, {number()}) ?? {number()})",
            lambda: f"(opt({self.id()})?.list[{self.small(depth)}] ?? {number()})",
            lambda: f"(opt({self.id()})?.next?.self({self.id()}).sum({number()}) ?? {number()})",
            lambda: f"(optFun({self.id()})?.({number()}) ?? {number()})",
            lambda: f"(obj({self.id()}).call?.({number()}) ?? {number()})",
            lambda: f"(maybe({self.id()}) ?? {number()})",
            lambda: f"(maybe({self.id()}) || {number()})",
            lambda: f"obj({self.id()}).next!.plus({number()}, {number()})",
        )
        return self.random.choice(forms)()

    def _condition(self, depth: int) -> str:
        return f"({self.boolean(depth)} ? {self.number(depth)} : {self.number(depth)})"

    def _comma(self, depth: int) -> str:
        return f"(bump({self.id()}), {self.number(depth)})"

    def _awaited(self, depth: int) -> str:
        return f"(await later({self.id()}))" if self.may_await else self.number(depth)

    def boolean(self, depth: int) -> str:
        if depth <= 0:
            return f"yes({self.id()})"
        operator = self.random.choice(("<", ">=", "===", "!=="))
        forms: tuple[Make, ...] = (
            lambda inner: f"({self.number(inner)} {operator} {self.number(inner)})",
            lambda inner: f"({self.boolean(inner)} && {self.boolean(inner)})",
            lambda inner: f"({self.boolean(inner)} || {self.boolean(inner)})",
            lambda inner: f"!{self.boolean(inner)}",
            lambda inner: f"({self.string(inner)} < {self.string(inner)})",
            lambda _: f"yes({self.id()})",
        )
        return self._choose(forms, depth)

    def string(self, depth: int) -> str:
        if depth <= 0:
            return self.random.choice((f"str({self.id()})", f"str({self.id()})", "text"))
        forms: tuple[Make, ...] = (
            lambda inner: f"`${{{self.number(inner)}}}-${{{self.string(inner)}}}-${{{self.number(inner)}}}`",
            lambda inner: f"({self.string(inner)} + {self.string(inner)})",
            lambda inner: f"({self.number(inner)} + {self.string(inner)} + {self.number(inner)})",
            lambda inner: f"(text = {self.string(inner)})",
            lambda inner: f"(text += {self.string(inner)}).slice(-9)",
            lambda inner: f"{self.string(inner)}.slice({self.number(inner)}, {self.number(inner)})",
            lambda inner: f"{self.string(inner)}.replace({self.string(inner)}, {self.string(inner)})",
            lambda inner: f"text.replace((text = {self.string(inner)}), (text = {self.string(inner)}))",
            lambda inner: f"(nothing({self.id()}) ?? {self.string(inner)})",
            lambda inner: f"(obj({self.id()}).label ??= {self.string(inner)})",
            lambda inner: f"words({self.id()})[{self.small(inner)}]",
            lambda inner: f"{self.array(inner)}.join({self.string(inner)})",
            lambda inner: f"({self.boolean(inner)} ? {self.string(inner)} : {self.string(inner)})",
            lambda _: f"parts({self.id()}).c",
        )
        return self._choose(forms, depth)

    def array(self, depth: int) -> str:
        if depth <= 0:
            return f"arr({self.id()})"
        forms: tuple[Make, ...] = (
            lambda inner: f"[{self.number(inner)}, {self.number(inner)}, {self.number(inner)}]",
            lambda inner: f"[{self.number(inner)}, ...{self.array(inner)}, {self.number(inner)}]",
            lambda inner: f"[...{self.array(inner)}, ...{self.array(inner)}, {self.number(inner)}]",
            lambda inner: f"{self.array(inner)}.concat({self.array(inner)}, {self.array(inner)})",
            lambda inner: f"[{self.number(inner)}, {self.number(inner)}, 7].map((item) => item + num({self.id()}))",
            lambda inner: f"{self.array(inner)}.slice(0, 3 + {self.small(inner)})",
            lambda _: f"arr({self.id()})",
        )
        return self._choose(forms, depth)

    def parts(self, depth: int) -> str:
        """An object with numbers `a` and `b` and a text `c`."""
        if depth <= 0:
            return f"parts({self.id()})"
        number, string = partial(self.number, depth - 1), partial(self.string, depth - 1)
        forms = (
            lambda: f"{{ a: {number()}, b: {number()}, c: {string()} }}",
            lambda: f"{{ c: {string()}, b: {number()}, a: {number()} }}",
            lambda: f"{{ ...{self.parts(depth - 1)}, a: {number()}, c: {string()} }}",
            lambda: f"{{ a: {number()}, ...some({self.id()}), c: {string()} }}",
            lambda: f"{{ a: {number()}, ...some({self.id()}) }}",
            lambda: f"{{ b: {number()}, ...seen({self.id()}), c: {string()} }}",
            lambda: f"{{ ...seen({self.id()}), b: {number()}, a: {number()}, c: {string()} }}",
            lambda: f"{{ ...some({self.id()}), ...seen({self.id()}), b: {number()} }}",
            lambda: f"{{ ...{self.parts(depth - 1)}, ...some({self.id()}), b: {number()} }}",
            lambda: f"{{ ...some({self.id()}), a: {number()}, c: {string()} }}",
        )
        return f"({self.random.choice(forms)()} as Parts)"

    # Statements

    def statement(self, depth: int) -> str:
        forms: tuple[Make, ...] = (
            self._shown,
            self._shown,
            self._shown,
            self._place_assigned,
            self._place_assigned,
            self._declared,
            self._taken_apart,
            self._taken_apart,
            self._taken_apart_again,
            self._counting,
            self._counting,
            self._going_over,
            self._switch,
            self._tried,
            self._object,
            self._if,
            self._left,
            self._jumped,
            self._methods,
        )
        return self._choose(forms, depth)

    def _shown(self, depth: int) -> str:
        return f"show({self.number(depth)}, {self.string(depth)}, {self.boolean(depth)});"

    def _place_assigned(self, depth: int) -> str:
        operator = self.random.choice(("=", "=", "+=", "-=", "||=", "&&="))
        return f"{self._place()} {operator} {self.number(depth + 1)};"

    def _declared(self, depth: int) -> str:
        one, two = self.name(), self.name()
        first = self.number(depth + 1)
        written = f"let {one} = {first}, {two} = {self.number(depth)};"
        self.numbers += [one, two]
        self.variables += [one, two]
        return f"{written}\nshow({one}, text, {two} > {one});"

    def _taken_apart(self, depth: int) -> str:
        one, two, three = self.name(), self.name(), self.name()
        number = partial(self.number, depth)
        forms = (
            lambda: f"const [{one}, {two} = {number()}, ...{three}] = {self.array(depth)};\nnote({three}.join());",
            lambda: f"const {{ a: {one}, b: {two} = {number()}, c: {three} }} = {self.parts(depth)};\nnote({three});",
            lambda: f"const {{ y: {one}, x: {two}, half: {three} }} = obj({self.id()});\nnote(`${{{three}}}`);",
            lambda: f"const [{one}, , {two}] = {self.array(depth)}, {three} = {number()};\nnote(`${{{three}}}`);",
            lambda: (
                f"const {{ list: [{one}, {two} = {number()}], y: {three} }} = obj({self.id()});\nnote(`${{{three}}}`);"
            ),
            lambda: f"const [[{one}, {two}], {three}] = [{self.array(depth)}, {number()}];\nnote(`${{{three}}}`);",
            lambda: (
                f"const {{ p: {one} = {number()}, q: {two} = {number()} }}: {{ p?: number; q?: number }} = "
                f"{{ p: maybe({self.id()}), q: maybe({self.id()}) }};"
            ),
        )
        written = self.random.choice(forms)()
        self.numbers += [one, two]
        return f"{written}\nshow({one}, text, {one} > {two});"

    def _taken_apart_again(self, depth: int) -> str:
        forms = (
            lambda: f"[v, w] = [{self.number(depth)}, {self.number(depth)}];",
            lambda: "[v, w] = [w, v];",
            lambda: f"[{self._place()}, {self._place()}] = {self.array(depth)};",
            lambda: f"[{self._place()}, , {self._place()}] = [{self.number(depth)}, v, {self.number(0)}];",
            lambda: "[shared[0], shared[1]] = [shared[1], shared[0]];",
        )
        return self.random.choice(forms)()

    def _counting(self, depth: int) -> str:
        """A loop whose closures see the variable of their own turn."""
        index, made, other = self.name(), self.name(), self.name()
        push = f"{made}.push(() => {index});"
        raise_ = self.random.choice(("", f"{index} += num({self.id()}) & 1;"))
        jump = self.random.choice(("", f"if (yes({self.id()}) && {index} > 0) continue;", f"if ({index} > 1) break;"))
        steps = (f"{made}.push(() => {index} * 10), {index}++", f"num({self.id()}), {index}++", f"{index} += 1")
        step = self.random.choice((f"{index}++", *steps))
        test = self.random.choice((f"{index} < 3", f"(num({self.id()}), {index} < 3)", f"{index} < 2 || {index} < 3"))
        start = self.random.choice((f"let {index} = 0", f"let {index} = 0, {other} = {self.number(0)}"))
        start += self.random.choice(("", f", {self.name()} = {made}.push(() => {index} + 100)"))
        change = self.random.choice(("", f"{made}.push(() => {index}++);"))
        body = " ".join(part for part in (push, raise_, change, jump, self._shown(min(depth, 1))) if part)
        return (
            f"const {made}: (() => number)[] = [];\nfor ({start}; {test}; {step}) {{ {body} }}\n"
            f"note({made}.map((f) => `${{f()}}`).join()); note({made}.map((f) => `${{f()}}`).join());"
        )

    def _going_over(self, depth: int) -> str:
        item, made = self.name(), self.name()
        jump = self.random.choice(("", f"if (yes({self.id()})) break;", f"if (yes({self.id()})) continue;"))
        # What the loop goes over may grow in it.
        body = f"{made}.push(() => {item}); if ({made}.length > 9) break; {jump} {self._place_assigned(0)}"
        change = self.random.choice(("", f"{item} += num({self.id()}); "))
        kind = "let" if change else "const"
        return (
            f"const {made}: (() => number)[] = [];\nfor ({kind} {item} of {self.array(depth)}) {{ {change}{body} }}\n"
            f"note({made}.map((f) => `${{f()}}`).join());"
        )

    def _switch(self, depth: int) -> str:
        cases = [
            f"case {self.number(min(depth, 1))}: {self._place_assigned(0)}{self.random.choice((' break;', ''))}"
            for _ in range(self.random.randint(1, 3))
        ]
        if self.random.random() < 0.6:
            cases.insert(self.random.randint(0, len(cases)), f"default: bump({self.id()});")
        return f"switch ({self.number(depth)}) {{\n{chr(10).join(cases)}\n}}"

    def _tried(self, depth: int) -> str:
        last = self.random.choice(("", f" finally {{ bump({self.id()}); {self._place_assigned(0)} }}"))
        return (
            f"try {{ {self._shown(depth)} {self._place_assigned(depth)} }} "
            f"catch (error) {{ note(`caught ${{error instanceof Error ? error.message : 0}}`); }}{last}"
        )

    def _left(self, depth: int) -> str:
        """A function that is left through `finally`."""
        made, inside = self.name(), self.numbers.copy()
        last = self.random.choice(("", "return v;", f"if (yes({self.id()})) return {self.number(0)};"))
        self.may_await, outside = False, self.may_await
        written = (
            f"const {made} = (one: number, two: number = {self.number(depth)}): number => {{\n"
            f"try {{ {self._shown(0)} return {self.number(depth)}; }} "
            f"finally {{ {self._place_assigned(0)} {last} }}\n}};\n"
            f"note(`${{{made}({self.number(depth)})}}`);"
        )
        self.numbers, self.may_await = inside, outside
        return written

    def _jumped(self, depth: int) -> str:
        """Loops that are left, or gone on with, from inside."""
        outer, index, other = self.name(), self.name(), self.name()
        jump = self.random.choice(("continue", "break"))
        return (
            f"{outer}: for (let {index} = 0; {index} < 3; {index}++) {{\n"
            f"for (let {other} = 0; {other} < {self.small(0)} + 1; {other}++) {{\n"
            f"try {{ if (yes({self.id()})) {jump} {outer}; {self._place_assigned(0)} }} "
            f"finally {{ bump({self.id()}); }}\n"
            f"if ({other} === {self.number(min(depth, 1))}) break;\n}}\n}}"
        )

    def _methods(self, depth: int) -> str:
        """An object with functions and accessors."""
        made = self.name()
        self.may_await, outside = False, self.may_await
        inner = f"two: number = {self.number(0)}"
        method = f"sum(one: number, {inner}): number {{ note(`${{this.a}}`); return one + two + {self.number(0)}; }}"
        getter = f"get b(): number {{ bump({self.id()}); return this.a; }}"
        setter = f"set b(value: number) {{ bump({self.id()}); this.a = value; }}"
        self.may_await = outside
        parts = [f"a: {self.number(depth)}", method, f"c: {self.number(depth)}", getter, setter]
        target, value = self.random.choice(("b", "a", "c")), self.number(depth)
        change = self.random.choice((f"{made}.{target} = {value}", f"{made}.{target} += {value}", f"{made}.{target}++"))
        return (
            f"const {made} = {{ {', '.join(parts)} }};\n{change};\n"
            f"note(`${{{made}.sum({self.number(depth)})}} ${{{made}.b}} ${{{made}.c}}`);"
        )

    def _object(self, depth: int) -> str:
        made = self.name()
        return f"const {made}: Parts = {self.parts(depth + 1)};\nshow({made}.a, {made}.c, {made}.b > 1);"

    def _if(self, depth: int) -> str:
        inner = self.numbers.copy()
        written = f"if ({self.boolean(depth + 1)}) {{ {self._place_assigned(depth)} }} else {{ {self._shown(depth)} }}"
        self.numbers = inner
        return written

    def class_(self, depth: int) -> str:
        """A class at the top level, whose fields and static parts have effects."""
        name = f"Made{self.seed}"
        self.may_await = False
        over = self.random.choice(("p, q", f"{self.number(depth)}, p", f"q, {self.number(0)}"))
        members = [
            f"static s1 = {self.number(depth)};",
            f"static {{ note(`static ${{{name}.s1}}`); {self._place_assigned(depth)} }}",
            f"f1 = {self.number(depth)};",
            f"static s2 = {name}.s1 + {self.number(depth)};",
            f"f2 = this.f1 + {self.number(depth)};",
            f"constructor(readonly p: number, q: number = {self.number(depth)}) {{ super({over}); "
            "note(`${this.f1} ${this.f2} ${this.p} ${q}`); }",
            f"sum(one: number, two: number = {self.number(depth)}): number "
            f"{{ return super.sum({self.number(depth)}, one) + two; }}",
        ]
        if self.random.random() < 0.5:
            self.random.shuffle(members)
            members.sort(key=lambda member: (not member.startswith("static s1"), not member.startswith("f1")))
        self.may_await = True
        return f"class {name} extends Thing {{\n{chr(10).join(members)}\n}}"

    def unit(self) -> str:
        """A test, and perhaps a class for it."""
        made = f"{self.class_(1)}\n" if self.random.random() < 0.15 else ""
        self.numbers, self.variables, first = ["v", "w"], [], self.last + 1
        body = [self.statement(self.random.randint(1, 2)) for _ in range(self.random.randint(2, 4))]
        if made or self.random.random() < 0.3:
            created = f"new {f'Made{self.seed}' if made else 'Thing'}({self.number(1)}, {self.number(1)})"
            body.append(f"note(`${{{created}.sum({self.number(1)})}}`);")
        stops = [0, *(self.random.randint(first, self.last + 1) for _ in range(4)), self.random.randint(1001, 1012)]
        stops.append(self.random.randint(first + 500, self.last + 501))
        written = "\n".join(body)
        name = f"test{self.seed}"
        runs = f"for (const which of [{', '.join(map(str, stops))}]) await run({self.seed}, {name}, which);"
        return f"fresh();\n{made}async function {name}(): Promise<void> {{\n{written}\n}}\n{runs}\n"


def random_order(seeds: range) -> str:
    """The program with the units of some seeds."""
    return _PRELUDE + "".join(OrderWriter(seed).unit() for seed in seeds)
