import { described, measureBatteries, type BatteryResult } from './measureBattery';
import type { BenchOptions } from './options';

const HEADER = [
  '| lookalikes | records | other people listed | true pairs | **false automatic**, ids / none (0) | found automatically, ids / none | found or to review, ids / none |',
  '|---|---|---|---|---|---|---|',
];

/** One table line a kind of lookalike; false automatic duplicates are printed with their fields. */
export async function batteryLines(options: BenchOptions, print: (line: string) => void): Promise<string[]> {
  HEADER.forEach(print);
  const lines = [...HEADER];
  const sums: { ids: BatteryResult[]; none: BatteryResult[] } = { ids: [], none: [] };
  await measureBatteries(options.seed, options.size, (result) => {
    (result.identifiers ? sums.ids : sums.none).push(result);
    if (result.identifiers) return;
    const withIds = sums.ids.at(-1)!;
    lines.push(line(withIds, result));
    print(lines.at(-1)!);
    for (const { wrong } of [withIds, result]) wrong.slice(0, options.show).forEach((one) => print(described(one)));
  });
  const total = (results: readonly BatteryResult[]) => results.reduce((sum, { wrong }) => sum + wrong.length, 0);
  lines.push(`| **all** | | | | **${String(total(sums.ids))} / ${String(total(sums.none))}** | | |`);
  print(lines.at(-1)!);
  return lines;
}

function line(ids: BatteryResult, none: BatteryResult): string {
  const both = (value: (result: BatteryResult) => string) => `${value(ids)} / ${value(none)}`;
  const cells = [
    ids.kind,
    String(ids.records),
    both(({ lookalikePairs }) => String(lookalikePairs)),
    String(ids.truePairs),
    both(({ wrong }) => String(wrong.length)),
    both(({ automatic }) => automatic.toFixed(3)),
    both(({ listed }) => listed.toFixed(3)),
  ];
  return `| ${cells.join(' | ')} |`;
}
