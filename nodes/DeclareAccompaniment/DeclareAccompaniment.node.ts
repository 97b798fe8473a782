import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { mapperFields } from '../fieldsMapper';
import { perform } from '../nodeRun';
import { subtitle } from '../subtitle';
import { testAccess, testConvention } from '../testCredentials';
import { instanceWords } from '../words';
import { OPERATIONS } from './operations';
import { OUTPUTS, outputsOf } from './outputs';
import { properties } from './properties';

const words = instanceWords();

/** Tells France Travail whom the PLIE accompanies. */
// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- whether France Travail is told something is for a person to decide, not for a language model
export class DeclareAccompaniment implements INodeType {
  description: INodeTypeDescription = {
    displayName: words('nodes.declare.name'),
    name: 'declareAccompaniment',
    icon: { light: 'file:declareAccompaniment.svg', dark: 'file:declareAccompaniment.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: subtitle(words, 'nodes.declare', 'operation', OPERATIONS),
    description: words('nodes.declare.description'),
    defaults: { name: words('nodes.declare.name') },
    inputs: [NodeConnectionTypes.Main],
    outputs: outputsOf(words),
    credentials: [
      {
        name: 'franceTravailApi',
        displayName: words('credentials.access.name'),
        required: true,
        testedBy: 'testAccess',
      },
      {
        // eslint-disable-next-line n8n-nodes-base/node-class-description-credentials-name-unsuffixed -- a convention is no API
        name: 'sharingConvention',
        displayName: words('credentials.convention.name'),
        required: true,
        testedBy: 'testConvention',
      },
      {
        // eslint-disable-next-line @n8n/community-nodes/no-credential-reuse, @n8n/community-nodes/valid-credential-references -- n8n's own, for the ledger's database
        name: 'postgres',
        required: true,
        displayOptions: { show: { ledgerPlace: ['postgres'] } },
      },
    ],
    properties: properties(words),
  };

  methods = {
    resourceMapping: { pivotFields: async () => mapperFields(instanceWords()) },
    credentialTest: { testAccess, testConvention },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await perform(this, { parameter: 'operation', performers: OPERATIONS, outputs: OUTPUTS.length });
  }
}
