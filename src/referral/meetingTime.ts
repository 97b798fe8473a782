const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const FRENCH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(?:à\s+)?(\d{1,2})[:h](\d{2})?$/;

/**
 * ISO 8601 with offset of a meeting time: as it is when it has one, else a wall clock time of the zone
 * (`2026-12-01T09:30`, `01/12/2026 9h30`). Undefined when it is no such time.
 */
export function meetingTime(text: string, timeZone: string): string | undefined {
  const trimmed = text.trim();
  if (WITH_OFFSET.test(trimmed)) return Number.isNaN(Date.parse(trimmed)) ? undefined : trimmed;
  const french = FRENCH.exec(trimmed);
  if (french) {
    const [, day, month, year, hour, minute = '00'] = french;
    return zoned([year, month, day, hour, minute, '00'].map(Number), timeZone);
  }
  const local = LOCAL.exec(trimmed);
  return local
    ? zoned(
        local.slice(1).map((part) => Number(part ?? 0)),
        timeZone,
      )
    : undefined;
}

function zoned(parts: readonly number[], timeZone: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const text = new Date(wall).toISOString().slice(0, 19);
  const given = `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
  if (text !== given) return undefined;
  // Twice: the first guess of the offset can lie on the other side of a change of the clocks.
  const first = wall - offsetMinutes(wall, timeZone) * 60_000;
  const offset = offsetMinutes(first, timeZone);
  const sign = offset < 0 ? '-' : '+';
  return `${given}${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

/** Minutes by which the zone is ahead of UTC at an instant. */
function offsetMinutes(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0);
  return Math.round((shown - instant) / 60_000);
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
