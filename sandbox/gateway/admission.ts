import type { Answer } from '../answer';
import { violationsOf, type Operation, type Violation } from '../contract';

const AGENT_HEADERS = ['pa-nom-agent', 'pa-prenom-agent', 'pa-identifiant-agent'] as const;

const LOGIN_PAGE = `<!doctype html><html lang="fr"><head><title>Authentification</title></head>
<body><h1>Authentification</h1><form><input name="identifiant"><input name="motdepasse" type="password"></form></body></html>`;

/** 302 to a page that a client which follows redirects would take for a 200. */
export function loginRedirect(): Answer {
  const raw = { type: 'text/html; charset=utf-8', text: LOGIN_PAGE };
  return { status: 302, raw, headers: { location: '/connexion/page' }, code: '302', gateway: true };
}

export function loginPage(): Answer {
  return { status: 200, raw: { type: 'text/html; charset=utf-8', text: LOGIN_PAGE }, gateway: true };
}

/** 401: no bearer, or one that is dead. */
export function unauthenticated(): Answer {
  const json = {
    codeErreur: 'JETON_ACCES_INVALIDE',
    codeHttp: 401,
    message: "Jeton d'accès absent, inconnu ou périmé",
  };
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return { status: 401, json, headers, code: '401', gateway: true };
}

/** 403: the token does not carry the scopes of this operation. */
export function scopeMissing(operation: Operation, scopes: ReadonlySet<string>): Answer | undefined {
  const enough = operation.scopeSets.some((set) => set.every((scope) => scopes.has(scope)));
  if (enough) return undefined;
  const json = {
    error: 'insufficient_scope',
    error_description: `Scopes attendus : ${operation.scopeSets[0]?.join(' ') ?? ''}`,
  };
  return { status: 403, json, code: 'insufficient_scope', gateway: true };
}

/** The three `pa-*` headers: missing gives a redirect, empty a bare 401, a pipe a 400 of the gateway. */
export function refusedAgent(headers: Readonly<Record<string, string>>): Answer | undefined {
  const values = AGENT_HEADERS.map((name) => headers[name]);
  if (values.includes(undefined)) return loginRedirect();
  if (values.some((value) => value?.trim() === '')) {
    return { status: 401, raw: { type: 'text/plain', text: 'Unauthorized' }, code: '401', gateway: true };
  }
  const piped = AGENT_HEADERS.find((name) => headers[name]?.includes('|'));
  if (piped === undefined) return undefined;
  const json = {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: `${piped} : le caractère | est interdit`,
  };
  const type = { 'content-type': 'application/problem+json' };
  return { status: 400, json, headers: type, code: '400', gateway: true };
}

/** What the contract finds wrong with a request's parameters and body. */
export function violationsIn(
  operation: Operation,
  request: {
    readonly path: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  },
): Violation[] {
  const known = new Set(operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name));
  const unknown = Object.keys(request.query)
    .filter((name) => !known.has(name))
    .map((name): Violation => ({ where: name, what: 'paramètre inconnu', kind: 'unknown' }));
  const parameters = operation.parameters.flatMap((parameter) => {
    const place = { path: request.path, query: request.query, header: request.headers }[parameter.in];
    const value = place[parameter.name.toLowerCase()] ?? place[parameter.name];
    return parameterViolations(parameter, value);
  });
  if (operation.body === undefined) return [...unknown, ...parameters];
  if (request.body === undefined)
    return [...unknown, ...parameters, { where: 'corps', what: 'JSON attendu', kind: 'missing' }];
  return [...unknown, ...parameters, ...violationsOf(operation.body(request.body), '')];
}

function parameterViolations(parameter: Operation['parameters'][number], value: string | undefined): Violation[] {
  if (value === undefined) {
    return parameter.required ? [{ where: parameter.name, what: 'valeur absente', kind: 'missing' }] : [];
  }
  const read = parameter.integer && /^-?\d+$/.test(value) ? Number(value) : value;
  if (parameter.check(read).length === 0) return [];
  return [{ where: parameter.name, what: 'valeur refusée', kind: 'wrong' }];
}
