"""f64 arithmetic and comparison."""

from math import inf, nan

from .cases import joined, operation, refused_operands

CASES = joined(
    operation("FMIN", 1.0, -2.0, value=-2.0),
    operation("FMIN", 0.0, -0.0, value=-0.0),
    operation("FMIN", -inf, nan, value=nan),
    operation("FMAX", 1.0, -2.0, value=1.0),
    operation("FMAX", -0.0, 0.0, value=0.0),
    operation("FMAX", nan, inf, value=nan),
    *(
        operation("FROUND", number, value=value)
        for number, value in (
            (2.5, 3.0),
            (-2.5, -2.0),
            (-0.5, -0.0),
            (0.49999999999999994, 0.0),
            (-0.50000000000000011, -1.0),
            (4503599627370497.0, 4503599627370497.0),
            (-inf, -inf),
            (nan, nan),
        )
    ),
    operation("FSIGN", -3.5, value=-1.0),
    operation("FSIGN", inf, value=1.0),
    operation("FSIGN", -0.0, value=-0.0),
    operation("FSIGN", nan, value=nan),
    operation("FADD", 0.1, 0.2, value=0.1 + 0.2),
    operation("FADD", inf, -inf, value=nan),
    operation("FSUB", 0.0, 0.0, value=0.0),
    operation("FSUB", -0.0, 0.0, value=-0.0),
    operation("FMUL", -0.0, 5.0, value=-0.0),
    operation("FMUL", 1e308, 10.0, value=inf),
    operation("FDIV", 1.0, 0.0, value=inf),
    operation("FDIV", 0.0, 0.0, value=nan),
    operation("FREM", -7.5, 2.0, value=-1.5),
    operation("FREM", -4.0, 2.0, value=-0.0),
    operation("FREM", 1.0, 0.0, value=nan),
    operation("FREM", 5.0, inf, value=5.0),
    operation("FPOW", 2.0, 10.0, value=1024.0),
    operation("FPOW", 1.0, inf, value=nan),
    operation("FPOW", -8.0, 0.5, value=nan),
    operation("FNEG", 0.0, value=-0.0),
    operation("FNEG", -1.5, value=1.5),
    operation("FABS", -0.0, value=0.0),
    operation("FABS", -inf, value=inf),
    operation("FSQRT", 2.0, value=2.0**0.5),
    operation("FSQRT", -1.0, value=nan),
    operation("FFLOOR", -1.5, value=-2.0),
    operation("FCEIL", -0.5, value=-0.0),
    operation("FTRUNC", -1.5, value=-1.0),
    operation("FLT", 1.0, 2.0, value=True),
    operation("FLT", nan, 2.0, value=False),
    operation("FLE", 2.0, 2.0, value=True),
    operation("FLE", 2.0, nan, value=False),
    operation("FGT", 2.0, 1.0, value=True),
    operation("FGT", nan, nan, value=False),
    operation("FGE", -0.0, 0.0, value=True),
    operation("FGE", nan, 0.0, value=False),
    operation("FEQ", 0.0, -0.0, value=True),
    operation("FEQ", nan, nan, value=False),
    operation("FNE", nan, nan, value=True),
    operation("FNE", 1.0, 1.0, value=False),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
