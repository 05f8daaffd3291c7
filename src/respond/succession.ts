// What becomes of people's handling when incidents merge and split, as pure functions: nobody's work is lost without a
// word, whatever the partition makes of the findings.
//
// - What some one works on is in progress, else what waits is open: it is closed only if all that came together were.
// - The survivor keeps its owner; without one it takes the first of those that became it. Every other is named.
// - A closed incident that another opens again keeps the verdict on what it was spoken on; a verdict that was spoken on
//   one that is gone keeps its hold on those findings as well.
// - An incident that comes of a split begins as the one it came from: with its owner, in progress, or closed as that was,
//   but open where it also holds what nobody had judged.
// - Notes follow ids and need no rule.

import { known } from '../ingest/known.ts';
import type { Handling } from '../model/handling.ts';

/** An incident that was, and what people had made of it. */
export interface Forebear {
  readonly id: string;
  readonly handling: Handling;
}

/** What an incident is from now on, and what the audit says of how that came. */
export interface Succession {
  readonly handling: Handling;
  readonly what: string;
  readonly details: string;
}

/** An incident that goes on, and those that became it. Undefined where that changes nothing people had made of it. */
export function merged(own: Handling, former: readonly Forebear[]): Succession | undefined {
  if (former.length === 0 || (own.status !== 'closed' && !former.some(isHandled))) return undefined;
  const handling = together([own, ...handlingsOf(former)]);
  const verdict = own.verdict === undefined ? closedAlike(handling, former) : own;
  return {
    handling: known({ ...handling, ...verdictOf(verdict) }),
    what: 'incident merged',
    details: `was ${inWords(own)}; took up ${list(former)}; is ${inWords(handling)}`,
  };
}

/** The same story under another id: what those were that became it, it is. */
export function renamed(former: readonly Forebear[]): Succession | undefined {
  if (!former.some(isHandled)) return undefined;
  const handling = together(handlingsOf(former));
  return {
    handling: known({ ...handling, ...verdictOf(closedAlike(handling, former)) }),
    what: 'incident continued',
    details: `was ${list(former)}; is ${inWords(handling)}`,
  };
}

/** An incident that came of those that go on without it. `isJudged`: all it holds was theirs. */
export function split(from: readonly Forebear[], isJudged: boolean): Succession | undefined {
  if (!from.some(isHandled)) return undefined;
  const all = together(handlingsOf(from));
  const handling = all.status === 'closed' && !isJudged ? together([all, { status: 'open' }]) : all;
  return {
    handling: known({ ...handling, ...verdictOf(closedAlike(handling, from)) }),
    what: 'incident split off',
    details: `came of ${list(from)}; is ${inWords(handling)}`,
  };
}

/** Status and owner of what was several: whose it was first, then whoever was at work on it, then whoever had any of it. */
function together(all: readonly Handling[]): Handling {
  const ranked = [all[0], ...all.filter(({ status }) => status === 'inProgress'), ...all];
  const owner = ranked.find((it) => it?.owner !== undefined)?.owner;
  const isWorkedOn = owner !== undefined || all.some(({ status }) => status === 'inProgress');
  const status: Handling['status'] = all.every((it) => it.status === 'closed') ? 'closed' : isWorkedOn ? 'inProgress' : 'open';
  return known({ status, owner });
}

/** The first verdict of those that closed, if what came of them is closed. */
const closedAlike = ({ status }: Handling, all: readonly Forebear[]): Handling | undefined =>
  status === 'closed' ? handlingsOf(all).find(({ verdict }) => verdict !== undefined) : undefined;

const verdictOf = (it: Handling | undefined) =>
  known({ verdict: it?.verdict, verdictBy: it?.verdictBy, verdictAt: it?.verdictAt });

const handlingsOf = (all: readonly Forebear[]): Handling[] => all.map(({ handling }) => handling);

const isHandled = ({ handling: { status, owner, verdict } }: Forebear): boolean =>
  status !== 'open' || owner !== undefined || verdict !== undefined;

/** Named one by one in the audit; more are counted. */
const MOST_NAMED = 10;

function list(all: readonly Forebear[]): string {
  const named = all.slice(0, MOST_NAMED).map(({ id, handling }) => `${id} (${inWords(handling)})`);
  return [...named, ...(all.length > MOST_NAMED ? [`${all.length - MOST_NAMED} more`] : [])].join(', ');
}

function inWords({ status, owner, verdict, verdictBy }: Handling): string {
  const words = { open: 'open', inProgress: 'in progress', closed: 'closed' };
  return [
    words[status],
    ...(verdict === undefined ? [] : [`judged ${verdict}${verdictBy === undefined ? '' : ` by ${verdictBy}`}`]),
    ...(owner === undefined ? [] : [`${owner}'s`]),
  ].join(', ');
}
