import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../src/accompaniment';
import type { PivotField, Problem } from '../src/fields';
import { sentence } from './nodeRun';
import type { Words } from './words';

/**
 * The part of an item that tells an outcome, its keys stable and language-neutral, the sentence in the instance's
 * language. Nothing of the input but the PLIE's own id comes along, so no NIR can.
 */
export function outcomeJson(words: Words, outcome: Outcome): IDataObject {
  const { organism, since, code, franceTravailReference, remindersStopped } = outcome;
  return {
    message: sentence(words, outcome.message),
    outcome: outcome.kind,
    ...(code ? { code } : {}),
    ...(organism ? { organism: { code: organism.code, label: organism.label ?? organism.code } } : {}),
    ...(since ? { since } : {}),
    ...(franceTravailReference ? { franceTravailReference } : {}),
    ...(remindersStopped === undefined ? {} : { remindersStopped }),
    ...(outcome.retryable ? { retryLater: true } : {}),
  };
}

/** What is wrong with a line: its column, and every sentence where there are several. */
export function problemsJson(words: Words, problems: readonly Problem[]): IDataObject {
  const [first] = problems;
  if (!first) return {};
  return {
    ...(first.field ? { column: fieldLabel(words, first.field) } : {}),
    ...(problems.length > 1 ? { problems: problems.map((problem) => sentence(words, problem)) } : {}),
  };
}

export function fieldLabel(words: Words, field: PivotField): string {
  return words(`fields.${field}`);
}

/** An item that comes of an input item. */
export function itemOf(index: number, json: IDataObject): INodeExecutionData {
  return { json, pairedItem: { item: index } };
}
