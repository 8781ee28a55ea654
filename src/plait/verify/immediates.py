"""Immediates of instructions: every index leads to something that is there, and of the kind that is asked for."""

from __future__ import annotations

from typing import NoReturn, assert_never

from plait.bytecode.encoding import Decoded
from plait.bytecode.module import FIRST_HOST_ID, Function, Module
from plait.errors import VerifyError
from plait.isa.builtin_classes import BuiltinClass
from plait.isa.instruction import Immediate
from plait.isa.value_types import ANY, BOOL, F64, I32, I64, TupleType, ValueType, is_reference
from plait.native.table import NATIVES
from plait.verify.class_tables import hidden_slots
from plait.verify.classes import VerifiedClass

ZEROED_ELEMENTS: tuple[ValueType, ...] = (I32, I64, F64, BOOL, ANY)
"""Types whose zero is a value of theirs that a program can want."""

REFERENCE_IMMEDIATES = ("CONST_NULL", "UPCAST", "UNBOX_REF")
TUPLE_IMMEDIATES = ("NEW_TUPLE", "TUPLE_GET", "TUPLE_SET")
"""Instructions whose type immediate may not name every type, which an effect cannot say."""

METHOD_CALLS = ("CALL_METHOD", "CALL_SUPER", "SPAWN_METHOD")


class ImmediateChecker:
    """Checks the instructions of one function, unreachable ones included."""

    def __init__(
        self, module: Module, classes: tuple[VerifiedClass | None, ...], function: Function, index: int
    ) -> None:
        self._module = module
        self._classes = classes
        self._function = function
        self._index = index
        self._local_count = len(function.parameter_types) + len(function.local_types)

    def check(self, instructions: tuple[Decoded, ...]) -> None:
        """Raises `VerifyError` at the first instruction that names what is not there."""
        for decoded in instructions:
            for position, kind in enumerate(decoded.instruction.immediates):
                self._check(decoded, kind, position)

    def _check(self, decoded: Decoded, kind: Immediate, position: int) -> None:
        value = int(decoded.immediates[position]) if kind is not Immediate.F64 else 0
        module = self._module
        match kind:
            case Immediate.I32 | Immediate.I64 | Immediate.F64 | Immediate.COUNT | Immediate.JUMP:
                return
            case Immediate.LOCAL:
                self._check_range(decoded, "local", value, self._local_count)
            case Immediate.GLOBAL:
                self._check_range(decoded, "global", value, len(module.globals))
            case Immediate.FUNCTION:
                self._check_range(decoded, "function", value, len(module.functions))
            case Immediate.STRING:
                self._check_range(decoded, "string", value, len(module.strings))
            case Immediate.TYPE:
                self._check_range(decoded, "type", value, len(module.types))
                self._check_type(decoded, module.types[value])
            case Immediate.NATIVE:
                self._check_native(decoded, value)
            case Immediate.CLASS:
                self._check_class(decoded, value)
            case Immediate.SLOT:
                self._check_slot(decoded, value)
            case Immediate.STATIC:
                self._check_static(decoded, value)
            case Immediate.INTERFACE:
                self._check_range(decoded, "interface", value, len(module.interfaces))
            case Immediate.MEMBER:
                interface = module.interfaces[int(decoded.immediates[position - 1])]
                is_call = decoded.instruction.mnemonic == "CALL_INTERFACE"
                members = interface.methods if is_call else interface.fields
                self._check_range(decoded, f"member of interface {interface.name}", value, len(members))
            case Immediate.CAPTURED:
                self._check_range(decoded, "captured value", value, len(self._function.captures or ()))
            case Immediate.ELEMENT:
                named = module.types[int(decoded.immediates[position - 1])]
                assert isinstance(named, TupleType)
                self._check_range(decoded, f"element of {named}", value, len(named.elements))
            case _:
                assert_never(kind)

    def _check_range(self, decoded: Decoded, what: str, value: int, count: int) -> None:
        if value >= count:
            self._fail(decoded, f"there is no {what} {value}; {what}s: {count}")

    def _check_native(self, decoded: Decoded, value: int) -> None:
        if value >= FIRST_HOST_ID:
            self._check_range(decoded, "function of the host", value - FIRST_HOST_ID, len(self._module.imports))
        elif value not in NATIVES:
            raise VerifyError(f"there is no native function 0x{value:04x}", self._index, decoded.offset)

    def _class(self, decoded: Decoded) -> VerifiedClass:
        found = self._classes[int(decoded.immediates[0])]
        assert found is not None
        return found

    def _check_class(self, decoded: Decoded, number: int) -> None:
        if number >= len(self._classes) or self._classes[number] is None:
            self._fail(decoded, f"there is no class {number}")
        found = self._class(decoded)
        match decoded.instruction.mnemonic:
            case "NEW_ERROR" if found.ancestors[0] != BuiltinClass.ERROR:
                self._fail(decoded, f"the class {found.name} does not inherit from Error")
            case "NEW_OBJECT" | "NEW_ERROR" if found.is_abstract:
                self._fail(decoded, f"the class {found.name} is abstract")
            case _:
                pass

    def _check_slot(self, decoded: Decoded, slot: int) -> None:
        found = self._class(decoded)
        if decoded.instruction.mnemonic in METHOD_CALLS:
            self._check_range(decoded, f"method of class {found.name}", slot, len(found.methods))
            return
        self._check_range(decoded, f"field of class {found.name}", slot, len(found.slots))
        if slot in hidden_slots(found):
            self._fail(decoded, f"field {slot} of class {found.name} is the machine's own")

    def _check_static(self, decoded: Decoded, number: int) -> None:
        found = self._class(decoded)
        if decoded.instruction.mnemonic == "CALL_STATIC":
            self._check_range(decoded, f"static method of class {found.name}", number, len(found.static_methods))
        else:
            self._check_range(decoded, f"static field of class {found.name}", number, len(found.statics))

    def _check_type(self, decoded: Decoded, named: ValueType) -> None:
        mnemonic = decoded.instruction.mnemonic
        if mnemonic == "NEW_ARRAY_ZEROED" and named not in ZEROED_ELEMENTS:
            names = ", ".join(map(str, ZEROED_ELEMENTS))
            self._fail(decoded, f"the elements must be {names}, not {named}")
        if mnemonic in REFERENCE_IMMEDIATES and not is_reference(named):
            self._fail(decoded, f"a reference type is needed, not {named}")
        if mnemonic == "ANY_IS" and named is ANY:
            self._fail(decoded, "every value is of type any")
        if mnemonic in TUPLE_IMMEDIATES and not isinstance(named, TupleType):
            self._fail(decoded, f"a tuple type is needed, not {named}")

    def _fail(self, decoded: Decoded, message: str) -> NoReturn:
        raise VerifyError(f"{decoded.instruction.mnemonic}: {message}", self._index, decoded.offset)
