import type { Outcome } from '../accompaniment';
import { validOn, type ConventionOperation, type Direction } from '../convention';
import type { PivotField, Problem } from '../fields';
import { LedgerProblem, type Crossing, type Scope } from '../ledger';
import { Circuit } from './circuit';
import type { Desk } from './desk';
import { ownOutcome, problemOfOutcome } from './outcomes';
import type { RunOptions } from './results';

/** A run was refused before anything left. */
export interface Refusal {
  readonly kind: 'refused';
  readonly problem: Problem;
  readonly code?: string;
}

/** One run of the desk: whose it is, and whether it may still begin something. */
export class DeskRun {
  readonly scope: Scope;
  readonly correlationId: string;
  readonly #circuit = new Circuit();
  #halted: Outcome | undefined;

  /** Asked once there is a token, before anything is said: why nothing may be. */
  beforeSending: (() => Promise<Refusal | undefined>) | undefined;

  constructor(
    readonly desk: Desk,
    private readonly options: RunOptions = {},
    correlationId?: string,
  ) {
    this.scope = scopeOf(desk);
    this.correlationId = correlationId ?? desk.uuid();
  }

  get signal(): AbortSignal | undefined {
    return this.options.signal;
  }

  /** Why nothing new may begin, if so, as the outcome of what is not begun. */
  get halted(): Outcome | undefined {
    const stopped = this.#stopped;
    if (stopped) return stopped;
    return this.signal?.aborted ? ownOutcome('unavailable', 'notStarted', { retryable: true }) : undefined;
  }

  /** Whether it was stopped by hand, and by nothing else before. */
  get cancelled(): boolean {
    return this.#stopped === undefined && this.signal?.aborted === true;
  }

  /** The journal failed: nothing is sent after that moment. */
  haltFor(problem: LedgerProblem): Outcome {
    this.#halted ??= {
      kind: 'unavailable',
      message: problem.problem,
      retryable: true,
      ...(problem.technicalCode === undefined ? {} : { code: problem.technicalCode }),
    };
    return this.#halted;
  }

  /** Hears every outcome: when nobody takes anything any more, the rest of the list is spared. */
  heard(outcome: Outcome): void {
    this.#circuit.heard(outcome);
  }

  /** The journal's failure first: it is the graver one. */
  get #stopped(): Outcome | undefined {
    return this.#halted ?? this.#circuit.open;
  }

  /** @throws the error itself when it does not come from the execution's being cancelled */
  expectCancelled(error: unknown): void {
    if (!this.signal?.aborted || error instanceof LedgerProblem) throw error;
  }

  /** The journal line of a crossing in this run. */
  crossing(
    operation: ConventionOperation,
    direction: Direction,
    fields: readonly PivotField[],
    outcome: string,
    code?: string,
  ): Crossing {
    const { id, sha256 } = this.desk.convention;
    return {
      scope: this.scope,
      operation,
      direction,
      fields,
      outcome,
      ...(code === undefined ? {} : { code }),
      convention: { id, sha256 },
      correlationId: this.correlationId,
    };
  }
}

/** Whose state a desk works on: the ledger's key, and the referral store's. */
export function scopeOf({ gateway, structure }: Pick<Desk, 'gateway' | 'structure'>): Scope {
  return { profile: gateway.profile.id, host: gateway.host, structure: structure.structureCode };
}

/** Checks what needs no network: the structure, the convention's validity, a journal that can be written. */
export async function openRun(desk: Desk, options: RunOptions = {}): Promise<DeskRun | Refusal> {
  const refusal = refusalBeforeReading(desk);
  if (refusal) return refusal;
  const run = new DeskRun(desk, options);
  return (await refusedByLedger(() => desk.ledger.ready(run.scope))) ?? run;
}

/** What stops a run, or its preview, whatever the ledger says. */
export function refusalBeforeReading({ structure, convention, today }: Desk): Refusal | undefined {
  if (structure.structureCode.trim() === '') return { kind: 'refused', problem: { code: 'delivery.noStructure' } };
  const valid = validOn(convention, today);
  return valid.ok ? undefined : { kind: 'refused', problem: valid.problem };
}

/** Makes the refusal of a ledger that cannot be used; other errors are bugs and pass. */
export async function refusedByLedger(work: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** @throws the error itself when it does not come from the ledger: it is a bug */
export function expectLedgerProblem(error: unknown): LedgerProblem {
  if (!(error instanceof LedgerProblem)) throw error;
  return error;
}

/** @throws the error itself when it does not come from the ledger */
export function refusalOf(error: unknown): Refusal {
  const { problem, technicalCode } = expectLedgerProblem(error);
  return { kind: 'refused', problem, ...(technicalCode === undefined ? {} : { code: technicalCode }) };
}

/** One token, fetched before anything is said: a wrong secret, or nobody who listens, is one sentence and nothing was sent. */
export async function signIn(run: DeskRun): Promise<Refusal | undefined> {
  const outcome = await refusedToken(run);
  if (!outcome) return run.halted ? undefined : askedOnce(run);
  return refusedBy(outcome);
}

/** The refusal that an outcome is, for everything that depends on it. */
export function refusedBy(outcome: Outcome): Refusal {
  const { code } = outcome;
  return { kind: 'refused', problem: problemOfOutcome(outcome), ...(code === undefined ? {} : { code }) };
}

async function askedOnce(run: DeskRun): Promise<Refusal | undefined> {
  const ask = run.beforeSending;
  run.beforeSending = undefined;
  return ask?.();
}

/** Nothing when there is a token, and nothing when the execution is cancelled meanwhile: then no line begins anyhow. */
async function refusedToken(run: DeskRun): Promise<Outcome | undefined> {
  try {
    const answer = await run.desk.gateway.authenticate();
    return answer.kind === 'ok' ? undefined : answer.outcome;
  } catch (error) {
    run.expectCancelled(error);
    return undefined;
  }
}

/** What became of a line that could not be begun. @throws the error itself when it is a bug */
export function whyUnsaid(run: DeskRun, error: unknown): Outcome {
  if (error instanceof LedgerProblem) return run.haltFor(error);
  run.expectCancelled(error);
  return run.halted ?? ownOutcome('unavailable', 'notStarted', { retryable: true });
}

/** Why a run did not go on to its end, if so: said once beside the lines. */
export function notesOf(run: DeskRun): readonly Problem[] {
  if (run.cancelled) return [{ code: 'delivery.note.cancelled' }];
  return run.halted ? [run.halted.message] : [];
}

/** How many references are worked on at the same time. */
export function widthOf({ gateway }: Desk, wanted = 8): number {
  return Math.max(1, Math.min(wanted, gateway.profile.limits.parallel));
}
