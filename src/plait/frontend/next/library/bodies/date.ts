// Date. What a Date keeps is a list: its time, which is the milliseconds since 1970 or NaN, and a mark.

const dateMark = $symbol_new("Date");

const FIELD_YEAR = 0;
const FIELD_MONTH = 1;
const FIELD_DAY = 2;
const FIELD_HOUR = 3;
const FIELD_MINUTE = 4;
const FIELD_SECOND = 5;
const FIELD_MILLISECOND = 6;
const FIELD_WEEKDAY = 7;

class Date {
  constructor(...args: $Length<7>) {
    if ($value_kind(this) !== KIND_RECORD || !isAbove(Date.prototype, this)) return dateText(readEpoch());
    let time: number = NaN;
    if (args.length === 0) time = readEpoch();
    else if (args.length === 1) time = timeOfValue(args[0]);
    else time = clippedTime(utcOfLocal(timeOfFields(args)));
    $record_setInner(this, [time, dateMark]);
  }

  static now() {
    return readEpoch();
  }

  static parse(text) {
    return parseDate(toText(text));
  }

  static UTC(...args: $Length<7>) {
    return clippedTime(timeOfFields(args));
  }

  getTime() {
    return timeOf(this);
  }

  valueOf() {
    return timeOf(this);
  }

  getFullYear() {
    return fieldOf(timeOf(this), FIELD_YEAR, true);
  }

  getUTCFullYear() {
    return fieldOf(timeOf(this), FIELD_YEAR, false);
  }

  getMonth() {
    return fieldOf(timeOf(this), FIELD_MONTH, true);
  }

  getUTCMonth() {
    return fieldOf(timeOf(this), FIELD_MONTH, false);
  }

  getDate() {
    return fieldOf(timeOf(this), FIELD_DAY, true);
  }

  getUTCDate() {
    return fieldOf(timeOf(this), FIELD_DAY, false);
  }

  getDay() {
    return fieldOf(timeOf(this), FIELD_WEEKDAY, true);
  }

  getUTCDay() {
    return fieldOf(timeOf(this), FIELD_WEEKDAY, false);
  }

  getHours() {
    return fieldOf(timeOf(this), FIELD_HOUR, true);
  }

  getUTCHours() {
    return fieldOf(timeOf(this), FIELD_HOUR, false);
  }

  getMinutes() {
    return fieldOf(timeOf(this), FIELD_MINUTE, true);
  }

  getUTCMinutes() {
    return fieldOf(timeOf(this), FIELD_MINUTE, false);
  }

  getSeconds() {
    return fieldOf(timeOf(this), FIELD_SECOND, true);
  }

  getUTCSeconds() {
    return fieldOf(timeOf(this), FIELD_SECOND, false);
  }

  getMilliseconds() {
    return fieldOf(timeOf(this), FIELD_MILLISECOND, true);
  }

  getUTCMilliseconds() {
    return fieldOf(timeOf(this), FIELD_MILLISECOND, false);
  }

  getTimezoneOffset() {
    const time = timeOf(this);
    return time !== time ? NaN : $$FTRUNC(0 - zoneOffset(time) / 60000) + 0;
  }

  getYear() {
    return fieldOf(timeOf(this), FIELD_YEAR, true) - 1900;
  }

  setTime(time) {
    timeOf(this);
    return setTimeOf(this, toNumber(time));
  }

  setMilliseconds(...args: $Length<1>) {
    return setFields(this, FIELD_MILLISECOND, 1, args, true);
  }

  setUTCMilliseconds(...args: $Length<1>) {
    return setFields(this, FIELD_MILLISECOND, 1, args, false);
  }

  setSeconds(...args: $Length<2>) {
    return setFields(this, FIELD_SECOND, 2, args, true);
  }

  setUTCSeconds(...args: $Length<2>) {
    return setFields(this, FIELD_SECOND, 2, args, false);
  }

  setMinutes(...args: $Length<3>) {
    return setFields(this, FIELD_MINUTE, 3, args, true);
  }

  setUTCMinutes(...args: $Length<3>) {
    return setFields(this, FIELD_MINUTE, 3, args, false);
  }

  setHours(...args: $Length<4>) {
    return setFields(this, FIELD_HOUR, 4, args, true);
  }

  setUTCHours(...args: $Length<4>) {
    return setFields(this, FIELD_HOUR, 4, args, false);
  }

  setDate(...args: $Length<1>) {
    return setFields(this, FIELD_DAY, 1, args, true);
  }

  setUTCDate(...args: $Length<1>) {
    return setFields(this, FIELD_DAY, 1, args, false);
  }

  setMonth(...args: $Length<2>) {
    return setFields(this, FIELD_MONTH, 2, args, true);
  }

  setUTCMonth(...args: $Length<2>) {
    return setFields(this, FIELD_MONTH, 2, args, false);
  }

  setFullYear(...args: $Length<3>) {
    return setFields(this, FIELD_YEAR, 3, args, true);
  }

