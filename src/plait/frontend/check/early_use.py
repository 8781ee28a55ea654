"""Which top-level variables and classes a function may use before their declaration has run."""

from __future__ import annotations

from collections.abc import Sequence

from plait.frontend.check import typed
from plait.frontend.check.context import FunctionSymbol
from plait.frontend.check.members import ClassInfo
from plait.frontend.syntax import MethodKind
from plait.source import Span


class EarlyUse:
    """Who calls whom, and uses which top-level variables. A method that is called may be that of any class."""

    def __init__(self) -> None:
        self._calls: dict[int | None, list[tuple[int, Span]]] = {}
        self._methods: dict[int | None, list[tuple[str, Span]]] = {}
        self._globals: dict[int, set[typed.Variable]] = {}

    def note_call(self, caller: int | None, callee: int, span: Span) -> None:
        """A function, or the top-level code, calls a function."""
        self._calls.setdefault(caller, []).append((callee, span))

    def note_method(self, caller: int | None, name: str, span: Span) -> None:
        """A method with a name is called, of whatever class."""
        self._methods.setdefault(caller, []).append((name, span))

    def note_constructor(self, caller: int | None, info: ClassInfo, span: Span) -> None:
        """The constructor of a class is called."""
        for current in info.ancestors():
            if current.constructor is not None:
                self.note_call(caller, current.constructor.index, span)
                return

    def note_global(self, function: int, variable: typed.Variable) -> None:
        """A function uses a top-level variable."""
        self._globals.setdefault(function, set()).add(variable)

    @property
    def used(self) -> frozenset[typed.Variable]:
        """All top-level variables that functions use."""
        return frozenset(variable for variables in self._globals.values() for variable in variables)

    def guarded(self, functions: Sequence[FunctionSymbol]) -> frozenset[typed.Variable]:
        """The variables that a function may use before their declaration: it was called from above."""
        by_name: dict[str, list[int]] = {}
        prefix = {MethodKind.GETTER: "get ", MethodKind.SETTER: "set "}
        for function in functions:
            if function.owner is not None and function.kind is not None:
                name = prefix.get(function.kind, "") + function.declaration.name.name
                by_name.setdefault(name, []).append(function.index)
        earliest: dict[int, int] = {}
        names_seen: set[str] = set()
        top_level: list[tuple[int, int | str]] = [(span.start, callee) for callee, span in self._calls.get(None, ())]
        top_level += [(span.start, name) for name, span in self._methods.get(None, ())]
        for start, first in sorted(top_level, key=lambda call: call[0]):
            pending: list[int | str] = [first]
            while pending:
                current = pending.pop()
                if isinstance(current, str):
                    if current not in names_seen:
                        names_seen.add(current)
                        pending.extend(by_name.get(current, ()))
                elif current not in earliest:
                    earliest[current] = start
                    pending.extend(callee for callee, _ in self._calls.get(current, ()))
                    pending.extend(name for name, _ in self._methods.get(current, ()))
        return frozenset(
            variable
            for function, variables in self._globals.items()
            for variable in variables
            if earliest.get(function, variable.end) < variable.end
        )
