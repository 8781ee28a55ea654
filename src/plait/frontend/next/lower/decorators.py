"""Decorators: evaluating them, calling them, and running what they have added.

Nothing is written for classes without decorators.
"""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.calls import callee_of
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.keys import write_key
from plait.frontend.next.lower.places import load_part
from plait.frontend.next.lower.variables import begin_variable
from plait.frontend.next.represent.decorated import (
    Decorated,
    decorated_members,
    has_decorated_objects,
    is_decorated,
    is_field,
    is_signature,
)
from plait.frontend.next.represent.held import MACHINE, Held
from plait.frontend.next.represent.units import Parts


def begin_decorations(code: Code, node: syntax.Class) -> None:
    """Write the evaluation of the decorators of a class itself, and the list of all that belongs to its decorators."""
    if not is_decorated(node):
        return
    _decorators(code, node.decorators)
    code.library("newDecorations")
    begin_variable(code, code.table.parts[node, Parts.DECORATIONS])


def begin_member(code: Code, node: syntax.Class, member: syntax.ClassMember) -> None:
    """Write the evaluation of the decorators of a member."""
    if isinstance(member, Decorated) and member.modifiers.decorators and not is_signature(member):
        _load_decorations(code, node)
        _decorators(code, member.modifiers.decorators)
        code.library("addDecorated")


def _decorators(code: Code, decorators: tuple[syntax.Decorator, ...]) -> None:
    """Write the list of what decorators are, each with the object whose method it is."""
    code.emit("NEW_ARRAY", code.type_index(MACHINE[Held.WORD]))
    with code.temporary(Held.LIST) as list_:
        code.store(list_)
        for decorator in decorators:
            code.at(decorator)
            with callee_of(code, decorator.expression) as callee:
                code.load(list_)
                callee.load_word(code)
                code.emit("ARRAY_PUSH_ANY")
                code.load(list_)
                callee.load_self(code)
                code.emit("ARRAY_PUSH_ANY")
        code.load(list_)


def decorate_members(code: Code, node: syntax.Class, class_: int, prototype: int) -> None:
    """Write the calls of the decorators of members: of methods and accessors before those of fields, of static ones
    before others.
    """
    if not is_decorated(node):
        return
    _load_decorations(code, node)
    if node.base is None:
        code.undefined()
    else:
        load_part(code, node, Parts.BASE)
    code.library("beginDecorating")
    members = decorated_members(node)
    for member in sorted(members, key=lambda item: (is_field(item), not item.modifiers.is_static)):
        code.at(member.modifiers.decorators[0])
        _load_decorations(code, node)
        code.emit("CONST_F64", float(_index(node, member)))
        code.load(class_ if member.modifiers.is_static else prototype)
        _write_kept_key(code, member)
        code.text(_kind(member))
        code.emit("CONST_TRUE" if member.modifiers.is_static else "CONST_FALSE")
        code.library("decorateMember")


def _write_kept_key(code: Code, member: Decorated) -> None:
    if (member, Parts.KEY) in code.table.parts:
        load_part(code, member, Parts.KEY)
    else:
        write_key(code, member.name)


def _kind(member: Decorated) -> str:
    """What kind of member a decorator is told."""
    if isinstance(member, syntax.PropertyDeclaration):
        return "accessor" if member.modifiers.is_accessor else "field"
    match member.function.kind:
        case syntax.FunctionKind.GETTER:
            return "getter"
        case syntax.FunctionKind.SETTER:
            return "setter"
        case _:
            return "method"


def _index(node: syntax.Class, member: Any) -> int:
    """Where a member's part of the list stands."""
    return 1 + decorated_members(node).index(member)


def decorate_class(code: Code, node: syntax.Class, class_: int) -> None:
    """Write the calls of the decorators of a class in a local, which gets what they make of it. What replaces the
    class has its private static methods too.
    """
    if not is_decorated(node):
        return
    with code.temporary() as original:
        code.load(class_)
        code.store(original)
        code.at(node)
        _load_decorations(code, node)
        code.load(class_)
        code.library("decorateClass")
        code.store(class_)
        for member in node.members if node.decorators else ():
            if isinstance(member, Decorated) and _is_shared(member):
                code.load(original)
                code.load(class_)
                write_key(code, member.name)
                code.library("sharePrivate")


def _is_shared(member: Decorated) -> bool:
    """Whether a member is a private static method or accessor."""
    return isinstance(member.name, syntax.PrivateName) and member.modifiers.is_static and not is_field(member)


def run_static(code: Code, node: syntax.Class, class_: int) -> None:
    """Write what decorators of static methods have added."""
    if is_decorated(node):
        _load_decorations(code, node)
        code.load(class_)
        code.library("runStatic")


def run_class(code: Code, node: syntax.Class, class_: int) -> None:
    """Write what decorators of the class itself have added."""
    if node.decorators:
        _load_decorations(code, node)
        code.load(class_)
        code.library("runClass")


def run_instance(code: Code, node: syntax.Class) -> None:
    """Write what decorators of methods have added, before the fields of an object are initialised."""
    if has_decorated_objects(node):
        _load_decorations(code, node)
        _load_self(code)
        code.library("runInstance")


def run_initializers(code: Code, node: syntax.Class, member: syntax.PropertyDeclaration, value: int) -> None:
    """Write what decorators of a field make of its value in a local."""
    if not member.modifiers.decorators:
        return
    _load_decorations(code, node)
    code.emit("CONST_F64", float(_index(node, member)))
    _load_self(code)
    code.load(value)
    code.library("runInitializers")
    code.store(value)


def run_added(code: Code, node: syntax.Class, member: syntax.PropertyDeclaration) -> None:
    """Write what decorators of a field have added, behind its definition."""
    if not member.modifiers.decorators:
        return
    _load_decorations(code, node)
    code.emit("CONST_F64", float(_index(node, member)))
    _load_self(code)
    code.library("runAdded")


def _load_decorations(code: Code, node: syntax.Class) -> None:
    load_part(code, node, Parts.DECORATIONS)
    code.convert(Held.WORD, Held.LIST)


def _load_self(code: Code) -> None:
    """Write the load of the object or class whose parts are initialised."""
    if code.this_local is None:
        raise AssertionError("fields are initialised in an object or a class")
    code.load(code.this_local)
