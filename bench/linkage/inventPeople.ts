import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nirKey } from '../../src/identity/nir';
import { Urn, type Chance } from './chance';

const DATA = join(__dirname, '../../../shared/data');

/** A person as they are, before anybody writes them down. */
export interface Person {
  entity: string;
  birthName: string;
  usageName: string;
  givenNames: string[];
  sex: 'F' | 'M';
  birthDate: string;
  placeCode: string;
  placeName: string;
  countryCode: string;
  nir: string;
  franceTravailNumber: string;
  email: string;
  phone: string;
  postcode: string;
  kinds: string[];
}

/** Towns abroad, few a country: namesakes often share one, as in life. */
const ABROAD = [
  ['99352', ['ALGER', 'ORAN', 'CONSTANTINE', 'TLEMCEN']],
  ['99350', ['CASABLANCA', 'OUJDA', 'FES', 'NADOR']],
  ['99341', ['DAKAR', 'THIES', 'SAINT LOUIS']],
  ['99312', ['KINSHASA', 'GOMA', 'LUBUMBASHI']],
  ['99212', ['KABOUL', 'HERAT', 'NANGARHAR']],
  ['99208', ['ANKARA', 'ISTANBUL', 'KONYA']],
] as const;
/** Surnames of INSEE's list that people born abroad often bear. */
const BORNE_ABROAD = /^(?:BEN|BOU|EL |AIT |ABD|DIA|TRA|OUL|KHE|MAM|SAI|HAM|HAD|MOH|YIL|OZ|KAR|NDI|SOW|FALL|DEMI)/;
const GIVEN_ABROAD = {
  M: 'MOHAMMED HOCINE BRAHIM SAID KAMEL FARID NABIL OUSMANE CHEIKH EMRE MURAT SAMIR JAMAL MOHAMED AHMED ALI YOUSSEF KARIM OMAR IBRAHIM MAMADOU RACHID HASSAN MUSTAFA ABDELKADER'.split(
    ' ',
  ),
  F: 'FATOUMATA NAIMA RACHIDA SOUAD HAFIDA MALIKA YAMINA ELIF AYSE DJAMILA FATIHA FATIMA KHADIJA AICHA MARIAM SAMIRA NADIA LEILA ZEYNEP AMINATA HALIMA ZOHRA'.split(
    ' ',
  ),
};

interface Listed {
  readonly name: string;
  readonly births: number;
}

/** Draws people: names by their births in France, one in four born abroad. */
export class PeopleSource {
  private readonly surnames: Urn<Listed>;
  private readonly surnamesAbroad: Urn<Listed>;
  private readonly given: Record<'F' | 'M', Urn<Listed>>;
  private readonly numbers = new Set<string>();
  private next = 0;

  constructor(private readonly chance: Chance) {
    const surnames = rows('surnames-insee.csv').map(([name = '', births]) => ({ name, births: Number(births) }));
    this.surnames = new Urn(
      surnames.filter(({ name }) => name !== '_OTHER_'),
      ({ births }) => births,
    );
    this.surnamesAbroad = new Urn(
      surnames.filter(({ name }) => BORNE_ABROAD.test(name)),
      ({ births }) => births,
    );
    const given = rows('first-names.csv');
    const ofSex = (wanted: string) =>
      given
        .filter(([, sex]) => sex === wanted)
        .map(([name = '', , births]) => ({ name: name.toUpperCase(), births: Number(births) }));
    this.given = {
      F: new Urn(ofSex('F'), ({ births }) => births),
      M: new Urn(ofSex('M'), ({ births }) => births),
    };
  }

  person(): Person {
    const { chance } = this;
    const sex = chance.is(0.52) ? 'F' : 'M';
    const abroad = chance.is(0.26) ? chance.oneOf(ABROAD) : undefined;
    const birthName = abroad ? this.surnamesAbroad.draw(chance).name : this.surname();
    const person: Person = {
      entity: String(this.next++),
      birthName,
      usageName: '',
      givenNames: abroad ? [chance.oneOf(GIVEN_ABROAD[sex])] : this.givenNames(sex),
      sex,
      birthDate: this.birthDate(abroad !== undefined),
      placeCode: '',
      placeName: '',
      countryCode: abroad ? abroad[0] : '99100',
      nir: '',
      franceTravailNumber: this.number(),
      email: '',
      phone: this.phone(),
      postcode: this.postcode(),
      kinds: [],
    };
    this.placeOf(person);
    person.nir = this.nirOf(person);
    person.email = this.emailOf(person);
    if (sex === 'F' && chance.is(0.33)) person.usageName = this.surname();
    return person;
  }

