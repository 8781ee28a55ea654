"""From the typed tree to LLVM IR, as text.

A local that is assigned at one place only is an LLVM value; as its uses come after the assignment on every path, the
assignment dominates them. The others live in stack slots, which LLVM's SROA turns into values. Integers are computed
as i64 and widened where they are read, narrowed where they enter a narrower place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from plait.kernel import tree
from plait.kernel.emit_llvm_expression import (
    ExpressionEmitter,
    llvm_name,
    llvm_type,
    memory_type,
    result_type,
    returned,
    scope_of,
)
from plait.kernel.errors import KernelError
from plait.kernel.layout import ValueType
from plait.kernel.tree import Block, Expression, Statement
from plait.kernel.types import BOOL, I32, I64

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel

_RETURN = "return"
"""The block that returns what is in the locals of the results."""

LIBRARY = {
    "memcmp": "declare i32 @memcmp(ptr, ptr, i64)",
    "clock_gettime": "declare i32 @clock_gettime(i32, ptr)",
}
"""Functions of the C library that intrinsics call by name, and their declarations."""


@dataclass(frozen=True, slots=True)
class KernelText:
    """The IR of one kernel: `define` + linkage + `rest`; the tables it needs, and the library functions by name."""

    rest: str
    tables: tuple[str, ...]
    library: tuple[str, ...]

    def definition(self, linkage: str) -> str:
        """The complete definition."""
        return f"define {linkage}{self.rest}"


def llvm_signature(kernel: Kernel) -> tuple[tuple[str, ...], str]:
    """The LLVM types of the parameters, the hidden `ptr` first, and of the result."""
    parameters = tuple(llvm_type(value_type) for _, value_type in kernel.signature.parameters)
    return ("ptr", *parameters), result_type(kernel.signature.results)


def llvm_declaration(kernel: Kernel) -> str:
    """The `declare` line of a kernel."""
    parameters, _ = llvm_signature(kernel)
    return f'declare {_bounded(kernel)} @"{llvm_name(kernel)}"({", ".join(parameters)}) {_attributes(kernel)}'


def _bounded(kernel: Kernel) -> str:
    """The result with what LLVM is to know of it where it sees a call alone: the range of an error code, say.

    That is all that callers can use: inline kernels are seen whole.
    """
    results = kernel.signature.results
    if kernel.inline or results != (I32,):
        return returned(kernel)
    values = _constants(kernel.definition.body)
    return returned(kernel) if values is None else f"range(i32 {min(values)}, {max(values) + 1}) i32"


def emit_kernel(kernel: Kernel) -> KernelText:
    """The IR of one kernel."""
    text = _Emitter(kernel).text()
    if kernel.reads:
        _check_reads(kernel, text.rest)
    return text


def _check_reads(kernel: Kernel, text: str) -> None:
    """Refuse a text that writes memory other than its own variables, or calls what may."""
    own = set(_VARIABLE.findall(text))
    for line in text.splitlines():
        stored = _STORE.search(line)
        if _WRITES.search(line) or (stored is not None and stored[1] not in own):
            raise KernelError(f"kernel {kernel.name} writes memory: {line.strip()}")
    for callee in kernel.definition.callees:
        if callee.inline:
            _check_reads(callee, callee.text.rest)
        elif not callee.reads:
            raise KernelError(f"kernel {kernel.name} calls {callee.name}, which may write memory")


_VARIABLE = re.compile(r'(%"[^"]+"|%\S+) = alloca ')
_STORE = re.compile(r'\bstore .*?, ptr (%"[^"]+"|[^,\s]+)')
_WRITES = re.compile(r"@llvm\.mem(?:set|cpy|move)|@clock_gettime|\b(?:atomicrmw|cmpxchg|fence) ")


def _attributes(kernel: Kernel) -> str:
    if kernel.inline:
        return "alwaysinline nounwind"
    if kernel.reads:
        return "nounwind memory(read)"
    return "cold noinline nounwind" if kernel.cold else "nounwind"


class _Emitter(ExpressionEmitter):
    """Emits the statements of one kernel."""

    def text(self) -> KernelText:
        signature = self.definition.signature
        counts = Counter(_assignments(self.definition.body))
        for name, value_type in signature.parameters:
            self.values[name] = f'%"p.{name}"'
            if counts[name]:
                self.make_slot(name, value_type)
        self.entry += [
            f'store {llvm_type(value_type)} {self.values[name]}, ptr %"l.{name}"'
            for name, value_type in signature.parameters
            if name in self.slots
        ]
        for name, value_type in self.definition.locals:
            if counts[name] > 1:
                self.make_slot(name, value_type)
        # LLVM does not look into an aggregate that comes from several returns, so several results come from one return.
        self.joins_returns = len(signature.results) > 1 and _returns(self.definition.body) > 1
        if self.joins_returns:
            for index, value_type in enumerate(signature.results):
                self.make_slot(_result_name(index), value_type)
        self._block(self.definition.body)
        if self.joins_returns:
            self._joined_return()
        elif self.open:
            self.terminate("ret void")
        parameters = "".join(f', {llvm_type(value_type)} %"p.{name}"' for name, value_type in signature.parameters)
        body = "\n  ".join(["entry:", *self.entry, *self.lines])
        name = llvm_name(self.kernel)
        head = f'{_bounded(self.kernel)} @"{name}"(ptr %base{parameters}) {_attributes(self.kernel)}'
        library = tuple(function for function in LIBRARY if f"@{function}(" in body)
        return KernelText(f"{head} {{\n{body}\n}}\n", tuple(self.tables.values()), library)

    # Statements

    def _block(self, block: Block) -> None:
        for statement in block:
            self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        match statement:
            case tree.Assign(name=name, type=value_type, value=value):
                self._assign(name, value_type, self.narrow(value, value_type))
            case tree.Unpack():
                self._unpack(statement)
            case tree.FieldWrite(struct=struct, field=field, value=value):
                text = self.narrow(value, field.type)
                if field.type is BOOL:
                    text = self.let(f"zext i1 {text} to i8")
                pointer = self.field_pointer(struct, field.offset)
                self.add(f"store {memory_type(field.type)} {text}, ptr {pointer}, align {field.size}{scope_of(field)}")
            case tree.Evaluate(call=call):
                self.call(call)
            case tree.If():
                self._if(statement)
            case tree.While(test=test, body=body):
                head, inside, end = self.new_label(), self.new_label(), self.new_label()
                self.goto(head)
                self.start(head)
                if test is None:
                    inside = head
                else:
                    self.branch(test, inside, end)
                    self.start(inside)
                self._loop_body(body, head, end)
                self.goto(head)
                self.start(end)
            case tree.ForRange():
                self._for(statement)
            case tree.Match():
                self._match(statement)
            case tree.Break():
                self.goto(self.loops[-1][1])
            case tree.Continue():
                self.goto(self.loops[-1][0])
            case tree.Return(values=values):
                self._return(values)
            case tree.Assert():
                pass
            case tree.Unreachable():
                self.terminate("unreachable")
            case _:
                assert_never(statement)

    def _assign(self, name: str, value_type: ValueType, operand: str) -> None:
        if name in self.slots:
            self.add(f'store {llvm_type(value_type)} {operand}, ptr %"l.{name}"')
        else:
            self.values[name] = operand

    def _unpack(self, statement: tree.Unpack) -> None:
        result = self.call(statement.call)
        aggregate = result_type(statement.call.types)
        for index, (name, target) in enumerate(statement.targets):
            part = self.let(f"extractvalue {aggregate} {result}, {index}")
            self._assign(name, target, self.resize(part, statement.call.types[index], target))

    def _return(self, values: tuple[Expression, ...]) -> None:
        results = self.definition.signature.results
        operands = [self.narrow(value, result) for value, result in zip(values, results, strict=True)]
        if self.joins_returns:
            for index, (operand, result) in enumerate(zip(operands, results, strict=True)):
                self._assign(_result_name(index), result, operand)
            self.goto(_RETURN)
        else:
            self._return_operands(operands)

    def _joined_return(self) -> None:
        self.start(_RETURN)
        if self.open:
            results = enumerate(self.definition.signature.results)
            self._return_operands(
                [self.let(f'load {llvm_type(result)}, ptr %"l.{_result_name(index)}"') for index, result in results]
            )

    def _return_operands(self, operands: list[str]) -> None:
        if not operands:
            self.terminate("ret void")
            return
        results = self.definition.signature.results
        whole = result_type(results)
        current = operands[0]
        if len(operands) > 1:
            current = "poison"
            for index, (operand, result) in enumerate(zip(operands, results, strict=True)):
                current = self.let(f"insertvalue {whole} {current}, {llvm_type(result)} {operand}, {index}")
        self.terminate(f"ret {whole} {current}")

    def _if(self, statement: tree.If) -> None:
        then, otherwise, end = self.new_label(), self.new_label(), self.new_label()
        self.branch(statement.test, then, otherwise if statement.otherwise else end)
        self.start(then)
        self._block(statement.then)
        self.goto(end)
        if statement.otherwise:
            self.start(otherwise)
            self._block(statement.otherwise)
            self.goto(end)
        self.start(end)

    def _loop_body(self, body: Block, on_continue: str, on_break: str) -> None:
        self.loops.append((on_continue, on_break))
        self._block(body)
        self.loops.pop()

    def _for(self, statement: tree.ForRange) -> None:
        """The counter is a slot of its own: as in Python, the body may assign the target without effect on the loop."""
        self.next += 1
        counter = f"%c{self.next}"
        self.entry.append(f"{counter} = alloca i64")
        start, stop = self.wide(statement.start), self.wide(statement.stop)
        head, inside, following, end = (self.new_label() for _ in range(4))
        step = statement.step
        self.add(f"store i64 {start}, ptr {counter}")
        self.goto(head)
        self.start(head)
        current = self.let(f"load i64, ptr {counter}")
        more = self.let(f"icmp {'slt' if step > 0 else 'sgt'} i64 {current}, {stop}")
        self.conditional_branch(more, inside, end)
        self.start(inside)
        self._assign(statement.name, I64, current)
        self._loop_body(statement.body, following, end)
        self.goto(following)
        self.start(following)
        if self.open:
            if abs(step) > 1:
                # Adding the step could pass the end of i64; the distance to the stop, unsigned, cannot.
                ends = (stop, current) if step > 0 else (current, stop)
                distance = self.let(f"sub i64 {ends[0]}, {ends[1]}")
                reached = self.let(f"icmp ule i64 {distance}, {abs(step)}")
                further = self.new_label()
                self.conditional_branch(reached, end, further)
                self.start(further)
            self.add(f"store i64 {self.let(f'add i64 {current}, {step}')}, ptr {counter}")
            self.goto(head)
        self.start(end)

    def _match(self, statement: tree.Match) -> None:
        subject = self.wide(statement.subject)
        default, end = self.new_label(), self.new_label()
        labels = [self.new_label() for _ in statement.arms]
        self.used.update((default, *labels))
        cases = " ".join(
            f"i64 {value}, label %{label}"
            for label, (values, _) in zip(labels, statement.arms, strict=True)
            for value in values
        )
        self.terminate(f"switch i64 {subject}, label %{default} [ {cases} ]")
        blocks = [block for _, block in statement.arms]
        for label, block in zip((*labels, default), (*blocks, statement.default), strict=True):
            self.start(label)
            self._block(block)
            self.goto(end)
        self.start(end)


def _result_name(index: int) -> str:
    """The local that holds a result; no local of a kernel's source is called so."""
    return f"result {index}"


