import type { RunReport } from './runReport';
import { summaryOf, type WithoutNumber } from './summary';
import { Telling } from './telling';
import { workbookOf, type CellValue } from './workbook';

/** *Sans identifiant*: who is to be asked for their number, by référent, with an empty box to write it in. */
export async function numberWorkbook(report: RunReport): Promise<Buffer> {
  const telling = new Telling(report.locale, report.timeZone);
  const people = [...summaryOf(report).withoutNumber].sort(byReferent(report.locale));
  const columns = ['referent', 'id', 'name', 'birthDate', 'number', 'seenOn'];
  return workbookOf([
    {
      name: telling.say('sheet.withoutNumber'),
      header: columns.map((column) => telling.say(`column.${column}`)),
      rows: people.length === 0 ? [[telling.say('sheet.nobody')]] : people.map((one) => rowOf(one, telling)),
      widths: [28, 14, 34, 16, 30, 14],
    },
  ]);
}

function byReferent(locale: string): (a: WithoutNumber, b: WithoutNumber) => number {
  const { compare } = new Intl.Collator(locale);
  return (a, b) => compare(a.referent, b.referent) || compare(a.name, b.name);
}

function rowOf({ referent, id, name, birthDate }: WithoutNumber, telling: Telling): readonly CellValue[] {
  const day = birthDate ? telling.say('date', { date: birthDate }) : '';
  return [referent || telling.say('noReferent'), id, name, day, null, null];
}
