import { AT, levelNumbers, PLACE_LEVELS, POSTCODE_LEVELS, STREET_LEVELS, TEXT_LEVELS } from './levels';
import type { People } from './people';
import { department, isCommune, isForeign, withoutDistrict } from './places';

const PLACE = levelNumbers(PLACE_LEVELS);
const POSTCODE = levelNumbers(POSTCODE_LEVELS);
const STREET = levelNumbers(STREET_LEVELS);
const TEXT = levelNumbers(TEXT_LEVELS);

/** What is supposed of a town before the base is counted, as if so many records had been seen. */
interface Supposed {
  readonly records: number;
  readonly bits: number;
  /** Rarity beyond so many bits says no more. */
  readonly most: number;
}
const TOWN: Supposed = { records: 1000, bits: 7, most: 11 };
const HOME: Supposed = { records: 1000, bits: 6, most: 9 };
const TOWN_ABROAD: Supposed = { records: 50, bits: 3, most: 6 };
/** A street is shared by neighbours and family only. */
const STREET_BITS = 9;

/** How many people of the base were born in a town and live at a postcode: what namesakes share by chance. */
export class TownCounts {
  private readonly communes = new Map<number, number>();
  private readonly towns = new Map<number, number>();
  private readonly countries = new Map<number, number>();
  private readonly postcodes = new Map<number, number>();
  private readonly cities = new Map<number, number>();

  constructor(
    private readonly people: People,
    private readonly baseSize: () => number,
  ) {}

  /** Counts a row in (1) or out (−1). */
  count(row: number, by: 1 | -1): void {
    const { placeCode, placeName, postcode, city } = this.people;
    note(this.communes, withoutDistrict(placeCode[row]!), by);
    note(this.towns, placeName[row]!, by);
    note(this.countries, this.countryOf(row), by);
    note(this.postcodes, postcode[row]!, by);
    note(this.cities, city[row]!, by);
  }

  /**
   * Bits (−log2 of the share of people) of the places that two namesakes have in common: town of birth, postcode or
   * town of residence, street. Abroad, the country is taken for granted: namesakes share it.
   */
  bitsInCommon(l: number, r: number, levels: Uint8Array): number {
    const home = this.homeBits(l, r, levels);
    const birth = this.birthBits(l, levels[AT.birthPlace]!);
    const { placeCode, postcode } = this.people;
    // Who was born where they live shares both with every neighbour.
    const atHome = birth > 0 && isCommune(placeCode[l]!) && department(placeCode[l]!) === department(postcode[l]!);
    return birth + (atHome ? home / 2 : home) + streetBits(levels[AT.street]!);
  }

  private birthBits(row: number, place: number): number {
    const { placeCode, placeName } = this.people;
    if (place === PLACE.sameTown) return this.bits(this.communes, withoutDistrict(placeCode[row]!), TOWN);
    if (place === PLACE.sameTownName) return this.bits(this.towns, placeName[row]!, TOWN);
    if (place !== PLACE.sameForeignTown) return 0;
    const ofCountry = this.countries.get(this.countryOf(row)) ?? 0;
    return this.bits(this.towns, placeName[row]!, TOWN_ABROAD, ofCountry);
  }

  private homeBits(l: number, r: number, levels: Uint8Array): number {
    const { postcode, city } = this.people;
    if (levels[AT.postcode] === POSTCODE.same) return this.bits(this.postcodes, postcode[l]!, HOME);
    const sameCity = levels[AT.city] === TEXT.same && levels[AT.postcode] !== POSTCODE.different;
    return sameCity && city[l] === city[r] ? this.bits(this.cities, city[l]!, HOME) : 0;
  }

  private bits(counts: Map<number, number>, key: number, supposed: Supposed, of = this.baseSize()): number {
    const seen = (counts.get(key) ?? 0) + supposed.records * 2 ** -supposed.bits;
    return Math.min(supposed.most, Math.max(0, Math.log2((of + supposed.records) / seen)));
  }

  private countryOf(row: number): number {
    const { placeCode, country } = this.people;
    return isForeign(placeCode[row]!) ? placeCode[row]! : country[row]!;
  }
}

function note(counts: Map<number, number>, key: number, by: number): void {
  if (key > 1) counts.set(key, (counts.get(key) ?? 0) + by);
}

function streetBits(level: number): number {
  return level === STREET.same || level === STREET.alike ? STREET_BITS : 0;
}
