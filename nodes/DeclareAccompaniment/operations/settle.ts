import { settleOpen } from '../settleOpen';
import type { Operation } from './operation';

export const settle: Operation = { name: 'settle', execute: settleOpen };
