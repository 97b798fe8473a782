import { shown, type Held } from './content';
import type { Plie } from './house';
import type { InTheAir, Model, Statement } from './model';

type Word = Statement | InTheAir;

/**
 * Holds what stands at France Travail, after a sending, against what may stand there: what stood before, or one word of the
 * agenda after the other, in their order. `whole`: all of it must have been said, and nothing is in the air any more.
 */
export async function hear(model: Model, plie: Plie, agenda: readonly Word[], whole: boolean): Promise<void> {
  const held = await plie.house.held();
  const taken = await plie.taken();
  const open = new Map((await plie.unsettled()).map(({ reference, version }) => [reference, version]));
  if (whole && open.size > 0) throw new Error(`still in the air: ${[...open.keys()].join()}`);
  for (const reference of new Set([...held.keys(), ...model.entries.keys(), ...agenda.map((one) => one.reference)])) {
    const words = agenda.filter((one) => one.reference === reference);
    const now = held.get(reference);
    check(model, reference, { words, now, whole });
    if (now) learn(model, reference, { words, now, taken });
  }
  const earlier = [...model.air.values()];
  model.air.clear();
  for (const [reference, version] of open)
    model.air.set(reference, airborne([...earlier, ...agenda], reference, version, held.get(reference)));
  for (const [reference, entry] of model.entries) {
    const inTheAir = model.air.get(reference)?.version;
    const own = [...earlier, ...agenda].some((one) => one.reference === reference);
    if (own && entry.words.some(({ version }) => version !== inTheAir)) entry.known = true;
  }
}

interface Heard {
  readonly words: readonly Word[];
  readonly now: Held | undefined;
  readonly whole: boolean;
}

function check(model: Model, reference: string, { words, now, whole }: Heard): void {
  const before = model.entries.get(reference)?.held;
  const last = words.at(-1);
  const expected =
    whole && last ? [last.content] : [...(before ? [before.content] : []), ...words.map((one) => one.content)];
  const nothing = now === undefined && before === undefined && !(whole && last);
  const right = now !== undefined && expected.some((content) => shown(content) === shown(now.content));
  const gap = (now?.version ?? 0) - (before?.version ?? 0);
  const wanted = words.length === 0 || (!whole && gap === 0) ? 0 : 1;
  const versions = model.calm || wanted === 0 ? gap === wanted : gap >= wanted;
  if ((right && versions) || nothing) return;
  const found = now === undefined ? 'nothing' : `${now.version}: ${shown(now.content)}`;
  const should = expected.map(shown).join(' | ') || 'nothing';
  throw new Error(
    `${reference}: France Travail holds "${found}", after version ${before?.version ?? 0}; wanted: ${should}`,
  );
}

/** What has landed by now becomes a word of its run. */
function learn(
  model: Model,
  reference: string,
  { words, now, taken }: { words: readonly Word[]; now: Held; taken: ReadonlySet<string> },
): void {
  const before = model.versionOf(reference);
  const entry = model.take(reference, now);
  if (now.version === before) return;
  for (const word of words) {
    const version = 'version' in word ? word.version : now.version;
    const landed =
      version > before && taken.has(`${reference} ${version}`) && !entry.words.some((one) => one.version === version);
    if (landed) entry.words.push({ run: word.run, statut: word.content.statut, version });
  }
}

/** Which word it is that the ledger still waits for. */
function airborne(said: readonly Word[], reference: string, version: number, now: Held | undefined): InTheAir {
  const own = said.filter((one) => one.reference === reference);
  const word =
    own.find((one) => 'version' in one && one.version === version) ?? own.findLast((one) => !('version' in one));
  if (!word) throw new Error(`${reference}: version ${version} is in the air, and nobody said it`);
  const landed = now?.version === version && shown(now.content) === shown(word.content);
  return { ...word, version, landed };
}
