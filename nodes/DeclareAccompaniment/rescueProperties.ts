import type { INodeProperties } from 'n8n-workflow';
import type { Words } from '../words';

const UNDO = { operation: ['undo'] };
/** Option values: stable. */
const WHICH = ['last', 'named'] as const;
const ANSWERS = ['held', 'notHeld'] as const;

/** Parameters of *Undo a run*, *Reconcile* and *Settle*: the operations for when something went wrong. */
export function rescueProperties(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('nodes.declare.whichRun'),
      name: 'whichRun',
      type: 'options',
      noDataExpression: true,
      default: 'last',
      description: words('nodes.declare.whichRun.description'),
      displayOptions: { show: UNDO },
      options: WHICH.map((value) => ({ name: words(`nodes.declare.whichRun.${value}`), value })),
    },
    {
      displayName: words('nodes.declare.runName'),
      name: 'runName',
      type: 'string',
      default: '',
      description: words('nodes.declare.runName.description'),
      displayOptions: { show: { ...UNDO, whichRun: ['named'] } },
    },
    {
      displayName: words('nodes.declare.adopt'),
      name: 'adopt',
      type: 'boolean',
      noDataExpression: true,
      default: false,
      description: words('nodes.declare.adopt.description'),
      displayOptions: { show: { operation: ['reconcile'] } },
    },
    answers(words),
  ];
}

function answers(words: Words): INodeProperties {
  return {
    displayName: words('nodes.declare.answers'),
    name: 'answers',
    type: 'fixedCollection',
    placeholder: words('nodes.declare.answers.add'),
    typeOptions: { multipleValues: true },
    default: {},
    description: words('nodes.declare.answers.description'),
    displayOptions: { show: { operation: ['settle'] } },
    options: [
      {
        displayName: words('nodes.declare.answers.row'),
        name: 'rows',
        values: [
          {
            displayName: words('nodes.declare.answers.reference'),
            name: 'reference',
            type: 'string',
            default: '',
            description: words('nodes.declare.answers.reference.description'),
          },
          {
            displayName: words('nodes.declare.answers.answer'),
            name: 'answer',
            type: 'options',
            default: 'held',
            description: words('nodes.declare.answers.answer.description'),
            options: ANSWERS.map((value) => ({ name: words(`nodes.declare.answers.${value}`), value })),
          },
        ],
      },
    ],
  };
}
