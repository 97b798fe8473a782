import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { fieldsMapper } from '../fieldsMapper';
import type { Words } from '../words';
import { COMPARISONS } from './operations';

/** The node's parameters. Names and option values are stable: templates of others depend on them. */
export function properties(words: Words): INodeProperties[] {
  return [against(words), ...fieldsMapper(words, {}), options(words)];
}

/** A second input only where a second list is compared. */
export function inputs(words: Words): INodeTypeDescription['inputs'] {
  const both = (['toCheck', 'known'] as const).map((name) => ({
    type: NodeConnectionTypes.Main,
    displayName: words(`nodes.dedup.input.${name}`),
  }));
  return `={{ $parameter["against"] === "secondInput" ? ${JSON.stringify(both)} : ["${NodeConnectionTypes.Main}"] }}`;
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

function options(words: Words): INodeProperties {
  return {
    displayName: words('nodes.options'),
    name: 'options',
    type: 'collection',
    placeholder: words('nodes.options.add'),
    default: {},
    displayOptions: { show: { against: ['franceTravail'] } },
    options: [
      {
        displayName: words('nodes.acceptUncertified'),
        name: 'acceptUncertified',
        type: 'boolean',
        default: false,
        description: words('nodes.acceptUncertified.description'),
      },
    ],
  };
}
