import { CancelledError, throwIfCancelled } from './wire';

/** What may be sent, and how fast. */
export interface RatePolicy {
  /** Requests in the air at the same time. */
  readonly parallel: number;
  /** Mean rate: so many units in so many seconds; `burst` units may leave at once. */
  readonly rate: { readonly calls: number; readonly perSeconds: number; readonly burst: number };
}

/**
 * Windows of a server begin when they will, and calls arrive a little earlier or later than they left: two in a hundred
 * are left to it, so that no window sees one too many.
 */
const SLACK = 1.02;

/** What the budget needs of the outside. */
export interface Pacing {
  readonly clock: () => Date;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * The rate budget of one caller at one origin: bounded parallelism, a mean rate with a burst (generic cell rate
 * algorithm), and a pause for all when the server has asked for one. A call may weigh more than 1 (a lot, a long list).
 */
export class RateBudget {
  private inAir = 0;
  private readonly waiting: (() => void)[] = [];
  /** Milliseconds; the time at which the budget would be full again. */
  private fullAt = 0;
  private pausedUntil = 0;

  constructor(private readonly policy: RatePolicy) {}

  /**
   * Runs one request inside the budget.
   * @throws CancelledError when the signal is raised while it waits
   */
  async run<T>(pacing: Pacing, request: () => Promise<T>, weight = 1): Promise<T> {
    await this.enter(pacing.signal);
    try {
      await this.waitForTurn(pacing, weight);
      return await request();
    } finally {
      this.leave();
    }
  }

  /** Holds every call back for a while: one 429 speaks to all of them. */
  pauseFor(milliseconds: number, now: Date): void {
    this.pausedUntil = Math.max(this.pausedUntil, now.getTime() + milliseconds);
  }

  private async enter(signal: AbortSignal | undefined): Promise<void> {
    throwIfCancelled(signal);
    if (this.inAir < this.policy.parallel) {
      this.inAir += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        reject(new CancelledError());
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(start);
    });
  }

  /** The place goes to the next in line, so the number in the air stays the same. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.inAir -= 1;
  }

  private async waitForTurn(pacing: Pacing, weight: number): Promise<void> {
    await waitUntil(this.reserve(pacing.clock().getTime(), weight), pacing);
    // A pause may have been asked for in the meantime, and a longer one while that was slept.
    for (let seen = -1; seen !== this.pausedUntil; ) {
      seen = this.pausedUntil;
      await waitUntil(seen, pacing);
    }
  }

  /** Takes `weight` units out of the budget and says when they may be spent. */
  private reserve(now: number, weight: number): number {
    const { calls, perSeconds, burst } = this.policy.rate;
    const interval = (SLACK * perSeconds * 1000) / calls;
    this.fullAt = Math.max(this.fullAt, now) + interval * weight;
    return this.fullAt - interval * Math.max(burst, weight);
  }
}

async function waitUntil(at: number, { clock, sleep, signal }: Pacing): Promise<void> {
  const wait = at - clock().getTime();
  if (wait > 0) await sleep(wait, signal);
  throwIfCancelled(signal);
}
