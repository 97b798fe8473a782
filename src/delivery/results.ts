import type { Absence, AccompanimentStatus, DeclarationOperation, Outcome, Undoing } from '../accompaniment';
import type { CurrentAccompaniment, PersonIdentifier } from '../exchange';
import type { PivotField, PivotRecord, Problem } from '../fields';
import type { KeptReferral } from '../ledger';
import type { ReferralDecision } from '../referral';

/** One line of the user's list, its cells already read and cleaned (`intake`). */
export interface DeclarationLine {
  /** Index of the input item: results come back in the order of the lines and carry it. */
  readonly index: number;
  readonly record: PivotRecord;
  readonly operation: DeclarationOperation;
  /** The entry that the line speaks of, where it has been judged already (`synchronise`). */
  readonly entryNumber?: number;
  /** It is said over nothing but what was last told: what somebody else has said meanwhile stays. */
  readonly overOwnWordOnly?: true;
  /** What `intake` found wrong; such a line is not sent. */
  readonly problems?: readonly Problem[];
}

/** One line of a list that is synchronised: what is to be said of it follows from what was told. */
export type ListedLine = Omit<DeclarationLine, 'operation' | 'entryNumber'>;

/** Who is accompanied now, and what it means not to be on the list. */
export interface ListToSynchronise {
  readonly lines: readonly ListedLine[];
  readonly absence: Absence;
  /** Day of the export, `YYYY-MM-DD`; without it nothing is sent. */
  readonly date?: string;
  /** Per cent of the accompaniments under way that a run may close by absence, 0 to 100. Default: 10. */
  readonly guardPercent?: number;
}

/**
 * What a line comes to, against what was told. `stop`: it has to be corrected or must wait; `absent`: the person is not on
 * the list any more, and nothing is said of it.
 */
export type Change = 'open' | 'change' | 'suspend' | 'resume' | 'close' | 'nothing' | 'stop' | 'absent';

/** `absent`: of somebody who is missing on the list; its `index` is no line of it. */
export type Synchronised<T> = T & { readonly change: Change; readonly absent: boolean };

/** A value that leaves. Never an identifier of the person: those go to the look-up alone. */
export interface Leaf {
  readonly field: PivotField;
  readonly value: string;
}

export type IdentifierKind = PersonIdentifier['kind'];

/** What a preview and a result have in common. Nothing in it is a NIR, a person token or a secret. */
export interface LineFacts {
  readonly index: number;
  /** The PLIE's own id; empty when the line has none. */
  readonly participantId: string;
  readonly operation: DeclarationOperation;
  readonly reference?: string;
  readonly entryNumber?: number;
  readonly version?: number;
  readonly status?: AccompanimentStatus;
  /** The body, field by field, in the order of the pivot fields. */
  readonly leaves: readonly Leaf[];
  /** What would have left and is held back by the convention. */
  readonly cut: readonly PivotField[];
  /** Filled in the line, and not part of this exchange at all. */
  readonly stays: readonly PivotField[];
  /** How the person is looked up, in this order. The values are not shown. */
  readonly identifiers: readonly IdentifierKind[];
  /** All that is wrong with the line; the outcome's message is the first. */
  readonly problems: readonly Problem[];
  /** What does not keep the line back, and is worth a word. */
  readonly remarks: readonly Problem[];
}

/** What would happen to a line if sending were on. */
export interface LinePreview extends LineFacts {
  /** `send`: it would leave · `nothing`: France Travail was told the same · `stop`: `outcome` says why. */
  readonly would: 'send' | 'nothing' | 'stop';
  readonly outcome?: Outcome;
}

/** What has happened to a line. */
export interface LineResult extends LineFacts {
  readonly outcome: Outcome;
  readonly franceTravailReference?: string;
}

/**
 * A run that could begin, or one sentence that says why nothing was sent (wrong secret, nobody listens, a ledger that
 * cannot be written, a convention that is not valid today…). `code` is the technical code that follows the sentence.
 */
