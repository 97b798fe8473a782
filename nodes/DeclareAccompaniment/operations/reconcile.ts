import { reconcileHeld } from '../reconcileHeld';
import type { Operation } from './operation';

export const reconcile: Operation = { name: 'reconcile', execute: reconcileHeld };
