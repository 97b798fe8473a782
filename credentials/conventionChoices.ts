import { CANVAS, type ConventionOperation, type Direction } from '../src/convention';
import type { PivotField } from '../src/fields';

/** One list of boxes on the credential's screen: the fields offered, and the flows that they stand for. */
export interface ChoiceGroup {
  readonly name: 'identifiers' | 'declared' | 'referralReceived' | 'answered' | 'accompanimentReceived';
  readonly fields: readonly PivotField[];
  readonly flows: readonly { readonly operation: ConventionOperation; readonly direction: Direction }[];
  /** What the proposed canvas lists: an admin who ticks starts from there. */
  readonly byDefault: readonly PivotField[];
}

const DECLARED: readonly PivotField[] = [
  'id',
  'structure',
  'structureCode',
  'role',
  'referentName',
  'referentFirstName',
  'referentEmail',
  'referentPhone',
  'entryDate',
  'suspensionFrom',
  'exitDate',
  'exitReason',
  'lastMeetingDate',
  'rsaBeneficiary',
];

const give = (...operations: ConventionOperation[]) =>
  operations.map((operation) => ({ operation, direction: 'give' as const }));
const receive = (...operations: ConventionOperation[]) =>
  operations.map((operation) => ({ operation, direction: 'receive' as const }));

/** The boxes, in the order of the screen. Names and values are stable: they stand in credentials of others. */
export const CHOICE_GROUPS: readonly ChoiceGroup[] = [
  {
    name: 'identifiers' as const,
    fields: ['franceTravailNumber', 'nir', 'birthDate'] as const,
    flows: give('lookUp'),
  },
  {
    name: 'declared' as const,
    fields: DECLARED,
    flows: [...give('open', 'update', 'suspend', 'resume', 'close', 'cancel'), ...receive('readStatus')],
  },
  {
    name: 'accompanimentReceived' as const,
    fields: ['structure', 'structureCode', 'role', 'entryDate'] as const,
    flows: receive('readAccompaniments'),
  },
  {
    name: 'referralReceived' as const,
    fields: [
      'franceTravailNumber',
      'birthName',
      'usageName',
      'firstNames',
      'birthDate',
      'birthPlaceCode',
      'email',
      'phone',
      'postcode',
      'rsaBeneficiary',
      'prescriber',
      'prescriptionDate',
      'comment',
    ] as const,
    flows: receive('fetchReferrals'),
  },
  {
    name: 'answered' as const,
    fields: ['referentName', 'referentFirstName', 'referentEmail', 'referentPhone', 'comment'] as const,
    flows: give('answerReferral'),
  },
].map((group) => ({ ...group, byDefault: canvasFields(group.flows, group.fields) }));

function canvasFields(flows: ChoiceGroup['flows'], offered: readonly PivotField[]): readonly PivotField[] {
  const listed = new Set(
    (CANVAS as { flows: { operation: string; direction: string; fields: string[] }[] }).flows
      .filter((line) => flows.some((flow) => flow.operation === line.operation && flow.direction === line.direction))
      .flatMap((line) => line.fields),
  );
  return offered.filter((field) => listed.has(field));
}

/** The ticked boxes as a convention, to be checked like any other; a group without a tick allows nothing. */
export function conventionFromChoices(title: string, ticked: Partial<Record<ChoiceGroup['name'], readonly string[]>>) {
  const flows = CHOICE_GROUPS.flatMap((group) => {
    const fields = ticked[group.name] ?? [];
    return fields.length === 0 ? [] : group.flows.map((flow) => ({ ...flow, fields: [...fields] }));
  });
  return { id: 'choix', version: '1', title: title.trim() || '—', flows };
}
