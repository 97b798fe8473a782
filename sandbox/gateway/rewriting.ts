import { cursorAfter } from '../apis/paging';

type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

/** Applies `change` to every object of an answer, the inner ones first. */
function everywhere(json: Json, change: (fields: Fields) => Fields): Json {
  if (Array.isArray(json)) return json.map((one: Json) => everywhere(one, change));
  if (typeof json !== 'object' || json === null) return json;
  return change(Object.fromEntries(Object.entries(json).map(([key, value]) => [key, everywhere(value, change)])));
}

function values(json: Json, change: (value: Json, key: string) => Json): Json {
  return everywhere(json, (fields) =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value, key)])),
  );
}

/** Opaque texts: a blank more, and they are others. */
const OPAQUE = /jeton|curseur/i;

/** Properties that no contract lists, at every depth; one of them looks like an old one. */
export function addFields(json: Json): Json {
  return everywhere(json, (fields) => ({
    versionSchema: 2,
    ...fields,
    indicateurNouveau: null,
    codeSortieDetaille: { code: 'S000', libelle: 'Nouveau' },
  }));
}

/** Every text is filled up with blanks, codes included. */
export function padTexts(json: Json): Json {
  return values(json, (value, key) => (typeof value === 'string' && !OPAQUE.test(key) ? value.padEnd(40) : value));
}

/** What a declaration may lack. */
const OPTIONAL_OF_DECLARATION = ['dateFin', 'dateSuspension', 'motifSortie', 'dateDernierEntretien'];

/** "No value" is written as a word, also for what would have been left out of a declaration. */
export function writeNull(json: Json): Json {
  const spelled = values(json, (value) => value ?? 'null');
  return everywhere(spelled, (fields) => {
    if (!('statut' in fields) || !('dateDebut' in fields)) return fields;
    const missing = OPTIONAL_OF_DECLARATION.filter((name) => !(name in fields)).map((name) => [name, 'null']);
    return { ...fields, ...Object.fromEntries(missing) };
  });
}

/** What has no end ends on the last day that old systems can write. */
export function farDates(json: Json): Json {
  return everywhere(json, (fields) =>
    'dateDebut' in fields && !('dateFin' in fields) ? { ...fields, dateFin: '9999-12-31' } : fields,
  );
}

const MOMENT = /^(misAJourLe|dateCreation|horodatageTraitement|timestamp)$/;

/** Everything was written at the same moment, and pages go on after that moment: what shares it is passed over. */
export function equalMoments(json: Json): Json {
  return aheadCursors(
    values(json, (value, key) => (MOMENT.test(key) && typeof value === 'string' ? '2026-01-01T00:00:00Z' : value)),
  );
}

/** The next page begins after everything there is. */
export function aheadCursors(json: Json): Json {
  return everywhere(json, (fields) => ('curseur' in fields ? { ...fields, curseur: cursorAfter('\uffff') } : fields));
}
