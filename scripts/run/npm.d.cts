export interface NpmOptions {
  /** What is being done, in words: the beginning of the sentence when it fails. */
  what: string;
  cwd: string;
  /** Everything that npm says. */
  log: string;
  /** The folder of the Node that npm and its scripts run on; without it the system's. */
  nodeFolder?: string;
  /** How many things have come so far: packages, and what is said of them where no lockfile says it. */
  onRequest?: (count: number) => void;
}
export function runNpm(
  args: readonly string[],
  options: NpmOptions,
): Promise<{ ok: true; out: string } | { ok: false; sentence: string }>;
