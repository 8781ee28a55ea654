"""What has become of a task, as `match` can take apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType, TypeAlias

from plait.errors import GuestError, LimitError
from plait.vm.values import HostValue

TaskId = NewType("TaskId", int)
"""The number of a task in its context, from 1."""


@dataclass(frozen=True, slots=True)
class Complete:
    """The task has returned; `value` is None for a function without result."""

    value: HostValue


@dataclass(frozen=True, slots=True)
class Preempted:
    """The task can run and waits for its turn."""


@dataclass(frozen=True, slots=True)
class Suspended:
    """The task waits; `waits_for` says for what, in words."""

    waits_for: str


@dataclass(frozen=True, slots=True)
class Error:
    """The task has ended by an error that it did not catch."""

    error: GuestError | LimitError


TaskResult: TypeAlias = Complete | Preempted | Suspended | Error
