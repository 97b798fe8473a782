/** The journal's own word for a purge: an entry of ours among the crossings. */
export const PURGE = 'purge';

/** What the entry of a purge keeps in its code: with which seal the chain begins from now on. */
export function codeOfPurge(firstKeptSeal: number): string {
  return `seal ${firstKeptSeal}`;
}

/** The reverse of {@link codeOfPurge}. */
export function firstKeptSealOf(code: string | null): number | undefined {
  const match = /^seal (\d+)$/.exec(code ?? '');
  return match ? Number(match[1]) : undefined;
}
