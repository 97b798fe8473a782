import { randomUUID } from 'node:crypto';
import { prepareDeclaration } from '../src/accompaniment';
import type { DeclarationDesk, Desk, ReferralDesk } from '../src/delivery';
import { openGateway, systemWire } from '../src/exchange';
import { LedgerProblem, ledgers, referralStores } from '../src/ledger';
import { readLedgerPlace } from './ledgerPlace';
import { refusal, unexpected, type NodeRun } from './nodeRun';
import { readSettings } from './settings';
import { ownFile } from './userFolder';

/** What an option of a node adds. */
export type DeskOptions = Pick<DeclarationDesk, 'acceptUncertified' | 'exitReasons'>;

/**
 * Everything that speaking to France Travail needs, from the node's credentials and n8n's surroundings.
 *
 * @throws NodeOperationError with one sentence, before anything is sent.
 */
export async function openDesk(run: NodeRun, options: DeskOptions = {}): Promise<Desk> {
  const settings = await readSettings(run);
  const place = await readLedgerPlace(run, 'ledger.sqlite');
  const wire = systemWire(surroundings(run));
  return {
    gateway: openGateway(settings.access, wire),
    ledger: await opened(run, () =>
      ledgers.at({ ...place, secret: settings.ledgerSecret, marks: ownFile(run.context, 'marks') }),
    ),
    convention: settings.convention,
    structure: settings.structure,
    clock: wire.clock,
    sleep: wire.sleep,
    uuid: randomUUID,
    today: today(run),
    ...options,
  };
}

/** For declarations. */
export async function openDeclarationDesk(run: NodeRun, options: DeskOptions): Promise<DeclarationDesk> {
  return { ...(await openDesk(run, options)), prepare: prepareDeclaration, ...options };
}

/** For referrals: with the store, a file or a schema of its own. */
export async function openReferralDesk(run: NodeRun): Promise<ReferralDesk> {
  const { ledgerSecret } = await readSettings(run);
  const place = await readLedgerPlace(run, 'referrals.sqlite');
  const store = await opened(run, () => referralStores.at({ ...place, secret: ledgerSecret }));
  return { ...(await openDesk(run)), store };
}

/** `YYYY-MM-DD` in the workflow's time zone. */
export function today(run: NodeRun): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: run.context.getTimezone() }).format(new Date());
}

function surroundings({ context }: NodeRun): Parameters<typeof systemWire>[0] {
  const signal = context.getExecutionCancelSignal();
  // Absent before n8n 2.40.
  const egressFilter = (context.helpers as Partial<typeof context.helpers>).getSecureEgressFilter?.();
  return { ...(signal ? { signal } : {}), ...(egressFilter ? { egressFilter } : {}) };
}

async function opened<T>(run: NodeRun, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof LedgerProblem ? refusal(run, error.problem, error.technicalCode) : unexpected(run, error);
  }
}
