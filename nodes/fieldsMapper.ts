import type { INodeProperties, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { PivotField } from '../src/fields';
import type { Words } from './words';

/** What a declaration or a look-up can be made of: the fields that the manual mapping offers. */
export const MAPPED_FIELDS: readonly PivotField[] = [
  'id',
  'franceTravailNumber',
  'nir',
  'birthDate',
  'sex',
  'civility',
  'birthName',
  'usageName',
  'firstNames',
  'entryDate',
  'suspensionFrom',
  'exitDate',
  'exitReason',
  'structure',
  'structureCode',
  'role',
  'referentName',
  'referentFirstName',
  'referentEmail',
  'referentPhone',
  'lastMeetingDate',
  'rsaBeneficiary',
];

/** What a person is recognised by: the fields that the manual mapping of a comparison offers. */
export const IDENTITY_FIELDS: readonly PivotField[] = [
  'id',
  'birthName',
  'usageName',
  'firstNames',
  'sex',
  'civility',
  'birthDate',
  'birthPlaceCode',
  'birthPlaceName',
  'birthCountryCode',
  'franceTravailNumber',
  'nir',
  'email',
  'phone',
  'postcode',
  'city',
  'street',
  'streetNumber',
];

/**
 * The mapping of columns. Automatic by default: the headers are understood by `src/intake`. The schema that n8n stores
 * in a workflow ages, hence the refresh on opening; unknown ids in it do no harm.
 */
export function fieldsMapper(words: Words, show: Record<string, string[]>): INodeProperties[] {
  return [
    {
      displayName: words('nodes.fields'),
      name: 'fields',
      type: 'resourceMapper',
      noDataExpression: true,
      default: { mappingMode: 'autoMapInputData', value: null },
      description: words('nodes.fields.description'),
      displayOptions: { show },
      typeOptions: {
        resourceMapper: {
          refreshStaleSchemaOnOpen: true,
          resourceMapperMethod: 'pivotFields',
          mode: 'add',
          fieldWords: { singular: words('nodes.fields.singular'), plural: words('nodes.fields.plural') },
          addAllFields: true,
          multiKeyMatch: false,
          supportAutoMap: true,
        },
      },
    },
    {
      displayName: words('nodes.fields.auto'),
      name: 'fieldsNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { ...show, '/fields.mappingMode': ['autoMapInputData'] } },
    },
  ];
}

/** The fields as n8n's mapping screen wants them. No type: cells are read by `src/intake`, whatever they hold. */
export function mapperFields(words: Words, fields = MAPPED_FIELDS): ResourceMapperFields {
  return { fields: fields.map((field) => mapperField(words, field)) };
}

function mapperField(words: Words, field: PivotField): ResourceMapperField {
  return {
    id: field,
    displayName: words(`fields.${field}`),
    required: field === 'id',
    defaultMatch: false,
    canBeUsedToMatch: false,
    display: true,
  };
}
