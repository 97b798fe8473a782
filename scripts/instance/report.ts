import type { ProblemParams } from '../../src/fields';
import { startProgress, type Progress } from '../run/progress.cjs';
import { say } from '../terminal';

export interface StepOptions {
  readonly usualMs?: number;
  readonly total?: number;
}

/** Where the steps of a set-up are told. */
export interface Report {
  /** A step that takes a while. */
  step(code: string, options?: StepOptions): Progress;
  /** Something to know, in one line. */
  note(code: string, params?: ProblemParams): void;
}

/** Tells the steps on the terminal (standard error). */
export function terminalReport(): Report {
  return {
    step: (code, options) => startProgress(say(code), options),
    note: (code, params) => void process.stderr.write(`${say(code, params)}\n`),
  };
}
