"""Which parts of a class have decorators, and what that asks of its making."""

from __future__ import annotations

from typing import Any, TypeAlias

from plait.frontend.next import syntax

Decorated: TypeAlias = syntax.MethodDeclaration | syntax.PropertyDeclaration


def decorated_members(node: syntax.Class) -> list[Decorated]:
    """The members of a class that have decorators, in the order of the text."""
    return [
        member
        for member in node.members
        if isinstance(member, Decorated) and member.modifiers.decorators and not is_signature(member)
    ]


def is_signature(member: Decorated) -> bool:
    """Whether a member is a method without a body."""
    return isinstance(member, syntax.MethodDeclaration) and member.function.body is None


def is_decorated(node: syntax.Class) -> bool:
    """Whether a class or any of its members has decorators."""
    return bool(node.decorators) or bool(decorated_members(node))


def is_field(member: syntax.ClassMember) -> bool:
    """Whether a member is a field that is no accessor."""
    return isinstance(member, syntax.PropertyDeclaration) and not member.modifiers.is_accessor


def is_accessor(member: Any) -> bool:
    """Whether a member is written `accessor name`: a getter and a setter over a field."""
    return isinstance(member, syntax.PropertyDeclaration) and member.modifiers.is_accessor


def has_decorated_objects(node: syntax.Class) -> bool:
    """Whether decorators have a say in what `new` makes: members that are not static have some."""
    return any(not member.modifiers.is_static for member in decorated_members(node))
