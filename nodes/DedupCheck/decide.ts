import type { PersonCheck } from '../../src/delivery';
import type { CurrentAccompaniment } from '../../src/exchange';
import type { Problem } from '../../src/fields';
import type { IdentityDecision } from '../../src/identity';

/** Whether a person can be taken in, as far as France Travail knows; the reasons, strongest first. */
export interface Verdict {
  readonly decision: IdentityDecision;
  readonly reasons: readonly Problem[];
}

/** What the decision depends on beside the answer. */
export interface VerdictOptions {
  /** What this structure is for the person. */
  readonly role: string;
  /** Take a person whom France Travail has found but not certified. */
  readonly acceptUncertified: boolean;
}

/**
 * *New* only when France Travail knows the person and says that nobody has them in this role; *duplicate* when somebody
 * has; all else goes to a person. Not found, forbidden and unavailable are three things, and none of them is "free".
 */
export function decide(check: PersonCheck, options: VerdictOptions): Verdict {
  const known: Problem = { code: `nodes.dedup.known.${check.known}` };
  const why = check.reason ? [check.reason] : [];
  if (check.known !== 'certified' && check.known !== 'uncertified') {
    return { decision: 'review', reasons: [...why, ...(why.length > 0 ? [] : [known])] };
  }
  if (check.accompaniments.kind !== 'known') {
    return { decision: 'review', reasons: [check.accompaniments.reason, known] };
  }
  const { own, others } = check.accompaniments;
  const double = others.filter((other) => isDouble(other, options.role));
  const told = [
    ...double.map((other) => accompanied('otherSameRole', other)),
    ...own.map((one) => accompanied('own', one)),
    ...others.filter((other) => !double.includes(other)).map((other) => accompanied('other', other)),
  ];
  if (double.length > 0 || own.length > 0) return { decision: 'duplicate', reasons: [...told, known] };
  const nobody: Problem[] = others.length === 0 ? [{ code: 'nodes.dedup.nobody' }] : [];
  const certain = check.known === 'certified' || options.acceptUncertified;
  const reasons = certain ? [...told, ...nobody, known] : [known, ...told, ...nobody];
  return { decision: certain ? 'new' : 'review', reasons };
}

/** Two of them in one role: the double follow-up that we exist to find. */
export function isDouble(other: CurrentAccompaniment, role: string): boolean {
  return other.role === role;
}

function accompanied(who: 'own' | 'other' | 'otherSameRole', one: CurrentAccompaniment): Problem {
  const organism = one.structure?.label ?? one.organism.label ?? one.organism.code;
  const params = who === 'own' ? { since: one.since } : { organism, since: one.since };
  return { code: `nodes.dedup.${who}`, params };
}
