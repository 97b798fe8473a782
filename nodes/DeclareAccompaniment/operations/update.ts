import { declare } from '../declare';
import type { Operation } from './operation';

export const update: Operation = { name: 'update', execute: (run) => declare(run, 'update') };
