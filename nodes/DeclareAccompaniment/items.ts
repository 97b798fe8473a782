import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { outputOf, type OutcomeOutput } from '../../src/accompaniment';
import type { LineFacts, LinePreview, LineResult, Synchronised, Undone } from '../../src/delivery';
import type { ReadLine } from '../../src/intake';
import { sentence } from '../nodeRun';
import { fieldLabel, itemOf, outcomeJson, problemsJson, shownFields } from '../outcomeItems';
import type { Words } from '../words';

/** An item and the output on which it leaves. */
export interface PlacedItem {
  readonly output: OutcomeOutput;
  readonly item: INodeExecutionData;
}

/** Order of the node's outputs: stable. */
const ORDER: readonly OutcomeOutput[] = ['declared', 'alreadyAccompanied', 'waiting', 'toCorrect'];

/** Sorts items on the outputs; what was left aside from the start is to be corrected. */
export function outputs(placed: readonly PlacedItem[], aside: readonly INodeExecutionData[]): INodeExecutionData[][] {
  const onOutput = (output: OutcomeOutput) => placed.filter((one) => one.output === output).map(({ item }) => item);
  return ORDER.map((output) => inOrder(output === 'toCorrect' ? [...onOutput(output), ...aside] : onOutput(output)));
}

function inOrder(items: INodeExecutionData[]): INodeExecutionData[] {
  return items.sort((a, b) => Number(a.json.line ?? Infinity) - Number(b.json.line ?? Infinity));
}

/** What became of a line, and the name of the run by which it can be undone. */
export function resultItem(words: Words, result: LineResult, run?: string): PlacedItem {
  const { outcome } = result;
  return {
    output: outputOf(outcome.kind),
    item: itemOf(result.index, {
      ...lineJson(result),
      ...outcomeJson(words, outcome),
      ...problemsJson(words, result.problems),
      ...aboutJson(words, result),
      ...(run === undefined ? {} : { run }),
      ...(result.franceTravailReference ? { franceTravailReference: result.franceTravailReference } : {}),
    }),
  };
}

/** What would become of a line, and what of it would leave. Lines that nothing stops come out first. */
export function previewItem(words: Words, preview: LinePreview): PlacedItem {
  const { outcome, would } = preview;
  const told = outcome
    ? outcomeJson(words, outcome)
    : { message: words(`nodes.declare.preview.${would === 'nothing' ? 'nothing' : 'send'}`) };
  return {
    output: outcome ? outputOf(outcome.kind) : 'declared',
    item: itemOf(preview.index, {
      ...lineJson(preview),
      ...told,
      ...(would === 'send' ? leavingJson(words, preview) : {}),
      ...problemsJson(words, preview.problems),
      dryRun: true,
      would,
      ...aboutJson(words, preview),
    }),
  };
}

/**
 * An item of a list that is synchronised. Somebody who is missing on it comes of no line; an empty list of pairs says so,
 * because n8n would pair an item that says nothing with a line it does not come from.
 */
export function synchronisedItem(
  { output, item }: PlacedItem,
  { change, absent }: Synchronised<LineFacts>,
): PlacedItem {
  const { line, ...rest } = item.json;
  const json = { ...(absent ? {} : { line }), ...rest, operation: 'synchronise', change };
  return { output, item: absent ? { json, pairedItem: [] } : { ...item, json } };
}

/** An item about what a run had said; it comes of no line of the input. */
export function undoneItem({ output, item }: PlacedItem, { undoing }: Undone<LineFacts>): PlacedItem {
  const { line: _line, ...rest } = item.json;
  return { output, item: { json: { ...rest, operation: 'undo', undoing }, pairedItem: [] } };
}

/** A line that says again what an earlier line says: it is told, and declared once. */
export function leftAside(words: Words, line: ReadLine, index: number, operation: string): INodeExecutionData[] {
  if (line.kind !== 'repeated') return [];
  const message = sentence(words, line.note);
  return [itemOf(index, { line: index + 1, id: line.id, message, outcome: 'rejected', operation })];
}

/** What would leave, by what the person would be looked up, and what stays with the PLIE. */
function leavingJson(words: Words, { leaves, identifiers, cut, stays }: LinePreview): IDataObject {
  return {
    leaves: shownFields(words, leaves),
    lookedUpBy: identifiers.map((kind) => fieldLabel(words, kind)),
    cut: cut.map((field) => fieldLabel(words, field)),
    stays: stays.map((field) => fieldLabel(words, field)),
  };
}

function lineJson({ index, participantId }: LinePreview | LineResult): IDataObject {
  return { line: index + 1, id: participantId };
}

function aboutJson(words: Words, line: LinePreview | LineResult): IDataObject {
  const { operation, reference, version, status, remarks } = line;
  return {
    ...(remarks.length > 0 ? { remarks: remarks.map((remark) => sentence(words, remark)) } : {}),
    operation,
    ...(status ? { status } : {}),
    ...(reference ? { reference } : {}),
    ...(version === undefined ? {} : { version }),
  };
}
