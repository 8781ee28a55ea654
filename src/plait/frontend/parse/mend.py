"""Texts that the grammar cannot read though they are TypeScript, written so that it can, with all offsets as they were.

The grammar takes some words for keywords where they are names, knows no `in` and `out` before type parameters, no
`using` before a type, no `static accessor`, no `?.(` behind `new C()`, few decorators in parentheses, no imported types
with type arguments or `[]`, no templates with escape sequences that mean nothing, and no types that are templates with
escape sequences. Such words get another first letter, such sequences become letters, `using` becomes `const`,
decorators become calls, `import("a")` a name, and the others blanks. Nobody reads the mended text but the grammar:
names come from the text itself, and a `Mended` says what
was blanked, to be found where it may stand. A mended text is tried only where the text itself gives errors, or
something that programs seldom mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from plait.frontend.words import words

_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*(?:.*?\*/|.*))
    |(?P<text>'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?)
    |(?P<word>[#@]?[\w$\u0080-\U0010ffff]+)
    |(?P<sign>\?\.(?!\d)|\.\.\.|=>|[!=]==?|\+\+|--|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PATTERN: Final = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\\[\n]){1,200}/\w*")
_TEMPLATE: Final = re.compile(r"[^`\\$]*(?:(?:\\.|\$(?!\{))[^`\\$]*)*(`|\$\{)", re.DOTALL)

_ESCAPE: Final = re.compile(r"\\[!-~ ]")
"""The beginning of an escape sequence that does not change the lines of a text."""

_OPERATORS: Final = words("as satisfies in instanceof of is extends implements")
_PREFIXES: Final = words(
    "await case const default delete do else export extends if import in instanceof keyof let new of return throw "
    "typeof var void while yield"
)
"""Words behind which no operand has ended."""


def _is_prefix(word: str, ended: bool) -> bool:
    """Whether behind a word no operand has ended; `ended`: one has before it. Else `of` is a name."""
    return word in _PREFIXES and (word != "of" or ended)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    after_line: bool


@dataclass(slots=True)
class Mended:
    """A text for the grammar. `blanked` are the offsets of what was blanked and was not found in its place yet."""

    text: str
    blanked: set[int] = field(default_factory=set)


def mend(text: str) -> Mended:
    """The text as the grammar reads it better."""
    escapes: list[int] = []
    tokens = [_NOTHING, *_tokens(text, escapes), _NOTHING]
    mended = Mended(text)
    pieces = list(text)
    for at in escapes:
        pieces[at : at + 2] = "aa"
    ended = False
    # Where the type arguments end that the token is inside of: what opens in there opens more of them.
    arguments_end = -1
    casts: set[int] = set()
    arrow_ends = _ends_of_arrows(tokens)
    blank_end = -1
    brackets = _Brackets(tokens)
    for index in range(1, len(tokens) - 1):
        if index <= blank_end:
            continue
        before, token, after = tokens[index - 1 : index + 2]
        start = token.start
        if index - 1 in arrow_ends and token.after_line and token.text in ("(", "[") and text[start - 1] in _BLANKS:
            # The body of an arrow function is followed by no arguments: the statement has ended with the line.
            pieces[start - 1] = ";"
            ended = False
        elif token.text == "import" and (end := _end_of_imported(tokens, index)):
            pieces[start:end] = "$" * (end - start)
            ended = True
        elif token.after_line and text[start - 1] in _BLANKS and _is_name_like_in(tokens, index, ended):
            # The grammar sees the operator `in`, and so no end of what stands on the line before.
            pieces[start - 1] = ";"
            ended = True
        elif token.kind == "word" and before.text not in (".", "?."):
            ended = ended or index - 1 == arguments_end or (before.text == ">" and index < arguments_end)
            is_keyword = _is_keyword(token, before, after, ended)
            is_keyword = is_keyword or _is_behind_const(tokens, index) or _is_between_names(tokens, index)
            if is_keyword and token.text in ("as", "satisfies"):
                casts.add(index)
            if token.text == "using" and is_keyword:
                _mend_using(mended, pieces, token, before)
            elif (
                (token.text in _AMBIGUOUS and not is_keyword)
                or _is_other_name(token, before, after, index - 1 in casts)
                or _is_parameter(tokens, index)
            ):
                pieces[start] = "$"
            elif _is_hidden(tokens, index):
                mended.blanked.add(start)
                pieces[start : start + len(token.text)] = " " * len(token.text)
            ended = not is_keyword and (not _is_prefix(token.text, ended) or token.text in _AMBIGUOUS)
        elif (
            token.text == "<"
            and _may_begin_member(token, before, ended)
            and _is_call_signature(tokens, index, brackets)
        ):
            # A member of a type on a line of its own, which the grammar takes for type arguments.
            pieces[start - 1] = ";"
            arguments_end = (brackets.behind(index) or 0) - 1
            ended = False
        elif (
            token.text == "<" and not ended and index >= arguments_end and _ends_by_parameters(tokens, index, brackets)
        ):
            arguments_end = (brackets.behind(index) or 0) - 1
        elif token.text == "<" and index >= arguments_end and _may_open(tokens, index, ended):
            closing = None if _stands_behind_no_name(tokens, index, casts) else _closing(tokens, index, casts)
            if closing is None:
                # Behind `--`, a `>` could end a comment.
                pieces[start] = "%"
            elif _is_before_template(tokens, closing, text):
                # The grammar knows no type arguments there.
                end = tokens[closing].start + 1
                pieces[start:end] = re.sub(r"\S", " ", text[start:end])
                blank_end = closing
            arguments_end = -1 if closing is None else closing
            ended = False
        elif token.text == "(" and not ended and after.text == "import" and index + 5 < len(tokens):
            _blank_parentheses(pieces, tokens, index)
        elif token.text == "." and after.text[:1] == "#" and _is_in_decorator(tokens, index):
            pieces[after.start] = "$"
            ended = False
        elif token.text == "@" and after.text == "(" and text[start - 1 : start] in _BLANKS:
            pieces[start - 1 : start + 1] = "@$"
            ended = False
        elif token.text == "?." and after.text in ("(", "["):
            mended.blanked.add(start)
            pieces[start : start + 2] = "  "
        elif token.kind == "text" and token.text[0] == "/" and index == arguments_end + 1:
            # Taken for a pattern: behind type arguments it is a division.
            pieces[start] = "%"
        elif token.text == "?" and after.text == "." and after.start == start + 1:
            # `?` before a number: `a?.5:1`.
            pieces[start + 1] = "1"
            ended = False
        elif token.text not in ("!", "++", "--"):
            ended = _ends_operand(token)
    mended.text = "".join(pieces)
    return mended


_BLANKS: Final = (" ", "\t", "\n")
"""What may stand before a decorator in parentheses, and is written over."""


def _is_in_decorator(tokens: list[_Token], index: int) -> bool:
    """Whether what stands before a position are the names of a decorator."""
    while tokens[index].text == "." or (tokens[index].kind == "word" and tokens[index - 1].text == "."):
        index -= 1
    return tokens[index].text[0:1] == "@" and len(tokens[index].text) > 1


def _mend_using(mended: Mended, pieces: list[str], token: _Token, before: _Token) -> None:
    """`using x` stands for the grammar as `const x`, `await using x` too."""
    mended.blanked.add(token.start)
    pieces[token.start : token.start + len(token.text)] = "const"
    if before.text == "await":
        pieces[before.start : before.start + len(before.text)] = " " * len(before.text)


def _ends_operand(token: _Token) -> bool:
    """Whether an operand ends by a token, which is no word of the grammar."""
    return token.kind in ("text", "word") or token.text in (")", "]", "}")


_NOTHING: Final = _Token("sign", "", 0, True)
_TYPES: Final = words("any bigint boolean never number object string symbol undefined unknown void")

_CASTS: Final = ("as", "satisfies")
_KEYWORD_TYPES: Final = words("any bigint boolean never null number object string symbol this undefined unknown void")

_AMBIGUOUS: Final = words("abstract as asserts infer keyof never override satisfies unique unknown using")


def _is_keyword(token: _Token, before: _Token, after: _Token, ended: bool) -> bool:
    """Whether a word that could be a name is none; `ended`: an operand ends before it."""
    is_named = after.kind == "word" and after.text not in _OPERATORS
    match token.text:
        case "as" | "satisfies":
            # The word before it may be a type.
            ended = ended or before.text == "void"
            starts_type = after.kind in ("word", "text") or after.text in ("{", "(", "[", "`", "-", "|", "&", "<")
            return ended and not token.after_line and starts_type
        case "unique":
            return after.text == "symbol"
        case "keyof":
            opens = after.text in ("(", "[") and after.start > token.start + len(token.text)
            return not ended and (is_named or opens or after.text == "{" or after.kind == "text")
        case "abstract":
            is_member = after.text == "[" and token.after_line and after.start > token.start + len(token.text)
            return (is_named or is_member) and not after.after_line
        case "override":
            return is_named or after.kind == "text" or (after.text in ("[", "*") and before.text != "(")
        case "infer" | "asserts" | "using":
            return (not ended or before.text == "is") and is_named and not after.after_line
        case _:
            return False


def _is_behind_const(tokens: list[_Token], index: int) -> bool:
    """Whether a word stands behind `as const`, where it can be nothing but an operator."""
    return tokens[index].text in _CASTS and tokens[index - 1].text == "const" and tokens[index - 2].text in _CASTS


def _ends_of_arrows(tokens: list[_Token]) -> set[int]:
    """The positions of what closes the bodies of arrow functions."""
    found: set[int] = set()
    are_arrows: list[bool] = []
    for index, token in enumerate(tokens):
        if token.text == "{":
            are_arrows.append(tokens[index - 1].text == "=>")
        elif token.text == "}" and are_arrows and are_arrows.pop():
            found.add(index)
    return found


def _is_between_names(tokens: list[_Token], index: int) -> bool:
    """Whether `as` gives what is imported or exported another name: `* as a`, `{ let as a }`."""
    if index < 2 or tokens[index].text != "as" or tokens[index + 1].kind != "word":
        return False
    outer, before = tokens[index - 2 : index]
    is_whole = before.text == "*" and outer.text in ("import", "export", "type", ",")
    return is_whole or (before.text in _PREFIXES and outer.text in ("{", ",", "type"))


def _is_type_of_module(tokens: list[_Token], index: int) -> bool:
    """Whether `type` stands in `import type * as a` or `export type *`, where the grammar does not know it."""
    before, token, after = tokens[index - 1 : index + 2]
    return token.text == "type" and before.text in ("import", "export") and after.text == "*"


def _blank_parentheses(pieces: list[str], tokens: list[_Token], index: int) -> None:
    """`(import("a").B)`, as a type: the grammar knows it without parentheses."""
    names = index + 5
    while tokens[names].kind == "word" or tokens[names].text in (".", "<", ">", ","):
        names += 1
    if [part.text for part in tokens[index + 1 : index + 5 : 3]] == ["import", ")"] and tokens[names].text == ")":
        pieces[tokens[index].start] = pieces[tokens[names].start] = " "


def _end_of_imported(tokens: list[_Token], index: int) -> int:
    """The offset behind `import("a")` in the type `import("a").B<C>` or `import("a").B[]`, which the grammar does not
    know and reads as that of a name then; 0 where there is no such type.
    """
    if [part.text for part in tokens[index + 1 : index + 5 : 2]] != ["(", ")"] or tokens[index + 2].kind != "text":
        return 0
    names = index + 4
    while tokens[names].text == "." and tokens[names + 1].kind == "word":
        names += 2
    goes_on = tokens[names].text in ("<", "[") or tokens[index - 1].text in _CASTS
    is_type = names > index + 4 and goes_on
    is_whole = not any(part.after_line for part in tokens[index + 1 : index + 4])
    return tokens[index + 3].start + 1 if is_type and is_whole else 0


def _is_other_name(token: _Token, before: _Token, after: _Token, is_in_cast: bool) -> bool:
    """Whether the name of a type names an element of a tuple (`[string: number]`), or `undefined` a parameter or the
    namespace of a type, or `accessor` is the name of a member.
    """
    if token.text == "accessor":
        return not _is_accessor(after)
    if token.text == "undefined" and (after.text == "=>" or (after.text == "." and is_in_cast)):
        return True
    return token.text in _TYPES and after.text in (":", "?") and before.text in ("[", ",", "...")


def _is_parameter(tokens: list[_Token], index: int) -> bool:
    """Whether the name of a type is that of a parameter without a type: `(any) => void`."""
    before, token, after = tokens[index - 1 : index + 2]
    if token.text not in _TYPES or before.text not in ("(", ",") or after.text not in (")", ","):
        return False
    position = index + 1
    while tokens[position].kind == "word" or tokens[position].text in (",", ":", "?", "."):
        position += 1
    return tokens[position].text == ")" and tokens[position + 1].text == "=>"


def _may_open(tokens: list[_Token], index: int, ended: bool) -> bool:
    """Whether a `<` stands behind an operand or the type `void`, and is no part of `<<` or `<=`."""
    token, after = tokens[index : index + 2]
    is_longer = after.start == token.start + 1 and after.text in ("<", "=", "==", "=>")
    return not is_longer and (ended or tokens[index - 1].text == "void")


def _stands_behind_no_name(tokens: list[_Token], index: int, casts: set[int]) -> bool:
    """Whether what a `<` stands behind takes no type arguments, whatever follows: an update, or an array type or a
    keyword in a cast.
    """
    before = tokens[index - 1].text
    if before in ("++", "--"):
        return True
    return (before == "]" or before in _KEYWORD_TYPES) and _begin_of_type(tokens, index) in casts


def _begin_of_type(tokens: list[_Token], index: int) -> int:
    """The position of what stands before a type without brackets around its parts, which ends before a position."""
    position = index - 1
    while index - position < _FARTHEST and _is_in_type(tokens[position]):
        position -= 1
    return position


def _is_in_type(token: _Token) -> bool:
    if token.kind == "sign":
        return token.text in ("[", "]", "|", "&", ".")
    return token.text not in _CASTS


def _closing(tokens: list[_Token], index: int, casts: set[int]) -> int | None:
    """The position of the `>` that closes the type arguments that a `<` opens. None if it opens none: something
    follows that stands in no types, or not behind them.
    """
    opened: list[str] = [">"]
    for position in range(index + 1, min(index + _FARTHEST, len(tokens) - 1)):
        part = tokens[position]
        if part.text in _CLOSING:
            opened.append(_CLOSING[part.text])
        elif part.text == opened[-1]:
            opened.pop()
            if not opened:
                if tokens[position + 1].text.startswith("/"):
                    return position
                begin = _begin_of_type(tokens, index)
                is_operator = _is_operator(tokens, position, tokens[begin].text)
                is_operator = is_operator or (tokens[position + 1].text in _SIGNS and begin not in casts)
                return None if is_operator or _begins_operand(tokens[position + 1]) else position
        elif part.text in _NO_TYPES or part.text in _OUTSIDE.get(opened[-1], _CLOSES):
            return None
        elif part.text in ("&", "|") and tokens[position + 1].text == part.text:
            # `&&` and `||`.
            return None
    return None if index + _FARTHEST >= len(tokens) else len(tokens)


def _is_before_template(tokens: list[_Token], index: int, text: str) -> bool:
    """Whether a template stands behind a position: its tokens are brackets."""
    return index + 1 < len(tokens) - 1 and text[tokens[index + 1].start] == "`"


def _is_operator(tokens: list[_Token], index: int, begin: str) -> bool:
    """Whether a `>` is part of `>>` or `>=`. `begin` stands before what the type arguments are of: behind a `:`, they
    may be followed by `=`.
    """
    token, after = tokens[index : index + 2]
    return after.start == token.start + 1 and (after.text == ">" or (after.text == "=" and begin != ":"))


def _may_begin_member(token: _Token, before: _Token, ended: bool) -> bool:
    """Whether a type may have ended on the line before."""
    return token.after_line and (ended or before.text in (">", "void"))


def _is_name_like_in(tokens: list[_Token], index: int, ended: bool) -> bool:
    """Whether a line begins by the name of a member of a type that is `in`, or by a name such as `in_`, where something
    ends with the line before. Behind a `)` nobody can tell whether it does.
    """
    before, token, after = tokens[index - 1 : index + 2]
    if token.text in ("in", "instanceof"):
        return before.text not in ("{", ",", ";", "(") and after.text in ("?", ":")
    return ended and before.text != ")" and re.match(r"in[\d_$]", token.text) is not None


def _ends_by_parameters(tokens: list[_Token], index: int, brackets: _Brackets) -> bool:
    """Whether a `<` opens what stands before parentheses: the type parameters of a function, or a cast."""
    behind = brackets.behind(index)
    return behind is not None and tokens[behind].text == "("


def _is_call_signature(tokens: list[_Token], index: int, brackets: _Brackets) -> bool:
    """Whether a `<` opens the type parameters of a signature: `<T>(x: T): T`."""
    behind = brackets.behind(index)
    if behind is None or tokens[behind].text != "(":
        return False
    behind = brackets.behind(behind)
    return behind is not None and tokens[behind].text == ":"


class _Brackets:
    """Where what a bracket opens ends. The work for a whole text is in proportion to it, however its brackets nest."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._steps_left = 100_000 + 20 * len(tokens)
        self._known: dict[int, int | None] = {}

    def behind(self, index: int) -> int | None:
        """The position behind what closes a bracket; None if that is far away, or too much was looked for."""
        if index not in self._known:
            self._known[index] = self._find(index)
        return self._known[index]

    def _find(self, index: int) -> int | None:
        opened: list[str] = []
        for position in range(index, min(index + _FARTHEST_SIGNATURE, len(self._tokens))):
            self._steps_left -= 1
            if self._steps_left < 0:
                return None
            text = self._tokens[position].text
            if text in _CLOSING:
                opened.append(_CLOSING[text])
            elif opened and text == opened[-1]:
                opened.pop()
                if not opened:
                    return position + 1
        return None


