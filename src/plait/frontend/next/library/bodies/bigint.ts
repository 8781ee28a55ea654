// BigInt, and arithmetic on bigints. Natives do what takes little time; the rest is taken apart here.

const PIECE_BITS = 8192;
const DIGITS_AT_ONCE = 1024;

class BigInt {
  constructor(value) {
    if (isNewOf(this, KIND_BIGINT)) throw new TypeError("BigInt is not a constructor");
    const x = toPrimitive(value, "number");
    if (typeof x !== "number") return toBigInt(x);
    const made = $bigint_ofNumber(x);
    if ($value_isAbsent(made)) {
      const text = $$F64_TO_STRING(x);
      throw new RangeError("The number " + text + " cannot be converted to a BigInt because it is not an integer");
    }
    return made;
  }

  static asIntN(bits, value) {
    const count = bitCountOf(bits);
    const big = toBigInt(value);
    if (count === 0) return bigintOf(0);
    const low = lowBits(big, count);
    if ($bigint_size(low) < count) return low;
    return $bigint_sum(low, $bigint_shift(bigintOf(1), count), true);
  }

  static asUintN(bits, value) {
    const count = bitCountOf(bits);
    return lowBits(toBigInt(value), count);
  }

  toString(radix?) {
    const value = primitiveThis(this, KIND_BIGINT, "BigInt.prototype.toString");
    const base = radix === undefined ? 10 : toInteger(radix);
    if (base < 2 || base > 36) throw new RangeError("toString() radix must be between 2 and 36");
    return bigintText(value, base);
  }

  toLocaleString(locales?, options?) {
    const value = primitiveThis(this, KIND_BIGINT, "BigInt.prototype.toLocaleString");
    requireEnglish(locales);
    const digits = grouped(bigintText($bigint_isNegative(value) ? $bigint_negate(value) : value, 10));
    return $bigint_isNegative(value) ? "-" + digits : digits;
  }

  valueOf() {
    return primitiveThis(this, KIND_BIGINT, "BigInt.prototype.valueOf");
  }

  static {
    $property_define(BigInt.prototype, symbolToStringTag, "BigInt", IS_CONFIGURABLE);
  }

  $toText() {
    return bigintText(this, 10);
  }

  static {
    $intrinsic_setPrototype(KIND_BIGINT, getProperty(BigInt, "prototype"));
  }
}

function bitCountOf(bits): number {
  const count = toInteger(bits);
  if (!(count >= 0 && count <= 9007199254740991)) throw new RangeError("Invalid value: not (convertible to) a safe integer");
  return count;
}

function bigintOf(value: number): any {
  return $bigint_ofNumber(value);
}

// The lowest bits of a bigint, as a number without sign.
function lowBits(big, count: number): any {
  if ($bigint_size(big) <= count && !$bigint_isNegative(big)) return big;
  if (count > 1073741823) tooLargeBigint();
  return $bigint_bits(big, $bigint_sum($bigint_shift(bigintOf(1), count), bigintOf(1), true), 0);
}

function tooLargeBigint(): void {
  throw new RangeError("Maximum BigInt size exceeded");
}

function toBigInt(value): any {
  const x = toPrimitive(value, "number");
  const kind = $value_kind(x);
  if (kind === KIND_BIGINT) return x;
  if (kind === 2) return bigintOf(x ? 1 : 0);
  if (kind === 4) {
    const made = bigintOfText(x);
    if (made === undefined) throw new SyntaxError("Cannot convert " + x + " to a BigInt");
    return made;
  }
  if (kind === KIND_SYMBOL) throw new TypeError("Cannot convert " + symbolText(x) + " to a BigInt");
  throw new TypeError("Cannot convert " + $dynamic_toText(x) + " to a BigInt");
}

// The bigint that a text says; undefined when it says none.
function bigintOfText(given: string): any {
  const text = $string_trim(given);
  if (text === "") return bigintOf(0);
  const second = text.length > 2 ? $$STRING_CHAR_CODE_AT(text, 1) | 32 : 0;
  if ($$STRING_CHAR_CODE_AT(text, 0) === 48 && (second === 120 || second === 111 || second === 98)) {
    return bigintOfDigits(text, 2, text.length, second === 120 ? 16 : second === 111 ? 8 : 2);
  }
  const sign = $$STRING_CHAR_CODE_AT(text, 0);
  const size = bigintOfDigits(text, sign === 45 || sign === 43 ? 1 : 0, text.length, 10);
  return size !== undefined && sign === 45 ? $bigint_negate(size) : size;
}

function bigintOfDigits(text: string, start: number, end: number, radix: number): any {
  const count = end - start;
  if (count <= DIGITS_AT_ONCE) {
    const made = $bigint_ofDigits(text, start, end, radix);
    return $value_isAbsent(made) ? undefined : made;
  }
  const behind = $$FTRUNC(count / 2);
  const upper = bigintOfDigits(text, start, end - behind, radix);
  if (upper === undefined) return undefined;
  const lower = bigintOfDigits(text, end - behind, end, radix);
  if (lower === undefined) return undefined;
  return $bigint_sum(multiplyBig(upper, powerOf(bigintOf(radix), behind)), lower, false);
}

