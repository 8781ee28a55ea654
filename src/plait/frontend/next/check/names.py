"""Names, `this` and `super` as expressions."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE, VARIABLE, Symbol, SymbolFlags
from plait.frontend.next.check.evolving import collected_array, evolving_array
from plait.frontend.next.check.flow import pattern_flow_type
from plait.frontend.next.check.iteration import loop_variable_type
from plait.frontend.next.check.references import is_constant
from plait.frontend.next.check.signatures import initial_parameter_type
from plait.frontend.next.check.state import State
from plait.frontend.next.check.support import key_taken, nearest_name
from plait.frontend.next.types.evaluation import try_access
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
    if node.name == "arguments" and c.places.arguments_function(node) is not None:
        return c.library_type("IArguments", ())
    if node.name != "eval" and _is_asked_for(c, node):
        return c.store.opaque
    if node.name in _MISSING:
        c.report(Code.LIBRARY, node, f"`{node.name}` is not there")
        return c.store.opaque
    near = nearest_name(c, node.name, lambda: _names_in_scope(c, node))
    hint = f"did you mean `{near}`?" if near else "declare it, or look for a misspelling"
    c.report(Code.UNKNOWN_NAME, node, f"`{node.name}` is not declared", hint)
    return c.store.opaque


def _is_asked_for(c: State, node: syntax.Identifier) -> bool:
    """Whether the file asks by `typeof` for a name, which is there in other places where it runs."""
    if c.asked is None:
        c.asked = {
            (c.places.module_of(operand), operand.name)
            for operand in (item.operand for item in c.places.parents if isinstance(item, syntax.Unary))
            if isinstance(operand, syntax.Identifier) and getattr(c.places.parent(operand), "operator", "") == "typeof"
        }
    return (c.places.module_of(node), node.name) in c.asked


def is_unknown_name(c: State, node: syntax.Identifier) -> bool:
    """Whether nothing declares a name: programs that run in several places ask `typeof` for what is there."""
    return c.resolved.get(node) is None and node.name not in _ALWAYS_THERE


_ALWAYS_THERE: Final = frozenset({"undefined", "globalThis", "arguments"})
"""Names that no declaration gives."""

_MISSING: Final = frozenset(
    {
        "Atomics",
        "Intl",
        "Proxy",
        "SharedArrayBuffer",
        "WebAssembly",
        "eval",
    }
)
"""Names of JavaScript's library that this one does not have."""


def _names_in_scope(c: State, node: Any) -> list[str]:
    """All names that can be used at a place."""
    scope = c.places.scope_at(c.scopes, node)
    return [] if scope is None else list(scope.all_names())


def _check_order(c: State, node: syntax.Identifier, symbol: Symbol) -> None:
    """A class or block-scoped variable cannot be used before its declaration in the same function."""
    if (
        not symbol.flags & (SymbolFlags.BLOCK_VARIABLE | SymbolFlags.CLASS | SymbolFlags.ENUM)
        or not symbol.declarations
    ):
        return
    if symbol.flags & (SymbolFlags.AMBIENT | SymbolFlags.FUNCTION):
        return
    declaration = symbol.declarations[0]
    if node in c.imported or node.start >= declaration.start or c.places.is_in_type_query(node):
        return
    if c.places.function_at(node) is not symbol.function or symbol.scope is None:
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
    if node in c.imported or (symbol.flags & SymbolFlags.AMBIENT and not symbol.flags & SymbolFlags.PARAMETER):
        return c.flow_type(node, declared)
    is_evolving = declared is store.auto or declared is evolving_array(c)
    known = declared
    if isinstance(declared, TypeParameter):
        bound = base_constraint(store, declared)
        if isinstance(bound, Union) and c.places.is_constraint_position(node):
            known = bound
    is_initialized = _is_initialized(c, node, symbol, declared)
    if is_evolving:
        initial = store.undefined if not is_initialized else declared
    elif is_initialized:
        initial = _initial(c, symbol, known)
    else:
        initial = optional(store, known)
    taken = narrowed_part(c, node, symbol)
    if taken is not None:
        return c.flow_type(node, taken)
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


def _initial(c: State, symbol: Symbol, known: Type) -> Type:
    """What is known of a variable with a value where its function begins."""
    declaration = symbol.declarations[0]
    if isinstance(declaration, syntax.Parameter) and declaration.default is not None and declaration.type is not None:
        return initial_parameter_type(c, declaration)
    return known


def _evolved(c: State, node: syntax.Identifier, symbol: Symbol, declared: Type, found: Type) -> Type:
    store = c.store
    if found is declared:
        # A function uses it: what has been assigned there is not known.
        if declared is store.auto:
            return store.any
        return collected_array(c, symbol)
    element = element_of_array(found)
    if (
        element is not None
        and (declared is not store.auto or element.flags & F.NEVER)
        and (c.places.is_array_operation(node) or element.flags & F.NEVER)
    ):
        return store.array(store.any)
    return found


def _has_undefined(type: Type) -> bool:
    return any(item.flags & (F.UNDEFINED | F.VOID | ANY_LIKE | F.UNKNOWN) for item in constituents_of(type))


def _is_initialized(c: State, node: syntax.Identifier, symbol: Symbol, declared: Type) -> bool:
    """Whether a variable certainly has a value wherever it is used."""
    parent = c.places.parent(node)
    if symbol.flags & SymbolFlags.PARAMETER or isinstance(parent, syntax.NonNull):
        return True
    if isinstance(parent, syntax.Assignment) and parent.target is node and parent.operator in ("??=", "||=", "&&="):
        return True
    declaration = symbol.declarations[0]
    if not isinstance(declaration, syntax.VariableDeclarator):
        return True
    if declaration.is_definite or declaration.value is not None:
        return True
    if c.loops.get(declaration) is not None:
        return True
    if c.places.function_at(node) is not symbol.function:
        return True
    if declared is c.store.auto:
        return False
    return _has_undefined(declared)


def narrowed_part(c: State, node: syntax.Identifier, symbol: Symbol) -> Type | None:
    """The type of a constant that a pattern takes out of a union, by what is known of the others taken out with it."""
    element = symbol.declarations[0] if symbol.declarations else None
    if not isinstance(element, syntax.PatternElement) or element.default is not None or element.is_rest:
        return None
    source = c.sources.get(element)
    pattern: Any = getattr(source, "target", None)
    key = key_taken(pattern, element)
    if key is None or len(pattern.elements) < 2 or not is_constant(symbol):
        return None
    if isinstance(source, syntax.Parameter):
        whole = initial_parameter_type(c, source)
    elif isinstance(source, syntax.VariableDeclarator) and (source.value is not None or source in c.loops):
        if source in c.parts_in_progress:
            return None
        c.parts_in_progress.add(source)
        whole = loop_variable_type(c, c.loops[source]) if source in c.loops else c.initializer_type(source)
        c.parts_in_progress.discard(source)
    else:
        return None
    if not isinstance(whole, Union):
        return None
    found = pattern_flow_type(c, node, pattern, whole)
    if found is whole:
        return None
    return try_access(c.store, found, c.store.literal(key))
