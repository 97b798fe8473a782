import { z } from 'zod/v4';
import type { PivotRecord, Problem } from '../fields';
import { cleanText, readDate } from '../identity';
import { meetingTime } from './meetingTime';
import {
  REFERRAL_DECISIONS,
  REFUSAL_REASONS,
  type Referral,
  type ReferralAnswer,
  type ReferralDecision,
  type RefusalReason,
} from './referral';

/** An answer as a form or an item hands it over; everything is checked here. */
export type RawAnswer = Readonly<Partial<Record<(typeof ANSWER_KEYS)[number], unknown>>>;

export type AnswerCheck =
  | { readonly status: 'valid'; readonly answer: ReferralAnswer }
  | { readonly status: 'invalid'; readonly problems: readonly Problem[] };

export interface AnswerCheckOptions {
  /** `YYYY-MM-DD`; also the decision's date where none is given. */
  readonly today: string;
  /** Zone of meeting times without an offset. Default: `Europe/Paris`. */
  readonly timeZone?: string;
  /** The referral that is answered, where it is at hand. */
  readonly referral?: Pick<Referral, 'state' | 'createdAt'>;
}

/** Longest comment that the contract takes, in characters. */
export const LONGEST_COMMENT = 500;

const ANSWER_KEYS = [
  'referralId',
  'decision',
  'decisionDate',
  'reason',
  'comment',
  'firstMeetingAt',
  'referentName',
  'referentFirstName',
  'referentEmail',
  'referentPhone',
] as const;
const REFERENT_KEYS = ['referentName', 'referentFirstName', 'referentEmail', 'referentPhone'] as const;

/** Text of whatever stands in a field of a form; dates as ISO text. */
const textSchema = z
  .union([z.string(), z.number(), z.date(), z.null(), z.undefined()])
  .transform((value) => (value instanceof Date ? value.toISOString() : cleanText(String(value ?? '')).text));

/**
 * Checks an answer before it leaves: a known decision, a reason where the referral is refused or passed on, a comment of
 * at most 500 characters, a date that is not ahead. All that is wrong is said at once.
 */
export function checkAnswer(raw: RawAnswer, options: AnswerCheckOptions): AnswerCheck {
  const texts = Object.fromEntries(ANSWER_KEYS.map((key) => [key, textOf(raw, key)])) as Record<
    (typeof ANSWER_KEYS)[number],
    string
  >;
  const problems: Problem[] = [];
  const say = (code: string, params?: Problem['params']): undefined => {
    problems.push({ code, ...(params ? { params } : {}) });
  };
  if (options.referral?.state === 'cancelled') say('referral.cancelled');
  if (!texts.referralId) say('referral.idMissing');
  const decision = REFERRAL_DECISIONS.find((known) => known === texts.decision) ?? say('referral.decisionUnknown');
  const reason = checkedReason(texts.reason, decision, say);
  const decisionDate = checkedDate(texts.decisionDate, options, say);
  if (texts.comment.length > LONGEST_COMMENT) say('referral.commentTooLong', { length: texts.comment.length });
  const firstMeetingAt = texts.firstMeetingAt
    ? (meetingTime(texts.firstMeetingAt, options.timeZone ?? 'Europe/Paris') ?? say('referral.meetingUnreadable'))
    : undefined;
  if (problems.length > 0 || !decision || !decisionDate) return { status: 'invalid', problems };
  const referent: PivotRecord = Object.fromEntries(
    REFERENT_KEYS.filter((key) => texts[key]).map((key) => [key, texts[key]]),
  );
  const answer: ReferralAnswer = {
    referralId: texts.referralId,
    decision,
    decisionDate,
    ...(reason ? { reason } : {}),
    ...(texts.comment ? { comment: texts.comment } : {}),
    ...(Object.keys(referent).length > 0 ? { referent } : {}),
    ...(firstMeetingAt ? { firstMeetingAt } : {}),
  };
  return { status: 'valid', answer };
}

type Say = (code: string, params?: Problem['params']) => undefined;

function textOf(raw: RawAnswer, key: (typeof ANSWER_KEYS)[number]): string {
  const parsed = textSchema.safeParse(Object.hasOwn(raw, key) ? raw[key] : undefined);
  return parsed.success ? parsed.data : '';
}

/** A reason belongs to a refusal or a redirection; beside another decision it is not sent. */
function checkedReason(text: string, decision: ReferralDecision | undefined, say: Say): RefusalReason | undefined {
  if (decision !== 'refuse' && decision !== 'redirect') return undefined;
  if (!text) return say(decision === 'refuse' ? 'referral.refusalReasonMissing' : 'referral.redirectReasonMissing');
  return REFUSAL_REASONS.find((known) => known === text) ?? say('referral.reasonUnknown');
}

function checkedDate(text: string, options: AnswerCheckOptions, say: Say): string | undefined {
  const reading = readDate(text, { kind: 'event', today: options.today });
  if (reading.status === 'none') return options.today;
  if (reading.status === 'invalid') return say('referral.decisionDateUnreadable');
  if (reading.date > options.today) return say('referral.decisionAhead', { date: reading.date });
  const created = options.referral?.createdAt.slice(0, 10);
  return created && reading.date < created ? say('referral.decisionBeforeReferral', { date: created }) : reading.date;
}
