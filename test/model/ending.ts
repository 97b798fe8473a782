import { synchronise } from '../../src/delivery';
import type { Plie } from './house';
import type { Model } from './model';
import { listOf, sendQuietly } from './sending';

/** After everything: a last quiet sending, then both sides' records, one to one. */
export async function endOf(model: Model, plie: Plie): Promise<void> {
  if (!model.people.some(({ listed }) => listed)) return;
  await sendQuietly(model, plie);
  await saysNothingTwice(model, plie);
  await takenOnce(plie);
  await matched(plie);
}

async function saysNothingTwice(model: Model, plie: Plie): Promise<void> {
  const before = (await plie.calls()).length;
  const run = await synchronise(listOf(model), await plie.desk());
  const calls = (await plie.calls()).slice(before).map(({ operation }) => operation);
  if (run.kind === 'refused' || calls.length > 0)
    throw new Error(`a second sending has cost ${calls.join() || run.kind}`);
}

/** No version twice, no version back, nothing said twice in a row. */
async function takenOnce(plie: Plie): Promise<void> {
  const last = new Map<string, { readonly version: number; readonly content: string }>();
  for (const { reference = '', version = 0, content = '' } of await commits(plie)) {
    const before = last.get(reference);
    if (before && before.version >= version)
      throw new Error(`${reference}: version ${version} after ${before.version}`);
    if (before?.content === content) throw new Error(`${reference}: version ${version} says the same once more`);
    last.set(reference, { version, content });
  }
}

/** What was taken has an intent that says so, under its key; what an intent says was taken was. */
async function matched(plie: Plie): Promise<void> {
  const taken = new Map((await commits(plie)).map((trace) => [trace.idempotencyKey, trace]));
  const lost = plie.files.length > 1;
  const known = new Set<unknown>();
  for (const { key, version, outcome, settled } of plie.intents()) {
    known.add(key);
    const trace = taken.get(String(key));
    const right = settled === null ? lost : (outcome === 'declared') === (trace !== undefined);
    if (!right || (trace && trace.version !== version)) throw new Error(`intent of version ${version}: ${outcome}`);
  }
  const unknown = [...taken.values()].filter(({ idempotencyKey }) => !known.has(idempotencyKey));
  if (unknown.length > 0) throw new Error(`taken, and never intended: ${unknown[0]?.reference}`);
}

async function commits(plie: Plie) {
  return (await plie.calls()).flatMap(({ declarations }) => declarations.filter(({ committed }) => committed));
}