const bigintLiterals = $table_new();

function bigintLiteral(text: string): any {
  const known = $table_get(bigintLiterals, text);
  if (!$value_isAbsent(known)) return known;
  const made = bigintOfDigits(text, 0, text.length, 10);
  $table_set(bigintLiterals, text, made);
  return made;
}

function bigintText(big, radix: number): string {
  const text = $bigint_toText(big, radix);
  if (!$value_isAbsent(text)) return text;
  if ($bigint_isNegative(big)) return "-" + bigintText($bigint_negate(big), radix);
  const powers: $List = [];
  let power = powerOf(bigintOf(radix), DIGITS_AT_ONCE);
  const size = $bigint_size(big);
  while (2 * $bigint_size(power) - 1 <= size) {
    powers.push(power);
    power = multiplyBig(power, power);
  }
  powers.push(power);
  const digits: string = digitsOfPieces(big, powers, powers.length - 1, radix);
  let start = 0;
  while (start < digits.length - 1 && $$STRING_CHAR_CODE_AT(digits, start) === 48) start++;
  return $string_slice(digits, start, digits.length);
}

// The digits of a bigint below the square of a power: twice as many as that says.
function digitsOfPieces(big, powers: $List, at: number, radix: number): string {
  if (at < 0) return $string_padStart($bigint_toText(big, radix), DIGITS_AT_ONCE, "0");
  const parts = divideBig(big, powers[at]);
  return digitsOfPieces(parts[0], powers, at - 1, radix) + digitsOfPieces(parts[1], powers, at - 1, radix);
}

// Whole products, by Karatsuba's way when they are long.
function multiplyBig(a, b): any {
  const product = $bigint_product(a, b);
  if (!$value_isAbsent(product)) return product;
  if ($bigint_isNegative(a)) return $bigint_negate(multiplyBig($bigint_negate(a), b));
  if ($bigint_isNegative(b)) return $bigint_negate(multiplyBig(a, $bigint_negate(b)));
  const sizeA = $bigint_size(a);
  const sizeB = $bigint_size(b);
  if (sizeA < sizeB) return multiplyBig(b, a);
  const half = 64 * $$FCEIL(sizeA / 128);
  const lowA = $bigint_piece(a, 0, half);
  const highA = $bigint_shift(a, -half);
  if (sizeB <= half) {
    return $bigint_sum($bigint_shift(multiplyBig(highA, b), half), multiplyBig(lowA, b), false);
  }
  const lowB = $bigint_piece(b, 0, half);
  const highB = $bigint_shift(b, -half);
  const high = multiplyBig(highA, highB);
  const low = multiplyBig(lowA, lowB);
  const both = multiplyBig($bigint_sum(highA, lowA, false), $bigint_sum(highB, lowB, false));
  const middle = $bigint_sum($bigint_sum(both, high, true), low, true);
  const upper = $bigint_sum($bigint_shift(high, half), middle, false);
  return $bigint_sum($bigint_shift(upper, half), low, false);
}

// Quotient and rest of what is not below zero, by halves when that is long (Burnikel's and Ziegler's way).
function divideBig(a, b): $List {
  const quotient = $bigint_quotient(a, b, false);
  if (!$value_isAbsent(quotient)) return [quotient, $bigint_sum(a, multiplyBig(quotient, b), true)];
  const size = $bigint_size(b);
  const pieces = $$FCEIL($bigint_size(a) / size);
  let rest = bigintOf(0);
  let whole = bigintOf(0);
  for (let i = pieces - 1; i >= 0; i--) {
    const next = $bigint_sum($bigint_shift(rest, size), bitsFrom(a, i * size, size), false);
    const parts = divideTwice(next, b, size);
    whole = $bigint_sum($bigint_shift(whole, size), parts[0], false);
    rest = parts[1];
  }
  return [whole, rest];
}

function bitsFrom(a, start: number, count: number): any {
  const shifted = $bigint_shift(a, -start);
  return $bigint_size(shifted) <= count ? shifted : $bigint_sum(shifted, $bigint_shift($bigint_shift(shifted, -count), count), true);
}

// A number below `b` times 2 to `size`, divided by `b`, which has `size` bits.
function divideTwice(a, b, size: number): $List {
  if (size <= PIECE_BITS) {
    const quotient = $bigint_quotient(a, b, false);
    if (!$value_isAbsent(quotient)) return [quotient, $bigint_quotient(a, b, true)];
  }
  if (size % 2 === 1) {
    const parts = divideTwice($bigint_shift(a, 1), $bigint_shift(b, 1), size + 1);
    return [parts[0], $bigint_shift(parts[1], -1)];
  }
  const half = size / 2;
  const high = $bigint_shift(b, -half);
  const low = bitsFrom(b, 0, half);
  const first = divideThree($bigint_shift(a, -size), bitsFrom(a, half, half), b, high, low, half);
  const second = divideThree(first[1], bitsFrom(a, 0, half), b, high, low, half);
  return [$bigint_sum($bigint_shift(first[0], half), second[0], false), second[1]];
}

