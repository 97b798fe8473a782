import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { SAID, type FinishedRun } from '../../src/accompaniment';
import { scopeOf } from '../../src/delivery';
import { LedgerProblem } from '../../src/ledger';
import { openDesk } from '../desk';
import { refusal, unexpected, type NodeRun } from '../nodeRun';
import type { Words } from '../words';

const A_DAY = 24 * 60 * 60 * 1000;
/** A list that is sent each week, and a day to notice. */
const USUAL_DAYS = 8;
/** Runs that are looked through for one that France Travail answered. */
const LOOKED_THROUGH = 100;

/** Parameter of *Last run*. */
export function lastRunProperties(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('nodes.declare.maxDays'),
      name: 'maxDays',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 366, numberPrecision: 0 },
      default: USUAL_DAYS,
      description: words('nodes.declare.maxDays.description'),
      displayOptions: { show: { operation: ['lastRun'] } },
    },
  ];
}

/** When this structure's list was last sent, on the first output; on the second where that is too long ago. Asks nobody. */
export async function lastRun(run: NodeRun): Promise<INodeExecutionData[][]> {
  const desk = await openDesk(run);
  const { structure, structureCode } = desk.structure;
  const maxDays = Number(run.context.getNodeParameter('maxDays', 0, USUAL_DAYS));
  const last = (await readRuns(run, desk)).filter(answered).at(-1);
  const days = last ? Math.floor((desk.clock().getTime() - Date.parse(last.at)) / A_DAY) : undefined;
  const late = days === undefined || days >= maxDays;
  const about = { structure: structure ?? structureCode };
  const found = last && days !== undefined ? { at: last.at, days, counts: { ...last.counts } } : {};
  const params = { ...about, days: days ?? 0, maxDays, date: last?.at.slice(0, 10) ?? '' };
  const message = run.words(`nodes.declare.lastRun.${last ? (late ? 'late' : 'onTime') : 'never'}`, params);
  const item = { json: { message, late, ...about, ...found }, pairedItem: { item: 0 } };
  return late ? [[], [item]] : [[item], []];
}

/** A run in which everything that was to be said still waits told nothing: France Travail was out of reach. */
function answered({ counts }: FinishedRun): boolean {
  return counts.waiting === 0 || [...SAID, 'alreadyAccompanied' as const].some((id) => counts[id] > 0);
}

/** @throws NodeOperationError when the ledger cannot be read */
async function readRuns(run: NodeRun, desk: Awaited<ReturnType<typeof openDesk>>) {
  try {
    return await desk.ledger.runs.last(scopeOf(desk), LOOKED_THROUGH);
  } catch (error) {
    throw error instanceof LedgerProblem ? refusal(run, error.problem, error.technicalCode) : unexpected(run, error);
  }
}
