"""The whole library as a module that programs begin with. It is kept on disk for one state of plait's files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Base
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.library_source import library_text
from plait.frontend.next.lower.classes import add_members, member_name
from plait.frontend.next.lower.closures import specification
from plait.frontend.next.lower.compiled_library import CompiledLibrary, keep_library, kept_library, reach_of
from plait.frontend.next.lower.functions import lower_pending, new_code
from plait.frontend.next.lower.library import LibraryDeclaration, declaration_texts
from plait.frontend.next.lower.library_names import LibraryFunction, LibraryName, LibraryVariable
from plait.frontend.next.lower.program_tables import PendingWrapper, ProgramTables
from plait.frontend.next.lower.tables import LOWERINGS
from plait.frontend.next.represent.flows import Direct, Flows
from plait.own_files import digest_of_files

_FUNCTION: Final = re.compile(r"^\s*(?:declare +)?function +([\w$]+)", re.MULTILINE)


@cache
def compiled_library() -> CompiledLibrary:
    """The library of this process."""
    library = kept_library()
    if library is None:
        library = compile_library(digest_of_files())
        keep_library(library)
    return library


def compile_library(key: str) -> CompiledLibrary:
    """Compile the library. Raises `AssertionError` for a faulty one."""
    return _LibraryWriter(key).write()


class _LibraryWriter:
    """Writes all declarations, for each what makes it at the start, and for each member of a class what adds it."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.program = ProgramTables(ModuleBuilder("<anonymous>"), Flows(), Diagnostics())
        self.starts: dict[str, int] = {}
        self.needs: dict[str, set[str]] = {}
        self.members: dict[int, dict[str, tuple[int, ...]]] = {}
        self.wrapped: dict[Direct, int] = {}
        self.value_starts: dict[int, int] = {}

    def write(self) -> CompiledLibrary:
        """Write everything."""
        names = {name: self._name(name) for name in declaration_texts()}
        for name in _FUNCTION.findall(library_text()):
            if isinstance(names.get(name), LibraryFunction):
                self.program.library_value(name)
        self._drain()
        if self.program.diagnostics.found:
            raise AssertionError(f"the library is faulty: {self.program.diagnostics.in_order()}")
        module = self.program.module.build(None)
        texts = frozenset(name for members in self.members.values() for name in members)
        starts = self._starts()
        return CompiledLibrary(
            Base(module, self.key),
            names,
            {direct.variable.name: index for direct, index in self.program.function_values.items()},
            starts,
            self.members,
            tuple(reach_of(module, function, texts) for function in module.functions),
            {global_: start for start, globals_ in starts.items() for global_ in globals_},
        )

    def _name(self, name: str) -> LibraryName:
        """What a name means; what it is made by is written."""
        meaning = self.program.library_name(name)
        assert meaning is not None
        if isinstance(meaning, LibraryVariable):
            declaration = self.program.declaration(name)
            assert declaration is not None
            self._start(declaration)
            self._members(declaration)
        return meaning

    def _start(self, declaration: LibraryDeclaration) -> None:
        """The function that makes a variable, or a class without its members."""
        index = self.program.module.declare_function(f"start of {declaration.name}", (), None)
        code = new_code(self.program, declaration.table, declaration.table.main, index, LOWERINGS, None)
        self.program.needed = set()
        code.statement(declaration.statement)
        self.starts[declaration.name] = index
        self.needs[declaration.name] = set(self.program.needed)
        code.emit("RETURN_VOID")

    def _members(self, declaration: LibraryDeclaration) -> None:
        statement = declaration.statement
        if not isinstance(statement, syntax.ClassDeclaration):
            return
        found: dict[str, list[int]] = {}
        for member in statement.declaration.members:
            name = member_name(member)
            if name is not None:
                found.setdefault(name, []).append(self._member(declaration, member, name))
        self.members[self.starts[declaration.name]] = {name: tuple(indices) for name, indices in found.items()}

    def _member(self, declaration: LibraryDeclaration, member: Any, name: str) -> int:
        """The function that adds a member to its class."""
        index = self.program.module.declare_function(f"{name} of {declaration.name}", (), None)
        code = new_code(self.program, declaration.table, declaration.table.main, index, LOWERINGS, None)
        add_members(code, declaration.variable, [member])
        code.emit("RETURN_VOID")
        return index

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
                self._value_start(direct, index)

    def _value_start(self, direct: Direct, wrapper: int) -> None:
        """The function that makes the function value of a function that is called directly."""
        module = self.program.module
        index = module.declare_function(f"value of {direct.variable.name}", (), None)
        function = direct.unit.function
        assert function is not None
        builder = module.function(index)
        builder.emit("CONST_STRING", module.add_string(specification(function, direct.variable.name)))
        builder.emit("BOX_REF")
        builder.emit("MAKE_CLOSURE", wrapper, 1)
        builder.emit("STORE_GLOBAL", self.program.function_values[direct])
        builder.emit("RETURN_VOID")
        self.value_starts[index] = self.program.function_values[direct]

    def _starts(self) -> dict[int, tuple[int, ...]]:
        """Function values first, then the declarations, each behind those that making it names."""
        starts: dict[int, tuple[int, ...]] = {index: (global_,) for index, global_ in self.value_starts.items()}
        for name in self._in_order(self.starts):
            declaration = self.program.declaration(name)
            assert declaration is not None
            starts[self.starts[name]] = (self.program.global_of(declaration.variable),)
        return starts

    def _in_order(self, names: Iterable[str]) -> list[str]:
        ordered: dict[str, None] = {}
        order = {name: text.order for name, text in declaration_texts().items()}

        def add(name: str) -> None:
            if name in waiting:
                waiting.remove(name)
                for other in sorted(self.needs[name]):
                    add(other)
                ordered[name] = None

        waiting = set(names)
        for name in sorted(waiting, key=order.__getitem__):
            add(name)
        return list(ordered)
