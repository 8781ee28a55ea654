"""From the typed tree to checked Python source.

In the generated text the names of locals stay; everything else begins with two underscores, which locals may not:
`__memory`, the views (`__view_i32`), temporaries (`__t0`), kernels and tables. Checks stand in line, because a call
costs more than they do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from plait.kernel import tree
from plait.kernel.intrinsic import Intrinsic
from plait.kernel.kernel import Kernel
from plait.kernel.layout import ConstantTable, ValueType
from plait.kernel.python_templates import template_of
from plait.kernel.tree import Block, Definition, Expression, Statement
from plait.kernel.types import BOOL, MachineType

_LONGEST_CHAIN = 4
"""A `match` with more arms becomes a search in a dictionary and a tree of comparisons."""


@dataclass(frozen=True, slots=True)
class GlobalNames:
    """Gives the objects that a kernel refers to their names in the namespace of the reference."""

    kernel: Callable[[Kernel], str]
    table: Callable[[ConstantTable[int] | ConstantTable[float]], str]
    arms: Callable[[dict[int, int]], str]
    intrinsic: Callable[[Intrinsic], str]


def emit_python(definition: Definition, function_name: str, names: GlobalNames) -> str:
    """The source of one Python function `function_name(__memory, ...)`."""
    return _Emitter(definition, names).function(function_name)


class _Emitter:
    def __init__(self, definition: Definition, names: GlobalNames) -> None:
        self._definition = definition
        self._names = names
        self._lines: list[str] = []
        self._indent = " "
        self._temporaries = 0
        self._loops = False

    def function(self, name: str) -> str:
        self._block(self._definition.body)
        parameters = ", ".join(["__memory", *(p for p, _ in self._definition.signature.parameters)])
        body = "\n".join(self._lines)
        prologue = []
        for attribute in sorted(set(re.findall(r"\b__(lowest|view_\w+)\b", body))):
            # A local costs a store; it pays when the attribute is read more than once.
            if self._loops or len(re.findall(rf"\b__{attribute}\b", body)) > 1:
                prologue.append(f" __{attribute} = __memory.{attribute}\n")
            else:
                body = re.sub(rf"\b__{attribute}\b", f"__memory.{attribute}", body)
        return f"def {name}({parameters}):\n{''.join(prologue)}{body}\n"

    # Text

    def _line(self, text: str) -> None:
        self._lines.append(self._indent + text)

    def _temporary(self) -> str:
        self._temporaries += 1
        return f"__t{self._temporaries - 1}"

    def _site(self, line: int) -> str:
        return repr(f"{self._definition.file}:{line}")

    def _in_local(self, text: str) -> str:
        """A name or number for a value, assigned in a line of its own if needed."""
        if _is_simple(text):
            return text
        temporary = self._temporary()
        self._line(f"{temporary} = {text}")
        return temporary

    # Statements

    def _block(self, block: Block) -> None:
        if not block:
            self._line("pass")
        for statement in block:
            self._temporaries = 0
            self._statement(statement)

    def _nested(self, header: str, block: Block) -> None:
        self._line(header)
        self._indent += " "
        self._block(block)
        self._indent = self._indent[1:]

    def _statement(self, statement: Statement) -> None:
        match statement:
            case tree.Assign(name=name, value=value):
                self._line(f"{name} = {self._expression(value)}")
            case tree.Unpack():
                self._unpack(statement)
            case tree.FieldWrite(struct=struct, field=field, value=value, line=line):
                text = self._in_local(self._expression(value))
                self._store(self._field_offset(struct, field.offset), text, field.type, line)
            case tree.Evaluate(call=call):
                self._evaluate(call)
            case tree.If():
                self._if(statement)
            case tree.While(test=test, body=body):
                self._loops = True
                self._nested(f"while {'True' if test is None else self._expression(test)}:", body)
            case tree.ForRange():
                self._for(statement)
            case tree.Match():
                self._match(statement)
            case tree.Break():
                self._line("break")
            case tree.Continue():
                self._line("continue")
            case tree.Return(values=values):
                self._line(f"return {', '.join(map(self._expression, values))}")
            case tree.Assert(test=test, message=message, line=line):
                self._line(f"if not {self._expression(test)}: __assertion_failed({message!r}, {self._site(line)})")
            case tree.Unreachable(message=message, line=line):
                self._line(f"__unreachable_reached({message!r}, {self._site(line)})")
            case _:
                assert_never(statement)

    def _unpack(self, statement: tree.Unpack) -> None:
        names = ", ".join(name for name, _ in statement.targets)
        self._line(f"{names} = {self._call(statement.call)}")
        for (name, target), source in zip(statement.targets, statement.call.types, strict=True):
            span, limits = tree.type_bounds(source), tree.type_bounds(target)
            condition = _within(name, span, limits)
            if condition is not None and isinstance(target, MachineType):
                self._line(f"if not {condition}: __range_failed({name}, {target.name!r}, {self._site(statement.line)})")

    def _evaluate(self, call: tree.Call) -> None:
        if isinstance(call, tree.IntrinsicCall) and call.intrinsic.accessed is not None and not call.types:
            offset = self._in_local(self._expression(call.arguments[0]))
            value = self._in_local(self._expression(call.arguments[1]))
            self._store(offset, value, call.intrinsic.accessed, call.line)
        else:
            self._line(self._call(call))

    def _store(self, offset: str, value: str, stored: ValueType, line: int) -> None:
        name = self._in_local(offset)
        view, size = _view_and_size(stored)
        self._line(f"if not {_accessible(name, name, size)}: __access_failed({name}, {size}, {self._site(line)})")
        self._line(f"__{view}[{_index(name, size)}] = {value}")

    def _if(self, statement: tree.If) -> None:
        keyword = "if"
        while True:
            self._nested(f"{keyword} {self._expression(statement.test)}:", statement.then)
            match statement.otherwise:
                case ():
                    return
                case (tree.If() as inner,):
                    statement = inner
                    keyword = "elif"
                case block:
                    self._nested("else:", block)
                    return

    def _for(self, statement: tree.ForRange) -> None:
        self._loops = True
        arguments = [self._expression(statement.stop)]
        if statement.step != 1 or statement.start != tree.Constant(0, statement.start.type):
            arguments.insert(0, self._expression(statement.start))
        if statement.step != 1:
            arguments.append(str(statement.step))
        self._nested(f"for {statement.name} in __range({', '.join(arguments)}):", statement.body)

    def _match(self, statement: tree.Match) -> None:
        subject = self._expression(statement.subject)
        if len(statement.arms) > _LONGEST_CHAIN:
            table = {value: number for number, (values, _) in enumerate(statement.arms) for value in values}
            self._line(f"__arm = {self._names.arms(table)}({subject}, -1)")
            self._nested("if __arm < 0:", statement.default)
            self._line("else:")
            self._indent += " "
            self._search([block for _, block in statement.arms], 0)
            self._indent = self._indent[1:]
            return
        # An arm may contain another match, but the subject is not looked at any more once an arm is chosen.
        self._line(f"__subject = {subject}")
        keyword = "if"
        for values, block in statement.arms:
            condition = f"== {values[0]}" if len(values) == 1 else f"in {values}"
            self._nested(f"{keyword} __subject {condition}:", block)
            keyword = "elif"
        if statement.default and statement.arms:
            self._nested("else:", statement.default)
        elif statement.default:
            self._block(statement.default)

    def _search(self, blocks: list[Block], first: int) -> None:
        """The arms numbered from `first` on, found by halving."""
        if len(blocks) == 1:
            self._block(blocks[0])
            return
        half = len(blocks) // 2
        for header, part, start in (
            (f"if __arm < {first + half}:", blocks[:half], first),
            ("else:", blocks[half:], first + half),
        ):
            self._line(header)
            self._indent += " "
            self._search(part, start)
            self._indent = self._indent[1:]

    # Expressions: every text is a name, a number, or enclosed in brackets

    def _expression(self, expression: Expression) -> str:
        match expression:
            case tree.Constant(value=value):
                return _constant(value)
            case tree.Local(name=name):
                return name
            case tree.Binary():
                return self._binary(expression)
            case tree.Unary(operator=sign, operand=operand):
                return f"({sign}{self._expression(operand)})"
            case tree.Compare() | tree.Logic():
                left, right = self._expression(expression.left), self._expression(expression.right)
                return f"({left} {expression.operator} {right})"
            case tree.Not(operand=operand):
                return f"(not {self._expression(operand)})"
            case tree.Conditional(test=test, then=then, otherwise=otherwise):
                texts = (self._expression(then), self._expression(test), self._expression(otherwise))
                return "({} if {} else {})".format(*texts)
            case tree.MinMax(name=name):
                first, second = self._expression(expression.left), self._expression(expression.right)
                if _is_simple(first) and _is_simple(second):
                    return f"({first} if {first} {'<' if name == 'min' else '>'} {second} else {second})"
                return f"__{name}({first}, {second})"
            case tree.FieldRead(struct=struct, field=field, line=line):
                return self._load(self._field_offset(struct, field.offset), field.type, line)
            case tree.Convert():
                return self._convert(expression)
            case tree.Address(operand=operand):
                return self._expression(operand)
            case tree.TableRead():
                return self._table_read(expression)
            case tree.IntrinsicCall() | tree.KernelCall():
                return self._call(expression)
            case _:
                assert_never(expression)

    def _binary(self, expression: tree.Binary) -> str:
        left, right = self._expression(expression.left), self._expression(expression.right)
        if expression.operator != "/":
            return f"({left} {expression.operator} {right})"
        if isinstance(expression.right, tree.Constant) and expression.right.value:
            return f"({left} / {right})"
        if _is_simple(left) and _is_simple(right):
            return f"({left} / {right} if {right} else __divide_f64({left}, {right}))"
        return f"__divide_f64({left}, {right})"

    def _convert(self, expression: tree.Convert) -> str:
        text = self._expression(expression.operand)
        name, first = self._named(text)
        condition = _within(first, tree.bounds(expression.operand), tree.type_bounds(expression.type))
        if condition is None:
            return text
        shown = expression.type.name if isinstance(expression.type, MachineType) else "u32"
        return f"({name} if {condition} else __range_failed({name}, {shown!r}, {self._site(expression.line)}))"

    def _named(self, text: str) -> tuple[str, str]:
        """A name for a value, and what has to stand where it is first read."""
        if _is_simple(text):
            return text, text
        temporary = self._temporary()
        return temporary, f"({temporary} := {text})"

    def _field_offset(self, struct: Expression, offset: int) -> str:
        if isinstance(struct, tree.Constant) and isinstance(struct.value, int):
            return str(struct.value + offset)
        text = self._expression(struct)
        return f"({text} + {offset})" if offset else text

    def _load(self, offset: str, loaded: ValueType, line: int) -> str:
        view, size = _view_and_size(loaded)
        name, first = self._named(offset)
        failure = f"__outside_load({name}, {size}, {self._site(line)})"
        read = f"(__{view}[{_index(name, size)}] if {_accessible(name, first, size)} else {failure})"
        return f"({read} != 0)" if loaded is BOOL else read

    def _table_read(self, expression: tree.TableRead) -> str:
        table = self._names.table(expression.table)
        length = len(expression.table)
        name, first = self._named(self._expression(expression.index))
        condition = _within(first, tree.bounds(expression.index), (0, length - 1))
        if condition is None:
            return f"{table}[{first}]"
        return f"({table}[{name}] if {condition} else __index_failed({name}, {length}, {self._site(expression.line)}))"

    def _call(self, call: tree.Call) -> str:
        if isinstance(call, tree.KernelCall):
            arguments = ", ".join(["__memory", *map(self._expression, call.arguments)])
            return f"{self._names.kernel(call.kernel)}({arguments})"
        intrinsic = call.intrinsic
        if intrinsic.accessed is not None:
            return self._load(self._expression(call.arguments[0]), intrinsic.accessed, call.line)
        texts = [self._expression(argument) for argument in call.arguments]
        if intrinsic.memory:
            return f"__memory.{intrinsic.name}({', '.join(texts)})"
        template = template_of(intrinsic)
        if template is not None and all(_is_simple(texts[number]) for number in template.repeated):
            return template.text.format(*texts)
        return f"{self._names.intrinsic(intrinsic)}({', '.join(texts)})"


def _is_simple(text: str) -> bool:
    """Whether a text is a name or a number, so that it can be repeated."""
    return text.isidentifier() or text.isdigit()


def _constant(value: float) -> str:
    if isinstance(value, float):
        if value != value:
            return "__nan"
        if value in (float("inf"), float("-inf")):
            return "__inf" if value > 0 else "(-__inf)"
    text = repr(value)
    return f"({text})" if text.startswith("-") else text


def _within(text: str, span: tuple[int, int], limits: tuple[int, int]) -> str | None:
    """The condition that a value is within the limits; None when its bounds say so already."""
    low, high = limits[0] > span[0], limits[1] < span[1]
    if low and high:
        return f"{limits[0]} <= {text} <= {limits[1]}"
    if low:
        return f"{limits[0]} <= {text}"
    return f"{text} <= {limits[1]}" if high else None


def _view_and_size(value_type: ValueType) -> tuple[str, int]:
    return (value_type.view, value_type.size) if isinstance(value_type, MachineType) else ("view_u32", 4)


def _accessible(name: str, first: str, size: int) -> str:
    """The condition that `size` bytes may be accessed at an offset; `first` is the text of its first occurrence."""
    inside = f"__lowest <= {first} <= __memory.limit - {size}"
    if name.isdigit() and int(name) % size == 0:
        return f"({inside})"
    return f"({inside} and not {name} & {size - 1})" if size > 1 else f"({inside})"


def _index(name: str, size: int) -> str:
    if name.isdigit():
        return str(int(name) // size)
    return f"{name} >> {size.bit_length() - 1}" if size > 1 else name
