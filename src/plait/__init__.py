"""plait: programs in TypeScript syntax inside a Python process, on a typed bytecode machine.

    import plait

    module = plait.compile("console.log(1 + 2)", name="sum.ts")
    plait.Vm(plait.VmOptions(max_fuel=1_000_000)).execute(module)

Everything is imported on first use, so that `import plait` costs next to nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plait.bytecode.builder import ModuleBuilder
    from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature, Module
    from plait.errors import (
        CompileError,
        FormatError,
        GuestError,
        InterruptError,
        LimitError,
        LinkError,
        PlaitError,
        VerifyError,
    )
    from plait.pipeline import compile_source_text as compile
    from plait.vm.clock import Clock, MockClock, SystemClock
    from plait.vm.context import VmContext, VmContextId
    from plait.vm.frames import FrameView
    from plait.vm.handles import FunctionHandle, GuestObject, Handle, ObjectHandle
    from plait.vm.host_functions import HostFunction
    from plait.vm.interpreters import Interpreter, SharedState, TaskInterpreter
    from plait.vm.options import Engine, VmOptions
    from plait.vm.registries import (
        ClassId,
        ClassRegistry,
        ContextRegistry,
        MutexId,
        MutexRegistry,
        RuntimeClass,
        VTable,
    )
    from plait.vm.results import Complete, Error, Preempted, Suspended, TaskId, TaskResult
    from plait.vm.scheduler_view import Scheduler, TaskView
    from plait.vm.stats import RunStats
    from plait.vm.vm import Vm

__version__ = "0.1.0"

__all__ = [
    "ClassDefinition",
    "ClassId",
    "ClassRegistry",
    "Clock",
    "CompileError",
    "Complete",
    "ContextRegistry",
    "Engine",
    "Error",
    "Field",
    "FormatError",
    "FrameView",
    "FunctionHandle",
    "GuestError",
    "GuestObject",
    "Handle",
    "HostFunction",
    "InterfaceDefinition",
    "Interpreter",
    "InterruptError",
    "LimitError",
    "LinkError",
    "Method",
    "MethodSignature",
    "MockClock",
    "Module",
    "ModuleBuilder",
    "MutexId",
    "MutexRegistry",
    "ObjectHandle",
    "PlaitError",
    "Preempted",
    "RunStats",
    "RuntimeClass",
    "Scheduler",
    "SharedState",
    "Suspended",
    "SystemClock",
    "TaskId",
    "TaskInterpreter",
    "TaskResult",
    "TaskView",
    "VTable",
    "VerifyError",
    "Vm",
    "VmContext",
    "VmContextId",
    "VmOptions",
    "__version__",
    "compile",
]

_HOMES: Final = {
    "ClassDefinition": ("plait.bytecode.module", "ClassDefinition"),
    "ClassId": ("plait.vm.registries", "ClassId"),
    "ClassRegistry": ("plait.vm.registries", "ClassRegistry"),
    "Clock": ("plait.vm.clock", "Clock"),
    "CompileError": ("plait.errors", "CompileError"),
    "Complete": ("plait.vm.results", "Complete"),
    "ContextRegistry": ("plait.vm.registries", "ContextRegistry"),
    "Engine": ("plait.vm.options", "Engine"),
    "Error": ("plait.vm.results", "Error"),
    "Field": ("plait.bytecode.module", "Field"),
    "FormatError": ("plait.errors", "FormatError"),
    "FrameView": ("plait.vm.frames", "FrameView"),
    "FunctionHandle": ("plait.vm.handles", "FunctionHandle"),
    "GuestError": ("plait.errors", "GuestError"),
    "GuestObject": ("plait.vm.handles", "GuestObject"),
    "Handle": ("plait.vm.handles", "Handle"),
    "HostFunction": ("plait.vm.host_functions", "HostFunction"),
    "InterfaceDefinition": ("plait.bytecode.module", "InterfaceDefinition"),
    "InterruptError": ("plait.errors", "InterruptError"),
    "Interpreter": ("plait.vm.interpreters", "Interpreter"),
    "LimitError": ("plait.errors", "LimitError"),
    "LinkError": ("plait.errors", "LinkError"),
    "Method": ("plait.bytecode.module", "Method"),
    "MethodSignature": ("plait.bytecode.module", "MethodSignature"),
    "MockClock": ("plait.vm.clock", "MockClock"),
    "Module": ("plait.bytecode.module", "Module"),
    "ModuleBuilder": ("plait.bytecode.builder", "ModuleBuilder"),
    "MutexId": ("plait.vm.registries", "MutexId"),
    "MutexRegistry": ("plait.vm.registries", "MutexRegistry"),
    "ObjectHandle": ("plait.vm.handles", "ObjectHandle"),
    "PlaitError": ("plait.errors", "PlaitError"),
    "Preempted": ("plait.vm.results", "Preempted"),
    "RunStats": ("plait.vm.stats", "RunStats"),
    "RuntimeClass": ("plait.vm.registries", "RuntimeClass"),
    "Scheduler": ("plait.vm.scheduler_view", "Scheduler"),
    "SharedState": ("plait.vm.interpreters", "SharedState"),
    "Suspended": ("plait.vm.results", "Suspended"),
    "SystemClock": ("plait.vm.clock", "SystemClock"),
    "TaskId": ("plait.vm.results", "TaskId"),
    "TaskInterpreter": ("plait.vm.interpreters", "TaskInterpreter"),
    "TaskResult": ("plait.vm.results", "TaskResult"),
    "TaskView": ("plait.vm.scheduler_view", "TaskView"),
    "VTable": ("plait.vm.registries", "VTable"),
    "VerifyError": ("plait.errors", "VerifyError"),
    "Vm": ("plait.vm.vm", "Vm"),
    "VmContext": ("plait.vm.context", "VmContext"),
    "VmContextId": ("plait.vm.context", "VmContextId"),
    "VmOptions": ("plait.vm.options", "VmOptions"),
    "compile": ("plait.pipeline", "compile_source_text"),
}


def _before_fork() -> None:
    from plait.forking import hold_imports

    hold_imports()


def _after_fork() -> None:
    from plait.forking import release_imports

    release_imports()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork, after_in_child=_after_fork)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'plait' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home[0]), home[1])
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
