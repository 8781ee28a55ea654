"""Typed program to module."""

from plait.frontend.lower.program import lower_program

__all__ = ["lower_program"]
