import type { People } from './people';

/** Most keys that a record has; the place in the index is reserved. */
export const KEYS_A_RECORD = 24;
/** Room for the keys while they are made; those beyond {@link KEYS_A_RECORD} are left out. */
export const MOST_KEYS = 32;

/** Kinds of keys: two records that share one are compared. */
const KIND = {
  nir: 1,
  franceTravailNumber: 2,
  email: 3,
  phone: 4,
  dateAndGiven: 5,
  dateAndSurname: 6,
  names: 7,
  surnameAndYear: 8,
  sounds: 10,
  nationalId: 11,
  street: 12,
  surnameAndPlace: 13,
  givenAndPlace: 14,
  houseAndPlace: 15,
  date: 16,
  surname: 17,
  house: 19,
  givenAndYear: 18,
  givenAndHouse: 20,
  surnameAndHouse: 21,
  givenAndStreet: 22,
  givenAndMonth: 23,
  givenAndDay: 24,
  /** The year is added to it: the last of the kinds. */
  lettersAndYear: 100,
} as const;

/**
 * The keys of a row as 32-bit hashes, into `out`; returns how many. Chosen so that a true pair shares at least one in
 * more than 99.5 of 100 cases, with errors in any one or two fields.
 */
export function blockingKeys(people: People, row: number, out: Int32Array): number {
  let count = identifierKeys(people, row, out);
  count = nameKeys(people, row, out, count);
  count = dateKeys(people, row, out, count);
  return addressKeys(people, row, out, count);
}

function identifierKeys(people: People, row: number, out: Int32Array): number {
  let count = 0;
  const nir = people.nir[row]!;
  const number = people.franceTravailNumber[row]!;
  const phone = people.phone[row]!;
  if (nir) out[count++] = hashed(KIND.nir, low(nir), high(nir));
  if (number) out[count++] = hashed(KIND.franceTravailNumber, low(number), high(number));
  if (phone) out[count++] = hashed(KIND.phone, low(phone), high(phone));
  if (people.email[row]) out[count++] = hashed(KIND.email, people.email[row]!, 0);
  if (people.nationalId[row]) out[count++] = hashed(KIND.nationalId, people.nationalId[row]!, 0);
  return count;
}

function nameKeys(people: People, row: number, out: Int32Array, from: number): number {
  const { words, surnames, givenNames } = people;
  let count = from;
  const given = people.given[row]!;
  const first = given ? givenNames.part(given, 0) : 0;
  const birth = surnames.whole[people.birthName[row]!]!;
  const usage = surnames.whole[people.usageName[row]!]!;
  const year = Math.floor(people.birthDate[row]! / 10_000);
  if (birth && first) {
    out[count++] = hashedEitherWay(KIND.names, birth, first);
    out[count++] = hashedEitherWay(KIND.sounds, words.sound(birth), words.sound(first));
  }
  if (usage && usage !== birth && first) out[count++] = hashedEitherWay(KIND.names, usage, first);
  if (birth && year) out[count++] = hashed(KIND.surnameAndYear, birth, year);
  if (usage && usage !== birth && year) out[count++] = hashed(KIND.surnameAndYear, usage, year);
  if (birth && first && year) {
    out[count++] = hashedEitherWay(KIND.lettersAndYear + year, letters(people, birth, 4), letters(people, first, 3));
  }
  return count;
}

/** Day and month in either order, so that a date with both changed over keeps its keys. */
function dateKeys(people: People, row: number, out: Int32Array, from: number): number {
  const date = people.birthDate[row]!;
  if (!date) return from;
  const { surnames, givenNames } = people;
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  const when = Math.floor(date / 10_000) * 10_000 + Math.min(month, day) * 100 + Math.max(month, day);
  let count = from;
  const given = people.given[row]!;
  for (let i = 0; i < Math.min(2, given ? givenNames.partCount(given) : 0); i++) {
    out[count++] = hashed(KIND.dateAndGiven, when, letters(people, givenNames.part(given, i), 2));
  }
  const birth = people.birthName[row]!;
  const usage = people.usageName[row]!;
  if (birth) out[count++] = hashed(KIND.dateAndSurname, when, letters(people, surnames.whole[birth]!, 3));
  if (usage) out[count++] = hashed(KIND.dateAndSurname, when, letters(people, surnames.whole[usage]!, 3));
  const parts = surnames.partCount(birth);
  if (parts > 1) {
    out[count++] = hashed(KIND.dateAndSurname, when, letters(people, surnames.part(birth, parts - 1), 3));
  }
  return count;
}

/**
 * Records without a number or a telephone (other files than France Travail's) are bridged by address, and by date or
 * name alone where few share it.
 */
function addressKeys(people: People, row: number, out: Int32Array, from: number): number {
  const { surnames, givenNames, words } = people;
  let count = from;
  const street = people.street[row]!;
  const postcode = people.postcode[row]!;
  if (street) out[count++] = hashed(KIND.street, street, postcode);
  const number = people.streetNumber[row]!;
  if (street && number) out[count++] = hashed(KIND.house, street, number);
  const foreign = people.nir[row] === 0 && people.franceTravailNumber[row] === 0 && people.phone[row] === 0;
  if (!foreign) return count;
  const given = people.given[row]!;
  const first = given ? givenNames.part(given, 0) : 0;
  const birth = surnames.whole[people.birthName[row]!]!;
  const place = postcode || people.placeName[row]! || people.city[row]!;
  const date = people.birthDate[row]!;
  const city = people.city[row]!;
  if (first && city) out[count++] = hashed(KIND.givenAndPlace, words.sound(first), city);
  if (first && place && place !== city) out[count++] = hashed(KIND.givenAndPlace, words.sound(first), place);
  if (birth && place) out[count++] = hashed(KIND.surnameAndPlace, words.sound(birth), place);
  if (date) out[count++] = hashed(KIND.date, date, 0);
  if (birth) out[count++] = hashed(KIND.surname, birth, 0);
  if (number && place) out[count++] = hashed(KIND.houseAndPlace, number, place);
  const year = Math.floor(date / 10_000);
  if (first && year) out[count++] = hashed(KIND.givenAndYear, first, year);
  if (first && number) out[count++] = hashed(KIND.givenAndHouse, words.sound(first), number);
  if (birth && number) out[count++] = hashed(KIND.surnameAndHouse, words.sound(birth), number);
  if (first && street) out[count++] = hashed(KIND.givenAndStreet, letters(people, first, 1), street);
  if (first && date) {
    out[count++] = hashed(KIND.givenAndMonth, letters(people, first, 2), Math.floor(date / 100));
    out[count++] = hashed(KIND.givenAndDay, letters(people, first, 2), date % 10_000);
  }
  return count;
}

function letters(people: People, word: number, count: number): number {
  const { letters: pool, start, length } = people.words;
  let packed = 0;
  for (let i = 0; i < count && i < length[word]!; i++) packed = packed * 64 + pool[start[word]! + i]!;
  return packed;
}

function low(number: number): number {
  return number % 0x10000000 | 0;
}

function high(number: number): number {
  return Math.floor(number / 0x10000000) | 0;
}

function hashedEitherWay(kind: number, a: number, b: number): number {
  return a < b ? hashed(kind, a, b) : hashed(kind, b, a);
}

/** Murmur3's mixing of three numbers. */
function hashed(kind: number, a: number, b: number): number {
  let hash = mixed(mixed(Math.imul(kind, 0x9e3779b1), a), b);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function mixed(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const turned = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}
