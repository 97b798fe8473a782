import type { ChildProcess, StdioOptions } from 'node:child_process';

export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  stdio?: StdioOptions;
  /** The program is Node and ends when we are gone, however we went. */
  leashed?: boolean;
  graceMs?: number;
}
export interface RunningChild {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number; error?: Error }>;
  stop(graceMs?: number): Promise<void>;
}
export function startChild(command: string, args: readonly string[], options?: ChildOptions): RunningChild;
export function runToEnd(
  command: string,
  args: readonly string[],
  options?: ChildOptions,
): Promise<{ code: number; error?: Error }>;
