import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { allItems, jsonOf, NODE, openBench, removeUserFolder, tryNode, type Bench } from './sandboxEngine';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { readTable } from '../../src/intake';

const AUTO = { mappingMode: 'autoMapInputData', value: null };
const [DECLARED, ALREADY, WAITING, TO_CORRECT] = [0, 1, 2, 3] as const;

/** The sample list, as n8n's own node hands it over. */
function sample(): IDataObject[] {
  const reading = readTable(readFileSync(join(__dirname, '../../workflows/samples/participants-exemple.csv')));
  if (reading.status !== 'table') throw new Error('the sample cannot be read');
  const { headers, rows } = reading.table;
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

const line = (id: string): IDataObject => {
  const found = sample().find((item) => item['N° participant'] === id);
  if (!found) throw new Error(`no ${id} in the sample`);
  return found;
};

describe('declaring accompaniments', () => {
  let bench: Bench;
  const declare = (items: readonly IDataObject[], parameters: IDataObject = {}, more: object = {}) =>
    tryNode({
      node: new DeclareAccompaniment(),
      parameters: { operation: 'open', send: false, fields: AUTO, options: {}, ...parameters },
      items,
      credentials: bench.credentials,
      ...more,
    });
  const relances = async () => {
    const state = (await (await fetch(`${bench.sandbox.adminUrl}/state`)).json()) as {
      counters: { ours: number; planned: number };
    };
    return state.counters;
  };

  beforeAll(async () => {
    bench = await openBench({ readLagMs: 0 });
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  it('shows first what would leave, what stays, and sends nothing', async () => {
    const result = await declare(sample());
    expect(result.error).toBeUndefined();
    const [first] = jsonOf(result, DECLARED);
    expect(first).toMatchObject({ line: 1, id: 'P02301', dryRun: true, would: 'send', reference: 'P02301.1' });
    expect(first?.leaves).toMatchObject({ "Date d'entrée": '05/05/2024', 'Bénéficiaire du RSA': 'non' });
    expect(first?.cut).toEqual(['Date de naissance', 'N° de sécurité sociale']);
    expect(first?.lookedUpBy).toEqual(['Identifiant France Travail']);
    expect(await bench.sandbox.log()).toEqual([]);
  });

  it('says the counts beside the output', async () => {
    const result = await declare(sample());
    const [counts, ...others] = result.hints(NODE).map(({ message }) => message);
    expect(counts).toMatch(
      /^Aperçu : rien n’est parti\. Partiraient : \d+ · Déjà dits : 0 · En attente : 0 · À corriger : \d+\./,
    );
    expect(others).toContain('Colonnes laissées de côté : N° allocataire CAF, RQTH.');
    expect(others).toContain('La convention garde chez vous : Date de naissance, N° de sécurité sociale.');
  });

  it('then sends, on four outputs, and the planned reminders stop', async () => {
    const before = await relances();
    const result = await declare(sample(), { send: true });
    expect(result.error).toBeUndefined();
    const declared = jsonOf(result, DECLARED);
    const after = await relances();
    expect(after.ours - before.ours).toBe(declared.length);
    expect(after.planned).toBeLessThan(before.planned);
    expect(declared.every(({ outcome, code }) => outcome === 'declared' && code === 'S000')).toBe(true);
    const double = jsonOf(result, ALREADY).find(({ id }) => id === 'P02321');
    expect(double).toMatchObject({ outcome: 'alreadyAccompanied', organism: { code: 'CE' } });
    expect(double?.message).toMatch(/^Déjà accompagnée par .+ depuis le \d\d\/\d\d\/\d{4} : rien n’a été enregistré/);
    expect(jsonOf(result, WAITING).map(({ id, code, retryLater }) => ({ id, code, retryLater }))).toEqual([
      { id: 'P02369', code: 'R998', retryLater: true },
    ]);
    expect(jsonOf(result, TO_CORRECT).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['P02311', 'P02327', 'P02328', 'P02336', 'P02362', 'P02389', 'P02397', 'P02404']),
    );
  });

  it('sends nothing the second time: France Travail knows it already', async () => {
    const before = (await bench.sandbox.log()).length;
    const result = await declare([line('P02301'), line('P02302')], { send: true });
    expect(jsonOf(result, DECLARED).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    const calls = (await bench.sandbox.log()).slice(before);
    expect(calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('pairs every item with the line it comes from, on every output', async () => {
    const items = sample();
    const result = await declare(items);
    for (const { json, pairedItem } of allItems(result)) expect(pairedItem).toEqual({ item: Number(json.line) - 1 });
    const lines = allItems(result).map(({ json }) => Number(json.line));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBe(items.length);
  });

  it('gives nothing back of the list but the id: no name, no NIR, no number', async () => {
    const person = line('P02302');
    const shown = JSON.stringify([
      allItems(await declare([person])),
      allItems(await declare([person], { send: true })),
    ]);
    for (const column of [
      'Nom',
      'Nom de naissance',
      'Prénom',
      'N° Sécurité Sociale',
      'Identifiant France Travail',
      'E-mail',
    ]) {
      const value = String(person[column]);
      expect(value).not.toBe('');
      expect(shown).not.toContain(value);
    }
  });

  it('carries a line through its life: suspend, resume, update, close, read', async () => {
    const person = { ...line('P02303'), "Date d'entrée PLIE": '13/02/2026' };
    const life = [
      { operation: 'suspend', item: { ...person, 'Date de suspension': '01/10/2026' }, status: 'suspended' },
      { operation: 'resume', item: person, status: 'open' },
      { operation: 'update', item: { ...person, 'Référent de parcours': 'Andrée MODELAGE' }, status: 'open' },
      {
        operation: 'close',
        item: { ...person, 'Date de sortie PLIE': '20/11/2026', 'Motif de sortie': 'CDI' },
        status: 'closed',
      },
    ];
    for (const { operation, item, status } of life) {
      const result = await declare([item], { operation, send: true });
      expect(jsonOf(result, DECLARED)).toMatchObject([{ operation, status, outcome: 'declared' }]);
    }
    const read = await declare([{ 'N° participant': 'P02303' }], { operation: 'readStatus' });
    expect(jsonOf(read, DECLARED)).toMatchObject([
      { id: 'P02303', status: 'closed', asTold: true, holds: { 'Motif de sortie': 'Emploi durable' } },
    ]);
  });

  it('takes columns by hand too, and leaves ids alone that it does not know', async () => {
    const value = {
      id: '={{ $json.numero }}',
      franceTravailNumber: '={{ $json.ft }}',
      entryDate: '={{ $json.entree }}',
      fromAnotherVersion: '={{ $json.numero }}',
    };
    const person = line('P02304');
    const item = { numero: 'X-1', ft: person['Identifiant France Travail'] as string, entree: '09/08/2026' };
    const schema = [
      { id: 'id', displayName: 'N°', required: true, defaultMatch: false, display: true, type: 'string' },
    ];
    const fields = { mappingMode: 'defineBelow', value, matchingColumns: [], schema };
    const result = await declare([item], { fields });
    expect(jsonOf(result, DECLARED)).toMatchObject([{ id: 'X-1', would: 'send', reference: 'X-1.1' }]);
  });

  it('uses the exit reasons of the PLIE’s own table', async () => {
    const person = { ...line('P02307'), 'Date de sortie PLIE': '20/11/2026', 'Motif de sortie': 'Parti vers le large' };
    const unknown = await declare([person], { operation: 'close' });
    expect(jsonOf(unknown, TO_CORRECT)).toMatchObject([{ id: 'P02307', column: 'Motif de sortie' }]);
    const options = { exitReasons: { rows: [{ local: 'Parti vers le large', reason: 'moved' }] } };
    const known = await declare([person], { operation: 'close', options });
    expect(jsonOf(known, DECLARED)[0]?.leaves).toMatchObject({ 'Motif de sortie': 'Déménagement' });
  });

  it('accepts an identity that is not certified only where the option says so', async () => {
    const person = line('P02315');
    expect(jsonOf(await declare([person], { send: true }), TO_CORRECT)).toMatchObject([{ outcome: 'ambiguous' }]);
    const options = { acceptUncertified: true };
    expect(jsonOf(await declare([person], { send: true, options }), DECLARED)).toMatchObject([{ outcome: 'declared' }]);
  });

  it('counts empty lines and names the lines that say the same twice', async () => {
    const person = line('P02310');
    const empty = Object.fromEntries(Object.keys(person).map((key) => [key, '']));
    const result = await declare([person, empty, person]);
    expect(jsonOf(result, DECLARED).map(({ line: at }) => at)).toEqual([1]);
    expect(jsonOf(result, TO_CORRECT)).toMatchObject([{ line: 3, id: 'P02310', outcome: 'rejected' }]);
    expect(result.hints(NODE).map(({ message }) => message)).toContain('Lignes vides, laissées de côté : 1.');
  });
});
