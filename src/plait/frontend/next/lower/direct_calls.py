"""Calls of which it is known what they reach: functions of the program and of the library, instructions for `Math`."""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.library_names import LibraryFunction
from plait.frontend.next.lower.literals import write_list
from plait.frontend.next.represent.flows import Direct
from plait.frontend.next.represent.held import Held

_MATH: Final = {
    "floor": "FFLOOR",
    "ceil": "FCEIL",
    "trunc": "FTRUNC",
    "round": "FROUND",
    "sign": "FSIGN",
    "sqrt": "FSQRT",
    "abs": "FABS",
}
_MATH_PAIRS: Final = {"min": "FMIN", "max": "FMAX", "pow": "FPOW"}


def _has_spread(node: syntax.Call) -> bool:
    return any(isinstance(item, syntax.Spread) for item in node.arguments)


def library_call(code: Code, node: syntax.Call, function: LibraryFunction) -> Held | None:
    """Write the direct call of a function of the library; None for a call that has to be a general one."""
    if _has_spread(node):
        return None
    _direct_arguments(code, node, function.parameters, function.takes_rest)
    code.at(node)
    code.emit("CALL", function.index, len(function.parameters))
    if function.result is None:
        code.undefined()
        return Held.WORD
    return function.result


def direct_call(code: Code, node: syntax.Call, direct: Direct) -> Held | None:
    """Write the call of a function of the program; None for a call that has to be a general one."""
    function = direct.unit.function
    if function is None or _has_spread(node):
        return None
    table = code.table if code.is_library else code.program.table_of(direct)
    parameters = tuple(slot.held or Held.WORD for slot in direct.parameters)
    takes_rest = bool(function.parameters) and function.parameters[-1].is_rest
    _direct_arguments(code, node, parameters, takes_rest)
    code.at(node)
    if code.reachable:
        code.emit("CALL", code.program.direct_function(direct, table), len(parameters))
    if direct.gives_nothing:
        code.undefined()
        return Held.WORD
    return direct.result.held or Held.WORD


def _direct_arguments(code: Code, node: syntax.Call, parameters: tuple[Held, ...], takes_rest: bool) -> None:
    """Write the arguments of a direct call, each held as its parameter."""
    plain = parameters[:-1] if takes_rest else parameters
    for index, held in enumerate(plain):
        if index < len(node.arguments):
            code.valued(node.arguments[index], held)
        else:
            code.undefined()
            code.convert(Held.WORD, held)
    if takes_rest:
        write_list(code, node.arguments[len(plain) :])
        return
    for argument in node.arguments[len(plain) :]:
        code.effect(argument)


def math_call(code: Code, node: syntax.Call, name: str) -> Held | None:
    """Write a call of a function of `Math` that is an instruction; None for the others."""
    if any(isinstance(item, syntax.Spread) for item in node.arguments):
        return None
    if name in _MATH and len(node.arguments) == 1:
        code.number(node.arguments[0])
        code.emit(_MATH[name])
        return Held.NUMBER
    if name in _MATH_PAIRS and len(node.arguments) == 2:
        with code.temporary(Held.NUMBER) as first:
            code.number(node.arguments[0])
            code.store(first)
            code.number(node.arguments[1])
            with code.temporary(Held.NUMBER) as second:
                code.store(second)
                code.load(first)
                code.load(second)
        code.emit(_MATH_PAIRS[name])
        return Held.NUMBER
    return _product(code, node) if name == "imul" and len(node.arguments) == 2 else None


def _product(code: Code, node: syntax.Call) -> Held:
    """`Math.imul(a, b)`: both are there before one becomes a number."""
    left = code.value(node.arguments[0])
    with code.temporary(left) as first:
        code.store(first)
        right = code.value(node.arguments[1])
        with code.temporary(right) as second:
            code.store(second)
            code.at(node)
            for local, held in ((first, left), (second, right)):
                code.load(local)
                if held not in (Held.INTEGER, Held.INT):
                    code.to_number(held)
                    code.emit("F64_TO_I32_WRAP")
    code.emit("IMUL")
    return Held.INTEGER
