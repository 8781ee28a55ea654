// Date.parse: ECMAScript's format, and whatever else V8 understands: words, numbers, marks in many orders.

const TOKEN_END = 0;
const TOKEN_NUMBER = 1;
const TOKEN_MARK = 2;
const TOKEN_SPACE = 3;
const TOKEN_WORD = 4;
const TOKEN_MONTH = 5;
const TOKEN_HALF = 6;
const TOKEN_ZONE = 7;
const TOKEN_TIME = 8;

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const NOTHING = -1;

// The words that mean something; the hours of a zone are those that it is ahead of UTC.
const WORDS_OF_DATES =
  "jan05001 feb05002 mar05003 apr05004 may05005 jun05006 jul05007 aug05008 sep05009 oct05010 nov05011 dec05012 " +
  "am 06000 pm 06012 ut 07000 utc07000 z  07000 gmt07000 edt07-04 est07-05 cdt07-05 cst07-06 mdt07-06 mst07-07 pdt07-07 pst07-08 " +
  "t  08000 ";

// The token at hand: its kind, its value (a number, a unit, what a word means), and how many units it has.
let dateToken: number = TOKEN_END;
let dateValue: number = 0;
let dateLength: number = 0;
// What is being read, and where the token behind the one at hand begins.
let dateSource: any = "";
let dateAt: number = 0;

// What has been found: numbers of the day, fields of the time, the month by its name, the zone.
let dateDays: any = undefined;
let dateTimes: any = undefined;
let dateMonth: number = NOTHING;
let dateHalf: number = NOTHING;
let zoneSign: number = NOTHING;
let zoneHour: number = NOTHING;
let zoneMinute: number = NOTHING;
let isIsoDate: number = 0;

function parseDate(text: string): number {
  dateSource = text;
  dateAt = 0;
  dateDays = [];
  dateTimes = [];
  dateMonth = NOTHING;
  dateHalf = NOTHING;
  zoneSign = 0;
  zoneHour = NOTHING;
  zoneMinute = NOTHING;
  isIsoDate = 0;
  nextDateToken();
  if (!readIsoDate() || !readLooseDate()) return NaN;
  const day = foundDay();
  const time = foundTime();
  if (day !== day || time !== time) return NaN;
  const local = day * 86400000 + time;
  if (zoneSign === 0) return clippedTime(utcOfLocal(local));
  const minutes = $$FMAX(zoneHour, 0) * 60 + $$FMAX(zoneMinute, 0);
  return clippedTime(local - zoneSign * minutes * 60000);
}

function unitOfDate(at: number): number {
  const text: string = dateSource;
  return at < text.length ? $$STRING_CHAR_CODE_AT(text, at) : 0;
}

function isDateDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function nextDateToken(): void {
  const text: string = dateSource;
  const start = dateAt;
  if (start >= text.length) {
    dateToken = TOKEN_END;
    dateLength = 0;
    return;
  }
  const unit = unitOfDate(start);
  let end = start + 1;
  if (isDateDigit(unit)) {
    end = readDigits(start);
    dateToken = TOKEN_NUMBER;
  } else if (unit === COLON || unit === MINUS || unit === PLUS || unit === POINT || unit === 41) {
    dateToken = TOKEN_MARK;
    dateValue = unit;
  } else if (unit >= 65) {
    end = readWord(start);
  } else if (unit === 32 || (unit >= 9 && unit <= 13)) {
    dateToken = TOKEN_SPACE;
  } else {
    dateToken = TOKEN_MARK;
    dateValue = unit;
    if (unit === 40) end = endOfParentheses(start);
  }
  dateLength = end - start;
  dateAt = end;
}

// A number; what stands behind its first nine digits does not count. The end.
function readDigits(start: number): number {
  let at = start;
  while (unitOfDate(at) === 48) at++;
  let value = 0;
  let count = 0;
  while (isDateDigit(unitOfDate(at))) {
    if (count < 9) value = value * 10 + unitOfDate(at) - 48;
    count++;
    at++;
  }
  dateValue = value;
  return at;
}

// A word means what its first three letters do, if it has no more, or is a month. The end.
function readWord(start: number): number {
  let at = start;
  while (unitOfDate(at) >= 65) at++;
  const word = $string_padEnd($string_toLowerCase($string_slice(dateSource, start, $$FMIN(at, start + 3))), 3, " ");
  dateToken = TOKEN_WORD;
  dateValue = 0;
  const place = $string_indexOf(WORDS_OF_DATES, word + "0", 0);
  if (place < 0 || place % 9 !== 0) return at;
  const token = $$STRING_CHAR_CODE_AT(WORDS_OF_DATES, place + 4) - 48;
  if (at - start > 3 && token !== TOKEN_MONTH) return at;
  dateToken = token;
  dateValue = $number_ofString($string_slice(WORDS_OF_DATES, place + 5, place + 8));
  return at;
}

