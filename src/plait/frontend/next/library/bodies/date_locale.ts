// Dates as people write them, in American and in British English.

const WEEKDAYS_IN_ENGLISH = "Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday";
const MONTHS_IN_ENGLISH =
  "January,February,March,April,May,June,July,August,September,October,November,December";
const TEXT_STYLES = "narrow,short,long,";
const NUMBER_STYLES = "2-digit,numeric,";
const BRITISH_ZONES =
  "Greenwich Mean Time=GMT,British Summer Time=BST,Central European Standard Time=CET,Central European Summer Time=CEST," +
  "Eastern European Standard Time=EET,Eastern European Summer Time=EEST,Western European Standard Time=WET," +
  "Western European Summer Time=WEST,Coordinated Universal Time=UTC,";

// What a date is formatted by: styles of its fields, empty for those that are left out.
const STYLE_WEEKDAY = 0;
const STYLE_YEAR = 1;
const STYLE_MONTH = 2;
const STYLE_DAY = 3;
const STYLE_HOUR = 4;
const STYLE_MINUTE = 5;
const STYLE_SECOND = 6;
const STYLE_ZONE = 7;
const STYLE_CYCLE = 8;
const STYLE_FRACTION = 9;
// 1 when the whole time has a style.
const STYLE_FIXED = 10;

// `hasDate` and `hasTime` say what is shown if the options name no field.
function formatDate(time: number, locales, options, hasDate: boolean, hasTime: boolean): string {
  const isBritish = isBritishLocale(locales);
  const styles: $List = ["", "", "", "", "", "", "", "", "", 0, 0];
  let zone = "";
  let isLong = false;
  let isBoth = true;
  if (options !== undefined) {
    if (options === null) throw new TypeError("Cannot convert undefined or null to object");
    zone = zoneOption(options);
    readDateStyles(styles, options);
    isLong = readWholeStyles(styles, options, hasDate, hasTime, isBritish);
    isBoth = getElement(options, "dateStyle") === undefined && getElement(options, "timeStyle") === undefined;
  }
  if (isBoth) addUsualStyles(styles, hasDate, hasTime);
  if (time !== time) return "Invalid Date";
  lookAtZone(zone, time);
  const local = time + zoneAhead;
  const dateText = datePart(local, styles, isBritish);
  const timeText = timePart(local, styles, isBritish);
  const zoneText = zonePart(styles, isBritish);
  const clock = timeText === "" || zoneText === "" ? timeText + zoneText : timeText + " " + zoneText;
  if (dateText === "" || clock === "") return dateText + clock;
  return dateText + dateGlue(styles, isBoth ? styles[STYLE_MONTH] === "long" : isLong, isBritish) + clock;
}

function isBritishLocale(locales): boolean {
  const locale = $value_kind(locales) === KIND_LIST ? getElement(locales, 0) : locales;
  if (locale === undefined) return false;
  const text = toText(locale);
  if (text === "en-GB") return true;
  if (text === "en-US" || text === "en") return false;
  throw new RangeError("the locale " + text + " is not supported for dates: only en-US and en-GB are");
}

function zoneOption(options): string {
  const value = getElement(options, "timeZone");
  if (value === undefined) return "";
  const name = toText(value);
  if (name === "" || !lookAtZone(name, 0)) throw new RangeError("Invalid time zone specified: " + name);
  return name;
}

// The value of an option that is one of those in a text, each with a comma behind it; empty if it is not given.
function chosenOption(options, name: string, allowed: string): string {
  const value = getElement(options, name);
  if (value === undefined) return "";
  const text = toText(value);
  if (text === "" || !$string_includes(allowed, text + ",", 0)) {
    throw new RangeError("Value " + text + " out of range for Intl.DateTimeFormat options property " + name);
  }
  return text;
}

function readDateStyles(styles: $List, options): void {
  styles[STYLE_WEEKDAY] = chosenOption(options, "weekday", TEXT_STYLES);
  styles[STYLE_YEAR] = chosenOption(options, "year", NUMBER_STYLES);
  styles[STYLE_MONTH] = chosenOption(options, "month", NUMBER_STYLES + TEXT_STYLES);
  styles[STYLE_DAY] = chosenOption(options, "day", NUMBER_STYLES);
  styles[STYLE_HOUR] = chosenOption(options, "hour", NUMBER_STYLES);
  styles[STYLE_MINUTE] = chosenOption(options, "minute", NUMBER_STYLES);
  styles[STYLE_SECOND] = chosenOption(options, "second", NUMBER_STYLES);
  styles[STYLE_ZONE] = chosenOption(options, "timeZoneName", "short,long,");
  const cycle = chosenOption(options, "hourCycle", "h11,h12,h23,h24,");
  const isHalf = getElement(options, "hour12");
  styles[STYLE_CYCLE] = isHalf === undefined ? cycle : isHalf ? "12" : "24";
  styles[STYLE_FRACTION] = optionNumber(options, "fractionalSecondDigits", 0, 1, 3);
  if (getElement(options, "era") !== undefined || getElement(options, "dayPeriod") !== undefined) {
    throw new RangeError("dates with eras or periods of the day are not supported");
  }
}

