import type { PivotRecord } from '../fields';
import type { ReferralAnswer } from '../referral';
import type { DeclarationDesk, Desk, ReferralDesk } from './desk';
import type {
  AnswerResult,
  DeclarationLine,
  FetchRun,
  LinePreview,
  LineResult,
  PersonCheck,
  Run,
  RunOptions,
  StatusLine,
  StatusResult,
} from './results';

/** Dry run: what would leave, line by line. No network, nothing written. */
export async function previewDeclarations(
  _lines: readonly DeclarationLine[],
  _desk: DeclarationDesk,
): Promise<Run<LinePreview>> {
  throw new Error('to come');
}

/** Says what the lines say, exactly once, and tells how each ended, in the order of the lines. */
export async function declareAll(
  _lines: readonly DeclarationLine[],
  _desk: DeclarationDesk,
  _options: RunOptions = {},
): Promise<Run<LineResult>> {
  throw new Error('to come');
}

/** Reads what France Travail holds under our references. */
export async function readStatus(
  _lines: readonly StatusLine[],
  _desk: Desk,
  _options: RunOptions = {},
): Promise<Run<StatusResult>> {
  throw new Error('to come');
}

/** Asks whether France Travail knows a person, and who accompanies them now. */
export async function checkPerson(_record: PivotRecord, _desk: Desk, _options: RunOptions = {}): Promise<PersonCheck> {
  throw new Error('to come');
}

/** Takes new referrals in: kept first, then acknowledged, then handed on. */
export async function fetchReferrals(
  _desk: ReferralDesk,
  _options: RunOptions & { readonly limit?: number } = {},
): Promise<FetchRun> {
  throw new Error('to come');
}

/** Sends the PLIE's answers to referrals. */
export async function answerReferrals(
  _answers: readonly { readonly index: number; readonly answer: ReferralAnswer }[],
  _desk: ReferralDesk,
  _options: RunOptions = {},
): Promise<Run<AnswerResult>> {
  throw new Error('to come');
}
