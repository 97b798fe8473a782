import fc from 'fast-check';
import { makeReference, partsOfReference, REFERENCE_PATTERN } from '../../src/accompaniment';

const referenceOf = (participantId: string, entryNumber = 1): string => {
  const result = makeReference({ participantId, entryNumber });
  return result.status === 'reference' ? result.reference : result.problem.code;
};

describe('the reference of an accompaniment', () => {
  it.each([
    ['P02301', 1, 'P02301.1'],
    ['FSE-0001', 2, 'FSE-0001.2'],
    ['a.b', 1, 'a.b.1'],
    ['a_b', 1, 'a__b.1'],
    ['59/12', 1, '59_2F12.1'],
    ['é', 3, 'x_-_C3_A9.3'],
    ['-7', 1, 'x_--7.1'],
  ])('of %s, entry %i, is %s', (id, entry, reference) => {
    expect(referenceOf(id, entry)).toBe(reference);
    expect(partsOfReference(reference)).toEqual({ participantId: id, entryNumber: entry });
  });

  it.each([
    ['', 'accompaniment.reference.noId'],
    ['  ', 'accompaniment.reference.noId'],
    ['292119999900175', 'accompaniment.reference.isNir'],
    ['2 92 11 99 999 001', 'accompaniment.reference.isNir'],
    ['P'.repeat(63), 'accompaniment.reference.tooLong'],
    ['é'.repeat(11), 'accompaniment.reference.tooLong'],
    ['a\uD800', 'accompaniment.reference.characters'],
  ])('%j gives none, and says why', (id, code) => expect(referenceOf(id)).toBe(code));

  it.each([0, -1, 1.5, 10_000, Number.NaN])('entry %p is none', (entry) =>
    expect(referenceOf('P1', entry)).toBe('accompaniment.reference.entryNumber'),
  );

  it('every id comes back from its reference, or has a named problem', () => {
    const id = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[\w.\-/ ]{1,40}$/));
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 9999 }), (participantId, entryNumber) => {
        const result = makeReference({ participantId, entryNumber });
        if (result.status === 'invalid') return expect(result.problem.code).toMatch(/^accompaniment\.reference\./);
        expect(result.reference).toMatch(REFERENCE_PATTERN);
        return expect(partsOfReference(result.reference)).toEqual({ participantId, entryNumber });
      }),
      { numRuns: 500 },
    );
  });

  it('two ids never share a reference, and no other text passes for one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,20}$/), (text) => {
        const parts = partsOfReference(text);
        if (parts) expect(makeReference(parts)).toEqual({ status: 'reference', reference: text });
      }),
      { numRuns: 500 },
    );
    expect(['P1', 'P1.0', 'P1.01', 'P_1.1', 'P_2f.1', 'x_-P1.1', '.1', 'é.1'].map(partsOfReference)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    );
  });
});