function endOfParentheses(start: number): number {
  const text: string = dateSource;
  let depth = 0;
  let at = start;
  do {
    const unit = unitOfDate(at);
    if (unit === 40) depth++;
    else if (unit === 41) depth--;
    at++;
  } while (depth > 0 && at < text.length);
  return at;
}

function isMark(unit: number): boolean {
  return dateToken === TOKEN_MARK && dateValue === unit;
}

function skipsMark(unit: number): boolean {
  if (!isMark(unit)) return false;
  nextDateToken();
  return true;
}

function isSign(): boolean {
  return dateToken === TOKEN_MARK && (dateValue === PLUS || dateValue === MINUS);
}

function isFixed(digits: number, least: number, most: number): boolean {
  return dateToken === TOKEN_NUMBER && dateLength === digits && dateValue >= least && dateValue <= most;
}

function takeNumber(list: $List): void {
  list.push(dateValue);
  nextDateToken();
}

// ECMAScript's format as far as it goes: what is left is for the loose one. False when nothing can become of it.
function readIsoDate(): boolean {
  const days: $List = dateDays;
  if (isSign()) {
    const sign = dateValue;
    const behind = dateAt;
    nextDateToken();
    if (!isFixed(6, 0, 999999)) {
      dateAt = behind - 1;
      nextDateToken();
      return true;
    }
    if (sign === MINUS && dateValue === 0) {
      nextDateToken();
      return true;
    }
    days.push(sign === MINUS ? -dateValue : dateValue);
    nextDateToken();
  } else if (isFixed(4, 0, 9999)) {
    takeNumber(days);
  } else {
    return true;
  }
  if (skipsMark(MINUS)) {
    if (!isFixed(2, 1, 12)) return true;
    takeNumber(days);
    if (skipsMark(MINUS)) {
      if (!isFixed(2, 1, 31)) return true;
      takeNumber(days);
    }
  }
  if (dateToken !== TOKEN_TIME) {
    if (dateToken !== TOKEN_END) return true;
  } else {
    nextDateToken();
    if (!readIsoTime() || dateToken !== TOKEN_END) return false;
  }
  const times: $List = dateTimes;
  if (times.length === 0) setZone(1, 0, 0);
  isIsoDate = 1;
  return true;
}

function setZone(sign: number, hour: number, minute: number): void {
  zoneSign = sign;
  zoneHour = hour;
  zoneMinute = minute;
}

// Whether what stands here is a time of ECMAScript's format with its zone.
function readIsoTime(): boolean {
  const times: $List = dateTimes;
  if (!isFixed(2, 0, 24)) return false;
  const isEnd = dateValue === 24;
  takeNumber(times);
  if (!skipsMark(COLON) || !isFixed(2, 0, isEnd ? 0 : 59)) return false;
  takeNumber(times);
  if (skipsMark(COLON)) {
    if (!isFixed(2, 0, isEnd ? 0 : 59)) return false;
    takeNumber(times);
    if (skipsMark(POINT)) {
      if (dateToken !== TOKEN_NUMBER || (isEnd && dateValue > 0)) return false;
      times.push(millisecondsRead());
      nextDateToken();
    }
  }
  if (dateToken === TOKEN_ZONE && dateLength === 1) {
    setZone(1, 0, 0);
    nextDateToken();
    return true;
  }
  if (!isSign()) return true;
  zoneSign = dateValue === PLUS ? 1 : -1;
  nextDateToken();
  if (dateToken === TOKEN_NUMBER && dateLength === 4) {
    zoneHour = $$FTRUNC(dateValue / 100);
    zoneMinute = dateValue % 100;
    if (zoneHour > 23 || zoneMinute > 59) return false;
    nextDateToken();
    return true;
  }
  if (!isFixed(2, 0, 23)) return false;
  zoneHour = dateValue;
  nextDateToken();
  if (!skipsMark(COLON) || !isFixed(2, 0, 59)) return false;
  zoneMinute = dateValue;
  nextDateToken();
  return true;
}

// The milliseconds of digits behind a point, cut off.
function millisecondsRead(): number {
  if (dateLength === 1) return dateValue * 100;
  if (dateLength === 2) return dateValue * 10;
  return $$FTRUNC(dateValue / $$FPOW(10, $$FMIN(dateLength, 9) - 3));
}

