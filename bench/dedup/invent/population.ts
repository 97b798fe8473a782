import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Urn, type Chance } from '../../linkage/chance';
import { Numbers } from './numbers';
import { ORIGINS, type Origin } from './origins';
import type { Home, Person } from './person';
import { ABROAD, ALGERIA_BEFORE_1962, COMMUNES, HOMES, OVERSEAS, STREETS, type Town } from './towns';

const DATA = join(__dirname, '../../../../shared/data');
/** Share of people born in France who were born in a town of the table; the others anywhere. */
const BORN_IN_A_LARGE_TOWN = 0.4;
const NO_EMAIL = 0.22;

/** Draws people by where they come from; every one has own numbers, telephone and address. */
export class Population {
  readonly numbers: Numbers;
  private readonly origins = new Urn<Origin>(ORIGINS, ({ share }) => share);
  private readonly insee: Record<'names' | 'F' | 'M', Urn<string>>;
  private readonly commonNames: Record<'surnames' | 'F' | 'M', readonly string[]>;
  private readonly byRank = new Map<readonly unknown[], Urn<unknown>>();
  private readonly communes: readonly Town[];
  private readonly mailboxes = new Set<string>();
  private count = 0;

  constructor(readonly chance: Chance) {
    this.numbers = new Numbers(chance);
    const given = rows('first-names.csv');
    const ofSex = (wanted: string) =>
      weighted(given.filter(([, sex]) => sex === wanted).map((row) => [row[0]!, row[2]!]));
    this.insee = {
      names: weighted(rows('surnames-insee.csv').filter(([name]) => name !== '_OTHER_')),
      F: ofSex('F'),
      M: ofSex('M'),
    };
    const most = (wanted: string) => given.filter(([, sex]) => sex === wanted).map(([name = '']) => name.toUpperCase());
    this.commonNames = {
      surnames: rows('surnames-insee.csv')
        .slice(0, 150)
        .map(([name = '']) => name),
      F: most('F').slice(0, 80),
      M: most('M').slice(0, 80),
    };
    this.communes = communesOfDevFile();
  }

  person(origin: Origin = this.origins.draw(this.chance)): Person {
    const { chance } = this;
    const sex = chance.is(0.53) ? 'F' : 'M';
    const born = this.bornIn(origin);
    const person: Person = {
      entity: String(this.count++),
      origin,
      birthName: this.surname(origin),
      usageName: '',
      givenNames: this.givenNames(origin, sex),
      sex,
      birthDate: this.birthDate(origin, born === 'DZ62' ? chance.between(1948, 1961) : this.birthYear()),
      town: this.town(born),
      nir: '',
      waitingNir: '',
      borrowedNir: '',
      othersNames: [],
      franceTravailNumber: this.numbers.franceTravail(),
      formerNumber: chance.is(0.22) ? this.numbers.formerFranceTravail() : '',
      phones: [this.phone()],
      emails: [],
      homes: [this.home()],
      kinds: [],
    };
    if (chance.is(0.3)) person.phones.push(this.phone());
    if (chance.is(0.2)) person.homes.push(this.home());
    if (sex === 'F' && Number(person.birthDate.slice(0, 4)) < 2002 && chance.is(origin.usageNames)) {
      person.usageName = this.surname(chance.is(0.8) ? origin : this.origins.draw(chance));
    } else if (sex === 'M' && chance.is(0.01)) person.usageName = this.surname(origin);
    this.enrol(person);
    return person;
  }

  /**
   * Someone else with some traits of a person; all that is not given is their own. Given names are others than those of
   * the whole family, unless given.
   */
  relative(of: Person, kind: string, traits: Partial<Person>, family: readonly Person[] = [of]): Person {
    const other: Person = { ...this.person(of.origin), ...traits };
    if (traits.sex && !traits.givenNames) other.givenNames = this.givenNames(of.origin, other.sex);
    for (let tries = 0; tries < 60 && !traits.givenNames && family.some((one) => shareName(other, one)); tries++) {
      other.givenNames = this.givenNames(of.origin, other.sex);
    }
    if (other.sex === 'M' && !traits.usageName) other.usageName = '';
    this.enrol(other, traits.emails);
    other.kinds = [kind];
    if (!of.kinds.includes(kind)) of.kinds = [...of.kinds, kind];
    return other;
  }

  /** Someone with a name that many have. */
  commonlyNamed(): Person {
    const { chance } = this;
    const person = this.person(chance.is(0.5) ? originOf('france') : undefined);
    if (person.origin.id !== 'france') return person;
    person.birthName = this.ranked(this.commonNames.surnames);
    person.givenNames = [this.ranked(this.commonNames[person.sex]), ...person.givenNames.slice(1)];
    this.enrol(person);
    return person;
  }

  /** NIR and e-mail after the traits are settled. */
  enrol(person: Person, emails?: string[]): void {
    const { chance } = this;
    person.nir = this.numbers.nir(person);
    person.waitingNir = person.town.country !== '99100' && chance.is(0.12) ? this.numbers.waitingNir(person) : '';
    person.emails = emails ?? (chance.is(NO_EMAIL) ? [] : [this.email(person)]);
    if (!emails && person.emails.length > 0 && chance.is(0.25)) person.emails.push(this.email(person));
  }

  surname(origin: Origin): string {
    if (origin.surnames.length === 0) {
      const name = this.insee.names.draw(this.chance);
      return this.chance.is(0.044) ? `${name}-${this.insee.names.draw(this.chance)}` : name;
    }
    const name = this.ranked(origin.surnames);
    return this.chance.is(origin.doubleSurnames ?? 0.01) ? `${name} ${this.ranked(origin.surnames)}` : name;
  }

