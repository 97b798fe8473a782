import type { Mark } from './marks';

export interface Goals {
  readonly kills: number;
  readonly sends: number;
}

/** What a storm has done so far. */
export class Tally {
  /** Declarations that have their end in the ledger. */
  sends = 0;
  /** Kills that fell between an intent and its outcome: only they count. */
  kills = 0;
  /** Kills that fell where nothing was in the air. */
  elsewhere = 0;
  readonly #perStep = new Map<string, number>();

  /** @param mark what the worker was at, if something of it was in the air */
  killed(mark: Mark | undefined): void {
    if (!mark) {
      this.elsewhere += 1;
      return;
    }
    this.kills += 1;
    const step = `${mark.when === 'before' ? 'in' : 'after'} ${mark.step}`;
    this.#perStep.set(step, (this.#perStep.get(step) ?? 0) + 1);
  }

  hasReached({ kills, sends }: Goals): boolean {
    return this.kills >= kills && this.sends >= sends;
  }

  /** Most frequent first. */
  get perStep(): readonly (readonly [string, number])[] {
    return [...this.#perStep].sort((left, right) => right[1] - left[1]);
  }
}
