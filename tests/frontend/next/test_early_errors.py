"""Programs that follow the grammar and are none all the same, and their neighbours that are."""

from __future__ import annotations

import time

import pytest

import plait
from plait.frontend.compilation import Compilation
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import read_file
from plait.frontend.own_stack import on_own_stack
from plait.source import SourceFile

WRONG = {
    "names": """
        P1009 let package = 1;
        P1009 var v\\u0061r = 1;
        P1009 const o = {}; ({ tru\\u0065 } = o);
        P1009 var yield = 1;
        P1009 yi\\u0065ld: 1;
        P1009 async function f() { let await = 1; }
        P1009 async function f() { return aw\\u0061it; }
        P1009 class C { static { let await = 1; } }
        P1009 class C { static { await: 1; } }
        P1009 function eval() {}
        P1009 let [arguments] = [1];
        P1009 (a, eval) => 1;
        P1009 try {} catch (arguments) {}
        P1009 eval = 1;
        P1009 arguments++;
        P1009 [eval] = [1];
        P1009 for (arguments of []) ;
        P1009 class C { x = arguments; }
        P1009 class C { x = () => arguments; }
        P1009 class C { static { arguments; } }
        P1009 export {}; let await = 1;
        P1009 function f() { protected; }
    """,
    "functions": """
        P2002 function f(a, a) {}
        P2002 (a, [a]) => 1;
        P2002 class C { m({ a }, ...a) {} }
        P1001 function f(a = 1) { "use strict"; }
        P1001 function f(...a) { "x"; 'use strict'; }
        P1001 ([a]) => { "use strict"; };
        P1001 function f(...a,) {}
        P1001 ({ get x(a) { return a; } });
        P1001 ({ set x() {} });
        P1001 class C { set x(...a) {} }
        P1008 async function f(a = await 1) {}
        P1008 async (a = await 1) => 1;
        P1008 class C { x = await 1; }
        P1008 class C { static { await 1; } }
        P1008 function f() { for await (const x of []) ; }
        P1001 function* g(a = yield) {}
        P1009 function* g() { (a = yield) => 1; }
        P1009 function* g() { function h(a = yield) {} }
        P1001 new.target;
        P1001 function f(@d a) {}
        P1001 class C { m(@d a) {} }
        P1001 class C { constructor(@d a) {} }
        P1001 () => new.target;
        P2031 super.x;
        P2031 function f() { super.x; }
        P2031 ({ f: function () { super.x; } });
        P2031 class C { constructor() { super(); } }
        P2031 class C extends Object { m() { super(); } }
        P2031 class C extends Object { x = super(); }
        P2031 class C extends Object { constructor() { function f() { super(); } } }
        P1001 class C extends Object { m() { super; new super(); } }
        P1001 () => {} = 1;
        P1001 let f = (x)⏎=> x;
        P1001 async⏎(x) => x;
        P1001 ({ async⏎m() {} });
        P1001 function* g() { yield⏎* []; }
        P1001 isNaN(1,,2);
        P1001 import();
        P1001 import(...["a"]);
        P1001 new import("a");
    """,
    "classes": """
        P1001 class C { @d constructor() {} }
        P1001 abstract class C { @d abstract x: number; }
        P1001 class C { @d declare x: number; }
        P2002 class C { constructor() {} constructor() {} }
        P1001 class C { get constructor() { return 1; } }
        P1001 class C { *constructor() {} }
        P1001 class C { async constructor() {} }
        P1001 class C { static prototype() {} }
        P1001 class C { static get "prototype"() { return 1; } }
        P1001 class C { constructor = 1; }
        P1001 class C { "constructor"; }
        P1001 class C { static prototype = 1; }
        P1001 class C { #constructor() {} }
        P2002 class C { #x; #x; }
        P2002 class C { #x() {} get #x() { return 1; } }
        P2002 class C { get #x() { return 1; } get #x() { return 2; } }
        P2002 class C { get #x() { return 1; } static set #x(v) {} }
        P2001 class C { m(o) { return o.#y; } }
        P2001 class C { m(o) { return #y in o; } }
        P2001 class C extends (o => o.#x) { #x; }
        P2001 class C { m() { return this.x?.#y; } }
        P1001 class C { #x; m() { delete this.#x; } }
        P1001 class C { #x; m() { delete ((this.#x)); } }
        P1001 class C { #x; m() { delete this?.#x; } }
        P1001 class C { #x; m() { delete this.m().#x; } }
        P2031 class C extends Object { #x; m() { super.#x; } }
        P1001 class C extends () => {} {}
        P1001 ({ #m() {} });
        P1001 class C { #x; m() { return { get #x() { return 1; } }; } }
        P1001 class C { #x; m() { const { #x: y } = this; } }
        P1001 class C { #x; m(o) { return #x in #x in o; } }
        P1001 let x; delete x;
        P1001 let x; delete ((x));
    """,
    "patterns and targets": """
        P1001 let [...a, b] = [];
        P1001 let [...a,] = [];
        P1001 let { ...a, b } = {};
        P1001 let b; [...b, b] = [];
        P1001 ([...a, b]) => 1;
        P1001 for (const [...a, b] of []) ;
        P1001 let { ...{ a } } = {};
        P1005 [f()] = [];
        P1005 ({ a: 1 } = {});
        P1005 let o; [o?.a] = [1];
        P1005 let o; for (o?.a of []) ;
        P1005 let o; for (f() in o) ;
    """,
    "statements": """
        P1001 if (1) function f() {}
        P1001 if (1) ; else function* f() {}
        P1001 while (0) class C {}
        P1001 do let x = 1; while (0);
        P1001 for (;;) const x = 1;
        P1001 for (const x of []) async function f() {}
        P1001 a: b: function f() {}
        P1001 a: class C {}
        P1007 a: { a: ; }
        P1007 a: b: a: ;
        P1001 for (let x, y of []) ;
        P1001 for (let x = 1 of []) ;
        P1001 for (var x = 1 in {}) ;
        P1001 for (using x in {}) ;
        P1007 for (;;) { class C { static { break; } } }
        P1007 a: for (;;) { class C { static { continue a; } } }
        P1001 for (const x of [], []) ;
        P1001 for (async of []) ;
        P1001 switch (1) { default: default: }
        P1001 function () {}();
        P1001 class {}.name;
        P1001 let a; {a} = {};
        P1001 export default function () {}();
        P1001 export default const x = 1;
        P1001 { export let x = 1; }
        P1001 export using x = null;
        P1001 if (1) import "a";
        P1001 let a; export { "a" as b };
        P1010 { using x = null, y; }
        P1001 { using x = null, [] = []; }
        P1010 const x;
        P1010 for (const x;;) ;
        P1010 let [x];
        P1010 var { x };
        P1010 using x;
    """,
    "names and literals as they are written": """
        P1001 var \\u0030a;
        P1001 var a\\u{200B};
        P1001 var \\u{110000};
        P1001 var ⸯ;
        P1001 var a😀;
        P1001 class C { \\u0023m() {} }
        P1001 class C { #\\u200Dm; }
        P1002 00n;
        P1002 0_0n;
        P1002 3in [];
        P1001 1.5a;
        P1001 /a⏎/;
        P1001 let x = 1; x⏎++;
        P1001 let x = 1;⏎--> x;
    """,
    "declarations": """
        P2002 { function f() {} function f() {} }
        P2002 { function f() {} var f; }
        P2002 { async function f() {} let f; }
        P2002 let x; { var x; }
        P2002 { let x; { var x; } }
        P2002 { { var x; } let x; }
        P2002 for (let x;;) { var x; }
        P2002 for (const x of []) { var x; }
        P2002 switch (1) { case 1: let x; case 2: var x; }
        P2002 switch (1) { case 1: function f() {} default: class f {} }
        P2002 try {} catch (e) { let e; }
        P2002 try {} catch ([e]) { var e; }
        P2002 try {} catch (e) { function e() {} }
        P2002 function f(a) { let a; }
        P2002 class C { static { let x; { var x; } } }
        P2002 export function f() {} function f() {}
        P2002 let a; export { a, a };
        P2002 let a; export { a }; export let b = 1; export { b as a };
        P2002 export default 1; export default function () {}
        P2002 ({ __proto__: null, "__proto__": null });
    """,
}
"""The code that each program gets; `⏎` is the end of a line."""

