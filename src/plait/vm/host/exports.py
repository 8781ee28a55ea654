"""What a program exports, as Python sees it: calls by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from plait.bytecode.host_functions import SERVE_HOST, find_host_function
from plait.bytecode.module import Module
from plait.vm.host.lowering import Arguments
from plait.vm.host.operations import Serve
from plait.vm.host.sending import send

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue


def call_exported(bridge: Bridge, name: str, arguments: tuple[HostValue, ...], copies: bool) -> HostValue:
    """Call what a program exports by a name. Raises `KeyError` when it exports nothing of that name."""
    return call_object(bridge, found_export(bridge, name), arguments, copies, name)


def call_object(
    bridge: Bridge,
    function: HostValue,
    arguments: tuple[HostValue, ...],
    copies: bool,
    name: str,
    this: HostValue = None,
) -> HostValue:
    """Call a function of the program; while the program waits for the host, its promise is not waited for."""
    given = send(bridge, list(arguments), Arguments(name))
    operation = Serve.START if bridge.context.waits_for_host else Serve.CALL
    return bridge.serve(operation, function, this, given, copies=copies)


def found_export(bridge: Bridge, name: str) -> HostValue:
    try:
        return bridge.exported(name)
    except KeyError:
        raise KeyError(_unknown(bridge.context.module, name, bridge.names())) from None


def _unknown(module: Module, name: str, names: list[str]) -> str:
    close = get_close_matches(name, names, 1)
    hint = f"; did you mean {close[0]!r}?" if close else f"; it exports {', '.join(sorted(names)) or 'nothing'}"
    return f"module {module.name!r} exports no {name!r}{hint}"


def find_function(module: Module, name: str) -> int:
    """The index of a function of a module that exports nothing. Raises `KeyError`."""
    functions = range(module.first_function, len(module.functions))
    named = [index for index in functions if module.functions[index].captures is None and index != module.main]
    names = {module.functions[index].name: index for index in named}
    if name not in names:
        raise KeyError(
            f"{_unknown(module, name, [])}: only what is exported can be called; write `export function {name}`"
        )
    return names[name]


def function_index(module: Module, function: int | str) -> int:
    """The index of a function that is given by index or name. Raises `ValueError` if the module does not have it."""
    check_function(module, function)
    if isinstance(function, int):
        return function
    for index in range(module.first_function, len(module.functions)):
        if module.functions[index].name == function and module.functions[index].captures is None:
            return index
    raise ValueError(f"module {module.name!r} exports no function named {function!r}")


def check_function(module: Module, function: int | str) -> None:
    """Raise `ValueError` for a function that the module does not have, `TypeError` for what names none."""
    if isinstance(function, int) and not isinstance(function, bool):
        if not 0 <= function < len(module.functions):
            raise ValueError(f"module {module.name!r} has no function {function}; it has {len(module.functions)}")
        return
    if not isinstance(function, str):
        raise TypeError(f"a function is named or given by its index, not by {type(function).__name__}")
    functions = module.functions[module.first_function :]
    has_exports = find_host_function(module, SERVE_HOST) is not None
    if not any(item.name == function and (item.captures is None or has_exports) for item in functions):
        raise ValueError(f"module {module.name!r} has no function named {function!r}")


class Exports(Mapping[str, Any]):
    """The exports of a context's program by name; its functions and objects are handles.

    The top level runs before the first look.
    """

    def __init__(self, context: VmContext) -> None:
        self._context = context

    def _bridge(self) -> Bridge:
        return self._context.bridge

    def __getitem__(self, name: str) -> Any:
        bridge = self._bridge()
        with bridge.vm.running(self._context):
            return found_export(bridge, name)

    def __iter__(self) -> Iterator[str]:
        bridge = self._bridge()
        with bridge.vm.running(self._context):
            return iter(bridge.names())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name in list(self)

    def __repr__(self) -> str:
        return f"<exports of {self._context.module.name!r}>"
