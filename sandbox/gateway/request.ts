import type { IncomingMessage } from 'node:http';

/** One request, read whole. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  /** Names in lower case; a header sent twice is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: number;
}

const LARGEST_BODY = 5_000_000;

/** Reads a request; `undefined` when its body is larger than 5 MB or the client hung up. */
export async function receive(request: IncomingMessage): Promise<Received | undefined> {
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
  const body = await readBody(request);
  if (body === undefined) return undefined;
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    method: request.method ?? 'GET',
    path: decoded(url.pathname),
    query: Object.fromEntries(url.searchParams),
    search: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    text: body.toString('utf8'),
    bytes: body.length,
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LARGEST_BODY) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The body as JSON; `undefined` when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
