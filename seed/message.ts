// A mail as the audit log knows it: ids, subject, size. Never its words.

import type { Rng } from './random.ts';
import type { Mailbox } from './tenant.ts';

export interface Message {
  readonly internetMessageId: string;
  /** The part of an item id that is the item's own. */
  readonly key: string;
  readonly subject: string;
  readonly sizeInBytes: number;
  readonly attachments?: string;
}

/** A mail written here, named after the server that took it. */
export function internalMessage(rng: Rng, from: Mailbox, subject: string): Message {
  const tail = rng.hex(26).toUpperCase();
  return messageOf(rng, `<${from.server}${tail}@${from.server}.AUSP282.PROD.OUTLOOK.COM>`, subject);
}

/** A mail that came from outside. */
export const externalMessage = (rng: Rng, domain: string, subject: string): Message =>
  messageOf(rng, `<${rng.hex(8)}.${rng.hex(12)}@mail.${domain}>`, subject);

export const withAttachment = (message: Message, name: string, sizeInBytes: number): Message => ({
  ...message,
  sizeInBytes: message.sizeInBytes + sizeInBytes,
  attachments: `${name} (${sizeInBytes}b)`,
});

const messageOf = (rng: Rng, internetMessageId: string, subject: string): Message => ({
  internetMessageId,
  key: rng.base64(6),
  subject,
  sizeInBytes: Math.round(rng.lognormal(38_000, 0.9)),
});
