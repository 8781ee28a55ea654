"""Typed arrays in compiled loops: what LLVM makes of them, and buffers that are given away meanwhile."""

from __future__ import annotations

import re

import pytest

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.jit.unit import unit_text
from plait.kernel.call_texts import CallTexts
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.native import optimised
from plait.source import SourceFile
from plait.vm.compiled_support import interpreted
from plait.vm.machine import native_machine
from plait.vm.program import load_program

LOOPS = """
export function sum(a: Float64Array): number { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
export function fill(a: Float64Array, v: number): void { for (let i = 0; i < a.length; i++) a[i] = v; }
export function copy(a: Uint8Array, b: Uint8Array): void { for (let i = 0; i < a.length; i++) a[i] = b[i]; }
console.log(sum(new Float64Array(3)));
fill(new Float64Array(3), 2);
copy(new Uint8Array(3), new Uint8Array(3));
"""

# Node 24 gives the same.
DETACHED = """
function detached(turns: number): string {
  let buffer = new ArrayBuffer(80);
  let view = new Float64Array(buffer);
  const kept = view;
  let seen = "", sum = 0;
  for (let i = 0; i < turns; i++) {
    view[i % 10] = i + 0.5;
    sum += view[(i * 3) % 10];
    seen = seen + (kept[i % 10] === undefined ? "-" : "+");
    if (i % 13 === 12) {
      const given = buffer.transfer();
      seen += view.length;
      buffer = given;
      view = new Float64Array(buffer);
    }
  }
  return `${sum} ${kept.length} ${seen}`;
}
console.log(detached(60));
"""


def hot_loop(name: str) -> list[str]:
    """The instructions of the innermost loop of a function, where everything goes as expected."""
    program = load_program(translate(SourceFile("loops.ts", LOOPS), no_files))
    module = program.prepared.verified.module
    index = max(number for number, function in enumerate(module.functions) if function.name == name)
    texts: CallTexts = native_machine().kernels.texts
    text, _ = unit_text(program.prepared, program.image, [index], [], [], interpreted(), texts)
    compiled = on_compiler_thread(lambda: optimised(text))
    note = r'(!\d+) = !\{!"branch_weights", (?:!"expected", )?i32 (-?\d+, i32 -?\d+)\}'
    weights = dict(re.findall(note, str(compiled)))
    body = re.search(rf"^define [^\n]*@plait_body_{index}\(.*?^}}", str(compiled), re.MULTILINE | re.DOTALL)
    assert body is not None
    blocks: dict[str, list[str]] = {}
    for line in body[0].splitlines()[1:-1]:
        head = re.match(r'"?([\w.]+)"?:', line)
        if head is not None:
            blocks[head[1]] = []
        elif line.strip():
            blocks[next(reversed(blocks))].append(line.strip())
    following = {name: likely(lines[-1], weights) for name, lines in blocks.items()}
    seen: list[str] = []
    label = next(iter(blocks))
    while label not in seen:
        seen.append(label)
        if not following[label]:
            raise AssertionError(f"{name} has no loop")
        label = following[label][0]
    return [line for at in seen[seen.index(label) :] for line in blocks[at]]


def likely(jump: str, weights: dict[str, str]) -> list[str]:
    """The blocks behind one, the likeliest first."""
    labels = re.findall(r'label %"?([\w.]+)', jump)
    note = re.search(r"!prof (!\d+)", jump)
    numbers = (
        [int(number) % (1 << 32) for number in re.findall(r"-?\d+", weights.get(note[1], "").replace("i32", ""))]
        if note
        else []
    )
    return labels[::-1] if len(numbers) == 2 and numbers[1] > numbers[0] else labels


@pytest.mark.parametrize(("name", "loads", "stores"), [("sum", 1, 0), ("fill", 0, 1), ("copy", 1, 1)])
def test_a_turn_touches_the_elements_alone(name: str, loads: int, stores: int) -> None:
    """Where the elements of an array begin, and how many there are, is known from turn to turn."""
    loop = hot_loop(name)
    assert [line for line in loop if " call " in line and "@llvm." not in line] == []
    assert len([line for line in loop if " load " in line]) == loads
    assert len([line for line in loop if line.startswith("store ")]) == stores


@pytest.mark.parametrize("options", [{}, {"suspend_always": True}, {"collect_always": True, "check_heap": True}])
@pytest.mark.parametrize("engine", ["interpreter", "jit", "auto"])
def test_a_buffer_is_given_away_in_a_loop(engine: str, options: dict[str, bool]) -> None:
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(engine=engine, **options), write=pieces.append)  # type: ignore[arg-type]
    vm.execute(plait.compile(DETACHED, "detached.ts"))
    seen = "+++++++++++++0-------------0-------------0-------------0--------"
    assert "".join(pieces) == f"1572 0 {seen}\n"
