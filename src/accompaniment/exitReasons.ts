import type { Problem } from '../fields';
import { shownText } from '../identity';
import shipped from './exitReasons.json';

/** Why an accompaniment ends, in our own words; the profile's code table `exitReason` translates. Stable values. */
export const EXIT_REASONS = [
  'durableJob',
  'transitionJob',
  'businessCreation',
  'qualifyingTraining',
  'moved',
  'abandoned',
  'redirected',
  'retired',
  'deceased',
  'other',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

/** A PLIE's own table: its label (or code) → the neutral reason that it means. */
export type ExitReasonTable = Readonly<Record<string, string>>;

interface ExitReasonLabel {
  readonly label: string;
  readonly reason: ExitReason;
  readonly sensitive?: boolean;
}

/**
 * A reason as the list has it, understood. `generalised` when a sensitive reason (health, prison, death…) became
 * `other`. An unknown reason comes back with the three nearest labels.
 */
export type ExitReasonReading =
  | { readonly status: 'known'; readonly reason: ExitReason; readonly generalised: boolean }
  | { readonly status: 'unknown'; readonly problem: Problem };

const SHIPPED: readonly ExitReasonLabel[] = shipped.labels.map((entry) => ({
  label: entry.label,
  reason: isExitReason(entry.reason) ? entry.reason : 'other',
  ...(entry.sensitive ? { sensitive: true } : {}),
}));

/** The table that ships, for people to start theirs from. */
export const SHIPPED_EXIT_REASONS: ExitReasonTable = Object.fromEntries(
  SHIPPED.map(({ label, reason }) => [label, reason]),
);

/** No label is longer; a cell that slipped in here is not repeated whole. */
const LONGEST_SHOWN = 60;
const LONGEST_COMPARED = 200;

/** True when the text is one of the neutral reasons. */
export function isExitReason(text: string): text is ExitReason {
  return (EXIT_REASONS as readonly string[]).includes(text);
}

/**
 * Understands a reason: the PLIE's own table first, then a neutral reason as it is, then the table that ships. Case,
 * accents and punctuation don't count.
 */
export function readExitReason(label: string, ownTable: ExitReasonTable = {}): ExitReasonReading {
  const wanted = labelKey(label);
  const own = Object.entries(ownTable).find(([entry]) => labelKey(entry) === wanted);
  if (own) return fromOwnTable(...own);
  if (isExitReason(label)) return { status: 'known', reason: label, generalised: false };
  const known = SHIPPED.find((entry) => labelKey(entry.label) === wanted);
  if (known) return { status: 'known', reason: known.reason, generalised: known.sensitive === true };
  const labels = [...Object.keys(ownTable), ...SHIPPED.map((entry) => entry.label)];
  return { status: 'unknown', problem: unknownReason(label, wanted, labels) };
}

function fromOwnTable(label: string, reason: string): ExitReasonReading {
  if (isExitReason(reason)) return { status: 'known', reason, generalised: false };
  const params = { label: label.slice(0, LONGEST_SHOWN), reason: reason.slice(0, LONGEST_SHOWN) };
  return { status: 'unknown', problem: { code: 'accompaniment.exitReason.badTable', field: 'exitReason', params } };
}

function unknownReason(label: string, wanted: string, labels: readonly string[]): Problem {
  const byKey = new Map(labels.map((text) => [labelKey(text), text]));
  const [first = '', second = '', third = ''] = [...byKey]
    .map(([key, text]) => ({ text, likeness: likeness(wanted, key) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ text }) => text);
  const value = shownText(label, LONGEST_SHOWN);
  return { code: 'accompaniment.exitReason.unknown', field: 'exitReason', params: { value, first, second, third } };
}

function labelKey(label: string): string {
  return label
    .slice(0, LONGEST_COMPARED)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/>/g, ' plus de ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * How near a label is, 0 to 1: Dice coefficient over pairs of letters; at least 0.7 where one holds all words of the
 * other (`CDI` in `CDI chez un particulier`).
 */
function likeness(left: string, right: string): number {
  const [a, b] = [pairs(left), pairs(right)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  const dice = (2 * shared) / Math.max(1, a.size + b.size);
  return holdsWords(left, right) || holdsWords(right, left) ? Math.max(dice, 0.7 + dice / 10) : dice;
}

function holdsWords(text: string, words: string): boolean {
  return words !== '' && words.split(' ').every((word) => text.split(' ').includes(word));
}

function pairs(text: string): ReadonlySet<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}
