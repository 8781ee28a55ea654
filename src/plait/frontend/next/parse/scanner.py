"""The tokens of a text, one at a time: what a `/`, a `>` or a `` ` `` begins is for the parser to say."""

from __future__ import annotations

import re
from typing import Final

from plait.frontend.words import words

RESERVED: Final = words(
    "break case catch class const continue debugger default delete do else enum export extends false finally for "
    "function if import in instanceof new null return super switch this throw true try typeof var void while with"
)
"""Words that are never names."""

CONTEXTUAL: Final = words(
    "abstract accessor any as asserts async await bigint boolean declare from get global implements infer interface "
    "intrinsic is keyof let module namespace never number object of out override package private protected public "
    "readonly satisfies set static string symbol type undefined unique unknown using yield"
)
"""Words that mean something in some places, and are names in others."""

NAMES: Final = CONTEXTUAL | {"name"}
"""The kinds of tokens that can be names."""

WORDS: Final = NAMES | RESERVED
"""The kinds of tokens that can be names of properties."""

END: Final = "end"
"""The kind of what stands behind the last token."""

_KINDS: Final = {word: word for word in RESERVED | CONTEXTUAL}

_BLANKS: Final = r"\t\v\f \xa0\ufeff\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS: Final = r"\n\r\u2028\u2029"
_OTHER_LETTER: Final = (
    r"[^\x00-\x7f\xa0\ufeff\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029]"
    r"|\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]+\})"
)
_WORD: Final = rf"(?:[A-Za-z_$]|{_OTHER_LETTER})[\w$]*(?:(?:{_OTHER_LETTER})[\w$]*)*"
_NUMBER: Final = r"0[xXoObB]\w*|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?n?"
_STRING: Final = (
    r"'[^'\\\n\r]*(?:\\(?:\r\n|[\s\S])[^'\\\n\r]*)*'"
    r'|"[^"\\\n\r]*(?:\\(?:\r\n|[\s\S])[^"\\\n\r]*)*"'
)
_SIGN: Final = (
    r"\.\.\.|=>|===|==|=|!==|!=|!|\*\*=|\*\*|\*=|\*|\+\+|\+=|\+|--|-=|-|<<=|<<|<=|<|&&=|&&|&=|&|\|\|=|\|\||\|=|\|"
    r"|\?\?=|\?\?|\?\.(?!\d)|\?|\^=|\^|%=|%|/=|/(?!\*)|[(){}\[\];,:.>~@`]"
)
_TOKEN: Final = re.compile(
    rf"(?:[{_BLANKS}{_LINE_ENDS}]+|//[^{_LINE_ENDS}]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)*"
    rf"(?:(?P<word>{_WORD})|(?P<digits>{_NUMBER})|(?P<text>{_STRING})|(?P<hash>#(?:{_WORD}))|(?P<sign>{_SIGN})"
    r"|(?P<other>[\s\S]?))",
    re.ASCII,
)
_LINE_END: Final = re.compile(f"[{_LINE_ENDS}]")
_GREATER: Final = re.compile(r">>>=|>>>|>>=|>>|>=|>")
_PATTERN: Final = re.compile(
    rf"/(?:\\[^{_LINE_ENDS}]|\[(?:\\[^{_LINE_ENDS}]|[^\]\\{_LINE_ENDS}])*\]|[^/\\\[{_LINE_ENDS}])+/(?:[\w$]|{_OTHER_LETTER})*",
    re.ASCII,
)
_PIECE: Final = re.compile(r"[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*(`|\$\{)")


class Scanner:
    """Reads a text. `kind` is what the current token is: its sign, its word, or `name digits text hash bad end`.

    `start` and `end` are its range, `word` its text if it is a word, `line_before` whether a line ends before it, and
    `last_end` where the token before it ends.
    """

    __slots__ = ("end", "kind", "last_end", "line_before", "start", "text", "word")

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind = ""
        self.word = ""
        self.start = self.end = self.last_end = 0
        self.line_before = True

    def advance(self) -> None:
        """Go to the next token."""
        text = self.text
        last_end = self.last_end = self.end
        found = _TOKEN.match(text, last_end)
        assert found is not None
        group = found.lastgroup
        assert group is not None
        start, self.end = found.span(group)
        self.start = start
        if start == last_end:
            self.line_before = False
        else:
            between = text[last_end:start]
            self.line_before = between != " " and _LINE_END.search(between) is not None
        if group == "sign":
            self.kind = found[group]
        elif group == "word":
            word = self.word = found[group]
            self.kind = _KINDS.get(word, "name")
        elif group == "other":
            self.kind = "bad" if self.end > start else END
        else:
            self.kind = group

    def join_greater(self) -> None:
        """Take a `>` with what follows it for one operator: `>>`, `>=`."""
        found = _GREATER.match(self.text, self.start)
        assert found is not None
        self.kind = found[0]
        self.end = found.end()

    def split_less(self) -> None:
        """Take the first half of a `<<` alone."""
        self.kind = "<"
        self.end = self.start + 1

    def read_pattern(self) -> bool:
        """Take a `/` for the beginning of a regular expression; whether it is one."""
        found = _PATTERN.match(self.text, self.start)
        if found is None:
            return False
        self.kind = "pattern"
        self.end = found.end()
        return True

    def read_piece(self) -> tuple[int, str] | None:
        """Read on in a template from the end of the current token: where the next text ends, and what ends it, which is
        read as well. None if nothing ends it.
        """
        found = _PIECE.match(self.text, self.end)
        if found is None:
            return None
        self.end = found.end()
        return found.start(1), found[1]
