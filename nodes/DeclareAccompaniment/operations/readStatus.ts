import { readBackStatus } from '../readBackStatus';
import type { Operation } from './operation';

export const readStatus: Operation = { name: 'readStatus', execute: readBackStatus };
