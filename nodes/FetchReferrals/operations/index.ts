import { answer } from './answer';
import { fetch } from './fetch';
import type { Operation } from './operation';
import { replay } from './replay';

/** In the order of the list on screen. */
export const OPERATIONS: readonly Operation[] = [fetch, replay, answer];
