"""A whole program to a module: its files, what it reaches of the library, and the function that starts it all."""

from __future__ import annotations

from collections.abc import Iterable

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Module
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.lower.classes import add_members, member_name
from plait.frontend.next.lower.closures import specification
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.functions import lower_pending, new_code
from plait.frontend.next.lower.library import LibraryDeclaration
from plait.frontend.next.lower.program_tables import PendingGetter, PendingUnit, PendingWrapper, ProgramTables
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.represent.collect import collect, find_directs
from plait.frontend.next.represent.flows import Direct, Flows
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Namespace, Unit, UnitTable
from plait.isa.value_types import BOOL

_SPECIAL_NAMES = (
    "constructor",
    "prototype",
    "name",
    "message",
    "length",
    "toString",
    "valueOf",
    "toJSON",
    "next",
    "return",
)
"""Names of members that the machine or the library asks for by itself."""


def lower_program(
    name: str, tables: list[UnitTable], first: list[UnitTable], diagnostics: Diagnostics
) -> Module | None:
    """The module of a program's files; None if something is not there, which is reported.

    `first` are the files that run at the start, in their order; the others wait for an `import(...)`.
    """
    flows = Flows()
    for table in tables:
        find_directs(table, flows)
    for table in tables:
        collect(table, flows)
    flows.solve()
    program = ProgramTables(ModuleBuilder(name), flows, diagnostics)
    program.files = tables
    program.mentioned.update(_SPECIAL_NAMES)
    main = _Starter(program, first).write()
    return None if diagnostics.found else program.module.build(main)


