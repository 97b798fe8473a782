import type { IDataObject } from 'n8n-workflow';
import { NODE, tryNode } from './sandboxEngine';
import { DedupCheck } from '../../nodes/DedupCheck/DedupCheck.node';

const FIELDS = { mappingMode: 'autoMapInputData', value: null };
/** The node's outputs. */
export const [NEW, DUPLICATE, REVIEW] = [0, 1, 2] as const;

/** Items of the node's inputs. */
interface Lists {
  readonly items: readonly IDataObject[];
  readonly second?: readonly IDataObject[];
  readonly third?: readonly IDataObject[];
}
/** Runs Dedup Check on lists. */
export const run = (against: string, lists: Lists, parameters: IDataObject = {}, more: object = {}) =>
  tryNode({
    node: new DedupCheck(),
    parameters: { against, fields: FIELDS, options: {}, ...parameters },
    ...lists,
    ...more,
  });
export const against = (
  items: readonly IDataObject[],
  second: readonly IDataObject[],
  third?: readonly IDataObject[],
) => run('secondInput', { items, second, ...(third ? { third } : {}) });
export const within = (items: readonly IDataObject[], second?: readonly IDataObject[]) =>
  run('within', { items, ...(second ? { second } : {}) });
export const said = (result: Awaited<ReturnType<typeof run>>) => result.hints(NODE).map(({ message }) => message);

/** The PLIE's own base: headers as her software writes them. */
export const BASE: readonly IDataObject[] = [
  {
    'N° participant': 'K1',
    Nom: 'FIGURANT',
    Prénom: 'Rokia',
    'Date de naissance': '22/01/2001',
    'Identifiant France Travail': '99900000017',
  },
  { 'N° participant': 'K2', Nom: 'MANNEQUIN', Prénom: 'Cédric', 'Date de naissance': '07/08/1999' },
  {
    'N° participant': 'K3',
    Nom: 'ÉCHANTILLON',
    Prénom: 'Awa',
    'Date de naissance': '03/04/1985',
    'Tél. portable': '06 39 98 11 22',
  },
];
export const SURE = {
  id: 'N1',
  birthName: 'Figurant',
  firstNames: 'Rokia',
  birthDate: '2001-01-22',
  franceTravailNumber: '99900000017',
};
export const STRANGER = { id: 'N2', birthName: 'INCONNU', firstNames: 'Paul', birthDate: '1980-02-03' };
export const NAMESAKE = { id: 'N3', birthName: 'Mannequin', firstNames: 'Cedric', birthDate: '1999-08-07' };
