"""A module without its base: of that it has only what is used, and the numbers in its code are changed accordingly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plait.bytecode.encoding import decode_function_code, encode_instruction
from plait.bytecode.module import Base, Function, Module
from plait.isa.instruction import Immediate

_NUMBERED = (Immediate.FUNCTION, Immediate.GLOBAL, Immediate.STRING, Immediate.TYPE)
"""What instructions name by numbers that a base has a share in. All of one kind take the same number of bytes, so that
jumps and positions stay what they are.
"""


def standalone(module: Module) -> Module:
    """The module itself if it has no base."""
    if module.base is None:
        return module
    tables = {kind: item.table() for kind, item in _used(module, module.base.module).items()}
    order = {kind: sorted(table, key=table.__getitem__) for kind, table in tables.items()}
    return replace(
        module,
        types=tuple(module.types[number] for number in order[Immediate.TYPE]),
        strings=tuple(module.strings[number] for number in order[Immediate.STRING]),
        globals=tuple(module.globals[number] for number in order[Immediate.GLOBAL]),
        functions=tuple(_renumbered(module.functions[number], tables) for number in order[Immediate.FUNCTION]),
        main=None if module.main is None else tables[Immediate.FUNCTION][module.main],
        base=None,
    )


def own_part(module: Module) -> Module:
    """What a module has that its base has not. It is no program; two modules with one base differ in it or nowhere."""
    if module.base is None:
        return module
    base = module.base.module
    return replace(
        module,
        types=module.types[len(base.types) :],
        strings=module.strings[len(base.strings) :],
        globals=module.globals[len(base.globals) :],
        functions=module.functions[len(base.functions) :],
        imports=module.imports[len(base.imports) :],
        base=None,
    )


def joined(part: Module, base: Base) -> Module:
    """The module of which `own_part` gave a part."""
    first = base.module
    return replace(
        part,
        types=first.types + part.types,
        strings=first.strings + part.strings,
        globals=first.globals + part.globals,
        functions=first.functions + part.functions,
        imports=first.imports + part.imports,
        base=base,
    )


def used_functions(module: Module) -> list[int]:
    """The functions that a module can come to: its own, and those of its base that they lead to."""
    if module.base is None:
        return list(range(len(module.functions)))
    return list(_used(module, module.base.module)[Immediate.FUNCTION].table())


def _used(module: Module, base: Module) -> dict[Immediate, _Kept]:
    """What a module uses of its base, and all of its own."""
    kept = {
        Immediate.FUNCTION: _Kept(len(base.functions), len(module.functions)),
        Immediate.GLOBAL: _Kept(len(base.globals), len(module.globals)),
        Immediate.STRING: _Kept(len(base.strings), len(module.strings)),
        Immediate.TYPE: _Kept(len(base.types), len(module.types)),
    }
    functions = kept[Immediate.FUNCTION]
    waiting = list(range(functions.start, functions.count))
    while waiting:
        for kind, number in _numbers(module.functions[waiting.pop()]):
            if kept[kind].keep(number) and kind is Immediate.FUNCTION:
                waiting.append(number)
    return kept


@dataclass(slots=True)
class _Kept:
    """Which items of a table are kept: those from `start` on, all of them, and some of those before."""

    start: int
    count: int
    used: set[int] = field(default_factory=set)

    def keep(self, number: int) -> bool:
        """Keep an item; whether that is news."""
        if number >= self.start or number in self.used:
            return False
        self.used.add(number)
        return True

    def table(self) -> dict[int, int]:
        """The new numbers."""
        numbers = [*sorted(self.used), *range(self.start, self.count)]
        return {old: new for new, old in enumerate(numbers)}


def _numbers(function: Function) -> list[tuple[Immediate, int]]:
    """All that the code of a function names."""
    return [
        (kind, int(value))
        for decoded in decode_function_code(function.code)
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True)
        if kind in _NUMBERED
    ]


def _renumbered(function: Function, tables: dict[Immediate, dict[int, int]]) -> Function:
    code = bytearray()
    for decoded in decode_function_code(function.code):
        kinds = decoded.instruction.immediates
        values = [
            tables[kind][int(value)] if kind in tables else value
            for kind, value in zip(kinds, decoded.immediates, strict=True)
        ]
        code += encode_instruction(decoded.instruction, values)
    return replace(function, code=bytes(code))
