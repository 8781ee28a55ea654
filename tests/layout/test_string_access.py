"""Where the units of a string stand is known to one file: everywhere else it is asked for, except for new strings."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import plait
from plait.kernel import tree
from plait.kernel.analyse import analyse
from plait.kernel.kernel import Kernel, as_kernel
from plait.memory.layouts import StringObject
from plait.runtime.strings import units_of

FOLDERS = ("memory", "runtime", "isa", "native", "tasks", "vm", "jit")
KNOWS = "runtime.strings."
NEW = "allocate_string"


def kernels() -> Iterator[Kernel]:
    """Every kernel of the package but those that know."""
    for folder in FOLDERS:
        package = importlib.import_module(f"{plait.__name__}.{folder}")
        for module_info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(module_info.name)
            for value in vars(module).values():
                if isinstance(value, Kernel) and value.name.startswith(f"{folder}.") and KNOWS not in value.name:
                    yield value


def parts(node: object) -> Iterator[object]:
    """A part of a kernel's tree, and all parts in it."""
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from parts(part)
    elif dataclasses.is_dataclass(node) and type(node).__module__ == tree.__name__:
        for field in dataclasses.fields(node):
            yield from parts(getattr(node, field.name))


def new_strings(body: tree.Block) -> set[str]:
    """The variables that are given nothing but strings that have just been made."""
    made: dict[str, bool] = {}
    for part in parts(body):
        match part:
            case tree.Assign(name, _, value):
                is_new = isinstance(value, tree.KernelCall) and value.kernel.name.endswith(f".{NEW}")
                made[name] = made.get(name, True) and is_new
            case tree.Unpack(targets):
                made.update({name: False for name, _ in targets if name is not None})
    return {name for name, is_new in made.items() if is_new}


def assumed(kernel: Kernel) -> list[str]:
    """Strings whose units the kernel takes to stand right behind the header."""
    body = analyse(kernel).body
    new = new_strings(body)
    found = []
    for part in parts(body):
        match part:
            case tree.Binary("+", left, right):
                sides = [side.operand if isinstance(side, tree.Convert) else side for side in (left, right)]
                strings = [s.operand for s in sides if isinstance(s, tree.Address) and s.operand.type is StringObject]
                is_new = all(isinstance(string, tree.Local) and string.name in new for string in strings)
                if strings and not is_new:
                    found.append(f"{kernel.name}: {strings[0]}")
    return found


def test_units_are_found_by_one_definition() -> None:
    assert [text for kernel in kernels() for text in assumed(kernel)] == []


def test_what_is_looked_for_is_found() -> None:
    assert assumed(as_kernel(units_of))
