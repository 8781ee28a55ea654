"""`plait run`: output, exit codes, messages, options."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import COMMAND, Plait

Write = Callable[[str], Path]

THROWS = """\
function inner(n: number): number {
  if (n > 1) {
    throw new Error(`${n} is too many`);
  }
  return n;
}
function outer(n: number): number {
  return inner(n + 1) * 2;
}
console.log(outer(0));
console.log(outer(1));
"""

DEADLOCK = """\
const tasks: Promise<number>[] = [];
async function pause(): Promise<number> {
  return 0;
}
async function waitFor(other: number): Promise<number> {
  await pause();
  await pause();
  return await tasks[other];
}
tasks.push(waitFor(1));
tasks.push(waitFor(0));
console.log(await tasks[0]);
"""

ENDLESS = """\
let n = 0;
while (n >= 0) {
  n = (n + 1) % 1000;
}
"""

RECURSION = """\
function descend(n: number): number {
  return n === 0 ? 0 : descend(n - 1) + 1;
}
"""


@pytest.mark.parametrize("engine", ["auto", "reference", "interpreter", "jit"])
def test_prints_and_ends_well(plait: Plait, hello: Path, engine: str) -> None:
    ended = plait("run", "--engine", engine, hello)
    assert (ended.code, ended.output, ended.messages) == (0, "Hello, world!\n", "")


def test_an_uncaught_error_shows_the_stack(plait: Plait, program: Write) -> None:
    path = program(THROWS)
    ended = plait("run", path)
    assert ended.code == 1
    assert ended.output == "2\n"
    assert ended.messages.splitlines() == [
        "Uncaught Error: 2 is too many",
        f"    at inner ({path}:3:5)",
        f"    at outer ({path}:8:10)",
        f"    at main ({path}:11:13)",
    ]


def test_many_frames_of_one_kind_are_counted(plait: Plait, program: Write) -> None:
    path = program(
        "function f(n: number): number {\n  if (n === 0) throw new Error('x');\n  return f(n - 1) + 1;\n}\nf(9);\n"
    )
    assert plait("run", path).messages.splitlines() == [
        "Uncaught Error: x",
        f"    at f ({path}:2:16)",
        *[f"    at f ({path}:3:10)"] * 3,
        "    ... and 6 more like this",
        f"    at main ({path}:5:1)",
    ]


def test_frames_of_the_library_say_so(plait: Plait, program: Write) -> None:
    path = program("[2, 1].sort(() => { throw new Error('x'); });\n")
    assert plait("run", path).messages.splitlines() == [
        "Uncaught Error: x",
        f"    at (anonymous) ({path}:1:21)",
        "    at countRun (library)",
        "    at sort (library)",
        f"    at main ({path}:1:1)",
    ]


def test_fuel_is_limited(plait: Plait, program: Write) -> None:
    ended = plait("run", "--max-fuel", "100000", program(ENDLESS))
    assert ended.code == 1
    assert "max_fuel is 100000" in ended.messages


def test_time_is_limited(plait: Plait, program: Write) -> None:
    ended = plait("run", "--max-seconds", "0.1", program("await sleep(1e6);"))
    assert ended.code == 1
    assert "max_seconds is 0.1" in ended.messages


def test_depth_is_limited(plait: Plait, program: Write) -> None:
    deep = program(RECURSION + "console.log(descend(9000));")
    assert plait("run", deep).output == "9000\n"
    ended = plait("run", "--max-stack-depth", "1000", deep)
    assert ended.code == 1
    assert "Maximum call stack size exceeded" in ended.messages


def test_memory_is_limited(plait: Plait, program: Write) -> None:
    path = program(
        "const all: number[] = [];\nfor (let i = 0; i < 100000; i++) all.push(i);\nconsole.log(all.length);\n"
    )
    assert plait("run", "--max-memory", "4M", path).output == "100000\n"
    ended = plait("run", "--max-memory", "256k", path)
    assert ended.code == 1
    assert "max_memory is 262144" in ended.messages


def test_a_deadlock_is_reported(plait: Plait, program: Write) -> None:
    ended = plait("run", program(DEADLOCK))
    assert ended.code == 1
    assert ended.messages.startswith("Deadlock: ")
    assert "waits for" in ended.messages


def test_figures_come_last(plait: Plait, program: Write) -> None:
    ended = plait("run", "--stats", program(THROWS))
    lines = ended.messages.splitlines()
    assert lines[0].startswith("Uncaught")
    figures = dict(line.split(": ", 1) for line in lines[4:])
    assert list(figures) == [
        *("fuel", "collections", "peak memory", "copy reserve", "preemptions"),
        *("compiled functions", "compiled loops", "tiers"),
    ]
    assert int(figures["fuel"]) > 0


def test_the_stress_options_change_nothing(plait: Plait, program: Write) -> None:
    path = program(RECURSION + "console.log(descend(30));")
    plain = plait("run", "--stats", path)
    stressed = plait("run", "--stats", "--suspend-always", "--collect-always", path)
    assert stressed.output == plain.output == "30\n"
    assert stressed.messages.splitlines()[0] == plain.messages.splitlines()[0]


def test_output_is_utf8(plait: Plait, program: Write) -> None:
    ended = plait("run", program('console.log("πλέκω \\u{1f9f6} \\ud800");'))
    assert ended.output == "πλέκω 🧶 \ufffd\n"


def test_standard_input_is_a_program(plait: Plait) -> None:
    ended = plait("run", "-", stdin=b"console.log(1 + 2);")
    assert (ended.code, ended.output) == (0, "3\n")


def test_errors_in_standard_input_have_a_place(plait: Plait) -> None:
    ended = plait("run", "-", stdin=b"\nthrow new Error('x');")
    assert "    at main (<stdin>:2:1)" in ended.messages.splitlines()


def test_standard_input_may_be_a_module(plait: Plait, hello: Path, tmp_path: Path) -> None:
    plait("compile", hello, "-o", tmp_path / "hello.plb")
    ended = plait("run", "-", stdin=(tmp_path / "hello.plb").read_bytes())
    assert (ended.code, ended.output) == (0, "Hello, world!\n")


@pytest.mark.parametrize("source", ["", "\n", "// nothing\n", "\ufeff"])
def test_an_empty_program_does_nothing(plait: Plait, program: Write, source: str) -> None:
    ended = plait("run", program(source))
    assert (ended.code, ended.output, ended.messages) == (0, "", "")


def test_a_byte_order_mark_is_no_part_of_the_program(plait: Plait, program: Write) -> None:
    assert plait("run", program("\ufeffconsole.log(1);")).output == "1\n"


def test_a_changed_program_is_compiled_again(plait: Plait, program: Write) -> None:
    for number in ("1", "2", "1"):
        assert plait("run", program(f"console.log({number});")).output == f"{number}\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--max-fuel=-1"], "--max-fuel must be from 0 to"),
        (["--max-fuel=much"], "'--max-fuel'"),
        (["--max-seconds=-1"], "--max-seconds must be from 0 to"),
        (["--max-seconds=nan"], "--max-seconds must be from 0 to"),
        (["--max-memory=1"], "--max-memory must be from"),
        (["--max-memory=1X"], "is not a size"),
        (["--max-stack-depth=0"], "--max-stack-depth must be from 1 to"),
        (["--preemption-threshold=0"], "--preemption-threshold must be from 1 to"),
        (["--workers=0"], "--workers must be from 1 to"),
        (["--engine=steam"], "'--engine'"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_options_are_explained(plait: Plait, hello: Path, options: list[str], message: str) -> None:
    ended = plait("run", *options, hello)
    assert ended.code == 2
    assert message in ended.messages
    assert ended.output == ""


def test_a_closed_pipe_is_no_trouble(program: Write) -> None:
    path = program("for (let i = 0; i < 1000000; i++) console.log(`line ${i}`);")
    with subprocess.Popen([*COMMAND, "run", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"line 0\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_output_that_cannot_be_written(hello: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "run", str(hello)], check=False, stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"plait: standard output: ")


@pytest.mark.skipif(sys.platform == "win32", reason="the shell closes the streams")
@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(program: Write, redirection: str) -> None:
    path = program("console.log('out'); console.error('e'); throw new Error('x');")
    command = f"{shlex.join(COMMAND)} run {shlex.quote(str(path))} {redirection}"
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, timeout=60)
    assert done.returncode == 1
    assert done.stdout == (b"" if " >" in f" {redirection}" else b"out\n")
    assert b"Traceback" not in done.stderr


def test_errors_of_the_program_go_to_standard_error(plait: Plait, program: Write) -> None:
    ended = plait(
        "run", program("console.log('a'); console.error('b \\ud800', 1); console.warn('c'); console.info('d');")
    )
    assert (ended.code, ended.output, ended.messages) == (0, "a\nd\n", "b \ufffd 1\nc\n")
