import type fc from 'fast-check';
import type { Plie } from './house';
import type { Model, Person } from './model';

/** Something that happens in the PLIE's own list; nobody is told before the next sending. */
class Life implements fc.AsyncCommand<Model, Plie> {
  constructor(
    private readonly name: string,
    private readonly nth: number,
    private readonly may: (person: Person) => boolean,
    private readonly happens: (person: Person, model: Model) => void,
  ) {}
  check = (model: Model): boolean => {
    const person = model.people[this.nth];
    return person !== undefined && this.may(person);
  };
  run = async (model: Model): Promise<void> => this.happens(model.people[this.nth]!, model);
  toString = (): string => `${this.name} ${this.nth}`;
}

/** Somebody new, on the list from today on. */
export function addTo(model: Model): void {
  const start = model.newDay();
  const id = `D-${model.people.length}`;
  model.people.push({ id, listed: true, start, pause: '', exit: '', met: start, referent: 'PREMIÈRE-FICTIVE' });
}

class Add implements fc.AsyncCommand<Model, Plie> {
  constructor(private readonly most: number) {}
  check = ({ people }: Model): boolean => people.length < this.most;
  run = async (model: Model): Promise<void> => addTo(model);
  toString = (): string => 'add';
}

const underWay = ({ listed, exit }: Person): boolean => listed && exit === '';

export const add = (most: number) => new Add(most);
export const change = (nth: number) =>
  new Life(
    'change',
    nth,
    ({ listed }) => listed,
    (person, model) => (person.met = model.newDay()),
  );
export const handOver = (nth: number) =>
  new Life('hand over', nth, underWay, (person, { days }) => (person.referent = `RELAIS-FICTIF ${days}`));
export const suspend = (nth: number) =>
  new Life(
    'suspend',
    nth,
    (one) => underWay(one) && one.pause === '',
    (one, model) => (one.pause = model.newDay()),
  );
export const resume = (nth: number) =>
  new Life(
    'resume',
    nth,
    ({ pause }) => pause !== '',
    (person) => (person.pause = ''),
  );
export const close = (nth: number) => new Life('close', nth, underWay, (one, model) => (one.exit = model.newDay()));
export const cancelExit = (nth: number) =>
  new Life(
    'take the exit back',
    nth,
    ({ listed, exit }) => listed && exit !== '',
    (person) => (person.exit = ''),
  );
export const remove = (nth: number) =>
  new Life(
    'remove',
    nth,
    ({ listed }) => listed,
    (one) => (one.listed = false),
  );
export const putBack = (nth: number) =>
  new Life(
    'put back',
    nth,
    (one) => !one.listed,
    (one) => (one.listed = true),
  );
/** A new accompaniment: another start, nothing left of the last one. */
export const comeBack = (nth: number) =>
  new Life(
    'come back',
    nth,
    ({ listed, exit }) => !listed || exit !== '',
    (person, model) => {
      Object.assign(person, { listed: true, start: model.newDay(), pause: '', exit: '' });
    },
  );
