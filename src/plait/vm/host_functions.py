"""Functions of the embedding program that guest programs can import."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_type_hints

from plait.bytecode.module import HostImport, Module
from plait.errors import LinkError
from plait.isa.value_types import ANY, BOOL, F64, I32, STRING, ArrayType, TypeSyntaxError, ValueType, parse_type
from plait.vm.host.annotations import fit, spell
from plait.vm.host.lowering import Place

ANNOTATIONS: dict[object, ValueType] = {int: I32, float: F64, bool: BOOL, str: STRING, object: ANY, Any: ANY}
"""What the annotations of a Python function stand for."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What annotates a function's parameters, with their names and whether they can be left out, and its result."""

    parameters: tuple[tuple[str, Any, bool], ...]
    result: Any


@dataclass(frozen=True, slots=True)
class HostFunction:
    """A function that programs can import by its name, with what it takes and gives (None for nothing)."""

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None
    call: Callable[..., Any]
    takes_context: bool = False
    """Whether it is one of plait's own that is given the context before the arguments."""
    hints: Hints | None = None
    """What the annotations say, if nobody has written a signature: arguments are made to fit them."""

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
    hints = None
    if signature is None:
        hints = _read_hints(own_name, function)
        parameters = tuple(_machine_type(hint) for _, hint, _ in hints.parameters)
        result = None if hints.result is type(None) else _machine_type(hints.result)
    else:
        parameters, result = parse_signature(signature)
    if inspect.iscoroutinefunction(function):
        # Whatever it gives, the program gets a promise of it.
        result = ANY
    _check_takes(own_name, function, len(parameters))
    return HostFunction(own_name, parameters, result, function, hints=hints)


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


def _read_hints(name: str, function: Callable[..., Any]) -> Hints:
    try:
        hints, signature = get_type_hints(function), inspect.signature(function)
    except (NameError, TypeError, ValueError) as error:
        raise TypeError(f"the annotations of {name} cannot be read ({error}); give a signature") from None
    parameters = []
    for parameter in signature.parameters.values():
        if parameter.kind not in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            raise TypeError(f"{name}: parameter {parameter.name} must be a plain one")
        hint = _hint(hints, parameter.name, f"parameter {parameter.name} of {name}")
        parameters.append((parameter.name, hint, parameter.default is not parameter.empty))
    if "return" not in hints:
        raise TypeError(f"the result of {name} has no annotation; write -> None for none")
    return Hints(tuple(parameters), _hint(hints, "return", f"the result of {name}"))


def _hint(hints: Mapping[str, object], name: str, what: str) -> Any:
    if name not in hints:
        raise TypeError(f"{what} has no annotation; annotate it, or give a signature")
    try:
        spell(hints[name])
    except TypeError as error:
        raise TypeError(f"{what}: {error}; give a signature") from None
    return hints[name]


def _machine_type(hint: Any) -> ValueType:
    try:
        return ANNOTATIONS.get(hint, ANY)
    except TypeError:
        return ANY


def _adapted(found: HostFunction, wanted: HostImport) -> HostFunction | None:
    """The function for a module that wants it so; None when its annotations say something else.

    A number is an int or a float as the annotation says, and whatever a word of the program holds is made to fit.
    """
    assert found.hints is not None
    given = tuple(zip(found.hints.parameters, found.parameter_types, strict=True))
    count = len(wanted.parameter_types)
    if count > len(given) or any(not is_optional for (_, _, is_optional), _ in given[count:]):
        return None
    pairs = zip((have for _, have in given), wanted.parameter_types, strict=False)
    if not all(_goes(have, want) for have, want in pairs) or not _goes(found.result, wanted.result):
        return None
    hints = [(Place(None, f"{name} of {found.name}"), hint) for (name, hint, _), _ in given[:count]]

    function = found.call
    kinds = tuple(hint for _, hint in hints)
    if all(kind is object or kind is Any for kind in kinds):
        return HostFunction(found.name, wanted.parameter_types, wanted.result, function)

    def call(*arguments: Any) -> Any:
        if tuple(map(type, arguments)) == kinds:
            return function(*arguments)
        pairs = zip(arguments, hints, strict=True)
        return function(*[value if type(value) is hint else fit(value, hint, place) for value, (place, hint) in pairs])

    return HostFunction(found.name, wanted.parameter_types, wanted.result, call)


NUMBERS: Final = (I32, F64)


def _goes(have: ValueType | None, want: ValueType | None) -> bool:
    """Whether what an annotation says can be what a module wants."""
    return have == want or ANY in (have, want) or want is None or (have in NUMBERS and want in NUMBERS)


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
    adapted = None if found.hints is None else _adapted(found, wanted)
    if adapted is not None:
        return adapted
    if (found.parameter_types, found.result) != (wanted.parameter_types, wanted.result):
        signature = spell_signature(wanted.parameter_types, wanted.result)
        raise LinkError(
            f"module {module.name!r} imports {wanted.name!r} as {signature}, but the host offers {found.signature}"
        )
    return found


def spell_signature(parameters: Sequence[ValueType], result: ValueType | None) -> str:
    """A signature as `parse_signature` reads it."""
    return f"({', '.join(map(str, parameters))}) -> {'void' if result is None else result}"


def declaration(function: HostFunction) -> str:
    """The TypeScript that declares a function, with its docstring as a comment."""
    text = inspect.getdoc(function.call) or ""
    lines = [f" * {line}".rstrip() for line in text.replace("*/", "* /").splitlines()]
    comment = "\n".join(["/**", *lines, " */", ""]) if lines else ""
    if function.hints is None:
        taken = ", ".join(f"a{index}: {_spelled(item)}" for index, item in enumerate(function.parameter_types, 1))
        given = "void" if function.result is None else _spelled(function.result)
    else:
        parts = [f"{name}{'?' * omitted}: {spell(hint)}" for name, hint, omitted in function.hints.parameters]
        taken = ", ".join(parts)
        given = "void" if function.hints.result is type(None) else spell(function.hints.result)
    if inspect.iscoroutinefunction(function.call):
        given = f"Promise<{given}>"
    return f"{comment}declare function {function.name}({taken}): {given};"


def _spelled(value_type: ValueType) -> str:
    names: dict[ValueType, str] = {I32: "int", F64: "number", BOOL: "boolean", STRING: "string"}
    return f"{_spelled(value_type.element)}[]" if isinstance(value_type, ArrayType) else names.get(value_type, "any")
