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

  static {
    $property_define(Math, symbolToStringTag, "Math", IS_CONFIGURABLE);
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

  static f16round(x) {
    return $math_f16round(toNumber(x));
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

  static sumPrecise(items) {
    return preciseSum(items);
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

// The exact sum of numbers, rounded once: numbers that do not overlap and whose sum is that of all so far (J. R. Shewchuk,
// "Adaptive Precision Floating-Point Arithmetic", 1997). What goes beyond the greatest number is counted in units of 2 ** 1024.

const HALF_OF_LIMIT = 8.98846567431158e307;
const LAST_PLACE_OF_GREATEST = 1.99584030953472e292;

const SUM_IS_MINUS_ZERO = 0;
const SUM_IS_FINITE = 1;
const SUM_IS_INFINITY = 2;
const SUM_IS_MINUS_INFINITY = 3;
const SUM_IS_NAN = 4;

function preciseSum(items): number {
  if (items === undefined || items === null) throw new TypeError(describe(items) + " is not iterable");
  const parts: $List = [];
  let beyond = 0;
  let state = SUM_IS_MINUS_ZERO;
  const it = iterator(items);
  let item = step(it);
  while (!$value_isAbsent(item)) {
    if (typeof item !== "number") {
      closeAfterError(it);
      throw new TypeError("Math.sumPrecise: " + describe(item) + " is not a number");
    }
    const x: number = item;
    if (state !== SUM_IS_NAN) {
      if (x !== x) state = SUM_IS_NAN;
      else if (x === Infinity) state = state === SUM_IS_MINUS_INFINITY ? SUM_IS_NAN : SUM_IS_INFINITY;
      else if (x === -Infinity) state = state === SUM_IS_INFINITY ? SUM_IS_NAN : SUM_IS_MINUS_INFINITY;
      else if (!(x === 0 && 1 / x < 0) && state <= SUM_IS_FINITE) {
        state = SUM_IS_FINITE;
        beyond += addExactly(parts, x);
      }
    }
    item = step(it);
  }
  if (state === SUM_IS_MINUS_ZERO) return -0;
  if (state === SUM_IS_INFINITY) return Infinity;
  if (state === SUM_IS_MINUS_INFINITY) return -Infinity;
  return state === SUM_IS_NAN ? NaN : roundedSum(parts, beyond);
}

// What the sum of two numbers, the greater one first, loses by rounding.
function lostBySum(greater: number, smaller: number, sum: number): number {
  return smaller - (sum - greater);
}

// Adds a number to the parts; gives how many units of 2 ** 1024 have to be added besides.
function addExactly(parts: $List, added: number): number {
  let beyond = 0;
  let x = added;
  let used = 0;
  for (let i = 0; i < parts.length; i++) {
    let y: number = parts[i];
    if ($$FABS(x) < $$FABS(y)) {
      const other = x;
      x = y;
      y = other;
    }
    let sum = x + y;
    if ($$FABS(sum) === Infinity) {
      const sign = sum > 0 ? 1 : -1;
      beyond += sign;
      x = x - sign * HALF_OF_LIMIT - sign * HALF_OF_LIMIT;
      if ($$FABS(x) < $$FABS(y)) {
        const other = x;
        x = y;
        y = other;
      }
      sum = x + y;
    }
    const lost = lostBySum(x, y, sum);
    if (lost !== 0) {
      parts[used] = lost;
      used++;
    }
    x = sum;
  }
  $list_setLength(parts, used);
  if (x !== 0) parts.push(x);
  return beyond;
}

function roundedSum(parts: $List, beyond: number): number {
  let n = parts.length - 1;
  let sum = 0;
  let lost = 0;
  if (beyond !== 0) {
    const next: number = n >= 0 ? parts[n] : 0;
    n--;
    const sign = beyond > 0 ? 1 : -1;
    if ($$FABS(beyond) > 1 || sign * next > 0) return sign * Infinity;
    sum = beyond * HALF_OF_LIMIT + next / 2;
    lost = lostBySum(beyond * HALF_OF_LIMIT, next / 2, sum) * 2;
    if ($$FABS(2 * sum) === Infinity) {
      const isBelow = $$FABS(sum) === HALF_OF_LIMIT && sign * lost === -LAST_PLACE_OF_GREATEST / 2 && n >= 0 && sign * parts[n] < 0;
      return isBelow ? sign * 1.7976931348623157e308 : sign * Infinity;
    }
    if (lost !== 0) {
      n++;
      parts[n] = lost;
      lost = 0;
    }
    sum = 2 * sum;
  }
  while (n >= 0) {
    const x = sum;
    const y: number = parts[n];
    n--;
    sum = x + y;
    lost = lostBySum(x, y, sum);
    if (lost !== 0) break;
  }
  // A half that is lost is rounded to even above; the parts below may say that it is more than a half.
  if (n >= 0 && ((lost < 0 && parts[n] < 0) || (lost > 0 && parts[n] > 0))) {
    const doubled = lost * 2;
    const other = sum + doubled;
    if (doubled === other - sum) sum = other;
  }
  return sum;
}
