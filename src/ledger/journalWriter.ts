import type { Transaction } from 'kysely';
import { seal } from './chain';
import { insertCrossings } from './settling';
import type { JournalTable, LedgerTables } from './tables';

/** An entry waits at most so long for its seal while something is written, and so many wait together. */
const SEAL_AFTER_MS = 60 * 1000;
const SEAL_AFTER_ENTRIES = 1000;

/**
 * Appends entries to the audit journal and seals them, without a timer: at the end of a commit that finds the oldest open
 * entry a minute old, or a thousand open ones; and at the close. What a killed process left open, the next one seals.
 */
export class JournalWriter {
  /** Ours that are written and not sealed. */
  #open: readonly string[] = [];
  #oldest: string | undefined;
  #lookedForLeftovers = false;
  /** Those of the commit under way. */
  #appended: string[] = [];
  #sealed = false;

  constructor(private readonly clock: () => Date) {}

  /** Whether something of ours waits for its seal. */
  get hasOpen(): boolean {
    return this.#open.length > 0;
  }

  async append(trx: Transaction<LedgerTables>, lines: readonly JournalTable[]): Promise<void> {
    await insertCrossings(trx, lines);
    for (const { id } of lines) this.#appended.push(id);
  }

  /** At the end of each shared transaction, before it is committed. */
  async beforeCommit(trx: Transaction<LedgerTables>, closing = false): Promise<void> {
    if (!closing && this.#appended.length === 0) return;
    if (!this.#lookedForLeftovers) await this.#lookForLeftovers(trx);
    const now = this.clock();
    this.#oldest ??= now.toISOString();
    const own = [...this.#open, ...this.#appended];
    const age = now.getTime() - new Date(this.#oldest).getTime();
    // A negative age: the clock was set back.
    if (!closing && age >= 0 && age < SEAL_AFTER_MS && own.length < SEAL_AFTER_ENTRIES) return;
    await seal(trx, own, now.toISOString());
    this.#sealed = true;
  }

  /** How the shared transaction ended. */
  ended(committed: boolean): void {
    if (committed && this.#sealed) {
      this.#open = [];
      this.#oldest = undefined;
    } else if (committed) {
      this.#open = [...this.#open, ...this.#appended];
    }
    this.#lookedForLeftovers ||= committed;
    this.#appended = [];
    this.#sealed = false;
  }

  async #lookForLeftovers(trx: Transaction<LedgerTables>): Promise<void> {
    const { oldest } = await trx
      .selectFrom('journal')
      .select(({ fn }) => fn.min('at').as('oldest'))
      .where('seal', 'is', null)
      .executeTakeFirstOrThrow();
    // Those of this commit are among them.
    this.#oldest = oldest ?? undefined;
  }
}
