"""What can be pickled and copied comes out equal; what stands for native memory or code says that it cannot be."""

from __future__ import annotations

import copy
import gc
import importlib
import inspect
import multiprocessing
import pickle
import pkgutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

import plait
from plait.errors import PlaitError
from plait.isa.value_types import TypeSyntaxError
from plait.source import Diagnostic, SourceFile, Span

REFUSED = "can be neither copied nor pickled"


def _pickled(version: int) -> Callable[[Any], Any]:
    return lambda thing: pickle.loads(pickle.dumps(thing, version))


COPIES: dict[str, Callable[[Any], Any]] = {
    **{f"pickle {version}": _pickled(version) for version in range(pickle.HIGHEST_PROTOCOL + 1)},
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}

SPAN = Span(SourceFile("a.ts", "let x;\nlet y: = 5;"), 7, 10)

SAMPLES: dict[str, object] = {
    "str": "a text",
    "str | None": "another text",
    "int": 7,
    "int | None": 8,
    "object": [1.5, True, ("x", None)],
    "Sequence[str]": ["f (a.ts:1:2)", "main (a.ts:3:4)"],
    "Sequence[Diagnostic]": [Diagnostic("P1001", "expected a type", SPAN, "write one"), Diagnostic("P2", "x", SPAN)],
}
"""Arguments by the annotation of the parameter. A new exception whose parameter is of another type adds a line."""


def _own_errors() -> list[type[Exception]]:
    """All classes of exceptions of plait's that reach a caller."""
    for found in pkgutil.walk_packages(plait.__path__, "plait."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)

    def below(base: type[PlaitError]) -> Iterator[type[PlaitError]]:
        for kind in base.__subclasses__():
            yield from below(kind)
            if kind.__module__.startswith("plait."):
                yield kind

    return [TypeSyntaxError, PlaitError, *sorted(set(below(PlaitError)), key=lambda kind: kind.__name__)]


def _made(kind: type[Exception]) -> Exception:
    if not any("__init__" in vars(base) for base in kind.__mro__ if base.__module__.startswith("plait.")):
        return kind("a text", 3)
    parameters = list(inspect.signature(kind).parameters.values())
    return kind(*(SAMPLES[str(parameter.annotation)] for parameter in parameters))


ERRORS = _own_errors()


def test_all_errors_are_looked_at() -> None:
    names = {kind.__name__ for kind in ERRORS}
    assert {
        "CompileError",
        "FormatError",
        "GuestError",
        "InputError",
        "LimitError",
        "LinkError",
        "VerifyError",
    } <= names
    assert {"CodeError", "KernelError"} <= names


@pytest.mark.parametrize("way", COPIES)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_errors_come_out_equal(kind: type[Exception], way: str) -> None:
    error = _made(kind)
    error.add_note("a note")
    made = COPIES[way](error)
    assert made is not error
    assert type(made) is kind
    assert (made.args, vars(made), str(made)) == (error.args, vars(error), str(error))
    assert made.__notes__ == ["a note"]


class LaterError(PlaitError):
    """What somebody may define later, with arguments that are not those of `Exception`."""

    def __init__(self, *, what: int) -> None:
        self.what = what
        super().__init__(f"number {what}")


@pytest.mark.parametrize("way", COPIES)
def test_an_error_need_do_nothing_for_it(way: str) -> None:
    made = COPIES[way](LaterError(what=5))
    assert (type(made), made.what, str(made)) == (LaterError, 5, "number 5")


THROWING = plait.compile(
    "class Point { x = 1; } function single(): void { throw new Point(); }"
    "function several(): void { const a: unknown[] = [1, 'two', new Point()]; throw a; }"
)


def _thrown(vm: plait.Vm, function: str) -> plait.GuestError:
    with pytest.raises(plait.GuestError) as caught:
        vm.call_function(vm.last_context(), function)
    return caught.value


def test_handles_stay_in_their_process() -> None:
    vm = plait.Vm(plait.VmOptions(engine="interpreter"))
    vm.load(THROWING)
    error = _thrown(vm, "single")
    assert isinstance(error.value, plait.ObjectHandle)
    assert copy.copy(error).value is error.value
    for made in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert (made.value, made.trace, str(made)) == (None, error.trace, str(error))
    with_several = plait.GuestError("", "x", value=[1, ("two", error.value)])
    assert pickle.loads(pickle.dumps(with_several)).value == [1, ("two", None)]


PROGRAMS = {
    "guest": ("function f(): void { throw new RangeError('x'); } f();", plait.GuestError),
    "value": ("throw 5;", plait.GuestError),
    "limit": ("for (;;) {}", plait.LimitError),
    "compile": ("let x: = 5;", plait.CompileError),
}


