const MOST_TEXTS = 200_000;

/** What texts were read as, kept so that the same text is not read twice; those of a look-up are forgotten with it. */
export class Memo {
  private readonly known = new Map<string, number>();
  private fresh: string[] = [];

  get(text: string): number | undefined {
    return this.known.get(text);
  }

  set(text: string, id: number): void {
    if (this.known.size >= MOST_TEXTS) return;
    // A cell cut out of a file holds the whole file in memory; a copy does not.
    const copy = (' ' + text).slice(1);
    this.known.set(copy, id);
    this.fresh.push(copy);
  }

  keep(): void {
    if (this.fresh.length > 0) this.fresh = [];
  }

  release(): void {
    for (const text of this.fresh) this.known.delete(text);
    if (this.fresh.length > 0) this.fresh = [];
  }
}
