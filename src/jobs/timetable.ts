// Every job there is, and when: data, so that an operator can read it, change it and turn a job off.

import * as runs from '../graph/runs.ts';
import { days } from '../model/time.ts';
import { followCampaigns } from './follow.ts';
import type { Job } from './job.ts';
import { bringUpToDate } from './pipeline.ts';
import { carryOutDue } from './respond.ts';

/** Runs older than this are forgotten. */
const HISTORY = days(30);

export const timetable: readonly Job[] = [
  {
    name: 'pipeline',
    title: 'judges what is new, ties it into incidents, proposes answers',
    every: '* * * * *',
    async work(bench) {
      const { events, findings, incidents } = await bringUpToDate(bench);
      await carryOutDue(bench);
      return `${events} new events; ${findings} findings stand in ${incidents} incidents`;
    },
  },
  {
    name: 'actions',
    title: 'carries out what was approved, ends what has run its time',
    every: '*/5 * * * *',
    async work(bench) {
      await carryOutDue(bench);
      const later = await followCampaigns(bench);
      return later === 0 ? 'what was due is done' : `what was due is done; ${later} copies that came later were done to as well`;
    },
  },
  {
    name: 'housekeeping',
    title: 'forgets the records of old runs',
    every: '17 3 * * *',
    async work(bench) {
      return `${await runs.forget(bench.graph, bench.clock() - HISTORY)} old runs forgotten`;
    },
  },
];

/** The same jobs at an operator's times; `off` leaves one out. The names are known and the times valid. */
export const timetableOf = (times: Readonly<Record<string, string>>): Job[] =>
  timetable.flatMap((job) => (times[job.name] === 'off' ? [] : [{ ...job, every: times[job.name] ?? job.every }]));
