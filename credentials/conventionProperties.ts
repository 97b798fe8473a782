import type { INodeProperties } from 'n8n-workflow';
import type { Words } from '../nodes/words';
import { CHOICE_GROUPS, type ChoiceGroup } from './conventionChoices';

/** The fields of the convention: the proposed canvas, boxes to tick, or a whole file. */
export function conventionProperties(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('credentials.convention.source'),
      name: 'source',
      type: 'options',
      default: 'canvas',
      description: words('credentials.convention.source.description'),
      options: (['canvas', 'choose', 'json'] as const).map((value) => ({
        name: words(`credentials.convention.source.${value}`),
        value,
        description: words(`credentials.convention.source.${value}.description`),
      })),
    },
    {
      displayName: canvasInWords(words),
      name: 'canvasNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { source: ['canvas'] } },
    },
    {
      displayName: words('credentials.convention.title'),
      name: 'title',
      type: 'string',
      default: '',
      placeholder: words('credentials.convention.title.placeholder'),
      description: words('credentials.convention.title.description'),
      displayOptions: { show: { source: ['choose'] } },
    },
    ...CHOICE_GROUPS.map((group) => boxes(words, group)),
    {
      displayName: words('credentials.convention.json'),
      name: 'convention',
      type: 'json',
      default: '',
      description: words('credentials.convention.json.description'),
      displayOptions: { show: { source: ['json'] } },
    },
  ];
}

function boxes(words: Words, group: ChoiceGroup): INodeProperties {
  return {
    displayName: words(`credentials.convention.${group.name}`),
    name: group.name,
    type: 'multiOptions',
    default: [...group.byDefault],
    description: words(`credentials.convention.${group.name}.description`),
    displayOptions: { show: { source: ['choose'] } },
    options: group.fields.map((field) => ({ name: words(`fields.${field}`), value: field })),
  };
}

/** What the proposed canvas lets pass, for whoever has to answer for it. */
function canvasInWords(words: Words): string {
  const inWords = (name: ChoiceGroup['name']) => {
    const group = CHOICE_GROUPS.find((one) => one.name === name);
    return (group?.byDefault ?? []).map((field) => words(`fields.${field}`)).join(', ');
  };
  return words('credentials.convention.canvas.notice', {
    identifiers: inWords('identifiers'),
    declared: inWords('declared'),
    referralReceived: inWords('referralReceived'),
    answered: inWords('answered'),
    accompanimentReceived: inWords('accompanimentReceived'),
  });
}
