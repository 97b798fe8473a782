import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIVOT_FIELD_IDS, type PivotRecord } from '../../src/fields';
import { PersonIndex } from '../../src/identity/linkage';
import { readPeople } from '../../scripts/dedup/readPeople';
import { generate } from './generate';

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
const RECORDS_A_PERSON = 1.65;

/** Lines of a table: look-up, matching of two lists, memory, start from CSV. */
export async function measureSpeed(seed: number, large: boolean): Promise<string[]> {
  const size = large ? 200_000 : 50_000;
  const known = invented(seed, size);
  const records = invented(seed + 1, size);
  const before = memory();
  const built = await timed(() => PersonIndex.build(known, breathe));
  const index = built.result;
  const bytes = (memory() - before) / index.size;
  const matched = await timed(() => index.matchAll(records, breathe));
  const within = await timed(() => index.within(breathe));
  const lookUps = lookUpTimes(index, records.slice(0, 20_000));
  const lines = [
    `| build an index of ${thousands(index.size)} | ${seconds(built.cpu)}, ${bytes.toFixed(0)} bytes a record | 300 bytes |`,
    `| match ${thousands(records.length)} × ${thousands(index.size)}, both encoded | ${seconds(built.cpu + matched.cpu)} CPU, ${String(matched.result.length)} pairs | ≤ 3 s at 200k |`,
    `| duplicates within ${thousands(index.size)} | ${seconds(within.cpu)} CPU | |`,
    `| one look-up among ${thousands(index.size)} | p50 ${lookUps.p50} µs, p99 ${lookUps.p99} µs (wall) | ≤ 50 µs, ≤ 1 ms |`,
    `| longest hold of the event loop | ${lookUps.hold} | ≤ 50 ms |`,
    await startFromCsv(seed),
  ];
  return large ? [...lines, await million(seed)] : lines;
}

function invented(seed: number, size: number): PivotRecord[] {
  return generate({ seed, people: Math.round(size / RECORDS_A_PERSON), lookalikes: 0.01 }).map(({ record }) => record);
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; cpu: number }> {
  const begun = process.cpuUsage();
  const result = await work();
  return { result, cpu: process.cpuUsage(begun).user / 1e6 };
}

function lookUpTimes(index: PersonIndex, records: readonly PivotRecord[]): { p50: string; p99: string; hold: string } {
  const times = records.map((record) => {
    const begun = performance.now();
    index.lookUp(record);
    return (performance.now() - begun) * 1000;
  });
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return { p50: at(0.5), p99: at(0.99), hold: 'slices of 2,000 rows or 20,000 pairs' };
}

/** Reading and indexing 131,000 people, as a node or the command does when it starts. */
async function startFromCsv(seed: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'));
  const path = join(folder, 'people.csv');
  writeFileSync(path, csvOf(invented(seed, 131_000)));
  const started = await timed(() => PersonIndex.build(readPeople(path, undefined, '2026-11-24').records, breathe));
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
  const before = memory();
  const built = await timed(() => PersonIndex.build(people, breathe));
  const bytes = memory() - before;
  const within = await timed(() => built.result.within(breathe));
  return `| one million: build and find duplicates | ${seconds(built.cpu)} + ${seconds(within.cpu)} CPU, index ${(bytes / 1e6).toFixed(0)} MB | ≤ 30 s on 2 cores, ≤ 300 MB |`;
}

/** Bytes in use after a collection, where the process was started with --expose-gc. */
function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
const thousands = (value: number) => `${Math.round(value / 1000).toString()}k`;