// The styles of a whole date or time; whether the date is a long one.
function readWholeStyles(styles: $List, options, hasDate: boolean, hasTime: boolean, isBritish: boolean): boolean {
  const dateStyle = chosenOption(options, "dateStyle", "full,long,medium,short,");
  const timeStyle = chosenOption(options, "timeStyle", "full,long,medium,short,");
  if (dateStyle === "" && timeStyle === "") return false;
  const names = ["weekday", "year", "month", "day", "hour", "minute", "second", "timeZoneName"];
  for (let i = 0; i < 8; i++) {
    if (styles[i] === "") continue;
    throw new TypeError("Can't set option " + names[i] + " when " + (dateStyle === "" ? "timeStyle" : "dateStyle") + " is used");
  }
  if (dateStyle !== "" && !hasDate) throw new TypeError("Invalid option : dateStyle");
  if (timeStyle !== "" && !hasTime) throw new TypeError("Invalid option : timeStyle");
  if (dateStyle !== "") {
    if (dateStyle === "full") styles[STYLE_WEEKDAY] = "long";
    styles[STYLE_YEAR] = dateStyle === "short" && !isBritish ? "2-digit" : "numeric";
    styles[STYLE_MONTH] = dateStyle === "short" ? "numeric" : dateStyle === "medium" ? "short" : "long";
    styles[STYLE_DAY] = "numeric";
  }
  if (timeStyle !== "") {
    styles[STYLE_FIXED] = 1;
    styles[STYLE_HOUR] = "numeric";
    styles[STYLE_MINUTE] = "2-digit";
    if (timeStyle !== "short") styles[STYLE_SECOND] = "2-digit";
    if (timeStyle === "long") styles[STYLE_ZONE] = "short";
    if (timeStyle === "full") styles[STYLE_ZONE] = "long";
  }
  return dateStyle === "long" || dateStyle === "full";
}

function hasStyle(styles: $List, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (styles[i] !== "") return true;
  return false;
}

function addUsualStyles(styles: $List, hasDate: boolean, hasTime: boolean): void {
  const fraction: number = styles[STYLE_FRACTION];
  const namesDate = hasStyle(styles, STYLE_WEEKDAY, STYLE_DAY);
  const namesTime = hasStyle(styles, STYLE_HOUR, STYLE_SECOND) || fraction > 0;
  if (hasDate && !namesDate && !(hasTime && namesTime)) {
    for (let i = STYLE_YEAR; i <= STYLE_DAY; i++) styles[i] = "numeric";
  }
  if (hasTime && !namesTime && !(hasDate && namesDate)) {
    for (let i = STYLE_HOUR; i <= STYLE_SECOND; i++) styles[i] = "numeric";
  }
}

function styledNumber(value: number, style: string): string {
  return style === "2-digit" ? twoDigits(value % 100) : "" + value;
}

function styledName(names: string, index: number, style: string): string {
  const name: string = splitText(names, ",", 12)[index];
  if (style === "long") return name;
  return $string_slice(name, 0, style === "narrow" ? 1 : 3);
}

// September is the one month whose British abbreviation has four letters.
function monthName(month: number, style: string, isBritish: boolean): string {
  return isBritish && style === "short" && month === 8 ? "Sept" : styledName(MONTHS_IN_ENGLISH, month, style);
}

function datePart(local: number, styles: $List, isBritish: boolean): string {
  const fields = fieldsOf(local);
  const monthStyle: string = styles[STYLE_MONTH];
  const dayStyle: string = styles[STYLE_DAY];
  const isNumeric = monthStyle === "numeric" || monthStyle === "2-digit";
  const isPadded = isBritish && isNumeric && (dayStyle !== "" || styles[STYLE_YEAR] !== "");
  let year = "";
  if (styles[STYLE_YEAR] !== "") {
    const shown: number = fields[FIELD_YEAR];
    year = styledNumber(shown > 0 ? shown : 1 - shown, styles[STYLE_YEAR]);
  }
  let month = "";
  if (isNumeric) month = styledNumber(fields[FIELD_MONTH] + 1, isPadded ? "2-digit" : monthStyle);
  else if (monthStyle !== "") month = monthName(fields[FIELD_MONTH], monthStyle, isBritish);
  const day = dayStyle === "" ? "" : styledNumber(fields[FIELD_DAY], isPadded ? "2-digit" : dayStyle);
  const text = joinDate(year, month, day, isNumeric, isBritish);
  if (styles[STYLE_WEEKDAY] === "") return text;
  const weekday = styledName(WEEKDAYS_IN_ENGLISH, weekdayOf($$FFLOOR(local / 86400000)), styles[STYLE_WEEKDAY]);
  if (text === "") return weekday;
  if (day === "" || (month === "" && !isBritish)) return text + " " + weekday;
  return weekday + (isBritish && (month === "" || year === "") ? " " : ", ") + text;
}

