// Times and their fields, in UTC and in the time zone of the machine.

// Year, month from 0 on, and day of the month of the day that has been looked at last.
let civilYear: number = 1970;
let civilMonth: number = 0;
let civilDay: number = 1;

// Looks at a day, counted from 1970. Years begin in March here, so that the leap day is the last of its year.
function lookAtDay(day: number): void {
  const z = day + 719468;
  const cycle = $$FFLOOR(z / 146097);
  const inCycle = z - cycle * 146097;
  const year = $$FFLOOR(
    (inCycle - $$FFLOOR(inCycle / 1460) + $$FFLOOR(inCycle / 36524) - $$FFLOOR(inCycle / 146096)) / 365,
  );
  const inYear = inCycle - (365 * year + $$FFLOOR(year / 4) - $$FFLOOR(year / 100));
  const month = $$FFLOOR((5 * inYear + 2) / 153);
  civilDay = inYear - $$FFLOOR((153 * month + 2) / 5) + 1;
  civilMonth = month < 10 ? month + 2 : month - 10;
  civilYear = year + cycle * 400 + (month < 10 ? 0 : 1);
}

// The day of a date, from 1970 on; months and days may be beyond their ends. NaN for what is far from all dates.
function dayOf(year: number, month: number, day: number): number {
  const y = $$FTRUNC(year);
  const m = $$FTRUNC(month);
  if (!($$FABS(y) <= 1000000 && $$FABS(m) <= 10000000 && $number_isFinite(day))) return NaN;
  const carried = y + $$FFLOOR(m / 12);
  const inYear = m - $$FFLOOR(m / 12) * 12;
  const fromMarch = inYear < 2 ? carried - 1 : carried;
  const cycle = $$FFLOOR(fromMarch / 400);
  const yearInCycle = fromMarch - cycle * 400;
  const monthFromMarch = inYear < 2 ? inYear + 10 : inYear - 2;
  const dayInYear = $$FFLOOR((153 * monthFromMarch + 2) / 5);
  const inCycle = yearInCycle * 365 + $$FFLOOR(yearInCycle / 4) - $$FFLOOR(yearInCycle / 100) + dayInYear;
  return cycle * 146097 + inCycle - 719468 + $$FTRUNC(day) - 1;
}

function timeInDay(hour: number, minute: number, second: number, millisecond: number): number {
  return $$FTRUNC(hour) * 3600000 + $$FTRUNC(minute) * 60000 + $$FTRUNC(second) * 1000 + $$FTRUNC(millisecond);
}

function clippedTime(time: number): number {
  return $$FABS(time) <= 8.64e15 ? $$FTRUNC(time) + 0 : NaN;
}

// The fields of a time: year, month, day, hours, minutes, seconds, milliseconds.
function fieldsOf(time: number): $List {
  const day = $$FFLOOR(time / 86400000);
  const rest = time - day * 86400000;
  lookAtDay(day);
  return [
    civilYear,
    civilMonth,
    civilDay,
    $$FFLOOR(rest / 3600000),
    $$FFLOOR(rest / 60000) % 60,
    $$FFLOOR(rest / 1000) % 60,
    rest % 1000,
  ];
}

function fieldOf(given: number, field: number, isLocal: boolean): number {
  if (given !== given) return NaN;
  const time = isLocal ? localOf(given) : given;
  const day = $$FFLOOR(time / 86400000);
  if (field === FIELD_WEEKDAY) return weekdayOf(day);
  if (field <= FIELD_DAY) {
    lookAtDay(day);
    return field === FIELD_YEAR ? civilYear : field === FIELD_MONTH ? civilMonth : civilDay;
  }
  const rest = time - day * 86400000;
  if (field === FIELD_HOUR) return $$FFLOOR(rest / 3600000);
  if (field === FIELD_MINUTE) return $$FFLOOR(rest / 60000) % 60;
  return field === FIELD_SECOND ? $$FFLOOR(rest / 1000) % 60 : rest % 1000;
}

function weekdayOf(day: number): number {
  const rest = (day + 4) % 7;
  return rest < 0 ? rest + 7 : rest + 0;
}

// What holds in the time zone of the machine around the time that has been asked for last, and the names of the zone.
let zoneStart: number = 0;
let zoneEnd: number = 0;
let zoneAhead: number = 0;
let zoneLongName: any = "";
let zoneShortName: any = "";

// The periods that have been asked for, by zone and the year of a time; an empty name is the zone of the machine.
const knownZonePeriods = $table_new();

// Looks at a time zone; whether there is such a one.
function lookAtZone(name: string, time: number): boolean {
  lookAtDay($$FFLOOR(time / 86400000));
  const key = name + " " + civilYear;
  const known = $table_get(knownZonePeriods, key);
  if (!$value_isAbsent(known)) {
    const periods: $List = known;
    for (let i = 0; i < periods.length; i++) {
      const period: $List = periods[i];
      if (time >= period[0] && time < period[1]) {
        usePeriod(period);
        return true;
      }
    }
  }
  const text: string = $host_timeZonePeriod(name, time);
  if (text === "") return false;
  const period = splitText(text, ",", 5);
  for (let i = 0; i < 3; i++) period[i] = $number_ofString(period[i]);
  if ($value_isAbsent(known)) {
    $table_set(knownZonePeriods, key, [period]);
  } else {
    const periods: $List = known;
    periods.push(period);
  }
  usePeriod(period);
  return true;
}

function usePeriod(period: $List): void {
  zoneStart = period[0];
  zoneEnd = period[1];
  zoneAhead = period[2];
  zoneLongName = period[3];
  zoneShortName = period[4];
}

// What the time zone of the machine is ahead of UTC, in milliseconds.
function zoneOffset(time: number): number {
  if (!(time >= ownStart && time < ownEnd)) {
    lookAtZone("", time);
    ownStart = zoneStart;
    ownEnd = zoneEnd;
    ownAhead = zoneAhead;
  }
  return ownAhead;
}

// The period of the machine's zone that has been used last.
let ownStart: number = 0;
let ownEnd: number = 0;
let ownAhead: number = 0;

function localOf(time: number): number {
  return time + zoneOffset(time);
}

// The time at which clocks show a local one: the first if there are two, and as if clocks had not been put forward.
function utcOfLocal(local: number): number {
  if (!($$FABS(local) <= 8.65e15)) return NaN;
  const before = zoneOffset(local - 86400000);
  const after = zoneOffset(local + 86400000);
  if (before === after || zoneOffset(local - before) === before) return local - before;
  return zoneOffset(local - after) === after ? local - after : local - before;
}
