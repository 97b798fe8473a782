import type { AccompanimentStatus, Declaration, DeclarationOperation } from '../accompaniment';
import type { Convention } from '../convention';
import type { Answer, Gateway } from '../exchange';
import type { PivotRecord, Problem } from '../fields';
import type { Ledger, ReferralStore } from '../ledger';

/** What the credential says about the structure: default values of the lines that do not say it themselves. */
export interface StructureDefaults {
  /** `PLI5901` or SAFIR; part of the ledger's key. */
  readonly structureCode: string;
  readonly structure?: string;
  readonly role?: 'REFERENT' | 'PARTENAIRE';
}

/** The participant's latest entry, as far as the ledger knows. */
export interface LatestEntry {
  readonly reference: string;
  readonly entryNumber: number;
  readonly status: AccompanimentStatus;
  readonly operation: DeclarationOperation;
  /** `YYYY-MM-DD`. */
  readonly entryDate?: string;
}

/** What preparing a declaration has to know beside the line. */
export interface PreparationContext {
  /** `YYYY-MM-DD` in the structure's time zone. */
  readonly today: string;
  readonly structure: StructureDefaults;
  readonly latest?: LatestEntry;
  /** The PLIE's own table: local label or code → code of the exit reason. */
  readonly exitReasons?: Readonly<Record<string, string>>;
  /** Whether the profile has a state for an accompaniment that has not begun. */
  readonly plannedState: boolean;
}

/** A line made into a declaration, or why not. `deferred`: held here until its start. */
export type Preparation =
  | { readonly kind: 'ready'; readonly declaration: Declaration }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'deferred'; readonly problem: Problem; readonly declaration?: Declaration };

export type PrepareDeclaration = (
  record: PivotRecord,
  operation: DeclarationOperation,
  context: PreparationContext,
) => Preparation;

/** Waits; ends early, without error, when the signal is raised. Handed in so that tests need not wait. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Everything that every function of this room needs. */
export interface Desk {
  readonly gateway: DeskGateway;
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
  readonly prepare: PrepareDeclaration;
  /** The PLIE's own table of exit reasons. */
  readonly exitReasons?: Readonly<Record<string, string>>;
  /** References worked on at the same time. Default: 8. */
  readonly parallel?: number;
}

/** For referrals, beside what every desk has. */
export interface ReferralDesk extends Desk {
  readonly store: ReferralStore;
}

/** The gateway with the one call that is made before anything is said. */
export type DeskGateway = Gateway & {
  /** Fetches a token if none is in hand; says in one outcome why there is none (wrong secret, nobody listens…). */
  authenticate?(): Promise<Answer<undefined>>;
};
