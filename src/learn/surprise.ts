// How improbable a value is for a person: their own habit, backed by their peers', backed by everybody's, backed by
// the chance of something nobody has ever shown.
//
// A hierarchical Dirichlet back-off (MacKay & Peto 1995): p(v|user) = (c(v) + a·p(v|group)) / (c + a), where a group's
// own estimate is the mean of its members' shares, so that one busy person does not speak for all. A person's counts
// are as of the judged event; the priors are read three event-days earlier, so that ordinary lateness moves none.

import type { Day } from '../model/time.ts';
import { dimensions } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import { peopleWith, weigh } from './habits.ts';
import type { Habits } from './habits.ts';
import type { Rarity } from './rarity.ts';

/** How many own observations, peers, people the next level up is worth. Set by judgement: small, so own habit rules. */
const OWN_PRIOR = 3;
const GROUP_PRIOR = 3;
const PEOPLE_PRIOR = 3;

/** Priors are read as of the UTC midnight this many days before the judged event. */
export const PRIOR_LAG_DAYS = 3;

/** Who counts as a peer and who belongs to the organisation, as of the snapshot. */
export interface Company {
  readonly peers: readonly string[];
  readonly people: readonly string[];
}

/** Share sums of a (people, dimension, value) as of a day; the caller keeps it for one day's judging. */
export type ShareCache = Map<string, { readonly share: number; readonly people: number; readonly having: number }>;

/** Surprise of `value` for `person` on `day`. An event must be judged before it is counted. */
export function surprise(
  habits: Habits,
  company: Company,
  person: string,
  dimension: Dimension,
  value: string,
  day: Day,
  cache: ShareCache,
): Rarity {
  const own = weigh(habits, person, dimension, value, day + 1);
  const total = weigh(habits, person, dimension, undefined, day + 1);
  const priorDay = day - PRIOR_LAG_DAYS;
  const organisation = mixture(habits, 'all', company.people, person, dimension, value, priorDay, cache);
  const group = mixture(habits, 'peers', company.peers, person, dimension, value, priorDay, cache);

  const fresh = 1 / dimensions[dimension].novelty;
  const pPeople = (organisation.share + PEOPLE_PRIOR * fresh) / (organisation.people + PEOPLE_PRIOR);
  const pGroup = (group.share + GROUP_PRIOR * pPeople) / (group.people + GROUP_PRIOR);
  const pOwn = (own.weight + OWN_PRIOR * pGroup) / (total.weight + OWN_PRIOR);

  return {
    bits: Math.max(0, -Math.log2(pOwn)),
    own: own.count,
    total: total.count,
    peers: group.people,
    peersWith: group.having,
    people: organisation.people,
    peopleWith: organisation.having,
  };
}

/** Sum over the others of their share of the value, with how many there are and how many have it. */
function mixture(
  habits: Habits,
  scope: 'all' | 'peers',
  members: readonly string[],
  person: string,
  dimension: Dimension,
  value: string,
  before: Day,
  cache: ShareCache,
): { share: number; people: number; having: number } {
  const whole = cached(cache, `${scope}\n${scope === 'all' ? '' : (members[0] ?? '')}\n${dimension}\n${value}`, () =>
    addShares(habits, members, dimension, value, before),
  );
  if (!members.includes(person)) return whole;
  const mine = addShares(habits, [person], dimension, value, before);
  return { share: Math.max(0, whole.share - mine.share), people: whole.people - mine.people, having: whole.having - mine.having };
}

function addShares(habits: Habits, members: readonly string[], dimension: Dimension, value: string, before: Day) {
  const holders = peopleWith(habits, dimension, value);
  let share = 0;
  let people = 0;
  let having = 0;
  for (const member of members) {
    const total = weigh(habits, member, dimension, undefined, before);
    // nothing recent enough to weigh, and a share of nothing is not a number
    if (total.weight === 0) continue;
    people += 1;
    if (!holders.has(member)) continue;
    const own = weigh(habits, member, dimension, value, before);
    if (own.count === 0) continue;
    having += 1;
    share += own.weight / total.weight;
  }
  return { share, people, having };
}

function cached<V>(cache: Map<string, V>, key: string, make: () => V): V {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}
