"""What a program exports is called from Python by name."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Final

import pytest

import plait

from .running import ENGINES

SOURCE: Final = """
const n = 5;
export let counter = 1;
export const table = { a: [1] };
export function f() { counter++; return n; }
export async function later(x: number) { await sleep(1000); return { x }; }
export class Box { size = n; grow() { this.size += n; return this.size; } }
export default function (...r: any[]) { return r.length; }
export function main() { return "main"; }
export enum Colour { Red = 1 }
export const never = () => new Promise(() => {});
export const waits = async () => { await new Promise(() => {}); };
export const fails = async () => { throw new TypeError("no"); };
console.log("top level");
"""


def load(source: str, engine: str = "interpreter") -> tuple[plait.Vm, plait.VmContext, list[str]]:
    """A machine, a context of a program, and what that has printed."""
    lines: list[str] = []
    options = plait.VmOptions(engine=engine)
    vm = plait.Vm(options, write=lambda text: lines.extend(text.splitlines()), clock=plait.MockClock())
    return vm, vm.load(plait.compile(source, "program.ts")), lines


@pytest.mark.parametrize("engine", sorted({*ENGINES} - {"reference"}))
def test_calls_by_name(engine: str) -> None:
    vm, context, lines = load(SOURCE, engine)
    assert lines == []
    assert (context.call("f"), context.call("f"), context.call("main")) == (5, 5, "main")
    assert lines == ["top level"]
    assert context.call("later", 3) == {"x": 3}
    assert context.call("default", 1, 2, 3, 4, 5, 6) == 6
    assert vm.call_function(context, "f") == 5
    assert vm.run(context, "later", [4]) == {"x": 4}


def test_exports() -> None:
    _, context, _ = load(SOURCE)
    exports = context.exports
    names = {"counter", "table", "f", "later", "Box", "default", "main", "Colour", "never", "waits", "fails"}
    assert (set(exports), len(exports), "f" in exports, "g" in exports) == (names, len(names), True, False)
    assert exports["f"]() == 5
    assert (exports["counter"], exports["table"].to_python(), exports["Colour"]["Red"]) == (2, {"a": [1]}, 1)
    assert exports["Box"].new().grow() == 10
    with pytest.raises(KeyError, match=r"did you mean 'counter'"):
        exports["countr"]


def test_errors_of_calls() -> None:
    _, context, _ = load(SOURCE)
    with pytest.raises(KeyError, match="exports no 'nothing'; it exports Box, Colour"):
        context.call("nothing")
    with pytest.raises(plait.GuestError, match="TypeError: no"):
        context.call("fails")
    with pytest.raises(plait.GuestError, match="can never be settled"):
        context.call("never")
    with pytest.raises(plait.LimitError, match="no task can ever run again") as caught:
        context.call("waits")
    assert caught.value.limit == "deadlock"
    with pytest.raises(plait.GuestError, match="is not a function"):
        context.call("counter")
    assert context.call("f") == 5


def test_the_top_level_is_run_once() -> None:
    _, context, lines = load(SOURCE)
    context.run()
    context.run()
    assert context.call("f") == 5
    assert lines == ["top level"]
    _, context, lines = load("setInterval(() => console.log('tick'), 1000); export function f() { return 1 }")
    assert (context.call("f"), lines) == (1, [])
    _, context, _ = load("export function f() {} return 7")
    assert context.run() == 7
    _, context, _ = load("export function f() { return 1 } throw new RangeError('bad')")
    with pytest.raises(plait.GuestError, match="RangeError: bad"):
        context.call("f")
    with pytest.raises(plait.PlaitError, match=r"the top level of module 'program\.ts' has failed"):
        context.call("f")


def test_main_need_not_be_exported() -> None:
    for source in ("function main() { return 3 }", "function main() { return [{}, 3][1] } main();"):
        _, context, _ = load(source)
        assert context.call("main") == 3


def test_a_program_that_exports_nothing() -> None:
    _, context, _ = load("const a: any = {}; function f() { return a }\nf()")
    with pytest.raises(KeyError, match="write `export function g`"):
        context.call("g")


def test_modules_of_several_files_and_bytes() -> None:
    files = {"./a": "export const x = 2; export function twice(n: number) { return n * x }"}
    source = """
    import { twice } from './a';
    export { twice as double } from './a';
    export * as a from './a';
    export const y = twice(4);
    """
    module = plait.compile(source, "main.ts", files)
    for made in (module, plait.Module.from_bytes(module.to_bytes())):
        vm = plait.Vm(plait.VmOptions(engine="interpreter"))
        context = vm.load(made)
        assert (context.call("double", 5), context.exports["y"], context.exports["a"].x) == (10, 8, 2)
        assert set(context.exports) == {"double", "a", "y"}


def test_thrown_values_have_their_content() -> None:
    source = """
    export function object() { throw { code: 5, why: ["a"] } }
    class Bad extends Error { code = 7 }
    export function error() { throw new Bad("outer", { cause: new RangeError("inner") }) }
    export function text() { throw "text" }
    """
    _, context, _ = load(source)
    with pytest.raises(plait.GuestError) as caught:
        context.call("object")
    assert (caught.value.value, caught.value.message) == ({"code": 5, "why": ["a"]}, "{ code: 5, why: [ 'a' ] }")
    with pytest.raises(plait.GuestError, match="Error: outer") as caught:
        context.call("error")
    assert (caught.value.properties, caught.value.trace) == ({"code": 7}, ("error (program.ts:4:31)",))
    cause = caught.value.__cause__
    assert isinstance(cause, plait.GuestError)
    assert (cause.name, cause.message) == ("RangeError", "inner")
    with pytest.raises(plait.GuestError) as caught:
        context.call("text")
    assert caught.value.value == "text"


def test_calls_from_a_function_of_the_host() -> None:
    vm = plait.Vm()
    contexts: list[plait.VmContext] = []

    @vm.function
    def back(x: object) -> object:
        return contexts[0].call("twice", x)

    source = """
    declare function back(x: any): any;
    export function twice(x: any) { return [x, x] }
    export function start() { return back({ a: 1 }) }
    """
    contexts.append(vm.load(plait.compile(source, "program.ts")))
    assert contexts[0].call("start") == [{"a": 1}, {"a": 1}]


def test_a_context_keeps_its_machine() -> None:
    context = plait.Vm().load(plait.compile("export function f() { return 1 }", "program.ts"))
    gc.collect()
    assert context.call("f") == 1


CALLING = """
export function call(f: any, ...a: any[]) { return f(...a) }
export function echo(x: any) { return x }
export function print() { console.log("x"); return 1 }
"""


def test_nothing_goes_on_that_an_exception_of_the_host_has_ended() -> None:
    def stop(kind: type[BaseException]) -> None:
        raise kind

    _, context, _ = load(CALLING)
    for kind in (KeyboardInterrupt, SystemExit):
        with pytest.raises(kind):
            context.call("call", lambda kind=kind: stop(kind))
        assert context.call("echo", 1) == 1
    vm = plait.Vm(write=lambda text: stop(OSError))
    context = vm.load(plait.compile(CALLING, "calling.ts"))
    with pytest.raises(OSError):  # noqa: PT011
        context.call("print")
    assert context.call("echo", 1) == 1


def test_a_context_cannot_be_closed_while_it_is_in_use() -> None:
    _, context, _ = load(CALLING)

    class Closing(list[int]):
        def __iter__(self) -> Iterator[int]:
            context.close()
            return iter([1])

    with pytest.raises(plait.PlaitError, match="the context is running"):
        context.call("echo", {"a": Closing([1])})
    with pytest.raises(plait.GuestError, match="the context is running"):
        context.call("call", context.close)
    assert context.call("echo", 1) == 1


def test_a_machine_belongs_to_a_thread() -> None:
    _, context, _ = load(CALLING)
    found: list[BaseException] = []

    def use() -> None:
        try:
            context.call("echo", 1)
        except plait.PlaitError as error:
            found.append(error)

    def other() -> None:
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()

    context.call("call", other)
    assert [str(error) for error in found] == ["this Vm is running in another thread; use one Vm a thread"]
    other()
    assert len(found) == 1


def test_nesting_has_an_end() -> None:
    _, context, _ = load(CALLING)

    def again() -> object:
        return context.call("call", again)

    with pytest.raises(plait.GuestError, match="more than 50 calls between host and guest"):
        again()
    assert context.call("echo", 1) == 1


def test_handles_that_are_dropped_make_room() -> None:
    _, context, _ = load(CALLING)
    for number in range(17_000):
        context.call("echo", [number], copy=False)
    gc.collect()
    assert context.handles.count < 50