def _begins_operand(token: _Token) -> bool:
    """Whether a token that stands on the same line begins an operand, and nothing that stands behind types."""
    is_operand = token.kind == "text" or (token.kind == "word" and token.text not in _OPERATORS)
    return not token.after_line and (token.text in ("!", "~") or is_operand)


_SIGNS: Final = ("+", "-")
"""What begins an operand or stands between two: behind a `>`, where types could end, it begins one."""

_FARTHEST: Final = 100
"""How many tokens behind a `<` are looked at; type arguments are shorter."""

_FARTHEST_SIGNATURE: Final = 4000

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
_CLOSES: Final = (")", "]", "}", ";")
_OUTSIDE: Final = {">": (")", "]", "}", ";", "..."), "}": (")", "]")}
"""What cannot stand before what closes, directly inside of it."""

_NO_TYPES: Final = words("* / % ! ~ ^ ++ -- ?. instanceof await delete")
"""What stands in no types."""


_MODIFIERS: Final = words("static override abstract readonly")
"""Words before a member behind which the grammar knows no `accessor`."""


def _is_hidden(tokens: list[_Token], index: int) -> bool:
    """Whether a word is blanked: the grammar does not know it in this place."""
    before, token = tokens[index - 1 : index + 1]
    if token.text == "accessor":
        return before.text in _MODIFIERS
    if _is_type_of_module(tokens, index):
        return True
    return token.text in ("in", "out") and _is_variance(tokens, index)


