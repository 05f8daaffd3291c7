// Reads a condition from its file's values, and holds every comparison against what the metric is counted in.
//
// What could never be meant is refused here, with its place: a metric or list nobody has, a flag that is to be above
// something, a text compared with a number, a share of 60. So a model that loads asks only what can be answered.

import type { Condition, Leaf } from './condition.ts';
import { folded } from './lists.ts';
import type { NameList } from './lists.ts';
import type { MetricValue, Unit } from './metric.ts';
import { expected, flagOf, listOf, mapOf, meant, needed, PlacedError, textOf, wholeOf } from './placed.ts';
import type { Placed, PlacedEntry, PlacedMap } from './placed.ts';
import { inWords, isNumeric, quantity } from './quantity.ts';
import type { NumericUnit } from './quantity.ts';

/** What a condition may speak of. */
export interface Vocabulary {
  readonly metrics: ReadonlyMap<string, { readonly unit: Unit; readonly title: string }>;
  readonly lists: ReadonlyMap<string, NameList>;
}

const DEEPEST = 10;
const MOST_LEAVES = 100;
const MOST_ALTERNATIVES = 200;

const groups = ['all', 'any', 'atLeast', 'not', 'unless'] as const;

/** The condition; a mistake in it throws a PlacedError. */
export function conditionOf(placed: Placed, vocabulary: Vocabulary): Condition {
  const reader: Reader = { vocabulary, leaves: 0 };
  return read(placed, reader, 1);
}

interface Reader {
  readonly vocabulary: Vocabulary;
  leaves: number;
}

function read(placed: Placed, reader: Reader, depth: number): Condition {
  if (depth > DEEPEST) throw new PlacedError(placed.at, `conditions are nested at most ${DEEPEST} deep; split the model in two`);
  if (placed.kind === 'scalar') return flagLeaf(placed, reader);
  if (placed.kind === 'list') throw expected(placed, 'one condition; put `all:` or `any:` before the list');

  const group = placed.entries.find(({ name }) => groups.some((one) => one === name));
  if (group !== undefined && !placed.entries.some(({ name }) => name === 'metric'))
    return readGroup(placed, group, reader, depth);
  if (placed.entries.some(({ name }) => name === 'metric')) return leafOf(placed, reader);
  throw expected(
    placed,
    'a condition: `all:`, `any:`, `not:`, `unless:`, `atLeast: {n, of}`, or a comparison that begins with `metric:`',
  );
}

function readGroup(placed: PlacedMap, { name: kind, value }: PlacedEntry, reader: Reader, depth: number): Condition {
  const map = mapOf(placed, `\`${kind}:\``, [kind, 'says']);
  const said = map['says'] === undefined ? {} : { says: textOf(map['says'], 'what a group says', 200) };
  if (kind === 'not' || kind === 'unless') return { kind, of: read(value, reader, depth + 1), ...said };

  const parts = kind === 'atLeast' ? mapOf(value, '`atLeast:`', ['n', 'of']) : { of: value };
  const list = kind === 'atLeast' ? needed(parts, 'of', value, '`atLeast:`') : value;
  if (list.kind !== 'list' || list.items.length === 0) throw expected(list, `a list of conditions after \`${kind}:\``);

  const of = list.items.map((item) => read(item, reader, depth + 1));
  if (kind !== 'atLeast') return { kind: kind as 'all' | 'any', of, ...said };
  const n = wholeOf(needed(parts, 'n', value, '`atLeast:`'), `\`n\``, 1, of.length);
  return { kind, n, of, ...said };
}

/** `urls.shown-host-differs` alone asks whether the flag is set. */
function flagLeaf(placed: Placed, reader: Reader): Leaf {
  const metric = textOf(placed, 'a condition');
  const unit = unitOf(placed, metric, reader);
  if (unit !== 'flag') {
    throw new PlacedError(
      placed.at,
      `${metric} is counted in ${unit}, so it needs a comparison: \`{metric: ${metric}, ${example(unit)}}\``,
    );
  }
  return { kind: 'leaf', metric, unit, is: 'yes', holds: (value) => (value === undefined ? undefined : value === true) };
}

function leafOf(placed: PlacedMap, reader: Reader): Leaf {
  const named = placed.entries.find(({ name }) => name === 'metric');
  if (named === undefined) throw expected(placed, 'a metric');
  const metric = textOf(named.value, 'a metric');
  const unit = unitOf(named.value, metric, reader);
  const comparisons = placed.entries.filter((entry) => entry !== named);
  if (comparisons.length === 0)
    throw new PlacedError(placed.at, `nothing is asked about ${metric}; add a comparison, as \`${example(unit)}\``);

  const tests = comparisons.map((entry) => testOf(entry, metric, unit, reader.vocabulary));
  const asksUnknown = comparisons.some(({ name }) => name === 'unknown');
  if (asksUnknown && tests.length > 1) {
    throw new PlacedError(placed.at, '`unknown:` stands alone; put it beside the other comparison with `any:` or `all:`');
  }
  return {
    kind: 'leaf',
    metric,
    unit,
    is: tests.map(({ is }) => is).join(' and '),
    holds: (value) => (value === undefined && !asksUnknown ? undefined : tests.every(({ holds }) => holds(value))),
  };
}

function unitOf(placed: Placed, metric: string, reader: Reader): Unit {
  reader.leaves++;
  if (reader.leaves > MOST_LEAVES)
    throw new PlacedError(placed.at, `a model has at most ${MOST_LEAVES} comparisons; split it in two`);
  const known = reader.vocabulary.metrics.get(metric);
  if (known !== undefined) return known.unit;
  const hint = meant(metric, reader.vocabulary.metrics.keys());
  throw new PlacedError(placed.at, `there is no metric "${metric.slice(0, 60)}"${hint} (\`skein mail metrics\` lists them)`);
}

