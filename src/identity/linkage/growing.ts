/** Typed arrays that double when they are full; each function gives the array back, grown or as it was. */

const grownSize = (now: number, wanted: number) => Math.max(wanted, now < 1 << 20 ? now * 2 : Math.ceil(now * 1.5));

export function grownBytes(array: Uint8Array<ArrayBuffer>, wanted: number, empty = 0): Uint8Array<ArrayBuffer> {
  if (wanted <= array.length) return array;
  const grown = new Uint8Array(grownSize(array.length, wanted));
  if (empty !== 0) grown.fill(empty, array.length);
  grown.set(array);
  return grown;
}

export function grownInts(array: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  if (wanted <= array.length) return array;
  const grown = new Int32Array(grownSize(array.length, wanted));
  grown.set(array);
  return grown;
}

export function grownShorts(array: Uint16Array<ArrayBuffer>, wanted: number): Uint16Array<ArrayBuffer> {
  if (wanted <= array.length) return array;
  const grown = new Uint16Array(grownSize(array.length, wanted));
  grown.set(array);
  return grown;
}

export function grownDoubles(array: Float64Array<ArrayBuffer>, wanted: number): Float64Array<ArrayBuffer> {
  if (wanted <= array.length) return array;
  const grown = new Float64Array(grownSize(array.length, wanted));
  grown.set(array);
  return grown;
}
