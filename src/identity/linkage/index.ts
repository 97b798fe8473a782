export { adaptedModel, type Adaptation } from './adapt';
export { clusterCommunities, clusterCommunitiesInSlices, clusterSureLinks, type Link } from './clusters';
export { explainPair, type Explanation, type ExplainedLevel } from './explain';
export { SETTINGS, SHIPPED_MODEL, readModel, type ModelDocument, type Setting } from './model';
export type { ScoredPair } from './scoredPair';
export { PersonIndex, type Breathe, type LinkageOptions, type LoadedIndex, type Verdict } from './personIndex';
export type { Hl7Code } from './reasons';
export {
  readAnswer,
  ReviewAnswers,
  type Answer,
  type AnsweredLists,
  type AnsweredPair,
  type JudgedPair,
  type Standing,
} from './answers';
export { respectAnswers, type PairsOfLists } from './respectAnswers';
export { canBeCompared, settle, type AreOne, type Settled } from './settle';
