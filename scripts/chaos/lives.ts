import { seededRandom } from '../../sandbox/world';
import type { PivotRecord } from '../../src/fields';

/** Where a participant stands at a moment of the storm. */
interface Life {
  readonly phase: 'before' | 'open' | 'suspended' | 'closed';
  /** How many times they have come. */
  readonly entries: number;
  /** Day of the last change, counted from the beginning: what is told differs from what was told before. */
  readonly day: number;
}

/** How many of a list have something new to say each time, on average. */
const CHANGES = 0.35;
const FIRST_DAY = Date.parse('2024-01-01T12:00:00Z');
const DAY_MS = 86_400_000;

/** A list as it stands at a moment of the storm: the same seed and moment give the same list. */
export function listAt(people: readonly PivotRecord[], seed: number, round: number): readonly PivotRecord[] {
  return people.map((person, nth) => recordOf(person, lifeAt(seed, nth, round)));
}

function lifeAt(seed: number, nth: number, round: number): Life {
  let life: Life = { phase: 'before', entries: 0, day: 0 };
  for (let now = 1; now <= round; now += 1) life = next(life, seededRandom(seed, nth, now), now);
  return life;
}

/** The first round opens everybody; later ones change some of them. */
function next({ phase, entries, day }: Life, random: ReturnType<typeof seededRandom>, now: number): Life {
  if (phase === 'before') return { phase: 'open', entries: 1, day: now };
  if (!random.chance(CHANGES)) return { phase, entries, day };
  const lot = random.next();
  switch (phase) {
    case 'open':
      return { phase: lot < 0.6 ? 'open' : lot < 0.8 ? 'suspended' : 'closed', entries, day: now };
    case 'suspended':
      return { phase: lot < 0.3 ? 'suspended' : lot < 0.8 ? 'open' : 'closed', entries, day: now };
    case 'closed':
      return { phase: 'open', entries: entries + 1, day: now };
  }
}

function recordOf(person: PivotRecord, { phase, entries, day }: Life): PivotRecord {
  const begun = { ...person, entryDate: dayAt(entries), lastMeetingDate: dayAt(day) };
  if (phase === 'suspended') return { ...begun, suspensionFrom: dayAt(day) };
  if (phase === 'closed') return { ...begun, exitDate: dayAt(day), exitReason: 'durableJob' };
  return begun;
}

function dayAt(count: number): string {
  return new Date(FIRST_DAY + count * DAY_MS).toISOString().slice(0, 10);
}
