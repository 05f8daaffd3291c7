// How improbable a value is for a person: their own habit, backed by their peers', backed by everybody's, backed by
// the chance of something nobody has ever shown.
//
// A hierarchical Dirichlet back-off (MacKay & Peto 1995): p(v|user) = (c(v) + a·p(v|group)) / (c + a), where a group's
// own estimate is the mean of its members' shares, so that one busy person does not speak for all. Who has met many
// values will meet more: the weight of the level above grows with the number of different values met (the discount of
// Pitman & Yor 1997), so a traveller is surprised by a country less than somebody who never left. A person's counts
// are as of the judged event; the priors are read three event-days earlier, so that ordinary lateness moves none.

import type { Day } from '../model/time.ts';
import { dimensions } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import { breadthOf, isActive, peopleWith, weigh } from './habits.ts';
import type { Habits } from './habits.ts';
import { emptyMap, slot } from './slot.ts';
import type { Basis, Estimate } from './rarity.ts';

/** How many own observations, peers, people the next level up is worth. Small, so that own habit rules. */
export const OWN_PRIOR = 3;
const GROUP_PRIOR = 3;
const PEOPLE_PRIOR = 3;
/** What each different value met adds to the weight of the level above. */
const DISCOUNT = 0.25;

/** Priors are read as of the UTC midnight this many days before the judged event. */
export const PRIOR_LAG_DAYS = 3;

/** People whose habits stand together for a prior; one id, one set of members for as long as the priors are kept. */
export interface Circle {
  readonly id: string;
  readonly members: ReadonlySet<string>;
}

/** Who counts as a peer and who belongs to the organisation, as of the snapshot. */
export interface Company {
  readonly peers: Circle;
  readonly everybody: Circle;
}

export interface Share {
  /** Sum over the members of their share of the value. */
  readonly share: number;
  readonly people: number;
  readonly having: number;
}

/** What was read of the circles as of one day; the caller keeps it for that day's judging. */
export interface Priors {
  /** Circle → dimension → what its members show. */
  readonly circles: Map<string, Map<Dimension, Shown>>;
  /** Dimension → person → value → its probability by all others. */
  readonly ofOthers: Map<Dimension, Map<string, Map<string, number>>>;
}

interface Shown {
  readonly shares: Map<string, Share>;
  population: number | undefined;
}

export const noPriors = (): Priors => ({ circles: new Map(), ofOthers: new Map() });

/** From where something is judged: whose past it is held against, among whom, and as of which day. */
export interface Standpoint {
  readonly habits: Habits;
  readonly company: Company;
  readonly person: string;
  readonly day: Day;
  readonly priors: Priors;
}

/** Puts in what somebody else has read of a circle, whose members then need not be among the habits. */
export const tell = (priors: Priors, circle: Circle, dimension: Dimension, value: string, share: Share): void =>
  void shownBy(priors, circle, dimension).shares.set(value, share);

const shownBy = ({ circles }: Priors, { id }: Circle, dimension: Dimension): Shown =>
  slot(slot(circles, id, emptyMap<Dimension, Shown>), dimension, () => ({ shares: new Map(), population: undefined }));

/** Surprise of `value` for the person on the day. An event must be judged before it is counted. */
export function surprise(from: Standpoint, dimension: Dimension, value: string): Estimate {
  const { habits, person, day } = from;
  const own = weigh(habits, person, dimension, value, day + 1);
  const total = weigh(habits, person, dimension, undefined, day + 1);
  const { p: ofOthers, peers, everybody } = othersOf(from, dimension, value);
  const weight = priorWeight(habits, person, dimension);
  const p = (own.weight + weight * ofOthers) / (total.weight + weight);

  return {
    ...inBits(p, total.weight + weight),
    basis: basisOf(total.weight, weight, peers.people, everybody.people),
    own: own.count,
    total: total.count,
    peers: peers.people,
    peersWith: peers.having,
    people: everybody.people,
    peopleWith: everybody.having,
  };
}

/** The bits of `surprise` alone, for who asks of every act. */
export function surpriseBits(from: Standpoint, dimension: Dimension, value: string): number {
  const { habits, person, day, priors } = from;
  const byPerson = slot(priors.ofOthers, dimension, emptyMap<string, Map<string, number>>);
  const byValue = slot(byPerson, person, emptyMap<string, number>);
  const p = slot(byValue, value, () => othersOf(from, dimension, value).p);
  const own = weigh(habits, person, dimension, value, day + 1).weight;
  const total = weigh(habits, person, dimension, undefined, day + 1).weight;
  const weight = priorWeight(habits, person, dimension);
  return bitsOf((own + weight * p) / (total + weight));
}

