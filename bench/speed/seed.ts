// Records a minute the invented tenant writes, beside what writing the same finished records alone takes.
//
// A slice is told, made, turned into text and written to a file; then every tenth of its finished records is turned into text
// and written once more, which no simulator can be faster than. Only those are held: what is kept is paid for by the collector.

import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import type { Delivered } from '../../seed/delivery.ts';
import { createRng } from '../../seed/random.ts';
import { tell } from '../../seed/seed.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { meanInterval } from '../interval.ts';
import { memory } from '../process.ts';
import type { Memory } from '../process.ts';

/** About a day of that many people: a day is told in one go. */
const SLICE = 50_000;
const PEOPLE = 2_000;
/** What that many people leave behind in a day, at the least. */
const RECORDS_A_DAY = 20_000;
const GOAL = 1_000_000;

interface Turn {
  readonly records: number;
  /** Seconds. */
  readonly told: number;
  readonly written: number;
}

export const seed: Bench = {
  id: 'seed',
  title: 'records a minute of an invented tenant, beside writing the same finished records',
  async run({ home, size = 1_000_000, progress }: BenchOptions): Promise<Measured> {
    mkdirSync(home, { recursive: true });
    const file = join(home, 'records.jsonl');
    const held = memory();
    const turns: Turn[] = [];
    let done = 0;
    try {
      for (const turn of slices(size, file)) {
        turns.push(turn);
        done += turn.records;
        held.mark(done / size);
        progress(done, size);
        // The meter of memory is a timer, and timers wait for this.
        await immediate();
      }
    } finally {
      rmSync(file, { force: true });
    }
    return report(turns, held.end());
  },
};

const SAMPLE = 10;

function* slices(size: number, path: string): Generator<Turn> {
  const days = Math.ceil(size / RECORDS_A_DAY) + 1;
  const telemetry = { wholeMessages: 0 };
  const source = tell({ seed: 'bench', people: PEOPLE, days, stories: [], telemetry, faults: true }).delivered();
  for (let left = size; left > 0; left -= SLICE) {
    const records = Math.min(SLICE, left);
    const sample: object[] = [];
    const told = timed(() => write(path, texts(source, records, sample)));
    const again = timed(() =>
      write(
        path,
        sample.map((record) => `${JSON.stringify(record)}\n`),
      ),
    );
    yield { records, told, written: (again * records) / sample.length };
  }
}

function* texts(source: Iterator<Delivered>, count: number, sample: object[]): Generator<string> {
  for (let done = 0; done < count; done++) {
    const next = source.next();
    if (next.done === true) throw new Error(`the invented tenant ended ${count - done} records too soon`);
    const record = next.value.record.record as object;
    if (done % SAMPLE === 0) sample.push(record);
    yield `${JSON.stringify(record)}\n`;
  }
}

const bufferLength = 1 << 20;

function write(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let buffer = '';
  for (const line of lines) {
    buffer += line;
    if (buffer.length < bufferLength) continue;
    writeFileSync(file, buffer);
    buffer = '';
  }
  writeFileSync(file, buffer);
  closeSync(file);
}

/** Seconds. */
function timed(work: () => void): number {
  const since = performance.now();
  work();
  return (performance.now() - since) / 1_000;
}

function report(turns: readonly Turn[], held: Memory): Measured {
  const dice = createRng('bench');
  const rng = (): number => dice.next();
  const records = turns.reduce((sum, turn) => sum + turn.records, 0);
  const seconds = turns.reduce((sum, { told }) => sum + told, 0);
  const costs = meanInterval(
    turns.map(({ told, records: some }) => told / some),
    rng,
  );
  const ratios = turns.map(({ told, written }) => written / told);
  const ratio = ratios.reduce((sum, value) => sum + value, 0) / ratios.length;
  const between = meanInterval(ratios, rng);
  const perMinute = (records / seconds) * 60;
  const [low, high] = [60 / costs.high, 60 / costs.low];
  return {
    ...{
      name: 'seed',
      records,
      people: PEOPLE,
      recordsPerMinute: perMinute,
      recordsPerMinuteLow: low,
      recordsPerMinuteHigh: high,
    },
    ...{ goal: GOAL, ratio, ratioLow: between.low, ratioHigh: between.high },
    ...{ rssMegabytes: held.at, rssPeakMegabytes: held.peak },
    says: [
      `${whole(perMinute)} records a minute (95 %: ${whole(low)} to ${whole(high)}; goal ${whole(GOAL)}), ${whole(records)} of them, ${whole(PEOPLE)} people`,
      `${ratio.toFixed(2)} of the speed at which the finished records can be written (95 %: ${between.low.toFixed(2)} to ${between.high.toFixed(2)})`,
      `memory: ${Object.entries(held.at)
        .map(([at, megabytes]) => `${at} ${megabytes} MB`)
        .join(', ')}; peak ${held.peak} MB`,
    ],
  };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
