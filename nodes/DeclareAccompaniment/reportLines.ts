import type { LinePreview, LineResult, Synchronised } from '../../src/delivery';
import type { PivotRecord } from '../../src/fields';
import type { ReadLine } from '../../src/intake';
import type { PersonToAsk, ReportLine } from '../../src/report';

/** What the report tells of each line; lines that repeat an earlier one are to be corrected. */
export function reportLines(
  results: readonly Synchronised<LinePreview | LineResult>[],
  read: readonly ReadLine[],
): readonly ReportLine[] {
  return [...results.map((result) => compared(result, read)), ...read.flatMap(repeated)];
}

function compared(result: Synchronised<LinePreview | LineResult>, read: readonly ReadLine[]): ReportLine {
  const { participantId: id, change, outcome, problems, absent, index } = result;
  const line = absent ? undefined : read[index];
  return {
    id,
    change,
    problems,
    ...(outcome ? { outcome } : {}),
    ...(absent ? {} : { index }),
    ...(line?.kind === 'participant' ? { person: personOf(line.record) } : {}),
  };
}

function repeated(line: ReadLine, index: number): ReportLine[] {
  if (line.kind !== 'repeated') return [];
  const { id, note } = line;
  return [
    { index, id, change: 'stop', outcome: { kind: 'rejected', message: note, retryable: false }, problems: [note] },
  ];
}

function personOf(record: PivotRecord): PersonToAsk {
  const { birthName, usageName, firstNames, birthDate, referentName, referentFirstName, referentEmail } = record;
  const referent = joined(referentFirstName, referentName) || (referentEmail ?? '');
  return { name: joined(usageName ?? birthName, firstNames), referent, ...(birthDate ? { birthDate } : {}) };
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}
