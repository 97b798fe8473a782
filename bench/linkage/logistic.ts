/** A row of the regression: which indicator terms are on, and the few terms with a value. */
export interface Row {
  readonly on: Int16Array;
  readonly values: Float64Array;
  readonly label: 0 | 1;
  readonly weight: number;
  readonly offset: number;
}

export interface LogisticOptions {
  /** Terms: indicators first, then the ones with values, the intercept last. */
  readonly indicators: number;
  readonly valued: number;
  /** What each term is drawn towards, and how strongly (pseudo-observations). */
  readonly prior: Float64Array;
  readonly strength: Float64Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly rounds?: number;
}

/** Ridge logistic regression by Newton's method, each term kept within its bounds. Deterministic. */
export function fitLogistic(rows: readonly Row[], options: LogisticOptions): Float64Array {
  const size = options.indicators + options.valued + 1;
  let terms = Float64Array.from(options.prior);
  for (let round = 0; round < (options.rounds ?? 14); round++) {
    const { gradient, hessian } = derivatives(rows, terms, options, size);
    const step = solved(hessian, gradient, size, frozen(terms, gradient, options));
    terms = terms.map((term, i) => Math.min(options.highest[i]!, Math.max(options.lowest[i]!, term + step[i]!)));
    if (Math.max(...step.map(Math.abs)) < 1e-4) break;
  }
  return terms;
}

/** Terms that stand at a bound and want to go beyond it. */
function frozen(terms: Float64Array, gradient: Float64Array, { lowest, highest }: LogisticOptions): boolean[] {
  return [...terms].map(
    (term, i) =>
      lowest[i] === highest[i] ||
      (term >= highest[i]! - 1e-9 && gradient[i]! > 0) ||
      (term <= lowest[i]! + 1e-9 && gradient[i]! < 0),
  );
}

function derivatives(rows: readonly Row[], terms: Float64Array, options: LogisticOptions, size: number) {
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const index = new Int32Array(64);
  const value = new Float64Array(64);
  for (const row of rows) {
    const active = unpack(row, options, index, value, size);
    let score = row.offset;
    for (let k = 0; k < active; k++) score += terms[index[k]!]! * value[k]!;
    const probability = 1 / (1 + Math.exp(-score));
    const error = row.weight * (row.label - probability);
    const curve = row.weight * Math.max(probability * (1 - probability), 1e-9);
    for (let k = 0; k < active; k++) {
      gradient[index[k]!]! += error * value[k]!;
      const scaled = curve * value[k]!;
      for (let j = 0; j < active; j++) hessian[index[k]! * size + index[j]!]! += scaled * value[j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    gradient[i]! -= options.strength[i]! * (terms[i]! - options.prior[i]!);
    hessian[i * size + i]! += options.strength[i]!;
  }
  return { gradient, hessian };
}

function unpack(row: Row, options: LogisticOptions, index: Int32Array, value: Float64Array, size: number): number {
  let active = 0;
  for (const term of row.on) {
    index[active] = term;
    value[active++] = 1;
  }
  for (let i = 0; i < options.valued; i++) {
    if (row.values[i] === 0) continue;
    index[active] = options.indicators + i;
    value[active++] = row.values[i]!;
  }
  index[active] = size - 1;
  value[active++] = 1;
  return active;
}

/** Cholesky solution of hessian × step = gradient, frozen terms left out. */
function solved(hessian: Float64Array, gradient: Float64Array, size: number, isFrozen: boolean[]): Float64Array {
  const free = [...gradient.keys()].filter((i) => !isFrozen[i]);
  const n = free.length;
  const lower = new Float64Array(n * n);
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = hessian[free[i]! * size + free[j]!]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j * n + j]!;
    }
    let sum = gradient[free[i]!]!;
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * y[k]!;
    y[i] = sum / lower[i * n + i]!;
  }
  const step = new Float64Array(size);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k * n + i]! * step[free[k]!]!;
    step[free[i]!] = sum / lower[i * n + i]!;
  }
  return step;
}
