"""The exception families of plait. Everything raised on purpose is a `PlaitError`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from plait.source import Diagnostic


class PlaitError(Exception):
    """Base of every error that plait raises on purpose.

    All of them can be pickled and copied, and so raised in another process. An exception is otherwise made anew by
    calling its class with its `args`, which hold the message alone; here the attributes are what is carried over.
    """

    def __copy__(self) -> PlaitError:
        return _restore(type(self), self.args, vars(self))

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.args, self._portable())

    def _portable(self) -> dict[str, object]:
        """The attributes that another process can have."""
        return vars(self)


def _restore(kind: type[PlaitError], arguments: tuple[object, ...], attributes: dict[str, object]) -> PlaitError:
    """An error with these arguments and attributes, whatever its class takes to make one."""
    made = kind.__new__(kind, *arguments)
    vars(made).update(attributes)
    return made


def refuse_copy(thing: object) -> NoReturn:
    """The `__reduce__` of what stands for native memory, code, or a running program: raises `TypeError`.

    A copy would share the memory with the original and outlive it; pickled, it would name addresses of another process.
    """
    kind = type(thing).__name__
    raise TypeError(f"{kind} can be neither copied nor pickled: it belongs to a machine of this process")


MOST_RENDERED: Final = 100
"""How many diagnostics the message of an error shows."""


class CompileError(PlaitError):
    """A program that does not compile: all its diagnostics at once. The message shows the first hundred."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        rendered = [diagnostic.render() for diagnostic in self.diagnostics[:MOST_RENDERED]]
        if len(self.diagnostics) > MOST_RENDERED:
            rendered.append(f"... and {len(self.diagnostics) - MOST_RENDERED} more")
        super().__init__("\n\n".join(rendered))


class FormatError(PlaitError):
    """Bytes or assembly text that are not a module: what is wrong and at which position."""


class VerifyError(PlaitError):
    """A well-formed module that breaks a rule of the verifier.

    `function` is the index of the offending function and `position` the byte position of the offending
    instruction in its code; both are `None` where the rule is about the module as a whole.
    """

    def __init__(self, message: str, function: int | None = None, position: int | None = None) -> None:
        self.function = function
        self.position = position
        where = (
            ""
            if function is None
            else f" (function {function}" + ("" if position is None else f", at {position}") + ")"
        )
        super().__init__(message + where)


class LinkError(PlaitError):
    """A module imports from the host what the host does not offer, or with another signature."""


class GuestError(PlaitError):
    """Something that the program threw and nobody caught.

    Of an error, `name` is its name ("RangeError") and `message` its message; of any other value, `name` is empty and
    `message` its text. `value` is what was thrown as Python sees it; an object is None when its context has ended
    with the execution (`Vm.execute`), else a handle, and None again when the error is pickled. `trace` is the stack,
    innermost frame first, a line each (`function (file:line:column)`). When a function of the host raised it,
    `__cause__` is the exception.
    """

    def __init__(self, name: str, message: str, trace: Sequence[str] = (), value: object = None) -> None:
        self.name = name
        self.message = message
        self.value = value
        self.trace = tuple(trace)
        self.properties: dict[str, object] = {}
        super().__init__(": ".join(part for part in (name, message) if part))

    def _portable(self) -> dict[str, object]:
        return {**vars(self), "value": _without_handles(self.value, {})}


def _without_handles(value: object, made: dict[int, object]) -> object:
    """A value as far as it is plain; None stands for all else. `made` is what each list and tuple has become."""
    if isinstance(value, list | tuple):
        if id(value) not in made:
            items = [_without_handles(item, made) for item in value]
            made[id(value)] = tuple(items) if isinstance(value, tuple) else items
        return made[id(value)]
    return value if isinstance(value, bool | int | float | str) else None


class LimitError(PlaitError):
    """A limit of `VmOptions` that the program ran into, or a deadlock of all its tasks.

    `limit` names which; `trace` is the guest's stack, as in `GuestError`, where there is one.
    """

    def __init__(self, limit: str, message: str, trace: Sequence[str] = ()) -> None:
        self.limit = limit
        self.trace = tuple(trace)
        super().__init__(message)


class InterruptError(PlaitError):
    """`Vm.interrupt` has ended the run; the program can neither catch it nor notice it.

    `trace` is the guest's stack, as in `GuestError`, of the task that was running, or that was waited for.
    """

    def __init__(self, message: str, trace: Sequence[str] = ()) -> None:
        self.trace = tuple(trace)
        super().__init__(message)
