import type { Problem, ProblemParams } from '../fields';
import { isLoopback } from './loopback';
import type {
  OperationRole,
  OutcomeRow,
  Profile,
  ProfileOperation,
  ProfileOutcome,
  Reading,
  Writing,
} from './profileSchema';

/** What the schema alone cannot see: that the parts of a profile fit together. */
export function checkProfile(profile: Profile): Problem[] {
  if (profile.transport !== 'http')
    return [problem('transportNotBuilt', { path: 'transport', got: profile.transport })];
  return [
    ...environmentProblems(profile),
    ...capabilityProblems(profile),
    ...Object.entries(profile.operations).flatMap(([name, operation]) => operationProblems(profile, name, operation)),
    ...Object.entries(profile.tables).flatMap(([name, table]) => tableProblems(name, table)),
  ];
}

function problem(code: string, params: ProblemParams): Problem {
  return { code: `exchange.profile.${code}`, params };
}

function environmentProblems(profile: Profile): Problem[] {
  return profile.environments.flatMap((environment, index) => {
    const path = `environments[${index}]`;
    const plain = (['api', 'token'] as const).flatMap((part) =>
      environment[part].origins.flatMap((origin, at) => {
        const { protocol, hostname } = new URL(origin);
        const allowed = protocol === 'https:' || (environment.loopback === true && isLoopback(hostname));
        return allowed ? [] : [problem('plainHttp', { path: `${path}.${part}.origins[${at}]`, got: origin })];
      }),
    );
    const silent =
      environment.loopback !== true && (environment.api.origins.length === 0 || environment.token.origins.length === 0);
    return silent ? [...plain, problem('noOrigin', { path })] : plain;
  });
}

interface Use {
  readonly path: string;
  readonly operation: string;
  readonly role: OperationRole;
}

function capabilityProblems(profile: Profile): Problem[] {
  const { capabilities } = profile;
  const uses: Use[] = [
    ...Object.entries(capabilities.lookUp ?? {}).flatMap(([kind, operation]) =>
      use(`capabilities.lookUp.${kind}`, operation, 'lookUp'),
    ),
    ...Object.entries(capabilities.declarations ?? {}).map(
      ([kind, { operation }]): Use => ({
        path: `capabilities.declarations.${kind}.operation`,
        operation,
        role: 'declare',
      }),
    ),
    ...use('capabilities.lots.operation', capabilities.lots?.operation, 'declareLot'),
    ...use('capabilities.readBack.operation', capabilities.readBack?.operation, 'readBack'),
    ...use('capabilities.listing', capabilities.listing, 'listAccompaniments'),
    ...use('capabilities.accompaniments', capabilities.accompaniments, 'readAccompaniments'),
    ...use('capabilities.registration', capabilities.registration, 'readRegistration'),
    ...use('capabilities.referrals.list', capabilities.referrals?.list, 'listReferrals'),
    ...use(
      'capabilities.referrals.acknowledge.operation',
      capabilities.referrals?.acknowledge?.operation,
      'acknowledgeReferrals',
    ),
    ...use('capabilities.referrals.answer', capabilities.referrals?.answer, 'answerReferral'),
  ];
  return uses.flatMap(({ path, operation, role }) => {
    const found = ownEntry(profile.operations, operation);
    if (found === undefined)
      return [
        problem('noSuchOperation', { path, got: operation, allowed: Object.keys(profile.operations).join(', ') }),
      ];
    return found.role === role ? [] : [problem('wrongRole', { path, got: operation, expected: role })];
  });
}

function use(path: string, operation: string | undefined, role: OperationRole): Use[] {
  return operation === undefined ? [] : [{ path, operation, role }];
}

/** Which ends each kind of operation may have. */
const ENDS: Readonly<Record<OperationRole, readonly ProfileOutcome[]>> = {
  lookUp: ['found', 'notFound', 'ambiguous', 'forbidden', 'rejected', 'unavailable', 'unclear'],
  declare: [
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
  ],
  declareLot: ['ok', 'forbidden', 'rejected', 'unavailable', 'unclear'],
  readBack: ['ok', 'nothing', 'forbidden', 'rejected', 'unavailable'],
  listAccompaniments: ['ok', 'nothing', 'forbidden', 'rejected', 'unavailable'],
  readAccompaniments: ['ok', 'nothing', 'notFound', 'ambiguous', 'forbidden', 'rejected', 'unavailable'],
  readRegistration: ['ok', 'notFound', 'ambiguous', 'forbidden', 'rejected', 'unavailable'],
  listReferrals: ['ok', 'nothing', 'forbidden', 'rejected', 'unavailable'],
  acknowledgeReferrals: ['ok', 'forbidden', 'rejected', 'unavailable', 'unclear'],
  answerReferral: ['declared', 'notFound', 'forbidden', 'rejected', 'unavailable', 'unclear', 'sent'],
};

/** What an answer must give, or it cannot be used. */
const READS: Readonly<Record<OperationRole, readonly string[]>> = {
  lookUp: ['certified'],
  declare: [],
  declareLot: [],
  readBack: ['version', 'franceTravailReference', 'updatedAt'],
  listAccompaniments: ['reference', 'version', 'franceTravailReference', 'updatedAt'],
  readAccompaniments: ['organismCode', 'status', 'since', 'role'],
  readRegistration: ['status'],
  listReferrals: ['id', 'version', 'state', 'createdAt'],
  acknowledgeReferrals: ['acknowledged', 'unknown'],
  answerReferral: [],
};

