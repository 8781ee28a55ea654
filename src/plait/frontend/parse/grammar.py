"""The grammar's tree of a text, which is mended where the grammar needs it, and what is wrong with the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Query, QueryCursor, Tree

from plait.frontend.parse.mend import Mended, mend
from plait.frontend.words import words

_LET_PATTERN: Final = re.compile(r"(\bfor\s+await\s*\(\s*)let(?=\s*\[)")
"""What the grammar takes for an index of a variable `let`; it is shown `var`."""

_LONE_ACCESSOR: Final = re.compile(r"\baccessor[ \t]*[\r\n]")
"""A field of this name, behind which the grammar goes on to the next line."""

_USING: Final = re.compile(r"\busing(?:\s+[^\W\d][\w$]*\s*[=:]|\s*\[)")
"""A declaration with `using`, or an element of a variable of that name."""

_NEW_NAME: Final = re.compile(r"\bnew\s+(?:as|satisfies)\b")
"""An instance of what has the name of an operator: the grammar takes `new` for a name."""

_TEMPLATE_OF_TYPES: Final = re.compile(r">\s*`")
"""A template behind what may be type arguments: the grammar takes them for comparisons."""

_IMPORTED: Final = re.compile(r"\b(?:as|satisfies)\s+import\s*\(")
"""A cast to an imported type, whose `import` the grammar takes for a name."""

_TEXTS: Final = words("string string_fragment template_string comment regex regex_pattern")
"""Nodes whose text is not code."""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Something that the grammar could make no sense of: a range of characters, and what to say of it."""

    start: int
    end: int
    message: str
    hint: str


@cache
def _language() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


@cache
def _doubtful() -> Query:
    """What the grammar often makes of comparisons: type arguments without a call; and of an arrow function whose line
    ends without `;` before brackets: a call.
    """
    call = "(call_expression function: (arrow_function body: (statement_block))) @found"
    index = "(subscript_expression object: (arrow_function body: (statement_block))) @found"
    return Query(_language(), f"(instantiation_expression) @found {call} {index}")


def grammar_tree(text: str) -> tuple[Tree, Mended | None]:
    """The tree of a text, and the mended text if the tree is of that.

    The grammar has its own idea of `using`, which it takes for a part of an assignment, and of `accessor`.
    """
    tree = _tree(text)
    root = tree.root_node
    is_odd = "using" in text or ("accessor" in text and _LONE_ACCESSOR.search(text) is not None)
    is_odd = is_odd or any(pattern.search(text) is not None for pattern in (_NEW_NAME, _TEMPLATE_OF_TYPES, _IMPORTED))
    is_doubtful = root.has_error or is_odd
    if not is_doubtful and not QueryCursor(_doubtful()).matches(root):
        return tree, None
    mended = mend(text)
    other = _tree(mended.text)
    return (tree, None) if other.root_node.has_error and not root.has_error else (other, mended)


def _tree(text: str) -> Tree:
    shown = _LET_PATTERN.sub(r"\1var", text) if "await" in text else text
    return Parser(_language()).parse(shown.encode(errors="surrogatepass"))


def errors(root: Node) -> Iterator[Node]:
    """The outermost nodes that the grammar could not make sense of, in the order of the text."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            pending.extend(reversed(node.children))


def fault_of(node: Node, text: str, start: int, end: int) -> SyntaxFault:
    """What to say of such a node, which has a range of a text."""
    if node.is_missing:
        return SyntaxFault(start, min(start + 1, len(text)), f"`{node.type}` is missing here", "")
    line = text[start:end].split("\n")[0].strip()
    shown = line if len(line) <= 30 else line[:27] + "..."
    hint = "look here and just before for something missing or superfluous"
    return SyntaxFault(start, start + max(1, len(line)), f"syntax error at `{shown}`", hint)


def hidden_in_code(root: Node, text: str, hidden: Iterable[int]) -> Iterator[SyntaxFault]:
    """What to say of offsets at which something was hidden from the grammar, but not of those inside of texts."""
    position = byte = 0
    for start in sorted(hidden):
        byte += len(text[position:start].encode(errors="surrogatepass"))
        position = start
        node = root.descendant_for_byte_range(byte, byte + 1)
        if node is None or node.type not in _TEXTS:
            yield SyntaxFault(start, start + 2, "syntax error", "leave this out")
