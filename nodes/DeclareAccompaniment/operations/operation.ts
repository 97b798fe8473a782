import type { INodeExecutionData } from 'n8n-workflow';
import type { DeclarationOperation } from '../../../src/accompaniment';
import type { NodeRun } from '../../nodeRun';

/** One thing that the node can do; its words stand in the dictionary under `nodes.declare.<name>`. */
export interface Operation {
  /** Option value: stable. */
  readonly name: DeclarationOperation | 'readStatus' | 'synchronise' | 'undo' | 'lastRun' | 'reconcile' | 'settle';
  /** Its number of outputs where it is not the node's; errors leave on the last. */
  readonly outputs?: number;
  /** Items by output. */
  readonly execute: (run: NodeRun) => Promise<INodeExecutionData[][]>;
}
