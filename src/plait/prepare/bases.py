"""What modules begin with (`bytecode.module.Base`), prepared and laid out once for all of them.

Its image and tables are kept on disk; a function's prepared code, which the compiler and debuggers ask for, is then
made when they do.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from plait.bytecode.sequences import OnDemand
from plait.kernel.cache import ObjectCache
from plait.prepare.budget import PrepareBudget
from plait.prepare.image import build_base_image
from plait.prepare.prepared import BaseImage, DynamicSignature, PreparedBase, PreparedFunction, PreparedModule
from plait.prepare.program import Program, new_program
from plait.prepare.translator import Translator, prepare_functions
from plait.prepare.type_tables import TypeTables
from plait.verify.verified import VerifiedBase, VerifiedModule

MAX_BASES: Final = 4
"""How many prepared bases are kept, in the process and on disk."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept on disk of a base."""

    tables: TypeTables
    signatures: tuple[DynamicSignature, ...]
    loops: tuple[tuple[int, int], ...]
    first_loops: tuple[int, ...]
    image: BaseImage


@lru_cache(maxsize=MAX_BASES)
def prepared_base(base: VerifiedBase) -> PreparedBase:
    """The prepared form of a base. Raises `VerifyError` for one that costs too much."""
    verified, key = base.verified, base.base.key
    cache = ObjectCache.default("bases", MAX_BASES)
    kept = cache.load(key, pickle.loads) if key else None
    if isinstance(kept, _Kept):
        return _restore(verified, kept)
    program = new_program(verified)
    loops: list[tuple[int, int]] = []
    functions = prepare_functions(program, verified.functions, 0, loops)
    module = PreparedModule(verified, functions, program.layout(), tuple(loops))
    image = build_base_image(module)
    if key:
        first_loops = tuple(item.first_loop for item in functions)
        kept = _Kept(program.tables, module.layout.signatures, module.loops, first_loops, image)
        cache.put(key, pickle.dumps(kept))
    return PreparedBase(module, image)


def _restore(verified: VerifiedModule, kept: _Kept) -> PreparedBase:
    program = Program(verified, kept.tables, kept.signatures)

    def make(index: int) -> PreparedFunction:
        budget = PrepareBudget()
        budget.function = index
        return Translator(program, index, verified.functions[index], kept.first_loops[index], budget).run()

    functions = OnDemand(len(verified.functions), make)
    return PreparedBase(PreparedModule(verified, functions, program.layout(), kept.loops), kept.image)
