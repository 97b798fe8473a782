import type { Access } from './gateway';
import type { HttpRequest } from './httpClient';
import type { ProfileOperation } from './profileSchema';

/** What one call fills into its operation. */
export interface CallParts {
  readonly reference?: string;
  readonly id?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  /** The JSON text, byte for byte. */
  readonly body?: string;
  readonly personToken?: string;
  readonly idempotencyKey?: string;
  readonly correlationId?: string;
}

/** The whole request of an operation: URL, headers, body. */
export function buildRequest(
  access: Access,
  operation: ProfileOperation,
  parts: CallParts,
  token: string,
): HttpRequest {
  const { headers } = access.profile.agent;
  return {
    method: operation.method,
    url: urlOf(access, operation, parts),
    headers: {
      ...callerHeaders(access, token),
      ...header(operation.headers?.personToken, parts.personToken),
      ...header(operation.headers?.idempotencyKey, parts.idempotencyKey),
      ...header(headers.correlation, parts.correlationId),
      ...(parts.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(parts.body === undefined ? {} : { body: parts.body }),
  };
}

/** Who calls: the token, and the agent's three headers. */
export function callerHeaders({ profile, agent }: Access, token: string): Record<string, string> {
  const { headers } = profile.agent;
  return {
    Authorization: `Bearer ${token}`,
    [headers.name]: agent.name,
    [headers.firstName]: agent.firstName,
    [headers.id]: agent.id,
  };
}

function header(name: string | undefined, value: string | undefined): Record<string, string> {
  return name === undefined || value === undefined ? {} : { [name]: value };
}

function urlOf(access: Access, operation: ProfileOperation, parts: CallParts): string {
  const path = operation.path.replace(/\{(reference|id)\}/g, (_blank, name: 'reference' | 'id') =>
    encodeURIComponent(parts[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) query.set(name, String(value));
  const text = query.size === 0 ? '' : `?${query.toString()}`;
  return `${access.apiBaseUrl.replace(/\/+$/, '')}${prefixed(access, path)}${text}`;
}

/** A test environment may be a prefix of paths. */
function prefixed({ profile, environment }: Access, path: string): string {
  const prefixes = profile.environments.find((candidate) => candidate.id === environment)?.pathPrefixes ?? {};
  const from = Object.keys(prefixes).find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return from === undefined ? path : `${prefixes[from] ?? from}${path.slice(from.length)}`;
}
