"""Random statements, in TypeScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from fuzz.program_expressions import ExpressionWriter
from fuzz.program_types import (
    BOOLEAN,
    INT,
    NUMBER,
    STRING,
    UNKNOWN,
    Basic,
    Either,
    Function,
    Known,
    ListOf,
    ObjectOf,
    TupleOf,
    Type,
    Variable,
    is_data,
    spell,
)


class StatementWriter:
    """Writes statements; `lines` are those of the program so far. Names are given by `write`."""

    def __init__(self, random: Random) -> None:
        self.write = ExpressionWriter(random)
        self.lines: list[str] = []
        self._random = random
        self._indent = ""
        self._labels: list[str] = []

    def add(self, line: str) -> None:
        """Add a line to the program."""
        self.lines.append(self._indent + line)

    @contextmanager
    def indented(self) -> Iterator[None]:
        """Lines that are added within stand further in."""
        outer = self._indent
        self._indent += "  "
        yield
        self._indent = outer

    def body(self, known: Known, result: Type, depth: int) -> None:
        """The statements of a function, which ends by returning a value of the type."""
        labels, self._labels = self._labels, []
        with self.indented():
            known = self._statements(known, self._random.randrange(3), depth)
            self.add(f"return {self.write.expression(result, known)};")
        self._labels = labels

    def block(self, known: Known, count: int, depth: int) -> None:
        """So many statements, and then what some variables have come to."""
        known = self._statements(known, count, depth)
        shown = [item for item in known.variables if isinstance(item.type, Basic) and item.type != UNKNOWN]
        for item in self._random.sample(shown, min(len(shown), 3)):
            self.add(f"console.log({item.name});")

    def type(self, known: Known, plain: bool = False) -> Type:
        """Some type that is there."""
        basic = (NUMBER, NUMBER, STRING, BOOLEAN, INT)
        models = [*known.classes, *known.interfaces]
        if models and self._random.random() < 0.35:
            object_ = ObjectOf(self._random.choice(models))
            more: tuple[Type, ...] = (
                ListOf(object_),
                ListOf(object_),
                Either(object_, "null"),
                ListOf(Either(object_, "null")),
                TupleOf((object_, self._random.choice(basic))),
            )
            return object_ if plain or self._random.random() < 0.5 else self._random.choice(more)
        if plain or self._random.random() < 0.5:
            return self._random.choice(basic)
        first = self._random.choice(basic)
        return self._random.choice(
            (
                ListOf(first),
                ListOf(ListOf(NUMBER)),
                Either(NUMBER, "string"),
                Either(first, "undefined"),
                Function(first, self._random.choice(basic)),
                ListOf(Function(NUMBER, first)),
                ListOf(Either(NUMBER, "string")),
                TupleOf((first, self._random.choice(basic))),
                ListOf(TupleOf((STRING, first))),
                UNKNOWN,
            )
        )

    def _nested(self, known: Known, depth: int) -> None:
        with self.indented():
            self.block(known.inner(), self._random.randint(1, 3), depth - 1)

    def _statements(self, known: Known, count: int, depth: int) -> Known:
        known = known.inner()
        for _ in range(count):
            self._statement(known, depth)
        return known

    def _statement(self, known: Known, depth: int) -> None:
        often = (self._declare, self._declare, self._declare, self._assign, self._assign)
        small = (*often, self._show, self._change, self._closure, self._take_apart, self._together, self._effect)
        large = (self._if, self._loop, self._loop, self._try, self._switch, self._narrow, self._each_closure)
        if depth <= 0 or self._random.random() < 0.6:
            self._random.choice(small)(known)
        else:
            self._random.choice(large)(known, depth)

    # Small statements

    def _show(self, known: Known) -> None:
        types = (self._random.choice((NUMBER, STRING, BOOLEAN, INT)) for _ in range(2))
        self.add(f"console.log({', '.join(self.write.expression(type_, known) for type_ in types)});")

    def _effect(self, known: Known) -> None:
        """An expression that is there for its effect."""
        test, value, other = (self.write.expression(type_, known, 2) for type_ in (BOOLEAN, UNKNOWN, UNKNOWN))
        forms = (
            f"{test} ? show({value}) : show({other});",
            f"{test} && show({value});",
            f"{test} || show({value});",
            f"unknownOf({value}) ?? show({other});",
            f"{test} ? tick() : console.log({test});",
        )
        self.add(self._random.choice(forms))

    def _declare(self, known: Known) -> None:
        type_ = self.type(known)
        is_constant = self._random.random() < 0.6
        name = self.write.name("v")
        value = self.write.expression(type_, known)
        value = f"({value} as {spell(type_)})" if isinstance(type_, Either) else value
        self.add(f"{'const' if is_constant else 'let'} {name}: {spell(type_)} = {value};")
        known.variables.append(Variable(name, type_, is_constant))

    def _assign(self, known: Known) -> None:
        found = [item for item in known.variables if not item.is_constant]
        for item in known.variables:
            if isinstance(item.type, ObjectOf):
                fields = {
                    **item.type.model.fields,
                    **{name: item.type.model.accessors[name] for name in item.type.model.settable},
                }
                found += [Variable(f"{item.name}.{name}", type_) for name, type_ in fields.items()]
        found = [item for item in found if is_data(item.type)]
        if found:
            target = self._random.choice(found)
            self.add(f"{target.name} {self._operation(target.type, known)};")

    def _operation(self, type_: Type, known: Known) -> str:
        """An assignment's operator and right side. Texts and arrays stay short."""
        write = self.write
        match type_:
            case Basic("number") if self._random.random() < 0.3:
                return self._random.choice(("++", "--"))
            case Basic("number"):
                operator = self._random.choice(("=", "+=", "-=", "*=", "|=", "%=", "/=", "<<=", ">>>=", "&&=", "||="))
                return f"{operator} {write.expression(NUMBER, known)}"
            case Basic("int"):
                return f"{self._random.choice(('=', '|=', '&=', '^=', '>>='))} {write.expression(INT, known)} & 1023"
            case Basic("string"):
                operator = self._random.choice(("=", "+=", "||="))
                return f"{operator} {write.expression(STRING, known)}.slice(0, 40)"
            case ListOf():
                return f"= {write.expression(type_, known)}.slice(0, 20)"
            case Either(first, "null" | "undefined") if self._random.random() < 0.5:
                return f"??= {write.expression(first, known)}"
            case _:
                return f"= {write.expression(type_, known)}"

    def _change(self, known: Known) -> None:
        """Change an array that cannot stand for one of wider elements."""
        found = [item for item in known.variables if isinstance(item.type, ListOf) and is_plain(item.type.element)]
        if not found:
            return
        array = self._random.choice(found)
        assert isinstance(array.type, ListOf)
        value = self.write.expression(array.type.element, known)
        position = self.write.expression(NUMBER, known, 0)
        place = f"{array.name}[at({position}, {array.name}.length)]"
        operator = "+=" if array.type.element in (NUMBER, STRING) and self._random.random() < 0.5 else "="
        value = f"{value}.slice(0, 40)" if array.type.element == STRING else value
        forms = (
            f"if ({array.name}.length > 0) {place} {operator} {value};",
            f"if ({array.name}.length < 20) {array.name}.unshift({value});",
            f"{array.name}.splice({position}, 1, {value});",
            f"if ({array.name}.length < 20) {array.name}.push({value});",
            f"{array.name}.pop();",
            f"{array.name}.shift();",
            f"{array.name}.fill({value}, {position});",
            f"{array.name}.length = 0;",
        )
        self.add(self._random.choice(forms))

    def _closure(self, known: Known) -> None:
        """A function that changes a variable around it."""
        counter, name = self.write.name("n"), self.write.name("inc")
        step = self.write.expression(NUMBER, known.inner(may_await=False), 1)
        self.add(f"let {counter} = 0;")
        self.add(f"const {name} = (x: number): number => {{ {counter} += x; return {counter} + numberOf({step}); }};")
        known.variables.append(Variable(counter, NUMBER))
        known.variables.append(Variable(name, Function(NUMBER, NUMBER)))

    def _take_apart(self, known: Known) -> None:
        """Destructuring of a tuple or of an object."""
        first, second = self.write.name("d"), self.write.name("d")
        objects = [ObjectOf(item) for item in (*known.classes, *known.interfaces) if item.fields]
        if objects and self._random.random() < 0.5:
            type_ = self._random.choice(objects)
            name, part = self._random.choice(list(type_.model.fields.items()))
            self.add(f"const {{ {name}: {first} }} = {self.write.expression(type_, known)};")
            known.variables.append(Variable(first, part))
            return
        places = (self.type(known, plain=True), self.type(known, plain=True))
        self.add(f"let [{first}, {second}] = {self.write.expression(TupleOf(places), known)};")
        known.variables += [Variable(first, places[0], False), Variable(second, places[1], False)]
        if places[0] == places[1] and is_data(places[0]):
            self.add(f"[{first}, {second}] = [{second}, {first}];")

    def _together(self, known: Known) -> None:
        """Tasks that run at the same time."""
        functions = [item for item in known.functions if item.is_async and item.result != UNKNOWN]
        if not functions or not known.may_await:
            return self._declare(known)
        chosen = [self._random.choice(functions) for _ in range(2)]
        names = [self.write.name("t") for _ in chosen]
        calls = ", ".join(self.write.call(item, known, 1) for item in chosen)
        self.add(f"const [{', '.join(names)}] = await Promise.all([{calls}]);")
        known.variables += [Variable(name, item.result) for name, item in zip(names, chosen, strict=True)]
        return None

    # Statements that hold others

    def _if(self, known: Known, depth: int) -> None:
        self.add(f"if ({self.write.expression(BOOLEAN, known)}) {{")
        self._nested(known, depth)
        if self._random.random() < 0.3:
            self.add(f"}} else if ({self.write.expression(BOOLEAN, known)}) {{")
            self._nested(known, depth)
        if self._random.random() < 0.5:
            self.add("} else {")
            self._nested(known, depth)
        self.add("}")

    def _narrow(self, known: Known, depth: int) -> None:
        """A condition that tells more of a variable that is not assigned."""
        found = [
            item
            for item in known.variables
            if item.is_constant and "." not in item.name and isinstance(item.type, Either)
        ]
        if not found:
            return self._if(known, depth)
        variable = self._random.choice(found)
        assert isinstance(variable.type, Either)
        test = (
            f'typeof {variable.name} === "string"'
            if variable.type.second == "string"
            else f"{variable.name} === {variable.type.second}"
        )
        rest = [item for item in known.variables if item is not variable]
        other: Type | None = STRING if variable.type.second == "string" else None
        without = known.inner()
        without.variables = [*rest, *([Variable(variable.name, other)] if other else [])]
        narrowed = known.inner()
        narrowed.variables = [*rest, Variable(variable.name, variable.type.first)]
        self.add(f"if ({test}) {{")
        self._nested(without, depth)
        self.add("} else {")
        self._nested(narrowed, depth)
        self.add("}")
        return None

    def _loop(self, known: Known, depth: int) -> None:
        label = self.write.name("loop") if self._random.random() < 0.3 else ""
        start = f"{label}: " if label else ""
        name, end = self.write.name("i"), "}"
        inner = known.inner(Variable(name, NUMBER))
        match self._random.randrange(7):
            case 0:
                self.add(f"{start}for (let {name} = 0; {name} < {self._random.randint(1, 4)}; {name}++) {{")
            case 1:
                self.add(f"let {name} = {self._random.randint(1, 4)};")
                self.add(f"{start}while ({name}-- > 0) {{")
            case 2:
                array = self.write.expression(ListOf(INT), known)
                inner = known.inner(Variable(name, INT, False))
                self.add(f"{start}for (let {name} of {array}) {{")
            case 3:
                self.add(f"let {name} = 0;")
                self.add(f"{start}do {{")
                end = f"}} while (++{name} < {self._random.randint(1, 3)});"
            case 4:
                element, value = self.type(known, plain=True), self.write.name("e")
                inner = known.inner(Variable(name, NUMBER), Variable(value, element))
                array = self.write.expression(ListOf(element), known)
                self.add(f"{start}for (const [{name}, {value}] of {array}.entries()) {{")
            case 5:
                inner = known.inner(Variable(name, STRING))
                self.add(f"{start}for (const {name} of {self.write.expression(STRING, known)}) {{")
            case _:
                element = self.type(known, plain=True)
                inner = known.inner(Variable(name, element))
                self.add(f"{start}for (const {name} of {self.write.expression(ListOf(element), known)}) {{")
        self._labels.append(label)
        self.add("  tick();")
        self._nested(inner, depth)
        self._leave(known)
        self._labels.pop()
        self.add(end)

    def _leave(self, known: Known) -> None:
        """Now and then go on with a loop around, or leave it."""
        if self._random.random() < 0.3:
            label = self._random.choice(self._labels)
            word = self._random.choice(("break", "continue"))
            self.add(f"  if ({self.write.expression(BOOLEAN, known)}) {word}{' ' * bool(label)}{label};")

    def _try(self, known: Known, depth: int) -> None:
        error = self.write.name("e")
        self.add("try {")
        self._nested(known, depth)
        if self._labels and self._random.random() < 0.3:
            self._leave(known)
        if self._random.random() < 0.6:
            kind, message = (
                self._random.choice(("Error", "TypeError", "RangeError")),
                self.write.expression(STRING, known),
            )
            thrown = self._random.choice(
                (
                    f"new {kind}({message})",
                    f"new Failure({self.write.expression(STRING, known)}, {self.write.expression(NUMBER, known)})",
                    self.write.expression(self._random.choice((STRING, NUMBER, UNKNOWN)), known),
                )
            )
            self.add(f"  if ({self.write.expression(BOOLEAN, known)}) throw {thrown};")
        self.add(f"}} catch ({error}) {{")
        self.add(f"  console.log(told({error}));")
        self._nested(known.inner(Variable(error, UNKNOWN)), depth)
        if self._random.random() < 0.15:
            self.add(f"  throw {error};")
        if self._random.random() < 0.4:
            self.add("} finally {")
            self._nested(known, depth)
        self.add("}")

    def _switch(self, known: Known, depth: int) -> None:
        type_ = self._random.choice((NUMBER, STRING, INT))
        self.add(f"switch ({type_.name}Of({self.write.expression(type_, known)})) {{")
        for value in self._random.sample(("0", "1", "2", "3"), 3):
            self.add(f"  case {repr(value) if type_ == STRING else value}: {{")
            with self.indented():
                self._nested(known, depth - 1)
            self.add(f"  }}{' break;' if self._random.random() < 0.6 else ''}")
        if self._random.random() < 0.5:
            self.add("  default: {")
            with self.indented():
                self._nested(known, depth - 1)
            self.add("  }")
        self.add("}")

    def _each_closure(self, known: Known, depth: int) -> None:
        """Functions that each keep the variable of their round."""
        list_, name = self.write.name("fs"), self.write.name("i")
        inner = known.inner(Variable(name, NUMBER), may_await=False)
        self.add(f"const {list_}: ((x: number) => number)[] = [];")
        self.add(f"for (let {name} = 0; {name} < 3; {name}++) {{")
        self.add(f"  {list_}.push((x) => x + {name} + numberOf({self.write.expression(NUMBER, inner, 1)}));")
        if self._random.random() < 0.5:
            self.add(f"  if ({self.write.expression(BOOLEAN, known, 1)}) {name}++;")
        self.add("}")
        self.add(f"console.log({list_}.map((f) => f({depth})).join());")


def is_plain(type_: Type) -> bool:
    """Whether arrays of such elements stand for no arrays of others."""
    return isinstance(type_, Basic) and type_ != UNKNOWN
