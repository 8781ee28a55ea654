"""Write `src/plait/runtime/regexp_*_data.py` anew: what regular expressions know of Unicode.

python3 scripts/regexp_data.py

Which code points have a property, and which are the same when case is ignored, is asked of the Node on the PATH; the
names of scripts and their short forms of Perl's Unicode::UCD, whose Unicode may be older: scripts that have come since
are named here.
"""

from __future__ import annotations

import json
import subprocess
import textwrap
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "src" / "plait" / "runtime"

NEW_SCRIPTS = """
Kawi=Kawi Nagm=Nag_Mundari Gara=Garay Gukh=Gurung_Khema Krai=Kirat_Rai Onao=Ol_Onal Sunu=Sunuwar Todr=Todhri
Tutg=Tulu_Tigalari Berf=Beria_Erfe Sidt=Sidetic Tayo=Tai_Yo Tols=Tolong_Siki
"""

CATEGORIES = """
Lu=Uppercase_Letter Ll=Lowercase_Letter Lt=Titlecase_Letter LC=Cased_Letter Lm=Modifier_Letter Lo=Other_Letter L=Letter
Mn=Nonspacing_Mark Mc=Spacing_Mark Me=Enclosing_Mark M=Mark=Combining_Mark Nd=Decimal_Number=digit Nl=Letter_Number
No=Other_Number N=Number Pc=Connector_Punctuation Pd=Dash_Punctuation Ps=Open_Punctuation Pe=Close_Punctuation
Pi=Initial_Punctuation Pf=Final_Punctuation Po=Other_Punctuation P=Punctuation=punct Sm=Math_Symbol Sc=Currency_Symbol
Sk=Modifier_Symbol So=Other_Symbol S=Symbol Zs=Space_Separator Zl=Line_Separator Zp=Paragraph_Separator Z=Separator
Cc=Control=cntrl Cf=Format Cs=Surrogate Co=Private_Use Cn=Unassigned C=Other
"""

BINARY = """
ASCII AHex=ASCII_Hex_Digit Alpha=Alphabetic Any Assigned Bidi_C=Bidi_Control Bidi_M=Bidi_Mirrored CI=Case_Ignorable
Cased CWCF=Changes_When_Casefolded CWCM=Changes_When_Casemapped CWL=Changes_When_Lowercased
CWKCF=Changes_When_NFKC_Casefolded CWT=Changes_When_Titlecased CWU=Changes_When_Uppercased Dash
DI=Default_Ignorable_Code_Point Dep=Deprecated Dia=Diacritic Emoji EComp=Emoji_Component EMod=Emoji_Modifier
EBase=Emoji_Modifier_Base EPres=Emoji_Presentation ExtPict=Extended_Pictographic Ext=Extender Gr_Base=Grapheme_Base
Gr_Ext=Grapheme_Extend Hex=Hex_Digit IDSB=IDS_Binary_Operator IDST=IDS_Trinary_Operator IDC=ID_Continue IDS=ID_Start
Ideo=Ideographic Join_C=Join_Control LOE=Logical_Order_Exception Lower=Lowercase Math NChar=Noncharacter_Code_Point
Pat_Syn=Pattern_Syntax Pat_WS=Pattern_White_Space QMark=Quotation_Mark Radical RI=Regional_Indicator
STerm=Sentence_Terminal SD=Soft_Dotted Term=Terminal_Punctuation UIdeo=Unified_Ideograph Upper=Uppercase
VS=Variation_Selector space=White_Space XIDC=XID_Continue XIDS=XID_Start
"""

SCRIPT = r"""
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const ranges = (property) => {
  const pattern = new RegExp(`^\\p{${property}}$`, "u");
  const found = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (!pattern.test(String.fromCodePoint(point))) continue;
    const last = found[found.length - 1];
    if (last && last[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found;
};
const candidates = new Set();
for (let point = 0; point <= 0x10ffff; point++) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const text = String.fromCodePoint(point);
  const [upper, lower] = [text.toUpperCase(), text.toLowerCase()];
  for (const other of [upper, lower, upper.toLowerCase(), lower.toUpperCase()]) {
    if (other === text) continue;
    candidates.add(point);
    if ([...other].length === 1) candidates.add(other.codePointAt(0));
  }
}
const groups = (flags, limit) => {
  const points = [...candidates].filter((point) => point < limit).sort((a, b) => a - b);
  const all = points.map((point) => String.fromCodePoint(point)).join(" ");
  const found = new Map();
  for (const point of points) {
    const written = limit > 0x10000 ? `\\u{${point.toString(16)}}` : "\\u" + point.toString(16).padStart(4, "0");
    const same = [...all.matchAll(new RegExp(written, flags))].map((match) => match[0].codePointAt(0));
    if (same.length > 1) found.set(String(same), same);
  }
  return [...found.values()];
};
console.log(JSON.stringify({
  version: process.versions.unicode,
  properties: asked.map(ranges),
  units: groups("gi", 0x10000),
  points: groups("giu", 0x110000),
}));
"""

