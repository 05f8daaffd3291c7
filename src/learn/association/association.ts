// How likely would these people hear from this sender? And the same for a person and what they open, a device and a
// destination, an app and a mailbox.
//
// `associationOf(ground, question, asOf)` gives a probability: that the pairing is one that really happens, and not one put
// together by chance, when before looking either is as likely (three quarters of the pairings by chance are of people
// drawn alike, a quarter in proportion to how much they write). For several recipients it is that of their mean log-odds. Signed reasons add up
// to the log-odds: nought for each is the mean over what the model was fitted on. `bits` is −log₂ of the probability.
//
// Own history is read live, of events before the one asked about; all that others do is read from `ground`, which is laid
// as of an earlier midnight (surprise.ts says why) and stays as it is for a day. Nothing here learns, and an empty tenant is
// answered too: with what a first day can know.

import { dayOf } from '../../model/time.ts';
import type { Day, Instant } from '../../model/time.ts';
import type { FromOutside, Newcomers, ReasonId, Seen } from './features.ts';
import { arcsOf, graphOf, RIGHT, rightName } from './graph.ts';
import type { TieGraph } from './graph.ts';
import { logistic } from './logistic.ts';
import { knownDomains, lookalikeOf, registeredDomain } from './lookalike.ts';
import type { KnownDomains } from './lookalike.ts';
import { contributions } from './model.ts';
import type { Model } from './model.ts';
import { say } from './say.ts';
import { begunBy, noTies, tieOf } from './ties.ts';
import type { Ties } from './ties.ts';
import { walksBetween } from './walks.ts';

export interface Question {
  readonly from: string;
  /** Domain of the sender; what is not registered anywhere, or is of this tenant, tells nothing. */
  readonly domain?: string;
  readonly to: readonly string[];
}

export interface Reason {
  readonly id: ReasonId;
  /** A sentence with its counts. */
  readonly says: string;
  /** What it adds to the log-odds; negative speaks against. */
  readonly weight: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Association {
  readonly probability: number;
  readonly bits: number;
  /** Log-odds before any reason speaks; with the weights of all reasons: the log-odds of the probability. A reason with nothing to say, as of domains where nobody is from outside, is in it. */
  readonly baseline: number;
  /** What moved it most comes first. */
  readonly reasons: readonly Reason[];
  /** How many of the recipients were looked at, of how many. */
  readonly lookedAt: number;
  readonly of: number;
}

/** All that is known, as of a midnight. */
export interface Ground {
  readonly ties: Ties;
  readonly graph: TieGraph;
  readonly newcomers: ReadonlyMap<string, Newcomers>;
  readonly model: Model;
  readonly outside: Outside;
}

/** Domains and the people here they reach. */
interface Outside {
  readonly ties: Ties;
  readonly graph: TieGraph;
  readonly known: KnownDomains;
  readonly home: ReadonlySet<string>;
}

export interface GroundOptions {
  /** Two-sided: domain → recipient. */
  readonly domains?: Ties;
  /** The tenant's own. */
  readonly homeDomains?: Iterable<string>;
  /** The peer group of a person, as of the same midnight. */
  readonly groupOf?: (name: string) => string | undefined;
}

/** Recipients looked at, of more: the first by name. */
const MOST_RECIPIENTS = 50;
/** A domain is known, and can be imitated, once it has written so often. */
const KNOWN_AFTER = 3;
const NEWCOMER_DAYS = 30;

/** Everything that is read but own history, of days before `before`. Takes time in proportion to all ties; once a day. */
export function groundOf(ties: Ties, before: Day, model: Model, options: GroundOptions = {}): Ground {
  const { domains = noTies(true), homeDomains = [], groupOf } = options;
  const home = new Set([...homeDomains].map((name) => registeredDomain(name) ?? name));
  const ofRight = (name: string): string | undefined => groupOf?.(name.startsWith(RIGHT) ? name.slice(RIGHT.length) : name);
  const known = [...domains.begun.keys()].filter((domain) => begunBy(domains, domain, before).count >= KNOWN_AFTER);
  return {
    ...{ ties, model },
    graph: graphOf(arcsOf(ties, before), groupOf),
    newcomers: newcomersOf(ties, before),
    outside: { ties: domains, graph: graphOf(arcsOf(domains, before), ofRight), known: knownDomains([...home, ...known]), home },
  };
}

/** `asOf` is the moment of the event asked about, which must not have been counted yet. Without recipients there is nothing to ask: an error. */
export function associationOf(ground: Ground, question: Question, asOf: Instant): Association {
  const seen = seenOf(ground, question, asOf);
  const moved = contributions(ground.model, seen);
  const odds = moved.reduce((sum, { by }) => sum + by, ground.model.intercept);
  const all = [...new Set(moved.map(({ reason }) => reason))].map((id): Reason => {
    const weight = moved.reduce((sum, { reason, by }) => (reason === id ? sum + by : sum), 0);
    return { id, weight, ...say(id, question.from, seen) };
  });
  const reasons = all.filter(({ says }) => says !== '').sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    ...{ probability: logistic(odds), bits: bitsOf(odds), reasons },
    baseline: all.reduce((sum, { says, weight }) => (says === '' ? sum + weight : sum), ground.model.intercept),
    ...{ lookedAt: seen.length, of: new Set(question.to).size },
  };
}

