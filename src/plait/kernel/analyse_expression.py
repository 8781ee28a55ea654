"""From syntax trees of expressions to typed expressions."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from plait.kernel import bounds, layout, memory_intrinsics, tree
from plait.kernel.intrinsic import INTRINSICS, Intrinsic
from plait.kernel.kernel import Kernel
from plait.kernel.layout import ConstantTable, Field, Struct, ValueType
from plait.kernel.tree import Expression
from plait.kernel.types import BOOL, F64, I64, U32, U64, Family, MachineType

if TYPE_CHECKING:
    from plait.kernel.scope import Scope

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
}
_OPERATIONS: dict[Family, str] = {Family.INTEGER: "+-*&|^", Family.U64: "&|^", Family.F64: "+-*/"}
_INTEGERS = (Family.INTEGER, Family.U64)
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_FOLD: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
}


class ExpressionAnalyser:
    """Analyses the expressions of one kernel and keeps its locals and callees."""

    def __init__(self, kernel: Kernel, scope: Scope) -> None:
        self.kernel = kernel
        self.scope = scope
        self.error = scope.error
        self.local_names: set[str] = set()
        self.locals: dict[str, ValueType] = {}
        self.assigned: int | None = 0
        self.callees: dict[int, Kernel] = {}
        self._bits: dict[str, int] = {}

    # Locals

    def declare(self, node: ast.AST, name: str, value_type: ValueType) -> None:
        """Gives a local its type, once."""
        if name.startswith("__"):
            raise self.error(node, f"{name}: names that start with two underscores are taken")
        if name in self.locals:
            raise self.error(node, f"{name} has a type already")
        self.locals[name] = value_type
        self._bits[name] = 1 << len(self._bits)

    def declare_hidden(self, value_type: ValueType) -> str:
        """A new local that no source text names."""
        name = f"__result{len(self.locals)}"
        self.locals[name] = value_type
        return name

    def mark_assigned(self, name: str) -> None:
        """Notes that a local has a value from here on."""
        if self.assigned is not None:
            self.assigned |= self._bits[name]

    def local(self, node: ast.AST, name: str) -> tree.Local:
        """The value of a local, which must have one."""
        value_type = self.locals.get(name)
        if value_type is None or (self.assigned is not None and not self.assigned & self._bits[name]):
            raise self.error(node, f"{name} may be used before it is assigned")
        return tree.Local(name, value_type)

    # Entry points

    def condition(self, node: ast.expr) -> Expression:
        """An expression that must be a bool."""
        value = self.expression(node)
        if value.type is not BOOL:
            raise self.error(node, f"a condition must be bool, this is {show(value.type)}")
        return value

    def integer(self, node: ast.expr) -> Expression:
        """An expression that must be an integer other than u64."""
        value = self.expression(node)
        if family(value.type) is not Family.INTEGER:
            raise self.error(node, f"an integer is needed, this is {show(value.type)}")
        return value

    def convert(self, node: ast.AST, value: Expression, target: ValueType) -> Expression:
        """A value as it enters a variable, field, parameter or result of the target type."""
        if not isinstance(target, MachineType):
            if value.type is not target:
                raise self.error(node, f"{show(target)} is needed, this is {show(value.type)}")
            return value
        source = family(value.type)
        # A constant has the type that its place asks for, provided that it fits.
        adapts = isinstance(value, tree.Constant) and source in _INTEGERS and target.family in _INTEGERS
        if source is not target.family and not adapts:
            raise self.error(node, f"{show(target)} is needed, this is {show(value.type)}")
        if target.family is Family.F64 or target.family is Family.BOOL:
            return value
        if isinstance(value, tree.Constant):
            if not target.low <= value.value <= target.high:
                raise self.error(node, f"{value.value} does not fit {target.name}")
            return tree.Constant(value.value, U64 if target is U64 else I64)
        span = tree.bounds(value)
        if bounds.fits(span, (target.low, target.high)):
            return value
        low, high = max(span[0], target.low), min(span[1], target.high)
        if low > high:
            raise self.error(node, f"a value from {span[0]} to {span[1]} never fits {target.name}")
        return tree.Convert(value, target, low, high, getattr(node, "lineno", 0))

    def expression(self, node: ast.expr) -> Expression:
        """A value of any type."""
        match node:
            case ast.Constant():
                return self._constant(node, node.value)
            case ast.Name(id=name) if name in self.local_names:
                return self.local(node, name)
            case ast.Name():
                return self._constant(node, self.scope.lookup(node))
            case ast.Attribute():
                return self._attribute(node)
            case ast.BinOp():
                return self.binary(node, node.op, self.expression(node.left), self.expression(node.right))
            case ast.UnaryOp():
                return self._unary(node)
            case ast.Compare():
                return self._compare(node)
            case ast.BoolOp():
                return self._logic(node)
            case ast.IfExp():
                return self._conditional(node)
            case ast.Subscript():
                return self._table_read(node)
            case ast.Call():
                return self._call_value(node)
            case _:
                raise self.error(node, f"{type(node).__name__} is not supported in a kernel")

    # Constants, attributes, tables

    def _constant(self, node: ast.AST, value: object) -> Expression:
        if isinstance(value, bool):
            return tree.Constant(value, BOOL)
        if isinstance(value, int) and (type(value) is int or isinstance(value, IntEnum)):
            number = int(value)
            if I64.low <= number <= I64.high:
                return tree.Constant(number, I64)
            # Not in range of any type yet, but -9223372036854775808 is written as the negation of such a number.
            if 0 < number <= U64.high:
                return tree.Constant(number, U64)
            raise self.error(node, f"{number} does not fit 64 bits")
        if isinstance(value, float):
            return tree.Constant(value, F64)
        if isinstance(value, Struct) and type(value) is not Struct:
            return tree.Constant(layout.address(value), type(value))
        raise self.error(node, f"{ast.unparse(node)} is not a value that a kernel can use")

    def _outer(self, node: ast.expr) -> Any:
        """What a name or dotted name from outside stands for; None when it is not one."""
        if isinstance(node, ast.Name) and node.id not in self.local_names:
            return self.scope.lookup(node)
        if isinstance(node, ast.Attribute):
            owner = self._outer(node.value)
            if owner is not None and not isinstance(owner, Struct):
                return self.scope.attribute(owner, node)
        return None

    def _attribute(self, node: ast.Attribute) -> Expression:
        outer = self._outer(node)
        if outer is not None:
            return self._constant(node, outer)
        struct = self.expression(node.value)
        field = self.field(node, struct)
        return tree.FieldRead(struct, field, field.type, node.lineno)

    def field(self, node: ast.Attribute, struct: Expression) -> Field:
        """The field that an attribute of a struct names."""
        if isinstance(struct.type, MachineType):
            raise self.error(node, f"{show(struct.type)} has no attributes")
        field = struct.type.LAYOUT.get(node.attr)
        if field is None:
            raise self.error(node, f"{struct.type.__name__} has no field {node.attr}")
        return field

    def _table_read(self, node: ast.Subscript) -> Expression:
        table = self._outer(node.value)
        if not isinstance(table, ConstantTable):
            raise self.error(node, "only a ConstantTable can be indexed")
        index = self.convert(node.slice, self.integer(node.slice), I64)
        item_type = table.type
        low, high = 0, 0
        if item_type is not F64:
            low, high = min(table.values), max(table.values)
        return tree.TableRead(table, index, item_type, low, high, node.lineno)

    # Operators

    def _operand(self, node: ast.AST, value: Expression) -> Expression:
        """A checked operand of an operation that is not exact modulo 2^64."""
        return self.convert(node, value, I64) if family(value.type) is Family.INTEGER else value

    def _unify(self, node: ast.AST, left: Expression, right: Expression) -> tuple[Expression, Expression, object]:
        """Brings two operands to one family: only a constant may turn from integer to u64."""
        first, second = family(left.type), family(right.type)
        if first is not second:
            if second is Family.U64 and first is Family.INTEGER and isinstance(left, tree.Constant):
                return self.convert(node, left, U64), right, Family.U64
            if first is Family.U64 and second is Family.INTEGER and isinstance(right, tree.Constant):
                return left, self.convert(node, right, U64), Family.U64
            raise self.error(node, f"{show(left.type)} and {show(right.type)} do not mix")
        return left, right, first

    def binary(self, node: ast.AST, operation: ast.operator, left: Expression, right: Expression) -> Expression:
        """An arithmetic or bitwise operation."""
        sign = _OPERATORS.get(type(operation))
        left, right, common = self._unify(node, left, right)
        if sign is None or not isinstance(common, Family) or sign not in _OPERATIONS.get(common, ""):
            name = sign or type(operation).__name__
            raise self.error(node, f"there is no operation {name} on {show(left.type)}; an intrinsic may do it")
        if common is Family.F64:
            return tree.Binary(sign, left, right, F64, 0, 0)
        if isinstance(left, tree.Constant) and isinstance(right, tree.Constant):
            return self._constant(node, _FOLD[sign](int(left.value), int(right.value)))
        low, high = bounds.of_binary(sign, tree.bounds(left), tree.bounds(right))
        return tree.Binary(sign, left, right, U64 if common is Family.U64 else I64, low, high)

    def _unary(self, node: ast.UnaryOp) -> Expression:
        if isinstance(node.op, ast.Not):
            return tree.Not(self.condition(node.operand))
        operand = self.expression(node.operand)
        sign = {ast.USub: "-", ast.Invert: "~"}.get(type(node.op))
        if isinstance(operand, tree.Constant) and isinstance(operand.type, MachineType):
            value = operand.value
            if sign == "-" and operand.type is not BOOL:
                return self._constant(node, -value)
            if sign == "~" and operand.type is I64 and isinstance(value, int):
                return self._constant(node, ~value)
        if sign == "-" and operand.type is F64:
            return tree.Unary("-", operand, F64, 0, 0)
        if sign is None or family(operand.type) is not Family.INTEGER:
            raise self.error(node, f"this sign cannot stand before {show(operand.type)}")
        low, high = bounds.of_unary(sign, tree.bounds(operand))
        return tree.Unary(sign, operand, I64, low, high)

    def _compare(self, node: ast.Compare) -> Expression:
        operands = [self.expression(item) for item in (node.left, *node.comparators)]
        for middle in operands[1:-1]:
            if not isinstance(middle, tree.Local | tree.Constant):
                raise self.error(node, "the middle of a chained comparison must be a local or a constant")
        result: Expression | None = None
        for operation, left, right in zip(node.ops, operands, operands[1:], strict=False):
            one = self._compare_two(node, operation, left, right)
            result = one if result is None else tree.Logic("and", result, one)
        assert result is not None, "a comparison has at least one operator"
        return result

    def _compare_two(self, node: ast.AST, operation: ast.cmpop, left: Expression, right: Expression) -> Expression:
        sign = _COMPARISONS.get(type(operation))
        left, right, common = self._unify(node, left, right)
        if sign is None or (sign not in ("==", "!=") and common not in _OPERATIONS):
            raise self.error(node, f"there is no such comparison of {show(left.type)}")
        return tree.Compare(sign, self._operand(node, left), self._operand(node, right))

    def _logic(self, node: ast.BoolOp) -> Expression:
        # Only the first operand is surely evaluated, but as expressions assign nothing the order does not matter here.
        sign = "and" if isinstance(node.op, ast.And) else "or"
        result = self.condition(node.values[0])
        for item in node.values[1:]:
            result = tree.Logic(sign, result, self.condition(item))
        return result

    def _conditional(self, node: ast.IfExp) -> Expression:
        test = self.condition(node.test)
        then, otherwise, common = self._unify(node, self.expression(node.body), self.expression(node.orelse))
        value_type: ValueType = I64 if common is Family.INTEGER else then.type
        low, high = bounds.union(tree.bounds(then), tree.bounds(otherwise))
        return tree.Conditional(test, then, otherwise, value_type, low, high)

    # Calls

    def _call_value(self, node: ast.Call) -> Expression:
        result = self.call(node)
        if isinstance(result, tree.IntrinsicCall | tree.KernelCall) and len(result.types) != 1:
            what = "no result" if not result.types else "several results, which must be assigned at once"
            raise self.error(node, f"this call has {what}")
        return result

    def unreachable_message(self, node: ast.expr) -> str | None:
        """The message of `unreachable("why")`, None when it is anything else."""
        if isinstance(node, ast.Call) and self._outer(node.func) is memory_intrinsics.unreachable:
            if len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                return node.args[0].value
            raise self.error(node, "unreachable takes a string constant")
        return None

    def call(self, node: ast.Call) -> Expression:
        """A call of a kernel or intrinsic, with any number of results, or of what looks like one."""
        if node.keywords or any(isinstance(item, ast.Starred) for item in node.args):
            raise self.error(node, "arguments are given by position only")
        callee = self._outer(node.func)
        if isinstance(callee, Kernel):
            parameters = [value_type for _, value_type in callee.signature.parameters]
            arguments = self._arguments(node, callee.name, parameters)
            self.callees[id(callee)] = callee
            return tree.KernelCall(callee, arguments, callee.signature.results, node.lineno)
        intrinsic = INTRINSICS.get(callee) if callable(callee) else None
        if intrinsic is not None:
            return self._intrinsic_call(node, intrinsic)
        return self._special_call(node, callee)

    def _arguments(
        self, node: ast.Call, name: str, parameters: list[ValueType] | tuple[MachineType, ...]
    ) -> tuple[Expression, ...]:
        if len(node.args) != len(parameters):
            raise self.error(node, f"{name} takes {len(parameters)} arguments, not {len(node.args)}")
        pairs = zip(node.args, parameters, strict=True)
        return tuple(self.convert(item, self.expression(item), value_type) for item, value_type in pairs)

    def _intrinsic_call(self, node: ast.Call, intrinsic: Intrinsic) -> Expression:
        arguments = self._arguments(node, intrinsic.name, intrinsic.parameters)
        results = intrinsic.results
        if len(results) != 1:
            return tree.IntrinsicCall(intrinsic, arguments, results, 0, 0, node.lineno)
        low, high = results[0].low, results[0].high
        if intrinsic.bounds is not None:
            low, high = intrinsic.bounds(*map(tree.bounds, arguments))
        elif intrinsic.identity_when_fitting and bounds.fits(tree.bounds(arguments[0]), (low, high)):
            return arguments[0]
        return tree.IntrinsicCall(intrinsic, arguments, results, low, high, node.lineno)

    def _special_call(self, node: ast.Call, callee: object) -> Expression:
        arguments = node.args
        if callee in (min, max) and len(arguments) == 2:
            name = "min" if callee is min else "max"
            left, right = (self.convert(item, self.integer(item), I64) for item in arguments)
            low, high = bounds.of_min_max(name, tree.bounds(left), tree.bounds(right))
            return tree.MinMax(name, left, right, low, high)
        if isinstance(callee, type) and issubclass(callee, Struct) and callee is not Struct and len(arguments) == 1:
            return self._struct_at(arguments[0], callee)
        if callee is layout.address and len(arguments) == 1:
            operand = self.expression(arguments[0])
            if isinstance(operand.type, MachineType):
                raise self.error(node, f"address takes a struct, this is {show(operand.type)}")
            return tree.Constant(operand.value, I64) if isinstance(operand, tree.Constant) else tree.Address(operand)
        if callee is len and len(arguments) == 1 and isinstance(table := self._outer(arguments[0]), ConstantTable):
            return tree.Constant(len(table), I64)
        if callee is layout.size_of and len(arguments) == 1:
            return tree.Constant(self._struct_class(arguments[0]).SIZE, I64)
        if callee is layout.offset_of and len(arguments) == 2:
            struct = self._struct_class(arguments[0])
            name_node = arguments[1]
            if isinstance(name_node, ast.Constant) and name_node.value in struct.LAYOUT:
                return tree.Constant(struct.LAYOUT[name_node.value].offset, I64)
            raise self.error(node, f"{ast.unparse(name_node)} is not the name of a field of {struct.__name__}")
        raise self.error(node, f"{ast.unparse(node)}: this cannot be called in a kernel")

    def _struct_at(self, node: ast.expr, struct: type[Struct]) -> Expression:
        value = self.convert(node, self.integer(node), U32)
        if isinstance(value, tree.Constant):
            return tree.Constant(value.value, struct)
        low, high = tree.bounds(value)
        return tree.Convert(value, struct, low, high, node.lineno)

    def _struct_class(self, node: ast.expr) -> type[Struct]:
        found = self._outer(node)
        if isinstance(found, type) and issubclass(found, Struct):
            return found
        raise self.error(node, f"{ast.unparse(node)} is not a struct class")


def family(value_type: ValueType) -> object:
    """What has to agree where two values meet: the family of a machine type, or the struct class."""
    return value_type.family if isinstance(value_type, MachineType) else value_type


def show(value_type: ValueType) -> str:
    """A type in a message."""
    return value_type.name if isinstance(value_type, MachineType) else value_type.__name__
