"""Classes and interfaces of a module as the verifier has resolved them: what inheritance and names come to."""

from __future__ import annotations

from dataclasses import dataclass

from plait.bytecode.module import Field
from plait.isa.value_types import ValueType


@dataclass(frozen=True, slots=True)
class InterfaceBinding:
    """How a class implements an interface: the slot of each of its fields, the function of each of its methods."""

    interface: int
    slots: tuple[int, ...]
    functions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VerifiedClass:
    """A class with all that it inherits.

    `ancestors` are the numbers of the classes from the root to the class itself. `slots` are the fields of an object,
    the inherited ones first (the hidden slots of errors included). `methods` are the functions of the method table.
    `statics` and `static_methods` are its own. `constructor` is the nearest one, None when there is none.
    `bindings` are sorted by interface and include those that the base and extended interfaces bring.
    """

    number: int
    name: str
    ancestors: tuple[int, ...]
    slots: tuple[Field, ...]
    methods: tuple[int, ...]
    method_names: tuple[str, ...]
    statics: tuple[Field, ...]
    static_methods: tuple[int, ...]
    constructor: int | None
    bindings: tuple[InterfaceBinding, ...]
    is_abstract: bool


@dataclass(frozen=True, slots=True)
class CallSignature:
    """What a call takes from the stack (an object or closure called upon first) and gives; None for nothing."""

    parameters: tuple[ValueType, ...]
    result: ValueType | None
