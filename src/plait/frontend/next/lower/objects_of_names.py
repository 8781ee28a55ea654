"""Enums and namespaces: objects with what they export."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.lower.classes import make_class
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.literals import named_value
from plait.frontend.next.lower.program_tables import PendingLive, captured_type
from plait.frontend.next.lower.statements import begin_or_assign, names_in, statements
from plait.frontend.next.lower.variables import begin_variable, load_for_capture, load_variable
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Variable, is_live_export


def lower_enum(code: Code, node: syntax.EnumDeclaration) -> None:
    """`enum E { A, B = 5 }`: an object with the members, and the names of those that are numbers."""
    variable = code.table.variable_of(node.name)
    if variable is None:
        return
    with code.temporary() as object_, code.temporary() as value:
        _open_object(code, variable, object_, node)
        outer, code.enum_object = code.enum_object, object_
        for index, member in enumerate(node.members):
            _enum_member(code, object_, value, member, is_first=index == 0)
        code.enum_object = outer


def _open_object(code: Code, variable: Variable, object_: int, node: Any) -> None:
    """Write the object of an enum or namespace into a local: made for its first part, found for the others."""
    symbol = variable.symbol
    made = SymbolFlags.CLASS | SymbolFlags.FUNCTION
    others = [] if symbol is None else [item for item in symbol.declarations if item is not node]
    is_first = symbol is not None and not symbol.flags & made and all(item.start > node.start for item in others)
    if is_first:
        code.library("newObject")
        code.store(object_)
        code.load(object_)
        begin_or_assign(code, variable, "const")
    else:
        code.convert(load_variable(code, variable), Held.WORD)
        code.store(object_)


def _enum_member(code: Code, object_: int, value: int, member: syntax.EnumMember, is_first: bool) -> None:
    """A member; without a value it is one more than the one before."""
    if member.value is not None:
        code.word(member.value)
    elif is_first:
        code.emit("CONST_F64", 0.0)
        code.emit("BOX_F64")
    else:
        code.load(value)
        code.to_number(Held.WORD)
        code.emit("CONST_F64", 1.0)
        code.emit("FADD")
        code.emit("BOX_F64")
    code.store(value)
    code.load(object_)
    code.key(member.name.name)
    code.load(value)
    code.library("defineMember")


def lower_namespace(code: Code, node: syntax.ModuleDeclaration) -> None:
    """`namespace N { }`: its statements, and an object with what they export."""
    if isinstance(node.name, syntax.LiteralName) or not isinstance(node.name, syntax.Identifier):
        return
    variable = code.table.variable_of(node.name)
    if variable is None or not _has_values(node):
        return
    with code.temporary() as object_:
        _open_object(code, variable, object_, node)
        outer, code.namespace = code.namespace, object_
        statements(code, node.body)
        code.namespace = outer


def _has_values(node: syntax.ModuleDeclaration) -> bool:
    """Whether anything in a namespace is there at run time."""
    types = (syntax.InterfaceDeclaration, syntax.TypeAliasDeclaration, syntax.Ambient)
    for statement in node.body:
        inner: Any = statement.statement if isinstance(statement, syntax.ExportDeclaration) else statement
        if isinstance(inner, syntax.ModuleDeclaration):
            if _has_values(inner):
                return True
        elif not isinstance(inner, types):
            return True
    return False


def lower_export(code: Code, node: syntax.ExportDeclaration) -> None:
    """`export` before a declaration: in a namespace its object gets what is declared."""
    default = code.table.default
    if node.is_default and default is not None:
        _default_class(code, node.statement, default)
        return
    code.statement(node.statement)
    is_type = isinstance(node.statement, syntax.ImportAlias) and not code.table.means_value(node.statement)
    if code.namespace is None or is_type:
        return
    for name in _exported(node.statement):
        variable = code.table.variable_of(name)
        if variable is not None:
            _export(code, code.namespace, variable, name)


def _default_class(code: Code, statement: Any, default: Variable) -> None:
    """A class without a name that is the default export. Functions have been made at the beginning."""
    if isinstance(statement, syntax.ClassDeclaration):
        with code.temporary() as class_:
            make_class(code, statement.declaration, "default", class_)
            code.load(class_)
            begin_variable(code, default)


def lower_export_default(code: Code, node: syntax.ExportDefault) -> None:
    """`export default x`; a type gives nothing."""
    if code.table.is_type(node.expression):
        return
    default = code.table.default
    held = named_value(code, node.expression, "default")
    if default is None:
        code.emit("POP")
    else:
        code.convert(held, Held.WORD)
        begin_variable(code, default)


def _exported(statement: Any) -> list[syntax.Identifier]:
    match statement:
        case syntax.VariableStatement(declarators=declarators):
            return [name for declarator in declarators for name in names_in(declarator.target)]
        case syntax.FunctionDeclaration(function=function):
            if isinstance(function.name, syntax.Identifier) and function.body is not None:
                return [function.name]
        case syntax.ClassDeclaration(declaration=declaration):
            return [] if declaration.name is None else [declaration.name]
        case syntax.EnumDeclaration(name=name):
            return [name]
        case syntax.ModuleDeclaration(name=syntax.Identifier() as name):
            return [name]
        case syntax.ImportAlias(name=name):
            return [name]
        case _:
            pass
    return []


def _export_live(code: Code, object_: int, variable: Variable, name: syntax.Identifier) -> None:
    """The property of a namespace's object that is a variable."""
    if not code.reachable:
        return
    cell = captured_type(variable)
    with code.temporary() as getter, code.temporary() as setter:
        for local, is_setter in ((getter, False), (setter, True)):
            index = code.program.closure_function(name.name, (cell,))
            code.program.pending.append(PendingLive(index, code.table, is_setter))
            code.word_text(f"m{int(is_setter)}:{name.name}")
            load_for_capture(code, variable)
            code.emit("MAKE_CLOSURE", index, 2)
            code.emit("BOX_REF")
            code.store(local)
        code.load(object_)
        code.key(name.name)
        code.load(getter)
        code.load(setter)
        code.library("defineLive")


def _export(code: Code, object_: int, variable: Variable, name: syntax.Identifier) -> None:
    if is_live_export(code.table, variable):
        _export_live(code, object_, variable, name)
        return
    with code.temporary() as value:
        code.convert(load_variable(code, variable), Held.WORD)
        code.store(value)
        code.load(object_)
        code.key(name.name)
        code.load(value)
        code.library("defineField")
