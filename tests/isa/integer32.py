"""i32 arithmetic, bits and comparison, and bools."""

from .cases import joined, operation, refused_operands

LOW, HIGH = -(2**31), 2**31 - 1
ZERO = "RangeError: division by zero"
OVER = "RangeError: integer overflow: the result does not fit an int"
NO_INT = "RangeError: the number is not an int"

CASES = joined(
    operation("IADD", 2, 3, value=5),
    operation("IADD", HIGH, 1, value=LOW),
    operation("ISUB", 2, 3, value=-1),
    operation("ISUB", LOW, 1, value=HIGH),
    operation("IMUL", -4, 5, value=-20),
    operation("IMUL", 65537, 65537, value=131073),
    operation("IDIV", -7, 2, value=-3),
    operation("IDIV", LOW, -1, value=LOW),
    operation("IDIV", 1, 0, thrown=ZERO),
    operation("IREM", -7, 2, value=-1),
    operation("IREM", LOW, -1, value=0),
    operation("IREM", 1, 0, thrown=ZERO),
    operation("INEG", 5, value=-5),
    operation("INEG", LOW, value=LOW),
    operation("IADD_EXACT", HIGH, 0, value=HIGH),
    operation("IADD_EXACT", HIGH, 1, thrown=OVER),
    operation("ISUB_EXACT", LOW, 0, value=LOW),
    operation("ISUB_EXACT", LOW, 1, thrown=OVER),
    operation("IMUL_EXACT", -65536, 32768, value=LOW),
    operation("IMUL_EXACT", 65536, 32768, thrown=OVER),
    operation("INEG_EXACT", HIGH, value=-HIGH),
    operation("INEG_EXACT", LOW, thrown=OVER),
    operation("IREM_EXACT", 7, -2, value=1),
    operation("IREM_EXACT", 7, -1, value=0),
    operation("IREM_EXACT", -7, -2, value=-1),
    operation("IREM_EXACT", 7, 0, thrown=NO_INT),
    operation("IREM_EXACT", -8, 2, thrown=NO_INT),
    operation("IREM_EXACT", LOW, -1, thrown=NO_INT),
    operation("IAND", -2, 7, value=6),
    operation("IOR", -8, 5, value=-3),
    operation("IXOR", -1, 5, value=-6),
    operation("INOT", 5, value=-6),
    operation("ISHL", 3, 33, value=6),
    operation("ISHL", 1, 31, value=LOW),
    operation("ISHR", -8, 1, value=-4),
    operation("ISHR", -8, -31, value=-4),
    operation("IUSHR", -1, 28, value=15),
    operation("IUSHR", -1, 32, value=-1),
    operation("ILT", LOW, HIGH, value=True),
    operation("ILT", 3, 3, value=False),
    operation("ILE", 3, 3, value=True),
    operation("ILE", 4, 3, value=False),
    operation("IGT", HIGH, LOW, value=True),
    operation("IGT", 3, 3, value=False),
    operation("IGE", 3, 3, value=True),
    operation("IGE", -1, 0, value=False),
    operation("IEQ", -1, -1, value=True),
    operation("IEQ", -1, 1, value=False),
    operation("INE", -1, 1, value=True),
    operation("INE", 0, 0, value=False),
    operation("BNOT", True, value=False),
    operation("BNOT", False, value=True),
    operation("BEQ", True, True, value=True),
    operation("BEQ", True, False, value=False),
    operation("BNE", True, False, value=True),
    operation("BNE", False, False, value=False),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
