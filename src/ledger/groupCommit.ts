import type { Kysely, Transaction } from 'kysely';

interface Waiting<Tables> {
  readonly work: (trx: Transaction<Tables>) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** Hears of every shared transaction. */
export interface CommitListener<Tables> {
  /** Last in the transaction; when it throws, nothing is committed. */
  beforeCommit(trx: Transaction<Tables>): Promise<void>;
  ended(committed: boolean): void;
}

/** How often a commit is tried that another worker's stands in the way of. */
const ATTEMPTS = 4;

/**
 * Writes that are asked for at the same moment share one transaction, hence one flush to the disk. Each caller resumes only
 * after the commit; when it fails, every one of them hears so.
 */
export class GroupCommit<Tables> {
  #waiting: Waiting<Tables>[] = [];
  #scheduled = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly listener: CommitListener<Tables>,
    /** Whether the same works go through when they are begun again at once. */
    private readonly isPassing: (error: unknown) => boolean,
  ) {}

  /** Runs `work` inside the next shared transaction; again from its beginning when another worker stood in the way. */
  write<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: never) => void, reject });
      this.#schedule();
    });
  }

  /** Resolves when everything asked for so far is written, or has failed. */
  async drained(): Promise<void> {
    while (this.#scheduled || this.#waiting.length > 0) await this.#turn();
    await this.#running;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    void this.#running.then(() => this.#turn()).then(() => this.#flush());
  }

  /** One turn of the event loop: the answers of parallel calls arrive in the same one. */
  #turn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#scheduled = false;
    this.#running = this.#commit(batch);
  }

  async #commit(batch: readonly Waiting<Tables>[], attempts = ATTEMPTS): Promise<void> {
    try {
      const values = await this.db.transaction().execute(async (trx) => {
        const results: unknown[] = [];
        for (const { work } of batch) results.push(await work(trx));
        await this.listener.beforeCommit(trx);
        return results;
      });
      this.listener.ended(true);
      batch.forEach(({ resolve }, position) => resolve(values[position] as never));
    } catch (error) {
      this.listener.ended(false);
      if (attempts > 1 && this.isPassing(error)) return this.#commit(batch, attempts - 1);
      for (const { reject } of batch) reject(error);
    }
  }
}
