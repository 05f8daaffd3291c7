// Campaigns of mail as they are kept: one node each, and a relationship to every message of it that says what joined it.
//
// Saving writes what changed and nothing else, the members of a campaign before its hash: what was cut off in between is
// found changed, and written, the next time.

import { digestOf } from '../ingest/digest.ts';
import { known } from '../ingest/known.ts';
import type { Campaign, Member } from '../mail/campaign/campaign.ts';
import { mailActions } from '../mail/model.ts';
import type { Copy } from '../model/copy.ts';
import type { Fields } from '../model/graph.ts';
import type { Instant } from '../model/time.ts';
import { batches } from './batches.ts';
import type { Graph } from './graph.ts';
import { copiesOf } from './mails.ts';
import { queries } from './queries.gen.ts';

/** A campaign without its members. */
export type CampaignRow = Omit<Campaign, 'members'>;

export interface Page {
  /** At most 200. */
  readonly first: number;
  /** `cursorOf` the last one seen. */
  readonly after?: string;
}

const MOST_LISTED = 200;
/** Campaigns kept, and members of one. */
const MOST = 50_000;
const MOST_MEMBERS = 10_000;

/** These and no others stand afterwards; those of one message are none. */
export async function save(graph: Graph, campaigns: readonly Campaign[]): Promise<void> {
  const wanted = campaigns.filter(({ messages }) => messages >= 2).slice(0, MOST);
  const stored = new Map((await graph.run(queries.campaigns.hashes, { limit: 2 * MOST })).map(({ id, hash }) => [id, hash]));
  const changed = wanted
    .map((campaign) => ({ campaign, hash: hashOf(campaign) }))
    .filter((it) => stored.get(it.campaign.id) !== it.hash);
  for (const { campaign } of changed) await saveMembers(graph, campaign, stored.has(campaign.id));
  for (const batch of batches(changed))
    await graph.run(queries.campaigns.save, {
      rows: batch.map(({ campaign, hash }) => ({ id: campaign.id, fields: fieldsOf(campaign, hash) })),
    });

  const standing = new Set(wanted.map(({ id }) => id));
  for (const ids of batches([...stored.keys()].filter((id) => !standing.has(id))))
    await graph.run(queries.campaigns.forget, { ids });
}

async function saveMembers(graph: Graph, { id, members }: Campaign, isStored: boolean): Promise<void> {
  const before = isStored ? await membersOf(graph, id) : [];
  const earlier = new Map(before.map((member) => [member.message, JSON.stringify(memberFields(member))]));
  const rows = members
    .slice(0, MOST_MEMBERS)
    .map((member) => ({ campaign: id, message: member.message, fields: memberFields(member) }));
  const now = new Set(rows.map(({ message }) => message));
  const gone = before.filter(({ message }) => !now.has(message)).map(({ message }) => ({ campaign: id, message }));
  const told = rows.filter(({ message, fields }) => earlier.get(message) !== JSON.stringify(fields));
  for (const batch of batches(gone)) await graph.run(queries.campaigns.exclude, { rows: batch });
  for (const batch of batches(told)) await graph.run(queries.campaigns.include, { rows: batch });
}

const memberFields = ({ at, author, recipients, score, action, because }: Omit<Member, 'message'>) => ({
  ...{ at, author, recipients, score, action, because },
});

/** Convicted ones first, the newest of them first. A cursor that is none throws a RangeError. */
export async function list(graph: Graph, { first, after }: Page): Promise<readonly CampaignRow[]> {
  const place = after === undefined ? { convicted: true, lastAt: Number.MAX_SAFE_INTEGER, after: '' } : placeOf(after);
  const limit = Math.max(1, Math.min(first, MOST_LISTED));
  return (await graph.run(queries.campaigns.page, { ...place, limit })).map(({ report }) => fromReport(report));
}

/** Some by their ids; what is no campaign any more is left out. */
export async function some(graph: Graph, ids: readonly string[]): Promise<readonly CampaignRow[]> {
  return (await graph.run(queries.campaigns.rows, { ids })).map(({ report }) => fromReport(report));
}

// Written from a campaign without its members and by nothing else.
const fromReport = (report: string): CampaignRow => JSON.parse(report) as CampaignRow;

/** Its place in the list: what comes before it moves no page. */
export const cursorOf = ({ conviction, lastAt, id }: Pick<CampaignRow, 'conviction' | 'lastAt' | 'id'>): string =>
  `${conviction === undefined ? 0 : 1}/${lastAt}/${id}`;

function placeOf(cursor: string): { readonly convicted: boolean; readonly lastAt: Instant; readonly after: string } {
  const [, convicted, lastAt, after = ''] = /^([01])\/(-?\d{1,16})\/([\w:.-]{0,100})$/.exec(cursor) ?? [];
  if (convicted === undefined) throw new RangeError('after: expected a cursor that this list gave; begin without one');
  return { convicted: convicted === '1', lastAt: Number(lastAt), after };
}

/** By its id, or by that of a campaign that became part of it. */
export async function one(graph: Graph, id: string): Promise<Campaign | undefined> {
  const [found] = await graph.run(queries.campaigns.one, { id });
  if (found === undefined) return undefined;
  const row = fromReport(found.report);
  return { ...row, members: await membersOf(graph, row.id) };
}

/** Every copy of every message of it, message after message. */
export async function copies(graph: Graph, id: string): Promise<readonly Copy[]> {
  const campaign = await one(graph, id);
  return campaign === undefined
    ? []
    : copiesOf(
        graph,
        campaign.members.map(({ message }) => message),
      );
}

async function membersOf(graph: Graph, id: string): Promise<readonly Member[]> {
  const rows = await graph.run(queries.campaigns.members, { id, limit: MOST_MEMBERS });
  return rows.map((row) => ({ ...row, action: mailActions.find((action) => action === row.action) ?? 'none' }));
}

const hashOf = (campaign: Campaign): string => digestOf(JSON.stringify(campaign), 32);

/** As properties a hunter reads, and as the JSON the program reads back. */
function fieldsOf(campaign: Campaign, hash: string): Fields {
  const { firstAt, lastAt, messages, recipients, authors, kind, conviction, formerly } = campaign;
  const counts = { firstAt, lastAt, messages, recipients, authors, kind, formerly };
  const convicted = { convictedAt: conviction?.at, convictedBy: conviction?.by, says: conviction?.says };
  return known({ ...counts, ...convicted, hash, report: JSON.stringify({ ...campaign, members: undefined }) });
}
