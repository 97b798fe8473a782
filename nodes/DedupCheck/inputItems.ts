import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import type { NodeRun } from '../nodeRun';

/** What n8n's engine knows of a node's inputs and does not list among the functions of a node. */
interface KnowsConnections {
  readonly getConnections?: (node: INode, type: 'main') => readonly (readonly unknown[] | null | undefined)[];
}

/**
 * The items of an input; undefined when nothing is connected to it. A node that puts nothing out leaves no trace at the
 * input, so an empty list is told from no list by the connection itself.
 */
export function inputItems({ context }: NodeRun, input: number): readonly INodeExecutionData[] | undefined {
  if (hasSource(context, input)) return context.getInputData(input);
  return isConnected(context, input) ? [] : undefined;
}

function hasSource(context: IExecuteFunctions, input: number): boolean {
  try {
    return Boolean(context.getInputSourceData(input));
  } catch {
    return false;
  }
}

function isConnected(context: IExecuteFunctions, input: number): boolean {
  const connections = (context as KnowsConnections).getConnections?.(context.getNode(), 'main');
  return (connections?.[input]?.length ?? 0) > 0;
}
