import type { PivotRecord } from '../../fields';
import { spacedCapitals } from './alphabet';
import { Glance } from './glance';
import { grownBytes, grownDoubles, grownInts } from './growing';
import { LetterReader } from './letterReader';
import { MailboxReader } from './mailbox';
import { Memo } from './memo';
import { GIVEN_NAME_CUT, NameShapes, SURNAME_CUT } from './names';
import { BirthPlaceReader, packPlace, type Places } from './places';
import type { SavedArrays, SavedParts } from './savedParts';
import { hashText, NIR_NONE, packDate, packFranceTravailNumber, packNir, packPhone, placeKey } from './traits';
import { Words } from './words';

/** What is written where somebody has no number. */
const NO_NUMBER = /^(?:|0+|x+|-+|inconnue?|aucune?|sans|neant|néant|n\/?[acd]|null|none|unknown)$/i;

export const SEX_UNKNOWN = 0;
export const FEMALE = 1;
export const MALE = 2;

/** The traits that are compared, one typed array each; row = place of the record. 0 always means "not known". */
export class People {
  readonly words = new Words();
  private readonly reader = new LetterReader();
  readonly surnames = new NameShapes(this.words, this.reader, SURNAME_CUT);
  readonly givenNames = new NameShapes(this.words, this.reader, GIVEN_NAME_CUT);
  private readonly placeCodes = new Memo();
  readonly places: Places = { codes: this.placeCodes };
  private readonly birthPlaces = new BirthPlaceReader();
  private readonly mailboxes = new MailboxReader(this.words);
  private readonly placeNames = new Memo();
  private readonly texts = new Memo();
  /** Reused from record to record. */
  private readonly names: number[] = [];
  private readonly interning = [
    this.words,
    this.surnames,
    this.givenNames,
    this.placeCodes,
    this.placeNames,
    this.texts,
  ] as const;
  readonly glance = new Glance();
  count = 0;
  birthName = new Int32Array(64);
  usageName = new Int32Array(64);
  given = new Int32Array(64);
  birthDate = new Int32Array(64);
  sex = new Uint8Array(64);
  /** Commune code as a number with its own letters, see {@link packPlace}; country codes likewise. */
  placeCode = new Int32Array(64);
  placeName = new Int32Array(64);
  country = new Int32Array(64);
  nir = new Float64Array(64);
  nirWorth = new Uint8Array(64);
  franceTravailNumber = new Float64Array(64);
  phone = new Float64Array(64);
  email = new Int32Array(64);
  mailbox = new Int32Array(64);
  emailSaidByName = new Uint8Array(64);
  postcode = new Int32Array(64);
  city = new Int32Array(64);
  street = new Int32Array(64);
  streetNumber = new Int32Array(64);
  nationalId = new Int32Array(64);
  occupation = new Int32Array(64);

  /** Appends a record; returns its row. Its words, and those staged since, stay. */
  add(record: PivotRecord): number {
    const row = this.count++;
    this.makeRoom(this.count);
    this.write(row, record);
    for (const part of this.interning) part.keep();
    return row;
  }

  /** Room for so many rows and one beside them, so that no column is copied as it grows. */
  reserve(rows: number): void {
    this.makeRoom(rows + 1);
  }

  /** Gives back room that the names took in advance. */
  trim(): void {
    this.words.trim();
    this.surnames.trim();
    this.givenNames.trim();
  }

  /** Forgets the words of records that were staged, not added. */
  release(): void {
    for (const part of this.interning) part.release();
  }

  /** Writes a record behind the last row without adding it; the next {@link add} or stage takes its place. */
  stage(record: PivotRecord): number {
    this.makeRoom(this.count + 1);
    this.write(this.count, record);
    return this.count;
  }

  /** Writes a record over a row. */
  write(row: number, record: PivotRecord): void {
    this.writeNames(row, record);
    this.birthDate[row] = packDate(record.birthDate ?? '');
    this.sex[row] = packSex(record);
    this.writeIdentifiers(row, record);
    this.writeContacts(row, record);
    this.writePlaces(row, record);
    const isKnown = record.nationalId && !NO_NUMBER.test(record.nationalId);
    this.nationalId[row] = isKnown ? this.glued(record.nationalId) : 0;
    this.occupation[row] = this.glued(record.occupation);
    this.glance.write(this, row);
  }

  private writeNames(row: number, record: PivotRecord): void {
    this.birthName[row] = this.surnames.intern(record.birthName ?? '');
    this.usageName[row] = this.surnames.intern(record.usageName ?? '');
    this.given[row] = this.givenNames.intern(record.firstNames ?? '');
    if (this.birthName[row] !== 0) return;
    this.birthName[row] = this.usageName[row]!;
    this.usageName[row] = 0;
  }

  private writeIdentifiers(row: number, record: PivotRecord): void {
    const nir = record.nir ? packNir(record.nir) : undefined;
    this.nir[row] = nir?.number ?? 0;
    this.nirWorth[row] = nir?.worth ?? NIR_NONE;
    this.franceTravailNumber[row] = record.franceTravailNumber
      ? packFranceTravailNumber(record.franceTravailNumber)
      : 0;
  }

