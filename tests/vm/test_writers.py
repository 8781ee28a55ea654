"""What programs print goes where their `Vm` says, or where each of its contexts does."""

from __future__ import annotations

import pytest

import plait

SOURCE = "export function say(text: string) { console.log(text); console.error(text + '!') }"


def test_contexts_have_writers_of_their_own() -> None:
    shared: list[str] = []
    vm = plait.Vm(write=shared.append, write_error=shared.append)
    module = plait.compile(SOURCE, "say.ts")
    first: list[str] = []
    second: list[str] = []
    contexts = [vm.load(module, write=first.append), vm.load(module, write_error=second.append), vm.load(module)]
    for number, context in enumerate(contexts):
        context.call("say", str(number))
    assert (first, second, shared) == (["0\n"], ["1!\n"], ["0!\n", "1\n", "2\n", "2!\n"])


def test_forks_write_where_the_first_does_or_elsewhere() -> None:
    first: list[str] = []
    other: list[str] = []
    vm = plait.Vm(write_error=lambda text: None)
    context = vm.load(plait.compile(SOURCE, "say.ts"), write=first.append)
    context.fork().call("say", "a")
    context.fork(write=other.append).call("say", "b")
    assert (first, other) == (["a\n"], ["b\n"])


def test_a_line_longer_than_the_buffer_goes_there_too() -> None:
    written: list[str] = []
    vm = plait.Vm(write_error=lambda text: None)
    context = vm.load(plait.compile(SOURCE, "say.ts"), write=written.append)
    context.call("say", "x" * 1_000_000)
    assert [len(text) for text in written] == [1_000_001]


def test_what_is_no_function_is_refused() -> None:
    vm = plait.Vm()
    module = plait.compile(SOURCE, "say.ts")
    with pytest.raises(TypeError, match="write must be a function"):
        vm.load(module, write="file")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="write_error must be a function"):
        vm.load(module).fork(write_error=1)  # type: ignore[arg-type]
