"""Normal forms of Unicode."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import Any


def normal_form(text: str, form: Any) -> str:
    """The text in a normal form, in time that is linear in its length.

    `unicodedata` alone takes time that is quadratic in the number of accents that stand in one place, for it puts them
    in order by exchanging neighbours. So they are put in order first.
    """
    decomposed = "".join(map(partial(unicodedata.normalize, "NFKD" if "K" in form else "NFD"), text))
    return unicodedata.normalize(form, _in_order(decomposed))


def _in_order(text: str) -> str:
    """With the accents of each letter in the order of their classes."""
    done: list[str] = []
    accents: list[str] = []
    for character in text:
        if unicodedata.combining(character):
            accents.append(character)
            continue
        if accents:
            done.extend(sorted(accents, key=unicodedata.combining))
            accents.clear()
        done.append(character)
    done.extend(sorted(accents, key=unicodedata.combining))
    return "".join(done)
