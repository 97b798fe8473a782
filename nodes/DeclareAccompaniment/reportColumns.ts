import type { OwnRows } from '../../src/report';
import type { NodeRun } from '../nodeRun';
import type { ReadList } from '../readLines';

/** The columns of the list as they came in, without that of the NIR. */
export function ownRows(run: NodeRun, { mapping }: ReadList): OwnRows {
  const items = run.context.getInputData();
  const columns = mapping
    ? mapping.columns.filter(({ field }) => ![field].flat().includes('nir')).map(({ header }) => header)
    : keysOf(items.map(({ json }) => json)).filter((column) => !speaksOf(nirExpression(run), column));
  return { columns, rowOf: (index) => items[index]?.json ?? {} };
}

function keysOf(rows: readonly object[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** What the mapping by hand takes the NIR from. */
function nirExpression(run: NodeRun): string {
  const value: unknown = run.context.getNodeParameter('fields.value', 0, {}, { rawExpressions: true });
  const { nir } = (value ?? {}) as { nir?: unknown };
  return typeof nir === 'string' ? nir : '';
}

function speaksOf(expression: string, column: string): boolean {
  return [`"${column}"`, `'${column}'`, `.${column}`].some((name) => expression.includes(name));
}
