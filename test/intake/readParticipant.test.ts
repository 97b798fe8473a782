import fc from 'fast-check';
import { PIVOT_FIELD_IDS, type PivotField } from '../../src/fields';
import { nirKey } from '../../src/identity';
import { applyMapping, isEmptyLine, mapHeaders, readAll, readParticipant, type RawParticipant } from '../../src/intake';

const today = '2026-11-24';
const nir = '292119999900175';
const person: RawParticipant = {
  id: 'P1',
  civility: 'Mme',
  birthDate: '07/11/1992',
  nir,
  franceTravailNumber: '09997300191',
};
const read = (raw: RawParticipant) => readParticipant({ id: 'P1', ...raw }, { today });
const valueOf = (field: PivotField, cell: unknown): string | undefined => read({ [field]: cell }).record[field];
const problemsOf = (raw: RawParticipant): string[] => read(raw).problems.map((problem) => problem.code);
const repairsOf = (raw: RawParticipant): string[] => read(raw).repairs.map((repair) => repair.code);

it('the invented number of these tests holds', () => expect(nirKey(nir.slice(0, 13))).toBe(nir.slice(13)));

describe('cells as lists have them', () => {
  it.each<[PivotField, unknown, string | undefined]>([
    ['id', 10001, '10001'],
    ['id', ' P02301 ', 'P02301'],
    ['entryDate', 46022, '2025-12-31'],
    ['entryDate', new Date('2025-12-30T23:00:00Z'), '2025-12-31'],
    ['entryDate', '2025-12-31 00:00:00.0', '2025-12-31'],
    ['exitDate', '9999-12-31', undefined],
    ['exitDate', 'NULL', undefined],
    ['phone', '="0612345678"', '0612345678'],
    ['phone', 612345678, '0612345678'],
    ['phone', '+33 (0)6 12 34 56 78', '0612345678'],
    ['phone', '0033612345678', '0612345678'],
    ['phone', '06.12.34.56.78 / 01 99 00 00 00', '0612345678'],
    ['phone', '+32 470 12 34 56', '+32470123456'],
    ['phone', 'ne pas appeler', undefined],
    ['postcode', 2000, '02000'],
    ['postcode', '="02000"', '02000'],
    ['postcode', '59 000', '59000'],
    ['birthPlaceCode', '2a004', '2A004'],
    ['email', 'Claude.EXEMPLIER@Example.org', 'claude.exemplier@example.org'],
    ['referentEmail', 'a@example.org, b@example.org', 'a@example.org'],
    ['rsaBeneficiary', 'Oui', 'yes'],
    ['rsaBeneficiary', 'O', 'yes'],
    ['rsaBeneficiary', true, 'yes'],
    ['rsaBeneficiary', 1, 'yes'],
    ['rsaBeneficiary', 'x', 'yes'],
    ['rsaBeneficiary', 'N', 'no'],
    ['rsaBeneficiary', false, 'no'],
    ['rsaBeneficiary', 0, 'no'],
    ['rsaBeneficiary', 'Droit ouvert et suspendu', 'yes'],
    ['rsaBeneficiary', 'rsa_clos_anterieur', 'no'],
    ['structureCode', 'pli5901', 'PLI5901'],
    ['structureCode', 59001, '59001'],
    ['role', 'Référent', 'REFERENT'],
    ['firstNames', 'SONIA, ANNE', 'SONIA ANNE'],
    ['firstNames', 'HÃ©lÃ¨ne', 'Hélène'],
    ['birthName', 'NULL', undefined],
    ['birthName', 'Na', 'Na'],
    ['exitReason', 'création d’entreprise', 'businessCreation'],
    ['exitReason', 'durableJob', 'durableJob'],
    ['franceTravailNumber', 99903635623, '99903635623'],
  ])('%s %p is %p', (field, cell, value) => expect(valueOf(field, cell)).toBe(value));

  it('sex comes from the civility when the list has none', () => {
    expect(read({ civility: 'Mme' }).record.sex).toBe('F');
    expect(read({ civility: 'Mme', sex: 'H' }).record.sex).toBe('M');
    expect(read({ sex: '2' }).record).toMatchObject({ sex: 'F' });
  });

  it('the NIR of 13 characters gains its key, and stays out when it does not hold', () => {
    expect(read({ nir: '2 92 11 99 999 001' }).record.nir).toBe(nir);
    expect(read({ nir: `${nir.slice(0, 13)}99` }).record.nir).toBeUndefined();
  });
});