// Three pieces of `size` bits, the first two in one, divided by two.
function divideThree(upper, lower, b, high, low, size: number): $List {
  let quotient;
  let rest;
  if ($bigint_shift(upper, -size) === high) {
    quotient = $bigint_sum($bigint_shift(bigintOf(1), size), bigintOf(1), true);
    rest = $bigint_sum($bigint_sum(upper, $bigint_shift(high, size), true), high, false);
  } else {
    const parts = divideTwice(upper, high, size);
    quotient = parts[0];
    rest = parts[1];
  }
  rest = $bigint_sum($bigint_sum($bigint_shift(rest, size), lower, false), multiplyBig(quotient, low), true);
  while ($bigint_isNegative(rest)) {
    quotient = $bigint_sum(quotient, bigintOf(1), true);
    rest = $bigint_sum(rest, b, false);
  }
  return [quotient, rest];
}

function quotientBig(a, b, isRest: boolean): any {
  const known = $bigint_quotient(a, b, isRest);
  if (!$value_isAbsent(known)) return known;
  const isNegative = $bigint_isNegative(a);
  const parts = divideBig(isNegative ? $bigint_negate(a) : a, $bigint_isNegative(b) ? $bigint_negate(b) : b);
  const result = parts[isRest ? 1 : 0];
  return (isRest ? isNegative : isNegative !== $bigint_isNegative(b)) ? $bigint_negate(result) : result;
}

function powerBig(a, b): any {
  if ($bigint_isNegative(b)) throw new RangeError("Exponent must be non-negative");
  if ($bigint_size(a) <= 1) {
    // 0, 1 and -1.
    if ($bigint_size(b) === 0) return bigintOf(1);
    return $bigint_isNegative(a) && $bigint_size($bigint_bits(b, bigintOf(1), 0)) === 0 ? bigintOf(1) : a;
  }
  if ($bigint_size(b) > 31) tooLargeBigint();
  const count = $bigint_toNumber(b);
  if ((($bigint_size(a) - 1) * count) > 1073741824) tooLargeBigint();
  return powerOf(a, count);
}

function powerOf(a, count: number): any {
  let result = bigintOf(1);
  let square = a;
  let left = count;
  while (left > 0) {
    if (left % 2 === 1) result = multiplyBig(result, square);
    left = $$FTRUNC(left / 2);
    if (left > 0) square = multiplyBig(square, square);
  }
  return result;
}

function shiftBig(a, b, isLeft: boolean): any {
  const goesLeft = isLeft !== $bigint_isNegative(b);
  if ($bigint_size(a) === 0) return a;
  if ($bigint_size(b) > 31) {
    if (goesLeft) tooLargeBigint();
    return bigintOf($bigint_isNegative(a) ? -1 : 0);
  }
  const count = $$FABS($bigint_toNumber(b));
  return $bigint_shift(a, goesLeft ? count : -count);
}

function mixedBigints(): void {
  throw new TypeError("Cannot mix BigInt and other types, use explicit conversions");
}

// Arithmetic on words, by the number of the operator: - * / % ** & | ^ << >> >>>.
function arithmetic(left, right, which: number): any {
  const a = toNumeric(left);
  const b = toNumeric(right);
  if (typeof a === "number" && typeof b === "number") return arithmeticOfNumbers(a, b, which);
  if (typeof a === "number" || typeof b === "number") mixedBigints();
  if (which === 0) return $bigint_sum(a, b, true);
  if (which === 1) return multiplyBig(a, b);
  if (which === 2) return quotientBig(a, b, false);
  if (which === 3) return quotientBig(a, b, true);
  if (which === 4) return powerBig(a, b);
  if (which <= 7) return $bigint_bits(a, b, which - 5);
  if (which === 10) throw new TypeError("BigInts have no unsigned right shift, use >> instead");
  return shiftBig(a, b, which === 8);
}

function arithmeticOfNumbers(a: number, b: number, which: number): number {
  if (which === 0) return a - b;
  if (which === 1) return a * b;
  if (which === 2) return a / b;
  if (which === 3) return a % b;
  if (which === 4) return a ** b;
  if (which === 5) return a & b;
  if (which === 6) return a | b;
  if (which === 7) return a ^ b;
  if (which === 8) return a << b;
  return which === 9 ? a >> b : a >>> b;
}

function toNumberBeside(a): number {
  const x = toNumeric(a);
  if (typeof x !== "number") mixedBigints();
  return x;
}

function negate(a): any {
  const x = toNumeric(a);
  if (typeof x === "number") return -toNumber(x);
  return $bigint_negate(x);
}

function complement(a): any {
  const x = toNumeric(a);
  if (typeof x === "number") return ~toNumber(x);
  return $bigint_sum($bigint_negate(x), bigintOf(1), true);
}

// A number or a bigint and 1 or -1.
function stepped(x, by: number): any {
  if (typeof x === "number") return toNumber(x) + by;
  return $bigint_sum(x, bigintOf(by), false);
}
