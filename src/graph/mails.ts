// Mail as people look at it: each message once, whoever recorded it, with what was said of it; and the message itself.
//
// A message is one `Email`; its bytes and each row of the message trace are events on it. What was measured of it stays
// beside the record it was measured of (`measured`), what it came to stands on the `Email`.

import { isGraphMessage, rawOf } from '../ingest/email/graph-message.ts';
import { keptMessage } from '../ingest/email/kept-message.ts';
import { isMessage } from '../ingest/email/message.ts';
import { digestOf } from '../ingest/digest.ts';
import { Field } from '../ingest/field.ts';
import { known } from '../ingest/known.ts';
import type { RawMessage } from '../ingest/message-record.ts';
import { slot } from '../learn/slot.ts';
import type { Copy } from '../model/copy.ts';
import type { Fields } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import type { JudgedMail } from '../mail/judged.ts';
import { batches } from './batches.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export type { JudgedMail };

export interface KeptMail {
  /** Key of the `Email`: its internet message id without angle brackets, else a hash of it. */
  readonly id: string;
  /** Id of the event that is the record of the message; empty where only rows of the trace are there. */
  readonly event: string;
  readonly message: string;
  /** When the first record says it came. */
  readonly at: Instant;
  readonly sender: string;
  readonly author?: string;
  /** Of all its records, sorted; the first 1,000. */
  readonly recipients: readonly string[];
  readonly direction: string;
  /** The furthest it came: delivered to one and refused by another is `delivered`. */
  readonly delivery: string;
  readonly subject?: string;
  readonly urls: readonly string[];
  readonly attachments: readonly string[];
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  /** Absent for a message nobody has the content of. */
  readonly judged?: JudgedMail;
  /** Id of the campaign it belongs to. */
  readonly campaign?: string;
}

export interface Page {
  /** At most 200. */
  readonly first: number;
  /** `cursorOf` the last one seen. */
  readonly after?: string;
  /** Least score; with it, what was not judged is left out. */
  readonly least?: number;
}

const MOST_LISTED = 200;
/** Records of one message: one of its bytes, and a row for each recipient. */
const MOST_RECORDS = 1_000;
const MOST_RECIPIENTS = 1_000;

/** Those with a time, the newest first. A cursor that is none throws a RangeError. */
export async function list(graph: Graph, { first, after, least }: Page): Promise<readonly KeptMail[]> {
  const [at, id] = after === undefined ? [Number.MAX_SAFE_INTEGER, ''] : placeOf(after);
  const limit = Math.max(1, Math.min(first, MOST_LISTED));
  const found = await graph.run(queries.mail.page, { at, after: id, least: least ?? -1, limit });
  const kept = await told(
    graph,
    found.map((row) => row.id),
  );
  const mails = new Map(kept.map((mail) => [mail.id, mail]));
  return found.flatMap((row) => {
    const mail = mails.get(row.id);
    return mail === undefined ? [] : [{ ...mail, at: row.at }];
  });
}

/** Its place in the list: what comes before it moves no page. */
export const cursorOf = ({ at, id }: Pick<KeptMail, 'at' | 'id'>): string => `${at}/${id}`;

function placeOf(cursor: string): readonly [Instant, string] {
  const [, at, id = ''] = /^(-?\d{1,16})\/(.{0,1100})$/s.exec(cursor) ?? [];
  if (at === undefined) throw new RangeError('after: expected a cursor that this list gave; begin without one');
  return [Number(at), id];
}

/** By its key, or its internet message id with or without angle brackets. */
export async function one(graph: Graph, id: string): Promise<KeptMail | undefined> {
  return (await told(graph, [bare(id)]))[0];
}

/** Some messages by their keys, in no order; what is not there is left out. */
export async function some(graph: Graph, ids: readonly string[]): Promise<readonly KeptMail[]> {
  return (await Promise.all([...batches(ids.map(bare))].map((batch) => told(graph, batch)))).flat();
}

/** The message itself; undefined where nobody has more than rows of the trace. */
export async function letter(graph: Graph, id: string): Promise<RawMessage | undefined> {
  const event = (await one(graph, id))?.event ?? '';
  return event === '' ? undefined : (await letters(graph, [event])).get(event)?.raw;
}

/** Who has it, each once, in the order of addresses; what was refused on the way is nobody's. */
export async function copies(graph: Graph, id: string): Promise<readonly Copy[]> {
  return copiesOf(graph, [id]);
}

/** The same of several messages, message after message in the order of their keys. */
export async function copiesOf(graph: Graph, ids: readonly string[]): Promise<readonly Copy[]> {
  const found: Copy[] = [];
  for (const messages of batches(ids.map(bare)))
    for (const rows of await recordsOfEach(graph, messages)) found.push(...copiesIn(rows));
  return found;
}

type Record = Awaited<ReturnType<typeof records>>[number];

const records = (graph: Graph, messages: readonly string[]) => graph.run(queries.mail.records, { messages, limit: MOST_RECORDS });

async function recordsOfEach(graph: Graph, messages: readonly string[]): Promise<Iterable<readonly Record[]>> {
  const byMessage = new Map<string, Record[]>();
  for (const row of await records(graph, messages)) slot(byMessage, row.message, (): Record[] => []).push(row);
  return byMessage.values();
}

const bare = (id: string): string => id.replace(/^<+|>+$/g, '');

