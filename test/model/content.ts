/** What stands in a declaration, as far as the sequences change it; an absent field is an empty text. */
export interface Content {
  readonly statut: 'OUVERT' | 'SUSPENDU' | 'CLOS' | 'ANNULE';
  readonly start: string;
  readonly pause: string;
  readonly exit: string;
  readonly met: string;
  readonly referent: string;
}

export interface Held {
  readonly version: number;
  readonly content: Content;
}

/** What France Travail holds, in the words of the model. */
export function heldOf(declaration: Record<string, unknown> & { version: number; statut: string }): Held {
  const text = (name: string): string => (declaration[name] as string | undefined) ?? '';
  const referent = declaration['referent'] as { nom?: string } | undefined;
  const content: Content = {
    statut: declaration.statut as Content['statut'],
    start: text('dateDebut'),
    pause: text('dateSuspension'),
    exit: text('dateFin'),
    met: text('dateDernierEntretien'),
    referent: referent?.nom ?? '',
  };
  return { version: declaration.version, content };
}

export function shown({ statut, start, pause, exit, met, referent }: Content): string {
  return [statut, start, pause, exit, met, referent].join(' ');
}

export function isOver({ statut }: Content): boolean {
  return statut === 'CLOS' || statut === 'ANNULE';
}
