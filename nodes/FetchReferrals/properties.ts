import type { INodeProperties } from 'n8n-workflow';
import { REFERRAL_DECISIONS, REFUSAL_REASONS } from '../../src/referral';
import { ledgerPlaceProperty } from '../ledgerPlace';
import { sendingSwitch } from '../sending';
import type { Words } from '../words';
import { OPERATIONS } from './operations';

/** The node's parameters. Names and option values are stable: templates of others depend on them. */
export function properties(words: Words): INodeProperties[] {
  return [operation(words), ...taking(words), ...replaying(words), ...answering(words), ledgerPlaceProperty(words)];
}

function operation(words: Words): INodeProperties {
  return {
    displayName: words('nodes.operation'),
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    default: 'fetch',
    options: OPERATIONS.map(({ name }) => ({
      name: words(`nodes.referrals.${name}`),
      value: name,
      description: words(`nodes.referrals.${name}.description`),
      action: words(`nodes.referrals.${name}.action`),
    })),
  };
}

function taking(words: Words): INodeProperties[] {
  const show = { operation: ['fetch', 'replay'] };
  return [
    // eslint-disable-next-line n8n-nodes-base/node-param-description-missing-for-return-all -- it comes from the dictionary
    {
      displayName: words('nodes.returnAll'),
      name: 'returnAll',
      type: 'boolean',
      default: true,
      description: words('nodes.returnAll.description'),
      displayOptions: { show },
    },
    // eslint-disable-next-line n8n-nodes-base/node-param-description-missing-from-limit -- it comes from the dictionary
    {
      displayName: words('nodes.limit'),
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 50,
      description: words('nodes.limit.description'),
      displayOptions: { show: { ...show, returnAll: [false] } },
    },
  ];
}

function replaying(words: Words): INodeProperties[] {
  const show = { operation: ['replay'] };
  return [
    {
      displayName: words('nodes.referrals.replay.which'),
      name: 'which',
      type: 'options',
      default: 'unanswered',
      description: words('nodes.referrals.replay.which.description'),
      displayOptions: { show },
      options: (['unanswered', 'all'] as const).map((value) => ({
        name: words(`nodes.referrals.replay.${value}`),
        value,
      })),
    },
    {
      displayName: words('nodes.referrals.since'),
      name: 'since',
      type: 'dateTime',
      default: '',
      description: words('nodes.referrals.since.description'),
      displayOptions: { show },
    },
  ];
}

function answering(words: Words): INodeProperties[] {
  const show = { operation: ['answer'] };
  return [
    ...sendingSwitch(words, 'nodes.referrals', show),
    {
      displayName: words('nodes.referrals.referralId'),
      name: 'referralId',
      type: 'string',
      required: true,
      default: '={{ $json.id }}',
      description: words('nodes.referrals.referralId.description'),
      displayOptions: { show },
    },
    {
      displayName: words('nodes.referrals.decision'),
      name: 'decision',
      type: 'options',
      default: 'accept',
      description: words('nodes.referrals.decision.description'),
      displayOptions: { show },
      options: REFERRAL_DECISIONS.map((value) => ({
        name: words(`nodes.referrals.decision.${value}`),
        value,
        description: words(`nodes.referrals.decision.${value}.description`),
      })),
    },
    {
      displayName: words('nodes.referrals.reason'),
      name: 'reason',
      type: 'options',
      default: 'other',
      description: words('nodes.referrals.reason.description'),
      // An expression may give any of the decisions: the reason must stay within reach.
      displayOptions: { show: { ...show }, hide: { decision: ['accept', 'absent'] } },
      options: REFUSAL_REASONS.map((value) => ({ name: words(`nodes.referrals.reason.${value}`), value })),
    },
    answerFields(words, show),
  ];
}

function answerFields(words: Words, show: Record<string, string[]>): INodeProperties {
  return {
    displayName: words('nodes.referrals.answerFields'),
    name: 'answerFields',
    type: 'collection',
    placeholder: words('nodes.referrals.answerFields.add'),
    default: {},
    displayOptions: { show },
    options: [
      {
        displayName: words('nodes.referrals.decisionDate'),
        name: 'decisionDate',
        type: 'dateTime',
        default: '',
        description: words('nodes.referrals.decisionDate.description'),
      },
      {
        displayName: words('nodes.referrals.comment'),
        name: 'comment',
        type: 'string',
        typeOptions: { rows: 3 },
        default: '',
        description: words('nodes.referrals.comment.description'),
      },
      {
        displayName: words('nodes.referrals.firstMeetingAt'),
        name: 'firstMeetingAt',
        type: 'dateTime',
        default: '',
        description: words('nodes.referrals.firstMeetingAt.description'),
      },
      ...(['referentName', 'referentFirstName', 'referentEmail', 'referentPhone'] as const).map(
        (name): INodeProperties => ({
          displayName: words(`fields.${name}`),
          name,
          type: 'string',
          default: '',
        }),
      ),
    ],
  };
}
