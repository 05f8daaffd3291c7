// What was seen, in words, each with its counts.

import type { FromOutside, ReasonId, Seen } from './features.ts';
import type { Lookalike } from './lookalike.ts';

export interface Said {
  readonly says: string;
  readonly counts: Readonly<Record<string, number>>;
}

type Sayer = (from: string, seen: readonly Seen[]) => Said;

/** A reason with nothing to say has an empty sentence. */
export const say = (id: ReasonId, from: string, seen: readonly Seen[]): Said => sayers[id](from, seen);

const nothing: Said = { says: '', counts: {} };

const sayers: Readonly<Record<ReasonId, Sayer>> = {
  history(from, seen) {
    const counts = {
      known: how(seen, ({ own }) => own.count > 0),
      recipients: seen.length,
      times: sum(seen, ({ own }) => own.count),
    };
    const says =
      counts.times === 0
        ? `${from} has never reached ${them(seen)} before`
        : `${from} has reached ${some(counts.known, seen)} before, ${times(counts.times)} in all`;
    return { says, counts };
  },

  reply(from, seen) {
    const counts = { answering: how(seen, isAnswering), recipients: seen.length, times: sum(seen, ({ reply }) => reply.count) };
    if (counts.answering === 0) return { says: `none of them has ever reached ${from}`, counts };
    return { says: `${some(counts.answering, seen)} reached ${from} too, ${times(counts.times)} in all`, counts };
  },

  activity(from, seen) {
    const counts = {
      reaches: most(seen, ({ walks }) => walks.reaches),
      heard: most(seen, ({ walks }) => walks.heard),
      otherReaches: most(seen, ({ walks }) => walks.otherReaches),
      otherHeard: most(seen, ({ walks }) => walks.otherHeard),
    };
    const other = seen.length === 1 ? 'the other' : 'the busiest of the others';
    return {
      says: `${from} reaches ${counts.reaches} others and is reached by ${counts.heard}; ${other} reaches ${counts.otherReaches} and is reached by ${counts.otherHeard}`,
      counts,
    };
  },

  shared(from, seen) {
    const counts = {
      common: most(seen, ({ walks }) => walks.common),
      bothReach: most(seen, ({ walks }) => walks.bothWrote),
      bothHeard: most(seen, ({ walks }) => walks.bothHeard),
    };
    if (counts.common === 0) return { says: `${from} and ${them(seen)} have nobody in common`, counts };
    return {
      says: `${from} has ${atMost(seen)}${counts.common} in common with ${them(seen)}: both reach ${counts.bothReach}, and ${counts.bothHeard} reach both`,
      counts,
    };
  },

  steps(from, seen) {
    const counts = { tied: how(seen, ({ walks }) => walks.three > 0), recipients: seen.length };
    const says =
      counts.tied === 0
        ? `nobody ${from} deals with deals with anybody ${them(seen)} deals with`
        : `people ${from} deals with deal with people ${some(counts.tied, seen)} deals with`;
    return { says, counts };
  },

  groups(from, seen) {
    const into = { having: most(seen, ({ walks }) => walks.intoGroup.having), of: most(seen, ({ walks }) => walks.intoGroup.of) };
    const out = { having: most(seen, ({ walks }) => walks.fromGroup.having), of: most(seen, ({ walks }) => walks.fromGroup.of) };
    const counts = { reached: into.having, group: into.of, reaching: out.having, own: out.of };
    const parts = [
      ...(into.of > 0 ? [`of the other ${into.of} of the recipients’ group, ${from} reaches ${into.having}`] : []),
      ...(out.of > 0 ? [`of the other ${out.of} of the group of ${from}, ${out.having} reach ${them(seen)}`] : []),
    ];
    return { says: parts.join('; '), counts };
  },

  domain(_from, seen) {
    const outside = seen.flatMap((one) => one.outside ?? []);
    const [first] = outside;
    if (first === undefined) return nothing;
    const counts = {
      days: first.age ?? 0,
      reaches: Math.max(...outside.map(({ walks, tie }) => walks.reaches + (tie.count > 0 ? 1 : 0))),
      known: outside.filter(({ tie }) => tie.count > 0).length,
      times: outside.reduce((total, { tie }) => total + tie.count, 0),
    };
    if (first.age === undefined) return { says: `${first.domain} has never written to anybody here`, counts };
    return {
      says: `${first.domain} has been known here for ${days(counts.days)} and reaches ${counts.reaches} people; ${some(counts.known, seen)} heard from it ${times(counts.times)}`,
      counts,
    };
  },

  lookalike(_from, seen) {
    const found = seen.flatMap(({ outside }) =>
      outside?.lookalike === undefined ? [] : [{ outside, it: outside.lookalike }],
    )[0];
    if (found === undefined) return nothing;
    return { says: looks(found.outside, found.it), counts: { closeness: found.it.closeness } };
  },

  firstContact(from, seen) {
    const [first] = seen;
    if (first?.isStranger !== true) return nothing;
    const counts = {
      recipients: first.breadth,
      newcomers: sum(seen, ({ newcomers }) => newcomers.fresh),
      heard: sum(seen, ({ newcomers }) => newcomers.heard),
    };
    return {
      says: `nobody here knows ${from}, who writes to ${first.breadth === 1 ? 'one' : `${first.breadth} at once`}; the recipients heard from ${counts.newcomers} others for the first time in 30 days, of ${times(counts.heard)} they were reached`,
      counts,
    };
  },
};

const HOW: Readonly<Record<Lookalike['how'], (known: string) => string>> = {
  sameLook: (known) => `looks the same as ${known}`,
  swapped: (known) => `is ${known} with two letters swapped`,
  oneLetter: (known) => `is one letter from ${known}`,
  otherSuffix: (known) => `is the name of ${known} under another suffix`,
  word: (known) => `carries the name of ${known} with something added`,
};

const looks = ({ domain }: FromOutside, { how, of }: Lookalike): string => `${domain} ${HOW[how](of)}, and is not it`;

const isAnswering = ({ reply, walks }: Seen): boolean => reply.count > 0 || walks.answers;
const how = (seen: readonly Seen[], is: (one: Seen) => boolean): number => seen.filter(is).length;
const sum = (seen: readonly Seen[], of: (one: Seen) => number): number => seen.reduce((total, one) => total + of(one), 0);
const most = (seen: readonly Seen[], of: (one: Seen) => number): number =>
  seen.reduce((found, one) => Math.max(found, of(one)), 0);
const them = (seen: readonly Seen[]): string => (seen.length === 1 ? 'the recipient' : `any of the ${seen.length} recipients`);
const some = (count: number, seen: readonly Seen[]): string =>
  seen.length === 1 && count === 1 ? 'the recipient' : `${count} of ${seen.length} recipients`;
const atMost = (seen: readonly Seen[]): string => (seen.length === 1 ? '' : 'at most ');
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);
