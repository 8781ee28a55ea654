"""Expressions and types are grouped as the TypeScript compiler groups them."""

from __future__ import annotations

import pytest
from fuzz.syntax import REFUSED, UNSUPPORTED, difference, shape_of, shapes_of_compiler
from fuzz.syntax_forms import random_form

GROUPED = (
    "10 + w!.length;",
    "n || n! + 2;",
    "typeof s!.length;",
    "-m!.length;",
    "a! && b! > c!;",
    "y! - z!;",
    "j < rows[0]!.length;",
    "n << n! + 2;",
    "a[i]! += 1;",
    "++a.b!;",
    "x!--;",
    "a?.b!.c!?.d;",
    "(a?.b).c;",
    "new a!.b(c)?.(d)?.[e];",
    "await a as T === b as U && c;",
    "a as T as U < (b as V);",
    "x => y!;",
    "x => y as T | U;",
    "a ? b! : c!;",
    "a = b ? c : d = e, f;",
    "a ** b ** -c;",
    "2 ** a!;",
    "f(a, b, ...c!, ...d as T);",
    "i < unique.length;",
    *(f"i < {word}.length && {word} < i;" for word in ("keyof", "infer", "unknown", "never", "abstract", "accessor")),
    *(f"i < {word}.length && {word} < i;" for word in ("using", "type", "of", "as", "satisfies", "is", "asserts")),
    *(f"i < {word}.length && {word} < i;" for word in ("declare", "namespace", "module", "get", "set", "async")),
    "f(a < typeof b, c);",
    "f(a < typeof b, ...c);",
    "a?.5:1;",
    "new A<B, { c: D; e: F }>(as);",
    "x = typeof a.if / b, c / as;",
    "type T = (a: A) => (b: B) => C | D;",
    "type T = ((a: A) => B) | C[];",
    "`${a-- < b, c >>= d}`;",
    "a++ < b & c >> d!;",
    "f(() => { a as number < b > +c; });",
    "a as void < typeof b.c;",
    "a as string[] < typeof b.in[1 >= c];",
    "a as | never < keyof === b >> c;",
    "a < typeof b.c >= `}`;",
    "let v: A<B>= 1;",
    "let v: A<B<C>>= 1;",
    "(override[a?.b]--);",
    "(override--, readonly--);",
    "f(undefined, (undefined));",
    "`${undefined as A > using}`;",
    "(of as B[] > using);",
    "a?.(b > as as c);",
    "(a < b) > (c);",
    "f(using, a < b && c > `u`, a < b || c > `u`);",
    "f(a, out instanceof A, x[b, out as c]);",
    "f(a as void / b, using, c / d);",
    *(f"new {word}{rest};" for word in ("as", "satisfies") for rest in ("[a](f)", "(f)", ".a<B>(f)", "")),
)
REFUSALS = (
    "-a ** 2;",
    "await a ** 2;",
    "a ?? b || c;",
    "a && b ?? c;",
    "new a?.b();",
    "a?.b = 1;",
    "a?.b++;",
    "a + b = c;",
    "a as T = b;",
    "[a] += b;",
    "a ? b;",
    "a || b => c;",
    "if (a)?.(b);",
    "f(a, out b);",
    "type T = A | () => B;",
    "type T = (a = 1) => B;",
    "(a?: A, b: B) => a;",
    "(a): (b) => c;",
    "a as string | unique;",
    "async function (a) { return 1; };",
)
UNSUPPORTED_FORMS = (
    "interface I<in out T> {}",
    "type T = new () => A | B;",
    "a satisfies T & U;",
    "delete a.b, 1;",
    "f<T>(x);",
    "a ? undefined => b : c;",
    "let v = (a): (b) => c => 1;",
    "type T = (import('m').A);",
    "a<b>/c/* d */[e];",
    "++a instanceof b<c>(d);",
    "a as B.C.D;",
)


def test_random_forms_are_grouped_as_the_compiler_groups_them() -> None:
    texts = [random_form(seed) for seed in range(400)]
    found = [difference(text, expected) for text, expected in zip(texts, shapes_of_compiler(texts), strict=True)]
    assert [text for _, text in found if text] == []
    assert sum(result == "compared" for result, _ in found) > 300


def test_operators_and_suffixes() -> None:
    assert {text: shape_of(text) for text in GROUPED} == dict(
        zip(GROUPED, shapes_of_compiler(list(GROUPED)), strict=True)
    )


@pytest.mark.parametrize("text", REFUSALS)
def test_what_the_compiler_refuses_as_no_program(text: str) -> None:
    assert shape_of(text) == REFUSED


def test_the_compiler_refuses_it_too() -> None:
    assert set(shapes_of_compiler(list(REFUSALS))) == {REFUSED}


@pytest.mark.parametrize("text", UNSUPPORTED_FORMS)
def test_what_is_not_supported_is_no_error_of_syntax(text: str) -> None:
    assert shape_of(text) == UNSUPPORTED
