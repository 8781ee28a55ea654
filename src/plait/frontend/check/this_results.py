"""Methods that return their object, whatever its class: the result type `this`."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check.context import ProgramState
from plait.frontend.check.members import ClassInfo, Member
from plait.frontend.check.returns import returns
from plait.frontend.codes import Code


def returns_this(info: ClassInfo, function: syntax.FunctionDeclaration) -> bool:
    """Whether a method returns its object: by its result type, or because it has none and returns nothing else."""
    match function.result:
        case None:
            values = _values(function)
            return bool(values) and not function.is_async and all(_gives_this(info, value) for value in values)
        case syntax.NamedType(name="this"):
            return True
        case _:
            return False


def check_this_results(program: ProgramState, info: ClassInfo, members: tuple[syntax.ClassMember, ...]) -> None:
    """Report what methods of a class with the result type `this` return beside their object."""
    for item in members:
        if not isinstance(item, syntax.MethodDeclaration) or item.modifiers.is_static:
            continue
        if not isinstance(item.function.result, syntax.NamedType) or item.function.result.name != "this":
            continue
        for value in _values(item.function):
            if not _gives_this(info, value):
                program.diagnostics.report(
                    Code.TYPE_MISMATCH,
                    value.span,
                    "a method with the result `this` returns `this`",
                    "write `this`, or a call of another such method: `this.f()`",
                )


def _values(function: syntax.FunctionDeclaration) -> list[syntax.Expression]:
    return [node.value for node in returns(function.body) if node.value is not None]


def _gives_this(info: ClassInfo, value: syntax.Expression) -> bool:
    """Whether the value of an expression in a method of the class is always its object."""
    match value:
        case syntax.This():
            return True
        case syntax.Sequence(second=second):
            return _gives_this(info, second)
        case syntax.Conditional(then=then, otherwise=otherwise):
            return _gives_this(info, then) and _gives_this(info, otherwise)
        case syntax.Call(callee=syntax.Member(object=object_, name=name), is_optional=False):
            return _gives_this(info, object_) and _is_such(info.find(name))
        case syntax.Call(callee=syntax.SuperMember(name=name), is_optional=False):
            return info.base is not None and _is_such(info.base.find(name))
        case _:
            return False


def _is_such(member: Member | None) -> bool:
    return member is not None and member.returns_this
