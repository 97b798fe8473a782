import { CancelledError } from '../../src/exchange';
import { RateBudget } from '../../src/exchange/rateBudget';

/** Time that passes only when somebody sleeps. */
function slowMotion(): { clock: () => Date; sleep: (ms: number) => Promise<void>; now: () => number } {
  let now = 0;
  return {
    clock: () => new Date(now),
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
    now: () => now,
  };
}

describe('the rate budget', () => {
  it('lets a burst leave at once, then keeps the mean rate', async () => {
    const time = slowMotion();
    const budget = new RateBudget({ parallel: 1, rate: { calls: 10, perSeconds: 1, burst: 5 } });
    const left: number[] = [];
    for (let call = 0; call < 12; call += 1) await budget.run(time, async () => left.push(time.now()));
    expect(left).toEqual([0, 0, 0, 0, 0, 102, 204, 306, 408, 510, 612, 714]);
  });

  it('counts a heavy call for what it weighs', async () => {
    const time = slowMotion();
    const budget = new RateBudget({ parallel: 1, rate: { calls: 10, perSeconds: 1, burst: 1 } });
    await budget.run(time, async () => undefined, 5);
    await budget.run(time, async () => undefined);
    expect(time.now()).toBe(510);
  });

  it('never has more in the air than it may, and serves in order', async () => {
    const budget = new RateBudget({ parallel: 3, rate: { calls: 1000, perSeconds: 1, burst: 1000 } });
    let inAir = 0;
    let most = 0;
    const order: number[] = [];
    const call = async (index: number): Promise<void> => {
      inAir += 1;
      most = Math.max(most, inAir);
      order.push(index);
      await new Promise((resolve) => setImmediate(resolve));
      inAir -= 1;
    };
    const time = slowMotion();
    await Promise.all(Array.from({ length: 20 }, (_, index) => budget.run(time, () => call(index))));
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('holds every call back when one was asked to pause', async () => {
    const time = slowMotion();
    const budget = new RateBudget({ parallel: 2, rate: { calls: 1000, perSeconds: 1, burst: 1000 } });
    budget.pauseFor(3000, time.clock());
    budget.pauseFor(1000, time.clock());
    await budget.run(time, async () => undefined);
    expect(time.now()).toBe(3000);
  });

  it('keeps a longer pause that is asked for while a shorter one is slept', async () => {
    const time = slowMotion();
    const budget = new RateBudget({ parallel: 2, rate: { calls: 1000, perSeconds: 1, burst: 1000 } });
    budget.pauseFor(2000, time.clock());
    let asked = false;
    const sleep = async (milliseconds: number) => {
      if (!asked) budget.pauseFor(20_000, time.clock());
      asked = true;
      await time.sleep(milliseconds);
    };
    await budget.run({ ...time, sleep }, async () => undefined);
    expect(time.now()).toBe(20_000);
  });

  it('gives the place back after a call that failed', async () => {
    const budget = new RateBudget({ parallel: 1, rate: { calls: 1000, perSeconds: 1, burst: 1000 } });
    const time = slowMotion();
    await expect(budget.run(time, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(budget.run(time, async () => 'next')).resolves.toBe('next');
  });

  it('lets a cancelled call go without taking the place of another', async () => {
    const budget = new RateBudget({ parallel: 1, rate: { calls: 1000, perSeconds: 1, burst: 1000 } });
    const time = slowMotion();
    let finish = (): void => undefined;
    const first = budget.run(time, () => new Promise<void>((resolve) => (finish = resolve)));
    const stop = new AbortController();
    const second = budget.run({ ...time, signal: stop.signal }, async () => 'second');
    const third = budget.run(time, async () => 'third');
    stop.abort();
    await expect(second).rejects.toBeInstanceOf(CancelledError);
    finish();
    await first;
    await expect(third).resolves.toBe('third');
    await expect(budget.run({ ...time, signal: stop.signal }, async () => 'never')).rejects.toBeInstanceOf(
      CancelledError,
    );
  });
});
