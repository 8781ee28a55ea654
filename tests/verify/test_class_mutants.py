"""Classes and interfaces changed at random: refused by the verifier, or good enough for all that follows it."""

from __future__ import annotations

from dataclasses import fields, replace
from random import Random
from typing import Any

import pytest

from plait.bytecode.module import Field, Method, MethodSignature, Module
from plait.errors import VerifyError
from plait.prepare.image import build_image
from plait.prepare.translate import prepare
from plait.verify import verify

from .world import CIRCLE, NEW, SHAPE, TYPES, WORLD, function, world_with

CALLS = (
    "LOAD_LOCAL 0; CALL_METHOD 16 0 0; POP; LOAD_LOCAL 1; GET_INTERFACE_FIELD 0 0; POP;"
    "LOAD_LOCAL 0; LOAD_LOCAL 1; CALL_INTERFACE 1 0 1; POP; LOAD_LOCAL 1; GET_FIELD 17 1; POP; RETURN_VOID"
)
"""Uses of what the mutants change, so that they are refused or must hold."""

BASE = world_with(function((CIRCLE, CIRCLE), None, CALLS))


def changed(value: Any, name: str, random: Random) -> Any:
    """A value that may stand in a definition instead of another."""
    match value:
        case bool():
            return not value
        case int() | None if name in ("base", "constructor", "function"):
            return random.choice((None, *range(-1, NEW + 2)) if name != "function" else range(-1, NEW + 2))
        case str():
            return random.choice(("name", "radius", "area", "like", "count", ""))
        case Field():
            return random.choice(
                (replace(value, name=changed("", "", random)), replace(value, type=random.choice(TYPES)))
            )
        case Method() | MethodSignature():
            member = random.choice(fields(value)).name
            return replace(value, **{member: changed(getattr(value, member), member, random)})
        case tuple() if name == "interfaces" or name == "extends":
            return tuple(random.choices(range(-1, 3), k=random.randrange(3)))
        case tuple() if name == "parameter_types":
            return tuple(random.choices(TYPES, k=random.randrange(3)))
        case tuple() if value:
            place = random.randrange(len(value))
            kept = (*value[:place], *value[place + 1 :])
            return random.choice((kept, value[::-1], (*kept, changed(value[place], "", random)), value + value[:1]))
        case _:
            return random.choice((value, SHAPE, None)) if name == "result" else value


def mutant(random: Random) -> Module:
    """The world with a few changes."""
    classes, interfaces = list(BASE.classes), list(BASE.interfaces)
    for _ in range(random.randrange(1, 4)):
        items: list[Any] = random.choice((classes, interfaces))
        place = random.randrange(len(items))
        member = random.choice(fields(items[place])).name
        items[place] = replace(items[place], **{member: changed(getattr(items[place], member), member, random)})
    return replace(BASE, classes=tuple(classes), interfaces=tuple(interfaces))


@pytest.mark.parametrize("seed", range(8))
def test_mutants(seed: int) -> None:
    random = Random(seed)
    refused = 0
    for _ in range(150):
        module = mutant(random)
        try:
            verified = verify(module)
        except VerifyError:
            refused += 1
            continue
        build_image(prepare(verified))
    assert 0 < refused < 150


def test_the_base_is_good() -> None:
    assert verify(BASE).functions[NEW].max_stack == 2
    assert WORLD.classes == BASE.classes
