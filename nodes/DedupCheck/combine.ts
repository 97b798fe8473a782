import type { Problem } from '../../src/fields';
import type { IdentityDecision } from '../../src/identity';
import type { Finding } from './finding';

/** What is decided about a person after all sources were heard. */
export interface Verdict {
  readonly decision: IdentityDecision;
  readonly message: Problem;
  /** Of the sources that decide; what the others say stands in `findings`. */
  readonly reasons: readonly Problem[];
  readonly findings: readonly Finding[];
}

/**
 * Strictly: *new* only when every source says new; one sure duplicate is enough; all else goes to a person. The message
 * is that of the first source that decides so.
 */
export function combine(findings: readonly Finding[]): Verdict {
  const decision = decisionOf(findings);
  const deciding = findings.filter((finding) => finding.decision === decision);
  const [first] = deciding;
  const everywhere = decision === 'new' && findings.length > 1;
  const message = everywhere ? { code: 'nodes.dedup.new.all' } : (first?.message ?? { code: 'nodes.dedup.tooLittle' });
  return { decision, message, reasons: deciding.flatMap(({ reasons }) => reasons), findings };
}

function decisionOf(findings: readonly Finding[]): IdentityDecision {
  if (findings.some(({ decision }) => decision === 'duplicate')) return 'duplicate';
  return findings.length > 0 && findings.every(({ decision }) => decision === 'new') ? 'new' : 'review';
}
