import { declare } from '../declare';
import type { Operation } from './operation';

export const open: Operation = { name: 'open', execute: (run) => declare(run, 'open') };
