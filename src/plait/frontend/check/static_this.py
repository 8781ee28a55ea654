"""Classes as the objects of their static members: by their names, and as `this` and `super` inside of these.

`this` in a static member is the class that it is called through. Here it is always the class that declares the member:
an inherited member that uses `this` must not be called through another class.
"""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check.context import ClassSymbol, Context, FunctionSymbol
from plait.frontend.check.members import Member
from plait.frontend.codes import Code
from plait.frontend.syntax.parts import parts_of
from plait.source import Span


def class_named(context: Context, node: syntax.Expression) -> ClassSymbol | None:
    """The class that an expression names; None if it is something else."""
    match node:
        case syntax.Name(name=name):
            symbol = context.scope.find(name)
            return symbol if isinstance(symbol, ClassSymbol) else None
        case syntax.This() if context.function.static_class is not None:
            return context.program.classes.symbol(context.function.static_class)
        case _:
            return None


def static_base(context: Context) -> ClassSymbol | None:
    """The class that `super` stands for in a static member; None elsewhere, and where there is none of the program."""
    info = context.function.static_class
    if info is None or info.base is None or info.base.is_builtin:
        return None
    return context.program.classes.symbol(info.base)


def check_inherited(context: Context, span: Span, member: Member, symbol: ClassSymbol, by_super: bool) -> bool:
    """Whether a static member may be used through a class; if not, because `this` is another one, it is reported."""
    if (member.owner is symbol.info and not by_super) or member.owner is None or not _uses_this(member):
        return True
    context.report(
        Code.EXPRESSION,
        span,
        f"`{member.name}` of {member.owner.name} uses `this`, which would be another class here",
        f"name the class in `{member.name}`, instead of `this`",
    )
    return False


def check_value(context: Context, span: Span, member: Member) -> bool:
    """Whether a static method may be used as a value; if not, because it would lose `this`, it is reported."""
    if not _uses_this(member):
        return True
    name = f"{member.owner.name}.{member.name}" if member.owner is not None else member.name
    context.report(
        Code.FUNCTION_VALUE,
        span,
        f"`{name}` uses `this`, which is lost when it is called as a value",
        f"write a function that calls it: `() => {name}()`",
    )
    return False


def check_written(context: Context, span: Span, member: Member, symbol: ClassSymbol) -> bool:
    """Whether a static field may be assigned through a class: JavaScript makes another field if it is inherited."""
    if member.owner is symbol.info or member.owner is None:
        return True
    name = f"{member.owner.name}.{member.name}"
    context.report(
        Code.EXPRESSION,
        span,
        f"this would not assign `{name}`, but give {symbol.info.name} a property of its own",
        f"write `{name}`, or declare `{member.name}` in {symbol.info.name} too",
    )
    return False


def _uses_this(member: Member) -> bool:
    functions = (member.function, member.getter, member.setter)
    return any(function is not None and _mentions_this(function) for function in functions)


def _mentions_this(function: FunctionSymbol) -> bool:
    pending: list[object] = [function.declaration.parameters, function.declaration.body]
    while pending:
        node = pending.pop()
        match node:
            case syntax.This() | syntax.SuperMember():
                return True
            case syntax.ClassDeclaration() | syntax.FunctionDeclaration(is_arrow=False):
                pass
            case _:
                pending.extend(parts_of(node))
    return False