  private writeContacts(row: number, record: PivotRecord): void {
    this.phone[row] = record.phone ? packPhone(record.phone) : 0;
    this.writeEmail(row, record);
    this.postcode[row] = record.postcode ? packPlace(this.places, record.postcode) : 0;
    this.city[row] = this.glued(record.city);
    this.street[row] = this.glued(record.street);
    this.streetNumber[row] = record.streetNumber ? hashText(record.streetNumber.trim().toUpperCase()) || 1 : 0;
  }

  private writePlaces(row: number, record: PivotRecord): void {
    const { code, name, country } = this.birthPlaces.read(record);
    this.placeCode[row] = code ? packPlace(this.places, code) : 0;
    this.country[row] = country ? packPlace(this.places, country) : 0;
    this.placeName[row] = name ? this.internPlace(name) : 0;
  }

  private internPlace(raw: string): number {
    const known = this.placeNames.get(raw);
    if (known !== undefined) return known;
    const id = this.words.intern(placeKey(raw));
    this.placeNames.set(raw, id);
    return id;
  }

  private writeEmail(row: number, { email: raw, postcode = '' }: PivotRecord): void {
    const { mailboxes } = this;
    const isAddress = raw !== undefined && raw !== '' && mailboxes.read(raw);
    const year = Math.floor(this.birthDate[row]! / 10_000);
    this.email[row] = isAddress ? mailboxes.whole : 0;
    this.mailbox[row] = isAddress ? mailboxes.mailbox : 0;
    this.emailSaidByName[row] = isAddress && mailboxes.isSaidByName(this.writtenNames(row), year, postcode) ? 1 : 0;
  }

  /** Words of the surnames and the first two given names, the longest first. */
  private writtenNames(row: number): readonly number[] {
    const { surnames, givenNames: given, words } = this;
    const { names } = this;
    names.length = 0;
    const put = (word: number) => {
      let at = names.length;
      for (; at > 0 && words.length[names[at - 1]!]! < words.length[word]!; at--) names[at] = names[at - 1]!;
      names[at] = word;
    };
    put(surnames.whole[this.birthName[row]!]!);
    put(surnames.whole[this.usageName[row]!]!);
    for (let i = 0; i < Math.min(2, given.partCount(this.given[row]!)); i++) put(given.part(this.given[row]!, i));
    return names;
  }

  /** Word of a text, its letters and digits glued together. */
  private glued(raw: string | undefined): number {
    if (!raw) return 0;
    if (this.reader.read(raw)) return this.words.internCodes(this.reader.codes, 0, this.reader.length);
    const known = this.texts.get(raw);
    if (known !== undefined) return known;
    const id = this.words.intern(spacedCapitals(raw).replaceAll(' ', ''));
    this.texts.set(raw, id);
    return id;
  }

  save(to: SavedParts): void {
    this.words.save(to);
    this.surnames.save(to, 'surnames');
    this.givenNames.save(to, 'givenNames');
    for (const column of COLUMNS) to.arrays.set(`people.${column}`, this[column].subarray(0, this.count));
    to.facts['count'] = this.count;
    to.facts['places'] = this.placeCodes.keptEntries();
  }

  restore(from: SavedArrays): void {
    this.words.restore(from);
    this.surnames.restore(from, 'surnames');
    this.givenNames.restore(from, 'givenNames');
    const count = from.number('count');
    for (const column of INT_COLUMNS) this[column] = from.ints(`people.${column}`, count);
    for (const column of BYTE_COLUMNS) this[column] = from.bytes(`people.${column}`, count);
    for (const column of DOUBLE_COLUMNS) this[column] = from.doubles(`people.${column}`, count);
    for (const [code, packed] of from.entries('places', 'string', 'number')) this.places.codes.set(code, packed);
    this.placeCodes.keep();
    this.count = count;
    this.glance.makeRoom(count);
  }

  private makeRoom(rows: number): void {
    this.glance.makeRoom(rows);
    if (rows <= this.birthName.length) return;
    for (const column of INT_COLUMNS) this[column] = grownInts(this[column], rows);
    for (const column of BYTE_COLUMNS) this[column] = grownBytes(this[column], rows);
    for (const column of DOUBLE_COLUMNS) this[column] = grownDoubles(this[column], rows);
  }
}

export const INT_COLUMNS = [
  'birthName',
  'usageName',
  'given',
  'birthDate',
  'placeCode',
  'placeName',
  'country',
  'email',
  'mailbox',
  'postcode',
  'city',
  'street',
  'streetNumber',
  'nationalId',
  'occupation',
] as const;
export const BYTE_COLUMNS = ['sex', 'nirWorth', 'emailSaidByName'] as const;
export const DOUBLE_COLUMNS = ['nir', 'franceTravailNumber', 'phone'] as const;
const COLUMNS = [...INT_COLUMNS, ...BYTE_COLUMNS, ...DOUBLE_COLUMNS] as const;

const FEMALE_WORDS = /^(?:f|2|femme|female|feminin|féminin|mme|mlle|madame|mademoiselle)\.?$/i;
const MALE_WORDS = /^(?:m|h|1|homme|male|masculin|mr|monsieur)\.?$/i;

function packSex(record: PivotRecord): number {
  return readSex(record.sex) || readSex(record.civility);
}

function readSex(raw: string | undefined): number {
  if (!raw) return SEX_UNKNOWN;
  if (raw === 'F' || FEMALE_WORDS.test(raw.trim())) return FEMALE;
  return raw === 'M' || MALE_WORDS.test(raw.trim()) ? MALE : SEX_UNKNOWN;
}
