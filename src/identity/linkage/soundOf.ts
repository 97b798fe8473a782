/**
 * How a name sounds in French, roughly: spellings of one name share a code (Philippe/Filip, Hacène/Hassan need more than
 * this, Thierry/Tierri do not). In the spirit of FONEM (Bouchard, Brard and Lavoie 1981), shortened to the rules that
 * told variants apart from other names in INSEE's lists.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?:SCH|SH|TCH)/g, 'CH'],
  [/PH/g, 'F'],
  [/CHR/g, 'KR'],
  [/(?:KH|CK|QU|Q)/g, 'K'],
  [/C(?=[EIY])/g, 'S'],
  [/C(?!H)/g, 'K'],
  [/(?:DJ|G(?=[EIY]))/g, 'J'],
  [/GU(?=[EIY])/g, 'G'],
  [/OUA/g, 'WA'],
  [/(?:OO|OU)/g, 'U'],
  [/(?:EAU|AU)/g, 'O'],
  [/Y/g, 'I'],
  [/(?:AI|EI|EE)(?!N)/g, 'E'],
  [/(?:AIN|EIN)(?![AEIOUHNM])/g, 'IN'],
  [/(?:EM|AM)(?=[BP])/g, 'AN'],
  [/IM(?=[BP])/g, 'IN'],
  [/OM(?=[BP])/g, 'ON'],
  [/EN(?=[^AEIOUNH])/g, 'AN'],
  [/TH/g, 'T'],
  [/(?<!C)H/g, ''],
  [/Z/g, 'S'],
  [/W/g, 'V'],
  [/(.)\1+/g, '$1'],
  [/(.)(?:ES|[ESXTD])$/g, '$1'],
  [/(.)(?:S|T|D)$/g, '$1'],
];

/** The code; empty for an empty name. Costs regular expressions: kept per distinct name. */
export function soundOf(name: string): string {
  return RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), name);
}
