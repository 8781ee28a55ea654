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


@cache
def _refused() -> Query:
    """Forms that the first front end takes nowhere."""
    return Query(_language(), " ".join(f"{form} @found" for form in _REFUSED))


_REFUSED: Final = (
    "(type_parameters)",
    "(generator_function)",
    "(generator_function_declaration)",
    "(regex)",
    "(index_signature)",
    "(decorator)",
    "(class)",
    "(variable_declaration)",
    "(satisfies_expression)",
    "(template_literal_type)",
    "(readonly_type)",
    "(lookup_type)",
    "(conditional_type)",
    "(type_query)",
    "(type_predicate)",
    "(intersection_type)",
    "(constructor_type)",
    "(literal_type [(string) (number) (true) (false)])",
    '(predefined_type "any")',
    '(as_expression "const")',
    '(binary_expression ["==" "!=" "in"])',
    '(unary_expression "delete")',
)
"""Frequent ones, in the language of the grammar's queries."""


def has_refused_form(tree: Tree) -> bool:
    """Whether a text is for the second front end, which its forms tell. The beginning of the text mostly suffices."""
    root = tree.root_node
    for end in (_BEGINNING, root.end_byte):
        cursor = QueryCursor(_refused())
        cursor.set_byte_range(0, end)
        if cursor.captures(root):
            return True
    return False


_BEGINNING: Final = 1 << 13


def grammar_tree(text: str) -> Tree | None:
    """The tree of a text; None if the grammar cannot read it, or may have read it otherwise than TypeScript."""
    if _DOUBTFUL_TEXT.search(text) is not None:
        return None
    tree = Parser(_language()).parse(text.encode(errors="surrogatepass"))
    root = tree.root_node
    return None if root.has_error or QueryCursor(_doubtful()).matches(root) else tree
