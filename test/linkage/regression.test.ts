import { benchFiles } from '../../bench/dedup/files';
import { worstDecile } from '../../bench/dedup/targets';
import { measureQuality } from '../../bench/linkage/quality';

const FILES = benchFiles(77, 5_000);
const measured = (name: string) => measureQuality(FILES.find((file) => file.name === name)!.read());

describe('files that every tool solves', () => {
  it.each([
    ['FEBRL 1', 0.999],
    ['FEBRL 3', 0.998],
    ['FEBRL 3, no identifier', 0.994],
    ['fake_1000', 0.86],
  ])('%s stays solved, and nobody is joined wrongly', async (name, f1) => {
    const quality = await measured(name);
    expect(quality.f1).toBeGreaterThan(f1);
    expect(quality.wrong).toBe(0);
  });
});

describe('what is said of a pair', () => {
  it.each([
    ['dev natural, none', 0.06],
    ['generator 1 natural, none', 0.1],
    ['generator 2 natural, identifiers', 0.08],
  ])('is what is true of it, in every tenth of the listed pairs: %s', async (name, most) => {
    const quality = await measured(name);
    expect(worstDecile(quality)).toBeLessThan(most);
    expect(quality.calledNew).toBeLessThan(0.01);
    expect(quality.wrong).toBe(0);
  });
});