function readLooseDate(): boolean {
  const days: $List = dateDays;
  let hasNumber = days.length > 0;
  while (dateToken !== TOKEN_END) {
    const token = dateToken;
    const value = dateValue;
    nextDateToken();
    const times: $List = dateTimes;
    if (token === TOKEN_NUMBER) {
      hasNumber = true;
      if (!readLooseNumber(value)) return false;
    } else if (token >= TOKEN_WORD) {
      if (token === TOKEN_HALF && times.length > 0) {
        dateHalf = value;
      } else if (token === TOKEN_MONTH) {
        dateMonth = value;
        skipsMark(MINUS);
      } else if (token === TOKEN_ZONE && hasNumber) {
        setZone(value < 0 ? -1 : 1, $$FABS(value), 0);
      } else if (hasNumber || dateToken === TOKEN_NUMBER) {
        return false;
      }
    } else if (token === TOKEN_MARK) {
      const isSigned = value === PLUS || value === MINUS;
      if (isSigned && ((zoneSign !== 0 && zoneHour === 0 && zoneMinute === 0) || times.length > 0)) {
        if (!readLooseZone(value === PLUS ? 1 : -1)) return false;
        hasNumber = true;
      } else if ((isSigned || value === 41) && hasNumber) {
        return false;
      }
    }
  }
  return true;
}

function isExpectedTime(value: number): boolean {
  const times: $List = dateTimes;
  const count = times.length;
  return (count === 1 && value <= 59) || (count === 2 && value <= 59) || (count === 3 && value <= 999);
}

function finishTime(value: number): boolean {
  const times: $List = dateTimes;
  if (times.length >= 4) return false;
  times.push(value);
  while (times.length < 4) times.push(0);
  return true;
}

function readLooseNumber(value: number): boolean {
  const times: $List = dateTimes;
  const days: $List = dateDays;
  if (isMark(COLON)) {
    nextDateToken();
    if (isMark(COLON)) {
      nextDateToken();
      if (times.length > 0) return false;
      times.push(value);
      times.push(0);
      return true;
    }
    if (times.length >= 4) return false;
    times.push(value);
    skipsMark(POINT);
    return true;
  }
  if (isMark(POINT) && isExpectedTime(value)) {
    nextDateToken();
    times.push(value);
    if (dateToken !== TOKEN_NUMBER) return false;
    const milliseconds = millisecondsRead();
    nextDateToken();
    return finishTime(milliseconds);
  }
  skipsMark(POINT);
  if (zoneHour !== NOTHING && zoneMinute === NOTHING && value <= 59) {
    zoneMinute = value;
    return true;
  }
  if (isExpectedTime(value)) {
    finishTime(value);
    const isUtc = dateToken === TOKEN_ZONE && dateLength === 1;
    return dateToken === TOKEN_END || dateToken === TOKEN_SPACE || isUtc || isSign();
  }
  if (days.length >= 3) return false;
  days.push(value);
  skipsMark(MINUS);
  return true;
}

// What stands behind the sign of a zone.
function readLooseZone(sign: number): boolean {
  let value = 0;
  let length = 0;
  if (dateToken === TOKEN_NUMBER) {
    value = dateValue;
    length = dateLength;
    nextDateToken();
  }
  zoneSign = sign;
  if (isMark(COLON)) {
    zoneHour = value;
    zoneMinute = NOTHING;
  } else if (length === 1 || length === 2) {
    zoneHour = value;
    zoneMinute = 0;
  } else if (length === 3 || length === 4) {
    zoneHour = $$FTRUNC(value / 100);
    zoneMinute = value % 100;
  } else {
    return false;
  }
  return true;
}

// The day of what has been found; NaN when that is none.
function foundDay(): number {
  const days: $List = dateDays;
  if (days.length < 1) return NaN;
  while (days.length < 3) days.push(1);
  const first: number = days[0];
  let year: number = days[2];
  let month = dateMonth;
  let day: number = days[1];
  const isFirstYear = first < 1 || first > 31;
  if (month === NOTHING && (isIsoDate === 1 || isFirstYear)) {
    year = first;
    month = days[1];
    day = days[2];
  } else if (month === NOTHING) {
    month = first;
  } else if (isFirstYear) {
    year = first;
  } else {
    day = first;
    year = days[1];
  }
  if (isIsoDate === 0) {
    if (year >= 0 && year <= 49) year += 2000;
    else if (year >= 50 && year <= 99) year += 1900;
  }
  if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  return dayOf(year, month - 1, day);
}

function foundTime(): number {
  const times: $List = dateTimes;
  while (times.length < 4) times.push(0);
  let hour: number = times[0];
  const minute: number = times[1];
  const second: number = times[2];
  const millisecond: number = times[3];
  if (dateHalf !== NOTHING) {
    if (hour > 12) return NaN;
    hour = (hour % 12) + dateHalf;
  }
  const isInside = hour <= 23 && minute <= 59 && second <= 59 && millisecond <= 999;
  if (!isInside && !(hour === 24 && minute === 0 && second === 0 && millisecond === 0)) return NaN;
  return timeInDay(hour, minute, second, millisecond);
}
