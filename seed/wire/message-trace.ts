// A row of Exchange's message trace: one message on its way to one recipient.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Message } from '../message.ts';
import type { Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoSeconds } from './time.ts';

export type Direction = 'inbound' | 'outbound' | 'lateral';
export type DeliveryStatus = 'Delivered' | 'FilteredAsSpam' | 'Quarantined' | 'Failed';

export interface Passage {
  readonly at: Instant;
  readonly message: Message;
  /** Of the envelope. */
  readonly sender: string;
  readonly recipient: string;
  readonly direction: Direction;
  readonly status: DeliveryStatus;
  /** Who handed it over, and to whom it was handed where it left. */
  readonly fromAddress: string;
  readonly toAddress: string | null;
}

export function traceRow(tenant: Tenant, passage: Passage): SeedRecord {
  const at = cutToSecond(passage.at);
  const { message, recipient } = passage;
  // The service names the message; the row is one recipient's.
  const id = `${message.networkMessageId}/${recipient.toLowerCase()}`;
  return lazily({ source: 'email', at, id, feed: 'trace' }, () => ({
    Organization: tenant.initialDomain,
    MessageId: message.internetMessageId,
    Received: isoSeconds(at),
    SenderAddress: passage.sender,
    RecipientAddress: recipient,
    Subject: message.subject,
    Status: passage.status,
    ToIP: passage.toAddress,
    FromIP: passage.fromAddress,
    Size: message.sizeInBytes,
    MessageTraceId: message.networkMessageId,
    Directionality: directions[passage.direction],
  }));
}

const directions: Readonly<Record<Direction, string>> = { inbound: 'Inbound', outbound: 'Outbound', lateral: 'Intra-org' };
