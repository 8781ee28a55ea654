"""Checks of classes and interfaces: what they extend and implement, abstract members, fields without values."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE, FlowNode
from plait.frontend.next.check.assignability import require
from plait.frontend.next.check.class_queries import has_unknown_base, is_ambient_class, own_property_of
from plait.frontend.next.check.classes import base_constructors, own_members, property_key
from plait.frontend.next.check.decorators import check_decorators
from plait.frontend.next.check.flow import Query
from plait.frontend.next.check.forms import check_class_form, check_signature_forms
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import defer
from plait.frontend.next.check.written import declared_of_node, written_type
from plait.frontend.next.types.display import show
from plait.frontend.next.types.instantiation import property_type
from plait.frontend.next.types.lookup import members_of, property_of
from plait.frontend.next.types.members import Property, PropertyFlags
from plait.frontend.next.types.model import (
    ANY_LIKE,
    Anonymous,
    F,
    Intersection,
    Reference,
    Type,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import constituents_of, optional


def check_class(c: State, node: syntax.Class) -> None:
    """A class with all that is in it."""
    outer = c.current_scope
    c.current_scope = c.scopes.get(node, outer)
    declared = declared_of_node(c, node)
    instance = c.store.reference(declared, declared.parameters)
    for parameter in node.type_parameters:
        if parameter.constraint is not None:
            written_type(c, parameter.constraint)
    if node.base is not None:
        base = c.expression(node.base)
        if not base.flags & (ANY_LIKE | F.NULL) and not base_constructors(c, node):
            c.report(Code.BASE_CLASS, node.base, f"`{show(c.store, base)}` is no class that can be extended")
    check_decorators(c, node)
    _check_bases(c, node, declared, instance)
    for written in node.interfaces:
        wanted = written_type(c, written)
        if not is_assignable(c.store, instance, wanted):
            c.report(
                Code.MISSING_MEMBER,
                node.name if node.name is not None else written,
                f"`{declared.name}` does not fit the interface `{show(c.store, wanted)}`{_why(c, instance, wanted)}",
            )
    check_class_form(c, node)
    for member in node.members:
        _check_member(c, node, member)
    _check_fields(c, node)
    c.current_scope = outer


def _why(c: State, source: Type, target: Type) -> str:
    """Which member is in the way."""
    if not isinstance(source, Reference | Anonymous) or not isinstance(target, Reference | Anonymous):
        return ""
    own, wanted = members_of(c.store, source).properties, members_of(c.store, target).properties
    for key, property in wanted.items():
        mine = own.get(key)
        if mine is None:
            if not property.is_optional:
                return f": it has no `{key}`"
        elif not is_assignable(c.store, property_type(c.store, mine), property_type(c.store, property)):
            return (
                f": `{key}` is `{show(c.store, property_type(c.store, mine))}`, "
                f"not `{show(c.store, property_type(c.store, property))}`"
            )
    return ""


def _check_bases(c: State, node: syntax.Class, declared: Any, instance: Type) -> None:
    """Members fit those of the base class; abstract ones are there."""
    own = own_members(c, declared).properties
    for base in c.base_types(declared):
        if not isinstance(base, Reference | Anonymous | Intersection):
            continue
        inherited = members_of(c.store, base, instance).properties
        c.store.spend(len(inherited))
        for key, property in inherited.items():
            mine = own.get(key)
            if mine is None:
                if property.flags & PropertyFlags.ABSTRACT and not node.is_abstract:
                    c.report(
                        Code.MISSING_MEMBER,
                        node.name if node.name is not None else node,
                        f"`{declared.name}` does not implement the abstract `{key}` of `{show(c.store, base)}`",
                    )
                continue
            _check_override(c, mine, property, base)
    base_names = {
        key
        for base in c.base_types(declared)
        if isinstance(base, Reference | Anonymous | Intersection)
        for key in members_of(c.store, base).properties
    }
    objects = c.library_type("Object", ())
    for member in node.members:
        if isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration) and member.modifiers.is_override:
            key_or_none = property_key(c, member.name)
            if (
                key_or_none is not None
                and key_or_none not in base_names
                and property_of(c.store, objects, key_or_none) is None
                and not member.modifiers.is_static
                and not has_unknown_base(c, declared)
            ):
                c.report(
                    Code.MODIFIER,
                    member.name,
                    f"`{key_or_none}` overrides nothing: no base class has it",
                    "leave `override` out, or look for a misspelling",
                )


def _check_override(c: State, mine: Property, property: Property, base: Type) -> None:
    hidden = PropertyFlags.PRIVATE | PropertyFlags.PROTECTED
    place = mine.declaration
    if mine.key.startswith("#"):
        return
    if property.flags & PropertyFlags.PRIVATE or (mine.flags & hidden and not property.flags & hidden):
        c.report(
            Code.INCOMPATIBLE_MEMBER,
            getattr(place, "name", place),
            f"`{mine.key}` cannot be less visible than in `{show(c.store, base)}`",
        )
        return
    own, wanted = property_type(c.store, mine), property_type(c.store, property)
    if not is_assignable(c.store, own, wanted):
        c.report(
            Code.INCOMPATIBLE_MEMBER,
            getattr(place, "name", place),
            f"`{mine.key}` is `{show(c.store, own)}` here and `{show(c.store, wanted)}` in `{show(c.store, base)}`",
        )


def _check_member(c: State, node: syntax.Class, member: Any) -> None:
    match member:
        case syntax.PropertyDeclaration():
            declared = None if member.type is None else written_type(c, member.type)
            if declared is not None and member.is_optional:
                declared = optional(c.store, declared)
            if member.value is not None:
                type = c.expression(member.value, None if declared is None else Wanted(declared))
                if declared is not None:
                    require(c, type, declared, member.value, "value")
            elif member.type is None and not member.modifiers.is_declare:
                property = own_property_of(c, node, member)
                if property is not None:
                    property_type(c.store, property)
        case syntax.MethodDeclaration():
            if member.modifiers.is_abstract and not node.is_abstract:
                c.report(
                    Code.ABSTRACT,
                    member.name,
                    "an abstract member stands in an abstract class alone",
                    "write `abstract class`",
                )
            defer(c, member.function)
        case syntax.StaticBlock():
            c.statements(member.body.statements)
        case _:
            pass


def _check_fields(c: State, node: syntax.Class) -> None:
    """Fields whose type does not take undefined get a value, where they are declared or in the constructor."""
    if is_ambient_class(c, node):
        return
    constructor = next(
        (
            member.function
            for member in node.members
            if isinstance(member, syntax.MethodDeclaration)
            and member.function.kind is syntax.FunctionKind.CONSTRUCTOR
            and member.function.body is not None
        ),
        None,
    )
    for member in node.members:
        if not isinstance(member, syntax.PropertyDeclaration):
            continue
        modifiers = member.modifiers
        if member.value is not None or member.is_optional or member.is_definite or member.type is None:
            continue
        if modifiers.is_static or modifiers.is_abstract or modifiers.is_declare:
            continue
        type = written_type(c, member.type)
        if any(item.flags & (F.UNDEFINED | ANY_LIKE | F.UNKNOWN | F.VOID) for item in constituents_of(type)):
            continue
        if isinstance(member.name, syntax.ComputedName):
            continue
        key = member.name.name
        if constructor is not None and _is_field_assigned(c, c.returns.get(constructor, UNREACHABLE), key, type):
            continue
        c.report(
            Code.UNASSIGNED_FIELD,
            member.name,
            f"the field `{key}` gets no value in the constructor",
            "give it one where it is declared, or write `!:` if something else sees to it",
        )


def _is_field_assigned(c: State, end: FlowNode, key: str, type: Type) -> bool:
    """Whether a field has a value at the end of a constructor."""
    if end is UNREACHABLE:
        return True
    query = Query(c, f"this.{key}", type, optional(c.store, type))
    found = query.at(end)
    return not any(item.flags & F.UNDEFINED for item in constituents_of(found))


def check_interface(c: State, node: syntax.InterfaceDeclaration) -> None:
    """An interface with all that is in it."""
    declared = declared_of_node(c, node)
    c.declared_members(declared)
    for base in node.bases:
        written_type(c, base)
    for member in node.members:
        match member:
            case syntax.PropertySignature() if member.type is not None:
                written_type(c, member.type)
            case syntax.MethodSignature() | syntax.CallSignature():
                for parameter in member.parameters:
                    if parameter.type is not None:
                        written_type(c, parameter.type)
                if member.result is not None:
                    written_type(c, member.result)
            case _:
                pass
    check_signature_forms(c, node)
    own = own_members(c, declared).properties
    instance = c.store.reference(declared, declared.parameters)
    for base_type in c.base_types(declared):
        if not isinstance(base_type, Reference | Anonymous | Intersection):
            continue
        inherited = members_of(c.store, base_type, instance).properties
        c.store.spend(len(inherited))
        for key, property in inherited.items():
            mine = own.get(key)
            if mine is not None:
                _check_override(c, mine, property, base_type)
