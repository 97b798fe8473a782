import { personOf, type Answer, type Call, type Handler } from '../answer';
import type { Settings } from '../settings';
import { accompanimentKey, lastWrite, runningOf, type Accompaniment, type Declaration, type Write } from '../store';
import { spelledMoment } from './spelling';
import { declare, type DeclarationDesk } from './declaration';
import { pageOf, readCursor } from './paging';

/** declarerAccompagnement, declarerLot, lireAccompagnement, listerAccompagnements, lireAccompagnementsUsager. */
export function accompanimentHandlers(settings: Settings): Record<string, Handler> {
  const deskOf = (call: Call): DeclarationDesk => ({
    world: call.world,
    store: call.store,
    moment: call.moment,
    readLagMs: settings.readLagMs,
    structures: settings.structures,
    bent: call.bent,
  });
  return {
    declarerAccompagnement: (call) => declareOne(deskOf(call), call),
    declarerLot: (call) => declareLot(deskOf(call), call),
    lireAccompagnement: readBack,
    listerAccompagnements: list,
    lireAccompagnementsUsager: whoAccompanies,
  };
}

function declareOne(desk: DeclarationDesk, call: Call): Answer {
  const { status, body, trace } = declare(desk, {
    client: call.client,
    person: personOf(call),
    reference: call.path['referenceExterne'] ?? '',
    idempotencyKey: call.headers['idempotency-key'] ?? '',
    declaration: call.body as Declaration,
  });
  return { status, json: body, traces: [trace], ...(trace.code === undefined ? {} : { code: trace.code }) };
}

interface LotItem {
  readonly referenceExterne: string;
  readonly cleIdempotence: string;
  readonly jetonUsager: string;
  readonly declaration: Declaration;
}

function declareLot(desk: DeclarationDesk, call: Call): Answer {
  const { declarations } = call.body as { declarations: LotItem[] };
  const outcomes = declarations.map((item) => {
    const person = call.readPersonToken(item.jetonUsager);
    const said = {
      reference: item.referenceExterne,
      version: item.declaration.version,
      idempotencyKey: item.cleIdempotence,
    };
    if (person === undefined) {
      const body = { codeErreur: 'JETON_USAGER_INVALIDE', message: 'Jeton usager inconnu ou périmé' };
      return { status: 400, body, trace: { ...said, committed: false, code: body.codeErreur, httpStatus: 400 } };
    }
    const { client } = call;
    const { declaration } = item;
    return declare(desk, {
      client,
      person,
      reference: said.reference,
      idempotencyKey: said.idempotencyKey,
      declaration,
    });
  });
  const resultats = outcomes.map(({ status, body, trace }) => {
    const { codeErreur, ...rest } = body as Record<string, unknown>;
    const codeSortie = rest['codeSortie'] ?? codeErreur;
    return { ...rest, codeSortie, referenceExterne: trace.reference, httpStatus: status };
  });
  return { status: 200, json: { resultats }, traces: outcomes.map(({ trace }) => trace), count: outcomes.length };
}

function readBack(call: Call): Answer {
  const reference = call.path['referenceExterne'] ?? '';
  const stored = call.store.accompaniments.get(accompanimentKey(call.client.structure.code, reference));
  const visible = stored === undefined ? undefined : visibleWrite(stored, call);
  const said = { reference, committed: false };
  if (stored === undefined || visible === undefined) {
    const json = {
      codeErreur: 'REFERENCE_INCONNUE',
      message: `Aucun accompagnement ${reference} pour cette structure`,
    };
    return { status: 404, json, code: json.codeErreur, traces: [said] };
  }
  return {
    status: 200,
    json: asStored(call, stored, visible),
    traces: [{ ...said, version: visible.declaration.version }],
  };
}

function list(call: Call): Answer {
  const after = readCursor(call.query['curseur']);
  if (after === undefined) return refusedCursor();
  const mine = [...call.store.accompaniments.values()]
    .filter((one) => one.structureCode === call.client.structure.code)
    .flatMap((one) => {
      const visible = visibleWrite(one, call);
      return visible === undefined ? [] : [{ one, visible }];
    })
    .sort((left, right) => (left.one.reference < right.one.reference ? -1 : 1));
  const page = pageOf(mine, ({ one }) => one.reference, after, Number(call.query['taille'] ?? 100));
  const accompagnements = page.items.map(({ one, visible }) => asStored(call, one, visible));
  return { status: 200, json: { accompagnements, ...page.rest }, count: accompagnements.length };
}

function whoAccompanies(call: Call): Answer {
  const person = personOf(call);
  const others = person.other === undefined ? [] : [person.other];
  const elsewhere = others.map(({ organism, structure, since, role }) => ({
    organisme: { code: organism.code, libelle: spaced(person.habits.padded, organism.label) },
    structure: { code: structure.code, libelle: structure.label },
    statut: 'OUVERT',
    dateDebut: since,
    roleStructure: role,
  }));
  const declared = runningOf(call.store, person.index)
    .filter((one) => visibleWrite(one, call) !== undefined)
    .map((one) => {
      const { declaration } = lastWrite(one);
      const mine = one.structureCode === call.client.structure.code;
      return {
        organisme: { code: 'PLIE', libelle: 'PLIE' },
        structure: { code: one.structureCode },
        statut: declaration.statut,
        dateDebut: declaration.dateDebut,
        roleStructure: declaration.roleStructure ?? 'REFERENT',
        ...(mine ? { referenceExterne: one.reference } : {}),
      };
    });
  const accompagnements = [...elsewhere, ...declared];
  return { status: 200, json: { accompagnements }, count: accompagnements.length };
}

/** The newest write that reads may see yet. */
function visibleWrite({ writes }: Accompaniment, { moment, bent }: Call): Write | undefined {
  const seen = moment.real - (bent.readsBehindMs ?? 0);
  return writes.findLast(({ visibleAt }) => visibleAt <= seen);
}

function asStored(call: Call, stored: Accompaniment, { declaration, at }: Write): Record<string, unknown> {
  const { habits } = call.world.people[stored.person] ?? { habits: { padded: false, dateTime: 'Z' as const } };
  return {
    referenceExterne: stored.reference,
    referenceFranceTravail: stored.ftReference,
    version: declaration.version,
    declaration: habits.padded ? withPaddedLabels(declaration) : declaration,
    misAJourLe: spelledMoment(at, habits.dateTime),
    codeCanal: 'API',
  };
}

/** Labels come back padded with blanks for some people; codes, dates and flags never do. */
function withPaddedLabels(declaration: Declaration): Declaration {
  const { libelle } = declaration.structure;
  if (libelle === undefined) return declaration;
  return { ...declaration, structure: { ...declaration.structure, libelle: libelle.padEnd(60).slice(0, 100) } };
}

function spaced(padded: boolean, text: string): string {
  return padded ? text.padEnd(40) : text;
}

export function refusedCursor(): Answer {
  const json = { codeErreur: 'CURSEUR_INVALIDE', message: 'Curseur inconnu' };
  return { status: 400, json, code: json.codeErreur };
}
