"""Functions of a module that only the embedding program calls, by name: no program can write these names.

Modules have them that are compiled by flow from programs that export something, or declare functions of the host that
take or give data.
"""

from __future__ import annotations

from typing import Final

from plait.bytecode.module import Module

EXPORTED_VALUES: Final = "exported values"
"""Without parameters: a new object with the functions, classes and constants that the program exports, by name."""

EXPORTED_VARIABLES: Final = "exported variables"
"""The same of what may change, as it is now."""

HOST_CLASSES_OF_PROGRAM: Final = "classes for the host"
"""Without parameters: an object of the classes Date, Map, Set, Uint8Array under 0, 1, 2, 3, as far as it names them."""

BEGIN_PROGRAM: Final = "begin the program"
"""Without parameters: as the main function, up to where the top level first waits; gives the promise of its end."""

SERVE_HOST: Final = "serve the host"
"""An operation (`library/bodies/embedding.ts`) and three words that it is about; gives a word."""


def find_host_function(module: Module, name: str) -> int | None:
    """The index of one of these functions; None if the module does not have it."""
    for index in range(module.first_function, len(module.functions)):
        if module.functions[index].name == name:
            return index
    return None
