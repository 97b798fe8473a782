import type { OutcomeOutput } from '../accompaniment';
import { causeOf } from './causes';
import type { ReportLine, RunReport } from './runReport';
import { placeOf } from './summary';
import { Telling } from './telling';
import { workbookOf, type CellValue, type Sheet } from './workbook';

/** The user's own columns, in their order, without that of the NIR; `rowOf` gives the cells of a line of the list. */
export interface OwnRows {
  readonly columns: readonly string[];
  readonly rowOf: (index: number) => Readonly<Record<string, unknown>>;
}

/** Lines of one sheet; beyond that nobody corrects by hand, and n8n would wait too long. */
const MOST_ROWS = 5_000;
const SHEETS: readonly OutcomeOutput[] = ['toCorrect', 'alreadyAccompanied', 'waiting'];

/** *Lignes à corriger*: the cause, what to do, and her own columns; beside it who is accompanied elsewhere, and what waits. */
export async function listWorkbook(report: RunReport, own: OwnRows): Promise<Buffer> {
  const telling = new Telling(report.locale, report.timeZone);
  return workbookOf(SHEETS.map((output) => sheetOf(output, report.lines, own, telling)));
}

function sheetOf(output: OutcomeOutput, lines: readonly ReportLine[], own: OwnRows, telling: Telling): Sheet {
  const here = lines.filter((line) => placeOf(line) === output);
  const header = ['line', 'id', 'cause', 'toDo', 'code'].map((column) => telling.say(`column.${column}`));
  const rows = here.slice(0, MOST_ROWS).map((line) => rowOf(line, own, telling));
  const more = here.length - rows.length;
  return {
    name: telling.say(`sheet.${output}`),
    header: [...header, ...own.columns],
    rows: [...rows, ...emptyOrCut(here.length, more, telling)],
    widths: [7, 14, 34, 70, 12],
  };
}

function emptyOrCut(count: number, more: number, telling: Telling): readonly (readonly CellValue[])[] {
  if (count === 0) return [[null, null, telling.say('sheet.empty')]];
  return more > 0 ? [[null, null, telling.count('andOthers', more)]] : [];
}

function rowOf(line: ReportLine, { columns, rowOf: cellsOf }: OwnRows, telling: Telling): readonly CellValue[] {
  const { index, id, outcome } = line;
  const cells = index === undefined ? {} : cellsOf(index);
  return [
    index === undefined ? null : index + 1,
    id,
    telling.cause(causeOf(line)),
    toDo(line, telling),
    outcome?.code ?? null,
    ...columns.map((column) => ownCell(Object.hasOwn(cells, column) ? cells[column] : null)),
  ];
}

/** Every sentence where there are several things to correct. */
function toDo(line: ReportLine, telling: Telling): string {
  const { organism, since } = line.outcome ?? {};
  if (organism) return telling.alreadyAccompanied(organism.label ?? organism.code, since);
  const problems = line.problems.length > 0 ? line.problems : [causeOf(line).problem];
  return problems.map((problem) => telling.problem(problem)).join('\n');
}

function ownCell(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}
