// Simulated tenants as questions: the ties of their first two thirds, and the mail and file work of the rest against
// pairings by chance.
//
// A question is a letter: its sender, the sender's domain and all its recipients, each distinct one once. By chance: two
// ends drawn alike; a past sender as often as they write, to the recipients of another letter; somebody new from a
// domain nobody knows; and somebody new from a domain that differs from a known one by a letter, a swap, a suffix or a word. None of the
// chance has a tie anywhere in the time told. No attack is played. The shipped weights are fitted on
// tenants of other seeds with chance made up by the same rules, so figures on these are of a familiar world, not of a new one.

import { tell } from '../../seed/seed.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { groundOf, seenOf } from '../../src/learn/association/association.ts';
import type { Ground, Question } from '../../src/learn/association/association.ts';
import { features } from '../../src/learn/association/features.ts';
import type { Example } from '../../src/learn/association/logistic.ts';
import { registeredDomain } from '../../src/learn/association/lookalike.ts';
import { averageOf } from '../../src/learn/association/model.ts';
import type { Model } from '../../src/learn/association/model.ts';
import { addTie, noTies } from '../../src/learn/association/ties.ts';

import { groupsWithoutLabels } from '../../src/learn/communities/groups.ts';
import { seeded } from '../../src/model/seeded.ts';
import { dayOf, midnightOf } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';

export interface Company {
  readonly seed: string;
  readonly people: number;
  readonly days: number;
}

/** Somebody reached others: a letter, or a person a site or mailbox. */
interface Deed extends Question {
  readonly at: Instant;
}

export type Chance = 'alike' | 'matched' | 'stranger' | 'lookalike';

export interface Asked {
  readonly question: Question;
  readonly happened: boolean;
  /** How it was made up, of what did not happen. */
  readonly chance?: Chance;
  /** The sender had never reached any of them. */
  readonly isFirst: boolean;
}

export interface Exam {
  readonly ground: Ground;
  readonly asOf: Instant;
  readonly asked: readonly Asked[];
}

/** How chance is mixed; together as much as what happened. */
export const MIX: Readonly<Record<Chance, number>> = { alike: 0.6, matched: 0.2, stranger: 0.1, lookalike: 0.1 };
/** Between people and what they use nobody is new from outside. */
export const USE_MIX: Readonly<Partial<Record<Chance, number>>> = { alike: 0.75, matched: 0.25 };

const LEARNT = 2 / 3;
/** Of one company, of more: drawn. */
const MOST_ASKED = 1_500;

export interface Lived {
  readonly letters: readonly Deed[];
  readonly uses: readonly Deed[];
  readonly home: readonly string[];
}

/** A company's quiet weeks: letters that arrived, and which sites and mailboxes were used. */
export function lived({ seed, people, days }: Company): Lived {
  const letters = new Map<string, Deed & { to: string[] }>();
  const uses: Deed[] = [];
  const home = new Set<string>();
  const telling = tell({
    seed,
    people,
    days,
    stories: [],
    telemetry: { network: false, wholeMessages: 0, alerts: false, nonInteractive: false },
  });
  for (const { record } of telling.records()) {
    const read = readRecord(record, { file: seed, line: 1 });
    if ('reject' in read) continue;
    const { event } = read.reading;
    if (event.kind === 'fileAccess' && !event.automatic && event.site !== undefined && event.actor !== undefined)
      uses.push({ at: event.at, from: event.actor, to: [event.site] });
    if (event.kind === 'mailAccess' && event.actor !== undefined && event.mailbox !== event.actor)
      uses.push({ at: event.at, from: event.actor, to: [event.mailbox] });
    if (event.kind !== 'mail' || event.delivery !== 'delivered') continue;
    const domain = registeredDomain(event.sender) ?? '';
    if (event.direction === 'internal') home.add(domain);
    const letter = letters.get(event.message) ?? { at: event.at, from: event.sender, domain, to: [] };
    letter.to.push(...event.recipients);
    letters.set(event.message, letter);
  }
  return { letters: [...letters.values()], uses, home: [...home] };
}

export const mailExam = ({ letters, home }: Lived, model: Model, seed: string): Exam => exam(letters, home, model, seed, false);
export const useExam = ({ uses }: Lived, model: Model, seed: string): Exam => exam(uses, [], model, seed, true);

function exam(deeds: readonly Deed[], home: readonly string[], model: Model, seed: string, twoSided: boolean): Exam {
  const rng = seeded(seed);
  const days = deeds.map(({ at }) => dayOf(at));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const until = first + Math.floor((last - first + 1) * LEARNT);
  const past = deeds.filter(({ at }) => dayOf(at) < until);
  const ties = noTies(twoSided);
  const domains = noTies(true);
  for (const { at, from, to, domain } of past)
    for (const name of to) {
      addTie(ties, from, name, at);
      if (domain !== undefined && !home.includes(domain)) addTie(domains, domain, name, at);
    }
  const ground = groundOf(ties, until, model, { domains, homeDomains: home, groupOf: grouping(past, twoSided) });
  const real = drawn(distinct(deeds.filter(({ at }) => dayOf(at) >= until)), MOST_ASKED, rng);
  const invent = inventor({ deeds, past, real, domains: [...domains.out.keys(), ...home], rng });
  const kinds: readonly Chance[] = twoSided ? ['alike', 'matched'] : ['alike', 'matched', 'stranger', 'lookalike'];
  const isFirst = ({ from, to }: Question): boolean => !to.some((name) => ties.out.get(from)?.has(name) === true);
  return {
    ground,
    asOf: midnightOf(until) - 1,
    asked: real.flatMap((question) => [
      { question, happened: true, isFirst: isFirst(question) },
      ...kinds.map((chance): Asked => ({ question: invent(chance, question), happened: false, chance, isFirst: true })),
    ]),
  };
}

