import type { Lease } from './leases';
import type { Ledger } from './ledger';

/** A ledger for who has the lease: nothing is recorded any more once somebody else has it. */
export function underLease(ledger: Ledger, lease: Lease): Ledger {
  const { lists, runs, leases, holdings, history } = ledger;
  return {
    lists,
    runs,
    leases,
    holdings,
    history,
    ready: (scope) => ledger.ready(scope),
    told: (scope, references) => ledger.told(scope, references),
    latestEntries: (scope, ids) => ledger.latestEntries(scope, ids),
    highestVersions: (scope, references) => ledger.highestVersions(scope, references),
    record: (intents) => ledger.record(intents, lease),
    settle: (settlements) => ledger.settle(settlements),
    note: (crossings) => ledger.note(crossings),
    unsettled: (scope) => ledger.unsettled(scope),
    close: () => ledger.close(),
  };
}
