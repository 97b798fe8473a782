export type { Crossing } from './journal';
export * from './ledger';
export { openLedger, type OpenOptions } from './open';
export { ledgers, Pool, referralStores } from './pool';
export { LedgerProblem, type LedgerProblemCode } from './problem';
export * from './referralStore';
export { openReferralStore, type ReferralStoreOptions } from './sqlReferralStore';
export type * from './toldLists';
