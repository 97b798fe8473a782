import { levelNumbers, PLACE_LEVELS } from './levels';
import { TYPING, type Likeness } from './likeness';
import type { People } from './people';
import { department, isCommune, isForeign, withoutDistrict } from './places';

const LEVEL = levelNumbers(PLACE_LEVELS);

/** Level of two places of birth: commune code, town's name and country together. */
export function compareBirthPlaces(people: People, likeness: Likeness, l: number, r: number): number {
  const { placeCode, placeName, country } = people;
  const code = placeCode[l]!;
  const otherCode = placeCode[r]!;
  const name = placeName[l]!;
  const otherName = placeName[r]!;
  const abroad = foreignCountry(code, country[l]!);
  const otherAbroad = foreignCountry(otherCode, country[r]!);
  if (abroad !== 0 && otherAbroad !== 0) return foreignLevel(likeness, abroad, otherAbroad, name, otherName);
  if (abroad !== 0 || otherAbroad !== 0) return mixedLevel(people, likeness, l, r);
  const bothCoded = isCommune(code) && isCommune(otherCode);
  if (bothCoded && withoutDistrict(code) === withoutDistrict(otherCode)) return LEVEL.sameTown;
  const alike = name !== 0 && otherName !== 0 ? likeness.of(name, otherName) : -1;
  if (alike === 4) return LEVEL.sameTownName;
  if (alike >= TYPING) return LEVEL.alikeTown;
  if (bothCoded) return department(code) === department(otherCode) ? LEVEL.sameDepartment : LEVEL.different;
  if (alike >= 0) return LEVEL.different;
  return LEVEL.missing;
}

function foreignCountry(code: number, country: number): number {
  if (isForeign(code)) return code;
  return isForeign(country) && !isCommune(code) ? country : 0;
}

function foreignLevel(likeness: Likeness, a: number, b: number, name: number, otherName: number): number {
  if (a !== b) {
    return name !== 0 && otherName !== 0 && likeness.of(name, otherName) >= TYPING
      ? LEVEL.sameForeignTown
      : LEVEL.different;
  }
  if (name === 0 || otherName === 0) return LEVEL.sameCountry;
  return likeness.of(name, otherName) >= TYPING ? LEVEL.sameForeignTown : LEVEL.otherForeignTown;
}

/** One born abroad, the other in France or nowhere known: the country is often written over. */
function mixedLevel(people: People, likeness: Likeness, l: number, r: number): number {
  const { placeCode, placeName } = people;
  const name = placeName[l]!;
  const otherName = placeName[r]!;
  if (name !== 0 && otherName !== 0 && likeness.of(name, otherName) >= TYPING) return LEVEL.sameTownName;
  if (isCommune(placeCode[l]!) || isCommune(placeCode[r]!)) return LEVEL.different;
  if (isUnknown(people, l) || isUnknown(people, r))
    return name !== 0 && otherName !== 0 ? LEVEL.different : LEVEL.missing;
  return LEVEL.countryForTown;
}

function isUnknown({ placeCode, country }: People, row: number): boolean {
  return placeCode[row] === 0 && country[row] === 0;
}
