"""The tree of a text by tree-sitter's grammar, if it is to be trusted.

The grammar takes some words for keywords where they are names, knows some forms of TypeScript not at all, and reads
others as something else (comparisons as type arguments). What it may have read otherwise than TypeScript is left to the
second front end, which has a parser of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import tree_sitter_typescript
from tree_sitter import Language, Parser, Query, QueryCursor, Tree

_DOUBTFUL_TEXT: Final = re.compile(
    r"\busing(?:\s+[^\W\d][\w$]*\s*[=:]|\s*\[)"  # A declaration, which the grammar takes for an assignment.
    r"|\baccessor[ \t]*[\r\n]"  # A field, behind which the grammar goes on to the next line.
    r"|\bnew\s+(?:as|satisfies)\b"  # `new` is taken for a name.
    r"|>\s*`"  # Type arguments before a template are taken for comparisons.
    r"|\b(?:as|satisfies)\s+import\s*\("  # `import` is taken for a name.
)


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


def grammar_tree(text: str) -> Tree | None:
    """The tree of a text; None if the grammar cannot read it, or may have read it otherwise than TypeScript."""
    if _DOUBTFUL_TEXT.search(text) is not None:
        return None
    tree = Parser(_language()).parse(text.encode(errors="surrogatepass"))
    root = tree.root_node
    return None if root.has_error or QueryCursor(_doubtful()).matches(root) else tree
