import { measureQuality } from '../linkage/quality';
import { benchFiles } from './files';
import { targetLines, worstDecile, type Measured } from './targets';

const HEADER = [
  '| file | records | F1 | R@P.999 | automatic found | false automatic | queries to review | called new | CPU | memory in use |',
  '|---|---|---|---|---|---|---|---|---|---|',
];

/** Measures every file with truth, line by line as it goes; the targets come first in what is returned. */
export async function qualityLines(seed: number, print: (line: string) => void): Promise<string[]> {
  const files = [...HEADER];
  HEADER.forEach(print);
  const measured: Measured[] = [];
  for (const file of benchFiles(seed)) {
    const records = file.read();
    const begun = process.cpuUsage();
    const quality = await measureQuality(records);
    const { user, system } = process.cpuUsage(begun);
    measured.push({ file, records: records.length, quality, cpu: (user + system) / 1e6 });
    files.push(fileLine(measured.at(-1)!));
    print(files.at(-1)!);
  }
  const targets = targetLines(measured);
  const more = [...wrongLines(measured), ...calibrationLines(measured)];
  [...targets, ...more].forEach(print);
  return ['### Targets', '', ...targets, '', '### By file', '', ...files, '', ...more];
}

function wrongLines(measured: readonly Measured[]): string[] {
  const wrong = measured.filter(({ quality }) => quality.wrong > 0);
  return [
    '### False automatic duplicates by kind of lookalike (target: none)',
    '',
    ...(wrong.length === 0
      ? ['None in any file.']
      : [
          '| file | kinds |',
          '|---|---|',
          ...wrong.map(({ file, quality }) => `| ${file.name} | ${quality.wrongByKind} |`),
        ]),
    '',
  ];
}

function calibrationLines(measured: readonly Measured[]): string[] {
  return [
    '### Calibration: said minus true, by decile of the listed pairs',
    '',
    '| file | decile 1 … 10 | furthest |',
    '|---|---|---|',
    ...measured.map(
      ({ file, quality }) => `| ${file.name} | ${quality.calibration} | ${worstDecile(quality).toFixed(3)} |`,
    ),
  ];
}

function fileLine({ file, records, quality, cpu }: Measured): string {
  const cells = [
    file.name,
    String(records),
    quality.f1.toFixed(4),
    quality.recallAtP999.toFixed(3),
    quality.automatic.toFixed(3),
    String(quality.wrong),
    `${(100 * quality.queriesToReview).toFixed(1)} %`,
    `${(100 * quality.calledNew).toFixed(2)} %`,
    `${cpu.toFixed(1)} s`,
    `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}
