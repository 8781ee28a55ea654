// Numbers in English: groups of three digits, a point, currencies, percentages.

function formatNumber(value: number, locales, options): string {
  requireEnglish(locales);
  if (!$value_isObject(options)) return signedNumber(value, formatDigits($$FABS(value), 1, 0, 3, true));
  const style = optionText(options, "style", "decimal");
  const currency = style === "currency" ? $string_toUpperCase(optionText(options, "currency", "")) : "";
  if (style === "currency" && currency === "") throw new TypeError("Currency code is required with currency style.");
  if (style === "unit" || optionText(options, "notation", "standard") !== "standard") {
    throw new RangeError("numbers with units, and other notations than the standard one, are not supported");
  }
  const size = style === "percent" ? shiftedDecimal($$FABS(value), 2) : decimalOf($$FABS(value));
  const digits = formattedSize(size, options, currency !== "" ? digitsOfCurrency(currency) : style === "percent" ? 0 : -1);
  if (style === "percent") return signedBy(value, digits + "%", options);
  if (currency === "") return signedBy(value, digits, options);
  return signedBy(value, symbolOfCurrency(currency) + digits, options);
}

function requireEnglish(locales): void {
  const locale = $value_kind(locales) === KIND_LIST ? getElement(locales, 0) : locales;
  if (locale === undefined) return;
  const text = toText(locale);
  if (text === "en" || $string_startsWith(text, "en-", 0)) return;
  throw new RangeError("the locale " + text + " is not supported: only English is");
}

function optionText(options, name: string, missing: string): string {
  const value = getElement(options, name);
  return value === undefined ? missing : toText(value);
}

function optionNumber(options, name: string, missing: number, least: number, most: number): number {
  const value = getElement(options, name);
  if (value === undefined) return missing;
  const number = toNumber(value);
  if (!(number >= least && number <= most)) throw new RangeError(name + " value is out of range.");
  return $$FFLOOR(number);
}

function digitsOfCurrency(currency: string): number {
  return currency === "JPY" || currency === "KRW" || currency === "VND" || currency === "CLP" || currency === "ISK" ? 0 : 2;
}

function symbolOfCurrency(currency: string): string {
  const known = "USD$ EUR€ GBP£ JPY¥ INR₹ KRW₩ ILS₪ VND₫ CADCA$ AUDA$ MXNMX$ BRLR$ CNYCN¥ NZDNZ$ HKDHK$ TWDNT$ ";
  const place = $string_indexOf(known, currency, 0);
  if (place < 0 || currency.length !== 3) return currency + "\u00a0";
  return $string_slice(known, place + 3, $string_indexOf(known, " ", place));
}

function signedNumber(value: number, digits: string): string {
  return value < 0 || (value === 0 && 1 / value < 0) ? "-" + digits : digits;
}

function signedBy(value: number, text: string, options): string {
  const display = optionText(options, "signDisplay", "auto");
  if (display === "never") return text;
  const isNegative = value < 0 || (value === 0 && 1 / value < 0);
  if (display === "negative" || display === "exceptZero") {
    if (isZeroText(text)) return text;
    if (isNegative) return "-" + text;
    return display === "exceptZero" && !$number_isNaN(value) ? "+" + text : text;
  }
  if (isNegative) return "-" + text;
  return display === "always" ? "+" + text : text;
}

function isZeroText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if ((unit >= 49 && unit <= 57) || unit === 0x221e) return false;
  }
  return true;
}

// A decimal number above zero: its digits without zeros in front, and how many of them stand before the point.
function decimalOf(value: number): $List {
  if (!$number_isFinite(value)) return [$number_isNaN(value) ? "NaN" : "∞", -1000];
  if (value === 0) return ["", 0];
  const text = $number_toExponential(value, -1);
  const e = $string_indexOf(text, "e", 0);
  const digits = $string_charAt(text, 0) + $string_slice(text, 2, $$FMAX(e, 2));
  return [e === 1 ? $string_charAt(text, 0) : digits, $number_ofString($string_slice(text, e + 1, text.length)) + 1];
}

