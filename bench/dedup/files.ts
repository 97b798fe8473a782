import { join } from 'node:path';
import { generate } from '../linkage/generate';
import {
  FAKE_1000_COLUMNS,
  FEBRL_COLUMNS,
  readLabelled,
  withoutFields,
  type LabelledRecord,
} from '../linkage/readRecords';
import { generateSecond, NATURAL, STRESS } from './generate';
import { IDENTIFIERS } from './measureBattery';

const DATA = join(__dirname, '../../../shared/data');

/** Which file, how full of lookalikes, and whether NIR and France Travail number may be read. */
export interface BenchFile {
  readonly name: string;
  readonly family: 'dev' | 'generator 1' | 'generator 2' | 'FEBRL' | 'fake_1000';
  readonly mix: 'stress' | 'natural' | 'other';
  readonly identifiers: boolean;
  readonly read: () => LabelledRecord[];
}

/** All files that are measured; the generated ones are drawn with `seed` and have that many people. */
export function benchFiles(seed: number, people = 20_000): BenchFile[] {
  return [
    ...french('dev', (mix) => readLabelled(join(DATA, `french-dev-${mix}.csv`))),
    ...french('generator 1', (mix) => generate({ seed, people, lookalikes: mix === 'stress' ? 0.3 : 0.01 })),
    ...french('generator 2', (mix) =>
      generateSecond({ seed, people, lookalikes: mix === 'stress' ? STRESS : NATURAL }),
    ),
    ...[1, 2, 3].map((n) => febrl(n, true)),
    febrl(3, false),
    {
      name: 'fake_1000',
      family: 'fake_1000',
      mix: 'other',
      identifiers: false,
      read: () =>
        readLabelled(join(DATA, 'splink/fake_1000.csv'), { columns: FAKE_1000_COLUMNS, entityColumn: 'cluster' }),
    },
  ];
}

function french(family: BenchFile['family'], read: (mix: 'stress' | 'natural') => LabelledRecord[]): BenchFile[] {
  return (['stress', 'natural'] as const).flatMap((mix) =>
    [true, false].map((identifiers) => ({
      name: `${family} ${mix}, ${identifiers ? 'identifiers' : 'none'}`,
      family,
      mix,
      identifiers,
      read: () => (identifiers ? read(mix) : withoutFields(read(mix), IDENTIFIERS)),
    })),
  );
}

function febrl(n: number, identifiers: boolean): BenchFile {
  return {
    name: `FEBRL ${String(n)}${identifiers ? '' : ', no identifier'}`,
    family: 'FEBRL',
    mix: 'other',
    identifiers,
    read: () =>
      readLabelled(join(DATA, `febrl/dataset${String(n)}.csv`), {
        columns: FEBRL_COLUMNS,
        without: identifiers ? [] : ['nationalId'],
      }),
  };
}
