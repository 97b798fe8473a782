import { cancel } from './cancel';
import { close } from './close';
import { lastRun } from './lastRun';
import { open } from './open';
import type { Operation } from './operation';
import { readStatus } from './readStatus';
import { reconcile } from './reconcile';
import { resume } from './resume';
import { settle } from './settle';
import { suspend } from './suspend';
import { synchronise } from './synchronise';
import { undo } from './undo';
import { update } from './update';

/** Those that tell France Travail something, in the order of the list on screen. */
const TELLING: readonly Operation[] = [synchronise, open, update, suspend, resume, close, cancel, undo];

/** In the order of the list on screen. */
export const OPERATIONS: readonly Operation[] = [...TELLING, readStatus, lastRun, reconcile, settle];

/** The switch "send" is theirs. */
export const DECLARING: readonly string[] = TELLING.map((one) => one.name);

/** Those that read a list of participants. */
export const LISTING: readonly string[] = OPERATIONS.filter((one) => one !== settle && one !== lastRun).map(
  (one) => one.name,
);
