// Takes the address out of what other people's mail filters and redirectors wrapped it in. Nobody is asked: what cannot be
// read from the address itself stays as it is.
//
// A filter's own rewriting says nothing about the link; a redirector's name in a link is lent by whoever wrote it.

import { base64Text } from './base64.ts';

export interface Unwrapped {
  readonly url: URL;
  /** The outermost service. */
  readonly by?: string;
  readonly isProtection: boolean;
  readonly isOpaque: boolean;
}

interface Wrapper {
  readonly name: string;
  /** A mail filter's, not a redirector that everybody may use. */
  readonly isProtection: boolean;
  readonly host: RegExp;
  /** The address in it; '' where it has one that cannot be read, undefined where it has none. */
  read(url: URL): string | undefined;
}

const DEEPEST = 5;

export function unwrapped(url: URL): Unwrapped {
  let [at, by, isProtection]: [URL, string | undefined, boolean] = [url, undefined, false];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const wrapper = wrapperOf(at);
    const inner = wrapper?.read(at);
    if (wrapper === undefined || inner === undefined) break;
    by ??= wrapper.name;
    isProtection ||= wrapper.isProtection;
    const next = inner === '' ? null : parsed(inner);
    if (next === null) return { url: at, by, isProtection, isOpaque: true };
    at = next;
  }
  return by === undefined ? { url: at, isProtection, isOpaque: false } : { url: at, by, isProtection, isOpaque: false };
}

/** Of a name a link says it was wrapped by. */
export const isProtection = (name: string): boolean => WRAPPERS.some((one) => one.isProtection && one.name === name);

function parsed(text: string): URL | null {
  const trimmed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]{0,30}:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

const wrapperOf = (url: URL): Wrapper | undefined => {
  const host = url.hostname;
  return host.length > 253 ? undefined : WRAPPERS.find((one) => one.host.test(host));
};

const query =
  (...names: readonly string[]) =>
  (url: URL): string | undefined => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value !== null && /^(?:https?:|www\.)/i.test(value)) return value;
    }
    return undefined;
  };

/** `https-3A__contoso.test_a` → `https://contoso.test/a`. */
const proofpointV2 = (text: string): string => decoded(text.replaceAll('-', '%').replaceAll('_', '/'));

/** What it replaced by `*` stands at its end, in base64; the address itself is what is asked here, so they stay blanks of one letter. */
const proofpointV3 = (path: string): string | undefined =>
  /^\/v3\/__(https?:\/{1,2}[^\s]{1,3900}?)__;/.exec(path.slice(0, 4_000))?.[1]?.replace(/^(https?:)\/(?!\/)/, '$1//');

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const base64Address = (text: string | null): string | undefined => {
  const plain = base64Text(text ?? '');
  return plain !== undefined && /^https?:/i.test(plain) ? plain : undefined;
};

const filter = (name: string, host: RegExp, read: Wrapper['read']): Wrapper => ({ name, isProtection: true, host, read });
const redirector = (name: string, host: RegExp, read: Wrapper['read']): Wrapper => ({ name, isProtection: false, host, read });
const opaque = (): string => '';

/** `secure--login-contoso-test.translate.goog/a` → `https://secure-login.contoso.test/a`: a hyphen is a dot, two are a hyphen. */
function translated(url: URL): string {
  const name = url.hostname
    .slice(0, -'.translate.goog'.length)
    .split('--')
    .map((part) => part.replaceAll('-', '.'));
  return `https://${name.join('-')}${url.pathname}`;
}

