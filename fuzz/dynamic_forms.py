"""Random statements, each about one part of the language or library, for `fuzz.dynamic_statements`.

A text of a program stands on one line, however long it is.
"""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fuzz.dynamic_expressions import BINARY, KEYS, NAMES, NUMBERS, STRINGS, Expressions, Scope
from fuzz.typed_loops import TypedLoop

PATTERNS = (
    "/a/",
    "/[ab]/g",
    "/(a)|(b)/g",
    "/(?<n>b)(c)?/",
    "/^.|$/gm",
    "/\\\\b/g",
    "/(?:)/g",
    "/B/gi",
    "/./sy",
    "/\\\\d+|,/g",
)
REPLACEMENTS = (
    '"[$&]"',
    '"$1$2"',
    '"$<n>"',
    '"$`|$\'"',
    '"$$"',
    "(...m: any[]) => { log(m.length, m[0], m[1]); return m[0] + 1; }",
)
TEXTS = ('"abcABC"', '"a,b;c"', '"12 and 345"', '"\\u{1F600}b\\n\\u00e9"', '""', '"aaa"')
VIEWS = ("Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint32Array", "Float32Array", "Float64Array")
BIGS = ("0n", "1n", "-1n", "7n", "12345678901234567890n", "-98765432109876543210n", "(2n ** 64n)")
SYMBOLS = ("iterator", "toPrimitive", "hasInstance", "toStringTag", "asyncIterator", "species", "isConcatSpreadable")


