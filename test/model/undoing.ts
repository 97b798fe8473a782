import { isOver, type Content } from './content';
import type { Model, Statement } from './model';

/** The run that "undo" takes back: the last one that told something and is not itself an undoing. */
export function lastRun(model: Model): number | undefined {
  const runs = [...model.entries.values()].flatMap(({ words }) => words.map(({ run }) => run));
  const telling = runs.filter((run) => run > 0);
  return telling.length === 0 ? undefined : Math.max(...telling);
}

/** What taking a run back says, and which references the ledger then forgets. */
export function undoing(model: Model, run: number) {
  const statements: (Statement & { readonly forgotten: boolean })[] = [];
  for (const [reference, { held, known, words, pastLost }] of model.entries) {
    const own = words.filter((word) => word.run === run);
    const [first, last] = [own[0], own.at(-1)];
    if (!known || !first || !last || last.version !== held.version) continue;
    const person = model.people.find(({ id }) => reference.startsWith(`${id}.`))!;
    const stood = words.findLast(({ version }) => version < first.version)?.statut;
    if (stood === undefined && pastLost) continue;
    const content = undone(held.content, stood, person.pause);
    if (content) statements.push({ reference, person, content, run: -run, forgotten: stood === undefined });
  }
  return statements;
}

/** What stands after a word was taken back; nothing where it cannot be. */
function undone(now: Content, before: Content['statut'] | undefined, pause: string): Content | undefined {
  const rest = { ...now, pause: '', exit: '' };
  if (now.statut === 'ANNULE') return undefined;
  if (before === undefined) return { ...rest, statut: 'ANNULE' };
  if (isOver({ ...now, statut: before })) return undefined;
  if (before === 'SUSPENDU' && now.statut !== 'SUSPENDU')
    return pause ? { ...rest, statut: 'SUSPENDU', pause } : undefined;
  if (now.statut === 'CLOS' || (now.statut === 'SUSPENDU' && before === 'OUVERT')) return { ...rest, statut: 'OUVERT' };
  return undefined;
}
