/** A scored pair: probability or weight, and whether it is true. */
export interface Scored {
  readonly score: number;
  readonly same: boolean;
}

/** Best F1 over all thresholds, and the share of true pairs found while precision stays at least 0.999. */
export function rankMeasures(pairs: readonly Scored[], truePairs: number): { f1: number; recallAtP999: number } {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  let hits = 0;
  let f1 = 0;
  let recallAtP999 = 0;
  sorted.forEach(({ same, score }, i) => {
    if (same) hits++;
    if (sorted[i + 1]?.score === score) return;
    f1 = Math.max(f1, (2 * hits) / (i + 1 + truePairs));
    if (hits / (i + 1) >= 0.999) recallAtP999 = hits / truePairs;
  });
  return { f1, recallAtP999 };
}

/** Ten groups of listed pairs by probability: what was said, what was true. */
export function calibration(
  pairs: readonly { probability: number; same: boolean }[],
): { said: number; true: number }[] {
  const listed = pairs.filter(({ probability }) => probability >= 0.01).sort((a, b) => a.probability - b.probability);
  return Array.from({ length: 10 }, (_, decile) => {
    const part = listed.slice(
      Math.floor((decile * listed.length) / 10),
      Math.floor(((decile + 1) * listed.length) / 10),
    );
    const mean = (value: (pair: (typeof part)[number]) => number) =>
      part.reduce((sum, pair) => sum + value(pair), 0) / Math.max(1, part.length);
    return { said: mean(({ probability }) => probability), true: mean(({ same }) => (same ? 1 : 0)) };
  });
}
