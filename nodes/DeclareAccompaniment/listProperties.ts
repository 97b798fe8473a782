import type { INodeProperties } from 'n8n-workflow';
import { ABSENCE_MODES, GUARD_PERCENT } from '../../src/accompaniment';
import type { Words } from '../words';
import { exitReasonOptions } from './exitReasonOptions';

const SYNCHRONISE = { operation: ['synchronise'] };
const CLOSE = { ...SYNCHRONISE, absence: ['close'] };

/** Parameters of *Synchronise my list*. What decides about exits is no expression: it must be read on the screen. */
export function listProperties(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('nodes.declare.listDate'),
      name: 'listDate',
      type: 'dateTime',
      default: '',
      description: words('nodes.declare.listDate.description'),
      displayOptions: { show: SYNCHRONISE },
    },
    {
      displayName: words('nodes.declare.absence'),
      name: 'absence',
      type: 'options',
      noDataExpression: true,
      default: 'report',
      description: words('nodes.declare.absence.description'),
      displayOptions: { show: SYNCHRONISE },
      options: ABSENCE_MODES.map((mode) => ({
        name: words(`nodes.declare.absence.${mode}`),
        value: mode,
        description: words(`nodes.declare.absence.${mode}.description`),
      })),
    },
    {
      displayName: words('nodes.declare.absenceReason'),
      name: 'absenceReason',
      type: 'options',
      noDataExpression: true,
      default: 'other',
      description: words('nodes.declare.absenceReason.description'),
      displayOptions: { show: CLOSE },
      options: exitReasonOptions(words),
    },
    {
      displayName: words('nodes.declare.absenceDate'),
      name: 'absenceDate',
      type: 'dateTime',
      default: '',
      description: words('nodes.declare.absenceDate.description'),
      displayOptions: { show: CLOSE },
    },
    {
      displayName: words('nodes.declare.guard'),
      name: 'guard',
      type: 'number',
      noDataExpression: true,
      typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 0 },
      default: GUARD_PERCENT,
      description: words('nodes.declare.guard.description'),
      displayOptions: { show: CLOSE },
    },
  ];
}
