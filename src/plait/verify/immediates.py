"""Immediates of instructions: every index leads to something that is there, and of the kind that is asked for."""

from __future__ import annotations

from typing import Final, NoReturn

from plait.bytecode.encoding import Decoded
from plait.bytecode.module import FIRST_HOST_ID, Module
from plait.errors import VerifyError
from plait.isa.builtin_classes import BuiltinClass
from plait.isa.instruction import INSTRUCTIONS, Immediate, Special
from plait.isa.value_types import ANY, BOOL, F64, I32, I64, TupleType, ValueType, is_reference
from plait.native.table import NATIVES
from plait.verify.budget import Budget
from plait.verify.class_tables import hidden_slots
from plait.verify.classes import VerifiedClass
from plait.verify.module_types import ModuleTypes, label

ZEROED_ELEMENTS: tuple[ValueType, ...] = (I32, I64, F64, BOOL, ANY)
"""Types whose zero is a value of theirs that a program can want."""

REFERENCE_IMMEDIATES = ("CONST_NULL", "UPCAST", "UNBOX_REF")
TUPLE_IMMEDIATES = ("NEW_TUPLE", "TUPLE_GET", "TUPLE_SET")
"""Instructions whose type immediate may not name every type, which an effect cannot say."""

NAMES_CLOSURES = (Special.MAKE_CLOSURE, Special.CALL_EXPECTED, Special.CALL_GENERAL_EXPECTED)
"""Instructions whose function is one of closures."""

METHOD_CALLS = ("CALL_METHOD", "CALL_SUPER", "SPAWN_METHOD")

UNRESTRICTED = frozenset(
    (
        Immediate.I32,
        Immediate.I64,
        Immediate.F64,
        Immediate.COUNT,
        Immediate.JUMP,
        Immediate.GLOBAL,
        Immediate.STRING,
        Immediate.INTERFACE,
        Immediate.CAPTURED,
    )
)
"""Immediates without rules beside that those that are indices are in range."""


_FREE: Final = frozenset((Immediate.I32, Immediate.I64, Immediate.F64, Immediate.COUNT, Immediate.JUMP))
"""Immediates that are no indices."""

_CHECKED: Final[tuple[tuple[Immediate, ...], ...]] = tuple(
    INSTRUCTIONS[number].immediates
    if number in INSTRUCTIONS and not _FREE.issuperset(INSTRUCTIONS[number].immediates)
    else ()
    for number in range(256)
)
"""The immediates of each opcode, none if there is nothing to check."""


