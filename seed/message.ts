// A mail as the logs know it: ids, sender, subject, size, and which conversation
// it belongs to. Its words are made by whoever delivers it.

import { regions } from './network.ts';
import type { Rng } from './random.ts';
import type { Mailbox, SharedMailbox } from './tenant.ts';

export interface Message {
  /** `<…>`: what every server on the way and every reader calls it. */
  readonly internetMessageId: string;
  /** Exchange's own name for it, the same in the message trace and in alerts. */
  readonly networkMessageId: string;
  /** The part of an item id that is the item's own. */
  readonly key: string;
  readonly subject: string;
  readonly sizeInBytes: number;
  /** Names and sizes, as the audit log lists them. */
  readonly attachments?: string;
  readonly from: Address;
  /** The same for every mail of a conversation. */
  readonly thread: string;
  /** Message id of the mail this one answers. */
  readonly inReplyTo?: string;
}

export interface Address {
  readonly address: string;
  readonly displayName: string;
}

/** A person, or a shared mailbox. */
export type Writer = { readonly mailbox: Mailbox; readonly displayName: string } | SharedMailbox;

/** A mail written here, named after the server that took it. */
export function internalMessage(rng: Rng, from: Writer, subject: string): Message {
  const { server, address } = 'mailbox' in from ? from.mailbox : from;
  const name = `<${server}${rng.hex(26).toUpperCase()}@${server}.${forestOf(server)}>`;
  return messageOf(rng, name, { address, displayName: from.displayName }, subject);
}

/** A mail that came from outside; a `Correspondent` is an address. */
export const externalMessage = (rng: Rng, from: Address, subject: string): Message =>
  messageOf(rng, `<${rng.hex(8)}.${rng.hex(12)}@mail.${domainOf(from.address)}>`, from, subject);

/** The same conversation goes on; what it quotes makes it longer. */
export const asReply = (answer: Message, to: Message): Message => ({
  ...answer,
  subject: answering(to.subject),
  sizeInBytes: Math.min(answer.sizeInBytes + Math.round(to.sizeInBytes * 0.6), 4_000_000),
  thread: to.thread,
  inReplyTo: to.internetMessageId,
});

export const withAttachment = (message: Message, name: string, sizeInBytes: number): Message => ({
  ...message,
  sizeInBytes: message.sizeInBytes + sizeInBytes,
  attachments: `${name} (${sizeInBytes}b)`,
});

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const answering = (subject: string): string => (subject.startsWith('RE: ') ? subject : `RE: ${subject.replace(/^FW: /, '')}`);

function messageOf(rng: Rng, internetMessageId: string, from: Address, subject: string): Message {
  return {
    internetMessageId,
    networkMessageId: rng.guid(),
    key: rng.base64(6),
    subject,
    sizeInBytes: Math.round(rng.lognormal(38_000, 0.9)),
    from: { address: from.address, displayName: from.displayName },
    thread: rng.hex(32).toUpperCase(),
  };
}

/** Where servers of that name stand, by the name's beginning. */
const forests = new Map(
  Object.values(regions).flatMap(({ servers, forest }) =>
    servers.map((server): [string, string] => [server, forest.replace(/A\d{3}(?=\.)/, '')]),
  ),
);

function forestOf(server: string): string {
  const known = forests.get(server.replace(/MB\d+$/, ''));
  if (known === undefined) throw new Error(`no region has a mailbox server called ${server}`);
  return known;
}
