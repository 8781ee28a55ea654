"""Write `src/plait/runtime/case_data.py` anew: the case of all code points, as the Node on the PATH has it.

python3 scripts/case_data.py
"""

from __future__ import annotations

import json
import subprocess
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "plait" / "runtime" / "case_data.py"

SCRIPT = r"""
const found = { version: process.versions.unicode, upper: [], lower: [], cased: [], ignorable: [] };
for (let point = 0; point <= 0x10ffff; point++) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const text = String.fromCodePoint(point);
  const points = (mapped) => Array.from(mapped, (unit) => unit.codePointAt(0));
  if (text.toUpperCase() !== text) found.upper.push([point, points(text.toUpperCase())]);
  if (text.toLowerCase() !== text) found.lower.push([point, points(text.toLowerCase())]);
  if (/\p{Cased}/u.test(text)) found.cased.push(point);
  if (/\p{Case_Ignorable}/u.test(text)) found.ignorable.push(point);
}
console.log(JSON.stringify(found));
"""

Mapping = tuple[int, Sequence[int]]

HEAD = '''"""Upper and lower case of all code points in Unicode {version}.

Made by `scripts/case_data.py`, read by `letter_case.py`.

Numbers are hexadecimal. `first:count:step:distance` stands for `count` code points, each `step` after the one before,
whose other case is `distance` further; `point:units` for one that becomes several; `first:last` for a property.
"""

from typing import Final

UNICODE_VERSION: Final = "{version}"
'''


def simple(mappings: Iterable[Mapping]) -> list[str]:
    """Mappings to one code point, in runs."""
    runs: list[list[int]] = []
    for point, mapped in mappings:
        if len(mapped) != 1:
            continue
        distance = mapped[0] - point
        if runs:
            first, count, step, old = runs[-1]
            last = first + (count - 1) * step
            if distance == old and (point - last == step or (count == 1 and point - last in (1, 2))):
                runs[-1] = [first, count + 1, point - last, distance]
                continue
        runs.append([point, 1, 1, distance])
    return [":".join(f"{number:x}" for number in run) for run in runs]


def special(mappings: Iterable[Mapping]) -> list[str]:
    """Mappings to several code points, all of one unit."""
    found = [(point, mapped) for point, mapped in mappings if len(mapped) > 1]
    assert all(max(mapped) < 0x10000 for _, mapped in found)
    return [f"{point:x}:{','.join(f'{unit:x}' for unit in mapped)}" for point, mapped in found]


def ranges(points: Iterable[int]) -> list[str]:
    """Code points in ranges."""
    found: list[list[int]] = []
    for point in points:
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return [f"{first:x}:{last:x}" for first, last in found]


def constant(name: str, items: Sequence[str]) -> str:
    """The assignment of a text."""
    lines = textwrap.wrap(" ".join(items), 118)
    return f'\n{name}: Final = """\n' + "\n".join(lines) + '\n"""\n'


def main() -> None:
    """Ask Node and write."""
    done = subprocess.run(["node", "-"], input=SCRIPT, capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    parts = [
        HEAD.replace("{version}", found["version"]),
        constant("UPPER", simple(found["upper"])),
        constant("UPPER_SPECIAL", special(found["upper"])),
        constant("LOWER", simple(found["lower"])),
        constant("LOWER_SPECIAL", special(found["lower"])),
        constant("CASED", ranges(found["cased"])),
        constant("CASE_IGNORABLE", ranges(found["ignorable"])),
    ]
    TARGET.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
