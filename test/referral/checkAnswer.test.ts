import {
  checkAnswer,
  REFERRAL_DECISIONS,
  REFUSAL_REASONS,
  type AnswerCheckOptions,
  type RawAnswer,
} from '../../src/referral';

const today = '2026-11-24';
const check = (raw: RawAnswer, options: Partial<AnswerCheckOptions> = {}) =>
  checkAnswer({ referralId: 'PR-1', decision: 'accept', ...raw }, { today, ...options });
const codes = (raw: RawAnswer, options: Partial<AnswerCheckOptions> = {}): string[] => {
  const result = check(raw, options);
  return result.status === 'valid'
    ? ['valid']
    : result.problems.map((problem) => problem.code.replace('referral.', ''));
};

describe('an answer to a referral', () => {
  it('is dated today where no date is given, and carries the référent and the first meeting', () => {
    expect(
      check({
        referentName: 'MODELAGE',
        referentEmail: 'andree.modelage@example.org',
        firstMeetingAt: '2026-12-01T09:30',
        comment: '  à bientôt ',
      }),
    ).toEqual({
      status: 'valid',
      answer: {
        referralId: 'PR-1',
        decision: 'accept',
        decisionDate: today,
        comment: 'à bientôt',
        referent: { referentName: 'MODELAGE', referentEmail: 'andree.modelage@example.org' },
        firstMeetingAt: '2026-12-01T09:30:00+01:00',
      },
    });
  });

  it.each(REFERRAL_DECISIONS)('%s needs a reason exactly when the referral is refused or passed on', (decision) => {
    const needed = {
      refuse: 'refusalReasonMissing',
      redirect: 'redirectReasonMissing',
      accept: 'valid',
      absent: 'valid',
    };
    expect(codes({ decision })).toEqual([needed[decision]]);
    for (const reason of REFUSAL_REASONS) expect(codes({ decision, reason })).toEqual(['valid']);
  });

  it('sends no reason beside an acceptance', () => {
    expect(check({ reason: 'noCapacity' })).toMatchObject({
      answer: expect.not.objectContaining({ reason: 'noCapacity' }),
    });
  });

  it.each<[RawAnswer, string[]]>([
    [{ referralId: ' ' }, ['idMissing']],
    [{ decision: 'peut-être' }, ['decisionUnknown']],
    [{ decision: 'refuse', reason: 'pas envie' }, ['reasonUnknown']],
    [{ comment: 'x'.repeat(501) }, ['commentTooLong']],
    [{ comment: 'x'.repeat(500) }, ['valid']],
    [{ decisionDate: '25/11/2026' }, ['decisionAhead']],
    [{ decisionDate: '31/02/2026' }, ['decisionDateUnreadable']],
    [{ decisionDate: '23/11/2026' }, ['valid']],
    [{ decisionDate: new Date('2026-11-23T00:00:00Z') }, ['valid']],
    [{ firstMeetingAt: 'demain' }, ['meetingUnreadable']],
    [{ firstMeetingAt: '2026-02-31T10:00' }, ['meetingUnreadable']],
    [{ referralId: {}, decision: [], comment: 'x'.repeat(501) }, ['idMissing', 'decisionUnknown', 'commentTooLong']],
  ])('%#: %j', (raw, expected) => expect(codes(raw)).toEqual(expected));

  it('is not given to a referral that France Travail has cancelled, nor dated before it', () => {
    expect(codes({}, { referral: { state: 'cancelled', createdAt: '2026-11-20T08:00:00Z' } })).toEqual(['cancelled']);
    expect(
      codes({ decisionDate: '19/11/2026' }, { referral: { state: 'toHandle', createdAt: '2026-11-20T08:00:00Z' } }),
    ).toEqual(['decisionBeforeReferral']);
  });

  it.each([
    ['2026-12-01T09:30', '2026-12-01T09:30:00+01:00'],
    ['2026-07-01 09:30', '2026-07-01T09:30:00+02:00'],
    ['01/12/2026 9h30', '2026-12-01T09:30:00+01:00'],
    ['1/12/2026 14h', '2026-12-01T14:00:00+01:00'],
    ['2026-12-01T08:30:00Z', '2026-12-01T08:30:00Z'],
    ['2026-10-25T03:30', '2026-10-25T03:30:00+01:00'],
    ['2026-03-29T03:30', '2026-03-29T03:30:00+02:00'],
  ])('a meeting at %s is %s', (text, iso) =>
    expect(check({ firstMeetingAt: text })).toMatchObject({ answer: { firstMeetingAt: iso } }),
  );

  it('wall clock times are those of the zone that is asked for', () => {
    expect(check({ firstMeetingAt: '2026-12-01T09:30' }, { timeZone: 'Indian/Reunion' })).toMatchObject({
      answer: { firstMeetingAt: '2026-12-01T09:30:00+04:00' },
    });
  });
});
