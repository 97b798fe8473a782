import { cancel } from './cancel';
import { close } from './close';
import { open } from './open';
import type { Operation } from './operation';
import { readStatus } from './readStatus';
import { resume } from './resume';
import { suspend } from './suspend';
import { synchronise } from './synchronise';
import { undo } from './undo';
import { update } from './update';

/** In the order of the list on screen. */
export const OPERATIONS: readonly Operation[] = [
  synchronise,
  open,
  update,
  suspend,
  resume,
  close,
  cancel,
  readStatus,
  undo,
];

/** Those that tell France Travail something; the switch "send" is theirs. */
export const DECLARING: readonly string[] = OPERATIONS.filter((one) => one !== readStatus).map((one) => one.name);
