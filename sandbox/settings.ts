import type { Client } from './store';

/** How many requests a client may make in each window; `null` = no quota. */
export interface Quota {
  readonly requests: number;
  readonly windowMs: number;
}

/** How one sandbox behaves. Fixed at the start. */
export interface Settings {
  readonly seed: number;
  readonly clients: readonly Client[];
  /** Codes of every structure that exists. */
  readonly structures: ReadonlySet<string>;
  /** How long reads lag behind a write, milliseconds, 0 to 2000. */
  readonly readLagMs: number;
  /** Added to every API answer, milliseconds. */
  readonly latencyMs: number;
  readonly quota: Quota | null;
  /** Life of an access token, seconds. */
  readonly accessTokenSeconds: number;
  /** Life of a person token, milliseconds. */
  readonly personTokenMs: number;
  /** A new referral arrives every so many milliseconds; 0 = never. */
  readonly referralEveryMs: number;
}

export const DEFAULT_CLIENTS: readonly [Client, ...Client[]] = [
  { id: 'plie-exemple', secret: 'bac-a-sable-seulement', structure: { code: 'PLI5901', label: "PLIE d'Exempleville" } },
  { id: 'plie-voisinage', secret: 'bac-a-sable-seulement', structure: { code: 'PLI6201', label: 'PLIE du Voisinage' } },
];

/** Structures that exist and that no client of the sandbox speaks for: declaring in their name gives S041. */
const OTHER_STRUCTURES = ['PLI6201', 'MLX5901', 'CEX5901', 'CDX5901', '59998'];

export const DEFAULT_SETTINGS: Omit<Settings, 'structures'> = {
  seed: 5901,
  clients: DEFAULT_CLIENTS,
  readLagMs: 200,
  latencyMs: 0,
  quota: { requests: 60, windowMs: 1000 },
  accessTokenSeconds: 1499,
  personTokenMs: 24 * 3_600_000,
  referralEveryMs: 0,
};

/** Settings made of the defaults and what the caller wants otherwise. */
export function settingsOf(wanted: Partial<Omit<Settings, 'structures'>>): Settings {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const settings = { ...DEFAULT_SETTINGS, ...given };
  const own = settings.clients.map(({ structure }) => structure.code);
  return { ...settings, structures: new Set([...own, ...OTHER_STRUCTURES]) };
}
