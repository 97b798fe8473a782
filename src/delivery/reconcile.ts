import { partsOfReference, type AccompanimentStatus, type DeclarationOperation } from '../accompaniment';
import { allows, cut } from '../convention';
import type { HeldAccompaniment } from '../exchange';
import type { PivotField, Problem } from '../fields';
import type { Adoption, Holding, Lease } from '../ledger';
import type { DeclarationDesk } from './desk';
import { heldAtFranceTravail } from './held';
import { digestOfFields } from './plan';
import type { Difference, Reconciliation, Side } from './reconciliation';
import type { RunOptions } from './results';
import { DeskRun, openRun, refusalOf, signIn, type Refusal } from './run';
import { underTheLease } from './sending';

/** Which operation says a status, so that a list is compared with what is adopted as with what was told. */
const SAID_BY: Readonly<Record<AccompanimentStatus, DeclarationOperation>> = {
  planned: 'open',
  open: 'open',
  suspended: 'suspend',
  closed: 'close',
  cancelled: 'cancel',
};

/**
 * Compares everything that France Travail holds for this structure with what the ledger believes. Nothing changes, there or
 * here. `participantIds`: of a list, where France Travail cannot list by itself what it holds.
 */
export async function reconcile(
  participantIds: readonly string[],
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Reconciliation> {
  const run = await openRun(desk, options);
  if (!(run instanceof DeskRun)) return run;
  try {
    const compared = await compare(run, participantIds, desk);
    if (compared.kind === 'refused') return compared;
    return { kind: 'done', results: compared.differences, same: compared.same, notes: compared.notes };
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * The same, and the ledger then believes what France Travail holds: from then on it may speak again. Nothing is told to
 * France Travail. What was made by another tool, and what is in the air, stays as it is.
 */
export async function adoptHeld(
  participantIds: readonly string[],
  desk: DeclarationDesk,
  options: RunOptions = {},
): Promise<Reconciliation> {
  let same = 0;
  const run = await underTheLease(desk, options, async (asking, leased, lease) => {
    const compared = await compare(asking, participantIds, leased);
    if (compared.kind === 'refused') return compared;
    same = compared.same;
    const results = compared.differences.map((one) => ({ ...one, adopted: isAdoptable(one) }));
    await adopt(asking, leased, lease, compared.adoptions, results);
    return { kind: 'done' as const, results, notes: compared.notes };
  });
  return run.kind === 'refused' ? run : { ...run, same };
}

interface Compared {
  readonly kind: 'compared';
  readonly differences: readonly Difference[];
  readonly adoptions: readonly Adoption[];
  readonly same: number;
  readonly notes: readonly Problem[];
}

async function compare(
  run: DeskRun,
  participantIds: readonly string[],
  desk: DeclarationDesk,
): Promise<Compared | Refusal> {
  const flow = allows(desk.convention, 'readStatus', 'receive');
  if (!flow.ok) return { kind: 'refused', problem: flow.problem };
  const unable = await signIn(run);
  if (unable) return unable;
  const believed = await desk.ledger.holdings.all(run.scope);
  const held = await heldAtFranceTravail(run, { believed, participantIds });
  if (held.kind === 'refused') return held;
  const differences: Difference[] = [];
  const adoptions: Adoption[] = [];
  let same = 0;
  for (const one of held.accompaniments) {
    const here = believed.get(one.reference);
    const difference = differenceOf(one, here, desk, differences.length);
    if (difference) differences.push(difference);
    else same += 1;
    const adoption = difference && isAdoptable(difference) ? adoptionOf(one, desk) : undefined;
    if (adoption) adoptions.push(adoption);
  }
  const seen = new Set(held.accompaniments.map(({ reference }) => reference));
  for (const here of believed.values()) {
    if (seen.has(here.reference) || held.unread.has(here.reference)) continue;
    differences.push(goneOf(here, differences.length));
  }
  const unreadable =
    held.unreadable > 0 ? [{ code: 'delivery.reconcile.unreadable', params: { count: held.unreadable } }] : [];
  return { kind: 'compared', differences, adoptions, same, notes: unreadable };
}

function differenceOf(
  held: HeldAccompaniment,
  here: Holding | undefined,
  desk: DeclarationDesk,
  index: number,
): Difference | undefined {
  const there: Side = sideOf(held.version, held.status, held.fields.entryDate);
  const parts = partsOfReference(held.reference);
  const shown = cut(desk.convention, 'readStatus', 'receive', held.fields).passes;
  const base = {
    index,
    reference: held.reference,
    participantId: here?.participantId ?? parts?.participantId ?? '',
    there,
    fields: shown,
    franceTravailReference: held.franceTravailReference,
    adopted: false,
  };
  if (!parts) return { ...base, kind: 'foreign', differs: [] };
  // Taken back, and nobody speaks of it any more.
  if (!here && held.status === 'cancelled') return undefined;
  if (!here) return { ...base, kind: 'notKnownHere', differs: [] };
  const own = sideOf(here.version, here.status, here.entryDate);
  const differs = (['version', 'status', 'entryDate'] as const).filter((key) => own[key] !== there[key]);
  if (differs.length === 0) return undefined;
  return { ...base, kind: here.inTheAir ? 'inTheAir' : 'differs', here: own, differs };
}

function goneOf(
  { participantId, reference, version, status, entryDate, inTheAir }: Holding,
  index: number,
): Difference {
  const here = sideOf(version, status, entryDate);
  const kind = inTheAir ? 'inTheAir' : 'notHeldThere';
  return { index, reference, participantId, kind, here, differs: [], fields: {}, adopted: false };
}

function sideOf(version: number, status: AccompanimentStatus, entryDate: string | undefined): Side {
  return { version, status, entryDate: entryDate ?? '' };
}

function isAdoptable({ kind }: Difference): boolean {
  return kind === 'notKnownHere' || kind === 'differs' || kind === 'notHeldThere';
}

/** Its digest is that of a line that says just this: an unchanged list then costs no call. */
function adoptionOf(held: HeldAccompaniment, desk: DeclarationDesk): Adoption | undefined {
  const parts = partsOfReference(held.reference);
  if (!parts) return undefined;
  const { status, version, reference, franceTravailReference, fields } = held;
  const operation = SAID_BY[status];
  const { passes } = cut(desk.convention, operation, 'give', fields);
  return {
    ...parts,
    reference,
    version,
    status,
    operation,
    digest: digestOfFields(status, passes, desk),
    ...(fields.entryDate ? { entryDate: fields.entryDate } : {}),
    ...(franceTravailReference ? { franceTravailReference } : {}),
  };
}

async function adopt(
  run: DeskRun,
  { ledger }: DeclarationDesk,
  lease: Lease,
  adoptions: readonly Adoption[],
  differences: readonly Difference[],
): Promise<void> {
  const gone = differences.filter(({ kind }) => kind === 'notHeldThere').map(({ reference }) => reference);
  const fields = [...new Set(differences.flatMap((one) => Object.keys(one.fields) as PivotField[]))];
  await ledger.note([run.crossing('readStatus', 'receive', fields, 'adopted')]);
  await ledger.holdings.adopt(lease, adoptions, gone);
  await ledger.holdings.settled(lease);
}
