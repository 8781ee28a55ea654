"""Programs that import functions of the embedding program from a `host:` module."""

from __future__ import annotations

import pytest

import plait

from .running import ENGINES

SOURCE = """
import { now, greet as hello, fail, each } from "host:env";
declare module "host:env" {
  export function now(): number;
  export function greet(name: string): string;
  export function fail(message: string): void;
  export function each(visit: (n: number) => number): number;
}
console.log(now() + 1, hello("you"));
try {
  fail("why");
} catch (e) {
  if (e instanceof Error) console.log(e.name, e.message);
}
console.log(each((n) => n * 2));
const later = now;
console.log(later());
"""


def machine(engine: str, lines: list[str]) -> plait.Vm:
    """A machine that offers what the program imports."""
    vm = plait.Vm(plait.VmOptions(engine=engine), write=lines.append)

    def fail(message: str) -> None:
        raise KeyError(message)

    vm.function("env.now", "() -> f64")(lambda: 41.0)
    vm.function("env.greet", "(string) -> string")(lambda name: f"hello {name}")
    vm.function("env.fail", "(string) -> void")(fail)
    vm.function("env.each", "(closure(f64 -> f64)) -> f64")(lambda visit: visit(1.0) + visit(2))
    return vm


@pytest.mark.parametrize("engine", ENGINES)
def test_calls_go_both_ways(engine: str) -> None:
    lines: list[str] = []
    machine(engine, lines).execute(plait.compile(SOURCE, "host.ts"))
    assert "".join(lines).splitlines() == ["42 hello you", "KeyError 'why'", "6", "41"]


def test_what_is_not_offered_is_named() -> None:
    with pytest.raises(plait.LinkError, match=r"imports 'env\.now' from the host, which offers nothing"):
        plait.Vm().execute(plait.compile(SOURCE, "host.ts"))


def test_another_signature_is_named() -> None:
    vm = plait.Vm()
    vm.function("env.now", "() -> i32")(lambda: 1)
    with pytest.raises(plait.LinkError, match=r"imports 'env\.now' as \(\) -> f64, but the host offers \(\) -> i32"):
        vm.execute(plait.compile(SOURCE, "host.ts"))


def test_an_import_without_declaration_is_refused() -> None:
    with pytest.raises(plait.CompileError) as caught:
        plait.compile('import { q } from "host:env";\nq();', "host.ts")
    assert [item.code for item in caught.value.diagnostics] == ["P2001"]


def test_an_uncaught_exception_of_the_host_is_the_cause() -> None:
    source = 'import { f } from "host:m";\ndeclare module "host:m" { export function f(): void; }\nf();'
    vm = plait.Vm()

    @vm.function("m.f", "() -> void")
    def fail() -> None:
        raise ZeroDivisionError("by the host")

    with pytest.raises(plait.GuestError, match="ZeroDivisionError: by the host") as caught:
        vm.execute(plait.compile(source, "host.ts"))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


THROUGH_THE_HOST = """
import { each } from "host:env";
declare module "host:env" { export function each(visit: (n: number) => number): number; }
class Odd extends Error {
  constructor(readonly n: number) { super("odd"); }
}
const odd = new Odd(1);
try {
  each((n) => { throw odd; });
} catch (e) {
  console.log(e === odd, e instanceof Odd && e.n === 1);
}
for (const text of ["text", ""]) {
  try {
    each((n) => { throw text; });
  } catch (e) {
    console.log(typeof e, e === text);
  }
}
try {
  each((n) => { throw n + 0.5; });
} catch (e) {
  console.log(typeof e, e === 1.5);
}
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_thrown_through_the_host_is_caught_as_it_was(engine: str) -> None:
    lines: list[str] = []
    machine(engine, lines).execute(plait.compile(THROUGH_THE_HOST, "through.ts"))
    assert "".join(lines).splitlines() == ["true true", "string true", "string true", "number true"]
