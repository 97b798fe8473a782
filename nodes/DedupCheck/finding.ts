import type { PersonCheck } from '../../src/delivery';
import type { Problem } from '../../src/fields';
import type { IdentityDecision } from '../../src/identity';
import type { ReadLine } from '../../src/intake';

/** Who is asked whether a person is known. */
export type Source = 'secondInput' | 'within' | 'franceTravail';

/** A line that speaks of a person, and the item that it comes from. */
export interface Participant {
  readonly index: number;
  readonly line: Extract<ReadLine, { kind: 'participant' }>;
}

/** Somebody of a list who is, or may be, the person. */
export interface Candidate {
  readonly source: 'secondInput' | 'within';
  /** The PLIE's own id, or the key of the other list; empty where the line has none. */
  readonly id: string;
  /** Of its list, from 1. */
  readonly line: number;
  readonly decision: 'duplicate' | 'review';
  readonly probability: number;
  /** HL7 France, table 0445; empty where the engine gives none. */
  readonly hl7: string;
  readonly reasons: readonly Problem[];
}

/** What one source says about a person. */
export interface Finding {
  readonly source: Source;
  readonly decision: IdentityDecision;
  /** The sentence for the whole: what it is, and what to do. */
  readonly message: Problem;
  /** Strongest first. */
  readonly reasons: readonly Problem[];
  readonly candidates: readonly Candidate[];
  /** What France Travail answered, where it was asked. */
  readonly check?: PersonCheck;
}

/** A sentence about a candidate: by id, or by line where it has none. */
export function about(
  code: string,
  { id, line }: Pick<Candidate, 'id' | 'line'>,
  more: Problem['params'] = {},
): Problem {
  const params = { line, ...more };
  return id === '' ? { code: `${code}.byLine`, params } : { code, params: { id, ...params } };
}
