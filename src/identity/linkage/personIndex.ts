import type { IdentityDecision } from '../decision';
import type { PivotRecord, Problem } from '../../fields';
import { Blocks } from './blocks';
import { conflictsAmong, conflictsAmongMany } from './conflicts';
import { prepareFrequencies } from './frequencies';
import { restoreContents, savedContents, type IndexParts } from './indexState';
import { readModel, type Model, type Setting } from './model';
import { settleOtherSide } from './otherSide';
import { PairScorer } from './pairScorer';
import { People } from './people';
import type { ScoredPair } from './scoredPair';
import { readState, writeState } from './stateFile';

/** Lets the event loop turn (`setImmediate` wrapped in a promise); handed in, since this room has no clock. */
export type Breathe = () => Promise<void>;

export interface LinkageOptions {
  /** How bold the decisions are. Default `prudent`. */
  readonly setting?: Setting;
  /** Pairs below this probability are not listed. Default 0.01. */
  readonly minProbability?: number;
  readonly model?: Model;
}

/** What a look-up found. */
export interface Verdict {
  readonly decision: IdentityDecision;
  /** Listed candidates, most probable first; `left` is the row of the index. */
  readonly matches: readonly ScoredPair[];
  /** Why the whole is decided so (several candidates); each match has its own reasons. */
  readonly reasons: readonly Problem[];
}

/** An index taken from its saved state, or why it could not be: build it from the list again. */
export type LoadedIndex =
  | { readonly status: 'loaded'; readonly index: PersonIndex }
  | { readonly status: 'refused'; readonly problem: Problem };

/**
 * Work before the event loop may turn, counted in pairs: some 5 ms. To read a record and look for its candidates is
 * worth so many pairs.
 */
const WORK_A_SLICE = 10_000;
const WORK_A_ROW = 25;

/** People to compare with, found in microseconds. Rows are numbered in the order of {@link add}, from 0. */
export class PersonIndex {
  readonly people = new People();
  private readonly blocks = new Blocks(this.people);
  private readonly removed = new Set<number>();
  private readonly scorer: PairScorer;
  private readonly baseModel: Model;
  private readonly found: number[] = [];
  /** Batches that are being matched: until they end, the names of their records are kept. */
  private batches = 0;
  readonly setting: Setting;
  readonly minProbability: number;

  constructor(options: LinkageOptions = {}) {
    this.setting = options.setting ?? 'prudent';
    this.minProbability = options.minProbability ?? 0.01;
    this.baseModel = options.model ?? readModel();
    this.scorer = new PairScorer(this.people, this.baseModel, () => this.size);
  }

  /** Builds an index of a whole list, slice by slice. */
  static async build(records: Iterable<PivotRecord>, breathe: Breathe, options?: LinkageOptions): Promise<PersonIndex> {
    await prepareFrequencies(breathe);
    const index = new PersonIndex(options);
    if (Array.isArray(records)) index.people.reserve(records.length);
    let inSlice = 0;
    for (const record of records) {
      index.write(record);
      if (++inSlice % (WORK_A_SLICE / WORK_A_ROW) === 0) await breathe();
    }
    await index.blocks.sort(breathe);
    index.people.trim();
    index.scorer.refresh();
    return index;
  }

  /**
   * The whole index as chunks of bytes, which {@link load} takes in the same order, joined or not. They hold personal
   * data (names, dates and places of birth, NIR, telephones), neither encrypted nor pseudonymised: where they lie, the
   * list itself might lie. Nothing may be added or removed until the promise is kept.
   */
  async save(breathe: Breathe): Promise<Uint8Array[]> {
    const { model } = this.scorer;
    const adapted = model === this.baseModel ? undefined : model;
    return writeState(savedContents(this.parts, this.baseModel, adapted), breathe);
  }

  /**
   * An index as it was saved: the same rows, the same decisions, with the same options. Refused where the bytes are cut,
   * changed, none of ours, or were written by another version or for another model; nothing is thrown.
   */
  static async load(
    bytes: Uint8Array | readonly Uint8Array[],
    breathe: Breathe,
    options?: LinkageOptions,
  ): Promise<LoadedIndex> {
    const reading = await readState(bytes, breathe);
    if (reading.status === 'fault') return refused(reading.fault);
    await prepareFrequencies(breathe);
    const index = new PersonIndex(options);
    const fault = await restoreContents(reading.contents, index.parts, index.baseModel, breathe);
    if (fault) return refused(fault);
    index.scorer.refresh();
    return { status: 'loaded', index };
  }

  private get parts(): IndexParts {
    const { people, blocks, removed, scorer } = this;
    const countRow = (row: number) => scorer.circumstances.shared.count(row, 1);
    return { people, blocks, removed, countRow, takeModel: (adapted) => this.useModel(adapted) };
  }

  get size(): number {
    return this.people.count - this.removed.size;
  }

  /** Adds a person; returns the row. */
  add(record: PivotRecord): number {
    if (this.batches === 0) this.forgetStaged();
    const row = this.write(record);
    this.blocks.add(row);
    this.scorer.refresh();
    return row;
  }

  /** Takes a person out; the row is not given to another. */
  remove(row: number): void {
    if (row < 0 || row >= this.people.count || this.removed.has(row)) return;
    this.blocks.remove(row);
    this.count(row, -1);
    this.removed.add(row);
    this.scorer.refresh();
  }

