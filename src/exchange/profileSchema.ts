import { z } from 'zod/v4';
import { ACCOMPANIMENT_STATUSES, DECLARATION_OPERATIONS } from '../accompaniment';
import { codeShape, headerName, label, milliseconds, name, operation, status, text } from './operationSchema';

export type { OperationRole, OutcomeRow, ProfileOperation, ProfileOutcome, Reading, Writing } from './operationSchema';

/**
 * The shape of an exchange profile: what the other side is called, where it lives, which words it uses and what its
 * answers mean. Everything is an allow-list; unknown keys are refused, so that a typing error cannot hide.
 */

const codeTable = z
  .array(
    z.strictObject({
      /** Our own word; the other side's code when there is none. */
      value: z.string().min(1).max(80).optional(),
      code: z.string().min(1).max(80),
      label,
      /** `true`: understood when it is read, never written. */
      readOnly: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(500);

const origin = z.string().regex(/^https?:\/\/[^/?#\s]+$/);

const environment = z.strictObject({
  id: name,
  label,
  /** Origins that may be spoken to. With `loopback`, any port of this very machine, plain http included. */
  loopback: z.boolean().optional(),
  api: z.strictObject({ origins: z.array(origin).max(20), base: z.string().regex(/^(\/[\w.~-]+)*$/) }),
  token: z.strictObject({ origins: z.array(origin).max(20) }),
  /** Where a test environment is a prefix of paths: `/orientationusager` → `/testorientationusager`. */
  pathPrefixes: z.record(z.string().regex(/^\/[\w.~/-]+$/), z.string().regex(/^\/[\w.~/-]+$/)).optional(),
  /** Other scopes than the profile's. */
  scopes: z.array(text).min(1).max(40).optional(),
});

export const profileSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  status,
  label,
  source: text,
  transport: z.enum(['http', 'file']),
  environments: z.array(environment).min(1).max(20),
  token: z.strictObject({
    path: z.string().regex(/^(\/[\w.~-]+)+$/),
    realm: text,
    scopes: z.array(text).min(1).max(40),
    /** Puts `application_<client id>` in front of the scopes, as some clients do. */
    applicationScope: z.boolean().default(false),
    /** Used when the answer does not say how long the token lives. */
    lifetimeSeconds: z.int().min(1).max(86_400),
  }),
  agent: z.strictObject({
    /** `correlation`: where the id of the call goes, so that both sides' logs can be laid side by side. */
    headers: z.strictObject({
      name: headerName,
      firstName: headerName,
      id: headerName,
      correlation: headerName.optional(),
    }),
    defaults: z.strictObject({ name: text, firstName: text, id: text }),
  }),
  structureCode: z
    .strictObject({
      /** How a structure's code may look: `A` a letter, `9` a digit, anything else itself. Absent: no form is asked for. */
      forms: z
        .array(z.string().regex(/^[A9.-]{1,20}$/))
        .min(1)
        .max(10),
    })
    .optional(),
  limits: z.strictObject({
    /** For a whole request, body included. */
    timeoutMs: milliseconds.min(1),
    connectTimeoutMs: milliseconds.min(1),
    maxResponseBytes: z.int().min(1_000).max(100_000_000),
    /** Requests in the air at the same time. */
    parallel: z.int().min(1).max(64),
    /** Requests in a window; `burst` of them may leave at once. */
    rate: z.strictObject({
      calls: z.int().min(1).max(100_000),
      perSeconds: z.number().min(0.1).max(86_400),
      burst: z.int().min(1).max(1_000),
    }),
    attempts: z.int().min(1).max(10),
    backoff: z.strictObject({ firstMs: milliseconds, factor: z.number().min(1).max(10), maxMs: milliseconds }),
    maxRetryAfterSeconds: z.number().min(0).max(3_600),
    pageSize: z.int().min(1).max(1_000),
  }),
  /** Where the business code stands in a body: the first that is there counts. */
  businessCode: z.array(codeShape).min(1).max(20),
  capabilities: z.strictObject({
    lookUp: z.strictObject({ franceTravailNumber: name.optional(), nir: name.optional() }).optional(),
    personToken: z
      .strictObject({ lifetimeSeconds: z.int().min(1).max(604_800), expiryHint: name.optional() })
      .optional(),
    declarations: z
      .partialRecord(
        z.enum(DECLARATION_OPERATIONS),
        z.strictObject({ operation: name, statuses: z.array(z.enum(ACCOMPANIMENT_STATUSES)).min(1) }),
      )
      .optional(),
    idempotencyKey: z.strictObject({ windowDays: z.number().min(0.01).max(400) }).optional(),
    readBack: z.strictObject({ operation: name, lagMs: milliseconds, slowestCommitMs: milliseconds }).optional(),
    /** Everything that is held for the caller's structure, page by page. */
    listing: name.optional(),
    /** Several declarations in one call, at most so many; each is taken or refused by itself. */
    lots: z.strictObject({ operation: name, max: z.int().min(2).max(10_000) }).optional(),
    plannedState: z.boolean().default(false),
    accompaniments: name.optional(),
    registration: name.optional(),
    referrals: z
      .strictObject({
        list: name,
        acknowledge: z.strictObject({ operation: name, max: z.int().min(1).max(10_000) }).optional(),
        answer: name.optional(),
      })
      .optional(),
  }),
  operations: z.record(name, operation),
  tables: z.record(name, codeTable),
});

/** A profile as an admin writes it. */
export type ProfileJson = z.input<typeof profileSchema>;
/** A profile, checked, defaults filled in. */
export type Profile = z.output<typeof profileSchema>;
export type CodeTable = z.output<typeof codeTable>;
export type Environment = z.output<typeof environment>;
