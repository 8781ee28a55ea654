"""Classes: their constructor and prototype, members, fields, private names."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.calls import has_fields, parameter_properties
from plait.frontend.next.lower.closures import length_of, make_closure, make_function, prefix_of
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.decorators import (
    begin_decorations,
    begin_member,
    decorate_class,
    decorate_members,
    run_added,
    run_class,
    run_initializers,
    run_instance,
    run_static,
)
from plait.frontend.next.lower.keys import write_key
from plait.frontend.next.lower.literals import key_text, name_by_key, named_value
from plait.frontend.next.lower.places import load_part
from plait.frontend.next.lower.program_tables import captured_type, default_captures
from plait.frontend.next.lower.properties import append_or_define, append_property, get_named
from plait.frontend.next.lower.variables import begin_variable, load_for_capture, load_place
from plait.frontend.next.represent.expected import constructor_of
from plait.frontend.next.represent.held import MACHINE, Held
from plait.frontend.next.represent.units import Parts, Storage, Variable

NAMESPACES: Final = frozenset({"JSON", "Math", "Reflect"})
"""Classes of the library that are written for their static members alone: plain objects with these members."""

ENUMERABLE: Final = frozenset({"URL", "URLSearchParams", "URLSearchParamsIterator"})
"""Classes of the library whose methods and accessors are enumerable."""


def lower_class_expression(code: Code, node: syntax.ClassExpression) -> Held:
    """`class { }` as a value."""
    name, code.class_name = code.class_name, ""
    if node.declaration.name is not None:
        name = node.declaration.name.name
    with code.temporary() as class_:
        make_class(code, node.declaration, name, class_)
        code.load(class_)
    return Held.WORD


def make_class(code: Code, node: syntax.Class, name: str, class_: int) -> None:
    """Write the making of a class into a local, and the beginning of the variable of its name."""
    begin_decorations(code, node)
    _make_base(code, node)
    own = _own_variable(code, node)
    if own is not None and own.storage is Storage.CELL and own not in code.locals:
        code.native("value.absent")
        code.emit("NEW_CELL", code.type_index(MACHINE[Held.WORD]))
        code.store(_own_local(code, own))
    _make_keys(code, node)
    _make_fields(code, node)
    if code.is_library and name in NAMESPACES:
        code.library("newObject")
    else:
        _make_constructor(code, node, name)
        _load_base(code, node)
        code.text(name)
        code.library("makeClass")
    code.store(class_)
    with code.temporary() as prototype:
        get_named(code, class_, "prototype", node)
        code.store(prototype)
        for member in node.members:
            is_made_later = code.is_library and member_name(member) is not None
            if isinstance(member, syntax.MethodDeclaration) and not is_made_later:
                _method(code, member, class_, prototype, code.is_library and name in ENUMERABLE)
            elif isinstance(member, syntax.PropertyDeclaration) and member.modifiers.is_accessor:
                _accessor(code, member, class_, prototype)
        decorate_members(code, node, class_, prototype)
    with code.temporary() as original:
        code.load(class_)
        code.store(original)
        decorate_class(code, node, class_)
        _begin_class(code, node, original, class_)


def _begin_class(code: Code, node: syntax.Class, original: int, class_: int) -> None:
    """Write the beginning of the class's own variable and its static parts. Decorators may have made another class of
    the original one, which has the static members all the same.
    """
    own = _own_variable(code, node)
    if own is not None:
        code.load(class_)
        _begin_own(code, own)
    run_static(code, node, class_)
    _statics(code, node, original, class_)
    run_class(code, node, class_)


def _own_variable(code: Code, node: syntax.Class) -> Variable | None:
    return None if node.name is None else code.table.variable_of(node.name)


def _own_local(code: Code, own: Variable) -> int:
    local = code.locals.get(own)
    if local is None:
        local = code.locals[own] = code.take(captured_type(own))
    return local


def _begin_own(code: Code, own: Variable) -> None:
    if own.storage is Storage.CELL:
        with code.temporary() as value:
            code.store(value)
            load_place(code, own)
            code.load(value)
        code.emit("CELL_SET")
    else:
        begin_variable(code, own)


def _make_base(code: Code, node: syntax.Class) -> None:
    if node.base is None:
        return
    code.word(node.base)
    begin_variable(code, code.table.parts[node, Parts.BASE])


def _load_base(code: Code, node: syntax.Class) -> None:
    if node.base is None:
        code.native("value.absent")
    else:
        load_part(code, node, Parts.BASE)


def _make_keys(code: Code, node: syntax.Class) -> None:
    """The keys of members with computed names if they are used later, and the decorators of members: all in their
    order, before what they name.
    """
    for member in node.members:
        begin_member(code, node, member)
        variable = code.table.parts.get((member, Parts.KEY))
        if variable is not None and isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration):
            write_key(code, member.name)
            if member.modifiers.is_static:
                code.library("staticKey")
            begin_variable(code, variable)


def _write_key(code: Code, member: syntax.PropertyDeclaration | syntax.MethodDeclaration) -> None:
    """Write the load of a member's key, which may have been computed before. Early errors leave no `prototype` but one
    in brackets.
    """
    name = member.name
    if (member, Parts.KEY) in code.table.parts:
        load_part(code, member, Parts.KEY)
        return
    write_key(code, name)
    is_unknown = isinstance(name, syntax.ComputedName) or name.name == "prototype"
    if is_unknown and member.modifiers.is_static and not code.is_library:
        code.library("staticKey")


def _make_fields(code: Code, node: syntax.Class) -> None:
    """The function that initialises the fields of an object."""
    variable = code.table.parts[node, Parts.FIELDS]
    if has_fields(node):
        make_closure(code, code.table.by_node[node], "m0:", "fields")
        code.emit("BOX_REF")
    else:
        code.undefined()
    begin_variable(code, variable)


def _kind(code: Code) -> str:
    """What a class constructor's specification begins with: classes of the library are shown as functions."""
    return "b" if code.is_library else "c"


