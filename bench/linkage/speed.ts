import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIVOT_FIELD_IDS, type PivotRecord } from '../../src/fields';
import { PersonIndex } from '../../src/identity/linkage';
import { openPeople } from '../../scripts/dedup/readPeople';
import { generate } from './generate';

const RECORDS_A_PERSON = 1.65;
const MEGABYTE = 1e6;

/** What a piece of work took: CPU seconds of the whole process, and the longest time between two turns of the loop. */
interface Effort<T> {
  readonly result: T;
  readonly cpu: number;
  /** Milliseconds of CPU: others on the machine do not count. */
  readonly hold: number;
}

/** Lines of a table: look-up, matching of two lists, memory, the event loop, saving, start from CSV. */
export async function measureSpeed(seed: number, large: boolean): Promise<string[]> {
  const size = large ? 200_000 : 50_000;
  const [known, records] = twoLists(seed, size);
  const built = await measured((breathe) => PersonIndex.build(known, breathe));
  const index = built.result;
  const matched = await measured((breathe) => index.matchAll(records, breathe));
  const peak = process.resourceUsage().maxRSS / 1000;
  const within = await measured((breathe) => index.within(breathe));
  const lookUps = lookUpTimes(index, records.slice(0, 20_000));
  const saved = await measured((breathe) => index.save(breathe));
  const loaded = await measured((breathe) => PersonIndex.load(saved.result, breathe));
  const people = thousands(index.size);
  const both = `${thousands(records.length)} × ${people}`;
  const lines = [
    `| build an index of ${people} | ${seconds(built.cpu)} CPU, ${indexBytes(index).toFixed(0)} bytes a record | 300 bytes |`,
    `| match ${both}, records as read | ${seconds(matched.cpu)} CPU, ${String(matched.result.length)} pairs; process at most ${peak.toFixed(0)} MB, both lists and the bench included | ≤ 3 s at 200k, ≤ 600 MB |`,
    `| duplicates within ${people} | ${seconds(within.cpu)} CPU, ${String(within.result.length)} pairs | |`,
    `| one look-up among ${people} | p50 ${lookUps.p50} µs, p99 ${lookUps.p99} µs (wall) | ≤ 50 µs, ≤ 1 ms |`,
    `| save and load ${people} | ${seconds(saved.cpu)} and ${seconds(loaded.cpu)} CPU, ${megabytes(saved.result)} MB | |`,
    `| longest hold of the event loop: build, match, within, save, load | ${[built, matched, within, saved, loaded].map(({ hold }) => hold.toFixed(0)).join(', ')} ms CPU | ≤ 50 ms |`,
    await startFromCsv(seed),
  ];
  return large ? [...lines, await million(seed)] : lines;
}

function invented(seed: number, size: number): PivotRecord[] {
  return generate({ seed, people: Math.round(size / RECORDS_A_PERSON), lookalikes: 0.01 }).map(({ record }) => record);
}

/** Two lists of so many records each, of the same people for the most part. */
function twoLists(seed: number, size: number): [PivotRecord[], PivotRecord[]] {
  const all = invented(seed, size * 2);
  return [all.slice(0, size), all.slice(size)];
}

/** Runs a piece of work with the CPU time between turns watched. Where the process can collect garbage, it does so before. */
async function measured<T>(work: (breathe: () => Promise<void>) => Promise<T>): Promise<Effort<T>> {
  (globalThis as { gc?: () => void }).gc?.();
  const begun = process.cpuUsage();
  let last = process.cpuUsage();
  let hold = 0;
  const turn = () => {
    hold = Math.max(hold, spent(last) * 1000);
  };
  const result = await work(async () => {
    turn();
    await new Promise<void>((resolve) => setImmediate(resolve));
    last = process.cpuUsage();
  });
  turn();
  return { result, cpu: spent(begun), hold };
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function lookUpTimes(index: PersonIndex, records: readonly PivotRecord[]): { p50: string; p99: string } {
  const times = records.map((record) => {
    const begun = performance.now();
    index.lookUp(record);
    return (performance.now() - begun) * 1000;
  });
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return { p50: at(0.5), p99: at(0.99) };
}

/** Reading and indexing 131,000 people, as a node or the command does when it starts. */
async function startFromCsv(seed: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'));
  const path = join(folder, 'people.csv');
  writeFileSync(path, csvOf(invented(seed, 131_000)));
  const started = await measured((breathe) =>
    PersonIndex.build(openPeople(path, undefined, '2026-11-24').records, breathe),
  );
  rmSync(folder, { recursive: true });
  return `| start from a CSV of ${thousands(started.result.size)} | ${seconds(started.cpu)} CPU | ≤ 2 s |`;
}

function csvOf(records: readonly PivotRecord[]): string {
  const fields = PIVOT_FIELD_IDS.filter((field) => records.some((record) => record[field]));
  const line = (record: PivotRecord) =>
    fields.map((field) => `"${(record[field] ?? '').replaceAll('"', '""')}"`).join(',');
  return [fields.join(','), ...records.map(line)].join('\n');
}

async function million(seed: number): Promise<string> {
  const people = invented(seed, 1_000_000);
  const built = await measured((breathe) => PersonIndex.build(people, breathe));
  const bytes = indexBytes(built.result) * built.result.size;
  const within = await measured((breathe) => built.result.within(breathe));
  const hold = Math.max(built.hold, within.hold).toFixed(0);
  return `| one million: build and find duplicates | ${seconds(built.cpu)} + ${seconds(within.cpu)} CPU, index ${(bytes / MEGABYTE).toFixed(0)} MB, hold ${hold} ms CPU | ≤ 30 s on 2 cores, ≤ 300 MB |`;
}

/** Bytes a record of all arrays, maps and texts that hang on the index, room for growth included. */
function indexBytes(index: PersonIndex): number {
  const seen = new Set<object>();
  const buffers = new Set<ArrayBufferLike>();
  let texts = 0;
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts += value.length + 16;
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      buffers.add(value.buffer);
      return;
    }
    if (value instanceof Map) {
      texts += value.size * MAP_ENTRY;
      for (const entry of value) entry.forEach(walk);
    }
    Object.values(value).forEach(walk);
  };
  walk(index);
  const arrays = [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
  return (arrays + texts) / Math.max(1, index.size);
}

/** Bytes that an entry of a Map takes in V8, about. */
const MAP_ENTRY = 32;

const megabytes = (chunks: readonly Uint8Array[]) =>
  (chunks.reduce((sum, { length }) => sum + length, 0) / MEGABYTE).toFixed(0);
const seconds = (value: number) => `${value.toFixed(1)} s`;
const thousands = (value: number) => `${Math.round(value / 1000).toString()}k`;
