"""Functions of the embedding program: `declare function f(x: number): string`."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import MACHINE, Held

_HELD: Final = {"number": Held.NUMBER, "string": Held.STRING, "boolean": Held.BOOLEAN}


def call_host(code: Code, node: syntax.Call, callee: syntax.Identifier, symbol: Symbol) -> Held:
    """Write the call of a function that the host gives."""
    functions = [item for item in symbol.declarations if isinstance(item, syntax.Function)]
    if len(functions) != 1 or any(isinstance(item, syntax.Spread) for item in node.arguments):
        code.report(
            Diagnosis.LIBRARY,
            callee,
            f"`{symbol.name}` is declared, but nobody gives it",
            "declare one function that the host gives, and call it without spread arguments",
        )
        code.undefined()
        return Held.WORD
    function = functions[0]
    held = tuple(_held(parameter.type) for parameter in function.parameters)
    result = None if _gives_nothing(function.result) else _held(function.result)
    for index, wanted in enumerate(held):
        if index < len(node.arguments):
            code.valued(node.arguments[index], wanted)
        else:
            code.undefined()
            code.convert(Held.WORD, wanted)
    for argument in node.arguments[len(held) :]:
        code.effect(argument)
    code.at(node)
    if code.reachable:
        types = tuple(MACHINE[item] for item in held)
        host = code.program.module.add_import(symbol.name, types, None if result is None else MACHINE[result])
        code.emit("NATIVE_CALL", host, len(held))
    if result is None:
        code.undefined()
        return Held.WORD
    return result


def _held(node: Any) -> Held:
    return _HELD.get(node.name, Held.WORD) if isinstance(node, syntax.KeywordType) else Held.WORD


def _gives_nothing(node: Any) -> bool:
    return isinstance(node, syntax.KeywordType) and node.name in ("void", "never")
