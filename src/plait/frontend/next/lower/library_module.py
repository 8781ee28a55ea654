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
from plait.frontend.next.lower.compiled_library import CompiledLibrary, keep_library, kept_library, reach_of
from plait.frontend.next.lower.function_values import lower_all_pending, make_function_value
from plait.frontend.next.lower.functions import new_code
from plait.frontend.next.lower.library import LibraryDeclaration, declaration_texts
from plait.frontend.next.lower.library_names import LibraryFunction, LibraryName, LibraryVariable
from plait.frontend.next.lower.program_tables import ProgramTables
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

    def write(self) -> CompiledLibrary:
        """Write everything."""
        wrapped: dict[Direct, int] = {}
        names = {name: self._name(name) for name in declaration_texts()}
        for name in _FUNCTION.findall(library_text()):
            if isinstance(names.get(name), LibraryFunction):
                self.program.library_value(name)
        lower_all_pending(self.program, wrapped)
        starts = self._starts(wrapped)
        if self.program.diagnostics.found:
            raise AssertionError(f"the library is faulty: {self.program.diagnostics.in_order()}")
        module = self.program.module.build(None)
        texts = frozenset(name for members in self.members.values() for name in members)
        return CompiledLibrary(
            Base(module, self.key),
            names,
            {direct.variable.name: index for direct, index in self.program.function_values.items()},
            tuple(starts),
            self.members,
            tuple(reach_of(module, function, texts) for function in module.functions),
            {global_: start for start, global_ in starts.items()},
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

    def _value_start(self, direct: Direct, body: int) -> int:
        """The function that makes the function value of a function that is called directly."""
        index = self.program.module.declare_function(f"value of {direct.variable.name}", (), None)
        builder = self.program.module.function(index)
        make_function_value(self.program, builder, direct, body)
        builder.emit("RETURN_VOID")
        return index

    def _starts(self, wrapped: dict[Direct, int]) -> dict[int, int]:
        """The starts, with the global that each gives its value: function values first, then the declarations, each
        behind those that making it names.
        """
        values = self.program.function_values
        starts = {self._value_start(direct, body): values[direct] for direct, body in wrapped.items()}
        for name in self._in_order(self.starts):
            declaration = self.program.declaration(name)
            assert declaration is not None
            starts[self.starts[name]] = self.program.global_of(declaration.variable)
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
