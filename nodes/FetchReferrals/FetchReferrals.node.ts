import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { perform } from '../nodeRun';
import { subtitle } from '../subtitle';
import { testAccess, testConvention } from '../testCredentials';
import { instanceWords } from '../words';
import { OPERATIONS } from './operations';
import { properties } from './properties';

const words = instanceWords();

/** Order is stable: templates of others are wired by it. */
const OUTPUTS = ['nodes.referrals.output.referrals', 'nodes.output.waiting', 'nodes.output.toCorrect'];

/** Takes in the people whom France Travail refers to the PLIE, and answers. */
// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- referrals are people: a person reads and answers them, not a language model
export class FetchReferrals implements INodeType {
  description: INodeTypeDescription = {
    displayName: words('nodes.referrals.name'),
    name: 'fetchReferrals',
    icon: { light: 'file:fetchReferrals.svg', dark: 'file:fetchReferrals.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: subtitle(words, 'nodes.referrals', 'operation', OPERATIONS),
    description: words('nodes.referrals.description'),
    defaults: { name: words('nodes.referrals.name') },
    inputs: [NodeConnectionTypes.Main],
    outputs: OUTPUTS.map(() => NodeConnectionTypes.Main),
    outputNames: OUTPUTS.map((code) => words(code)),
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

  methods = { credentialTest: { testAccess, testConvention } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await perform(this, { parameter: 'operation', performers: OPERATIONS, outputs: OUTPUTS.length });
  }
}
