"""A whole program to a module: its files, what it reaches of the library, and the function that starts it all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.host_functions import BEGIN_PROGRAM
from plait.bytecode.module import Module
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.library_source import declared_values
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.compiled_library import Reached
from plait.frontend.next.lower.function_values import lower_all_pending, make_function_value
from plait.frontend.next.lower.functions import new_code
from plait.frontend.next.lower.host_functions import DECLARES_DATA, HOST_CLASSES, write_host_functions
from plait.frontend.next.lower.library_module import compiled_library
from plait.frontend.next.lower.library_names import LibraryFunction
from plait.frontend.next.lower.names import GLOBAL_OBJECT, load_global
from plait.frontend.next.lower.program_tables import PendingGetter, PendingUnit, ProgramTables
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.represent.collect import collect, find_directs
from plait.frontend.next.represent.expected import ExpectedValues, find_methods
from plait.frontend.next.represent.flows import Direct, Flows
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.typed_numbers import TypedNumbers
from plait.frontend.next.represent.units import Namespace, Unit, UnitTable, Variable
from plait.isa.value_types import ANY, BOOL

_BIGINTS: Final = re.compile(r"\b(?:0[xXoObB][0-9a-fA-F_]+|[0-9][0-9_]*)n\b|\bBigU?[Ii]nt|[sg]etBig")
"""What a program has to mention that computes with bigints."""

WRITABLE_AND_CONFIGURABLE: Final = 5
"""The attributes of what the global object has."""

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
    name: str,
    tables: list[UnitTable],
    first: list[UnitTable],
    diagnostics: Diagnostics,
    exports: Mapping[str, Variable | Namespace],
    expected: ExpectedValues,
    numbers: TypedNumbers,
) -> Module | None:
    """The module of a program's files; None if something is not there, which is reported.

    `first` are the files that run at the start, in their order; the others wait for an `import(...)`. `exports` are
    what the embedding program can ask for by name, `expected` what expressions probably give, `numbers` its ints and
    longs.
    """
    flows = Flows()
    flows.numbers = numbers
    flows.has_bigints = numbers.has_longs or any(_BIGINTS.search(table.bound.file.text) for table in tables)
    for table in tables:
        find_directs(table, flows)
    for table in tables:
        collect(table, flows)
    flows.solve()
    library = compiled_library()
    reached = Reached(library, set(_SPECIAL_NAMES))
    program = ProgramTables(ModuleBuilder(name, library.base), flows, diagnostics, reached)
    program.files = tables
    program.names_global_object = any(GLOBAL_OBJECT in table.bound.file.text for table in tables)
    program.methods = find_methods(tables)
    program.expected = expected
    if flows.has_bigints:
        program.library_name("BigInt")
    starter = _Starter(program, reached, first, exports)
    for class_ in HOST_CLASSES if starter.serves_host else ():
        if any(class_ in table.bound.file.text for table in tables):
            program.library_name(class_)
    main = starter.write()
    return None if diagnostics.found else program.module.build(main)


class _Starter:
    """Writes the module: the files, then all they reach, then what is made of the library at the start."""

    def __init__(
        self,
        program: ProgramTables,
        reached: Reached,
        tables: list[UnitTable],
        exports: Mapping[str, Variable | Namespace],
    ) -> None:
        self.program = program
        self.reached = reached
        self.tables = tables
        self.exports = exports
        self.serves_host = bool(exports) or any(DECLARES_DATA.search(table.bound.file.text) for table in program.files)
        module = program.module
        self.main = module.declare_function("main", (), ANY)
        self.values = module.declare_function("function values", (), None)
        self.library = module.declare_function("library", (), None)
        self.members = module.declare_function("members", (), None)
        self.globals = module.declare_function("global object", (), None)
        self.wrapped: dict[Direct, int] = {}
        self.written: set[UnitTable] = set()
        self.made: dict[Namespace, int] = {}

    def write(self) -> int:
        """Write everything; the index of the main function."""
        self._main()
        if self.serves_host:
            write_host_functions(self.program, self.tables[-1], self.exports)
        while True:
            lower_all_pending(self.program, self.wrapped)
            if not (self._runs() or self._namespaces()):
                break
        self._global_object()
        lower_all_pending(self.program, self.wrapped)
        self.reached.follow()
        starts = [index for index in self.reached.library.starts if index in self.reached.starts]
        self._write_calls(self.library, starts)
        self._write_calls(self.members, [*sorted(self.reached.members), *self.made.values()])
        self._write_values()
        return self.main

    def _code(self, index: int, table: UnitTable, unit: Unit) -> Code:
        return new_code(self.program, table, unit, index, LOWERINGS, None)

    def _main(self) -> None:
        body = self.program.closure_function("main", ())
        self._start(self.main, body, "run")
        if self.serves_host:
            begin = self.program.module.declare_function(BEGIN_PROGRAM, (), ANY)
            self._start(begin, body, "startAsync")
        self._files(body)

    def _start(self, index: int, body: int, runs: str) -> None:
        """A function that sets up the program, and gives its body to a function of the library that runs it."""
        table = self.tables[-1]
        code = self._code(index, table, table.main)
        code.has_place = False
        code.emit("CALL", self.values, 0)
        code.emit("CALL", self.library, 0)
        code.library("setUpIntrinsics")
        code.emit("CALL", self.members, 0)
        code.emit("CALL", self.globals, 0)
        code.word_text("a0:main")
        code.emit("MAKE_CLOSURE", body, 1)
        code.emit("BOX_REF")
        code.library(runs)
        code.emit("RETURN")

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
        code.emit("CONST_F64", float(program.files.index(table)))
        code.text(program.source_of(table).text)
        code.library("keepSourceText")
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

    def _global_object(self) -> None:
        """The function that gives the global object what the program may name of the library."""
        table = self.tables[-1]
        code = self._code(self.globals, table, table.main)
        code.has_place = False
        named = declared_values() & self.reached.texts if self.program.has_global_object else ()
        for name in sorted(named):
            meaning = self.program.library_name(name)
            if meaning is None or (isinstance(meaning, LibraryFunction) and self.program.library_value(name) is None):
                continue
            load_global(code, table.bound.module, GLOBAL_OBJECT)
            code.key(name)
            code.convert(load_global(code, table.bound.module, name), Held.WORD)
            code.integer(WRITABLE_AND_CONFIGURABLE)
            code.native("property.define")
        code.emit("RETURN_VOID")

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
                code.undefined()
                code.library("defineLive")
            code.load(object_)
            code.library("finishNamespace")
            code.load(object_)
        code.emit("STORE_GLOBAL", program.namespace_object(namespace))
        code.emit("RETURN_VOID")

    def _write_calls(self, index: int, functions: list[int]) -> None:
        builder = self.program.module.function(index)
        for function in functions:
            builder.emit("CALL", function, 0)
        builder.emit("RETURN_VOID")

    def _write_values(self) -> None:
        """The function that makes the function values of functions that are called directly."""
        builder = self.program.module.function(self.values)
        for direct, index in self.wrapped.items():
            make_function_value(self.program, builder, direct, index)
        builder.emit("RETURN_VOID")
