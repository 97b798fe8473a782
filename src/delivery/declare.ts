import type { Outcome } from '../accompaniment';
import type { Problem } from '../fields';
import type { Intent } from '../ledger';
import type { DeclarationDesk } from './desk';
import { LOTS_AT_ONCE, lotsOf, sayLot, type Lot } from './lots';
import { outcomeOfProblem } from './outcomes';
import { inParallel } from './parallel';
import { answersTheLine, planLines, type LinePlan } from './plan';
import type { DeclarationLine, LineFacts, LineResult, Run, RunOptions } from './results';
import { expectLedgerProblem, notesOf, signIn, whyUnsaid, widthOf, type DeskRun, type Refusal } from './run';
import { say, type PlanToSend, type Said } from './say';
import { whileSending } from './sending';
import { settleIntents, type OpenIntent, type Settled } from './settle';

/** Another execution may say something about a reference meanwhile; then we look again, so often. */
const LOOKS = 3;

/** What a run is about to say. */
export interface Agenda {
  /** Participants of whom something may be said. */
  readonly ids: ReadonlySet<string>;
  /** Decided once what was in the air is settled; `settled` says whether anything was. No call. */
  plan(settled: boolean): Promise<Plans | Refusal>;
}

export interface Plans {
  readonly kind: 'plans';
  readonly plans: readonly LinePlan[];
}

/**
 * Says what the lines say, exactly once, and tells how each ended, in the order of the lines. What was in the air is
 * settled first; what France Travail was told already costs no call; one token is fetched before anything is said.
 *
 * @throws only on a bug, or what the ledger and the gateway throw for one
 */
