import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { conventionFromChoices } from '../credentials/conventionChoices';
import { CANVAS, parseConvention, type Convention } from '../src/convention';
import type { StructureDefaults } from '../src/delivery';
import { checkAccess, type Access } from '../src/exchange';
import { profileText } from './profileFile';
import { unreadable, type NodeRun, type Problems } from './nodeRun';

/** What the access credential says, parsed. */
export interface AccessSettings {
  readonly access: Access;
  readonly structure: StructureDefaults;
  readonly ledgerSecret: string;
}

/** What the two credentials say, parsed. */
export interface Settings extends AccessSettings {
  readonly convention: Convention;
}

/** A credential that could be read, or what is wrong with it. */
export type Reading<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problems);

/** Fields of the credential that the exchange reads as they are. */
const ACCESS_FIELDS = [
  'apiBaseUrl',
  'tokenUrl',
  'clientId',
  'clientSecret',
  'agentName',
  'agentFirstName',
  'agentId',
  'structureCode',
  'structureLabel',
] as const;

/**
 * Reads both credentials of the node.
 *
 * @throws NodeOperationError with one sentence, before anything is sent.
 */
export async function readSettings(run: NodeRun): Promise<Settings> {
  const access = taken(run, accessSettingsOf(await run.context.getCredentials('franceTravailApi')));
  return { ...access, convention: taken(run, conventionOf(await run.context.getCredentials('sharingConvention'))) };
}

function taken<T>(run: NodeRun, reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw unreadable(run, reading);
}

/** Everything that the access credential must hold. */
export function accessSettingsOf(fields: ICredentialDataDecryptedObject): Reading<AccessSettings> {
  const access = accessOf(fields);
  if (!access.ok) return access;
  const structure = structureOf(fields);
  if (!structure.ok) return structure;
  const secret = ledgerSecretOf(fields);
  if (!secret.ok) return secret;
  return { ok: true, value: { access: access.value, structure: structure.value, ledgerSecret: secret.value } };
}

/** The access as the exchange needs it: profile, addresses, client, agent. */
export function accessOf(fields: ICredentialDataDecryptedObject): Reading<Access> {
  const own = text(fields, 'profile') === 'custom';
  const profileJson = own ? profileText(json(fields, 'customProfile')) : '';
  if (profileJson === undefined) return missing('nodes.error.profileFile');
  if (own && !profileJson) return missing('nodes.error.customProfile');
  const checked = checkAccess({
    ...(own ? { profileJson } : { profileId: text(fields, 'profile') }),
    ...Object.fromEntries(ACCESS_FIELDS.map((name) => [name, text(fields, name)])),
    stopped: fields.stopEverything === true,
  });
  if (checked.ok) return { ok: true, value: checked.access };
  const { problems } = checked;
  const inProfile = problems.some(({ code }) => code.startsWith('exchange.profile.'));
  return { ok: false, problems, ...(inProfile ? { about: 'nodes.error.inProfile' } : {}) };
}

/** The convention: the proposed canvas, the boxes that were ticked, or the whole document. */
export function conventionOf(fields: ICredentialDataDecryptedObject): Reading<Convention> {
  const parsed = parseConvention(conventionSource(fields), sha256);
  if (parsed.ok) return { ok: true, value: parsed.convention };
  return { ok: false, about: 'nodes.error.inConvention', problems: parsed.problems };
}

function conventionSource(fields: ICredentialDataDecryptedObject): unknown {
  switch (fields.source) {
    case 'json':
      return json(fields, 'convention');
    case 'choose':
      return conventionFromChoices(text(fields, 'title'), fields as Parameters<typeof conventionFromChoices>[1]);
    default:
      return CANVAS;
  }
}

function structureOf(fields: ICredentialDataDecryptedObject): Reading<StructureDefaults> {
  const structureCode = text(fields, 'structureCode');
  if (!structureCode) return missing('nodes.error.structureCode');
  const structure = text(fields, 'structureLabel');
  const role = text(fields, 'role');
  return {
    ok: true,
    value: {
      structureCode,
      ...(structure ? { structure } : {}),
      ...(role === 'REFERENT' || role === 'PARTENAIRE' ? { role } : {}),
    },
  };
}

function ledgerSecretOf(fields: ICredentialDataDecryptedObject): Reading<string> {
  const secret = text(fields, 'ledgerSecret');
  return secret ? { ok: true, value: secret } : missing('nodes.error.ledgerSecret');
}

function text(fields: ICredentialDataDecryptedObject, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** A JSON field is text as typed; a credential made through the API can hold the value itself. */
function json(fields: ICredentialDataDecryptedObject, name: string): string {
  const value = fields[name];
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : text(fields, name);
}

function missing(code: string): { readonly ok: false } & Problems {
  return { ok: false, problems: [{ code }] };
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
