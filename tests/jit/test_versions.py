"""The two versions of compiled functions."""

from __future__ import annotations

import re

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.jit.sites import sites
from plait.jit.unit import unit_text
from plait.kernel import as_kernel
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.native import optimised
from plait.memory.layouts import OWN_SITE_SIZE, OWN_SITES, OWN_SITES_OFFSET
from plait.source import SourceFile
from plait.vm.compiled_support import call_interpreted
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
    text, _ = unit_text(program.prepared, program.image, [index], [], as_kernel(call_interpreted), texts)
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
        f"plait_general_{index}",
        "runtime.own_sites.find_cached",
        "jit.support.refill_in_loop",
        "jit.support.stop_compiled",
        "tasks.stops.refill",
        "llvm.read_register.i64",
    }
    assert usual.count(f"@plait_general_{index}(") == 1
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
