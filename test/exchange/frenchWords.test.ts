import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_PROFILES, type Profile } from '../../src/exchange';
import { draft } from './support';

const ROOT = join(__dirname, '../..');

/** Names and codes of the other side, as the profiles write them: field names, headers, paths, codes. */
function wordsOfProfiles(): Set<string> {
  return new Set(Object.values(SHIPPED_PROFILES).flatMap(wordsOfProfile));
}

function wordsOfProfile(profile: Profile): string[] {
  const { name, firstName, id } = profile.agent.headers;
  return [
    ...Object.values(profile.operations)
      .flatMap(wordsOfOperation)
      // The id of the profile is the name of its API as well.
      .filter((word) => word !== profile.id),
    ...profile.businessCode.flatMap(({ path }) => steps(path)),
    ...[name, firstName, id],
    ...Object.values(profile.tables).flatMap((table) => table.map(({ code }) => code)),
    ...profile.token.scopes,
  ];
}

function wordsOfOperation({
  path,
  headers,
  body,
  query,
  lot,
  answer,
  outcomes,
}: Profile['operations'][string]): string[] {
  const readings = [...Object.values(answer?.read ?? {}), ...Object.values(answer?.person ?? {})];
  return [
    ...path.split('/'),
    ...Object.values(headers ?? {}),
    ...[...(body?.map ?? []), ...(query ?? [])].flatMap(({ to }) => steps(to)),
    ...steps(body?.list),
    ...Object.values(lot ?? {}).flatMap(steps),
    ...outcomes.flatMap(({ code, codeFrom, codeTo, when }) => [code, codeFrom, codeTo, ...steps(when?.path)]),
    ...readings.flatMap((reading) => [reading.path, reading.or, ...(reading.join ?? [])].flatMap(steps)),
  ].filter((word) => word !== undefined);
}

function steps(path: string | undefined): string[] {
  return (path ?? '').split(/[.[\]=]/).filter((step) => !/^\d*$/.test(step));
}

/**
 * Words that are also plain English, a standard's own (RFC 6749, RFC 9110), or names of people's own world that stand in
 * TypeScript in their own right, and would be found for nothing.
 */
const SHARED = new Set(
  ['', '$', '*', '{reference}', '{id}', 'v1', 'v2', 'code', 'error', 'type', 'status', 'version'].concat(
    [
      'email',
      'decision',
      'cursor',
      'structure',
      'referent',
      'nir',
      'message',
      'declaration',
      'declarations',
      'lot',
      'title',
    ],
    // Values of the pivot field `role`, and organisms, as the pivot has them.
    ['REFERENT', 'PARTENAIRE', 'FT', 'PLIE'],
  ),
);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

describe('the other side is data', () => {
  const distinctive = [...wordsOfProfiles()].filter((word) => !SHARED.has(word));

  it('has words of its own to look for', () => {
    expect(distinctive).toEqual(
      expect.arrayContaining([
        'codeSortie',
        'referenceExterne',
        'S000',
        'dateDebut',
        'pa-nom-agent',
        'ft-jeton-usager',
        'VERSION_PERIMEE',
        'OUVERT',
        'm_statut',
        'rechercher-usager',
        'jetonUsager',
      ]),
    );
    expect(distinctive.length).toBeGreaterThan(120);
  });

  // Words that people read are no names of the other side's: the dictionary is left out, and so are data (codex, headers).
  const files = ['src', 'nodes', 'credentials']
    .flatMap(sourceFiles)
    .filter((file) => !file.startsWith(join('src', 'wording')));

  it.each(files)('%s holds no path, field name, header or code of France Travail', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const found = distinctive.filter((word) =>
      new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text),
    );
    expect(found).toEqual([]);
  });

  it('finds such a word when there is one', () => {
    expect(JSON.stringify(draft('interface-commune'))).toMatch(/(?<![\w-])codeSortie(?![\w-])/);
  });
});
