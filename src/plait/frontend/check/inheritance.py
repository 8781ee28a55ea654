"""What a class owes its base and its interfaces."""

from __future__ import annotations

from plait.frontend.check.context import ClassSymbol, ProgramState
from plait.frontend.check.members import Access, ClassInfo, Member, MemberKind
from plait.frontend.check.relations import (
    Relation,
    explain,
    held_alike,
    method_relation,
    relate,
    relate_members,
)
from plait.frontend.check.types import INVALID, ClassOf, FunctionOf, ObjectOf, has_invalid
from plait.frontend.codes import Code
from plait.source import Span


def check_inheritance(program: ProgramState, symbol: ClassSymbol) -> None:
    """Report members that do not fit those of the base or of an interface, and such as are missing."""
    info = symbol.info
    base = info.base
    for item in symbol.declaration.members:
        modifiers = getattr(item, "modifiers", None)
        if modifiers is None or not modifiers.is_override:
            continue
        name = getattr(item, "name", None) or item.function.name  # type: ignore[union-attr]
        inherited = None if base is None else (base.find_static if modifiers.is_static else base.find)(name.name)
        if inherited is None:
            program.diagnostics.report(
                Code.MODIFIER, name.span, f"`{name.name}` overrides nothing", "leave `override` out"
            )
    if base is not None:
        for member in info.members.values():
            inherited = base.find(member.name)
            if inherited is not None and not member.name.startswith("#"):
                _check_override(program, info, member, inherited)
        for member in info.statics.values():
            inherited = base.find_static(member.name)
            if inherited is not None and not member.name.startswith("#"):
                _check_static(program, member, inherited)
        if not info.is_abstract:
            _check_abstract(program, symbol, base)
    _check_interfaces(program, symbol)


def _check_abstract(program: ProgramState, symbol: ClassSymbol, base: ClassInfo) -> None:
    missing = [
        f"`{member.name}`"
        for member in base.all_members().values()
        if member.is_abstract and member.name not in symbol.info.members
    ]
    if missing:
        program.diagnostics.report(
            Code.MISSING_MEMBER,
            symbol.declaration.name.span,
            f"{symbol.info.name} must implement {', '.join(missing)} of {base.name}",
            "add the members, or declare the class abstract",
        )


def _span(member: Member) -> Span:
    if member.span is None:
        raise AssertionError("a declared member")
    return member.span


def _check_override(program: ProgramState, info: ClassInfo, member: Member, inherited: Member) -> None:
    report = program.diagnostics.report
    span = _span(member)
    owner = inherited.owner.name if inherited.owner is not None else ""
    if has_invalid(member.type) or has_invalid(inherited.type):
        return
    order = [Access.PUBLIC, Access.PROTECTED, Access.PRIVATE]
    if inherited.access is Access.PRIVATE or order.index(member.access) > order.index(inherited.access):
        report(
            Code.INCOMPATIBLE_MEMBER,
            span,
            f"`{member.name}` is {member.access.value} here and {inherited.access.value} in {owner}",
            "make both alike" if inherited.access is not Access.PRIVATE else "choose another name",
        )
        return
    if member.kind is not inherited.kind:
        report(
            Code.INCOMPATIBLE_MEMBER,
            span,
            f"`{member.name}` is {member.kind.described} here and {inherited.kind.described} in {owner}",
            "make both alike",
        )
        return
    if member.kind is MemberKind.FIELD and member.is_bare and not inherited.is_abstract and not member.is_abstract:
        report(
            Code.STATEMENT,
            span,
            f"`{member.name}` is declared in {owner}, and would lose its value here",
            "give it a value here, or leave the declaration out",
        )
        return
    if member.kind is MemberKind.METHOD:
        assert isinstance(member.type, FunctionOf)
        assert isinstance(inherited.type, FunctionOf)
        fits = method_relation(member.type, inherited.type)
    else:
        fits = relate(member.type, inherited.type)
        if not held_alike(member.type, inherited.type):
            fits = min(fits, Relation.NOT_YET)
    if member.is_optional and not inherited.is_optional:
        fits = Relation.NO
    if fits is not Relation.YES:
        code = Code.INCOMPATIBLE_MEMBER if fits is Relation.NO else Code.HELD_DIFFERENTLY
        word = "does not fit" if fits is Relation.NO else "is held in another way than"
        report(
            code,
            span,
            f"`{member.name}` is {member.type} here, which {word} {inherited.type} in {owner}",
            "give both the same type",
        )
        return
    if member.kind is MemberKind.ACCESSOR and _lacks(member, inherited):
        report(
            Code.STATEMENT, span, f"`{member.name}` has a getter and a setter in {owner}", "write both of them here too"
        )


def _lacks(member: Member, inherited: Member) -> bool:
    return (inherited.getter is not None and member.getter is None) or (
        inherited.setter is not None and member.setter is None
    )


def _check_static(program: ProgramState, member: Member, inherited: Member) -> None:
    if has_invalid(member.type) or has_invalid(inherited.type):
        return
    if isinstance(member.type, FunctionOf) and isinstance(inherited.type, FunctionOf):
        fits = method_relation(member.type, inherited.type) is not Relation.NO
    else:
        fits = member.kind is inherited.kind and relate(member.type, inherited.type) is not Relation.NO
    if not fits or member.access is not inherited.access or inherited.access is Access.PRIVATE:
        program.diagnostics.report(
            Code.INCOMPATIBLE_MEMBER,
            _span(member),
            f"the static `{member.name}` does not fit the one that is inherited",
            "give both the same type, or choose another name",
        )


def _check_interfaces(program: ProgramState, symbol: ClassSymbol) -> None:
    info = symbol.info
    for written in symbol.declaration.interfaces:
        wanted = program.resolve(written, symbol.scope)
        if wanted is INVALID:
            continue
        if not isinstance(wanted, ObjectOf):
            program.diagnostics.report(
                Code.TYPE, written.span, f"a class cannot implement {wanted} yet", "it implements interfaces"
            )
            continue
        own = ClassOf(info)
        fits = relate_members(info, wanted.shape)
        if fits is Relation.YES:
            continue
        reason = explain(own, wanted)
        is_missing = any(
            info.find(name) is None and not member.is_optional for name, member in wanted.shape.members.items()
        )
        code = Code.MISSING_MEMBER if is_missing else Code.INCOMPATIBLE_MEMBER
        if fits is Relation.NOT_YET:
            code = Code.HELD_DIFFERENTLY
        program.diagnostics.report(
            code, symbol.declaration.name.span, f"{info.name} does not implement {wanted}: {reason}", "make both alike"
        )
