import type { INodeExecutionData } from 'n8n-workflow';
import { previewUndo, undoRun as undo, type RunToUndo } from '../../src/delivery';
import { openDeclarationDesk, today } from '../desk';
import { done, hint, nameOf, refusal, runOptions, type NodeRun } from '../nodeRun';
import { readLines } from '../readLines';
import { readOptions } from './declare';
import { hintPreview, hintSent } from './hints';
import { outputs, previewItem, resultItem, undoneItem } from './items';

/** Takes back what a run told France Travail, or shows what would be taken back. */
export async function undoRun(run: NodeRun): Promise<INodeExecutionData[][]> {
  const wanted = await readWanted(run);
  const desk = await openDeclarationDesk(run, readOptions(run));
  if (run.context.getNodeParameter('send', 0, false) !== true) {
    const answer = await previewUndo(wanted, desk, runOptions(run));
    const previews = done(run, answer);
    run.context.addExecutionHints(hint(run.words('nodes.declare.hint.undo', { run: nameOf(answer) ?? '' })));
    hintPreview(run, previews, 0);
    return outputs(
      previews.map((preview) => undoneItem(previewItem(run.words, preview), preview)),
      [],
    );
  }
  const answer = await undo(wanted, desk, runOptions(run));
  const results = done(run, answer);
  hintSent(run, results, 0);
  return outputs(
    results.map((result) => undoneItem(resultItem(run.words, result, nameOf(answer)), result)),
    [],
  );
}

/** @throws NodeOperationError when a run is to be named and is not */
async function readWanted(run: NodeRun): Promise<RunToUndo> {
  const { lines } = await readLines(run, { today: today(run) });
  const people = lines.flatMap((line) => (line.kind === 'participant' ? [line.record] : []));
  if (run.context.getNodeParameter('whichRun', 0, 'last') !== 'named') return { people };
  const name = String(run.context.getNodeParameter('runName', 0, '') ?? '').trim();
  if (name === '') throw refusal(run, { code: 'nodes.declare.runName.missing' });
  return { people, run: name };
}
