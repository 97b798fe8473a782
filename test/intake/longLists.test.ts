import { mapKeys, readAll, readAllInSlices, type RawLine } from '../../src/intake';

const options = { today: '2026-11-24' };
const lines = (count: number, idOf: (index: number) => string): RawLine[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 1,
    raw: { id: idOf(index), birthName: 'Figurant', birthDate: '22/01/2001' },
  }));

describe('a long list', () => {
  it('is read in slices as it is read at once, and the event loop turns in between', async () => {
    let turns = 0;
    const breathe = async () => {
      turns += 1;
      await Promise.resolve();
    };
    const list = lines(2_000, (index) => `P${index % 1_500}`);
    const read = await readAllInSlices(list, options, breathe);
    expect(read).toEqual(readAll(list, options));
    expect(turns).toBeGreaterThanOrEqual(list.length / 100);
  });

  it('of one id on every line is told in one sentence a line, and does not cost its square', () => {
    const same = readAll(
      lines(20_000, () => 'P1').map((one, index) => ({ ...one, raw: { ...one.raw, phone: `06399${index}` } })),
      options,
    );
    const [first] = same;
    const problem =
      first?.kind === 'participant'
        ? first.problems.find(({ code }) => code === 'intake.duplicate.differs')
        : undefined;
    expect(problem?.params?.['lines']).toBe('1, 2, 3, 4, 5, 6, 7, 8…');
    expect(same).toHaveLength(20_000);
  });

  it('with a cell of a megabyte has its columns recognised like any other', () => {
    const items = [{ Nom: 'A'.repeat(1_000_000), Prénom: 'Zoé' }];
    expect(mapKeys(['Nom', 'Prénom'], items).columns.map(({ field }) => field)).toEqual(['usageName', 'firstNames']);
  });
});
