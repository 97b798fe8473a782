import type { PivotField } from '../fields';
import { cellText, readSex } from '../identity';
import type { ColumnMapping, HeaderMapping } from './mapHeaders';

/** Values by pivot field, as they stand in the list: to be read by `readParticipant`. */
export type RawParticipant = Partial<Record<PivotField, unknown>>;

/**
 * Puts the cells of one row under their pivot fields: joins streets and NIR keys, takes `CP Ville` and `NOM Prénom`
 * apart. Columns with a question are used as proposed; a caller who wants none of them filters the mapping first.
 */
export function applyMapping(mapping: HeaderMapping, cells: readonly unknown[]): RawParticipant {
  const raw: RawParticipant = {};
  const joined = new Map<PivotField, ColumnMapping[]>();
  for (const column of mapping.columns) {
    const cell = cells[column.n - 1];
    if (column.field === null || cell === undefined || cell === null || cell === '') continue;
    if (typeof column.field !== 'string') Object.assign(raw, splitCell(column.field, cell));
    else if (column.part) joined.set(column.field, [...(joined.get(column.field) ?? []), column]);
    else raw[column.field] = cell;
  }
  for (const [field, columns] of joined) raw[field] = join(field, columns, cells);
  return raw;
}

/** The same for an item: values by key. */
export function applyMappingToItem(mapping: HeaderMapping, item: Readonly<Record<string, unknown>>): RawParticipant {
  return applyMapping(
    mapping,
    mapping.columns.map(({ header }) => (Object.hasOwn(item, header) ? item[header] : undefined)),
  );
}

function join(field: PivotField, columns: readonly ColumnMapping[], cells: readonly unknown[]): string {
  const texts = [...columns]
    .sort((a, b) => (a.part ?? 1) - (b.part ?? 1))
    .map((column) => cellText(String(cells[column.n - 1])).text);
  if (field !== 'nir') return texts.filter(Boolean).join(' ');
  const [body = '', key = ''] = texts;
  // Excel drops the zero of a key below 10; a column that holds all 15 characters needs no key.
  return body.replace(/\s/g, '').length === 13 && /^\d{1,2}$/.test(key) ? body + key.padStart(2, '0') : body;
}

function splitCell(fields: readonly PivotField[], cell: unknown): RawParticipant {
  const { text } = cellText(String(cell));
  return fields.includes('postcode') ? splitPostcodeAndCity(text) : splitName(text, fields.includes('civility'));
}

function splitPostcodeAndCity(text: string): RawParticipant {
  const match = /^(\d{4,5})[\s,-]+(.+)$/.exec(text);
  if (match?.[1] && match[2]) return { postcode: match[1], city: match[2] };
  return /^\d{4,5}$/.test(text) ? { postcode: text } : { city: text };
}

/** `M. OULD ESSAI Youssef`, `NOM, Prénom`, `NOM Prénom`: a comma, else the capitals, else the first blank divide. */
function splitName(text: string, withCivility: boolean): RawParticipant {
  const [first = '', ...rest] = text.split(' ');
  const civility = withCivility && rest.length > 0 && readSex(first) ? first : undefined;
  const name = civility ? rest.join(' ') : text;
  return { ...(civility ? { civility } : {}), ...surnameFirst(name) };
}

function surnameFirst(name: string): RawParticipant {
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma?.[1] && comma[2]) return { usageName: comma[1].trim(), firstNames: comma[2] };
  const words = name.split(' ');
  const capitals = words.findIndex((word) => !isCapitals(word));
  const cut = capitals > 0 ? capitals : 1;
  const firstNames = words.slice(cut).join(' ');
  return { usageName: words.slice(0, cut).join(' '), ...(firstNames ? { firstNames } : {}) };
}

function isCapitals(word: string): boolean {
  return /\p{L}/u.test(word) && word === word.toUpperCase();
}
