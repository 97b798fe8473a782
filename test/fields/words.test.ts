import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELD_KINDS, isPivotField, PIVOT_FIELDS, PIVOT_FIELD_IDS } from '../../src/fields';
import synonyms from '../../src/intake/synonyms.json';
import { DICTIONARY, translate } from '../../src/wording';

const source = join(__dirname, '../../src');
const ROOMS = ['identity', 'intake', 'accompaniment', 'referral'];
const filesOf = (room: string): string[] =>
  readdirSync(join(source, room))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(source, room, file), 'utf8'));

/** Codes stand in the source as whole literals, so that one search finds sentence and cause. */
const literals = ROOMS.flatMap((room) =>
  filesOf(room).flatMap((text) =>
    [...text.matchAll(/'((?:identity|intake|accompaniment|referral)\.[A-Za-z.]+)'/g)].map((match) => match[1] ?? ''),
  ),
);
/** The ends of `intake.column.…` and `intake.ask.…`: data of the synonyms, and what proposals decide. */
const proposals = ['proposals.ts', 'assignFields.ts']
  .map((file) => readFileSync(join(source, 'intake', file), 'utf8'))
  .join('\n');
const endsIn = (pattern: RegExp): string[] => [...proposals.matchAll(pattern)].map((match) => match[1] ?? '');
const columnEnds = [
  ...synonyms.leave.map(({ why }) => why),
  ...synonyms.sensitive.map(({ why }) => why),
  ...endsIn(/(?:leave\(|why: |return |\? |: )'([a-z][A-Za-z]+)'/g).filter(
    (end) => !isPivotField(end) && !['field', 'string', 'split', 'leave', 'unknown', 'neighbour'].includes(end),
  ),
  'unknown',
  'unnamed',
  'neighbour',
];
const askEnds = [
  ...[...synonyms.fields, ...synonyms.neighbours].flatMap((group) => ('ask' in group && group.ask ? [group.ask] : [])),
  ...synonyms.leave.flatMap((rule) => (rule.ask ? [rule.why] : [])),
  'minimumIncome',
  ...endsIn(/ask: '([A-Za-z]+)'/g),
  ...endsIn(/\? '(notDate|notNir|notName|notEmail|notFranceTravailNumber|sameEverywhere|holdsNir)'/g),
];
const OWN = ROOMS.map((room) => `${room}.`);

describe('words for everything that these rooms can say', () => {
  it.each([...new Set(literals)].sort())('%s has its sentence', (code) => expect(DICTIONARY[code]).toBeDefined());
  it.each([...new Set(askEnds)].sort())('intake.ask.%s has its question', (end) =>
    expect(DICTIONARY[`intake.ask.${end}`]).toBeDefined(),
  );
  it.each([...new Set(columnEnds)].filter((end) => !askEnds.includes(end)).sort())(
    'intake.column.%s has its words',
    (end) => expect(DICTIONARY[`intake.column.${end}`]).toBeDefined(),
  );

  it('holds no sentence that nobody says', () => {
    const said = new Set([
      ...literals,
      ...columnEnds.map((end) => `intake.column.${end}`),
      ...askEnds.map((end) => `intake.ask.${end}`),
      ...askEnds.map((end) => `intake.column.${end}`),
    ]);
    const idle = Object.keys(DICTIONARY).filter((code) => OWN.some((room) => code.startsWith(room)) && !said.has(code));
    expect(idle).toEqual(['intake.column.header', 'intake.column.ownId'].filter((code) => !said.has(code)));
  });

  it('every field has a label, and nothing else has', () => {
    const labels = Object.keys(DICTIONARY).filter((code) => code.startsWith('fields.'));
    expect(labels).toEqual(PIVOT_FIELD_IDS.map((id) => `fields.${id}`));
  });

  it('a sentence about a cell names its column, in the language of the reader', () => {
    const params = { field: 'entryDate', value: '31/02/2026' };
    expect(translate('fr', 'identity.date.impossible', params)).toBe(
      "Date d'entrée : le 31/02/2026 n'existe pas (jour/mois/année). Corrigez la date.",
    );
    expect(translate('en', 'identity.date.impossible', params)).toBe(
      'Entry Date: 31/02/2026 does not exist (day/month/year). Correct the date.',
    );
    expect(translate('fr', 'accompaniment.deferred', { date: '2026-12-01' })).toContain('le 01/12/2026');
  });
});

it('kinds and ids are those of the one list', () => {
  expect(Object.keys(FIELD_KINDS)).toEqual(PIVOT_FIELD_IDS);
  expect(PIVOT_FIELDS.filter(({ leaves }) => leaves === 'never').map(({ id }) => id)).toEqual([
    'nationalId',
    'occupation',
    'suspensionReason',
    'stage',
    'comment',
  ]);
});
