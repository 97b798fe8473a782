import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import axios from 'axios';
import { POOL, type Route } from './connectionPool';
import { decodeJson } from './responseBody';
import { CancelledError, throwIfCancelled, type EgressFilter } from './wire';

/** One request, whole. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpLimits {
  /** Milliseconds, for the whole request. */
  readonly timeoutMs: number;
  /** Milliseconds until the connection stands, TLS and proxy included. */
  readonly connectTimeoutMs: number;
  readonly maxResponseBytes: number;
}

/** An answer, or the lack of one. Never an error of the HTTP library: those carry URL, headers and bodies. */
export type HttpResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Undefined when the body is no JSON (HTML, text, cut off, empty). */
      readonly json: unknown;
      readonly retryAfter?: string;
    }
  | {
      readonly kind: 'fault';
      /** False only when it is certain that the request has not reached the other side. */
      readonly sent: boolean;
      /** `ECONNREFUSED`, `TIMEOUT`, `PROXY_407`, … */
      readonly code: string;
    };

/** The one axios client: no redirects, every status is an answer, bodies as bytes, proxies are the agent's affair. */
const CLIENT = axios.create({
  adapter: 'http',
  maxRedirects: 0,
  validateStatus: () => true,
  responseType: 'arraybuffer',
  transformRequest: [(body: unknown) => body],
  transformResponse: [(body: unknown) => body],
  proxy: false,
});

/** How far a request has come, as its socket tells. */
interface Progress {
  sent: boolean;
  ended?: 'timeout' | 'cancelled';
  proxyStatus?: number;
}

/**
 * Sends one request.
 * @throws CancelledError when the execution is cancelled
 */
export async function sendHttp(
  request: HttpRequest,
  limits: HttpLimits,
  { signal, egressFilter }: { readonly signal?: AbortSignal; readonly egressFilter?: EgressFilter },
): Promise<HttpResult> {
  throwIfCancelled(signal);
  const url = new URL(request.url);
  const route = POOL.route(url, egressFilter);
  if (egressFilter && !(await POOL.mayReach(url, route, egressFilter)))
    return { kind: 'fault', sent: false, code: 'EGRESS_REFUSED' };
  const progress: Progress = { sent: false };
  const stop = new AbortController();
  const end = (why: NonNullable<Progress['ended']>) => () => {
    progress.ended ??= why;
    stop.abort();
  };
  const onCancel = end('cancelled');
  signal?.addEventListener('abort', onCancel, { once: true });
  const whole = setTimeout(end('timeout'), limits.timeoutMs);
  const connecting = setTimeout(() => (progress.sent ? undefined : end('timeout')()), limits.connectTimeoutMs);
  try {
    return await exchange(request, url, route, limits, progress, stop.signal);
  } catch (error) {
    if (progress.ended === 'cancelled') return await Promise.reject(new CancelledError());
    return faultOf(error, progress);
  } finally {
    clearTimeout(whole);
    clearTimeout(connecting);
    signal?.removeEventListener('abort', onCancel);
  }
}

async function exchange(
  request: HttpRequest,
  url: URL,
  { agent }: Route,
  limits: HttpLimits,
  progress: Progress,
  signal: AbortSignal,
): Promise<HttpResult> {
  const response = await CLIENT.request<Buffer>({
    method: request.method,
    url: url.href,
    headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-plie-france-travail', ...request.headers },
    ...(request.body === undefined ? {} : { data: Buffer.from(request.body, 'utf8') }),
    httpAgent: agent,
    httpsAgent: agent,
    maxContentLength: limits.maxResponseBytes,
    maxBodyLength: Number.POSITIVE_INFINITY,
    signal,
    transport: watchedTransport(url, progress),
  });
  // A proxy that refuses the tunnel answers in the other side's place: that is no answer.
  if (progress.proxyStatus !== undefined) return { kind: 'fault', sent: false, code: `PROXY_${progress.proxyStatus}` };
  const retryAfter = headerOf(response.headers, 'retry-after');
  return {
    kind: 'answer',
    status: response.status,
    json: decodeJson(response.data, headerOf(response.headers, 'content-type')),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function headerOf(headers: object, name: string): string | undefined {
  const value: unknown = (headers as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** Node's own transport, with an ear on the socket: a request counts as sent from the moment its connection stands. */
function watchedTransport(
  url: URL,
  progress: Progress,
): { request: (options: RequestOptions, done: (answer: IncomingMessage) => void) => ClientRequest } {
  const secure = url.protocol === 'https:';
  return {
    request: (options, done) => {
      const request = secure ? httpsRequest(options, done) : httpRequest(options, done);
      const markSent = (): void => {
        progress.sent = true;
      };
      request.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) progress.proxyStatus = statusCode;
      });
      request.on('socket', (socket: Socket) => {
        const standing = request.reusedSocket || !(socket.connecting || (secure && isHandshaking(socket)));
        if (standing) return markSent();
        return void socket.once(secure ? 'secureConnect' : 'connect', markSent);
      });
      return request;
    },
  };
}

function isHandshaking(socket: Socket): boolean {
  return 'secureConnecting' in socket && socket.secureConnecting === true;
}

/** A request that never had a connection was not sent, whatever became of it. */
function faultOf(error: unknown, progress: Progress): HttpResult {
  if (progress.proxyStatus !== undefined) return { kind: 'fault', sent: false, code: `PROXY_${progress.proxyStatus}` };
  if (progress.ended === 'timeout') return { kind: 'fault', sent: progress.sent, code: 'TIMEOUT' };
  return { kind: 'fault', sent: progress.sent, code: codeOf(error) };
}

function codeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('maxContentLength')) return 'ANSWER_TOO_LARGE';
  if (message === 'stream has been aborted' || message === 'aborted') return 'ECONNRESET';
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'NETWORK';
}