const priorWeight = (habits: Habits, person: string, dimension: Dimension): number =>
  OWN_PRIOR + DISCOUNT * breadthOf(habits, person, dimension);

/** What the others of the group and of the organisation say of a value, three days earlier. */
function othersOf(
  from: Standpoint,
  dimension: Dimension,
  value: string,
): { readonly p: number; readonly peers: Share; readonly everybody: Share } {
  const everybody = othersIn(from, from.company.everybody, dimension, value);
  const peers = othersIn(from, from.company.peers, dimension, value);
  const fresh = 1 / dimensions[dimension].novelty;
  const pEverybody = (everybody.share + PEOPLE_PRIOR * fresh) / (everybody.people + PEOPLE_PRIOR);
  return { p: (peers.share + GROUP_PRIOR * pEverybody) / (peers.people + GROUP_PRIOR), peers, everybody };
}

/** Standard normal quantile of 95 %: with both ends, 90 % lies between. */
const Z = 1.645;
/** No probability is told from less than this. */
const LEAST = 2 ** -40;

/** Bits of a probability, with bounds from the spread of the Beta distribution whose mean it is. */
export function inBits(p: number, observations: number): Pick<Estimate, 'bits' | 'low' | 'high'> {
  const spread = Z * Math.sqrt((p * (1 - p)) / (observations + 1));
  return { bits: bitsOf(p), low: bitsOf(p + spread), high: bitsOf(p - spread) };
}

export const bitsOf = (p: number): number => -Math.log2(Math.min(1, Math.max(LEAST, p))) || 0;

/** Whose past outweighs the others'. */
function basisOf(own: number, prior: number, peers: number, everybody: number): Basis {
  if (own >= prior) return 'own';
  if (peers >= GROUP_PRIOR) return 'peers';
  return everybody > 0 ? 'everybody' : 'nothing';
}

/** The circle without the person, as of some days earlier. */
function othersIn({ habits, person, day, priors }: Standpoint, circle: Circle, dimension: Dimension, value: string): Share {
  const before = day - PRIOR_LAG_DAYS;
  const shown = shownBy(priors, circle, dimension);
  const whole = slot(shown.shares, value, () => ({
    ...addShares(habits, circle.members, dimension, value, before),
    people: (shown.population ??= populationOf(habits, circle, dimension, before)),
  }));
  if (!circle.members.has(person)) return whole;
  const mine = shareOf(habits, person, dimension, value, before);
  const isOne = isActive(habits, person, dimension, before);
  return {
    share: Math.max(0, whole.share - (mine ?? 0)),
    people: whole.people - (isOne ? 1 : 0),
    having: whole.having - (mine === undefined ? 0 : 1),
  };
}

/** Goes through whichever are fewer: the members, or those who show the value. */
function addShares(habits: Habits, members: ReadonlySet<string>, dimension: Dimension, value: string, before: Day) {
  const holders = peopleWith(habits, dimension, value);
  const [few, many] = holders.size < members.size ? [holders, members] : [members, holders];
  const shares: number[] = [];
  for (const one of few) {
    const share = many.has(one) ? shareOf(habits, one, dimension, value, before) : undefined;
    if (share !== undefined) shares.push(share);
  }
  // Sets are in the order of arrival, and sums of fractions depend on their order.
  return { share: shares.sort((a, b) => a - b).reduce((all, one) => all + one, 0), having: shares.length };
}

/** How much of what a member does in the dimension is this value; undefined where they had not shown it. */
function shareOf(habits: Habits, member: string, dimension: Dimension, value: string, before: Day): number | undefined {
  const own = weigh(habits, member, dimension, value, before);
  if (own.count === 0) return undefined;
  const total = weigh(habits, member, dimension, undefined, before);
  // nothing recent enough to weigh, and a share of nothing is not a number
  return total.weight === 0 ? undefined : own.weight / total.weight;
}

function populationOf(habits: Habits, { members }: Circle, dimension: Dimension, before: Day): number {
  let people = 0;
  for (const member of members) if (isActive(habits, member, dimension, before)) people += 1;
  return people;
}
