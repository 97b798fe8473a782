import { lastWrite, runningOf, type Accompaniment, type Declaration } from '../store';
import type { DeclarationDesk, DeclarationRequest } from './declaration';
import { paddedFor } from './spelling';

/** A business refusal: it leaves with HTTP 200. */
export interface Refusal {
  readonly codeSortie: string;
  readonly message: string;
  readonly champ?: string;
  readonly organisme?: { readonly code: string; readonly libelle: string };
  readonly depuis?: string;
}

/** Why this declaration is not taken: first the structure, then the fields, then the person; nothing when it is. */
export function refusalOf(
  desk: DeclarationDesk,
  request: DeclarationRequest,
  stored: Accompaniment | undefined,
): Refusal | undefined {
  return (
    refusedStructure(desk, request) ??
    refusedFields(desk, request, stored) ??
    (isOver(request.declaration) ? undefined : refusedPerson(desk, request))
  );
}

function refusedStructure(desk: DeclarationDesk, { client, declaration }: DeclarationRequest): Refusal | undefined {
  const { code } = declaration.structure;
  if (!desk.structures.has(code))
    return { codeSortie: 'S032', message: `Structure ${code} inconnue`, champ: 'structure.code' };
  if (code === client.structure.code) return undefined;
  return {
    codeSortie: 'S041',
    message: `Structure ${code} non habilitée pour cette personne`,
    champ: 'structure.code',
  };
}

function refusedFields(
  desk: DeclarationDesk,
  { person, declaration }: DeclarationRequest,
  stored: Accompaniment | undefined,
): Refusal | undefined {
  const { today } = desk.moment;
  const { statut, dateDebut, dateFin, dateSuspension, dateDernierEntretien } = declaration;
  if (stored !== undefined && stored.person !== person.index) {
    return wrong('R015', 'referenceExterne', 'Cette référence désigne déjà une autre personne');
  }
  if (statut === 'OUVERT' && dateDebut > today) {
    return { codeSortie: 'S024', message: 'La date de début est dans le futur', champ: 'dateDebut' };
  }
  if (dateFin !== undefined && dateFin < dateDebut) {
    return { codeSortie: 'S026', message: 'La date de fin précède la date de début', champ: 'dateFin' };
  }
  if (statut === 'CLOS' && dateFin === undefined) return wrong('R030', 'dateFin', 'La date de fin est attendue');
  if (statut === 'CLOS' && dateFin !== undefined && dateFin > today)
    return wrong('R031', 'dateFin', 'La date de fin est dans le futur');
  if (statut === 'SUSPENDU' && dateSuspension === undefined) {
    return wrong('R020', 'dateSuspension', 'La date de suspension est attendue');
  }
  if (dateSuspension !== undefined && dateSuspension < dateDebut) {
    return wrong('R021', 'dateSuspension', 'La suspension précède le début');
  }
  if (dateDernierEntretien !== undefined && dateDernierEntretien > today) {
    return wrong('R040', 'dateDernierEntretien', 'Le dernier entretien est dans le futur');
  }
  return undefined;
}

function wrong(codeSortie: string, champ: string, message: string): Refusal {
  return { codeSortie, message, champ };
}

function refusedPerson(
  desk: DeclarationDesk,
  { client, person, reference, declaration }: DeclarationRequest,
): Refusal | undefined {
  if (person.situation === 'merged') return { codeSortie: 'S007', message: paddedFor(person, 'Personne inconnue') };
  if (person.situation === 'struckOff') return { codeSortie: 'S008', message: paddedFor(person, 'Personne radiée') };
  if (person.situation === 'incomplete')
    return { codeSortie: 'S009', message: paddedFor(person, 'Inscription incomplète') };
  if (declaration.roleStructure === 'PARTENAIRE') return undefined;

  const other = person.other;
  if (other?.role === 'REFERENT') {
    return already({ code: other.organism.code, libelle: other.organism.label }, other.since);
  }
  const rival = runningOf(desk.store, person.index).find((one) => {
    const same = one.structureCode === client.structure.code && one.reference === reference;
    return !same && lastWrite(one).declaration.roleStructure !== 'PARTENAIRE';
  });
  if (rival === undefined) return undefined;
  const libelle =
    rival.structureCode === client.structure.code ? client.structure.label : `PLIE ${rival.structureCode}`;
  return already({ code: 'PLIE', libelle }, lastWrite(rival).declaration.dateDebut);
}

function already(organisme: { code: string; libelle: string }, depuis: string): Refusal {
  return { codeSortie: 'S015', message: 'Un accompagnement est déjà en cours', organisme, depuis };
}

function isOver({ statut }: Declaration): boolean {
  return statut === 'CLOS' || statut === 'ANNULE';
}
