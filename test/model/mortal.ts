/** Where a process dies: beside which step of the n-th word that it says. */
export interface Death {
  readonly step: 'record' | 'declare' | 'settle';
  readonly when: 'before' | 'after';
  readonly nth: number;
}

export class Died extends Error {
  override readonly message = 'process died';
}

/** The step of each method; a lot is declared in one call. */
const STEPS: Readonly<Record<string, Death['step']>> = {
  record: 'record',
  declare: 'declare',
  declareLot: 'declare',
  settle: 'settle',
};

/** The life of one process: once it is over, nothing that it holds does anything any more. */
export class Life {
  over = false;
  #passed = 0;

  constructor(private readonly death: Death) {}

  /** The same part, for as long as the process lives. */
  of<T extends object>(part: T): T {
    return new Proxy(part, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value === 'function') return this.#method(target, String(name), value as Method);
        return typeof value === 'object' && value !== null && isRoom(String(name)) ? this.of(value) : value;
      },
    });
  }

  #method(target: object, name: string, method: Method) {
    return (...given: unknown[]): unknown => {
      if (this.over) throw new Died();
      const dies = STEPS[name] === this.death.step && (this.#passed += 1) > this.death.nth;
      if (!dies) return method.apply(target, given);
      if (this.death.when === 'before') this.#die();
      return (method.apply(target, given) as Promise<unknown>).then(() => this.#die());
    };
  }

  #die(): never {
    this.over = true;
    throw new Died();
  }
}

type Method = (...given: unknown[]) => unknown;

/** Parts of the ledger that have methods of their own. */
function isRoom(name: string): boolean {
  return ['lists', 'leases', 'holdings', 'history', 'runs'].includes(name);
}
