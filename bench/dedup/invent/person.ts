import type { Origin } from './origins';
import type { Town } from './towns';

export interface Home {
  postcode: string;
  city: string;
  street: string;
  number: string;
}

/** A person as they are, with what changed in their life and what they share; before anybody writes them down. */
export interface Person {
  entity: string;
  origin: Origin;
  birthName: string;
  usageName: string;
  givenNames: string[];
  sex: 'F' | 'M';
  /** As registered, `YYYY-MM-DD`. */
  birthDate: string;
  town: Town;
  nir: string;
  /** A waiting number given before the NIR, with which older files know the person. */
  waitingNir: string;
  /** A number of someone else in the family that some file holds instead. */
  borrowedNir: string;
  franceTravailNumber: string;
  /** The other's given names, of two whom nobody in the family would call by the same: never written for this one. */
  othersNames: string[];
  /** Number of the region before (7 digits and a character), or a second one of today. */
  formerNumber: string;
  /** Newest first; empty where there is none. */
  phones: string[];
  emails: string[];
  homes: Home[];
  /** Kinds of lookalikes that this person has in the file. */
  kinds: string[];
}
