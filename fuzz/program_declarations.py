"""Random interfaces, classes and functions, and whole programs, in TypeScript."""

from __future__ import annotations

from random import Random

from fuzz.program_statements import StatementWriter
from fuzz.program_types import (
    Callable,
    Function,
    Known,
    ListOf,
    ObjectModel,
    Type,
    Variable,
    is_data,
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
function intOf(value: int): int {
  return value;
}
function booleanOf(value: boolean): boolean {
  return value;
}
function stringOf(value: string): string {
  return value;
}
class Failure extends Error {
  override name = "Failure";
  constructor(message: string, readonly code: number) {
    super(message);
  }
}
function unknownOf(value: unknown): unknown {
  return value;
}
function show(value: unknown): void {
  console.log(typeof value);
}
function told(value: unknown): string {
  if (value instanceof Failure) return value.name + value.message + value.code;
  if (value instanceof Error) return value.name;
  return typeof value;
}
"""


class ProgramWriter:
    """Writes one program."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._statements = StatementWriter(random)
        self._write = self._statements.write
        self._add = self._statements.add
        self._known = Known()

    def program(self) -> str:
        """The text."""
        for _ in range(self._random.randrange(3)):
            self._interface()
        for _ in range(self._random.randrange(4)):
            self._class()
        for _ in range(self._random.randint(1, 4)):
            self._function()
        known = self._known.inner(may_await=True)
        self._statements.block(known, self._random.randint(3, 8), 3)
        return HEAD + "\n".join(self._statements.lines) + "\n"

    def _type(self, plain: bool = False) -> Type:
        return self._statements.type(self._known, plain)

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
            model.settable = set(base.settable)
        own = {self._write.name("f"): self._type() for _ in range(self._random.randint(1, 2))}
        wanted = [item for item in self._known.interfaces if self._random.random() < 0.5]
        model.implements = [item for item in wanted if base is None or not base.stands_for(item)]
        for item in model.implements:
            own.update(item.fields)
        heads = f" extends {base.name}" if base is not None else ""
        heads += f" implements {', '.join(item.name for item in model.implements)}" if model.implements else ""
        self._add(f"class {model.name}{heads} {{")
        with self._statements.indented():
            statics = self._static_members(model)
            hidden = self._constructor(model, base, own)
            self._methods(model, base, hidden)
        self._add("}")
        self._add(f"function is{model.name}(value: unknown): boolean {{ return value instanceof {model.name}; }}")
        self._known.classes.append(model)
        self._known.variables += [item for item in statics if isinstance(item, Variable)]
        self._known.functions = [*self._known.functions, *(item for item in statics if isinstance(item, Callable))]

    def _static_members(self, model: ObjectModel) -> list[Variable | Callable]:
        found: list[Variable | Callable] = []
        if self._random.random() < 0.3:
            type_, name = self._type(plain=True), self._write.name("s")
            self._add(f"static {name}: {spell(type_)} = {self._write.expression(type_, self._known, 1)};")
            found.append(Variable(f"{model.name}.{name}", type_, False))
        if self._random.random() < 0.3:
            parameter, result, name = (
                Variable(self._write.name("x"), self._type()),
                self._type(),
                self._write.name("sm"),
            )
            self._add(f"static {name}({parameter.name}: {spell(parameter.type)}): {spell(result)} {{")
            self._add("  tick();")
            self._statements.body(self._known.inner(parameter), result, 1)
            self._add("}")
            found.append(Callable(f"{model.name}.{name}", (parameter.type,), result, required=1))
        return found

    def _constructor(self, model: ObjectModel, base: ObjectModel | None, own: dict[str, Type]) -> list[Variable]:
        """The constructor, which takes the fields, and fields of other kinds; gives the private ones."""
        inherited = list(base.parameters) if base is not None else []
        model.parameters = [*inherited, *own.values()]
        hidden = []
        extra, started = self._type(), self._write.name("f")
        before = self._known.inner()
        self._add(f"{started}: {spell(extra)} = {self._write.expression(extra, before, 1)};")
        if self._random.random() < 0.4:
            type_, name = self._type(), f"#{self._write.name('h')}"
            self._add(f"{name}: {spell(type_)} = {self._write.expression(type_, before, 1)};")
            hidden.append(Variable(f"this.{name}", type_, False))
        passed = [Variable(f"a{index}", type_) for index, type_ in enumerate(inherited)]
        written = [f"{item.name}: {spell(item.type)}" for item in passed]
        written += [f"public {name}: {spell(type_)}" for name, type_ in own.items()]
        self._add(f"constructor({', '.join(written)}) {{")
        if base is not None:
            self._add(f"  super({', '.join(item.name for item in passed)});")
        model.fields.update(own)
        model.fields[started] = extra
        if self._random.random() < 0.3 and is_data(extra):
            self._add(f"  this.{started} = {self._write.expression(extra, self._inside(model, hidden), 2)};")
        self._add("}")
        return hidden

    def _methods(self, model: ObjectModel, base: ObjectModel | None, hidden: list[Variable]) -> None:
        methods = {name: method for item in model.implements for name, method in item.methods.items()}
        if self._random.random() < 0.7:
            methods[self._write.name("m")] = Function(self._type(plain=True), self._type())
        if base is not None and base.methods and self._random.random() < 0.6:
            name = self._random.choice(list(base.methods))
            methods[name] = base.methods[name]
        getter = (self._write.name("g"), self._type()) if self._random.random() < 0.4 else None
        for name, method in methods.items():
            self._method(name, method, model, base, hidden)
        if getter is not None:
            self._add(f"get {getter[0]}(): {spell(getter[1])} {{")
            self._add("  tick();")
            self._statements.body(self._inside(model, hidden), getter[1], 1)
            self._add("}")
            model.accessors[getter[0]] = getter[1]
            if hidden and self._random.random() < 0.7:
                self._setter(getter, model, hidden)
        model.methods.update(methods)

    def _setter(self, getter: tuple[str, Type], model: ObjectModel, hidden: list[Variable]) -> None:
        name, type_ = getter
        self._add(f"set {name}(value: {spell(type_)}) {{")
        self._add("  tick();")
        inside = self._inside(model, hidden).inner(Variable("value", type_))
        if is_data(hidden[0].type):
            self._add(f"  {hidden[0].name} = {self._write.expression(hidden[0].type, inside, 2)};")
        self._add("}")
        model.settable.add(name)

    def _method(
        self, name: str, method: Function, model: ObjectModel, base: ObjectModel | None, hidden: list[Variable]
    ) -> None:
        parameter = Variable(self._write.name("x"), method.parameter, False)
        known = self._inside(model, hidden).inner(parameter)
        self._add(f"{name}({parameter.name}: {spell(method.parameter)}): {spell(method.result)} {{")
        self._add("  tick();")
        if base is not None and name in base.methods and self._random.random() < 0.6:
            above = Variable(self._write.name("up"), method.result)
            argument = self._write.expression(method.parameter, known, 1)
            self._add(f"  const {above.name}: {spell(above.type)} = super.{name}({argument});")
            known.variables.append(above)
        self._statements.body(known, method.result, 2)
        self._add("}")

    def _inside(self, model: ObjectModel, hidden: list[Variable]) -> Known:
        """What the methods of a class may use: the object's fields, and what stands before the class."""
        known = self._known.inner(*hidden)
        known.variables += [Variable(f"this.{name}", type_) for name, type_ in model.fields.items()]
        return known

    def _function(self) -> None:
        is_async = self._random.random() < 0.3
        parameters = [Variable(self._write.name("p"), self._type(), False) for _ in range(self._random.randrange(3))]
        required = self._random.randint(0, len(parameters)) if self._random.random() < 0.3 else len(parameters)
        result, name = self._type(), self._write.name("fun")
        written = []
        for index, item in enumerate(parameters):
            value = f" = {self._write.expression(item.type, self._known, 1)}" if index >= required else ""
            written.append(f"{item.name}: {spell(item.type)}{value}")
        inner = list(parameters)
        rest = self._type(plain=True) if self._random.random() < 0.2 else None
        if rest is not None:
            inner.append(Variable(self._write.name("r"), ListOf(rest), False))
            written.append(f"...{inner[-1].name}: {spell(inner[-1].type)}")
        gives = f"Promise<{spell(result)}>" if is_async else spell(result)
        self._add(f"{'async ' if is_async else ''}function {name}({', '.join(written)}): {gives} {{")
        self._add("  tick();")
        self._statements.body(self._known.inner(*inner, may_await=is_async), result, 2)
        self._add("}")
        types = tuple(item.type for item in parameters)
        function = Callable(name, types, result, is_async, required, rest)
        self._known.functions = [*self._known.functions, function]


def random_program(seed: int) -> str:
    """The text of a program."""
    return ProgramWriter(Random(seed)).program()
