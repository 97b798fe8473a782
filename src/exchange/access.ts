import { inspect } from 'node:util';
import type { Problem } from '../fields';
import type { Access } from './gateway';
import { cleanHeaderValue } from './headerValue';
import { isLoopback } from './loopback';
import { parseProfile, SHIPPED_PROFILES, type Profile } from './profile';
import type { Environment } from './profileSchema';
import { structureCodeProblems } from './structureCode';

/** What a credential holds, as it was typed. */
export interface AccessSettings {
  /** Id of a shipped profile. Default: `interface-commune`. */
  readonly profileId?: string;
  /** A profile of the admin's own, as pasted; wins over `profileId`. */
  readonly profileJson?: string;
  /** Id of one of the profile's environments; without it, the one that the addresses belong to, else the first. */
  readonly environment?: string;
  /** Base above the APIs; empty: the environment's. */
  readonly apiBaseUrl?: string;
  /** Whole token URL with its realm; empty: the environment's. */
  readonly tokenUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly agentName?: string;
  readonly agentFirstName?: string;
  readonly agentId?: string;
  readonly structureCode?: string;
  readonly structureLabel?: string;
  /** Stop everything. Default: false. */
  readonly stopped?: boolean;
}

export type CheckedAccess =
  | { readonly ok: true; readonly access: Access }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Makes an access of what a credential holds, or says in one sentence each what is wrong with it. Sends nothing.
 * @param options `trustedOrigins`: https origins beside the profile's, for a command whose user types the address
 *   himself. Never fill it from a credential: a credential must not be sendable to any address.
 */
export function checkAccess(
  settings: AccessSettings,
  options: { readonly trustedOrigins?: readonly string[] } = {},
): CheckedAccess {
  const profile = profileOf(settings);
  if ('problems' in profile) return { ok: false, problems: profile.problems };
  const addresses = addressesOf(profile.profile, settings, options.trustedOrigins ?? []);
  const problems = [
    ...secretProblems(settings),
    ...structureCodeProblems(profile.profile, settings.structureCode),
    ...('problems' in addresses ? addresses.problems : []),
  ];
  if (problems.length > 0 || 'problems' in addresses) return { ok: false, problems };
  return { ok: true, access: hidingSecret(accessOf(profile.profile, settings, addresses)) };
}

function profileOf({
  profileId,
  profileJson,
}: AccessSettings): { profile: Profile } | { problems: readonly Problem[] } {
  if (filled(profileJson)) {
    const parsed = parseProfile(profileJson ?? '');
    return parsed.ok ? parsed : { problems: parsed.problems };
  }
  const id = filled(profileId) ? (profileId ?? '').trim() : 'interface-commune';
  const shipped: Readonly<Record<string, Profile>> = SHIPPED_PROFILES;
  const profile = Object.hasOwn(shipped, id) ? shipped[id] : undefined;
  if (profile !== undefined) return { profile };
  return {
    problems: [
      { code: 'exchange.access.unknownProfile', params: { got: id, allowed: Object.keys(shipped).join(', ') } },
    ],
  };
}

function filled(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}

function secretProblems({ clientId, clientSecret }: AccessSettings): Problem[] {
  return [
    ...(filled(clientId) ? [] : [{ code: 'exchange.access.noClientId' }]),
    ...(filled(clientSecret) ? [] : [{ code: 'exchange.access.noSecret' }]),
  ];
}

interface Addresses {
  readonly apiBaseUrl: string;
  readonly tokenUrl: string;
  readonly environment: Environment;
}

function addressesOf(
  profile: Profile,
  settings: AccessSettings,
  trusted: readonly string[],
): Addresses | { problems: Problem[] } {
  const environment = environmentOf(profile, settings);
  if (environment === undefined) {
    const allowed = profile.environments.map(({ id }) => id).join(', ');
    return {
      problems: [{ code: 'exchange.access.unknownEnvironment', params: { got: settings.environment ?? '', allowed } }],
    };
  }
  const api = addressOf(settings.apiBaseUrl, defaultApi(environment), 'api', environment, trusted);
  const token = addressOf(settings.tokenUrl, defaultToken(profile, environment), 'token', environment, trusted);
  const problems = [api, token].filter((address): address is Problem => !(address instanceof URL));
  if (!(api instanceof URL) || !(token instanceof URL)) return { problems };
  if (!token.searchParams.has('realm')) token.searchParams.set('realm', profile.token.realm);
  return { apiBaseUrl: `${api.origin}${api.pathname.replace(/\/+$/, '')}`, tokenUrl: token.href, environment };
}

