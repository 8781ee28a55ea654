"""Every diagnostic code: programs that are refused for exactly one reason, at exactly one place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from plait.frontend.codes import Code
from plait.frontend.compile import compile_by_first
from plait.frontend.diagnostics import Diagnostics
from plait.source import Diagnostic, SourceFile


@dataclass(frozen=True)
class Case:
    """A program and its only diagnostic."""

    code: str
    source: str
    line: int
    column: int


CASES = [
    Case("P3029", "let x = ;", 1, 1),
    Case("P1001", "throw\nnew Error('x');", 1, 1),
    Case("P1001", "if (true) let x = 1;", 1, 11),
    Case("P1001", "let x = 'a\n';", 1, 11),
    Case("P1001", "let x = '\\\r\n\r';", 2, 1),
    Case("P1001", "let x = { '\n': 1 };", 1, 12),
    Case("P1002", "let x = 017;", 1, 9),
    Case("P1002", "console.log(08.5);", 1, 13),
    Case("P1003", "let s = 'a\\u{110000}';", 1, 11),
    Case("P1003", "let s = `\\1`;", 1, 10),
    Case("P1004", "let x = 2;\nlet y = -x ** 2;", 2, 9),
    Case("P1005", "(1 + 2)++;", 1, 1),
    Case("P1005", "let x = 1;\n(x + 1)++;", 2, 1),
    Case("P1007", "break;", 1, 1),
    Case("P1007", "for (;;) { continue missing; }", 1, 21),
    Case("P1007", "a: a: while (true) break a;", 1, 1),
    Case("P1007", "a: { while (true) continue a; }", 1, 28),
    Case("P1008", "function f(): void {\n  await 1;\n}", 2, 3),
    Case("P1009", "let let = 1;", 1, 5),
    Case("P1009", "function await(): void {}", 1, 10),
    Case("P1010", "const x: number;", 1, 7),
    Case("P2001", "console.log(missing);", 1, 13),
    Case("P2001", "missing = 1;", 1, 1),
    Case("P2001", "missing();", 1, 1),
    Case("P2002", "let x = 1;\nlet x = 2;", 2, 5),
    Case("P2002", "function f(a: number, a: number): void {}", 1, 23),
    Case("P2002", "function f(a: number): void { let a = 1; }", 1, 35),
    Case("P2002", "try {} catch (e) { let e = 1; }", 1, 15),
    Case("P2003", "x = 1;\nlet x = 2;", 1, 1),
    Case("P2003", "let x = x + 1;", 1, 9),
    Case("P2003", "{ console.log(y); const y = 1; }", 1, 15),
    Case("P2004", "let x: number;\nconsole.log(x);", 2, 13),
    Case("P2004", "let x: number;\nif (1 < 2) x = 1;\nconsole.log(x);", 3, 13),
    Case("P2004", "let x: number;\nwhile (1 < 2) x = 1;\nconsole.log(x);", 3, 13),
    Case("P2004", "let x: number;\nx += 1;", 2, 1),
    Case("P2004", "let x: number;\ntry { x = 1; } catch { console.log(0); }\nconsole.log(x);", 3, 13),
    Case("P2005", "const x = 1;\nx = 2;", 2, 1),
    Case("P2005", "const x = 1;\nx++;", 2, 1),
    Case("P2005", "function f(): void {}\nf = 1;", 2, 1),
    Case("P2005", "for (const x of [1]) x++;", 1, 22),
    Case("P3003", "NaN = 1;", 1, 1),
    Case("P2006", "let x: number = 'a';", 1, 17),
    Case("P2006", "let s: string = 1;", 1, 17),
    Case("P2006", "function f(): number { return true; }", 1, 31),
    Case("P2006", "function f(): number { return; }", 1, 24),
    Case("P2006", "function f(): void { return 1; }", 1, 29),
    Case("P2006", "async function f(): Promise<number> { return 1; }\nlet x: number = f();", 2, 17),
    Case("P3003", "let a = [1];\na['x'] = 1;", 2, 1),
    Case(
        "P2006",
        "async function f(): Promise<string> { return g(); }\nasync function g(): Promise<number> { return 1; }",
        1,
        46,
    ),
    Case("P3022", "let x = 1.5;\nlet i: int = x;", 2, 14),
    Case("P3022", "let i: int = 0.5;", 1, 14),
    Case("P3022", "let i: int = 2147483648;", 1, 14),
    Case("P3022", "let i: int = -0;", 1, 14),
    Case("P3022", "let i: int = 1;\ni /= 2;", 2, 1),
    Case("P3022", "let x = 5 | 0;\nlet i: int = x;", 2, 14),
    Case("P3022", "let i = 2.5 as int;", 1, 9),
    Case("P2008", "let x = true + 1;", 1, 9),
    Case("P2008", "let x = 'a' - 1;", 1, 9),
    Case("P3003", "let x = [1] < [2];", 1, 9),
    Case("P3003", "function f(a: number | string): boolean { return a > a; }", 1, 50),
    Case("P2008", "function f(a: number | string): boolean { return a > 5; }", 1, 50),
    Case("P2008", "function f(a: string | null): boolean { return a > 'a'; }", 1, 48),
    Case("P2008", "let s = 'a';\ns++;", 2, 1),
    Case("P3003", "let x = -'a';", 1, 9),
    Case("P2008", "let b = true;\nlet x = b & b;", 2, 9),
    Case("P2008", "let n = 1;\nlet x = n[0];", 2, 9),
    Case("P2008", "let n = 1;\nlet x = n instanceof Error;", 2, 9),
    Case("P2009", "function f(a: number): void {}\nf();", 2, 1),
    Case("P2009", "function f(a: number): void {}\nf(1, 2);", 2, 6),
    Case("P2009", "let x = Math.sqrt(1, 2);", 1, 9),
    Case("P2010", "let x = 1;\nx();", 2, 1),
    Case("P2010", "(1 + 2)();", 1, 2),
    Case("P2011", "let a = [1];\nconsole.log(a.size);", 2, 15),
    Case("P2011", "let s = 'a';\nconsole.log(s.size);", 2, 15),
    Case("P2012", "function f(x: number): number {\n  if (x > 0) return 1;\n}", 1, 10),
    Case("P2013", "function f(a): void {}", 1, 12),
    Case("P2014", "function f(n: number) {\n  return n < 1 ? 0 : f(n - 1);\n}", 1, 10),
    Case("P3023", "function f(): void {}\nlet x = f();", 2, 9),
    Case("P3023", "console.log(console.log());", 1, 13),
    Case("P2016", "let x: Number1 = 1;", 1, 8),
    Case("P2016", "let x: Array = [1];", 1, 8),
    Case("P2017", "let x = 1;\nconsole.log(x === 'a');", 2, 13),
    Case("P2017", "const x = 1;\nconsole.log(x === 2);", 2, 13),
    Case("P2018", "try {} catch (e) {\n  e.message;\n}", 2, 3),
    Case("P3024", "let a = [];", 1, 9),
    Case("P3024", "let a = new Array();", 1, 9),
    Case("P3025", "let x;", 1, 5),
    Case("P2020", "let a = f();\nlet b = a;\nfunction f() { return b; }", 1, 5),
    Case("P2021", "async function f(): number { return 1; }", 1, 21),
    Case("P2022", "let x = (1, 2);", 1, 10),
    Case("P2022", "let x = (1 > 2 || -2, 2);", 1, 10),
    Case("P2023", "if ('a') console.log(1);", 1, 5),
    Case("P2023", "while (5) break;", 1, 8),
    Case("P3002", "{ export function f(): void {} }", 1, 3),
    Case("P3002", "export * from 'elsewhere';", 1, 1),
    Case("P3002", "export default 5;", 1, 1),
    Case("P3002", "import { x } from './elsewhere';", 1, 19),
    Case("P2001", "export { f };", 1, 10),
    Case("P2002", "let f = 1;\nexport { f, f };", 2, 13),
    Case("P3002", "for (const k in [1]) console.log(1);", 1, 1),
    Case("P3002", "for (const c of 12) console.log(1);", 1, 17),
    Case("P3002", "function f<T>(x: number): void {}", 1, 11),
    Case("P3003", "let x = 10n;", 1, 9),
    Case("P3003", "let x = [1, , 2];", 1, 9),
    Case("P3003", "let a = 'b';\na.length = 0;", 2, 1),
    Case("P3003", "let x = 1 as string;", 1, 9),
    Case("P3003", "class C { toString(): number { return 1; } }\nlet s = `${new C()}`;", 2, 12),
    Case("P3003", "try {} catch (e) {\n  e = 1;\n}", 2, 3),
    Case("P3004", "let x: any = 1;", 1, 8),
    Case("P3004", "let x: void;", 1, 5),
    Case("P3004", "let x: Promise<Promise<number>>;", 1, 8),
    Case("P3005", "let x = Math.random();", 1, 9),
    Case("P2029", "let s = 'a';\ns[0] = 'b';", 2, 1),
    Case("P3005", "console.table(1);", 1, 1),
    Case("P3005", "let x = setTimeout('1');", 1, 9),
    Case("P3005", "let a = new Array<number>(3);", 1, 9),
    Case("P3005", "Promise.race([Promise.resolve(1)]);", 1, 1),
    Case("P2009", "async function f(): Promise<void> {}\nf().then();", 2, 1),
    Case("P3006", "let x = 1;\nconsole.log(x == 1);", 2, 15),
    Case("P3006", "let x = 1;\nconsole.log(x != 1);", 2, 15),
    Case("P3007", "var x = 1;", 1, 1),
    Case("P3007", "for (var i = 0; i < 1; i++) console.log(1);", 1, 6),
    Case("P3008", "console.log('%d', 1);", 1, 13),
    Case("P3009", "console.log([1]);", 1, 13),
    Case("P3009", "console.log(new Error('x'));", 1, 13),
    Case("P3014", "let x: number;\nfunction f(): number { return x; }\nx = 1;", 1, 5),
    Case("P3016", "function f(): void {}\nf<number>();", 2, 2),
    Case("P2018", "try {} catch (e) {\n  let x = e;\n  x.y();\n}", 3, 3),
    Case("P3025", "let x = null;", 1, 5),
    Case("P2024", "abstract class A {}\nnew A();", 2, 1),
    Case("P2024", "class A {\n  abstract f(): void;\n}", 2, 12),
    Case("P2025", "interface I { f(): void }\nclass A implements I {}", 2, 7),
    Case("P2026", "class A { x = 1; }\nclass B extends A { x = 'a'; }", 2, 21),
    Case("P2027", "let o: { a: number } = { a: 1, b: 2 };", 1, 32),
    Case("P2028", "class A { private x = 1; }\nconsole.log(new A().x);", 2, 21),
    Case("P2029", "class A { readonly x = 1; }\nnew A().x = 2;", 2, 9),
    Case("P2030", "class A { x: number; }", 1, 11),
    Case("P3003", "console.log(this);", 1, 13),
    Case("P2031", "class A { constructor() { super(); } }", 1, 27),
    Case("P2032", "class A { next: A | null = null; }\nconsole.log(new A().next.next);", 2, 13),
    Case("P3026", "class A {}\nlet a = A;", 2, 9),
    Case("P2034", "type A = number;\nclass B extends A {}", 2, 17),
    Case("P2035", "class A { override f(): void {} }", 1, 20),
    Case("P3002", "class A<T> {}", 1, 8),
    Case("P3004", "let x: symbol | null = null;", 1, 8),
    Case("P3010", "class A { x = 1; }\nclass B { x = ''; }\nfunction f(v: A | B): void { v.x = null!; }", 3, 32),
    Case("P3012", "async function f(): Promise<void> {}\nif (f()) console.log(1);", 2, 5),
    Case("P3017", "async function f(): Promise<void> {}\nlet a = f();\nconsole.log(a === a);", 3, 13),
    Case("P3013", "class A { f(): void {} }\nlet g = new A().f;", 2, 9),
    Case("P3015", "function f(...a: number): void {}", 1, 15),
    Case("P1001", "let a = 1;\ntry { a = 2; }", 2, 1),
    Case("P3004", "const a = 2; const b = new Channel<void>();", 1, 36),
    Case("P3004", "function f(): [number, void] { throw 1; }", 1, 24),
    Case("P3019", "let o: {} = 'text';", 1, 13),
    Case("P3019", "let o: { length: number } = [1];", 1, 29),
    Case("P2006", "let o: { length: number; size: number } = 'text';", 1, 43),
    Case("P3019", "let a: int[] = [1];\nlet b: number[] = a;", 2, 19),
    Case("P3019", "class A { x = [1]; }\nlet a: { x: (number | null)[] } = new A();", 2, 35),
    Case("P3015", "let o = { get x(a: number): number { return a; } };", 1, 15),
    Case("P2006", "let o = { get x() {} };", 1, 15),
    Case("P3019", "let o: { x?: number } = { get x() { return 1; } };", 1, 25),
    Case("P3019", "let o = { get x() { return 1; }, set x(v: string) {} };", 1, 38),
    Case("P2029", "let o = { get x() { return 1; } };\no.x = 2;", 2, 3),
    Case("P2002", "let o = { x: 1, get x() { return 1; } };", 1, 21),
    Case("P3020", "{ class A { static x = 1; } }", 1, 13),
    Case("P3002", "function f<T, U extends T>(x: T): U[] { const y: T[] = []; return [x as U]; }", 1, 11),
    Case("P3002", "class Box<T> { items: T[] = []; put(x: T): void { this.items.push(x); } }", 1, 10),
    Case("P3004", "let x: 'a'[] = [];", 1, 8),
    Case("P2020", "class A { x; }", 1, 11),
    Case("P2031", "function f() { return this; }", 1, 23),
    Case("P2033", "interface I {}\nlet a = I;", 2, 9),
    Case("P3027", "class A {}\nclass B extends A { constructor() { super(); super(); } }", 2, 46),
    Case("P3028", "class A {}\nlet a = new A();\nlet n = 1;\nlet b = a === n;", 4, 9),
]

NESTED = "let x = " + "(" * 1500 + "1" + ")" * 1500 + ";"


def diagnostics(source: str) -> tuple[Diagnostic, ...]:
    """What the first front end finds wrong with a program."""
    found = Diagnostics()
    assert compile_by_first(SourceFile("test.ts", source), found) is None
    return tuple(found.in_order())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.source[:30]!r}")
def test_code_and_place(case: Case) -> None:
    found = [(d.code, d.span.line, d.span.column) for d in diagnostics(case.source)]
    assert found == [(case.code, case.line, case.column)]


def test_nesting() -> None:
    assert [d.code for d in diagnostics(NESTED)] == [Code.NESTING.code]


def test_every_code_has_a_case() -> None:
    second = {Code.PATTERN.code}  # `tests/native/test_patterns.py`
    tested = {case.code for case in CASES} | {Code.NESTING.code, Code.TOO_LARGE.code} | second
    assert tested == {code.code for code in Code}


def test_codes_are_unique() -> None:
    codes = [code.code for code in Code]
    assert len(codes) == len(set(codes))


def test_all_at_once_in_the_order_of_the_text() -> None:
    source = "let a: string = 1;\nconst b = 2;\nb = 3;\nclass C<T> {}\nlet c = new C();\nmissing();\n"
    assert [(d.code, d.span.line) for d in diagnostics(source)] == [
        ("P2006", 1),
        ("P2005", 3),
        ("P3002", 4),
        ("P2001", 6),
    ]


def test_no_consequences() -> None:
    source = """let a = missing;
let b = a + 1;
let c: string = b;
console.log(a[0], b.x, a());
for (const x of a) x.y();
"""
    assert [(d.code, d.span.line) for d in diagnostics(source)] == [("P2001", 1)]


def test_rendering() -> None:
    (diagnostic,) = diagnostics("let x = 1;\nlet \u00e9 = '\u00e9' + missing;\n")
    assert diagnostic.render().splitlines() == [
        "test.ts:2:15: error P2001: `missing` is not declared",
        "    2 | let \u00e9 = '\u00e9' + missing;",
        "      |               ^^^^^^^",
        "      = hint: declare it with let or const, or check the spelling",
    ]
