import type { ExitReasonTable, prepareDeclaration } from '../accompaniment';
import type { Convention } from '../convention';
import type { Gateway } from '../exchange';
import type { Ledger, ReferralStore } from '../ledger';

/** What the credential says about the structure: default values of the lines that do not say it themselves. */
export interface StructureDefaults {
  /** `PLI5901` or SAFIR; part of the ledger's key. */
  readonly structureCode: string;
  readonly structure?: string;
  readonly role?: string;
}

/** Waits; ends early, without error, when the signal is raised. Handed in so that tests need not wait. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Everything that every function of this room needs. */
export interface Desk {
  readonly gateway: Gateway;
  readonly ledger: Ledger;
  readonly convention: Convention;
  readonly clock: () => Date;
  /** A fresh version-4 UUID: idempotency keys, correlation ids. */
  readonly uuid: () => string;
  readonly sleep: Sleep;
  readonly structure: StructureDefaults;
  /** `YYYY-MM-DD` in the structure's time zone. */
  readonly today: string;
  /** Take a person that France Travail has found but not certified. Default: false, the line goes to a person. */
  readonly acceptUncertified?: boolean;
}

/** For declarations, beside what every desk has. */
export interface DeclarationDesk extends Desk {
  /** `prepareDeclaration` of the room accompaniment. */
  readonly prepare: typeof prepareDeclaration;
  /** The PLIE's own table of exit reasons. */
  readonly exitReasons?: ExitReasonTable;
  /** Each reference by a call of its own, so many at the same time. Default: lots where the profile has them, else 8. */
  readonly parallel?: number;
}

/** For referrals, beside what every desk has. */
export interface ReferralDesk extends Desk {
  readonly store: ReferralStore;
}
