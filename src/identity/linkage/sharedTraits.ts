import { AT, levelNumbers, PLACE_LEVELS, POSTCODE_LEVELS, STREET_LEVELS, TEXT_LEVELS } from './levels';
import { rule } from './model';
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
const TOWN = supposed('town');
const HOME = supposed('home');
const TOWN_ABROAD = supposed('townAbroad');
/** A street is shared by neighbours and family only. */
const STREET_BITS = rule('streetBits');

/** A telephone or address that so many records of the base have is a hostel's, a social worker's or a family's. */
const HELD_BY_MANY = rule('heldByMany');
const SKETCH_BITS = 22;

/** How many people of the base have a trait: what two of them share by chance. */
export class SharedTraits {
  private readonly communes = new Map<number, number>();
  private readonly towns = new Map<number, number>();
  private readonly countries = new Map<number, number>();
  private readonly postcodes = new Map<number, number>();
  private readonly cities = new Map<number, number>();
  /** Holders of telephones and e-mail addresses by hash: 4 MB, however large the base. */
  private readonly holders = new Uint8Array(1 << SKETCH_BITS);

  constructor(
    private readonly people: People,
    private readonly baseSize: () => number,
  ) {}

  /** Counts a row in (1) or out (−1). */
  count(row: number, by: 1 | -1): void {
    const { placeCode, placeName, postcode, city, phone, email } = this.people;
    note(this.communes, withoutDistrict(placeCode[row]!), by);
    note(this.towns, placeName[row]!, by);
    note(this.countries, this.countryOf(row), by);
    note(this.postcodes, postcode[row]!, by);
    note(this.cities, city[row]!, by);
    if (phone[row] !== 0) this.holdersChange(slotOfPhone(phone[row]!), by);
    if (email[row] !== 0) this.holdersChange(slotOfEmail(email[row]!), by);
  }

  /** True where more people have the row's telephone than one household has. */
  isPhoneOfMany(row: number): boolean {
    const phone = this.people.phone[row]!;
    return phone !== 0 && this.holders[slotOfPhone(phone)]! >= HELD_BY_MANY;
  }

  isEmailOfMany(row: number): boolean {
    const email = this.people.email[row]!;
    return email !== 0 && this.holders[slotOfEmail(email)]! >= HELD_BY_MANY;
  }

  /** Counts stop at 255: what so many have stays shared. */
  private holdersChange(slot: number, by: 1 | -1): void {
    const held = this.holders[slot]!;
    if (held < 255) this.holders[slot] = Math.max(0, held + by);
  }

  /**
   * Bits (−log2 of the share of people) of the places that two namesakes have in common: town of birth, postcode or
   * town of residence, street. Abroad, the country is taken for granted: namesakes share it. Where the town of birth is
   * not enough by itself (`birthTownAlone` false), there are none without a home in common.
   */
  bitsInCommon(l: number, r: number, levels: Uint8Array, birthTownAlone: boolean): number {
    const home = this.homeBits(l, r, levels);
    const street = streetBits(levels[AT.street]!);
    if (!birthTownAlone && home + street === 0) return 0;
    const place = levels[AT.birthPlace]!;
    const birth = Math.min(this.birthBits(l, place), this.birthBits(r, place));
    // Who was born where they live shares both with every neighbour.
    const atHome = birth > 0 && (this.wasBornAtHome(l) || this.wasBornAtHome(r));
    return birth + (atHome ? home / 2 : home) + street;
  }

  private wasBornAtHome(row: number): boolean {
    const { placeCode, postcode } = this.people;
    return isCommune(placeCode[row]!) && department(placeCode[row]!) === department(postcode[row]!);
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
    // A large town has several postcodes: two that differ say two homes.
    const sameCity = levels[AT.city] === TEXT.same && levels[AT.postcode] === POSTCODE.missing;
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

function supposed(trait: 'town' | 'townAbroad' | 'home'): Supposed {
  return { records: rule(`${trait}Records`), bits: rule(`${trait}Bits`), most: rule(`${trait}MostBits`) };
}

function note(counts: Map<number, number>, key: number, by: number): void {
  if (key > 1) counts.set(key, (counts.get(key) ?? 0) + by);
}

function streetBits(level: number): number {
  return level === STREET.same || level === STREET.alike ? STREET_BITS : 0;
}

function slotOfPhone(phone: number): number {
  return Math.imul(phone % 0x7fffffff, 0x9e3779b1) >>> (32 - SKETCH_BITS);
}

function slotOfEmail(hash: number): number {
  return Math.imul(hash ^ 0x5bd1e995, 0x85ebca6b) >>> (32 - SKETCH_BITS);
}
