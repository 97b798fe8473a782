/** The arrays that a state consists of. */
export type StateArray = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** What is saved: small things as JSON, the large ones as arrays by name. */
export interface StateContents {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly arrays: ReadonlyMap<string, StateArray>;
}

/** Why bytes are no state that can be taken: none of ours, cut or changed on the way, of another version. */
export type StateFault = 'foreign' | 'damaged' | 'otherVersion';

export type StateReading =
  | { readonly status: 'read'; readonly contents: StateContents }
  | { readonly status: 'fault'; readonly fault: StateFault };

/** Raised when the layout changes; what the arrays mean is watched by the index, see `indexState.ts`. */
const VERSION = 1;
const MAGIC = 'PLIE people 01\r\n';
/** Magic, version, length of the JSON, length of the whole, checksum of what follows. */
const HEAD = 16 + 4 + 4 + 8 + 4 + 4;
const ALIGNMENT = 8;
/** Bytes copied or summed before the event loop may turn: a few milliseconds. */
const SLICE = 1 << 22;

const BLANK = 32;

const KINDS = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Section {
  readonly name: string;
  readonly kind: Kind;
  readonly length: number;
}

/** Writes a state as chunks of bytes, to be kept one behind the other. The chunks are copies. */
export async function writeState(contents: StateContents, breathe: () => Promise<void>): Promise<Uint8Array[]> {
  const sections = [...contents.arrays].map(
    ([name, array]): Section => ({ name, kind: kindOf(array), length: array.length }),
  );
  const json = padded(new TextEncoder().encode(JSON.stringify({ sections, facts: contents.facts })), BLANK);
  const body: Uint8Array[] = [json];
  for (const array of contents.arrays.values()) {
    for await (const piece of copies(bytesOf(array), breathe)) body.push(piece);
  }
  const size = HEAD + body.reduce((sum, { length }) => sum + length, 0);
  const sum = new Checksum();
  for (const piece of body) {
    sum.add(piece);
    await breathe();
  }
  const head = new Uint8Array(HEAD);
  const view = new DataView(head.buffer);
  head.set(new TextEncoder().encode(MAGIC));
  view.setUint32(16, VERSION, true);
  view.setUint32(20, json.length, true);
  view.setFloat64(24, size, true);
  view.setInt32(32, sum.value, true);
  return [head, ...body];
}

/** Reads what {@link writeState} wrote, in one piece or in chunks. Arrays are copies; a fault is a value. */
export async function readState(
  bytes: Uint8Array | readonly Uint8Array[],
  breathe: () => Promise<void>,
): Promise<StateReading> {
  const file = new Chunks(isList(bytes) ? bytes : [bytes]);
  const head = file.take(HEAD);
  const view = new DataView(head.buffer);
  const magic = new TextDecoder('latin1').decode(head.subarray(0, 16));
  if (magic !== MAGIC) return { status: 'fault', fault: 'foreign' };
  if (view.getUint32(16, true) !== VERSION) return { status: 'fault', fault: 'otherVersion' };
  const jsonLength = view.getUint32(20, true);
  if (view.getFloat64(24, true) !== file.size || HEAD + jsonLength > file.size) return DAMAGED;
  const sum = new Checksum();
  const json = file.take(jsonLength);
  sum.add(json);
  const listed = sectionsOf(json);
  if (!listed) return DAMAGED;
  const arrays = new Map<string, StateArray>();
  for (const { name, kind, length } of listed.sections) {
    const size = length * KINDS[kind].BYTES_PER_ELEMENT;
    if (size > file.left) return DAMAGED;
    const target = new Uint8Array(alignedSize(size));
    for (let at = 0; at < target.length; at += SLICE) {
      const piece = target.subarray(at, Math.min(target.length, at + SLICE));
      file.copyTo(piece);
      sum.add(piece);
      await breathe();
    }
    arrays.set(name, new KINDS[kind](target.buffer, 0, length));
  }
  if (file.left !== 0 || sum.value !== view.getInt32(32, true)) return DAMAGED;
  return { status: 'read', contents: { facts: listed.facts, arrays } };
}

function isList(bytes: Uint8Array | readonly Uint8Array[]): bytes is readonly Uint8Array[] {
  return Array.isArray(bytes);
}

const DAMAGED: StateReading = { status: 'fault', fault: 'damaged' };

function sectionsOf(json: Uint8Array): { sections: Section[]; facts: Record<string, unknown> } | undefined {
  try {
    const { sections, facts } = JSON.parse(new TextDecoder().decode(json)) as Record<string, unknown>;
    if (!Array.isArray(sections) || typeof facts !== 'object' || facts === null) return undefined;
    const known = sections.every(
      (section: Partial<Section>) =>
        typeof section.name === 'string' &&
        Number.isSafeInteger(section.length) &&
        (section.length ?? -1) >= 0 &&
        Object.hasOwn(KINDS, section.kind ?? ''),
    );
    return known ? { sections: sections as Section[], facts: facts as Record<string, unknown> } : undefined;
  } catch {
    return undefined;
  }
}

async function* copies(bytes: Uint8Array, breathe: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) {
    yield padded(bytes.slice(at, at + SLICE));
    await breathe();
  }
}

function bytesOf(array: StateArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function kindOf(array: StateArray): Kind {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Int32Array ? 'i32' : 'f64';
}

function alignedSize(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Uint8Array, filling = 0): Uint8Array {
  if (bytes.length % ALIGNMENT === 0) return bytes;
  const whole = new Uint8Array(alignedSize(bytes.length)).fill(filling);
  whole.set(bytes);
  return whole;
}

/** Sum over words of 32 bits, each turned in: sees a changed bit and pieces that changed places. */
class Checksum {
  value = 0x2545f491;

  /** Pieces are multiples of eight bytes long. */
  add(bytes: Uint8Array): void {
    let sum = this.value;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      sum = Math.imul(sum ^ view.getInt32(at, true), 0x9e3779b1);
      sum ^= sum >>> 15;
    }
    this.value = sum;
  }
}

/** Chunks read as if they were one piece. */
class Chunks {
  readonly size: number;
  left: number;
  private chunk = 0;
  private at = 0;

  constructor(private readonly chunks: readonly Uint8Array[]) {
    this.size = chunks.reduce((sum, { length }) => sum + length, 0);
    this.left = this.size;
  }

  /** The next bytes, zeros where there are none. */
  take(size: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(size);
    this.copyTo(taken.subarray(0, Math.min(size, this.left)));
    return taken;
  }

  copyTo(target: Uint8Array): void {
    for (let done = 0; done < target.length && this.chunk < this.chunks.length; ) {
      const chunk = this.chunks[this.chunk]!;
      const piece = chunk.subarray(this.at, this.at + target.length - done);
      target.set(piece, done);
      done += piece.length;
      this.at += piece.length;
      this.left -= piece.length;
      if (this.at < chunk.length) continue;
      this.chunk++;
      this.at = 0;
    }
  }
}
