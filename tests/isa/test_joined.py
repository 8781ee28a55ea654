"""Joined operations: each does what its two instructions do one after the other, and a debugger still sees both."""

from __future__ import annotations

import operator
from collections.abc import Iterator

import pytest
from tests.vm.running import ENGINES, module_of

import plait
from plait.prepare.operations import JOINED, Joined, entry_name, operations
from plait.prepare.translate import prepare
from plait.verify import verify

MEANINGS = {"FADD": operator.add, "FSUB": operator.sub, "FMUL": operator.mul}
A, B, C, CONSTANT = 3.25, -7.5, 11.125, 0.375


def forms() -> list[Joined]:
    return [operation.kind for operation in operations() if isinstance(operation.kind, Joined)]


def operands(kind: Joined) -> tuple[list[str], float]:
    """The code of a joined operation, and what it gives."""
    names = iter(("LOAD_LOCAL 0", "LOAD_LOCAL 1", "LOAD_LOCAL 2"))
    values = iter((A, B, C))
    constant = (f"CONST_F64 {CONSTANT}", CONSTANT)

    def pair(known: int | None, places: tuple[int, ...]) -> Iterator[tuple[str, float]]:
        for position in places:
            yield constant if position == known else (next(names), next(values))

    first = list(pair(kind.first.constant, (0, 1)))
    code = [*(text for text, _ in first), entry_name(kind.first.entry)]
    inner = MEANINGS[entry_name(kind.first.entry)](*(value for _, value in first))
    (text, value), *_ = pair(kind.second.constant, (1 - kind.position,))
    if kind.position == 0:
        return [*code, text, entry_name(kind.second.entry)], MEANINGS[entry_name(kind.second.entry)](inner, value)
    return [text, *code, entry_name(kind.second.entry)], MEANINGS[entry_name(kind.second.entry)](value, inner)


def module() -> plait.Module:
    functions = []
    for number, kind in enumerate(forms()):
        code, _ = operands(kind)
        head = f".function f{number}(f64, f64, f64) -> f64"
        functions.append("\n".join([head, *(f"    {line}" for line in code), "    RETURN"]))
    return module_of("\n".join([".function main()", "    RETURN_VOID", *functions]))


def test_there_is_a_form_for_each_pair() -> None:
    assert {(entry_name(kind.first.entry), entry_name(kind.second.entry)) for kind in forms()} == {
        (first, second) for first in JOINED for second in JOINED
    }


def test_each_form_is_made_of_its_code() -> None:
    prepared = prepare(verify(module()))
    assert [function.instructions[0].operation.kind for function in prepared.functions[1:]] == forms()


@pytest.mark.parametrize("engine", ENGINES)
def test_what_each_form_gives(engine: str) -> None:
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(module())
    given = [vm.run(context, number + 1, [A, B, C]) for number in range(len(forms()))]
    assert given == [operands(kind)[1] for kind in forms()]


def test_a_value_that_is_used_twice_is_not_joined_away() -> None:
    code = module_of(
        """
.function main() -> f64
.local f64, f64
    CONST_F64 3.0
    STORE_LOCAL 0
    LOAD_LOCAL 0
    LOAD_LOCAL 0
    FMUL
    DUP
    FADD
    LOAD_LOCAL 0
    LOAD_LOCAL 0
    FADD
    STORE_LOCAL 1
    LOAD_LOCAL 1
    FMUL
    LOAD_LOCAL 1
    FSUB
    RETURN
"""
    )
    for engine in ENGINES:
        assert plait.Vm(plait.VmOptions(engine=engine)).execute(code) == 102.0


@pytest.mark.parametrize("engine", ENGINES)
def test_a_debugger_sees_the_stack_before_the_first(engine: str) -> None:
    code = module_of(
        """
.function main() -> f64
.local f64
    CONST_F64 3.0
    STORE_LOCAL 0
    LOAD_LOCAL 0
    LOAD_LOCAL 0
    FMUL
    LOAD_LOCAL 0
    FADD
    RETURN
"""
    )
    vm = plait.Vm(plait.VmOptions(engine=engine))
    context = vm.load(code)
    vm.spawn_task("main")
    stacks = []
    while vm.step():
        stacks.append(context.stack[0].operands)
    assert (3.0, 3.0) in stacks
    assert (12.0,) in stacks
