import { z } from 'zod/v4';
import { PIVOT_FIELD_IDS, type PivotField } from '../fields';
import { CONVENTION_OPERATIONS } from './convention';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists, written `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

const day = z.string().refine(isDay, { params: { code: 'convention.badDate' } });

const flow = z.strictObject({
  operation: z.enum(CONVENTION_OPERATIONS),
  direction: z.enum(['give', 'receive']),
  fields: z.array(z.enum(PIVOT_FIELD_IDS as readonly [PivotField, ...PivotField[]])),
  note: z.string().max(1000).optional(),
});

type FlowInput = z.infer<typeof flow>;

/** Where a rule over several values is broken, and by which code of the dictionary. */
interface Breach {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly params?: Record<string, string>;
}

/** A line stands once: whoever adds a second one to narrow the first would be wrong about what leaves. */
function repeatedFlows(flows: readonly FlowInput[]): Breach[] {
  const seen = new Set<string>();
  return flows.flatMap(({ operation, direction }, position) => {
    const name = `${operation} ${direction}`;
    if (seen.has(name)) return [{ path: ['flows', position], code: 'convention.repeatedFlow', params: { flow: name } }];
    seen.add(name);
    return [];
  });
}

/** The NIR travels only inwards, and only to look a person up together with the birth date (France Travail wants both). */
function misplacedNir({ operation, direction, fields }: FlowInput, position: number): Breach[] {
  if (!fields.includes('nir')) return [];
  const path = ['flows', position, 'fields', fields.indexOf('nir')];
  if (operation !== 'lookUp' || direction !== 'give') return [{ path, code: 'convention.nirElsewhere' }];
  return fields.includes('birthDate') ? [] : [{ path, code: 'convention.nirAlone' }];
}

/** A convention as it stands in a file or in the credential. Later keys (parent, modes, retention) get their place here. */
export const conventionSchema = z
  .strictObject({
    id: z.string().regex(/^[\w.-]{1,80}$/, { error: 'id' }),
    version: z.string().min(1).max(40),
    title: z.string().min(1).max(200),
    note: z.string().max(4000).optional(),
    validFrom: day.optional(),
    validTo: day.optional(),
    flows: z.array(flow).min(1),
  })
  .superRefine((convention, context) => {
    const breaches = [...repeatedFlows(convention.flows), ...convention.flows.flatMap(misplacedNir)];
    const { validFrom, validTo } = convention;
    if (validFrom && validTo && validFrom > validTo)
      breaches.push({ path: ['validTo'], code: 'convention.endsBeforeStart' });
    for (const { path, code, params } of breaches) {
      context.addIssue({ code: 'custom', path: [...path], params: { code, ...params } });
    }
  });
