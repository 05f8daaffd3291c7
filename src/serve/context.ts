// What a resolver may know besides its arguments: who asks, where the answers are, and what decides.

import DataLoader from 'dataloader';
import * as actions from '../graph/actions.ts';
import * as beliefs from '../graph/beliefs.ts';
import * as campaigns from '../graph/campaigns.ts';
import type { CampaignRow } from '../graph/campaigns.ts';
import * as constraints from '../graph/constraints.ts';
import * as findings from '../graph/findings.ts';
import type { StandingFinding } from '../graph/findings.ts';
import type { Graph } from '../graph/graph.ts';
import * as mails from '../graph/mails.ts';
import type { KeptMail } from '../graph/mails.ts';
import * as incidents from '../graph/incidents.ts';
import type { StandingIncident } from '../graph/incidents.ts';
import * as mutes from '../graph/mutes.ts';
import * as records from '../graph/records.ts';
import type { Evidence } from '../graph/records.ts';
import type { JobOverview } from '../jobs/overview.ts';
import type { Asked, Decision } from '../jobs/respond.ts';
import type { MemberOf } from './mail-entity.ts';
import { shownLetter } from '../mail/shown-letter.ts';
import type { ShownLetter } from '../mail/shown-letter.ts';
import type { Action, ResponseMode } from '../model/action.ts';
import type { Belief, Numbering } from '../model/belief.ts';
import type { Copy } from '../model/copy.ts';
import { slot } from '../learn/slot.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityRef } from '../model/finding.ts';
import type { HandlingEntry, KeptConstraint, Mute, Note } from '../model/handling.ts';
import type { Instant } from '../model/time.ts';
import type { BrowserAddress } from './browser-link.ts';
import type { Changes } from './changes.ts';
import { tooMuch } from './errors.ts';
import type { Openings } from './opened.ts';

/** Decides about actions; how, and what follows, is not known here. `by` is the name the audit keeps. */
export interface Decisions {
  approve(id: string, by: string, reason?: string): Promise<Decision>;
  deny(id: string, by: string, reason?: string): Promise<Decision>;
  revert(id: string, by: string, reason?: string): Promise<Decision>;
  /** Asks for an action that nobody proposed. */
  ask(asked: Asked, by: string): Promise<Decision>;
}

export interface Viewer {
  readonly name: string;
  readonly role: Role;
}

export type Role = 'VIEWER' | 'ANALYST' | 'RESPONDER' | 'ADMIN';

/** Whoever reaches a loopback address could read the database's files as well. */
export const localViewer: Viewer = { name: 'local', role: 'ADMIN' };

export interface Context {
  readonly viewer: Viewer;
  readonly graph: Graph;
  readonly decisions: Decisions;
  /** Wall clock: what people say is kept with it. */
  readonly clock: () => Instant;
  /** News of what other processes and people changed. */
  readonly changes: Changes;
  /** The schedule, the last runs and the next. */
  readonly jobs: () => Promise<readonly JobOverview[]>;
  /** What people said may change what is judged: the pipeline is to run soon. */
  readonly rejudge: () => void;
  /** What the machine may do at most. */
  readonly mode: ResponseMode;
  /** Where actions are carried out; absent, in a simulated tenant. */
  readonly tenant?: string;
  readonly browser?: BrowserAddress;
  /** Keeps in the audit who looked into which message. */
  readonly openings: Openings;
  /** Renewed for each event of a subscription. */
  load: Loaders;
}

/** Reads that many parts of one request ask for one by one, and that are made together. */
export interface Loaders {
  /** A finding that has been withdrawn since is undefined. */
  readonly finding: DataLoader<string, StandingFinding | undefined>;
  /** An incident by any id it had. */
  readonly incident: DataLoader<string, StandingIncident | undefined>;
  /** What an incident holds, in order. */
  readonly order: DataLoader<string, readonly string[]>;
  readonly evidence: DataLoader<string, Evidence>;
  /** Of an event; undefined where none was kept. */
  readonly raw: DataLoader<string, string | undefined>;
  /** The actions that answer an incident. */
  readonly actions: DataLoader<string, readonly Action[]>;
  /** What was written on an incident. */
  readonly notes: DataLoader<string, readonly Note[]>;
  /** What was said of which findings belong together, where any is held by an incident. */
  readonly constraints: DataLoader<string, readonly KeptConstraint[]>;
  /** What was decided about an incident. */
  readonly handled: DataLoader<string, readonly HandlingEntry[]>;
  /** The ids an incident had before. */
  readonly formerIds: DataLoader<string, readonly string[]>;
  /** What was believed of an incident, in order. */
  readonly chronicle: DataLoader<string, readonly Belief[]>;
  /** The numbers of all findings an incident holds or ever held. */
  readonly numbers: DataLoader<string, Numbering>;
  /** The number of a finding in the incident that holds it. */
  readonly label: DataLoader<string, string | undefined>;
  readonly mutes: Mutes;
  /** A message by its key, with what was said of it. */
  readonly mail: DataLoader<string, KeptMail | undefined>;
  /** What stands in a message, by the id of the event that is its record. */
  readonly letter: DataLoader<string, ShownLetter | undefined>;
  /** A campaign by its id, or by that of one that became part of it. */
  readonly campaign: DataLoader<string, CampaignRow | undefined>;
  /** The messages of a campaign, in the order they came. */
  readonly members: DataLoader<string, readonly MemberOf[]>;
  /** Who has a message. */
  readonly copies: DataLoader<string, readonly Copy[]>;
  /** The actions on a message or a campaign, the newest first. */
  readonly onMail: DataLoader<EntityRef, readonly Action[], string>;
}

