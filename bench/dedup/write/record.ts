import type { PivotField, PivotRecord } from '../../../src/fields';
import type { Chance } from '../../linkage/chance';
import type { Person } from '../invent/person';
import { writtenNames } from './names';
import { SOURCES, type Habits } from './sources';

/** One record of a person as a source holds it, its errors included. */
export function writeRecord(person: Person, source: string, chance: Chance): PivotRecord {
  const habits = SOURCES[source]!;
  const home = latest(person.homes, habits, chance)!;
  const record: Partial<Record<PivotField, string>> = {
    ...writtenNames(person, habits, chance),
    sex: chance.is(0.004 * habits.careless) ? (person.sex === 'F' ? 'M' : 'F') : person.sex,
    birthDate: writtenDate(person, habits, chance),
    ...writtenPlace(person, habits, chance),
    nir: writtenNir(person, habits, chance),
    franceTravailNumber: writtenNumber(person, habits, chance),
    email: writtenEmail(latest(person.emails, habits, chance) ?? '', habits, chance),
    phone: writtenPhone(latest(person.phones, habits, chance) ?? '', habits, chance),
    postcode: home.postcode.startsWith('0') && chance.is(0.1) ? home.postcode.slice(1) : home.postcode,
    city: home.city,
    street: home.street,
    streetNumber: home.number,
  };
  if (chance.is(0.012)) record.postcode = `${home.postcode.slice(0, 3)}${String(chance.below(10))}0`;
  for (const [field, share] of Object.entries(habits.empty)) {
    if (chance.is(share)) delete record[field as PivotField];
  }
  if (!record.street) delete record.streetNumber;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')) as PivotRecord;
}

/** The newest, or an older one where the source is not up to date. */
function latest<T>(list: readonly T[], { outdated }: Habits, chance: Chance): T | undefined {
  return list.length > 1 && chance.is(outdated) ? list[1] : list[0];
}

function writtenDate({ birthDate }: Person, { careless }: Habits, chance: Chance): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const way = chance.next() / careless;
  const two = (value: number) => String(value).padStart(2, '0');
  if (way < 0.01) return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : birthDate;
  if (way < 0.022) return `${year}-${month}-${two(Math.min(28, (Number(day) % 28) + chance.oneOf([1, 10, 2])))}`;
  if (way < 0.026) return `${year}-${two((Number(month) % 12) + 1)}-${two(Math.min(28, Number(day)))}`;
  if (way < 0.033)
    return `${String(Number(year) + chance.oneOf([-1, 1, -10, 10, -2]))}-${month}-${two(Math.min(28, Number(day)))}`;
  if (way < 0.038) return chance.is(0.8) ? `${year}-01-01` : `${year}-12-31`;
  return way < 0.04 ? `${String(chance.between(1965, 2004))}-${month}-${two(Math.min(28, Number(day)))}` : birthDate;
}

function writtenPlace(person: Person, habits: Habits, chance: Chance): Partial<Record<PivotField, string>> {
  const { town } = person;
  const other = town.also && town.also.length > 0 && chance.is(0.3) ? chance.oneOf(town.also) : {};
  const name = other.name ?? town.name;
  if (town.country !== '99100') {
    const place = { birthPlaceCode: other.code ?? town.code, birthCountryCode: town.country };
    // Some take the town where they live for the town where they were born.
    return chance.is(habits.countryOnly) ? place : { ...place, birthPlaceName: name };
  }
  const mistaken = chance.is(0.006 * habits.careless);
  return {
    birthPlaceCode: mistaken
      ? `${town.code.slice(0, 2)}${String(chance.between(1, 650)).padStart(3, '0')}`
      : (other.code ?? town.code),
    birthPlaceName: mistaken ? '' : name,
    birthCountryCode: '99100',
  };
}

function writtenNir(person: Person, habits: Habits, chance: Chance): string {
  let nir = person.nir;
  if (person.waitingNir && chance.is(0.5)) nir = person.waitingNir;
  const borrowed = person.borrowedNir !== '' && chance.is(0.35);
  if (borrowed) nir = person.borrowedNir;
  if (chance.is(borrowed ? 0.2 : 0.012 * habits.careless)) nir = mistyped(nir, chance);
  return chance.is(habits.shortNir) ? nir.slice(0, 13) : nir;
}

function writtenNumber(person: Person, habits: Habits, chance: Chance): string {
  const number =
    person.formerNumber && chance.is(habits.formerNumber) ? person.formerNumber : person.franceTravailNumber;
  return chance.is(0.004 * habits.careless) ? mistyped(number, chance) : number;
}

function writtenPhone(phone: string, habits: Habits, chance: Chance): string {
  if (!phone) return '';
  const national = chance.is(0.01 * habits.careless) ? mistyped(phone, chance) : phone;
  const way = chance.next();
  if (way < 0.35) return national;
  if (way < 0.6) return national.replace(/(\d\d)(?=\d)/g, '$1 ');
  if (way < 0.7) return national.replace(/(\d\d)(?=\d)/g, '$1.');
  if (way < 0.85) return `+33${national.slice(1)}`;
  return way < 0.95 ? national.slice(1) : `0033 ${national.slice(1)}`;
}

function writtenEmail(email: string, habits: Habits, chance: Chance): string {
  if (!email) return '';
  if (chance.is(0.012 * habits.careless)) return email.replace(/@(.)/, (_, letter: string) => `${letter}@`);
  return chance.is(0.1) ? email.toUpperCase() : email;
}

/** One digit wrong, two changed over, or one too few. */
function mistyped(number: string, chance: Chance): string {
  const at = chance.between(1, number.length - 1);
  const way = chance.next();
  if (way < 0.55)
    return number.slice(0, at) + String((Number(number[at]) + chance.between(1, 9)) % 10 || 0) + number.slice(at + 1);
  if (way < 0.85) return number.slice(0, at - 1) + number[at]! + number[at - 1]! + number.slice(at + 1);
  return number.slice(0, at) + number.slice(at + 1);
}
