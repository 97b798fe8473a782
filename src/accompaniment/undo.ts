import type { Problem } from '../fields';
import type { AccompanimentStatus, DeclarationOperation } from './declaration';

/** What a run said of a reference, between what stood before and what is believed now. */
export interface SaidWord {
  readonly operation: DeclarationOperation;
  readonly status: AccompanimentStatus;
  readonly version: number;
  /** `none`: nothing was said of it before; `unknown`: what was said before is erased. */
  readonly before: AccompanimentStatus | 'none' | 'unknown';
  readonly now: { readonly version: number };
}

/** What takes a word back, or why nothing can. Names are stable: they stand in items. */
export type Undoing =
  | { readonly kind: 'cancel' | 'reopen' | 'resume' | 'suspend'; readonly operation: DeclarationOperation }
  | { readonly kind: 'stop'; readonly problem: Problem };

/**
 * What a run has opened is cancelled, what it has closed is opened again, a pause that it said is ended, one that it ended
 * is said again. A changed content is not brought back: what was said before is erased once it is settled.
 */
export function undoingOf({ status, version, before, now }: SaidWord): Undoing {
  if (now.version !== version) return stop('accompaniment.undo.saidSince');
  if (before === 'unknown') return stop('accompaniment.undo.historyErased');
  if (status === 'cancelled') return stop('accompaniment.undo.staysCancelled');
  if (before === 'none') return { kind: 'cancel', operation: 'cancel' };
  if (before === 'closed' || before === 'cancelled')
    return stop(status === 'closed' ? 'accompaniment.undo.contentErased' : 'accompaniment.undo.wasOver');
  if (status === 'closed') {
    return before === 'suspended' ? { kind: 'suspend', operation: 'suspend' } : { kind: 'reopen', operation: 'open' };
  }
  if (status === 'suspended' && before !== 'suspended') return { kind: 'resume', operation: 'resume' };
  if (status !== 'suspended' && before === 'suspended') return { kind: 'suspend', operation: 'suspend' };
  return stop('accompaniment.undo.contentErased');
}

function stop(code: string): Undoing {
  return { kind: 'stop', problem: { code, field: 'id' } };
}