HEAD = '''"""{title} in Unicode {version}.

Made by `scripts/regexp_data.py`, read by `{reader}`.

{form}
"""

from typing import Final
'''

PROPERTY_FORM = """\
Numbers are hexadecimal. `@` stands before the names of a property; then come its ranges, `gap` or `gap+more`: so
many code points that do not have the property, then one that has it, and so many more."""

CASE_FORM = """\
Numbers are hexadecimal. `first:count:step:distance` stands for `count` code points, each `step` after the one before,
each of which is the same as the one `distance` further; `a,b,c` for several that are the same."""


def scripts() -> list[str]:
    """The scripts, all names of each with `=` between them."""
    text = 'for (prop_values("sc")) { print join("=", grep { !/^Qaa/ } prop_value_aliases("sc", $_)), " " }'
    command = ["perl", "-MUnicode::UCD=prop_values,prop_value_aliases", "-e", text]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    known = [name for name in done.stdout.split() if name.split("=")[0] not in ("Zzzz", "Hrkt")]
    new = [name for name in NEW_SCRIPTS.split() if name not in known]
    return sorted({*known, *new})


def range_tokens(names: str, ranges: Sequence[Sequence[int]]) -> list[str]:
    """A property as tokens."""
    tokens = ["@" + names]
    end = 0
    for first, last in ranges:
        tokens.append(f"{first - end:x}" + (f"+{last - first:x}" if last > first else ""))
        end = last + 1
    return tokens


def case_tokens(groups: Sequence[list[int]]) -> list[str]:
    """Groups of code points that are the same as tokens: pairs in runs, larger groups by themselves."""
    runs: list[list[int]] = []
    for first, *others in sorted(groups):
        if len(others) > 1:
            continue
        distance = others[0] - first
        if runs:
            start, count, step, old = runs[-1]
            gap = first - (start + (count - 1) * step)
            if distance == old and (gap == step or (count == 1 and gap in (1, 2))):
                runs[-1] = [start, count + 1, gap, distance]
                continue
        runs.append([first, 1, 1, distance])
    large = [",".join(f"{point:x}" for point in group) for group in sorted(groups) if len(group) > 2]
    return [":".join(f"{number:x}" for number in run) for run in runs] + large


def constant(name: str, tokens: Sequence[str]) -> str:
    """The assignment of a text."""
    lines = textwrap.wrap(" ".join(tokens), 118, break_long_words=False, break_on_hyphens=False)
    return f'\n{name}: Final = """\n' + "\n".join(lines) + '\n"""\n'


def write(name: str, title: str, version: str, reader: str, form: str, constants: dict[str, list[str]]) -> None:
    """Write one file."""
    text = HEAD.format(title=title, version=version, reader=reader, form=form)
    text += "".join(constant(key, tokens) for key, tokens in constants.items())
    (FOLDER / f"{name}.py").write_text(text, encoding="utf-8")


def main() -> None:
    """Ask Node and Perl, and write."""
    named = {
        "CATEGORIES": ("gc", CATEGORIES.split()),
        "SCRIPTS": ("sc", scripts()),
        "EXTENSIONS": ("scx", scripts()),
        "BINARY": ("", BINARY.split()),
    }
    asked = [
        f"{kind}={names.split('=')[0]}" if kind else names.split("=")[0]
        for kind, properties in named.values()
        for names in properties
    ]
    done = subprocess.run(["node", "-e", SCRIPT], input=json.dumps(asked), capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    answers = iter(found["properties"])
    tokens: dict[str, list[str]] = {
        key: [token for names in properties for token in range_tokens(names, next(answers))]
        for key, (_, properties) in named.items()
    }
    version = found["version"]
    files = {
        "category": ("General categories", ("CATEGORIES",)),
        "binary": ("Binary properties", ("BINARY",)),
        "script": ("Scripts and their extensions", ("SCRIPTS", "EXTENSIONS")),
    }
    for name, (title, keys) in files.items():
        constants = {key: tokens[key] for key in keys}
        write(f"regexp_{name}_data", title, version, "regexp_properties.py", PROPERTY_FORM, constants)
    groups = {"UNITS": case_tokens(found["units"]), "POINTS": case_tokens(found["points"])}
    title = "Which characters are the same when regular expressions ignore case,"
    write("regexp_case_data", title, version, "regexp_case.py", CASE_FORM, groups)


if __name__ == "__main__":
    main()
