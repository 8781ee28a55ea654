"""What all functions of a module in the making share: functions, globals, the library, what is pending."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from plait.bytecode.builder import ModuleBuilder
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.lower.compiled_library import Reached
from plait.frontend.next.lower.library import LibraryDeclaration, read_declaration
from plait.frontend.next.lower.library_names import LibraryConstant, LibraryFunction, LibraryName, LibraryVariable
from plait.frontend.next.lower.source_texts import SourceText
from plait.frontend.next.represent.expected import Body, ExpectedValues, Methods
from plait.frontend.next.represent.flows import Direct, Flows
from plait.frontend.next.represent.held import GENERAL, GENERAL_PARAMETERS, MACHINE, Held
from plait.frontend.next.represent.units import Namespace, Parts, Storage, Unit, UnitTable, Variable
from plait.isa.value_types import ANY, CellType, ValueType


@dataclass(frozen=True, slots=True, eq=False)
class PendingUnit:
    """A unit whose code is still to be written as the function `index`: as a function value, or one called directly."""

    index: int
    table: UnitTable
    unit: Unit
    is_direct: bool
    is_coroutine_body: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PendingConstructor:
    """The constructor of a class that writes none."""

    index: int
    table: UnitTable
    node: syntax.Class


@dataclass(frozen=True, slots=True, eq=False)
class PendingWrapper:
    """The function value of a function that is called directly."""

    index: int
    direct: Direct


@dataclass(frozen=True, slots=True, eq=False)
class PendingImport:
    """The function that runs files, unless they have run, and gives the object of what the last of them exports."""

    index: int
    table: UnitTable
    tables: tuple[UnitTable, ...]
    namespace: Namespace


@dataclass(frozen=True, slots=True, eq=False)
class PendingGetter:
    """The getter of an imported namespace's member."""

    index: int
    table: UnitTable
    member: Variable | Namespace


@dataclass(frozen=True, slots=True, eq=False)
class PendingLive:
    """What reads, or writes, a variable in a cell for the object of the namespace that exports it."""

    index: int
    table: UnitTable
    is_setter: bool


Pending = PendingUnit | PendingConstructor | PendingWrapper | PendingImport | PendingGetter | PendingLive


