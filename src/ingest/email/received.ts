// Where a message came in from and when, out of its Received headers.
//
// Each server writes its own on top: the topmost are the receiver's, the rest is what the sender says. The first address
// from outside the receiver's own machines is the one that knocked.

import { canonicalAddress, isPrivateAddress, isServiceAddress } from '../address.ts';
import { instantProblem } from '../instant.ts';
import { messageDate } from '../message-date.ts';
import type { Instant } from '../../model/time.ts';

export interface Hops {
  /** When the last server took it. */
  readonly at?: Instant;
  readonly address?: string;
  readonly isService: boolean;
}

/** Real mail passes ten servers; a loop adds a hundred. */
const MOST_HOPS = 100;
const LONGEST_HOP = 2_000;

export function hopsOf(received: readonly string[]): Hops {
  const hops = received.slice(0, MOST_HOPS).map((hop) => hop.slice(0, LONGEST_HOP));
  const at = hops.map((hop) => believable(messageDate(hop.slice(hop.lastIndexOf(';') + 1)))).find((it) => it !== undefined);
  const addresses = hops.flatMap((hop) => fromIn(hop) ?? []);
  const address =
    addresses.find((it) => !isPrivateAddress(it) && !isServiceAddress(it)) ?? addresses.find((it) => !isPrivateAddress(it));
  return {
    ...(at === undefined ? {} : { at }),
    ...(address === undefined ? {} : { address }),
    isService: address !== undefined && isServiceAddress(address),
  };
}

/** `from mail.example ([203.0.113.9]) by …`: the address of whoever connected, not of whoever took it. */
function fromIn(hop: string): string | undefined {
  const from = /\bfrom\b(.*?)(?:\bby\b|$)/is.exec(hop)?.[1] ?? '';
  const candidates = [...from.matchAll(/[[(](?:IPv6:)?([0-9a-f.:]{3,45})(?::\d+)?[\])]/gi)].map(([, text]) =>
    canonicalAddress(text),
  );
  return candidates.findLast((it) => it !== undefined);
}

/** A date nobody believes is none: it must neither refuse a message nor put it before everything else. */
export const believable = (at: Instant | undefined): Instant | undefined =>
  at !== undefined && instantProblem(at) === undefined ? at : undefined;