class _Starter:
    """Writes the module: the files, then all they reach, then what is made of the library at the start."""

    def __init__(self, program: ProgramTables, tables: list[UnitTable]) -> None:
        self.program = program
        self.tables = tables
        module = program.module
        self.main = module.declare_function("main", (), None)
        self.values = module.declare_function("function values", (), None)
        self.library = module.declare_function("library", (), None)
        self.members = module.declare_function("members", (), None)
        self.wrapped: dict[Direct, int] = {}
        self.written: set[UnitTable] = set()
        self.made: dict[Namespace, int] = {}
        self.needs: dict[str, set[str]] = {}

    def write(self) -> int:
        """Write everything; the index of the main function."""
        self._main()
        self._reach_all()
        return self.main

    def _code(self, index: int, table: UnitTable, unit: Unit) -> Code:
        return new_code(self.program, table, unit, index, LOWERINGS, None)

    def _main(self) -> None:
        table = self.tables[-1]
        code = self._code(self.main, table, table.main)
        code.has_place = False
        code.emit("CALL", self.values, 0)
        code.emit("CALL", self.library, 0)
        code.library("setUpIntrinsics")
        code.emit("CALL", self.members, 0)
        body = self.program.closure_function("main", ())
        code.word_text("a0:main")
        code.emit("MAKE_CLOSURE", body, 1)
        code.emit("BOX_REF")
        code.library("run")
        code.emit("POP")
        code.emit("RETURN_VOID")
        self._files(body)

    def _files(self, index: int) -> None:
        """The function that runs the files; each is one function that gives what its top level returns."""
        table = self.tables[-1]
        code = new_code(self.program, table, table.main, index, LOWERINGS, Held.WORD)
        code.has_place = False
        code.undefined()
        for table in self.tables:
            code.emit("POP")
            code.emit("CALL", self.program.run_function(table), 0)
        code.emit("RETURN")

    def _runs(self) -> bool:
        """Write the functions that run files and have not been written; whether there were any."""
        new = [table for table in self.program.runs if table not in self.written]
        for table in new:
            self.written.add(table)
            self._run(table)
        return bool(new)

    def _run(self, table: UnitTable) -> None:
        """The function that runs a file, unless it has run; what its top level returns."""
        program = self.program
        code = new_code(program, table, table.main, program.run_function(table), LOWERINGS, Held.WORD)
        code.has_place = False
        has_run, again = program.module.add_global(f"{table.bound.file.name} has run", BOOL), code.label()
        code.emit("LOAD_GLOBAL", has_run)
        code.jump("JUMP_IF_FALSE", again)
        code.undefined()
        code.emit("RETURN")
        code.place(again)
        code.emit("CONST_TRUE")
        code.emit("STORE_GLOBAL", has_run)
        file = program.closure_function(table.bound.file.name, ())
        program.pending.append(PendingUnit(file, table, table.main, False))
        code.word_text("m0:")
        code.emit("MAKE_CLOSURE", file, 1)
        for _ in range(5):
            code.undefined()
        code.null(code.cell_type(Held.LIST))
        code.integer(0)
        code.emit("CALL_CLOSURE", 7)
        code.emit("RETURN")

    def _namespaces(self) -> bool:
        """Write the functions that make the objects of imported namespaces; whether there were any."""
        new = [namespace for namespace in self.program.namespaces if namespace not in self.made]
        for namespace in new:
            index = self.program.module.declare_function(f"exports of {namespace.name}", (), None)
            self.made[namespace] = index
            self._namespace(namespace, index)
        return bool(new)

    def _namespace(self, namespace: Namespace, index: int) -> None:
        program = self.program
        code = self._code(index, namespace.table, namespace.table.main)
        with code.temporary() as object_:
            code.library("newNamespace")
            code.store(object_)
            for name, member in namespace.members.items():
                getter = program.closure_function(name, ())
                program.pending.append(PendingGetter(getter, namespace.table, member))
                code.load(object_)
                code.key(name)
                code.word_text(f"m0:{name}")
                code.emit("MAKE_CLOSURE", getter, 1)
                code.emit("BOX_REF")
                code.emit("CONST_TRUE")
                code.library("defineGetter")
            code.load(object_)
            code.library("finishNamespace")
            code.load(object_)
        code.emit("STORE_GLOBAL", program.namespace_object(namespace))
        code.emit("RETURN_VOID")

    def _reach_all(self) -> None:
        """Write pending functions until none is left.

        What is reached of the library has a function that makes it at the start. Members of its classes are made by
        further functions, as their names are mentioned; those run when all classes are there.
        """
        program = self.program
        starts: dict[str, int] = {}
        members: list[int] = []
        while True:
            self._drain()
            if self._runs() or self._namespaces():
                continue
            new = [item for item in program.reached.values() if item.name not in starts and _has_start(item)]
            for declaration in new:
                starts[declaration.name] = self._start(declaration)
            if new:
                continue
            added = [self._members(item) for item in list(program.reached.values())]
            members.extend(index for index in added if index is not None)
            if not any(index is not None for index in added):
                break
        self._write_calls(self.library, [starts[name] for name in self._in_order(starts)])
        self._write_calls(self.members, [*members, *self.made.values()])
        self._write_values()

    def _drain(self) -> None:
        program = self.program
        while True:
            while program.pending:
                lower_pending(program, program.pending.pop(), LOWERINGS)
            missing = [direct for direct in program.function_values if direct not in self.wrapped]
            if not missing:
                return
            for direct in missing:
                index = program.closure_function(direct.variable.name, ())
                self.wrapped[direct] = index
                program.pending.append(PendingWrapper(index, direct))

    def _start(self, declaration: LibraryDeclaration) -> int:
        """The function that makes a constant, or a class without its members."""
        index = self.program.module.declare_function(f"start of {declaration.name}", (), None)
        code = self._code(index, declaration.table, declaration.table.main)
        self.program.needed = set()
        code.statement(declaration.statement)
        self.needs[declaration.name] = set(self.program.needed)
        code.emit("RETURN_VOID")
        return index

    def _in_order(self, names: Iterable[str]) -> list[str]:
        """The declarations, each behind those that making it names, and else as they stand in the library."""
        reached = self.program.reached
        ordered: dict[str, None] = {}

        def add(name: str) -> None:
            if name in waiting:
                waiting.remove(name)
                for other in sorted(self.needs[name]):
                    add(other)
                ordered[name] = None

        waiting = set(names)
        for name in sorted(waiting, key=lambda item: reached[item].order):
            add(name)
        return list(ordered)

    def _members(self, declaration: LibraryDeclaration) -> int | None:
        """The function that makes those members of a class that have been mentioned lately; None if there are none."""
        program = self.program
        statement = declaration.statement
        if not isinstance(statement, syntax.ClassDeclaration):
            return None
        new = [
            member
            for member in statement.declaration.members
            if member_name(member) in program.mentioned and member not in program.made_members
        ]
        if not new:
            return None
        program.made_members.update(new)
        index = program.module.declare_function(f"members of {declaration.name}", (), None)
        code = self._code(index, declaration.table, declaration.table.main)
        add_members(code, declaration.variable, new)
        code.emit("RETURN_VOID")
        return index

    def _write_calls(self, index: int, functions: list[int]) -> None:
        builder = self.program.module.function(index)
        for function in functions:
            builder.emit("CALL", function, 0)
        builder.emit("RETURN_VOID")

    def _write_values(self) -> None:
        """The function that makes the function values of functions that are called directly."""
        module = self.program.module
        builder = module.function(self.values)
        for direct, index in self.wrapped.items():
            function = direct.unit.function
            if function is not None:
                builder.emit("CONST_STRING", module.add_string(specification(function, direct.variable.name)))
                builder.emit("BOX_REF")
                builder.emit("MAKE_CLOSURE", index, 1)
                builder.emit("STORE_GLOBAL", self.program.function_values[direct])
        builder.emit("RETURN_VOID")


def _has_start(declaration: LibraryDeclaration) -> bool:
    """Whether something is made of a declaration when the program starts."""
    return not isinstance(declaration.statement, syntax.FunctionDeclaration) or declaration.direct is None
