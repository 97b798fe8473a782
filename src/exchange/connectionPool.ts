import { createHash } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { isLoopback } from './loopback';
import { RateBudget, type RatePolicy } from './rateBudget';
import type { EgressFilter } from './wire';

/** An access token that is in hand or on its way. */
export interface TokenSlot {
  token?: string;
  /** Epoch milliseconds after which it is not used any more. */
  usableUntil?: number;
  pending?: Promise<unknown>;
}

/** How a target is reached: through which agent, and through which proxy's host, if any. */
export interface Route {
  readonly agent: HttpAgent;
  readonly proxyHost?: string;
}

const NO_FILTER = {};

/**
 * What lives longer than one execution: sockets per origin, access tokens per credential, the pace per caller and origin.
 * Keys are hashes: neither a secret nor a proxy's password can be read from them.
 */
export class ConnectionPool {
  /** By egress filter first: a socket opened under one set of rules is not used under another. */
  private readonly agents = new WeakMap<object, Map<string, HttpAgent>>();
  private readonly reachable = new WeakMap<object, Set<string>>();
  private readonly tokens = new Map<string, TokenSlot>();
  private readonly budgets = new Map<string, RateBudget>();

  /** The keep-alive agent of an origin. Loopback is never proxied; the rest by `https_proxy` and `no_proxy`. */
  route(url: URL, filter: EgressFilter | undefined): Route {
    const proxy = isLoopback(url.hostname) ? '' : getProxyForUrl(url.href);
    const agents = getOrAddWeak(this.agents, filter ?? NO_FILTER, () => new Map<string, HttpAgent>());
    const key = digest(url.origin, proxy);
    const agent = agents.get(key) ?? openAgent(url, proxy, filter);
    agents.set(key, agent);
    return proxy === '' ? { agent } : { agent, proxyHost: new URL(proxy).hostname };
  }

  /**
   * Whether the host's egress rules let us speak to this origin, its proxy included. Asked once a connection pool: names
   * are checked again at every connection by the look-up that the agent holds. A refusal is not remembered.
   */
  async mayReach(url: URL, { proxyHost }: Route, filter: EgressFilter): Promise<boolean> {
    const reachable = getOrAddWeak(this.reachable, filter, () => new Set<string>());
    if (reachable.has(url.origin)) return true;
    const allowed = await asksFilter(url, proxyHost, filter);
    if (allowed) reachable.add(url.origin);
    return allowed;
  }

  /** The token slot of a credential, by a hash of everything that a token depends on. */
  tokenSlot(...parts: string[]): TokenSlot {
    return getOrAdd(this.tokens, digest(...parts), () => ({}));
  }

  budget(policy: RatePolicy, ...parts: string[]): RateBudget {
    return getOrAdd(this.budgets, digest(JSON.stringify(policy), ...parts), () => new RateBudget(policy));
  }
}

async function asksFilter(url: URL, proxyHost: string | undefined, filter: EgressFilter): Promise<boolean> {
  try {
    if (proxyHost !== undefined && !filter.validateConnectionHost(proxyHost).ok) return false;
    return (await filter.validateUrl(url.href)).ok;
  } catch {
    return false;
  }
}

function openAgent(url: URL, proxy: string, filter: EgressFilter | undefined): HttpAgent {
  const options = {
    keepAlive: true,
    // The rate budget bounds what is in the air; the agent must not queue a second time.
    maxSockets: 64,
    maxFreeSockets: 16,
    ...(filter ? { lookup: filter.createSecureLookup() } : {}),
  };
  if (proxy !== '') return new HttpsProxyAgent(proxy, options);
  return url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function getOrAddWeak<T>(map: WeakMap<object, T>, key: object, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function getOrAdd<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The one connection pool of this process. */
export const POOL = new ConnectionPool();