/** −log₂ of the probability, exact also where it is all but nought. */
const bitsOf = (odds: number): number => (odds < 0 ? Math.log1p(Math.exp(odds)) - odds : Math.log1p(Math.exp(-odds))) / Math.LN2;

/** What is known of each recipient that is looked at. */
export function seenOf(ground: Ground, { from, domain, to }: Question, asOf: Instant): readonly Seen[] {
  const recipients = [...new Set(to)].filter((name) => name !== '').sort();
  if (recipients.length === 0) throw new RangeError(`nobody to hear from ${from}: a question names at least one recipient`);
  const before = dayOf(asOf) + 1;
  const isStranger = begunBy(ground.ties, from, before).count === 0;
  const of = outsideReader(ground.outside, domain, before);
  return recipients.slice(0, MOST_RECIPIENTS).map((name): Seen => {
    const outside = of?.(name);
    const numbers = [from, rightName(ground.ties, name)].map((it) => ground.graph.indexOf.get(it) ?? -1);
    return {
      own: tieOf(ground.ties, from, name, before),
      reply: ground.ties.twoSided ? never : tieOf(ground.ties, name, from, before),
      walks: walksBetween(ground.graph, numbers[0] ?? -1, numbers[1] ?? -1),
      ...{ isStranger, breadth: recipients.length, newcomers: ground.newcomers.get(name) ?? nobody },
      ...(outside === undefined ? {} : { outside }),
    };
  });
}

const never = { count: 0, weight: 0 };
const nobody: Newcomers = { fresh: 0, heard: 0 };

function outsideReader({ ties, graph, known, home }: Outside, domain: string | undefined, before: Day) {
  const registered = domain === undefined ? undefined : (registeredDomain(domain) ?? domain);
  if (registered === undefined || registered === '' || home.has(registered)) return undefined;
  const { first } = begunBy(ties, registered, before);
  const lookalike = lookalikeOf(known, registered);
  const index = graph.indexOf.get(registered) ?? -1;
  return (name: string): FromOutside => ({
    domain: registered,
    tie: tieOf(ties, registered, name, before),
    walks: walksBetween(graph, index, graph.indexOf.get(rightName(ties, name)) ?? -1),
    ...(first === undefined ? {} : { age: before - 1 - first }),
    ...(lookalike === undefined ? {} : { lookalike }),
  });
}

function newcomersOf(ties: Ties, before: Day): Map<string, Newcomers> {
  const newcomers = new Map<string, Newcomers>();
  for (const [from, others] of ties.out)
    for (const to of others.keys()) {
      const { count, first } = tieOf(ties, from, to, before);
      if (first === undefined) continue;
      const { fresh, heard } = newcomers.get(to) ?? nobody;
      newcomers.set(to, { fresh: fresh + (before - first <= NEWCOMER_DAYS ? 1 : 0), heard: heard + count });
    }
  return newcomers;
}
