"""What an intrinsic is, and the decorators that define one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from plait.kernel.errors import KernelError
from plait.kernel.memory_scopes import Scope
from plait.kernel.types import INTEGER, MACHINE_TYPES, SHIFT_COUNT, MachineType

F = TypeVar("F", bound=Callable[..., Any])

_TYPES = {**MACHINE_TYPES, "integer": INTEGER, "shift_count": SHIFT_COUNT}

Bounds = Callable[..., tuple[int, int]]
"""From the bounds of each argument to the bounds of the result."""


class Intrinsic(NamedTuple):
    """One intrinsic.

    `function` gives the signature; where `memory` is false it is also the reference implementation, where it is true
    the method of the same name of `ReferenceMemory` is (`accessed` names the type for plain loads and stores, which
    are emitted in line). `llvm` is the native text: `{0}`, `{1}` are the arguments, `{r}` the result, `{t0}` to
    `{t3}` temporaries.
    """

    name: str
    function: Callable[..., Any]
    llvm: str
    memory: bool = False
    accessed: MachineType | None = None
    bounds: Bounds | None = None
    identity_when_fitting: bool = False

    @property
    def parameters(self) -> tuple[MachineType, ...]:
        """The types of the parameters."""
        annotations = self.function.__annotations__
        return tuple(_TYPES[text] for name, text in annotations.items() if name != "return")

    @property
    def results(self) -> tuple[MachineType, ...]:
        """The types of the results."""
        text: str = self.function.__annotations__["return"]
        if text == "None":
            return ()
        if text.startswith("tuple["):
            return tuple(_TYPES[item.strip()] for item in text[6:-1].split(","))
        return (_TYPES[text],)


INTRINSICS: dict[object, Intrinsic] = {}
"""All intrinsics, by their function."""


def intrinsic(llvm: str, bounds: Bounds | None = None, identity_when_fitting: bool = False) -> Callable[[F], F]:
    """Defines an intrinsic whose function is its reference implementation.

    `identity_when_fitting` says that an argument that fits the result type is returned unchanged.
    """

    def define(function: F) -> F:
        INTRINSICS[function] = Intrinsic(
            function.__name__, function, llvm, bounds=bounds, identity_when_fitting=identity_when_fitting
        )
        return function

    return define


def memory_intrinsic(llvm: str) -> Callable[[F], F]:
    """Defines an intrinsic that works on the memory; in the reference it is a method of `ReferenceMemory`."""

    def define(function: F) -> F:
        INTRINSICS[function] = Intrinsic(function.__name__, function, llvm, memory=True)
        return function

    return define


def load(accessed: MachineType) -> Callable[[F], F]:
    """Defines a plain load."""
    llvm = (
        "{t0} = getelementptr i8, ptr %base, i64 {0}\n"
        f"{{r}} = load {accessed.memory_llvm}, ptr {{t0}}, align {accessed.size}{Scope.ELEMENTS.note}"
    )
    return _access(accessed, llvm)


def store(accessed: MachineType) -> Callable[[F], F]:
    """Defines a plain store."""
    llvm = (
        "{t0} = getelementptr i8, ptr %base, i64 {0}\n"
        f"store {accessed.memory_llvm} {{1}}, ptr {{t0}}, align {accessed.size}{Scope.ELEMENTS.note}"
    )
    return _access(accessed, llvm)


def _access(accessed: MachineType, llvm: str) -> Callable[[F], F]:
    def define(function: F) -> F:
        INTRINSICS[function] = Intrinsic(function.__name__, function, llvm, memory=True, accessed=accessed)
        return function

    return define


def outside_a_kernel() -> KernelError:
    """The error of an intrinsic that Python code calls although it means something in kernels only."""
    return KernelError("this intrinsic works in kernels only")
