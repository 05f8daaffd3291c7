// Nothing in a record may say whose it is. Words are looked for; and a classifier that sees no more than the records' own ids and
// the second of the minute learns from some tenants and guesses in others: it must not beat chance. What it may not see is what
// people and intruders choose: an app, a mailbox, a machine the directory does not know.

import { describe, expect, it } from 'vitest';
import { familiesNamed } from '../../seed/kinds.ts';
import { families } from '../../seed/programmes/families.ts';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { tell } from '../../seed/seed.ts';

interface Sample {
  /** What kind of record it is: only within a kind is anything compared. */
  readonly kind: string;
  readonly programme: string | undefined;
  readonly text: string;
  readonly values: readonly Value[];
}

/** Where in the record, and what stands there. */
type Value = readonly [place: string, value: string];

const everyNth = 12;

/** Every record of a programme, and of ordinary ones each so many-th. */
function samplesOf(seed: string): Sample[] {
  const programmes = familiesNamed(['all']);
  const telling = tell({ seed, people: 60, days: 30, programmes, telemetry: { wholeMessages: 0.2 } });
  const samples: Sample[] = [];
  let number = 0;
  for (const entry of telling.records()) {
    number += 1;
    if (entry.truth !== undefined || number % everyNth === 0) samples.push(sampleOf(entry));
  }
  return samples;
}

const clock = 'the second of the minute';