describe('a bad cell is a problem that names its field', () => {
  it.each<[RawParticipant, string]>([
    [{ id: '' }, 'intake.id.missing'],
    [{ id: 'NULL' }, 'intake.id.missing'],
    [{ id: nir }, 'identity.id.isNir'],
    [{ id: '2 92 11 99 999 001' }, 'identity.id.isNir'],
    [{ id: `${nir.slice(0, 13)}99` }, 'identity.id.isNir'],
    [{ id: `Dossier-${nir}` }, 'identity.id.isNir'],
    [{ entryDate: '31/02/2026' }, 'identity.date.impossible'],
    [{ entryDate: 'bientôt' }, 'identity.date.unreadable'],
    [{ birthDate: '25/11/2026' }, 'identity.date.birthAhead'],
    [{ franceTravailNumber: 9997300191 }, 'identity.franceTravailNumber.zerosLost'],
    [{ nir: `${nir.slice(0, 13)}99` }, 'identity.nir.key'],
    [{ nir, civility: 'M.' }, 'identity.nir.sex'],
    [{ nir, birthDate: '07/11/1993' }, 'identity.nir.birthYear'],
    [{ rsaBeneficiary: 'peut-être' }, 'intake.flag.unknown'],
    [{ structureCode: 'PLIE59' }, 'intake.structureCode.form'],
    [{ role: 'chef' }, 'intake.role.unknown'],
    [{ referentEmail: 'Claude' }, 'identity.email.invalid'],
    [{ exitReason: 'Parti sur la Lune' }, 'accompaniment.exitReason.unknown'],
    [{ birthName: 'H\uFFFDl\uFFFDne' }, 'identity.cell.brokenCharacters'],
    [{ birthName: 'x'.repeat(1_000_000) }, 'identity.cell.tooLong'],
    [{ city: { deep: true } }, 'identity.cell.notAValue'],
    [{ entryDate: [1] }, 'identity.cell.notAValue'],
  ])('%#: %s', (raw, code) => expect(problemsOf(raw)).toEqual([code]));

  it('what nothing depends on is left out, said, and keeps nothing back', () => {
    const { problems, repairs } = read({
      phone: '12',
      email: 'néant@',
      postcode: '59',
      sex: '?!x',
      birthPlaceCode: 'Lille',
    });
    expect(problems).toEqual([]);
    expect(repairs.map((repair) => repair.code).sort()).toEqual([
      'identity.dropped.email',
      'identity.dropped.phone',
      'identity.dropped.placeCode',
      'identity.dropped.postcode',
      'identity.dropped.sex',
    ]);
  });

  it('repairs are told one by one, with their field', () => {
    expect(repairsOf({ firstNames: 'HÃ©lÃ¨ne', entryDate: '46022', postcode: '2000', phone: '612345678' })).toEqual([
      'identity.repair.mojibake',
      'identity.repair.phoneZero',
      'identity.repair.postcodeZero',
      'identity.repair.excelDate',
    ]);
    expect(read({ birthDate: '01/05/85' }).repairs).toEqual([
      { code: 'identity.repair.twoDigitYear', field: 'birthDate', params: { date: '1985-05-01', field: 'birthDate' } },
    ]);
    expect(repairsOf({ exitReason: 'Maladie' })).toEqual(['accompaniment.exitReason.generalised']);
  });

  it('names and places that two columns tell together are settled', () => {
    const { record, repairs } = read({ birthName: 'DUPONT née MARTIN', birthPlaceName: 'Algérie' });
    expect(record).toMatchObject({ birthName: 'MARTIN', usageName: 'DUPONT', birthPlaceCode: '99352' });
    expect(repairs.map(({ code }) => code)).toEqual(['identity.repair.bornName', 'identity.repair.countryForTown']);
  });

  it('an address with an accent is taken without, as it can be sent, and that is said', () => {
    expect(read({ email: 'hélène@example.org' })).toMatchObject({
      record: { email: 'helene@example.org' },
      problems: [],
    });
    expect(repairsOf({ referentEmail: 'hélène@example.org' })).toEqual(['identity.repair.emailAccents']);
  });

  it("the PLIE's own exit reasons come first", () => {
    const { record } = readParticipant({ id: 'P1', exitReason: 'S08' }, { today, exitReasons: { S08: 'retired' } });
    expect(record.exitReason).toBe('retired');
  });
});