const WRAPPERS: readonly Wrapper[] = [
  filter('Safe Links', /(?:^|\.)safelinks\.protection\.(?:outlook\.(?:com|de)|office365\.us)$/, query('url')),
  filter('Proofpoint', /^urldefense(?:\.proofpoint)?\.com$|^urldefense\.us$/, (url) => {
    if (url.pathname.startsWith('/v3/')) return proofpointV3(decoded(url.pathname + url.search)) ?? '';
    const inner = url.searchParams.get('u');
    return inner === null ? undefined : url.pathname.startsWith('/v1/') ? inner : proofpointV2(inner);
  }),
  filter('Barracuda', /^linkprotect\.cudasvc\.com$/, query('a')),
  filter(
    'Mimecast',
    /(?:^|\.)mimecast(?:protect)?\.com$/,
    (url) => query('url')(url) ?? (url.pathname.startsWith('/s/') ? '' : undefined),
  ),
  filter(
    'Cisco',
    /^secure-web\.cisco\.com$/,
    (url) => /\/(https?%3A.{1,3900})$/i.exec(url.pathname.slice(0, 4_000))?.[1]?.replace(/^.*$/s, decoded) ?? '',
  ),
  filter('Trend Micro', /(?:^|\.)trendmicro\.(?:com|eu)$/, query('url')),
  filter(
    'Sophos',
    /(?:^|\.)protection\.sophos\.com$/,
    (url) => base64Address(url.searchParams.get('u')) ?? url.searchParams.get('d') ?? '',
  ),
  filter('FireEye', /^protect2?\.fireeye\.com$/, query('u')),
  filter('Symantec', /^clicktime\.symantec\.com$/, (url) => query('u')(url) ?? ''),
  filter(
    'Avanan',
    /^(?:url\.avanan\.click|url\.uk\.m\.mimecastprotect\.com)$/,
    (url) => /___(https?:.{1,3900}?)___/.exec(decoded(url.pathname.slice(0, 4_000)))?.[1] ?? '',
  ),
  filter('Hornetsecurity', /(?:^|\.)(?:atpscan\.global|seclinks\.cloud-security)\.(?:hornetsecurity\.com|net)$/, opaque),
  redirector(
    'Google',
    /^(?:www\.|maps\.|images\.|cse\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/,
    (url) => query('q', 'url', 'adurl', 'continue')(url) ?? amp(url),
  ),
  redirector(
    'Google Ads',
    /(?:^|\.)(?:googleadservices\.com|doubleclick\.net|adclick\.g\.doubleclick\.net)$/,
    (url) => query('adurl', 'url', 'ds_dest_url')(url) ?? after(url),
  ),
  redirector('Google', /^notifications\.googleapis\.com$|^(?:www\.)?googlesyndication\.com$/, (url) =>
    query('url', 'adurl')(url),
  ),
  redirector('Google Translate', /\.translate\.goog$/, translated),
  redirector('YouTube', /^(?:www\.|m\.)?youtube\.com$/, (url) => (url.pathname === '/redirect' ? query('q')(url) : undefined)),
  redirector('Bing', /(?:^|\.)bing\.com$/, (url) =>
    url.pathname.startsWith('/ck/') ? base64Address(url.searchParams.get('u')?.slice(2) ?? null) : query('url')(url),
  ),
  redirector('Yahoo', /(?:^|\.)(?:search|r)\.yahoo\.com$/, (url) =>
    /\/RU=([^/]{1,3900})\//.exec(url.pathname.slice(0, 4_000))?.[1]?.replace(/^.*$/s, decoded),
  ),
  redirector('DuckDuckGo', /^duckduckgo\.com$/, query('uddg')),
  redirector('Baidu', /^(?:www\.)?baidu\.com$/, (url) => (url.pathname === '/link' ? (query('url')(url) ?? '') : undefined)),
  redirector('Yandex', /(?:^|\.)yandex\.(?:ru|com|net)$/, query('url')),
  redirector('Facebook', /^(?:l|lm|www)\.(?:facebook|instagram|messenger)\.com$/, query('u')),
  redirector('LinkedIn', /^(?:www\.)?linkedin\.com$/, (url) =>
    url.pathname.startsWith('/slink') ? '' : query('url', 'session_redirect')(url),
  ),
  redirector('VK', /^(?:m\.|away\.)?vk\.com$/, query('to')),
  redirector('Slack', /^slack-redir\.net$/, query('url')),
  redirector('Adobe Campaign', /^t(?:-info)?\.[a-z0-9-]{1,63}\.adobe\.com$/, query('p1')),
];

/** `google.com/amp/s/contoso.test/a`. */
const amp = (url: URL): string | undefined => {
  const inner = /^\/amp\/(s\/)?(.{4,3900})$/.exec(url.pathname.slice(0, 4_000));
  return inner === null ? undefined : `http${inner[1] === undefined ? '' : 's'}://${inner[2] ?? ''}`;
};

/** What follows a `?` as a whole address: `…/clk;1?https://contoso.test`. */
const after = (url: URL): string | undefined => /[?;](https?:\/\/.{4,3900})$/i.exec(url.href.slice(0, 4_000))?.[1];
