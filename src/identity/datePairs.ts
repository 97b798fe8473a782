const DATE = String.raw`(?:\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([-/.])\d{1,2}\2\d{1,2})`;
const SECOND = DATE.replace(/\\1/g, String.raw`\3`).replace(/\\2/g, String.raw`\4`);
/** Two dates with a hyphen or a slash between: `1/12/2021-31/12/2022`. */
const PAIR = new RegExp(String.raw`(?<!\d)${DATE}\s?[-–—/]\s?${SECOND}(?!\d)`, 'g');
const LAST_DAY = 31;
const LAST_MONTH = 12;

/**
 * Takes pairs of dates out of a text: their figures together are as many as a NIR's (13 to 16) and can read like one.
 * Only figures that can be days and months go; anything else stays, so that no number hides behind a hyphen.
 */
export function withoutDatePairs(text: string): string {
  return text.replace(PAIR, (pair) => (datesOf(pair).every(mayBeDate) ? ' … ' : pair));
}

function datesOf(pair: string): string[] {
  return pair.match(/\d{1,4}([-/.])\d{1,2}\1\d{1,4}/g) ?? [];
}

function mayBeDate(text: string): boolean {
  const parts = text.split(/[-/.]/).map(Number);
  const [first = 0, month = 0, last = 0] = parts;
  const yearFirst = first > LAST_DAY;
  const [day, year] = yearFirst ? [last, first] : [first, last];
  const plausibleYear = year < 100 || (year >= 1900 && year < 2100);
  return day >= 1 && day <= LAST_DAY && month >= 1 && month <= LAST_MONTH && plausibleYear;
}
