/** How France Travail knows a person: the one thing that decides how a look-up and a declaration end. */
export type Situation =
  /** Known, nobody accompanies: a declaration goes through. */
  | 'free'
  /** The PLIE knows this person, France Travail does not (S002). */
  | 'unknown'
  /** Several files for one person (S003, or 204). */
  | 'several'
  /** Struck off (S008). */
  | 'struckOff'
  /** Registration incomplete (S009). */
  | 'incomplete'
  /** Another organism is the référent (S015). */
  | 'elsewhere'
  /** Another organism helps, without being the référent: no obstacle. */
  | 'partner'
  /** Attached to another structure (403 R002). */
  | 'forbidden'
  /** No address at France Travail: the look-up falls over (500 R998). */
  | 'noAddress'
  /** Two files were merged: found, then unknown to the declaration (S007, ID_NON_RECONNU). */
  | 'merged';

/** Who else accompanies a person. */
export interface OtherAccompaniment {
  readonly organism: { readonly code: 'ML' | 'CE' | 'CD' | 'PLIE' | 'FT'; readonly label: string };
  readonly structure: { readonly code: string; readonly label: string };
  /** `YYYY-MM-DD` */
  readonly since: string;
  readonly role: 'REFERENT' | 'PARTENAIRE';
}

/** A relance that France Travail has planned: `inDays` days after the sandbox's first day. */
export interface PlannedRelance {
  readonly inDays: number;
  readonly reason: string;
  readonly channel: string;
}

/** The ways in which one file's answers differ from another's (france-travail.md §8): fixed for a person. */
export interface Habits {
  /** How "no value" is said: JSON null, the string `"null"`, or no key at all. */
  readonly nothing: 'null' | 'text' | 'absent';
  /** Strings come padded with blanks. */
  readonly padded: boolean;
  readonly dateTime: 'Z' | 'offset' | 'millis';
  /** The look-up's answer repeats the FT number. */
  readonly repeatsNumber: boolean;
  /** What the registration status answers: data, 204, or 200 with ERT_200_FONCT. */
  readonly registration: 'given' | 'none' | 'notManaged';
  /** What the administrative data answer. */
  readonly identity: 'given' | 'none';
  /** `several`: the look-up by number answers 204 instead of S003. */
  readonly silentWhenSeveral: boolean;
}

/** One invented person. */
export interface Person {
  readonly index: number;
  readonly sex: 'F' | 'M';
  readonly birthName: string;
  /** The name in use, when it differs. */
  readonly usageName?: string;
  readonly firstNames: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly birthPlace: { readonly name: string; readonly code: string };
  /** 13 characters, without key. */
  readonly nir: string;
  /** 11 digits. */
  readonly ftNumber: string;
  readonly email?: string;
  readonly phone: string;
  readonly street: string;
  readonly town: { readonly name: string; readonly postcode: string; readonly insee: string };
  readonly rsa: boolean;
  readonly situation: Situation;
  readonly certified: boolean;
  readonly other?: OtherAccompaniment;
  readonly relance?: PlannedRelance;
  /** An orientation decision waits at France Travail (activity ACT382). */
  readonly awaitsOrientation: boolean;
  readonly habits: Habits;
}

/** Name as people read it: "Youssef INVENTÉ". */
export function displayName(person: Person): string {
  const given = person.firstNames.split(' ')[0] ?? '';
  return `${given} ${(person.usageName ?? person.birthName).toLocaleUpperCase('fr')}`;
}
