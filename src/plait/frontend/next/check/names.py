"""Names, `this` and `super` as expressions."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE, VARIABLE, Symbol, SymbolFlags
from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import declared_of_node, written_type
from plait.frontend.next.types.instantiation import element_of_array
from plait.frontend.next.types.lookup import base_constraint
from plait.frontend.next.types.model import ANY_LIKE, F, Type, TypeParameter, Union
from plait.frontend.next.types.unions import constituents_of, optional


def identifier(c: State, node: syntax.Identifier) -> Type:
    """A name that is read."""
    symbol = c.resolved.get(node)
    if symbol is None:
        return _unresolved(c, node)
    if not symbol.flags & VALUE:
        c.report(Code.CLASS_AS_VALUE, node, f"`{node.name}` is a type, not a value")
        return c.store.opaque
    declared = c.type_of_symbol(symbol)
    if not symbol.flags & VARIABLE or symbol.flags & (SymbolFlags.FUNCTION | SymbolFlags.CLASS):
        _check_order(c, node, symbol)
        return declared
    return _variable(c, node, symbol, declared)


def _unresolved(c: State, node: syntax.Identifier) -> Type:
    if node.name == "undefined":
        return c.store.undefined
    if node.name == "globalThis":
        return c.store.any
    near = get_close_matches(node.name, c.names_in_scope(node), 1)
    hint = f"did you mean `{near[0]}`?" if near else "declare it, or look for a misspelling"
    c.report(Code.UNKNOWN_NAME, node, f"`{node.name}` is not declared", hint)
    return c.store.opaque


def _check_order(c: State, node: syntax.Identifier, symbol: Symbol) -> None:
    """A class or block-scoped variable cannot be used before its declaration in the same function."""
    if not symbol.flags & (SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CLASS | SymbolFlags.ENUM) or not symbol.declarations:
        return
    if symbol.flags & (SymbolFlags.AMBIENT | SymbolFlags.FUNCTION):
        return
    declaration = symbol.declarations[0]
    if node.start >= declaration.start or c.is_in_type_query(node):
        return
    if c.function_at(node) is not symbol.function or symbol.scope is None:
        return
    if declaration not in c.own_declarations:
        return
    c.report(
        Code.USED_BEFORE_DECLARATION,
        node,
        f"`{node.name}` is used before its declaration",
        "move the declaration up, or the use down",
    )


def _variable(c: State, node: syntax.Identifier, symbol: Symbol, declared: Type) -> Type:
    store = c.store
    _check_order(c, node, symbol)
    if symbol.flags & SymbolFlags.AMBIENT and not symbol.flags & SymbolFlags.PARAMETER:
        return c.flow_type(node, declared)
    is_evolving = declared is store.auto or declared is c.evolving_array()
    known = declared
    if isinstance(declared, TypeParameter):
        bound = base_constraint(store, declared)
        if isinstance(bound, Union) and c.is_constraint_position(node):
            known = bound
    is_initialized = _is_initialized(c, node, symbol, declared)
    if is_evolving:
        initial = store.undefined if not is_initialized else declared
    elif is_initialized:
        initial = known
    else:
        initial = optional(store, known)
    taken = c.narrowed_part(node, symbol)
    if taken is not None:
        return taken
    found = c.flow_type(node, known, initial)
    if is_evolving:
        return _evolved(c, node, symbol, declared, found)
    if not is_initialized and not _has_undefined(declared) and _has_undefined(found):
        c.report(
            Code.USED_BEFORE_ASSIGNMENT,
            node,
            f"`{node.name}` is used before it is assigned",
            "give it a value where it is declared",
        )
        return known
    return found


def _evolved(c: State, node: syntax.Identifier, symbol: Symbol, declared: Type, found: Type) -> Type:
    store = c.store
    if found is declared:
        # A function uses it: what has been assigned there is not known.
        if declared is store.auto:
            return store.any
        return c.collected_array(symbol)
    element = element_of_array(found)
    if element is not None and (declared is not store.auto or element.flags & F.NEVER):
        if c.is_array_operation(node) or element.flags & F.NEVER:
            return store.array(store.any)
    return found


def _has_undefined(type: Type) -> bool:
    return any(item.flags & (F.UNDEFINED | F.VOID | ANY_LIKE | F.UNKNOWN) for item in constituents_of(type))


def _is_initialized(c: State, node: syntax.Identifier, symbol: Symbol, declared: Type) -> bool:
    """Whether a variable certainly has a value wherever it is used."""
    if symbol.flags & SymbolFlags.PARAMETER:
        return True
    declaration = symbol.declarations[0]
    if not isinstance(declaration, syntax.VariableDeclarator):
        return True
    if declaration.is_definite or declaration.value is not None:
        return True
    if c.loop_of(declaration) is not None:
        return True
    if c.function_at(node) is not symbol.function:
        return True
    if declared is c.store.auto:
        return False
    return _has_undefined(declared)


def this(c: State, node: Any) -> Type:
    """`this` as an expression."""
    type = c.this_type(node)
    return c.flow_type(node, type)


def this_type(c: State, node: Any) -> Type:
    """The type of `this` where it stands, by what is around it."""
    context = c.this_context(node)
    match context:
        case None:
            return c.store.undefined
        case syntax.Class() | syntax.InterfaceDeclaration():
            declared = declared_of_node(c, context)
            return declared.this if declared.this is not None else c.store.opaque
        case ("static", syntax.Class() as declaration):
            return c.class_value(declaration)
        case syntax.Function():
            if context.this_type is not None:
                return written_type(c, context.this_type)
            return c.this_in_function(context)
        case ("object", literal):
            return c.object_this(literal)
        case _:
            return c.store.opaque


def super_(c: State, node: syntax.Super) -> Type:
    """`super` as the object of a property."""
    context = c.this_context(node)
    declaration: Any = context
    is_static = False
    if isinstance(context, tuple):
        is_static, declaration = context[0] == "static", context[1]
    if not isinstance(declaration, syntax.Class) or declaration.base is None:
        return c.store.opaque
    if is_static:
        return c.expression(declaration.base)
    declared = declared_of_node(c, declaration)
    bases = c.base_types(declared)
    return bases[0] if bases else c.store.opaque

