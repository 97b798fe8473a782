import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiHandlers } from '../../sandbox/apis';
import { readContracts } from '../../sandbox/contract';
import type { Sandbox } from '../../sandbox/server';
import { settingsOf } from '../../sandbox/settings';
import type { Person, Situation } from '../../sandbox/world';
import { Caller, openSandbox, type Reply, someone, WORLD } from './caller';

const OURS = join(__dirname, '../../sandbox/contract');
const SHARED = join(__dirname, '../../../shared/contract');
const CONTRACTS = readContracts(SHARED);

describe('the sandbox’s copies of the contracts', () => {
  const files = readdirSync(SHARED).filter((name) => name.endsWith('.yaml'));

  it('are all there, and no other', () => {
    expect(readdirSync(OURS)).toEqual(files);
  });

  it.each(files)('%s is the shared one, byte for byte', (file) => {
    expect(readFileSync(join(OURS, file)).equals(readFileSync(join(SHARED, file)))).toBe(true);
  });

  it('has a handler for every operation', () => {
    const handled = Object.keys(apiHandlers(settingsOf({})));
    expect([...new Set(CONTRACTS.operations.map(({ id }) => id))].sort()).toEqual(handled.sort());
  });
});

const SITUATIONS: readonly Situation[] = [
  'free',
  'unknown',
  'several',
  'struckOff',
  'incomplete',
  'elsewhere',
  'partner',
  'forbidden',
  'noAddress',
  'merged',
];

/** Enough people of a situation to meet each of their habits. */
function peopleIn(situation: Situation): Person[] {
  return WORLD.people.filter((person) => person.situation === situation).slice(0, 12);
}

