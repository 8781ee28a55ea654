"""The checker against the TypeScript compiler: types, errors, and programs without errors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from plait.frontend.compilation import Compilation
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import check_files, read_file
from plait.frontend.own_stack import on_own_stack
from plait.source import SourceFile

from .oracle import Findings, alike, by_plait, by_typescript

HERE: Final = Path(__file__).parent
PROGRAMS: Final = HERE.parent.parent / "programs"


def texts(name: str) -> list[str]:
    """The texts of a file, which stand apart by lines of their own."""
    return (HERE / name).read_text(encoding="utf-8").split("\n// ---\n")


SNIPPETS: Final = texts("types.ts")
"""Texts without errors, whose variables have types that the TypeScript compiler and plait agree on."""

MISTAKES: Final = texts("mistakes.ts")
"""Texts with errors: plait reports the lines that the TypeScript compiler reports."""


@pytest.fixture(scope="module")
def snippet_findings() -> list[Findings]:
    return by_typescript(SNIPPETS)


@pytest.fixture(scope="module")
def mistake_findings() -> list[Findings]:
    return by_typescript(MISTAKES)


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_variables_have_the_types_that_typescript_finds(number: int, snippet_findings: list[Findings]) -> None:
    wanted, found = snippet_findings[number], by_plait(SNIPPETS[number])
    assert wanted.errors == ()
    assert found.errors == ()
    assert {name: alike(found.types[name]) for name in wanted.types} == {
        name: alike(text) for name, text in wanted.types.items()
    }


@pytest.mark.parametrize("number", range(len(MISTAKES)))
def test_errors_stand_in_the_lines_where_typescript_finds_them(number: int, mistake_findings: list[Findings]) -> None:
    wanted, found = mistake_findings[number], by_plait(MISTAKES[number])
    assert found.lines == wanted.lines, (found.errors, wanted.errors)


@pytest.mark.parametrize("program", sorted(PROGRAMS.glob("*.ts")), ids=lambda path: path.stem)
def test_programs_that_run_have_no_errors(program: Path) -> None:
    assert by_plait(program.read_text(encoding="utf-8")).errors == ()


@pytest.mark.parametrize(
    "text",
    [
        "function id<T>(x: T): T { return x; }\nconst r = " + "id(" * 400 + "1" + ")" * 400 + ";\n",
        """
class Ok<T, E> {
  constructor(readonly value: T) {}
  then<U, F>(f: (t: T) => Result<U, F>): Result<U, E | F> { return f(this.value); }
  later<U, F>(f: (t: T) => Later<U, F>): Later<U, E | F> { return f(this.value) as any; }
  or<R extends Result<unknown, unknown>>(f: (e: E) => R): Result<T, R> { return f(null as any) as any; }
}
class Err<T, E> {
  constructor(readonly error: E) {}
  then<U, F>(f: (t: T) => Result<U, F>): Result<U, E | F> { return new Err(this.error); }
  later<U, F>(f: (t: T) => Later<U, F>): Later<U, E | F> { return this as any; }
  or<R extends Result<unknown, unknown>>(f: (e: E) => R): Result<T, R> { return f(this.error) as any; }
}
class Later<T, E> {
  constructor(readonly promise: Promise<Result<T, E>>) {}
  then<U, F>(f: (t: T) => Result<U, F>): Later<U, E | F> { return this as any; }
  later<U, F>(f: (t: T) => Later<U, F>): Later<U, E | F> { return this as any; }
  or<R extends Result<unknown, unknown>>(f: (e: E) => R): Later<T, R> { return this as any; }
}
type Result<T, E> = Ok<T, E> | Err<T, E>;
declare const given: Result<number[], string[]>;
const sum = given.then((x) => new Ok<number, boolean>(x.length)).later((x) => null as any as Later<number, string>);
""",
    ],
    ids=["nested calls", "classes that lead to each other"],
)
def test_work_is_about_that_of_the_text(text: str) -> None:
    compilation = Compilation(None, 20_000)
    diagnostics = Diagnostics()

    def check() -> None:
        file = SourceFile("unit.ts", text)
        bound = read_file(file, diagnostics, compilation)
        assert bound is not None
        check_files({bound: {}}, {file.name: diagnostics}, compilation)

    on_own_stack(check, compilation.stop)
    assert diagnostics.in_order() == []


def test_iterators_need_no_helpers() -> None:
    text = "class Recorded extends Map<string, number> { keys(): IterableIterator<string> { return super.keys(); } }"
    assert by_plait(text).errors == ()


def test_a_name_that_is_asked_for_by_typeof_may_be_there() -> None:
    text = """const version = typeof host !== "undefined" ? host.version : "none";
const shared = (x: object) => typeof SharedArrayBuffer === "function" && x instanceof SharedArrayBuffer;
console.log(version, shared({}), other);
"""
    assert [line for line, _ in by_plait(text).errors] == [3]