  /** Who of the index is this? */
  lookUp(record: PivotRecord): Verdict {
    const row = this.stage(record);
    const matches = this.matchesOf(row, row).sort(byWeight);
    return this.verdict(matches);
  }

  /**
   * Pairs between the index and other records: `left` is a row of the index, `right` the place in `records`. Candidates
   * of one record that cannot be one person are put to review.
   */
  async matchAll(
    records: readonly PivotRecord[],
    breathe: Breathe,
    onRow?: (done: number) => void,
  ): Promise<ScoredPair[]> {
    const pairs: ScoredPair[] = [];
    let since = 0;
    this.batches++;
    try {
      for (let i = 0; i < records.length; i++) {
        const row = this.stage(records[i]!);
        since += WORK_A_ROW + this.collect(row, row, i, pairs);
        if (since < WORK_A_SLICE) continue;
        since = 0;
        onRow?.(i);
        await breathe();
      }
    } finally {
      this.batches--;
    }
    const settled = await conflictsAmongMany(pairs, (a, b) => this.compare(a, b), 'left', breathe);
    const beside = new PersonIndex({ setting: this.setting });
    beside.useModel(this.scorer.model);
    return settleOtherSide(settled, records, beside, breathe);
  }

  /** Pairs within the index, each once, `left` before `right`. */
  async within(breathe: Breathe, onRow?: (done: number) => void): Promise<ScoredPair[]> {
    const pairs: ScoredPair[] = [];
    let since = 0;
    for (let row = 0; row < this.people.count; row++) {
      if (this.removed.has(row)) continue;
      since += WORK_A_ROW + this.collect(row, row, row, pairs);
      if (since < WORK_A_SLICE) continue;
      since = 0;
      onRow?.(row);
      await breathe();
    }
    return conflictsAmongMany(pairs, (a, b) => this.compare(a, b), 'both', breathe);
  }

  /** The pair of two rows, whatever its probability. */
  compare(left: number, right: number): ScoredPair {
    return this.scorer.described(left, right, this.scorer.weigh(left, right), this.setting);
  }

  /** Puts a record beside the index (row `people.count`), for comparing without adding it. */
  stage(record: PivotRecord): number {
    if (this.batches === 0) this.forgetStaged();
    return this.people.stage(record);
  }

  /** Names that only staged records bear would else fill the memory, look-up by look-up. */
  private forgetStaged(): void {
    this.people.release();
    this.scorer.release();
  }

  /** Rows before `row` that share a key with it. */
  candidatesOf(row: number): readonly number[] {
    const count = this.blocks.candidates(row, row, this.found);
    return this.found.slice(0, count);
  }

  /** From here on scores with another model, such as one adapted to the file. */
  useModel(model: Model): void {
    this.scorer.useModel(model);
  }

  get pairScorer(): PairScorer {
    return this.scorer;
  }

  private matchesOf(row: number, below: number): ScoredPair[] {
    const pairs: ScoredPair[] = [];
    this.collect(row, below, row, pairs);
    return pairs;
  }

  /** Scores the candidates of a row below `below`, appends what is listed; returns how many were scored. */
  private collect(row: number, below: number, named: number, pairs: ScoredPair[]): number {
    const count = this.blocks.candidates(row, below, this.found);
    const least = Math.log2(this.minProbability / (1 - this.minProbability));
    this.scorer.startRow(row);
    const kept = this.scorer.keepPossible(this.found, count, least);
    for (let i = 0; i < kept; i++) {
      const other = this.found[i]!;
      const weight = this.scorer.weighKept(other, row, i, least);
      if (weight >= least) pairs.push(this.scorer.described(other, row, weight, this.setting, named));
    }
    return count;
  }

  private verdict(listed: readonly ScoredPair[]): Verdict {
    const matches = conflictsAmong(listed, (a, b) => this.compare(a, b), 'left');
    const sure = matches.filter(({ decision }) => decision === 'duplicate');
    const doubtful = matches.some(({ decision }) => decision === 'review');
    const several: Problem[] =
      matches.length > 1 && listed.filter(({ decision }) => decision === 'duplicate').length > 1 && sure.length === 0
        ? [{ code: 'linkage.several', params: { count: listed.length } }]
        : [];
    if (sure.length > 0) return { decision: 'duplicate', matches, reasons: several };
    return { decision: doubtful ? 'review' : 'new', matches, reasons: several };
  }

  private write(record: PivotRecord): number {
    const row = this.people.add(record);
    this.count(row, 1);
    return row;
  }

  private count(row: number, by: 1 | -1): void {
    this.scorer.circumstances.shared.count(row, by);
    const { words, surnames, birthName, given, givenNames } = this.people;
    words.countSurname(surnames.whole[birthName[row]!]!, by);
    words.countGiven(given[row] ? givenNames.part(given[row]!, 0) : 0, by);
  }
}

function byWeight(a: ScoredPair, b: ScoredPair): number {
  return b.weight - a.weight || a.left - b.left;
}

function refused(fault: string): LoadedIndex {
  return { status: 'refused', problem: { code: `linkage.state.${fault}` } };
}
