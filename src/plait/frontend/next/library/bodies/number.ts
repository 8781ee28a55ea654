// Number, and numbers as people write them in English.

class Number {
  static readonly MAX_VALUE = 1.7976931348623157e308;
  static readonly MIN_VALUE = 5e-324;
  static readonly NaN = NaN;
  static readonly NEGATIVE_INFINITY = -Infinity;
  static readonly POSITIVE_INFINITY = Infinity;
  static readonly EPSILON = 2.220446049250313e-16;
  static readonly MAX_SAFE_INTEGER = 9007199254740991;
  static readonly MIN_SAFE_INTEGER = -9007199254740991;

  constructor(...args: $Length<1>) {
    const value = args.length === 0 ? 0 : numberFrom(args[0]);
    if (!isNewOf(this, 3)) return value;
    $record_setInner(this, value);
  }

  static isFinite(value) {
    return typeof value === "number" && $number_isFinite(value);
  }

  static isInteger(value) {
    return typeof value === "number" && $number_isInteger(value);
  }

  static isNaN(value) {
    return typeof value === "number" && $number_isNaN(value);
  }

  static isSafeInteger(value) {
    return typeof value === "number" && $number_isSafeInteger(value);
  }

  static {
    $property_define(Number, "parseFloat", parseFloat, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(Number, "parseInt", parseInt, IS_WRITABLE | IS_CONFIGURABLE);
    $record_setInner(Number.prototype, 0);
  }

  toString(radix) {
    const value: number = primitiveThis(this, 3, "Number.prototype.toString");
    if (radix === undefined) return $$F64_TO_STRING(value);
    const base = toInteger(radix);
    if (base < 2 || base > 36) throw new RangeError("toString() radix argument must be between 2 and 36");
    return base === 10 ? $$F64_TO_STRING(value) : $number_toString(value, base);
  }

  toFixed(digits) {
    const value: number = primitiveThis(this, 3, "Number.prototype.toFixed");
    const count = toInteger(digits);
    if (count < 0 || count > 100) throw new RangeError("toFixed() digits argument must be between 0 and 100");
    if (!(value > -1e21 && value < 1e21)) return $$F64_TO_STRING(value);
    return $number_toFixed(value, count);
  }

  toExponential(digits) {
    const value: number = primitiveThis(this, 3, "Number.prototype.toExponential");
    const count = digits === undefined ? -1 : toInteger(digits);
    if (!$number_isFinite(value)) return $$F64_TO_STRING(value);
    if (digits !== undefined && (count < 0 || count > 100)) {
      throw new RangeError("toExponential() argument must be between 0 and 100");
    }
    return $number_toExponential(value, count);
  }

  toPrecision(digits) {
    const value: number = primitiveThis(this, 3, "Number.prototype.toPrecision");
    if (digits === undefined) return $$F64_TO_STRING(value);
    const count = toInteger(digits);
    if (!$number_isFinite(value)) return $$F64_TO_STRING(value);
    if (count < 1 || count > 100) throw new RangeError("toPrecision() argument must be between 1 and 100");
    return $number_toPrecision(value, count);
  }

  toLocaleString(locales?, options?) {
    return formatNumber(primitiveThis(this, 3, "Number.prototype.toLocaleString"), locales, options);
  }

  valueOf() {
    return primitiveThis(this, 3, "Number.prototype.valueOf");
  }
}

// What `Number` makes of a value: of a bigint the nearest number.
function numberFrom(value): number {
  if (typeof value === "number") return value;
  const x = toPrimitive(value, "number");
  return $value_kind(x) === KIND_BIGINT ? $bigint_toNumber(x) : toNumber(x);
}
