import type { Problem } from '../fields';
import type { ExitReason } from './exitReasons';

/** What it means that somebody of whom France Travail was told is not on the list any more. */
export type Absence =
  | { readonly mode: 'report' }
  | { readonly mode: 'nothing' }
  /** The accompaniment is closed, on this day (`YYYY-MM-DD`) and for this reason. */
  | { readonly mode: 'close'; readonly exitDate: string; readonly exitReason: ExitReason };

/** Option values of the node: stable. */
export const ABSENCE_MODES = ['report', 'nothing', 'close'] as const satisfies readonly Absence['mode'][];

/** Per cent of the accompaniments under way that one run may close by absence. */
export const GUARD_PERCENT = 10;
/** Fewer closures than this never stop a run: in a small list each one is a large share. */
const GUARD_AT_LEAST = 5;

export interface GuardedRun {
  /** Closures by absence alone: an exit that the list says itself is meant. */
  readonly closures: number;
  /** Accompaniments under way, as France Travail was told, those that are absent included. */
  readonly underWay: number;
  /** 0 to 100. Default: 10. */
  readonly percent?: number;
}

/** Why nothing of a run may be sent: it would close so many by absence that the export is probably cut off. */
export function guard({ closures, underWay, percent = GUARD_PERCENT }: GuardedRun): Problem | undefined {
  if (closures < GUARD_AT_LEAST || closures * 100 <= underWay * percent) return undefined;
  return { code: 'accompaniment.guard', params: { closures, underWay, percent } };
}