def _make_constructor(code: Code, node: syntax.Class, name: str) -> None:
    function = constructor_of(node)
    place = code.program.place_of_text(code.table, node)
    if function is not None:
        length = length_of(function, code.is_library)
        make_closure(code, code.table.by_node[function], f"{_kind(code)}{length}{place}:{name}", name)
    elif code.reachable:
        variables = default_captures(code.table, node)
        code.word_text(f"{_kind(code)}0{place}:{name}")
        for variable in variables:
            load_for_capture(code, variable)
        code.emit("MAKE_CLOSURE", code.program.default_constructor(code.table, node, name), 1 + len(variables))
    code.emit("BOX_REF")


def member_name(member: syntax.ClassMember) -> str | None:
    """The name for which a member of a class of the library is made when it is mentioned; None for all other members,
    which are made with the class: those whose names are in brackets among them.
    """
    match member:
        case syntax.MethodDeclaration(name=name, function=function):
            if function.body is None or function.kind is syntax.FunctionKind.CONSTRUCTOR:
                return None
        case syntax.PropertyDeclaration(name=name, modifiers=modifiers):
            if not modifiers.is_static:
                return None
        case _:
            return None
    return name.name if isinstance(name, syntax.Identifier) else None


def add_members(code: Code, variable: Variable, members: list[Any]) -> None:
    """Write the making of members of a class that is there."""
    with code.temporary() as class_, code.temporary() as prototype:
        code.emit("LOAD_GLOBAL", code.program.global_of(variable))
        code.store(class_)
        get_named(code, class_, "prototype", members[0])
        code.store(prototype)
        outer, code.this_local = code.this_local, class_
        for member in members:
            if isinstance(member, syntax.MethodDeclaration):
                _method(code, member, class_, prototype, variable.name in ENUMERABLE)
            else:
                define_field(code, member, class_)
        code.this_local = outer


def _method(code: Code, member: syntax.MethodDeclaration, class_: int, prototype: int, is_enumerable: bool) -> None:
    function = member.function
    if function.body is None or function.kind is syntax.FunctionKind.CONSTRUCTOR:
        return
    shown = "CONST_TRUE" if is_enumerable else "CONST_FALSE"
    home = class_ if member.modifiers.is_static else prototype
    with code.temporary() as key, code.temporary() as method:
        _write_key(code, member)
        code.store(key)
        make_function(code, function, key_text(member.name))
        code.emit("BOX_REF")
        code.store(method)
        name_by_key(code, member.name, function, method, key, prefix_of(function))
        code.load(home)
        code.load(key)
        code.load(method)
        is_private = isinstance(member.name, syntax.PrivateName)
        match function.kind:
            case syntax.FunctionKind.GETTER:
                code.emit(shown)
                code.library("defineGetter")
            case syntax.FunctionKind.SETTER:
                code.emit(shown)
                code.library("defineSetter")
            case _ if is_private or _is_hidden(code, member):
                code.library("definePrivateMethod")
            case _:
                code.emit(shown)
                code.library("defineMethod")


