import fc from 'fast-check';
import { checkFranceTravailNumber, lookUpIdentifiers } from '../../src/identity';

describe('the France Travail number', () => {
  it.each([
    ['99903635623', 'current'],
    ['0999 757 6318', 'current'],
    ['9997517L', 'old'],
    ['9997517l', 'old'],
    ['12345678', 'old'],
  ])('%s is taken (%s form)', (raw, form) => {
    const check = checkFranceTravailNumber(raw);
    expect(check).toMatchObject({ status: 'valid', form, number: raw.replace(/\s/g, '').toUpperCase() });
  });

  it.each([
    ['9997576318', 'identity.franceTravailNumber.zerosLost', { length: 10, missing: 1 }],
    ['999757631', 'identity.franceTravailNumber.zerosLost', { length: 9, missing: 2 }],
    ['1.59E+14', 'identity.franceTravailNumber.scientific', undefined],
    ['9,99E+10', 'identity.franceTravailNumber.scientific', undefined],
    ['00001eef-0000-4000-8000-000000000001', 'identity.franceTravailNumber.technicalKey', undefined],
    ['172067835501147', 'identity.franceTravailNumber.isNir', undefined],
    ['123456', 'identity.franceTravailNumber.length', { length: 6 }],
    ['999036356231', 'identity.franceTravailNumber.length', { length: 12 }],
    ['ABC', 'identity.franceTravailNumber.form', undefined],
  ])('%s is refused: %s', (raw, code, params) => {
    expect(checkFranceTravailNumber(raw)).toEqual({
      status: 'invalid',
      problem: { code, field: 'franceTravailNumber', ...(params ? { params } : {}) },
    });
  });

  it('never gains a digit that was not written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z .]{0,16}$/), (raw) => {
        const check = checkFranceTravailNumber(raw);
        if (check.status === 'valid') expect(check.number).toBe(raw.replace(/[\s.]/g, '').toUpperCase());
      }),
    );
  });

  it('serves a look-up with 11 digits only; the NIR needs the birth date', () => {
    expect(lookUpIdentifiers({ franceTravailNumber: '9997517L', nir: '172067835501147' })).toEqual([]);
    expect(
      lookUpIdentifiers({ franceTravailNumber: '99903635623', nir: '172067835501147', birthDate: '1972-06-01' }),
    ).toEqual([
      { kind: 'franceTravailNumber', franceTravailNumber: '99903635623' },
      { kind: 'nir', nir: '172067835501147', birthDate: '1972-06-01' },
    ]);
  });
});
