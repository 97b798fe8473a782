import { settleBirthPlace, type BirthPlace } from './birthPlace';
import { areOneTown, communeInForce, departmentOf, isCommuneCode } from './communes';
import { isForeignCountry } from './countries';
import { mayStandFor } from './formerTerritories';

/** How the place inside a NIR disagrees with a place of birth. */
export type NirPlaceContradiction = 'birthDepartment' | 'birthCommune' | 'birthCountry' | 'bornAbroad' | 'bornInFrance';

/** Départements that were one before 1968 (Seine, Seine-et-Oise) and before 1976 (Corsica); the number keeps the old one. */
const DIVIDED: Readonly<Record<string, readonly string[]>> = {
  '75': ['92', '93', '94'],
  '78': ['91', '92', '93', '94', '95'],
  '20': ['2A', '2B'],
};

/**
 * Compares the place inside a NIR (6th to 10th character) with the place of birth; undefined where they agree or nothing
 * is known. Merged communes, arrondissements and the divided départements agree; so do 91 to 96 with Algeria, Morocco
 * and Tunisia before independence, and 99 with the country.
 *
 * @param nirPlace five characters: `59350`, `2A004`, `97105`, `99352`.
 */
export function nirPlaceContradiction(
  nirPlace: string,
  place: BirthPlace,
  birthDate: string | undefined,
): NirPlaceContradiction | undefined {
  const { code, country } = settleBirthPlace(place, birthDate).place;
  const known = code ?? country;
  if (!known) return undefined;
  if (nirPlace.startsWith('99')) return abroadContradiction(nirPlace, known);
  if (isForeignCountry(known)) {
    return mayStandFor(nirPlace.slice(0, 2), known, birthDate) ? undefined : 'bornInFrance';
  }
  if (!isCommuneCode(known)) return undefined;
  return areOneTown(nirPlace, known) ? undefined : inFrance(nirPlace, known);
}

function abroadContradiction(nirPlace: string, known: string): NirPlaceContradiction | undefined {
  if (!isForeignCountry(nirPlace)) return undefined;
  if (isCommuneCode(known)) return 'bornAbroad';
  return isForeignCountry(known) && known !== nirPlace ? 'birthCountry' : undefined;
}

function inFrance(nirPlace: string, known: string): NirPlaceContradiction {
  const written = [departmentOf(nirPlace), departmentOf(communeInForce(nirPlace))];
  const told = [departmentOf(known), departmentOf(communeInForce(known))];
  const related = [...written, ...written.flatMap((department) => DIVIDED[department] ?? [])];
  const relatedToo = [...told, ...told.flatMap((department) => DIVIDED[department] ?? [])];
  const agree = related.some((one) => told.includes(one)) || relatedToo.some((one) => written.includes(one));
  return agree ? 'birthCommune' : 'birthDepartment';
}
