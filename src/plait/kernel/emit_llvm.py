"""From the typed tree to LLVM IR, as text.

A local that is assigned at one place only is an LLVM value; as its uses come after the assignment on every path, the assignment
dominates them. The others live in stack slots, which LLVM's SROA turns into values. Integers are computed as i64 and
widened where they are read, narrowed where they enter a narrower place.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, assert_never

from plait.kernel import tree
from plait.kernel.intrinsics import likely, unlikely
from plait.kernel.layout import ConstantTable, ValueType
from plait.kernel.tree import Block, Expression, Statement
from plait.kernel.types import BOOL, F64, I64, U32, Family, MachineType

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel

LIBRARY = {"memcmp": "declare i32 @memcmp(ptr, ptr, i64)"}
"""Functions of the C library that intrinsics call by name, and their declarations."""


@dataclass(frozen=True, slots=True)
class KernelText:
    """The IR of one kernel: `define` + linkage + `rest`; the tables and library functions it needs, with their declarations."""

    rest: str
    tables: tuple[str, ...]
    library: tuple[str, ...]

    def definition(self, linkage: str) -> str:
        """The complete definition."""
        return f"define {linkage}{self.rest}"


def llvm_name(kernel: Kernel) -> str:
    """The symbol of a kernel. In IR it stands in quotes: `@"runtime.strings.concatenate"`."""
    return kernel.name


def llvm_signature(kernel: Kernel) -> tuple[tuple[str, ...], str]:
    """The LLVM types of the parameters, the hidden `ptr` first, and of the result."""
    parameters = tuple(llvm_type(value_type) for _, value_type in kernel.signature.parameters)
    return ("ptr", *parameters), _result_type(kernel.signature.results)


def llvm_declaration(kernel: Kernel) -> str:
    """The `declare` line of a kernel."""
    parameters, _ = llvm_signature(kernel)
    return f'declare {_returned(kernel)} @"{llvm_name(kernel)}"({", ".join(parameters)}) {_attributes(kernel)}'


def emit_kernel(kernel: Kernel) -> KernelText:
    """The IR of one kernel."""
    return _Emitter(kernel).text()


def llvm_type(value_type: ValueType) -> str:
    """The LLVM type of a value."""
    return value_type.llvm if isinstance(value_type, MachineType) else "i32"


def _result_type(results: tuple[ValueType, ...]) -> str:
    if not results:
        return "void"
    texts = [llvm_type(result) for result in results]
    return texts[0] if len(texts) == 1 else f"{{ {', '.join(texts)} }}"


def _returned(kernel: Kernel) -> str:
    """The result with its attribute: foreign callers read a bool as a whole byte."""
    result = _result_type(kernel.signature.results)
    return "zeroext i1" if result == "i1" else result


def _attributes(kernel: Kernel) -> str:
    if kernel.inline:
        return "alwaysinline nounwind"
    return "cold noinline nounwind" if kernel.cold else "nounwind"


def _literal(value: float, llvm: str) -> str:
    """A constant in LLVM's notation."""
    if llvm == "double":
        return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"
    if llvm == "i1":
        return "true" if value else "false"
    bits = int(llvm[1:])
    half = 1 << bits - 1
    return str(((int(value) + half) & (2 * half - 1)) - half)


