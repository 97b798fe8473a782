import { grownBytes } from './growing';

/** How often rows were counted, up to 255. */
export class RowCounts {
  private counts = new Uint8Array(1 << 10);

  count(row: number): void {
    this.counts = grownBytes(this.counts, row + 1);
    if (this.counts[row]! < 255) this.counts[row]!++;
  }

  of(row: number): number {
    return this.counts[row] ?? 0;
  }
}
