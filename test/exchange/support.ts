import {
  checkAccess,
  openGateway,
  SHIPPED_PROFILES,
  type Access,
  type AccessSettings,
  type CallRecord,
  type Gateway,
  type PersonHandle,
  type Profile,
  type Wire,
} from '../../src/exchange';
import interfaceCommune from '../../src/exchange/profiles/interface-commune.json';
import lpe from '../../src/exchange/profiles/lpe.json';

export const CLIENT_SECRET = 'un-secret-qui-ne-doit-pas-sortir';

/** A copy of a shipped profile that a test may change before it is read. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a draft may be anything: what a profile is, the parser under test says
export function draft(id: keyof typeof SHIPPED_PROFILES): Record<string, any> {
  return structuredClone(id === 'lpe' ? lpe : interfaceCommune);
}

/** A wire whose clock runs ahead by what it sleeps, so that waiting takes no time; `waits` holds what was slept. */
export function fastWire(
  options: Partial<Wire> = {},
): Wire & { readonly waits: number[]; readonly calls: CallRecord[] } {
  const waits: number[] = [];
  const calls: CallRecord[] = [];
  let ahead = 0;
  return {
    clock: () => new Date(Date.now() + ahead),
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      ahead += milliseconds;
    },
    random: () => 0.5,
    onCall: (call) => calls.push(call),
    ...options,
    waits,
    calls,
  };
}

/** Where a server of the same contracts stands. */
export interface Place {
  readonly apiBase: string;
  readonly tokenUrl: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

let clients = 0;

/** An access to a server; every call stands for another credential unless the place names one, so that tests share no token. */
export function accessTo(place: Place, settings: AccessSettings = {}, limits: Partial<Profile['limits']> = {}): Access {
  clients += 1;
  const checked = checkAccess({
    apiBaseUrl: place.apiBase,
    tokenUrl: place.tokenUrl,
    clientId: place.clientId ?? `plie-essai-${clients}`,
    clientSecret: place.clientSecret ?? CLIENT_SECRET,
    agentName: 'Équipe d’essai',
    ...settings,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { profile } = checked.access;
  return { ...checked.access, profile: { ...profile, limits: { ...profile.limits, ...limits } } };
}

export function gatewayTo(
  place: Place,
  wire: Wire = fastWire(),
  settings: AccessSettings = {},
  limits: Partial<Profile['limits']> = {},
): Gateway {
  return openGateway(accessTo(place, settings, limits), wire);
}

/** Looks an invented person up and hands back the handle. */
export async function findPerson(gateway: Gateway, franceTravailNumber = '99000000017'): Promise<PersonHandle> {
  const found = await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber });
  if (found.kind !== 'found') throw new Error(`not found: ${found.kind} ${found.outcome.code}`);
  return found.person;
}

/** The look-up's answer, for scripted servers. */
export const FOUND = {
  status: 200,
  json: {
    codeRetour: 'S001',
    topIdentiteCertifiee: 'O',
    jetonUsager: 'amV0b24tZmljdGlm',
    numeroFranceTravail: '99000000017',
  },
};
