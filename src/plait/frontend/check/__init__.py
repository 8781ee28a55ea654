"""Syntax tree to typed program: names, types, narrowing, paths."""

from plait.frontend.check.program import check_program

__all__ = ["check_program"]
