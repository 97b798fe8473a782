import type { Problem } from '../fields';
import type { Profile } from './profileSchema';

/**
 * What is wrong with a structure's code, if anything: the other side would refuse every line that carries it. What was
 * typed is not repeated: anything may have been pasted there.
 * @param typed as it stands in the credential; empty is another room's question
 */
export function structureCodeProblems({ structureCode }: Profile, typed: string | undefined): Problem[] {
  const code = (typed ?? '').trim();
  if (code === '' || structureCode === undefined) return [];
  if (structureCode.forms.some((form) => hasForm(code, form))) return [];
  return [{ code: 'exchange.access.structureCode', params: { forms: structureCode.forms.join(', ') } }];
}

function hasForm(code: string, form: string): boolean {
  return code.length === form.length && [...form].every((sign, index) => isSign(code.charAt(index), sign));
}

function isSign(character: string, sign: string): boolean {
  if (sign === 'A') return /[A-Za-z]/.test(character);
  return sign === '9' ? /[0-9]/.test(character) : character === sign;
}
