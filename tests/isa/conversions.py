"""Conversions between numbers."""

from math import inf, nan

from .cases import joined, operation, refused_operands

NO_INT = "RangeError: the number is not an int"
NO_LONG = "RangeError: the number is not a long"
NO_INDEX = "RangeError: array index is not an integer from 0 to 2147483647"

CASES = joined(
    operation("I32_TO_F64", -(2**31), value=-(2.0**31)),
    operation("U32_TO_F64", -1, value=2.0**32 - 1),
    operation("U32_TO_F64", -(2**31), value=2.0**31),
    operation("U32_TO_F64", 2**31 - 1, value=2.0**31 - 1),
    operation("F64_TO_I32", 2.0**31 - 1, value=2**31 - 1),
    *(operation("F64_TO_I32", number, thrown=NO_INT) for number in (0.5, 2.0**31, -0.0, nan, -inf)),
    operation("F64_TO_I32_WRAP", 2.0**32 + 5.9, value=5),
    operation("F64_TO_I32_WRAP", -2147483649.0, value=2**31 - 1),
    operation("F64_TO_I32_WRAP", 1e300, value=0),
    operation("F64_TO_I32_WRAP", nan, value=0),
    operation("I32_TO_I64", -(2**31), value=-(2**31)),
    operation("I64_TO_I32", -(2**31), value=-(2**31)),
    *(operation("I64_TO_I32", number, thrown=NO_INT) for number in (2**31, -(2**31) - 1, 2**32)),
    operation("I64_TO_I32_WRAP", 2**32 - 1, value=-1),
    operation("I64_TO_I32_WRAP", -(2**40) + 5, value=5),
    operation("I64_TO_F64", 2**53 + 1, value=2.0**53),
    operation("I64_TO_F64", -(2**63), value=-(2.0**63)),
    operation("F64_TO_I64", -(2.0**63), value=-(2**63)),
    operation("F64_TO_I64", -0.0, value=0),
    *(operation("F64_TO_I64", number, thrown=NO_LONG) for number in (0.5, 2.0**63, -(2.0**64), nan, inf)),
    operation("F64_TO_INDEX", 7.0, value=7),
    operation("F64_TO_INDEX", -0.0, value=0),
    *(operation("F64_TO_INDEX", number, thrown=NO_INDEX) for number in (0.5, 2.0**31, nan, inf)),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
