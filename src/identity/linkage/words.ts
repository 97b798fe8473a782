import { letterCode } from './alphabet';
import { shippedFrequencies, UNLISTED_GIVEN_BITS, UNLISTED_SURNAME_BITS } from './frequencies';
import { grownBytes, grownFloats, grownInts } from './growing';
import { soundOf } from './soundOf';

const NOT_YET = -1;

/** Each distinct word once: its letters, how it sounds and how rare it is. Words are glued capitals; 0 = none. */
export class Words {
  private readonly ids = new Map<string, number>();
  private readonly sounds = new Map<string, number>();
  private readonly texts: string[] = [''];
  private used = 0;
  private frequencies = shippedFrequencies();
  letters = new Uint8Array(1 << 14);
  start = new Int32Array(1 << 10);
  length = new Uint8Array(1 << 10);
  private soundIds = new Int32Array(1 << 10).fill(NOT_YET);
  private surnameRarity = new Float32Array(1 << 10).fill(NOT_YET);
  private givenRarity = new Float32Array(1 << 10).fill(NOT_YET);
  /** How many records of the base bear the word as surname or as first given name. */
  private surnameUses = new Int32Array(1 << 10);
  private givenUses = new Int32Array(1 << 10);

  get count(): number {
    return this.texts.length;
  }

  text(id: number): string {
    return this.texts[id] ?? '';
  }

  intern(word: string): number {
    if (word === '') return 0;
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.ids.set(word, id);
    this.texts.push(word);
    this.makeRoom(id, word.length);
    this.start[id] = this.used;
    this.length[id] = word.length;
    for (let i = 0; i < word.length; i++) this.letters[this.used++] = letterCode(word.charCodeAt(i));
    return id;
  }

  /** Number of the sound: words of one number sound alike. */
  sound(id: number): number {
    const known = this.soundIds[id]!;
    if (known !== NOT_YET) return known;
    const code = soundOf(this.text(id));
    const sound = this.sounds.get(code) ?? this.sounds.size + 1;
    this.sounds.set(code, sound);
    this.soundIds[id] = sound;
    return sound;
  }

  /** −log2 of the share of births in France; a name that INSEE does not list counts as rare. */
  surnameBits(id: number): number {
    let bits = this.surnameRarity[id]!;
    if (bits === NOT_YET) {
      bits = this.frequencies.surnameBits(this.text(id)) ?? UNLISTED_SURNAME_BITS;
      this.surnameRarity[id] = bits;
    }
    return bits;
  }

  givenBits(id: number): number {
    let bits = this.givenRarity[id]!;
    if (bits === NOT_YET) {
      bits = this.frequencies.givenBits(this.text(id)) ?? UNLISTED_GIVEN_BITS;
      this.givenRarity[id] = bits;
    }
    return bits;
  }

  isKnownGivenName(id: number): boolean {
    return this.givenBits(id) < UNLISTED_GIVEN_BITS;
  }

  isKnownSurname(id: number): boolean {
    return this.surnameBits(id) < UNLISTED_SURNAME_BITS;
  }

  /** True when both stand in one group of spellings (Mathieu, Matthieu). */
  areSpellings(a: number, b: number): boolean {
    const group = this.frequencies.spellingGroup(this.text(a));
    return group !== undefined && group === this.frequencies.spellingGroup(this.text(b));
  }

  countSurname(id: number, by: 1 | -1): void {
    if (id) this.surnameUses[id]! += by;
  }

  countGiven(id: number, by: 1 | -1): void {
    if (id) this.givenUses[id]! += by;
  }

  surnameCount(id: number): number {
    return this.surnameUses[id]!;
  }

  givenCount(id: number): number {
    return this.givenUses[id]!;
  }

  private makeRoom(id: number, letters: number): void {
    this.letters = grownBytes(this.letters, this.used + letters);
    this.start = grownInts(this.start, id + 1);
    this.length = grownBytes(this.length, id + 1);
    this.soundIds = grownInts(this.soundIds, id + 1, NOT_YET);
    this.surnameRarity = grownFloats(this.surnameRarity, id + 1, NOT_YET);
    this.givenRarity = grownFloats(this.givenRarity, id + 1, NOT_YET);
    this.surnameUses = grownInts(this.surnameUses, id + 1);
    this.givenUses = grownInts(this.givenUses, id + 1);
  }
}