  givenNames(origin: Origin, sex: 'F' | 'M'): string[] {
    const one = () => {
      const pool = origin.given[sex];
      return pool.length === 0 ? this.insee[sex].draw(this.chance).toUpperCase() : this.ranked(pool);
    };
    const french = origin.surnames.length === 0 || origin.id === 'overseas' || origin.id === 'congo';
    const share = this.chance.next();
    const count = french ? (share < 0.226 ? 1 : share < 0.64 ? 2 : share < 0.95 ? 3 : 4) : share < 0.86 ? 1 : 2;
    return [...new Set(Array.from({ length: count }, one))];
  }

  birthYear(): number {
    return this.chance.between(0, 3) === 0 ? this.chance.between(1960, 1979) : this.chance.between(1972, 2006);
  }

  birthDate(origin: Origin, year: number): string {
    const { chance } = this;
    if (chance.is(origin.defaultDate)) return chance.is(0.1) ? `${String(year)}-12-31` : `${String(year)}-01-01`;
    return new Date(Date.UTC(year, 0, 1 + chance.below(365))).toISOString().slice(0, 10);
  }

  home(): Home {
    const [postcode, city] = this.ranked(HOMES);
    return { postcode, city, street: this.chance.oneOf(STREETS), number: String(this.chance.between(1, 180)) };
  }

  phone(): string {
    return `0${this.chance.is(0.75) ? '6' : '7'}${String(this.chance.below(1e8)).padStart(8, '0')}`;
  }

  /** An address that nobody else has; namesakes may well have the same name at another provider. */
  email(person: Person): string {
    let drawn = this.drawnEmail(person);
    while (this.mailboxes.has(drawn))
      drawn = this.drawnEmail(person).replace('@', `${String(this.chance.below(100))}@`);
    this.mailboxes.add(drawn);
    return drawn;
  }

  private drawnEmail(person: Person): string {
    const { chance } = this;
    const given = plain(person.givenNames[0]!);
    const surname = plain(person.usageName && chance.is(0.4) ? person.usageName : person.birthName);
    const local = chance.oneOf([
      () => `${given}.${surname}`,
      () => `${given}${surname}${person.birthDate.slice(0, 4)}`,
      () => `${surname}.${given}${person.homes[0]!.postcode.slice(0, 2)}`,
      () => `${given.slice(0, 1)}${surname}${String(chance.between(1, 99))}`,
      () => `${given}${String(chance.between(1, 9999))}`,
      () => `${chance.oneOf(['titi', 'lili', 'nono', 'momo', 'mimi'])}${String(chance.below(100_000))}`,
    ])();
    return `${local}@${chance.oneOf(['gmail.com', 'gmail.com', 'hotmail.fr', 'hotmail.com', 'outlook.fr', 'yahoo.fr', 'orange.fr', 'laposte.net'])}`;
  }

  town(born: string): Town {
    const { chance } = this;
    if (born === 'OM') return chance.oneOf(OVERSEAS);
    if (born === 'DZ62') return this.ranked(ALGERIA_BEFORE_1962);
    if (born !== 'FR') return this.ranked(ABROAD[born]!);
    return chance.is(BORN_IN_A_LARGE_TOWN) ? this.ranked(COMMUNES) : chance.oneOf(this.communes);
  }

  bornIn({ bornIn }: Origin): string {
    let rest = this.chance.next();
    const found = Object.entries(bornIn).find(([, share]) => (rest -= share) < 0);
    return found?.[0] ?? Object.keys(bornIn)[0]!;
  }

  /** Draws by Zipf's law: the second of a list half as often as the first. */
  ranked<T>(list: readonly T[]): T {
    let urn = this.byRank.get(list);
    if (!urn) {
      const ranks = new Map<unknown, number>(list.map((item, rank) => [item, rank]));
      urn = new Urn<unknown>(list, (item) => 1 / (ranks.get(item)! + 2));
      this.byRank.set(list, urn);
    }
    return urn.draw(this.chance) as T;
  }
}

export const originOf = (id: string): Origin => ORIGINS.find((origin) => origin.id === id)!;

/** Brothers and sisters have no name in common, nor half of a compound name. */
function shareName(a: Person, b: Person): boolean {
  const words = ({ givenNames }: Person) => givenNames.flatMap((name) => name.split(/[- ]/));
  return words(a).some((word) => words(b).includes(word));
}

function plain(name: string): string {
  return name
    .replaceAll('İ', 'I')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function weighted(pairs: readonly (readonly string[])[]): Urn<string> {
  const births = new Map(pairs.map(([name = '', count]) => [name, Number(count)]));
  return new Urn([...births.keys()], (name) => births.get(name)!);
}

function rows(file: string): string[][] {
  const lines = readFileSync(join(DATA, file), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(','));
}

/** Codes and names of real communes, as the dev file happens to hold them; nothing else of it is used. */
function communesOfDevFile(): Town[] {
  const names = new Map<string, string>();
  for (const row of rows('french-dev-stress.csv')) {
    const [code = '', name = '', country] = row.slice(6, 9);
    if (country === '99100' && /^(?:\d|2[AB])\d{3,4}$/.test(code) && /^[A-Z' -]+$/.test(name)) names.set(code, name);
  }
  return [...names].map(([code, name]) => ({ code, name, country: '99100' }));
}
