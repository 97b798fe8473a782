import type { PivotRecord } from '../fields';

/** Where a referral stands at France Travail. */
export type ReferralState = 'toHandle' | 'changed' | 'cancelled';

/** A referral (prescription) as France Travail handed it out, in neutral words; `person` in pivot fields. */
export interface Referral {
  readonly id: string;
  readonly version: number;
  readonly state: ReferralState;
  /** ISO 8601 with offset. */
  readonly createdAt: string;
  /** `YYYY-MM-DD`. */
  readonly dueDate?: string;
  readonly prescriber: {
    readonly organism?: string;
    readonly agency?: string;
    readonly adviser?: string;
    readonly email?: string;
  };
  readonly person: PivotRecord;
  /** Code of the path, one of the profile's code table `path`. */
  readonly path?: string;
  readonly reason?: string;
  readonly comment?: string;
}

/** What the PLIE answers. Option values of the node: stable. */
export const REFERRAL_DECISIONS = ['accept', 'refuse', 'redirect', 'absent'] as const;
export type ReferralDecision = (typeof REFERRAL_DECISIONS)[number];

/** Why a referral is refused or redirected, in our own words; the profile's code table `refusalReason` translates. */
export const REFUSAL_REASONS = [
  'incorrectDeclaration',
  'situationNotCovered',
  'differentAssessment',
  'noCapacity',
  'alreadyAccompanied',
  'unreachable',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The PLIE's answer to one referral. */
export interface ReferralAnswer {
  readonly referralId: string;
  readonly decision: ReferralDecision;
  /** `YYYY-MM-DD`. */
  readonly decisionDate: string;
  /** Required with `refuse` and `redirect`. */
  readonly reason?: RefusalReason;
  /** At most 500 characters. */
  readonly comment?: string;
  /** `referentName`, `referentFirstName`, `referentEmail`, `referentPhone`. */
  readonly referent?: PivotRecord;
  /** ISO 8601 with offset. */
  readonly firstMeetingAt?: string;
}
