import { letterCode } from './alphabet';
import { hashText } from './traits';

/** A rule of spelling and the letters without which it cannot apply: all of `all`, one of `any` where there are some. */
interface SoundRule {
  readonly pattern: RegExp;
  readonly by: string;
  readonly all: number;
  readonly any: number;
  /** Letters that come in by it. */
  readonly brings: number;
}

function rule(pattern: RegExp, by: string, all = '', any = ''): SoundRule {
  return { pattern, by, all: lettersOf(all), any: lettersOf(any), brings: lettersOf(by.replace('$1', '')) };
}

function lettersOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << letterCode(text.charCodeAt(i));
  return mask;
}

/**
 * How a name sounds in French, roughly: spellings of one name share a code (Philippe/Filip, Hacène/Hassan need more than
 * this, Thierry/Tierri do not). In the spirit of FONEM (Bouchard, Brard and Lavoie 1981), shortened to the rules that
 * told variants apart from other names in INSEE's lists.
 */
const RULES: readonly SoundRule[] = [
  rule(/(?:SCH|SH|TCH)/g, 'CH', 'H'),
  rule(/PH/g, 'F', 'PH'),
  rule(/CHR/g, 'KR', 'CHR'),
  rule(/(?:KH|CK|QU|Q)/g, 'K', '', 'KQ'),
  rule(/C(?=[EIY])/g, 'S', 'C'),
  rule(/C(?!H)/g, 'K', 'C'),
  rule(/(?:DJ|G(?=[EIY]))/g, 'J', '', 'JG'),
  rule(/GU(?=[EIY])/g, 'G', 'GU'),
  rule(/OUA/g, 'WA', 'OUA'),
  rule(/(?:OO|OU)/g, 'U', 'O'),
  rule(/(?:EAU|AU)/g, 'O', 'AU'),
  rule(/Y/g, 'I', 'Y'),
  rule(/(?:AI|EI|EE)(?!N)/g, 'E', '', 'EI'),
  rule(/(?:AIN|EIN)(?![AEIOUHNM])/g, 'IN', 'IN'),
  rule(/(?:EM|AM)(?=[BP])/g, 'AN', 'M', 'BP'),
  rule(/IM(?=[BP])/g, 'IN', 'IM', 'BP'),
  rule(/OM(?=[BP])/g, 'ON', 'OM', 'BP'),
  rule(/EN(?=[^AEIOUNH])/g, 'AN', 'EN'),
  rule(/TH/g, 'T', 'TH'),
  rule(/(?<!C)H/g, '', 'H'),
  rule(/Z/g, 'S', 'Z'),
  rule(/W/g, 'V', 'W'),
  rule(/(.)\1+/g, '$1'),
  rule(/(.)(?:ES|[ESXTD])$/g, '$1'),
  rule(/(.)(?:S|T|D)$/g, '$1'),
];

/** The code; empty for an empty name. Costs regular expressions: kept per distinct name. */
export function soundOf(name: string): string {
  let sound = name;
  let letters = lettersOf(name);
  for (const { pattern, by, all, any, brings } of RULES) {
    if ((letters & all) !== all || (any !== 0 && (letters & any) === 0)) continue;
    const next = sound.replace(pattern, by);
    if (next !== sound) letters |= brings;
    sound = next;
  }
  return sound;
}

/** The code as a number other than 0; two codes share one once in four thousand million. */
export function hashOfSound(name: string): number {
  return hashText(soundOf(name)) || 1;
}
