export * from './ledger';
export * from './referralStore';
