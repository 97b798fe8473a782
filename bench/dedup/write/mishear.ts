import type { Chance } from '../../linkage/chance';
import { SPELLINGS } from '../invent/origins';

const NEIGHBOURS: Readonly<Record<string, string>> = {
  A: 'ZQ',
  Z: 'AES',
  E: 'ZRD',
  R: 'ETF',
  T: 'RYG',
  Y: 'TUH',
  U: 'YIJ',
  I: 'UOK',
  O: 'IPL',
  P: 'OM',
  Q: 'ASW',
  S: 'QZDX',
  D: 'SEFC',
  F: 'DRGV',
  G: 'FTHB',
  H: 'GYJN',
  J: 'HUK',
  K: 'JIL',
  L: 'KOM',
  M: 'LP',
  W: 'QX',
  X: 'WSC',
  C: 'XDV',
  V: 'CFB',
  B: 'VGN',
  N: 'BHJ',
};

/** What is heard → what is written, both ways round. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/OU/, 'U'],
  [/U(?!E)/, 'OU'],
  [/CH/, 'SH'],
  [/DJ/, 'J'],
  [/^J/, 'DJ'],
  [/KH/, 'K'],
  [/K/, 'C'],
  [/C(?=[AOU])/, 'K'],
  [/Q(?=U?)/, 'K'],
  [/PH/, 'F'],
  [/F/, 'PH'],
  [/Y/, 'I'],
  [/I(?=[AEO])/, 'Y'],
  [/EAU|AU/, 'O'],
  [/([LMNRSTFC])\1/, '$1'],
  [/(?<=[AEIOUY])([LMNRST])(?=[AEIOUY])/, '$1$1'],
  [/^H/, ''],
  [/H/, ''],
  [/E$/, ''],
  [/(?<=[DTNRL])$/, 'E'],
  [/AI|EI/, 'E'],
  [/Z/, 'S'],
  [/(?<=[AEIOU])S(?=[AEIOU])/, 'Z'],
  [/TH/, 'T'],
  [/W/, 'OU'],
  [/GH/, 'R'],
  [/^EL /, 'EL'],
  [/^EL(?=[A-Z]{4})/, 'EL '],
  [/^BEN(?=[A-Z]{3})/, 'BEN '],
  [/^BEN /, 'BEN'],
  [/^AIT /, 'AIT'],
  [/^OULD /, ''],
];

const SCANNED: readonly (readonly [string, string])[] = [
  ['RN', 'M'],
  ['M', 'RN'],
  ['I', '1'],
  ['I', 'L'],
  ['L', 'I'],
  ['O', '0'],
  ['O', 'Q'],
  ['D', 'O'],
  ['CL', 'D'],
  ['VV', 'W'],
  ['U', 'LI'],
  ['B', '8'],
  ['S', '5'],
  ['E', 'F'],
  ['H', 'N'],
  ['G', 'C'],
];

/** A name with one error of the kind that its source makes. */
export function misread(name: string, way: 'typed' | 'heard' | 'scanned', chance: Chance): string {
  if (name.length < 3) return name;
  if (way === 'heard' && chance.is(0.65)) return heard(name, chance);
  if (way === 'scanned' && chance.is(0.7)) return scanned(name, chance);
  return typed(name, chance);
}

/** Another spelling of a given name, where there is one. */
export function respelt(name: string, chance: Chance): string {
  const group = SPELLINGS.find((spellings) => spellings.includes(name));
  return group ? chance.oneOf(group.filter((spelling) => spelling !== name)) : heard(name, chance);
}

function heard(name: string, chance: Chance): string {
  const fitting = HEARD.filter(([sound]) => sound.test(name));
  if (fitting.length === 0) return typed(name, chance);
  const [sound, written] = chance.oneOf(fitting);
  return name.replace(sound, written);
}

function scanned(name: string, chance: Chance): string {
  const fitting = SCANNED.filter(([shape]) => name.includes(shape));
  if (fitting.length === 0) return typed(name, chance);
  const [shape, read] = chance.oneOf(fitting);
  return name.replace(shape, read);
}

function typed(name: string, chance: Chance): string {
  const at = chance.between(1, name.length - 1);
  const letter = name[at]!;
  const before = name.slice(0, at);
  const after = name.slice(at + 1);
  const way = chance.next();
  if (way < 0.25) return before + after;
  if (way < 0.45) return before + letter + letter + after;
  if (way < 0.65) return name.slice(0, at - 1) + letter + name[at - 1]! + after;
  const near = NEIGHBOURS[letter] ?? 'E';
  const key = chance.oneOf([...near]);
  return way < 0.85 ? before + key + after : before + letter + key + after;
}
