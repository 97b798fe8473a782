import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { closeObjects, dereference, type Schema } from './schemas';

/** What is wrong with a value; empty when it is valid. */
export type Check = (value: unknown) => readonly ErrorObject[];

/** A parameter of an operation that is not a `pa-*` header (those belong to the gateway). */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly integer: boolean;
  readonly check: Check;
}

/** One operation of one contract, ready to check what comes and what goes. */
export interface Operation {
  readonly id: string;
  /** File name of the contract without `.yaml`. */
  readonly api: string;
  readonly method: string;
  /** Whole path with its blanks: `/partenaire/interface-commune/v1/accompagnements/{referenceExterne}`. */
  readonly template: string;
  readonly pattern: RegExp;
  /** Each set is enough by itself. */
  readonly scopeSets: readonly (readonly string[])[];
  readonly parameters: readonly Parameter[];
  readonly exactlyOneOf: readonly string[];
  readonly body?: Check;
  /** By status; `null` where the contract gives no body. */
  readonly answers: ReadonlyMap<number, Check | null>;
}

/** A value that is not as the contract wants it: where it stands, and what is wrong with it, in French. */
export interface Violation {
  readonly where: string;
  readonly what: string;
  readonly kind: 'missing' | 'unknown' | 'wrong';
}

export interface Contracts {
  readonly operations: readonly Operation[];
  readonly scopes: ReadonlySet<string>;
  /** The operation that answers this method and path, with the path's values; the methods that exist when none does. */
  match(method: string, path: string): { operation: Operation; path: Record<string, string> } | { methods: string[] };
}

interface Document {
  servers: { url: string }[];
  security?: { clientCredentials: string[] }[];
  paths: Record<string, Record<string, unknown>>;
  components: {
    securitySchemes: { clientCredentials: { flows: { clientCredentials: { scopes: Record<string, string> } } } };
  };
}

interface OperationDocument {
  operationId: string;
  security?: { clientCredentials: string[] }[];
  parameters?: { name: string; in: Parameter['in']; required?: boolean; schema: Schema }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { content?: { 'application/json': { schema: Schema } } }>;
  'x-exactly-one-of'?: string[];
}

const METHODS = ['get', 'put', 'post', 'delete'] as const;

/** Reads the contracts in `folder` (default: the sandbox's own copies). */
export function readContracts(folder = join(__dirname, 'contract')): Contracts {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const documents = files.map((file) => ({ api: file.slice(0, -5), document: readDocument(join(folder, file)) }));
  const operations = documents.flatMap(({ api, document }) => operationsOf(api, document, ajv)).sort(fewerBlanksFirst);
  const scopes = documents.flatMap(({ document }) =>
    Object.keys(document.components.securitySchemes.clientCredentials.flows.clientCredentials.scopes),
  );
  return { operations, scopes: new Set(scopes), match: (method, path) => matchOperation(operations, method, path) };
}

function readDocument(file: string): Document {
  return dereference(parse(readFileSync(file, 'utf8'))) as Document;
}

function operationsOf(api: string, document: Document, ajv: Ajv2020): Operation[] {
  const bases = document.servers.map(({ url }) => new URL(url).pathname);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).flatMap((method) => {
      const source = item[method] as OperationDocument;
      const shared = (item['parameters'] ?? []) as NonNullable<OperationDocument['parameters']>;
      const compiled = compileOperation(source, shared, ajv);
      const security = source.security ?? document.security ?? [];
      return bases.map((base) => ({
        ...compiled,
        api,
        method: method.toUpperCase(),
        template: base + path,
        pattern: patternOf(base + path),
        scopeSets: security.map(({ clientCredentials }) => clientCredentials),
      }));
    }),
  );
}

function compileOperation(
  source: OperationDocument,
  shared: NonNullable<OperationDocument['parameters']>,
  ajv: Ajv2020,
): Pick<Operation, 'id' | 'parameters' | 'exactlyOneOf' | 'answers' | 'body'> {
  const parameters = [...shared, ...(source.parameters ?? [])].filter(({ name }) => !name.startsWith('pa-'));
  const bodySchema = source.requestBody?.content['application/json'].schema;
  const answers = Object.entries(source.responses).map(([status, { content }]): [number, Check | null] => {
    const schema = content?.['application/json'].schema;
    return [Number(status), schema === undefined ? null : checkOf(schema, ajv)];
  });
  return {
    id: source.operationId,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      integer: parameter.schema['type'] === 'integer',
      check: checkOf(parameter.schema, ajv),
    })),
    exactlyOneOf: source['x-exactly-one-of'] ?? [],
    answers: new Map(answers),
    ...(bodySchema === undefined ? {} : { body: checkOf(closeObjects(bodySchema), ajv) }),
  };
}

/** Compiled when first used: most runs need a few of the many schemas, and compiling all of them takes half a second. */
function checkOf(schema: Schema, ajv: Ajv2020): Check {
  let validate: ReturnType<Ajv2020['compile']> | undefined;
  return (value) => {
    validate ??= ajv.compile(schema);
    validate(value);
    return validate.errors ?? [];
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

function fewerBlanksFirst(left: Operation, right: Operation): number {
  return left.template.split('{').length - right.template.split('{').length;
}

function matchOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): ReturnType<Contracts['match']> {
  const onPath = operations.filter(({ pattern }) => pattern.test(path));
  const operation = onPath.find((candidate) => candidate.method === method);
  if (operation === undefined) return { methods: onPath.map((candidate) => candidate.method) };
  const groups = operation.pattern.exec(path)?.groups ?? {};
  return { operation, path: { ...groups } };
}

/** Says in French what a schema has found, one entry a mistake. */
export function violationsOf(errors: readonly ErrorObject[], root: string): Violation[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => {
      const params = error.params as Record<string, unknown>;
      const at = [root, ...error.instancePath.split('/').slice(1)].filter((part) => part !== '').join('.');
      const below = (name: unknown): string => [at, String(name)].filter((part) => part !== '').join('.');
      if (error.keyword === 'required')
        return { where: below(params['missingProperty']), what: 'valeur absente', kind: 'missing' };
      const extra = params['additionalProperty'] ?? params['unevaluatedProperty'];
      if (extra !== undefined) return { where: below(extra), what: 'champ inconnu', kind: 'unknown' };
      return { where: at === '' ? 'corps' : at, what: `valeur refusée (${error.keyword})`, kind: 'wrong' };
    });
}
