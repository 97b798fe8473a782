import type { PivotRecord } from '../../src/fields';
import { nirKey } from '../../src/identity';
import { clusterSureLinks, PersonIndex } from '../../src/identity/linkage';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two certified numbers of one month and commune, as twins and namesakes have. */
const nir = (body: string) => body + nirKey(body);
const FIRST = nir('2840399350012');
const SECOND = nir('2840399350999');

const celine: PivotRecord = {
  birthName: 'ESSAI',
  firstNames: 'Céline',
  birthDate: '1984-03-17',
  sex: 'F',
  birthPlaceCode: '59350',
  phone: '06 39 98 12 34',
};

async function within(...records: PivotRecord[]) {
  const index = await PersonIndex.build(records, breathe);
  return index.within(breathe);
}

async function decision(left: PivotRecord, right: PivotRecord): Promise<string> {
  const [pair] = await within(left, right);
  return pair?.decision ?? 'new';
}

describe('two people', () => {
  it('whom two valid NIR tell apart are not joined through a third record', async () => {
    const pairs = await within({ ...celine, nir: FIRST }, celine, { ...celine, nir: SECOND });
    expect(pairs.filter((pair) => pair.decision === 'duplicate')).toEqual([]);
    expect([...clusterSureLinks(3, [])]).toEqual([0, 1, 2]);
  });

  it('of another list, whom two valid NIR tell apart, are not both one of ours', async () => {
    const index = await PersonIndex.build([celine], breathe);
    const both = [
      { ...celine, nir: FIRST },
      { ...celine, nir: SECOND },
    ];
    const decisions = async (...records: PivotRecord[]) =>
      (await index.matchAll(records, breathe)).map((pair) => pair.decision);
    expect(await decisions(...both)).toEqual(['review', 'review']);
    expect(await decisions(both[0]!)).toEqual(['duplicate']);
    expect(await decisions(both[0]!, both[0]!)).toEqual(['duplicate', 'duplicate']);
  });

  it('are not joined by a chain of records either', async () => {
    const { phone, ...base } = celine;
    const mail = { email: 'boite7412@essai.example' };
    const pairs = await within(
      { ...base, phone: phone!, nir: FIRST },
      { ...base, phone: phone! },
      { ...base, phone: phone!, ...mail },
      { ...base, ...mail },
      { ...base, ...mail, nir: SECOND },
    );
    const sure = pairs.filter((pair) => pair.decision === 'duplicate');
    const clusters = clusterSureLinks(5, sure);
    expect(clusters[0]).not.toBe(clusters[4]);
  });

  it('who bear one NIR, and nothing else in common, are shown to a person', async () => {
    const other = { birthName: 'TEST', firstNames: 'Moussa', birthDate: '2001-11-02', sex: 'M', nir: FIRST };
    expect(await decision({ ...celine, nir: FIRST }, other)).toBe('review');
    const index = await PersonIndex.build([{ ...celine, nir: FIRST }], breathe);
    expect(index.lookUp(other).decision).toBe('review');
  });

  it.each([
    ['one digit apart', FIRST, nir('2840399351012')],
    ['of another order number', FIRST, SECOND],
  ])('with two valid NIR %s are never joined without a person', async (_, left, right) => {
    expect(await decision({ ...celine, nir: left }, { ...celine, nir: right })).not.toBe('duplicate');
  });

  it.each<[string, Partial<PivotRecord>, Partial<PivotRecord>]>([
    ['another sex', { sex: 'F' }, { sex: 'M' }],
    ['another year of birth', { birthDate: '1984-03-17' }, { birthDate: '2009-03-17' }],
    ['another France Travail number', { franceTravailNumber: '99903635623' }, { franceTravailNumber: '99941127758' }],
  ])('with one NIR and %s are shown to a person', async (_, left, right) => {
    expect(await decision({ ...celine, nir: FIRST, ...left }, { ...celine, nir: FIRST, ...right })).toBe('review');
  });

  it.each([
    ['Mohamed, Amine, Ali', 'Mohamed, Yacine, Ali'],
    ['Hana', 'Hanane'],
    ['Marie-Claire', 'Marie'],
    ['Nadia', 'Nadirra'],
    ['Kavitha', 'Savitha'],
  ])('called %s and %s, born on one day, of one telephone, are shown to a person', async (one, other) => {
    const { sex: _, ...twin } = celine;
    expect(await decision({ ...twin, firstNames: one }, { ...twin, firstNames: other })).toBe('review');
  });

  it('are not joined by a telephone that a whole house has', async () => {
    const house = Array.from({ length: 9 }, (_, i) => ({
      birthName: `ESSAI${'ABCDEFGHI'[i]!}`,
      firstNames: 'Test',
      birthDate: '1990-01-01',
      phone: celine.phone!,
    }));
    const { birthPlaceCode: _, ...celineAtHome } = celine;
    const pairs = await within(...house, celineAtHome, celineAtHome);
    expect(pairs.filter((pair) => pair.decision === 'duplicate')).toEqual([]);
  });
});

describe('what is typed where a form insists', () => {
  it.each([
    ['franceTravailNumber', '00000000000'],
    ['franceTravailNumber', '12345678901'],
    ['phone', '06 00 00 00 00'],
    ['phone', '0123456789'],
    ['nationalId', 'inconnu'],
    ['nationalId', '0'],
  ] as const)('%s %s confirms nobody', async (field, value) => {
    const { phone: _phone, birthPlaceCode: _place, ...bare } = celine;
    expect(await decision({ ...bare, [field]: value }, { ...bare, [field]: value })).not.toBe('duplicate');
  });

  it('a date that is none confirms nobody', async () => {
    const record = { ...celine, birthDate: '9999-99-99' };
    expect(await decision(record, record)).not.toBe('duplicate');
  });
});
