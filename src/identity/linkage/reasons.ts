import type { Problem } from '../../fields';
import type { Findings } from './compare';
import { AT, COMPARISON_IDS, COMPARISONS, GIVEN_LEVELS, INVERTED, SURNAME_LEVELS } from './levels';
import type { Proof, Withheld } from './judge';
import type { Model } from './model';
import { FIRST_WEIGHT } from './weights';

/** HL7 France, table 0445: what a pair is called in hospitals' identity work. */
export type Hl7Code = 'DOUA' | 'DPOT' | 'COLP' | 'HOMD';

const NAMESAKES = COMPARISONS.lookalike.indexOf('homonym');
/** Rarer than this, a name is called rare; its share is said. */
const RARE_FROM_BITS = 13;
const MOST_REASONS = 6;

/**
 * Reasons in the user's words, strongest first: codes of src/wording (`linkage.reason.…`) with the rarity of names as
 * parameter. No value of a trait stands in them, so none can hold a NIR.
 */
export function reasonsOf(model: Model, findings: Findings): Problem[] {
  const weighed: { readonly reason: Problem; readonly strength: number }[] = [];
  COMPARISON_IDS.forEach((id, k) => {
    const level = findings.levels[k]!;
    const weight = model.weights[FIRST_WEIGHT[k]! + level]!;
    if (id === 'names' || id === 'lookalike') return;
    const name = COMPARISONS[id][level]!;
    if (name === 'missing' || (id === 'sex' && name === 'same')) return;
    weighed.push({ reason: { code: `linkage.reason.${id}.${name}` }, strength: Math.abs(weight) });
  });
  weighed.push(...nameReasons(model, findings));
  return weighed
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason);
}

function nameReasons(model: Model, findings: Findings): { reason: Problem; strength: number }[] {
  const weight = Math.abs(model.weights[FIRST_WEIGHT[AT.names]! + findings.levels[AT.names]!]!);
  if (findings.levels[AT.names] === INVERTED) {
    return [{ reason: { code: 'linkage.reason.names.inverted' }, strength: weight + 3 }];
  }
  const surname = SURNAME_LEVELS[findings.surname]!;
  const given = GIVEN_LEVELS[findings.given]!;
  const reasons: { reason: Problem; strength: number }[] = [];
  if (surname !== 'missing') {
    const rare = findings.surnameBits >= RARE_FROM_BITS && findings.surname <= 1;
    const reason: Problem = rare
      ? { code: `linkage.reason.surname.${surname}.rare`, params: { births: oneIn(findings.surnameBits) } }
      : { code: `linkage.reason.surname.${surname}` };
    reasons.push({ reason, strength: weight + 4 });
  }
  if (given !== 'missing') reasons.push({ reason: { code: `linkage.reason.given.${given}` }, strength: weight + 2 });
  return reasons;
}

/** "1 birth in 40,000", rounded to one figure; beyond a million the list says no more. */
export function oneIn(bits: number): number {
  const births = 2 ** Math.min(bits, 20);
  const scale = 10 ** Math.floor(Math.log10(births));
  return Math.round(births / scale) * scale;
}

/** Why a probable pair is left to a person; undefined when nothing holds it back. */
export function withheldReason(withheld: Withheld | undefined, proof: Proof): Problem | undefined {
  if (proof === 'contested') return { code: 'linkage.withheld.contested' };
  return withheld ? { code: `linkage.withheld.${withheld}` } : undefined;
}

/** The hospital code of a pair. Source: HL7 France, table 0445. */
export function hl7Code(decision: 'duplicate' | 'review', proof: Proof, findings: Findings): Hl7Code {
  if (decision === 'duplicate') return 'DOUA';
  if (proof === 'contested') return 'COLP';
  return findings.levels[AT.lookalike] === NAMESAKES ? 'HOMD' : 'DPOT';
}
