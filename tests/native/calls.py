"""Calls of library functions with constant arguments, run by plait and by Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

import plait
from plait.bytecode.builder import ModuleBuilder
from plait.isa import Effect
from plait.isa.value_types import ObjectType
from plait.native import BY_NAME

Argument = str | int | float | bool

SHOWN = {
    "i32": ("I32_TO_STRING",),
    "f64": ("F64_TO_DISPLAY",),
    "bool": ("BOOL_TO_STRING",),
    "string": (),
}
"""How a result becomes the text that the console shows."""


@dataclass(frozen=True)
class Call:
    """A library function with arguments, and the same in JavaScript: `{0}`, `{1}` stand for the arguments."""

    name: str
    script: str
    arguments: tuple[Argument, ...]


def plait_lines(calls: Sequence[Call], engine: str) -> list[str]:
    """What plait prints: a line for each call, the error's message if it throws; halves of pairs are replaced."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine), write=pieces.append)
    vm.execute(_module(calls))
    whole = "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.removesuffix("\n").split("\n")


def node_lines(calls: Sequence[Call]) -> list[str]:
    """What Node prints for the same calls."""
    items = ["() => " + call.script.format(*(_literal(argument) for argument in call.arguments)) for call in calls]
    script = f"""
        const show = (value) => Object.is(value, -0) ? "-0" : Array.isArray(value) ? value.join("|") : String(value)
        const lines = [{", ".join(items)}].map((call) => {{
            try {{ return show(call()) }} catch (error) {{ return error.message }}
        }})
        process.stdout.write(lines.join("\\n"))
    """
    return run_node(script).split("\n")


def run_node(script: str) -> str:
    """What a script prints."""
    done = subprocess.run([_node(), "-"], input=script.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def check_calls(calls: Sequence[Call], engine: str = "interpreter") -> None:
    """Both print the same."""
    wrong = [
        (call.name, call.arguments, mine, theirs)
        for call, mine, theirs in zip(calls, plait_lines(calls, engine), node_lines(calls), strict=True)
        if mine != theirs
    ]
    assert wrong == [], wrong[:5]


@cache
def _node() -> str:
    path = shutil.which("node")
    if path is None:
        pytest.skip("node is not installed")
    return path


def _literal(argument: Argument) -> str:
    if isinstance(argument, float):
        return (
            "-0"
            if str(argument) == "-0.0"
            else {"inf": "Infinity", "-inf": "-Infinity"}.get(
                str(argument), "NaN" if argument != argument else repr(argument)
            )
        )
    return json.dumps(argument)


def _module(calls: Sequence[Call]) -> plait.Module:
    builder = ModuleBuilder("calls")
    main = builder.declare_function("main", (), None)
    for number, call in enumerate(calls):
        index = builder.declare_function(f"call{number}", (), None)
        _fill(builder, builder.function(index), call)
        builder.function(main).emit("CALL", index, 0)
    builder.function(main).emit("RETURN_VOID")
    return builder.build(main)


def _fill(builder: ModuleBuilder, code: Any, call: Call) -> None:
    """A function that prints the result of a call or the message of its error."""
    log = BY_NAME["console.log"].id
    failed = code.new_label()
    code.emit("TRY", failed)
    native = BY_NAME[call.name]
    effect = native.effect
    assert isinstance(effect, Effect)
    for argument, kind in zip(call.arguments, effect.pops, strict=True):
        _push(builder, code, argument, str(kind))
    code.emit("NATIVE_CALL", native.id, len(call.arguments))
    for mnemonic in SHOWN[str(effect.pushes[0])]:
        code.emit(mnemonic)
    code.emit("NATIVE_CALL", log, 1)
    code.emit("END_TRY")
    code.emit("RETURN_VOID")
    code.place(failed)
    code.emit("UNBOX_REF", builder.add_type(ObjectType(0)))
    code.emit("GET_FIELD", 0, 0)
    code.emit("NATIVE_CALL", log, 1)
    code.emit("RETURN_VOID")


def _push(builder: ModuleBuilder, code: Any, argument: Argument, kind: str) -> None:
    match kind:
        case "string":
            code.emit("CONST_STRING", builder.add_string(str(argument)))
        case "bool":
            code.emit("CONST_TRUE" if argument else "CONST_FALSE")
        case _:
            code.emit(f"CONST_{kind.upper()}", argument)
