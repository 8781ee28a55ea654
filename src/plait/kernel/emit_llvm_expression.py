"""From the typed tree to LLVM IR: expressions, conditions and calls."""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import TYPE_CHECKING, assert_never

from plait.kernel import tree
from plait.kernel.intrinsics import likely, unlikely
from plait.kernel.layout import ConstantTable, Field, ValueType
from plait.kernel.memory_scopes import Scope
from plait.kernel.tree import Expression
from plait.kernel.types import BOOL, F64, I64, U32, Family, MachineType

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel

_INTEGER_OPERATIONS = {"+": "add", "-": "sub", "*": "mul", "&": "and", "|": "or", "^": "xor"}
_FLOAT_OPERATIONS = {"+": "fadd", "-": "fsub", "*": "fmul", "/": "fdiv"}
_COMPARISONS = {"<": "ult", "<=": "ule", ">": "ugt", ">=": "uge", "==": "eq", "!=": "ne"}
_FLOAT_COMPARISONS = {"<": "olt", "<=": "ole", ">": "ogt", ">=": "oge", "==": "oeq", "!=": "une"}


def llvm_name(kernel: Kernel) -> str:
    """The symbol of a kernel. In IR it stands in quotes: `@"runtime.strings.concatenate"`."""
    return kernel.name


def llvm_type(value_type: ValueType) -> str:
    """The LLVM type of a value."""
    return value_type.llvm if isinstance(value_type, MachineType) else "i32"


def result_type(results: tuple[ValueType, ...]) -> str:
    """The LLVM type of what a kernel returns."""
    if not results:
        return "void"
    texts = [llvm_type(result) for result in results]
    return texts[0] if len(texts) == 1 else f"{{ {', '.join(texts)} }}"


def returned(kernel: Kernel) -> str:
    """The result with its attribute: foreign callers read a bool as a whole byte."""
    result = result_type(kernel.signature.results)
    return "zeroext i1" if result == "i1" else result


def literal(value: float, llvm: str) -> str:
    """A constant in LLVM's notation."""
    if llvm == "double":
        return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"
    if llvm == "i1":
        return "true" if value else "false"
    bits = int(llvm[1:])
    half = 1 << bits - 1
    return str(((int(value) + half) & (2 * half - 1)) - half)