function joinDate(year: string, month: string, day: string, isNumeric: boolean, isBritish: boolean): string {
  if (month === "") {
    if (year === "" || day === "") return year + day;
    return year + " (day: " + day + ")";
  }
  const mark = isNumeric ? "/" : " ";
  let text = month;
  if (day !== "") text = isBritish ? day + mark + month : month + mark + day;
  if (year === "") return text;
  return text + (day !== "" && !isNumeric && !isBritish ? ", " : mark) + year;
}

function timePart(local: number, styles: $List, isBritish: boolean): string {
  const fields = fieldsOf(local);
  const hasHour = styles[STYLE_HOUR] !== "";
  const hasMinute = styles[STYLE_MINUTE] !== "";
  const hasSecond = styles[STYLE_SECOND] !== "";
  const digits: number = styles[STYLE_FRACTION];
  let second = "";
  if (hasSecond) second = styledNumber(fields[FIELD_SECOND], hasMinute ? "2-digit" : "numeric");
  if (digits > 0) {
    const fraction = $string_slice(paddedNumber(fields[FIELD_MILLISECOND], 3), 0, digits);
    second = hasSecond ? second + "." + fraction : fraction;
  }
  let text = "";
  if (hasMinute) text = styledNumber(fields[FIELD_MINUTE], hasHour || hasSecond ? "2-digit" : "numeric");
  if (hasMinute && second !== "") text = text + ":" + second;
  if (!hasHour) return hasMinute ? text : second;
  const cycle = clockCycle(styles[STYLE_CYCLE], isBritish);
  const hour = hourText(fields[FIELD_HOUR], cycle, isBritish ? britishHour(styles) : styles[STYLE_HOUR]);
  const isHalf = cycle === "h12" || cycle === "h11";
  const clock = hour + (text === "" ? (!isHalf && styles[STYLE_ZONE] !== "" ? "h" : "") : ":" + text);
  const half = isBritish ? (fields[FIELD_HOUR] < 12 ? " am" : " pm") : fields[FIELD_HOUR] < 12 ? " AM" : " PM";
  const whole = isHalf ? clock + half : clock;
  return text === "" && second !== "" ? whole + " (second: " + second + ")" : whole;
}

// "12" and "24" are what the option `hour12` asks for.
function clockCycle(given: string, isBritish: boolean): string {
  if (given === "") return isBritish ? "h23" : "h12";
  if (given === "12") return isBritish ? "h11" : "h12";
  return given === "24" ? (isBritish ? "h23" : "h24") : given;
}

// Which style British hours have when they are counted to 24: "bare" ones have no zero in front.
function britishHour(styles: $List): string {
  if (styles[STYLE_HOUR] === "2-digit" || styles[STYLE_FIXED] === 1) return styles[STYLE_HOUR];
  if (styles[STYLE_WEEKDAY] !== "" && !hasStyle(styles, STYLE_YEAR, STYLE_DAY)) return "numeric";
  const hasZone = styles[STYLE_ZONE] !== "";
  const second: string = styles[STYLE_SECOND];
  const isBare = hasZone ? second !== "" : styles[STYLE_MINUTE] === "2-digit" && second !== "numeric";
  return isBare ? "bare" : "numeric";
}

function hourText(hour: number, cycle: string, style: string): string {
  if (cycle === "h23") return style === "bare" ? "" + hour : twoDigits(hour);
  if (cycle === "h24") return twoDigits(hour === 0 ? 24 : hour);
  const half = hour % 12;
  return styledNumber(half === 0 && cycle === "h12" ? 12 : half, style);
}

// The name of the zone that has been looked at.
function zonePart(styles: $List, isBritish: boolean): string {
  if (styles[STYLE_ZONE] === "") return "";
  const name: string = zoneLongName;
  if (styles[STYLE_ZONE] === "long") return name;
  if (!isBritish) return zoneShortName;
  const place = $string_indexOf(BRITISH_ZONES, name + "=", 0);
  if (place < 0) return offsetName(zoneAhead);
  const start = place + name.length + 1;
  return $string_slice(BRITISH_ZONES, start, $string_indexOf(BRITISH_ZONES, ",", start));
}

function offsetName(ahead: number): string {
  const minutes = $$FTRUNC($$FABS(ahead) / 60000);
  const rest = minutes % 60 === 0 ? "" : ":" + twoDigits(minutes % 60);
  return "GMT" + (ahead < 0 ? "-" : "+") + $$FFLOOR(minutes / 60) + rest;
}

// What stands between date and time.
function dateGlue(styles: $List, isLong: boolean, isBritish: boolean): string {
  if (isLong) return " at ";
  const isWeekday = styles[STYLE_WEEKDAY] !== "" && !hasStyle(styles, STYLE_YEAR, STYLE_DAY);
  return isWeekday && !(isBritish && styles[STYLE_MINUTE] === "") ? " " : ", ";
}
