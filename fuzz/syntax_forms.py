"""Random expressions and types with as few parentheses as can be: how they are grouped is the question."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

NAMES = tuple("abcfgxy")
WORDS_AS_NAMES = (
    *("unique", "keyof", "infer", "unknown", "never", "abstract", "accessor", "using", "type", "of", "as", "satisfies"),
    *("is", "asserts", "declare", "namespace", "module", "get", "set", "any", "number", "string", "boolean", "symbol"),
    *("object", "bigint", "readonly", "override", "out", "global", "from", "constructor"),
)
PROPERTIES = ("p", "q", "length", "new", "in", "typeof", "get", "async", "of", "type", "unique", "if", "#secret")
BINARY = (
    *("+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "<", ">", "<=", ">=", "===", "!==", "&", "^", "|"),
    *("&&", "||", "??", "instanceof"),
)
ASSIGNMENTS = (
    *("=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "&&=", "||=", "??="),
)
PREFIXES = ("-", "+", "!", "~", "typeof ", "void ", "await ", "- -", "!!", "+ +", "-~")
TYPE_NAMES = ("A", "B", "C", "number", "string", "void", "null", "undefined", "unknown", "never", "boolean", "any")


class FormWriter:
    """Writes forms of one seed. `unsupported` is the share of forms that the front end has no tree for."""

    def __init__(self, random: Random, unsupported: float = 0.01) -> None:
        self.random = random
        self.unsupported = unsupported
        self.may_await = True
        self.is_inside = False

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _join(self, *parts: str) -> str:
        """Parts with a space, a comment, a line break or nothing between them."""
        text = ""
        for part in parts:
            gap = self.random.choices((" ", "", "\n", "/* a > b! */"), (80, 14, 2, 1))[0]
            apart = gap or (" " if text and part and _runs_together(text[-1], part[0]) else "")
            text += (apart if text else "") + part
        return text

    def name(self) -> str:
        """A name, sometimes one that is a word of the grammar elsewhere."""
        return self.random.choice(WORDS_AS_NAMES if self._chance(0.08) else NAMES)

    def sequence(self, depth: int) -> str:
        """An expression, with commas perhaps."""
        count = self.random.choice((1, 1, 1, 1, 2, 3))
        return ", ".join(self.assignment(depth) for _ in range(count))

    def assignment(self, depth: int) -> str:
        """An expression without comma."""
        if self._chance(0.1):
            return self._arrow(depth)
        if self._chance(0.12):
            return self._join(self._target(depth), self.random.choice(ASSIGNMENTS), self.assignment(depth - 1))
        test = self._operations(depth)
        if depth > 0 and self._chance(0.1):
            # The compiler takes the `?` of `x as T ? -y : z` for a part of the type.
            test = f"({test})" if "as " in test else test
            return self._join(test, "?", self.assignment(depth - 1), ":", self.assignment(depth - 1))
        return test

    def _target(self, depth: int) -> str:
        if self._chance(0.03):
            return f"[{self._place(depth)}, {self._place(depth)}]"
        return self._place(depth)

    def _place(self, depth: int) -> str:
        target = self.name()
        if self._chance(0.5):
            target += self.random.choice((f".{self._property()}", f"[{self.assignment(min(depth - 1, 1))}]"))
        return target + ("!" if self._chance(0.15) else "")

    def _operations(self, depth: int) -> str:
        parts = [self._operand(depth)]
        # `??` stands beside `&&` and `||` in parentheses only, and a refused program says little.
        excluded = self.random.choice((("??",), ("??",), ("&&", "||")))
        while self._chance(0.5):
            if self._chance(0.12):
                parts += ["as", "const" if self._chance(self.unsupported) else self._type_of_cast(depth)]
                continue
            if self._chance(self.unsupported):
                parts += ["satisfies", self._type_of_cast(depth)]
                continue
            operator = self.random.choice(BINARY)
            if operator in excluded and not self._chance(0.02):
                continue
            is_power = operator == "**" and not self._chance(0.05)
            if is_power and parts[-1][0] in "-+!~tvad":
                continue
            parts += [operator, self._operand(depth - 1)]
        return self._join(*parts)

    def _operand(self, depth: int) -> str:
        if self._chance(0.06):
            place = self._place(depth)
            return self.random.choice((f"++{place}", f"--{place}", f"{place}++", f"{place}--"))
        prefix = self.random.choice(PREFIXES) if self._chance(0.2) else ""
        operand = self._suffixed(depth)
        if prefix == "await " and not (self.may_await and (self.is_inside or operand[0].isalnum())):
            # At the top level the compiler sees `await` only before something that reads on like a name.
            prefix = ""
        return prefix + operand

    def _suffixed(self, depth: int) -> str:
        text = self._created(depth) if depth > 0 and self._chance(0.06) else self._primary(depth)
        is_number = text[-1].isdigit()
        while self._chance(0.4):
            suffixes: tuple[Callable[[int], str], ...] = (
                lambda _: "!",
                lambda _: "!",
                lambda _: f".{self._property()}",
                lambda _: f"?.{self._property()}",
                lambda deeper: f"[{self.sequence(deeper)}]",
                self._arguments,
                lambda deeper: f"?.{self._arguments(deeper)}",
                lambda deeper: f"?.[{self.assignment(deeper)}]",
            )
            suffix = self.random.choice(suffixes)(min(depth - 1, 1))
            if is_number:
                suffix = " " + suffix
            is_number = False
            text += suffix
        if self._chance(self.unsupported):
            text += self.random.choice((f"<{self._postfix_type(1)}>(a)", "`t`", f"<{self._postfix_type(1)}>"))
        return text

    def _property(self) -> str:
        return self.random.choice(PROPERTIES[:-1])

    def _arguments(self, depth: int) -> str:
        count = self.random.randint(0, 2)
        written = [("..." if self._chance(0.12) else "") + self.assignment(depth) for _ in range(count)]
        return f"({', '.join(written)}{',' if written and self._chance(0.05) else ''})"

    def _created(self, depth: int) -> str:
        callee = self.name() + "".join(f".{self._property()}" for _ in range(self.random.choice((0, 0, 1))))
        if self._chance(0.03):
            callee = self.random.choice((f"{callee}!", f"{callee}?.p", f"{callee}[a]", f"({callee})"))
        is_called = self._chance(0.85)
        if is_called and self._chance(0.15):
            callee += f"<{', '.join(self.type(1) for _ in range(self.random.randint(1, 2)))}>"
        return f"new {callee}" + (self._arguments(depth - 1) if is_called else "")

    def _primary(self, depth: int) -> str:
        simple = (self.name, self.name, self.name, self._literal)
        if depth <= 0:
            return self.random.choice(simple)()
        deeper: tuple[Callable[[int], str], ...] = (
            lambda inner: f"({self.sequence(inner)})",
            self._array,
            self._object,
            self._template,
            self._function,
        )
        if self._chance(0.3):
            return self.random.choice(deeper)(depth - 1)
        return self.random.choice(simple)()

    def _literal(self) -> str:
        if self._chance(self.unsupported):
            return self.random.choice(("/a>b!/g", "10n", "class {}", "import.meta"))
        return self.random.choice(("0", "1", "2.5", '"t"', "'s'", "true", "null", "this", "`u`", "undefined"))

    def _array(self, depth: int) -> str:
        elements = [("..." if self._chance(0.15) else "") + self.assignment(depth) for _ in range(self._count())]
        return f"[{', '.join(elements)}]"

    def _count(self) -> int:
        return self.random.randint(0, 3)

    def _object(self, depth: int) -> str:
        parts = [self.random.choice((self._pair, self._pair, self._shorthand, self._method))(depth)]
        parts += [f"...{self.assignment(depth)}"] if self._chance(0.2) else []
        return f"{{ {', '.join(parts)} }}"

    def _pair(self, depth: int) -> str:
        key = self.random.choice((self._property(), '"text"'))
        return f"{key}: {self.assignment(depth)}"

    def _shorthand(self, _: int) -> str:
        return self.random.choice(NAMES)

    def _method(self, depth: int) -> str:
        word = self.random.choice(("", "", "async "))
        return f"{word}{self._property()}({self._parameters(depth)}) {self._block(depth, word)}"

    def _template(self, depth: int) -> str:
        return f"`${{{self.sequence(depth)}}} b! ${{{self.sequence(depth)}}}`"

    def _function(self, depth: int) -> str:
        word = self.random.choice(("", "async "))
        return f"{word}function ({self._parameters(depth)}) {self._block(depth, word)}"

    def _block(self, depth: int, word: str) -> str:
        return f"{{ return {self._body(self.sequence, depth, word)}; }}"

    def _body(self, make: Callable[[int], str], depth: int, word: str) -> str:
        """An expression inside of a function, which is asynchronous if the word before it says so."""
        outside = self.may_await, self.is_inside
        self.may_await, self.is_inside = word != "", True
        written = make(depth)
        self.may_await, self.is_inside = outside
        return written

    def _arrow(self, depth: int) -> str:
        word = "async " if self._chance(0.2) else ""
        if self._chance(0.3):
            head = f"{word}{self.random.choice(NAMES)}"
        else:
            result = f": {self.type(1)}" if self._chance(0.3) else ""
            head = f"{word}({self._parameters(depth)}){result}"
        if depth > 0 and self._chance(0.3):
            return f"{head} => {self._block(depth - 1, word)}"
        body = self._body(self.assignment, depth - 1, word)
        return f"{head} => {f'({body})' if body.startswith('{') else body}"

    def _signature(self) -> str:
        """The parameters of a type."""
        names = self.random.sample(NAMES, self.random.randint(0, 2))
        marks = sorted(self.random.choice(("", "", "?")) for _ in names)
        return ", ".join(f"{name}{mark}: {self.type(0)}" for name, mark in zip(names, marks, strict=True))

    def _parameters(self, depth: int) -> str:
        names = self.random.sample(NAMES, self.random.randint(0, 2))
        written: list[str] = []
        mark = ""
        for name in names:
            mark = mark or ("?" if self._chance(0.1) else "")
            type_ = f": {self.type(1)}" if mark or self._chance(0.4) else ""
            value = ""
            if not mark and self._chance(0.15):
                value = f" = {self._body(self.assignment, min(depth - 1, 1), '')}"
            pattern = self.random.choice((f"[{name}]", f"{{ {name} }}", f"{{ p: {name} = 1 }}"))
            written.append((pattern if not mark and self._chance(0.1) else name) + mark + type_ + value)
        return ", ".join(written)

    def _type_of_cast(self, depth: int) -> str:
        # A cast that ends by a name would take a `<` behind it for type arguments.
        return self.type(min(depth, 1))

    # Types

    def type(self, depth: int) -> str:
        """A type."""
        if depth > 0 and self._chance(0.15):
            return f"({self._signature()}) => {self.type(depth - 1)}"
        if depth > 0 and self._chance(self.unsupported):
            return self._unsupported_type(depth - 1)
        members = [self._postfix_type(depth) for _ in range(self.random.choice((1, 1, 1, 2, 3)))]
        lead = "| " if self._chance(0.03) else ""
        return lead + self.random.choice((" | ", "|", " | ")).join(members)

    def _unsupported_type(self, depth: int) -> str:
        one, two = self._postfix_type(depth), self.type(depth)
        forms = (
            *(f"new ({self._signature()}) => {two}", f"abstract new () => {two}", f"{one} & {one}", f"keyof {one}"),
            *(f"{one} extends {one} ? {two} : {two}", f"{one}['p']", "`a${A}b`", "'text'", "1", "-1", "typeof a.b"),
            *(f"readonly {one}[]", f"{one} extends (infer A)[] ? A : {two}", "unique symbol", f"[{two}?, ...{one}[]]"),
            *(f"<A>(a: A) => {two}", "(a: A) => a is B", f"{{ [key: string]: {two} }}", "import('m').A", "A.B<C>"),
            *("{ [K in keyof A]?: A[K] }", "asserts"),
        )
        return self.random.choice(forms)

    def _postfix_type(self, depth: int) -> str:
        text = self._primary_type(depth)
        while self._chance(0.15):
            text += "[]"
        return text

    def _primary_type(self, depth: int) -> str:
        if depth <= 0 or self._chance(0.6):
            return self.random.choice(TYPE_NAMES)
        forms: tuple[Callable[[], str], ...] = (
            lambda: f"({self.type(depth - 1)})",
            lambda: f"[{', '.join(self.type(depth - 1) for _ in range(self._count()))}]",
            lambda: f"A<{', '.join(self.type(depth - 1) for _ in range(self.random.randint(1, 2)))}>",
            lambda: f"{{ {self._members(depth - 1)} }}",
        )
        return self.random.choice(forms)()

    def _members(self, depth: int) -> str:
        forms = (
            lambda: f"{self.random.choice(('', 'readonly '))}{self._property()}: {self.type(depth)}",
            lambda: f"{self._property()}?: {self.type(depth)}",
            lambda: f"{self._property()}({self._signature()}): {self.type(depth)}",
        )
        return self.random.choice(("; ", ", ")).join(self.random.choice(forms)() for _ in range(self._count()))


def _runs_together(last: str, first: str) -> bool:
    """Whether two characters that touch could make another token."""
    both = (last, first)
    if all(character.isalnum() or character in "_$#." for character in both):
        return True
    return all(character in "+-*/%<>=!&|^?.~" for character in both)


def random_form(seed: int) -> str:
    """A program of one expression or type."""
    random = Random(seed)
    writer = FormWriter(random, 0.03 if random.random() < 0.2 else 0.0)
    match random.randrange(8):
        case 0:
            return f"type T = {writer.type(2)};"
        case 1:
            return f"let v: {writer.type(2)};"
        case 2 | 3:
            return f"({writer.sequence(2)});"
        case 4:
            return f"f({writer.assignment(2)}, {writer.assignment(1)});"
        case _:
            return f"let v = {writer.assignment(2)};"
