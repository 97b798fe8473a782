import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isCalendarDate } from '../../src/identity';
import type { NodeRun } from '../nodeRun';

/** Where n8n's file nodes (FTP, Nextcloud, Google Drive, OneDrive, Dropbox) say when a file was last changed. */
const CHANGED = ['modifyTime', 'lastModified', 'modifiedTime', 'lastModifiedDateTime', 'lastModifiedServer'] as const;

/** `2026-11-24`, `2026_11_24`, `20261124`; `24-11-2026`, `24.11.2026`, `24112026`; the same mark, or none, in both places. */
const YEAR_FIRST = /(?<!\d)(\d{4})([-_. ]?)(\d\d)\2(\d\d)(?!\d)/g;
const DAY_FIRST = /(?<!\d)(\d\d)([-_. ]?)(\d\d)\2(\d{4})(?!\d)/g;

/**
 * The day of the file that the list was read from: the date in its name, else when it was last changed. It is looked for in
 * what this node received, then in the nodes before it, the nearest first; a node that handed on several files says nothing.
 *
 * @returns `YYYY-MM-DD`, or undefined where no file tells
 */
export function dateOfFile({ context }: NodeRun): string | undefined {
  const own = dateOfItems(context.getInputData(), context.getTimezone());
  if (own !== undefined) return own;
  const { $items } = context.getWorkflowDataProxy(0);
  for (const { name } of context.getParentNodes(context.getNode().name)) {
    const date = dateOfItems(itemsOf($items, name), context.getTimezone());
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A node before this one that has not run has no items, and n8n says so by throwing. */
function itemsOf($items: (node: string) => INodeExecutionData[], node: string): INodeExecutionData[] {
  try {
    return $items(node);
  } catch {
    return [];
  }
}

/** Of a list's lines each can carry the file that all were read from; of a list of files each carries its own. */
export function dateOfItems(items: readonly INodeExecutionData[], timezone: string): string | undefined {
  const dated = new Set(items.flatMap(({ binary = {} }) => Object.values(binary).map(({ fileName = '' }) => fileName)));
  const [only] = items;
  if (dated.size > 1 || !only) return undefined;
  const named = [...dated].map(dateInName).find((date) => date !== undefined);
  if (named !== undefined || items.length > 1) return named;
  return (
    dateInName(text(only.json, 'fileName')) ?? dateInName(text(only.json, 'name')) ?? changedOn(only.json, timezone)
  );
}

/** The one day that a file's name holds; a name with two days says nothing. */
export function dateInName(name: string): string | undefined {
  const days = new Set(
    [
      ...[...name.matchAll(YEAR_FIRST)].map(([, year, , month, day]) => `${year}-${month}-${day}`),
      ...[...name.matchAll(DAY_FIRST)].map(([, day, , month, year]) => `${year}-${month}-${day}`),
    ].filter((date) => isCalendarDate(date) && /^20/.test(date)),
  );
  return days.size === 1 ? [...days][0] : undefined;
}

/** What only a file has is asked first: a participant's line can have a column of one of these names. */
function changedOn(json: IDataObject, timezone: string): string | undefined {
  const size = json.size ?? json.fileSize ?? json.contentLength;
  if (size === undefined) return undefined;
  const at = CHANGED.map((key) => json[key]).find((value) => value !== undefined && value !== '');
  const moment = at instanceof Date ? at : new Date(String(at));
  if (at === undefined || Number.isNaN(moment.getTime())) return undefined;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(moment);
}

function text(json: IDataObject, key: string): string {
  const value = json[key];
  return typeof value === 'string' ? value : '';
}