def _is_hidden(code: Code, member: syntax.MethodDeclaration) -> bool:
    """Whether a method is one by which the parts of the library work together, which programs do not see."""
    return code.is_library and isinstance(member.name, syntax.Identifier) and member.name.name.startswith("$")


def _accessor(code: Code, member: syntax.PropertyDeclaration, class_: int, prototype: int) -> None:
    """Write the making of the getter and the setter of `accessor name`."""
    is_static = member.modifiers.is_static
    code.load(class_ if is_static else prototype)
    _write_key(code, member)
    if is_static:
        code.library("newStorage")
        variable = code.table.parts[member, Parts.STORAGE]
        begin_variable(code, variable)
        load_part(code, member, Parts.STORAGE)
        code.convert(Held.WORD, Held.LIST)
        code.library("defineStaticAccessor")
    else:
        code.word_text(storage_key(member))
        code.library("defineStoredAccessor")


def storage_key(member: syntax.PropertyDeclaration) -> str:
    """The private key of the field that an `accessor` is over."""
    name = key_text(member.name) or "_computed"
    return f"#{name.removeprefix('#')}_accessor_storage@{member.start}"


def _statics(code: Code, node: syntax.Class, original: int, class_: int) -> None:
    """Static fields and blocks, in their order, with the class as `this`; fields are those of the original class."""
    outer = code.this_local, code.is_static
    code.this_local, code.is_static = class_, True
    for member in node.members:
        match member:
            case syntax.PropertyDeclaration(modifiers=modifiers) if modifiers.is_static and not modifiers.is_declare:
                if not (code.is_library and member_name(member) is not None):
                    is_private = isinstance(member.name, syntax.PrivateName)
                    define_field(code, member, class_ if is_private else original, node)
            case syntax.StaticBlock(body=body):
                was_inside, code.in_static_block = code.in_static_block, True
                code.statement(body)
                code.in_static_block = was_inside
            case _:
                pass
    code.this_local, code.is_static = outer


def define_field(
    code: Code, member: syntax.PropertyDeclaration, object_: int, node: syntax.Class | None = None
) -> None:
    """Write the definition of a field in the object in a local; of a class with decorators if it is given."""
    if member.modifiers.is_declare or member.modifiers.is_abstract:
        return
    with code.temporary() as key, code.temporary() as value:
        _write_key(code, member)
        code.store(key)
        if member.value is None:
            code.undefined()
        else:
            code.convert(named_value(code, member.value, key_text(member.name)), Held.WORD)
        code.store(value)
        name_by_key(code, member.name, member.value, value, key, "")
        if node is not None:
            run_initializers(code, node, member, value)
        _define(code, member, object_, key, value)
        if node is not None:
            run_added(code, node, member)


def _define(code: Code, member: syntax.PropertyDeclaration, object_: int, key: int, value: int) -> None:
    """Write the definition of a field whose key and value are words in locals."""
    if member.modifiers.is_accessor:
        if member.modifiers.is_static:
            load_part(code, member, Parts.STORAGE)
            code.convert(Held.WORD, Held.LIST)
            code.load(value)
            code.library("setStorage")
        else:
            code.load(object_)
            code.word_text(storage_key(member))
            code.load(value)
            code.library("definePrivateField")
        return
    if not isinstance(member.name, syntax.PrivateName) and not code.is_library:
        append_or_define(code, object_, key, value)
        return
    code.load(object_)
    code.load(key)
    code.load(value)
    if isinstance(member.name, syntax.PrivateName):
        code.library("definePrivateField")
    else:
        code.integer(0)
        code.native("property.define")


def lower_class_statement(code: Code, node: syntax.ClassDeclaration) -> None:
    """`class C { }`."""
    with code.temporary() as class_:
        name = "default" if node.declaration.name is None else node.declaration.name.name
        make_class(code, node.declaration, name, class_)


def initializer(code: Code, node: syntax.Class) -> Any:
    """Write the body of the function that initialises the fields of an object."""
    if code.this_local is None:
        raise AssertionError("fields are initialised in an object")
    for name in parameter_properties(node):
        append_property(code, code.this_local, name, code.undefined)
    run_instance(code, node)
    for member in node.members:
        if isinstance(member, syntax.PropertyDeclaration) and not member.modifiers.is_static:
            define_field(code, member, code.this_local, node)
