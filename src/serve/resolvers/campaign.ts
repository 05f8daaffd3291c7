// Campaigns: which messages are one piece of work, why all of it is held, and where its copies are.

import * as campaigns from '../../graph/campaigns.ts';
import * as entities from '../../graph/entities.ts';
import { overTime } from '../../mail/campaign/over-time.ts';
import { placed, tally } from '../../respond/copy-states.ts';
import { connection, paged, type Order } from '../connection.ts';
import { rowOf, type MemberOf } from '../mail-entity.ts';
import type { CampaignMemberResolvers, CampaignResolvers, EmailResolvers, QueryResolvers } from '../schema.gen.ts';

const mostFindings = 100;
const mostIncidents = 50;

export const Query: Pick<QueryResolvers, 'campaign' | 'campaigns'> = {
  campaign: async (_, { id }, { load }) => (await load.campaign.load(id)) ?? null,

  campaigns: (_, page, { graph }) => paged(page, (asked) => campaigns.list(graph, asked), campaigns.cursorOf),
};

const byTime: Order<MemberOf, readonly [number, string]> = {
  name: 'members',
  start: [-Number.MAX_SAFE_INTEGER, ''],
  keyOf: ({ at, message }) => [at, message],
};

export const Campaign: CampaignResolvers = {
  conviction: ({ conviction }) => conviction ?? null,

  members({ id }, page, { load }) {
    const members = load.members.load(id);
    const rows = async ([at, message]: readonly [number, string], limit: number) =>
      (await members).filter((one) => one.at > at || (one.at === at && one.message > message)).slice(0, limit);
    return connection(byTime, { rows, count: async () => (await members).length }, page);
  },

  overTime: async ({ id }, _, { load }) => [...overTime(await load.members.load(id))],

  async places({ id }, _, { graph, load }) {
    const [copies, actions] = await Promise.all([campaigns.copies(graph, id), load.onMail.load({ label: 'Campaign', key: id })]);
    const mails = new Map(
      (await load.mail.loadMany([...new Set(copies.map(({ message }) => message))])).flatMap((mail) =>
        mail === undefined || mail instanceof Error ? [] : [[mail.id, mail.delivery] as const],
      ),
    );
    return tally(placed(copies, ({ message }) => mails.get(message), actions));
  },

  actions: ({ id }, _, { load }) => load.onMail.load({ label: 'Campaign', key: id }),

  async findings({ id }, _, { graph, load }) {
    const entity = await entities.find(graph, 'Campaign', id);
    const ids = entity === undefined ? [] : await entities.findingsOf(graph, entity, mostFindings);
    return (await Promise.all(ids.map((one) => load.finding.load(one)))).filter((finding) => finding !== undefined);
  },

  async incidents({ id }, _, { graph, load }) {
    const entity = await entities.find(graph, 'Campaign', id);
    const ids = entity === undefined ? [] : await entities.incidentsOf(graph, entity, mostIncidents);
    return (await Promise.all(ids.map((one) => load.incident.load(one)))).filter((incident) => incident !== undefined);
  },
};

export const CampaignMember: CampaignMemberResolvers = {
  async copies({ message, campaign }, _, { load }) {
    const [mail, copies, own, shared] = await Promise.all([
      load.mail.load(message),
      load.copies.load(message),
      load.onMail.load({ label: 'Email', key: message }),
      load.onMail.load({ label: 'Campaign', key: campaign }),
    ]);
    return placed(copies, () => mail?.delivery, [...own, ...shared]);
  },

  async email({ message }, _, { load }) {
    const mail = await load.mail.load(message);
    return mail === undefined ? null : rowOf(mail);
  },
};

export const Email: Pick<EmailResolvers, 'campaign'> = {
  async campaign({ key }, _, { load }) {
    const { campaign } = (await load.mail.load(key)) ?? {};
    return campaign === undefined ? null : ((await load.campaign.load(campaign)) ?? null);
  },
};
