"""Random statements and whole programs, in TypeScript."""

from __future__ import annotations

from random import Random

from fuzz.program_expressions import ExpressionWriter
from fuzz.program_types import (
    BOOLEAN,
    NUMBER,
    STRING,
    Basic,
    Callable,
    Either,
    Function,
    Known,
    ListOf,
    ObjectModel,
    ObjectOf,
    Type,
    Variable,
    spell,
)

HEAD = """\
let budget = 4000;
function tick(): void {
  if (--budget < 0) throw new RangeError("out of budget");
}
function at(index: number, length: number): number {
  const place = Math.trunc(index) % length;
  return place > 0 ? place : place < 0 ? place + length : 0;
}
function numberOf(value: number): number {
  return value;
}
function booleanOf(value: boolean): boolean {
  return value;
}
function stringOf(value: string): string {
  return value;
}
"""


class ProgramWriter:
    """Writes one program."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._write = ExpressionWriter(random)
        self._lines: list[str] = []
        self._indent = ""
        self._known = Known()
        self._labels: list[str] = []

    def program(self) -> str:
        """The text."""
        for _ in range(self._random.randrange(3)):
            self._interface()
        for _ in range(self._random.randrange(4)):
            self._class()
        for _ in range(self._random.randint(1, 4)):
            self._function()
        known = self._known.inner(may_await=True)
        self._block(known, self._random.randint(3, 8), 3)
        return HEAD + "\n".join(self._lines) + "\n"

    def _type(self, plain: bool = False) -> Type:
        """Some type that is there."""
        basic = (NUMBER, NUMBER, STRING, BOOLEAN)
        models = [*self._known.classes, *self._known.interfaces]
        if models and self._random.random() < 0.35:
            object_ = ObjectOf(self._random.choice(models))
            more: tuple[Type, ...] = (
                ListOf(object_),
                ListOf(object_),
                Either(object_, "null"),
                ListOf(Either(object_, "null")),
            )
            return object_ if plain or self._random.random() < 0.5 else self._random.choice(more)
        if plain or self._random.random() < 0.6:
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
            )
        )

    def _add(self, line: str) -> None:
        self._lines.append(self._indent + line)

    # Declarations

    def _interface(self) -> None:
        model = ObjectModel(self._write.name("I"), is_interface=True)
        for _ in range(self._random.randint(1, 2)):
            model.fields[self._write.name("p")] = self._type()
        if self._random.random() < 0.6:
            model.methods[self._write.name("m")] = Function(self._type(plain=True), self._type())
        self._add(f"interface {model.name} {{")
        for name, type_ in model.fields.items():
            self._add(f"  {name}: {spell(type_)};")
        for name, method in model.methods.items():
            self._add(f"  {name}(x: {spell(method.parameter)}): {spell(method.result)};")
        self._add("}")
        self._add(f"function make{model.name}(value: {model.name}): {model.name} {{ return value; }}")
        self._known.interfaces.append(model)

    def _class(self) -> None:
        base = self._random.choice([None, *self._known.classes, *self._known.classes])
        model = ObjectModel(self._write.name("C"), base)
        if base is not None:
            model.fields, model.accessors, model.methods = dict(base.fields), dict(base.accessors), dict(base.methods)
        own = {self._write.name("f"): self._type() for _ in range(self._random.randint(1, 2))}
        wanted = [item for item in self._known.interfaces if self._random.random() < 0.5]
        wanted = [item for item in wanted if base is None or not base.stands_for(item)]
        for item in wanted:
            own.update(item.fields)
        model.implements = wanted
        inherited = list(base.parameters) if base is not None else []
        model.parameters = [*inherited, *own.values()]
        heads = f" extends {base.name}" if base is not None else ""
        heads += f" implements {', '.join(item.name for item in wanted)}" if wanted else ""
        self._add(f"class {model.name}{heads} {{")
        self._indent += "  "
        passed = [f"a{index}: {spell(type_)}" for index, type_ in enumerate(inherited)]
        fields = [f"public {name}: {spell(type_)}" for name, type_ in own.items()]
        self._add(f"constructor({', '.join([*passed, *fields])}) {{")
        if base is not None:
            self._add(f"  super({', '.join(f'a{index}' for index in range(len(inherited)))});")
        self._add("}")
        model.fields.update(own)
        methods = {name: method for item in wanted for name, method in item.methods.items()}
        if self._random.random() < 0.7:
            methods[self._write.name("m")] = Function(self._type(plain=True), self._type())
        if base is not None and base.methods and self._random.random() < 0.6:
            name = self._random.choice(list(base.methods))
            methods[name] = base.methods[name]
        getter = (self._write.name("g"), self._type()) if self._random.random() < 0.4 else None
        for name, method in methods.items():
            self._method(name, method, model)
        if getter is not None:
            self._add(f"get {getter[0]}(): {spell(getter[1])} {{")
            self._add("  tick();")
            self._body(self._inside(model), getter[1], 1)
            self._add("}")
            model.accessors[getter[0]] = getter[1]
        model.methods.update(methods)
        self._indent = self._indent[2:]
        self._add("}")
        self._add(f"function is{model.name}(value: unknown): boolean {{ return value instanceof {model.name}; }}")
        self._known.classes.append(model)

    def _method(self, name: str, method: Function, model: ObjectModel) -> None:
        parameter = Variable(self._write.name("x"), method.parameter, False)
        self._add(f"{name}({parameter.name}: {spell(method.parameter)}): {spell(method.result)} {{")
        self._add("  tick();")
        self._body(self._inside(model).inner(parameter), method.result, 2)
        self._add("}")

    def _inside(self, model: ObjectModel) -> Known:
        """What the methods of a class may use: the object's fields, and what stands before the class."""
        known = self._known.inner()
        known.variables += [Variable(f"this.{name}", type_) for name, type_ in model.fields.items()]
        return known

    def _function(self) -> None:
        is_async = self._random.random() < 0.3
        parameters = [Variable(self._write.name("p"), self._type(), False) for _ in range(self._random.randrange(3))]
        result = self._type()
        name = self._write.name("fun")
        written = ", ".join(f"{item.name}: {spell(item.type)}" for item in parameters)
        gives = f"Promise<{spell(result)}>" if is_async else spell(result)
        self._add(f"{'async ' if is_async else ''}function {name}({written}): {gives} {{")
        self._add("  tick();")
        self._body(self._known.inner(*parameters, may_await=is_async), result, 2)
        self._add("}")
        types = tuple(item.type for item in parameters)
        self._known.functions = [*self._known.functions, Callable(name, types, result, is_async)]

    def _body(self, known: Known, result: Type, depth: int) -> None:
        self._indent += "  "
        labels, self._labels = self._labels, []
        known = self._statements(known, self._random.randrange(3), depth)
        self._add(f"return {self._write.expression(result, known)};")
        self._labels = labels
        self._indent = self._indent[2:]

    # Statements

    def _block(self, known: Known, count: int, depth: int) -> None:
        known = self._statements(known, count, depth)
        shown = [item for item in known.variables if isinstance(item.type, Basic)]
        for item in self._random.sample(shown, min(len(shown), 3)):
            self._add(f"console.log({item.name});")

    def _nested(self, known: Known, depth: int) -> None:
        self._indent += "  "
        self._block(known.inner(), self._random.randint(1, 3), depth - 1)
        self._indent = self._indent[2:]

    def _statements(self, known: Known, count: int, depth: int) -> Known:
        known = known.inner()
        for _ in range(count):
            self._statement(known, depth)
        return known

    def _statement(self, known: Known, depth: int) -> None:
        choice = self._random.randrange(14)
        if choice < 4 or (depth <= 0 and choice > 7):
            self._declare(known)
        elif choice == 4:
            self._assign(known)
        elif choice < 7:
            shown = (self._write.expression(self._random.choice((NUMBER, STRING, BOOLEAN)), known) for _ in range(2))
            self._add(f"console.log({', '.join(shown)});")
        elif choice == 7:
            self._push(known)
        elif choice == 8:
            self._if(known, depth)
        elif choice < 11:
            self._loop(known, depth)
        elif choice == 11:
            self._try(known, depth)
        elif choice == 12:
            self._switch(known, depth)
        else:
            self._closure(known)

    def _declare(self, known: Known) -> None:
        type_ = self._type()
        is_constant = self._random.random() < 0.6
        name = self._write.name("v")
        value = self._write.expression(type_, known)
        self._add(f"{'const' if is_constant else 'let'} {name}: {spell(type_)} = {value};")
        known.variables.append(Variable(name, type_, is_constant))

    def _assign(self, known: Known) -> None:
        found = [item for item in known.variables if not item.is_constant and _is_data(item.type)]
        if not found:
            return
        target = self._random.choice(found)
        match target.type:
            case Basic("number"):
                operator = self._random.choice(("=", "+=", "-=", "*=", "|=", "%="))
                self._add(f"{target.name} {operator} {self._write.expression(NUMBER, known)};")
            case Basic("string"):
                operator = self._random.choice(("=", "+=", "||="))
                self._add(f"{target.name} {operator} {self._write.expression(STRING, known)};")
            case Either(first, "null" | "undefined"):
                operator = self._random.choice(("=", "??="))
                wanted = target.type if operator == "=" else first
                self._add(f"{target.name} {operator} {self._write.expression(wanted, known)};")
            case type_:
                self._add(f"{target.name} = {self._write.expression(type_, known)};")

    def _push(self, known: Known) -> None:
        """Change an array that cannot stand for one of wider elements."""
        found = [
            item for item in known.variables if isinstance(item.type, ListOf) and isinstance(item.type.element, Basic)
        ]
        if not found:
            return
        array = self._random.choice(found)
        assert isinstance(array.type, ListOf)
        value = self._write.expression(array.type.element, known)
        place = f"{array.name}[at({self._write.expression(NUMBER, known, 0)}, {array.name}.length)]"
        match self._random.randrange(4):
            case 0:
                self._add(f"if ({array.name}.length > 0) {place} = {value};")
            case 1:
                self._add(f"{array.name}.unshift({value});")
            case 2:
                self._add(f"{array.name}.splice({self._write.expression(NUMBER, known, 0)}, 1, {value});")
            case _:
                self._add(f"if ({array.name}.length < 20) {array.name}.push({value});")

    def _if(self, known: Known, depth: int) -> None:
        self._add(f"if ({self._write.expression(BOOLEAN, known)}) {{")
        self._nested(known, depth)
        if self._random.random() < 0.5:
            self._add("} else {")
            self._nested(known, depth)
        self._add("}")

    def _loop(self, known: Known, depth: int) -> None:
        label = self._write.name("loop") if self._random.random() < 0.3 else ""
        start = f"{label}: " if label else ""
        name = self._write.name("i")
        inner = known.inner(Variable(name, NUMBER))
        match self._random.randrange(4):
            case 0:
                self._add(f"{start}for (let {name} = 0; {name} < {self._random.randint(1, 4)}; {name}++) {{")
            case 1:
                self._add(f"let {name} = {self._random.randint(1, 4)};")
                self._add(f"{start}while ({name}-- > 0) {{")
            case 2:
                array = self._write.expression(ListOf(NUMBER), known)
                self._add(f"{start}for (const {name} of {array}) {{")
            case _:
                element = self._type(plain=True)
                inner = known.inner(Variable(name, element))
                self._add(f"{start}for (const {name} of {self._write.expression(ListOf(element), known)}) {{")
        self._labels.append(label)
        self._add("  tick();")
        self._nested(inner, depth)
        self._leave(known)
        self._labels.pop()
        self._add("}")

    def _leave(self, known: Known) -> None:
        """Now and then go on with a loop around, or leave it."""
        if self._random.random() < 0.3:
            label = self._random.choice(self._labels)
            word = self._random.choice(("break", "continue"))
            self._add(f"  if ({self._write.expression(BOOLEAN, known)}) {word}{' ' * bool(label)}{label};")

    def _try(self, known: Known, depth: int) -> None:
        error = self._write.name("e")
        self._add("try {")
        self._nested(known, depth)
        if self._random.random() < 0.5:
            kind = self._random.choice(("Error", "TypeError", "RangeError"))
            thrown = f"new {kind}({self._write.expression(STRING, known)})"
            thrown = thrown if self._random.random() < 0.7 else self._write.expression(STRING, known)
            self._add(f"  if ({self._write.expression(BOOLEAN, known)}) throw {thrown};")
        self._add(f"}} catch ({error}) {{")
        self._add(f'  console.log({error} instanceof Error ? {error}.name : "no error");')
        self._nested(known, depth)
        if self._random.random() < 0.4:
            self._add("} finally {")
            self._nested(known, depth)
        self._add("}")

    def _switch(self, known: Known, depth: int) -> None:
        type_ = self._random.choice((NUMBER, STRING))
        self._add(f"switch ({self._write.expression(type_, known)}) {{")
        for value in self._random.sample(("0", "1", "2", "3"), 3):
            self._add(f"  case {value if type_ == NUMBER else repr(value)}: {{")
            self._indent += "  "
            self._nested(known, depth - 1)
            self._indent = self._indent[2:]
            self._add(f"  }}{' break;' if self._random.random() < 0.6 else ''}")
        if self._random.random() < 0.5:
            self._add("  default: {")
            self._indent += "  "
            self._nested(known, depth - 1)
            self._indent = self._indent[2:]
            self._add("  }")
        self._add("}")

    def _closure(self, known: Known) -> None:
        """A function that changes a variable around it."""
        counter, name = self._write.name("n"), self._write.name("inc")
        step = self._write.expression(NUMBER, known.inner(may_await=False), 1)
        self._add(f"let {counter} = 0;")
        self._add(f"const {name} = (x: number): number => {{ {counter} += x; return {counter} + numberOf({step}); }};")
        known.variables.append(Variable(counter, NUMBER))
        known.variables.append(Variable(name, Function(NUMBER, NUMBER)))


def _is_data(type_: Type) -> bool:
    """Whether values of the type hold no functions: a function that reads what it is assigned to might never end."""
    match type_:
        case Basic():
            return True
        case ListOf(element):
            return _is_data(element)
        case Either(first):
            return _is_data(first)
        case _:
            return False


def random_program(seed: int) -> str:
    """The text of a program."""
    return ProgramWriter(Random(seed)).program()
