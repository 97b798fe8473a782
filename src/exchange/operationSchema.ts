import { z } from 'zod/v4';
import { ACCOMPANIMENT_STATUSES } from '../accompaniment';
import { PIVOT_FIELD_IDS } from '../fields';
import { isSafePath, PATH_PATTERN } from './jsonPath';
import { OUTCOME_MESSAGES } from './messages';

/** The shape of one operation of a profile: its request, its answer, and what each answer means. */

export const text = z.string().trim().min(1).max(400);
export const name = z.string().regex(/^[A-Za-z][\w-]{0,63}$/);
export const label = z.strictObject({ fr: text, en: text });
const readablePath = z.string().regex(PATH_PATTERN).refine(isSafePath);
const writablePath = z
  .string()
  .regex(/^[A-Za-z_][\w-]{0,63}(\.[A-Za-z_][\w-]{0,63}){0,5}$/)
  .refine(isSafePath);
export const headerName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
export const milliseconds = z.int().min(0).max(600_000);
export const status = z.enum(['proposed', 'published']);
const pivotField = z.enum(PIVOT_FIELD_IDS);

/** Where an operation's value comes from when it is no pivot field. */
export const META = [
  'status',
  'version',
  'reference',
  'id',
  'decision',
  'decisionDate',
  'reason',
  'comment',
  'firstMeetingAt',
  'cursor',
  'pageSize',
] as const;

/** One value of a request: exactly one source, the path it goes to, how it is written there. */
const writing = z.strictObject({
  field: pivotField.optional(),
  meta: z.enum(META).optional(),
  constant: z.union([z.string(), z.number(), z.boolean()]).optional(),
  to: writablePath,
  as: z.enum(['text', 'boolean', 'integer', 'phone', 'email']).default('text'),
  table: name.optional(),
  maxLength: z.int().min(1).max(10_000).optional(),
  /** Written only while the accompaniment has one of these statuses. */
  onlyWhen: z.array(z.enum(ACCOMPANIMENT_STATUSES)).min(1).optional(),
  /** For a comment that is empty: the French label of this value says it instead. */
  otherwiseLabelOf: z.enum(['reason']).optional(),
  /** `false`: the other side writes it in its own way (a label), so a read-back does not compare it. */
  compare: z.boolean().default(true),
});

/** One value of an answer: where it stands and what it is turned into. */
const reading = z.strictObject({
  path: readablePath.optional(),
  /** Read when `path` gives nothing. */
  or: readablePath.optional(),
  /** Several values put together by `with`: an id that is unique only as a whole. */
  join: z.array(readablePath).min(2).max(4).optional(),
  with: z.string().max(3).optional(),
  constant: z.union([z.string(), z.number()]).optional(),
  /** The value when nothing is there. */
  otherwise: z.string().optional(),
  as: z.enum(['text', 'flag', 'boolean', 'integer', 'date', 'dateTime', 'list']).default('text'),
  /** Texts that mean yes, for `boolean` and `flag`; JSON `true` always does. */
  yes: z.array(z.string()).optional(),
  table: name.optional(),
});

/** How an answer can end. Some belong to reading, some to writing: `profileChecks.ts` says which to which. */
export const PROFILE_OUTCOMES = [
  'ok',
  'nothing',
  'found',
  'declared',
  'alreadyAccompanied',
  'notFound',
  'ambiguous',
  'forbidden',
  'rejected',
  'deferred',
  'unavailable',
  'unclear',
  'sent',
] as const;

const outcomeRow = z.strictObject({
  status: z.int().min(100).max(599),
  /** The business code; absent: no code in the body; `*`: any or none (not on 2xx). */
  code: z.string().min(1).max(80).optional(),
  /** A range of codes of the same length, both inclusive. */
  codeFrom: z.string().min(1).max(80).optional(),
  codeTo: z.string().min(1).max(80).optional(),
  /** A condition on the body, tried before the rows of the same code that have none. */
  when: z
    .strictObject({
      path: readablePath,
      equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
      is: z.enum(['list', 'object', 'present', 'absent']).optional(),
    })
    .optional(),
  outcome: z.enum(PROFILE_OUTCOMES),
  message: z.enum(OUTCOME_MESSAGES).optional(),
  /** `now`: the client may repeat at once, paced; `later`: the same call can help another time; `no`: it cannot. */
  retry: z.enum(['no', 'later', 'now']).default('no'),
});

export const codeShape = z.strictObject({
  path: readablePath,
  /** The code counts only when this stands beside it. */
  beside: readablePath.optional(),
});

/** What an operation is for; each role has its own reading names and outcomes. */
export const OPERATION_ROLES = [
  'lookUp',
  'declare',
  'declareLot',
  'readBack',
  'listAccompaniments',
  'readAccompaniments',
  'readRegistration',
  'listReferrals',
  'acknowledgeReferrals',
  'answerReferral',
] as const;

export const operation = z.strictObject({
  role: z.enum(OPERATION_ROLES),
  status: status.optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  /** Below the API's base; `{reference}` and `{id}` are filled in, percent-encoded. */
  path: z.string().regex(/^(\/(\{(reference|id)\}|[A-Za-z0-9._~-]+)){1,12}$/),
  /** One entry a request that has to be made to have the whole list; most have one. */
  queries: z.array(z.record(name, text)).min(1).max(20).optional(),
  /** Query parameters that are filled in from the call. */
  query: z.array(writing).max(10).optional(),
  headers: z.strictObject({ personToken: headerName.optional(), idempotencyKey: headerName.optional() }).optional(),
  /** `safe`: repeating does no harm; `byKey`: thanks to the idempotency key; `never`. */
  repeat: z.enum(['safe', 'byKey', 'never']),
  body: z
    .strictObject({
      /** The list that the mapped objects go into, when the body holds several. */
      list: writablePath.optional(),
      map: z.array(writing).min(1).max(60),
    })
    .optional(),
  /** Several declarations in one call: where the parts of each go, and where its own answer stands. */
  lot: z
    .strictObject({
      declarations: writablePath,
      reference: writablePath,
      idempotencyKey: writablePath,
      personToken: writablePath.optional(),
      declaration: writablePath,
      /** One result a declaration. Each is read like the answer to a single call. */
      results: readablePath,
      resultReference: readablePath,
      /** The HTTP status that a single call would have had; absent: that of the lot. */
      resultStatus: readablePath.optional(),
    })
    .optional(),
  answer: z
    .strictObject({
      list: readablePath.optional(),
      more: readablePath.optional(),
      cursor: readablePath.optional(),
      /** Where the declaration stands in a read-back: read with the map of the operation that wrote it. */
      content: z.strictObject({ path: readablePath, writtenBy: name }).optional(),
      read: z.record(name, reading).optional(),
      person: z.partialRecord(pivotField, reading).optional(),
    })
    .optional(),
  outcomes: z.array(outcomeRow).min(1).max(120),
});

export type ProfileOperation = z.output<typeof operation>;
export type Writing = z.output<typeof writing>;
export type Reading = z.output<typeof reading>;
export type OutcomeRow = z.output<typeof outcomeRow>;
export type ProfileOutcome = (typeof PROFILE_OUTCOMES)[number];
export type OperationRole = (typeof OPERATION_ROLES)[number];
