// Messages a second from bytes to a score, on every core, beside what reading their MIME alone takes; and how long the
// slowest of a hundred takes when it has a hundred kilobytes, kind by kind.
//
// The letters are our own, honest ones of many kinds (bench/mail/honest), and the same blown up (long-letters.ts). Nobody's
// history is asked: that is a database's time and not this.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import PostalMime from 'postal-mime';
import { root } from '../../src/graph/local/java.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { verdictOf } from '../../src/mail/verdict.ts';
import { seeded } from '../../src/model/seeded.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { meanInterval, quantileInterval } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { honestBytes } from '../mail/honest.ts';
import { honestTemplates } from '../mail/honest/templates.ts';
import { quantile } from '../quantile.ts';
import { longKinds, longLetter } from './long-letters.ts';
import type { LongKind } from './long-letters.ts';

const LETTERS = 2_000;
/** Of each kind of long ones. */
const LONG = 200;
const WARM = 100;
const GOAL_MS = 50;

/** Milliseconds, one a letter. */
interface Turn {
  readonly whole: readonly number[];
  readonly parsed: readonly number[];
  /** Of the processor, by the whole process: a letter's own where nothing else runs in it, whatever runs beside it. */
  readonly spent: readonly number[];
}

interface Task {
  readonly seed: string;
  readonly letters: number;
  readonly long?: LongKind;
}

export const mail: Bench = {
  id: 'mail',
  title: 'messages a second from bytes to a score, beside reading their MIME alone',
  async run({ size = LETTERS, progress }: BenchOptions): Promise<Measured> {
    const cores = availableParallelism();
    const letters = Math.ceil(size / cores);
    const turns = await Promise.all(
      Array.from({ length: cores }, (_, core) => inWorker({ seed: `bench/mail/${core}`, letters })),
    );
    const all: Turn = {
      whole: turns.flatMap(({ whole }) => whole),
      parsed: turns.flatMap(({ parsed }) => parsed),
      spent: turns.flatMap(({ spent }) => spent),
    };
    const long: [LongKind, Turn][] = [];
    for (const [at, kind] of longKinds.entries()) {
      progress(at, longKinds.length);
      long.push([kind, await inWorker({ seed: `bench/mail/${kind}`, letters: Math.min(LONG, size), long: kind })]);
    }
    progress(longKinds.length, longKinds.length);
    return report(all, long, cores);
  },
};

function inWorker(task: Task): Promise<Turn> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', resolve).once('error', reject);
  });
}

function report(all: Turn, long: readonly (readonly [LongKind, Turn])[], cores: number): Measured {
  const { low, high } = meanInterval(all.whole, seeded('bench/mail/rate'));
  const perSecond = (cores * 1_000) / mean(all.whole);
  const rate = { low: (cores * 1_000) / high, high: (cores * 1_000) / low };
  const ratio = mean(all.parsed) / mean(all.whole);
  const kinds = long.map(([kind, turn]) => ({ kind, ...timesOf(turn, `bench/mail/${kind}`) }));
  return {
    name: 'mail',
    ...{ ratio, perSecond, perSecondInterval: rate, cores, letters: all.whole.length },
    ...{ p50: quantile(all.whole, 0.5), p99: quantile(all.whole, 0.99), long: kinds },
    says: [
      `${ratio.toFixed(2)} of the speed of only reading the MIME of the same letters; ${Math.round(perSecond)} letters a second (${between(rate, 0)}) on ${cores} cores, of ${all.whole.length}`,
      `a letter: ${saidOf(timesOf(all, 'bench/mail/short'))}`,
      ...kinds.map(
        ({ kind, ...times }) =>
          `100 KiB, ${kind}: ${saidOf(times)} (goal: p99 under ${GOAL_MS} ms), of the processor ${times.spentP99.toFixed(1)} ms; ${times.letters} letters`,
      ),
    ],
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const between = ({ low, high }: Interval, digits: number): string => `${low.toFixed(digits)} to ${high.toFixed(digits)}`;

interface Times {
  readonly letters: number;
  readonly ratio: number;
  readonly p50: number;
  readonly p99: number;
  readonly p99Interval: Interval;
  readonly spentP99: number;
  /** Of reading the MIME alone. */
  readonly parsedP50: number;
}

const timesOf = ({ whole, parsed, spent }: Turn, seed: string): Times => ({
  letters: whole.length,
  ratio: mean(parsed) / mean(whole),
  p50: quantile(whole, 0.5),
  p99: quantile(whole, 0.99),
  p99Interval: quantileInterval(whole, 0.99, seeded(seed)),
  spentP99: quantile(spent, 0.99),
  parsedP50: quantile(parsed, 0.5),
});

const saidOf = ({ ratio, p50, p99, p99Interval, parsedP50 }: Times): string =>
  `${ratio.toFixed(2)} of the speed of reading its MIME alone (p50 ${parsedP50.toFixed(1)} ms); p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${between(p99Interval, 1)})`;

/** In a worker: the first letters are read before the clock runs, so that code is warm. */
async function work({ seed, letters, long }: Task): Promise<Turn> {
  const models = readMailModels(mailFolders(root), metrics);
  const home = { homeDomains: new Set(['contoso.test']), authservIds: new Set<string>() };
  const score = async (bytes: Uint8Array): Promise<void> => {
    const read = await messageRecord(bytes);
    if ('record' in read) verdictOf(readingOf(messageOf(read.record.rfc822, home), strangers), models);
  };
  const parse = (bytes: Uint8Array): Promise<unknown> => new PostalMime().parse(bytes);
  const all = await lettersOf(seed, letters, long);
  for (const bytes of all.slice(0, WARM)) await score(bytes).then(() => parse(bytes));
  const [whole, parsed, spent]: [number[], number[], number[]] = [[], [], []];
  for (const bytes of all) {
    parsed.push(await timed(() => parse(bytes)));
    const before = process.cpuUsage();
    whole.push(await timed(() => score(bytes)));
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1_000);
  }
  return { whole, parsed, spent };
}

/** Templates take turns. */
async function lettersOf(seed: string, count: number, long: LongKind | undefined): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (let turn = 0; all.length < count; turn += 1)
    for (const template of honestTemplates.slice(0, count - all.length)) {
      const bytes = honestBytes(template, `${seed}/${turn}`);
      all.push(long === undefined ? bytes : await longLetter(long, bytes, `${seed}/${turn}`));
    }
  return all;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await deed();
  return performance.now() - begun;
}

if (!isMainThread && isTask(workerData)) parentPort?.postMessage(await work(workerData));

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'letters' in data && 'seed' in data;
}
