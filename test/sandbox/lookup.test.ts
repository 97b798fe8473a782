import type { Sandbox } from '../../sandbox/server';
import { fullNir, nirKey, POPULATION, SITUATION_COUNTS } from '../../sandbox/world';
import { Caller, chased, openSandbox, someone, WORLD } from './caller';

describe('the people of the sandbox', () => {
  it('are 2,000, in every situation that matters, the same ones every time', () => {
    const counts = Object.fromEntries(
      Object.keys(SITUATION_COUNTS).map((situation) => [
        situation,
        WORLD.people.filter((one) => one.situation === situation).length,
      ]),
    );
    expect(WORLD.people).toHaveLength(POPULATION);
    expect(counts).toEqual(SITUATION_COUNTS);
    expect(
      WORLD.people.filter(({ situation, certified }) => situation === 'free' && !certified).length,
    ).toBeGreaterThan(50);
    expect(WORLD.people[7]).toMatchObject({ index: 7, nir: WORLD.people[7]?.nir });
  });

  it('are plainly invented: commune 999, numbers that begin with 999, fiction telephones, example.org', () => {
    for (const { nir, ftNumber, phone, email } of WORLD.people) {
      expect(nir.slice(5, 10)).toMatch(/^(\d\d|2A|2B)999$|^97499$/);
      expect(ftNumber).toMatch(/^0?999\d+$/);
      expect(ftNumber).toHaveLength(11);
      expect(phone).toMatch(/^(019900|063998)\d{4}$/);
      if (email !== undefined) expect(email).toMatch(/@example\.org$/);
    }
  });

  it('have NIR that agree with their birth and their key (vectors of france-travail.md §9)', () => {
    const vectors = {
      '1720678355011': '47',
      '180062A001018': '27',
      '180062B001018': '54',
      '7800699350012': '04',
      '1800675056084': '97',
      '1800675056083': '01',
    };
    for (const [nir, key] of Object.entries(vectors)) expect(nirKey(nir)).toBe(key);
    for (const { nir, birthDate, sex } of WORLD.people) {
      expect(nir.slice(0, 5)).toBe(`${sex === 'F' ? 2 : 1}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}`);
    }
    expect(new Set(WORLD.people.map(({ nir }) => nir)).size).toBe(POPULATION);
    expect(new Set(WORLD.people.map(({ ftNumber }) => ftNumber)).size).toBe(POPULATION);
  });

  it('are nobody’s relance when they are accompanied elsewhere', () => {
    expect(WORLD.people.filter(({ situation, relance }) => situation !== 'free' && relance !== undefined)).toEqual([]);
  });
});

describe('looking a person up', () => {
  let sandbox: Sandbox;
  let caller: Caller;
  beforeAll(async () => {
    sandbox = await openSandbox();
    caller = await Caller.connect(sandbox);
  });
  afterAll(() => sandbox.close());

  it('finds a certified identity, and says so of one that is not', async () => {
    expect((await caller.lookUp(chased())).json).toMatchObject({ codeRetour: 'S001', topIdentiteCertifiee: 'O' });
    const uncertified = someone(({ situation, certified }) => situation === 'free' && !certified);
    expect((await caller.lookUp(uncertified)).json).toMatchObject({ codeRetour: 'S001', topIdentiteCertifiee: 'N' });
  });

  it('takes the NIR with and without its key, and refuses a wrong one', async () => {
    const person = chased();
    const path = '/rechercher-usager/v2/usagers/par-datenaissance-et-nir';
    const ask = async (nir: string) =>
      (await caller.call('POST', path, { body: { dateNaissance: person.birthDate, nir } })).json.codeRetour;
    const wrongKey = String((Number(fullNir(person).slice(13)) % 97) + 1).padStart(2, '0');
    expect(await Promise.all([ask(person.nir), ask(fullNir(person)), ask(person.nir + wrongKey)])).toEqual([
      'S001',
      'S001',
      'R997',
    ]);
  });

  it.each([
    ['unknown', 200, 'S002'],
    ['forbidden', 403, 'R002'],
    ['noAddress', 500, 'R998'],
    ['several', 200, 'S003'],
  ] as const)('%s: HTTP %i, %s', async (situation, status, code) => {
    const reply = await caller.lookUp(someone((one) => one.situation === situation));
    expect({ status: reply.status, code: reply.json.codeRetour }).toEqual({ status, code });
  });

  it('answers some numbers with 204, when several files have them', async () => {
    const silent = someone(({ situation, habits }) => situation === 'several' && habits.silentWhenSeveral);
    expect((await caller.lookUpByNumber(silent.ftNumber)).status).toBe(204);
  });

  it('says "no value" as null, as the string "null", and by leaving the key out', async () => {
    const several = WORLD.people.filter(({ situation }) => situation === 'several');
    const tokens = await Promise.all(several.map(async (person) => (await caller.lookUp(person)).json.jetonUsager));
    expect(new Set(tokens)).toEqual(new Set([null, 'null', undefined]));
  });

  it('repeats the FT number for some people only, and adds a property that no contract knows', async () => {
    const found = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(async (rank) => (await caller.lookUp(chased(rank))).json),
    );
    expect(new Set(found.map((json) => 'numeroFranceTravail' in json))).toEqual(new Set([true, false]));
    expect(found.every((json) => 'idTechnique' in json)).toBe(true);
  });
});
