import type { ProblemParams } from '../src/fields';
import { translate } from '../src/wording';
import { terminalLocale } from './run/wording.cjs';

/** The sentence of a code in the terminal's language. */
export function say(code: string, params: ProblemParams = {}): string {
  return translate(terminalLocale(), code, params);
}

/** Says something that is not the result. */
export function tell(code: string, params: ProblemParams = {}): void {
  process.stderr.write(`${say(code, params)}\n`);
}

/** What a person can mend: the command ends with this one line. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

/** A {@link CommandProblem} from the dictionary. */
export function problem(code: string, params: ProblemParams = {}): CommandProblem {
  return new CommandProblem(say(code, params));
}