function sampleOf({ source, at, record, truth }: SeedRecord): Sample {
  const isText = typeof record === 'string';
  return {
    kind: `${source} ${isText ? 'message' : kindOf(record as Fields)}`,
    programme: truth?.programme,
    text: isText ? record : JSON.stringify(record),
    values: [[clock, `${Math.floor(at / 1_000) % 60} ${at % 1_000 === 0}`], ...(isText ? [] : idsIn(record, ''))],
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The field by which each source tells its kinds of records apart; rows of the message trace have none. */
const kinds = ['Operation', 'activityDisplayName', 'signInEventTypes', '_path', 'riskEventType', 'title', 'AlertName'];

function kindOf(record: Fields): string {
  const name = kinds.find((field) => record[field] !== undefined);
  return name === undefined ? 'row' : JSON.stringify(record[name]);
}

const isId = /(id|ids|guid|key|token|identifier)$/i;

function idsIn(value: unknown, path: string): Value[] {
  if (Array.isArray(value)) return value.slice(0, 3).flatMap((item) => idsIn(item, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => idsIn(inner, `${path}.${key}`));
  return typeof value === 'string' && isId.test(path) && value !== '' ? [[path, value]] : [];
}

/** Places whose ids come only once: a record's own, not those of a person, an app or a session that others share. */
function ownIds(samples: readonly Sample[]): Set<string> {
  const seen = new Map<string, { times: number; values: Set<string> }>();
  for (const { kind, programme, values } of samples)
    for (const [place, value] of programme === undefined ? values : []) {
      const at = seen.get(`${kind} ${place}`) ?? { times: 0, values: new Set() };
      at.times += 1;
      at.values.add(value);
      seen.set(`${kind} ${place}`, at);
    }
  return new Set([...seen].filter(([, { times, values }]) => times >= 20 && values.size > 0.95 * times).map(([place]) => place));
}

type Look = (sample: Sample) => readonly Value[];

/** How the record's own ids look: their form, length, first and last character. */
const lookAt =
  (own: ReadonlySet<string>): Look =>
  ({ kind, values }) =>
    values.flatMap(([place, value]): Value[] => {
      if (place === clock) return [[place, value]];
      if (!own.has(`${kind} ${place}`)) return [];
      return [
        [`${place} form`, value.replace(/[0-9a-zA-Z]+/g, 'x')],
        [`${place} length`, String(value.length)],
        [`${place} first`, value.at(0) ?? ''],
        [`${place} last`, value.at(-1) ?? ''],
      ];
    });

/** Naive Bayes, Laplace-smoothed, given that there is something at the place: mean log odds of being a programme's. */
function learn(samples: readonly Sample[], look: Look): (sample: Sample) => number {
  const counts = new Map<string, [ordinary: number, programme: number]>();
  const add = (key: string, side: 0 | 1) => {
    const count = counts.get(key) ?? [0, 0];
    count[side] += 1;
    counts.set(key, count);
  };
  for (const sample of samples)
    for (const [place, seen] of look(sample)) {
      const side = sample.programme === undefined ? 0 : 1;
      add(`${sample.kind} ${place}`, side);
      add(`${sample.kind} ${place} ${seen}`, side);
    }
  const chance = (side: 0 | 1, kind: string, [place, seen]: Value) =>
    ((counts.get(`${kind} ${place} ${seen}`)?.[side] ?? 0) + 1) / ((counts.get(`${kind} ${place}`)?.[side] ?? 0) + 20);
  return (sample) => {
    const seen = look(sample);
    return seen.reduce((sum, it) => sum + Math.log(chance(1, sample.kind, it) / chance(0, sample.kind, it)), 0) / seen.length;
  };
}

interface Contest {
  wins: number;
  pairs: number;
}

/** Of each programme: pairs of its records with ordinary ones of the same kind, and in how many its own scored higher. */
function contests(samples: readonly Sample[], scoreOf: (sample: Sample) => number): Contest[] {
  const ordinary = new Map<string, number[]>();
  for (const sample of samples)
    if (sample.programme === undefined) {
      const scores = ordinary.get(sample.kind);
      if (scores === undefined) ordinary.set(sample.kind, [scoreOf(sample)]);
      else scores.push(scoreOf(sample));
    }

  const found = new Map<string, Contest>();
  for (const sample of samples) {
    const others = ordinary.get(sample.kind) ?? [];
    if (sample.programme === undefined || others.length === 0) continue;
    const score = scoreOf(sample);
    const contest = found.get(sample.programme) ?? { wins: 0, pairs: 0 };
    const below = others.filter((other) => other < score - 1e-9).length;
    const equal = others.filter((other) => Math.abs(other - score) <= 1e-9).length;
    contest.wins += (below + equal / 2) / others.length;
    contest.pairs += 1;
    found.set(sample.programme, contest);
  }
  return [...found.values()];
}

/** The area under the curve with its 95 % interval, by drawing programmes anew: the records of one are not independent. */
function area(all: readonly Contest[]): { value: number; low: number } {
  const rng = createRng('bootstrap');
  const share = (some: readonly Contest[]) =>
    some.reduce((sum, { wins }) => sum + wins, 0) / some.reduce((sum, { pairs }) => sum + pairs, 0);
  const draws = Array.from({ length: 500 }, () => share(all.map(() => rng.pick(all)))).sort((a, b) => a - b);
  return { value: share(all), low: draws[12] ?? NaN };
}

const learned = ['leak-1', 'leak-2', 'leak-3'].flatMap(samplesOf);
const judged = ['leak-4', 'leak-5', 'leak-6'].flatMap((seed) =>
  samplesOf(seed).map((sample) => ({ ...sample, programme: sample.programme && `${seed} ${sample.programme}` })),
);

describe('no record says whose it is', () => {
  const look = lookAt(ownIds(learned));

  it('in words', () => {
    const words = [...families.map(({ id }) => id), 'look-alike', 'lookalike', 'programme', 'leak-1', 'leak-2', 'leak-3'];
    const telling = learned.flatMap(({ text }) => words.filter((word) => text.toLowerCase().includes(word)));
    expect(telling).toEqual([]);
  });

  it('in its ids, their form, or the second at which it was written', () => {
    const all = contests(judged, learn(learned, look));
    expect(all.length).toBeGreaterThan(30);
    const { value, low } = area(all);
    expect(low, `area under the curve ${value.toFixed(3)}, at least ${low.toFixed(3)}`).toBeLessThan(0.5);
    expect(value).toBeLessThan(0.55);
  });

  it('and the classifier would see a label if there were one', () => {
    const marked: Look = (sample) => look(sample).map(([place, seen]) => [place, sample.programme === undefined ? seen : 'x']);
    expect(area(contests(judged, learn(learned, marked))).value).toBeGreaterThan(0.95);
  });
});

it('the fields of a record come in the same order, whoever did it', () => {
  const all = [...learned, ...judged];
  const inOrder = new Set(
    ordersOf(all.filter(({ programme }) => programme === undefined))
      .flatMap(pairsIn)
      .map((pair) => pair.join(' ')),
  );
  const strange = ordersOf(all.filter(({ programme }) => programme !== undefined))
    .flatMap(pairsIn)
    .filter(([kind, first, second]) => inOrder.has(`${kind} ${second} ${first}`) && !inOrder.has(`${kind} ${first} ${second}`));
  expect(strange).toEqual([]);
});

/** The different orders in which fields come, each once, its kind first; text that is no JSON has none. */
function ordersOf(samples: readonly Sample[]): string[][] {
  const orders = samples.map(({ kind, text }) =>
    text.startsWith('{') ? [kind, ...Object.keys(JSON.parse(text) as object)] : [],
  );
  return [...new Map(orders.map((order) => [order.join(' '), order])).values()];
}

/** Every two fields of which one comes before the other. */
const pairsIn = ([kind = '', ...names]: readonly string[]): (readonly [kind: string, first: string, second: string])[] =>
  names.flatMap((first, place) => names.slice(place + 1).map((second) => [kind, first, second] as const));
