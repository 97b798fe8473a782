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
  const groups = new Groups(count);
  const between = Array.from({ length: count }, () => new Map<number, number>());
  for (const { left, right, probability } of links) {
    between[left]!.set(right, probability);
    between[right]!.set(left, probability);
  }
  const sorted = [...links].sort((a, b) => b.probability - a.probability || a.left - b.left || a.right - b.right);
  for (const { left, right } of sorted) {
    const [a, b] = [groups.root(left), groups.root(right)];
    if (a === b) continue;
    const sum = between[a]!.get(b) ?? 0;
    if (sum <= RESOLUTION * groups.size(a) * groups.size(b)) continue;
    const into = groups.join(a, b);
    absorb(between, into === a ? b : a, into);
  }
  return groups.numbered();
}

/** The links of `from` become links of `into`, summed where both had one. */
function absorb(between: Map<number, number>[], from: number, into: number): void {
  for (const [other, sum] of between[from]!) {
    between[other]!.delete(from);
    if (other === into) continue;
    between[into]!.set(other, (between[into]!.get(other) ?? 0) + sum);
    between[other]!.set(into, (between[other]!.get(into) ?? 0) + sum);
  }
  between[from]!.clear();
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
