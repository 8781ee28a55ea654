// Math.

class Math {
  static readonly E = 2.718281828459045;
  static readonly LN10 = 2.302585092994046;
  static readonly LN2 = 0.6931471805599453;
  static readonly LOG10E = 0.4342944819032518;
  static readonly LOG2E = 1.4426950408889634;
  static readonly PI = 3.141592653589793;
  static readonly SQRT1_2 = 0.7071067811865476;
  static readonly SQRT2 = 1.4142135623730951;

  static get [Symbol.toStringTag]() {
    return "Math";
  }

  static abs(x) {
    return $$FABS(toNumber(x));
  }

  static acos(x) {
    return $math_acos(toNumber(x));
  }

  static acosh(x) {
    return $math_acosh(toNumber(x));
  }

  static asin(x) {
    return $math_asin(toNumber(x));
  }

  static asinh(x) {
    return $math_asinh(toNumber(x));
  }

  static atan(x) {
    return $math_atan(toNumber(x));
  }

  static atan2(y, x) {
    const a = toNumber(y);
    return $math_atan2(a, toNumber(x));
  }

  static atanh(x) {
    return $math_atanh(toNumber(x));
  }

  static cbrt(x) {
    return $math_cbrt(toNumber(x));
  }

  static ceil(x) {
    return $$FCEIL(toNumber(x));
  }

  static clz32(x) {
    return $math_clz32(toNumber(x) | 0);
  }

  static cos(x) {
    return $math_cos(toNumber(x));
  }

  static cosh(x) {
    return $math_cosh(toNumber(x));
  }

  static exp(x) {
    return $math_exp(toNumber(x));
  }

  static expm1(x) {
    return $math_expm1(toNumber(x));
  }

  static floor(x) {
    return $$FFLOOR(toNumber(x));
  }

  static fround(x) {
    return $math_fround(toNumber(x));
  }

  static hypot(...values: $Length<2>) {
    return hypotenuse(values);
  }

  static imul(x, y) {
    const a = toNumber(x) | 0;
    return $$IMUL(a, toNumber(y) | 0);
  }

  static log(x) {
    return $math_log(toNumber(x));
  }

  static log10(x) {
    return $math_log10(toNumber(x));
  }

  static log1p(x) {
    return $math_log1p(toNumber(x));
  }

  static log2(x) {
    return $math_log2(toNumber(x));
  }

  static max(...values: $Length<2>) {
    let most = -Infinity;
    for (let i = 0; i < values.length; i++) most = $$FMAX(most, toNumber(values[i]));
    return most;
  }

  static min(...values: $Length<2>) {
    let least = Infinity;
    for (let i = 0; i < values.length; i++) least = $$FMIN(least, toNumber(values[i]));
    return least;
  }

  static pow(x, y) {
    const base = toNumber(x);
    return $$FPOW(base, toNumber(y));
  }

  static random() {
    return $random_next();
  }

  static round(x) {
    return $$FROUND(toNumber(x));
  }

  static sign(x) {
    return $$FSIGN(toNumber(x));
  }

  static sin(x) {
    return $math_sin(toNumber(x));
  }

  static sinh(x) {
    return $math_sinh(toNumber(x));
  }

  static sqrt(x) {
    return $$FSQRT(toNumber(x));
  }

  static tan(x) {
    return $math_tan(toNumber(x));
  }

  static tanh(x) {
    return $math_tanh(toNumber(x));
  }

  static trunc(x) {
    return $$FTRUNC(toNumber(x));
  }
}

// The root of the sum of squares; what a sum loses by rounding is taken off the next square.
function hypotenuse(values: $List): number {
  const sizes: $List = [];
  let most = 0;
  let hasNaN = false;
  for (let i = 0; i < values.length; i++) {
    const size = $$FABS(toNumber(values[i]));
    sizes.push(size);
    if (size !== size) hasNaN = true;
    else if (size > most) most = size;
  }
  if (most === Infinity) return Infinity;
  if (hasNaN) return NaN;
  if (most === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < sizes.length; i++) {
    const size: number = sizes[i];
    const part = size / most;
    const square = part * part - lost;
    const next = sum + square;
    lost = next - sum - square;
    sum = next;
  }
  return $$FSQRT(sum) * most;
}
