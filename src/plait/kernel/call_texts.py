"""How modules of LLVM IR call kernels, by the kernels' names: known without analysing them again.

This module imports nothing of the kernel compiler, so that the JIT needs none of it while the texts that were stored
with the native kernels hold all that it asks for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from plait.kernel.memory_scopes import SCOPES

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel


class CallText(NamedTuple):
    """What a module must know, and contain, to call a kernel.

    `result` is the LLVM type of what it returns ("void" for nothing). An inline kernel has a `definition`, which refers
    to the tables and library functions in `needs` and to the kernels in `callees`; the others have a `declaration`.
    """

    result: str
    declaration: str
    definition: str
    needs: tuple[str, ...]
    callees: tuple[str, ...]


class IrFragment(NamedTuple):
    """What a module has to contain so that it can call some kernels.

    `definitions` holds the inline kernels among them, those they reach through inline ones, and their tables;
    `declarations` the others. `external` are the symbols of the declared kernels, which the linker must be told.
    """

    definitions: str
    declarations: str
    external: tuple[str, ...]


def _read_texts(stored: bytes) -> dict[str, CallText]:
    """The texts that were stored; none if they are not what `CallTexts.stored` gives."""
    texts: dict[str, CallText] = {}
    try:
        for name, *parts, needs, callees in json.loads(stored):
            result, declaration, definition = map(_text, parts)
            texts[_text(name)] = CallText(
                result, declaration, definition, tuple(map(_text, needs)), tuple(map(_text, callees))
            )
    except (TypeError, ValueError):
        return {}
    complete = all(callee in texts for text in texts.values() for callee in text.callees)
    return texts if complete else {}


def _text(item: object) -> str:
    if not isinstance(item, str):
        raise TypeError("not a text")
    return item


class CallTexts:
    """The texts of kernels. Those that were not stored are made when they are asked for."""

    def __init__(self, stored: bytes = b"[]") -> None:
        self._texts = _read_texts(stored)

    def stored(self) -> bytes:
        """The texts as bytes."""
        return json.dumps([[name, *text] for name, text in self._texts.items()]).encode()

    def of(self, kernel: Kernel) -> CallText:
        """The text of a kernel; afterwards `fragment` knows it too, and all that it needs."""
        found = self._texts.get(kernel.name)
        if found is None:
            self._add(kernel)
            found = self._texts[kernel.name]
        return found

    def fragment(self, names: Iterable[str]) -> IrFragment:
        """The fragment with which a module can call these kernels."""
        definitions: dict[str, None] = {}
        declarations: dict[str, None] = {}
        external: dict[str, None] = {}
        seen: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            text = self._texts[name]
            if not text.definition:
                declarations[text.declaration] = None
                external[name] = None
                continue
            for line in text.needs:
                (declarations if line.startswith("declare ") else definitions)[line] = None
            definitions[text.definition] = None
            waiting.extend(text.callees)
        return IrFragment("\n".join([*definitions, SCOPES]), "\n".join(declarations), tuple(external))

    def _add(self, kernel: Kernel) -> None:
        from plait.kernel.fragments import call_text

        waiting = [kernel]
        while waiting:
            added = waiting.pop()
            if added.name not in self._texts:
                self._texts[added.name] = call_text(added)
                if added.inline:
                    waiting.extend(added.definition.callees)
