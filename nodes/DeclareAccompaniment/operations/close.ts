import { declare } from '../declare';
import type { Operation } from './operation';

export const close: Operation = { name: 'close', execute: (run) => declare(run, 'close') };