RIGHT = """
    var o = { true: 1, package: 2, await: 3 }; o.yield; o.v\\u0061r;
    class C { await() {} static yield() {} }
    function f() { eval; arguments; }
    class C { x = function () { return arguments; }; }
    class C { static { (function await() {}); (() => { const await = 1; }); } }
    class C { static { ({ await: 1 }); } }
    function f(a: number): void; function f(a: string): void; function f(a: any) {}
    function f(a: string) { "use strict"; }
    const f = function f() { let x; { let x; } };
    async function f() { (async () => await 1)(); for await (const x of []) ; }
    function* g() { yield* (yield 1, yield); }
    function f() { () => new.target; }
    class C { x = new.target; static { new.target; } }
    ({ m() { return super.toString(); }, get x() { return super.y; } });
    class C extends Object { constructor() { (() => super())(); } }
    class C { constructor(a: number); constructor(a: any) {} }
    class C { ["constructor"]() {} static constructor() {} get ["constructor"]() { return 1; } static ["prototype"]; }
    class C { get #x() { return 1; } set #x(v) {} static m(o) { return #x in o; } }
    class C { #x; D = class { m(o) { return o.#x; } }; }
    class C { #o; static { this.#\\u006F; } }
    class C { #x; [C.name] = (o) => o.#x; }
    abstract class C { abstract m(): void; abstract get x(): number; declare y: number; }
    let o: any = {}; delete o.x; delete o["x"]; delete o?.x; delete (o).x;
    let a, b; [a, ...b] = []; [...[a, b]] = []; ({ a, ...b } = {}); [a.x, b[0]] = [];
    if (1) { function f() {} } a: { b: { break a; } } a: ;
    for (let x, y; ;) ; for (var x in {}) ; for (const x of []) ; for (using x of []) ;
    declare const x: number; declare let [y]: number[]; declare function f(package: number): void;
    var x; var x; { var x; } function g() {} { function g() {} }
    try {} catch (e) { var e; { let e; } for (var e of []) ; }
    let f = 1; { function f() {} } for (let f of []) { let f; }
    function f(a) { var a; { let a; } } switch (1) { case 1: let x; } let x;
    namespace N { export const a = 1; } namespace N { const a = 2; } interface N {} type x = 1; let x = 1;
    ({ __proto__: null, ["__proto__"]: null, __proto__() {} }); let __proto__; ({ __proto__, __proto__: null });
    enum E { default, class } interface I { package: number } type T = { let: 1 };
    async function f() { for await (let [x] of []) ; for await (let [[y], { z }] of []) ; }
    let f = function f() { let f; }; f = function f() { var f; }; f = function f(f) {};
    var ℘, \\u{2118}b, a·, ゛, ª, π, 變數, a\\u200Cb, $\\u005f; class C { #ゞ; #\\u{6F}; }
    for (const x of ([], [])) ; var async; for ((async) of []) ; for (async.x of []) ; for (const async of []) ;
    { using x = null, y = null; } var using = [], x; using[x]; using.length; using
    a: { length: 1 } ; async⏎function f() {} class C { async⏎m() {} static⏎async⏎n() {} }
    if (1) ; else ; (function () {})(); (class {}).name; let a; ({ a } = {}); () => ({}); () => ({} = a);
    import("a"); new (import("a"))(); super_; 1..toString(); 1.5.toString(); /[\\]/]/;
"""