/** Every mute there is, read once until somebody says another. */
export interface Mutes {
  load(): Promise<readonly Mute[]>;
  clear(): void;
}

/** Loaders for one request: what they have read is never older than the request. */
export const loaders = (graph: Graph): Loaders => ({
  finding: new DataLoader(async (ids) => {
    const found = new Map((await findings.byIds(graph, ids)).map((finding) => [finding.id, finding]));
    return ids.map((id) => found.get(id));
  }),
  incident: new DataLoader((ids) => Promise.all(ids.map((id) => incidents.byId(graph, id)))),
  order: byId((ids) => incidents.orders(graph, ids), []),
  evidence: byId((ids) => records.evidence(graph, ids, mostEvidence), { accused: [], compared: [] }),
  raw: rawRecords(graph),
  actions: byId((ids) => actions.ofIncidents(graph, ids), []),
  notes: byId((ids) => incidents.notes(graph, ids), []),
  constraints: byId((ids) => constraints.ofIncidents(graph, ids), []),
  handled: byId((ids) => incidents.handled(graph, ids), []),
  formerIds: byId((ids) => incidents.formerIds(graph, ids), []),
  chronicle: byId((ids) => beliefs.chronicles(graph, ids), []),
  numbers: byId<Numbering>((ids) => beliefs.numbers(graph, ids), new Map()),
  label: byId<string | undefined>((ids) => beliefs.labels(graph, ids), undefined),
  mutes: allMutes(graph),
  mail: new DataLoader(async (ids) => {
    const found = new Map((await mails.some(graph, ids)).map((mail) => [mail.id, mail]));
    return ids.map((id) => found.get(id));
  }),
  campaign: new DataLoader(async (ids) => {
    const found = new Map((await campaigns.some(graph, ids)).map((campaign) => [campaign.id, campaign]));
    return Promise.all(ids.map(async (id) => found.get(id) ?? (await campaigns.one(graph, id))));
  }),
  members: new DataLoader((ids) =>
    Promise.all(
      ids.map(async (id) => ((await campaigns.one(graph, id))?.members ?? []).map((member) => ({ ...member, campaign: id }))),
    ),
  ),
  letter: letters(graph),
  copies: new DataLoader(async (ids) => {
    const found = new Map<string, Copy[]>();
    for (const copy of await mails.copiesOf(graph, ids)) slot(found, copy.message, (): Copy[] => []).push(copy);
    return ids.map((id) => found.get(id) ?? []);
  }),
  onMail: new DataLoader<EntityRef, readonly Action[], string>(
    async (refs) => {
      const found = await actions.onMail(graph, refs);
      return refs.map((ref) => found.get(thingOf(ref)) ?? []);
    },
    { cacheKeyFn: thingOf },
  ),
});

function allMutes(graph: Graph): Mutes {
  let read: Promise<readonly Mute[]> | undefined;
  return { load: () => (read ??= mutes.all(graph)), clear: () => (read = undefined) };
}

const mostEvidence = 100;

function byId<T>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>, none: T): DataLoader<string, T> {
  return new DataLoader(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? none);
  });
}

/** Characters of one raw record, and of all that one answer may hold. */
const longestRaw = 65_536;
const mostRaw = 32 * 1_048_576;

function rawRecords(graph: Graph): DataLoader<string, string | undefined> {
  let left = mostRaw;
  return new DataLoader(
    async (ids) => {
      if (left <= 0) throw tooMuch('The raw records come to more than 32 MB. Ask for fewer findings at a time.');
      const found = await records.raw(graph, ids, longestRaw);
      for (const raw of found.values()) left -= raw.length;
      return ids.map((id) => found.get(id));
    },
    { maxBatchSize: 200 },
  );
}

/** Messages whose content one answer may hold: each is read anew, and written anew where it is a page. */
const mostLetters = 60;

function letters(graph: Graph): DataLoader<string, ShownLetter | undefined> {
  let left = mostLetters;
  return new DataLoader(async (events) => {
    left -= events.length;
    if (left < 0) throw tooMuch(`What stands in more than ${mostLetters} messages is not answered at once. Ask for fewer rows.`);
    const found = await mails.letters(graph, events);
    return events.map((event) => {
      const letter = found.get(event);
      return letter === undefined ? undefined : shownLetter(letter.raw);
    });
  });
}
