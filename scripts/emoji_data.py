"""Write `src/plait/runtime/regexp_emoji_data.py` anew: which strings have properties of emoji.

python3 scripts/emoji_data.py FOLDER

FOLDER is the npm package `regenerate-unicode-properties`, with the package `regenerate` in its `node_modules`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "plait" / "runtime" / "regexp_emoji_data.py"

PROPERTIES = (
    "Basic_Emoji",
    "Emoji_Keycap_Sequence",
    "RGI_Emoji_Flag_Sequence",
    "RGI_Emoji_Modifier_Sequence",
    "RGI_Emoji_Tag_Sequence",
    "RGI_Emoji_ZWJ_Sequence",
)

SCRIPT = """
const folder = process.argv[1];
const read = (name) => {
  const { characters, strings } = require(`${folder}/Property_of_Strings/${name}.js`);
  return [characters.toArray(), strings.map((text) => [...text].map((one) => one.codePointAt(0)))];
};
console.log(JSON.stringify([require(`${folder}/unicode-version.js`), process.argv.slice(2).map(read)]));
"""

HEAD = '''"""Which strings have properties of emoji in Unicode {version}.

Made by `scripts/emoji_data.py`, read by `regexp_emoji.py`.

Numbers are hexadecimal. `@` stands before the name of a property; then come its single code points, `gap` or `gap+more`
as in `regexp_binary_data.py`, then behind `;` its strings in order: how many code points at the beginning are those of
the string before, then the others.
"""

from typing import Final

EMOJI: Final = """
'''


def range_tokens(points: list[int]) -> list[str]:
    """Code points as gaps and ranges."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    tokens, end = [], 0
    for first, last in ranges:
        tokens.append(f"{first - end:x}" + (f"+{last - first:x}" if last > first else ""))
        end = last + 1
    return tokens


def string_tokens(strings: list[list[int]]) -> list[str]:
    """Strings, each by what it has in common with the one before."""
    tokens = []
    before: list[int] = []
    for string in sorted(strings):
        shared = 0
        while shared < min(len(before), len(string)) and before[shared] == string[shared]:
            shared += 1
        tokens.append(",".join(f"{number:x}" for number in (shared, *string[shared:])))
        before = string
    return tokens


def main() -> None:
    """Read the package, and write."""
    command = ["node", "-e", SCRIPT, str(Path(sys.argv[1]).absolute()), *PROPERTIES]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    version, found = json.loads(done.stdout)
    tokens: list[str] = []
    for name, (points, strings) in zip(PROPERTIES, found, strict=True):
        tokens += [f"@{name}", *range_tokens(points), ";", *string_tokens(strings)]
    lines = textwrap.wrap(" ".join(tokens), 118, break_long_words=False, break_on_hyphens=False)
    head = HEAD.format(version=version.removesuffix(".0"))
    TARGET.write_text(head + "\n".join(lines) + '\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
