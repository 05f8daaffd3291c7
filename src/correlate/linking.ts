// Links as findings come and go: the same as linksBetween (affinity.ts) makes of all that stand, touching only what news can
// change.
//
// News on a thing changes its links whose later finding is no earlier. Where it is the first of a day there, or the last to
// go, it also moves what is usual of such things until four weeks later: ordinary news is of today, and nothing is later.
// What comes before all else, or was the first of all and goes, moves the links of the first weeks, too, because less was
// looked at until then.

import type { Finding } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import { inOrder } from '../model/event.ts';
import type { Link } from '../model/incident.ts';
import { midnightOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { linkOver } from './affinity.ts';
import { tallyOf } from './chance.ts';
import type { Stir } from './chance.ts';
import { countBefore, hold, holdingOf, thingsOf } from './holders.ts';
import type { Holder, Holding } from './holders.ts';
import type { Settings } from './settings.ts';

/** Two findings, the earlier first, and the links that tell something of them, in order of mechanism. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly links: readonly Link[];
}

export interface Linking {
  /** Takes findings out and others in; the pairs whose links are others now. */
  readonly update: (out: readonly Finding[], come: readonly Finding[]) => Pair[];
}

interface Bridging extends Holding {
  readonly label: EntityLabel;
  /** By the later finding. */
  readonly links: Map<string, readonly Link[]>;
}

export function linking(settings: Settings): Linking {
  const tally = tallyOf(settings);
  const bridgings = new Map<string, Bridging>();
  const onDay = new Map<string, Set<Bridging>>();
  /** By the two findings, then by thing. */
  const pairs = new Map<string, Map<string, Link>>();

  const bridgingOf = (thing: string, label: EntityLabel): Bridging => {
    const known = bridgings.get(thing) ?? { ...holdingOf(thing), label, links: new Map<string, readonly Link[]>() };
    bridgings.set(thing, known);
    return known;
  };

  const noteDay = ({ label, thing, day }: Stir): void => {
    const bridging = bridgingOf(thing, label);
    const key = `${label} ${day}`;
    const those = onDay.get(key) ?? new Set();
    if (holdersOn(bridging, day).length > 0) onDay.set(key, those.add(bridging));
    else if (those.delete(bridging) && those.size === 0) onDay.delete(key);
  };

  /** Those that look back at a finding of the first weeks: until then less was looked at, and how much has changed. */
  const ofFirstWeeks = (first: Day): [Bridging, readonly Holder[]][] => {
    const until = midnightOf(first + settings.chance.looksBack);
    const isEarly = ({ before }: Holder): boolean => before.some(({ finding }) => finding.at < until);
    return [...bridgings.values()].map((it) => [it, it.holders.filter(isEarly)]);
  };

  /** Holders whose links to earlier ones may be others now. */
  const moved = (since: ReadonlyMap<Bridging, Instant>, stirs: readonly Stir[]): [Bridging, readonly Holder[]][] => {
    const days = new Set<string>();
    for (const { label, day } of stirs)
      if (settings.bridges[label]?.isUnique !== true)
        for (let later = day; later < day + settings.chance.looksBack; later += 1) days.add(`${label} ${later}`);
    return [
      ...[...since].map(([it, at]): [Bridging, readonly Holder[]] => [it, it.holders.slice(countBefore(it.holders, at))]),
      ...[...days].flatMap((key) =>
        [...(onDay.get(key) ?? [])].map((it): [Bridging, readonly Holder[]] => [it, holdersOn(it, Number(key.split(' ')[1]))]),
      ),
    ];
  };

  /** Names of the pairs it changes. */
  const relink = (bridging: Bridging, id: string, fresh: readonly Link[]): string[] => {
    const known = bridging.links.get(id) ?? [];
    const links = fresh.map((link) => known.find((it) => isSame(it, link)) ?? link);
    if (links.length > 0) bridging.links.set(id, links);
    else bridging.links.delete(id);
    const gone = known.filter((link) => !links.includes(link)).map(nameOf);
    for (const pair of gone) {
      const of = pairs.get(pair);
      of?.delete(bridging.thing);
      if (of?.size === 0) pairs.delete(pair);
    }
    const come = links.filter((link) => !known.includes(link));
    for (const link of come) {
      const pair = nameOf(link);
      pairs.set(pair, (pairs.get(pair) ?? new Map<string, Link>()).set(bridging.thing, link));
    }
    return [...gone, ...come.map(nameOf)];
  };

  return {
    update(out, come) {
      const began = tally.first();
      const stirs = [...out.flatMap(tally.remove), ...come.flatMap(tally.add)];
      const news = newsByThing(out, come, bridgingOf, settings);
      const changed = new Set<string>();
      for (const [bridging, { gone, arrived }] of news)
        for (const id of reheld(bridging, gone, arrived, settings))
          for (const pair of relink(bridging, id, [])) changed.add(pair);
      for (const stir of stirs) noteDay(stir);
      const since = sinceWhen(news, stirs, bridgingOf);
      const first = tally.first();
      const early = first === began ? [] : ofFirstWeeks(Math.max(first, began));
      for (const [bridging, holders] of [...moved(since, stirs), ...early])
        for (const holder of holders) {
          const fresh = holder.before.flatMap((earlier) => linkOver(bridging.thing, earlier, holder, tally, settings) ?? []);
          for (const pair of relink(bridging, holder.finding.id, fresh)) changed.add(pair);
        }
      for (const bridging of news.keys()) if (bridging.holders.length === 0) bridgings.delete(bridging.thing);
      return [...changed].map((pair) => pairOf(pair, pairs.get(pair)));
    },
  };
}