export type Run<T> =
  | {
      readonly kind: 'done';
      readonly results: readonly T[];
      readonly notes: readonly Problem[];
      /** Names a run that may have told something, so that it can be undone. */
      readonly run?: string;
    }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly code?: string };

/** Which run is to be taken back. */
export interface RunToUndo {
  /** Its name; absent: the last one that told something. */
  readonly run?: string;
  /** Lines by which people are found again (`id` and identifiers): what the ledger knew of that is erased. */
  readonly people: readonly PivotRecord[];
}

/** What of a run is taken back, and how. */
export type Undone<T> = T & { readonly undoing: Undoing['kind'] };

export interface RunOptions {
  /** The execution's cancel signal: nothing new is begun, what is in the air gets its outcome. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Put in front of the run's name. */
  readonly prefix?: string;
}

/** One answer to "does France Travail know this person, and who accompanies them now?". The kinds are never confused. */
export interface PersonCheck {
  readonly known:
    | 'certified'
    | 'uncertified'
    | 'notFound'
    | 'several'
    | 'forbidden'
    | 'rejected'
    | 'notAsked'
    | 'unavailable'
    | 'unclear';
  /** Why it is not known, as a wording key. */
  readonly reason?: Problem;
  /** Technical code of the other side. */
  readonly code?: string;
  readonly askedWith?: IdentifierKind;
  /** Only where the convention lets it in. */
  readonly franceTravailNumber?: string;
  readonly accompaniments: PersonAccompaniments;
}

/** A line of which the person is asked about. */
export interface PersonLine {
  readonly index: number;
  readonly record: PivotRecord;
}

export interface PersonResult extends PersonCheck {
  readonly index: number;
  readonly participantId: string;
}

export type PersonAccompaniments =
  | {
      readonly kind: 'known';
      readonly own: readonly CurrentAccompaniment[];
      readonly others: readonly CurrentAccompaniment[];
    }
  | { readonly kind: 'notAsked' | 'failed'; readonly reason: Problem; readonly code?: string };

/** What France Travail holds under one of our references. */
export interface StatusResult {
  readonly index: number;
  readonly participantId: string;
  readonly reference: string;
  readonly entryNumber: number;
  readonly answer:
    | {
        readonly kind: 'stored';
        readonly version: number;
        readonly status: AccompanimentStatus;
        readonly franceTravailReference: string;
        /** Cut by the convention (`readStatus`, receive). */
        readonly fields: PivotRecord;
        readonly updatedAt: string;
        /** Whether it is what we told last, as far as the ledger knows. */
        readonly asTold: boolean;
      }
    | { readonly kind: 'nothing' }
    | { readonly kind: 'failed'; readonly outcome: Outcome };
}

/** A line of which the status is asked. Without `entryNumber`: the participant's latest entry. */
export interface StatusLine {
  readonly index: number;
  readonly participantId: string;
  readonly entryNumber?: number;
}

/** What a fetch of referrals gave. Only what is kept and acknowledged is emitted. */
export type FetchRun =
  | {
      readonly kind: 'done';
      readonly referrals: readonly KeptReferral[];
      /** Kept, and not acknowledged yet: France Travail will hand them out again. */
      readonly pending: number;
      readonly notes: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly code?: string };

/** What an answer to a referral would say, if sending were on. */
export interface AnswerPreview {
  readonly index: number;
  readonly referralId: string;
  readonly decision: ReferralDecision;
  readonly would: 'send' | 'stop';
  readonly outcome?: Outcome;
  readonly leaves: readonly Leaf[];
  readonly cut: readonly PivotField[];
}

/** The end of one answer to a referral. */
export interface AnswerResult {
  readonly index: number;
  readonly referralId: string;
  readonly decision: ReferralDecision;
  readonly outcome: Outcome;
  /** The fields of the answer that the convention lets out; decision, date and reason are the answer itself. */
  readonly leaves: readonly Leaf[];
  readonly cut: readonly PivotField[];
}
