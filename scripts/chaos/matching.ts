import type { LogEntry } from '../../sandbox/gateway/accessLog';
import type { KeyLine } from './orders';

/** One intent as it stands in the ledger. */
export interface IntentRow {
  readonly key: string;
  readonly version: number;
  readonly operation: string;
  /** What was heard last; none when nothing was. */
  readonly outcome: string | null;
  readonly settled: boolean;
}

/** What both sides have written down. */
export interface Evidence {
  /** The other side's own access log. */
  readonly log: readonly LogEntry[];
  readonly intents: readonly IntentRow[];
  /** Lines of the audit journal that are ends of declarations, by operation and outcome. */
  readonly journal: ReadonlyMap<string, number>;
  readonly keys: readonly KeyLine[];
  /** By participant, how they stand: as the list says it, and as the other side holds it. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly held: ReadonlyMap<string, string>;
}

/** Each with what it is about: a reference and a version. */
export interface Verdict {
  /** We believe that it was said, or the list wants it said, and the other side does not hold it. */
  readonly lost: readonly string[];
  /** The other side took the same thing twice. */
  readonly twice: readonly string[];
  /** Waits for a person. */
  readonly parked: readonly string[];
  /** The two sides differ in any other way. */
  readonly unexplained: readonly string[];
}

interface Commit {
  readonly reference: string;
  readonly version: number;
  readonly key: string;
  readonly content: string;
}

/** Outcomes after which the other side holds what was said. */
const HELD: ReadonlySet<string> = new Set(['declared', 'unchanged', 'sent']);

/** Holds the two sides' own records against each other, declaration by declaration. */
export function matched(evidence: Evidence): Verdict {
  const commits = commitsOf(evidence.log);
  const intents = new Map(evidence.intents.map((intent) => [intent.key, intent]));
  const keys = new Map(evidence.keys.map((line) => [line.key, line]));
  const nameOf = (key: string, version: number): string => `${keys.get(key)?.reference ?? '?'} ${version}`;
  return {
    lost: [...toldAndNotTaken(evidence.intents, commits, nameOf), ...wantedAndNotHeld(evidence)],
    twice: takenTwice(commits),
    parked: evidence.intents.filter(({ settled }) => !settled).map(({ key, version }) => nameOf(key, version)),
    unexplained: [
      ...commits.flatMap((commit) => unexplained(commit, intents.get(commit.key))),
      ...evidence.intents.filter(({ key }) => !keys.has(key)).map(({ key }) => `nobody made the key ${key}`),
      ...journalDiffers(evidence),
    ],
  };
}

function commitsOf(log: readonly LogEntry[]): readonly Commit[] {
  return log.flatMap(({ declarations }) =>
    declarations
      .filter(({ committed }) => committed)
      .map(({ reference = '?', version = 0, idempotencyKey = '?', content = '?' }) => {
        return { reference, version, key: idempotencyKey, content };
      }),
  );
}

function takenTwice(commits: readonly Commit[]): string[] {
  const byReference = groupedBy(commits, ({ reference }) => reference);
  return [...byReference.values()].flatMap((ofOne) => {
    const inOrder = ofOne.toSorted((left, right) => left.version - right.version);
    return inOrder.flatMap(({ reference, version, content }, nth) => {
      const before = inOrder[nth - 1];
      return before && (before.version === version || before.content === content) ? [`${reference} ${version}`] : [];
    });
  });
}

function toldAndNotTaken(
  intents: readonly IntentRow[],
  commits: readonly Commit[],
  nameOf: (key: string, version: number) => string,
): string[] {
  const taken = new Set(commits.map(({ key, version }) => `${key} ${version}`));
  return intents
    .filter(({ settled, outcome }) => settled && outcome === 'declared')
    .filter(({ key, version }) => !taken.has(`${key} ${version}`))
    .map(({ key, version }) => nameOf(key, version));
}

function wantedAndNotHeld({ wanted, held }: Evidence): string[] {
  return [...wanted]
    .filter(([participant, day]) => held.get(participant) !== day)
    .map(([participant, day]) => `${participant}: ${day} on the list, ${held.get(participant) ?? 'nothing'} held`);
}

function unexplained({ reference, version }: Commit, intent: IntentRow | undefined): string[] {
  if (!intent) return [`${reference} ${version}: taken, and no intent stands for it`];
  if (intent.version !== version) return [`${reference} ${version}: taken, and the intent says ${intent.version}`];
  if (!intent.settled || HELD.has(intent.outcome ?? '')) return [];
  return [`${reference} ${version}: taken, and we believe: ${intent.outcome ?? 'nothing'}`];
}

function journalDiffers({ intents, journal }: Pick<Evidence, 'intents' | 'journal'>): string[] {
  const ended = groupedBy(
    intents.filter(({ settled }) => settled),
    ({ operation, outcome }) => `${operation} ${outcome}`,
  );
  return [...new Set([...ended.keys(), ...journal.keys()])]
    .filter((name) => (ended.get(name)?.length ?? 0) !== (journal.get(name) ?? 0))
    .map((name) => `${name}: ${ended.get(name)?.length ?? 0} intents, ${journal.get(name) ?? 0} lines of the journal`);
}

function groupedBy<T>(list: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}

/** What can be told without the other side's log: what stands there under each reference, against what we believe. */
export function matchedByReading({
  intents,
  journal,
  keys,
  stored,
}: Pick<Evidence, 'intents' | 'journal' | 'keys'> & { readonly stored: ReadonlyMap<string, number> }): Verdict {
  const byKey = new Map(intents.map((intent) => [intent.key, intent]));
  const lines = groupedBy(keys, ({ reference }) => reference);
  const lost: string[] = [];
  const unexplained: string[] = [];
  for (const [reference, ofOne] of lines) {
    const settled = ofOne.flatMap(({ key }) => byKey.get(key) ?? []).filter((intent) => intent.settled);
    const told = Math.max(0, ...settled.filter(({ outcome }) => HELD.has(outcome ?? '')).map(({ version }) => version));
    const there = stored.get(reference) ?? 0;
    if (there < told) lost.push(`${reference} ${told}: ${there} stands there`);
    if (there > told) unexplained.push(`${reference} ${there}: stands there, and we believe ${told}`);
  }
  return {
    lost,
    // A version that is taken is taken once; the same under two versions shows in the other side's log alone.
    twice: [],
    parked: intents.filter(({ settled }) => !settled).map(({ key, version }) => `${key} ${version}`),
    unexplained: [...unexplained, ...journalDiffers({ intents, journal })],
  };
}

/** The last line of the command. */
export function lastLine({ lost, twice, parked, unexplained: rest }: Verdict): string {
  return `lost ${lost.length}, twice ${twice.length}, parked ${parked.length}, unexplained ${rest.length}`;
}
