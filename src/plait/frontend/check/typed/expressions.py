"""Variables and typed expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from plait.frontend.check.members import ClassInfo
from plait.frontend.check.typed import functions, objects
from plait.frontend.check.types import Type
from plait.frontend.syntax import BinaryOperator, LogicalOperator
from plait.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """A variable or parameter. `function` is the function that it belongs to, None for top-level code.

    `constant` is the value of a constant that is known when compiling. `is_program` says that the variable stands
    directly in the top-level code, where functions can use it. `end` is where its declaration ends in the text.
    """

    name: str
    type: Type
    span: Span
    is_constant: bool
    has_value: bool
    function: int | None
    is_program: bool
    end: int
    constant: Constant | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A value known when compiling. Numbers and ints are floats.

    `is_literal` says that to TypeScript it is of a literal type, which holds nothing else.
    """

    span: Span
    type: Type
    value: float | bool | str
    is_literal: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The value of a variable."""

    span: Span
    type: Type
    variable: Variable


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """`variable = value`."""

    span: Span
    type: Type
    variable: Variable
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class PostfixUpdate:
    """Gives the old value of the variable and stores `value`, which reads the variable."""

    span: Span
    type: Type
    variable: Variable
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class StoreElement:
    """`array[index] = value`."""

    span: Span
    type: Type
    array: Expression
    index: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class OldValue:
    """A value that the expression around it has computed: the element before an update, the object of a chain."""

    span: Span
    type: Type


@dataclass(frozen=True, slots=True, eq=False)
class UpdateElement:
    """`array[index] += ...` and its kin: `value` computes the new element from `old`."""

    span: Span
    type: Type
    array: Expression
    index: Expression
    old: OldValue
    value: Expression
    gives_old: bool


@dataclass(frozen=True, slots=True, eq=False)
class Arithmetic:
    """`+ - * / % **` of numbers, or exactly of ints when the type is int."""

    span: Span
    type: Type
    operator: BinaryOperator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Negate:
    """`-operand`."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Bitwise:
    """`& | ^ << >> >>>` of two numbers."""

    span: Span
    type: Type
    operator: BinaryOperator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Complement:
    """`~operand`."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Compare:
    """A comparison of two numbers, two strings or two booleans."""

    span: Span
    type: Type
    operator: BinaryOperator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Not:
    """`!operand` of a boolean."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Logical:
    """`left && right` or `left || right`; both have the type of the whole."""

    span: Span
    type: Type
    operator: LogicalOperator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Choose:
    """`condition ? then : otherwise`."""

    span: Span
    type: Type
    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Truthy:
    """Whether a number or string counts as true."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Concatenate:
    """One string after the other."""

    span: Span
    type: Type
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ToText:
    """A number, int or boolean as a string."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ToNumber:
    """An int where a number is wanted."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ToInt:
    """A number as an int; throws when it is none."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class NewArray:
    """`[a, b]`."""

    span: Span
    type: Type
    elements: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FilledArray:
    """`new Array<T>(length).fill(value)`."""

    span: Span
    type: Type
    length: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Length:
    """The length of an array or string."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """`array[index]`."""

    span: Span
    type: Type
    array: Expression
    index: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Push:
    """`array.push(a, b)`; its value is the new length."""

    span: Span
    type: Type
    array: Expression
    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A call of a function of the program; of an async one, it starts a task. A static method has an `owner`."""

    span: Span
    type: Type
    function: int
    is_async: bool
    arguments: tuple[Expression, ...]
    owner: ClassInfo | None = None


class MathFunction(Enum):
    """Functions of `Math` that are instructions and whose results are ints for ints."""

    SQRT = "sqrt"
    FLOOR = "floor"
    CEIL = "ceil"
    ABS = "abs"
    TRUNC = "trunc"
    ROUND = "round"
    IMUL = "imul"


@dataclass(frozen=True, slots=True, eq=False)
class MathCall:
    """`Math.sqrt(x)`."""

    span: Span
    type: Type
    function: MathFunction
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Await:
    """`await operand`; the operand is a promise or not."""

    span: Span
    type: Type
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Log:
    """`console.log(...)`, or `console.error(...)` if it `is_error`.

    `guarded`: the first argument may turn out to be a format string, which is to be refused.
    """

    span: Span
    type: Type
    arguments: tuple[Expression, ...]
    guarded: bool
    is_error: bool


@dataclass(frozen=True, slots=True, eq=False)
class Comma:
    """`first, second`."""

    span: Span
    type: Type
    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Invalid:
    """Something that was reported."""

    span: Span
    type: Type


Expression: TypeAlias = (
    Constant
    | Read
    | Store
    | PostfixUpdate
    | StoreElement
    | OldValue
    | UpdateElement
    | Arithmetic
    | Negate
    | Bitwise
    | Complement
    | Compare
    | Not
    | Logical
    | Choose
    | Truthy
    | Concatenate
    | ToText
    | ToNumber
    | ToInt
    | NewArray
    | FilledArray
    | Length
    | Element
    | Push
    | Call
    | MathCall
    | Await
    | Log
    | Comma
    | functions.Closure
    | functions.CallValue
    | functions.CallHost
    | functions.NewTuple
    | functions.ReadPlace
    | functions.StorePlace
    | functions.Inline
    | functions.Machine
    | functions.WaitAll
    | objects.Nothing
    | objects.Convert
    | objects.NewObject
    | objects.NewLiteral
    | objects.SuperConstruct
    | objects.ReadField
    | objects.StoreField
    | objects.Let
    | objects.CallMethod
    | objects.ReadStatic
    | objects.StoreStatic
    | objects.InstanceOf
    | objects.IsOf
    | objects.IsNothing
    | objects.TypeOf
    | objects.IfPresent
    | Invalid
)
