/** One moment, as the sandbox sees it. */
export interface Moment {
  /** Milliseconds of the real clock: tokens, waits, Retry-After. */
  readonly real: number;
  /** The business moment, ISO 8601 with `Z`; differs from the real clock when `--today` moves it. */
  readonly at: string;
  /** The business day in Paris, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Clock {
  now(): Moment;
}

const PARIS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/**
 * A clock whose business day starts at `today` and goes on from there.
 * @param today `YYYY-MM-DD`; without it, the real day
 * @param real the real clock, in milliseconds
 */
export function createClock(today: string | undefined, real: () => number): Clock {
  const shift = today === undefined ? 0 : Date.parse(today) - Date.parse(dayInParis(real()));
  return {
    now: () => {
      const now = real();
      return momentAt(now, now + shift);
    },
  };
}

/** @param business milliseconds of the business clock */
export function momentAt(real: number, business: number): Moment {
  return { real, at: new Date(business).toISOString(), today: dayInParis(business) };
}

/** The day in Paris of a moment, `YYYY-MM-DD`. */
export function dayInParis(milliseconds: number): string {
  return PARIS_DAY.format(milliseconds);
}

/** `day` moved by `count` days, `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
