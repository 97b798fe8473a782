import { isNothing, isWrittenDate, looksLikeDate, looksLikeNir, readSex } from '../identity';

/** How many filled cells of a column are looked at. */
const SAMPLE = 200;
/** Characters of a cell that are looked at: what is longer is no name, no number and no address. */
const LONGEST = 300;
const EMAIL = /[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}/i;
/** Numbers that Excel has spoilt are still numbers: the line that holds one says what to do. */
const FRANCE_TRAVAIL_NUMBER = /^(?:\d{7}(?:\d{2,4}|[0-9A-Z])|\d[.,]?\d*E\+?\d+)$/i;
/** A person's name: letters with the marks that names have, at most four words. */
const PERSON_NAME = /^\p{L}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){0,3}$/u;

/** What the cells of one column say, in shares of the filled ones (0 to 1). Shares are 0 where nothing is filled. */
export interface ColumnContent {
  readonly filled: number;
  readonly emails: number;
  readonly dates: number;
  readonly nirs: number;
  readonly franceTravailNumbers: number;
  readonly personNames: number;
  readonly flags: number;
  /** Cells that begin with a civility: `M. FAUSSART Ahmed`. */
  readonly civilities: number;
  readonly roles: number;
  /** One value in all of at least ten cells. */
  readonly constant: boolean;
}

/** Looks at the first filled cells of a column. */
export function contentOf(cells: readonly string[]): ColumnContent {
  const filled = cells
    .filter((cell) => !isNothing(cell))
    .slice(0, SAMPLE)
    .map((cell) => cell.slice(0, LONGEST).trim());
  const share = (holds: (cell: string) => boolean): number => filled.filter(holds).length / Math.max(1, filled.length);
  return {
    filled: filled.length,
    emails: share((cell) => EMAIL.test(cell)),
    dates: share((cell) => looksLikeDate(cell) || isWrittenDate(cell) || /^\d{5}(?:\.\d+)?$/.test(cell)),
    nirs: share(looksLikeNir),
    franceTravailNumbers: share((cell) =>
      FRANCE_TRAVAIL_NUMBER.test(cell.replace(/^="(.*)"$/, '$1').replace(/[\s.]/g, '')),
    ),
    personNames: share((cell) => PERSON_NAME.test(cell)),
    flags: share((cell) => /^(?:oui|non|o|n|y|yes|no|x|1|0|true|false|vrai|faux)$/i.test(cell)),
    civilities: share((cell) => /\s/.test(cell) && readSex(cell.split(/\s/, 1)[0] ?? '') !== undefined),
    roles: share((cell) => /^(?:r[ée]f[ée]rent|partenaire)$/i.test(cell)),
    constant: filled.length >= 10 && new Set(filled).size === 1,
  };
}
