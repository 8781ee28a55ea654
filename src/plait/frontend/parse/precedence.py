"""Operators by how tight they bind, and what can stand around type arguments.

The levels are those of the ECMAScript grammar (13.5 to 13.13 of ECMA-262); `as` and `satisfies` bind as `<` does.
"""

from __future__ import annotations

from typing import Final

from plait.frontend.words import words

_LEVELS: Final = (
    ("??",),
    ("||",),
    ("&&",),
    ("|",),
    ("^",),
    ("&",),
    ("==", "!=", "===", "!=="),
    ("<", ">", "<=", ">=", "instanceof", "in", "as", "satisfies"),
    ("<<", ">>", ">>>"),
    ("+", "-"),
    ("*", "/", "%"),
    ("**",),
)
PRECEDENCE: Final = {operator: level for level, operators in enumerate(_LEVELS, 1) for operator in operators}
"""The level of each operator between two operands, from 1 for the loosest."""

POWER: Final = PRECEDENCE["**"]
"""The one level whose operands are grouped from the right."""

PREFIXES: Final = words("+ - ! ~ typeof void delete await")
ASSIGNMENTS: Final = words("= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??=")

AFTER_NO_TYPE_ARGUMENTS: Final = words(". [ ! optional_chain ?. < > >> >>> >= >>= >>>= + -")
"""What cannot follow type arguments that no list of arguments follows."""