class _Emitter:
    """Emits one kernel. `self._open` says whether the block being written still lacks its terminator."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._definition = kernel.definition
        self._lines: list[str] = []
        self._slots: set[str] = set()
        self._values: dict[str, str] = {}
        self._tables: dict[str, str] = {}
        self._next = 0
        self._label = "entry"
        self._open = True
        self._loops: list[tuple[str, str]] = []
        self._used: set[str] = set()
        self._entry: list[str] = []

    def text(self) -> KernelText:
        signature = self._definition.signature
        counts = Counter(_assignments(self._definition.body))
        for name, value_type in signature.parameters:
            self._values[name] = f'%"p.{name}"'
            if counts[name]:
                self._make_slot(name, value_type)
        self._entry += [
            f'store {llvm_type(value_type)} {self._values[name]}, ptr %"l.{name}"'
            for name, value_type in signature.parameters
            if name in self._slots
        ]
        for name, value_type in self._definition.locals:
            if counts[name] > 1:
                self._make_slot(name, value_type)
        self._block(self._definition.body)
        if self._open:
            self._add("ret void")
        parameters = "".join(f', {llvm_type(value_type)} %"p.{name}"' for name, value_type in signature.parameters)
        body = "\n  ".join(["entry:", *self._entry, *self._lines])
        name = llvm_name(self._kernel)
        rest = f'{_returned(self._kernel)} @"{name}"(ptr %base{parameters}) {_attributes(self._kernel)} {{\n{body}\n}}\n'
        library = tuple(function for function in LIBRARY if f"@{function}(" in body)
        return KernelText(rest, tuple(self._tables.values()), library)

    # Text

    def _make_slot(self, name: str, value_type: ValueType) -> None:
        self._slots.add(name)
        self._entry.append(f'%"l.{name}" = alloca {llvm_type(value_type)}')

    def _new(self) -> str:
        self._next += 1
        return f"%v{self._next}"

    def _new_label(self) -> str:
        self._next += 1
        return f"b{self._next}"

    def _add(self, text: str) -> None:
        self._lines.append(text)

    def _let(self, text: str) -> str:
        name = self._new()
        self._lines.append(f"{name} = {text}")
        return name

    def _terminate(self, text: str) -> None:
        self._lines.append(text)
        self._open = False

    def _goto(self, label: str) -> None:
        if self._open:
            self._used.add(label)
            self._terminate(f"br label %{label}")

    def _start(self, label: str) -> None:
        """Begins a block, if anything leads there."""
        if label in self._used:
            self._lines.append(f"{label}:")
            self._label = label
            self._open = True

    # Statements

    def _block(self, block: Block) -> None:
        for statement in block:
            self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        match statement:
            case tree.Assign(name=name, type=value_type, value=value):
                self._assign(name, value_type, self._narrow(value, value_type))
            case tree.Unpack():
                self._unpack(statement)
            case tree.FieldWrite(struct=struct, field=field, value=value):
                text = self._narrow(value, field.type)
                if field.type is BOOL:
                    text = self._let(f"zext i1 {text} to i8")
                pointer = self._field_pointer(struct, field.offset)
                self._add(f"store {_memory_type(field.type)} {text}, ptr {pointer}, align {field.size}")
            case tree.Evaluate(call=call):
                self._call(call)
            case tree.If():
                self._if(statement)
            case tree.While(test=test, body=body):
                head, inside, end = self._new_label(), self._new_label(), self._new_label()
                self._goto(head)
                self._start(head)
                if test is None:
                    inside = head
                else:
                    self._branch(test, inside, end)
                    self._start(inside)
                self._loop_body(body, head, end)
                self._goto(head)
                self._start(end)
            case tree.ForRange():
                self._for(statement)
            case tree.Match():
                self._match(statement)
            case tree.Break():
                self._goto(self._loops[-1][1])
            case tree.Continue():
                self._goto(self._loops[-1][0])
            case tree.Return(values=values):
                self._return(values)
            case tree.Assert():
                pass
            case tree.Unreachable():
                self._terminate("unreachable")
            case _:
                assert_never(statement)

    def _assign(self, name: str, value_type: ValueType, operand: str) -> None:
        if name in self._slots:
            self._add(f'store {llvm_type(value_type)} {operand}, ptr %"l.{name}"')
        else:
            self._values[name] = operand

    def _unpack(self, statement: tree.Unpack) -> None:
        result = self._call(statement.call)
        aggregate = _result_type(statement.call.types)
        for index, (name, target) in enumerate(statement.targets):
            part = self._let(f"extractvalue {aggregate} {result}, {index}")
            self._assign(name, target, self._resize(part, statement.call.types[index], target))

    def _return(self, values: tuple[Expression, ...]) -> None:
        results = self._definition.signature.results
        operands = [self._narrow(value, result) for value, result in zip(values, results, strict=True)]
        if not operands:
            self._terminate("ret void")
            return
        whole = _result_type(results)
        current = operands[0]
        if len(operands) > 1:
            current = "poison"
            for index, (operand, result) in enumerate(zip(operands, results, strict=True)):
                current = self._let(f"insertvalue {whole} {current}, {llvm_type(result)} {operand}, {index}")
        self._terminate(f"ret {whole} {current}")

    def _if(self, statement: tree.If) -> None:
        then, otherwise, end = self._new_label(), self._new_label(), self._new_label()
        self._branch(statement.test, then, otherwise if statement.otherwise else end)
        self._start(then)
        self._block(statement.then)
        self._goto(end)
        if statement.otherwise:
            self._start(otherwise)
            self._block(statement.otherwise)
            self._goto(end)
        self._start(end)

    def _loop_body(self, body: Block, on_continue: str, on_break: str) -> None:
        self._loops.append((on_continue, on_break))
        self._block(body)
        self._loops.pop()

    def _for(self, statement: tree.ForRange) -> None:
        """The counter is a slot of its own, as in Python, where the body may assign the target without effect on the loop."""
        self._next += 1
        counter = f"%c{self._next}"
        self._entry.append(f"{counter} = alloca i64")
        start, stop = self._wide(statement.start), self._wide(statement.stop)
        head, inside, following, end = (self._new_label() for _ in range(4))
        step = statement.step
        self._add(f"store i64 {start}, ptr {counter}")
        self._goto(head)
        self._start(head)
        current = self._let(f"load i64, ptr {counter}")
        more = self._let(f"icmp {'slt' if step > 0 else 'sgt'} i64 {current}, {stop}")
        self._conditional_branch(more, inside, end)
        self._start(inside)
        self._assign(statement.name, I64, current)
        self._loop_body(statement.body, following, end)
        self._goto(following)
        self._start(following)
        if self._open:
            if abs(step) > 1:
                # Adding the step could pass the end of i64; the distance to the stop, unsigned, cannot.
                ends = (stop, current) if step > 0 else (current, stop)
                distance = self._let(f"sub i64 {ends[0]}, {ends[1]}")
                reached = self._let(f"icmp ule i64 {distance}, {abs(step)}")
                further = self._new_label()
                self._conditional_branch(reached, end, further)
                self._start(further)
            self._add(f"store i64 {self._let(f'add i64 {current}, {step}')}, ptr {counter}")
            self._goto(head)
        self._start(end)

    def _match(self, statement: tree.Match) -> None:
        subject = self._wide(statement.subject)
        default, end = self._new_label(), self._new_label()
        labels = [self._new_label() for _ in statement.arms]
        self._used.update((default, *labels))
        cases = " ".join(
            f"i64 {value}, label %{label}"
            for label, (values, _) in zip(labels, statement.arms, strict=True)
            for value in values
        )
        self._terminate(f"switch i64 {subject}, label %{default} [ {cases} ]")
        blocks = [block for _, block in statement.arms]
        for label, block in zip((*labels, default), (*blocks, statement.default), strict=True):
            self._start(label)
            self._block(block)
            self._goto(end)
        self._start(end)

    # Conditions

    def _conditional_branch(self, condition: str, on_true: str, on_false: str) -> None:
        self._used.update((on_true, on_false))
        self._terminate(f"br i1 {condition}, label %{on_true}, label %{on_false}")

    def _branch(self, test: Expression, on_true: str, on_false: str, expected: bool | None = None) -> None:
        """Branches on a condition; `expected` is what a hint says of it."""
        match test:
            case tree.Not(operand=operand):
                self._branch(operand, on_false, on_true, None if expected is None else not expected)
            case tree.Logic(operator=sign, left=left, right=right) if expected in (None, sign == "and"):
                middle = self._new_label()
                if sign == "and":
                    self._branch(left, middle, on_false, expected)
                else:
                    self._branch(left, on_true, middle, expected)
                self._start(middle)
                self._branch(right, on_true, on_false, expected)
            case tree.IntrinsicCall(intrinsic=intrinsic, arguments=(operand,)) if intrinsic.function in (likely, unlikely):
                self._branch(operand, on_true, on_false, intrinsic.function is likely)
            case _:
                condition = self._raw(test)
                if expected is not None:
                    hint = str(expected).lower()
                    condition = self._let(f"call i1 @llvm.expect.i1(i1 {condition}, i1 {hint})")
                self._conditional_branch(condition, on_true, on_false)

    # Expressions

    def _wide(self, expression: Expression) -> str:
        """An operand for a computation: integers as i64, everything else as it is."""
        value_type = expression.type
        if isinstance(value_type, MachineType) and value_type.family is Family.INTEGER:
            return self._narrow(expression, I64)
        return self._raw(expression)

    def _narrow(self, expression: Expression, target: ValueType) -> str:
        """A value as the operand of a place with the type `target`."""
        if isinstance(expression, tree.Constant):
            return _literal(expression.value, llvm_type(target))
        return self._resize(self._raw(expression), expression.type, target)

    def _resize(self, operand: str, source: ValueType, target: ValueType) -> str:
        old, new = llvm_type(source), llvm_type(target)
        if old == new:
            return operand
        if int(new[1:]) < int(old[1:]):
            return self._let(f"trunc {old} {operand} to {new}")
        signed = isinstance(source, MachineType) and source.low < 0
        return self._let(f"{'sext' if signed else 'zext'} {old} {operand} to {new}")

    def _raw(self, expression: Expression) -> str:
        """The operand of an expression in the LLVM type of its own type."""
        match expression:
            case tree.Constant(value=value, type=value_type):
                return _literal(value, llvm_type(value_type))
            case tree.Local(name=name, type=value_type):
                if name in self._slots:
                    return self._let(f'load {llvm_type(value_type)}, ptr %"l.{name}"')
                return self._values[name]
            case tree.Binary(operator=sign, left=left, right=right, type=value_type):
                first, second = self._wide(left), self._wide(right)
                operation = (_FLOAT_OPERATIONS if value_type is F64 else _INTEGER_OPERATIONS)[sign]
                return self._let(f"{operation} {value_type.llvm} {first}, {second}")
            case tree.Unary(operator=sign, operand=operand, type=value_type):
                value = self._wide(operand)
                if value_type is F64:
                    return self._let(f"fneg double {value}")
                return self._let(f"sub i64 0, {value}" if sign == "-" else f"xor i64 {value}, -1")
            case tree.Compare():
                return self._compare(expression)
            case tree.Logic(operator=sign, left=left, right=right):
                constant = tree.Constant(sign == "or", BOOL)
                return self._choose(left, *((right, constant) if sign == "and" else (constant, right)), BOOL)
            case tree.Not(operand=operand):
                return self._let(f"xor i1 {self._raw(operand)}, true")
            case tree.Conditional(test=test, then=then, otherwise=otherwise, type=value_type):
                return self._choose(test, then, otherwise, value_type)
            case tree.MinMax(name=name, left=left, right=right):
                return self._let(f"call i64 @llvm.s{name}.i64(i64 {self._wide(left)}, i64 {self._wide(right)})")
            case tree.FieldRead(struct=struct_value, field=field):
                pointer = self._field_pointer(struct_value, field.offset)
                loaded = self._let(f"load {_memory_type(field.type)}, ptr {pointer}, align {field.size}")
                return self._let(f"icmp ne i8 {loaded}, 0") if field.type is BOOL else loaded
            case tree.Convert(operand=operand, type=value_type):
                return self._narrow(operand, value_type)
            case tree.Address(operand=operand):
                return self._raw(operand)
            case tree.TableRead(table=table, index=index, type=value_type):
                offset = self._wide(index)
                name = self._table(table)
                pointer = self._let(f"getelementptr {value_type.llvm}, ptr {name}, i64 {offset}")
                return self._let(f"load {value_type.llvm}, ptr {pointer}, align {value_type.size}")
            case tree.IntrinsicCall() | tree.KernelCall():
                return self._call(expression)
            case _:
                assert_never(expression)

    def _compare(self, expression: tree.Compare) -> str:
        left, right = self._wide(expression.left), self._wide(expression.right)
        value_type = expression.left.type
        if value_type is F64:
            return self._let(f"fcmp {_FLOAT_COMPARISONS[expression.operator]} double {left}, {right}")
        condition = _COMPARISONS[expression.operator]
        if isinstance(value_type, MachineType) and value_type.family is Family.INTEGER:
            return self._let(f"icmp {condition if len(condition) == 2 else 's' + condition[1:]} i64 {left}, {right}")
        return self._let(f"icmp {condition} {llvm_type(value_type)} {left}, {right}")

    def _choose(self, test: Expression, then: Expression, otherwise: Expression, value_type: ValueType) -> str:
        """One of two values; a select when both may be computed, else branches."""
        llvm = llvm_type(value_type)
        if _is_cheap(then) and _is_cheap(otherwise):
            condition = self._raw(test)
            first, second = self._narrow(then, value_type), self._narrow(otherwise, value_type)
            return self._let(f"select i1 {condition}, {llvm} {first}, {llvm} {second}")
        labels = self._new_label(), self._new_label()
        end = self._new_label()
        self._branch(test, *labels)
        incoming = []
        for label, value in zip(labels, (then, otherwise), strict=True):
            self._start(label)
            operand = self._narrow(value, value_type)
            incoming.append(f"[ {operand}, %{self._label} ]")
            self._goto(end)
        self._start(end)
        return self._let(f"phi {llvm} {', '.join(incoming)}")

    def _field_pointer(self, struct_value: Expression, offset: int) -> str:
        if isinstance(struct_value, tree.Constant):
            return self._let(f"getelementptr i8, ptr %base, i64 {int(struct_value.value) + offset}")
        wide = self._let(f"zext i32 {self._raw(struct_value)} to i64")
        start = self._let(f"getelementptr i8, ptr %base, i64 {wide}")
        return self._let(f"getelementptr i8, ptr {start}, i64 {offset}") if offset else start

    def _table(self, table: ConstantTable[int] | ConstantTable[float]) -> str:
        llvm = table.type.llvm
        items = ", ".join(f"{llvm} {_literal(value, llvm)}" for value in table.values)
        # Named by content, so that the same table in several kernels is the same global.
        name = f'@"table.{blake2b(items.encode(), digest_size=12).hexdigest()}"'
        self._tables[name] = f"{name} = private unnamed_addr constant [{len(table)} x {llvm}] [{items}]"
        return name

    def _call(self, call: tree.Call) -> str:
        """Calls; the operand of the result, which is an aggregate when there are several."""
        if isinstance(call, tree.IntrinsicCall):
            pairs = zip(call.arguments, call.intrinsic.parameters, strict=True)
            operands = [self._narrow(argument, value_type) for argument, value_type in pairs]
            result = self._new() if call.types else ""
            temporaries = {key: self._new() for key in ("t0", "t1", "t2", "t3") if f"{{{key}}}" in call.intrinsic.llvm}
            self._lines.extend(call.intrinsic.llvm.format(*operands, r=result, **temporaries).split("\n"))
            return result
        signature = call.kernel.signature
        arguments = ["ptr %base"]
        for argument, (_, value_type) in zip(call.arguments, signature.parameters, strict=True):
            operand = self._narrow(argument, value_type)
            arguments.append(f"{llvm_type(value_type)} {operand}")
        text = f'call {_returned(call.kernel)} @"{llvm_name(call.kernel)}"({", ".join(arguments)})'
        if signature.results:
            return self._let(text)
        self._add(text)
        return ""


_INTEGER_OPERATIONS = {"+": "add", "-": "sub", "*": "mul", "&": "and", "|": "or", "^": "xor"}
_FLOAT_OPERATIONS = {"+": "fadd", "-": "fsub", "*": "fmul", "/": "fdiv"}
_COMPARISONS = {"<": "ult", "<=": "ule", ">": "ugt", ">=": "uge", "==": "eq", "!=": "ne"}
_FLOAT_COMPARISONS = {"<": "olt", "<=": "ole", ">": "ogt", ">=": "oge", "==": "oeq", "!=": "une"}


def _memory_type(value_type: ValueType) -> str:
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


def _assignments(block: Block) -> list[str]:
    """The names assigned in a block, once for each place."""
    names: list[str] = []
    for statement in block:
        match statement:
            case tree.Assign(name=name):
                names.append(name)
            case tree.Unpack(targets=targets):
                names.extend(name for name, _ in targets)
            case tree.ForRange(name=name, body=body):
                names.append(name)
                names.extend(_assignments(body))
            case tree.While(body=body):
                names.extend(_assignments(body))
            case tree.If(then=then, otherwise=otherwise):
                names.extend(_assignments(then))
                names.extend(_assignments(otherwise))
            case tree.Match(arms=arms, default=default):
                for _, arm in arms:
                    names.extend(_assignments(arm))
                names.extend(_assignments(default))
            case _:
                pass
    return names
