"""Random loops over typed arrays whose buffers are resized or given away, and whose variables change, meanwhile."""

from __future__ import annotations

from random import Random

KINDS = {
    "Int8Array": 1,
    "Uint8Array": 1,
    "Uint8ClampedArray": 1,
    "Int16Array": 2,
    "Uint16Array": 2,
    "Int32Array": 4,
    "Uint32Array": 4,
    "Float32Array": 4,
    "Float64Array": 8,
}
"""The classes of typed arrays with the bytes of an element."""

GIVEN_AWAY = (
    "const give: any = (b: any) => (b.transfer ? b.transfer() : (structuredClone as any)(b, { transfer: [b] }));"
)
"""Node 20 has no `transfer`."""

LENGTH = 64
LIMIT = 256


class TypedLoop:
    """A function with a loop, or two, over some views of a buffer. Its variables end with `k`."""

    def __init__(self, random: Random, k: int) -> None:
        self.random = random
        self.k = k
        self.kinds = [random.choice(list(KINDS)) for _ in range(2 + random.randrange(2))]

    def text(self) -> str:
        """The function and its call."""
        k = self.k
        views = " ".join(f"let a{n}: {kind} = {self.made(kind)};" for n, kind in enumerate(self.kinds))
        body = f"{self.head('i')} {{ {self.statements(6)} if (typeof s === 'string' && s.length > 40) s = s.length; }}"
        if self.random.random() < 0.5:
            inner = f"{self.head('j')} {{ {self.statements(4)} }}"
            body = f"{self.head('i')} {{ {self.statements(2)} {inner} {self.statements(2)} }}"
        ends = ", ".join(f"a{n}.length, String(a{n}[0]), String(a{n}[a{n}.length - 1])" for n in range(len(self.kinds)))
        return (
            f"const h{k}: any = {{ x: 1, get y() {{ this.act(); return 2; }}, valueOf() {{ this.act(); return 3; }}, "
            f"act() {{}} }}; "
            f"function typed{k}(turns: number): any {{ {GIVEN_AWAY} let b: any = {self.buffer()}; {views} "
            f"let d: DataView = new DataView(b, {self.random.randrange(9)}); "
            f"h{k}.act = () => {{ {self.change()} }}; let s: any = 0, c = {self.start()}, u = 0, f = 0.5; "
            f"try {{ {body} }} catch (e: any) {{ log(text(e)); }} return [String(s), c, u, String(f), {ends}]; }} "
            f"log(typed{k}({8 + self.random.randrange(30)}));"
        )

    def buffer(self) -> str:
        if self.random.random() < 0.3:
            return f"new ArrayBuffer({LENGTH})"
        return f"new ArrayBuffer({LENGTH}, {{ maxByteLength: {LIMIT} }})"

    def made(self, kind: str) -> str:
        """A view of the buffer, or of its own."""
        choice = self.random.random()
        if choice < 0.2:
            return f"new {kind}({self.random.randrange(9)})"
        if choice < 0.5:
            return f"new {kind}(b)"
        size = KINDS[kind]
        count = f", {1 + self.random.randrange(LENGTH // (2 * size))}" if choice < 0.8 else ""
        return f"new {kind}(b, {8 * self.random.randrange(4)}{count})"

    def start(self) -> str:
        return self.random.choice(("0", "0", "-3", "1.5", "4294967290", "9007199254740989", "-0"))

    def head(self, name: str) -> str:
        """The head of a loop of at most so many turns as the function is told."""
        end = self.random.choice(("turns", "turns", f"a{self.array()}.length", "9"))
        step = self.random.choice((f"{name}++", f"{name}++", f"{name} += 2", f"{name} += 0.5"))
        start = self.random.choice(("0", "0", "-2", "1"))
        return f"for (let {name} = {start}, n{name} = 0; {name} < {end} && n{name} < 40; {step}, n{name}++)"

    def statements(self, most: int) -> str:
        return " ".join(self.statement() for _ in range(1 + self.random.randrange(most)))

    def array(self) -> int:
        return self.random.randrange(len(self.kinds))

    def element(self) -> str:
        return f"a{self.array()}[{self.index()}]"

    def index(self) -> str:
        return self.random.choice(
            (
                "i",
                "i",
                "i",
                "i + 1",
                "i - 1",
                "i % 5",
                "i * 2 - 1",
                "c & 7",
                "u",
                "i / 2",
                "c",
                "-0",
                "turns - i",
                "f * 4",
            )
        )

    def number(self) -> str:
        """An expression that is a number, or undefined."""
        return self.random.choice(
            (
                "i",
                "c",
                "-i",
                "i * 1.25",
                "f",
                "c >>> 3",
                "300 - i",
                "1e10 * i",
                "NaN",
                "-0",
                self.element(),
                f"{self.element()} * {self.element()}",
                f"({self.element()} ^ {self.element()})",
                f"a{self.array()}.length",
            )
        )

    def data(self, word: str) -> str:
        """What is read or written of the `DataView`."""
        kind = self.random.choice(("Int8", "Uint8", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64"))
        value = f", {self.number()}" if word == "set" else ""
        order = "" if kind.endswith("8") else self.random.choice(("", ", true", ", false", ", u > 1"))
        return f"d.{word}{kind}({self.index()}{value}{order})"

    def change(self) -> str:
        """What lets elements stand elsewhere, or be none any more."""
        array = self.array()
        kind = self.kinds[array]
        return self.random.choice(
            (
                f"if (b.resizable) b.resize({8 * self.random.randrange(LIMIT // 8)});",
                f"if (b.resizable) b.resize({LIMIT});",
                "b = give(b);",
                f"b = {self.buffer()};",
                f"try {{ a{array} = {self.made(kind)}; }} catch (e: any) {{ a{array} = new {kind}(2); }}",
                f"a{array} = a{array}.slice(0, 5) as any;",
                f"a{array} = new {self.random.choice(list(KINDS))}(3) as any;",
                f"a{array} = [1, , 'x', {{}}, 5, 6n] as any;",
                f"a{array}.fill(7);",
            )
        )

    def statement(self) -> str:
        k = self.k
        rare = f"if (i % {3 + self.random.randrange(6)} === {self.random.randrange(3)})"
        return self.random.choice(
            (
                f"{self.element()} = {self.number()};",
                f"{self.element()} = {self.number()};",
                f"{self.element()} += {self.number()};",
                f"{self.element()}++;",
                f"s += {self.element()};",
                f"s += {self.element()};",
                f"s = {self.element()} - s;",
                f"c = (c * 31 + {self.number()}) | 0;",
                "c++;",
                f"f = f * 0.5 + {self.number()};",
                f"if ({self.element()} === undefined) u++;",
                f"u = u + 1 < a{self.array()}.length ? u + 1 : 0;",
                f"{rare} {self.change()}",
                f"{rare} {self.change()}",
                f"{rare} h{k}.act();",
                f"{rare} {self.element()} = h{k};",
                f"{rare} c += h{k}.y;",
                f"{rare} s = {self.random.choice(('0', '`t${s}`', 'a0.length', 'undefined', 'f', 'c'))};",
                f"{rare} try {{ {self.element()} = {self.random.choice(('6n', 'boom(1)', '`4`', 'null'))} as any; }} "
                "catch (e: any) { u += 0.5; }",
                f"try {{ s += {self.data('get')}; }} catch (e: any) {{ u++; }}",
                f"try {{ {self.data('set')}; c++; }} catch (e: any) {{ u++; }}",
                f"{rare} try {{ d = new DataView(b, {self.random.randrange(9)}); }} catch (e: any) {{ u++; }}",
                f"{rare} continue;",
                f"if ({self.element()} > 1e6) break;",
                f"for (const x of a{self.array()}) s += x;",
            )
        )
