import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { JudgedPair } from '../../src/identity/linkage';
import { translate } from '../../src/wording';
import { terminalLocale } from '../run/wording.cjs';
import { problem } from '../terminal';

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;
const ROWS_A_WRITE = 5_000;

/** A text cell: quoted where needed, and kept from being run as a formula by a spreadsheet. */
export function textCell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes `pairs.csv`, the most probable first; pairs of the same probability in the order of the files. */
export function writePairs(
  path: string,
  pairs: readonly JudgedPair[],
  leftIds: readonly string[],
  rightIds: readonly string[],
): void {
  const locale = terminalLocale();
  const sorted = [...pairs].sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right);
  const lines = sorted.map(({ left, right, decision, weight, probability, reasons }) =>
    [
      textCell(leftIds[left]!),
      textCell(rightIds[right]!),
      decision === 'none' ? '' : decision,
      weight.toFixed(3),
      String(Number(probability.toPrecision(12))),
      textCell(reasons.map(({ code, params }) => translate(locale, code, params)).join(' · ')),
    ].join(','),
  );
  writeLines(path, 'left_id,right_id,decision,weight,probability,reasons', lines);
}

export function writeClusters(path: string, ids: readonly string[], clusters: Int32Array): void {
  writeLines(
    path,
    'id,cluster',
    ids.map((id, row) => `${textCell(id)},${String(clusters[row]! + 1)}`),
  );
}

function writeLines(path: string, header: string, lines: readonly string[]): void {
  try {
    const file = openSync(path, 'w');
    writeSync(file, `${header}\n`);
    for (let i = 0; i < lines.length; i += ROWS_A_WRITE) {
      writeSync(file, `${lines.slice(i, i + ROWS_A_WRITE).join('\n')}\n`);
    }
    closeSync(file);
  } catch (error) {
    throw problem('dedup.cannotWrite', {
      file: basename(path),
      why: error instanceof Error ? error.message.slice(0, 120) : '',
    });
  }
}