function operationProblems(profile: Profile, name: string, operation: ProfileOperation): Problem[] {
  const path = `operations.${name}`;
  return [
    ...(operation.query ?? []).flatMap((entry, index) => writingProblems(profile, entry, `${path}.query[${index}]`)),
    ...(operation.body?.map ?? []).flatMap((entry, index) =>
      writingProblems(profile, entry, `${path}.body.map[${index}]`),
    ),
    ...Object.entries(operation.answer?.read ?? {}).flatMap(([key, entry]) =>
      readingProblems(profile, entry, `${path}.answer.read.${key}`),
    ),
    ...Object.entries(operation.answer?.person ?? {}).flatMap(([key, entry]) =>
      readingProblems(profile, entry, `${path}.answer.person.${key}`),
    ),
    ...READS[operation.role]
      .filter((key) => ownEntry(operation.answer?.read ?? {}, key) === undefined)
      .map((key) => problem('missing', { path: `${path}.answer.read.${key}` })),
    ...contentProblems(profile, operation, path),
    ...repeatProblems(operation, path),
    ...outcomeProblems(operation, path),
  ];
}

function writingProblems(profile: Profile, entry: Writing, path: string): Problem[] {
  const sources = [entry.field, entry.meta, entry.constant].filter((source) => source !== undefined).length;
  return [
    ...(sources === 1 ? [] : [problem('oneSource', { path, allowed: 'field, meta, constant' })]),
    ...tableUse(profile, entry.table, path),
  ];
}

function readingProblems(profile: Profile, entry: Reading, path: string): Problem[] {
  const sources = [entry.path, entry.join, entry.constant].filter((source) => source !== undefined).length;
  return [
    ...(sources === 1 ? [] : [problem('oneSource', { path, allowed: 'path, join, constant' })]),
    ...tableUse(profile, entry.table, path),
  ];
}

function tableUse(profile: Profile, table: string | undefined, path: string): Problem[] {
  if (table === undefined || ownEntry(profile.tables, table) !== undefined) return [];
  return [
    problem('noSuchTable', { path: `${path}.table`, got: table, allowed: Object.keys(profile.tables).join(', ') }),
  ];
}

function contentProblems(profile: Profile, operation: ProfileOperation, path: string): Problem[] {
  if (operation.role !== 'readBack' && operation.role !== 'listAccompaniments') return [];
  const content = operation.answer?.content;
  if (content === undefined) return [problem('missing', { path: `${path}.answer.content` })];
  if (ownEntry(profile.operations, content.writtenBy)?.body !== undefined) return [];
  return [
    problem('noSuchOperation', {
      path: `${path}.answer.content.writtenBy`,
      got: content.writtenBy,
      allowed: Object.keys(profile.operations).join(', '),
    }),
  ];
}

function repeatProblems(operation: ProfileOperation, path: string): Problem[] {
  if (operation.role === 'declareLot' && operation.lot === undefined)
    return [problem('missing', { path: `${path}.lot` })];
  // In a lot each declaration carries its own key.
  const hasKey = operation.headers?.idempotencyKey !== undefined || operation.lot !== undefined;
  if (operation.repeat !== 'byKey' || hasKey) return [];
  return [problem('missing', { path: `${path}.headers.idempotencyKey` })];
}

function outcomeProblems(operation: ProfileOperation, path: string): Problem[] {
  const first = new Map<string, number>();
  return operation.outcomes.flatMap((row, index): Problem[] => {
    const at = `${path}.outcomes[${index}]`;
    const key = JSON.stringify([row.status, row.code, row.codeFrom, row.codeTo, row.when]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    return [
      ...(earlier === undefined ? [] : [problem('outcomeTwice', { path: at, first: `${path}.outcomes[${earlier}]` })]),
      ...rowProblems(operation.role, row, at),
    ];
  });
}

const SUCCESSES: readonly ProfileOutcome[] = ['ok', 'found', 'declared', 'sent'];

function rowProblems(role: OperationRole, row: OutcomeRow, path: string): Problem[] {
  const successStatus = row.status >= 200 && row.status < 300;
  const problems: Problem[] = [];
  if (!ENDS[role].includes(row.outcome)) {
    problems.push(
      problem('outcomeOfOtherRole', { path: `${path}.outcome`, got: row.outcome, allowed: ENDS[role].join(', ') }),
    );
  }
  if (SUCCESSES.includes(row.outcome) && !successStatus) {
    problems.push(problem('successOnFailure', { path: `${path}.outcome`, got: row.outcome, status: row.status }));
  }
  if (row.code === '*' && successStatus) problems.push(problem('anyCodeOnSuccess', { path: `${path}.code` }));
  if (
    (row.codeFrom === undefined) !== (row.codeTo === undefined) ||
    (row.code !== undefined && row.codeFrom !== undefined)
  ) {
    problems.push(problem('halfRange', { path }));
  }
  return problems;
}

function tableProblems(name: string, table: Profile['tables'][string]): Problem[] {
  const values = table.map((row) => row.value ?? row.code);
  return values.flatMap((value, index) =>
    values.indexOf(value) === index ? [] : [problem('valueTwice', { path: `tables.${name}[${index}]`, got: value })],
  );
}

function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
