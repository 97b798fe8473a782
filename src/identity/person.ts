import { z } from 'zod/v4';
import type { PivotField, PivotRecord, Problem } from '../fields';
import { cellSchema, type Cell } from './cell';
import { isCalendarDate } from './dates';
import { isEmailAddress } from './emailAddress';
import { checkFranceTravailNumber } from './franceTravailNumber';
import { checkNir } from './nir';
import { readField, type FieldOptions } from './readField';
import { settlePerson } from './settlePerson';

const text = z.string().min(1).max(200);
const placeCode = z.string().regex(/^(?:\d{5}|2[AB]\d{3})$/);
const nir = z.string().refine((value) => {
  const check = checkNir(value);
  return check.status === 'valid' && check.nir === value;
});

/** A person, clean: what the identity engine, look-ups and declarations may rely on. A missing key = not known. */
export const personSchema = z.strictObject({
  id: text.optional(),
  birthName: text.optional(),
  usageName: text.optional(),
  firstNames: text.optional(),
  sex: z.enum(['F', 'M']).optional(),
  civility: text.optional(),
  birthDate: z.string().refine(isCalendarDate).optional(),
  birthPlaceCode: placeCode.optional(),
  birthPlaceName: text.optional(),
  birthCountryCode: placeCode.optional(),
  /** 15 characters whose key holds. */
  nir: nir.optional(),
  franceTravailNumber: z
    .string()
    .refine((value) => checkFranceTravailNumber(value).status === 'valid')
    .optional(),
  email: z.string().refine(isEmailAddress).optional(),
  phone: z
    .string()
    .regex(/^\+?\d{6,15}$/)
    .optional(),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  city: text.optional(),
  street: text.optional(),
  streetNumber: text.optional(),
  nationalId: text.optional(),
  occupation: text.optional(),
});

export const IDENTITY_FIELDS = personSchema.keyof().options satisfies readonly PivotField[];
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

type Parsed = z.infer<typeof personSchema>;
/** A person's fields; a missing key = not known. */
export type Person = { readonly [F in keyof Parsed]?: Exclude<Parsed[F], undefined> };

/** A person read from whatever a list, a database or n8n hands over. */
export interface PersonReading {
  readonly person: Person;
  /** `person.nir` is of the register (begins with 1 or 2); false without a NIR and for a temporary one. */
  readonly certified: boolean;
  /** Values that could not be taken; they are not in `person`. */
  readonly problems: readonly Problem[];
  /** What was mended on the way, or left out because nothing depends on it. */
  readonly repairs: readonly Problem[];
  /** Kept as it is, and worth a look: default dates, contradictions, names that may have changed places. */
  readonly doubts: readonly Problem[];
}

/**
 * Reads a person leniently: own keys that are fields of identity, each a text, number, boolean, date or nothing. Never
 * throws and never repeats an identifier: what is wrong comes back as codes of the dictionary.
 */
export function readPerson(input: unknown, options: FieldOptions): PersonReading {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return notARecord();
  const record: Partial<Record<PivotField, string>> = {};
  const problems: Problem[] = [];
  const repairs: Problem[] = [];
  for (const field of IDENTITY_FIELDS) {
    const cell = cellOf(input, field);
    if (cell.status === 'strange') problems.push({ code: 'identity.cell.notAValue', field });
    if (cell.status !== 'cell') continue;
    const reading = readField(field, cell.value, options);
    if (reading.value !== undefined) record[field] = reading.value;
    if (reading.problem) problems.push(reading.problem);
    repairs.push(...reading.repairs);
  }
  const settled = settlePerson(record);
  return {
    person: strict(settled.record),
    certified: /^[12]/.test(settled.record.nir ?? ''),
    problems: [...problems, ...settled.problems].map(namingField),
    repairs: [...repairs, ...settled.repairs].map(namingField),
    doubts: settled.doubts.map(namingField),
  };
}

type ReadCell = { readonly status: 'absent' | 'strange' } | { readonly status: 'cell'; readonly value: Cell };

/** Own values only: a prototype and a getter are nobody's record. */
function cellOf(input: object, field: string): ReadCell {
  const own = Object.getOwnPropertyDescriptor(input, field);
  if (!own) return { status: 'absent' };
  const parsed = cellSchema.safeParse(own.value);
  return parsed.success ? { status: 'cell', value: parsed.data } : { status: 'strange' };
}

/** What the readers let through and the schema does not is left out rather than trusted. */
function strict(record: PivotRecord): Person {
  const parsed = personSchema.safeParse(record);
  if (parsed.success) return parsed.data as Person;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(record).filter(([field]) => !wrong.has(field))) as Person;
}

/** Sentences about a cell name its column: `{field}` becomes the field's label in the user's language. */
export function namingField(problem: Problem): Problem {
  return problem.field ? { ...problem, params: { ...problem.params, field: problem.field } } : problem;
}

function notARecord(): PersonReading {
  const problems = [{ code: 'identity.person.notARecord' }];
  return { person: {}, certified: false, problems, repairs: [], doubts: [] };
}
