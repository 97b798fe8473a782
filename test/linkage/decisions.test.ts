import type { PivotRecord } from '../../src/fields';
import { PersonIndex, type Setting } from '../../src/identity/linkage';
import { generate } from '../../bench/linkage/generate';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

const INES: PivotRecord = {
  birthName: 'Vandamme',
  firstNames: 'Inès Marie',
  sex: 'F',
  birthDate: '1984-03-17',
  birthPlaceCode: '59350',
  phone: '06 39 98 12 34',
  postcode: '59000',
};

function decided(known: PivotRecord, record: PivotRecord, setting: Setting = 'prudent') {
  const index = new PersonIndex({ setting });
  index.add(known);
  return index.lookUp(record);
}

const codes = (known: PivotRecord, record: PivotRecord) =>
  decided(known, record).matches[0]?.reasons.map(({ code }) => code) ?? [];

describe('who is this?', () => {
  it('finds the same person under the usage name, with another telephone spelling', () => {
    const record = { ...INES, birthName: 'VANDAMME', usageName: 'Lefebvre', firstNames: 'INES', phone: '+33639981234' };
    expect(decided(INES, record).decision).toBe('duplicate');
  });

  it('finds a woman who is listed by her married name', () => {
    const known = { ...INES, usageName: 'Lefebvre' };
    expect(decided(known, { ...INES, birthName: 'Lefebvre' }).decision).toBe('duplicate');
  });

  it('calls someone else new', () => {
    expect(
      decided(INES, {
        ...INES,
        birthName: 'Dubois',
        firstNames: 'Karim',
        sex: 'M',
        birthDate: '1990-01-02',
        phone: '0639980000',
      }).decision,
    ).toBe('new');
  });

  it('leaves name and birth date alone to a person: nothing confirms', () => {
    const bare: PivotRecord = { birthName: 'Vandamme', firstNames: 'Inès', birthDate: '1984-03-17' };
    const verdict = decided(bare, bare);
    expect(verdict.decision).toBe('review');
    expect(codes(bare, bare)[0]).toBe('linkage.withheld.notConfirmed');
  });

  describe('a town of birth in common', () => {
    const bare: PivotRecord = { ...INES, phone: '', postcode: '' };

    it('is not enough for the prudent setting, where the home is unknown or another', () => {
      expect(decided(bare, bare).decision).toBe('review');
      expect(decided({ ...bare, postcode: '59000' }, { ...bare, postcode: '13001' }).decision).toBe('review');
      expect(codes(bare, bare)[0]).toBe('linkage.withheld.notConfirmed');
    });

    it('is enough for the balanced setting, and beside a home in common', () => {
      expect(decided(bare, bare, 'balanced').decision).toBe('duplicate');
      expect(decided({ ...INES, phone: '' }, { ...INES, phone: '' }).decision).toBe('duplicate');
    });

    it('does not make one home of two postcodes of a large town', () => {
      const lille = { ...bare, city: 'Lille' };
      expect(decided({ ...lille, postcode: '59000' }, { ...lille, postcode: '59800' }).decision).toBe('review');
    });
  });

  it('leaves a date that differs to a person where the telephone differs too: cousins of one name', () => {
    const cousin = { ...INES, birthDate: '1984-03-18', phone: '06 39 98 77 77', email: 'ines.v@exemple.fr' };
    const known = { ...INES, email: 'ines.v@exemple.fr' };
    expect(decided(known, cousin).decision).toBe('review');
    expect(decided(known, { ...cousin, phone: '' }).decision).toBe('duplicate');
  });

  it('never joins twins, whatever they share', () => {
    const twin = { ...INES, firstNames: 'Chloé' };
    expect(decided(INES, twin, 'wide').decision).not.toBe('duplicate');
    expect(codes(INES, twin)).toContain('linkage.reason.given.different');
  });

  it('never joins father and son of one name', () => {
    const father: PivotRecord = { ...INES, firstNames: 'Jean', sex: 'M', birthDate: '1958-03-17' };
    const son: PivotRecord = { ...father, birthDate: '1984-03-17' };
    expect(decided(father, son, 'wide').decision).not.toBe('duplicate');
  });

  it('never joins namesakes of one date born in different places', () => {
    const namesake = { ...INES, birthPlaceCode: '13055', phone: '0639985555', postcode: '13001' };
    expect(decided(INES, namesake, 'wide').decision).not.toBe('duplicate');
  });

  describe('identifiers', () => {
    const valid = (order: string) => `2840359350${order}`;

    it('take the same NIR and one agreeing trait for a proof', () => {
      const known: PivotRecord = { birthName: 'Vandamme', firstNames: 'Inès', nir: valid('012') };
      expect(decided(known, { ...known, birthName: 'Vandame' }).decision).toBe('duplicate');
    });

    it('leave the same NIR with another birth date and sex to a person', () => {
      const known: PivotRecord = { ...INES, nir: valid('012') };
      const husband: PivotRecord = {
        ...INES,
        firstNames: 'Paul',
        sex: 'M',
        birthDate: '1980-07-01',
        nir: valid('012'),
      };
      const verdict = decided(known, husband);
      expect(verdict.decision).toBe('review');
      expect(verdict.matches[0]?.hl7).toBe('COLP');
    });

    it('never join two different valid NIR', () => {
      expect(decided({ ...INES, nir: valid('012') }, { ...INES, nir: valid('345') }, 'wide').decision).not.toBe(
        'duplicate',
      );
    });

    it('never join two different France Travail numbers', () => {
      const known = { ...INES, franceTravailNumber: '09990000001' };
      expect(decided(known, { ...INES, franceTravailNumber: '09990471182' }, 'wide').decision).not.toBe('duplicate');
    });

    it('say nothing of a NIR in the reasons', () => {
      const known = { ...INES, nir: valid('012') };
      const said = JSON.stringify(decided(known, known).matches.map(({ reasons }) => reasons));
      expect(said).toContain('linkage.reason.nir.same');
      expect(said).not.toContain(valid('012').slice(0, 7));
    });
  });

  it('asks a person when two who are not one person both fit', () => {
    const index = new PersonIndex();
    const number = { franceTravailNumber: '09990000001' };
    index.add({ ...INES, ...number });
    index.add({
      ...INES,
      birthDate: '1951-12-30',
      birthPlaceCode: '13055',
      phone: '0639981111',
      firstNames: 'Inès',
      nir: '2511213055012',
    });
    const verdict = index.lookUp({ birthName: 'Vandamme', firstNames: 'Inès', ...number, nir: '2511213055012' });
    expect(verdict.decision).toBe('review');
  });

  it.each([
    [11, 0.6],
    [12, 0.6],
  ])('makes no automatic duplicate of lookalikes by the thousand (seed %i)', async (seed, lookalikes) => {
    const people = generate({ seed, people: 6000, lookalikes });
    const index = await PersonIndex.build(
      people.map(({ record }) => record),
      breathe,
    );
    const pairs = await index.within(breathe);
    const wrong = pairs.filter(
      ({ decision, left, right }) => decision === 'duplicate' && people[left]!.entity !== people[right]!.entity,
    );
    expect(wrong.map(({ left, right }) => [people[left], people[right]])).toEqual([]);
    expect(pairs.filter(({ decision }) => decision === 'duplicate').length).toBeGreaterThan(2000);
  });
});
