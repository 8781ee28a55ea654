"""Records do what a model of JavaScript's ordinary objects does, whatever is done to them in whatever order."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.native.dynamic_values import ABSENT, CONSTANTS, NULL, Machine

import plait

MODES: list[tuple[dict[str, Any], int]] = [
    ({"engine": "reference"}, 300),
    ({"engine": "interpreter"}, 4000),
    ({"engine": "interpreter", "collect_always": True, "check_heap": True}, 1500),
    ({"engine": "jit"}, 4000),
]

WRITABLE = 1
ENUMERABLE = 2
CONFIGURABLE = 4
ACCESSOR = 8
PRIVATE = 16

TEXTS = [*CONSTANTS[:24], *(f"h{number}" for number in range(24)), *map(str, range(12, 0, -1)), "-1", "01"]


@dataclass(eq=False)
class Model:
    """An ordinary object: its properties as (value, attributes)."""

    prototype: Model | None
    properties: dict[Any, tuple[Any, int]] = field(default_factory=dict)
    integrity: int = 0

    def chain(self) -> list[Model]:
        return [self, *(self.prototype.chain() if self.prototype is not None else [])]

    def attributes(self, key: Any) -> int:
        if key not in self.properties:
            return -1
        attributes = self.properties[key][1]
        if attributes & PRIVATE or self.integrity < 2:
            return attributes
        attributes &= ~CONFIGURABLE
        return attributes & ~WRITABLE if self.integrity == 3 and not attributes & ACCESSOR else attributes

    def holder(self, key: Any) -> Model | None:
        return next((item for item in self.chain() if key in item.properties), None)

    def get(self, key: Any) -> Any:
        holder = self.holder(key)
        if holder is None:
            return None
        return ABSENT if holder.attributes(key) & ACCESSOR else holder.properties[key][0]

    def own(self, key: Any) -> Any:
        return self.get(key) if key in self.properties else ABSENT

    def raw(self, key: Any) -> Any:
        return self.properties[key][0] if key in self.properties else ABSENT

    def set(self, key: Any, value: Any) -> bool:
        holder = self.holder(key)
        if holder is not None and holder.attributes(key) & (WRITABLE | ACCESSOR) != WRITABLE:
            return False
        if holder is self:
            self.properties[key] = value, self.properties[key][1]
            return True
        if self.integrity:
            return False
        self.properties[key] = value, 7
        return True

    def append(self, key: Any, value: Any) -> bool:
        if self.integrity or (key in self.properties and not self.attributes(key) & CONFIGURABLE):
            return False
        self.properties[key] = value, 7
        return True

    def delete(self, key: Any) -> bool:
        if key not in self.properties:
            return True
        if not self.attributes(key) & CONFIGURABLE:
            return False
        del self.properties[key]
        return True

    def keys(self, which: int) -> list[Any]:
        listed = [key for key, (_, attributes) in self.properties.items() if not attributes & PRIVATE]
        texts = [key for key in listed if isinstance(key, str)]
        texts = [key for key in texts if which & 2 or (which & 1 and self.attributes(key) & ENUMERABLE)]
        indices = sorted(filter(is_index, texts), key=int)
        others = [key for key in texts if key not in indices]
        return [*indices, *others, *(key for key in listed if which & 4 and not isinstance(key, str))]


def is_index(key: str) -> bool:
    return key.isdigit() and str(int(key)) == key


class Run:
    """Does the same to a context and to the model, and compares."""

    def __init__(self, seed: int, options: dict[str, Any]) -> None:
        self.random = random.Random(seed)
        self.machine = Machine(max_memory=1 << 24, **options)
        self.symbols = [self.machine("symbol.new", f"s{number}") for number in range(4)]
        self.pairs: list[tuple[Any, Model]] = []
        self.new_record()

    def new_record(self) -> None:
        if len(self.pairs) > 30:
            self.pairs.pop(self.random.randrange(len(self.pairs)))
        parents = [pair for pair in self.pairs if len(pair[1].chain()) < 8]
        parent = self.random.choice(parents) if parents and self.random.random() < 0.7 else (NULL, None)
        self.pairs.append((self.machine("record.new", parent[0]), Model(parent[1])))

    def key(self) -> Any:
        """A key as a program writes it, and as the model knows it."""
        if self.random.random() < 0.1:
            symbol = self.random.choice(self.symbols)
            return symbol, symbol
        text = self.random.choice(TEXTS[: self.random.choice((3, 12, len(TEXTS)))])
        return (int(text) if is_index(text) and self.random.random() < 0.5 else text), text

    def step(self, number: int) -> None:
        record, model = self.random.choice(self.pairs)
        written, key = self.key()
        machine = self.machine
        match self.random.randrange(23):
            case 0:
                self.new_record()
            case 1 | 2 | 3 | 4 | 5 | 6:
                assert machine("property.set", record, written, number) == model.set(key, number)
            case 7 | 8 | 9 | 10:
                assert machine("property.get", record, written) == model.get(key)
            case 11:
                assert machine("property.own", record, written) == model.own(key)
            case 12:
                attributes = self.random.choice((7, 7, 7, 5, 2, 6, 0, 17))
                machine("property.define", record, written, number, attributes)
                model.properties[key] = number, attributes
            case 13 if self.random.random() < 0.3:
                machine("property.define", record, written, [number], 14)
                model.properties[key] = [number], 14
            case 14 | 13:
                assert machine("property.delete", record, written) == model.delete(key)
            case 15:
                which = self.random.choice((1, 2, 4, 5, 6))
                assert machine("property.keys", record, which) == model.keys(which)
            case 16:
                assert machine("property.attributes", record, written) == model.attributes(key)
                assert machine("property.raw", record, written) == model.raw(key)
                accessor = model.holder(key) if model.get(key) == ABSENT else None
                found = machine("property.accessor", record, written)
                assert found == (ABSENT if accessor is None else accessor.raw(key))
            case 17:
                holder = model.holder(key)
                found = machine("property.holder", record, written)
                known = [item for item, other in self.pairs if other is holder]
                assert (found is None) == (holder is None)
                assert not known or found == known[0]
            case 19 | 20 | 21:
                assert machine("property.append", record, written, number) == model.append(key, number)
            case 18:
                self.move(record, model)
            case _:
                if self.random.random() < 0.1:
                    model.integrity = max(model.integrity, self.random.randrange(4))
                    machine("object.setIntegrity", record, model.integrity)
                assert machine("object.integrity", record) == model.integrity

    def move(self, record: Any, model: Model) -> None:
        parent, other = self.random.choice(self.pairs)
        if len(other.chain()) > 7:
            return
        if model in other.chain():
            with pytest.raises(plait.GuestError, match="Cyclic"):
                self.machine("record.setPrototype", record, parent)
            return
        depths = [len(item.chain()) for _, item in self.pairs if model in item.chain()]
        if max(depths, default=0) + len(other.chain()) > 12:
            return
        self.machine("record.setPrototype", record, parent)
        model.prototype = other


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("options", "steps"), MODES, ids=lambda item: str(item) if isinstance(item, int) else "")
def test_records_are_ordinary_objects(options: dict[str, Any], steps: int, seed: int) -> None:
    run = Run(seed, options)
    for number in range(steps):
        run.step(number)


def test_fuel_does_not_depend_on_engines_and_collections() -> None:
    """Nor on what is cached: the modes empty the cache at different times."""
    modes = ({"engine": "interpreter"}, {"engine": "jit"}, {"engine": "interpreter", "collect_always": True})
    used = set()
    for options in modes:
        run = Run(7, options)
        for number in range(1500):
            run.step(number)
        used.add(run.machine.context.fuel_used)
    assert len(used) == 1, used
