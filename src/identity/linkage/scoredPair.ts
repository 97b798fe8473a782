import type { Problem } from '../../fields';
import { contradictionBits, isOtherPlace, sharesPersonalTrait } from './confirmation';
import { emptyFindings, type Findings } from './compare';
import { rule, type Model } from './model';
import { reasonsOf, type Hl7Code } from './reasons';
import { probabilityOf } from './score';

const SEVERAL: Problem = { code: 'linkage.withheld.several' };
const THROUGH_ANOTHER: Problem = { code: 'linkage.throughAnother' };
/** Probability from which a third record may conclude. */
const CONCLUDED_FROM = rule('concludedFrom');
/** Bits of another telephone. */
const ONE_CONTRADICTION = rule('otherPhoneBits');
/** What no third record can talk away. */
const FORBIDDING = [
  'linkage.withheld.otherNir',
  'linkage.withheld.otherFranceTravailNumber',
  'linkage.withheld.otherNationalId',
];

/** Findings in four numbers: half a million listed pairs must not keep half a million arrays. */
export interface PackedFindings {
  readonly low: number;
  readonly high: number;
  readonly surnameBits: number;
  readonly givenBits: number;
}

const unpacked = emptyFindings();
/** The first level (names) has up to 128 values, the others 16. */
const NAMES = 128;
const LOW_LEVELS = 11;

export function packedFindings({ levels, surname, given, surnameBits, givenBits }: Findings): PackedFindings {
  let low = 0;
  for (let k = LOW_LEVELS - 1; k >= 1; k--) low = low * 16 + levels[k]!;
  let high = surname * 16 + given;
  for (let k = levels.length - 1; k >= LOW_LEVELS; k--) high = high * 16 + levels[k]!;
  return { low: low * NAMES + levels[0]!, high, surnameBits, givenBits };
}

function unpack(packed: PackedFindings): Findings {
  const { levels } = unpacked;
  let { low, high } = packed;
  levels[0] = low % NAMES;
  low = Math.floor(low / NAMES);
  for (let k = 1; k < LOW_LEVELS; k++, low = Math.floor(low / 16)) levels[k] = low % 16;
  for (let k = LOW_LEVELS; k < levels.length; k++, high = Math.floor(high / 16)) levels[k] = high % 16;
  unpacked.given = high % 16;
  unpacked.surname = Math.floor(high / 16);
  unpacked.surnameBits = packed.surnameBits;
  unpacked.givenBits = packed.givenBits;
  return unpacked;
}

/** What is known of a pair: rows of the index, how probable it is, what is to be done and why. */
export class ScoredPair {
  constructor(
    readonly left: number,
    readonly right: number,
    /** Match weight in bits; probability = 1 / (1 + 2^−weight). */
    readonly weight: number,
    /** `none`: listed for its probability only. */
    readonly decision: 'duplicate' | 'review' | 'none',
    readonly hl7: Hl7Code | undefined,
    private readonly heldBack: Problem | undefined,
    private readonly findings: PackedFindings,
    private readonly model: Model,
  ) {}

  get probability(): number {
    return probabilityOf(this.weight);
  }

  /** Codes of src/wording, strongest first; what holds a pair back stands first. Made when asked for. */
  get reasons(): readonly Problem[] {
    const reasons = reasonsOf(this.model, unpack(this.findings));
    return this.heldBack ? [this.heldBack, ...reasons] : reasons;
  }

  /** Only doubt stands against joining the two: probable, and no identifier contradicts. */
  get mayBeConcluded(): boolean {
    return this.probability >= CONCLUDED_FROM && !this.isForbidden && this.heldBack !== SEVERAL;
  }

  /** An identifier says another person. */
  get isForbidden(): boolean {
    return FORBIDDING.includes(this.heldBack?.code ?? '');
  }

  /** More says otherwise than a new telephone: people who moved, or namesakes. */
  get isContradicted(): boolean {
    const findings = unpack(this.findings);
    const isContested = this.hl7 === 'COLP';
    return isContested || isOtherPlace(findings) || contradictionBits(findings) > ONE_CONTRADICTION;
  }

  /** An identifier, telephone or e-mail address in common: what namesakes do not have. */
  get isPersonal(): boolean {
    return sharesPersonalTrait(unpack(this.findings));
  }

  /** The same pair, sure because a third record is surely both. */
  toDuplicate(): ScoredPair {
    const { left, right, weight, findings, model } = this;
    return new ScoredPair(left, right, weight, 'duplicate', 'DOUA', THROUGH_ANOTHER, findings, model);
  }

  /** The same pair left to a person, because another candidate may be the one. */
  toReview(): ScoredPair {
    const { left, right, weight, findings, model } = this;
    return new ScoredPair(left, right, weight, 'review', 'DPOT', SEVERAL, findings, model);
  }
}
