export * from './checkAnswer';
export * from './referral';
