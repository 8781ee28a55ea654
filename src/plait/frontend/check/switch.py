"""`switch`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, Scope
from plait.frontend.check.declarations import declare_names
from plait.frontend.check.equality import check_equality
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.flow import State, join
from plait.frontend.check.narrowing import outcomes
from plait.frontend.check.types import BOOLEAN, INVALID, NEVER, EnumOf, has_invalid
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator

CheckStatement = Callable[[Context, syntax.Statement], typed.Statement]


def check_switch(context: Context, node: syntax.Switch, check_statement: CheckStatement) -> typed.Statement:
    """A `switch`: its cases are tried in order, wherever `default` stands."""
    flow = context.flow
    subject = context.value(check_expression(context, node.subject))
    value = typed.OldValue(subject.span, subject.type)
    target = typed.JumpTarget(is_loop=False)
    scope = Scope(context.scope, context.function.index)
    declare_names(context, scope, tuple(statement for case in node.cases for statement in case.statements))
    inner = replace(context, scope=scope, jumps=replace(context.jumps, unlabeled_break=target))
    tests, entries, otherwise = _tests(inner, node, subject, value)
    cases: list[typed.Case] = []
    flow.state = None
    for case, test, entry in zip(node.cases, tests, entries, strict=True):
        flow.state = join(flow.state, otherwise if case.test is None else entry)
        statements = tuple(check_statement(inner, statement) for statement in case.statements)
        cases.append(typed.Case(case.span, test, statements))
    is_exhaustive = _is_exhaustive(subject, tests)
    if all(case.test is not None for case in node.cases) and not is_exhaustive:
        flow.state = join(flow.state, otherwise)
    flow.arrive(target, is_break=True)
    return typed.Switch(node.span, target, subject, value, tuple(cases), is_exhaustive)


def _is_exhaustive(subject: typed.Expression, tests: list[typed.Expression | None]) -> bool:
    """Whether the cases name all members of an enum."""
    if not isinstance(subject.type, EnumOf) or None in tests:
        return False
    named = {
        test.right.value for test in tests if isinstance(test, typed.Compare) and isinstance(test.right, typed.Constant)
    }
    return named >= set(subject.type.info.members.values())


def _tests(
    context: Context, node: syntax.Switch, subject: typed.Expression, value: typed.OldValue
) -> tuple[list[typed.Expression | None], list[State], State]:
    """The condition of each case and the state behind it; the state when none is true."""
    flow = context.flow
    tests: list[typed.Expression | None] = []
    entries: list[State] = []
    defaults = 0
    for case in node.cases:
        if case.test is None:
            defaults += 1
            if defaults == 2:
                context.report(Code.SYNTAX, case.span, "a switch has one `default`", "leave one of them out")
            tests.append(None)
            entries.append(None)
            continue
        wanted = context.value(check_expression(context, case.test, subject.type))
        if has_invalid(wanted.type) or has_invalid(subject.type):
            tests.append(typed.Invalid(case.span, INVALID))
            entries.append(flow.state)
            continue
        if subject.type is NEVER:
            tests.append(typed.Constant(case.span, BOOLEAN, False))
            entries.append(flow.state)
            continue
        test = check_equality(context, case.test.span, BinaryOperator.EQUAL, value, wanted, is_case=True)
        tests.append(test)
        # What the cases tell, they tell of the subject.
        about = _about(test, subject)
        when_true, when_false = outcomes(flow.state, about)
        entries.append(when_true)
        flow.state = when_false
    return tests, entries, flow.state


def _about(test: typed.Expression, subject: typed.Expression) -> typed.Expression:
    match test:
        case typed.IsNothing():
            return replace(test, operand=subject)
        case typed.Compare():
            return replace(test, left=subject)
        case _:
            return test
