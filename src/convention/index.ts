export { allows, cut, fieldsAllowed, identifiersAllowed, validOn, type Allowed, type Cut } from './border';
export { canonicalJson, type Json } from './canonicalJson';
export { CANVAS } from './canvas';
export * from './convention';
export { parseConvention, type ParsedConvention, type Sha256 } from './parse';
