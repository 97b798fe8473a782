import { randomUUID } from 'node:crypto';
import type { DeclarationAnswer, LotItem } from '../../../src/exchange';
import { gatewayTo, PEOPLE, type Measure } from '../desk';
import { startScripted, type Reply } from './scripted';

const CODES = [
  ...Array.from({ length: 51 }, (_, n) => `S${String(n + 1).padStart(3, '0')}`),
  ...[
    'R001',
    'R002',
    'R010',
    'R050',
    'R099',
    'R997',
    'R998',
    'R999',
    'E500',
    'C999',
    'ERT_200_FONCT',
    'KO',
    '000',
    's000',
    'S0000',
    'OK',
  ],
];

/** Business failures as they leave with a success's status: codes, shapes, and bodies that are none. */
const DRESSED: readonly Reply[] = [
  ...CODES.map((code) => ({ status: 200, json: { codeSortie: code, message: 'Déclaration prise en compte' } })),
  ...['codeErreur', 'codeRetour', 'code', 'error'].map((key) => ({
    status: 200,
    json: { [key]: 'ECHEC', error_description: 'x' },
  })),
  ...[
    {},
    [],
    null,
    'S000',
    { message: 'S000' },
    { codeSortie: null },
    { codeSortie: 'null' },
    { resultat: 'S000' },
  ].map((json) => ({ status: 200, json })),
  ...[202, 203, 204, 206, 302, 500, 502].map((status) => ({ status, json: { codeSortie: 'S000' } })),
];

/** Each as the answer to a single call, and as one result of a lot. */
export async function measureDressed(): Promise<Measure[]> {
  let reply: Reply = { status: 500 };
  const server = await startScripted((body) => {
    if (!body.includes('"declarations"')) return reply;
    const one = reply.json as object | null;
    return { status: 200, json: { resultats: [{ ...one, httpStatus: reply.status, referenceExterne: 'B-1.1' }] } };
  });
  try {
    const gateway = gatewayTo(server, undefined, (profile) => ({
      ...profile,
      limits: { ...profile.limits, attempts: 1 },
    }));
    const found = await gateway.lookUp({ kind: 'franceTravailNumber', franceTravailNumber: PEOPLE[0]!.ftNumber });
    if (found.kind !== 'found') throw new Error(found.kind);
    const prepared = gateway.prepareDeclaration({
      operation: 'open',
      participantId: 'B-1',
      reference: 'B-1.1',
      entryNumber: 1,
      status: 'open',
      version: 1,
      fields: { structureCode: 'PLI5901', entryDate: '2026-02-03' },
    });
    const item: LotItem = { prepared, idempotencyKey: randomUUID(), person: found.person };
    const taken: string[] = [];
    const look = (how: string, { outcome: { kind } }: DeclarationAnswer): void => {
      if (kind === 'declared' || kind === 'unchanged' || kind === 'sent') taken.push(`${how} ${JSON.stringify(reply)}`);
    };
    for (reply of DRESSED) {
      look('single', await gateway.declare(prepared, item.idempotencyKey, found.person));
      const lot = await gateway.declareLot([item]);
      if (lot.kind === 'answered') lot.answers.forEach((answer) => look('lot', answer));
    }
    reply = { status: 201, json: { codeSortie: 'S000' } };
    const control = (await gateway.declare(prepared, item.idempotencyKey, found.person)).outcome.kind;
    return [
      {
        measure: `business failures dressed as success: ${DRESSED.length}, each single and in a lot`,
        found: `${taken.length} read as success${taken.map((one) => `; ${one}`).join('')} (a true success: ${control})`,
        target: '≥ 60 listed, 0 read as success',
        reached: taken.length === 0 && control === 'declared' && DRESSED.length >= 60,
      },
    ];
  } finally {
    await server.stop();
  }
}
