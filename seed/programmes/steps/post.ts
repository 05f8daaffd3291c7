// Mail on its way: from strangers, to partners, among colleagues; and links followed.

import { minutes, seconds } from '../../../src/model/time.ts';
import { clickLink, deliverMail, type Delivery } from '../../acts/mail.ts';
import { mailboxAct } from '../../acts/mailbox.ts';
import type { Message } from '../../message.ts';
import type { Session } from '../../session.ts';
import type { Correspondent, Mailbox, SharedMailbox } from '../../tenant.ts';
import { mailItem, mailOpened, type MailClient } from '../../wire/m365-mailbox.ts';
import type { Act } from '../programme.ts';
import type { Sender } from '../inventions.ts';

type Rest = Pick<Delivery, 'links' | 'text' | 'replyTo' | 'status'>;

/** From outside. Nothing where mail is not traced. */
export const arrives =
  (message: Message, from: Sender, to: readonly Mailbox[], authentication: Delivery['authentication'], rest: Rest): Act =>
  (world, at, rng) =>
    deliverMail(world, rng, { at, message, from, to, direction: 'inbound', authentication, ...rest });

/** The mail is opened, and its link followed half a minute later. */
export const opensAndClicks =
  (session: Session, mailbox: Mailbox, message: Message, url: string, client: MailClient): Act =>
  (world, at, rng) => [
    mailOpened(world.tenant, mailboxAct(rng, at, session, mailbox, client), '\\Inbox', [message]),
    ...clickLink(world, rng, { at: at + seconds(rng.int(8, 95)), session, url, message }),
  ];

export interface Sending {
  readonly message: Message;
  readonly to: readonly (Mailbox | Correspondent)[];
  /** Another's mailbox it is sent as. */
  readonly as?: SharedMailbox;
  readonly client?: MailClient;
  readonly rest?: Rest;
}

/** Written and sent, handed over from where the session is. */
export const sends =
  (session: Session, { message, to, as, client = 'web', rest = {} }: Sending): Act =>
  (world, at, rng) => {
    const mailbox = as ?? session.person.mailbox;
    const act = (when: number) => mailboxAct(rng, when, session, mailbox, client);
    const drafted = rng.chance(0.2)
      ? [mailItem(world.tenant, act(at - minutes(rng.between(1, 7))), 'Create', '\\Drafts', message)]
      : [];
    const sent = mailItem(world.tenant, act(at), as === undefined ? 'Send' : 'SendAs', '\\Sent Items', message);
    const from = { ...message.from, server: session.place };
    const delivery = { at: at + seconds(rng.between(1, 5)), message, from, authentication: 'pass', ...rest } as const;
    return [...drafted, sent, ...delivers(delivery, to)(world, at, rng)];
  };

/** To colleagues and outside; of a mail to both one copy is kept, not two. */
function delivers(delivery: Omit<Delivery, 'to' | 'direction'>, to: Sending['to']): Act {
  const inside = to.filter((recipient): recipient is Mailbox => !('partner' in recipient));
  const outside = to.filter((recipient): recipient is Correspondent => 'partner' in recipient);
  return (world, _, rng) => {
    const lateral = inside.length === 0 ? [] : deliverMail(world, rng, { ...delivery, to: inside, direction: 'lateral' });
    const outbound = outside.length === 0 ? [] : deliverMail(world, rng, { ...delivery, to: outside, direction: 'outbound' });
    const kept = new Set(lateral.map(({ id }) => id));
    return [...lateral, ...outbound.filter(({ id }) => !kept.has(id))];
  };
}
