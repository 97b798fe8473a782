import { DATE_LEVELS, levelNumbers } from './levels';

const LEVEL = levelNumbers(DATE_LEVELS);

/** Level of two birth dates, packed YYYYMMDD; 0 = not known. */
export function compareBirthDates(a: number, b: number): number {
  if (a === 0 || b === 0) return LEVEL.missing;
  if (a === b) return isDefault(a) ? LEVEL.sameByDefault : LEVEL.same;
  const year = Math.floor(a / 10_000);
  const otherYear = Math.floor(b / 10_000);
  const monthDay = a % 10_000;
  const otherMonthDay = b % 10_000;
  // Day and month by default: the year is all that was known, and it differs.
  if (monthDay === otherMonthDay && isDefault(a)) return LEVEL.otherYear;
  if (monthDay === otherMonthDay) return isYearError(year, otherYear) ? LEVEL.yearTyping : LEVEL.otherYear;
  if (year !== otherYear) return twoOfThree(a, b) ? LEVEL.sameMonthOrDay : LEVEL.different;
  return sameYearLevel(a, b);
}

/** Years between two packed dates. */
export function yearGap(a: number, b: number): number {
  return Math.abs(Math.floor(a / 10_000) - Math.floor(b / 10_000));
}

/** 1 January and 31 December stand for "not known" in many registers. */
export function isDefault(date: number): boolean {
  const monthDay = date % 10_000;
  return monthDay === 101 || monthDay === 1231;
}

function sameYearLevel(a: number, b: number): number {
  const month = Math.floor(a / 100) % 100;
  const day = a % 100;
  const otherMonth = Math.floor(b / 100) % 100;
  const otherDay = b % 100;
  if (month === otherDay && day === otherMonth) return LEVEL.swapped;
  if (isDefault(a) || isDefault(b)) return LEVEL.byDefault;
  if (month === otherMonth) return oneDigitApart(day, otherDay) ? LEVEL.dayTyping : LEVEL.sameMonthOrDay;
  if (day === otherDay) return oneDigitApart(month, otherMonth) ? LEVEL.monthTyping : LEVEL.sameMonthOrDay;
  return LEVEL.sameYear;
}

/** Year one digit off, one or ten beside, or two digits changed over; a generation apart is no typing error. */
function isYearError(a: number, b: number): boolean {
  const gap = Math.abs(a - b);
  if (gap === 1 || gap === 10 || gap === 100) return true;
  const turned = (a % 10) * 10 + (Math.floor(a / 10) % 10) === b % 100 && Math.floor(a / 100) === Math.floor(b / 100);
  return gap < 15 && (turned || oneDigitApart(a % 100, b % 100));
}

/** Year one or ten beside, and month or day the same: two errors in one date. */
function twoOfThree(a: number, b: number): boolean {
  const sameMonth = Math.floor(a / 100) % 100 === Math.floor(b / 100) % 100;
  const sameDay = a % 100 === b % 100;
  return yearGap(a, b) === 1 && (sameMonth || sameDay);
}

function oneDigitApart(a: number, b: number): boolean {
  const sameTens = Math.floor(a / 10) === Math.floor(b / 10);
  const sameUnits = a % 10 === b % 10;
  const turned = Math.floor(a / 10) === b % 10 && a % 10 === Math.floor(b / 10);
  return sameTens || sameUnits || turned;
}
