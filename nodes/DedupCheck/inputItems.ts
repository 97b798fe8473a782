import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../nodeRun';

/** The items of an input; undefined when nothing is connected to it. An empty list is one that has a source. */
export function inputItems({ context }: NodeRun, input: number): readonly INodeExecutionData[] | undefined {
  try {
    return context.getInputSourceData(input) ? context.getInputData(input) : undefined;
  } catch {
    return undefined;
  }
}
