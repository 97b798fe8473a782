import type { Findings } from './compare';
import { GivenNameDoubts, type GivenNameDoubt } from './givenNameDoubts';
import type { Thresholds } from './model';
import type { People } from './people';
import { SharedTraits } from './sharedTraits';

/** What the judgement needs to know beside the levels: how much of what agrees others have too. */
export interface Circumstances {
  /** Bits of the places in common, see {@link SharedTraits.bitsInCommon}. */
  readonly places: number;
  /** The telephone, or e-mail address, is held by more people than one household. */
  readonly phoneOfMany: boolean;
  readonly emailOfMany: boolean;
  /** Whether the given names may be those of a twin or a sister. */
  readonly givenDoubt: GivenNameDoubt;
}

/** Looks up the circumstances of pairs; only for pairs that may be listed. */
export class CircumstancesOf {
  /** To be told of every row that comes and goes. */
  readonly shared: SharedTraits;
  private readonly doubts: GivenNameDoubts;

  constructor(people: People, baseSize: () => number) {
    this.shared = new SharedTraits(people, baseSize);
    this.doubts = new GivenNameDoubts(people);
  }

  of(l: number, r: number, findings: Findings, { birthTownAlone }: Pick<Thresholds, 'birthTownAlone'>): Circumstances {
    const { shared, doubts } = this;
    return {
      places: shared.bitsInCommon(l, r, findings.levels, birthTownAlone),
      phoneOfMany: shared.isPhoneOfMany(l),
      emailOfMany: shared.isEmailOfMany(l),
      givenDoubt: doubts.of(l, r, findings.given),
    };
  }
}
