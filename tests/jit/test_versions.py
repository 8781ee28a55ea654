"""The two versions of compiled functions."""

from __future__ import annotations

import re
import time

import pytest

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.jit.sites import sites
from plait.jit.unit import unit_text
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.native import optimised
from plait.memory.code_layouts import FunctionInfo
from plait.memory.fields import get_field
from plait.memory.layouts import OWN_SITE_SIZE, OWN_SITES, OWN_SITES_OFFSET
from plait.source import SourceFile
from plait.vm.compiled_support import interpreted
from plait.vm.context import VmContext
from plait.vm.machine import native_machine
from plait.vm.program import load_program

SOURCE = """
function sum(p: any, n: number): any {
  let s = 0;
  for (let i = 0; i < n; i++) {
    s = s + p.x;
    p.y = s;
  }
  return s;
}
function at(o: any, key: any): any { return o[key]; }
console.log(sum({ x: 1, y: 2 }, 10), at({ z: 3 }, "z"));
"""


def compiled(name: str) -> tuple[str, int]:
    """The optimised text of the unit of a function of the program, and the function's index."""
    program = load_program(translate(SourceFile("versions.ts", SOURCE), no_files))
    (index,) = [item.index for item in program.prepared.own_functions if item.verified.function.name == name]
    texts = native_machine().kernels.texts
    text, _ = unit_text(program.prepared, program.image, [index], [], [index], interpreted(), texts)
    return str(on_compiler_thread(lambda: optimised(text))), index


def body(text: str, name: str) -> str:
    found = re.search(rf"^define [^\n]*@{name}\(.*?^}}", text, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    return found[0]


def test_the_usual_version_calls_nothing_that_finds_properties_or_adds() -> None:
    """All that is not usual is in the general version, which is called in one place."""
    text, index = compiled("sum")
    usual, general = body(text, f"plait_body_{index}"), body(text, f"plait_general_{index}")
    called = set(re.findall(r"call [^@\n]*@\"?([\w.]+)", usual))
    assert called <= {
        "vm.compiled_support.go_on",
        "runtime.property_sites.learn_to_get",
        "runtime.property_sites.learn_to_set",
        "runtime.own_sites.find_cached",
        "jit.support.refill_in_loop",
        "jit.support.stop_compiled",
        "tasks.stops.refill",
        "llvm.read_register.i64",
    }
    assert usual.count("@vm.compiled_support.go_on(") == 1
    assert "@native.dynamic.add(" in general
    assert "@native.properties.get_property(" in general


def test_places_whose_key_is_always_the_same_have_a_site_of_their_own() -> None:
    program = load_program(translate(SourceFile("versions.ts", SOURCE), no_files))
    functions = {item.verified.function.name: item for item in program.prepared.own_functions}
    own = sorted(sites(functions["sum"], frozenset(), 5).values())
    assert own == [OWN_SITES_OFFSET + OWN_SITE_SIZE * number for number in (5, 6)]
    assert all(place < OWN_SITES_OFFSET for place in sites(functions["sum"], frozenset(), None).values())


def test_a_loop_of_the_general_version_goes_on_in_the_usual_one() -> None:
    """At the next refill, by the entry of the loop. No site knows anything at first, so that every loop is left."""
    text, index = compiled("sum")
    general = body(text, f"plait_general_{index}")
    assert "jit.support.ask_for_loop" in general
    assert "ask_for_loop" not in body(text, f"plait_body_{index}")


def leavings(context: VmContext) -> dict[str, int]:
    """How often each of the program's own functions has been left for the interpreter."""
    program, view = context.program, context.memory.view
    return {
        item.verified.function.name: get_field(
            view, FunctionInfo, program.image.functions + FunctionInfo.SIZE * item.index, "leavings"
        )
        for item in program.prepared.own_functions
    }


def test_a_place_learns_when_it_is_left() -> None:
    """What it meets again is usual then, though nothing but the interpreter has found it."""
    source = """
    class P { x = 1; y = 2; get() { return this.x } }
    const o = new P();
    export function f(): number { o.y = o.x + o.get(); const n: any = new P(); n.z = 1; return o.y + n.z }
    """
    context = plait.Vm(plait.VmOptions(engine="jit")).load(translate(SourceFile("learns.ts", source), no_files))
    assert [context.call("f") for _ in range(8)] == [3] * 8
    once = leavings(context)
    assert once["f"] > 0
    assert [context.call("f") for _ in range(50)] == [3] * 50
    assert leavings(context) == once


@pytest.mark.parametrize("engine", ["jit", "auto", "interpreter"])
def test_what_is_left_often_gets_its_general_version(engine: str) -> None:
    """A loop in which every turn meets what is not usual, and a function that does so whenever it is called."""
    source = """
    export function loop(n: number): string {
      let s: any = "";
      for (let i = 0; i < n; i++) { s = s + i; if (s.length > 10) s = ""; }
      return s;
    }
    function add(a: any, b: any): any { return a + b }
    export function calls(n: number): string {
      let s: any = "";
      for (let i = 0; i < n; i++) s = add(s, "x").slice(-5);
      return s;
    }
    """
    context = plait.Vm(plait.VmOptions(engine=engine)).load(translate(SourceFile("often.ts", source), no_files))
    for _ in range(20):
        assert context.call("loop", 20_001) == "20000"
        assert context.call("calls", 20_000) == "xxxxx"
    deadline = time.monotonic() + 60
    code = context.program.code
    while engine != "interpreter" and not sum(map(bool, code.generals)) and time.monotonic() < deadline:
        context.call("loop", 2_000)
        context.call("calls", 2_000)
    assert bool(sum(map(bool, code.generals))) == (engine != "interpreter")
    assert context.call("loop", 20_001) == "20000"
    assert context.call("calls", 20_000) == "xxxxx"


def test_a_collection_empties_every_site() -> None:
    """Also one where objects of a class are made, and no other is used."""
    source = """
    class P {}
    function f(n: number): P | null { let o: P | null = null; for (let i = 0; i < n; i++) o = new P(); return o; }
    f(50);
    """
    vm = plait.Vm(plait.VmOptions(engine="jit"))
    context = vm.load(translate(SourceFile("sites.ts", source), no_files))
    context.run()
    size = OWN_SITES * OWN_SITE_SIZE
    assert any(context.memory.view[OWN_SITES_OFFSET : OWN_SITES_OFFSET + size])
    vm.machine.compact(context)
    assert not any(context.memory.view[OWN_SITES_OFFSET : OWN_SITES_OFFSET + size])
