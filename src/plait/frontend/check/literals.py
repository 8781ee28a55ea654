"""Object literals."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import objects, typed
from plait.frontend.check.accessors import accessor_part, check_accessors, check_parameters, find_in_shape
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign
from plait.frontend.check.functions import LiteralMethod
from plait.frontend.check.members import Member, MemberKind, Shape
from plait.frontend.check.returns import has_this
from plait.frontend.check.types import INVALID, UNKNOWN, ClassOf, ObjectOf, Type, has_invalid, members_of
from plait.frontend.codes import Code

Values = list[tuple[Member, typed.Expression]]


def check_object_literal(
    context: Context, node: syntax.ObjectLiteral, wanted: Type | None, check: Check
) -> typed.Expression:
    """`{ name: value }`. A type that is wanted gives the types of the properties."""
    shape = _wanted_shape(wanted, node)
    own_shape = None if shape is None or _has_accessor_for_field(node, shape) else shape
    bound: list[tuple[typed.Expression, typed.OldValue]] = []
    found: dict[str, tuple[Member, typed.Expression]] = {}
    is_fine = True
    written: set[str] = set()
    own_members: dict[str, Member] = {}
    fresh = context.program.new_shape(None, lambda: own_members)
    with_this: set[str] = set()
    methods: list[LiteralMethod] = []
    for item in node.properties:
        if isinstance(item, syntax.PropertySpread):
            _hold(found, bound)
            is_fine = _spread(context, item, written, found, bound, check) and is_fine
            continue
        place = item.function.name if isinstance(item, syntax.PropertyMethod) else item.name
        name = item.key if isinstance(item, syntax.PropertyMethod) else place.name
        if _is_taken(name, place.name, written):
            context.report(Code.DUPLICATE_NAME, place.span, f"`{place.name}` is there twice", "leave one of them out")
        written.add(name)
        guide = None if shape is None else shape.members.get(name)
        if isinstance(item, syntax.PropertyMethod) and not _is_function_of_property(item, guide):
            is_fine = check_parameters(context, item) and is_fine
            if guide is None and shape is not None and isinstance(wanted, ObjectOf) and not _is_field(shape, place):
                is_fine = _excess(context, place, shape)
            if guide is None and shape is not None and item.accessor and _is_field(shape, place):
                guide = accessor_part(shape.members[place.name], item.accessor)
            this = ObjectOf(fresh if own_shape is None else own_shape)
            methods.append(LiteralMethod(context, item, guide, this))
            own_members[name] = methods[-1].member() if guide is None or item.accessor else guide
            with_this.add(name)
            found[name] = (own_members[name], typed.Invalid(item.span, INVALID))
            continue
        value = context.value(check(context, _value_of(item), None if guide is None else guide.type))
        if guide is not None:
            value = assign(context, value, guide.type)
        elif shape is not None and isinstance(wanted, ObjectOf):
            is_fine = _excess(context, place, shape)
        if has_invalid(value.type):
            is_fine = False
            continue
        if name in found:
            _hold(found, bound)
            del found[name]
        own_members[name] = guide or _member(name, value.type)
        found[name] = (own_members[name], value)
    # Methods may use all properties of the object, those behind them too.
    for method in methods:
        closure = method.closure()
        is_fine = is_fine and not has_invalid(closure.type)
        found[method.name] = (own_members[method.name], closure)
    is_fine = is_fine and check_accessors(context, {name: own_members[name] for name in with_this})
    if not is_fine:
        return typed.Invalid(node.span, INVALID)
    result = _literal(context, node, own_shape, found, frozenset(with_this))
    if result is None:
        own_members.update({name: member for name, (member, _) in found.items()})
        result = typed.NewLiteral(node.span, ObjectOf(fresh), tuple(found.values()), frozenset(with_this))
    for value, old in reversed(bound):
        result = typed.Let(node.span, result.type, value, old, result)
    return result


def _literal(
    context: Context,
    node: syntax.ObjectLiteral,
    shape: Shape | None,
    found: dict[str, tuple[Member, typed.Expression]],
    with_this: frozenset[str],
) -> typed.Expression | None:
    """The literal as one of the wanted type; None if none is wanted, or it does not fit."""
    if shape is not None and any(name not in shape.members for name in found):
        shape = None
    if shape is not None:
        missing = [name for name, member in shape.members.items() if name not in found and not member.is_optional]
        if missing:
            names = ", ".join(f"`{name}`" for name in missing)
            return context.invalid(
                Code.TYPE_MISMATCH, node.span, f"{names} of {shape} {'is' if len(missing) == 1 else 'are'} missing here"
            )
        values: Values = []
        for name, (_, given) in found.items():
            member = shape.members[name]
            value = given if name in with_this else assign(context, given, member.type)
            if has_invalid(value.type):
                return typed.Invalid(node.span, INVALID)
            values.append((member, value))
        return typed.NewLiteral(node.span, ObjectOf(shape), tuple(values), with_this)
    return None


def _wanted_shape(wanted: Type | None, node: syntax.ObjectLiteral) -> Shape | None:
    """The object type that is wanted; of several the one that fits the names best."""
    if wanted is None:
        return None
    shapes = [member.shape for member in members_of(wanted) if isinstance(member, ObjectOf)]
    names = {item.name.name for item in node.properties if isinstance(item, syntax.Property)}
    names |= {item.key for item in node.properties if isinstance(item, syntax.PropertyMethod)}
    for shape in shapes:
        required = {name for name, member in shape.members.items() if not member.is_optional}
        if required <= names <= set(shape.members):
            return shape
    return shapes[0] if shapes else None


def _member(name: str, type_: Type) -> Member:
    return Member(name, MemberKind.FIELD, lambda: type_)


def _is_taken(key: str, name: str, written: set[str]) -> bool:
    """Whether a literal has given the property already; a getter and a setter are one."""
    if key == name:
        return bool(written & {name, f"get {name}", f"set {name}"})
    return bool(written & {name, key})


def _has_accessor_for_field(node: syntax.ObjectLiteral, shape: Shape) -> bool:
    """Whether a literal has an accessor where the type wanted has a property: it is then of a type of its own."""
    methods = (item for item in node.properties if isinstance(item, syntax.PropertyMethod) and item.accessor)
    return any(_is_field(shape, item.function.name) for item in methods)


def _is_field(shape: Shape, name: syntax.Identifier) -> bool:
    member = shape.members.get(name.name)
    return member is not None and member.kind is MemberKind.FIELD


def _excess(context: Context, name: syntax.Identifier, shape: Shape) -> bool:
    if name.name in shape.members:
        context.report(
            Code.HELD_DIFFERENTLY,
            name.span,
            f"the property `{name.name}` of {shape} cannot be an accessor yet",
            "write a method, or leave the type out",
        )
        return False
    context.report(
        Code.EXCESS_PROPERTY,
        name.span,
        f"{shape} has no property `{name.name}`",
        "check the spelling, or add it to the type",
    )
    return False


def _spread(
    context: Context,
    item: syntax.PropertySpread,
    written: set[str],
    found: dict[str, tuple[Member, typed.Expression]],
    bound: list[tuple[typed.Expression, typed.OldValue]],
    check: Check,
) -> bool:
    value = context.value(check(context, item.value))
    if has_invalid(value.type):
        return False
    match value.type:
        case ObjectOf(shape):
            members = [_without_accessor(shape, member) for member in shape.members.values()]
        case ClassOf(info):
            members = [member for member in info.all_members().values() if member.kind is MemberKind.FIELD]
        case _:
            what = "a value of unknown type" if value.type is UNKNOWN else f"a value of type {value.type}"
            context.report(Code.EXPRESSION, item.span, f"{what} cannot be spread into an object yet")
            return False
    name = typed.OldValue(value.span, value.type)
    bound.append((value, name))
    for member in members:
        if member.kind is MemberKind.METHOD:
            continue
        if member.is_optional and member.name in found:
            context.report(
                Code.EXPRESSION,
                item.span,
                f"`{member.name}` may be missing here and is set before: this is not supported yet",
                "write the properties one by one",
            )
            return False
        if member.name in written:
            context.report(
                Code.DUPLICATE_NAME,
                item.span,
                f"`{member.name}` is set before, and always set again by this",
                "leave one of them out",
            )
        found.pop(member.name, None)
        own = Member(member.name, MemberKind.FIELD, lambda member=member: member.type)  # type: ignore[misc]
        found[member.name] = (own, objects.read_member(context, item.span, name, member))
    return True


def _hold(
    found: dict[str, tuple[Member, typed.Expression]], bound: list[tuple[typed.Expression, typed.OldValue]]
) -> None:
    """Compute the properties so far before what follows: it is computed before the object is made, or replaces them."""
    for name, (member, value) in found.items():
        if not isinstance(value, typed.OldValue | typed.Constant | typed.Invalid):
            held = typed.OldValue(value.span, value.type)
            bound.append((value, held))
            found[name] = (member, held)


def _without_accessor(shape: Shape, member: Member) -> Member:
    """The member; instead of the method that a getter of a literal is to the machine, the accessor."""
    name = member.name.removeprefix("get ")
    return member if name == member.name else find_in_shape(shape, name) or member


def _is_function_of_property(item: syntax.PropertyMethod, guide: Member | None) -> bool:
    """Whether what is written as a method is the function of a property: one that does not ask for its object."""
    is_property = guide is not None and guide.kind is MemberKind.FIELD and not item.accessor
    return is_property and not has_this((item.function.parameters, item.function.body))


def _value_of(item: syntax.PropertyMethod | syntax.Property) -> syntax.Expression:
    if isinstance(item, syntax.Property):
        return item.value
    nameless = syntax.Identifier(item.function.name.span, "")
    return syntax.FunctionExpression(item.span, replace(item.function, name=nameless))
