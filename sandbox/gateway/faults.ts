import type { Answer, Bent } from '../answer';
import { FAULT_KINDS, type ActiveFault, type Delivery, type Rewrite } from './faultKinds';
import { readOrder, type FaultOrder } from './faultOrder';
import { patternHits } from './faultPattern';

/** What the faults in course do to one request. */
export interface Affliction {
  readonly kinds: readonly string[];
  readonly delayMs: number;
  readonly instead?: Answer;
  readonly bent: Bent;
  readonly rewrites: readonly Rewrite[];
  readonly delivery?: Delivery;
}

/** No fault at all. */
export const CALM: Affliction = { kinds: [], delayMs: 0, bent: {}, rewrites: [] };

export interface Faults {
  /** Starts a fault. Returns what is wrong with the order, in French, or the fault. */
  order(order: unknown, now: number): { readonly fault: ActiveFault } | { readonly problem: string };
  /**
   * What hits this call now; uses up counted faults.
   * @param reference of the record that the call is about, if it is about one
   */
  afflict(operation: string, now: number, reference?: string): Affliction;
  active(now: number): readonly ActiveFault[];
  /** Ends all, those of the start included. */
  clear(): void;
}

/**
 * The faults in course: those of a file from the start, those ordered by `POST /admin/faults` since.
 * @param effects what kinds do beside their answer
 */
export function createFaults(
  effects: { readonly revokeTokens: () => void },
  fromFile: readonly FaultOrder[],
  now: number,
): Faults {
  let faults: ActiveFault[] = [];
  let lastId = 0;

  const active = (at: number): ActiveFault[] => {
    faults = faults.filter(({ until, remaining }) => (until ?? Infinity) > at && (remaining ?? 1) > 0);
    return faults;
  };

  const begin = ({ seconds, count, ...order }: FaultOrder, at: number): ActiveFault => {
    lastId += 1;
    const fault: ActiveFault = {
      id: lastId,
      ...order,
      seen: 0,
      ...(seconds === undefined ? {} : { until: at + seconds * 1000 }),
      ...(count === undefined ? {} : { remaining: count }),
    };
    const kind = FAULT_KINDS[order.kind];
    if (kind?.stage === 'once') effects[kind.effect]();
    else faults = [...active(at), fault];
    return fault;
  };

  const afflict: Faults['afflict'] = (operation, at, reference) => {
    const hits = active(at)
      .filter((fault) =>
        fault.operations === undefined ? operation !== 'token' : fault.operations.includes(operation),
      )
      .filter((fault) => isHit(fault, reference));
    let affliction = CALM;
    for (const fault of hits) {
      // The API has not seen what another fault has answered already.
      if (affliction.instead !== undefined) break;
      if (fault.remaining !== undefined) fault.remaining -= 1;
      affliction = joined(affliction, fault, at);
      const kind = FAULT_KINDS[fault.kind];
      if (kind?.stage === 'instead' && kind.effect) effects[kind.effect]();
    }
    return affliction;
  };

  for (const order of fromFile) begin(order, now);
  return {
    order: (wanted, at) => {
      const read = readOrder(wanted);
      return 'problem' in read ? read : { fault: begin(read.order, at) };
    },
    afflict,
    active,
    clear: () => void (faults = []),
  };
}

function isHit(fault: ActiveFault, reference: string | undefined): boolean {
  const nth = fault.seen;
  fault.seen += 1;
  // Which records are poison is asked by the API itself: a lot holds many.
  if (fault.pattern === undefined || fault.kind === 'poisonRecord') return true;
  return patternHits(fault.pattern, nth, reference);
}

function joined(affliction: Affliction, fault: ActiveFault, now: number): Affliction {
  const kind = FAULT_KINDS[fault.kind];
  const kinds = [...affliction.kinds, fault.kind];
  switch (kind?.stage) {
    case 'instead':
      return { ...affliction, kinds, instead: kind.answer(fault, now + (affliction.bent.clockAheadMs ?? 0)) };
    case 'hold':
      return { ...affliction, kinds, delayMs: affliction.delayMs + kind.delayMs(fault) };
    case 'bend':
      return { ...affliction, kinds, bent: { ...affliction.bent, ...kind.bent(fault) } };
    case 'rewrite':
      return { ...affliction, kinds, rewrites: [...affliction.rewrites, kind.rewrite] };
    case 'spoil':
      return { ...affliction, kinds, delivery: kind.delivery(fault) };
    default:
      return affliction;
  }
}
