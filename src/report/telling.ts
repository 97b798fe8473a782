import type { PivotField, Problem, ProblemParams } from '../fields';
import { translate, type Locale } from '../wording';
import type { Cause } from './causes';
import { masked } from './mask';

/** How a report says things, in one language. */
export class Telling {
  constructor(
    readonly locale: Locale,
    private readonly timeZone: string,
  ) {}

  say(code: string, params: ProblemParams = {}): string {
    return this.#set(translate(this.locale, `report.${code}`, params));
  }

  /** A sentence with a number in it: `<code>.one` or `<code>.many`. */
  count(code: string, count: number, params: ProblemParams = {}): string {
    const few = this.locale === 'fr' ? count < 2 : count === 1;
    const shown = this.number(count);
    return this.say(`${code}.${few ? 'one' : 'many'}`, { ...params, count: shown }).replace(
      `${shown} `,
      `${shown}\u00A0`,
    );
  }

  /** What is to be done, without anything in it that could be a NIR. */
  problem({ code, params }: Problem): string {
    return this.#set(masked(translate(this.locale, code, params)));
  }

  /** Whom to call, for somebody who is accompanied already. */
  alreadyAccompanied(organism: string, since: string | undefined): string {
    const code = since ? 'nodes.alreadyAccompanied.since' : 'nodes.alreadyAccompanied';
    return this.#set(masked(translate(this.locale, code, since ? { organism, since } : { organism })));
  }

  /** The cause in a few words: the column, or else who objects. */
  cause({ kind, field }: Pick<Cause, 'kind' | 'field'>): string {
    if (!field) return this.say(`cause.${kind}`);
    return kind === 'rejected'
      ? this.field(field)
      : this.say('cause.ofColumn', { what: this.say(`cause.${kind}`), column: this.field(field) });
  }

  field(field: PivotField): string {
    return translate(this.locale, `fields.${field}`);
  }

  number(value: number): string {
    return value.toLocaleString(this.locale);
  }

  /** `24 novembre 2026 à 07:02`. */
  moment(at: string): string {
    return this.#date(at, { dateStyle: 'long', timeStyle: 'short' });
  }

  /** `24/11`. */
  shortDay(at: string): string {
    return this.#date(at, { day: '2-digit', month: '2-digit' });
  }

  /** A calendar day `YYYY-MM-DD`, written out. */
  day(day: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  }

  /** French sets a blank that no line breaks at before its double signs and inside its quotation marks. */
  #set(text: string): string {
    return this.locale === 'fr' ? text.replace(/ (?=[:;?!»%])/g, '\u00A0').replace(/« /g, '«\u00A0') : text;
  }

  #date(at: string, format: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, { ...format, timeZone: this.timeZone }).format(new Date(at));
  }
}
