"""Which statements can come to their end."""

from __future__ import annotations

from typing import assert_never

from plait.frontend.check import typed


def completes(statement: typed.Statement) -> bool:
    """Whether execution may go on after the statement. Only a literal `true` counts as always true."""
    match statement:
        case typed.Declare() | typed.Evaluate() | typed.ForOf():
            return True
        case typed.Break() | typed.Continue() | typed.Return() | typed.Throw():
            return False
        case typed.Block(statements=statements):
            return all(map(completes, statements))
        case typed.If(then=then, otherwise=otherwise):
            return otherwise is None or completes(then) or completes(otherwise)
        case typed.Loop():
            return not is_endless(statement) or breaks(statement.body, statement.target)
        case typed.Switch(target=target, cases=cases, is_exhaustive=is_exhaustive):
            last = cases[-1].statements if cases else ()
            if any(breaks(inner, target) for case in cases for inner in case.statements):
                return True
            has_default = is_exhaustive or any(case.condition is None for case in cases)
            return not has_default or all(map(completes, last))
        case typed.Labeled(target=target, body=body):
            return completes(body) or breaks(body, target)
        case typed.Try(body=body, handler=handler, finalizer=finalizer):
            ends = completes(body) or (handler is not None and completes(handler))
            return ends and (finalizer is None or completes(finalizer))
    assert_never(statement)


def is_endless(loop: typed.Loop) -> bool:
    """Whether the loop's condition is never false."""
    match loop.condition:
        case None:
            return True
        case typed.Constant(value=value):
            return value is True
        case _:
            return False


def breaks(statement: typed.Statement, target: typed.JumpTarget) -> bool:
    """Whether a `break` inside leaves the target."""
    match statement:
        case typed.Break():
            return statement.target is target
        case typed.Declare() | typed.Evaluate() | typed.Continue() | typed.Return() | typed.Throw():
            return False
        case typed.Block(statements=statements):
            return any(breaks(inner, target) for inner in statements)
        case typed.If(then=then, otherwise=otherwise):
            return breaks(then, target) or (otherwise is not None and breaks(otherwise, target))
        case typed.Loop(body=body) | typed.ForOf(body=body) | typed.Labeled(body=body):
            return breaks(body, target)
        case typed.Switch(cases=cases):
            return any(breaks(inner, target) for case in cases for inner in case.statements)
        case typed.Try(body=body, handler=handler, finalizer=finalizer):
            blocks = [block for block in (body, handler, finalizer) if block is not None]
            return any(breaks(block, target) for block in blocks)
    assert_never(statement)
