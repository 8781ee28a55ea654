"""Functions of the embedding program that guest programs can import."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_type_hints

from plait.bytecode.module import HostImport, Module
from plait.errors import LinkError
from plait.isa.value_types import ANY, BOOL, F64, I32, STRING, TypeSyntaxError, ValueType, parse_type

ANNOTATIONS: dict[object, ValueType] = {int: I32, float: F64, bool: BOOL, str: STRING, object: ANY, Any: ANY}
"""What the annotations of a Python function stand for."""


@dataclass(frozen=True, slots=True)
class HostFunction:
    """A function that programs can import by its name, with what it takes and gives (None for nothing)."""

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None
    call: Callable[..., Any]
    takes_context: bool = False
    """Whether it is one of plait's own that is given the context before the arguments."""

    @property
    def signature(self) -> str:
        """The signature as it is written."""
        return spell_signature(self.parameter_types, self.result)


def make_host_function(name: str | None, signature: str | None, function: Callable[..., Any]) -> HostFunction:
    """A host function. Without a signature the annotations of the Python function say it.

    Raises `TypeError` for annotations that stand for no type, `ValueError` for a signature that is none.
    """
    if not callable(function):
        raise TypeError(f"a function is needed, not {type(function).__name__}")
    for what, given in (("name", name), ("signature", signature)):
        if given is not None and not isinstance(given, str):
            raise TypeError(f"the {what} must be a str, not {type(given).__name__}")
    own_name = name or getattr(function, "__name__", "")
    if not own_name or own_name == "<lambda>":
        raise ValueError('the function has no name; give one: @vm.function("name")')
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"{own_name} is a generator, which is no function to a program; let a function give it")
    parameters, result = _annotated(own_name, function) if signature is None else parse_signature(signature)
    if inspect.iscoroutinefunction(function):
        # Whatever it gives, the program gets a promise of it.
        result = ANY
    _check_takes(own_name, function, len(parameters))
    return HostFunction(own_name, parameters, result, function)


def _check_takes(name: str, function: Callable[..., Any], count: int) -> None:
    """Raise `TypeError` if the Python function cannot be called with so many arguments."""
    try:
        signature = inspect.signature(function)
    except ValueError:
        # Some built-in functions do not say what they take.
        return
    try:
        signature.bind(*[None] * count)
    except TypeError as error:
        raise TypeError(f"{name} cannot be called with {count} arguments, as its signature says: {error}") from None


def parse_signature(text: str) -> tuple[tuple[ValueType, ...], ValueType | None]:
    """The types of a signature such as `"(i32, string) -> f64"` or `"() -> void"`. Raises `ValueError`."""
    head, arrow, tail = text.rpartition("->")
    head, tail = head.strip(), tail.strip()
    if not arrow or not head.startswith("(") or not head.endswith(")"):
        raise ValueError(f'{text!r} is no signature; write it like "(i32, string) -> f64"')
    inner = head[1:-1].strip()
    try:
        parameters = tuple(parse_type(part) for part in _split(inner)) if inner else ()
        return parameters, None if tail == "void" else parse_type(tail)
    except TypeSyntaxError as error:
        raise ValueError(f"{text!r}: {error}") from None


def _split(text: str) -> list[str]:
    """Parts between commas that are not inside parentheses."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _annotated(name: str, function: Callable[..., Any]) -> tuple[tuple[ValueType, ...], ValueType | None]:
    try:
        hints, signature = get_type_hints(function), inspect.signature(function)
    except (NameError, TypeError, ValueError) as error:
        raise TypeError(f"the annotations of {name} cannot be read ({error}); give a signature") from None
    parameters = []
    for parameter in signature.parameters.values():
        if parameter.kind not in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            raise TypeError(f"{name}: parameter {parameter.name} must be a plain one")
        parameters.append(_annotation(hints, parameter.name, f"parameter {parameter.name} of {name}"))
    if "return" not in hints:
        raise TypeError(f"the result of {name} has no annotation; write -> None for none")
    if hints["return"] is type(None):
        return tuple(parameters), None
    return tuple(parameters), _annotation(hints, "return", f"the result of {name}")


def _annotation(hints: Mapping[str, object], name: str, what: str) -> ValueType:
    if name not in hints:
        raise TypeError(f"{what} has no annotation; annotate it, or give a signature")
    found = ANNOTATIONS.get(hints[name])
    if found is None:
        raise TypeError(f"{what}: {hints[name]} stands for no type of the machine; give a signature")
    return found


def link(
    module: Module, offered: Mapping[str, HostFunction], own: Mapping[str, HostFunction]
) -> tuple[HostFunction, ...]:
    """The function for each import of a module; `own` are those that every `Vm` offers.

    Raises `LinkError` when one is missing or has another signature.
    """
    return tuple(_find(module, item, own if item.name in own else offered) for item in module.imports)


def _find(module: Module, wanted: HostImport, offered: Mapping[str, HostFunction]) -> HostFunction:
    found = offered.get(wanted.name)
    if found is None:
        names = ", ".join(sorted(offered)) or "nothing"
        raise LinkError(f"module {module.name!r} imports {wanted.name!r} from the host, which offers {names}")
    if (found.parameter_types, found.result) != (wanted.parameter_types, wanted.result):
        signature = spell_signature(wanted.parameter_types, wanted.result)
        raise LinkError(
            f"module {module.name!r} imports {wanted.name!r} as {signature}, but the host offers {found.signature}"
        )
    return found


def spell_signature(parameters: Sequence[ValueType], result: ValueType | None) -> str:
    """A signature as `parse_signature` reads it."""
    return f"({', '.join(map(str, parameters))}) -> {'void' if result is None else result}"