describe('every answer is valid against the contracts, for people in every situation', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  const answered = new Set<string>();

  beforeAll(async () => {
    sandbox = await openSandbox({ readLagMs: 0 });
    caller = await Caller.connect(sandbox);
  });
  afterAll(() => sandbox.close());

  /** Calls, and judges the bytes on the wire with the shared contracts. */
  async function judged(method: string, path: string, wanted: Parameters<Caller['call']>[2] = {}): Promise<Reply> {
    const reply = await caller.call(method, path, wanted);
    const matched = CONTRACTS.match(method, new URL(sandbox.apiBase + path).pathname);
    if (!('operation' in matched)) throw new Error(`${method} ${path} stands in no contract`);
    const { operation } = matched;
    answered.add(`${operation.id} ${reply.status}`);
    const check = operation.answers.get(reply.status);
    const problem = check === undefined ? `${operation.id} may not answer ${reply.status}: ${reply.text}` : null;
    expect(problem).toBeNull();
    if (check === null) expect(reply.text).toBe('');
    else expect({ errors: check?.(reply.json), body: reply.json }).toMatchObject({ errors: [] });
    return reply;
  }

  const put = (
    reference: string,
    personToken: string,
    key: string,
    declaration: Record<string, unknown>,
  ): Promise<Reply> =>
    judged('PUT', `/interface-commune/v1/accompagnements/${reference}`, {
      personToken,
      key,
      body: {
        structure: { code: 'PLI5901', libelle: "PLIE d'Exempleville" },
        statut: 'OUVERT',
        dateDebut: '2026-03-02',
        version: 1,
        ...declaration,
      },
    });

  it.each(SITUATIONS)('%s: look-up, situation, orientation, who accompanies, declaration', async (situation) => {
    for (const person of peopleIn(situation)) {
      await judged('POST', '/rechercher-usager/v2/usagers/par-numero-francetravail', {
        body: { numeroFranceTravail: person.ftNumber },
      });
      const body = { dateNaissance: person.birthDate, nir: person.nir };
      const found = await judged('POST', '/rechercher-usager/v2/usagers/par-datenaissance-et-nir', { body });
      if (found.json.codeRetour !== 'S001') continue;
      const personToken = String(found.json.jetonUsager);
      await judged('GET', '/contrat-usager/v2/contrat', { personToken });
      await judged('GET', '/informations-administratives/v1/usager', { personToken });
      await judged('GET', '/orientationusager/v2/lectureOrientation', { personToken });
      await judged('GET', '/interface-commune/v1/usagers/accompagnements', { personToken });
      const reference = `C${person.index}.1`;
      await put(reference, personToken, `contract-test-${person.index}-a`, {});
      await put(reference, personToken, `contract-test-${person.index}-b`, {});
      await put(reference, personToken, `contract-test-${person.index}-a`, { dateDebut: '2026-04-01' });
      await put(reference, personToken, `contract-test-${person.index}-c`, {
        version: 2,
        statut: 'SUSPENDU',
        dateSuspension: '2026-05-01',
      });
      await put(reference, personToken, `contract-test-${person.index}-d`, {
        version: 3,
        statut: 'CLOS',
        dateFin: '2026-01-01',
      });
      await judged('GET', `/interface-commune/v1/accompagnements/${reference}`);
      await judged('GET', '/interface-commune/v1/usagers/accompagnements', { personToken });
    }
  });

  it('wrong requests, in the manner of each API that documents them', async () => {
    const personToken = await caller.tokenOf(someone(({ situation }) => situation === 'free'));
    await judged('POST', '/rechercher-usager/v2/usagers/par-numero-francetravail', {
      body: { numeroFranceTravail: '1' },
    });
    await judged('PUT', '/interface-commune/v1/accompagnements/X1.1', {
      personToken,
      body: {},
      key: 'contract-test-wrong',
    });
    await judged('GET', '/interface-commune/v1/accompagnements/nobody');
    await judged('GET', '/interface-commune/v1/accompagnements?curseur=nonsense');
    await judged('GET', '/informations-administratives/v1/usager', { personToken: 'nonsense' });
    await judged('POST', '/orientationusager/v2/decisionOrientation', {
      personToken,
      body: { etat_decision: 'REFUSEE', date_decision: '2026-11-24' },
    });
    await judged('GET', '/activites-operationnelles/v2/activites/chercher');
    await judged('GET', '/activites-operationnelles/v2/activites/chercher?codeActivite=ACT382&codeFamille=INSEA');
    await judged('POST', '/rendez-vous-partenaire/v1/rendez-vous', { personToken, body: {} });
    await judged('POST', '/interface-commune/v1/accompagnements/lot', {
      body: { declarations: Array.from({ length: 101 }, () => ({})) },
    });
  });

  it('referrals, activities, orientations and appointments', async () => {
    const listed = await judged('GET', '/interface-commune/v1/prescriptions?taille=5');
    for (const { identifiant, version } of listed.json.prescriptions as { identifiant: string; version: number }[]) {
      await judged('POST', '/interface-commune/v1/prescriptions/accuses', {
        body: { accuses: [{ identifiant, version }] },
      });
      const body = { decision: 'ACCEPTEE', dateDecision: '2026-11-20' };
      await judged('PUT', `/interface-commune/v1/prescriptions/${identifiant}/reponse`, {
        body,
        key: `contract-test-${identifiant}`,
      });
    }
    await judged('GET', '/interface-commune/v1/accompagnements?taille=3');
    for (const path of [
      '',
      '/domaines/SUI',
      '/domaines/SUI/detail',
      '/familles/INSEA',
      '/familles/INSEA/detail',
      '/activites/ACT382',
      '/activites/ACT999',
    ]) {
      await judged('GET', `/activites-operationnelles/v2/referentiel-activites${path}`);
    }
    await judged('GET', '/activites-operationnelles/v2/activites/chercher?codeDomaine=SUI');
    await judged('GET', '/activites-operationnelles/v2/activites/chercher?codeActivite=ACT999');

    const waiting = someone(({ awaitsOrientation }) => awaitsOrientation);
    const personToken = await caller.tokenOf(waiting);
    const decision = { etat_decision: 'ACCEPTEE', date_decision: '2026-11-20' };
    await judged('POST', '/orientationusager/v2/decisionOrientation', { personToken, body: decision });
    await judged('GET', '/orientationusager/v2/lectureOrientation?etatOrientation=OUVERT', { personToken });
    await judged('PUT', '/orientationusager/v2/modificationOrientation', { personToken, body: { parcours: 'PED' } });
    await judged('POST', '/orientationusager/v2/calculerOrientation', { personToken, body: {} });
    const creation = {
      origine: 'INSCRIPTION_CONSEILLER_CD',
      parcours: 'PSP',
      referent_parcours: { organisme: { code: 'CD' } },
    };
    await judged('POST', '/orientationusager/v2/orientation', { personToken, body: creation });
    const free = await caller.tokenOf(someone((person) => person.situation === 'free' && !person.awaitsOrientation));
    await judged('POST', '/orientationusager/v2/orientation', { personToken: free, body: creation });

    const appointment = {
      date: '2026-11-30T09:00:00.000Z',
      modaliteContact: 'PHYSIQUE',
      typeReception: 'COL',
      motif: 'AUT',
      statut: 'PRIS',
      organisme: { code: 'DCD' },
    };
    const made = await judged('POST', '/rendez-vous-partenaire/v1/rendez-vous', { personToken, body: appointment });
    await judged('PUT', '/rendez-vous-partenaire/v1/rendez-vous', {
      personToken,
      body: { ...appointment, id: made.json.id },
    });
    await judged('GET', '/rendez-vous-partenaire/v1/rendez-vous-usager?date-debut=01-11-2026', { personToken });
    await judged('DELETE', `/rendez-vous-partenaire/v1/rendez-vous/${made.json.id}`);
    await judged('DELETE', '/rendez-vous-partenaire/v1/rendez-vous/nothing');
  });

  it('met every operation, and every answer that the contracts expect outside faults', () => {
    const ids = new Set([...answered].map((one) => one.split(' ')[0]));
    expect(CONTRACTS.operations.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
    const expected = [
      'declarerAccompagnement 200',
      'declarerAccompagnement 201',
      'declarerAccompagnement 400',
      'declarerAccompagnement 409',
      'declarerAccompagnement 422',
    ];
    const lookUps = [200, 204, 400, 403, 500].map((status) => `RechercherUsagerParNumeroFranceTravail ${status}`);
    const situations = [
      'recupererContratV2 200',
      'recupererContratV2 204',
      'recupererDonneesParIdRci 200',
      'recupererDonneesParIdRci 204',
    ];
    expect([...expected, ...lookUps, ...situations, 'declarerLot 413'].filter((one) => !answered.has(one))).toEqual([]);
  });

  it('and the sandbox itself says so in its access log', async () => {
    expect((await sandbox.log()).filter(({ contract }) => contract === false)).toEqual([]);
  });
});
