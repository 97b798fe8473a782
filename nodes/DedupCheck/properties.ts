import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { fieldsMapper } from '../fieldsMapper';
import { ledgerPlaceProperty } from '../ledgerPlace';
import type { Words } from '../words';
import { COMPARISONS, comparisonsWith, type Comparison } from './comparisons';
import { SETTINGS } from './setting';

/** The node's parameters. Names and option values are stable: templates of others depend on them. */
export function properties(words: Words): INodeProperties[] {
  return [
    against(words),
    setting(words),
    answersNotice(words),
    ...fieldsMapper(words, {}),
    ledgerPlaceProperty(words, { against: comparisonsWith('franceTravail') }),
    options(words),
  ];
}

/** As many inputs as the comparison has lists, each with its name. */
export function inputs(words: Words): INodeTypeDescription['inputs'] {
  const byComparison = Object.fromEntries(COMPARISONS.map((one) => [one.name, inputsOf(words, one)]));
  return `={{ (${JSON.stringify(byComparison)})[$parameter["against"]] ?? ["${NodeConnectionTypes.Main}"] }}`;
}

/** One input needs no name. */
function inputsOf(words: Words, comparison: Comparison) {
  if (comparison.inputs.length === 1) return [NodeConnectionTypes.Main];
  return comparison.inputs.map((name) => ({
    type: NodeConnectionTypes.Main,
    displayName: words(`nodes.dedup.input.${name}`),
  }));
}

function against(words: Words): INodeProperties {
  return {
    displayName: words('nodes.dedup.against'),
    name: 'against',
    type: 'options',
    noDataExpression: true,
    default: 'franceTravail',
    options: COMPARISONS.map(({ name }) => ({
      name: words(`nodes.dedup.against.${name}`),
      value: name,
      description: words(`nodes.dedup.against.${name}.description`),
      action: words(`nodes.dedup.against.${name}.action`),
    })),
  };
}

function setting(words: Words): INodeProperties {
  return {
    displayName: words('nodes.dedup.setting'),
    name: 'setting',
    type: 'options',
    noDataExpression: true,
    default: 'prudent',
    description: words('nodes.dedup.setting.description'),
    displayOptions: { show: { against: comparisonsWith('secondInput', 'within') } },
    options: SETTINGS.map((name) => ({
      name: words(`nodes.dedup.setting.${name}`),
      value: name,
      description: words(`nodes.dedup.setting.${name}.description`),
    })),
  };
}

function answersNotice(words: Words): INodeProperties {
  return {
    displayName: words('nodes.dedup.answers.notice'),
    name: 'answersNotice',
    type: 'notice',
    default: '',
    displayOptions: { show: { against: comparisonsWith('secondInput', 'within') } },
  };
}

function options(words: Words): INodeProperties {
  return {
    displayName: words('nodes.options'),
    name: 'options',
    type: 'collection',
    placeholder: words('nodes.options.add'),
    default: {},
    displayOptions: { show: { against: comparisonsWith('franceTravail') } },
    options: [
      {
        displayName: words('nodes.acceptUncertified'),
        name: 'acceptUncertified',
        type: 'boolean',
        default: false,
        description: words('nodes.dedup.acceptUncertified.description'),
      },
    ],
  };
}
