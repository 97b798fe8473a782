import { explainPair, type PersonIndex } from '../../src/identity/linkage';
import { translate } from '../../src/wording';
import { terminalLocale } from '../run/wording.cjs';

/** The score of two records as an addition that can be done by hand. */
export function explainInWords(index: PersonIndex, left: number, right: number): string {
  const locale = terminalLocale();
  const { pair, prior, levels, rarity, proven, judged } = explainPair(index, left, right);
  const bits = (value: number) => value.toFixed(2).padStart(8);
  const lines = [`${bits(prior)}  prior`];
  for (const { label, level, when, weight } of levels) {
    if (level === 'missing' || level === 'none') continue;
    lines.push(`${bits(weight)}  ${label[locale]}: ${when[locale]} [${level}]`);
  }
  for (const [term, value] of Object.entries(rarity)) {
    if (value !== 0) lines.push(`${bits(value)}  rarity.${term}`);
  }
  const sum =
    prior + levels.reduce((total, { weight }) => total + weight, 0) + Object.values(rarity).reduce((a, b) => a + b, 0);
  lines.push(`${bits(sum)}  =`);
  if (proven) lines.push(`${bits(pair.weight)}  proven`);
  const { places, evidence, confirmation } = judged;
  lines.push(`confirmation ${confirmation} · places ${places.toFixed(2)} · evidence ${evidence.toFixed(2)}`);
  lines.push(`probability ${pair.probability.toPrecision(6)} · ${pair.decision} · ${pair.hl7 ?? ''}`);
  lines.push(pair.reasons.map(({ code, params }) => translate(locale, code, params)).join(' · '));
  return `${lines.join('\n')}\n`;
}