@dataclass(slots=True, eq=False)
class ProgramTables:
    """The module in the making.

    `library` is what the program needs of the compiled library: only members whose names it mentions are made of its
    classes. It is None where the library itself is compiled; `declarations` are then those that have been read, each
    with flows of its own, and `needed` the names that have been looked up since it was emptied. `namespaces` are
    the globals of the objects of imported namespaces, `runs` the functions that run files, unless they have run.
    `bodies` are the functions of function values that have been asked for, by their units, or by the classes whose
    constructors are not written; `methods` are those that calls probably enter, `expected` is what expressions
    probably give. `names_global_object`: a text of the program has the word `globalThis`, so that names which nothing
    declares can be properties of that object; `has_global_object`: the program uses it.
    """

    module: ModuleBuilder
    flows: Flows
    diagnostics: Diagnostics
    library: Reached | None = None
    pending: list[Pending] = field(default_factory=list)
    globals: dict[Variable, int] = field(default_factory=dict)
    flows_of: dict[UnitTable, Flows] = field(default_factory=dict)
    declarations: dict[str, LibraryDeclaration | None] = field(default_factory=dict)
    function_values: dict[Direct, int] = field(default_factory=dict)
    namespaces: dict[Namespace, int] = field(default_factory=dict)
    runs: dict[UnitTable, int] = field(default_factory=dict)
    files: list[UnitTable] = field(default_factory=list)
    tables_of_units: dict[Unit, UnitTable] = field(default_factory=dict)
    bodies: dict[Unit | syntax.Class, int] = field(default_factory=dict)
    methods: Methods = field(default_factory=Methods)
    expected: ExpectedValues = field(default_factory=lambda: ExpectedValues({}, {}))
    directs: dict[Unit, int] = field(default_factory=dict)
    library_functions: dict[str, LibraryFunction] = field(default_factory=dict)
    needed: set[str] = field(default_factory=set)
    sources: dict[UnitTable, SourceText] = field(default_factory=dict)
    descriptions: dict[Any, str] = field(default_factory=dict)
    names_global_object: bool = False
    has_global_object: bool = False

    def flows_in(self, table: UnitTable) -> Flows:
        """The flows of a file."""
        return self.flows_of.get(table, self.flows)

    # Functions.

    def source_of(self, table: UnitTable) -> SourceText:
        """The text of a file as its functions show it."""
        found = self.sources.get(table)
        if found is None:
            found = self.sources[table] = SourceText(table.bound)
        return found

    def place_of_text(self, table: UnitTable, node: syntax.Function | syntax.Class) -> str:
        """Where the text of a function or class stands, as its specification says it; nothing in the library."""
        if self.library is None:
            return ""
        return f"@{self.files.index(table)}.{self.source_of(table).place_of(node)}"

    def direct_function(self, direct: Direct, table: UnitTable) -> int:
        """The index of a function that is called directly."""
        found = self.directs.get(direct.unit)
        if found is None:
            parameters = tuple(MACHINE[slot.held or Held.WORD] for slot in direct.parameters)
            result = None if direct.gives_nothing else MACHINE[direct.result.held or Held.WORD]
            found = self.module.declare_function(direct.variable.name, parameters, result)
            self.directs[direct.unit] = found
            self.pending.append(PendingUnit(found, table, direct.unit, True))
        return found

    def closure_function(self, name: str, captured: tuple[ValueType, ...]) -> int:
        """A new function for function values; the first value captured is the function's properties."""
        return self.module.declare_closure(name, (ANY, *captured), GENERAL_PARAMETERS, ANY)

    def body(self, table: UnitTable, unit: Unit, name: str) -> int:
        """The function of the function values of a unit, whose code is written later."""
        found = self.bodies.get(unit)
        if found is None:
            found = self.closure_function(name or "<anonymous>", tuple(map(captured_type, unit.captures)))
            self.bodies[unit] = found
            self.pending.append(PendingUnit(found, table, unit, False))
        return found

    def default_constructor(self, table: UnitTable, node: syntax.Class, name: str) -> int:
        """The constructor of a class that writes none, whose code is written later."""
        found = self.bodies.get(node)
        if found is None:
            captured = tuple(captured_type(variable) for variable in default_captures(table, node))
            found = self.bodies[node] = self.closure_function(name or "<anonymous>", captured)
            self.pending.append(PendingConstructor(found, table, node))
        return found

    def expected_body(self, body: Body | None) -> int | None:
        """The function of what a call probably enters."""
        match body:
            case Body(table=table, node=syntax.Class() as node, name=name):
                return self.default_constructor(table, node, name)
            case Body(table=table, node=syntax.Function() as function, name=name):
                return self.body(table, table.by_node[function], name)
            case _:
                return None

    def function_value(self, direct: Direct) -> int:
        """The global that holds the function value of a function that is called directly."""
        found = self.function_values.get(direct)
        if found is None:
            found = self.module.add_global(f"{direct.variable.name} as a value", GENERAL)
            self.function_values[direct] = found
        return found

    def table_of(self, direct: Direct) -> UnitTable:
        """The file of the program in which a function stands that is called directly."""
        found = self.file_of(direct.unit)
        if found is None:
            raise AssertionError(f"{direct.variable.name} stands in no file")
        return found

    def file_of(self, unit: Unit) -> UnitTable | None:
        """The file of the program in which a unit stands; None for units of the library."""
        if not self.tables_of_units:
            self.tables_of_units.update((unit, table) for table in self.files for unit in table.by_node.values())
        return self.tables_of_units.get(unit)

    def run_function(self, table: UnitTable) -> int:
        """The function that runs a file, unless it has run."""
        found = self.runs.get(table)
        if found is None:
            found = self.runs[table] = self.module.declare_function(f"run {table.bound.file.name}", (), ANY)
        return found

    # Variables.

    def namespace_object(self, namespace: Namespace) -> int:
        """The global that holds the object of an imported namespace."""
        found = self.namespaces.get(namespace)
        if found is None:
            found = self.namespaces[namespace] = self.module.add_global(f"exports of {namespace.name}", ANY)
        return found

    def global_of(self, variable: Variable) -> int:
        """The global that a variable is."""
        found = self.globals.get(variable)
        if found is None:
            found = self.module.add_global(variable.name, MACHINE[variable.held or Held.WORD])
            self.globals[variable] = found
        return found

    # The library.

    def declaration(self, name: str) -> LibraryDeclaration | None:
        """A declaration of the library that is compiled; None if there is none, or it is compiled already."""
        if self.library is not None:
            return None
        self.needed.add(name)
        if name not in self.declarations:
            found = self.declarations[name] = read_declaration(name)
            if found is not None:
                self.flows_of[found.table] = found.flows
        return self.declarations[name]

    def library_name(self, name: str) -> LibraryName | None:
        """What a name of the library means, which is part of the program from now on; None if it has no such name."""
        if self.library is not None:
            found = self.library.library.names.get(name)
            match found:
                case LibraryFunction():
                    self.library.add_function(found.index)
                case LibraryVariable():
                    self.library.add_global(found.index)
                case _:
                    pass
            return found
        declaration = self.declaration(name)
        if declaration is None:
            return None
        if declaration.constant is not None:
            return LibraryConstant(declaration.constant)
        if declaration.direct is not None:
            return self._compiled_function(declaration.direct, declaration.table)
        variable = declaration.variable
        return LibraryVariable(self.global_of(variable), variable.held or Held.WORD)

    def _compiled_function(self, direct: Direct, table: UnitTable) -> LibraryFunction:
        name = direct.variable.name
        found = self.library_functions.get(name)
        if found is None:
            function = direct.unit.function
            assert function is not None
            parameters = tuple(slot.held or Held.WORD for slot in direct.parameters)
            takes_rest = bool(function.parameters) and function.parameters[-1].is_rest
            result = None if direct.gives_nothing else direct.result.held or Held.WORD
            found = LibraryFunction(self.direct_function(direct, table), parameters, takes_rest, result)
            self.library_functions[name] = found
        return found

    def library_function(self, name: str) -> LibraryFunction:
        """A function of the library that the lowering calls itself. Raises `AssertionError` if there is none."""
        found = self.library_name(name)
        if not isinstance(found, LibraryFunction):
            raise AssertionError(f"the library has no function {name}")
        return found

    def library_value(self, name: str) -> int | None:
        """The global that holds the function value of a library function; None if programs may only call it."""
        if self.library is not None:
            found = self.library.library.values.get(name)
            if found is not None:
                self.library.add_global(found)
            return found
        declaration = self.declaration(name)
        if declaration is None or declaration.direct is None:
            raise AssertionError(f"the library has no function {name}")
        return self.function_value(declaration.direct)


def default_captures(table: UnitTable, node: syntax.Class) -> list[Variable]:
    """What the constructor of a class that writes none captures."""
    parts = [Parts.FIELDS] if node.base is None else [Parts.FIELDS, Parts.BASE]
    return [table.parts[node, part] for part in parts]


def captured_type(variable: Variable) -> ValueType:
    """The machine's type of what a function captures of a variable."""
    held = MACHINE[variable.held or Held.WORD]
    return CellType(held) if variable.storage is Storage.CELL else held


COROUTINE_CAPTURES: Final = (*GENERAL_PARAMETERS, GENERAL)
"""What the body of a coroutine captures first: the parameters that its function was called with, and the function."""
