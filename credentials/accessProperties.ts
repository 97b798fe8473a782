import type { INodeProperties } from 'n8n-workflow';
import type { Words } from '../nodes/words';

/**
 * The fields of the access. Those that a network fills in for everyone (`CREDENTIALS_OVERWRITE_DATA`) are empty by
 * default, because n8n overwrites empty values only.
 */
export function accessProperties(words: Words): INodeProperties[] {
  return [
    ...profile(words),
    ...addresses(words),
    ...client(words),
    ...structure(words),
    ...agent(words),
    ledger(words),
    killSwitch(words),
  ];
}

function profile(words: Words): INodeProperties[] {
  return [
    {
      displayName: words('credentials.access.profile'),
      name: 'profile',
      type: 'options',
      default: 'interface-commune',
      description: words('credentials.access.profile.description'),
      options: [
        {
          name: words('credentials.access.profile.interfaceCommune'),
          value: 'interface-commune',
          description: words('credentials.access.profile.interfaceCommune.description'),
        },
        {
          name: words('credentials.access.profile.lpe'),
          value: 'lpe',
          description: words('credentials.access.profile.lpe.description'),
        },
        {
          name: words('credentials.access.profile.custom'),
          value: 'custom',
          description: words('credentials.access.profile.custom.description'),
        },
      ],
    },
    {
      displayName: words('credentials.access.customProfile'),
      name: 'customProfile',
      type: 'json',
      default: '',
      description: words('credentials.access.customProfile.description'),
      displayOptions: { show: { profile: ['custom'] } },
    },
  ];
}

function addresses(words: Words): INodeProperties[] {
  return [withExample(words, 'apiBaseUrl'), withExample(words, 'tokenUrl')];
}

function client(words: Words): INodeProperties[] {
  return [text(words, 'clientId'), secret(words, 'clientSecret')];
}

function structure(words: Words): INodeProperties[] {
  return [
    withExample(words, 'structureCode'),
    withExample(words, 'structureLabel'),
    {
      displayName: words('credentials.access.role'),
      name: 'role',
      type: 'options',
      default: 'REFERENT',
      description: words('credentials.access.role.description'),
      options: [
        { name: words('credentials.access.role.REFERENT'), value: 'REFERENT' },
        { name: words('credentials.access.role.PARTENAIRE'), value: 'PARTENAIRE' },
      ],
    },
  ];
}

function agent(words: Words): INodeProperties[] {
  return [text(words, 'agentName'), text(words, 'agentFirstName'), text(words, 'agentId')];
}

function ledger(words: Words): INodeProperties {
  return secret(words, 'ledgerSecret');
}

function killSwitch(words: Words): INodeProperties {
  return {
    displayName: words('credentials.access.stopEverything'),
    name: 'stopEverything',
    type: 'boolean',
    default: false,
    description: words('credentials.access.stopEverything.description'),
  };
}

function text(words: Words, name: string): INodeProperties {
  return {
    displayName: words(`credentials.access.${name}`),
    name,
    type: 'string',
    default: '',
    description: words(`credentials.access.${name}.description`),
  };
}

function withExample(words: Words, name: string): INodeProperties {
  return { ...text(words, name), placeholder: words(`credentials.access.${name}.placeholder`) };
}

function secret(words: Words, name: string): INodeProperties {
  return { ...text(words, name), typeOptions: { password: true } };
}
