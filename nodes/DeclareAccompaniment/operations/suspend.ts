import { declare } from '../declare';
import type { Operation } from './operation';

export const suspend: Operation = { name: 'suspend', execute: (run) => declare(run, 'suspend') };
