import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { declareAll, previewDeclarations } from '../../src/delivery';
import { PIVOT_FIELD_IDS, type PivotField, type PivotRecord } from '../../src/fields';
import { bench, convention, deskOn, free, kinds, lineOf, results, type Bench } from './desk';

let place: Bench;
let wire: Awaited<ReturnType<typeof recordingWire>>;
beforeAll(async () => {
  place = await bench();
  wire = await recordingWire(place.sandbox.port);
});
afterAll(async () => {
  await wire.close();
  await place.close();
});

/** Every field filled with a text of its own, in the form that its checks ask for. */
const PLANTED: PivotRecord = {
  birthName: 'NOMQUINEPARTPAS',
  usageName: 'USAGEQUINEPARTPAS',
  email: 'personne.inventee@example.org',
  phone: '0639980001',
  postcode: '59998',
  city: 'VILLEQUINEPARTPAS',
  street: 'RUEQUINEPARTPAS',
  nationalId: 'AUTREQUINEPARTPAS',
  occupation: 'METIERQUINEPARTPAS',
  plannedEndDate: '2027-09-09',
  suspensionReason: 'MOTIFQUINEPARTPAS',
  prescriber: 'PRESCRIPTEURQUINEPARTPAS',
  prescriptionDate: '2026-01-31',
  comment: 'COMMENTAIREQUINEPARTPAS',
  stage: 'ETAPEQUINEPARTPAS',
  referentPhone: '0199000042',
};

describe('the bytes on the wire', () => {
  const person = free(5);
  const line = lineOf(person, PLANTED);

  it('hold the number for the look-up and what was shown in the dry run, and nothing else of the line', async () => {
    const desk = deskOn(place, await place.ledger(place.newFile()), { place: { ...place.sandbox, ...wire } });
    const [preview] = results(await previewDeclarations([line], desk));
    expect(wire.requests).toEqual([]);
    expect(kinds(await declareAll([line], desk))).toEqual(['declared']);

    const sent = wire.requests.join('\n');
    const left = new Set<PivotField>(preview!.leaves.map(({ field }) => field));
    for (const field of PIVOT_FIELD_IDS) {
      const value = line.record[field] ?? '';
      // Short values (a sex, a yes) stand in any text; the body is compared below.
      if (value.length < 5 || left.has(field) || field === 'id' || field === 'franceTravailNumber') continue;
      expect([field, sent.includes(value)]).toEqual([field, false]);
    }
    expect(sent.split(person.ftNumber)).toHaveLength(2);
    const puts = wire.requests.filter((request) => request.startsWith('PUT'));
    expect(puts).toHaveLength(1);
    expect(JSON.parse(puts[0]!.split('\r\n\r\n')[1]!)).toEqual({
      structure: { code: 'PLI5901', libelle: "PLIE d'Exempleville" },
      roleStructure: 'REFERENT',
      statut: 'OUVERT',
      dateDebut: '2026-02-03',
      referent: { nom: 'RÉFÉRENTE-FICTIVE', prenom: 'Camille', email: 'camille.referente@example.org' },
      beneficiaireRsa: person.rsa,
      dateDernierEntretien: '2026-11-02',
      version: 1,
    });
  });

  it.each(['referentEmail', 'referentName', 'structure', 'role', 'lastMeetingDate', 'rsaBeneficiary'] as const)(
    'hold no %s where the convention does not list it, for any operation',
    async (field) => {
      const narrow = convention(({ flows }) => {
        for (const flow of flows) flow.fields = flow.fields.filter((listed) => listed !== field);
      });
      const desk = deskOn(place, await place.ledger(place.newFile()), {
        place: { ...place.sandbox, ...wire },
        convention: narrow,
      });
      const value = { ...line.record, structure: "PLIE d'Exempleville", role: 'REFERENT' }[field]!;
      const name = {
        referentEmail: 'email',
        referentName: 'nom',
        structure: 'libelle',
        role: 'roleStructure',
        lastMeetingDate: 'dateDernierEntretien',
        rsaBeneficiary: 'beneficiaireRsa',
      }[field];
      await place.reset();
      wire.requests.length = 0;
      const steps = [
        ['open', {}],
        ['update', { referentFirstName: 'Claude' }],
        ['suspend', { suspensionFrom: '2026-11-10' }],
        ['resume', {}],
        ['close', { exitDate: '2026-11-20', exitReason: 'other' }],
      ] as const;
      for (const [operation, change] of steps) {
        const run = await declareAll([{ ...lineOf(person, { ...PLANTED, ...change }), operation }], desk);
        expect([operation, ...kinds(run), ...results(run).flatMap(({ cut }) => cut)]).toEqual(
          expect.arrayContaining([operation, 'declared', field]),
        );
      }
      const puts = wire.requests.filter((request) => request.startsWith('PUT'));
      expect(puts).toHaveLength(steps.length);
      for (const put of puts) {
        expect(put).not.toContain(`"${name}"`);
        if (value.length > 5) expect(put.split('\r\n\r\n')[1]).not.toContain(value);
      }
    },
  );
});

/** Stands between the client and France Travail and keeps every request as its bytes went by. */
async function recordingWire(target: number) {
  const requests: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    client.on('data', (bytes) => {
      const text = bytes.toString('utf8');
      if (/^[A-Z]+ \/\S* HTTP\/1\.1\r\n/.test(text)) {
        if (!text.includes('/connexion/')) requests.push(text);
      } else requests.push(`${requests.pop() ?? ''}${text}`);
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    requests,
    apiBase: `${base}/partenaire`,
    tokenUrl: `${base}/connexion/oauth2/access_token?realm=%2Fagent`,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
