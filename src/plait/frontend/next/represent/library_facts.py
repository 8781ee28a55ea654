"""What the library's functions give, as far as it decides how values are held."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.represent.held import Held

N, B, S = Held.NUMBER, Held.BOOLEAN, Held.STRING

_MATH: Final = (
    "abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 "
    "log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc"
)
_TEXTS: Final = (
    "charAt slice substring substr trim trimStart trimEnd toUpperCase toLowerCase padStart padEnd repeat concat "
    "replace replaceAll toString"
)

FUNCTIONS: Final[dict[str, Held]] = {
    "Number": N,
    "String": S,
    "Boolean": B,
    "parseInt": N,
    "parseFloat": N,
    "isNaN": B,
    "isFinite": B,
}
"""Global functions, called without `new`."""

STATIC_FUNCTIONS: Final[dict[str, dict[str, Held]]] = {
    "Math": dict.fromkeys(_MATH.split(), N),
    "Number": {
        "isInteger": B,
        "isSafeInteger": B,
        "isFinite": B,
        "isNaN": B,
        "parseInt": N,
        "parseFloat": N,
    },
    "Array": {"isArray": B},
    "Object": {"is": B, "hasOwn": B, "isFrozen": B},
    "String": {"fromCharCode": S, "fromCodePoint": S},
}

MATH_CONSTANTS: Final = {"PI", "E", "LN2", "LN10", "LOG2E", "LOG10E", "SQRT2", "SQRT1_2"}

STRING_METHODS: Final[dict[str, Held]] = {
    "charCodeAt": N,
    "indexOf": N,
    "lastIndexOf": N,
    "localeCompare": N,
    "includes": B,
    "startsWith": B,
    "endsWith": B,
    **dict.fromkeys(_TEXTS.split(), S),
}
"""Methods of texts that are known to be texts."""
