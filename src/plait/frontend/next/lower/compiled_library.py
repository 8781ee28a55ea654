"""The compiled library, which modules begin with: its module, what its names mean, and what its functions lead to."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from plait.bytecode.encoding import decode_function_code
from plait.bytecode.module import Base, Function, Module
from plait.frontend.next.lower.library_names import LibraryName
from plait.isa import BY_MNEMONIC
from plait.isa.instruction import Immediate
from plait.kernel.cache import ObjectCache
from plait.own_files import digest_of_files

_KEPT: Final = 4
"""For how many states of plait's files the library is kept on disk."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a function leads to: functions that it calls or makes values of, globals that it reads, texts."""

    functions: tuple[int, ...]
    globals: tuple[int, ...]
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class CompiledLibrary:
    """`names` are the declarations, `values` the globals of the function values of functions.

    `starts` are the functions that give globals their values before the program begins, in the order in which they
    run, and `start_of_global` says which gives what; `members` are the functions that add members to what a start has
    made, by that and by the member's name. `reaches` says of each function what it leads to.
    """

    base: Base
    names: Mapping[str, LibraryName]
    values: Mapping[str, int]
    starts: tuple[int, ...]
    members: Mapping[int, Mapping[str, tuple[int, ...]]]
    reaches: tuple[Reach, ...]
    start_of_global: Mapping[int, int]


_LISTING: Final = frozenset({"getOwnPropertyNames", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors", "ownKeys"})
"""Names of functions that show members without naming them."""


@dataclass(slots=True)
class Reached:
    """What a program needs of the library at its start: classes, and of their members those that it may name.

    `texts` are all texts of the program and of the library's functions that it reaches. `names_all`: the program
    computes names of properties, so that it may name every member.
    """

    library: CompiledLibrary
    texts: set[str]
    names_all: bool = False
    functions: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)
    members: set[int] = field(default_factory=set)
    _waiting: list[int] = field(default_factory=list)
    _of_program: set[str] = field(default_factory=set)

    def add_function(self, index: int) -> None:
        """The program needs a function."""
        if index not in self.functions:
            self.functions.add(index)
            self._waiting.append(index)

    def add_global(self, index: int) -> None:
        """The program needs what a global holds."""
        start = self.library.start_of_global.get(index)
        if start is None or start in self.starts:
            return
        self.starts.add(start)
        self.add_function(start)
        for name, functions in self.library.members.get(start, {}).items():
            if self.names_all or name in self.texts:
                self._add_members(functions)

    def add_texts(self, texts: Iterable[str]) -> None:
        """The program mentions names of members."""
        for text in texts:
            if text not in self.texts:
                self.texts.add(text)
                for start in self.starts:
                    self._add_members(self.library.members.get(start, {}).get(text, ()))

    def add_program_text(self, text: str) -> None:
        """The program has a text, perhaps the name of a member."""
        if text not in self._of_program:
            self._of_program.add(text)
            self.add_texts((text,))
            if text in _LISTING:
                self.add_all_names()

    def add_all_names(self) -> None:
        """The program may name all members."""
        if not self.names_all:
            self.names_all = True
            for start in self.starts:
                for functions in self.library.members.get(start, {}).values():
                    self._add_members(functions)

    def _add_members(self, functions: tuple[int, ...]) -> None:
        for index in functions:
            self.members.add(index)
            self.add_function(index)

    def follow(self) -> None:
        """Add all that what has been added leads to."""
        reaches = self.library.reaches
        while self._waiting:
            reach = reaches[self._waiting.pop()]
            for function in reach.functions:
                self.add_function(function)
            for index in reach.globals:
                self.add_global(index)
            if not reach.texts <= self.texts:
                self.add_texts(reach.texts)


def reach_of(module: Module, function: Function, texts: frozenset[str]) -> Reach:
    """What a function of the library leads to; of its texts only some are of interest."""
    functions: dict[int, None] = {}
    globals_: dict[int, None] = {}
    found: set[str] = set()
    for decoded in decode_function_code(function.code):
        if decoded.instruction is _LOAD_GLOBAL:
            globals_[int(decoded.immediates[0])] = None
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
            if kind is Immediate.FUNCTION:
                functions[int(value)] = None
            elif kind is Immediate.STRING:
                found.add(module.strings[int(value)])
    return Reach(tuple(functions), tuple(globals_), frozenset(found & texts))


_LOAD_GLOBAL: Final = BY_MNEMONIC["LOAD_GLOBAL"]


@cache
def kept_library() -> CompiledLibrary | None:
    """The library as it was compiled for this state of plait's files, from disk; None if it is not there."""
    found = _library_cache().load(digest_of_files(), pickle.loads)
    return found if isinstance(found, CompiledLibrary) else None


def keep_library(library: CompiledLibrary) -> None:
    """Store the library for other processes."""
    _library_cache().put(library.base.key, pickle.dumps(library))
    kept_library.cache_clear()


def _library_cache() -> ObjectCache:
    return ObjectCache.default("libraries", _KEPT)
