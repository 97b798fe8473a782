export * from './gateway';
export type { Profile } from './profile';
