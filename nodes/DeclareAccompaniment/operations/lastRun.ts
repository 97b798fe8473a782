import { lastRun as execute } from '../lastRun';
import type { Operation } from './operation';

export const lastRun: Operation = { name: 'lastRun', outputs: 2, execute };
