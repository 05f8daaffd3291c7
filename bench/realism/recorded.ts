// Recorded sets beside which the simulator is held, where somebody has put them: ../shared/data beside the repository.
//
// Only figures over all of a set leave this room; no record, name or address.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../src/graph/local/java.ts';
import { withPlace } from '../../src/ingest/place.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import { filesIn, unpacked } from '../archive.ts';
import { letterOf, messageIn, zoneIn } from './letters.ts';
import { addArc, emptyGraph } from './mail-graph.ts';
import type { MailGraph } from './mail-graph.ts';
import { seen } from './telemetry.ts';
import type { Seen, Telemetry } from './telemetry.ts';

export const DATA = '../shared/data';
const pathOf = (...names: readonly string[]): string => join(root, DATA, ...names);

export const isDataThere = (): boolean => existsSync(pathOf());

/** Those of the sets that are there. */
export function recordedSets(lookup: PlaceLookup): Telemetry[] {
  if (!isDataThere()) return [];
  return [invictus(lookup), faketshirt(lookup), ham];
}

export const recordedGraphs = (): MailGraph[] => (isDataThere() ? [euCore(), enron()] : []);

const lab = 'genuine records, of a laboratory tenant of 17 people that is administered and attacked more than used';

function invictus(lookup: PlaceLookup): Telemetry {
  return {
    ...{ id: 'invictus-o365', origin: 'genuine', terms: 'internal' },
    title: 'unified audit log of a laboratory tenant, 2021: 17 people, 70 days, attacks among them',
    // More than half of it is one Friday: it tells nothing of hours and weekdays.
    fairFor: new Map([
      ['records-per-day', `${lab}: of form and order of size at most`],
      ['sign-ins-per-day', `${lab}: of form and order of size at most`],
      [
        'gap',
        `how many records one act leaves within seconds, which is the services’ doing more than the laboratory’s; the long gaps are the laboratory’s`,
      ],
      ['addresses', `${lab}, from one exit and a few hosted machines`],
      ['countries', `${lab}; countries looked up from the addresses, as for the simulated tenant`],
      ['user-agents', `browsers of a laboratory; audit records alone`],
      ['failures', `a log with two password sprays in it: an upper bound for an ordinary tenant`],
      ['rules', `three rules in all, two of them the attackers’: an upper bound`],
      ['deeds', lab],
    ]),
    async *seen() {
      for await (const event of eventsIn([pathOf('invictus-o365')], lookup)) yield seen(event, 0);
    },
  };
}

const generator = 'another generator’s idea of a company: agreement shows two authors thinking alike, no more';

function faketshirt(lookup: PlaceLookup): Telemetry {
  const folder = pathOf('faketshirt', 'dev_attack_2026-01');
  const files = ['entraid_signin', 'entraid_audit', 'exchange_message_trace', 'office_audit'];
  return {
    ...{ id: 'faketshirt', origin: 'generated', terms: 'internal' },
    title: 'logs of a company that another generator made, January 2026: 175 people, 24 days, its attacks left out',
    fairFor: new Map([
      ['records-per-day', `${generator}; it writes no records of opened mail`],
      ['sign-ins-per-day', generator],
      ['files-per-day', generator],
      ['gap', generator],
      ['hour-of-week', `${generator}; it writes local hours`],
      ['night', generator],
      ['weekend', generator],
      ['addresses', `${generator}; it uses private addresses for offices`],
      ['countries', generator],
      ['user-agents', generator],
      ['devices', generator],
      ['failures', generator],
      ['prompts', generator],
      ['mails-per-day', generator],
      ['deeds', `${generator}; it writes no records of mailboxes`],
    ]),
    async *seen() {
      for (const file of files) {
        const path = join(folder, `${file}.json.gz`);
        // Its hours are those of working days as written: the zone letter is the generator's habit.
        for await (const event of eventsIn([path], lookup, labelledIn(join(folder, `${file}.json.labels.csv`))))
          yield seen(event, 0);
      }
    },
  };
}

