import { nirKey } from '../../../src/identity/nir';
import type { Chance } from '../../linkage/chance';
import type { Person } from './person';

/** Gives out numbers, each to one person only. */
export class Numbers {
  private readonly given = new Set<string>();

  constructor(private readonly chance: Chance) {}

  /** NIR with its key. Who has no month of birth gets a fictitious one. */
  nir({ sex, birthDate, town }: Person): string {
    const byDefault = birthDate.endsWith('-01-01') && town.country !== '99100';
    const month = byDefault && this.chance.is(0.2) ? String(this.chance.between(20, 42)) : birthDate.slice(5, 7);
    const stem = `${sex === 'M' ? '1' : '2'}${birthDate.slice(2, 4)}${month}${town.nirCode ?? town.code}`;
    return this.withKey(stem, 999);
  }

  /** Waiting number: begins with 7 (men) or 8 (women). */
  waitingNir({ sex, birthDate, town }: Person): string {
    const stem = `${sex === 'M' ? '7' : '8'}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${town.nirCode ?? town.code}`;
    return this.withKey(stem, 999);
  }

  franceTravail(): string {
    return this.fresh(() => `0${String(this.chance.below(1e10)).padStart(10, '0')}`);
  }

  formerFranceTravail(): string {
    const last = () => this.chance.oneOf([...'0123456789ABCDEFGHJKLMNPRSTVWXYZ']);
    return this.fresh(() => String(this.chance.below(1e7)).padStart(7, '0') + last());
  }

  private withKey(stem: string, most: number): string {
    const body = this.fresh(() => stem + String(this.chance.between(1, most)).padStart(3, '0'));
    return body + nirKey(body);
  }

  /** Where a month and a country have no number left, one is given twice rather than never. */
  private fresh(draw: () => string): string {
    let drawn = draw();
    for (let tries = 0; tries < 200 && this.given.has(drawn); tries++) drawn = draw();
    this.given.add(drawn);
    return drawn;
  }
}
