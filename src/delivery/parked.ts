import type { DeclarationOperation, AccompanimentStatus } from '../accompaniment';
import type { Problem } from '../fields';
import type { Intent } from '../ledger';
import type { Desk } from './desk';
import { ownOutcome } from './outcomes';
import type { Run, RunOptions } from './results';
import { DeskRun, openRun, refusalOf } from './run';
import { underTheLease } from './sending';
import { settlesItself } from './settle';

/** What a person has found out at France Travail about a sending without a readable answer. */
export interface HandAnswer {
  readonly reference: string;
  readonly answer: 'held' | 'notHeld';
}

/** A sending without a readable answer. */
export interface OpenSending {
  readonly reference: string;
  readonly participantId: string;
  readonly operation: DeclarationOperation;
  readonly status: AccompanimentStatus;
  readonly version: number;
  /** ISO 8601. */
  readonly saidAt: string;
  /** `parked`: only a person can tell · `waiting`: the next run that sends finds out · the others were told by a person now. */
  readonly state: 'parked' | 'waiting' | HandAnswer['answer'] | 'contradictory';
}

/** Where a word of a person, and not of France Travail, ended a sending. Stands in the journal. */
const BY_HAND = 'HAND';

/** What waits for an end, and for whom. Nothing is asked and nothing is changed. */
export async function openSendings(desk: Desk, options: RunOptions = {}): Promise<Run<OpenSending>> {
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  try {
    const open = await desk.ledger.unsettled(run.scope);
    return { kind: 'done', results: open.map((intent) => shown(intent, stateOf(desk, intent))), notes: [] };
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * Ends what can be neither repeated nor read back by what a person has found out. Only that: of the rest France Travail is
 * asked, not somebody's memory. Two answers that differ about one reference are none.
 */
export function settleByHand(
  answers: readonly HandAnswer[],
  desk: Desk,
  options: RunOptions = {},
): Promise<Run<OpenSending>> {
  return underTheLease(desk, options, async (run, leased) => {
    const open = await leased.ledger.unsettled(run.scope);
    const decided = open.map((intent) => ({ intent, state: decidedBy(answers, intent, stateOf(desk, intent)) }));
    await leased.ledger.settle(
      decided.flatMap(({ intent, state }) => {
        if (state === 'held')
          return [{ intent, outcome: ownOutcome('declared', 'settledByHand.held', { code: BY_HAND }) }];
        if (state !== 'notHeld') return [];
        const outcome = ownOutcome('unavailable', 'settledByHand.notHeld', { code: BY_HAND, retryable: true });
        return [{ intent, outcome }];
      }),
    );
    const known = new Set(open.map(({ reference }) => reference));
    const notes = [...new Set(answers.map(({ reference }) => reference))]
      .filter((reference) => !known.has(reference))
      .map((reference): Problem => ({ code: 'delivery.settledByHand.unknown', params: { reference } }));
    return { kind: 'done', results: decided.map(({ intent, state }) => shown(intent, state)), notes };
  });
}

function stateOf(desk: Desk, intent: Intent): OpenSending['state'] {
  return settlesItself(desk, intent) ? 'waiting' : 'parked';
}

function decidedBy(
  answers: readonly HandAnswer[],
  { reference }: Intent,
  state: OpenSending['state'],
): OpenSending['state'] {
  const given = new Set(answers.filter((one) => one.reference === reference).map(({ answer }) => answer));
  const [answer] = given;
  if (state !== 'parked' || answer === undefined) return state;
  return given.size > 1 ? 'contradictory' : answer;
}

function shown(intent: Intent, state: OpenSending['state']): OpenSending {
  const { reference, participantId, operation, status, version, createdAt: saidAt } = intent;
  return { reference, participantId, operation, status, version, saidAt, state };
}
