import type { INodeProperties } from 'n8n-workflow';

import { fieldsMapper } from '../fieldsMapper';
import { ledgerPlaceProperty } from '../ledgerPlace';
import { sendingSwitch } from '../sending';
import type { Words } from '../words';
import { exitReasonOptions } from './exitReasonOptions';
import { DECLARING, LISTING, OPERATIONS } from './operations';
import { lastRunProperties } from './lastRun';
import { listProperties } from './listProperties';
import { rescueProperties } from './rescueProperties';

/** The node's parameters. Names and option values are stable: templates of others depend on them. */
export function properties(words: Words): INodeProperties[] {
  return [
    operation(words),
    ...sendingSwitch(words, 'nodes.declare', { operation: [...DECLARING] }),
    ...listProperties(words),
    ...lastRunProperties(words),
    ...rescueProperties(words),
    ...fieldsMapper(words, { operation: [...LISTING] }),
    ledgerPlaceProperty(words),
    options(words),
  ];
}

function operation(words: Words): INodeProperties {
  return {
    displayName: words('nodes.operation'),
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    default: 'open',
    options: OPERATIONS.map(({ name }) => ({
      name: words(`nodes.declare.${name}`),
      value: name,
      description: words(`nodes.declare.${name}.description`),
      action: words(`nodes.declare.${name}.action`),
    })),
  };
}

function options(words: Words): INodeProperties {
  return {
    displayName: words('nodes.options'),
    name: 'options',
    type: 'collection',
    placeholder: words('nodes.options.add'),
    default: {},
    displayOptions: { show: { operation: [...DECLARING] } },
    options: [
      {
        displayName: words('nodes.acceptUncertified'),
        name: 'acceptUncertified',
        type: 'boolean',
        default: false,
        description: words('nodes.acceptUncertified.description'),
      },
      exitReasons(words),
    ],
  };
}

function exitReasons(words: Words): INodeProperties {
  return {
    displayName: words('nodes.declare.exitReasons'),
    name: 'exitReasons',
    type: 'fixedCollection',
    placeholder: words('nodes.declare.exitReasons.add'),
    typeOptions: { multipleValues: true },
    default: {},
    description: words('nodes.declare.exitReasons.description'),
    options: [
      {
        displayName: words('nodes.declare.exitReasons.row'),
        name: 'rows',
        values: [
          {
            displayName: words('nodes.declare.exitReasons.local'),
            name: 'local',
            type: 'string',
            default: '',
            placeholder: words('nodes.declare.exitReasons.local.placeholder'),
            description: words('nodes.declare.exitReasons.local.description'),
          },
          {
            displayName: words('nodes.declare.exitReasons.reason'),
            name: 'reason',
            type: 'options',
            default: 'other',
            description: words('nodes.declare.exitReasons.reason.description'),
            options: exitReasonOptions(words),
          },
        ],
      },
    ],
  };
}
