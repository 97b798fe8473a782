import { isPivotField, PIVOT_FIELD_IDS, type PivotField } from '../fields';
import { holdsNir } from '../identity';
import { headerKeys, headerTokens, keyOf } from './normaliseHeader';
import synonyms from './synonyms.json';

/** Place of a column among those that make up one field. */
export type Part = 'number' | 'type' | 'name' | 'whole' | 'complement' | 'key';
/** What decides besides the header: the other columns or the content. */
export type Context = 'surname' | 'role' | 'referent' | 'personName' | 'orientationDate';

/** What a header says by itself. `why` and `ask` are the ends of wording codes (`intake.column.…`, `intake.ask.…`). */
export type HeaderEvidence =
  | {
      readonly kind: 'field';
      readonly field: PivotField;
      /** 0 is best; of several columns the lowest takes the field. */
      readonly rank: number;
      readonly part?: Part;
      readonly context?: Context;
      readonly ask?: string;
    }
  | { readonly kind: 'split'; readonly fields: readonly PivotField[] }
  | { readonly kind: 'neighbour'; readonly word: string }
  | { readonly kind: 'leave'; readonly why: string; readonly sensitive: boolean; readonly ask?: string }
  | { readonly kind: 'unknown' };

interface FieldGroup {
  readonly field: string;
  readonly words: readonly string[];
  readonly rank?: number;
  readonly part?: string;
  readonly context?: string;
  readonly ask?: string;
}

/** Ids of the pivot by their lower-case form: an items' key that is an id always means itself. */
const OWN_IDS = new Map(PIVOT_FIELD_IDS.map((id) => [id.toLowerCase(), id]));
const KNOWN = new Map<string, HeaderEvidence>();
const NEIGHBOUR_WORDS: ReadonlySet<string> = new Set(synonyms.neighbours.flatMap((rule) => rule.words));
const ASKED_SENSITIVE: ReadonlySet<string> = new Set(synonyms.askedSensitive.flatMap(headerKeys));
const SENSITIVE = tokenRules(synonyms.sensitive);
const LEAVE = tokenRules(synonyms.leave);

for (const group of synonyms.fields as readonly FieldGroup[]) {
  if (isPivotField(group.field)) learn(group.words, fieldEvidence(group, group.field));
}
for (const group of synonyms.splits) {
  learn(group.words, { kind: 'split', fields: group.fields.filter(isPivotField) });
}
for (const group of synonyms.leave) {
  learn(group.words ?? [], {
    kind: 'leave',
    why: group.why,
    sensitive: false,
    ...(group.ask ? { ask: group.why } : {}),
  });
}

/** What one header says, the other columns not yet considered. */
export function evidenceOf(header: string): HeaderEvidence {
  const own = OWN_IDS.get(header.trim().toLowerCase());
  if (own) return { kind: 'field', field: own, rank: -1 };
  const neighbour = shortWord(header);
  if (neighbour) return { kind: 'neighbour', word: neighbour };
  const tokens = headerTokens(header);
  const sensitive = SENSITIVE(tokens);
  if (sensitive) return leaveSensitive(header, sensitive);
  const known = headerKeys(header)
    .map((key) => KNOWN.get(key))
    .find((found) => found !== undefined);
  if (known) return known;
  const leave = LEAVE(tokens);
  return leave ? { kind: 'leave', why: leave, sensitive: false } : { kind: 'unknown' };
}

/** How many cells of a line are headers that we know, sensitive ones included: finds the header line. */
export function recognisedHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '' && cell.length <= 80 && evidenceOf(cell).kind !== 'unknown').length;
}

/** True when a line holds values rather than headers: a NIR, an e-mail address, a date or a long number. */
export function looksLikeData(cells: readonly string[]): boolean {
  return cells.some((cell) => holdsNir(cell) || /@|^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|^\s*\d{5,}\s*$/.test(cell));
}

function fieldEvidence(group: FieldGroup, field: PivotField): HeaderEvidence {
  return {
    kind: 'field',
    field,
    rank: group.rank ?? 0,
    ...(group.part ? { part: group.part as Part } : {}),
    ...(group.context ? { context: group.context as Context } : {}),
    ...(group.ask ? { ask: group.ask } : {}),
  };
}

/** The most literal key of each word; the first group that claims a key keeps it. */
function learn(words: readonly string[], evidence: HeaderEvidence): void {
  for (const word of words) {
    const [key] = headerKeys(word);
    if (key !== undefined && !KNOWN.has(key)) KNOWN.set(key, evidence);
  }
}

function leaveSensitive(header: string, why: string): HeaderEvidence {
  const ask = headerKeys(header).some((key) => ASKED_SENSITIVE.has(key)) ? { ask: 'minimumIncome' } : {};
  return { kind: 'leave', why, sensitive: true, ...ask };
}

/** `le`, `à`, `au`, `Motif`: words that mean something only beside the column on the left. */
function shortWord(header: string): string | undefined {
  const word = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z']/g, '');
  return NEIGHBOUR_WORDS.has(word) ? word : undefined;
}

/** A matcher of rules: a rule matches when all words of one of its entries stand in the header. */
function tokenRules(
  rules: readonly { readonly why: string; readonly tokens?: readonly string[] }[],
): (tokens: readonly string[]) => string | undefined {
  const prepared = rules.flatMap((rule) =>
    (rule.tokens ?? []).map((entry) => ({ why: rule.why, all: headerTokens(entry) })),
  );
  return (tokens) => prepared.find((rule) => rule.all.every((token) => tokens.includes(token)))?.why;
}

/** For tests: every known key with what it says. */
export function knownHeaders(): ReadonlyMap<string, HeaderEvidence> {
  return KNOWN;
}

export { keyOf };
