// Where a message came in from and when, out of its Received headers.
//
// Each server writes its own on top: the topmost are the receiver's, the rest is what the sender says. The first address
// from outside the receiver's own machines is the one that knocked. What the lines say is told as they say it; a server
// may write into its own line what it likes, and forged ones look like any other.

import { canonicalAddress, isPrivateAddress, isServiceAddress } from '../address.ts';
import { instantProblem } from '../instant.ts';
import { known } from '../known.ts';
import { messageDate } from '../message-date.ts';
import type { Instant } from '../../model/time.ts';

export interface Hops {
  /** When the last server took it. */
  readonly at?: Instant;
  readonly address?: string;
  readonly isService: boolean;
}

/** One server's line. */
export interface Hop {
  readonly at?: Instant;
  /** The name whoever connected gave of itself, and the one its address has in the server's eyes; small letters. */
  readonly from?: string;
  readonly reverse?: string;
  /** The server looked for that name and found none. */
  readonly isNameless?: true;
  readonly address?: string;
  readonly by?: string;
  /** `esmtps`, `http` … in small letters. */
  readonly protocol?: string;
  /** The line says the connection was encrypted. Absent where it says nothing of it. */
  readonly isEncrypted?: true;
}

/** Real mail passes ten servers; a loop adds a hundred. */
export const MOST_HOPS = 100;
const LONGEST_HOP = 2_000;

export function hopsOf(received: readonly string[]): Hops {
  const hops = received.slice(0, MOST_HOPS).map(hopIn);
  const at = hops.find((hop) => hop.at !== undefined)?.at;
  const addresses = hops.flatMap((hop) => hop.address ?? []);
  const address =
    addresses.find((it) => !isPrivateAddress(it) && !isServiceAddress(it)) ?? addresses.find((it) => !isPrivateAddress(it));
  return {
    ...(at === undefined ? {} : { at }),
    ...(address === undefined ? {} : { address }),
    isService: address !== undefined && isServiceAddress(address),
  };
}

const LOOPBACK = /^(?:127\.|::1$)/;

/** The line of whoever knocked from outside the receiver's own machines; a service's stands in where there is no other. */
export function outsideHop(hops: readonly Hop[]): Hop | undefined {
  const outside = hops.filter(({ address }) => address !== undefined && !isPrivateAddress(address) && !LOOPBACK.test(address));
  return outside.find(({ address }) => !isServiceAddress(address ?? '')) ?? outside[0];
}

/** `from HELO (reverse.example [203.0.113.9]) by mx.example with ESMTPS id 1 for <a@b>; DATE`, and what others make of it. */
export function hopIn(received: string): Hop {
  const text = received.slice(0, LONGEST_HOP);
  const clauses = clausesOf(text);
  const from = clauses.get('from');
  // qmail: `from unknown (HELO name) (203.0.113.9)`; Exim: `from reverse ([203.0.113.9] helo=name)`.
  const helo = /^\W?(?:helo|ehlo)[ =]\[?([^\s()[\]]{1,255})|\shelo=\[?([^\s()[\]]{1,255})/i.exec(from?.comment ?? '');
  const stated = hostIn(helo?.[1] ?? helo?.[2] ?? from?.word);
  const reverse = helo === null ? hostIn(/^\(([^\s()[\]]{1,255})\s+\[/.exec(from?.comment ?? '')?.[1]) : hostIn(from?.word);
  // `with Microsoft SMTP Server (version=TLS1_2, …)`
  const protocol = clauses
    .get('with')
    ?.word.toLowerCase()
    .replace(/^microsoft$/, 'smtp');
  const secrecy = `${clauses.get('with')?.comment ?? ''} ${clauses.get('by')?.comment ?? ''} ${from?.comment ?? ''}`;
  return known({
    at: believable(messageDate(text.slice(text.lastIndexOf(';') + 1))),
    from: stated,
    reverse: reverse === 'unknown' || canonicalAddress(reverse) !== undefined ? undefined : reverse,
    isNameless: reverse === 'unknown' ? (true as const) : undefined,
    address: fromIn(text),
    by: hostIn(clauses.get('by')?.word),
    protocol,
    isEncrypted: ENCRYPTED.test(protocol ?? '') || /\b(?:TLS|SSL)v?[\d_]/i.test(secrecy) ? (true as const) : undefined,
  });
}

const ENCRYPTED = /^(?:(?:utf8)?e?smtpsa?|lmtpsa?|https|mapi)$/;

/** Host or address literal in small letters, without brackets or the dot of the root. */
function hostIn(word: string | undefined): string | undefined {
  const host = word
    ?.toLowerCase()
    .replace(/^\[(?:ipv6:)?|\]$/g, '')
    .replace(/\.$/, '');
  return host === undefined || host === '' ? undefined : host.slice(0, LONGEST_HOST);
}

const LONGEST_HOST = 255;

/** A clause's first word, and the comments in it. */
interface Clause {
  readonly word: string;
  comment: string;
}

const CLAUSES: ReadonlySet<string> = new Set(['from', 'by', 'with', 'via', 'id', 'for']);

// The first of each clause; comments may nest, and hold the words that begin clauses.
function clausesOf(text: string): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  let [name, depth, current]: [string | undefined, number, Clause | undefined] = [undefined, 0, undefined];
  for (const [token] of text.matchAll(/[()]|[^\s();]+|;|\s+/g)) {
    if (token === '(') depth++;
    if (depth > 0 && current !== undefined) current.comment += token;
    if (token === ')' && depth > 0) depth--;
    if (depth > 0 || token === ')' || token.trim() === '') continue;

    if (CLAUSES.has(token.toLowerCase())) [name, current] = [token.toLowerCase(), undefined];
    else if (name !== undefined) {
      current = { word: token, comment: '' };
      if (clauses.has(name)) current = undefined;
      else clauses.set(name, current);
      name = undefined;
    }
  }
  return clauses;
}

/** `from mail.example ([203.0.113.9]) by …`: the address of whoever connected, not of whoever took it. */
function fromIn(hop: string): string | undefined {
  const from = /\bfrom\b(.*?)(?:\bby\b|$)/is.exec(hop)?.[1] ?? '';
  const candidates = [...from.matchAll(/(?<!helo=)[[(](?:IPv6:)?([0-9a-f.:]{3,45})(?::\d+)?[\])]/gi)].map(([, text]) =>
    canonicalAddress(text),
  );
  return candidates.findLast((it) => it !== undefined);
}

/** A date nobody believes is none: it must neither refuse a message nor put it before everything else. */
export const believable = (at: Instant | undefined): Instant | undefined =>
  at !== undefined && instantProblem(at) === undefined ? at : undefined;
