import { declare } from '../declare';
import type { Operation } from './operation';

export const resume: Operation = { name: 'resume', execute: (run) => declare(run, 'resume') };