interface Test {
  readonly is: string;
  readonly holds: (value: MetricValue | undefined) => boolean;
}

const numberTests = {
  above: { says: 'above', holds: (value: number, limit: number) => value > limit },
  atLeast: { says: 'at least', holds: (value: number, limit: number) => value >= limit },
  below: { says: 'below', holds: (value: number, limit: number) => value < limit },
  atMost: { says: 'at most', holds: (value: number, limit: number) => value <= limit },
} as const;

/** What may be asked of a metric of this unit. */
const asked = (unit: Unit): readonly string[] =>
  isNumeric(unit)
    ? [...Object.keys(numberTests), 'is', 'isNot', 'unknown']
    : unit === 'flag'
      ? ['is', 'isNot', 'unknown']
      : ['is', 'isNot', 'oneOf', 'noneOf', 'contains', 'list', 'notList', 'unknown'];

const example = (unit: Unit): string => {
  if (unit === 'flag') return 'is: true';
  if (unit === 'text' || unit === 'list') return 'oneOf: [fail, none]';
  return `above: ${{ count: '2', share: '50 %', probability: '0.6', bits: '10', bytes: '100 KiB', hours: '24 h' }[unit]}`;
};

function testOf({ name, at, value }: PlacedEntry, metric: string, unit: Unit, vocabulary: Vocabulary): Test {
  const possible = asked(unit);
  if (!possible.includes(name)) {
    const ways = possible.map((one) => `\`${one}\``).join(', ');
    throw new PlacedError(
      at,
      `${metric} is counted in ${unit} and cannot be asked "${name.slice(0, 40)}"${meant(name, possible)}; ask ${ways}`,
    );
  }
  if (name === 'unknown') {
    const isUnknown = flagOf(value, '`unknown`');
    return { is: isUnknown ? 'not known' : 'known', holds: (it) => (it === undefined) === isUnknown };
  }
  if (unit === 'flag') {
    const wanted = flagOf(value, `\`${name}\` of ${metric}`) === (name === 'is');
    return { is: wanted ? 'yes' : 'no', holds: (it) => it === wanted };
  }
  return isNumeric(unit) ? numberTest(name, value, unit) : wordTest(name, value, unit, vocabulary);
}

function numberTest(name: string, placed: Placed, unit: NumericUnit): Test {
  const limit = quantity(placed, unit);
  const words = inWords(limit, unit);
  if (name === 'is') return { is: words, holds: (it) => it === limit };
  if (name === 'isNot') return { is: `other than ${words}`, holds: (it) => it !== limit };
  const test = numberTests[name as keyof typeof numberTests];
  return { is: `${test.says} ${words}`, holds: (it) => typeof it === 'number' && test.holds(it, limit) };
}

/** Texts are compared whatever the letters' case; of a metric that is a list, one of its texts is enough. */
function wordTest(name: string, placed: Placed, unit: 'text' | 'list', vocabulary: Vocabulary): Test {
  if (name === 'list' || name === 'notList') return listTest(name, placed, vocabulary);
  const isMany = name === 'oneOf' || name === 'noneOf';
  if (!isMany && placed.kind === 'list') throw expected(placed, `one text after \`${name}:\`; for several write \`oneOf:\``);
  const items = listOf(placed);
  if (items.length === 0 || items.length > MOST_ALTERNATIVES)
    throw expected(placed, `1 to ${MOST_ALTERNATIVES} texts; more are a list of their own`);
  const texts = items.map((item) => folded(quoted(item)));
  const words = texts.map((text) => `“${text}”`).join(', ');
  const isAmong = some((text) => texts.includes(text));
  switch (name) {
    case 'is':
      return { is: words, holds: isAmong };
    case 'isNot':
      return { is: `other than ${words}`, holds: (it) => !isAmong(it) };
    case 'oneOf':
      return { is: `one of ${words}`, holds: isAmong };
    case 'noneOf':
      return { is: `none of ${words}`, holds: (it) => !isAmong(it) };
    default:
      return {
        is: unit === 'list' ? `with ${words}` : `with ${words} in it`,
        holds: unit === 'list' ? isAmong : some((text) => texts.some((word) => text.includes(word))),
      };
  }
}

function listTest(name: 'list' | 'notList', placed: Placed, { lists }: Vocabulary): Test {
  const id = textOf(placed, 'the name of a list');
  const list = lists.get(id);
  if (list === undefined) {
    throw new PlacedError(
      placed.at,
      `there is no list "${id.slice(0, 60)}"${meant(id, lists.keys())}; add models/mail/lists/${id.slice(0, 60)}.yaml or \`mail/lists\` of your own`,
    );
  }
  const has = some((text) => list.has(text));
  return name === 'list' ? { is: `on the list ${id}`, holds: has } : { is: `not on the list ${id}`, holds: (it) => !has(it) };
}

/** A number where a text is compared is a mistake: `is: 3` of a domain. */
function quoted(placed: Placed): string {
  if (placed.kind !== 'scalar' || typeof placed.value !== 'string')
    throw expected(placed, 'text; put what is meant as text in quotes');
  return textOf(placed, 'text', 500);
}

const some =
  (holds: (text: string) => boolean) =>
  (value: MetricValue | undefined): boolean =>
    typeof value === 'string' ? holds(folded(value)) : Array.isArray(value) && value.some((one: string) => holds(folded(one)));
