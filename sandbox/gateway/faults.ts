import type { Answer } from '../answer';
import { FAULT_KINDS, type ActiveFault, type Delivery } from './faultKinds';

/** What the faults in course do to one request. */
export interface Affliction {
  readonly kinds: readonly string[];
  readonly delayMs: number;
  readonly instead?: Answer;
  readonly delivery?: Delivery;
}

export interface Faults {
  /** Starts a fault. Returns what is wrong with the order, in French, or the fault. */
  order(order: unknown, now: number): { readonly fault: ActiveFault } | { readonly problem: string };
  /** What hits this operation now; uses up counted faults. */
  afflict(operation: string, now: number): Affliction;
  active(now: number): readonly ActiveFault[];
  clear(): void;
}

/**
 * The faults in course, ordered by `POST /admin/faults`.
 * @param effects what the kinds with stage `once` call
 */
export function createFaults(effects: { readonly revokeTokens: () => void }): Faults {
  let faults: ActiveFault[] = [];
  let lastId = 0;

  const active = (now: number): ActiveFault[] => {
    faults = faults.filter(({ until, remaining }) => (until ?? Infinity) > now && (remaining ?? 1) > 0);
    return faults;
  };

  const order: Faults['order'] = (wanted, now) => {
    const { kind, seconds, count, operations, ...params } = (wanted ?? {}) as Record<string, unknown>;
    const known = FAULT_KINDS[String(kind)];
    if (known === undefined) return { problem: `Panne inconnue. Possibles : ${Object.keys(FAULT_KINDS).join(', ')}` };
    if (seconds !== undefined && !isPositive(seconds)) return { problem: 'seconds : un nombre positif est attendu' };
    if (count !== undefined && !isPositive(count)) return { problem: 'count : un nombre positif est attendu' };
    if (operations !== undefined && !Array.isArray(operations))
      return { problem: 'operations : une liste est attendue' };
    lastId += 1;
    const fault: ActiveFault = {
      id: lastId,
      kind: String(kind),
      ...(isPositive(seconds) ? { until: now + seconds * 1000 } : {}),
      ...(isPositive(count) ? { remaining: count } : {}),
      ...(Array.isArray(operations) ? { operations: operations.map(String) } : {}),
      params,
    };
    if (known.stage === 'once') effects[known.effect]();
    else faults = [...active(now), fault];
    return { fault };
  };

  const afflict: Faults['afflict'] = (operation, now) => {
    const hits = active(now).filter((fault) =>
      fault.operations === undefined ? operation !== 'token' : fault.operations.includes(operation),
    );
    let affliction: Affliction = { kinds: [], delayMs: 0 };
    for (const fault of hits) {
      // The API has not seen what another fault has answered already.
      if (affliction.instead !== undefined) break;
      if (fault.remaining !== undefined) fault.remaining -= 1;
      affliction = joined(affliction, fault, now);
    }
    return affliction;
  };

  return { order, afflict, active, clear: () => void (faults = []) };
}

function joined(affliction: Affliction, fault: ActiveFault, now: number): Affliction {
  const kind = FAULT_KINDS[fault.kind];
  const kinds = [...affliction.kinds, fault.kind];
  switch (kind?.stage) {
    case 'instead':
      return { ...affliction, kinds, instead: kind.answer(fault, now) };
    case 'hold':
      return { ...affliction, kinds, delayMs: affliction.delayMs + kind.delayMs(fault) };
    case 'spoil':
      return { ...affliction, kinds, delivery: kind.delivery(fault) };
    default:
      return affliction;
  }
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
