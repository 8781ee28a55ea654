"""Source text → syntax tree, by tree-sitter's grammar."""

from plait.frontend.next.parse.program import parse_module

__all__ = ["parse_module"]
