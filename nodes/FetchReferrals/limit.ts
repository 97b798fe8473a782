import type { IExecuteFunctions } from 'n8n-workflow';

/** How many referrals are wanted at most; undefined: all. */
export function wantedLimit(context: IExecuteFunctions): number | undefined {
  if (context.getNodeParameter('returnAll', 0, true) === true) return undefined;
  return Number(context.getNodeParameter('limit', 0, 50));
}