function copiesIn(rows: readonly Record[]): readonly Copy[] {
  const byRecipient = new Map<string, Copy>();
  const refused = new Set<string>();
  for (const row of rows)
    for (const recipient of row.recipients) {
      if (isTrace(row) && row.delivery === 'rejected') refused.add(recipient);
      const earlier = byRecipient.get(recipient);
      byRecipient.set(
        recipient,
        known({ message: row.message, network: networkOf(row) ?? earlier?.network, recipient, at: earlier?.at ?? row.at }),
      );
    }
  return [...byRecipient.values()]
    .filter(({ recipient }) => !refused.has(recipient))
    .sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

const isTrace = ({ operation }: Record): boolean => operation === 'Message trace';

/** Exchange names a message in its trace as it names it everywhere. */
const networkOf = (row: Record): string | undefined =>
  isTrace(row) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(row.record) ? row.record : undefined;

async function told(graph: Graph, ids: readonly string[]): Promise<readonly KeptMail[]> {
  if (ids.length === 0) return [];
  return [...(await recordsOfEach(graph, ids))].map(mailOf);
}

/** From the weakest to what says most of where it came to. */
const FURTHEST = ['unknown', 'expanded', 'pending', 'rejected', 'quarantined', 'junked', 'delivered'];

function mailOf(rows: readonly Record[]): KeptMail {
  const own = rows.find((row) => !isTrace(row));
  const all = own === undefined ? rows : [own, ...rows.filter((row) => row !== own)];
  const first = <T>(ask: (row: Record) => T | null): T | undefined => all.map(ask).find((it) => it !== null) ?? undefined;
  const most = <T>(ask: (row: Record) => readonly T[]): readonly T[] => all.map(ask).find((it) => it.length > 0) ?? [];
  const report = first((row) => row.report);
  return known({
    id: rows[0]?.message ?? '',
    event: own?.id ?? '',
    message: rows[0]?.message ?? '',
    at: rows[0]?.at ?? 0,
    sender: first(({ sender }) => (sender === '' ? null : sender)) ?? '',
    author: first(({ author }) => author),
    recipients: [...new Set(rows.flatMap((row) => row.recipients))].sort().slice(0, MOST_RECIPIENTS),
    direction: first(({ direction }) => (direction === 'unknown' ? null : direction)) ?? 'unknown',
    delivery: FURTHEST.findLast((one) => rows.some((row) => row.delivery === one)) ?? 'unknown',
    subject: first(({ subject }) => subject),
    urls: most(({ urls }) => urls),
    attachments: most(({ attachments }) => attachments),
    spf: first(({ spf }) => spf),
    dkim: first(({ dkim }) => dkim),
    dmarc: first(({ dmarc }) => dmarc),
    judged: report === undefined ? undefined : (JSON.parse(report) as JudgedMail),
    campaign: first(({ campaign }) => campaign),
  });
}

/** What is to be said of a message from now on; `judged` is absent where nobody has its content. */
export interface Said {
  readonly message: string;
  /** When it came; of what has no time the list shows nothing. */
  readonly at?: Instant;
  readonly judged?: JudgedMail;
}

/** Says of these messages what is given, and writes only what is not said already. */
export async function saveVerdicts(graph: Graph, rows: readonly Said[]): Promise<void> {
  for (const batch of batches(rows)) {
    const messages = batch.map(({ message }) => message);
    const said = new Map((await graph.run(queries.mail.said, { messages })).map((row) => [row.message, row.hash]));
    const changed = batch
      .map((row) => ({ message: row.message, fields: fieldsOf(row) }))
      .filter(({ message, fields }) => said.get(message) !== fields['hash']);
    if (changed.length > 0) await graph.run(queries.mail.say, { rows: changed });
  }
}

/** As properties a hunter reads, and as the JSON the program reads back. */
function fieldsOf({ at, judged }: Said): Fields {
  const hash = digestOf(JSON.stringify([at ?? null, judged ?? null]), 32);
  if (judged === undefined) return known({ at, hash });
  const { score, action, tags, models } = judged;
  return known({ at, hash, score, action, tags, models: models.map(({ id }) => id), report: JSON.stringify(judged) });
}

/** What was measured of some events, by their ids, as it was kept; a batch at a time. */
export async function* measured(
  graph: Graph,
  events: readonly string[],
): AsyncGenerator<{ readonly id: string; readonly measured: string }> {
  for (const ids of batches(events)) yield* await graph.run(queries.mail.measured, { ids });
}

/** Keeps what was measured beside the events, where they still say what was measured. */
export async function saveMeasured(
  graph: Graph,
  rows: readonly { readonly id: string; readonly hash: string; readonly measured: string }[],
): Promise<void> {
  for (const batch of batches(rows)) await graph.run(queries.mail.measure, { rows: batch });
}

/** The messages some events are the records of, with the hash of each record; what is no message is left out. */
export async function letters(
  graph: Graph,
  events: readonly string[],
): Promise<ReadonlyMap<string, { readonly hash: string; readonly raw: RawMessage }>> {
  const rows = await graph.run(queries.mail.letters, { ids: events });
  return new Map(
    rows.flatMap(({ id, hash, raw }) => {
      const message = letterIn(raw);
      return message === undefined ? [] : [[id, { hash, raw: message }] as const];
    }),
  );
}

/** The message in a kept record. One that an earlier version cut in its midst is none any more. */
export function letterIn(text: string): RawMessage | undefined {
  const field = new Field(parsed(text));
  if (isMessage(field)) return keptMessage(field.at('rfc822'));
  return isGraphMessage(field) ? rawOf(field) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
