import type { AccompanimentStatus, Declaration, DeclarationOperation, Outcome } from '../accompaniment';
import type { PivotField, PivotRecord, Problem } from '../fields';
import type { Referral, ReferralAnswer } from '../referral';
import type { Profile } from './profile';

/** How a person is looked up. The NIR is used only where the convention lists it; the caller has checked that. */
export type PersonIdentifier =
  | { readonly kind: 'franceTravailNumber'; readonly franceTravailNumber: string }
  | { readonly kind: 'nir'; readonly nir: string; readonly birthDate: string };

/**
 * The answers to "do you know this person?". They stay apart: *not found* is not *forbidden*, and neither is *free*.
 * `personToken` is a handle that the gateway resolves; the token itself never leaves `exchange`.
 */
export type LookUp =
  | {
      readonly kind: 'found';
      readonly certified: boolean;
      readonly person: PersonHandle;
      readonly franceTravailNumber?: string;
    }
  | {
      readonly kind: 'notFound' | 'several' | 'forbidden' | 'rejected' | 'unavailable' | 'unclear';
      readonly outcome: Outcome;
    };

/** An opaque handle on a person token; JSON.stringify, String and util.inspect show nothing of it. */
export interface PersonHandle {
  readonly expiresAt: Date;
}

/** The exact body of a declaration, ready to be journalled and sent; no person token in it. */
export interface PreparedDeclaration {
  readonly operation: DeclarationOperation;
  readonly reference: string;
  readonly version: number;
  /** The JSON text that goes over the wire, byte for byte. */
  readonly body: string;
  /** Values that the profile cannot carry and that were left out (an exit reason it has no code for, a telephone that is none). */
  readonly problems?: readonly Problem[];
}

/** What stands at France Travail under our own reference. */
export type ReadBack =
  | {
      readonly kind: 'stored';
      readonly version: number;
      readonly franceTravailReference: string;
      readonly status: AccompanimentStatus;
      readonly fields: PivotRecord;
      /** ISO 8601. */
      readonly updatedAt: string;
      /** True when content (version apart) equals that of `prepared`, when one was given. */
      readonly sameContent?: boolean;
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

/** One of the accompaniments that France Travail holds for our structure. */
export type HeldAccompaniment = Omit<ReadBack & { kind: 'stored' }, 'kind' | 'sameContent'> & {
  readonly reference: string;
};

export interface HeldPage {
  readonly accompaniments: readonly HeldAccompaniment[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
  /** How many of the page could not be read. */
  readonly unreadable?: number;
}

/** One current accompaniment of a person, in any organism. */
export interface CurrentAccompaniment {
  readonly organism: { readonly code: string; readonly label?: string };
  readonly structure?: { readonly code: string; readonly label?: string };
  readonly status: AccompanimentStatus;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly role: 'REFERENT' | 'PARTENAIRE';
  /** Present only for our own. */
  readonly reference?: string;
}

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

export interface ReferralPage {
  readonly referrals: readonly Referral[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
  /** How many of the page could not be read; they are not acknowledged, so they are handed out again. */
  readonly unreadable?: number;
}

/** A declaration answer may also carry the version that is stored when ours is stale (409). */
export interface DeclarationAnswer {
  readonly outcome: Outcome;
  /** Version stored at France Travail, when the answer says that ours is not newer. Never a success by itself. */
  readonly staleAgainstVersion?: number;
}

/** One declaration of a lot. */
export interface LotItem {
  readonly prepared: PreparedDeclaration;
  readonly idempotencyKey: string;
  readonly person?: PersonHandle;
}

/**
 * How a lot ended. `answered`: each declaration by itself, in the order of the lot · `failed`: all of them alike ·
 * `refused`: the call as a whole, nothing of it was taken; one declaration may be at fault for all of them.
 */
export type LotAnswer =
  | { readonly kind: 'answered'; readonly answers: readonly DeclarationAnswer[] }
  | { readonly kind: 'failed'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly outcome: Outcome };

/**
 * France Travail as seen from above: every method answers with a value, throws only on a bug or when the execution is
 * cancelled. What the profile does not offer answers `unavailable` with the code `exchange.notOffered`.
 */
export interface Gateway {
  readonly profile: Profile;
  /** Host that is spoken to, part of the ledger's key. */
  readonly host: string;
  /** Fetches an access token if none is in hand; says in one outcome why there is none (wrong secret, nobody listens…). */
  authenticate(): Promise<Answer<undefined>>;
  lookUp(identifier: PersonIdentifier): Promise<LookUp>;
  prepareDeclaration(declaration: Declaration & { readonly version: number }): PreparedDeclaration;
  /** Pivot fields that the profile's map for this operation can carry: the rest never leaves. */
  fieldsOf(operation: DeclarationOperation): readonly PivotField[];
  declare(prepared: PreparedDeclaration, idempotencyKey: string, person?: PersonHandle): Promise<DeclarationAnswer>;
  /** Several declarations in one call, about different references, at most `capabilities.lots.max`. */
  declareLot(lot: readonly LotItem[]): Promise<LotAnswer>;
  readBack(reference: string, compareWith?: PreparedDeclaration): Promise<ReadBack>;
  /** One page of everything that is held for our structure. */
  listAccompaniments(cursor?: string): Promise<Answer<HeldPage>>;
  readAccompaniments(person: PersonHandle): Promise<Answer<readonly CurrentAccompaniment[]>>;
  readRegistration(person: PersonHandle): Promise<Answer<{ readonly status: string; readonly label: string }>>;
  listReferrals(cursor?: string): Promise<Answer<ReferralPage>>;
  acknowledgeReferrals(
    receipts: readonly { readonly id: string; readonly version: number }[],
  ): Promise<Answer<{ readonly acknowledged: readonly string[]; readonly unknown: readonly string[] }>>;
  answerReferral(answer: ReferralAnswer, idempotencyKey: string, person?: PersonHandle): Promise<Outcome>;
}

/** What an admin has filled in once, parsed; secrets live only here. */
export interface Access {
  readonly profile: Profile;
  /** Base above the APIs, e.g. `http://127.0.0.1:8787/partenaire`. Its origin is in the profile's list, or loopback where the profile allows it. */
  readonly apiBaseUrl: string;
  /** Whole token URL with its realm. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Cleaned values of the `pa-*` headers. */
  readonly agent: { readonly name: string; readonly firstName: string; readonly id: string };
  /** Which of the profile's environments the addresses belong to. */
  readonly environment?: string;
  /** The admin has stopped everything: no call is made, whatever it is for. */
  readonly stopped?: true;
  /** Default structure of the lines that name none. */
  readonly structure?: { readonly code: string; readonly label?: string };
}
