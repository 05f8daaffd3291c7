// Genuine records of network sensors, read where they lie: nothing of them is kept here but counts.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldOf, isFoldable } from '../../src/ingest/fold.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';

const DATA = '../shared/data';
const isThere = existsSync(DATA);
if (!isThere) console.log(`skipped: ${DATA} not present`);

async function readAll(path: string): Promise<{ events: Event[]; rejects: string[] }> {
  const events: Event[] = [];
  const rejects: string[] = [];
  for await (const raw of readPaths([path])) {
    const read = 'reject' in raw ? raw : readRecord(raw.record, raw);
    if ('reject' in read) rejects.push(`${read.reject.file}: ${read.reject.why}`);
    else events.push(read.reading.event);
  }
  return { events, rejects };
}

const counted = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((it) => it === value).length]));

describe.skipIf(!isThere)('genuine network records are read to the last one', () => {
  it('two days of Zeek, all streams in one file', async () => {
    const { events, rejects } = await readAll(`${DATA}/otrf-apt29-zeek`);
    expect(rejects).toEqual([]);
    expect(counted(events.map(({ kind, source }) => `${source} ${kind}`))).toEqual({
      'network alert': 3,
      'network connection': 3215,
      'network other': 4586,
    });
    const foldable = events.filter(isFoldable);
    expect([foldable.length, new Set(foldable.map((event) => foldOf(event).id)).size]).toEqual([2088, 195]);
  });

  it('Suricata’s alerts of five attackers', async () => {
    const { events, rejects } = await readAll(`${DATA}/cptc2017-suricata/dev`);
    expect(rejects).toEqual([]);
    const alerts = events.flatMap((event) => (event.kind === 'alert' ? [event] : []));
    expect([events.length, alerts.length]).toEqual([20_263, 20_263]);
    expect(new Set(alerts.map(({ headline }) => headline)).size).toBe(123);
    expect(alerts.filter(({ addresses }) => addresses.length !== 2)).toEqual([]);
    expect(counted(alerts.map(({ severity }) => severity))).toEqual({ high: 7558, informational: 1965, low: 68, medium: 10_672 });
  });

  it('many captures in all forms, a good part of them with clocks that count from zero', async () => {
    const { events, rejects } = await readAll(`${DATA}/slips`);
    expect(counted(events.map(({ kind, source }) => `${source} ${kind}`))).toEqual({
      'network alert': 777,
      'network connection': 12_636,
      'network other': 3765,
    });
    expect(events.filter(({ at }) => at === 0)).toHaveLength(3710);
    // a row that ends too early
    expect(rejects).toHaveLength(1);
  });
});
