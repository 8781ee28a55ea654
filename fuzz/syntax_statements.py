"""Random statements, classes and functions around the expressions and types of `syntax_forms`: ends of lines, heads of
loops, members of classes, and the words that mean something in some places only.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fuzz.syntax_forms import NAMES, PROPERTIES, FormWriter

ENDS = (";", ";", ";", "\n", "\n", " // a > b\n", ";\n", "/* < */\n")


class StatementWriter(FormWriter):
    """Writes statements of one seed. `private` says whether `#secret` may be used, `yields` whether `yield` may."""

    def __init__(self, random: Random, unsupported: float) -> None:
        super().__init__(random, unsupported)
        self.has_private = False
        self.yields = False

    def program(self) -> str:
        """Some statements."""
        return "".join(self.statement(2) for _ in range(self.random.randint(1, 3)))

    def _end(self) -> str:
        return self.random.choice(ENDS)

    def statement(self, depth: int) -> str:
        """A statement with its end."""
        forms = [self._variable, self._variable, self._variable, self._alias]
        if depth > 0:
            forms += [self._function_statement, self._class_statement, self._class_statement, self._generator]
        if self._chance(0.5):
            return self.inner_statement(depth)
        return self.random.choice(forms)(depth - 1)

    def inner_statement(self, depth: int) -> str:
        """A statement that declares nothing around it, as it stands in an `if` and in loops."""
        forms: list[Callable[[int], str]] = [self._value, self._value]
        if depth > 0:
            forms += [self._if, self._for, self._for_each, self._labelled, self._block_statement, self._while]
            forms += [self._switch, self._try]
        return self.random.choice(forms)(depth - 1)

    def _value(self, depth: int) -> str:
        if self.yields and self._chance(0.4):
            value = self.assignment(depth)
            return self.random.choice(("yield", f"yield {value}", f"yield* {value}")) + self._end()
        text = self.sequence(max(depth, 1))
        # What begins a statement otherwise, or goes on from the line before, stands in parentheses behind a `;`.
        is_call = text.split("(")[0].strip() in NAMES
        return (text if is_call else f";({text})") + self._end()

    def _variable(self, depth: int) -> str:
        word = self.random.choice(("let", "const", "var"))
        names = self.random.sample(NAMES, self.random.randint(1, 2))
        parts = []
        for name in names:
            type_ = f": {self.type(1)}" if self._chance(0.3) else ""
            parts.append(f"{name}{type_} = {self.assignment(max(depth, 1))}")
        return f"{word} {', '.join(parts)}" + self._end()

    def _block_statement(self, depth: int) -> str:
        return "{ " + "".join(self.statement(depth) for _ in range(self._count())) + "}"

    def _body(self, make: Callable[[int], str], depth: int, word: str) -> str:
        outer, self.yields = self.yields, False
        written = super()._body(make, depth, word)
        self.yields = outer
        return written

    def _inner(self, depth: int, word: str = "", yields: bool = False) -> str:
        """The body of a function."""
        outside = self.may_await, self.is_inside, self.yields
        self.may_await, self.is_inside, self.yields = word != "", True, yields
        written = self._block_statement(depth)
        self.may_await, self.is_inside, self.yields = outside
        return written

    def _if(self, depth: int) -> str:
        other = f" else {self.inner_statement(depth)}" if self._chance(0.4) else ""
        return f"if ({self.sequence(1)}) {self._block_statement(depth)}{other}"

    def _while(self, depth: int) -> str:
        if self._chance(0.4):
            end = self.random.choice((";", " ", "\n"))
            return f"do {self._block_statement(depth)} while ({self.sequence(1)}){end}"
        return f"while ({self.sequence(1)}) {self._block_statement(depth)}"

    def _switch(self, depth: int) -> str:
        cases = [f"case {self.sequence(1)}: {self.inner_statement(depth)}" for _ in range(self._count())]
        return f"switch ({self.sequence(1)}) {{ {' '.join(cases)} default: }}"

    def _try(self, depth: int) -> str:
        caught = self.random.choice(("", "(a) ", "([a]) ", "(a: unknown) "))
        return f"try {self._block_statement(depth)} catch {caught}{self._block_statement(depth)}"

    def _for(self, depth: int) -> str:
        declared = f"let a = (b in {self.assignment(1)})"
        first = self.random.choice(("", declared, f"a = {self.name()}[b in c]", "var a = 1, b"))
        return f"for ({first}; {self.sequence(1)}; {self.sequence(1)}) {self.inner_statement(depth)}"

    def _for_each(self, depth: int) -> str:
        places = ("const a", "let [a, b = 1]", "var { a }", "a", "a.b[c]", "[a, b.c]", "{ a, b: c = 1 }")
        if self._chance(0.4):
            place = self.random.choice(("const a", "a", "a.b[c]"))
            return f"for ({place} in {self.sequence(1)}) {self.inner_statement(depth)}"
        return f"for ({self.random.choice(places)} of {self.assignment(1)}) {self.inner_statement(depth)}"

    def _labelled(self, depth: int) -> str:
        label = self.random.choice(("a", "type", "of", "get", "async", "b"))
        return f"{label}: {self.random.choice((self._for, self._while, self._block_statement))(depth)}"

    def _type_parameters(self, is_type: bool = False) -> str:
        if not self._chance(0.4):
            return ""
        forms = ("T", "T extends A", "T, U extends T[]", "T = B", "T extends keyof A = never", "const T")
        return f"<{self.random.choice(forms[:-1] if is_type else forms)}>"

    def _signature_of(self, word: str) -> str:
        """Type parameters, parameters and a result, which may be a predicate."""
        if word or not self._chance(0.25):
            result = f": {self.type(1)}" if self._chance(0.3) and not word else ""
            return f"{self._type_parameters()}({self._parameters(1)}){result}"
        result = self.random.choice(("a is A", "asserts a", "asserts a is B | C", "a is A extends B ? C : D"))
        return f"{self._type_parameters()}(a: A, ...b: B[]): {result}"

    def _function_statement(self, depth: int) -> str:
        word = self.random.choice(("", "", "async "))
        return f"{word}function {self.random.choice(NAMES)}{self._signature_of(word)} {self._inner(depth, word)}"

    def _generator(self, depth: int) -> str:
        return f"function* {self.random.choice(NAMES)}({self._parameters(0)}) {self._inner(depth, '', True)}"

    def _alias(self, depth: int) -> str:
        name = self.random.choice(("T", "of", "async", "get"))
        return f"type {name}{self._type_parameters(True)} = {self.type(max(depth, 1))}{self._end()}"

    def _class_statement(self, depth: int) -> str:
        decorator = self.random.choice(("", "", "", "@a ", "@a.b(c) ", "@(a ? b : c) ", "@a.b\n"))
        word = "" if decorator else self.random.choice(("", "", "abstract "))
        head = f"{decorator}{word}class C{self._type_parameters(True)} {self._heritage()}"
        return head + self._class_body(depth)

    def _heritage(self) -> str:
        base = self.random.choice(
            ("", "", "extends A ", "extends a.b<B> ", "extends f(a) ", "extends (a, b) ", "extends A<B>\n")
        )
        return base + self.random.choice(("", "", "implements A ", "implements A.B<C>, D "))

    def _class_body(self, depth: int) -> str:
        outer, self.has_private = self.has_private, True
        members = "".join(self._class_member(depth) for _ in range(self._count()))
        self.has_private = outer
        return "{ #secret = 0; " + members + "}"

    def _class_member(self, depth: int) -> str:
        words = ("static", "readonly", "declare", "accessor", '"text"', "1.5", f"[{self.assignment(0)}]")
        key = self.random.choice((*PROPERTIES[:-1], *words))
        decorator = self.random.choice(("", "", "", "", "@a ", "@a.b(c) ", "@a\n"))
        match self.random.randrange(6):
            case 0:
                word = self.random.choice(("", "async "))
                before = decorator + self.random.choice(("", "static ", "private "))
                return f"{before}{word}{key}{self._signature_of(word)} {self._inner(depth, word)}\n"
            case 1:
                return f"{decorator}{self.random.choice(('', 'static '))}get {key}() {self._inner(depth)} "
            case 2:
                return f"{decorator}*{key}() {self._inner(depth, '', True)}"
            case 3:
                return f"static {self._inner(depth)}"
            case 4:
                return f"{self.random.choice(('', 'static ', 'readonly '))}[key: string]: {self.type(1)};"
            case _:
                return decorator + self._field(key)

    def _field(self, key: str) -> str:
        forms = ("", "", "", "static ", "readonly ", "private ", "public static ", "override ", "accessor ", "declare ")
        words = self.random.choice(forms)
        type_ = f": {self.type(1)}" if self._chance(0.5) else ""
        value = f" = {self._body(self.assignment, 1, '')}" if self._chance(0.6) and words != "declare " else ""
        mark = self.random.choice(("", "", "?")) if words != "accessor " else ""
        return f"{words}{key}{mark}{type_}{value}{self.random.choice((';', ';', ';' + chr(10)))}"

    # Expressions that programs of statements have besides

    def _primary(self, depth: int) -> str:
        if depth > 0 and self._chance(0.12):
            return self.random.choice(
                (
                    lambda: f"class {self._heritage()}{self._class_body(0)}",
                    lambda: f"(<{self.type(1)}>{self.name()})",
                    lambda: f"(<T,>(a: T): {self.type(0)} => {self.assignment(0)})",
                    lambda: f"(async <T extends A>(a: T) => {self._body(self.assignment, 0, 'async ')})",
                    lambda: f"{{ get a() {{ return {self._body(self.sequence, 0, '')}; }} }}",
                    lambda: f"{{ [{self.assignment(0)}]: {self.assignment(0)}, async *a() {{ yield; }} }}",
                    lambda: f"{self.name()}<{self.type(1)}, {self.type(0)}>({self.assignment(0)})",
                    lambda: f"{self.name()}?.<{self.type(1)}>(a)",
                    lambda: f"({self.name()} satisfies {self.type(1)})",
                    lambda: f"({self.name()} / {self.name()} / 2)",
                    lambda: f"[/[/]a>/g, {self.name()}]",
                    lambda: f"((-{self.name()}) ** 2)",
                    lambda: f"{self.name()}<{self.type(1)}>`a${{{self.name()}}}`",
                    lambda: f"new {self.random.choice(NAMES)}<{self.type(1)}>",
                    lambda: f"(#secret in {self.name()})" if self.has_private else "this",
                )
            )()
        return super()._primary(depth)

    def _target(self, depth: int) -> str:
        if self._chance(0.06):
            name = self.random.choice(NAMES)
            forms = (
                f"[({name} as any), {name}!]",
                f"[{name}, ...b.c]",
                f"[[{name}] = d]",
                f"[{{ a: {name} = 1, ...b }}]",
            )
            return self.random.choice(forms)
        return super()._target(depth)


def random_program(seed: int) -> str:
    """Some statements of one seed."""
    random = Random(seed)
    return StatementWriter(random, random.choice((0.0, 0.02, 0.06))).program()
