"""i64 arithmetic, bits and comparison."""

from .cases import gives, joined, operation, refused_operands

LOW, HIGH = -(2**63), 2**63 - 1
ZERO = "RangeError: division by zero"
OVER = "RangeError: integer overflow: the result does not fit a long"

CASES = joined(
    operation("LADD", 2**40, 3, value=2**40 + 3),
    operation("LADD", HIGH, 1, value=LOW),
    operation("LSUB", 2, 3, value=-1),
    operation("LSUB", LOW, 1, value=HIGH),
    operation("LMUL", -(2**40), 5, value=-5 * 2**40),
    operation("LMUL", 2**32 + 1, 2**32 + 1, value=2**33 + 1),
    operation("LDIV", -7, 2, value=-3),
    operation("LDIV", LOW, -1, value=LOW),
    operation("LDIV", 1, 0, thrown=ZERO),
    operation("LREM", -7, 2, value=-1),
    operation("LREM", LOW, -1, value=0),
    operation("LREM", 1, 0, thrown=ZERO),
    operation("LNEG", 5, value=-5),
    operation("LNEG", LOW, value=LOW),
    operation("LADD_EXACT", HIGH, 0, value=HIGH),
    operation("LADD_EXACT", HIGH, 1, thrown=OVER),
    operation("LSUB_EXACT", LOW, 0, value=LOW),
    operation("LSUB_EXACT", LOW, 1, thrown=OVER),
    operation("LMUL_EXACT", -(2**32), 2**31, value=LOW),
    operation("LMUL_EXACT", 2**32, 2**31, thrown=OVER),
    operation("LNEG_EXACT", HIGH, value=-HIGH),
    operation("LNEG_EXACT", LOW, thrown=OVER),
    operation("LAND", -2, 7, value=6),
    operation("LOR", -8, 2**40, value=-8),
    operation("LXOR", -1, 5, value=-6),
    operation("LNOT", 2**40, value=-(2**40) - 1),
    operation("LSHL", 3, 65, value=6),
    operation("LSHL", 1, 63, value=LOW),
    operation("LSHR", -8, 1, value=-4),
    operation("LSHR", -8, -63, value=-4),
    operation("LUSHR", -1, 60, value=15),
    operation("LUSHR", -1, 64, value=-1),
    operation("LLT", LOW, HIGH, value=True),
    operation("LLT", 3, 3, value=False),
    operation("LLE", 3, 3, value=True),
    operation("LLE", 2**40, 3, value=False),
    operation("LGT", HIGH, LOW, value=True),
    operation("LGT", 3, 3, value=False),
    operation("LGE", 3, 3, value=True),
    operation("LGE", -1, 0, value=False),
    operation("LEQ", -(2**40), -(2**40), value=True),
    operation("LEQ", 1, 2**32 + 1, value=False),
    operation("LNE", 1, 2**32 + 1, value=True),
    operation("LNE", HIGH, HIGH, value=False),
    *(gives("I64_TO_STRING", f"CONST_I64 {value} | I64_TO_STRING", str(value)) for value in (0, -7, LOW, HIGH)),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
