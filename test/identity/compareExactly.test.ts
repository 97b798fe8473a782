import { compareExactly, exactKeys, indexExactly, nirKey } from '../../src/identity';
import type { PivotRecord } from '../../src/fields';

const nir = (body: string): string => body + nirKey(body);
const essai: PivotRecord = {
  id: 'A1',
  birthName: "N'Essai",
  usageName: 'Inventé',
  firstNames: 'Khadija Rose',
  birthDate: '1992-11-07',
  sex: 'F',
  nir: nir('2921199999001'),
  franceTravailNumber: '09997300191',
  email: 'khadija.invente@example.org',
};
const decide = (left: PivotRecord, ...right: PivotRecord[]): string => compareExactly(left, right).decision;
const codes = (left: PivotRecord, ...right: PivotRecord[]): string[] =>
  compareExactly(left, right).reasons.map((reason) => reason.code.replace('identity.reason.', ''));
const without = (record: PivotRecord, ...fields: (keyof PivotRecord)[]): PivotRecord =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field as keyof PivotRecord)));

describe('comparing people by exact keys', () => {
  it('the same identifier and one agreeing trait: duplicate', () => {
    const bare = { nir: essai.nir ?? '', birthDate: '1992-11-07' };
    expect(decide(essai, bare)).toBe('duplicate');
    expect(codes(essai, bare)).toEqual(['sameNir', 'sameBirthDate']);
    expect(decide(essai, { franceTravailNumber: '09997300191', birthName: 'NESSAI', firstNames: 'khadija' })).toBe(
      'duplicate',
    );
  });

  it('a married name in one list meets the birth name in the other', () => {
    const other = {
      usageName: 'N ESSAI',
      firstNames: 'Khadija',
      birthDate: '1992-11-07',
      email: 'KHADIJA.invente@example.org',
    };
    expect(decide(without(essai, 'nir', 'franceTravailNumber'), other)).toBe('duplicate');
  });

  it('the same name and birth date without a third trait goes to a person', () => {
    const other = { birthName: 'NESSAI', firstNames: 'Khadija', birthDate: '1992-11-07' };
    expect(decide(without(essai, 'nir', 'franceTravailNumber', 'email'), other)).toBe('review');
  });

  it('an identifier that contradicting traits stand beside goes to a person, and says what contradicts', () => {
    expect(codes(essai, { ...essai, birthDate: '1965-01-01' })).toContain('otherBirthDate');
    expect(decide(essai, { ...essai, birthDate: '1965-01-01' })).toBe('review');
    expect(decide(essai, { ...essai, sex: 'M' })).toBe('review');
    expect(decide(essai, { nir: essai.nir ?? '', birthName: 'Autre', firstNames: 'Personne' })).toBe('review');
  });

  it('two different identifiers are never one person automatically', () => {
    expect(decide(essai, { ...essai, nir: nir('2921199999002') })).toBe('review');
    expect(decide(essai, { ...essai, franceTravailNumber: '09997300192' })).toBe('review');
  });

  it('twins, and a mother with the mailbox of her daughter, are new', () => {
    const twin = { ...without(essai, 'nir', 'franceTravailNumber'), firstNames: 'Amina', email: 'amina@example.org' };
    expect(decide(twin, essai)).toBe('new');
    expect(decide({ ...without(essai, 'nir', 'franceTravailNumber'), birthDate: '1965-01-01' }, essai)).toBe('new');
  });

  it('several sure candidates go to a person', () => {
    expect(decide(essai, essai, { ...essai, id: 'A2' })).toBe('review');
    expect(codes(essai, essai, { ...essai, id: 'A2' })[0]).toBe('severalCandidates');
  });

  it('nobody alike: new', () => {
    expect(codes(essai, { birthName: 'Autre', firstNames: 'Khadija', birthDate: '1992-11-07' })).toEqual([
      'nothingShared',
    ]);
    expect(decide({})).toBe('new');
  });

  it('an invalid NIR makes no key, and no reason holds a number', () => {
    expect(exactKeys({ nir: '292119999900199' })).toEqual([]);
    expect(JSON.stringify(compareExactly(essai, [essai]).reasons)).not.toMatch(/\d{3}/);
  });

  it('finds among many what comparing with each would find', () => {
    const index = indexExactly([{ who: essai }, { who: { id: 'B', email: 'x@example.org' } }], ({ who }) => who);
    expect(index.compare(essai).matches.map((match) => match.candidate.who.id)).toEqual(['A1']);
  });
});
