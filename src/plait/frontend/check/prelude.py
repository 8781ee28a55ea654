"""Functions of the library that are written in the language itself, made for the types that are asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context, FunctionSymbol, ProgramState, Scope, TypeSymbol
from plait.frontend.check.conversions import assign
from plait.frontend.check.prelude_text import LIBRARY_FILE, PRELUDE
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    VOID,
    ArrayOf,
    ChannelOf,
    FunctionOf,
    PromiseOf,
    TupleOf,
    Type,
    has_invalid,
)
from plait.frontend.compilation import Compilation, running
from plait.native import BY_NAME
from plait.source import SourceFile, Span

TAKES_NUMBERS: Final = ("$sleep", "$send")
"""Instructions whose operands stay what they are; others take ints."""

_JOINS: Final[dict[Type, str]] = {TEXT: "array.join", NUMBER: "array.join.f64", INT: "array.join.i32"}
_SEARCHES: Final[dict[Type, str]] = {
    TEXT: "array.indexOf.ref",
    NUMBER: "array.indexOf.f64",
    INT: "array.indexOf.i32",
    BOOLEAN: "array.indexOf.bool",
}
JOINED_AS_THEY_ARE: Final = frozenset(_JOINS)
"""Types of elements whose arrays the machine joins without converting the elements first."""

SEARCHED_BY_MACHINE: Final = frozenset(_SEARCHES)
"""Types of elements that the machine searches arrays for."""

_GENERIC: Final = re.compile(r"\bT\b")


class Prelude:
    """The functions that one program has asked for."""

    def __init__(self, program: ProgramState) -> None:
        self._program = program
        self._made: dict[tuple[str, Type], FunctionSymbol] = {}
        self._names: dict[int, str] = {}

    def all_of(self, results: Sequence[Type]) -> str:
        """The name of the function that waits for a tuple of promises with these results."""
        name = "all" + "".join("V" if result is VOID else "_" for result in results)
        if name not in PRELUDE:
            taken = [
                "undefined" if result is VOID else f"$await(tasks[{place}])" for place, result in enumerate(results)
            ]
            values = ", ".join(taken)
            PRELUDE[name] = f"async function {name}(tasks: T): Promise<R> {{ $waitAll(tasks); return [{values}]; }}"
        return name

    def adapter(self, parameters: int, passed: int) -> str:
        """The name of the function that makes an adapter: it takes so many parameters and passes so many of them on."""
        name = f"adapter{parameters}_{passed}"
        if name not in PRELUDE:
            names = [f"a{place}" for place in range(parameters)]
            call = f"given({', '.join(names[:passed])})"
            PRELUDE[name] = f"function {name}(given: T): R {{ return ({', '.join(names)}) => {call}; }}"
        return name

    def function(self, name: str, type_: Type, types: Mapping[str, Type] | None = None) -> FunctionSymbol:
        """The function with the name, made for a type; `types` are all types that its text names, if there are more."""
        if not _GENERIC.search(PRELUDE[name]):
            type_ = NUMBER
        key = (name, type_)
        if key not in self._made:
            declaration = _declaration(name)
            scope = Scope(Scope(None, None), None)
            written = syntax.AliasDeclaration(declaration.span, declaration.name, syntax.BadType(declaration.span))
            for letter, meant in (types or {"T": type_}).items():
                scope.types[letter] = TypeSymbol(written, scope, meant)
            self._made[key] = self._program.new_function(declaration, scope)
            self._names[self._made[key].index] = name
        return self._made[key]

    def name_of(self, function: int) -> str | None:
        """The name of a function of the library, by its index."""
        return self._names.get(function)


def library_function(context: Context, node: syntax.Call, name: str) -> FunctionSymbol | None:
    """A function of the library that another one calls; None if this is none."""
    if node.span.file.name != LIBRARY_FILE or name not in PRELUDE:
        return None
    symbol = context.scope.find_type("T")
    if not isinstance(symbol, TypeSymbol) or symbol.type is None:
        raise AssertionError("the library is made for a type")
    return context.program.prelude.function(name, symbol.type)


_parsed: dict[str, syntax.FunctionDeclaration] = {}


def _declaration(name: str) -> syntax.FunctionDeclaration:
    from plait.frontend.diagnostics import Diagnostics
    from plait.frontend.parse import parse_program

    if name not in _parsed:
        diagnostics = Diagnostics()
        # Parsed once in a process, whichever program is the first: that program does not pay for it.
        with running(Compilation()):
            tree = parse_program(SourceFile(LIBRARY_FILE, PRELUDE[name].strip()), diagnostics)
        diagnostics.raise_if_any()
        if tree is None or not isinstance(tree.statements[0], syntax.FunctionDeclaration):
            raise AssertionError(f"{name} is no function")
        _parsed[name] = tree.statements[0]
    return _parsed[name]


def call_prelude(
    context: Context,
    span: Span,
    name: str,
    type_: Type,
    arguments: tuple[typed.Expression, ...],
    types: Mapping[str, Type] | None = None,
) -> typed.Expression:
    """A call of a function of the library."""
    if has_invalid(type_) or any(has_invalid(argument.type) for argument in arguments):
        return typed.Invalid(span, INVALID)
    symbol = context.program.prelude.function(name, type_, types)
    found = context.program.function_type(symbol)
    if not isinstance(found, FunctionOf):
        return typed.Invalid(span, INVALID)
    values = tuple(
        assign(context, argument, wanted) for argument, wanted in zip(arguments, found.parameters, strict=True)
    )
    if any(has_invalid(value.type) for value in values):
        return typed.Invalid(span, INVALID)
    context.program.note_call(context.function.index, symbol.index, span)
    return typed.Call(span, found.result, symbol.index, symbol.declaration.is_async, values)


def check_machine(context: Context, node: syntax.Call, name: str, check: Check) -> typed.Expression | None:
    """A call of an instruction of the machine, in the library; None if this is none."""
    if not name.startswith("$") or node.span.file.name != LIBRARY_FILE:
        return None
    values = [check(context, argument) for argument in node.arguments]
    if any(has_invalid(value.type) for value in values):
        return typed.Invalid(node.span, INVALID)
    first = values[0].type
    result: Type
    match name, first:
        case "$pop", ArrayOf(element):
            result, instructions = element, ("ARRAY_POP",)
        case "$shift", ArrayOf(element):
            result, instructions = element, ("ARRAY_SHIFT",)
        case "$waitAll", TupleOf(elements):
            # The machine waits for tasks of any result alike.
            tasks = [typed.ReadPlace(node.span, element, values[0], place) for place, element in enumerate(elements)]
            return typed.WaitAll(node.span, VOID, tuple(tasks))
        case "$waitAll", _:
            result, instructions = VOID, ("WAIT_ALL",)
        case "$await", PromiseOf(inner):
            result, instructions = inner, ("AWAIT",)
        case "$sleep", _:
            result, instructions = VOID, ("SLEEP",)
        case "$tryLock", _:
            result, instructions = BOOLEAN, ("MUTEX_TRY_LOCK",)
        case "$lock", _:
            result, instructions = VOID, ("MUTEX_LOCK",)
        case "$send", ChannelOf(element):
            result, instructions = VOID, ("CHANNEL_SEND",)
            values[1] = assign(context, values[1], element)
        case "$wait", _:
            result, instructions = BOOLEAN, ("CHANNEL_WAIT",)
        case "$take", ChannelOf(element):
            result, instructions = element, ("CHANNEL_TAKE",)
        case "$substring", _:
            result, instructions = TEXT, ("STRING_SUBSTRING",)
        case "$charCodeAt", _:
            result, instructions = INT, ("STRING_CHAR_CODE_AT",)
        case "$truncate", _:
            result, instructions = VOID, ("ARRAY_TRUNCATE",)
        case _, ArrayOf(element):
            return _array_function(context, node.span, name, first, element, values)
        case _:
            raise AssertionError(f"no instruction {name}")
    values = [
        assign(context, value, INT) if value.type is NUMBER and name not in TAKES_NUMBERS else value for value in values
    ]
    return typed.Machine(node.span, result, instructions, tuple(values))


def _array_function(
    context: Context, span: Span, name: str, array: Type, element: Type, values: list[typed.Expression]
) -> typed.Expression:
    """A function of the machine for arrays of any type, or the one for the type of the elements."""
    machine, result, wanted = _ARRAY_FUNCTIONS[name]
    types = {"array": array, "element": element, "int": INT, "text": TEXT, "nothing": VOID}
    operands = [assign(context, value, types[type_]) for value, type_ in zip(values[1:], wanted, strict=True)]
    function = machine if isinstance(machine, str) else machine[element]
    return native(span, function, types[result], values[0], *operands)


_ARRAY_FUNCTIONS: Final[dict[str, tuple[str | Mapping[Type, str], str, tuple[str, ...]]]] = {
    "$slice": ("array.slice", "array", ("int", "int")),
    "$append": ("array.append", "nothing", ("array",)),
    "$insert": ("array.insert", "nothing", ("int", "element")),
    "$remove": ("array.remove", "nothing", ("int", "int")),
    "$fill": ("array.fill", "nothing", ("element", "int", "int")),
    "$reverse": ("array.reverse", "nothing", ()),
    "$join": (_JOINS, "text", ("text",)),
    "$indexOf": (_SEARCHES, "int", ("element", "int")),
    "$find": ({NUMBER: "array.find.f64"}, "int", ("element", "int")),
}
"""Functions of the machine by their names in the library: what the result and the operands behind the array are."""


def native(span: Span, name: str, type_: Type, *operands: typed.Expression) -> typed.Expression:
    """A call of a library function of the machine."""
    return typed.Machine(span, type_, (f"NATIVE_CALL {BY_NAME[name].id} {len(operands)}",), operands)
