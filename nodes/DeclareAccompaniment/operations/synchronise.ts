import { synchroniseList } from '../synchroniseList';
import type { Operation } from './operation';

export const synchronise: Operation = { name: 'synchronise', execute: synchroniseList };
