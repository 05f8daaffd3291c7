// Messages: what was said of each, what stands in it, who has it, and what was done.

import * as entities from '../../graph/entities.ts';
import * as mails from '../../graph/mails.ts';
import type { KeptMail } from '../../graph/mails.ts';
import { partiesOf } from '../../mail/shown-letter.ts';
import type { Action } from '../../model/action.ts';
import { placed } from '../../respond/copy-states.ts';
import { paged } from '../connection.ts';
import type { Context } from '../context.ts';
import { ofEveryEntity } from '../every-entity.ts';
import { rowOf, whole, type MailEntity } from '../mail-entity.ts';
import { refuseReader } from '../roles.ts';
import type {
  EmailResolvers,
  LetterResolvers,
  MailDelivery,
  MailDirection,
  MailHopResolvers,
  QueryResolvers,
} from '../schema.gen.ts';

const mostCopies = 1_000;

export const Query: Pick<QueryResolvers, 'email' | 'emails'> = {
  async email(_, { id }, { graph }) {
    const found = await entities.find(graph, 'Email', id);
    if (found !== undefined) return found;
    const kept = await mails.one(graph, id);
    return kept === undefined ? null : ((await entities.find(graph, 'Email', kept.id)) ?? null);
  },

  async emails(_, { least, ...page }, { graph, load }) {
    const asked = typeof least === 'number' ? { least } : {};
    const { edges, pageInfo } = await paged(page, (place) => mails.list(graph, { ...place, ...asked }), mails.cursorOf);
    for (const { node } of edges) load.mail.prime(node.id, node);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: rowOf(node) })), pageInfo };
  },
};

const kept = ({ key }: MailEntity, { load }: Context): Promise<KeptMail | undefined> => load.mail.load(key);

export const Email: Omit<EmailResolvers, 'campaign'> = {
  firstAt: async (it, _, context) => ofEveryEntity.firstAt(await whole(it, context), _, context),
  lastAt: async (it, _, context) => ofEveryEntity.lastAt(await whole(it, context), _, context),
  habits: async (it, asked, context) => ofEveryEntity.habits(await whole(it, context), asked, context),
  patternOfLife: async (it, _, context) => ofEveryEntity.patternOfLife(await whole(it, context), _, context),
  findings: async (it, _, context) => ofEveryEntity.findings(await whole(it, context), _, context),
  incidents: async (it, _, context) => ofEveryEntity.incidents(await whole(it, context), _, context),
  events: async (it, asked, context) => ofEveryEntity.events(await whole(it, context), asked, context),

  message: ({ key }) => key,
  at: async (it, _, context) => (await kept(it, context))?.at ?? null,
  subject: async (it, _, context) => (await kept(it, context))?.subject ?? null,
  async from(it, _, context) {
    const mail = await kept(it, context);
    return mail?.author ?? (mail?.sender || null);
  },
  sender: async (it, _, context) => (await kept(it, context))?.sender || null,
  to: async (it, _, context) => (await kept(it, context))?.recipients ?? [],
  recipientCount: async (it, _, context) => (await kept(it, context))?.recipients.length ?? 0,
  // The words are those of the event, which has no others.
  direction: async (it, _, context) => ((await kept(it, context))?.direction ?? 'unknown') as MailDirection,
  delivery: async (it, _, context) => ((await kept(it, context))?.delivery ?? 'unknown') as MailDelivery,
  async authentication(it, _, context) {
    const { spf = null, dkim = null, dmarc = null } = (await kept(it, context)) ?? {};
    return { spf, dkim, dmarc };
  },
  files: async (it, _, context) => (await kept(it, context))?.attachments ?? [],
  judgement: async (it, _, context) => (await kept(it, context))?.judged ?? null,

  async letter(it, _, context) {
    refuseReader(context.viewer);
    const { event = '' } = (await kept(it, context)) ?? {};
    if (event === '') return null;
    await context.openings.opened(context.viewer.name, it.key);
    return (await context.load.letter.load(event)) ?? null;
  },

  async copies(it, _, context) {
    const [mail, copies, actions] = await Promise.all([
      kept(it, context),
      context.load.copies.load(it.key),
      actionsOn(it, context),
    ]);
    return placed(copies.slice(0, mostCopies), () => mail?.delivery, actions);
  },

  actions: (it, _, context) => actionsOn(it, context),

  async incident(it, _, context) {
    const [first] = await entities.incidentsOf(context.graph, await whole(it, context), 1);
    return first === undefined ? null : ((await context.load.incident.load(first)) ?? null);
  },
};

/** Those on it and on its campaign, the newest first. */
async function actionsOn(it: MailEntity, context: Context): Promise<readonly Action[]> {
  const { campaign } = (await kept(it, context)) ?? {};
  const refs = [
    { label: 'Email', key: it.key } as const,
    ...(campaign === undefined ? [] : [{ label: 'Campaign', key: campaign } as const]),
  ];
  const found = (await Promise.all(refs.map((ref) => context.load.onMail.load(ref)))).flat();
  return found.sort((a, b) => b.proposedAt - a.proposedAt || (a.id < b.id ? -1 : 1));
}

export const Letter: LetterResolvers = {
  from: ({ message }) => partiesOf(message).from,
  replyTo: ({ message }) => message.replyTo,
  to: ({ message }) => message.to,
  cc: ({ message }) => message.cc,
  subject: ({ message }) => message.subject,
  writtenAt: ({ message }) => message.written ?? null,
  html: ({ html }) => html ?? null,
  size: ({ message }) => message.size,
};

export const MailHop: MailHopResolvers = {
  encrypted: ({ isEncrypted }) => isEncrypted,
};