def _returns(block: Block) -> int:
    """The number of returns in a block."""
    return sum(1 for statement in _statements(block) if isinstance(statement, tree.Return))


def _statements(block: Block) -> Iterator[Statement]:
    """All statements in a block, those in blocks inside of it included."""
    for statement in block:
        yield statement
        match statement:
            case tree.ForRange(body=body) | tree.While(body=body):
                yield from _statements(body)
            case tree.If(then=then, otherwise=otherwise):
                yield from _statements(then)
                yield from _statements(otherwise)
            case tree.Match(arms=arms, default=default):
                for _, arm in arms:
                    yield from _statements(arm)
                yield from _statements(default)
            case _:
                pass


def _constants(block: Block) -> set[int] | None:
    """The values that a kernel with one result returns; None when they are not all constants."""
    values: set[int] = set()
    pending = [statement.values[0] for statement in _statements(block) if isinstance(statement, tree.Return)]
    while pending:
        match pending.pop():
            case tree.Constant(value=int(value)):
                values.add(value)
            case tree.Conditional(then=then, otherwise=otherwise):
                pending += [then, otherwise]
            case tree.Convert(operand=operand):
                pending.append(operand)
            case _:
                return None
    return values or None


def _assignments(block: Block) -> list[str]:
    """The names assigned in a block, once for each place."""
    names: list[str] = []
    for statement in _statements(block):
        match statement:
            case tree.Assign(name=name) | tree.ForRange(name=name):
                names.append(name)
            case tree.Unpack(targets=targets):
                names.extend(name for name, _ in targets)
            case _:
                pass
    return names
