/**
 * Works on many at once, at most `width`, begun in their order. When one throws, no other is begun; those that run are
 * awaited before the error goes on, so that nothing is left in the air.
 */
export async function inParallel<T>(
  list: readonly T[],
  width: number,
  work: (item: T, position: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (next < list.length && errors.length === 0) {
      const position = next;
      next += 1;
      await work(list[position] as T, position).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
  if (errors.length > 0) throw errors[0];
}