function shiftedDecimal(value: number, places: number): $List {
  const decimal = decimalOf(value);
  const point: number = decimal[1];
  if (point !== -1000 && decimal[0] !== "") decimal[1] = point + places;
  return decimal;
}

function formatDigits(value: number, whole: number, least: number, most: number, isGrouped: boolean): string {
  const decimal = decimalOf(value);
  const point: number = decimal[1];
  if (point === -1000) return decimal[0];
  return layOut(roundedDecimal(decimal, point + most), whole, least, isGrouped);
}

function formattedSize(decimal: $List, options, fraction: number): string {
  const point: number = decimal[1];
  if (point === -1000) return decimal[0];
  const whole = optionNumber(options, "minimumIntegerDigits", 1, 1, 21);
  const grouping = getElement(options, "useGrouping");
  const isGrouped = grouping === undefined || (grouping ? true : false);
  const givenSignificant = optionNumber(options, "maximumSignificantDigits", 0, 1, 21);
  const leastSignificant = optionNumber(options, "minimumSignificantDigits", 0, 1, 21);
  if (givenSignificant > 0 || leastSignificant > 0) {
    const least = $$FMAX(leastSignificant, 1);
    const most = givenSignificant === 0 ? 21 : givenSignificant;
    if (most < least) throw new RangeError("maximumSignificantDigits value is out of range.");
    const rounded = roundedDecimal(decimal, most);
    const places: number = rounded[0] === "" ? 1 : rounded[1];
    return layOut(rounded, whole, $$FMAX(0, least - places), isGrouped);
  }
  const givenLeast = optionNumber(options, "minimumFractionDigits", -1, 0, 100);
  const givenMost = optionNumber(options, "maximumFractionDigits", -1, 0, 100);
  const usualLeast = fraction < 0 ? 0 : fraction;
  const usualMost = fraction < 0 ? 3 : fraction;
  const least = givenLeast >= 0 ? givenLeast : givenMost >= 0 ? $$FMIN(usualLeast, givenMost) : usualLeast;
  const most = givenMost >= 0 ? givenMost : $$FMAX(usualMost, least);
  if (most < least) throw new RangeError("maximumFractionDigits value is out of range.");
  return layOut(roundedDecimal(decimal, point + most), whole, least, isGrouped);
}

// A decimal with at most so many digits, rounded half away from zero.
function roundedDecimal(decimal: $List, count: number): $List {
  const digits: string = decimal[0];
  const point: number = decimal[1];
  if (digits.length <= count) return decimal;
  if (count < 0) return ["", 0];
  let kept = $string_slice(digits, 0, count);
  if ($$STRING_CHAR_CODE_AT(digits, count) < 53) return [withoutZeros(kept), point];
  let at = count - 1;
  while (at >= 0 && $$STRING_CHAR_CODE_AT(kept, at) === 57) at--;
  if (at < 0) return ["1", point + 1];
  kept = $string_slice(kept, 0, at) + $string_fromCharCode($$STRING_CHAR_CODE_AT(kept, at) + 1);
  return [kept, point];
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && $$STRING_CHAR_CODE_AT(digits, end - 1) === 48) end--;
  return $string_slice(digits, 0, end);
}

// A decimal as text, with at least so many digits before and behind the point.
function layOut(decimal: $List, whole: number, least: number, isGrouped: boolean): string {
  const digits: string = decimal[0];
  const point: number = digits === "" ? 0 : decimal[1];
  let before = point > 0 ? $string_padEnd($string_slice(digits, 0, point), point, "0") : "";
  let behind = point >= digits.length ? "" : point > 0 ? $string_slice(digits, point, digits.length) : digits;
  if (point < 0 && digits !== "") behind = $string_repeat("0", -point) + behind;
  before = $string_padStart(before, whole, "0");
  behind = $string_padEnd(behind, least, "0");
  if (isGrouped) before = grouped(before);
  return behind === "" ? before : before + "." + behind;
}

function grouped(digits: string): string {
  let text = "";
  let start = 0;
  let end = digits.length % 3;
  if (end === 0) end = 3;
  while (start < digits.length) {
    text += (start === 0 ? "" : ",") + $string_slice(digits, start, end);
    start = end;
    end += 3;
  }
  return text;
}