class ExpressionEmitter:
    """Emits the expressions of one kernel. `open` says whether the block being written still lacks its terminator."""

    def __init__(self, kernel: Kernel) -> None:
        self.kernel = kernel
        self.definition = kernel.definition
        self.lines: list[str] = []
        self.slots: set[str] = set()
        self.values: dict[str, str] = {}
        self.tables: dict[str, str] = {}
        self.next = 0
        self.label = "entry"
        self.open = True
        self.loops: list[tuple[str, str]] = []
        self.used: set[str] = set()
        self.entry: list[str] = []

    # Text

    def make_slot(self, name: str, value_type: ValueType) -> None:
        """Gives a local a stack slot."""
        self.slots.add(name)
        self.entry.append(f'%"l.{name}" = alloca {llvm_type(value_type)}')

    def new(self) -> str:
        """A new name for a value."""
        self.next += 1
        return f"%v{self.next}"

    def new_label(self) -> str:
        """A new name for a block."""
        self.next += 1
        return f"b{self.next}"

    def add(self, text: str) -> None:
        """Adds an instruction without result."""
        self.lines.append(text)

    def let(self, text: str) -> str:
        """Adds an instruction; the name of its result."""
        name = self.new()
        self.lines.append(f"{name} = {text}")
        return name

    def terminate(self, text: str) -> None:
        """Ends the block."""
        self.lines.append(text)
        self.open = False

    def goto(self, label: str) -> None:
        """Ends the block by a jump, unless it has ended."""
        if self.open:
            self.used.add(label)
            self.terminate(f"br label %{label}")

    def start(self, label: str) -> None:
        """Begins a block, if anything leads there."""
        if label in self.used:
            self.lines.append(f"{label}:")
            self.label = label
            self.open = True

    # Conditions

    def conditional_branch(self, condition: str, on_true: str, on_false: str) -> None:
        """Ends the block by a branch on an operand."""
        self.used.update((on_true, on_false))
        self.terminate(f"br i1 {condition}, label %{on_true}, label %{on_false}")

    def branch(self, test: Expression, on_true: str, on_false: str, expected: bool | None = None) -> None:
        """Branches on a condition; `expected` is what a hint says of it."""
        match test:
            case tree.Not(operand=operand):
                self.branch(operand, on_false, on_true, None if expected is None else not expected)
            case tree.Logic(operator=sign, left=left, right=right) if expected in (None, sign == "and"):
                middle = self.new_label()
                if sign == "and":
                    self.branch(left, middle, on_false, expected)
                else:
                    self.branch(left, on_true, middle, expected)
                self.start(middle)
                self.branch(right, on_true, on_false, expected)
            case tree.IntrinsicCall(intrinsic=hint, arguments=(operand,)) if hint.function in (likely, unlikely):
                self.branch(operand, on_true, on_false, hint.function is likely)
            case _:
                condition = self.raw(test)
                if expected is not None:
                    condition = self.let(f"call i1 @llvm.expect.i1(i1 {condition}, i1 {str(expected).lower()})")
                self.conditional_branch(condition, on_true, on_false)

    # Expressions

    def wide(self, expression: Expression) -> str:
        """An operand for a computation: integers as i64, everything else as it is."""
        value_type = expression.type
        if isinstance(value_type, MachineType) and value_type.family is Family.INTEGER:
            return self.narrow(expression, I64)
        return self.raw(expression)

    def narrow(self, expression: Expression, target: ValueType) -> str:
        """A value as the operand of a place with the type `target`."""
        if isinstance(expression, tree.Constant):
            return literal(expression.value, llvm_type(target))
        return self.resize(self.raw(expression), expression.type, target)

    def resize(self, operand: str, source: ValueType, target: ValueType) -> str:
        """An operand in the LLVM type of another type."""
        old, new = llvm_type(source), llvm_type(target)
        if old == new:
            return operand
        if int(new[1:]) < int(old[1:]):
            return self.let(f"trunc {old} {operand} to {new}")
        signed = isinstance(source, MachineType) and source.low < 0
        return self.let(f"{'sext' if signed else 'zext'} {old} {operand} to {new}")

    def raw(self, expression: Expression) -> str:
        """The operand of an expression in the LLVM type of its own type."""
        match expression:
            case tree.Constant(value=value, type=value_type):
                return literal(value, llvm_type(value_type))
            case tree.Local(name=name, type=value_type):
                if name in self.slots:
                    return self.let(f'load {llvm_type(value_type)}, ptr %"l.{name}"')
                return self.values[name]
            case tree.Binary(operator=sign, left=left, right=right, type=value_type):
                first, second = self.wide(left), self.wide(right)
                operation = (_FLOAT_OPERATIONS if value_type is F64 else _INTEGER_OPERATIONS)[sign]
                return self.let(f"{operation} {value_type.llvm} {first}, {second}")
            case tree.Unary(operator=sign, operand=operand, type=value_type):
                text = self.wide(operand)
                if value_type is F64:
                    return self.let(f"fneg double {text}")
                return self.let(f"sub i64 0, {text}" if sign == "-" else f"xor i64 {text}, -1")
            case tree.Compare():
                return self.compare(expression)
            case tree.Logic(operator=sign, left=left, right=right):
                if sign == "and":
                    return self.choose(left, right, tree.Constant(False, BOOL), BOOL)
                return self.choose(left, tree.Constant(True, BOOL), right, BOOL)
            case tree.Not(operand=operand):
                return self.let(f"xor i1 {self.raw(operand)}, true")
            case tree.Conditional(test=test, then=then, otherwise=otherwise, type=value_type):
                return self.choose(test, then, otherwise, value_type)
            case tree.MinMax(name=name, left=left, right=right):
                return self.let(f"call i64 @llvm.s{name}.i64(i64 {self.wide(left)}, i64 {self.wide(right)})")
            case tree.FieldRead(struct=struct_value, field=field):
                pointer = self.field_pointer(struct_value, field.offset)
                access = f"load {memory_type(field.type)}, ptr {pointer}, align {field.size}{scope_of(field)}"
                loaded = self.let(access)
                return self.let(f"icmp ne i8 {loaded}, 0") if field.type is BOOL else loaded
            case tree.Convert(operand=operand, type=value_type):
                return self.narrow(operand, value_type)
            case tree.Address(operand=operand):
                return self.raw(operand)
            case tree.TableRead(table=table, index=index, type=value_type):
                offset = self.wide(index)
                name = self.table(table)
                pointer = self.let(f"getelementptr {value_type.llvm}, ptr {name}, i64 {offset}")
                return self.let(f"load {value_type.llvm}, ptr {pointer}, align {value_type.size}")
            case tree.IntrinsicCall() | tree.KernelCall():
                return self.call(expression)
            case _:
                assert_never(expression)

    def compare(self, expression: tree.Compare) -> str:
        """The operand of a comparison."""
        left, right = self.wide(expression.left), self.wide(expression.right)
        value_type = expression.left.type
        if value_type is F64:
            return self.let(f"fcmp {_FLOAT_COMPARISONS[expression.operator]} double {left}, {right}")
        condition = _COMPARISONS[expression.operator]
        if isinstance(value_type, MachineType) and value_type.family is Family.INTEGER:
            return self.let(f"icmp {condition if len(condition) == 2 else 's' + condition[1:]} i64 {left}, {right}")
        return self.let(f"icmp {condition} {llvm_type(value_type)} {left}, {right}")

    def choose(self, test: Expression, then: Expression, otherwise: Expression, value_type: ValueType) -> str:
        """One of two values; a select when both may be computed, else branches."""
        llvm = llvm_type(value_type)
        if _is_cheap(then) and _is_cheap(otherwise):
            condition = self.raw(test)
            first, second = self.narrow(then, value_type), self.narrow(otherwise, value_type)
            return self.let(f"select i1 {condition}, {llvm} {first}, {llvm} {second}")
        labels = self.new_label(), self.new_label()
        end = self.new_label()
        self.branch(test, *labels)
        incoming = []
        for label, value in zip(labels, (then, otherwise), strict=True):
            self.start(label)
            operand = self.narrow(value, value_type)
            incoming.append(f"[ {operand}, %{self.label} ]")
            self.goto(end)
        self.start(end)
        return self.let(f"phi {llvm} {', '.join(incoming)}")

    def field_pointer(self, struct_value: Expression, offset: int) -> str:
        """The address of a field."""
        if isinstance(struct_value, tree.Constant):
            return self.let(f"getelementptr i8, ptr %base, i64 {int(struct_value.value) + offset}")
        wide = self.let(f"zext i32 {self.raw(struct_value)} to i64")
        start = self.let(f"getelementptr i8, ptr %base, i64 {wide}")
        return self.let(f"getelementptr i8, ptr {start}, i64 {offset}") if offset else start

    def table(self, table: ConstantTable[int] | ConstantTable[float]) -> str:
        """The global of a constant table."""
        llvm = table.type.llvm
        items = ", ".join(f"{llvm} {literal(value, llvm)}" for value in table.values)
        # Named by content, so that the same table in several kernels is the same global.
        name = f'@"table.{blake2b(items.encode(), digest_size=12).hexdigest()}"'
        self.tables[name] = f"{name} = private unnamed_addr constant [{len(table)} x {llvm}] [{items}]"
        return name

    def call(self, call: tree.Call) -> str:
        """Calls; the operand of the result, which is an aggregate when there are several."""
        if isinstance(call, tree.IntrinsicCall):
            pairs = zip(call.arguments, call.intrinsic.parameters, strict=True)
            operands = [self.narrow(argument, value_type) for argument, value_type in pairs]
            result = self.new() if call.types else ""
            temporaries = {key: self.new() for key in ("t0", "t1", "t2", "t3") if f"{{{key}}}" in call.intrinsic.llvm}
            self.lines.extend(call.intrinsic.llvm.format(*operands, r=result, **temporaries).split("\n"))
            return result
        signature = call.kernel.signature
        arguments = ["ptr %base"]
        for argument, (_, value_type) in zip(call.arguments, signature.parameters, strict=True):
            operand = self.narrow(argument, value_type)
            arguments.append(f"{llvm_type(value_type)} {operand}")
        text = f'call {returned(call.kernel)} @"{llvm_name(call.kernel)}"({", ".join(arguments)})'
        if signature.results:
            return self.let(text)
        self.add(text)
        return ""


def scope_of(field: Field) -> str:
    """What LLVM is told about an access to a field."""
    scope = field.owner.SCOPE
    return "" if scope is Scope.MACHINE else scope.note


def memory_type(value_type: ValueType) -> str:
    """The LLVM type of a value in memory."""
    return value_type.memory_llvm if isinstance(value_type, MachineType) else U32.memory_llvm


def _is_cheap(expression: Expression) -> bool:
    """Whether computing a value that may not be needed does no harm and costs next to nothing."""
    match expression:
        case tree.Constant() | tree.Local():
            return True
        case tree.Binary(operator=sign, left=left, right=right):
            return sign != "/" and _is_cheap(left) and _is_cheap(right)
        case tree.Compare(left=left, right=right):
            return _is_cheap(left) and _is_cheap(right)
        case tree.Not(operand=operand) | tree.Convert(operand=operand) | tree.Address(operand=operand):
            return _is_cheap(operand)
        case _:
            return False