def _is_accessor(after: _Token) -> bool:
    """Whether `accessor` stands before what may be the name of a member, and may be none itself."""
    return (after.kind in ("word", "text") or after.text == "[") and not after.after_line


def _is_variance(tokens: list[_Token], index: int) -> bool:
    """Whether `in` or `out` may stand before a type parameter: a name, behind which its list goes on or ends."""
    before, token, after = tokens[index - 1 : index + 2]
    opens = before.text in ("<", ",", "const") or (token.text == "out" and before.text == "in")
    name = index + 1
    if token.text == "in" and after.text == "out" and tokens[index + 2].kind == "word":
        name += 1
    is_name = tokens[name].kind == "word" and tokens[name].text not in ("extends", "in")
    return opens and is_name and tokens[name + 1].text in (",", ">", "extends", "=")


def _tokens(text: str, escapes: list[int]) -> Iterator[_Token]:
    """The tokens of a text. What a brace of a template closes is known by a stack. `escapes` get the places of the
    escape sequences in templates.
    """
    position, after_line, ended, last, is_in_cast = 0, True, False, "", False
    braces: list[bool] = []
    while position < len(text):
        pattern = None if ended else _PATTERN.match(text, position)
        found = pattern or _TOKEN.match(text, position)
        if found is None:
            break
        start, position = position, found.end()
        kind = "text" if pattern else found.lastgroup or "sign"
        written = found[0]
        if kind == "space":
            after_line = after_line or "\n" in written
            continue
        if written == "{":
            braces.append(False)
        closes = written == "}" and braces and braces.pop()
        if written == "`" or closes:
            rest = _TEMPLATE.match(text, position)
            position = len(text) if rest is None else rest.end()
            escapes += [sequence.start() for sequence in _ESCAPE.finditer(text, start, position)]
            is_open = rest is not None and rest[1] == "${"
            if is_open:
                braces.append(True)
            yield _Token("sign", "(" if is_open and not closes else "," if is_open else ")", start, after_line)
            ended, after_line = not is_open, False
            continue
        yield _Token(kind, written, start, after_line)
        after_line = False
        if written not in ("!", "++", "--"):
            is_in_cast = (ended and written in _CASTS) or (is_in_cast and _goes_on_in_cast(kind, written))
            is_name = not _is_prefix(written, ended) or last in (".", "?.") or (is_in_cast and written == "void")
            is_word = kind == "word" and is_name
            ended = is_word or kind == "text" or written in (")", "]", "}")
        last = written


def _goes_on_in_cast(kind: str, written: str) -> bool:
    """Whether the type of a cast may go on by a token."""
    if kind == "word":
        return written == "void" or written not in _PREFIXES
    return written in ("|", "&", "[", "]", ".")
