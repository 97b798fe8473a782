import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../answer';
import type { Delivery } from './faultKinds';

/** How a request ended, for the access log. */
export interface Ending {
  readonly end: 'answered' | 'lost' | 'clientGone';
  readonly status: number | null;
  readonly bytesOut: number;
}

/** Sends an answer whole, or spoilt as a fault wants it, and waits until it is out. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  delivery: Delivery | undefined,
): Promise<Ending> {
  const bytes = bytesOf(answer, delivery);
  if (response.destroyed) return { end: 'clientGone', status: null, bytesOut: 0 };
  if (delivery?.how === 'drop') {
    response.destroy();
    return { end: 'lost', status: null, bytesOut: 0 };
  }
  if (delivery?.how === 'late') await pause(delivery.ms);
  if (response.destroyed) return { end: 'clientGone', status: null, bytesOut: 0 };
  if (delivery?.how === 'noContent') return noContent(response);
  // The announced length stays that of the whole answer: a cut one shows as a connection that ends too early.
  response.writeHead(answer.status, headersOf(answer, bytes.length));
  if (delivery?.how === 'cut') return cutShort(response, answer, bytes);
  if (delivery?.how === 'stall') return stall(response, answer, bytes, delivery.ms);
  if (delivery?.how === 'drip') return drip(response, answer, bytes, delivery.pauseMs);
  const ended = await whole(response, bytes);
  return { end: ended ? 'answered' : 'clientGone', status: answer.status, bytesOut: bytes.length };
}

function bytesOf(answer: Answer, delivery: Delivery | undefined): Buffer {
  if (delivery?.how === 'empty') return Buffer.alloc(0);
  const text = answer.raw?.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
  return Buffer.from(text, delivery?.how === 'latin1' ? 'latin1' : 'utf8');
}

function headersOf(answer: Answer, length: number): Record<string, string> {
  const type = answer.raw?.type ?? (answer.json === undefined ? undefined : 'application/json;charset=UTF-8');
  return {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(answer.status === 204 ? {} : { 'content-length': String(length) }),
    'cache-control': 'no-store',
    ...answer.headers,
  };
}

async function whole(response: ServerResponse, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('close', () => resolve(response.writableFinished));
    response.once('finish', () => resolve(true));
    response.end(bytes);
  });
}

async function cutShort(response: ServerResponse, answer: Answer, bytes: Buffer): Promise<Ending> {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  await new Promise<void>((resolve) => response.write(half, () => resolve()));
  response.destroy();
  return { end: 'lost', status: answer.status, bytesOut: half.length };
}

async function noContent(response: ServerResponse): Promise<Ending> {
  response.writeHead(204, { 'cache-control': 'no-store' });
  const ended = await whole(response, Buffer.alloc(0));
  return { end: ended ? 'answered' : 'clientGone', status: 204, bytesOut: 0 };
}

/** Half of the answer, and then nothing, until the caller hangs up or the time is over. */
async function stall(response: ServerResponse, answer: Answer, bytes: Buffer, ms: number): Promise<Ending> {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const hungUp = new Promise<'clientGone'>((resolve) => response.once('close', () => resolve('clientGone')));
  response.write(half);
  const ended = new AbortController();
  const tooLong = pause(ms, 'lost' as const, { signal: ended.signal }).catch(() => 'clientGone' as const);
  const end = await Promise.race([hungUp, tooLong]);
  ended.abort();
  response.destroy();
  return { end, status: answer.status, bytesOut: half.length };
}

async function drip(response: ServerResponse, answer: Answer, bytes: Buffer, pauseMs: number): Promise<Ending> {
  for (let sent = 0; sent < bytes.length; sent += 16) {
    if (response.destroyed) return { end: 'clientGone', status: answer.status, bytesOut: sent };
    response.write(bytes.subarray(sent, sent + 16));
    await pause(pauseMs);
  }
  const ended = await whole(response, Buffer.alloc(0));
  return { end: ended ? 'answered' : 'clientGone', status: answer.status, bytesOut: bytes.length };
}
