import type { PivotField } from '../fields';
import { shownText } from '../identity';
import type { ColumnContent } from './columnContent';
import type { Part } from './headerEvidence';
import type { ColumnMapping } from './mapHeaders';
import { keyOf } from './headerEvidence';
import { headerTokens } from './normaliseHeader';
import type { Proposal } from './proposals';

/** The order in which parts are joined into one value. */
const PART_ORDER: readonly Part[] = ['number', 'type', 'name', 'whole', 'complement', 'key'];

/** Characters of a header that a question repeats. */
const LONGEST_SHOWN = 80;

interface Candidate {
  readonly index: number;
  readonly proposal: Proposal;
}

/** Lets columns compete for fields: the best keeps the field, parts are joined, the others stay behind and say why. */
export function assignFields(
  headers: readonly string[],
  proposals: readonly Proposal[],
  contents: readonly ColumnContent[],
): readonly ColumnMapping[] {
  const places = new Map<number, number | undefined>();
  const losers = new Map<number, string>();
  for (const [field, candidates] of byField(proposals)) {
    const kept = keptColumns(field, candidates, contents);
    kept.forEach((candidate, position) => places.set(candidate.index, kept.length > 1 ? position + 1 : undefined));
    for (const loser of candidates.filter((candidate) => !kept.includes(candidate))) {
      losers.set(loser.index, reasonToLose(field, loser, kept[0], headers));
    }
  }
  return proposals.map((proposal, index) => column(index, headers[index] ?? '', proposal, places, losers.get(index)));
}

function byField(proposals: readonly Proposal[]): ReadonlyMap<PivotField, readonly Candidate[]> {
  const groups = new Map<PivotField, Candidate[]>();
  proposals.forEach((proposal, index) => {
    const fields = typeof proposal.field === 'string' ? [proposal.field] : (proposal.field ?? []);
    for (const field of fields) groups.set(field, [...(groups.get(field) ?? []), { index, proposal }]);
  });
  return groups;
}

/** One column, or the parts of a street or of a NIR in the order in which they are joined. */
function keptColumns(
  field: PivotField,
  candidates: readonly Candidate[],
  contents: readonly ColumnContent[],
): readonly Candidate[] {
  const ordered = [...candidates].sort((a, b) => order(a, contents) - order(b, contents) || a.index - b.index);
  const [best] = ordered;
  if (!best) return [];
  if (field !== 'street' && field !== 'nir') return [best];
  const seen = new Set<Part | undefined>();
  const parts = ordered.filter(({ proposal }) => !seen.has(proposal.part) && seen.add(proposal.part));
  return parts.sort((a, b) => partPlace(a) - partPlace(b));
}

/** An empty column never takes a field from a filled one. */
function order({ index, proposal }: Candidate, contents: readonly ColumnContent[]): number {
  const sampled = contents.some((content) => content.filled > 0);
  const empty = sampled && contents[index]?.filled === 0 ? 100 : 0;
  return proposal.rank + empty;
}

function partPlace({ proposal }: Candidate): number {
  return proposal.part ? PART_ORDER.indexOf(proposal.part) : -1;
}

function reasonToLose(
  field: PivotField,
  loser: Candidate,
  winner: Candidate | undefined,
  headers: readonly string[],
): string {
  const [own, other] = [headers[loser.index] ?? '', headers[winner?.index ?? -1] ?? ''];
  if (keyOf(headerTokens(own)) === keyOf(headerTokens(other))) return 'sameHeader';
  return field === 'phone' ? 'secondPhone' : 'betterColumn';
}

function column(
  index: number,
  header: string,
  proposal: Proposal,
  places: ReadonlyMap<number, number | undefined>,
  lost: string | undefined,
): ColumnMapping {
  const n = index + 1;
  if (lost) return { n, header, field: null, why: { code: `intake.column.${lost}` }, sensitive: proposal.sensitive };
  const part = places.get(index);
  return {
    n,
    header,
    field: proposal.field,
    ...(part ? { part } : {}),
    why: { code: `intake.column.${proposal.why}` },
    ...(proposal.ask
      ? { ask: { code: `intake.ask.${proposal.ask}`, params: { header: shownText(header.trim(), LONGEST_SHOWN) } } }
      : {}),
    sensitive: proposal.sensitive,
  };
}
