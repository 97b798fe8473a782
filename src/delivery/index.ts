export type * from './desk';
export type * from './results';
export { answerReferrals, checkPerson, declareAll, fetchReferrals, previewDeclarations, readStatus } from './delivery';