class ImmediateChecker:
    """Checks the instructions of one function, unreachable ones included."""

    def __init__(
        self,
        module: Module,
        types: ModuleTypes,
        classes: tuple[VerifiedClass | None, ...],
        budget: Budget,
        index: int,
    ) -> None:
        function = types.functions[index]
        self._types = types
        self._classes = classes
        self._budget = budget
        self._function = function
        self._index = index
        self._counts = {
            Immediate.LOCAL: ("local", len(function.locals)),
            Immediate.GLOBAL: ("global", len(module.globals)),
            Immediate.FUNCTION: ("function", len(module.functions)),
            Immediate.STRING: ("string", len(module.strings)),
            Immediate.TYPE: ("type", len(module.types)),
            Immediate.INTERFACE: ("interface", len(module.interfaces)),
            Immediate.CAPTURED: ("captured value", len(function.captures or ())),
        }

    def check(self, instructions: tuple[Decoded, ...]) -> None:
        """Raises `VerifyError` at the first instruction that names what is not there."""
        result = self._function.call.result
        self._budget.spend_type_parts(1 if result is None else self._types.interner.size(result), self._index)
        counts = self._counts
        unrestricted = UNRESTRICTED | {Immediate.LOCAL} if self._function.captures is None else UNRESTRICTED
        for decoded in instructions:
            for kind, value in zip(_CHECKED[decoded.instruction.number], decoded.immediates, strict=False):
                if kind in counts:
                    what, count = counts[kind]
                    if value >= count:
                        self._fail(decoded, f"there is no {what} {value}; {what}s: {count}")
                if kind not in unrestricted:
                    self._check(decoded, kind, int(value))

    def _check(self, decoded: Decoded, kind: Immediate, value: int) -> None:
        """Rules beside that an index is in range, and indices of what the immediate before this one names."""
        match kind:
            case Immediate.LOCAL:
                if value == 0 and decoded.instruction.effect is Special.STORE_LOCAL:
                    self._fail(decoded, "local 0 of a closure's function is the closure; it cannot be stored")
            case Immediate.FUNCTION:
                self._check_function(decoded, value)
            case Immediate.TYPE:
                self._check_type(decoded, self._types.types[value])
            case Immediate.NATIVE:
                self._check_native(decoded, value)
            case Immediate.CLASS:
                self._check_class(decoded, value)
            case Immediate.SLOT:
                self._check_slot(decoded, value)
            case Immediate.STATIC:
                self._check_static(decoded, value)
            case Immediate.MEMBER:
                self._check_member(decoded, value)
            case Immediate.ELEMENT:
                named = self._types.types[int(decoded.immediates[0])]
                assert isinstance(named, TupleType)
                self._check_range(decoded, str(named), "element", value, len(named.elements))
            case _:
                raise AssertionError(f"{kind} has no rules of its own")

    def _check_range(self, decoded: Decoded, owner: str, what: str, value: int, count: int) -> None:
        if value >= count:
            self._fail(decoded, f"{owner} has no {what} {value}; {what}s: {count}")

    def _check_function(self, decoded: Decoded, index: int) -> None:
        function = self._types.functions[index]
        if decoded.instruction.effect not in NAMES_CLOSURES:
            if function.captures is not None:
                self._fail(decoded, f"function {index} is the function of a closure; MAKE_CLOSURE alone can name it")
            return
        if function.captures is None:
            self._fail(decoded, f"function {index} is not the function of a closure: it does not say what it captures")
        self._budget.spend_type_parts(self._types.interner.size(function.call.parameters[0]), self._index)

    def _check_native(self, decoded: Decoded, value: int) -> None:
        if value >= FIRST_HOST_ID:
            self._check_range(decoded, "the module", "import", value - FIRST_HOST_ID, len(self._types.imports))
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
                self._fail(decoded, f"{_label(found)} does not inherit from Error")
            case "NEW_OBJECT" | "NEW_ERROR" | "CALL_CONSTRUCTOR" if found.is_abstract:
                self._fail(decoded, f"{_label(found)} is abstract")
            case _:
                pass

    def _check_slot(self, decoded: Decoded, slot: int) -> None:
        found = self._class(decoded)
        if decoded.instruction.mnemonic in METHOD_CALLS:
            self._check_range(decoded, _label(found), "method", slot, len(found.methods))
            return
        self._check_range(decoded, _label(found), "field", slot, len(found.slots))
        if slot in hidden_slots(found):
            self._fail(decoded, f"field {slot} of {_label(found)} is the machine's own")

    def _check_static(self, decoded: Decoded, number: int) -> None:
        found = self._class(decoded)
        if decoded.instruction.mnemonic == "CALL_STATIC":
            self._check_range(decoded, _label(found), "static method", number, len(found.static_methods))
        else:
            self._check_range(decoded, _label(found), "static field", number, len(found.statics))

    def _check_member(self, decoded: Decoded, member: int) -> None:
        number = int(decoded.immediates[0])
        interface = self._types.interfaces[number]
        where = label("interface", number, interface.name)
        if decoded.instruction.effect is Special.CALL_INTERFACE:
            self._check_range(decoded, where, "method", member, len(interface.methods))
        else:
            self._check_range(decoded, where, "field", member, len(interface.fields))

    def _check_type(self, decoded: Decoded, named: ValueType) -> None:
        self._budget.spend_type_parts(self._types.interner.size(named), self._index)
        mnemonic = decoded.instruction.mnemonic
        if mnemonic == "NEW_ARRAY_ZEROED" and named not in ZEROED_ELEMENTS:
            names = ", ".join(map(str, ZEROED_ELEMENTS))
            self._fail(decoded, f"the elements must be of type {names}, not {named}")
        if mnemonic in REFERENCE_IMMEDIATES and not is_reference(named):
            self._fail(decoded, f"a reference type is needed, not {named}")
        if mnemonic == "ANY_IS" and named is ANY:
            self._fail(decoded, "every value is of type any")
        if mnemonic in TUPLE_IMMEDIATES and not isinstance(named, TupleType):
            self._fail(decoded, f"a tuple type is needed, not {named}")

    def _fail(self, decoded: Decoded, message: str) -> NoReturn:
        raise VerifyError(f"{decoded.instruction.mnemonic}: {message}", self._index, decoded.offset)


def _label(item: VerifiedClass) -> str:
    return label("class", item.number, item.name)
