"""Making function values."""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.variables import load_for_capture
from plait.frontend.next.represent.units import Unit

_WITHOUT_PROTOTYPE = (
    syntax.FunctionKind.ARROW,
    syntax.FunctionKind.METHOD,
    syntax.FunctionKind.GETTER,
    syntax.FunctionKind.SETTER,
)


def make_function(code: Code, function: syntax.Function, name: str = "") -> None:
    """Write the making of a function value; `name` is what it is called if it has no name of its own."""
    if isinstance(function.name, syntax.Identifier) and not name:
        name = function.name.name
    name = prefix_of(function) + name
    unit = code.table.by_node[function]
    place = code.program.place_of_text(code.table, function)
    make_closure(code, unit, specification(function, name, code.is_library, place), name)


def prefix_of(function: syntax.Function) -> str:
    """What stands before the name of a getter or setter."""
    match function.kind:
        case syntax.FunctionKind.GETTER:
            return "get "
        case syntax.FunctionKind.SETTER:
            return "set "
        case _:
            return ""


def specification(function: syntax.Function, name: str, is_library: bool, place: str) -> str:
    """What a function value says of itself: its kind, how many parameters it has, where its text stands, its name."""
    if function.is_async:
        kind = "h" if function.is_generator else "a"
    elif function.is_generator:
        kind = "g"
    else:
        kind = "m" if is_library or function.kind in _WITHOUT_PROTOTYPE else "f"
    return f"{kind}{length_of(function, is_library)}{place}:{name}"


_LENGTH: Final = "$Length"
"""`...rest: $Length<2>` in the library says what `length` a function has, where its parameters do not."""


def length_of(function: syntax.Function, is_library: bool) -> int:
    """How many parameters stand before the first that has a default, or is a rest; in the library, that has a `?`."""
    for index, parameter in enumerate(function.parameters):
        if is_library and (known := _stated_length(parameter.type)) is not None:
            return known
        if parameter.default is not None or parameter.is_rest or (is_library and parameter.is_optional):
            return index
    return len(function.parameters)


def _stated_length(type: object) -> int | None:
    match type:
        case syntax.TypeReference(
            names=(syntax.Identifier(name=name),),
            arguments=(syntax.LiteralType(literal=syntax.NumericLiteral(value=value)),),
        ) if name == _LENGTH:
            return int(value)
        case _:
            return None


def make_closure(code: Code, unit: Unit, properties: str, name: str) -> None:
    """Write the making of a function value of a unit, whose code is written later."""
    if not code.reachable:
        return
    code.word_text(properties)
    for variable in unit.captures:
        load_for_capture(code, variable)
    code.emit("MAKE_CLOSURE", code.program.body(code.table, unit, name), 1 + len(unit.captures))
