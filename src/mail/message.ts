// A message as the mail room knows it: who, to whom, by what way, and what is in it, as plain values.
//
// All of it was written by somebody, most of it by the sender. Nothing here is a verdict, and nothing is fetched.

import type { Headers } from '../ingest/email/headers.ts';
import type { Hop } from '../ingest/email/received.ts';
import type { AttachmentFound } from '../ingest/message-record.ts';
import type { Mail } from '../model/event.ts';
import type { Instant } from '../model/time.ts';

/** A name and an address out of a header. */
export interface Party {
  /** Folded to small letters; empty where the header names nobody. */
  readonly address: string;
  /** As it is shown to people: decoded, not folded. */
  readonly name: string;
  /** What stands behind the @; empty where there is none. */
  readonly domain: string;
  /** What somebody registered of it: `contoso.co.uk`. */
  readonly registered?: string;
}

/** What is known of who really sent it. */
export interface Authentication {
  /** By whom: checked here anew, told by the tenant's own server, or nobody who can be trusted. */
  readonly by: 'us' | 'receiver' | 'nobody';
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  readonly arc?: string;
  readonly compauth?: string;
  /** Domains that SPF and DKIM passed for. */
  readonly spfDomain?: string;
  readonly dkimDomains: readonly string[];
  /** SPF or DKIM passed for the domain the author writes from, or one registered with it. */
  readonly isAligned: boolean;
  /** `Authentication-Results` that nobody we believe wrote. */
  readonly unbelieved?: number;
}

export interface MessageFile {
  readonly name: string;
  /** In small letters, without the dot; empty where there is none. */
  readonly extension: string;
  readonly declaredType: string;
  readonly size: number;
  readonly sha256: string;
  readonly isInline: boolean;
  readonly found?: AttachmentFound;
}

export interface Message {
  /** Internet message id without angle brackets; empty where it has none. */
  readonly id: string;
  readonly direction: Mail['direction'];
  /** When the last server took it, else when it says it was written. */
  readonly at?: Instant;
  /** The `Date` header, where it is one. */
  readonly written?: Instant;
  /** The first `From`. */
  readonly author?: Party;
  /** The `Sender` header, and the envelope's sender. */
  readonly sender?: Party;
  readonly envelope?: Party;
  readonly replyTo: readonly Party[];
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  readonly bcc: readonly Party[];
  /** Addresses of all of them, sorted. */
  readonly recipients: readonly string[];
  readonly headers: Headers;
  /** Names of the headers in the order of the message, as written. */
  readonly headerNames: readonly string[];
  /** One server's line each, the last server's first; the first 100. */
  readonly hops: readonly Hop[];
  readonly authentication: Authentication;
  readonly subject: string;
  /** The plain part; empty where there is none. */
  readonly text: string;
  readonly html?: string;
  readonly files: readonly MessageFile[];
  /** Bytes. */
  readonly size: number;
  readonly defects: readonly string[];
}
