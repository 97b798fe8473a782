export interface Progress {
  update(next: { done?: number; total?: number; percent?: number; detail?: string }): void;
  finish(): void;
  abandon(): void;
}
export function startProgress(
  what: string,
  options?: { usualMs?: number; total?: number; stream?: NodeJS.WriteStream },
): Progress;