/** What a fit is given, of an exam. */
export const examplesOf = ({ ground, asOf, asked }: Exam, mix: Readonly<Partial<Record<Chance, number>>>): Example[] =>
  asked.map(({ question, happened, chance }) => {
    const seen = seenOf(ground, question, asOf);
    const values = features.map((feature) => averageOf(feature, seen));
    return { values, happened, counts: chance === undefined ? 1 : (mix[chance] ?? 0) };
  });

function distinct(deeds: readonly Deed[]): Deed[] {
  const found = new Map<string, Deed>();
  for (const deed of deeds) {
    const key = [deed.from, ...[...new Set(deed.to)].sort()].join('\n');
    if (!found.has(key) && !deed.to.includes(deed.from)) found.set(key, deed);
  }
  return [...found.values()];
}

function drawn<T>(list: readonly T[], most: number, rng: () => number): T[] {
  const deck = [...list];
  for (let place = deck.length - 1; place > 0; place -= 1) {
    const other = Math.floor(rng() * (place + 1));
    [deck[place], deck[other]] = [deck[other] as T, deck[place] as T];
  }
  return deck.slice(0, most);
}

interface Cast {
  readonly deeds: readonly Deed[];
  readonly past: readonly Deed[];
  readonly real: readonly Deed[];
  readonly domains: readonly string[];
  readonly rng: () => number;
}

function inventor({ deeds, past, real, domains, rng }: Cast): (chance: Chance, like: Question) => Question {
  const tied = new Set(deeds.flatMap(({ from, to }) => to.map((name) => `${from}\n${name}`)));
  const one = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)] as T;
  const senders = [...new Map(past.map((deed) => [deed.from, deed])).values()];
  const recipients = [...new Set(deeds.flatMap(({ to }) => to))];
  const sender = ({ from, domain }: Deed) => ({ from, ...(domain === undefined ? {} : { domain }) });
  const stranger = (domain: string) => ({ from: `${one(NAMES)}${Math.floor(rng() * 1e6)}@${domain}`, domain });
  return (chance, like) => {
    for (let attempt = 0; ; attempt += 1) {
      const to = chance === 'alike' ? like.to.map(() => one(recipients)) : one(real).to;
      if (chance === 'stranger') return { ...stranger(`${one(NAMES)}-${one(NAMES)}${Math.floor(rng() * 1e4)}.test`), to };
      if (chance === 'lookalike') return { ...stranger(disguised(one(domains), rng)), to };
      const from = sender(chance === 'alike' ? one(senders) : one(past));
      if (attempt > 100 || !to.some((name) => name === from.from || tied.has(`${from.from}\n${name}`))) return { ...from, to };
    }
  };
}

const NAMES = ['office', 'billing', 'orion', 'maple', 'harvest', 'granite', 'service', 'team', 'willow', 'quay'];
const LOOKS: readonly (readonly [string, string])[] = [
  ['o', '0'],
  ['l', '1'],
  ['m', 'rn'],
  ['e', '3'],
  ['i', 'l'],
  ['a', 'а'],
];

/** A domain with one thing changed. */
function disguised(domain: string, rng: () => number): string {
  const [label = '', ...suffix] = domain.split('.');
  const at = 1 + Math.floor(rng() * Math.max(1, label.length - 2));
  const ways = [
    () => LOOKS.reduce((text, [letter, look]) => (text === label ? text.replace(letter, look) : text), label),
    () => label.slice(0, at) + (label[at + 1] ?? '') + (label[at] ?? '') + label.slice(at + 2),
    () => label.slice(0, at) + label.slice(at + 1),
    () => `${label}-${NAMES[at % NAMES.length] ?? ''}`,
  ];
  const other = (ways[Math.floor(rng() * (ways.length + 1))] ?? (() => label))();
  return other === label ? `${label}.net` : [other, ...suffix].join('.');
}

/** Peers as they are made for mail, of those who deal with each other; of who uses what, by what they use. */
function grouping(past: readonly Deed[], twoSided: boolean): (name: string) => string | undefined {
  const edges = new Map<string, { a: string; b: string; weight: number }>();
  for (const { from, to } of past)
    for (const name of to) {
      const [a = '', b = ''] = [from, twoSided ? `→${name}` : name].sort();
      if (a !== b) edges.set(`${a}\n${b}`, { a, b, weight: 1 });
    }
  const { groups } = groupsWithoutLabels([...edges.values()]);
  const groupOf = new Map(groups.flatMap((members) => members.map((member) => [member, members[0] ?? ''])));
  return (name) => groupOf.get(name);
}