def _run(kind: str) -> object:
    if kind == "format":
        return plait.Module.from_bytes(b"nothing")
    options = plait.VmOptions(max_fuel=100_000, engine="interpreter")
    return plait.Vm(options).execute(plait.compile(PROGRAMS[kind][0], "e.ts"))


def _verify() -> object:
    builder = plait.ModuleBuilder("bad")
    raise plait.VerifyError("a rule is broken", 3, 4) from KeyError(builder)


def test_errors_of_a_process_pool() -> None:
    """They arrive as they were raised, and the pool goes on."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        for kind in (*PROGRAMS, "format", *PROGRAMS):
            arrived = pool.submit(_run, kind).exception(timeout=120)
            with pytest.raises(PlaitError) as here:
                _run(kind)
            assert type(arrived) is type(here.value)
            assert (str(arrived), vars(arrived)) == (str(here.value), vars(here.value))
        arrived = pool.submit(_verify).exception(timeout=120)
        assert isinstance(arrived, plait.VerifyError)
        assert (arrived.function, arrived.position) == (3, 4)


def test_errors_of_a_multiprocessing_pool() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for kind, (_, error) in PROGRAMS.items():
            with pytest.raises(error):
                pool.apply_async(_run, (kind,)).get(timeout=120)


def _parts(vm: plait.Vm) -> list[object]:
    """Everything of plait that a machine reaches which has run a program, and what Python can hold of it."""
    context = vm.last_context()
    found: list[object] = [
        plait.Interpreter(vm),
        plait.TaskInterpreter(vm),
        vm.global_vars,
        vm.shared_state,
        vm.call_function(context, "make"),
        vm.call_function(context, "adder"),
        vm.mutex_registry.get(vm.mutex_registry.create()),
        vm,
    ]
    seen = {id(item) for item in found}
    place = 0
    while place < len(found):
        for item in gc.get_referents(found[place]):
            is_own = type(item).__module__.startswith("plait.")
            is_container = isinstance(item, dict | list | tuple) and len(item) < 1000 and "__name__" not in item
            if (is_own or is_container) and not isinstance(item, type) and id(item) not in seen:
                seen.add(id(item))
                found.append(item)
        place += 1
    return [item for item in found if type(item).__module__.startswith("plait.") and _is_named(type(item))]


def _is_named(kind: type) -> bool:
    """Whether a class is one that somebody has written, not one that ctypes has made."""
    return getattr(sys.modules[kind.__module__], kind.__name__, None) is kind


HOLDING = plait.compile(
    "class Point { x = 1; } function make(): Point { return new Point(); }"
    "function adder(): (a: number) => number { return (a) => a + 1; } let g = 0; for (; g < 5000;) g++;"
)

HOLDERS = {
    "Vm",
    "VmContext",
    "Held",
    "ObjectHandle",
    "FunctionHandle",
    "OpaqueHandle",
    "HandleTable",
    "LinearMemory",
    "LoadedProgram",
    "CodeTables",
    "Runner",
    "NativeMachine",
    "NativeKernels",
    "NativeLibrary",
    "LinkedUnit",
    "ContextRegistry",
    "ClassRegistry",
    "MutexRegistry",
    "Scheduler",
    "SharedState",
    "GlobalVars",
    "Interpreter",
    "TaskInterpreter",
    "StartedTasks",
}
"""What has to refuse, at least."""


@pytest.mark.parametrize("use", [copy.copy, copy.deepcopy, pickle.dumps])
def test_what_holds_native_memory_refuses(use: Callable[[object], object]) -> None:
    """Each part of a machine can be copied, or says clearly that it cannot."""
    vm = plait.Vm(plait.VmOptions(engine="jit"))
    context = vm.load(HOLDING)
    vm.run(context, "main")
    answers: dict[str, set[str]] = {}
    for part in _parts(vm):
        try:
            use(part)
        except TypeError as error:
            answers.setdefault(str(error), set()).add(type(part).__name__)
    assert [answer for answer in answers if REFUSED not in answer] == []
    assert HOLDERS - set().union(*answers.values()) == set()


def test_data_can_be_sent() -> None:
    """Modules, options, figures and results go to other processes."""
    vm = plait.Vm()
    vm.load(HOLDING)
    vm.run_tasks()
    task = vm.spawn_task("main")
    vm.run_tasks()
    for data in (HOLDING, vm.options, vm.stats, vm.task_result(task), *vm.class_registry):
        for way in COPIES.values():
            assert way(data) == data
    made = pickle.loads(pickle.dumps(HOLDING))
    assert made.to_bytes() == HOLDING.to_bytes()
