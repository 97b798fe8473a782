/** A link between two rows and how probable it is that they are one person. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
}

/**
 * Resolution of the community clustering: two groups are joined when the mean probability of all pairs between them,
 * pairs without a link counted as 0, is above it (the constant Potts model of Traag, Van Dooren and Nesterov 2011).
 */
const RESOLUTION = 0.35;

/** Links or rows worked on before the event loop may turn: a few milliseconds. */
const A_SLICE = 5_000;

/** Number of the cluster of each of `count` rows, numbered from 0 in the order of their first row; each link joins. */
export function clusterSureLinks(count: number, links: Iterable<Pick<Link, 'left' | 'right'>>): Int32Array {
  const groups = new Groups(count);
  for (const { left, right } of links) groups.join(left, right);
  return groups.numbered();
}

/**
 * Clusters of a whole file from probable links: the most probable first, two groups are joined only when they fit
 * together as a whole. A single wrong link does not glue two families into one person.
 */
export function clusterCommunities(count: number, links: readonly Link[]): Int32Array {
  const steps = communitySteps(count, links);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link clusterCommunities} of a long list; the event loop turns between slices. */
export async function clusterCommunitiesInSlices(
  count: number,
  links: readonly Link[],
  breathe: () => Promise<void>,
): Promise<Int32Array> {
  const steps = communitySteps(count, links);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

function* communitySteps(count: number, links: readonly Link[]): Generator<void, Int32Array> {
  const groups = new Groups(count);
  const between: Neighbours = new Map();
  yield;
  for (let i = 0; i < links.length; i++) {
    const { left, right, probability } = links[i]!;
    note(between, left, right, probability);
    note(between, right, left, probability);
    if (i % A_SLICE === A_SLICE - 1) yield;
  }
  const sorted = yield* sortedLinks(links);
  for (let i = 0; i < sorted.length; i++) {
    if (i % A_SLICE === A_SLICE - 1) yield;
    const a = groups.root(sorted[i]!.left);
    const b = groups.root(sorted[i]!.right);
    if (a === b) continue;
    const sum = between.get(a)?.get(b) ?? 0;
    if (sum <= RESOLUTION * groups.size(a) * groups.size(b)) continue;
    const into = groups.join(a, b);
    absorb(between, into === a ? b : a, into);
  }
  return groups.numbered();
}

/** The most probable first: pieces are sorted and then merged two by two, so that a long list does not hold the loop. */
function* sortedLinks(links: readonly Link[]): Generator<void, readonly Link[]> {
  let runs: (readonly Link[])[] = [];
  for (let at = 0; at < links.length; at += A_SLICE) {
    runs.push(links.slice(at, at + A_SLICE).sort(mostProbableFirst));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Link[])[] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(yield* mergedRuns(runs[i]!, runs[i + 1] ?? []));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns(a: readonly Link[], b: readonly Link[]): Generator<void, readonly Link[]> {
  if (b.length === 0) return a;
  const merged: Link[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromA = j === b.length || (i < a.length && mostProbableFirst(a[i]!, b[j]!) <= 0);
    merged.push(fromA ? a[i++]! : b[j++]!);
    if (merged.length % A_SLICE === 0) yield;
  }
  return merged;
}

function mostProbableFirst(a: Link, b: Link): number {
  return b.probability - a.probability || a.left - b.left || a.right - b.right;
}

/** The links of each group, by the other group. */
type Neighbours = Map<number, Map<number, number>>;

function note(between: Neighbours, of: number, other: number, probability: number): void {
  const known = between.get(of);
  if (known) known.set(other, probability);
  else between.set(of, new Map([[other, probability]]));
}

/** The links of `from` become links of `into`, summed where both had one. */
function absorb(between: Neighbours, from: number, into: number): void {
  const ofInto = between.get(into);
  for (const [other, sum] of between.get(from) ?? []) {
    const ofOther = between.get(other);
    ofOther?.delete(from);
    if (other === into) continue;
    ofInto?.set(other, (ofInto.get(other) ?? 0) + sum);
    ofOther?.set(into, (ofOther.get(into) ?? 0) + sum);
  }
  between.delete(from);
}

/** Disjoint groups of rows; the root of a group is its first row. */
class Groups {
  private readonly parent: Int32Array;
  private readonly sizes: Int32Array;

  constructor(private readonly count: number) {
    this.parent = Int32Array.from({ length: count }, (_, row) => row);
    this.sizes = new Int32Array(count).fill(1);
  }

  root(row: number): number {
    let at = row;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  size(root: number): number {
    return this.sizes[root]!;
  }

  join(left: number, right: number): number {
    const [a, b] = [this.root(left), this.root(right)];
    if (a === b) return a;
    const [first, second] = [Math.min(a, b), Math.max(a, b)];
    this.parent[second] = first;
    this.sizes[first]! += this.sizes[second]!;
    return first;
  }

  numbered(): Int32Array {
    const numbers = new Int32Array(this.count);
    let next = 0;
    for (let row = 0; row < this.count; row++) {
      const first = this.root(row);
      numbers[row] = first === row ? next++ : numbers[first]!;
    }
    return numbers;
  }
}
