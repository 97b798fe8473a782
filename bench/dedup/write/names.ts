import type { PivotRecord } from '../../../src/fields';
import type { Chance } from '../../linkage/chance';
import type { Person } from '../invent/person';
import { misread, respelt } from './mishear';
import type { Habits } from './sources';

/** Share of names with an error before a source's carelessness; more where a clerk does not know the name. */
const MISREAD_SURNAME = 0.055;
const MISREAD_GIVEN = 0.05;
const UNFAMILIAR = 2;
const RESPELT = 0.09;

interface Names {
  birthName: string;
  usageName: string;
  givenNames: string[];
}

/** The three name fields as a source writes them. */
export function writtenNames(
  person: Person,
  habits: Habits,
  chance: Chance,
): Pick<PivotRecord, 'birthName' | 'usageName' | 'firstNames'> {
  const unfamiliar = person.origin.surnames.length > 0 && person.origin.id !== 'overseas' ? UNFAMILIAR : 1;
  const names = byHabit(person, habits, chance);
  const rate = habits.careless * unfamiliar;
  if (chance.is(MISREAD_SURNAME * rate)) names.birthName = misread(names.birthName, habits.misread, chance);
  if (chance.is(MISREAD_SURNAME * rate)) names.usageName = misread(names.usageName, habits.misread, chance);
  names.givenNames[0] = writtenGiven(names.givenNames[0]!, person, unfamiliar, habits, chance);
  let firstNames = names.givenNames.join(chance.is(0.2) ? ', ' : ' ');
  if (chance.is(0.015 * habits.careless)) [names.birthName, firstNames] = [firstNames, names.birthName];
  const cut = (name: string) => name.slice(0, habits.longest).trim();
  const dressed = (name: string) => cased(accented(cut(name), habits, chance), habits, chance);
  return {
    birthName: dressed(names.birthName),
    usageName: dressed(names.usageName),
    firstNames: dressed(firstNames),
  };
}

/** The first given name with the errors of its source; never just the name of the twin who is called alike. */
function writtenGiven(name: string, person: Person, unfamiliar: number, habits: Habits, chance: Chance): string {
  let written = name;
  if (unfamiliar > 1 && chance.is(RESPELT * habits.careless)) written = respelt(name, chance);
  else if (chance.is(MISREAD_GIVEN * habits.careless * unfamiliar)) written = misread(name, habits.misread, chance);
  return person.othersNames.includes(written) ? name : written;
}

function byHabit(person: Person, habits: Habits, chance: Chance): Names {
  const names: Names = {
    birthName: person.birthName,
    usageName: person.usageName,
    givenNames: givenNames(person, habits, chance),
  };
  if (names.usageName) {
    const way = chance.next();
    if (way < habits.usageAsBirth) [names.birthName, names.usageName] = [names.usageName, ''];
    else if (way < habits.usageAsBirth + 0.08) {
      [names.birthName, names.usageName] = [names.usageName, names.birthName];
    } else if (way < habits.usageAsBirth + 0.16) {
      names.birthName = chance.oneOf([
        `${person.birthName} ${person.usageName}`,
        `${person.usageName}-${person.birthName}`,
        `${person.usageName} EP ${person.birthName}`,
      ]);
      names.usageName = '';
    }
  }
  names.birthName = compound(names.birthName, chance);
  return names;
}

/** Compound names and particles: hyphen, blank, glued, half. */
function compound(name: string, chance: Chance): string {
  const parts = name.split(/[- ]/);
  const particle = /^(?:EL|BEN|AIT|OULD|DA|DE|DOS|LE|DU)$/.test(parts[0]!);
  if (parts.length === 1) return name;
  const way = chance.next();
  if (particle && parts.length === 2) {
    if (way < 0.16) return parts.join('');
    if (way < 0.22) return parts.join('-');
    return way < 0.27 ? parts[1]! : name;
  }
  if (way < 0.2) return name.replaceAll('-', ' ');
  if (way < 0.26) return parts.join('-');
  if (way < 0.29) return parts.join('');
  if (way < 0.38) return particle ? parts.slice(0, 2).join(' ') : parts[0]!;
  return way < 0.42 ? parts.at(-1)! : name;
}

function givenNames({ givenNames: all, othersNames }: Person, habits: Habits, chance: Chance): string[] {
  if (othersNames.length > 0) return chance.is(habits.firstGivenOnly) ? all.slice(0, 1) : [...all];
  if (all.length === 1) return [writtenCompound(all[0]!, chance)];
  if (chance.is(0.03)) return [all[1]!];
  if (chance.is(0.02)) return [...all].reverse();
  const first = writtenCompound(all[0]!, chance);
  return chance.is(habits.firstGivenOnly) ? [first] : [first, ...all.slice(1)];
}

function writtenCompound(name: string, chance: Chance): string {
  if (!/[- ]/.test(name)) return name;
  const way = chance.next();
  if (way < 0.15) return name.replace(/[- ]/g, (mark) => (mark === '-' ? ' ' : '-'));
  if (way < 0.19) return name.replace(/[- ]/g, '');
  // Vietnamese and Sahelian clerks' habit: the middle name is dropped, or the last is taken for the whole.
  return way < 0.27 ? name.split(/[- ]/).at(name.startsWith('THI') || name.startsWith('VAN') ? -1 : 0)! : name;
}

function accented(name: string, habits: Habits, chance: Chance): string {
  if (habits.accents === 'kept' && !chance.is(0.03)) return name;
  if (habits.accents === 'broken' && chance.is(0.25)) return Buffer.from(name, 'utf8').toString('latin1');
  return name.replaceAll('İ', 'I').replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '');
}

function cased(name: string, habits: Habits, chance: Chance): string {
  if (habits.case === 'upper' || (habits.case === 'any' && chance.is(0.55))) return name;
  return name.toLowerCase().replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
}
