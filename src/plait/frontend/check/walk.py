"""What is inside a statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from plait.frontend.check import typed
from plait.frontend.check.operands import operands


def expressions_of(statement: typed.Statement) -> tuple[typed.Expression | None, ...]:
    """The expressions directly inside a statement."""
    match statement:
        case typed.Declare(value=value) | typed.Return(value=value):
            return (value,)
        case typed.Evaluate(expression=expression):
            return (expression,)
        case typed.If(condition=condition):
            return (condition,)
        case typed.Loop(condition=condition, step=step):
            return condition, step
        case typed.ForOf(array=array):
            return (array,)
        case typed.Switch(subject=subject, cases=cases):
            return (subject, *(case.condition for case in cases))
        case typed.Throw(value=value):
            return (value,)
        case typed.Block() | typed.Labeled() | typed.Break() | typed.Continue() | typed.Try():
            return ()
    assert_never(statement)


def statements_of(statement: typed.Statement) -> tuple[typed.Statement | None, ...]:
    """The statements directly inside a statement."""
    match statement:
        case typed.Block(statements=statements):
            return statements
        case typed.If(then=then, otherwise=otherwise):
            return then, otherwise
        case typed.Loop(body=body) | typed.ForOf(body=body) | typed.Labeled(body=body):
            return (body,)
        case typed.Switch(cases=cases):
            return tuple(inner for case in cases for inner in case.statements)
        case typed.Try(body=body, handler=handler, finalizer=finalizer):
            return body, handler, finalizer
        case _:
            return ()


def walk(statement: typed.Statement) -> Iterator[typed.Statement | typed.Expression]:
    """A statement and all that is inside it, in no certain order; not the bodies of functions."""
    pending: list[typed.Statement | typed.Expression] = [statement]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, typed.Statement):
            pending.extend(inner for inner in statements_of(node) if inner is not None)
            pending.extend(inner for inner in expressions_of(node) if inner is not None)
        else:
            if isinstance(node, typed.Inline):
                pending.extend(node.statements)
            pending.extend(operands(node))
