import type { Comparison } from './comparison';
import { franceTravail } from './franceTravail';
import { secondInput } from './secondInput';

/** In the order of the list on screen. */
export const COMPARISONS: readonly Comparison[] = [franceTravail, secondInput];
