import type { Outcome } from '../accompaniment';
import { allows, fieldsAllowed, identifiersAllowed } from '../convention';
import type { PersonHandle, PersonIdentifier } from '../exchange';
import type { PivotField, PivotRecord } from '../fields';
import { lookUpIdentifiers } from '../identity';
import type { Crossing } from '../ledger';
import type { Desk } from './desk';
import { outcomeOfProblem, ownOutcome } from './outcomes';
import type { DeskRun } from './run';

/** By what a person can be looked up, or why they cannot. */
export type Identification =
  | { readonly kind: 'not needed' }
  | { readonly kind: 'by'; readonly identifiers: readonly PersonIdentifier[] }
  | { readonly kind: 'stop'; readonly outcome: Outcome };

/** A person, found; or how the line ends. `asked` are the lines for the journal, in the order of the calls. */
export type Found = { readonly asked: readonly Crossing[] } & (
  | { readonly kind: 'person'; readonly person?: PersonHandle; readonly by?: PersonIdentifier }
  | { readonly kind: 'stop'; readonly outcome: Outcome }
);

/** What the record has, the convention lists and the profile offers, the France Travail number first. No call. */
export function identifiersFor(record: PivotRecord, { convention, gateway }: Desk): Identification {
  const { lookUp, personToken } = gateway.profile.capabilities;
  if (!lookUp || !personToken) return { kind: 'not needed' };
  const flow = allows(convention, 'lookUp', 'give');
  if (!flow.ok) return { kind: 'stop', outcome: outcomeOfProblem('blockedByConvention', flow.problem) };
  const allowed = identifiersAllowed(convention);
  const identifiers = lookUpIdentifiers(record).filter(({ kind }) => allowed.includes(kind) && lookUp[kind]);
  if (identifiers.length > 0) return { kind: 'by', identifiers };
  const message = allowed.includes('nir') && lookUp.nir ? 'noIdentifier' : 'noFranceTravailNumber';
  return { kind: 'stop', outcome: ownOutcome('rejected', message) };
}

/** Fields of a line that would serve to look the person up, and that the convention holds back. */
export function identifiersHeldBack(record: PivotRecord, { convention, gateway }: Desk): readonly PivotField[] {
  const { lookUp, personToken } = gateway.profile.capabilities;
  if (!lookUp || !personToken) return [];
  const listed = fieldsAllowed(convention, 'lookUp', 'give');
  const useful: readonly PivotField[] = [
    ...(lookUp.franceTravailNumber ? (['franceTravailNumber'] as const) : []),
    ...(lookUp.nir && record.nir ? (['nir', 'birthDate'] as const) : []),
  ];
  return useful.filter((field) => record[field] && !listed.includes(field));
}

/** Looks a person up; a number that France Travail does not know is followed by the next identifier, if there is one. */
export async function findPerson(run: DeskRun, identification: Identification): Promise<Found> {
  if (identification.kind === 'not needed') return { kind: 'person', asked: [] };
  if (identification.kind === 'stop') return { ...identification, asked: [] };
  const asked: Crossing[] = [];
  let outcome: Outcome = ownOutcome('rejected', 'noIdentifier');
  for (const identifier of identification.identifiers) {
    if (run.halted) return { kind: 'stop', outcome: run.halted, asked };
    const answer = await run.desk.gateway.lookUp(identifier);
    const code = answer.kind === 'found' ? undefined : answer.outcome.code;
    asked.push(run.crossing('lookUp', 'give', fieldsOf(identifier), shown(answer), code));
    if (answer.kind === 'found') {
      if (answer.certified || run.desk.acceptUncertified) {
        return { kind: 'person', person: answer.person, by: identifier, asked };
      }
      return { kind: 'stop', outcome: ownOutcome('ambiguous', 'notCertified'), asked };
    }
    outcome = answer.outcome;
    run.heard(outcome);
    if (answer.kind !== 'notFound') break;
  }
  return { kind: 'stop', outcome: asLineOutcome(outcome), asked };
}

/** A look-up says nothing about the declaration: without its answer nothing was sent, so nothing is unclear about it. */
function asLineOutcome(outcome: Outcome): Outcome {
  return outcome.kind === 'unclear' ? { ...outcome, kind: 'unavailable' } : outcome;
}

export function fieldsOf(identifier: PersonIdentifier): readonly PivotField[] {
  return identifier.kind === 'nir' ? ['nir', 'birthDate'] : ['franceTravailNumber'];
}

function shown(answer: { readonly kind: string; readonly certified?: boolean }): string {
  return answer.kind === 'found' && !answer.certified ? 'found, not certified' : answer.kind;
}
