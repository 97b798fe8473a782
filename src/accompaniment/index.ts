export * from './declaration';
export * from './outcome';
