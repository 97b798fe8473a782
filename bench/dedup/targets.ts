import type { Quality } from '../linkage/quality';
import type { BenchFile } from './files';

/** What was measured of a file. */
export interface Measured {
  readonly file: BenchFile;
  readonly records: number;
  readonly quality: Quality;
  /** CPU seconds of the one process: index, pairs, measures. */
  readonly cpu: number;
}

/** One line of the table of targets in ../shared/record-linkage.md. */
interface Target {
  readonly measure: string;
  readonly mix: BenchFile['mix'];
  /** With identifiers, without. */
  readonly wanted: readonly [number, number];
  readonly value: (quality: Quality) => number;
  readonly better: 'more' | 'less';
  readonly shown: (value: number) => string;
}

const share = (digits: number) => (value: number) => value.toFixed(digits);
const percent = (value: number) => `${(100 * value).toFixed(value < 0.01 ? 2 : 1)} %`;
const count = (value: number) => String(value);

const deciles = ({ calibration }: Quality): number[] => calibration.split(' ').map(Number);
/** Furthest that a decile of the listed pairs is from what was said of it. */
export const worstDecile = (quality: Quality): number => Math.max(...deciles(quality).map(Math.abs));

const line = (
  measure: string,
  mix: Target['mix'],
  wanted: Target['wanted'],
  value: Target['value'],
  better: Target['better'],
  shown: Target['shown'],
): Target => ({ measure, mix, wanted, value, better, shown });

const TARGETS: readonly Target[] = [
  line('F1, stress', 'stress', [0.99, 0.977], ({ f1 }) => f1, 'more', share(4)),
  line('R@P.999, stress', 'stress', [0.95, 0.85], ({ recallAtP999 }) => recallAtP999, 'more', share(3)),
  line('R@P.999, natural', 'natural', [0.985, 0.95], ({ recallAtP999 }) => recallAtP999, 'more', share(3)),
  line('false automatic, natural', 'natural', [0, 0], ({ wrong }) => wrong, 'less', count),
  line('false automatic, stress', 'stress', [0, 0], ({ wrong }) => wrong, 'less', count),
  line('automatic found, stress', 'stress', [0.85, 0.75], ({ automatic }) => automatic, 'more', share(3)),
  line('automatic found, natural', 'natural', [0.9, 0.8], ({ automatic }) => automatic, 'more', share(3)),
  line('queries to review, stress', 'stress', [0.06, 0.12], ({ queriesToReview }) => queriesToReview, 'less', percent),
  line(
    'queries to review, natural',
    'natural',
    [0.03, 0.08],
    ({ queriesToReview }) => queriesToReview,
    'less',
    percent,
  ),
  line('called new, stress', 'stress', [0.005, 0.005], ({ calledNew }) => calledNew, 'less', percent),
  line('called new, natural', 'natural', [0.005, 0.005], ({ calledNew }) => calledNew, 'less', percent),
  line('calibration, worst decile, stress', 'stress', [0.08, 0.08], worstDecile, 'less', share(3)),
  line('calibration, worst decile, natural', 'natural', [0.03, 0.03], worstDecile, 'less', share(3)),
];

const FAMILIES = ['dev', 'generator 1', 'generator 2'] as const;

/** Each target beside what each family of files gives; ids / none. */
export function targetLines(measured: readonly Measured[]): string[] {
  return [
    `| measure, identifiers / none | target | ${FAMILIES.join(' | ')} |`,
    `|---|---|${FAMILIES.map(() => '---').join('|')}|`,
    ...TARGETS.map((target) => {
      const { measure, wanted, shown, better } = target;
      const sign = wanted[0] === 0 ? '' : better === 'more' ? '≥ ' : '≤ ';
      const cells = FAMILIES.map((family) => familyCell(target, family, measured));
      return `| ${measure} | ${sign}${shown(wanted[0])} / ${shown(wanted[1])} | ${cells.join(' | ')} |`;
    }),
    ...febrlLines(measured),
  ];
}

function familyCell(target: Target, family: BenchFile['family'], measured: readonly Measured[]): string {
  return [true, false]
    .map((identifiers, i) => {
      const found = measured.find(
        ({ file }) => file.family === family && file.mix === target.mix && file.identifiers === identifiers,
      );
      if (!found) return 'not measured';
      const value = target.value(found.quality);
      const reached = target.better === 'more' ? value >= target.wanted[i]! : value <= target.wanted[i]!;
      return `${target.shown(value)} ${reached ? 'reached' : '**not reached**'}`;
    })
    .join(' / ');
}

/** FEBRL 4 is not here: 1 to 3 must not have become worse than what every tool reaches. */
function febrlLines(measured: readonly Measured[]): string[] {
  return measured
    .filter(({ file }) => file.family === 'FEBRL')
    .map(({ file, quality }) => {
      const wanted = file.identifiers ? 0.998 : 0.995;
      const reached = quality.f1 >= wanted ? 'reached' : '**not reached**';
      return `| F1, ${file.name} (FEBRL 4 is not here) | ≥ ${String(wanted)} | ${quality.f1.toFixed(4)} ${reached} | | |`;
    });
}
