/** What texts were read as, so that the same text is not read twice; those of a look-up are forgotten with it. */
export class Memo extends Map<string, number> {
  private fresh: string[] = [];

  override set(text: string, id: number): this {
    // A cell cut out of a file holds the whole file in memory; a copy does not.
    const copy = (' ' + text).slice(1);
    this.fresh.push(copy);
    return super.set(copy, id);
  }

  /** Texts read since the last call stay. */
  keep(): void {
    if (this.fresh.length > 0) this.fresh = [];
  }

  /** The texts that stay. */
  keptEntries(): [string, number][] {
    const passing = new Set(this.fresh);
    return [...this].filter(([text]) => !passing.has(text));
  }

  /** Forgets texts that were read for a look-up only. */
  release(): void {
    for (const text of this.fresh) this.delete(text);
    if (this.fresh.length > 0) this.fresh = [];
  }
}
