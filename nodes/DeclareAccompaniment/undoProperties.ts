import type { INodeProperties } from 'n8n-workflow';
import type { Words } from '../words';

const UNDO = { operation: ['undo'] };

/** Parameters of *Undo a run*. */
export function undoProperties(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('nodes.declare.whichRun'),
      name: 'whichRun',
      type: 'options',
      noDataExpression: true,
      default: 'last',
      description: words('nodes.declare.whichRun.description'),
      displayOptions: { show: UNDO },
      options: [
        { name: words('nodes.declare.whichRun.last'), value: 'last' },
        { name: words('nodes.declare.whichRun.named'), value: 'named' },
      ],
    },
    {
      displayName: words('nodes.declare.runName'),
      name: 'runName',
      type: 'string',
      default: '',
      description: words('nodes.declare.runName.description'),
      displayOptions: { show: { ...UNDO, whichRun: ['named'] } },
    },
  ];
}
