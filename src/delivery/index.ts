export { answerReferrals, previewAnswers, type AnswerLine } from './answers';
export { declareAll } from './declare';
export type * from './desk';
export { checkPeople, checkPerson } from './people';
export { previewDeclarations } from './preview';
export { fetchReferrals, type FetchOptions } from './referrals';
export type * from './results';
export { scopeOf } from './run';
export { readStatus } from './status';