  /** Someone else with some traits of a person; own numbers, telephone and address unless given. */
  lookalike(of: Person, kind: string, traits: Partial<Person>): Person {
    const other = { ...this.person(), ...traits };
    while (!traits.givenNames && other.givenNames[0] === of.givenNames[0])
      other.givenNames = this.givenNames(other.sex);
    if (!traits.placeCode) this.placeOf(other);
    other.nir = this.nirOf(other);
    other.email = traits.email ?? this.emailOf(other);
    other.kinds = [kind];
    of.kinds.push(kind);
    return other;
  }

  surname(): string {
    return this.chance.is(0.045) ? `${this.oneSurname()}-${this.oneSurname()}` : this.oneSurname();
  }

  private oneSurname(): string {
    return this.surnames.draw(this.chance).name;
  }

  givenName(sex: 'F' | 'M'): string {
    return this.given[sex].draw(this.chance).name;
  }

  givenNames(sex: 'F' | 'M'): string[] {
    const count = this.chance.oneOf([1, 1, 2, 2, 3]);
    return [...new Set(Array.from({ length: count }, () => this.givenName(sex)))];
  }

  phone(): string {
    return `0${this.chance.oneOf(['6', '7'])}${String(this.chance.below(1e8)).padStart(8, '0')}`;
  }

  postcode(): string {
    return this.chance.oneOf(['59', '62', '13', '80']) + String(this.chance.below(60) * 10).padStart(3, '0');
  }

  birthDate(abroad: boolean, year = this.chance.between(1958, 2005)): string {
    if (abroad && this.chance.is(0.25)) return `${String(year)}-01-01`;
    const day = new Date(Date.UTC(year, 0, 1 + this.chance.below(365)));
    return day.toISOString().slice(0, 10);
  }

  emailOf({ givenNames, birthName, birthDate }: Person): string {
    const { chance } = this;
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase();
    const name = chance.oneOf([
      `${plain(givenNames[0]!)}.${plain(birthName)}`,
      `${plain(givenNames[0]!)[0] ?? ''}${plain(birthName)}`,
      `${plain(birthName)}${plain(givenNames[0]!)}`,
      `pseudo${String(chance.below(90_000))}`,
    ]);
    const digits = chance.oneOf(['', '', birthDate.slice(2, 4), String(chance.below(1000))]);
    return `${name}${digits}@${chance.oneOf(['gmail.com', 'orange.fr', 'hotmail.fr', 'laposte.net', 'free.fr'])}`;
  }

  private number(): string {
    return String(this.chance.below(1e10)).padStart(11, '0');
  }

  private placeOf(person: Person): void {
    const abroad = ABROAD.find(([code]) => code === person.countryCode);
    if (abroad) {
      person.placeCode = abroad[0];
      person.placeName = this.chance.oneOf(abroad[1]);
      return;
    }
    const commune = this.chance.is(0.3) ? this.chance.below(5) : this.chance.below(3000);
    const code = String(commune);
    person.placeCode = `${this.chance.oneOf(['59', '62', '13', '80'])}${code.padStart(3, '0').slice(-3)}`;
    person.placeName = `COMMUNE ${person.placeCode.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)]!)}`;
  }

  private nirOf({ sex, birthDate, placeCode, countryCode }: Person): string {
    const place = countryCode === '99100' ? placeCode : countryCode;
    const stem = `${sex === 'M' ? '1' : '2'}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${place}`;
    let body = '';
    // No two people have one number, but where a month and a country have no number left.
    for (let tries = 0; tries < 50 && (body === '' || this.numbers.has(body)); tries++) {
      body = stem + String(this.chance.between(1, 990)).padStart(3, '0');
    }
    this.numbers.add(body);
    return body + nirKey(body);
  }
}

function rows(file: string): string[][] {
  const lines = readFileSync(join(DATA, file), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(','));
}
