import { isOver, shown, type Content, type Held } from './content';

/** Somebody whom the PLIE accompanies, as its own list has them today. */
export interface Person {
  readonly id: string;
  listed: boolean;
  start: string;
  pause: string;
  exit: string;
  met: string;
  referent: string;
}

/** A word that the ledger believes to stand, or to have stood, at France Travail. */
interface Word {
  readonly run: number;
  readonly statut: Content['statut'];
  readonly version: number;
}

/** One accompaniment: what France Travail holds, and what the ledger knows of it. */
interface Entry {
  held: Held;
  /** The ledger speaks of it: neither lost nor forgotten. */
  known: boolean;
  readonly words: Word[];
  /** What was said of it before lies in a ledger that is lost. */
  pastLost: boolean;
}

export interface Statement {
  readonly reference: string;
  readonly person: Person;
  readonly content: Content;
  readonly run: number;
}

export interface InTheAir extends Statement {
  readonly version: number;
  /** It has arrived, and only the ledger does not know it yet. */
  readonly landed: boolean;
}

/** Day on which absence closes an accompaniment. */
export const ABSENT_SINCE = '2026-11-20';

/** What France Travail should know, computed without the package: the list, what was told, what is in the air. */
export class Model {
  readonly people: Person[] = [];
  readonly entries = new Map<string, Entry>();
  readonly air = new Map<string, InTheAir>();
  /** People whose number the ledger keeps, to close what is absent. */
  readonly numbers = new Set<Person>();
  run = 0;
  /** An export was sent, by the ledger that is there now. */
  sent = false;
  mustReconcile = false;
  /** Nothing has gone wrong so far: versions have no gap. */
  calm = true;
  days = 0;

  constructor(
    readonly closesAbsent: boolean,
    private readonly keys: boolean,
  ) {}

  newDay(): string {
    this.days += 1;
    return new Date(Date.UTC(2026, 0, 1 + this.days)).toISOString().slice(0, 10);
  }

  /** The latest entry of which the ledger speaks. */
  latest({ id }: Person): { readonly number: number; readonly entry: Entry } | undefined {
    for (let number = this.people.length + this.days; number > 0; number -= 1) {
      const entry = this.entries.get(`${id}.${number}`);
      if (entry?.known) return { number, entry };
    }
    return undefined;
  }

  /** What has to be said of somebody, now that France Travail holds `held` of their latest entry. */
  wanted(person: Person, landed?: InTheAir): Statement | undefined {
    const last = this.#latestWith(person, landed);
    const say = (number: number, content: Content): Statement | undefined => {
      const same = last?.number === number && shown(last.content) === shown(content);
      return same ? undefined : { reference: `${person.id}.${number}`, person, content, run: this.run };
    };
    if (!person.listed) {
      const closes = this.closesAbsent && last && !isOver(last.content) && this.numbers.has(person);
      return closes ? say(last.number, closedFor(last.content)) : undefined;
    }
    const content = contentOf(person);
    const leaves = content.statut === 'CLOS';
    if (!last) return leaves ? undefined : say(1, content);
    if (!isOver(last.content) || person.start <= last.content.start) return say(last.number, content);
    return leaves ? undefined : say(last.number + 1, content);
  }

  /** What one sending has to say of somebody, in this order: what is in the air and had not landed, then the difference. */
  agenda(person: Person): readonly (Statement | InTheAir)[] {
    const open = [...this.air.values()].filter((one) => one.person === person);
    const repeated = open.filter((one) => !one.landed && this.keys && one.version > this.versionOf(one.reference));
    const settled = open.filter((one) => one.landed || repeated.includes(one));
    const difference = this.wanted(person, settled.at(-1));
    return difference ? [...repeated, difference] : repeated;
  }

  versionOf(reference: string): number {
    return this.entries.get(reference)?.held.version ?? 0;
  }

  /** Before a sending: the numbers of the people whom absence may close later. */
  keepNumbers(): void {
    if (!this.closesAbsent) return;
    for (const person of this.people) {
      if (person.listed && person.exit === '') this.numbers.add(person);
    }
  }

  forgetNumbers(): void {
    for (const person of [...this.numbers]) {
      const last = this.latest(person);
      if (!last || isOver(last.entry.held.content)) this.numbers.delete(person);
    }
  }

  take(reference: string, held: Held): Entry {
    const entry = this.entries.get(reference) ?? { held, known: false, words: [], pastLost: false };
    entry.held = held;
    this.entries.set(reference, entry);
    return entry;
  }

  /** The ledger is gone, and what France Travail holds is believed instead; what was taken back is nobody's any more. */
  lose(): void {
    this.air.clear();
    this.numbers.clear();
    for (const entry of this.entries.values()) {
      entry.known = entry.held.content.statut !== 'ANNULE';
      entry.words.length = 0;
      entry.pastLost = true;
    }
    this.sent = false;
    this.mustReconcile = true;
  }

  #latestWith(person: Person, landed: InTheAir | undefined): { number: number; content: Content } | undefined {
    const last = this.latest(person);
    const known = last && { number: last.number, content: last.entry.held.content };
    if (!landed) return known;
    const number = Number(landed.reference.split('.').at(-1));
    return known && known.number > number ? known : { number, content: landed.content };
  }
}

export function contentOf({ start, pause, exit, met, referent }: Person): Content {
  if (exit) return { statut: 'CLOS', start, pause: '', exit, met, referent };
  if (pause) return { statut: 'SUSPENDU', start, pause, exit: '', met, referent };
  return { statut: 'OUVERT', start, pause: '', exit: '', met, referent };
}

/** Of who is on no list any more nothing is known but the start and the reason. */
function closedFor({ start }: Content): Content {
  return { statut: 'CLOS', start, pause: '', exit: ABSENT_SINCE, met: '', referent: '' };
}
