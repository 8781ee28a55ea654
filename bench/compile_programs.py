"""Programs of any length that `compile_speed.py` compiles to see how the time grows with the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

WIDTH: Final = 60
"""Members of unions, links of chains, types in a family: what one piece of a program has, however long that is."""


HEAD: Final = "const anything: any = 0;\n"
"""What the first front end refuses, so that the second is measured."""


def functions(lines: int) -> str:
    """Functions with loops, conditions and closures, each of which calls the one before."""
    head = "function f0(values: number[]): number { return values.length; }\n"
    piece = """\
function f{n}(values: number[], scale = {n}): number {{
  let sum = 0;
  const seen = new Map<string, number>();
  for (const value of values) {{
    if (value % 2 === 0 && sum < 1e9) {{
      sum += value * scale;
    }} else if (value > 10) {{
      sum -= f{before}([value]);
    }}
    seen.set(`k${{value}}`, (seen.get(`k${{value}}`) ?? 0) + 1);
  }}
  return [...seen.values()].map(item => item * scale).reduce((left, right) => left + right, sum);
}}
"""
    count = lines // 13
    texts = [piece.format(n=number, before=number - 1) for number in range(1, count)]
    return HEAD + head + "".join(texts) + f"console.log(f{count - 1}([1, 2, 11]));\n"


def classes(lines: int) -> str:
    """Generic classes that extend each other in families of ten, with objects of them."""
    piece = """\
class C{n}<T>{base} {{
  private items{n}: T[] = [];
  count{n} = 0;
  {constructor}
  push{n}(item: T): this {{
    this.items{n}.push(item);
    this.count{n}++;
    return this;
  }}
  first{n}(otherwise: T): T {{
    const found = this.items{n}[0];
    return found === undefined ? otherwise : found;
  }}
}}
const c{n} = new C{n}<string>().push{n}("a").push{n}("b");
console.log(c{n}.first{n}("c").length + c{n}.count{n});
"""
    texts = [HEAD]
    for number in range(lines // 16):
        base = f" extends C{number - 1}<T>" if number % 10 else ""
        texts.append(piece.format(n=number, base=base, constructor="constructor() { super(); }" if base else ""))
    return "".join(texts)


def deep_types(lines: int) -> str:
    """Aliases that hold the one before, and values of them."""
    texts = [HEAD]
    for number in range(lines // (WIDTH + 3)):
        texts.append(f"type T{number}_0 = {{ value: number; list: string[] }};\n")
        for level in range(1, WIDTH):
            below = f"T{number}_{level - 1}"
            texts.append(f"type T{number}_{level} = {{ inner: {below}; all: Array<{below}>; other?: {below} }};\n")
        path = ".inner" * (WIDTH - 1)
        last = f"T{number}_{WIDTH - 1}"
        texts.append(f"function g{number}(deep: {last}, same: Partial<{last}>): number {{\n")
        texts.append(f"  same = deep; return deep{path}.value;\n}}\n")
    return "".join(texts)


def wide_unions(lines: int) -> str:
    """Discriminated unions with a switch over each."""
    texts = [HEAD]
    for number in range(lines // (2 * WIDTH + 6)):
        members = [f'{{ kind: "k{member}"; v{member}: number }}' for member in range(WIDTH)]
        texts.append(f"type U{number} =\n" + "\n".join(f"  | {member}" for member in members) + ";\n")
        texts.append(f"function u{number}(of: U{number}): number {{\n  switch (of.kind) {{\n")
        texts.extend(f'    case "k{member}": return of.v{member};\n' for member in range(WIDTH))
        texts.append(f'  }}\n}}\nconsole.log(u{number}({{ kind: "k7", v7: {number} }}));\n\n')
    return "".join(texts)


def long_chains(lines: int) -> str:
    """Chains of calls, of conditions and of sums; one of each kind is as long as a fifth of the program."""
    count = max(1, lines // 5)
    calls = "\n".join(f"  .map(value => value + {number})" for number in range(min(count, 300)))
    texts = [HEAD, *[f"const mapped{number} = [1, 2, 3]\n{calls};\n" for number in range(max(1, count // 300))]]
    texts.append("function choose(text: string, level: number | string | null): string {\n  let found: any = null;\n")
    texts.extend(f'  if (text === "t{number}") {{ found = level; }}\n' for number in range(2 * count))
    texts.append("  return String(found);\n}\n")
    texts.append("const sum = mapped0[0]\n")
    texts.extend(f"  + mapped0[{number % 3}] * {number}\n" for number in range(min(count, 400)))
    texts.append(";\nlet state = 0;\n")
    texts.extend(f"if (state < sum) {{ state = state + {number}; }}\n" for number in range(2 * count))
    return "".join(texts)


def recursive_interfaces(lines: int) -> str:
    """Two families of interfaces that refer to each other, the first of which has to fit the second."""
    texts = [HEAD]
    for number in range(lines // (2 * WIDTH + 4)):
        for family in ("A", "B"):
            for member in range(WIDTH):
                others = [(member + step) % WIDTH for step in (1, 7, 13)]
                fields = " ".join(f"f{other}: {family}{number}_{other};" for other in others)
                texts.append(f"interface {family}{number}_{member} {{ {fields} all: {family}{number}_{member}[]; }}\n")
        texts.append(f"function r{number}(from: A{number}_0): B{number}_0 {{\n")
        texts.append(f"  const to: B{number}_5 = from.f1.f2.f3.f4.f5;\n  return to ? from : from;\n}}\n")
    return "".join(texts)


GENERATED: Final[dict[str, Callable[[int], str]]] = {
    "functions": functions,
    "classes": classes,
    "deep_types": deep_types,
    "wide_unions": wide_unions,
    "long_chains": long_chains,
    "recursive_interfaces": recursive_interfaces,
}
"""What makes a program of about so many lines, by its name."""