  setUTCFullYear(...args: $Length<3>) {
    return setFields(this, FIELD_YEAR, 3, args, false);
  }

  setYear(year) {
    const time = timeOf(this);
    const given = toNumber(year);
    const whole = $$FTRUNC(given);
    return setFields(this, FIELD_YEAR, 1, [whole >= 0 && whole <= 99 ? whole + 1900 : given], true);
  }

  toISOString() {
    const time = timeOf(this);
    if (time !== time) throw new RangeError("Invalid time value");
    return isoText(time);
  }

  toJSON(key) {
    const primitive = toPrimitive(this, "number");
    if (typeof primitive === "number" && !$number_isFinite(primitive)) return null;
    return this.toISOString();
  }

  toString() {
    return dateText(timeOf(this));
  }

  toDateString() {
    const time = timeOf(this);
    return time !== time ? "Invalid Date" : dayText(localOf(time));
  }

  toTimeString() {
    const time = timeOf(this);
    return time !== time ? "Invalid Date" : clockText(time);
  }

  ["toUTCString"]() {
    return utcText(timeOf(this));
  }

  static {
    const text = getProperty(Date.prototype, "toUTCString");
    $property_define(Date.prototype, "toGMTString", text, IS_WRITABLE | IS_CONFIGURABLE);
  }

  toLocaleString(locales?, options?) {
    return formatDate(timeOf(this), locales, options, true, true);
  }

  toLocaleDateString(locales?, options?) {
    return formatDate(timeOf(this), locales, options, true, false);
  }

  toLocaleTimeString(locales?, options?) {
    return formatDate(timeOf(this), locales, options, false, true);
  }

  [Symbol.toPrimitive](hint) {
    if (!$value_isObject(this)) {
      throw new TypeError("Date.prototype [ @@toPrimitive ] called on non-object");
    }
    if (hint !== "string" && hint !== "default" && hint !== "number") throw new TypeError("Invalid hint: " + describe(hint));
    return ordinaryPrimitive(this, hint === "number" ? "number" : "string");
  }

  $clone(copies) {
    const copy = $record_new(Date.prototype);
    $record_setInner(copy, [timeOf(this), dateMark]);
    $table_set(copies, this, copy);
    return copy;
  }

  $inspect() {
    const time = timeOf(this);
    return ["Date", undefined, undefined, time !== time ? "Invalid Date" : isoText(time), undefined];
  }

  static {
    $property_define(Date.prototype, symbolToPrimitive, $property_raw(Date.prototype, symbolToPrimitive), IS_CONFIGURABLE);
  }
}

function readEpoch(): number {
  readClock();
  return $clock_epoch();
}

function isDate(x): boolean {
  const inner = $value_kind(x) === KIND_RECORD ? $record_inner(x) : undefined;
  if ($value_kind(inner) !== KIND_LIST) return false;
  const kept: $List = inner;
  return kept.length === 2 && kept[1] === dateMark;
}

function timeOf(date): number {
  if (!isDate(date)) throw new TypeError("this is not a Date object.");
  const kept: $List = $record_inner(date);
  return kept[0];
}

function setTimeOf(date, time: number): number {
  const clipped = clippedTime(time);
  const kept: $List = $record_inner(date);
  kept[0] = clipped;
  return clipped;
}

function timeOfValue(value): number {
  if (isDate(value)) return timeOf(value);
  const x = toPrimitive(value, "default");
  return typeof x === "string" ? parseDate(x) : clippedTime(toNumber(x));
}

// The time of year, month, day, hours, minutes, seconds and milliseconds; years of two digits are of the 20th century.
function timeOfFields(args: $List): number {
  const fields: $List = [NaN, 0, 1, 0, 0, 0, 0];
  for (let i = 0; i < args.length && i < 7; i++) fields[i] = toNumber(args[i]);
  const year = $$FTRUNC(fields[0]);
  if (year >= 0 && year <= 99) fields[0] = 1900 + year;
  return timeOfParts(fields);
}

function timeOfParts(fields: $List): number {
  return dayOf(fields[0], fields[1], fields[2]) * 86400000 + timeInDay(fields[3], fields[4], fields[5], fields[6]);
}

// Sets fields from one on; what is not given stays. The year may be set of a date that is none.
function setFields(date, first: number, most: number, args: $List, isLocal: boolean): number {
  let time = timeOf(date);
  const given: $List = [];
  for (let i = 0; i < most && (i === 0 || i < args.length); i++) given.push(toNumber(args[i]));
  if (time !== time) {
    if (first !== FIELD_YEAR) return NaN;
    time = 0;
  } else if (isLocal) {
    time = localOf(time);
  }
  const fields = fieldsOf(time);
  for (let i = 0; i < given.length; i++) fields[first + i] = given[i];
  const set = timeOfParts(fields);
  return setTimeOf(date, isLocal ? utcOfLocal(set) : set);
}
