import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { IDENTITY_FIELDS, mapperFields } from '../fieldsMapper';
import { perform } from '../nodeRun';
import { subtitle } from '../subtitle';
import { testAccess, testConvention } from '../testCredentials';
import { instanceWords } from '../words';
import { COMPARISONS, comparisonsWith, PERFORMERS } from './comparisons';
import { inputs, properties } from './properties';

const words = instanceWords();

/** Order is stable: templates of others are wired by it. */
const OUTPUTS = ['nodes.dedup.output.new', 'nodes.dedup.output.duplicate', 'nodes.dedup.output.review'];

/** Finds out whether a person is known, or accompanied, already. */
export class DedupCheck implements INodeType {
  description: INodeTypeDescription = {
    displayName: words('nodes.dedup.name'),
    name: 'dedupCheck',
    icon: { light: 'file:dedupCheck.svg', dark: 'file:dedupCheck.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: subtitle(words, 'nodes.dedup.against', 'against', COMPARISONS),
    description: words('nodes.dedup.description'),
    defaults: { name: words('nodes.dedup.name') },
    // It only asks, and what it gives back names nobody.
    usableAsTool: true,
    inputs: inputs(words),
    outputs: OUTPUTS.map(() => NodeConnectionTypes.Main),
    outputNames: OUTPUTS.map((code) => words(code)),
    credentials: [
      {
        name: 'franceTravailApi',
        displayName: words('credentials.access.name'),
        required: true,
        testedBy: 'testAccess',
        displayOptions: { show: { against: comparisonsWith('franceTravail') } },
      },
      {
        // eslint-disable-next-line n8n-nodes-base/node-class-description-credentials-name-unsuffixed -- a convention is no API
        name: 'sharingConvention',
        displayName: words('credentials.convention.name'),
        required: true,
        testedBy: 'testConvention',
        displayOptions: { show: { against: comparisonsWith('franceTravail') } },
      },
      {
        // eslint-disable-next-line @n8n/community-nodes/no-credential-reuse, @n8n/community-nodes/valid-credential-references -- n8n's own, for the ledger's database
        name: 'postgres',
        required: true,
        displayOptions: { show: { against: comparisonsWith('franceTravail'), ledgerPlace: ['postgres'] } },
      },
    ],
    properties: properties(words),
  };

  methods = {
    resourceMapping: { pivotFields: async () => mapperFields(instanceWords(), IDENTITY_FIELDS) },
    credentialTest: { testAccess, testConvention },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await perform(this, { parameter: 'against', performers: PERFORMERS, outputs: OUTPUTS.length });
  }
}
