import type { PivotField, PivotRecord } from '../../src/fields';
import type { Chance } from './chance';
import type { Person } from './inventPeople';

/** France Travail, own base, another PLIE's Excel, paper: they err differently. */
export type Source = 'F' | 'A' | 'B' | 'C';

/** Share of records in which a field is empty, by source. */
const MISSING: Readonly<Record<Source, Partial<Record<PivotField, number>>>> = {
  F: { nir: 0.04, email: 0.2, phone: 0.1, postcode: 0.02, birthPlaceName: 0.1 },
  A: { nir: 0.3, franceTravailNumber: 0.25, email: 0.3, phone: 0.15, birthPlaceCode: 0.15, birthPlaceName: 0.1 },
  B: { nir: 0.45, franceTravailNumber: 0.35, email: 0.4, phone: 0.25, birthPlaceCode: 0.4, birthPlaceName: 0.25 },
  C: {
    nir: 0.65,
    franceTravailNumber: 0.6,
    email: 0.5,
    phone: 0.2,
    birthPlaceCode: 0.8,
    birthPlaceName: 0.3,
    birthDate: 0.02,
    sex: 0.05,
  },
};
const CARELESS: Readonly<Record<Source, number>> = { F: 0.5, A: 1, B: 1.3, C: 2 };

const KEYBOARD = ['AZERTYUIOP', 'QSDFGHJKLM', 'WXCVBN'];
const SOUNDS: readonly (readonly [string, string])[] = [
  ['PH', 'F'],
  ['TH', 'T'],
  ['EAU', 'O'],
  ['AU', 'O'],
  ['Y', 'I'],
  ['SS', 'S'],
  ['MM', 'M'],
  ['LL', 'L'],
  ['OU', 'U'],
  ['C', 'K'],
  ['AI', 'E'],
];
const SCANNED: readonly (readonly [string, string])[] = [
  ['RN', 'M'],
  ['I', 'L'],
  ['O', 'Q'],
  ['CL', 'D'],
  ['B', 'R'],
];

/** One record of a person as a source would hold it, errors included. */
export function writeDown(person: Person, source: Source, chance: Chance): PivotRecord {
  const careless = CARELESS[source];
  const record: Partial<Record<PivotField, string>> = {
    ...writtenNames(person, careless, chance),
    sex: chance.is(0.006 * careless) ? (person.sex === 'F' ? 'M' : 'F') : person.sex,
    birthDate: writtenDate(person.birthDate, careless, chance),
    birthPlaceCode: person.placeCode,
    birthPlaceName: person.placeName,
    birthCountryCode: person.countryCode,
    nir: writtenNir(person.nir, careless, chance),
    franceTravailNumber: chance.is(0.004 * careless)
      ? digitOff(person.franceTravailNumber, chance)
      : person.franceTravailNumber,
    email: chance.is(0.18) ? `autre${String(chance.below(90_000))}@gmail.com` : person.email,
    phone: writtenPhone(chance.is(0.2) ? `06${String(chance.below(1e8)).padStart(8, '0')}` : person.phone, chance),
    postcode: chance.is(0.2)
      ? `${person.postcode.slice(0, 2)}${String(chance.below(60) * 10).padStart(3, '0')}`
      : person.postcode,
  };
  if (person.placeCode !== person.countryCode && chance.is(0.02 * careless)) {
    record.birthPlaceName = person.placeName.slice(0, -1);
    delete record.birthPlaceCode;
  }
  for (const [field, share] of Object.entries(MISSING[source])) {
    if (chance.is(share)) delete record[field as PivotField];
  }
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')) as PivotRecord;
}

function writtenNames(person: Person, careless: number, chance: Chance): Partial<Record<PivotField, string>> {
  let { birthName, usageName } = person;
  if (usageName) {
    const way = chance.next();
    if (way < 0.2) [birthName, usageName] = [usageName, ''];
    else if (way < 0.28) [birthName, usageName] = [usageName, birthName];
    else if (way < 0.35) [birthName, usageName] = [`${birthName}-${usageName}`, ''];
    else if (way < 0.6) usageName = '';
  }
  if (birthName.includes('-'))
    birthName = chance.oneOf([birthName, birthName.replace('-', ' '), birthName.split('-')[0]!]);
  let givenNames = person.givenNames.join(chance.oneOf([' ', ', ']));
  if (chance.is(0.4)) givenNames = person.givenNames[0]!;
  else if (chance.is(0.04 * careless)) givenNames = [...person.givenNames].reverse().join(' ');
  if (chance.is(0.03 * careless)) givenNames = person.givenNames[0]!.slice(0, chance.between(3, 6));
  birthName = misspelt(birthName, 0.06 * careless, chance);
  givenNames = misspelt(givenNames, 0.05 * careless, chance);
  if (chance.is(0.008 * careless)) [birthName, givenNames] = [givenNames, birthName];
  const cased = chance.is(0.3) ? capitalised : (name: string) => name;
  return { birthName: cased(birthName), usageName: cased(usageName), firstNames: cased(givenNames) };
}

function misspelt(name: string, probability: number, chance: Chance): string {
  if (name.length < 3 || !chance.is(probability)) return name;
  const way = chance.next();
  if (way < 0.3) return replacedSound(name, SOUNDS, chance);
  if (way < 0.4) return replacedSound(name, SCANNED, chance);
  const at = chance.between(1, name.length - 1);
  if (way < 0.55) return name.slice(0, at) + name.slice(at + 1);
  if (way < 0.7) return name.slice(0, at) + name[at]! + name.slice(at);
  if (way < 0.8) return name.slice(0, at - 1) + name[at]! + name[at - 1]! + name.slice(at + 1);
  const row = KEYBOARD.find((keys) => keys.includes(name[at]!));
  const key = row ? row[Math.max(0, Math.min(row.length - 1, row.indexOf(name[at]!) + chance.oneOf([-1, 1])))]! : 'E';
  return name.slice(0, at) + key + name.slice(at + 1);
}

function replacedSound(name: string, pairs: readonly (readonly [string, string])[], chance: Chance): string {
  const fitting = pairs.filter(([from]) => name.includes(from));
  if (fitting.length === 0) return `${name}E`;
  const [from, to] = chance.oneOf(fitting);
  return name.replace(from, to);
}

function writtenDate(date: string, careless: number, chance: Chance): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const way = chance.next() / careless;
  if (way < 0.008 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (way < 0.02) return `${year}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`;
  if (way < 0.026)
    return `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-${day === '31' ? '30' : Number(day) > 28 ? '28' : day}`;
  if (way < 0.034)
    return `${String(Number(year) + chance.oneOf([-1, 1, -10, 10]))}-${month}-${day === '29' ? '28' : day}`;
  return way < 0.038 ? `${year}-01-01` : date;
}

function writtenNir(nir: string, careless: number, chance: Chance): string {
  const written = chance.is(0.012 * careless) ? digitOff(nir, chance) : nir;
  return chance.is(0.2) ? written.slice(0, 13) : written;
}

function writtenPhone(phone: string, chance: Chance): string {
  const national = chance.is(0.012) ? digitOff(phone, chance) : phone;
  return chance.oneOf([national, national.replace(/(\d\d)(?=\d)/g, '$1 '), `+33${national.slice(1)}`]);
}

function digitOff(number: string, chance: Chance): string {
  const at = chance.between(1, number.length - 1);
  return number.slice(0, at) + String(chance.below(10)) + number.slice(at + 1);
}

function capitalised(name: string): string {
  return name.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
}
