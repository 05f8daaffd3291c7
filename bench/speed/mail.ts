// Messages a second from bytes to a score, on every core, beside what reading their MIME alone takes; and how long the
// slowest of a hundred takes when it has a hundred kilobytes.
//
// The letters are our own, honest ones of many kinds (bench/mail/honest), and the same blown up: a newsletter that goes on
// and on. Nobody's history is asked: that is a database's time and not this.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import PostalMime from 'postal-mime';
import { root } from '../../src/graph/local/java.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { verdictOf } from '../../src/mail/verdict.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { honestBytes } from '../mail/honest.ts';
import { honestTemplates } from '../mail/honest/templates.ts';
import { quantile } from '../quantile.ts';

const LETTERS = 2_000;
const LONG = 200;
const LONG_BYTES = 100 * 1024;
const GOAL_MS = 50;

interface Turn {
  /** Milliseconds, one a letter. */
  readonly whole: readonly number[];
  readonly parsed: readonly number[];
}

interface Task {
  readonly seed: string;
  readonly letters: number;
  readonly long: boolean;
}

export const mail: Bench = {
  id: 'mail',
  title: 'messages a second from bytes to a score, beside reading their MIME alone',
  async run({ size = LETTERS, progress }: BenchOptions): Promise<Measured> {
    const cores = availableParallelism();
    const share = Math.ceil(size / cores);
    const begun = performance.now();
    const turns = await Promise.all(
      Array.from({ length: cores }, (_, core) => inWorker({ seed: `bench/mail/${core}`, letters: share, long: false })),
    );
    const seconds = (performance.now() - begun) / 1_000;
    progress(size, size + LONG);
    const long = await inWorker({ seed: 'bench/mail/long', letters: LONG, long: true });
    progress(size + LONG, size + LONG);
    return report(turns, long, cores, seconds);
  },
};

function inWorker(task: Task): Promise<Turn> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', resolve).once('error', reject);
  });
}

function report(turns: readonly Turn[], long: Turn, cores: number, seconds: number): Measured {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const whole = turns.flatMap((turn) => turn.whole);
  const parsed = turns.flatMap((turn) => turn.parsed);
  const ratio = sum(parsed) / sum(whole);
  const perSecond = (whole.length / sum(whole)) * 1_000 * cores;
  const p = (values: readonly number[], at: number): number => Math.round(quantile(values, at) * 10) / 10;
  return {
    name: 'mail',
    ...{
      ratio,
      perSecond,
      cores,
      letters: whole.length,
      p50: p(whole, 0.5),
      p99: p(whole, 0.99),
      longP50: p(long.whole, 0.5),
      longP99: p(long.whole, 0.99),
    },
    says: [
      `${ratio.toFixed(2)} of the speed of only reading the MIME of the same letters; ${Math.round(perSecond)} letters a second on ${cores} cores, ${whole.length} letters in ${seconds.toFixed(1)} s with starting`,
      `a letter: p50 ${p(whole, 0.5)} ms, p99 ${p(whole, 0.99)} ms`,
      `a letter of 100 KiB: p50 ${p(long.whole, 0.5)} ms, p99 ${p(long.whole, 0.99)} ms (goal: p99 under ${GOAL_MS} ms); its MIME alone p50 ${p(long.parsed, 0.5)} ms`,
    ],
  };
}

/** In a worker: the first letters are read before the clock runs, so that code is warm. */
async function work({ seed, letters, long }: Task): Promise<Turn> {
  const models = readMailModels(mailFolders(root), metrics);
  const home = { homeDomains: new Set(['contoso.test']), authservIds: new Set<string>() };
  const short = Array.from({ length: Math.ceil(letters / honestTemplates.length) }, (_, turn) =>
    honestTemplates.map((template) => honestBytes(template, `${seed}/${turn}`)),
  );
  const all: Uint8Array[] = [];
  for (const bytes of short.flat().slice(0, letters)) all.push(long ? await grown(bytes) : bytes);
  const score = async (bytes: Uint8Array): Promise<void> => {
    const read = await messageRecord(bytes);
    if ('record' in read) verdictOf(readingOf(messageOf(read.record.rfc822, home), strangers), models);
  };
  const parse = (bytes: Uint8Array): Promise<unknown> => new PostalMime().parse(bytes);
  for (const bytes of all.slice(0, WARM)) await score(bytes).then(() => parse(bytes));
  const turn: { whole: number[]; parsed: number[] } = { whole: [], parsed: [] };
  for (const bytes of all) {
    turn.parsed.push(await timed(() => parse(bytes)));
    turn.whole.push(await timed(() => score(bytes)));
  }
  return turn;
}

const WARM = 100;

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await deed();
  return performance.now() - begun;
}

/** The same letter with what it says in HTML over and over, up to a hundred kilobytes. */
async function grown(bytes: Uint8Array): Promise<Uint8Array> {
  const { from, subject, html, text } = await new PostalMime().parse(bytes);
  const page = `${html ?? `<p>${text ?? ''}</p>`}\r\n`;
  const head = `From: ${from?.address ?? ''}\r\nSubject: ${Buffer.from(subject ?? '').toString('latin1')}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`;
  return Buffer.from(head + page.repeat(Math.ceil(LONG_BYTES / Buffer.byteLength(page))));
}

if (!isMainThread && isTask(workerData)) parentPort?.postMessage(await work(workerData));

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'letters' in data && 'long' in data;
}
