"""From the text of a file to its tree."""

from plait.frontend.next.parse.program import parse_module

__all__ = ["parse_module"]
