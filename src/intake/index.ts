export * from './applyMapping';
export { isNothing } from '../identity';
export type { Encoding } from './decodeBytes';
export type { Separator } from './delimitedText';
export { mapHeaders, mapKeys, type ColumnMapping, type HeaderMapping } from './mapHeaders';
export * from './readAll';
export * from './readParticipant';
export * from './readTable';
