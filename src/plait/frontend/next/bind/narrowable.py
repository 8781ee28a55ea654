"""Which expressions can be narrowed, and which tell something about others."""

from __future__ import annotations

from plait.frontend.next import syntax


def is_narrowable(node: object) -> bool:
    """Whether a reference can be narrowed: names, `this`, and properties and known elements of such."""
    while True:
        match node:
            case syntax.Identifier() | syntax.This() | syntax.Super() | syntax.MetaProperty():
                return True
            case syntax.PropertyAccess(object=inner) | syntax.NonNull(expression=inner):
                node = inner
            case (
                syntax.OptionalChain(expression=inner) | syntax.Sequence(right=inner) | syntax.Assignment(target=inner)
            ):
                node = inner
            case syntax.ElementAccess(object=inner, index=index):
                if not isinstance(index, syntax.StringLiteral | syntax.NumericLiteral) and not is_entity_name(index):
                    return False
                node = inner
            case syntax.As(expression=inner) | syntax.Satisfies(expression=inner) | syntax.AsConst(expression=inner):
                return False if not isinstance(inner, syntax.Identifier) else is_narrowable(inner)
            case _:
                return False


def is_entity_name(node: object) -> bool:
    """Whether an expression is `a.b.c`."""
    while isinstance(node, syntax.PropertyAccess):
        node = node.object
    return isinstance(node, syntax.Identifier | syntax.This)


def _contains_narrowable(node: object) -> bool:
    return is_narrowable(node) or (isinstance(node, syntax.OptionalChain) and _contains_narrowable(node.expression))


def is_narrowing(node: object) -> bool:
    """Whether it tells something about a reference that an expression is true or false."""
    match node:
        case (
            syntax.Identifier()
            | syntax.This()
            | syntax.PropertyAccess()
            | syntax.ElementAccess()
            | syntax.OptionalChain()
            | syntax.Call()
            | syntax.NonNull()
            | syntax.PrivateIn()
        ):
            return True
        case syntax.Unary(operator=operator, operand=operand):
            return operator in ("!", "typeof") and is_narrowing(operand)
        case syntax.Assignment(operator=operator, target=target):
            return operator in ("=", "||=", "&&=", "??=") and _contains_narrowable(target)
        case syntax.Binary(operator=operator, left=left, right=right):
            return _is_narrowing_binary(operator, left, right)
        case syntax.Sequence(right=right):
            return is_narrowing(right)
        case syntax.As(expression=inner) | syntax.Satisfies(expression=inner):
            return is_narrowing(inner)
        case _:
            return False


def _is_narrowing_binary(operator: str, left: object, right: object) -> bool:
    match operator:
        case "===" | "!==" | "==" | "!=":
            return _is_operand(left) or _is_operand(right) or isinstance(left, syntax.BooleanLiteral)
        case "instanceof":
            return _is_operand(left)
        case "in":
            return is_narrowing(right)
        case "&&" | "||" | "??":
            return True
        case _:
            return False


def _is_operand(node: object) -> bool:
    match node:
        case syntax.Unary(operator="typeof", operand=operand):
            return _is_operand(operand)
        case syntax.Assignment(operator="=", target=target):
            return _is_operand(target)
        case syntax.Sequence(right=right):
            return _is_operand(right)
        case syntax.As(expression=inner) | syntax.Satisfies(expression=inner):
            return _is_operand(inner)
        case _:
            return is_narrowing(node)
