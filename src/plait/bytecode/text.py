"""Texts of a module: strings of UTF-16 code units, held as Python strings that may contain lone surrogates."""

from __future__ import annotations


def encode_units(text: str) -> bytes:
    """The code units of a text, two bytes each, little endian."""
    return text.encode("utf-16-le", "surrogatepass")


def decode_units(units: bytes) -> str:
    """The text with these code units; the number of bytes must be even. Inverse of `encode_units` on normal texts."""
    return units.decode("utf-16-le", "surrogatepass")


def normalize_text(text: str) -> str:
    """The text in its one normal spelling: two surrogates that form a pair become the one character they stand for."""
    return text if text.isascii() else decode_units(encode_units(text))


def is_normal(text: str) -> bool:
    """Whether the text is its own normal spelling."""
    return normalize_text(text) == text
