"""From the syntax tree of a kernel to its typed tree: signature and statements.

Expressions are analysed in `analyse_expression.py`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from plait.kernel import tree
from plait.kernel.analyse_expression import ExpressionAnalyser, family, show
from plait.kernel.layout import ValueType
from plait.kernel.scope import Scope
from plait.kernel.sources import function_node
from plait.kernel.tree import Block, Definition, Signature, Statement
from plait.kernel.types import I64, Family, MachineType

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel


def signature_of(kernel: Kernel) -> Signature:
    """Parameters and results of a kernel."""
    node = function_node(kernel)
    scope = Scope(kernel)
    arguments = node.args
    if arguments.posonlyargs or arguments.vararg or arguments.kwonlyargs or arguments.kwarg or arguments.defaults:
        raise scope.error(node, f"kernel {kernel.name}: only plain parameters without defaults")
    parameters = []
    for argument in arguments.args:
        if argument.annotation is None:
            raise scope.error(argument, f"parameter {argument.arg} has no annotation")
        parameters.append((argument.arg, scope.value_type(argument.annotation)))
    if node.returns is None:
        raise scope.error(node, f"kernel {kernel.name}: the result has no annotation")
    return Signature(tuple(parameters), scope.result_types(node.returns))


def analyse(kernel: Kernel) -> Definition:
    """The typed tree of a kernel."""
    return _Analyser(kernel).definition()


class _Loop:
    """A loop around the statement being analysed: which locals are surely assigned at each of its breaks."""

    __slots__ = ("at_breaks",)

    def __init__(self) -> None:
        self.at_breaks: int | None = None


class _Analyser(ExpressionAnalyser):
    """Analyses the statements of one kernel.

    `self.assigned` is the set of locals that are surely assigned at this point, a bit each, or None when the point
    cannot be reached. Statements that cannot be reached are checked and dropped, so emitters never see any.
    """

    def __init__(self, kernel: Kernel) -> None:
        super().__init__(kernel, Scope(kernel))
        self._node = function_node(kernel)
        self._signature = kernel.signature
        self._loops: list[_Loop] = []

    def definition(self) -> Definition:
        for name in _assigned_names(self._node):
            self.local_names.add(name)
        for name, value_type in self._signature.parameters:
            self.local_names.add(name)
            self.declare(self._node, name, value_type)
            self.mark_assigned(name)
        body = self._block(self._node.body)
        if self.assigned is not None and self._signature.results:
            raise self.error(self._node, f"kernel {self.kernel.name} can end without returning a value")
        locals_ = tuple(self.locals.items())[len(self._signature.parameters) :]
        return Definition(
            self.kernel.name, self.kernel.file, self._signature, locals_, body, tuple(self.callees.values())
        )

    def _block(self, statements: list[ast.stmt]) -> Block:
        result: list[Statement] = []
        for node in statements:
            reached = self.assigned is not None
            statements_made = self._statement(node)
            if reached:
                result.extend(statements_made)
        return tuple(result)

    def _statement(self, node: ast.stmt) -> Block:
        """What one statement becomes: mostly one statement again."""
        match node:
            case ast.Expr(value=ast.Constant(value=str())) | ast.Pass():
                return ()
            case ast.AnnAssign():
                return self._annotated(node)
            case ast.Return():
                return self._return(node)
            case _:
                return (self._simple_statement(node),)

    def _simple_statement(self, node: ast.stmt) -> Statement:
        match node:
            case ast.Expr():
                return self._expression_statement(node)
            case ast.Assign(targets=[target]):
                return self._assign(node, target, node.value)
            case ast.AugAssign():
                return self._augmented(node)
            case ast.If():
                return self._if(node)
            case ast.While():
                return self._while(node)
            case ast.For():
                return self._for(node)
            case ast.Match():
                return self._match(node)
            case ast.Break() if self._loops:
                self._break()
                return tree.Break()
            case ast.Continue() if self._loops:
                self.assigned = None
                return tree.Continue()
            case ast.Assert():
                message = node.msg.value if isinstance(node.msg, ast.Constant) else ast.unparse(node.test)
                return tree.Assert(self.condition(node.test), str(message), node.lineno)
            case _:
                raise self.error(node, f"{type(node).__name__} is not supported in a kernel")

    def _expression_statement(self, node: ast.Expr) -> Statement:
        value = node.value
        message = self.unreachable_message(value)
        if message is not None:
            self.assigned = None
            return tree.Unreachable(message, node.lineno)
        call = self.call(value) if isinstance(value, ast.Call) else None
        if not isinstance(call, tree.IntrinsicCall | tree.KernelCall):
            raise self.error(node, "an expression as a statement must be a call")
        return tree.Evaluate(call)

    # Assignments

    def _assign(self, node: ast.stmt, target: ast.expr, value: ast.expr) -> Statement:
        match target:
            case ast.Name(id=name):
                return self._assign_local(node, name, self.expression(value))
            case ast.Tuple(elts=elements):
                return self._unpack(node, elements, value)
            case ast.Attribute():
                new = self.expression(value)
                return self._write_field(node, target, new)
            case _:
                raise self.error(target, "only locals and struct attributes can be assigned")

    def _assign_local(self, node: ast.AST, name: str, value: tree.Expression) -> Statement:
        value_type = self.locals.get(name)
        if value_type is None:
            value_type = _local_type(value.type)
            self.declare(node, name, value_type)
        converted = self.convert(node, value, value_type)
        self.mark_assigned(name)
        return tree.Assign(name, value_type, converted)

    def _write_field(self, node: ast.AST, target: ast.Attribute, value: tree.Expression) -> Statement:
        struct = self.expression(target.value)
        field = self.field(target, struct)
        return tree.FieldWrite(struct, field, self.convert(node, value, field.type), target.lineno)

    def _annotated(self, node: ast.AnnAssign) -> Block:
        if not isinstance(node.target, ast.Name):
            raise self.error(node, "only a local can be annotated")
        self.declare(node, node.target.id, self.scope.value_type(node.annotation))
        return () if node.value is None else (self._assign(node, node.target, node.value),)

    def _augmented(self, node: ast.AugAssign) -> Statement:
        match node.target:
            case ast.Name(id=name):
                value = self.binary(node, node.op, self.local(node.target, name), self.expression(node.value))
                return self._assign_local(node, name, value)
            case ast.Attribute() as target:
                struct = self.expression(target.value)
                if not _is_repeatable(struct):
                    raise self.error(target, "the struct of an augmented assignment must be a local or an attribute")
                field = self.field(target, struct)
                current = tree.FieldRead(struct, field, field.type, target.lineno)
                value = self.binary(node, node.op, current, self.expression(node.value))
                return tree.FieldWrite(struct, field, self.convert(node, value, field.type), target.lineno)
            case _:
                raise self.error(node, "only locals and struct attributes can be assigned")

    def _unpack(self, node: ast.stmt, elements: list[ast.expr], value: ast.expr) -> Statement:
        call = self.call(value) if isinstance(value, ast.Call) else None
        if not isinstance(call, tree.IntrinsicCall | tree.KernelCall) or len(call.types) < 2:
            raise self.error(node, "only the results of a call can be assigned to several targets")
        if len(elements) != len(call.types):
            raise self.error(node, f"{len(call.types)} results for {len(elements)} targets")
        targets = []
        for element, result in zip(elements, call.types, strict=True):
            if not isinstance(element, ast.Name):
                raise self.error(element, "results can be assigned to locals only")
            name = element.id
            value_type = self.locals.get(name)
            if value_type is None:
                value_type = _local_type(result)
                self.declare(node, name, value_type)
            if family(value_type) is not family(result):
                raise self.error(element, f"{name} is {show(value_type)}, the result is {show(result)}")
            self.mark_assigned(name)
            targets.append((name, value_type))
        if len({name for name, _ in targets}) != len(targets):
            raise self.error(node, "two targets of one assignment are the same")
        return tree.Unpack(tuple(targets), call, node.lineno)

    def _return(self, node: ast.Return) -> Block:
        results = self._signature.results
        if len(results) > 1 and isinstance(node.value, ast.Call):
            return self._return_results(node, node.value)
        values = []
        if isinstance(node.value, ast.Tuple):
            values = node.value.elts
        elif node.value is not None:
            values = [node.value]
        if len(values) != len(results):
            raise self.error(node, f"{len(values)} values are returned, the kernel has {len(results)} results")
        converted = tuple(
            self.convert(value, self.expression(value), result) for value, result in zip(values, results, strict=True)
        )
        self.assigned = None
        return (tree.Return(converted),)

    def _return_results(self, node: ast.Return, value: ast.Call) -> Block:
        """`return f(...)` where `f` has several results: they are unpacked into locals of their own."""
        call = self.call(value)
        results = self._signature.results
        if not isinstance(call, tree.IntrinsicCall | tree.KernelCall) or len(call.types) != len(results):
            raise self.error(node, f"the kernel has {len(results)} results, this call has not")
        targets = []
        for source, result in zip(call.types, results, strict=True):
            if family(source) is not family(result):
                raise self.error(node, f"{show(result)} is needed, this is {show(source)}")
            targets.append((self.declare_hidden(result), result))
        self.assigned = None
        returned = tree.Return(tuple(tree.Local(name, result) for name, result in targets))
        return tree.Unpack(tuple(targets), call, node.lineno), returned

    # Control flow

    def _if(self, node: ast.If) -> Statement:
        test = self.condition(node.test)
        before = self.assigned
        then = self._block(node.body)
        after_then, self.assigned = self.assigned, before
        otherwise = self._block(node.orelse)
        self.assigned = _join(after_then, self.assigned)
        return tree.If(test, then, otherwise)

    def _while(self, node: ast.While) -> Statement:
        if node.orelse:
            raise self.error(node, "a loop cannot have an else")
        test: tree.Expression | None = self.condition(node.test)
        if isinstance(test, tree.Constant) and test.value is True:
            test = None
        before = self.assigned
        loop, body = self._loop_body(node.body)
        self.assigned = loop.at_breaks if test is None else _join(before, loop.at_breaks)
        return tree.While(test, body)

    def _loop_body(self, statements: list[ast.stmt]) -> tuple[_Loop, Block]:
        loop = _Loop()
        self._loops.append(loop)
        body = self._block(statements)
        self._loops.pop()
        return loop, body

    def _break(self) -> None:
        loop = self._loops[-1]
        loop.at_breaks = _join(loop.at_breaks, self.assigned)
        self.assigned = None

    def _for(self, node: ast.For) -> Statement:
        if node.orelse:
            raise self.error(node, "a loop cannot have an else")
        call = node.iter
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "range"):
            raise self.error(node, "a kernel can loop over range(...) only")
        if not isinstance(node.target, ast.Name):
            raise self.error(node.target, "the target of a loop must be a name")
        if call.keywords or not 1 <= len(call.args) <= 3:
            raise self.error(call, "range takes one to three arguments")
        arguments = [self.convert(item, self.integer(item), I64) for item in call.args]
        step = 1
        if len(arguments) == 3:
            last = arguments[2]
            if not isinstance(last, tree.Constant) or not isinstance(last.value, int) or last.value == 0:
                raise self.error(call.args[2], "the step of a range must be a constant other than zero")
            step = last.value
        start = arguments[0] if len(arguments) > 1 else tree.Constant(0, I64)
        stop = arguments[1] if len(arguments) > 1 else arguments[0]
        name = node.target.id
        if self.locals.get(name) is None:
            self.declare(node, name, I64)
        elif self.locals[name] is not I64:
            raise self.error(node, f"{name} is {show(self.locals[name])}; the target of a loop is i64")
        before = self.assigned
        self.mark_assigned(name)
        loop, body = self._loop_body(node.body)
        self.assigned = _join(before, loop.at_breaks)
        return tree.ForRange(name, start, stop, step, body)

    def _match(self, node: ast.Match) -> Statement:
        subject = self.convert(node.subject, self.integer(node.subject), I64)
        before = self.assigned
        after: int | None = None
        seen: set[int] = set()
        arms: list[tuple[tuple[int, ...], Block]] = []
        default: Block | None = None
        for case in node.cases:
            if case.guard is not None:
                raise self.error(case.pattern, "a case cannot have a condition")
            if default is not None:
                raise self.error(case.pattern, "no case may follow `case _`")
            self.assigned = before
            if isinstance(case.pattern, ast.MatchAs) and case.pattern.name is None:
                default = self._block(case.body)
            else:
                values = self._patterns(case.pattern)
                for value in values:
                    if value in seen:
                        raise self.error(case.pattern, f"{value} is matched twice")
                    seen.add(value)
                arms.append((tuple(values), self._block(case.body)))
            after = _join(after, self.assigned)
        self.assigned = after if default is not None else _join(after, before)
        return tree.Match(subject, tuple(arms), default or ())

    def _patterns(self, pattern: ast.pattern) -> list[int]:
        match pattern:
            case ast.MatchOr(patterns=patterns):
                return [value for item in patterns for value in self._patterns(item)]
            case ast.MatchValue(value=node):
                value = self.expression(node)
                if isinstance(value, tree.Constant) and value.type is I64 and isinstance(value.value, int):
                    return [value.value]
        raise self.error(pattern, "a pattern must be an integer constant, several of them with |, or _")


def _join(first: int | None, second: int | None) -> int | None:
    """What is surely assigned where two paths meet."""
    if first is None:
        return second
    return first if second is None else first & second


def _assigned_names(function: ast.FunctionDef) -> list[str]:
    return [node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


def _local_type(value_type: ValueType) -> ValueType:
    """The type of a local that is first assigned a value of this type."""
    if isinstance(value_type, MachineType) and value_type.family is Family.INTEGER:
        return I64
    return value_type


def _is_repeatable(expression: tree.Expression) -> bool:
    """Whether an expression can be evaluated twice: it has no effect and yields the same."""
    match expression:
        case tree.Local() | tree.Constant():
            return True
        case tree.FieldRead(struct=struct):
            return _is_repeatable(struct)
        case _:
            return False
