import { FIELD_KINDS, isPivotField, type PivotField } from '../fields';
import type { ColumnContent } from './columnContent';
import type { HeaderEvidence, Part } from './headerEvidence';
import { headerTokens } from './normaliseHeader';
import synonyms from './synonyms.json';

/** What a column could be, before columns compete for a field. `why` and `ask` are the ends of wording codes. */
export interface Proposal {
  readonly field: PivotField | readonly PivotField[] | null;
  readonly rank: number;
  readonly part?: Part;
  readonly why: string;
  readonly ask?: string;
  readonly sensitive: boolean;
}

interface NeighbourRule {
  readonly words: readonly string[];
  /** Fields of the column on the left; none: the last rule, for words that stand alone. */
  readonly after: readonly string[];
  readonly field: string | null;
  readonly ask?: string;
}

const NEIGHBOUR_RULES: readonly NeighbourRule[] = synonyms.neighbours;

type FieldEvidence = Extract<HeaderEvidence, { kind: 'field' }>;

/** Recognised, kept for the PLIE, never given: free text and reasons that can hold health. */
const SENSITIVE_FIELDS: ReadonlySet<PivotField> = new Set(['comment', 'suspensionReason']);
/** Most of the cells: below, the content does not speak for the field. */
const MOST = 0.5;

/** Weighs the header of one column against its neighbours and its content. */
export function proposalFor(
  index: number,
  evidence: readonly HeaderEvidence[],
  contents: readonly ColumnContent[],
  headers: readonly string[],
): Proposal {
  const own = evidence[index] ?? { kind: 'unknown' };
  const content = contents[index];
  switch (own.kind) {
    case 'unknown':
      return leave(headers[index]?.trim() === '' ? 'unnamed' : 'unknown');
    case 'leave':
      return { ...leave(own.why), sensitive: own.sensitive, ...(own.ask ? { ask: own.ask } : {}) };
    case 'neighbour':
      return besideLeft(own.word, evidence[index - 1]);
    case 'split':
      return splitCell(own.fields, evidence, content);
    case 'field':
      return objection(own, content) ?? inContext(own, evidence, content, headers);
  }
}

function leave(why: string): Proposal {
  return { field: null, rank: 0, why, sensitive: false };
}

function take(field: PivotField, own: FieldEvidence, ask?: string): Proposal {
  return {
    field,
    rank: own.rank,
    ...(own.part ? { part: own.part } : {}),
    why: own.rank < 0 ? 'ownId' : 'header',
    ...(ask ? { ask } : {}),
    sensitive: SENSITIVE_FIELDS.has(field),
  };
}

/** `le`, `au`, `Motif` take their meaning from the column on the left. */
function besideLeft(word: string, left: HeaderEvidence | undefined): Proposal {
  const leftField = left?.kind === 'field' ? left.field : undefined;
  const rule = NEIGHBOUR_RULES.find(
    (candidate) =>
      candidate.words.includes(word) &&
      (candidate.after.length === 0 || (leftField !== undefined && candidate.after.includes(leftField))),
  );
  if (!rule || rule.field === null || !isPivotField(rule.field)) {
    return { ...leave('shortHeader'), ask: 'shortHeader' };
  }
  const ask = rule.ask ? { ask: rule.ask } : {};
  return { field: rule.field, rank: 0, why: 'neighbour', ...ask, sensitive: SENSITIVE_FIELDS.has(rule.field) };
}

/** Several values in one cell are only taken apart where cells are there to show how. */
function splitCell(
  fields: readonly PivotField[],
  evidence: readonly HeaderEvidence[],
  content: ColumnContent | undefined,
): Proposal {
  if (!content || content.filled === 0) return { ...leave('severalValues'), ask: 'severalValues' };
  const alone = fields.filter(
    (field) => !evidence.some((other) => other.kind === 'field' && other.field === field && !other.context),
  );
  if (alone.length < fields.length) return leave('severalValuesKnownElsewhere');
  const withCivility = fields.includes('firstNames') && content.civilities > MOST;
  const all: readonly PivotField[] = withCivility ? ['civility', ...fields] : fields;
  return { field: all, rank: 1, why: 'severalValues', sensitive: false };
}

/** Where the cells plainly hold something else than the header says, the column is left and asked about. */
function objection(own: FieldEvidence, content: ColumnContent | undefined): Proposal | undefined {
  if (!content || content.filled < 5) return undefined;
  const objects = ((): string | undefined => {
    switch (own.field) {
      case 'id':
        return content.constant ? 'sameEverywhere' : content.nirs > MOST ? 'holdsNir' : undefined;
      case 'franceTravailNumber':
        return content.franceTravailNumbers < MOST ? 'notFranceTravailNumber' : undefined;
      case 'email':
        return content.emails < MOST ? 'notEmail' : undefined;
      case 'nir':
        return content.flags > MOST ? 'notNir' : undefined;
      case 'birthName':
      case 'usageName':
      case 'firstNames':
        return content.dates > MOST || content.emails > MOST ? 'notName' : undefined;
      default:
        return FIELD_KINDS[own.field] === 'date' && content.dates < MOST ? 'notDate' : undefined;
    }
  })();
  return objects ? { ...leave(objects), ask: objects } : undefined;
}

function inContext(
  own: FieldEvidence,
  evidence: readonly HeaderEvidence[],
  content: ColumnContent | undefined,
  headers: readonly string[],
): Proposal {
  switch (own.context) {
    case 'surname':
      return surname(own, evidence);
    case 'role':
      return content && content.roles > MOST ? take('role', own) : leave('rsaRole');
    case 'referent':
      return referent(own, content);
    case 'personName':
      return personName(own, content);
    case 'orientationDate':
      return take(own.field, own, has(evidence, 'prescriber') && !hasAppointments(headers) ? undefined : own.ask);
    default:
      return take(own.field, own, own.ask);
  }
}

/** Trap 1: `Nom` beside a birth name is the name in use; beside a usage name the birth name; alone, nobody knows. */
function surname(own: FieldEvidence, evidence: readonly HeaderEvidence[]): Proposal {
  if (has(evidence, 'birthName')) return take('usageName', own);
  const sureUsage = evidence.some((other) => other.kind === 'field' && other.field === 'usageName' && !other.context);
  return sureUsage ? take('birthName', own, own.ask) : take('usageName', own, own.ask);
}

/** Trap 7: a column of référents holds names, e-mails, or both. */
function referent(own: FieldEvidence, content: ColumnContent | undefined): Proposal {
  if (!content || content.filled === 0) return take(own.field, own, own.ask);
  if (content.emails > MOST) return take('referentEmail', own);
  if (content.personNames > MOST) return take('referentName', own);
  return { ...leave('notName'), ask: 'referentOrReference' };
}

function personName(own: FieldEvidence, content: ColumnContent | undefined): Proposal {
  if (!content || content.filled === 0) return take(own.field, own, 'referentOrReference');
  return content.personNames > MOST ? take(own.field, own) : { ...leave('notName'), ask: 'referentOrReference' };
}

function has(evidence: readonly HeaderEvidence[], field: PivotField): boolean {
  return evidence.some((other) => other.kind === 'field' && other.field === field);
}

function hasAppointments(headers: readonly string[]): boolean {
  return headers.some((header) => {
    const tokens = headerTokens(header);
    return tokens.includes('rdv') && tokens.includes('orientation');
  });
}
