"""Damage to the tables of a module: types, globals, classes, interfaces, what closures capture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeVar

from fuzz.type_universe import BASIC_TYPES
from plait.bytecode.module import ClassDefinition, Field, Global, InterfaceDefinition, Method, Module
from plait.isa.value_types import ArrayType, CellType, ClosureType, InterfaceType, ObjectType, TaskType, ValueType

Entry = TypeVar("Entry")


def random_type(module: Module, random: Random) -> ValueType:
    """A type that the module uses, or one made of it."""
    numbered = (ObjectType(random.randrange(20)), InterfaceType(random.randrange(3)))
    mentioned = tuple(item for function in module.functions for item in function.parameter_types)
    item = random.choice((*BASIC_TYPES, *module.types, *numbered, *mentioned))
    roll = random.random()
    made = (ArrayType(item), TaskType(item), CellType(item), ClosureType((item,), item))
    return random.choice(made) if roll < 0.3 else item


def damage_table(module: Module, random: Random) -> Module:
    """The module with an entry of one of its tables changed."""
    return random.choice(_DAMAGE)(module, random)


def _changed(entries: tuple[Entry, ...], random: Random, change: Callable[[Entry], Entry]) -> tuple[Entry, ...]:
    """The entries with one of them changed, doubled, exchanged with another or taken away."""
    if not entries:
        return entries
    found = list(entries)
    place, other = random.randrange(len(found)), random.randrange(len(found))
    match random.randrange(6):
        case 0:
            del found[place]
        case 1:
            found.insert(other, found[place])
        case 2:
            found[place], found[other] = found[other], found[place]
        case _:
            found[place] = change(found[place])
    return tuple(found)


def _types(module: Module, random: Random) -> Module:
    return replace(module, types=_changed(module.types, random, lambda _: random_type(module, random)))


def _globals(module: Module, random: Random) -> Module:
    def change(item: Global) -> Global:
        return replace(item, type=random_type(module, random))

    return replace(module, globals=_changed(module.globals, random, change))


def _strings_and_main(module: Module, random: Random) -> Module:
    if random.random() < 0.5:
        return replace(module, main=random.choice((None, 0, 1, 70000)))
    return replace(module, strings=module.strings[:-1])


def _classes(module: Module, random: Random) -> Module:
    return replace(module, classes=_changed(module.classes, random, lambda item: _change_class(item, module, random)))


def _change_class(item: ClassDefinition, module: Module, random: Random) -> ClassDefinition:
    def field(old: Field) -> Field:
        return replace(old, type=random_type(module, random))

    def method(old: Method) -> Method:
        return replace(old, function=random.randrange(len(module.functions) + 1))

    match random.randrange(8):
        case 0:
            return replace(item, base=random.choice((None, 0, 1, 3, 4, 15, 16, 17, 18, 70000)))
        case 1:
            return replace(item, fields=_changed(item.fields, random, field))
        case 2:
            return replace(item, methods=_changed(item.methods, random, method))
        case 3:
            return replace(item, statics=_changed(item.statics, random, field))
        case 4:
            return replace(item, static_methods=_changed(item.static_methods, random, method))
        case 5:
            return replace(item, constructor=random.choice((None, random.randrange(len(module.functions) + 1))))
        case 6:
            return replace(item, interfaces=tuple(random.randrange(3) for _ in range(random.randrange(3))))
        case _:
            return replace(item, is_abstract=not item.is_abstract)


def _interfaces(module: Module, random: Random) -> Module:
    def change(item: InterfaceDefinition) -> InterfaceDefinition:
        match random.randrange(3):
            case 0:
                return replace(item, extends=(random.randrange(3),))
            case 1 if item.fields:
                field = replace(item.fields[-1], type=random_type(module, random))
                return replace(item, fields=(*item.fields[:-1], field))
            case _ if item.methods:
                method = replace(item.methods[-1], result=random_type(module, random))
                return replace(item, methods=(*item.methods[:-1], method))
            case _:
                return item

    return replace(module, interfaces=_changed(module.interfaces, random, change))


def _captures(module: Module, random: Random) -> Module:
    functions = list(module.functions)
    place = random.randrange(len(functions))
    captures = functions[place].captures
    if captures is None:
        changed: tuple[ValueType, ...] | None = ()
    else:
        changed = random.choice((None, _changed(captures, random, lambda _: random_type(module, random))))
    functions[place] = replace(functions[place], captures=changed)
    return replace(module, functions=tuple(functions))


_DAMAGE: tuple[Callable[[Module, Random], Module], ...] = (
    _types,
    _globals,
    _strings_and_main,
    _classes,
    _classes,
    _classes,
    _interfaces,
    _captures,
)