/** Lines that belong to a story of somebody's. */
function labelledIn(path: string): ReadonlySet<number> {
  const rows = readFileSync(path, 'utf8').split(/\r?\n/).slice(1);
  return new Set(rows.filter((row) => row !== '').map((row) => Number(row.split(',')[0]) + 1));
}

async function* eventsIn(paths: string[], lookup: PlaceLookup, without: ReadonlySet<number> = new Set()): AsyncGenerator<Event> {
  for await (const raw of readPaths(paths)) {
    if ('reject' in raw || without.has(raw.line)) continue;
    const read = readRecord(raw.record, raw);
    if ('reading' in read) yield withPlace(read.reading.event, lookup);
  }
}

const ham: Telemetry = {
  ...{ id: 'spamassassin', origin: 'genuine', terms: 'free' },
  title: 'wanted mail of a few people, 2002 and 2003: 4,150 messages, most of them of mailing lists',
  fairFor: new Map([
    ['recipients', 'genuine mail, but of two decades ago, and a list counts as one recipient: a lower bound'],
    [
      'hour-of-writing',
      'when genuine people write, by their own clocks; many of them at home, and newsletters and news feeds that go out on the hour among them',
    ],
    [
      'reply-delay',
      'how long genuine people take to answer; on mailing lists, where nobody has to: an upper bound for colleagues',
    ],
  ]),
  async *seen() {
    for (const { name, bytes } of filesIn(unpacked(pathOf('spamassassin', 'spamassassin-public-corpus.tar.zst')))) {
      if (!name.includes('-ham-')) continue;
      const one = await letterIn(bytes, name);
      if (one !== undefined) yield one;
    }
  },
};

async function letterIn(bytes: Uint8Array, file: string): Promise<Seen | undefined> {
  const message = await messageIn(bytes);
  if (message === undefined) return undefined;
  const read = readRecord(message, { file, line: 1 });
  return 'reading' in read ? seen(read.reading.event, zoneIn(message), letterOf(message)) : undefined;
}

function euCore(): MailGraph {
  const labels = pairsIn(readFileSync(pathOf('graphs', 'email-eu-core', 'email-Eu-core-department-labels.txt'), 'utf8'));
  const graph = emptyGraph({
    ...{ id: 'email-eu-core', directed: true, terms: 'internal' },
    title: 'mail between the members of a European research institute, October 2003 to May 2005: 1,005 people',
    departments: new Map(labels),
  });
  const arcs = readFileSync(pathOf('graphs', 'email-eu-core', 'email-Eu-core.txt'), 'utf8');
  for (const [from, to] of pairsIn(arcs)) addArc(graph, from, to);
  return graph;
}

function enron(): MailGraph {
  const graph = emptyGraph({
    ...{ id: 'email-enron', directed: false, terms: 'internal' },
    title: 'mail of the Enron company with whoever it wrote to, some years: 36,691 addresses',
  });
  const text = gunzipSync(readFileSync(pathOf('graphs', 'email-enron', 'email-Enron.txt.gz'))).toString('utf8');
  for (const [from, to] of pairsIn(text)) addArc(graph, from, to);
  return graph;
}

/** Two names a line, whatever blanks are between them and whatever ends the line. */
export const pairsIn = (text: string): [string, string][] =>
  text.split(/\r\n?|\n/).flatMap((line): [string, string][] => {
    const [a, b] = line.trim().split(/\s+/);
    return a === undefined || b === undefined || a.startsWith('#') ? [] : [[a, b]];
  });

/** Line, counted from 1, to scenario: the labels that stand beside a file of faketshirt. */
export function scenariosIn(path: string): ReadonlyMap<number, string> {
  const rows = readFileSync(path, 'utf8').split(/\r?\n/).slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [line, scenario] = row.split(',');
      return scenario === undefined ? [] : [[Number(line) + 1, scenario] as const];
    }),
  );
}
