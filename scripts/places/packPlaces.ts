/**
 * Derives src/identity/communes.json and src/identity/countries.json: `npx tsx scripts/places/packPlaces.ts`.
 * Repeatable: the same official geographic code and the same list of countries give the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import communes from '@etalab/decoupage-administratif/data/communes.json';
import { nameKey } from '../../src/identity/names';

interface Place {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  /** Of a former commune: the commune that it belongs to now. */
  readonly chefLieu?: string;
  readonly anciensCodes?: readonly string[];
}

const ROOM = join(__dirname, '../../src/identity');
const COUNTRIES = join(__dirname, '../../../shared/data/countries-insee.csv');

/** Former code → code in force: merged communes, and codes changed by a change of département (Seine, Corsica). */
function formerCodes(places: readonly Place[]): ReadonlyMap<string, string> {
  const inForce = places.filter(({ type }) => type === 'commune-actuelle');
  const standing = new Set(inForce.map(({ code }) => code));
  const former = new Map<string, string>();
  for (const { code, chefLieu } of places) {
    if (chefLieu !== undefined && !standing.has(code)) former.set(code, chefLieu);
  }
  for (const { code, anciensCodes = [] } of inForce) {
    for (const old of anciensCodes) if (!standing.has(old) && !former.has(old)) former.set(old, code);
  }
  return former;
}

/** Former codes behind each code in force, in their order, parted by blanks. */
function byCodeInForce(former: ReadonlyMap<string, string>): Record<string, string> {
  const grouped = new Map<string, string[]>();
  for (const [old, now] of [...former].sort(([a], [b]) => (a < b ? -1 : 1))) {
    grouped.set(now, [...(grouped.get(now) ?? []), old]);
  }
  return Object.fromEntries(
    [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([now, old]) => [now, old.join(' ')]),
  );
}

/** Countries that a commune is a namesake of: the name alone says neither. */
function namesakes(names: readonly string[], places: readonly Place[]): string[] {
  const towns = new Set(places.map(({ nom }) => nameKey(nom)));
  return names.filter((name) => towns.has(nameKey(name)));
}

function write(name: string, document: object): void {
  writeFileSync(join(ROOM, name), `${JSON.stringify(document, null, 1)}\n`);
}

const places = communes as readonly Place[];
const countries = parse(readFileSync(COUNTRIES, 'utf8'), { columns: true }) as { code: string; name: string }[];
write('communes.json', {
  source: 'INSEE, code officiel géographique 2026 (@etalab/decoupage-administratif 6.0.0), Licence Ouverte',
  former: byCodeInForce(formerCodes(places)),
});
write('countries.json', {
  source: 'INSEE, code officiel géographique 2016, pays, Licence Ouverte',
  names: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
  alsoCommunes: namesakes(
    countries.map(({ name }) => name),
    places,
  ),
});