interface ThingNews {
  readonly gone: Finding[];
  readonly arrived: Finding[];
}

type BridgingOf = (thing: string, label: EntityLabel) => Bridging;

function newsByThing(out: readonly Finding[], come: readonly Finding[], bridgingOf: BridgingOf, settings: Settings) {
  const news = new Map<Bridging, ThingNews>();
  for (const [list, findings] of [
    ['gone', out],
    ['arrived', come],
  ] as const)
    for (const finding of findings)
      for (const [thing, { label }] of thingsOf(finding, settings)) {
        const bridging = bridgingOf(thing, label);
        const known = news.get(bridging) ?? { gone: [], arrived: [] };
        news.set(bridging, known);
        known[list].push(finding);
      }
  return news;
}

/** From when on the links of each thing may be others: from its news, or from the day whose count has changed. */
function sinceWhen(news: ReadonlyMap<Bridging, ThingNews>, stirs: readonly Stir[], bridgingOf: BridgingOf) {
  const since = new Map<Bridging, Instant>();
  const note = (bridging: Bridging, at: Instant): void => void since.set(bridging, Math.min(since.get(bridging) ?? at, at));
  for (const [bridging, { gone, arrived }] of news) for (const { at } of [...gone, ...arrived]) note(bridging, at);
  for (const { thing, label, day } of stirs) note(bridgingOf(thing, label), midnightOf(day));
  return since;
}

/** Puts the holders right from the first news on; the ids of those that are gone for good. */
function reheld(bridging: Bridging, gone: readonly Finding[], arrived: readonly Finding[], settings: Settings): string[] {
  const { holders, accused, thing } = bridging;
  const kept = countBefore(holders, Math.min(...[...gone, ...arrived].map(({ at }) => at)));
  const tail = holders.splice(kept).map(({ finding }) => finding);
  if (tail.length > 0) {
    accused.clear();
    for (const holder of holders) for (const who of holder.accused) accused.add(who);
  }
  const out = new Set(gone);
  for (const finding of [...tail.filter((one) => !out.has(one)), ...arrived].sort(inOrder)) {
    const about = thingsOf(finding, settings).get(thing);
    if (about !== undefined) hold(bridging, finding, about, settings);
  }
  const stay = new Set(arrived.map(({ id }) => id));
  return gone.map(({ id }) => id).filter((id) => !stay.has(id));
}

const holdersOn = ({ holders }: Holding, day: Day): readonly Holder[] =>
  holders.slice(countBefore(holders, midnightOf(day)), countBefore(holders, midnightOf(day + 1)));

const nameOf = ({ from, to }: Link): string => `${from}\n${to}`;

const isSame = (a: Link, b: Link): boolean =>
  a.from === b.from &&
  a.weight === b.weight &&
  a.beyondChance === b.beyondChance &&
  a.specificity === b.specificity &&
  a.strength === b.strength &&
  a.decay === b.decay &&
  a.agreement === b.agreement &&
  a.gapMs === b.gapMs &&
  a.because === b.because;

/** Of several things of a sort the strongest link, of equally strong ones the first thing's. */
function pairOf(pair: string, of: ReadonlyMap<string, Link> = new Map()): Pair {
  const strongest = new Map<string, Link>();
  for (const [, link] of [...of].sort(([a], [b]) => (a < b ? -1 : 1)))
    if ((strongest.get(link.mechanism)?.weight ?? 0) < link.weight) strongest.set(link.mechanism, link);
  const [from = '', to = ''] = pair.split('\n');
  return { from, to, links: [...strongest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link) };
}
