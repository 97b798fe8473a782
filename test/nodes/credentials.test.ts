import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { FranceTravailApi } from '../../credentials/FranceTravailApi.credentials';
import { DeclareAccompaniment } from '../../nodes/DeclareAccompaniment/DeclareAccompaniment.node';
import { CHOICE_GROUPS, conventionFromChoices } from '../../credentials/conventionChoices';
import { CANVAS, parseConvention } from '../../src/convention';
import { SHIPPED_PROFILES } from '../../src/exchange';
import { openBench, removeUserFolder, type Bench } from '../engine/sandboxEngine';

describe('the credentials', () => {
  let bench: Bench;
  const { testAccess, testConvention } = new DeclareAccompaniment().methods.credentialTest;
  const tested = (test: typeof testAccess, data: ICredentialDataDecryptedObject) =>
    test.call({} as never, { id: '1', name: 'x', type: 'x', data });
  const access = (change: ICredentialDataDecryptedObject = {}) => ({
    ...bench.credentials.franceTravailApi,
    ...change,
  });

  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(async () => {
    await bench.sandbox.close();
    await removeUserFolder();
  });

  it('says when France Travail accepts the access', async () => {
    const result = await tested(testAccess, access());
    expect(result).toEqual({ status: 'OK', message: 'France Travail répond et accepte cet accès.' });
  });

  it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
    ['a wrong secret', { clientSecret: 'faux' }, /France Travail.*\(invalid_client\)/],
    ['no secret', { clientSecret: '' }, /n’a pas de secret/],
    ['no ledger key', { ledgerSecret: '' }, /Clé du registre/],
    ['no structure code', { structureCode: '' }, /Code de la structure/],
    ['a host that is not in the profile', { apiBaseUrl: 'https://example.org/x' }, /example\.org/],
    ['nobody who listens', { apiBaseUrl: 'http://127.0.0.1:1/p', tokenUrl: 'http://127.0.0.1:1/t' }, /127\.0\.0\.1:1/],
    ['a profile that does not parse', { profile: 'custom', customProfile: '{' }, /^Profil d’échange : /],
    [
      'a profile file that is not there',
      { profile: 'custom', customProfile: 'absent.json' },
      /« plie-france-travail\/profiles »/,
    ],
  ])('says in French what failed: %s', async (_, change, sentence) => {
    const { status, message } = await tested(testAccess, access(change));
    expect(status).toBe('Error');
    expect(message).toMatch(sentence);
  });

  it('takes a profile of one’s own from a file that an admin has laid in n8n’s folder', async () => {
    const folder = join(String(process.env['N8N_USER_FOLDER']), '.n8n/plie-france-travail/profiles');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'le-notre.json'), JSON.stringify(SHIPPED_PROFILES['interface-commune']));
    const result = await tested(testAccess, access({ profile: 'custom', customProfile: 'le-notre.json' }));
    expect(result.status).toBe('OK');
  });

  it('reads no file outside that folder', async () => {
    const { message } = await tested(testAccess, access({ profile: 'custom', customProfile: '../../config.json' }));
    expect(message).toMatch(/^Profil d’échange : .*JSON/);
  });

  it('reads the convention, and says which operations it allows', async () => {
    const { status, message } = await tested(testConvention, { source: 'canvas' });
    expect(status).toBe('OK');
    expect(message).toMatch(/« Canevas proposé ».*open, update/);
    const wrong = JSON.stringify({ id: 'x', version: '1', title: 'x', flows: [{ operation: 'ouvrir' }] });
    const refused = await tested(testConvention, { source: 'json', convention: wrong });
    expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/flows\[0\]\.operation/) });
  });

  it('lets the HTTP Request node speak with it, to its own address only', async () => {
    const { authenticate } = new FranceTravailApi();
    const url = `${bench.sandbox.apiBase}/interface-commune/v1/prescriptions`;
    const signed = await authenticate(access(), { url } as IHttpRequestOptions);
    const answer = await fetch(url, { headers: signed.headers as Record<string, string> });
    expect(answer.status).toBe(200);
    const elsewhere = authenticate(access(), { url: 'https://example.org/', headers: {} } as IHttpRequestOptions);
    await expect(elsewhere).rejects.toThrow(/jamais envoyé à une autre adresse/);
  });
});

describe('the boxes of the convention', () => {
  const ticked = Object.fromEntries(CHOICE_GROUPS.map(({ name, byDefault }) => [name, byDefault]));
  const parse = (value: unknown) => parseConvention(value, () => 'x');

  it('begin as the proposed canvas has them', () => {
    const canvas = parse(CANVAS);
    const chosen = parse(conventionFromChoices('', ticked));
    if (!canvas.ok || !chosen.ok) throw new Error('a convention cannot be read');
    for (const flow of chosen.convention.flows) {
      const same = canvas.convention.flows.find(
        ({ operation, direction }) => operation === flow.operation && direction === flow.direction,
      );
      expect([flow.operation, [...flow.fields].sort()]).toEqual([flow.operation, [...(same?.fields ?? [])].sort()]);
    }
  });

  it('allow nothing where nothing is ticked', () => {
    const { flows } = conventionFromChoices('Rien', { identifiers: ['franceTravailNumber'] });
    expect(flows.map(({ operation }) => operation)).toEqual(['lookUp']);
  });

  it('list the NIR nowhere by default', () => {
    expect(CHOICE_GROUPS.flatMap(({ byDefault }) => byDefault)).not.toContain('nir');
  });
});