/** The environment that was chosen, else the one that lists the API's origin, else the first. */
function environmentOf(profile: Profile, { environment, apiBaseUrl }: AccessSettings): Environment | undefined {
  if (filled(environment)) return profile.environments.find(({ id }) => id === environment?.trim());
  const url = parseUrl(apiBaseUrl);
  if (url === undefined) return profile.environments[0];
  const listed = profile.environments.find(({ api }) => api.origins.includes(url.origin));
  const loopback = isLoopback(url.hostname)
    ? profile.environments.find((candidate) => candidate.loopback === true)
    : undefined;
  return listed ?? loopback ?? profile.environments[0];
}

function defaultApi({ api }: Environment): string | undefined {
  return api.origins[0] === undefined ? undefined : `${api.origins[0]}${api.base}`;
}

function defaultToken({ token: { path, realm } }: Profile, { token }: Environment): string | undefined {
  return token.origins[0] === undefined ? undefined : `${token.origins[0]}${path}?realm=${encodeURIComponent(realm)}`;
}

function parseUrl(text: string | undefined): URL | undefined {
  const trimmed = (text ?? '').trim();
  return URL.canParse(trimmed) ? new URL(trimmed) : undefined;
}

/** The address, or what is wrong with it. Only its host is repeated: a URL can hold a password. */
function addressOf(
  typed: string | undefined,
  fallback: string | undefined,
  part: 'api' | 'token',
  environment: Environment,
  trusted: readonly string[],
): URL | Problem {
  const text = filled(typed) ? typed : fallback;
  if (text === undefined) return { code: `exchange.access.noAddress.${part}` };
  const url = parseUrl(text);
  if (
    url === undefined ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.username !== '' ||
    url.password !== ''
  ) {
    return { code: `exchange.access.notAnAddress.${part}` };
  }
  const loopback = isLoopback(url.hostname);
  if (url.protocol === 'http:' && !loopback) return { code: 'exchange.access.plainHttp', params: { host: url.host } };
  if (loopback && environment.loopback === true) return url;
  const allowed = environment[part].origins;
  if (allowed.includes(url.origin) || trusted.includes(url.origin)) return url;
  return {
    code: `exchange.access.hostNotAllowed.${part}`,
    params: { host: url.host, allowed: allowed.map((origin) => new URL(origin).host).join(', ') || '127.0.0.1' },
  };
}

function accessOf(profile: Profile, settings: AccessSettings, { environment, ...addresses }: Addresses): Access {
  const { defaults } = profile.agent;
  return {
    profile,
    ...addresses,
    environment: environment.id,
    ...(settings.stopped === true ? { stopped: true as const } : {}),
    clientId: (settings.clientId ?? '').trim(),
    clientSecret: (settings.clientSecret ?? '').trim(),
    agent: {
      name: cleanHeaderValue(settings.agentName, defaults.name),
      firstName: cleanHeaderValue(settings.agentFirstName, defaults.firstName),
      id: cleanHeaderValue(settings.agentId, defaults.id),
    },
    ...(filled(settings.structureCode)
      ? {
          structure: {
            code: (settings.structureCode ?? '').trim(),
            ...(filled(settings.structureLabel) ? { label: (settings.structureLabel ?? '').trim() } : {}),
          },
        }
      : {}),
  };
}

/** Printed or serialised, an access shows where it goes and not what opens it. */
function hidingSecret(access: Access): Access {
  const shown = (): object => ({
    profile: access.profile.id,
    apiBaseUrl: access.apiBaseUrl,
    tokenUrl: access.tokenUrl,
  });
  return Object.defineProperties(access, {
    toJSON: { value: shown, enumerable: false },
    [inspect.custom]: { value: shown, enumerable: false },
  });
}
