import type { PivotField } from '../../../src/fields';

/** Habits of a source: what it holds, how carefully it writes, how it treats names and numbers. */
export interface Habits {
  /** How often it is met. */
  readonly share: number;
  /** Times the usual rate of errors in names, dates and numbers. */
  readonly careless: number;
  /** Share of records in which a field is empty; not named: never. */
  readonly empty: Partial<Readonly<Record<PivotField, number>>>;
  readonly case: 'upper' | 'mixed' | 'any';
  /** Accents and special letters: kept, dropped, or broken by a wrong encoding now and then. */
  readonly accents: 'kept' | 'dropped' | 'broken';
  /** Share of the women with a usage name who stand under it in place of the birth name. */
  readonly usageAsBirth: number;
  /** Longest name that fits, in characters. */
  readonly longest: number;
  /** Share in which only the first given name is kept. */
  readonly firstGivenOnly: number;
  /** Share with 13 characters instead of 15. */
  readonly shortNir: number;
  /** Whether a birthplace abroad is the country only. */
  readonly countryOnly: number;
  readonly misread: 'typed' | 'heard' | 'scanned';
  /** Share that knows the former France Travail number instead. */
  readonly formerNumber: number;
  /** Share that holds an old telephone, e-mail or address where there is one. */
  readonly outdated: number;
}

/** `F` France Travail, `A` own base, `B` another PLIE's Excel, `C` paper read by a scanner, `D` the département's list. */
export const SOURCES: Readonly<Record<string, Habits>> = {
  F: {
    share: 0.26,
    careless: 0.5,
    empty: { nir: 0.05, email: 0.15, phone: 0.08, birthPlaceName: 0.1, city: 1, street: 1, usageName: 0.1 },
    case: 'upper',
    accents: 'dropped',
    usageAsBirth: 0.06,
    longest: 32,
    firstGivenOnly: 0.6,
    shortNir: 0.05,
    countryOnly: 0.15,
    misread: 'typed',
    formerNumber: 0.06,
    outdated: 0.3,
  },
  A: {
    share: 0.36,
    careless: 1,
    empty: {
      nir: 0.35,
      franceTravailNumber: 0.22,
      email: 0.25,
      phone: 0.1,
      birthPlaceCode: 0.2,
      birthPlaceName: 0.12,
      birthCountryCode: 0.2,
      city: 0.4,
      street: 0.6,
      usageName: 0.25,
    },
    case: 'any',
    accents: 'kept',
    usageAsBirth: 0.2,
    longest: 60,
    firstGivenOnly: 0.55,
    shortNir: 0.2,
    countryOnly: 0.2,
    misread: 'heard',
    formerNumber: 0.25,
    outdated: 0.4,
  },
  B: {
    share: 0.16,
    careless: 1.3,
    empty: {
      nir: 0.5,
      franceTravailNumber: 0.35,
      email: 0.4,
      phone: 0.2,
      birthPlaceCode: 0.5,
      birthPlaceName: 0.25,
      birthCountryCode: 0.4,
      city: 0.2,
      street: 0.8,
      usageName: 0.5,
      sex: 0.06,
    },
    case: 'mixed',
    accents: 'broken',
    usageAsBirth: 0.34,
    longest: 40,
    firstGivenOnly: 0.7,
    shortNir: 0.45,
    countryOnly: 0.3,
    misread: 'typed',
    formerNumber: 0.3,
    outdated: 0.5,
  },
  C: {
    share: 0.1,
    careless: 1.9,
    empty: {
      nir: 0.6,
      franceTravailNumber: 0.55,
      email: 0.5,
      phone: 0.25,
      birthPlaceCode: 0.9,
      birthPlaceName: 0.25,
      birthCountryCode: 0.6,
      city: 0.3,
      street: 0.5,
      usageName: 0.3,
      sex: 0.1,
      birthDate: 0.02,
      postcode: 0.1,
    },
    case: 'any',
    accents: 'kept',
    usageAsBirth: 0.22,
    longest: 60,
    firstGivenOnly: 0.65,
    shortNir: 0.3,
    countryOnly: 0.2,
    misread: 'scanned',
    formerNumber: 0.25,
    outdated: 0.4,
  },
  D: {
    share: 0.12,
    careless: 0.8,
    empty: {
      nir: 0.1,
      franceTravailNumber: 0.6,
      email: 0.75,
      phone: 0.35,
      birthPlaceName: 0.3,
      usageName: 0.2,
      city: 0.1,
      street: 0.3,
    },
    case: 'upper',
    accents: 'dropped',
    usageAsBirth: 0.12,
    longest: 20,
    firstGivenOnly: 0.45,
    shortNir: 0.6,
    countryOnly: 0.6,
    misread: 'typed',
    formerNumber: 0.2,
    outdated: 0.35,
  },
};
