"""Functions of the host that random modules import: they give, they throw, they take turns."""

from __future__ import annotations

from plait.isa.value_types import ANY, BOOL, F64, I32, STRING, ValueType
from plait.vm.vm import Vm

GIVEN = (None, True, False, 0, -7, 2.5, float("nan"), "", "given", 2**40)

HOST_FUNCTIONS: dict[str, tuple[tuple[ValueType, ...], ValueType | None]] = {
    "sum": ((I32, I32), I32),
    "describe": ((STRING, ANY), STRING),
    "take": ((F64,), None),
    "give": ((I32,), ANY),
    "is even": ((F64,), BOOL),
}


def offer_host_functions(vm: Vm) -> None:
    """Offer all of them to the programs of a machine."""

    @vm.function
    def sum(first: int, second: int) -> int:
        if first == second:
            raise ValueError(f"{first} twice")
        return (first + second) % 1000

    @vm.function
    def describe(text: str, value: object) -> str:
        shown = value if isinstance(value, (bool, int, float, str)) else type(value).__name__
        return f"{text[:20]}: {shown}"

    @vm.function
    def take(number: float) -> None:
        if number < 0:
            raise KeyError(number)

    @vm.function
    def give(number: int) -> object:
        return GIVEN[number % len(GIVEN)]

    @vm.function("is even")
    def is_even(number: float) -> bool:
        return int(number) % 2 == 0
