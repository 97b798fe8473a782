import { accessRefused, countOutcomes, endedWell, totalOf } from '../../scripts/demo/outcomes';

const ends = (...outcomes: string[]) => outcomes.map((outcome) => ({ outcome }));

describe('access refused to the structure itself', () => {
  it('nobody declared, everybody who was asked about forbidden: the command does not end well', () => {
    expect(accessRefused(ends('forbidden', 'forbidden'))).toBe(true);
    expect(accessRefused(ends('forbidden', 'rejected', 'deferred', 'blockedByConvention'))).toBe(true);
  });

  it.each([
    ['somebody was declared', ends('forbidden', 'declared')],
    ['somebody was told before', ends('forbidden', 'unchanged')],
    ['somebody was looked up', ends('forbidden', 'notFound')],
    ['France Travail refused a line for what it says', [...ends('forbidden'), { outcome: 'rejected', code: 'S012' }]],
    ['nobody was asked about', ends('rejected', 'deferred')],
  ])('not where %s', (_what, items) => expect(accessRefused(items)).toBe(false));
});

it('a line without a known end is missing from the total', () => {
  expect(totalOf(countOutcomes([...ends('declared', 'rejected'), {}]))).toBe(2);
});

it('a line to correct is no failure; one whose end is not known is', () => {
  expect(endedWell(countOutcomes(ends('rejected', 'alreadyAccompanied')))).toBe(true);
  expect(endedWell(countOutcomes(ends('declared', 'unclear')))).toBe(false);
});