export async function declareAll(
  lines: readonly DeclarationLine[],
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Run<LineResult>> {
  return whileSending(desk, options, (run, leased) => {
    const agenda: Agenda = {
      ids: new Set(lines.flatMap(({ record }) => record.id ?? [])),
      plan: async () => ({ kind: 'plans', plans: await planLines(lines, leased, run.scope) }),
    };
    return sayAll(agenda, leased, run, options);
  });
}

/**
 * Says what an agenda holds, in a run that is open.
 *
 * @throws LedgerProblem before a line was begun: later ones have become outcomes
 */
export function sayAll(
  agenda: Agenda,
  desk: DeclarationDesk,
  run: DeskRun,
  options: RunOptions,
): Promise<Run<LineResult>> {
  return new Declaring(agenda, desk, run, options).all();
}

class Declaring {
  readonly #results: LineResult[] = [];
  readonly #unclear: (OpenIntent & { readonly position: number })[] = [];
  readonly #notes: Problem[] = [];
  #done = 0;
  #total = 0;

  constructor(
    private readonly agenda: Agenda,
    private readonly desk: DeclarationDesk,
    private readonly run: DeskRun,
    private readonly options: RunOptions,
  ) {}

  async all(): Promise<Run<LineResult>> {
    const { desk, run } = this;
    const inTheAir = (await desk.ledger.unsettled(run.scope)).filter((intent) => this.#isOurs(intent));
    const refusedEarly = inTheAir.length > 0 ? await signIn(run) : undefined;
    if (refusedEarly) return refusedEarly;
    const settled = await settleIntents(
      run,
      inTheAir.map((intent) => ({ intent })),
    );
    this.#noteSettled(settled);
    const planned = await this.agenda.plan(settled.length > 0);
    if (planned.kind === 'refused') return planned;
    const plans = planned.plans.map((plan) => afterSettling(plan, settled));
    this.#total = plans.length;
    const refused = plans.some(({ kind }) => kind === 'send') ? await signIn(run) : undefined;
    if (refused) return this.#refuse(refused, plans, settled);
    await this.#concludeAll(plans);
    await this.#settleOwn();
    return { kind: 'done', results: this.#results, notes: [...this.#notes, ...notesOf(run)] };
  }

  /** Those of our lines, and those that nobody else can be waiting for any more. */
  #isOurs({ participantId, createdAt }: Intent): boolean {
    const { limits } = this.desk.gateway.profile;
    const pause = Math.max(limits.backoff.maxMs, limits.maxRetryAfterSeconds * 1000);
    const age = this.desk.clock().getTime() - new Date(createdAt).getTime();
    return age < 0 || age > limits.attempts * (limits.timeoutMs + pause) || this.agenda.ids.has(participantId);
  }

  /** Nothing new was said; but if something old was settled, "nothing was sent" would hide it: every line gets its end. */
  #refuse(refusal: Refusal, plans: readonly LinePlan[], settled: readonly Settled[]): Run<LineResult> {
    if (!settled.some(({ ended }) => ended)) return refusal;
    const { problem, code } = refusal;
    const refused: Outcome = {
      ...outcomeOfProblem('unavailable', problem),
      ...(code === undefined ? {} : { code }),
      retryable: true,
    };
    const results = plans.map((plan) => resultOf(plan.facts, plan.kind === 'send' ? refused : plan.outcome));
    return { kind: 'done', results, notes: [...this.#notes, problem] };
  }

  async #concludeAll(plans: readonly LinePlan[]): Promise<void> {
    const lots = lotsOf(
      this.desk,
      plans.flatMap((plan, position) => (plan.kind === 'send' ? [{ plan, position }] : [])),
    );
    const inLots = new Set(lots.flat().map(({ position }) => position));
    await inParallel(plans, widthOf(this.desk, this.desk.parallel), async (plan, position) => {
      if (!inLots.has(position)) await this.#conclude(plan, position);
    });
    await inParallel(lots, LOTS_AT_ONCE, (lot) => this.#concludeLot(lot));
  }

  async #conclude(plan: LinePlan, position: number): Promise<void> {
    if (plan.kind !== 'send') return this.#end(position, resultOf(plan.facts, plan.outcome));
    await this.#endBy(plan, position, async () => this.#heard(plan, position, await say(this.run, plan), LOOKS));
  }

  async #concludeLot(lot: Lot): Promise<void> {
    const said = await sayLot(
      this.run,
      lot.map(({ plan }) => plan),
    );
    for (const [at, { plan, position }] of lot.entries()) {
      await this.#endBy(plan, position, () => this.#heard(plan, position, said[at]!, LOOKS));
    }
  }

  async #endBy(plan: PlanToSend, position: number, work: () => Promise<LineResult>): Promise<void> {
    this.#end(position, await work().catch((error: unknown) => resultOf(plan.facts, whyUnsaid(this.run, error))));
  }

  #end(position: number, result: LineResult): void {
    this.#results[position] = result;
    this.#done += 1;
    this.options.onProgress?.(this.#done, this.#total);
  }

  async #heard(plan: PlanToSend, position: number, said: Said, looks: number): Promise<LineResult> {
    const { outcome, version, intent, taken } = said;
    if (!taken) {
      if (outcome.kind === 'unclear' && intent) this.#unclear.push({ position, intent, heard: outcome });
      return resultOf({ ...plan.facts, version }, outcome);
    }
    if (looks === 0) return resultOf(plan.facts, outcome);
    const { reference, participantId } = plan.declaration;
    const open = (await this.desk.ledger.unsettled(this.run.scope)).filter(
      (other) => other.participantId === participantId,
    );
    const settled = await settleIntents(
      this.run,
      open.filter((other) => other.reference === reference).map((intent) => ({ intent })),
    );
    const [again] = await planLines([plan.line], this.desk, this.run.scope);
    const now = again ? afterSettling(again, settled) : plan;
    if (now.kind !== 'send') return resultOf(now.facts, now.outcome);
    return this.#heard(now, position, await say(this.run, now), looks - 1);
  }

  /** What became unclear in this run is settled in this run, if it can be. Lines that have an end keep it, come what may. */
  async #settleOwn(): Promise<void> {
    if (this.run.halted || this.#unclear.length === 0) return;
    let settled: readonly Settled[] = [];
    try {
      settled = await settleIntents(this.run, this.#unclear);
    } catch (error) {
      this.run.haltFor(expectLedgerProblem(error));
    }
    const byIntent = new Map(settled.map((one) => [one.intent.id, one]));
    for (const { position, intent } of this.#unclear) {
      const now = byIntent.get(intent.id);
      const result = this.#results[position];
      // What stays open keeps the words in which it was heard: they say more than "still open".
      if (now && result && (now.ended || now.parked)) this.#results[position] = resultOf(result, now.outcome);
    }
  }

  #noteSettled(settled: readonly Settled[]): void {
    const ended = settled.filter((one) => one.ended).length;
    if (ended > 0) this.#notes.push({ code: 'delivery.note.settledEarlier', params: { count: ended } });
    const open = settled.length - ended;
    if (open > 0) this.#notes.push({ code: 'delivery.note.stillUnclear', params: { count: open } });
  }
}

/**
 * A line about somebody of whom something is still unclear is not said. One that says what was just settled has its
 * outcome from there: France Travail has had its word on exactly this.
 */
function afterSettling(plan: LinePlan, settled: readonly Settled[]): LinePlan {
  if (plan.kind === 'stop') return plan;
  const own = settled.filter(({ intent }) => intent.participantId === plan.facts.participantId);
  const open = own.find(({ ended }) => !ended);
  if (open) return { ...base(plan), kind: 'stop', outcome: open.outcome };
  const same = own.find(({ intent }) => intent.reference === plan.facts.reference && intent.digest === plan.digest);
  if (!same || !answersTheLine(same.outcome)) return plan;
  const version = same.version ?? same.intent.version;
  return { ...base(plan), facts: { ...plan.facts, version }, kind: 'stop', outcome: same.outcome };
}

function base({ line, facts }: LinePlan): { line: DeclarationLine; facts: LineFacts } {
  return { line, facts };
}

function resultOf(facts: LineFacts, outcome: Outcome): LineResult {
  const { franceTravailReference } = outcome;
  return { ...facts, outcome, ...(franceTravailReference === undefined ? {} : { franceTravailReference }) };
}
