import type { StateArray, StateContents } from './stateFile';

/** Where the parts of an index put what is to be saved. */
export interface SavedParts {
  readonly arrays: Map<string, StateArray>;
  readonly facts: Record<string, unknown>;
}

interface OfType {
  readonly string: string;
  readonly number: number;
}

/**
 * What was saved, for the parts to take back. Whatever is not of the kind and length that a part expects is answered
 * with something empty of that kind, and {@link fits} becomes false: the caller then throws the whole away.
 */
export class SavedArrays {
  private fitting = true;

  constructor(private readonly contents: StateContents) {}

  get fits(): boolean {
    return this.fitting;
  }

  /** For a part that sees by itself that something is wrong. */
  isDamaged(): void {
    this.fitting = false;
  }

  ints(name: string, length?: number): Int32Array<ArrayBuffer> {
    const array = this.found(name, length);
    return array instanceof Int32Array ? (array as Int32Array<ArrayBuffer>) : this.missed(new Int32Array(length ?? 1));
  }

  bytes(name: string, length?: number): Uint8Array<ArrayBuffer> {
    const array = this.found(name, length);
    return array instanceof Uint8Array ? (array as Uint8Array<ArrayBuffer>) : this.missed(new Uint8Array(length ?? 1));
  }

  shorts(name: string, length?: number): Uint16Array<ArrayBuffer> {
    const array = this.found(name, length);
    return array instanceof Uint16Array
      ? (array as Uint16Array<ArrayBuffer>)
      : this.missed(new Uint16Array(length ?? 1));
  }

  doubles(name: string, length?: number): Float64Array<ArrayBuffer> {
    const array = this.found(name, length);
    return array instanceof Float64Array
      ? (array as Float64Array<ArrayBuffer>)
      : this.missed(new Float64Array(length ?? 1));
  }

  number(name: string): number {
    const value = this.contents.facts[name];
    return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : this.missed(0);
  }

  entries<K extends keyof OfType, V extends keyof OfType>(name: string, key: K, value: V): [OfType[K], OfType[V]][] {
    const list = this.contents.facts[name];
    const isPair = (pair: unknown) =>
      Array.isArray(pair) && pair.length === 2 && typeof pair[0] === key && typeof pair[1] === value;
    return Array.isArray(list) && list.every(isPair) ? (list as [OfType[K], OfType[V]][]) : this.missed([]);
  }

  private found(name: string, length: number | undefined): StateArray | undefined {
    const array = this.contents.arrays.get(name);
    return length === undefined || array?.length === length ? array : undefined;
  }

  private missed<T>(empty: T): T {
    this.fitting = false;
    return empty;
  }
}
