"""Source texts made to be slow, large or deep to compile, each a kind that grows with a number.

A text is a valid program, or would be if the machine had no limits: what the compiler says of it is that it compiles,
or that there is too much of something.

They are written as patterns. `{*part*}` stands for the part many times, a line each, `{*part*/, *}` with a separator;
`{(opening%%inside%%closing)}` for the openings, the inside and the closings. In a part and an opening, `#` is its
number, `@` the next one, `^` the next one in a circle, and `~` the one before; `%n` is how many there are, `%m` one
less.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_ROW: Final = re.compile(r"\{\*(.*?)(?:\*/(.*?))?\*\}", re.DOTALL)
_NEST: Final = re.compile(r"\{\((.*?)%%(.*?)%%(.*?)\)\}", re.DOTALL)


def written(pattern: str, count: int) -> str:
    """The text of a pattern with so many parts."""

    def row(found: re.Match[str]) -> str:
        separator = "\n" if found[2] is None else found[2]
        return separator.join(_numbered(found[1], number, count) for number in range(count))

    def nest(found: re.Match[str]) -> str:
        openings = "".join(_numbered(found[1], number, count) for number in range(count))
        return openings + found[2] + found[3] * count

    text = _ROW.sub(row, _NEST.sub(nest, pattern))
    return text.replace("%n", str(count)).replace("%m", str(count - 1))


def _numbered(part: str, number: int, count: int) -> str:
    numbers = {"#": number, "@": number + 1, "~": max(0, number - 1), "^": (number + 1) % count}
    return re.sub("[#@~^]", lambda found: str(numbers[found[0]]), part)


def _doubled(part: str) -> str:
    return f"type T0 = number;\n{{*type T@ = {part};*}}\nlet x: T%n[] = []; console.log(x.length);"


def _wanted(type_: str) -> str:
    return f"let x: {type_} | null = null; console.log(x === null);"


TYPES: Final[Mapping[str, str]] = {
    "tuple aliases that double": _doubled("[T#, T#]"),
    "function aliases that triple": _doubled("(a: T#, b: T#) => T#"),
    "object aliases that double": _doubled("{ a: T#; b: T# }"),
    "union aliases that double": _doubled("[T#] | [T#, T#]"),
    "promise and array aliases": _doubled("Promise<T#>[]"),
    "method aliases that double": _doubled("{ f(a: T#): T# }"),
    "chain of aliases": "{*type T# = T@;*} type T%n = number; const x: T0 = 1; console.log(x);",
    "mutually recursive interfaces": (
        "{*interface A# { m: B#; n: B^; o: A^ } interface B# { m: A#; n: A^; o: B^ }*}\n"
        "function f(a: A0): B0 { return a; } console.log(typeof f);"
    ),
    "linked interfaces that are compared": (
        "{*interface A# { next: A^ | null; v#: number }*}\n{*interface B# { next: B^ | null; v#: number }*}\n"
        "function f(a: A0): B0 { return a; } console.log(typeof f);"
    ),
    "linked interfaces that do not fit": (
        "{*interface A# { next: A^; v: number }*}\n{*interface B# { next: B^; v: string }*}\n"
        "function f(a: A0): B0 { return a; } console.log(typeof f);"
    ),
    "chain of extends, interfaces": (
        "interface I0 { m: number }\n{*interface I@ extends I# { m#: number }*}\n"
        "function f(x: I%n): I0 { return x; } console.log(typeof f);"
    ),
    "chain of extends, classes": (
        "class C0 { m = 0; }\n{*class C@ extends C# { m# = #; f#() { return this.m#; } }*}\nconsole.log(new C%n().m);"
    ),
    "chain of extends, each before its base": (
        "{*interface I# extends I@ { m#: number }*}\ninterface I%n { m: number }\n"
        "function f(x: I0): number { return x.m; } console.log(typeof f);"
    ),
    "overriding classes": (
        "class C0 { f(): number { return 0; } }\n{*class C@ extends C# { f(): number { return #; } }*}\n"
        "console.log(new C%n().f());"
    ),
    "class that implements many": (
        "{*interface I# { m#(): I^; }*}\nclass C implements {*I#*/, *} {\n{*m#(): I^ { return this; }*} }\n"
        "console.log(typeof new C());"
    ),
    "classes and interfaces": (
        "{*interface I# { p#: number; } class C# implements I# { p# = #; } const o#: I# = new C#(); "
        "console.log(o#.p#);*}"
    ),
    "classes with a member in common": (
        "{*interface I# { p: number; q#: number } class C# { p = #; q# = #; } const o#: I# = new C#(); "
        "console.log(o#.p);*}"
    ),
    "union of object types": (
        "type U = {*{ k#: number }*/ | *};\nfunction f(u: U): U { return u; } console.log(typeof f);"
    ),
    "union of classes": (
        "{*class C# { kind# = #; }*}\ntype U = {*C#*/ | *};\n"
        "function f(u: U): number { return u instanceof C0 ? 1 : 2; } console.log(f(new C0()));"
    ),
    "union of enums": "{*enum E# { A#, B# }*}\ntype U = {*E#*/ | *} | null; let u: U = null; console.log(u === null);",
    "unions that grow": (
        "type U0 = null;\n{*class C# { a# = 1; } type U@ = U# | C#;*}\nlet u: U%n = null; console.log(u === null);"
    ),
    "array type, deep": _wanted("number{*[]*/*}"),
    "parenthesised type, deep": "let x: {((%%number%%))} = 1; console.log(x);",
    "tuple type, deep": _wanted("{([%%number%%])}"),
    "function type, deep": _wanted("({((a: %%number%%) => void)})"),
    "function type that returns, deep": _wanted("({*() => *} number)"),
    "object type, deep": _wanted("{({ a: %%number%% })}"),
    "promise type, deep": _wanted("{(Promise<%%number%%[]>)}"),
    "wide tuple type": _wanted("[{*number*/, *}]"),
    "wide object type": (
        "interface I { {*m#: number*/; *} } function f(x: I): number { return x.m0; } console.log(typeof f);"
    ),
    "interface of methods": (
        "interface I { {*m#(a: number): I*/; *} } function f(x: I): I { return x.m0(1); } console.log(typeof f);"
    ),
    "many parameters": "function f({*a#: number*/, *}): number { return a0; } console.log(f({*#*/, *}));",
    "enum": "enum E { {*M#*/, *} } console.log(E.M%m, E[0]);",
    "enum of strings": "enum E { {*M# = 'v#'*/, *} } console.log(E.M%m);",
    "enum of computed members": "enum E { M0 = 1, {*N# = M0 + #*/, *} } console.log(E.N%m);",
    "enum member, long": "enum E { M = {*1*/ + *} } console.log(E.M);",
    "many enums": "{*enum E# { A, B } console.log(E#.A);*}",
    "many aliases": "{*type T# = number[] | null; const x#: T# = null; console.log(x#);*}",
}

VALUES: Final[Mapping[str, str]] = {
    "chained object literals": "const o0 = { a: 1 };\n{*const o@ = { a: o#, b: # };*}\nconsole.log(typeof o%n);",
    "object literals of different shapes": "{*const o# = { p#: #, q: 's' }; console.log(o#.q);*}",
    "object literal, deep": "const o = {({ a: %%1%% })}; console.log(typeof o);",
    "object literal with methods, deep": "const o = {({ f() { return %%1%%; } })}; console.log(typeof o);",
    "object literals in functions, deep": "const o = {({ f: () => (%%1%%) })}; console.log(typeof o);",
    "array literal, deep": "const o = {([%%1%%])}; console.log(o.length);",
    "array literal, wide": "const o = [{*#*/, *}]; console.log(o.length);",
    "array of object literals of different shapes": "const o = [{*{ p#: # }*/, *}]; console.log(o.length);",
    "array of object literals with some in common": "const o = [{*{ a: 1, p#: # }*/, *}]; console.log(o.length);",
    "array of object literals": "const o = [{*{ p: #, q: 's' }*/, *}]; console.log(o.length);",
    "array of mixed arrays": "const o = [{*[#, 's', null, [true]]*/, *}]; console.log(o.length);",
    "object literal, wide": "const o = { {*p#: #*/, *} }; console.log(o.p0);",
    "spreads of an object": "const o0 = { p: 1 };\n{*const o@ = { ...o#, p#: # };*}\nconsole.log(o%n.p);",
    "spreads of an array": "const a = [1]; const b = [{*...a*/, *}]; console.log(b.length);",
    "arrays of subclasses": (
        "class A { a = 1; }\n{*class B# extends A { b# = #; } function f#(x: A[]): number { return x.length; } "
        "const b#: B#[] = []; console.log(f#(b#));*}"
    ),
    "diagnostics that name a type with `this`": "{*const e# = { next() { return this; } }; console.log(e#.missing);*}",
    "diagnostics that name a deep type": "const o = {({ a: %%1%% })}; const s: string = o; console.log(s);",
    "diagnostics that name a wide type": "const o = { {*p#: #*/, *} }; {*console.log(o.missing#);*}",
    "text, long": "console.log('{*x*/*}'.length);",
    "text of escapes": r"console.log('{*\u{1F600}\x41*/*}'.length);",
    "identifier, long": "const {*x*/*} = 1; console.log({*x*/*});",
    "template, long": "const a = 1; console.log(`{*${a} text *}`.length);",
    "template, deep": "const a = 1; console.log({(`x${%%a%%}`)}.length);",
    "number of many digits": "console.log({*9*/*});",
    "hexadecimal number of many digits": "console.log(0x{*f*/*});",
    "fraction of many digits": "console.log(0.{*1*/*});",
    "number with a large exponent": "console.log(1e{*9*/*}, 1e-{*9*/*});",
    "text beyond the first plane": "console.log('{*\U0001f600*/*}'.length);",
    "comments": "{*// c*}\nconsole.log(1);",
    "comment, long": "/* {*c*/*} x */ console.log(1);",
    "spaces": "console.log(1{* */*});",
    "empty statements": "{*;*/*} console.log(1);",
    "blank lines": "{**}console.log(1);",
}


def _chain(operator: str, operand: str = "a", before: str = "let a = 1;") -> str:
    return f"{before} console.log({{*{operand}*/ {operator} *}});"


def _nested(opening: str, inside: str, closing: str, before: str = "let a = 1; let b = true;") -> str:
    return f"{before} console.log({{({opening}%%{inside}%%{closing})}});"


EXPRESSIONS: Final[Mapping[str, str]] = {
    "chain of +": _chain("+"),
    "chain of + of texts": _chain("+", "s", "let s = 'x';"),
    "chain of + of text literals": _chain("+", "'abc'"),
    "chain of + of both": _chain("+", "a + 'x#'"),
    "chain of constants": _chain("*", "3"),
    "chain of **": _chain("**", "1"),
    "chain of &&": _chain("&&", "b", "let b = true;"),
    "chain of ||": _chain("||", "b", "let b = true;"),
    "chain of && and ||": _chain("||", "b && b", "let b = true;"),
    "chain of ?? ": _chain("??", "s", "let s: string | null = 'x' as string | null;"),
    "chain of && that narrows": (
        "function f({*a#: string | null*/, *}): boolean { return {*a# !== null*/ && *}; } console.log(typeof f);"
    ),
    "chain of && of properties": (
        "class C { {*p#: string | null = null;*} }\n"
        "function f(c: C): boolean { return {*c.p# !== null*/ && *}; } console.log(f(new C()));"
    ),
    "chain of ===": _chain("&&", "a === #"),
    "chain of |": _chain("|"),
    "chain of commas": "let a = 1; a = ({*a = #*/, *}); console.log(a);",
    "chain of conditionals": "let a = 1; console.log({*a === # ? # : *} 0);",
    "conditionals of different literals": "let a = 1; console.log(typeof ({*a === # ? { p#: 1 } : *} null));",
    "chain of assignments": "{*let a# = 0;*} {*a#*/ = *} = 1; console.log(a0);",
    "chain of members": (
        "interface N { n: N; v: number } function f(x: N): number { return x{*.n*/*}.v; } console.log(typeof f);"
    ),
    "optional chain": (
        "interface N { n: N | null; v: number } function f(x: N): number | undefined { return x{*.n?*/*}.v; } "
        "console.log(typeof f);"
    ),
    "optional chain of calls": (
        "interface N { n(): N | null; v: number } function f(x: N): number | undefined { return x{*.n()?*/*}.v; } "
        "console.log(typeof f);"
    ),
    "chain of calls": "class C { f(): this { return this; } } const c = new C(); console.log(typeof c{*.f()*/*});",
    "chain of text methods": "console.log('x'{*.trim()*/*});",
    "chain of array methods": "console.log([1]{*.map(x => x + 1)*/*}.length);",
    "chain of concat": "const a = [1]; console.log(a{*.concat(a)*/*}.length);",
    "chain of then": "async function f(): Promise<number> { return 1; } void f(){*.then(x => x + 1)*/*};",
    "negations": _nested("-(", "a", ")"),
    "not": _nested("!", "b", ""),
    "typeof": _nested("typeof ", "a", ""),
    "parentheses": _nested("(", "a", ")"),
    "assertions": "let s: string | null = 'x'; console.log(s{*!*/*}.length);",
    "casts": "let a: number = 1; console.log(a{* as number*/*});",
    "calls, nested": "function f(a: number): number { return a; } console.log({(f(%%1%%))});",
    "Math calls, nested": _nested("Math.abs(", "a", ")"),
    "arithmetic to the right": _nested("a + (", "a", ")"),
    "integers to the right": _nested("(a | 0) + (", "a", ")"),
    "conditionals, nested": _nested("(b ? ", "b", " : b)"),
    "conditionals in conditions": _nested("(", "b", " ? b : !b)"),
    "logical operators to the right": _nested("(b && ", "b", ")"),
    "?? to the right": _nested("(s ?? ", "s", ")", "let s: string | null = 'x' as string | null;"),
    "arrows, nested": "const f = {*() => *} 1; console.log(typeof f);",
    "arrows with parameters, nested": "const f = {*(a#: number) => *} a0; console.log(typeof f);",
    "called functions, nested": "console.log({((() => %%1%%)())});",
    "callbacks, nested": "const a = [1]; {(a.forEach(x# => { %%console.log(1);%% });)}",
    "map callbacks, nested": "const a = [1]; console.log({(a.map(x# => %%1%%).length)});",
    "new, nested": "class C { constructor(public c: C | null) {} } console.log(typeof {(new C(%%null%%))});",
    "await, nested": (
        "async function f(a: number): Promise<number> { return a; }\n"
        "async function g(): Promise<void> { console.log({(await f(%%1%%))}); } void g();"
    ),
    "elements, nested": "const a = [0]; console.log({(a[%%0%%])});",
    "many arguments": "console.log({*#*/, *});",
    "Math.max of many": "console.log(Math.max({*#*/, *}));",
    "push of many": "const a: number[] = []; a.push({*#*/, *}); console.log(a.length);",
}

STATEMENTS: Final[Mapping[str, str]] = {
    "results inferred, callers first": (
        "{*function f#(a: number) { return f@(a) + 1; }*} function f%n(a: number) { return a; } console.log(typeof f0);"
    ),
    "results inferred, callers last": (
        "function f0(a: number) { return a; } {*function f@(a: number) { return f#(a) + 1; }*} console.log(typeof f%n);"
    ),
    "results of methods inferred": (
        "class C { {*m#() { return this.m@(); }*} m%n() { return 1; } } console.log(typeof new C());"
    ),
    "results of arrows inferred": (
        "function main() { {*const c# = () => c@() + 1;*} const c%n = () => 1; return c0(); } console.log(typeof main);"
    ),
    "globals that need each other": (
        "{*function g#() { return c# + 1; } const c@ = g#();*} const c0 = 1; console.log(typeof g0);"
    ),
    "finally in finally": (
        "function f(a: number): number { {(try { a++; } finally { %%a--;%% })} return a; } console.log(f(1));"
    ),
    "finally around returns": (
        "function f(a: number): number { {(try { if (a > 3) return a; %%a++;%% } finally { a--; })} return a; } "
        "console.log(f(1));"
    ),
    "finally around jumps": (
        "function f(a: number): number { {(while (a < 9) { try { a++; if (a > 3) break; if (a > 4) continue; %%a++;"
        "%% } finally { a--; } })} return a; } console.log(f(1));"
    ),
    "returns before one finally": (
        "function f(a: number): number { try { {*if (a === #) return #;*} } finally { {*a += #;*} } return a; } "
        "console.log(f(1));"
    ),
    "try, nested": "let a = 1; {(try { %%a++;%% } catch { a--; })} console.log(a);",
    "catch, nested": "let a = 1; {(try { a++; } catch { %%a++;%% })} console.log(a);",
    "try, many": "let a = 1; {*try { a++; } finally { a--; }*} console.log(a);",
    "loops, nested": "{(for (let i# = 0; i# < 2; i#++) { %%console.log(1);%% })}",
    "while loops, nested": "let a = 0; {(while (a < 3) { %%a++;%% })} console.log(a);",
    "do loops, nested": "let a = 0; {(do { %%a++;%% } while (a < 3);)} console.log(a);",
    "for-of loops, nested": "const a = [1]; {(for (const x# of a) { %%console.log(1);%% })}",
    "blocks, nested": "{({ %%console.log(1);%% })}",
    "blocks with variables, nested": "{({ let a# = #; %%console.log(a0);%% })}",
    "ifs, nested": "let a = 1; {(if (a < 3) { %%a++;%% } else { a--; })} console.log(a);",
    "else ifs": "let a = 1; {*if (a === #) { a = @; }*/ else *} console.log(a);",
    "else ifs that narrow": (
        "let a: string | number | null = 'x' as string | number | null; {*if (a === null) { a = #; }*/ else *} "
        "console.log(a === null);"
    ),
    "else ifs of instances": (
        "class A { a = 1; } {*class C# extends A { c# = 1; }*} function f(x: A): number { "
        "{*if (x instanceof C#) return x.c#;*} return 0; } console.log(f(new A()));"
    ),
    "ifs, many": "let a = 1; {*if (a === #) a++;*} console.log(a);",
    "ifs that narrow": (
        "function f({*a#: string | null*/, *}): number { {*if (a# === null) return 0;*} return a0.length; } "
        "console.log(typeof f);"
    ),
    "ifs that narrow one": (
        "function f(a: string | null): number { {*if (a !== null) { a = a.length > 3 ? null : a; }*} return 1; } "
        "console.log(f('x'));"
    ),
    "switch": "let a = 1; switch (a) { {*case #: a = @; break;*} default: a = 0; } console.log(a);",
    "switch of texts": "let a = 'x'; switch (a) { {*case 'k#': a = 'l#'; break;*} } console.log(a);",
    "switch of an enum": (
        "enum E { {*M#*/, *} } function f(e: E): number { switch (e) { {*case E.M#: return #;*} } } "
        "console.log(f(E.M0));"
    ),
    "switches, nested": "let a = 1; {(switch (a) { case 1: %%a++;%% })} console.log(a);",
    "loop that assigns many variables": (
        "function f() { {*let a#: number | null = #;*} for (let i = 0; i < 3; i++) { {*if (a# !== null) a# = a^;*} } "
        "return a0; } console.log(typeof f);"
    ),
    "loop of variables that need each other": (
        "function f() { {*let a#: number | string = #;*} for (let i = 0; i < 3; i++) { {*a# = a^; "
        "if (typeof a# === 'number') a~ = a# + 1;*} } return a0; } console.log(typeof f);"
    ),
    "nested loops that assign": (
        "function f() { let a: number | null = 1; {(for (let i# = 0; i# < 2; i#++) { a = a === null ? # : null; "
        "%%a = 1;%% })} return a; } console.log(typeof f);"
    ),
    "labels": "let a = 1; {(l#: while (true) { if (a > 3) break l#; %%a++;%% break; })} console.log(a);",
    "labels on one": "{*l#:*/ *} while (true) { break l0; }",
    "functions": "{*function f#(a: number): number { return a + #; } console.log(f#(1));*}",
    "functions, nested": "{(function f#() { %%console.log(1);%% })} f0();",
    "async functions, nested": "{(async function f#(): Promise<void> { %%console.log(1);%% })} void f0();",
    "functions that capture": (
        "function main() { let a = 1; let b = 2; a++; b++; {*const f# = () => a + b + #;*} return f0(); } "
        "console.log(main());"
    ),
    "functions that capture, nested": (
        "function main() { {(let v# = #; v#++; const f# = () => { %%return v0;%% };)} } main();"
    ),
    "function that captures many": (
        "function main() { {*let v# = #; v#++;*} const f = () => {*v#*/ + *}; return f(); } console.log(main());"
    ),
    "functions that call each other": (
        "function main() { let v = 1; v++; {*function f#(): number { return v + f^(); }*} return typeof f0; } "
        "console.log(main());"
    ),
    "functions that all capture": (
        "function main() { {*let v# = #; v#++; const g# = (): number => v# + (# > 0 ? g~() : 0);*} return g0(); } "
        "console.log(typeof main);"
    ),
    "classes": "{*class C# { x = #; get() { return this.x; } } console.log(new C#().get());*}",
    "classes, nested": "{(class C# { f(): void { %%return;%% } })} console.log(typeof new C0());",
    "methods of a class": "class C { {*m#(): number { return #; }*} } console.log(new C().m0());",
    "methods that call each other": "class C { {*m#(): number { return this.m^(); }*} } console.log(typeof new C());",
    "fields of a class": "class C { {*p# = #;*} } console.log(new C().p0);",
    "fields assigned by a constructor": (
        "class C { {*p#: number;*} constructor() { {*this.p# = #;*} } } console.log(new C().p0);"
    ),
    "accessors of a class": "class C { {*get p#(): number { return #; }*} } console.log(new C().p0);",
    "statics of a class": "class C { {*static p# = #;*} } console.log(C.p0);",
    "variables": "{*let v# = #;*} console.log(v%m);",
    "local variables": "function f() { {*let v# = #; v#++;*} return v0; } console.log(f());",
    "variables in one declaration": "let {*v# = #*/, *}; console.log(v0);",
    "constants of each other": "const v0 = 1; {*const v@ = v# + 1;*} console.log(v%n);",
    "assignments": "let a = 0; {*a = a + #;*} console.log(a);",
    "updates of properties": "class C { x = 0; } const c = new C(); {*c.x += #;*} console.log(c.x);",
    "text built": "let s = ''; {*s += '#';*} console.log(s.length);",
    "destructuring, wide": "const o = { {*p#: #*/, *} }; const { {*p#*/, *} } = o; console.log(p0);",
    "destructuring, deep": (
        "interface N { n: N; v: number } function f(x: N): number { const {({ n: %%{ v }%% })} = x; return v; } "
        "console.log(typeof f);"
    ),
    "destructuring of arrays, wide": "const a = [1]; const [{*p#*/, *}] = a; console.log(p0);",
    "destructuring with defaults": "const a: (number | null)[] = [1]; const [{*p# = #*/, *}] = a; console.log(p0);",
    "destructuring, many": "const o = { a: 1, b: 2 }; {*{ const { a, b } = o; console.log(a + b); }*}",
    "swaps": "let a = 1; let b = 2; {*[a, b] = [b, a];*} console.log(a);",
    "parameters with defaults": "function f(a0 = 1, {*a@ = a# + 1*/, *}): number { return a%n; } console.log(f());",
    "default functions, nested": "function f(g = {((h = %%1%%) => 1)}): number { return 1; } console.log(typeof f);",
    "exports": "{*export const e# = #;*} console.log(e0);",
    "type parameters that never end": "x = {*<*};",
    "type parameters on lines of their own": "a{*\n<a*};",
    "imports of the host": (
        "import { {*h#*/, *} } from 'host:env'; declare module 'host:env' { {*export function h#(): number;*} } "
        "console.log(h0());"
    ),
    "console calls": "{*console.log('x', 1, true);*}",
    "awaits": (
        "async function f(): Promise<number> { let a = 0; {*a += await g();*} return a; } "
        "async function g(): Promise<number> { return 1; } void f();"
    ),
    "Promise.all of many": (
        "async function g(): Promise<number> { return 1; } async function f(): Promise<void> { "
        "const a = await Promise.all([{*g()*/, *}]); console.log(a.length); } void f();"
    ),
    "sorts": "{*{ const a = [3, 1, 2]; a.sort((x, y) => x - y); console.log(a[0]); }*}",
    "errors of types": "{*const e#: string = #;*}",
    "errors of names": "{*console.log(n#);*}",
    "errors on one line": "{*console.log(n#);*/ *}",
}

BROKEN: Final[Mapping[str, str]] = {
    "opening parentheses": "{*(*/*}",
    "opening brackets": "{*[*/*}",
    "opening braces": "{*{*/*}",
    "closing braces": "{*}*/*}",
    "alternating brackets": "{*({[*/*}",
    "opening generics": "{*a<*/*}",
    "opening templates": "{*`${*/*}",
    "question marks": "{*a ? *}",
    "arrow heads": "{*(a*/*} => 1",
    "quotes": "{*'*}",
    "operators": "{*a + * *}",
    "words": "{*let function class *}",
    "zero bytes": "{*\0*/*}",
    "slashes": "{*a = / *}",
    "types of generics": "let x: {(A<%%number%%>)};",
    "at signs": "{*\\u0040a *}",
    "JSX": "{(<a>%%1%%</a>)}",
    "regular expressions": "{*/[(/ *}",
}
"""Texts that are no programs: what is wrong with them is said, and quickly."""

REPORTED: Final = frozenset(
    {
        *BROKEN,
        "chain of ===",
        "errors of types",
        "errors of names",
        "errors on one line",
        "diagnostics that name a type with `this`",
        "diagnostics that name a deep type",
        "diagnostics that name a wide type",
        "linked interfaces that do not fit",
        "type parameters that never end",
        "type parameters on lines of their own",
    }
)
"""The kinds of which errors in the program are the answer."""

KINDS: Final[Mapping[str, str]] = {**TYPES, **VALUES, **EXPRESSIONS, **STATEMENTS, **BROKEN}
