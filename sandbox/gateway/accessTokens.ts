import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer';
import type { Client } from '../store';

interface Grant {
  readonly client: Client;
  readonly scopes: ReadonlySet<string>;
  /** Real clock, milliseconds. */
  readonly expiresAt: number;
}

export interface AccessTokens {
  /** Answers one token request (form-encoded body, realm from the query). */
  grant(form: URLSearchParams, realm: string | null, now: number): Answer & { readonly client?: string };
  /** Who bears this token, if it is alive. */
  bearer(token: string, now: number): Grant | undefined;
  /** Every token that is out there dies at once (fault `tokenExpired`). */
  revokeAll(): void;
}

/**
 * OAuth 2 client credentials as france-travail.md §2 says.
 * @param lifeSeconds `expires_in`; 1499 at France Travail
 */
export function createAccessTokens(
  clients: readonly Client[],
  knownScopes: ReadonlySet<string>,
  lifeSeconds: number,
): AccessTokens {
  const grants = new Map<string, Grant>();

  const grant: AccessTokens['grant'] = (form, realm, now) => {
    for (const [token, { expiresAt }] of grants) if (expiresAt <= now) grants.delete(token);
    if (realm !== '/agent') return refused('invalid_request', 'Realm inconnu : /agent est attendu');
    if (form.get('grant_type') !== 'client_credentials')
      return refused('unsupported_grant_type', 'grant_type : client_credentials est attendu');
    const client = clients.find(
      ({ id, secret }) => id === form.get('client_id') && secret === form.get('client_secret'),
    );
    if (client === undefined) return refused('invalid_client', 'Client authentication failed');
    const scopes = (form.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
    const unknown = scopes.find((scope) => !knownScopes.has(scope) && scope !== `application_${client.id}`);
    if (unknown !== undefined || scopes.length === 0) {
      return refused('invalid_scope', `Unknown/invalid scope(s): [${unknown ?? ''}]`);
    }
    const token = randomUUID();
    grants.set(token, { client, scopes: new Set(scopes), expiresAt: now + lifeSeconds * 1000 });
    const json = { access_token: token, scope: scopes.join(' '), token_type: 'Bearer', expires_in: lifeSeconds };
    return { status: 200, json, code: 'token', gateway: true, client: client.id };
  };

  return {
    grant,
    bearer: (token, now) => {
      const found = grants.get(token);
      return found === undefined || found.expiresAt <= now ? undefined : found;
    },
    revokeAll: () => grants.clear(),
  };
}

function refused(error: string, description: string): Answer {
  return { status: 400, json: { error, error_description: description }, code: error, gateway: true };
}
