"""Narrowing: what a condition tells of a reference.

Each function takes the type before and gives the type after. What is left when nothing fits is `never` only where
that is certain.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.filters import (
    absent,
    by_typeof,
    falsy,
    instance_type,
    may_equal,
    narrowed,
    present,
    same_unit,
    to_literal,
    truthy,
    without_one,
)
from plait.frontend.next.check.private_names import narrowed_by_private
from plait.frontend.next.check.references import is_constant, reference_key, stripped, symbol_of
from plait.frontend.next.check.state import State
from plait.frontend.next.check.support import key_taken
from plait.frontend.next.types.discriminants import is_discriminant
from plait.frontend.next.types.instantiation import predicate_of, property_type
from plait.frontend.next.types.lookup import (
    apparent,
    base_constraint,
    index_for_key,
    own_property,
    property_of,
)
from plait.frontend.next.types.members import Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    NULLISH,
    PRIMITIVE,
    UNIT,
    F,
    Reference,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_comparable
from plait.frontend.next.types.unions import constituents_of, filter_type, intersection, map_type, union, without
from plait.frontend.next.types.widening import regular

# Conditions.


class Narrower:
    """Narrows one reference by conditions. `key` is the reference's own, `declared` its declared type.

    With a `pattern` the reference is the value that it takes apart: its variables tell the constituents of a union
    apart.
    """

    __slots__ = ("c", "declared", "depth", "key", "pattern")

    def __init__(self, c: State, key: str, declared: Type, depth: int = 0, pattern: Any = None) -> None:
        self.pattern = pattern
        self.c = c
        self.key = key
        self.declared = declared
        self.depth = depth

    def matches(self, node: Any) -> bool:
        """Whether an expression is the reference."""
        return reference_key(self.c, node) == self.key

    def condition(self, type: Type, node: Any, sense: bool) -> Type:
        """What is left of the type when an expression was found true, or false."""
        match node:
            case (
                syntax.Identifier() | syntax.This() | syntax.Super() | syntax.PropertyAccess() | syntax.ElementAccess()
            ):
                return self._truth(type, node, sense)
            case syntax.OptionalChain():
                inner = node.expression
                if isinstance(inner, syntax.Call):
                    return self._call(self._chain_presence(type, inner, sense), inner, sense)
                return self._truth(type, node, sense)
            case syntax.NonNull() | syntax.As() | syntax.Satisfies():
                return self.condition(type, node.expression, sense)
            case syntax.Call():
                return self._call(type, node, sense)
            case syntax.Unary(operator="!"):
                return self.condition(type, node.operand, not sense)
            case syntax.Sequence():
                return self.condition(type, node.right, sense)
            case syntax.Binary():
                return self._binary(type, node, sense)
            case syntax.Assignment():
                if node.operator in ("=", "||=", "&&=", "??="):
                    narrowed = self._truth(type, node.target, sense)
                    return narrowed if node.operator != "=" else self.condition(narrowed, node.value, sense)
                return type
            case syntax.PrivateIn():
                if self.matches(node.right):
                    return narrowed_by_private(self.c, type, node, sense)
                return type
            case _:
                return type

    def presence(self, type: Type, node: Any, is_present: bool) -> Type:
        """What is left when an expression was found to be there, or nullish."""
        c = self.c
        if self.matches(node):
            return present(c, type) if is_present else absent(c, type)
        if is_present:
            type = self._chain_presence(type, node, True)
        path = self._discriminant(node, type)
        if path is not None:
            if is_present:
                return self._by_property(type, path, lambda own: present(c, own))
            return self._by_property(type, path, lambda own: absent(c, own))
        return type

    def _truth(self, type: Type, node: Any, sense: bool) -> Type:
        c = self.c
        if self.matches(node):
            return truthy(c, type) if sense else falsy(c, type)
        if sense:
            type = self._chain_presence(type, node, True)
        path = self._discriminant(node, type)
        if path is not None:
            return self._by_property(type, path, lambda own: truthy(c, own) if sense else falsy(c, own))
        if isinstance(node, syntax.Identifier) and self.depth < 5:
            return self._alias(type, node, sense)
        return type

    def _alias(self, type: Type, node: syntax.Identifier, sense: bool) -> Type:
        """A constant that holds a condition tells what the condition tells."""
        symbol = symbol_of(self.c, node)
        if symbol is None or not symbol.flags & SymbolFlags.CONSTANT or not symbol.declarations:
            return type
        declaration = symbol.declarations[0]
        if not isinstance(declaration, syntax.VariableDeclarator) or declaration.type is not None:
            return type
        if declaration.value is None or not isinstance(declaration.target, syntax.Identifier):
            return type
        if not isinstance(
            declaration.value, syntax.Binary | syntax.Unary | syntax.Call | syntax.PropertyAccess | syntax.OptionalChain
        ):
            return type
        if not self._is_stable():
            return type
        inner = Narrower(self.c, self.key, self.declared, self.depth + 1)
        return inner.condition(type, declaration.value, sense)

    def _is_stable(self) -> bool:
        """Whether the reference cannot have changed since a condition about it was stored: its variable keeps its
        value.
        """
        root = self.key.split(".", 1)[0]
        if root == "this":
            return True
        symbol = self.c.symbols_by_key.get(root)
        return symbol is not None and is_constant(symbol)

    def _chain_presence(self, type: Type, node: Any, sense: bool) -> Type:
        """A chain `a?.b` that is there says that `a` is."""
        if not sense:
            return type
        node = stripped(node)
        if isinstance(node, syntax.OptionalChain):
            node = node.expression
        while isinstance(node, syntax.PropertyAccess | syntax.ElementAccess | syntax.Call | syntax.NonNull):
            if isinstance(node, syntax.Call):
                inner = node.callee
            elif isinstance(node, syntax.NonNull):
                inner = node.expression
            else:
                inner = node.object
            if not isinstance(node, syntax.NonNull) and node.is_optional and self.matches(inner):
                return present(self.c, type)
            node = inner
            if isinstance(node, syntax.OptionalChain):
                node = node.expression
        return type

    # Operators.

    def _binary(self, type: Type, node: syntax.Binary, sense: bool) -> Type:
        match node.operator:
            case "===" | "!==" | "==" | "!=":
                is_equal = node.operator in ("===", "==")
                return self._equality(type, node, is_equal == sense, len(node.operator) == 3)
            case "instanceof":
                return self._instance(type, node, sense)
            case "in":
                return self._in(type, node, sense)
            case "&&":
                if sense:
                    return self.condition(self.condition(type, node.left, True), node.right, True)
                first = self.condition(type, node.left, False)
                second = self.condition(self.condition(type, node.left, True), node.right, False)
                return union(self.c.store, (first, second))
            case "||":
                if not sense:
                    return self.condition(self.condition(type, node.left, False), node.right, False)
                first = self.condition(type, node.left, True)
                second = self.condition(self.condition(type, node.left, False), node.right, True)
                return union(self.c.store, (first, second))
            case _:
                return type

    def _equality(self, type: Type, node: syntax.Binary, is_equal: bool, is_strict: bool) -> Type:
        left, right = stripped(node.left), stripped(node.right)
        for operand, other in ((left, right), (right, left)):
            if (
                isinstance(operand, syntax.Unary)
                and operand.operator == "typeof"
                and isinstance(other, syntax.StringLiteral)
            ):
                return self._typeof(type, operand.operand, other.value, is_equal)
        for operand, other in ((left, right), (right, left)):
            if self.matches(operand):
                return self._equal(type, self.c.expression(other), is_equal, is_strict)
        for operand, other in ((left, right), (right, left)):
            if is_equal or self._is_nullish_literal(other):
                type = self._chain_equality(type, operand, other, is_equal, is_strict)
        for operand, other in ((left, right), (right, left)):
            path = self._discriminant(operand, type)
            if path is not None:
                value = self.c.expression(other)
                return self._by_property(
                    type, path, partial(self._equal, value=value, is_equal=is_equal, is_strict=is_strict)
                )
        for operand, other in ((left, right), (right, left)):
            if isinstance(operand, syntax.BooleanLiteral):
                return self.condition(type, other, is_equal == operand.value)
        return type

    def _is_nullish_literal(self, node: Any) -> bool:
        return isinstance(node, syntax.NullLiteral) or (
            isinstance(node, syntax.Identifier) and node.name == "undefined"
        )

    def _chain_equality(self, type: Type, operand: Any, other: Any, is_equal: bool, is_strict: bool) -> Type:
        """`a?.b === x` says that `a` is there unless `x` may be undefined; `a?.b !== undefined` too."""
        if not isinstance(operand, syntax.OptionalChain):
            return type
        value = self.c.expression(other)
        may_be_undefined = bool(value.flags & (F.UNDEFINED | ANY_LIKE | F.UNKNOWN | F.VOID)) or (
            isinstance(value, Union) and any(item.flags & (F.UNDEFINED | F.VOID) for item in value.constituents)
        )
        if not is_strict:
            may_be_undefined = may_be_undefined or any(item.flags & F.NULL for item in constituents_of(value))
        if is_equal and not may_be_undefined:
            return self._chain_presence(type, operand, True)
        only_undefined = all(
            item.flags & (F.UNDEFINED | (0 if is_strict else F.NULL)) for item in constituents_of(value)
        )
        if not is_equal and only_undefined:
            return self._chain_presence(type, operand, True)
        return type

    def _equal(self, type: Type, value: Type, is_equal: bool, is_strict: bool) -> Type:
        """Equal to a value, or not."""
        c = self.c
        store = c.store
        value = regular(value)
        if type.flags & ANY_LIKE or value.flags & F.OPAQUE:
            return type
        if value.flags & NULLISH and not isinstance(value, Union):
            flags = NULLISH if not is_strict else value.flags
            if is_equal:
                return absent(c, type, flags)
            return self._without_nullish(type, flags)
        if is_equal:
            if value.flags & ANY_LIKE:
                return type
            if not is_strict and (type.flags & F.UNKNOWN or value.flags & F.UNKNOWN):
                return type
            is_anything = type.flags & F.UNKNOWN or any(item is store.empty_object for item in constituents_of(type))
            if is_anything and is_strict:
                if value.flags & (PRIMITIVE | F.NON_PRIMITIVE) or value is store.empty_object:
                    return value
                return store.non_primitive if value.flags & F.OBJECT else type
            kept = filter_type(store, type, lambda item: may_equal(c, item, value, is_strict))
            if kept.flags & F.NEVER:
                return kept
            return map_type(store, kept, lambda item: to_literal(c, item, value))
        if value.flags & UNIT:
            return filter_type(store, type, lambda item: not (item.flags & UNIT and same_unit(item, value)))
        return type

    def _without_nullish(self, type: Type, flags: int) -> Type:
        if type.flags & F.UNKNOWN:
            store = self.c.store
            if flags & NULLISH == NULLISH:
                return store.empty_object
            return union(store, (store.empty_object, store.undefined if flags & F.NULL else store.null))
        wanted = flags | (F.VOID if flags & F.UNDEFINED else 0)
        kept = without(self.c.store, type, wanted)
        if flags & NULLISH == NULLISH:
            return present(self.c, kept)
        return map_type(self.c.store, kept, lambda item: without_one(self.c, item, flags))

    def _typeof(self, type: Type, operand: Any, name: str, is_equal: bool) -> Type:
        c = self.c
        if (is_equal and name != "undefined") or (not is_equal and name == "undefined"):
            type = self._chain_presence(type, operand, True)
        if self.matches(stripped(operand)):
            return by_typeof(c, type, name, is_equal)
        path = self._discriminant(stripped(operand), type)
        if path is not None:
            return self._by_property(type, path, lambda own: by_typeof(c, own, name, is_equal))
        return type

    def _instance(self, type: Type, node: syntax.Binary, sense: bool) -> Type:
        c = self.c
        left = stripped(node.left)
        if not self.matches(left):
            return self._chain_presence(type, left, sense)
        right = c.expression(node.right)
        if right.flags & ANY_LIKE:
            return type
        candidate = instance_type(c, right)
        if candidate is None or _is_any_and_object(type, candidate):
            return type
        return narrowed(c, type, candidate, sense, is_instance=True)

    def _in(self, type: Type, node: syntax.Binary, sense: bool) -> Type:
        c = self.c
        if not self.matches(stripped(node.right)):
            return type
        key_type = c.expression(node.left)
        key = c.store.key_of(regular(key_type))
        if key is None or type.flags & ANY_LIKE or base_constraint(c.store, type).flags & ANY_LIKE:
            return type

        def keep(item: Type) -> bool:
            property = own_property(c.store, item, key)
            if property is not None:
                return sense or property.is_optional
            if index_for_key(c.store, apparent(c.store, item), key) is not None:
                return True
            return not sense

        if type.flags & F.NEVER:
            return type
        kept = filter_type(c.store, type, keep)
        if not sense or not kept.flags & F.NEVER:
            return kept
        made = Property(key, 0, type=c.store.unknown)
        record = c.store.synthetic(Members({key: made}))
        return intersection(c.store, (type, record))

    def _call(self, type: Type, node: syntax.Call, sense: bool) -> Type:
        """A call of a function that tells something about an argument or its object."""
        c = self.c
        signature = c.call_signature(node)
        predicate = None if signature is None else predicate_of(c.store, signature)
        if predicate is None or predicate.is_assertion:
            return self._chain_presence(type, node, sense)
        return self.by_predicate(type, node, predicate, sense)

    def by_predicate(self, type: Type, node: syntax.Call, predicate: Any, sense: bool) -> Type:
        """What a predicate about an argument tells."""
        c = self.c
        argument = self._subject(node, predicate.index)
        if argument is None:
            return type
        if self.matches(argument):
            if predicate.type is None:
                return self.condition(type, argument, sense)
            if _is_any_and_object(type, predicate.type):
                return type
            return narrowed(c, type, predicate.type, sense)
        if predicate.type is None:
            return self.condition(type, argument, sense)
        if sense:
            type = self._chain_presence(type, argument, True)
        path = self._discriminant(argument, type)
        if path is not None:
            wanted: Type = predicate.type
            return self._by_property(type, path, lambda own: narrowed(c, own, wanted, sense))
        return type

    def _subject(self, node: syntax.Call, index: int) -> Any:
        if index >= 0:
            return stripped(node.arguments[index]) if index < len(node.arguments) else None
        callee = node.callee
        return stripped(callee.object) if isinstance(callee, syntax.PropertyAccess | syntax.ElementAccess) else None

    # Properties that tell the constituents of a union apart.

    def _discriminant(self, node: Any, type: Type) -> str | None:
        """The name of the property by which an expression `reference.name` tells the constituents of a union apart."""
        node = stripped(node)
        if isinstance(node, syntax.OptionalChain):
            node = node.expression
        if isinstance(node, syntax.Identifier):
            return self._destructured(node, type)
        if not isinstance(node, syntax.PropertyAccess | syntax.ElementAccess) or not self.matches(node.object):
            return None
        whole = self._whole(type)
        if whole is None:
            return None
        if isinstance(node, syntax.PropertyAccess):
            key: str | None = node.name.name
        else:
            key = self.c.store.key_of(regular(self.c.expression(node.index)))
        if key is None:
            return None
        is_optional = node.is_optional and isinstance(type, Union)
        objects = [item for item in whole.constituents if not item.flags & NULLISH]
        if len(objects) < len(whole.constituents):
            rest = union(self.c.store, objects)
            if not isinstance(rest, Union):
                return key if is_optional else None
            return key if is_discriminant(self.c.store, rest, key) or is_optional else None
        return key if is_discriminant(self.c.store, whole, key) else None

    def _whole(self, type: Type) -> Union | None:
        """The union whose constituents are told apart: the declared one while the type is a part of it, for the last
        constituent that is left is told by the same property.
        """
        declared = self.declared
        if isinstance(declared, Union) and all(item.id in declared.by_id for item in constituents_of(type)):
            return declared
        return type if isinstance(type, Union) else None

    def _destructured(self, node: syntax.Identifier, type: Type) -> str | None:
        """A constant taken out of the reference: `const { kind } = shape`."""
        whole = self._whole(type)
        if whole is None:
            return None
        symbol = symbol_of(self.c, node)
        if symbol is None or not symbol.declarations or not is_constant(symbol):
            return None
        element = symbol.declarations[0]
        if isinstance(element, syntax.VariableDeclarator):
            value = element.value
            if element.type is None and isinstance(value, syntax.PropertyAccess) and self.matches(value.object):
                key = value.name.name
                return key if is_discriminant(self.c.store, whole, key) and self._is_stable() else None
            return None
        if not isinstance(element, syntax.PatternElement) or element.default is not None:
            return None
        source = self.c.sources.get(element)
        pattern = self.pattern
        if (
            pattern is None
            and isinstance(source, syntax.VariableDeclarator)
            and source.value is not None
            and self.matches(source.value)
        ):
            pattern = source.target
        taken = None if pattern is None else key_taken(pattern, element)
        return taken if taken is not None and is_discriminant(self.c.store, whole, taken) else None

    def _by_property(self, type: Type, key: str, change: Callable[[Type], Type]) -> Type:
        c = self.c
        store = c.store
        whole = present(c, type) if isinstance(type, Union) else type
        property = property_of(store, whole, key)
        is_optional = whole is not type
        if property is None:
            own_types = []
            for item in constituents_of(whole):
                own = property_of(store, item, key)
                if own is not None:
                    own_types.append(property_type(store, own))
                else:
                    own_types.append(store.undefined)
            property_type_ = union(store, own_types)
        else:
            property_type_ = property_type(store, property)
            if property.flags & PropertyFlags.PARTIAL:
                property_type_ = union(store, (property_type_, store.undefined))
        if is_optional:
            property_type_ = union(store, (property_type_, store.undefined))
        left = change(property_type_)
        if left is property_type_:
            return type

        def keep(item: Type) -> bool:
            if item.flags & NULLISH:
                return any(part.flags & F.UNDEFINED for part in constituents_of(left)) or bool(left.flags & ANY_LIKE)
            own = property_of(store, item, key)
            own_type: Type
            if own is not None:
                own_type = property_type(store, own)
            else:
                info = index_for_key(store, apparent(store, item), key)
                own_type = store.undefined if info is None else info.type
            if left.flags & F.NEVER or own_type.flags & F.NEVER:
                return False
            return is_comparable(store, left, own_type) or is_comparable(store, own_type, left)

        return filter_type(store, type, keep)

    def switch(self, type: Type, node: syntax.Switch, first: int, end: int) -> Type:
        """What is left in cases `first` to before `end` of a switch; behind all cases if both are equal."""
        expression = stripped(node.expression)
        if isinstance(expression, syntax.BooleanLiteral):
            return self._switch_of_conditions(type, node, first, end, expression.value)
        if isinstance(expression, syntax.Unary) and expression.operator == "typeof":
            operand = stripped(expression.operand)
            if self.matches(operand):
                return self._switch_typeof(type, node, first, end)
            return type
        if self.matches(expression):
            return self._switch_values(type, node, first, end)
        cases = node.cases[first:end]
        if all(case.test is not None and not self._is_nullish_literal(case.test) for case in cases) and cases:
            type = self._chain_presence(type, expression, True)
        path = self._discriminant(expression, type)
        if path is not None:
            return self._by_property(type, path, lambda own: self._switch_values(own, node, first, end))
        return type

    def _switch_values(self, type: Type, node: syntax.Switch, first: int, end: int) -> Type:
        c = self.c
        store = c.store
        tests = [None if case.test is None else regular(c.expression(case.test)) for case in node.cases]
        chosen = tests[first:end]
        has_default = first == end or None in chosen
        if type.flags & F.UNKNOWN or type.flags & ANY_LIKE:
            if not has_default and type.flags & F.UNKNOWN:
                known = [test for test in chosen if test is not None]
                if all(test.flags & UNIT for test in known):
                    return union(store, known)
            return type
        values = union(store, [test for test in chosen if test is not None])
        fitting: Type = store.never
        if not values.flags & F.NEVER:
            kept = filter_type(store, type, lambda item: may_equal(c, item, values, True))
            fitting = map_type(store, kept, lambda item: to_literal(c, item, values))
        if not has_default:
            return fitting
        others = [test for number, test in enumerate(tests) if test is not None and not first <= number < end]
        if first == end:
            others = [test for test in tests if test is not None]
        rest = filter_type(
            store,
            type,
            lambda item: not (item.flags & UNIT and any(same_unit(item, test) for test in others)),
        )
        return rest if fitting.flags & F.NEVER else union(store, (fitting, rest))

    def _switch_typeof(self, type: Type, node: syntax.Switch, first: int, end: int) -> Type:
        c = self.c
        names = [case.test.value if isinstance(case.test, syntax.StringLiteral) else None for case in node.cases]
        chosen = [
            name for name, case in zip(names[first:end], node.cases[first:end], strict=True) if case.test is not None
        ]
        has_default = first == end or any(case.test is None for case in node.cases[first:end])
        found = [by_typeof(c, type, name, True) for name in chosen if name is not None]
        if has_default:
            rest = type
            for number, name in enumerate(names):
                if name is not None and not first <= number < end:
                    rest = by_typeof(c, rest, name, False)
            found.append(rest)
        return union(c.store, found)

    def _switch_of_conditions(self, type: Type, node: syntax.Switch, first: int, end: int, sense: bool) -> Type:
        """`switch (true)`: the cases are conditions."""
        c = self.c
        rest = type
        stop = len(node.cases) if first == end else first
        for case in node.cases[:stop]:
            if case.test is not None:
                rest = self.condition(rest, case.test, not sense)
        if first == end:
            return rest
        found: list[Type] = []
        for case in node.cases[first:end]:
            if case.test is None:
                found.append(rest)
            else:
                found.append(self.condition(rest, case.test, sense))
                rest = self.condition(rest, case.test, not sense)
        return union(c.store, found)


def _is_any_and_object(type: Type, candidate: Type) -> bool:
    """Whether something unknown is found to be an `Object` or `Function`, which tells nothing of it."""
    return bool(type.flags & ANY_LIKE) and (
        isinstance(candidate, Reference) and getattr(candidate.target, "name", "") in ("Object", "Function")
    )
