"""Who may use which member."""

from __future__ import annotations

from typing import assert_never

from plait.frontend.check.context import Context
from plait.frontend.check.members import Access, ClassInfo, Member
from plait.frontend.check.types import ClassOf, Type
from plait.frontend.codes import Code
from plait.frontend.syntax import MethodKind
from plait.source import Span


def check_access(context: Context, span: Span, member: Member, type_: Type, is_super: bool = False) -> bool:
    """Whether the member of a type, or of `super`, may be used here; reported if not."""
    owner = context.function.owner
    declared = member.owner
    if declared is None or (declared.is_builtin and member.access is Access.PUBLIC):
        return True
    if member.name.startswith("#"):
        if owner is declared:
            return True
        context.report(
            Code.ACCESS, span, f"`{member.name}` can be used inside of the class {declared.name} only", "add a method"
        )
        return False
    match member.access:
        case Access.PUBLIC:
            return True
        case Access.PRIVATE:
            if owner is declared:
                return True
            context.report(Code.ACCESS, span, f"`{member.name}` is private in {declared.name}", "add a public method")
            return False
        case Access.PROTECTED:
            return is_super or _protected(context, span, member, declared, type_)
    assert_never(member.access)


def _protected(context: Context, span: Span, member: Member, declared: ClassInfo, type_: Type) -> bool:
    owner = context.function.owner
    if owner is None or not owner.inherits(declared):
        context.report(
            Code.ACCESS,
            span,
            f"`{member.name}` is protected: {declared.name} and classes that extend it can use it",
            "add a public method",
        )
        return False
    if member.is_static or not isinstance(type_, ClassOf) or type_.info.inherits(owner):
        return True
    if owner is declared:
        return True
    context.report(
        Code.ACCESS,
        span,
        f"`{member.name}` is protected: inside of {owner.name} it can be used of objects of {owner.name} only",
        "add a public method",
    )
    return False


def readable(context: Context, span: Span, member: Member) -> bool:
    """Whether an accessor has a getter; reported if not."""
    if member.getter is None:
        context.report(Code.UNKNOWN_PROPERTY, span, f"`{member.name}` has no getter", f"add `get {member.name}()`")
    return member.getter is not None


def writable(context: Context, span: Span, member: Member, is_this: bool) -> bool:
    """Whether a member, of `this` or another object, can be assigned here; reported if not."""
    function = context.function
    if member.setter is None and member.getter is not None:
        context.report(
            Code.READONLY, span, f"`{member.name}` has a getter but no setter", f"add `set {member.name}(value)`"
        )
        return False
    if member.function is not None:
        context.report(Code.READONLY, span, f"the method `{member.name}` cannot be assigned")
        return False
    if not member.is_readonly:
        return True
    is_own = member.owner is not None and function.owner is member.owner
    if is_this and is_own and function.kind is MethodKind.CONSTRUCTOR:
        return True
    context.report(Code.READONLY, span, f"`{member.name}` is readonly", "leave `readonly` out to assign it")
    return False
