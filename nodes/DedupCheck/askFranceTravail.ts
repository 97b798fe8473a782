import { checkPeople, type Desk, type PersonCheck } from '../../src/delivery';
import type { Problem } from '../../src/fields';
import { done, runOptions, type NodeRun } from '../nodeRun';
import { decide } from './decide';
import type { Finding, Participant } from './finding';

/** What this structure is for people where the credential does not say it. */
const USUAL_ROLE = 'REFERENT';

/** The role in which a second accompaniment would be a double one. */
export function roleOf(desk: Desk): string {
  return desk.structure.role ?? USUAL_ROLE;
}

/**
 * Asks France Travail whether it knows each person, and who accompanies them now. A number or a NIR that is wrong would
 * ask about somebody else, so such a line is not asked.
 */
export async function askFranceTravail(
  run: NodeRun,
  desk: Desk,
  people: readonly Participant[],
): Promise<readonly Finding[]> {
  const asked = people.filter((person) => identifierProblem(person) === undefined);
  const lines = asked.map(({ index, line: { record } }) => ({ index, record }));
  const results = done(run, await checkPeople(lines, desk, runOptions(run)));
  const answers = new Map(results.map((result) => [result.index, result]));
  return people.map((person) => found(desk, person, answers.get(person.index)));
}

function identifierProblem({ line: { problems } }: Participant): Problem | undefined {
  return problems.find(({ field }) => field === 'nir' || field === 'franceTravailNumber' || field === 'birthDate');
}

function found(desk: Desk, person: Participant, answer: PersonCheck | undefined): Finding {
  const unsure = identifierProblem(person);
  const check = unsure || !answer ? notAsked(unsure ?? { code: 'nodes.dedup.known.notAsked' }) : answer;
  const options = { role: roleOf(desk), acceptUncertified: desk.acceptUncertified ?? false };
  const { decision, reasons } = decide(check, options);
  const [message = { code: `nodes.dedup.known.${check.known}` }] = reasons;
  return { source: 'franceTravail', decision, message, reasons, candidates: [], check };
}

function notAsked(reason: Problem): PersonCheck {
  return { known: 'notAsked', reason, accompaniments: { kind: 'notAsked', reason } };
}
