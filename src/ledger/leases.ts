import type { Scope } from './ledger';

/** The right to be the only one who works for a structure, for a while. */
export interface Lease {
  readonly scope: Scope;
  /** Who has it: the id of a run, nothing personal. */
  readonly holder: string;
  /** Grows each time that the lease changes hands: a smaller number is somebody who has lost it. */
  readonly fence: number;
  /** ISO 8601. */
  readonly until: string;
}

/** A lease that somebody else has. */
export interface HeldElsewhere {
  readonly kind: 'heldElsewhere';
  readonly holder: string;
  /** ISO 8601. */
  readonly until: string;
}

export type Taken = { readonly kind: 'taken'; readonly lease: Lease } | HeldElsewhere;

/** One lease a structure, in the ledger's own database: workers that share it see each other. */
export interface Leases {
  /**
   * Takes the lease for so many milliseconds (an hour at most), when nobody has it or the time of who had it is over. One
   * that ends more than an hour from now was written by a clock that was wrong: it is taken too, and so is one of a process
   * of this machine that was killed.
   *
   * @throws RangeError for more than an hour
   */
  take(scope: Scope, holder: string, milliseconds: number): Promise<Taken>;
  /** Holds it so many milliseconds longer, from now. Nothing when somebody else took it meanwhile, or it was released. */
  renew(lease: Lease, milliseconds: number): Promise<Lease | undefined>;
  /** Gives it back; one that was lost stays with who has it. */
  release(lease: Lease): Promise<void>;
}
