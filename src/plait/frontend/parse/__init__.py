"""Source text to syntax tree, through tree-sitter's TypeScript grammar."""

from plait.frontend.parse.program import parse_program

__all__ = ["parse_program"]