class Forms:
    """Statements in a scope, each about one thing."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.random = scope.random
        self.expressions = Expressions(scope)

    def value(self, depth: int = 2) -> str:
        """An expression."""
        return self.expressions.value(depth)

    def block(self, depth: int, most: int = 4) -> str:
        """Some statements between braces, whose declarations end with them."""
        raise NotImplementedError

    def some(self, *choices: str, most: int = 4) -> str:
        """Some of the statements, in any order, each guarded."""
        chosen = [self.random.choice(choices) for _ in range(1 + self.random.randrange(most))]
        return " ".join(f"try {{ {item} }} catch (e: any) {{ log(text(e)); }}" for item in chosen)

    def simple(self) -> str:
        """A primitive, or a small object or array."""
        return self.random.choice(
            (self.expressions.atom(), self.random.choice(NUMBERS), self.random.choice(STRINGS), "[1, [2]]", "{ a: 1 }")
        )

    # Classes.

    def accessor_classes(self, depth: int) -> str:
        """Accessors, private members, `super` properties, static blocks, `new.target`, fields that are arrows."""
        k, pick = self.scope.number(), self.random.choice
        a, b = pick(NAMES), pick(NAMES)
        base = (
            f"class A{k} {{ [key: string]: any; #v: any = {self.value(1)}; f: any = (x: any) => [this.#v, x]; "
            f"get {a}(): any {{ log('A.get', {k}); return this.#v; }} "
            f"set {a}(x: any) {{ log('A.set', x); this.#v = x; }} "
            f"#m(x: any): any {{ return [x, this.#v]; }} get #p(): any {{ return this.#v; }} set #p(x: "
            f"any) {{ this.#v = x; }} "
            f"call(x: any): any {{ this.#p = x; return this.#m(this.#p); }} "
            f"static is(o: any): any {{ return #v in o; }} static #count: any = 0; "
            f"static next(): any {{ return ++this.#count; }} static {{ log('static A', this.name); }} "
            f"constructor(x: any) {{ log('new', new.target?.name, new.target === A{k}, x); }} }}"
        )
        own = pick(
            (
                f"get {a}(): any {{ return ['B', super.{a}]; }} set {a}(x: any) {{ super.{a} = [x]; }}",
                f"get {a}(): any {{ return 'only get'; }}",
                f"set {a}(x: any) {{ super.{b} = x; log(Object.keys(this)); }}",
                f"{b}: any = t({self.scope.number()}, {self.value(1)});",
                f"static {b}: any = this.name; static {{ super.next(); }}",
                f"[{self.key()}](x: any): any {{ return [super.call(x), new.target]; }}",
                "f: any = (x: any) => [super.call(x), this === x];",
                f"static is(o: any): any {{ return [super.is(o), (this as any).{b}]; }}",
            )
        )
        made = (
            f"{base} class B{k} extends A{k} {{ {own} }} const o{k}: any = new {pick('AB')}{k}({self.value(1)} as any);"
        )
        x = self.value(1)
        return (
            made
            + " "
            + self.some(
                f"log(o{k}.{a});",
                f"o{k}.{a} = {x}; log(o{k}.{a});",
                f"log(o{k}.{b}, o{k}[{self.key()}]);",
                f"log(o{k}.f({x}), (0, o{k}.f)(o{k}));",
                f"log(o{k}.call({x}), (A{k}.prototype as any).call.call({self.simple_or(f'o{k}')}, 1));",
                f"log((A{k} as any).is({self.simple_or(f'o{k}')}), (B{k} as any).is(o{k}));",
                f"log((A{k} as any).next(), (B{k} as any).{pick(('next', 'is'))}(o{k}));",
                f"log(o{k}, {{ ...o{k} }}, JSON.stringify(o{k}));",
                f"log(Object.getOwnPropertyNames(B{k}.prototype), Reflect.ownKeys(B{k}), Object.keys(o{k}));",
                f"log(Object.getOwnPropertyDescriptor(A{k}.prototype, '{a}'), delete o{k}.{b}, '{a}' in o{k});",
                f"log(Reflect.get(o{k}, '{a}', o{k}), Reflect.set(o{k}, '{a}', {x}, o{k}));",
                f"log(Reflect.construct(A{k} as any, [1], B{k} as any) instanceof B{k});",
            )
        )

    def key(self) -> str:
        """A computed key of a class or literal: a text, a number, a symbol."""
        return self.random.choice(
            (f'"{self.random.choice(KEYS)}" as any', "1 as any", "symbol", "Symbol.iterator as any", '("a" + 1) as any')
        )

    def simple_or(self, other: str) -> str:
        """A value, most often the other."""
        return other if self.random.random() < 0.6 else self.simple() if self.random.random() < 0.7 else "{} as any"

    def well_known(self, depth: int) -> str:
        """Well-known symbols as keys of classes and objects."""
        k = self.scope.number()
        v = self.value(1)
        return (
            f"const w{k}: any = {{ [Symbol.toPrimitive](h: any) {{ log(h); return {self.value(1)}; }}, "
            f"[Symbol.toStringTag]: {self.simple()}, "
            f"*[Symbol.iterator](): any {{ log('begin'); yield {v}; yield* "
            f"{self.expressions.iterable(1)} as any; }} }}; "
            f"const h{k}: any = {{ [Symbol.hasInstance](x: any) {{ log('has', x); return {self.value(1)}; }} }}; "
        ) + self.some(
            f"log(w{k} + 1, `${{w{k}}}`);",
            f"log(w{k} {self.random.choice(BINARY)} (({v}) as any));",
            f"log([...w{k}], Object.prototype.toString.call(w{k}));",
            f"log(({v} as any) instanceof h{k});",
            f"log(new Set(w{k}), Array.from(w{k}, (x: any, i: any) => [i, x]));",
            f"const [p, , ...q]: any = w{k}; log(p, q);",
            f"log(w{k});",
            f"log(Math.max(...w{k}), [0, ...w{k}, ...w{k}].length);",
            f"log(Object.fromEntries([[w{k}, 1]] as any), {{ [w{k}]: 2 }});",
            f"delete w{k}[Symbol.{self.random.choice(SYMBOLS)}]; log(Reflect.ownKeys(w{k}));",
            f"log([1].concat({{ length: 1, 0: {v}, [Symbol.isConcatSpreadable]: {self.simple()} }} as any));",
        )

    # Control.

    def finally_jumps(self, depth: int) -> str:
        """Labels, jumps and returns that leave or end in `finally`."""
        k = self.scope.number()
        jump = [
            self.random.choice(
                (
                    f"break O{k};",
                    f"continue O{k};",
                    f"break I{k};",
                    f"continue I{k};",
                    "break;",
                    "continue;",
                    f"return {self.value(1)};",
                    f"throw {self.simple()};",
                    f"log({self.value(1)});",
                    "",
                )
            )
            for _ in range(4)
        ]
        conditions = [f"(i + j) % {2 + self.random.randrange(2)} === {self.random.randrange(2)}" for _ in range(3)]
        head = self.random.choice(
            (
                f"for (const j of it({self.scope.number()}, 3))",
                "for (let j = 0; j < 3; j++)",
                "for (const j of [0, 1, 2])",
                f"for (const [j] of gen({self.scope.number()}, [0], [1], [2]))",
            )
        )
        star = self.random.choice(("", "*"))
        pause = "log(yield [i, j]);" if star else "log(i, j);"
        body = (
            f"O{k}: for (let i = 0; i < 3; i++) {{ tick(); I{k}: {head} {{ tick(); {pause} "
            f"try {{ if ({conditions[0]}) {{ {jump[0]} }} log('body'); }} "
            f"catch (e: any) {{ log('caught', text(e)); if ({conditions[1]}) {{ {jump[1]} }} }} "
            f"finally {{ log('finally'); if ({conditions[2]}) {{ {jump[2]} }} }} {jump[3]} }} }} return 'end';"
        )
        made = f"const f{k}: any = function{star} (): any {{ {body} }};"
        if not star:
            return f"{made} try {{ log(f{k}()); }} catch (e: any) {{ log('out', text(e)); }}"
        return f"{made} {self.resumed(f'f{k}()', '')}"

    def resumed(self, generator: str, word: str) -> str:
        """A generator that is resumed in all ways, each guarded."""
        k = self.scope.number()
        kinds = ("next", "next", "next", "return", "throw")
        steps = " ".join(
            f"try {{ log({word} g{k}.{self.random.choice(kinds)}({self.value(1)})); }} catch (e: any) {{ "
            f"log('out', text(e)); }}"
            for _ in range(2 + self.random.randrange(4))
        )
        return f"{{ const g{k}: any = {generator}; {steps} }}"

    def async_generator(self, depth: int) -> str:
        """An asynchronous generator, gone over or resumed before it is ready."""
        k = self.scope.number()
        parts = [
            self.random.choice(
                (
                    f"log('got', yield {self.value(1)});",
                    f"yield Promise.resolve({self.value(1)});",
                    "try { yield rejected('no'); } catch (e: any) { log('in', text(e)); }",
                    f"log(await {self.value(1)});",
                    f"yield* {self.expressions.iterable(1)} as any;",
                    f"if ({self.value(1)}) return {self.value(1)};",
                    (
                        f"try {{ yield 1; }} finally {{ log('finally'); "
                        f"{self.random.choice(('', 'yield 2;', 'await null;', 'return 3;'))} }}"
                    ),
                    f"for await (const x of [Promise.resolve(1), {self.simple()}] as any) {{ yield x; }}",
                )
            )
            for _ in range(1 + self.random.randrange(3))
        ]
        made = f"const f{k}: any = async function* (): any {{ {' '.join(parts)} return 'done'; }};"
        shown = f"(x: any) => log({k}, x), (x: any) => log({k}, 'failed', text(x))"
        calls = " ".join(
            f"g{k}.{self.random.choice(('next', 'next', 'return', 'throw'))}({self.value(1)}).then({shown});"
            for _ in range(1 + self.random.randrange(3))
        )
        loose = f"{{ const g{k}: any = f{k}(); {calls} }}"
        if not self.scope.in_async:
            return f"{made} {loose}"
        jump = self.random.choice(("", "break;", f"if (n{k}++ > 0) continue;", "throw 'loop';"))
        loop = (
            f"try {{ let n{k}: any = 0; for await (const x of f{k}()) {{ tick(); log({k}, x); {jump} }} }} "
            f"catch (e: any) {{ log(text(e)); }}"
        )
        return f"{made} {self.random.choice((loose, loop, self.resumed(f'f{k}()', 'await')))}"

    def promises(self, depth: int) -> str:
        """Chains of promises, thenables and groups, whose order is shown."""
        found = []
        for _ in range(1 + self.random.randrange(3)):
            k = self.scope.number()
            items = ", ".join(self.promised() for _ in range(self.random.randrange(4)))
            start = self.random.choice(
                (
                    f"Promise.{self.random.choice(('all', 'any', 'race', 'allSettled'))}([{items}] as any)",
                    f"Promise.{self.random.choice(('resolve', 'reject'))}({self.promised()})",
                    (
                        f"new Promise<any>((f: any, r: any) => {{ log('run', {k}); "
                        f"{self.random.choice(('f', 'r'))}({self.promised()}); f(1); }})"
                    ),
                    (
                        f"(async () => {{ log('async', {k}); return "
                        f"{self.random.choice(('', 'await '))}{self.promised()}; }})()"
                    ),
                )
            )
            links = "".join(
                self.random.choice(
                    (
                        f".then((x: any) => {{ log({k}, x); return {self.promised()}; }})",
                        ".then((x: any) => { throw x; })",
                        f".catch((x: any) => {{ log({k}, 'caught', text(x)); return {self.simple_value()}; }})",
                        (
                            f".finally(() => {{ log({k}, 'finally'); "
                            f"{self.random.choice(('', 'throw 1;', 'return Promise.resolve(2);'))} }})"
                        ),
                        ".then(null, undefined)",
                    )
                )
                for _ in range(self.random.randrange(4))
            )
            end = f".then((x: any) => log({k}, 'end', x), (x: any) => log({k}, 'end failed', x?.errors ?? text(x)));"
            found.append(f"({start} as any){links}{end}")
        return " ".join(found)

    def simple_value(self) -> str:
        """A simple value where a statement could begin."""
        return f"({self.simple()} as any)"

    def promised(self) -> str:
        """A value, promise or thenable."""
        v, k = self.simple_value(), self.scope.number()
        return self.random.choice(
            (
                v,
                f"Promise.resolve({v})",
                f"rejected({v})",
                f"({{ then(f: any, r: any) {{ log('then', {k}); {self.random.choice(('f', 'r'))}({v}); }} }} as any)",
                f"Promise.resolve().then(() => {v})",
                "(async () => { await null; return 1; })()",
                (
                    f"({{ get then(): any {{ log('get then', {k}); "
                    f"{self.random.choice(('throw 1', 'return undefined', 'return 5'))}; }} }} as any)"
                ),
            )
        )

    # Objects.

    def reflection(self, depth: int) -> str:
        """Descriptors, integrity, prototypes."""
        k = self.scope.number()
        a, b = self.random.choice(NAMES), self.random.choice(KEYS)
        v = self.simple_value()
        make = self.random.choice(
            (
                self.expressions.object(1),
                f"[{self.value(1)}, 2] as any",
                f"acc({k}, 1)",
                "new (class { static a = 1; b = 2; })() as any",
                "Object('ab')",
                "new Map([[1, 2]])",
            )
        )
        flags = ", ".join(
            f"{name}: {self.random.choice(('true', 'false'))}"
            for name in self.random.sample(("writable", "enumerable", "configurable"), 2)
        )
        return f"const o{k}: any = {make}; " + self.some(
            f"log(Object.getOwnPropertyDescriptors(o{k}));",
            (
                f"Object.{self.random.choice(('freeze', 'seal', 'preventExtensions'))}(o{k}); "
                f"log(Object.isFrozen(o{k}), Object.isSealed(o{k}), Object.isExtensible(o{k}));"
            ),
            (
                f"Object.defineProperty(o{k}, '{a}', {{ value: {v}, {flags} }}); "
                f"log(Object.getOwnPropertyDescriptor(o{k}, '{a}'));"
            ),
            (
                f"Object.defineProperty(o{k}, '{b}', {{ get() {{ log('got'); return {v}; }}, configurable: "
                f"{self.random.choice(('true', 'false'))} }}); log(o{k}['{b}']);"
            ),
            f"o{k}.{a} = {v}; log(o{k}.{a});",
            f"o{k}['{b}'] = {v}; log(o{k});",
            f"log(delete o{k}.{a}, o{k});",
            f"const c: any = Object.create(o{k}, {{ {a}: {{ value: {v} }} }} as any); log(c.{a}, c); c.{a} = 1;",
            (
                f"Object.setPrototypeOf(o{k}, {{ {a}: {v}, get b() {{ return this; }} }}); log(o{k}.{a}, "
                f"o{k}.b === o{k});"
            ),
            f"for (const key in o{k}) log(key);",
            f"log(Reflect.ownKeys(o{k}), Object.entries(o{k}));",
            (
                f"log(Reflect.defineProperty(o{k}, '{b}', {{ value: {v} }}), Reflect.deleteProperty(o{k}, "
                f"'{b}'), Reflect.has(o{k}, '{b}'));"
            ),
            f"log(Object.assign(o{k}, {{ {a}: {v}, [symbol]: 2 }}));",
            f"if (Array.isArray(o{k})) o{k}.length = {self.random.randrange(6)}; log(o{k}.length, o{k});",
            f"o{k}.__proto__ = {self.random.choice(('null', '1', '[]'))}; log(o{k});",
        )

    def optional(self, depth: int) -> str:
        """Optional chains with calls and `delete`."""
        k, a, b = self.scope.number(), self.random.choice(NAMES), self.random.choice(NAMES)
        base = self.random.choice(
            (
                self.expressions.object(1),
                "null",
                "undefined",
                f"{{ {a}: {{ {b}(...x: any[]) {{ return [this === x[0], ...x]; }} }} }}",
            )
        )
        x = self.expressions.traced(1)
        return f"const o{k}: any = {base}; " + self.some(
            f"log(o{k}?.{a}.{b}({x}));",
            f"log(o{k}?.{a}?.{b}?.({x})?.[{x}]);",
            f"log(delete o{k}?.{a}?.{b}, o{k});",
            f"log(delete o{k}?.[{x}]);",
            f"log((o{k}?.{a}).{b});",
            f"log((o{k}?.{a}?.{b})?.({x}));",
            f"log(o{k}?.({x}), o{k} ?? {x});",
            f"log(o{k}?.[{x}]?.({x}));",
            f"log(typeof o{k}?.{a}, void o{k}?.{b});",
            f"o{k}.{a} ??= {x}; o{k}.{b} &&= {x}; o{k}.{a} ||= {x}; log(o{k});",
        )

    def templates(self, depth: int) -> str:
        """Tagged templates: what the tag gets, and that it gets the same again."""
        k = self.scope.number()
        return (
            f"const tag{k}: any = (s: any, ...v: any[]) => {{ log(s, s.raw, v, Object.isFrozen(s)); return s; }}; "
            f"const q{k}: any = () => tag{k}`a\\n${{{self.value(1)}}}\\u0041${{{self.value(1)}}}`; "
            f"log(q{k}() === q{k}()); "
            f"log(({{ t(s: any, x: any): any {{ return [this.u, s[0], x]; }}, u: 1 "
            f"}}).t`x${{{self.value(1)}}}`, String.raw`\\a${{{self.simple()}}}`);"
        )

    # The library.

    def array_likes(self, depth: int) -> str:
        """Methods of arrays on what is no array."""
        k = self.scope.number()
        like = self.random.choice(
            (
                f"{{ length: {self.random.randrange(3)}, 0: {self.simple()}, 1: {self.simple()} }}",
                f"{{ length: {self.simple()}, 0: 5 }}",
                "[3, 1, 2]",
                "[3, , 1]",
                f"{{ length: 4, 0: {self.simple()}, 2: {self.simple()} }}",
                "new Uint8Array([1, 2])",
            )
        )
        f = "((x: any, i: any, o: any) => { log(x, i, typeof o); return x; })"
        v = self.simple_value()
        methods = [
            f"{name}.call(l{k}, {f})"
            for name in ("map", "filter", "forEach", "some", "every", "find", "findLastIndex", "flatMap")
        ]
        methods += [
            f"reduce.call(l{k}, (a: any, x: any) => [a, x])",
            f"reduceRight.call(l{k}, (a: any, x: any) => [a, x], 0)",
            f"push.call(l{k}, {v})",
            f"pop.call(l{k})",
            f"shift.call(l{k})",
            f"unshift.call(l{k}, {v}, 2)",
            f"slice.call(l{k}, {self.random.randrange(3)}, {self.simple()} as any)",
            f"splice.call(l{k}, 0, 1, {v})",
            f"reverse.call(l{k})",
            f"sort.call(l{k})",
            f"fill.call(l{k}, {v}, 1)",
            f"join.call(l{k}, {self.simple()} as any)",
            f"indexOf.call(l{k}, {v})",
            f"includes.call(l{k}, undefined)",
            f"at.call(l{k}, -1)",
            f"concat.call(l{k}, [{v}], {v})",
            f"copyWithin.call(l{k}, 0, 1)",
            f"flat.call(l{k})",
            f"toSorted.call(l{k})",
            f"with.call(l{k}, 0, {v})",
            f"lastIndexOf.call(l{k}, {v})",
            f"toSpliced.call(l{k}, 0, 1)",
            f"toReversed.call(l{k})",
        ]
        chosen = [f"log((Array.prototype as any).{self.random.choice(methods)}); log(l{k});" for _ in range(3)]
        return f"const l{k}: any = {like}; " + self.some(*chosen)

    def sorted_(self, depth: int) -> str:
        """Sorting, by comparators that contradict themselves too."""
        count = self.random.randrange(40)
        items = ", ".join(str(self.random.randrange(20)) for _ in range(count))
        compare = self.random.choice(
            (
                "(a: any, b: any) => a - b",
                "(a: any, b: any) => b - a",
                "(a: any, b: any) => (a * 7) % 5 - (b * 3) % 5",
                "() => 1",
                "() => -1",
                "(a: any, b: any) => a < b",
                "(a: any) => a % 2",
                "(a: any, b: any) => NaN",
                "(a: any, b: any) => (a % 3) - (b % 3)",
                "undefined",
                "(a: any, b: any) => ({ valueOf() { return a - b; } }) as any",
            )
        )
        method = self.random.choice(("sort", "toSorted"))
        source = self.random.choice((f"[{items}]", f"[{items}, undefined, 'x', null]", f"new Float64Array([{items}])"))
        return f"log(({source} as any).{method}({compare}).join());"

    def mutated_maps(self, depth: int) -> str:
        """A map that changes while it is gone over, by several iterators."""
        k = self.scope.number()
        v = self.simple_value()
        acts = [
            self.random.choice(
                (
                    f"m{k}.delete(x);",
                    f"m{k}.set({v}, {v});",
                    f"if (n{k}++ === 1) m{k}.clear();",
                    f"m{k}.delete({v});",
                    f"log(i{k}.next());",
                    f"if (n{k}++ < 3) {{ m{k}.delete(x); m{k}.set(x, n{k}); }}",
                )
            )
            for _ in range(2)
        ]
        way = self.random.choice(("keys()", "entries()", "values()"))
        return (
            f"const m{k}: any = new Map<any, any>([[1, 2], [{v}, 3], [{v}, 4]] as any); let n{k}: any = 0; "
            f"const i{k}: any = m{k}.{way}; for (const [x, y] of m{k}) {{ tick(); if (n{k}++ > 20) "
            f"break; log(x, y); {' '.join(acts)} }} "
            f"log(m{k}, [...i{k}], i{k}, m{k}.size);"
        )

    def patterns(self, depth: int) -> str:
        """Methods of texts with regular expressions."""
        k = self.scope.number()
        s, p = self.random.choice(TEXTS), self.random.choice(PATTERNS)
        return f"const s{k}: any = {s}; const r{k}: any = {p.replace(chr(92) * 2, chr(92))}; " + self.some(
            f"log(s{k}.replace(r{k}, {self.random.choice(REPLACEMENTS)}));",
            f"log(s{k}.replaceAll(r{k}, {self.random.choice(REPLACEMENTS)}));",
            f"log(s{k}.match(r{k}));",
            f"log([...s{k}.matchAll(r{k})]);",
            f"log(s{k}.split(r{k}), s{k}.split(r{k}, {self.random.randrange(3)}), s{k}.search(r{k}));",
            f"log(r{k}.exec(s{k}), r{k}.lastIndex); log(r{k}.test(s{k}), r{k}.lastIndex);",
            f"r{k}.lastIndex = {self.simple()}; log(r{k}.exec(s{k})?.index, r{k}.lastIndex);",
            f"log(s{k}.replace({self.random.choice(STRINGS)}, {self.random.choice(REPLACEMENTS)}));",
            f"log(r{k}, String(r{k}), r{k}.flags, r{k}.source, new RegExp(r{k}, 'g').flags);",
            (
                f"log(s{k}.substring({self.simple()} as any, 2), s{k}.substr(-2, {self.simple()} as any), "
                f"s{k}.at(-1), s{k}.codePointAt(0));"
            ),
            (
                f"log(s{k}.padEnd(9, {self.simple()} as any), s{k}.lastIndexOf('a', {self.simple()} as "
                f"any), s{k}.isWellFormed());"
            ),
            (
                f"log([...s{k}], s{k}.toUpperCase(), s{k}.trim(), s{k}.concat({self.simple()} as any), "
                f"s{k}.startsWith('a', {self.simple()} as any));"
            ),
        )

    def json(self, depth: int) -> str:
        """JSON there and back."""
        v = self.value(1)
        indent = self.random.choice(("undefined", "2", "'--'", "20", "''"))
        text = self.random.choice(
            (
                '\'[1,{"a":null,"b":[true,-0.5e2]}]\'',
                '\'{"__proto__":1,"a":2,"a":3}\'',
                "' [ ] '",
                "'[1,]'",
                "'\"\\\\u00e9\\\\n\"'",
                "'01'",
                "'{\"a\":}'",
                "'nul'",
                "'1 2'",
                "''",
            )
        )
        return self.some(
            (
                f"const o: any = {{ a: {v}, b: [undefined, () => 1, symbol, NaN, -0, 'é\\u2028\\ud800'], "
                f"toJSON: {self.random.choice(('undefined', '(k: any) => [k]', '5'))} }}; "
                f"log(JSON.stringify(o, null, {indent}));"
            ),
            (
                f"log(JSON.stringify({{ a: {v}, b: {{ c: {v}, a: [1, {{ a: 2, d: 3 }}] }} }}, ['a', 'b', "
                f"1] as any, {indent}));"
            ),
            (
                f"log(JSON.stringify([{v}, new Date(0), new Map([[1, 2]]), Object(1), Object('x'), null, "
                f"undefined] as any, null, {indent}));"
            ),
            f"log(JSON.parse({text}));",
            (
                f"log(JSON.parse({text}, function (this: any, key: any, x: any) {{ log(key, x); return "
                f"{self.random.choice(('x', 'key === chr ? undefined : x'.replace('chr', repr('a'))))}; "
                f"}}));"
            ),
            (
                f"log(JSON.stringify({v}, (key: any, x: any) => {{ log(key); return typeof x === 'number' "
                f"? String(x) : x; }}, {indent}));"
            ),
            (
                f"log(JSON.stringify({{ [{self.key()}]: {v}, [symbol]: 1 }}, null, {indent})); "
                f"log(JSON.stringify(new (class P {{ x = 1; #y = 2; get z() {{ return 3; }} }})()));"
            ),
        )

    def dates(self, depth: int) -> str:
        """Dates, in UTC."""
        k = self.scope.number()
        parts = ", ".join(
            self.random.choice(("2024", "0", "1", "12", "31", "-1", "99", "1.9", "NaN", "61", "1e9"))
            for _ in range(2 + self.random.randrange(5))
        )
        n = self.simple()
        return (
            f"const d{k}: any = new Date({self.random.choice(('0', '1e12', '8.64e15', 'Date.UTC(' + parts + ')', parts, chr(39) + '2024-02-30' + chr(39), chr(39) + '2024-02-29T12:30:15.5Z' + chr(39), chr(39) + 'Mar 3 2020 10:00' + chr(39)))}); "
            + self.some(
                f"log(d{k}, d{k}.getTime(), String(d{k}));",
                (
                    f"log(d{k}.getUTCDay(), d{k}.getUTCFullYear(), d{k}.getUTCMonth(), d{k}.getUTCHours(), "
                    f"d{k}.getTimezoneOffset());"
                ),
                (
                    f"log(d{k}.setUTC{self.random.choice(('Month', 'Date', 'Hours', 'FullYear', 'Milliseconds'))}({n} "
                    f"as any), d{k});"
                ),
                f"log(d{k}.toISOString());",
                f"log(d{k}.toJSON(), d{k} + 1, d{k} - 1, `${{d{k}}}`, +d{k}, d{k} < {n});",
                (
                    f"log(new Date(d{k}).getTime() === d{k}.getTime(), typeof Date(), Date.parse({n} as any), "
                    f"d{k}.toUTCString());"
                ),
                f"log(d{k}.setFullYear({n} as any, 1), d{k}.toDateString(), d{k}.getDay());",
            )
        )

    def typed_loop(self, depth: int) -> str:
        """A loop over typed arrays."""
        return TypedLoop(self.random, self.scope.number()).text()

    def typed_arrays(self, depth: int) -> str:
        """Typed arrays and views of one buffer."""
        k = self.scope.number()
        kind, other = self.random.choice(VIEWS), self.random.choice(VIEWS)
        v = self.simple_value()
        items = ", ".join(self.random.choice(NUMBERS) for _ in range(self.random.randrange(5)))
        return f"const a{k}: any = new {kind}([{items}]); const b{k}: any = a{k}.buffer; " + self.some(
            f"log(a{k}, a{k}.length, a{k}.byteLength, a{k}.at(-1));",
            f"a{k}[{self.random.randrange(5)}] = {v}; log(a{k}, a{k}[9], '9' in a{k}, Object.keys(a{k}));",
            f"log(new {other}(a{k}), new {other}(b{k}, 0));",
            f"log(new Uint8Array(b{k}), new DataView(b{k}).getInt16(0, {self.random.choice(('true', 'false'))}));",
            (
                f"log(a{k}.map((x: any) => x * 2), a{k}.filter((x: any) => x > 1), a{k}.slice(1), "
                f"a{k}.subarray(-2), a{k}.join('/'));"
            ),
            (
                f"a{k}.set({self.random.choice(('[1, 2]', '[300, -1]', 'a' + str(k)))}, "
                f"{self.random.randrange(3)}); log(a{k});"
            ),
            f"log(a{k}.fill({v}), a{k}.reverse(), a{k}.sort(), a{k}.indexOf(1), a{k}.includes(NaN));",
            (
                f"log({kind}.from({self.expressions.iterable(1)} as any), {kind}.of({v} as any), "
                f"{kind}.BYTES_PER_ELEMENT);"
            ),
            (
                f"log([...a{k}.entries()], a{k}.toSorted(), a{k}.with(0, {v}), a{k}.toString(), "
                f"Object.prototype.toString.call(a{k}));"
            ),
            f"a{k}.x = {v}; a{k}[-1] = 1; log(a{k}, JSON.stringify(a{k}));",
            f"log(new {kind}({self.simple()} as any));",
            (
                f"log(Object.getOwnPropertyDescriptor(a{k}, '0'), delete a{k}[9], Array.from(a{k}), "
                f"structuredClone(a{k}));"
            ),
        )

    def bigints(self, depth: int) -> str:
        """Bigints, with each other and with all else."""
        a, b = self.random.choice(BIGS), self.random.choice((*BIGS, self.simple(), self.simple()))
        return self.some(
            f"log((({a}) as any) {self.random.choice(BINARY)} (({b}) as any));".replace("**", "*")
            if "n" in b
            else f"log((({a}) as any) {self.random.choice(BINARY)} (({b}) as any));",
            (
                f"log(({a} as any) {self.random.choice(('<', '>', '==', '>=', '===', '!='))} ({b} as any), "
                f"({b} as any) <= ({a} as any));"
            ),
            (
                f"log(-({a}), ~({a}), typeof {a}, String({a}), "
                f"({a}).toString({2 + self.random.randrange(35)}), Number({a}), !{a});"
            ),
            (
                f"log(BigInt({self.simple()} as any), BigInt.asIntN({self.random.randrange(70)}, {a}), "
                f"BigInt.asUintN({self.random.randrange(70)}, {a}));"
            ),
            f"let x: any = {a}; x++; x += ({b} as any); log(x--, x);",
            (
                f"log([{a}, {{ a: {a} }}], Math.max(Number({a}), 1), parseInt(String({a})), new Map([[{a}, "
                f"1]] as any).get({b} as any));"
            ),
            (
                f"log([3n, 1, 2n, 10, {b}].sort(), [3n, 1n, 2].sort((p: any, q: any) => (p < q ? -1 : p > "
                f"q ? 1 : 0)), `${{{a}}}`, {a} + 'x');"
            ),
            f"log(isNaN({a} as any));",
            f"log(({a} as any) / ({b} as any), ({a} as any) % ({b} as any));",
        )

    def shown_values(self, depth: int) -> str:
        """Values as the console shows them."""
        return f"log({', '.join(self.odd(3) for _ in range(1 + self.random.randrange(2)))});"

    def odd(self, depth: int) -> str:
        """A value that is shown in a way of its own."""
        inner: Callable[[], str] = partial(self.odd, depth - 1) if depth > 0 else self.simple_value
        many = ", ".join(
            str(self.random.randrange(10 ** self.random.randrange(6))) for _ in range(self.random.randrange(120))
        )
        words = ", ".join("'" + "xy " * self.random.randrange(9) + "'" for _ in range(self.random.randrange(12)))
        return self.random.choice(
            (
                f"[{many}]",
                f"[{words}]",
                f"{{ a: {inner()}, 'b-c': {inner()}, [symbol]: {inner()}, 1: {inner()} }}",
                f"[{inner()}, {inner()}]",
                f"new Map<any, any>([[{inner()}, {inner()}]] as any)",
                f"new Set<any>([{inner()}, {inner()}] as any)",
                f"new (class Foo {{ x: any = {inner()}; #p = 1; get y() {{ return 1; }} }})()",
                f"new (class extends Map<any, any> {{ x: any = {inner()}; }})()",
                f"new (class Bar extends Array {{ y = 1; }})({self.random.randrange(1, 3)}, 2)",
                f"Object.create(null, {{ a: {{ value: {inner()}, enumerable: true }} }})",
                f"Object.assign(() => ({inner()}), {{ z: {inner()} }})",
                f"Object.assign([1, 2], {{ k: {inner()}, '-1': 0 }})",
                "{ get a() { return 1; }, set a(x: any) {}, get b() { return 2; }, set c(x: any) {} }",
                "class Q { static s = 1; }",
                "class extends Array {}",
                "function* named() {}",
                "async () => {}",
                "async function* h() {}",
                "Object(1)",
                "Object('text')",
                "Object(symbol)",
                "Object(1n)",
                "Object(false)",
                "Symbol('a b')",
                "Symbol.iterator",
                "-0",
                "[-0, [undefined, null]]",
                "'it\\'s'",
                "['it\\'s', 'a\"b\\'c', '`']",
                "['\\n\\t\\u0001']",
                "new Date(0)",
                "new Date(NaN)",
                "/x/gi",
                "Promise.resolve(1)",
                "new WeakMap()",
                "[1][Symbol.iterator]()",
                "new Map([[1, 2]]).entries()",
                "'ab'[Symbol.iterator]()",
                "(function* () {})()",
                "Math",
                "JSON",
                "globalThis.Reflect",
                "new Array(3).fill({ a: { b: { c: { d: 1 } } } })",
                "(() => { const o: any = { n: {} }; o.n.up = o; o.self = o; return o; })()",
                "{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa': 1, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb': [1, 2, 3], 'ccccccccccccccccccccc': 'd' }",
                "[, 1, , [,]]",
                "Object.assign(Object.create({ constructor: { name: 'Fake' } }), { q: 1 })",
                "{ [Symbol.toStringTag]: 'Tag', x: 1 }",
                "'a\\nb'",
                f"['a\\nb', {inner()}]",
                "'x'.repeat(200)",
                "['x'.repeat(80), 'y']",
                "new Error('m').message",
                f"{{ f() {{}}, g: () => ({inner()}), h: class {{}}, i: Symbol('i'), j: 10n, k: /k/ }}",
            )
        )


FORMS = (
    (Forms.accessor_classes, 2),
    (Forms.well_known, 2),
    (Forms.finally_jumps, 2),
    (Forms.async_generator, 2),
    (Forms.promises, 2),
    (Forms.reflection, 2),
    (Forms.optional, 2),
    (Forms.templates, 1),
    (Forms.array_likes, 2),
    (Forms.sorted_, 1),
    (Forms.mutated_maps, 1),
    (Forms.patterns, 1),
    (Forms.json, 1),
    (Forms.dates, 1),
    (Forms.typed_arrays, 1),
    (Forms.typed_loop, 3),
    (Forms.bigints, 1),
    (Forms.shown_values, 2),
)
"""The forms with their weights."""
