"""Programs of several files: what a file says of the names of another one, against the TypeScript compiler."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Final

import pytest

import plait
from plait.frontend.compilation import Compilation
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next.analyse import check_files, read_file
from plait.frontend.next.program.graph import find_files
from plait.frontend.own_stack import on_own_stack
from plait.frontend.source_files import from_folder
from plait.source import SourceFile

from .oracle import ORACLE

SHAPES: Final = """export interface Shape { name: string; area(): number }
export type Pair<A, B = A> = { first: A; second: B };
export class Circle implements Shape {
  name = "circle";
  constructor(readonly radius: number) {}
  area() { return this.radius ** 2; }
}
export function pair<A, B>(first: A, second: B): Pair<A, B> { return { first, second }; }
export enum Color { Red, Green }
export namespace Units { export type Length = number; export const one: Length = 1; }
export const origin = { x: 0, y: 0 } as const;
export let counter = 0;
export default function scale(shape: Circle, by = 1) { return new Circle(shape.radius * by); }
"""

CYCLE: Final = {
    "main.ts": """import { Tree, leaf } from "./tree";
import { depth } from "./depth";
export type Leaf = { value: string };
console.log(depth(leaf("a")) + 1, depth("no tree"));
const tree: Tree = leaf(1);
""",
    "tree.ts": """import type { Leaf } from "./main";
import { depth } from "./depth";
export type Tree = Leaf | { left: Tree; right: Tree };
export const leaf = (value: string): Tree => ({ value });
export const size = (tree: Tree) => depth(tree).length;
""",
    "depth.ts": """import { Tree } from "./tree";
export function depth(tree: Tree): number {
  return "value" in tree ? 1 : 1 + Math.max(depth(tree.left), depth(tree.middle));
}
""",
}

AUGMENTED: Final = {
    "kinds.ts": """export class Box<T> {
  constructor(readonly items: T[]) {}
  static of<T>(...xs: T[]) { return new Box(xs); }
}
export interface Kinds<A> { readonly Id: A }
export type Name = keyof Kinds<any>;
export type Kind<N extends Name, A> = Kinds<A>[N];
export namespace Settings { export interface Options { a: number } }
""",
    "more.ts": """import { Box } from "./kinds";
declare module "./kinds" {
  interface Box<T> { map<U>(f: (x: T) => U): Box<U>; readonly count: number }
  interface Kinds<A> { readonly List: A[] }
  namespace Settings { interface Options { b?: string } }
}
declare global { interface Map<K, V> { getOr(key: K, other: V): V } var shared: { n: number } }
Box.prototype.map = function (f) { return new Box(this.items.map(f)); };
Map.prototype.getOr = function (key, other) { return this.get(key) ?? other; };
globalThis.shared = { n: 1 };
""",
    "other.ts": """declare module "./kinds" { interface Kinds<A> { readonly Set: Set<A> } }
import type { Box } from "./kinds";
""",
    "main.ts": """import { Box, type Kind, type Settings } from "./kinds";
import "./more";
import "./other";
const box = Box.of(1, 2).map((x) => String(x)).map((x) => x.length);
box.count.length;
const list: Kind<"List", string> = ["a"];
const set: Kind<"Set", string> = new Set([1]);
const none: Kind<"Tree", string> = list;
const options: Settings.Options = { a: 1, b: 2 };
new Map([["a", 1]]).getOr("b", 7).toFixed();
new Map([["a", 1]]).getOr("b", "c");
shared.n.length;
missing.n;
""",
}

PROGRAMS: Final[dict[str, dict[str, str]]] = {
    "names": {
        "shapes.ts": SHAPES,
        "main.ts": """import scale, { Circle, Color, Units, counter, origin, pair as two } from "./shapes";
import type { Pair, Shape } from "./shapes";
const shape: Shape = scale(new Circle(1), 2);
scale(new Circle("1"));
scale(shape);
const both: Pair<number, string> = two(1, "a");
const wrong: Pair<number> = two(1, "a");
const color: Color = Color.Blue;
const length: Units.Length = Units.one;
const text: Units.Length = "a";
origin.x = 1;
counter = 1;
if (shape instanceof Circle) console.log(shape.radius);
console.log(shape.radius, both.second.length, two(1, 2).second.length);
class Ring extends Circle { area() { return "0"; } }
""",
    },
    "namespaces": {
        "shapes.ts": SHAPES,
        "all.ts": """export * from "./shapes";
export * as shapes from "./shapes";
export { default } from "./shapes";
export { Circle as Round } from "./shapes";
""",
        "main.ts": """import make, * as all from "./all";
