import { makeReference } from '../accompaniment';
import type { HeldAccompaniment, ReadBack } from '../exchange';
import type { Holding } from '../ledger';
import { readPages } from './pages';
import { inParallel } from './parallel';
import { refusedBy, widthOf, type DeskRun, type Refusal } from './run';
import { crossingOf } from './settle';

/** What France Travail holds for the structure. Whatever could not be read is counted, or refuses the whole. */
export interface Held {
  readonly kind: 'held';
  readonly accompaniments: readonly HeldAccompaniment[];
  /** Entries of its list that this profile cannot read. */
  readonly unreadable: number;
  /** References of which it is not known whether they are held. */
  readonly unread: ReadonlySet<string>;
}

/** What can be asked for by name, where nothing is listed. */
export interface Known {
  readonly believed: ReadonlyMap<string, Holding>;
  readonly participantIds: readonly string[];
}

/** Entries of one person that are looked for one after the other. */
const MOST_ENTRIES = 50;

/**
 * Reads everything: page by page where the profile lists it, else reference by reference, of what the ledger believes and
 * of the people of a list. A page that fails refuses the whole: half a list would show the other half as gone.
 */
export async function heldAtFranceTravail(run: DeskRun, known: Known): Promise<Held | Refusal> {
  await pastLag(run);
  const { listing, readBack } = run.desk.gateway.profile.capabilities;
  if (listing !== undefined) return listed(run, known);
  if (readBack !== undefined) return readOneByOne(run, known);
  return { kind: 'refused', problem: { code: 'delivery.reconcile.notOffered' } };
}

async function listed(run: DeskRun, { believed }: Known): Promise<Held | Refusal> {
  const accompaniments: HeldAccompaniment[] = [];
  let unreadable = 0;
  const pages = await readPages(run, (page) => {
    accompaniments.push(...page.accompaniments);
    unreadable += page.unreadable ?? 0;
    return false;
  });
  if (pages.kind === 'failed') return refusedBy(pages.outcome);
  // Among those that could not be read may be any of ours.
  const unread = unreadable > 0 ? new Set(believed.keys()) : new Set<string>();
  return { kind: 'held', accompaniments, unreadable, unread };
}

async function readOneByOne(run: DeskRun, known: Known): Promise<Held | Refusal> {
  const accompaniments: HeldAccompaniment[] = [];
  const asked = new Set<string>();
  let refused: Refusal | undefined;
  const ask = async (reference: string): Promise<boolean> => {
    if (refused || asked.has(reference)) return asked.has(reference);
    asked.add(reference);
    const read: ReadBack = run.halted
      ? { kind: 'failed', outcome: run.halted }
      : await run.desk.gateway.readBack(reference);
    await run.desk.ledger.note([crossingOf(run, read)]);
    if (read.kind === 'failed') refused = refusedBy(read.outcome);
    if (read.kind !== 'stored') return false;
    const { kind: _kind, sameContent: _same, ...held } = read;
    accompaniments.push({ ...held, reference });
    return true;
  };
  const width = widthOf(run.desk);
  await inParallel([...known.believed.keys()], width, async (reference) => void (await ask(reference)));
  await inParallel([...new Set(known.participantIds)], width, async (participantId) => {
    for (let entryNumber = 1; entryNumber <= MOST_ENTRIES; entryNumber += 1) {
      const made = makeReference({ participantId, entryNumber });
      if (made.status === 'invalid' || !(await ask(made.reference))) return;
    }
  });
  return refused ?? { kind: 'held', accompaniments, unreadable: 0, unread: new Set() };
}

/** A read may lag behind a write, and a ledger that is lost or restored cannot tell when the last one was. */
async function pastLag({ desk, signal }: DeskRun): Promise<void> {
  const { lagMs = 0, slowestCommitMs = 0 } = desk.gateway.profile.capabilities.readBack ?? {};
  await desk.sleep(lagMs + slowestCommitMs, signal);
}
