// Mail on its way, and links followed out of it.

import type { Instant } from '../../src/model/time.ts';
import type { Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Correspondent, Mailbox } from '../tenant.ts';
import { linkFollowed } from '../wire/m365-link.ts';
import { wholeMessage, type Letter } from '../wire/mail-message.ts';
import { traceRow, type DeliveryStatus, type Passage } from '../wire/message-trace.ts';
import type { World } from '../world.ts';

/** A letter before the servers have had it. */
export interface Delivery extends Pick<Letter, 'at' | 'message' | 'from' | 'to' | 'direction' | 'authentication'> {
  readonly links?: readonly string[];
  /** What it says, where that matters. */
  readonly text?: string;
  readonly replyTo?: string;
  /** What became of it; delivered when left out. */
  readonly status?: DeliveryStatus;
}

/** A mail on its way: a row of the trace for each recipient, and of some the message itself. */
export function deliverMail(world: World, rng: Rng, delivery: Delivery): SeedRecord[] {
  const { tenant, telemetry, calendar } = world;
  const { at, message, from, to, direction, authentication, text, replyTo, links = [], status = 'Delivered' } = delivery;
  const isKept = rng.next() < telemetry.wholeMessages;
  const letter = {
    at,
    message,
    from,
    to,
    direction,
    authentication,
    text,
    replyTo,
    links,
    status,
    held: [rng.int(0, 2), rng.int(1, 4), rng.int(0, 9)] as const,
    passage: rng.hex(16),
    phrases: [rng.int(0, 999), rng.int(0, 999), rng.int(0, 999)] as const,
    shift: calendar.shift,
  };
  return [
    ...(telemetry.messageTrace ? to.map((recipient) => traceRow(tenant, passageTo(delivery, recipient, status))) : []),
    ...(isKept ? [wholeMessage(tenant, letter)] : []),
  ];
}

const passageTo = ({ at, message, from, direction }: Delivery, to: Mailbox | Correspondent, status: DeliveryStatus): Passage => ({
  at,
  message,
  sender: from.address,
  recipient: to.address,
  direction,
  status,
  fromAddress: from.server.address,
  toAddress: 'partner' in to ? to.partner.server.address : null,
});

export interface Click {
  readonly at: Instant;
  readonly session: Session;
  readonly url: string;
  readonly message: Message;
}

/** Safe Links saw somebody follow a link out of a mail. */
export const clickLink = (world: World, rng: Rng, click: Click): SeedRecord[] => [
  linkFollowed(world.tenant, { ...click, id: rng.guid() }),
];
