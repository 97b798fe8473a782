import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OutcomeOutput } from '../../src/accompaniment';
import { adoptHeld, reconcile, type Difference } from '../../src/delivery';
import { PIVOT_FIELD_IDS } from '../../src/fields';
import { openDeclarationDesk, today } from '../desk';
import { done, hint, runOptions, type NodeRun } from '../nodeRun';
import { shownFields } from '../outcomeItems';
import { readLines } from '../readLines';
import type { Words } from '../words';
import { outputs, type PlacedItem } from './items';

/** Shows where France Travail and the ledger differ; on demand the ledger believes France Travail. Nothing is told to it. */
export async function reconcileHeld(run: NodeRun): Promise<INodeExecutionData[][]> {
  const desk = await openDeclarationDesk(run, {});
  const { lines } = await readLines(run, { today: today(run) });
  const ids = lines.flatMap((line) => (line.kind === 'participant' && line.record.id ? [line.record.id] : []));
  const adopt = run.context.getNodeParameter('adopt', 0, false) === true;
  const answer = await (adopt ? adoptHeld : reconcile)(ids, desk, runOptions(run));
  const results = done(run, answer);
  hintDifferences(run, results, answer.kind === 'done' ? answer.same : 0, adopt);
  return outputs(
    results.map((one) => placed(run.words, one)),
    [],
  );
}

function placed(words: Words, one: Difference): PlacedItem {
  const { participantId, reference, kind, here, there, differs, franceTravailReference, adopted, fields } = one;
  const leaves = PIVOT_FIELD_IDS.flatMap((field) => (fields[field] ? [{ field, value: fields[field] }] : []));
  const json: IDataObject = {
    id: participantId,
    message: words(`nodes.declare.reconcile.${kind}${adopted ? '.adopted' : ''}`),
    operation: 'reconcile',
    difference: kind,
    adopted,
    reference,
    ...(here ? { ledger: { ...here } } : {}),
    ...(there ? { franceTravail: { ...there } } : {}),
    differs: [...differs],
    holds: shownFields(words, leaves),
    ...(franceTravailReference ? { franceTravailReference } : {}),
  };
  return { output: outputFor(one), item: { json, pairedItem: [] } };
}

function outputFor({ adopted, kind }: Difference): OutcomeOutput {
  if (adopted) return 'declared';
  return kind === 'inTheAir' ? 'waiting' : 'toCorrect';
}

function hintDifferences(
  { context, words }: NodeRun,
  results: readonly Difference[],
  same: number,
  adopt: boolean,
): void {
  const of = (wanted: Difference['kind']) => results.filter(({ kind }) => kind === wanted).length;
  const counts = {
    same,
    notKnownHere: of('notKnownHere'),
    notHeldThere: of('notHeldThere'),
    differs: of('differs'),
    others: of('inTheAir') + of('foreign'),
  };
  context.addExecutionHints(hint(words(`nodes.declare.hint.reconcile.${adopt ? 'adopted' : 'shown'}`, counts)));
}