describe('columns that have slipped: one sentence, whatever else follows from it', () => {
  it.each<[RawParticipant, string, PivotField]>([
    [{ birthDate: nir, nir: '09997300191', franceTravailNumber: '0612345678' }, 'intake.slipped.nir', 'birthDate'],
    [
      { franceTravailNumber: nir, email: '12 rue du Brouillon', entryDate: 'Lille' },
      'intake.slipped.nir',
      'franceTravailNumber',
    ],
    [{ exitReason: nir }, 'intake.slipped.nir', 'exitReason'],
    [{ referentName: `Andrée ${nir}` }, 'intake.slipped.nir', 'referentName'],
    [{ firstNames: '07/11/1992', birthDate: 'LILLE' }, 'intake.slipped.date', 'firstNames'],
    [{ nir: 'x@example.org', birthDate: 'LILLE' }, 'intake.slipped.email', 'nir'],
    [{ nir, civility: 'M.', birthDate: '12/03/1970' }, 'intake.slipped.identity', 'nir'],
  ])('%#', (raw, code, field) => {
    const { problems } = read(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, field });
  });

  it('a slipped line keeps its id, unless the id itself cannot be trusted', () => {
    expect(read({ firstNames: '07/11/1992' }).record).toEqual({ id: 'P1' });
    expect(read({ id: nir, firstNames: '07/11/1992' }).record).toEqual({});
  });
});

it('empty lines are recognised: blanks, NULL, unknown keys', () => {
  expect(isEmptyLine({ id: ' ', birthName: 'NULL', birthDate: null, other: 'x' })).toBe(true);
  expect(isEmptyLine({ ...person })).toBe(false);
});

it('whatever stands in the cells: a reading, text values only, and no number of a refused NIR in what is shown', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constant(null),
    fc.constant([1]),
    fc.constant({}),
    fc.constantFrom(nir, '31/12/2025', 'x@y.org'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...PIVOT_FIELD_IDS, '__proto__', 'other'), cell), (raw) => {
      const { record, problems, repairs } = readParticipant(raw, { today });
      expect(Object.values(record).every((value) => typeof value === 'string' && value !== '')).toBe(true);
      expect(Object.keys(record).every((key) => (PIVOT_FIELD_IDS as readonly string[]).includes(key))).toBe(true);
      expect(JSON.stringify([problems, repairs])).not.toContain(nir.slice(0, 13));
    }),
  );
});

describe('lines compared with each other', () => {
  const lines = (...raws: RawParticipant[]) =>
    readAll(
      raws.map((raw, index) => ({ raw, line: index + 2 })),
      { today },
    );

  it('the same line twice counts once', () => {
    const [first, second] = lines(person, person);
    expect(first).toMatchObject({ kind: 'participant', problems: [] });
    expect(second).toEqual({
      kind: 'repeated',
      line: 3,
      id: 'P1',
      note: { code: 'intake.duplicate.same', field: 'id', params: { id: 'P1', line: 3, first: 2 } },
    });
  });

  it('one id with two contents: both are to be corrected, each names the lines', () => {
    const both = lines(person, { ...person, id: 'P2' }, { ...person, entryDate: '01/02/2026' });
    const problem = { code: 'intake.duplicate.differs', field: 'id', params: { id: 'P1', lines: '2, 4' } };
    expect([both[0], both[2]]).toMatchObject([{ problems: [problem] }, { problems: [problem] }]);
    expect(both[1]).toMatchObject({ problems: [] });
  });

  it('empty lines keep their place, lines without id are nobody’s double', () => {
    expect(lines({}, { birthName: 'Inventé' }, { birthName: 'Figurant' }).map((line) => line.kind)).toEqual([
      'empty',
      'participant',
      'participant',
    ]);
  });
});

describe('from cells to pivot fields', () => {
  const apply = (headers: string[], cells: unknown[]): RawParticipant =>
    applyMapping(mapHeaders(headers, [cells.map(String)]), cells);

  it('joins streets and NIR keys that lost their zero', () => {
    expect(apply(['Numéro de voie', 'Type de voie', 'Nom de voie'], [12, 'RUE', 'DU BROUILLON'])).toEqual({
      street: '12 RUE DU BROUILLON',
    });
    expect(apply(['NIR', 'Clé'], ['7800699350012', 4])).toEqual({ nir: '780069935001204' });
    expect(apply(['NIR', 'Clé'], [nir, nir.slice(13)])).toEqual({ nir });
  });

  it.each([
    ['NOM Prénom', 'INVENTÉ-PRO Marie Ange', { usageName: 'INVENTÉ-PRO', firstNames: 'Marie Ange' }],
    ['NOM Prénom', 'OULD ESSAI Youssef', { usageName: 'OULD ESSAI', firstNames: 'Youssef' }],
    ['Nom, prénom', "D'Épreuve, Éric", { usageName: "D'Épreuve", firstNames: 'Éric' }],
    ['Nom, prénom', 'Mme INVENTE Inès', { civility: 'Mme', usageName: 'INVENTE', firstNames: 'Inès' }],
    ['CP Ville', '59000 Lille', { postcode: '59000', city: 'Lille' }],
    ['CP Ville', 'Lille', { city: 'Lille' }],
  ])('%s: %s', (header, cell, raw) => expect(apply([header], [cell])).toEqual(raw));
});