import { Round, shapes } from "./all";
const circle: all.Circle = new Round(1);
const other: shapes.Shape = make(circle);
const pair: all.Pair<string> = all.pair("a", 1);
all.area();
shapes.pair(1);
let round: import("./shapes").Circle = new all.Round("a");
let kind: typeof import("./shapes") = all;
async function later() { const { pair } = await import("./shapes"); pair(1, 2).third; }
""",
    },
    "defaults": {
        "named.ts": "class Named { go() { return 1; } }\nexport default Named;\n",
        "unnamed.ts": "export default class { stay(): string { return ''; } }\n",
        "value.ts": "export default { port: 80, hosts: ['a'] };\n",
        "arrow.ts": "export default (x: number) => String(x);\n",
        "main.ts": """import Named from "./named";
import Unnamed from "./unnamed";
import value from "./value";
import arrow from "./arrow";
const named: Named = new Named();
named.go().toFixed();
named.stay();
const unnamed: Unnamed = new Unnamed();
unnamed.stay().length;
unnamed.go();
value.port.toFixed();
value.hosts.push(1);
arrow("a");
""",
    },
    "cycle": CYCLE,
    "augmented": AUGMENTED,
}


def errors_by_plait(folder: Path) -> dict[str, list[int]]:
    """The lines with errors of each file of a program that begins with `main.ts`."""
    compilation = Compilation()
    diagnostics: dict[str, Diagnostics] = {}
    main = SourceFile(str(folder / "main.ts"), (folder / "main.ts").read_text(encoding="utf-8"))

    def stages() -> None:
        files = find_files(
            main, from_folder(folder), lambda file, found: read_file(file, found, compilation), diagnostics
        )
        check_files(files.imports, diagnostics, compilation)

    on_own_stack(stages, compilation.stop)
    return {
        Path(name).name: sorted({item.span.line for item in found.found.values()})
        for name, found in diagnostics.items()
    }


def errors_by_typescript(folder: Path, names: list[str]) -> dict[str, list[int]]:
    """The same as the TypeScript compiler finds them."""
    request = folder / "request.json"
    paths = [str(folder / name) for name in names]
    request.write_text(json.dumps({"common": [str(folder / "console.d.ts")], "files": paths}), encoding="utf-8")
    (folder / "console.d.ts").write_text("declare const console: { log(...values: any[]): void };", encoding="utf-8")
    done = subprocess.run(
        ["node", str(ORACLE / "complaints.mjs"), str(request)], capture_output=True, check=True, timeout=250
    )
    return {
        name: sorted({line for line, _, _ in found}) for name, found in zip(names, json.loads(done.stdout), strict=True)
    }


@pytest.mark.parametrize("program", PROGRAMS)
def test_files_see_each_other(program: str, tmp_path: Path) -> None:
    files = PROGRAMS[program]
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    wanted = errors_by_typescript(tmp_path, list(files))
    assert any(wanted.values())
    assert errors_by_plait(tmp_path) == wanted


def test_a_default_export_may_be_a_type(capsys: pytest.CaptureFixture[str]) -> None:
    modules = {
        "./shape": "interface Shape { area(): number }\nexport default Shape;\n",
        "./named": "import Shape from './shape';\ntype Named = Shape & { name: string };\nexport default Named;\n"
        "export { default as Other } from './shape';\n",
        "./again": "import Shape from './shape';\nexport default Shape;\n",
        "./square": "import Shape from './shape';\n"
        "export default class Square implements Shape { area() { return 4; } }\n",
    }
    source = """import Named, { Other } from "./named";
import Again from "./again";
import Square from "./square";
import * as all from "./shape";
const named: Named = { area: () => 2, name: "x" }, other: Other = new Square(), again: Again = other;
console.log(named.area() + other.area() + again.area(), named.name, Object.keys(all));
"""
    plait.Vm().execute(plait.compile(source, "main.ts", modules=modules))
    assert capsys.readouterr().out == "10 x []\n"


def test_types_are_imported_by_way_of_other_files() -> None:
    modules = {
        "./kinds": "export type Named = { [key: string]: any };\nexport interface At { a: number }\n",
        "./object": """import type { Named } from "./kinds";
import { At } from "./kinds";
export type { Named };
export { At };
export default class Thing { y = 2 }
""",
    }
    source = """import Thing, { Named, At } from "./object";
export type { Named };
export { At };
const named: Named = { q: 1 }, at: At = { a: 1 };
console.log(named, at, new Thing().y);
"""
    assert plait.compile(source, "main.ts", modules=modules).functions
