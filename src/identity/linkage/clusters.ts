/** Number of the cluster of each of `count` rows, numbered from 0 in the order of their first row. */
export function clusterSureLinks(
  count: number,
  links: Iterable<{ readonly left: number; readonly right: number }>,
): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, row) => row);
  const root = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { left, right } of links) {
    const [a, b] = [root(left), root(right)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const numbers = new Int32Array(count).fill(-1);
  let next = 0;
  return numbers.map((_, row) => {
    const first = root(row);
    if (first === row) numbers[row] = next++;
    return numbers[first]!;
  });
}
