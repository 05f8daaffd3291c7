// What an address tells of itself, link by link: its host, its way, what is hidden in it. Read once, as several metrics ask.

import { canonicalAddress } from '../ingest/address.ts';
import { looksGenerated } from '../learn/network/generated.ts';
import { base64Text } from './base64.ts';
import { onceOf } from './family-metrics.ts';
import { sharedBy } from './hosting.ts';
import type { Service } from './hosting.ts';
import type { Link } from './link.ts';

export interface UrlFacts {
  readonly isWeb: boolean;
  readonly isAddress: boolean;
  readonly isPunycode: boolean;
  readonly hasPort: boolean;
  readonly hasUser: boolean;
  /** Labels below the registered domain. */
  readonly below: number;
  readonly looksGenerated: boolean;
  readonly service: Service | undefined;
  /** The last piece of the path, in small letters. */
  readonly file: string;
  /** Words of the host and of the path, in small letters. */
  readonly hostWords: readonly string[];
  readonly pathWords: readonly string[];
  /** Of its characters, those that stand as `%41`. */
  readonly encodedShare: number;
  /** A whole address of another host in its query or path. */
  readonly carriesAddress: boolean;
  /** Path, query and fragment as they read when everything is decoded once, base64 too. */
  readonly plain: string;
  readonly fragment: string;
}

const LONGEST = 2_000;

export const factsOf = onceOf((link: Link): UrlFacts => {
  const { host = '', registered = '' } = link;
  const url = host !== '' && URL.canParse(link.url) ? new URL(link.url) : undefined;
  const rest = url === undefined ? '' : `${url.pathname}${url.search}${url.hash}`.slice(0, LONGEST);
  const plain = decoded(rest);
  const isAddress = canonicalAddress(host) !== undefined;
  return {
    isWeb: link.scheme === 'http' || link.scheme === 'https',
    isAddress,
    isPunycode: host.split('.').some((label) => label.startsWith('xn--')),
    hasPort: url !== undefined && url.port !== '',
    hasUser: url !== undefined && (url.username !== '' || url.password !== ''),
    below: registered === '' || isAddress ? 0 : labels(host) - labels(registered),
    looksGenerated: registered !== '' && (looksGenerated(registered) || generatedBelow(host, registered)),
    service: registered === '' ? undefined : sharedBy(host, registered),
    file: url === undefined ? '' : decoded(url.pathname.slice(url.pathname.lastIndexOf('/') + 1).slice(0, 300)).toLowerCase(),
    hostWords: wordsIn(host),
    pathWords: url === undefined ? [] : wordsIn(decoded(url.pathname.slice(0, LONGEST)).toLowerCase()),
    encodedShare: rest === '' ? 0 : ((rest.match(/%[0-9a-f]{2}/gi)?.length ?? 0) * 3) / rest.length,
    carriesAddress: carries(plain, registered),
    plain: `${plain} ${hidden(rest)}`,
    fragment: url === undefined ? '' : `${decoded(url.hash.slice(1, LONGEST))} ${hidden(url.hash.slice(1, LONGEST))}`,
  };
});

const labels = (name: string): number => name.split('.').length;

/** What stands right below the registered name, weighed as if it were one. */
function generatedBelow(host: string, registered: string): boolean {
  const label =
    host
      .slice(0, Math.max(0, host.length - registered.length - 1))
      .split('.')
      .at(-1) ?? '';
  return label !== '' && looksGenerated(`${label}.com`);
}

const wordsIn = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u, 100).filter((word) => word !== '');

/** Decoded as often as redirectors need: twice. */
function decoded(text: string): string {
  const once = decodedOnce(text);
  return once.includes('%') ? decodedOnce(once) : once;
}

/** Runs that decode to no text stay as they are. */
function decodedOnce(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2}){1,700}/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** What stands in base64, or in hexadecimal digits, in it. */
function hidden(text: string): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{8,800}={0,2}/g)?.slice(0, 20) ?? [];
  return runs
    .flatMap((run) => [...run.split('/', 20), run])
    .flatMap((run) => base64Text(run) ?? hexText(run) ?? [])
    .join(' ');
}

function hexText(run: string): string | undefined {
  if (!/^(?:[2-7][0-9a-f]){4,200}$/i.test(run)) return undefined;
  return run.replaceAll(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)));
}

function carries(plain: string, registered: string): boolean {
  const inner = /https?:\/{1,2}([a-z0-9.-]{4,253})/i.exec(plain)?.[1]?.toLowerCase();
  return inner !== undefined && registered !== '' && inner !== registered && !inner.endsWith(`.${registered}`);
}
