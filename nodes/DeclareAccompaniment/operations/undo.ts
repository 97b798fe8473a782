import { undoRun } from '../undoRun';
import type { Operation } from './operation';

export const undo: Operation = { name: 'undo', execute: undoRun };
