import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../../nodeRun';

/** One thing that the node can do; its words stand in the dictionary under `nodes.referrals.<name>`. */
export interface Operation {
  /** Option value: stable. */
  readonly name: 'fetch' | 'replay' | 'answer';
  /** Items by output. */
  readonly execute: (run: NodeRun) => Promise<INodeExecutionData[][]>;
}
