import type { Referral, ReferralDecision } from '../referral';
import type { Scope } from './ledger';

/** A referral as it lies in the store, already cut by the convention. */
export interface KeptReferral {
  readonly referral: Referral;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly acknowledgedAt?: string;
  readonly answered?: { readonly decision: ReferralDecision; readonly at: string };
}

/** Which kept referrals are wanted again. Without any of the two: all. */
export interface ReplayFilter {
  /** ISO 8601: received at or after. */
  readonly since?: string;
  readonly ids?: readonly string[];
}

/**
 * Referrals that were received: personal data, in a file of its own beside the ledger, contents encrypted, with a
 * retention of its own. A referral is ours only when it lies here; only then is it acknowledged.
 */
export interface ReferralStore {
  /** Keeps durably; the same id and version again changes nothing. Returns those that were new. */
  keep(scope: Scope, referrals: readonly Referral[]): Promise<readonly KeptReferral[]>;
  /** Kept and not acknowledged, oldest first. */
  pendingAcknowledgement(scope: Scope): Promise<readonly KeptReferral[]>;
  markAcknowledged(scope: Scope, receipts: readonly { readonly id: string; readonly version: number }[]): Promise<void>;
  markAnswered(scope: Scope, id: string, decision: ReferralDecision): Promise<void>;
  /**
   * The idempotency key of an answer that is about to be sent: `freshKey`, durable from now on, or the key under which the
   * same answer went out without an end that could be read.
   */
  keyOfAnswer(scope: Scope, id: string, digest: string, freshKey: string): Promise<string>;
  /** The answer has an end: its key is not used again. */
  forgetKeyOfAnswer(scope: Scope, id: string, digest: string): Promise<void>;
  /** The latest version of each referral that was acknowledged, oldest first. */
  replay(scope: Scope, filter?: ReplayFilter): Promise<readonly KeptReferral[]>;
  /** Erases what was received before the date; returns how many. */
  purge(before: Date): Promise<number>;
  close(): Promise<void>;
}
