import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../../nodeRun';

/** What people are compared with; its words stand in the dictionary under `nodes.dedup.against.<name>`. */
export interface Comparison {
  /** Option value: stable. */
  readonly name: 'franceTravail' | 'secondInput';
  /** Items by output. */
  readonly execute: (run: NodeRun) => Promise<INodeExecutionData[][]>;
}
