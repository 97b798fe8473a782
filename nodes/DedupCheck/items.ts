import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PersonCheck } from '../../src/delivery';
import type { CurrentAccompaniment } from '../../src/exchange';
import type { Problem } from '../../src/fields';
import type { IdentityDecision } from '../../src/identity';
import { hint, sentence, type NodeRun } from '../nodeRun';
import { itemOf, problemsJson } from '../outcomeItems';
import { breatheOf, inSlices } from '../slices';
import type { Words } from '../words';
import type { Verdict } from './combine';
import { isDouble } from './decide';
import type { Candidate, Finding, Source } from './finding';

/** What was decided about one item, and what is wrong with its line. */
export interface Decided extends Verdict {
  readonly index: number;
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** What the items of one execution all have. */
export interface Shown {
  readonly sources: readonly Source[];
  /** In which a second accompaniment would be a double one; where France Travail is asked. */
  readonly role?: string;
}

/** Order of the node's outputs: stable. */
const ORDER: readonly IdentityDecision[] = ['new', 'duplicate', 'review'];
/** Candidates that an item names; their number stands beside. */
const MOST_CANDIDATES = 5;

/** Sorts what was decided on the outputs, and says the counts. */
export async function outputs(
  run: NodeRun,
  decided: readonly Decided[],
  shown: Shown,
): Promise<INodeExecutionData[][]> {
  const { context, words } = run;
  const sorted: Record<IdentityDecision, INodeExecutionData[]> = { new: [], duplicate: [], review: [] };
  await inSlices(decided, breatheOf(run), (one) => {
    sorted[one.decision].push(itemOf(one.index, itemJson(words, one, shown)));
  });
  const counts = { new: sorted.new.length, duplicate: sorted.duplicate.length, review: sorted.review.length };
  context.addExecutionHints(hint(words('nodes.dedup.hint', counts)));
  return ORDER.map((decision) => sorted[decision]);
}

/** The same keys on every item of an execution, so that a table has no holes. Never a NIR, never a name. */
function itemJson(words: Words, one: Decided, { sources, role }: Shown): IDataObject {
  const { index, id, message, decision, reasons, findings, problems } = one;
  const candidates = candidatesOf(one);
  const [first] = candidates;
  return {
    line: index + 1,
    id,
    message: sentence(words, message),
    decision,
    candidateId: first?.id ?? '',
    candidateCount: candidates.length,
    probability: shownProbability(first?.probability ?? 0),
    reasons: reasons.map((reason) => sentence(words, reason)),
    reasonCodes: reasons.map(({ code }) => code),
    hl7: first?.hl7 ?? '',
    candidates: candidates.slice(0, MOST_CANDIDATES).map((candidate) => candidateJson(words, candidate)),
    ...(sources.includes('franceTravail') ? franceTravailJson(words, findings, role ?? '') : {}),
    sources: Object.fromEntries(sources.map((source) => [source, sourceJson(words, source, findings)])),
    ...problemsJson(words, problems),
    problems: problems.map((problem) => sentence(words, problem)),
  };
}

/** Those of the sources that decide first. */
function candidatesOf({ decision, findings }: Decided): readonly Candidate[] {
  const deciding = findings.filter((finding) => finding.decision === decision);
  const others = findings.filter((finding) => finding.decision !== decision);
  return [...deciding, ...others].flatMap(({ candidates }) => candidates);
}

function candidateJson(words: Words, candidate: Candidate): IDataObject {
  const { source, id, line, decision, probability, hl7, reasons } = candidate;
  return {
    source,
    id,
    line,
    decision,
    probability: shownProbability(probability),
    hl7,
    reasons: reasons.map((reason) => sentence(words, reason)),
    reasonCodes: reasons.map(({ code }) => code),
  };
}

/** Four figures, cut, so that "nearly certain" is not shown as certain. */
function shownProbability(probability: number): number {
  return Math.floor(probability * 10_000) / 10_000;
}

function sourceJson(words: Words, source: Source, findings: readonly Finding[]): IDataObject {
  const finding = findings.find((one) => one.source === source);
  if (!finding) return { decision: '', message: '' };
  return { decision: finding.decision, message: sentence(words, finding.message) };
}

/** Certified and not, each a state of its own; the others as they are. */
const STATE: Readonly<Record<PersonCheck['known'], string>> = {
  certified: 'foundCertified',
  uncertified: 'foundUncertified',
  notFound: 'notFound',
  several: 'several',
  forbidden: 'forbidden',
  rejected: 'rejected',
  notAsked: 'notAsked',
  unavailable: 'unavailable',
  unclear: 'unclear',
};

/** France Travail's own states, kept apart, and who accompanies; its number only where the convention lets it in. */
function franceTravailJson(words: Words, findings: readonly Finding[], role: string): IDataObject {
  const check = findings.find(({ source }) => source === 'franceTravail')?.check;
  const known = check?.known ?? 'notAsked';
  const listed = check?.accompaniments.kind === 'known' ? check.accompaniments : { own: [], others: [] };
  const double = listed.others.filter((other) => isDouble(other, role));
  const [shown] = [...double, ...listed.own, ...listed.others];
  return {
    state: STATE[known],
    stateMessage: words(`nodes.dedup.known.${known}`),
    organism: shown ? organismOf(shown) : '',
    since: shown?.since ?? '',
    // Not known is not "no".
    doubleAccompaniment: check?.accompaniments.kind === 'known' ? double.length > 0 : null,
    franceTravailNumber: check?.franceTravailNumber ?? '',
    askedWith: check?.askedWith ?? '',
    code: check?.code ?? '',
    accompaniments: [
      ...listed.own.map((one) => accompanimentJson(one, true)),
      ...listed.others.map((one) => accompanimentJson(one, false)),
    ],
  };
}

function organismOf({ structure, organism }: CurrentAccompaniment): string {
  return structure?.label ?? organism.label ?? organism.code;
}

function accompanimentJson(one: CurrentAccompaniment, own: boolean): IDataObject {
  const { organism, structure, status, since, role } = one;
  return { own, organism: { ...organism }, structure: structure ? { ...structure } : {}, status, since, role };
}
