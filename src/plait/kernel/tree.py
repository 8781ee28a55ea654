"""The typed tree of a kernel: what the analyser makes and both emitters read.

Every expression has a `type`. Integer expressions also have bounds: `low` and `high` enclose every value they can
take, so that the reference checks only where a value may really leave its type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from plait.kernel.layout import ConstantTable, Field, Struct, ValueType
from plait.kernel.types import BOOL, I64, U32, MachineType

if TYPE_CHECKING:
    from plait.kernel.intrinsic import Intrinsic
    from plait.kernel.kernel import Kernel


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a bool, or (when the type is a struct class) the offset of a struct."""

    value: int | float
    type: ValueType


@dataclass(frozen=True, slots=True)
class Local:
    """The value of a parameter or local variable."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class Binary:
    """`+ - * & | ^` on integers, `& | ^` on u64, `+ - * /` on f64."""

    operator: str
    left: Expression
    right: Expression
    type: MachineType
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`-` on integers and f64, `~` on integers."""

    operator: str
    operand: Expression
    type: MachineType
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two values of one family, or of two structs."""

    operator: str
    left: Expression
    right: Expression
    type: MachineType = BOOL


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` and `or`, which evaluate the right operand only when it matters."""

    operator: str
    left: Expression
    right: Expression
    type: MachineType = BOOL


@dataclass(frozen=True, slots=True)
class Not:
    """`not`."""

    operand: Expression
    type: MachineType = BOOL


@dataclass(frozen=True, slots=True)
class Conditional:
    """`then if test else otherwise`."""

    test: Expression
    then: Expression
    otherwise: Expression
    type: ValueType
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class MinMax:
    """`min` or `max` of two integers."""

    name: str
    left: Expression
    right: Expression
    low: int
    high: int
    type: MachineType = I64


@dataclass(frozen=True, slots=True)
class FieldRead:
    """An attribute of a struct, loaded from memory."""

    struct: Expression
    field: Field
    type: ValueType
    line: int


@dataclass(frozen=True, slots=True)
class Convert:
    """An integer that enters a narrower type (checked in the reference, cut in native code), or becomes a struct."""

    operand: Expression
    type: ValueType
    low: int
    high: int
    line: int


@dataclass(frozen=True, slots=True)
class Address:
    """The offset of a struct, as an integer."""

    operand: Expression
    type: MachineType = U32


@dataclass(frozen=True, slots=True)
class TableRead:
    """An element of a constant table."""

    table: ConstantTable[int] | ConstantTable[float]
    index: Expression
    type: MachineType
    low: int
    high: int
    line: int


@dataclass(frozen=True, slots=True)
class IntrinsicCall:
    """A call of an intrinsic. `type` is None when it has no result."""

    intrinsic: Intrinsic
    arguments: tuple[Expression, ...]
    types: tuple[MachineType, ...]
    low: int
    high: int
    line: int

    @property
    def type(self) -> MachineType:
        """The type of the only result."""
        (only,) = self.types
        return only


@dataclass(frozen=True, slots=True)
class KernelCall:
    """A call of another kernel."""

    kernel: Kernel
    arguments: tuple[Expression, ...]
    types: tuple[ValueType, ...]
    line: int

    @property
    def type(self) -> ValueType:
        """The type of the only result."""
        (only,) = self.types
        return only


Call: TypeAlias = IntrinsicCall | KernelCall

Expression: TypeAlias = (
    Constant
    | Local
    | Binary
    | Unary
    | Compare
    | Logic
    | Not
    | Conditional
    | MinMax
    | FieldRead
    | Convert
    | Address
    | TableRead
    | IntrinsicCall
    | KernelCall
)


@dataclass(frozen=True, slots=True)
class Assign:
    """`name = value`."""

    name: str
    type: ValueType
    value: Expression


@dataclass(frozen=True, slots=True)
class Unpack:
    """`a, b = call`. Each target has the type of its local; `None` as a name drops the value."""

    targets: tuple[tuple[str, ValueType], ...]
    call: Call
    line: int


@dataclass(frozen=True, slots=True)
class FieldWrite:
    """`struct.field = value`; the value is evaluated first, as in Python."""

    struct: Expression
    field: Field
    value: Expression
    line: int


@dataclass(frozen=True, slots=True)
class Evaluate:
    """A call as a statement."""

    call: Call


@dataclass(frozen=True, slots=True)
class If:
    """`if`; `elif` is an `If` in `otherwise`."""

    test: Expression
    then: Block
    otherwise: Block


@dataclass(frozen=True, slots=True)
class While:
    """`while`; `test` is None for `while True`."""

    test: Expression | None
    body: Block


@dataclass(frozen=True, slots=True)
class ForRange:
    """`for name in range(start, stop, step)`."""

    name: str
    start: Expression
    stop: Expression
    step: int
    body: Block


@dataclass(frozen=True, slots=True)
class Match:
    """`match` on integer constants. Every arm has at least one value; no value is in two arms."""

    subject: Expression
    arms: tuple[tuple[tuple[int, ...], Block], ...]
    default: Block


@dataclass(frozen=True, slots=True)
class Break:
    """`break`."""


@dataclass(frozen=True, slots=True)
class Continue:
    """`continue`."""


@dataclass(frozen=True, slots=True)
class Return:
    """`return`, with as many values as the kernel has results."""

    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Assert:
    """`assert`: checked in the reference, nothing in native code."""

    test: Expression
    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """`unreachable("why")`."""

    message: str
    line: int


Statement: TypeAlias = (
    Assign
    | Unpack
    | FieldWrite
    | Evaluate
    | If
    | While
    | ForRange
    | Match
    | Break
    | Continue
    | Return
    | Assert
    | Unreachable
)
Block: TypeAlias = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters and results of a kernel."""

    parameters: tuple[tuple[str, ValueType], ...]
    results: tuple[ValueType, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """An analysed kernel. `locals` are all variables but the parameters; `callees` the kernels it calls, each once."""

    name: str
    file: str
    signature: Signature
    locals: tuple[tuple[str, ValueType], ...]
    body: Block
    callees: tuple[Kernel, ...]


def bounds(expression: Expression) -> tuple[int, int]:
    """The least and the greatest value an integer expression can have."""
    match expression:
        case Binary() | Unary() | Conditional() | MinMax() | Convert() | TableRead() | IntrinsicCall():
            return expression.low, expression.high
        case Constant(value) if isinstance(value, int):
            return value, value
        case _:
            return type_bounds(expression.type)


def type_bounds(value_type: ValueType) -> tuple[int, int]:
    """The least and the greatest value of a type; a struct counts as its offset."""
    if isinstance(value_type, MachineType):
        return value_type.low, value_type.high
    return U32.low, U32.high


def is_struct(value_type: ValueType) -> bool:
    """Whether a type is a struct class."""
    return isinstance(value_type, type) and issubclass(value_type, Struct)
