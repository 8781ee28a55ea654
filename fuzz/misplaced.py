"""Programs with a fault put in, that plait refuses as no TypeScript: does the TypeScript compiler, too?

`python -m fuzz.misplaced FIRST COUNT`: each is a test program in which one expression or type stands in place of
another. A diagnostic of the families P1 and P2 says that `tsc` refuses the program as well; where it does not, the code
is misplaced.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

from plait import CompileError, compile
from plait.frontend.words import words

ROOT: Final = Path(__file__).parents[1]
PROGRAMS: Final = sorted((ROOT / "tests" / "programs").glob("*.ts"))
ORACLE: Final = ROOT / "tests" / "oracle"


def _listed(text: str) -> list[str]:
    return text.split(" # ")


ATOMS: Final = _listed(
    "NaN # null # undefined # [] # {} # 1 # 's' # true # () => 1 # (x: number) => x # [1, 's'] # [...[1], 2] # this"
    " # new Error('x') # (undefined as unknown) # (null as number | null) # Promise.resolve(1) # -0 # 1.5 # void 0"
    " # `t` # console.log(1) # [null] # Math.PI # [[1], ['s']] # (1 as number | string) # Math # String # parseInt"
    " # !0 # [1, undefined] # (async () => {})() # [() => 1] # (1, 2) # 1 + 's' # typeof 1 # { a: 1 }"
)
TYPES: Final = _listed(
    "number # string # unknown # void # null # undefined # never # boolean # number[] # string | null # { a: number }"
    " # () => void # () => unknown # (x: number) => string # Promise<void> # Promise<unknown> # [number, string] # int"
    " # {} # number | string # unknown[] # (string | number)[] # Error # undefined | void"
)

_PARSER: Final = Parser(Language(tree_sitter_typescript.language_typescript()))


def mutant(seed: int) -> str:
    """A test program in which one expression or type is another."""
    choose = random.Random(seed)
    while True:
        text = choose.choice(PROGRAMS).read_text(encoding="utf-8")
        if not text.isascii() or len(text) > 3000:
            continue
        found = _places(_PARSER.parse(text.encode()).root_node)
        kind = choose.choice(("expression", "expression", "type"))
        places = found[kind]
        if not places:
            continue
        place = choose.choice(places)
        if choose.random() < 0.5:
            new = choose.choice(ATOMS if kind == "expression" else TYPES)
        else:
            other = choose.choice(places)
            new = text[other.start_byte : other.end_byte]
        if kind == "expression" and choose.random() < 0.5:
            new = f"({new})"
        return text[: place.start_byte] + new + text[place.end_byte :]


def _places(root: Node) -> dict[str, list[Node]]:
    places: dict[str, list[Node]] = {"expression": [], "type": []}
    pending = [root]
    while pending:
        node = pending.pop()
        pending.extend(node.named_children)
        if node.type in _EXPRESSIONS:
            places["expression"].append(node)
        elif node.type in _TYPES or (node.parent is not None and node.parent.type == "type_annotation"):
            places["type"].append(node)
    return places


_EXPRESSIONS: Final = words(
    "number string true false null undefined binary_expression call_expression member_expression array object "
    "arrow_function subscript_expression unary_expression ternary_expression template_string identifier "
    "new_expression await_expression parenthesized_expression"
)
_TYPES: Final = words("union_type array_type predefined_type type_identifier tuple_type function_type")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=int)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    refused: dict[int, tuple[str, list[str]]] = {}
    for seed in range(arguments.first, arguments.first + arguments.count):
        text = mutant(seed)
        try:
            compile(text, "mutant.ts")
        except CompileError as error:
            codes = [item for item in error.diagnostics if item.code < "P3"]
            if codes and len(codes) == len(error.diagnostics):
                refused[seed] = text, [item.render() for item in codes]
    with tempfile.TemporaryDirectory() as folder:
        found = accepted_by_tsc({seed: text for seed, (text, _) in refused.items()}, Path(folder))
    groups: dict[str, list[int]] = defaultdict(list)
    for seed in found:
        groups[refused[seed][1][0]].append(seed)
    for message, seeds in sorted(groups.items()):
        print(f"seeds {seeds[:3]} ({len(seeds)}):\n{message}\n")
    print(f"{arguments.count} mutants, {len(refused)} refused as no TypeScript, {len(found)} of them wrongly")
    sys.exit(1 if found else 0)


def accepted_by_tsc(texts: dict[int, str], folder: Path) -> list[int]:
    """Those of the numbered programs that the TypeScript compiler accepts."""
    files = {number: folder / f"m{number}.ts" for number in texts}
    for number, file in files.items():
        file.write_text(texts[number], encoding="utf-8")
    declarations = ROOT / "src" / "plait" / "frontend" / "plait.d.ts"
    listed = {"common": [str(declarations)], "files": [str(file) for file in files.values()]}
    (folder / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    command = ["node", str(ORACLE / "complaints.mjs"), str(folder / "list.json")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=3600)
    complaints = json.loads(done.stdout)
    return [number for number, faults in zip(files, complaints, strict=True) if not faults]


if __name__ == "__main__":
    main()
