import type { Random } from '../../sandbox/world';
import type { PivotRecord } from '../../src/fields';
import type { Mark } from './marks';
import type { LineEnd, ProfileChange, WorkerOrder } from './orders';
import type { Goals, Tally } from './tally';
import { startWorker, type News, type WorkerProcess } from './workerProcess';

/** One list that is said by one worker after the other, each of which is killed but the last. */
export interface Lane {
  readonly name: string;
  readonly order: Omit<WorkerOrder, 'task' | 'profile'>;
  /** One worker after the other takes its turn with them. */
  readonly profiles: readonly [ProfileChange, ...ProfileChange[]];
  readonly people: readonly PivotRecord[];
  readonly seed: number;
}

/** What all lanes of a storm share. */
export interface Weather {
  readonly bundle: string;
  readonly cache: string;
  readonly goals: Goals;
  readonly tally: Tally;
  readonly random: Random;
  readonly onTrouble: (lane: string, words: string) => void;
}

/** How a lane ended: the list that was said last, and how each of its lines stood. */
export interface LaneEnd {
  readonly lane: Lane;
  readonly round: number;
  readonly ends: readonly LineEnd[];
}

/** Marks that a declaration takes, roughly: how long a worker lives is reckoned from it. */
const MARKS_PER_SEND = 8;
const LONGEST_JITTER_MS = 6;
/** A list says so little at times that no worker of it comes to be killed; then a later round does. */
const FIRST_ROUND = 1;

/** Runs a lane until the storm has had enough, and its last list was said to its end. */
export async function runLane(lane: Lane, weather: Weather): Promise<LaneEnd> {
  let spare = startWorker(weather.bundle, weather.cache);
  let from = FIRST_ROUND;
  for (let nth = 0; ; nth += 1) {
    const worker = spare;
    await worker.ready;
    // The next one loads while this one works.
    spare = startWorker(weather.bundle, weather.cache);
    const life = new Life(lane, weather, worker, lane.profiles[nth % lane.profiles.length] ?? lane.profiles[0], from);
    const end = await life.lived();
    from = life.round + 1;
    if (!end) continue;
    await spare.stop();
    return { lane, round: life.round, ends: end };
  }
}

/** The life of one worker, and when it is to end. */
class Life {
  /** The last list that was said to its end. */
  round: number;
  #open = 0;
  #writing = 0;
  #last: Mark | undefined;
  #untilKill: number;
  #killed = false;
  #finishing = false;
  #ends: readonly LineEnd[] | undefined;

  constructor(
    private readonly lane: Lane,
    private readonly weather: Weather,
    private readonly worker: WorkerProcess,
    private readonly profile: ProfileChange,
    from: number,
  ) {
    this.round = from - 1;
    this.#untilKill = this.#marksToLive();
  }

  /** Nothing when it was killed. @throws when it ended by itself, and not as it should */
  async lived(): Promise<readonly LineEnd[] | undefined> {
    const { people, seed, order } = this.lane;
    const task = { kind: 'rounds' as const, people, seed, from: this.round + 1 };
    this.worker.go({ ...order, profile: this.profile, task }, (news) => this.#hear(news));
    const well = await this.worker.ended;
    if (well) return this.#ends ?? [];
    if (!this.#killed) throw new Error(`${this.lane.name}: a worker ended by itself`);
    this.weather.tally.killed(this.#inTheAir ? this.#last : undefined);
    return undefined;
  }

  get #inTheAir(): boolean {
    return this.#open > 0 || this.#writing > 0;
  }

  #hear(news: News): void {
    if (news.kind === 'mark') this.#heardMark(news.mark);
    if (news.kind === 'round') this.round = news.round;
    if (news.kind === 'ends') this.#ends = news.ends;
    if (news.kind === 'trouble') this.weather.onTrouble(this.lane.name, news.words);
  }

  #heardMark(mark: Mark): void {
    const { tally, goals } = this.weather;
    // A look-up's line of the journal shares the commit of what stands beside it.
    if (mark.step !== 'note') this.#last = mark;
    this.#count(mark);
    if (mark.when === 'after' && mark.step === 'settle') tally.sends += mark.count;
    if (tally.hasReached(goals)) this.#finish();
    else if (this.#inTheAir && !this.#killed && tally.kills < goals.kills) this.#maybeKill();
  }

  #count({ when, step, count }: Mark): void {
    if (step === 'record') {
      this.#writing += when === 'before' ? 1 : -1;
      if (when === 'after') this.#open += count;
    }
    if (when === 'before') return;
    if (step === 'settle') this.#open = Math.max(0, this.#open - count);
    if (step === 'unsettled') this.#open = Math.max(this.#open, count);
  }

  #maybeKill(): void {
    this.#untilKill -= 1;
    if (this.#untilKill > 0) return;
    this.#killed = true;
    setTimeout(() => this.worker.kill(), this.weather.random.next() * LONGEST_JITTER_MS);
  }

  #finish(): void {
    if (this.#finishing || this.#killed) return;
    this.#finishing = true;
    this.worker.finish();
  }

  /** Kills keep pace with declarations: sooner when there were too few so far, later when there were too many. */
  #marksToLive(): number {
    const { goals, tally, random } = this.weather;
    const mean = Math.max(4, (MARKS_PER_SEND * goals.sends) / Math.max(1, goals.kills));
    const behind = tally.kills < (goals.kills * tally.sends) / goals.sends;
    return 1 + random.int(Math.ceil(mean * (behind ? 0.5 : 2.5)));
  }
}
