"""Operators and what is made of them: unary, binary, assignment, conditional."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.access import checked_present, target_type
from plait.frontend.next.check.assignability import fits, require
from plait.frontend.next.check.filters import absent, falsy, present, truthy
from plait.frontend.next.check.names import is_unknown_name
from plait.frontend.next.check.patterns import wanted_by_pattern
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import check_truth, subtype_union
from plait.frontend.next.types.callables import calls_of
from plait.frontend.next.types.display import show
from plait.frontend.next.types.lookup import base_constraint
from plait.frontend.next.types.model import (
    ANY_LIKE,
    BIGINT_LIKE,
    INSTANTIABLE,
    NULLISH,
    NUMBER_LIKE,
    PRIMITIVE,
    STRING_LIKE,
    SYMBOL_LIKE,
    F,
    Intersection,
    Literal,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_assignable, is_comparable
from plait.frontend.next.types.unions import constituents_of, union
from plait.frontend.next.types.widening import base_of_literal, regular

_ARITHMETIC: Final = frozenset({"-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"})
_RELATIONS: Final = frozenset({"<", ">", "<=", ">="})
_EQUALITY: Final = frozenset({"===", "!==", "==", "!="})


def _all(c: State, type: Type, flags: int) -> bool:
    """Whether all constituents are of these kinds."""
    return all(_is_kind(item, flags) for item in constituents_of(_known(c, type)))


def _is_kind(type: Type, flags: int) -> bool:
    """Whether values of a type that is no union are of these kinds; those of an intersection are what any part is."""
    if isinstance(type, Intersection):
        return any(part.flags & flags for part in type.constituents)
    return bool(type.flags & flags)


def unary(c: State, node: syntax.Unary) -> Type:
    """`-x !x typeof x void x delete x`."""
    store = c.store
    if node.operator in ("+", "-") and isinstance(node.operand, syntax.NumericLiteral):
        value = node.operand.value
        c.expression(node.operand)
        return store.number_literal(-value if node.operator == "-" else value).fresh
    if node.operator == "-" and isinstance(node.operand, syntax.BigIntLiteral):
        return store.literal(-node.operand.value).fresh
    if node.operator == "typeof" and isinstance(node.operand, syntax.Identifier) and is_unknown_name(c, node.operand):
        return typeof_result(c)
    type = c.expression(node.operand)
    match node.operator:
        case "!":
            check_truth(c, type, node.operand)
            if truthy(c, type).flags & F.NEVER and not type.flags & F.NEVER:
                return store.true
            return store.false if falsy(c, type).flags & F.NEVER and not type.flags & F.NEVER else store.boolean
        case "typeof":
            return typeof_result(c)
        case "void":
            return store.undefined
        case "delete":
            _check_delete(c, node, type)
            return store.boolean
        case "+":
            if _has(type, SYMBOL_LIKE) or _has(type, BIGINT_LIKE):
                c.report(Code.OPERAND_TYPES, node, f"unary `+` takes no `{show(store, type)}`")
            else:
                checked_present_operand(c, type, node.operand)
            return store.number
        case _:
            type = checked_present_operand(c, type, node.operand)
            if type.flags & F.INTEGER:
                return type
            if _has(type, SYMBOL_LIKE):
                c.report(Code.OPERAND_TYPES, node, f"`{node.operator}` takes no `{show(store, type)}`")
            if _has(type, BIGINT_LIKE):
                return store.bigint if _all(c, type, BIGINT_LIKE) else union(store, (store.number, store.bigint))
            return store.number


def _has(type: Type, flags: int) -> bool:
    return any(_is_kind(item, flags) for item in constituents_of(type))


def checked_present_operand(c: State, type: Type, node: Any) -> Type:
    """An operand that cannot be null or undefined."""
    return checked_present(c, type, node, False)


def _check_delete(c: State, node: syntax.Unary, type: Type) -> None:
    operand: Any = node.operand
    if isinstance(operand, syntax.OptionalChain):
        operand = operand.expression
    if not isinstance(operand, syntax.PropertyAccess | syntax.ElementAccess):
        c.report(Code.OPERAND_TYPES, node, "`delete` takes a property")
        return
    property = c.properties.get(operand)
    if property is None:
        return
    if property.is_readonly:
        c.report(Code.READONLY, node, f"`{property.key}` is read-only and cannot be deleted")
    elif not property.is_optional and not _has(type, F.UNDEFINED | ANY_LIKE | F.UNKNOWN | F.NEVER | INSTANTIABLE):
        c.report(Code.OPERAND_TYPES, operand, f"`{property.key}` is not optional and cannot be deleted")


def update(c: State, node: syntax.Update) -> Type:
    """`x++`."""
    type = c.expression(node.operand)
    target_type(c, node.operand)
    type = checked_present_operand(c, type, node.operand)
    if type.flags & ANY_LIKE:
        return c.store.number
    if _all(c, type, BIGINT_LIKE) and constituents_of(type):
        return c.store.long if type.flags & F.INTEGER else c.store.bigint
    if not _all(c, type, NUMBER_LIKE | ANY_LIKE | BIGINT_LIKE):
        c.report(Code.OPERAND_TYPES, node.operand, f"`{node.operator}` takes a number, not `{show(c.store, type)}`")
    return c.store.int if type.flags & F.INTEGER else c.store.number


def binary(c: State, node: syntax.Binary, wanted: Wanted | None) -> Type:
    """An operator between two expressions. Chains of one operator are as deep as they are long."""
    match node.operator:
        case "&&" | "||" | "??":
            return _logical(c, node, wanted)
        case _:
            left = c.expression(node.left)
            right = c.expression(node.right)
            return apply(c, node, node.operator, left, right, node.left, node.right)


def apply(c: State, node: Any, operator: str, left: Type, right: Type, left_node: Any, right_node: Any) -> Type:
    """The type of an operation on two types."""
    store = c.store
    if operator == "+":
        return _add(c, node, left, right, left_node, right_node)
    if operator in _ARITHMETIC:
        return _arithmetic(c, node, operator, left, right, left_node, right_node)
    if operator in _RELATIONS:
        left = checked_present_operand(c, left, left_node)
        right = checked_present_operand(c, right, right_node)
        if not _are_ordered(c, left, right):
            _no_operands(c, node, operator, left, right)
        return store.boolean
    if operator in _EQUALITY:
        _check_equality(c, node, operator, left, right)
        return store.boolean
    if operator == "instanceof":
        if not left.flags & (ANY_LIKE | F.UNKNOWN) and _all(c, left, PRIMITIVE) and not left.flags & F.NEVER:
            c.report(Code.OPERAND_TYPES, left_node, f"a primitive `{show(store, left)}` is an instance of nothing")
        if (
            not right.flags & ANY_LIKE
            and not calls_of(store, right, True)
            and not calls_of(store, right)
            and not is_function_object(c, right)
            and not is_assignable(store, right, c.library_type("Function", ()))
        ):
            c.report(Code.OPERAND_TYPES, right_node, f"`{show(store, right)}` is no class")
        return store.boolean
    if operator == "in":
        right = checked_present_operand(c, right, right_node)
        if _all(c, right, PRIMITIVE) and not right.flags & (F.NEVER | F.UNKNOWN):
            c.report(Code.OPERAND_TYPES, right_node, f"`in` takes an object on the right, not `{show(store, right)}`")
        return store.boolean
    return store.opaque


def _no_operands(c: State, node: Any, operator: str, left: Type, right: Type) -> None:
    if (left.flags | right.flags) & F.OPAQUE:
        return
    c.report(
        Code.OPERAND_TYPES,
        node,
        f"`{operator}` does not take `{show(c.store, left)}` and `{show(c.store, right)}`",
    )


def _add(c: State, node: Any, left: Type, right: Type, left_node: Any, right_node: Any) -> Type:
    store = c.store
    if left.flags & F.OPAQUE or right.flags & F.OPAQUE:
        is_text = (_all(c, left, STRING_LIKE) and not left.flags & ANY_LIKE) or (
            _all(c, right, STRING_LIKE) and not right.flags & ANY_LIKE
        )
        return store.string if is_text else store.opaque
    if not _all(c, left, STRING_LIKE) and not _all(c, right, STRING_LIKE):
        left = checked_present_operand(c, left, left_node)
        right = checked_present_operand(c, right, right_node)
    left_known, right_known = _known(c, left), _known(c, right)
    if _only(left_known, NUMBER_LIKE) and _only(right_known, NUMBER_LIKE):
        return store.int if are_integers(left, right) else store.number
    if _only(left_known, BIGINT_LIKE) and _only(right_known, BIGINT_LIKE):
        return store.long if are_integers(left, right) else store.bigint
    if _only(left_known, STRING_LIKE) or _only(right_known, STRING_LIKE):
        other = right_known if _only(left_known, STRING_LIKE) else left_known
        if _has(other, SYMBOL_LIKE):
            _no_operands(c, node, "+", left, right)
        return store.string
    if (left_known.flags | right_known.flags) & ANY_LIKE:
        return store.any
    _no_operands(c, node, "+", left, right)
    return store.opaque


def _known(c: State, type: Type) -> Type:
    return base_constraint(c.store, type) if type.flags & INSTANTIABLE or _depends(type) else type


def _depends(type: Type) -> bool:
    """Whether type parameters are among the parts of a union or intersection."""
    return isinstance(type, Union | Intersection) and any(
        item.flags & INSTANTIABLE or _depends(item) for item in type.constituents
    )


def _only(type: Type, flags: int) -> bool:
    return all(_is_kind(item, flags) for item in constituents_of(type))


def _arithmetic(c: State, node: Any, operator: str, left: Type, right: Type, left_node: Any, right_node: Any) -> Type:
    store = c.store
    left = checked_present_operand(c, left, left_node)
    right = checked_present_operand(c, right, right_node)
    left_known, right_known = _known(c, left), _known(c, right)
    if _only(left_known, BIGINT_LIKE) and _only(right_known, BIGINT_LIKE):
        if operator == ">>>":
            _no_operands(c, node, operator, left, right)
        return store.long if operator != "**" and are_integers(left, right) else store.bigint
    if (left_known.flags | right_known.flags) & ANY_LIKE:
        other = right_known if left_known.flags & ANY_LIKE else left_known
        if other.flags & ANY_LIKE:
            return store.opaque if (left_known.flags | right_known.flags) & F.OPAQUE else store.number
        if _only(other, BIGINT_LIKE):
            return store.bigint
        if not _only(other, NUMBER_LIKE | BIGINT_LIKE) and not other.flags & F.NEVER:
            _no_operands(c, node, operator, left, right)
        return store.number
    if not _only(left_known, NUMBER_LIKE) or not _only(right_known, NUMBER_LIKE):
        if left_known.flags & F.NEVER or right_known.flags & F.NEVER:
            return store.number
        _no_operands(c, node, operator, left, right)
        return store.number
    if operator in ("&", "|", "^", "<<", ">>") and (left.flags | right.flags) & F.INTEGER:
        return store.int
    return store.int if operator in ("-", "*", "%") and are_integers(left, right) else store.number


def are_integers(left: Type, right: Type) -> bool:
    """Whether two numbers are ints, or two bigints longs: one by its type, the other by its type or as a literal."""
    return bool((left.flags | right.flags) & F.INTEGER) and _may_be_integer(left) and _may_be_integer(right)


def _may_be_integer(type: Type) -> bool:
    if type.flags & F.INTEGER:
        return True
    match type:
        case Literal(value=float() as value):
            return value.is_integer() and -(2**31) <= value < 2**31
        case Literal(value=int() as value):
            return -(2**63) <= value < 2**63
        case _:
            return False


def _are_ordered(c: State, left: Type, right: Type) -> bool:
    if (left.flags | right.flags) & (ANY_LIKE | F.NEVER):
        return True
    a, b = _known(c, left), _known(c, right)
    numeric = NUMBER_LIKE | BIGINT_LIKE
    if _only(a, numeric) and _only(b, numeric):
        return True
    if _has(a, numeric) != _has(b, numeric):
        return False
    return are_comparable(c, base_of_literal(c.store, a), base_of_literal(c.store, b))


def are_comparable(c: State, left: Type, right: Type) -> bool:
    """Whether values of two types may be equal."""
    return is_comparable(c.store, left, right) or is_comparable(c.store, right, left)


def _check_equality(c: State, node: Any, operator: str, left: Type, right: Type) -> None:
    left, right = regular(left), regular(right)
    for operand in (node.left, node.right):
        if isinstance(operand, syntax.Identifier) and operand.name == "NaN" and _is_library_name(c, operand):
            c.report(
                Code.NO_OVERLAP,
                node,
                f"nothing equals NaN: this is always {'false' if operator[0] == '=' else 'true'}",
                "write `Number.isNaN(x)`",
            )
            return
    nothing = NULLISH | F.VOID
    if _only(left, nothing) or _only(right, nothing):
        return
    if are_comparable(c, left, right):
        return
    c.report(
        Code.NO_OVERLAP,
        node,
        f"`{show(c.store, left)}` and `{show(c.store, right)}` have no value in common",
    )


def _is_library_name(c: State, node: syntax.Identifier) -> bool:
    symbol = c.resolved.get(node)
    return symbol is not None and bool(symbol.flags & SymbolFlags.AMBIENT)


def _logical(c: State, node: syntax.Binary, wanted: Wanted | None) -> Type:
    store = c.store
    operator = node.operator
    if operator == "&&":
        left = c.expression(node.left)
        check_truth(c, left, node.left)
        right = c.expression(node.right, wanted)
        kept = falsy(c, left) if not left.flags & F.UNKNOWN else left
        if left.flags & ANY_LIKE:
            return left if left.flags & F.OPAQUE else union(store, (left, right))
        return union(store, (_base_falsy(c, kept), right))
    left = c.expression(node.left, wanted)
    if operator == "||":
        check_truth(c, left, node.left)
        right = c.expression(node.right, _or_wanted(wanted, left))
        if left.flags & ANY_LIKE or falsy(c, left).flags & F.NEVER:
            return left
        return subtype_union(c, [truthy(c, left), right])
    right = c.expression(node.right, _or_wanted(wanted, left))
    if left.flags & ANY_LIKE or absent(c, left).flags & F.NEVER:
        return left
    return subtype_union(c, [present(c, left), right])


def _or_wanted(wanted: Wanted | None, left: Type) -> Wanted:
    """The right operand of `||` is wanted as the whole, else as the left one."""
    if wanted is not None and wanted.type is not None:
        return wanted
    return Wanted(left) if wanted is None else wanted.of(left)


def _base_falsy(c: State, type: Type) -> Type:
    """The falsy part of the base types: `""` of a string, `0` of a number."""
    store = c.store
    found: list[Type] = []
    for item in constituents_of(type):
        if item.flags & F.STRING:
            found.append(store.literal("").fresh)
        elif item.flags & F.NUMBER:
            found.append(store.number_literal(0.0).fresh)
        elif item.flags & F.BIGINT:
            found.append(store.literal(0).fresh)
        else:
            found.append(item)
    return union(store, found)


def conditional(c: State, node: syntax.Conditional, wanted: Wanted | None) -> Type:
    """`a ? b : c`."""
    condition = c.expression(node.condition)
    check_truth(c, condition, node.condition)
    first = c.expression(node.when_true, wanted)
    second = c.expression(node.when_false, wanted)
    return subtype_union(c, [first, second])


def assignment(c: State, node: syntax.Assignment) -> Type:
    """`a = b`, `a += b`, `a ??= b`, and patterns."""
    target = node.target
    if isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        value = c.expression(node.value, Wanted(wanted_by_pattern(c, target), is_pattern=True))
        c.check_pattern(target, value, True, node)
        return value
    if node.operator == "=":
        return _assign(c, node, target)
    operator = node.operator[:-1]
    left = c.expression(target)
    place = target_type(c, target)
    if operator in ("&&", "||", "??"):
        value = c.expression(node.value, Wanted(place))
        require(c, value, place, node.value, "assignment")
        if left.flags & ANY_LIKE:
            return left
        kept = {"&&": falsy, "||": truthy, "??": present}[operator](c, left)
        return subtype_union(c, [kept, value])
    right = c.expression(node.value)
    result = apply(c, node, operator, left, right, target, node.value)
    fits(c, result, base_of_literal(c.store, place), node.value, "assignment")
    return result


def _assign(c: State, node: syntax.Assignment, target: Any) -> Type:
    place = target_type(c, target)
    value = c.expression(node.value, None if place.flags & ANY_LIKE else Wanted(place))
    require(c, value, place, node.value, "assignment")
    return value


def non_null(c: State, type: Type) -> Type:
    """`x!`."""
    return present(c, type)


def as_type(c: State, node: Any, source: Type, target: Type) -> Type:
    """`x as T`: the types must have values in common."""
    widened = base_of_literal(c.store, regular(source))
    if target.mentions and target.flags & (F.TEMPLATE | F.STRING_MAPPING) and widened.flags & STRING_LIKE:
        return target
    if target.mentions and widened.mentions and isinstance(target, Intersection) and isinstance(widened, Union):
        return target
    if not (
        is_comparable(c.store, target, widened)
        or is_comparable(c.store, regular(source), target)
        or is_comparable(c.store, widened, target)
        or is_assignable(c.store, target, widened)
    ):
        c.report(
            Code.NO_OVERLAP,
            node,
            f"`{show(c.store, source)}` and `{show(c.store, target)}` have no value in common",
            "write `as unknown as ...` if that is meant",
        )
    return target


def typeof_result(c: State) -> Type:
    """The type of `typeof x`."""
    words = ("string", "number", "bigint", "boolean", "symbol", "undefined", "object", "function")
    return union(c.store, [c.store.literal(word) for word in words])


def is_function_object(c: State, type: Type) -> bool:
    """Whether a type is the library's `Function`."""
    return any(
        (isinstance(item, Reference) and getattr(item.target, "name", "") in ("Function", "FunctionConstructor"))
        or item.flags & F.ANY
        for item in constituents_of(type)
    ) or bool(type.flags & INSTANTIABLE)
