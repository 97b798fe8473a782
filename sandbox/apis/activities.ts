import type { Answer, Call, Handler } from '../answer';
import type { Person } from '../world';
import { orientationOf } from './orientation';
import { cursorAfter, readCursor } from './paging';
import { spelledMoment } from './spelling';

const PAGE_SIZE = 50;

/** Tasks of the reference table that this sandbox knows, by family. */
const REFERENCE = {
  code: 'SUI',
  libelle: 'Suivi fictif',
  familles: [
    {
      code: 'INSEA',
      libelle: 'Orientation',
      activites: [
        { code: 'ACT382', libelle: "Décision d'orientation à prendre" },
        { code: 'ACT414', libelle: 'Décision de réorientation à prendre' },
      ],
    },
    {
      code: 'MSACC',
      libelle: 'Accompagnement',
      activites: [{ code: 'ACT380', libelle: "Premier rendez-vous d'accompagnement à prendre" }],
    },
  ],
};

/** activites-operationnelles-v2: what waits for the structure. There is no acknowledgement: act, and list again. */
export const activityHandlers: Record<string, Handler> = {
  getListActivites: search,
  getReferentiel: () => ({ status: 200, json: [REFERENCE] }),
  getDomaine: (call) => {
    if (call.path['codeDomaine'] !== REFERENCE.code) return { status: 204 };
    return { status: 200, json: { code: REFERENCE.code, libelle: REFERENCE.libelle } };
  },
  getDomaineDetail: (call) =>
    call.path['codeDomaine'] === REFERENCE.code ? { status: 200, json: REFERENCE } : { status: 204 },
  getFamille: (call) => familyAnswer(call, ({ code, libelle }) => ({ code, libelle })),
  getFamilleDetail: (call) =>
    familyAnswer(call, (family) => ({ ...family, codeDomaine: REFERENCE.code, libelleDomaine: REFERENCE.libelle })),
  getActivite: (call) => {
    const wanted = call.path['codeActivite'];
    const found = REFERENCE.familles.flatMap((family) =>
      family.activites.filter(({ code }) => code === wanted).map((activity) => ({ family, activity })),
    )[0];
    if (found === undefined) return { status: 204 };
    const { family, activity } = found;
    const above = { codeFamille: family.code, libelleFamille: family.libelle };
    return {
      status: 200,
      json: { ...activity, ...above, codeDomaine: REFERENCE.code, libelleDomaine: REFERENCE.libelle },
    };
  },
};

function familyAnswer(call: Call, shape: (family: (typeof REFERENCE.familles)[number]) => unknown): Answer {
  const family = REFERENCE.familles.find(({ code }) => code === call.path['codeFamille']);
  return family === undefined ? { status: 204 } : { status: 200, json: shape(family) };
}

interface Activity {
  readonly key: string;
  readonly json: Record<string, unknown>;
}

function search(call: Call): Answer {
  const after = readCursor(call.query['cursor']);
  if (after === undefined) {
    const json = {
      code: 'PARAM_INCOHERENT',
      message: 'Curseur inconnu',
      details: { cursor: call.query['cursor'] ?? null },
    };
    return { status: 400, json, code: json.code };
  }
  const wanted = codesAsked(call.query);
  const ahead = call.world.people
    .flatMap((person) => activitiesOf(call, person))
    .filter(({ code }) => wanted.has(code))
    .filter(({ person }) => (call.query['numeroFranceTravail'] ?? person.ftNumber) === person.ftNumber)
    .map(({ code, person }) => asActivity(code, person))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .filter(({ key }) => key > after);
  if (ahead.length === 0) return { status: 204, count: 0 };
  const items = ahead.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  const hasMore = ahead.length > items.length;
  const cursor = hasMore && last !== undefined ? { cursor: cursorAfter(last.key) } : {};
  const json = { size: items.length, activites: items.map((item) => item.json), hasMore, ...cursor };
  return { status: 200, json, count: items.length };
}

function codesAsked(query: Readonly<Record<string, string>>): Set<string> {
  const { codeActivite, codeFamille, codeDomaine } = query;
  if (codeActivite !== undefined) return new Set([codeActivite]);
  const families = REFERENCE.familles.filter(({ code }) => code === codeFamille || codeDomaine === REFERENCE.code);
  return new Set(families.flatMap(({ activites }) => activites.map(({ code }) => code)));
}

function activitiesOf(call: Call, person: Person): { code: string; person: Person }[] {
  if (!person.awaitsOrientation) return [];
  const orientation = orientationOf(call, person);
  if (orientation?.state === 'EN_ATTENTE') return [{ code: 'ACT382', person }];
  if (orientation?.state === 'OUVERT') return [{ code: 'ACT380', person }];
  return [];
}

function asActivity(code: string, person: Person): Activity {
  const day = String(1 + (person.index % 28)).padStart(2, '0');
  const due = `2026-12-${day}T06:00:00.000Z`;
  // The same identifier stands under several codes: it is not unique across codeActivite.
  const id = `${String(person.index).padStart(5, '0')}$00000000-0000-4000-8000-${String(person.index).padStart(12, '0')}`;
  const json = {
    identifiantActivite: id,
    codeActivite: code,
    usager: { identifiant: person.ftNumber, typeIdentifiant: 'numeroFranceTravail' },
    dateCreation: spelledMoment(`2026-10-${day}T06:00:00.000Z`, person.habits.dateTime),
    dateEcheance: spelledMoment(due, person.habits.dateTime),
    attributsSpecifiques: [
      { nom: 'typeOrganismeAccompagnateur', valeur: 'DCD' },
      { nom: 'codeInseeCommune', valeur: person.town.insee },
      { nom: 'typeParcours', valeur: 'PSP' },
    ],
  };
  return { key: `${due} ${code} ${id}`, json };
}
