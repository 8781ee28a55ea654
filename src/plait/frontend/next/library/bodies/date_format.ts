// The texts of dates that do not depend on a language.

const NAMES_OF_DAYS = "SunMonTueWedThuFriSat";
const NAMES_OF_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

function twoDigits(value: number): string {
  return value < 10 ? "0" + value : "" + value;
}

function paddedNumber(value: number, digits: number): string {
  return $string_padStart("" + value, digits, "0");
}

function shortWeekday(time: number): string {
  const day = weekdayOf($$FFLOOR(time / 86400000));
  return $string_slice(NAMES_OF_DAYS, 3 * day, 3 * day + 3);
}

function shortMonth(month: number): string {
  return $string_slice(NAMES_OF_MONTHS, 3 * month, 3 * month + 3);
}

function yearText(year: number): string {
  return year < 0 ? "-" + paddedNumber(-year, 4) : paddedNumber(year, 4);
}

function clockOfFields(fields: $List): string {
  return twoDigits(fields[FIELD_HOUR]) + ":" + twoDigits(fields[FIELD_MINUTE]) + ":" + twoDigits(fields[FIELD_SECOND]);
}

function isoText(time: number): string {
  const fields = fieldsOf(time);
  const year: number = fields[FIELD_YEAR];
  let text = "";
  if (year >= 0 && year <= 9999) text = paddedNumber(year, 4);
  else text = (year < 0 ? "-" : "+") + paddedNumber($$FABS(year), 6);
  text = text + "-" + twoDigits(fields[FIELD_MONTH] + 1) + "-" + twoDigits(fields[FIELD_DAY]);
  return text + "T" + clockOfFields(fields) + "." + paddedNumber(fields[FIELD_MILLISECOND], 3) + "Z";
}

function dayText(local: number): string {
  const fields = fieldsOf(local);
  const day = shortWeekday(local) + " " + shortMonth(fields[FIELD_MONTH]) + " " + twoDigits(fields[FIELD_DAY]);
  return day + " " + yearText(fields[FIELD_YEAR]);
}

// The local time of the day, with the zone.
function clockText(time: number): string {
  const local = localOf(time);
  lookAtZone("", time);
  const minutes = $$FTRUNC($$FABS(zoneAhead) / 60000);
  const offset = twoDigits($$FFLOOR(minutes / 60)) + twoDigits(minutes % 60);
  return clockOfFields(fieldsOf(local)) + " GMT" + (zoneAhead < 0 ? "-" : "+") + offset + " (" + zoneLongName + ")";
}

function dateText(time: number): string {
  return time !== time ? "Invalid Date" : dayText(localOf(time)) + " " + clockText(time);
}

function utcText(time: number): string {
  if (time !== time) return "Invalid Date";
  const fields = fieldsOf(time);
  const day = shortWeekday(time) + ", " + twoDigits(fields[FIELD_DAY]) + " " + shortMonth(fields[FIELD_MONTH]);
  return day + " " + yearText(fields[FIELD_YEAR]) + " " + clockOfFields(fields) + " GMT";
}
