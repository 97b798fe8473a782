import type { PivotRecord, Problem } from '../../src/fields';
import type { JudgedPair, PersonIndex, ReviewAnswers, ScoredPair, Setting, Settled } from '../../src/identity/linkage';
import { inSlices, type Breathe } from '../slices';
import { linkageRoom, type Linkage } from './linkageRoom';
import { about, type Candidate, type Finding, type Participant } from './finding';

/** How lists are compared. */
export interface ListComparison {
  readonly setting: Setting;
  readonly answers: ReviewAnswers;
  readonly breathe: Breathe;
}

/** Compares people with a second list; the index is built once for all of them. Findings in the order of the people. */
export async function compareWithSecondList(
  people: readonly Participant[],
  known: readonly Participant[],
  how: ListComparison,
): Promise<readonly Finding[]> {
  const linkage = linkageRoom();
  const records = people.map(recordOf);
  const index = await indexed(linkage, known, how);
  const adapted = await linkage.adaptedModel(index, how.breathe, records);
  if (adapted) index.useModel(adapted.model);
  const pairs = await index.matchAll(records, how.breathe);
  const other = { ids: people.map(idOf), records };
  return await findings(linkage, 'secondInput', people, { index, pairs, known, other }, how);
}

/** Compares the people of one list with those above them, so that the first line of each person stays. */
export async function compareWithin(people: readonly Participant[], how: ListComparison): Promise<readonly Finding[]> {
  const linkage = linkageRoom();
  const index = await indexed(linkage, people, how);
  const adapted = await linkage.adaptedModel(index, how.breathe);
  if (adapted) index.useModel(adapted.model);
  const pairs = await index.within(how.breathe);
  return await findings(linkage, 'within', people, { index, pairs, known: people }, how);
}

async function indexed(
  { PersonIndex }: Linkage,
  known: readonly Participant[],
  { setting, breathe }: ListComparison,
): Promise<PersonIndex> {
  return await PersonIndex.build(known.map(recordOf), breathe, { setting });
}

interface Compared {
  readonly index: PersonIndex;
  readonly pairs: readonly ScoredPair[];
  readonly known: readonly Participant[];
  readonly other?: { readonly ids: readonly string[]; readonly records: readonly PivotRecord[] };
}

async function findings(
  linkage: Linkage,
  source: Candidate['source'],
  people: readonly Participant[],
  { known, ...compared }: Compared,
  { answers, breathe }: ListComparison,
): Promise<readonly Finding[]> {
  const judged = await linkage.respectAnswers({ ...compared, leftIds: known.map(idOf) }, answers, breathe);
  const byPerson = await grouped(judged, breathe);
  const sure = new Set<string>();
  if (source === 'within') {
    await inSlices(judged, breathe, ({ left, right, decision }) => {
      if (decision === 'duplicate') sure.add(`${left} ${right}`);
    });
  }
  const areOne = (a: number, b: number) => sure.has(a < b ? `${a} ${b}` : `${b} ${a}`);
  return await inSlices(people, breathe, (person, row) => {
    const settled = linkage.settle(byPerson.get(row) ?? [], areOne);
    const candidates = settled.candidates.map((pair) => candidateOf(source, pair, known[pair.left]));
    if (candidates.length === 0 && !linkage.canBeCompared(person.line.record)) return tooLittle(source);
    return { source, ...told(source, settled, candidates, toldApart(answers, person)), candidates };
  });
}

async function grouped(pairs: readonly JudgedPair[], breathe: Breathe): Promise<ReadonlyMap<number, JudgedPair[]>> {
  const byPerson = new Map<number, JudgedPair[]>();
  await inSlices(pairs, breathe, (pair) => {
    const group = byPerson.get(pair.right);
    if (group) group.push(pair);
    else byPerson.set(pair.right, [pair]);
  });
  return byPerson;
}

function told(
  source: Candidate['source'],
  { decision, reasons }: Settled,
  [first, ...others]: readonly Candidate[],
  apart: readonly Problem[],
): Pick<Finding, 'decision' | 'message' | 'reasons'> {
  if (!first) return { decision, message: { code: `nodes.dedup.new.${source}` }, reasons: apart };
  const code = `nodes.dedup.${decision}.${source}`;
  const message = about(others.length > 0 && decision === 'review' ? `${code}.several` : code, first, {
    count: others.length + 1,
  });
  return { decision, message, reasons: [...reasons, ...first.reasons] };
}

/** The files that somebody said this person is not. */
function toldApart(answers: ReviewAnswers, person: Participant): readonly Problem[] {
  return [...answers.about(idOf(person))]
    .filter(([, standing]) => standing === 'different')
    .map(([id]): Problem => ({ code: 'linkage.answered.different', params: { id } }));
}

/** Nothing to compare is not "nobody". */
function tooLittle(source: Candidate['source']): Finding {
  const message: Problem = { code: 'nodes.dedup.tooLittle' };
  return { source, decision: 'review', message, reasons: [message], candidates: [] };
}

function candidateOf(source: Candidate['source'], pair: JudgedPair, known: Participant | undefined): Candidate {
  const { decision, probability, hl7, reasons } = pair;
  return {
    source,
    id: known ? idOf(known) : '',
    line: known?.line.line ?? 0,
    decision: decision === 'duplicate' ? 'duplicate' : 'review',
    probability,
    hl7: hl7 ?? '',
    reasons,
  };
}

function recordOf({ line }: Participant): PivotRecord {
  return line.record;
}

function idOf({ line }: Participant): string {
  return line.record.id ?? '';
}
