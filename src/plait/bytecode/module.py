"""`Module` and its parts: frozen data, as a compiler makes it and as the binary form holds it.

Nothing here is checked beyond what the Python types say: a `Module` may be nonsense. Only the verifier's
`VerifiedModule` is known to be safe to run.
"""

from __future__ import annotations

from dataclasses import dataclass

from plait.isa.value_types import ValueType


@dataclass(frozen=True, slots=True)
class SourcePosition:
    """From the instruction at byte `offset` on, the code is from this line and column (from 1) of the source."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Function:
    """A function. `local_types` are the locals after the parameters; `result` is None for a function without result.

    `positions` is sorted by offset and may be empty. `code` is the encoded instructions.
    """

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None
    local_types: tuple[ValueType, ...]
    code: bytes
    positions: tuple[SourcePosition, ...] = ()


@dataclass(frozen=True, slots=True)
class Global:
    """A global variable. Numbers start as 0 and bools as false; loading a reference before it was stored throws."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class Module:
    """A program. `types` and `strings` are what type and string immediates index.

    Strings and names are UTF-16: lone surrogates are allowed, but two that form a pair are one character.

    `main` is the index of the function, without parameters, that `execute` runs; None when there is none.
    """

    name: str
    types: tuple[ValueType, ...]
    strings: tuple[str, ...]
    globals: tuple[Global, ...]
    functions: tuple[Function, ...]
    main: int | None

    def to_bytes(self) -> bytes:
        """The module in binary form. Raises `FormatError` when something in it has none."""
        from plait.bytecode.binary import write_module

        return write_module(self)

    @classmethod
    def from_bytes(cls, data: bytes, check_integrity: bool = True) -> Module:
        """The module that `to_bytes` gave these bytes for. Raises `FormatError`, and nothing else, for all others."""
        from plait.bytecode.binary import read_module

        return read_module(data, check_integrity)