def _codes(text: str) -> list[str]:
    file, diagnostics = SourceFile("program.ts", text), Diagnostics()
    compilation = Compilation()
    on_own_stack(lambda: read_file(file, diagnostics, compilation), compilation.stop)
    return [item.code for item in diagnostics.in_order()]


def _lines(text: str) -> list[str]:
    return [line.strip().replace("⏎", "\n") for line in text.strip().split("\n")]


@pytest.mark.parametrize("subject", WRONG)
def test_early_errors_are_reported(subject: str) -> None:
    programs = [line.split(" ", 1) for line in _lines(WRONG[subject])]
    missed = [(program, code, _codes(program)) for code, program in programs if code not in _codes(program)]
    assert missed == []


def test_what_is_right_is_not_refused() -> None:
    found = {program: _codes(program) for program in _lines(RIGHT)}
    assert {program: codes for program, codes in found.items() if codes} == {}


def test_many_variables_in_deep_blocks_are_looked_at_soon() -> None:
    variables = "".join(f"var a{number};" for number in range(6000))
    started = time.process_time()
    assert _codes(f"{'{' * 1500}{variables}{'}' * 1500}") == []
    assert _codes(f"{'{ let a1; ' * 400}{variables}{'}' * 400}") == ["P2002"]
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "function f(a! : string) {}",
        "function f(a[0]) {}",
        "(a!) => 1;",
        "function f(...a.b) {}",
        "function f([a!]) {}",
        "function f({ a: [b.c] } = { a: [1] }) {}",
        "const { ...a! } = {};",
    ],
)
def test_what_is_no_name_declares_nothing(text: str) -> None:
    with pytest.raises(plait.CompileError, match="P10"):
        plait.compile(text, "names.ts")
