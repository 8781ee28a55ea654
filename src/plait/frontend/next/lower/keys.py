"""Keys of properties, as words."""

from __future__ import annotations

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.library_names import LibraryVariable
from plait.frontend.next.lower.places import private_key


def write_key(code: Code, name: syntax.PropertyName) -> None:
    """Write the load of a property's key as a word."""
    match name:
        case syntax.Identifier(name=text) | syntax.LiteralName(name=text):
            code.key(text)
        case syntax.PrivateName():
            code.word_text(private_key(code, name))
        case syntax.ComputedName(expression=syntax.PropertyAccess() as expression) if _well_known(code, expression):
            pass
        case syntax.ComputedName(expression=expression):
            code.word(expression)
            code.at(expression)
            code.library("toKey")


def _well_known(code: Code, node: syntax.PropertyAccess) -> bool:
    """Write the load of a symbol that the library itself uses, if `node` names one: `Symbol.iterator`."""
    match node:
        case syntax.PropertyAccess(
            object=syntax.Identifier(name="Symbol") as object_, name=syntax.Identifier(name=name)
        ):
            if code.table.symbol_of(object_) is not None and not code.is_library:
                return False
            symbol = code.program.library_name(f"symbol{name[0].upper()}{name[1:]}")
            if not isinstance(symbol, LibraryVariable):
                return False
            code.emit("LOAD_GLOBAL", symbol.index)
            return True
        case _:
            return False
