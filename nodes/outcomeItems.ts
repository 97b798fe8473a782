import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isExitReason, type Outcome } from '../src/accompaniment';
import type { Leaf } from '../src/delivery';
import { FIELD_KINDS, type PivotField, type Problem } from '../src/fields';
import { sentence } from './nodeRun';
import type { Words } from './words';

/**
 * The part of an item that tells an outcome, its keys stable and language-neutral, the sentence in the instance's
 * language. Nothing of the input but the PLIE's own id comes along, so no NIR can.
 */
export function outcomeJson(words: Words, outcome: Outcome): IDataObject {
  const { organism, since, code, franceTravailReference, remindersStopped } = outcome;
  return {
    message: told(words, outcome),
    outcome: outcome.kind,
    ...(code ? { code } : {}),
    ...(organism ? { organism: { code: organism.code, label: organism.label ?? organism.code } } : {}),
    ...(since ? { since } : {}),
    ...(franceTravailReference ? { franceTravailReference } : {}),
    ...(remindersStopped === undefined ? {} : { remindersStopped }),
    ...(outcome.retryable ? { retryLater: true } : {}),
  };
}

/** The sentence of an outcome; where another organism has the person, it is named, because she has to call it. */
function told(words: Words, { kind, message, organism, since }: Outcome): string {
  if (kind !== 'alreadyAccompanied' || !organism) return sentence(words, message);
  const params = { organism: organism.label ?? organism.code };
  return since
    ? words('nodes.alreadyAccompanied.since', { ...params, since })
    : words('nodes.alreadyAccompanied', params);
}

/** What is wrong with a line: its column, and every sentence where there are several. Both keys are always there. */
export function problemsJson(words: Words, problems: readonly Problem[]): IDataObject {
  const [first] = problems;
  return {
    column: first?.field ? fieldLabel(words, first.field) : '',
    problems: problems.length > 1 ? problems.map((problem) => sentence(words, problem)) : [],
  };
}

export function fieldLabel(words: Words, field: PivotField): string {
  return words(`fields.${field}`);
}

/** Values by the names of their fields, as people read them. */
export function shownFields(words: Words, leaves: readonly Leaf[]): IDataObject {
  return Object.fromEntries(
    leaves.map(({ field, value }) => [fieldLabel(words, field), shownValue(words, field, value)]),
  );
}

function shownValue(words: Words, field: PivotField, value: string): string {
  switch (FIELD_KINDS[field]) {
    case 'flag':
      return words(value === 'yes' ? 'nodes.value.yes' : 'nodes.value.no');
    case 'date':
      return words('nodes.value.date', { date: value });
    case 'exitReason':
      return isExitReason(value) ? words(`nodes.exitReason.${value}`) : value;
    default:
      return value;
  }
}

/** An item that comes of an input item. */
export function itemOf(index: number, json: IDataObject): INodeExecutionData {
  return { json, pairedItem: { item: index } };
}
