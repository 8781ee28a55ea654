"""Expressions and types are grouped as the TypeScript compiler groups them."""

from __future__ import annotations

import pytest
from fuzz.syntax import FRONT_ENDS, REFUSED, UNSUPPORTED, difference, shapes_of_compiler, typed_shape
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
READ_BY_FLOW = (
    "a === b<[]> + - -a;",
    "i < n > -1;",
    "x as A<B> - -c;",
    "(a === b<c> + a, d<e[]>);",
    "a?.b<c>;",
    "a?.b<c>();",
    "a?.b!.c?.d!;",
    "let f = (a): (b[]) => d;",
    "a satisfies T & U;",
    "delete a.b, 1;",
    "f<T>(x);",
    "tag<T>`a${b}c`.d;",
    "type T = new () => A | B;",
    "type T = keyof A[] extends (infer B)[] ? `a${B}b` : A.B<C>['p'];",
    "type T = [a: A, b?: B, ...c: C[]] & { [key: string]: -1 };",
    "a as B.C.D;",
    "let v = x as a.b.C<D>;",
    "let v = x satisfies a.b.C<D> | E;",
    "let v = x as A.B.C['d']['e'] | undefined;",
    "let v = x as A & B.C.D<E> | null;",
    "let v = (x as A.B.C | 'a' | 1) ?? y;",
    "let v = a[b as keyof C.D.E];",
    "let v = x as unknown as import('w').W<A>[];",
    "type T = { a: (any) => void };",
    "type T = (string, any) => void;",
    "type T = { <A extends B<any>>(a: A): void\n <B, D = F<B>>(b: B): D\n in?: A\n in2?: B\n };",
    "type T = { [K in keyof A<B> as K extends `${infer P}{${infer _}}` ? P : K]: unknown };",
    "type T = A extends (a: any) => a is infer R ? this & B<R, C<this>> : this;",
    "let v = x satisfies A, f = <E extends A<any>>(...a: E) => a;",
    "let v = x as A.B.C['d'], w = s<{ a: unknown }>`t${1}`;",
    "let v = x > y + f<A, B>(a);",
    "g(x > -f<A[]>(a));",
    "let v = x > y * b.c<C>(a)(d)[e];",
    "let v = x > y + f<{ a: number }, 'a' | 'b'>(a) + 1;",
    "let v = x > y && z < w + f<typeof a>(a);",
    "let v = (x < y) > (z);",
    "let v = x < y() > (z);",
    "type T = new () => A & B | C;",
    "type T = abstract new (a: A) => new () => A | B;",
    "type T = new () => A extends new () => B | C ? D : E;",
    "type T = (new () => A) | B;",
    "type T = (new () => A) extends B ? C : D;",
    "type T = { [K in keyof A as `x${K}`]-?: A[K] } | -1 | 1n;",
    'type T = import("./x/y").A.B<C>[] | typeof import("m").D;',
    'let v: Map<string, import("m").A["b"]>;',
    'let v = await import("m").then((a) => a);',
    "let v = ~x >= !b?.of<C>(a);",
    "[(k as any), n] = a;",
    "({ k: (k as any), ...(r as T).s } = a);",
    "[a!, [b = c] = d, (e), ...f[0]] = g;",
    "f<<T>(x: T) => T>();",
    "f<[string?]>();",
    "let v = f < <T>(x: T) => T > (a);",
    "let v = await as;",
    "let v = a as const | b;",
    "let v = (async <T>(a: T) => a)(b), w = async < T > (a);",
    "let v = a ? (b) : c => d;",
    "let v = a ? (b): c => d : e;",
    "let v = a ? (b, c) => { d; } : e;",
    "let v = a < b > c, w = a<b>, x = [a<b>, c];",
    "let v = a<b>?.(c), w = a?.<b>(c);",
    "let v = new a<b>, w = new a.b<c>;",
    "let v = a / b / c, w = a++ / b / c, x = (a) / b / c, y = [/a/, /[/]/g.test(b)];",
    "type T = A extends (infer B extends C ? D : E) ? F : G;",
    "type T = A extends { a: infer B extends C } ? D : E;",
    "type T = (abstract new () => A)[] | ((this: A) => asserts this is B);",
)
"""What the second front end alone reads."""

LATER_REFUSED = ("(a?: A, b: B) => a;", "a as string | unique;")
"""What the second front end refuses when it checks types."""

REFUSED_BY_FLOW = (
    "let f = (a): (number) => y;",
    "(a): boolean | (b) => c;",
    "let f = (a): ([b, c]) => d;",
    "a<b>.c;",
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


@pytest.mark.parametrize("front_end", FRONT_ENDS)
def test_random_forms_are_grouped_as_the_compiler_groups_them(front_end: str) -> None:
    texts = [random_form(seed) for seed in range(400)]
    expected = shapes_of_compiler(texts)
    found = [difference(text, shape, front_end) for text, shape in zip(texts, expected, strict=True)]
    assert [text for _, text in found if text] == []
    assert sum(result == "compared" for result, _ in found) > 300


@pytest.mark.parametrize(("front_end", "texts"), [("typed", GROUPED), ("flow", (*GROUPED, *READ_BY_FLOW))])
def test_operators_and_suffixes(front_end: str, texts: tuple[str, ...]) -> None:
    """What the first front end cannot read for certain it leaves to the second."""
    shape_of = FRONT_ENDS[front_end]
    found = {text: shape_of(text, False) for text in texts}
    expected = dict(zip(texts, shapes_of_compiler(list(texts)), strict=True))
    left = [text for text, shape in found.items() if shape == UNSUPPORTED]
    assert len(left) <= (40 if front_end == "typed" else 0)
    assert {text: shape for text, shape in found.items() if text not in left} == {
        text: shape for text, shape in expected.items() if text not in left
    }


@pytest.mark.parametrize("text", REFUSALS)
def test_what_the_compiler_refuses_as_no_program(text: str) -> None:
    assert typed_shape(text) in (REFUSED, UNSUPPORTED)
    assert text in LATER_REFUSED or FRONT_ENDS["flow"](text, True) in (REFUSED, UNSUPPORTED)


@pytest.mark.parametrize("text", REFUSED_BY_FLOW)
def test_what_the_second_front_end_refuses_as_no_program(text: str) -> None:
    assert FRONT_ENDS["flow"](text, True) == REFUSED


def test_the_compiler_refuses_it_too() -> None:
    assert set(shapes_of_compiler([*REFUSALS, *REFUSED_BY_FLOW])) == {REFUSED}


@pytest.mark.parametrize("text", UNSUPPORTED_FORMS)
def test_what_is_not_supported_is_no_error_of_syntax(text: str) -> None:
    assert typed_shape(text) == UNSUPPORTED
