"""Names: variables of the program, of other files, and what the library declares."""

from __future__ import annotations

from typing import Final, assert_never

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.library_source import declared_values
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.library_names import LibraryConstant, LibraryFunction, LibraryName, LibraryVariable
from plait.frontend.next.lower.properties import get_named
from plait.frontend.next.lower.variables import load_variable
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Namespace, Variable

_CONSTANTS: Final = {"NaN": float("nan"), "Infinity": float("inf")}

GLOBAL_OBJECT: Final = "globalThis"

VALUES: Final = frozenset({"undefined", *_CONSTANTS})
"""Names of the library that are values which no declaration gives."""


def load_name(code: Code, variable: Variable, node: syntax.Node | None = None) -> Held:
    """Write the load of a variable of this file."""
    return load_variable(code, variable, node)


def lower_identifier(code: Code, node: syntax.Identifier) -> Held:
    """A name as an expression."""
    variable = code.table.variable_of(node)
    symbol = code.table.symbol_of(node)
    if variable is not None:
        return load_variable(code, variable, node)
    namespace = code.table.namespace_of(node)
    if namespace is not None:
        return load_namespace(code, namespace)
    if symbol is not None and symbol.flags & SymbolFlags.IMPORT:
        code.report(Diagnosis.LIBRARY, node, f"`{node.name}` is imported from nowhere", "check the import")
        code.undefined()
        return Held.WORD
    if symbol is not None and symbol.flags & SymbolFlags.ENUM_MEMBER:
        return _enum_member(code, node)
    is_nowhere = symbol is None or symbol.scope is code.table.bound.scope
    return load_global(code, node, node.name, is_nowhere)


def load_namespace(code: Code, namespace: Namespace) -> Held:
    """Write the load of the object of a namespace import."""
    if code.reachable:
        code.emit("LOAD_GLOBAL", code.program.namespace_object(namespace))
    return Held.WORD


def imported_member(code: Code, node: syntax.PropertyAccess) -> Variable | Namespace | None:
    """What `namespace.name` means, where the object is an imported namespace."""
    if not isinstance(node.object, syntax.Identifier) or not isinstance(node.name, syntax.Identifier):
        return None
    namespace = code.table.namespace_of(node.object)
    return None if namespace is None else namespace.members.get(node.name.name)


def _enum_member(code: Code, node: syntax.Identifier) -> Held:
    """A member of an enum, inside of the enum: a property of its object."""
    if code.enum_object is None:
        raise AssertionError("members of enums are named alone inside of the enum")
    get_named(code, code.enum_object, node.name, node)
    return Held.WORD


def load_global(code: Code, node: syntax.Node, name: str, is_nowhere: bool = False) -> Held:
    """Write the load of a name of the library.

    What the file declares to be somewhere else, and what nothing declares (which comments can keep from being
    reported), throws where it is read.
    """
    if name == "undefined":
        code.undefined()
        return Held.WORD
    if name in _CONSTANTS:
        code.emit("CONST_F64", _CONSTANTS[name])
        return Held.NUMBER
    if name == GLOBAL_OBJECT and not code.is_library:
        code.program.has_global_object = True
    meaning = library_meaning(code, name)
    if meaning is None and is_nowhere:
        return _load_from_nowhere(code, node, name)
    if meaning is None:
        report_missing(code, node, name)
        code.undefined()
        return Held.WORD
    return _load_meaning(code, node, name, meaning)


def library_meaning(code: Code, name: str) -> LibraryName | None:
    """What a name of the library means here: programs see what it declares, its bodies all of it."""
    is_seen = code.is_library or name == GLOBAL_OBJECT or name in declared_values()
    return code.program.library_name(name) if is_seen else None


def _load_from_nowhere(code: Code, node: syntax.Node, name: str) -> Held:
    """Write the load of a name that nothing declares: a property of the global object, or an error."""
    code.at(node)
    if not code.program.names_global_object:
        code.throws("notDefined", name)
        code.undefined()
        return Held.WORD
    load_global_object(code, node)
    code.key(name)
    code.library("globalNamed")
    return Held.WORD


def load_global_object(code: Code, node: syntax.Node) -> None:
    """Write the load of the global object."""
    load_global(code, node, GLOBAL_OBJECT)


def _load_meaning(code: Code, node: syntax.Node, name: str, meaning: LibraryName) -> Held:
    """Write the load of what a name of the library means."""
    match meaning:
        case LibraryConstant(value=str(text)):
            code.text(text)
            return Held.STRING
        case LibraryConstant(value=number):
            code.emit("CONST_F64", float(number))
            return Held.NUMBER
        case LibraryFunction():
            value = code.program.library_value(name)
            if value is None:
                report_missing(code, node, name)
                code.undefined()
                return Held.WORD
            code.emit("LOAD_GLOBAL", value)
            return Held.FUNCTION
        case LibraryVariable(index=index, held=held):
            code.emit("LOAD_GLOBAL", index)
            return held
        case _:
            assert_never(meaning)


def report_missing(code: Code, node: syntax.Node, name: str) -> None:
    """Report a name of the library that is declared but not there; a body of the library throws when it comes there."""
    if code.is_library:
        code.throws("notDefined", name)
        return
    code.report(Diagnosis.LIBRARY, node, f"`{name}` is not in plait's library", "use something else")
