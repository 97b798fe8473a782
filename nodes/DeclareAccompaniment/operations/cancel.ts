import { declare } from '../declare';
import type { Operation } from './operation';

export const cancel: Operation = { name: 'cancel', execute: (run) => declare(run, 'cancel') };
