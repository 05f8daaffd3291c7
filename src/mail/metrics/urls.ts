// Where a message leads, and what its addresses are like. Forms, attachments and QR codes lead somewhere too.
//
// Hosts are counted by what somebody registered. What a link shows is compared with where it goes; where that cannot be
// read from the address, as with shortened ones, it is said so and nobody is asked.

import { metricsOf, onceOf, share } from '../family-metrics.ts';
import type { Service } from '../hosting.ts';
import type { Link } from '../link.ts';
import { addressesIn } from '../links.ts';
import type { Message } from '../message.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';
import { isProtection } from '../unwrapped.ts';
import { factsOf } from '../url-facts.ts';
import type { UrlFacts } from '../url-facts.ts';

const { flag, count, share: shareOf, list, text } = metricsOf('urls', 'html');
const ofFiles = metricsOf('urls', 'files');
const ofTenant = metricsOf('urls', 'tenant');

const SERVICES: Readonly<Record<Service, string>> = {
  shortener: 'it leads to a shortened address',
  pages: 'it leads to where anybody puts up a page',
  forms: 'it leads to where anybody puts up a form',
  files: 'it leads to where anybody puts up a file',
  messenger: 'it leads into a messenger',
};

export const urls: readonly Metric[] = [
  count('count', 'addresses it leads to by, all of them', ({ links, page }) => Math.max(links.length, page?.anchorCount ?? 0)),
  count('different', 'different addresses', ({ links }) => new Set(links.map(({ url }) => url)).size),
  list('hosts', 'hosts it leads to', (reading) =>
    [...new Set(web(reading).map(({ host = '' }) => host))].sort().slice(0, MOST_LISTED),
  ),
  list('domains', 'registered domains it leads to, or hosts where nothing is registered', (reading) =>
    [...domains(reading)].sort().slice(0, MOST_LISTED),
  ),
  count('domain-count', 'registered domains it leads to', (reading) => domains(reading).size),

  // Against what is shown, and who writes.
  flag(
    'shown-host-differs',
    'a link shows one address and leads to another registered domain',
    (reading) => lying(reading).length > 0,
  ),
  count(
    'shown-host-differs-count',
    'links that show one address and lead to another registered domain',
    (reading) => lying(reading).length,
  ),
  list('shown-hosts', 'what those links show', (reading) =>
    [...new Set(lying(reading).map(({ shownHost = '' }) => shownHost))].sort().slice(0, MOST_LISTED),
  ),
  flag('shown-host-is-authors', 'a link shows an address of the author’s and leads elsewhere', (reading) =>
    lying(reading).some(({ shownHost }) => isUnder(shownHost ?? '', reading.message.author?.registered)),
  ),
  flag('none-to-author', 'it leads to web pages, and to none of the author’s registered domain', (reading) => {
    const [home, all] = [reading.message.author?.registered, shownWeb(reading)];
    return home === undefined || all.length === 0 ? undefined : !all.some((link) => domainOf(link) === home);
  }),
  shareOf('author-share', 'share of the links to web pages that lead to the author’s registered domain', (reading) => {
    const all = shownWeb(reading);
    return share(all.filter((link) => domainOf(link) === reading.message.author?.registered).length, all.length);
  }),
  shareOf('main-domain-share', 'share of the links to web pages that lead to the domain most of them lead to', (reading) =>
    most(shownWeb(reading).map(domainOf)),
  ),
  shareOf('main-address-share', 'share of the links to web pages that are the same address', (reading) =>
    most(shownWeb(reading).map(({ url }) => url)),
  ),
  flag('all-to-one-stranger', 'all links to web pages lead to one domain, and that is not the author’s', (reading) => {
    const to = new Set(shownWeb(reading).map(domainOf));
    return to.size === 1 && !to.has(reading.message.author?.registered ?? '');
  }),
  flag(
    'mail-to-stranger',
    'a link that writes a mail writes to another registered domain than the author’s',
    ({ links, message }) => links.some((link) => link.scheme === 'mailto' && writesElsewhere(link, message)),
  ),

  // How the host is named.
  any('address-host', 'a host is an address of numbers', ({ isAddress }) => isAddress),
  any('punycode', 'a host is written in punycode', ({ isPunycode }) => isPunycode),
  any('port', 'a port is named', ({ hasPort }) => hasPort),
  any('user-info', 'something stands before an @ in front of the host', ({ hasUser }) => hasUser),
  count('subdomains', 'labels below a registered domain, at most', (reading) => largest(reading, ({ below }) => below)),
  any('looks-generated', 'a host’s name looks as if a program made it', ({ looksGenerated }) => looksGenerated),
  count('host-hyphens', 'hyphens in a host, at most', (reading) =>
    greatest(web(reading), ({ host = '' }) => host.split('-').length - 1),
  ),
  shareOf('host-digits-share', 'share of the characters of a host that are digits, at most', (reading) =>
    reading.links.length === 0
      ? undefined
      : greatest(
          web(reading).filter((link) => !factsOf(link).isAddress),
          ({ host = '' }) => share(host.match(/\d/g)?.length ?? 0, host.length) ?? 0,
        ),
  ),
  any('host-asks-login', 'a host’s name speaks of signing in, verifying or security', ({ hostWords }) =>
    hostWords.some(isLoginWord),
  ),

  // How the rest is written.
  any('path-asks-login', 'a path speaks of signing in, verifying or accounts', ({ pathWords }) => pathWords.some(isLoginWord)),
  count('longest', 'characters of the longest address', ({ links }) => greatest(links, ({ url }) => url.length)),
  shareOf('encoded-share', 'share of an address that is encoded characters, at most', (reading) =>
    web(reading).length === 0 ? undefined : largest(reading, ({ encodedShare }) => Math.min(1, encodedShare)),
  ),
  any('carries-address', 'an address carries another one of another domain in it', ({ carriesAddress }) => carriesAddress),
  flag('carries-recipient', 'an address names a recipient, plainly or in base64', (reading) =>
    naming(reading, ({ plain }) => plain),
  ),
  flag('fragment-names-recipient', 'an address names a recipient behind its #, where no server sees it', (reading) =>
    naming(reading, ({ fragment }) => fragment),
  ),
  any('content-folder', 'it leads into a folder where a site keeps its parts, not its pages', ({ plain }) => CONTENT.test(plain)),
  any('leads-to-program', 'it leads to a file that runs', ({ file }) => PROGRAM.test(file)),
  any('leads-to-archive', 'it leads to an archive or a disk image', ({ file }) => ARCHIVE.test(file)),
  any('leads-to-document', 'it leads to a document', ({ file }) => DOCUMENT.test(file)),
  any('leads-to-page-file', 'it leads to a page by the name of its file', ({ file }) =>
    /\.(?:html?|php\d?|aspx?|jsp|cgi)$/.test(file),
  ),
  shareOf('plain-http-share', 'share of the links to web pages that are not encrypted', (reading) =>
    share(web(reading).filter(({ scheme }) => scheme === 'http').length, web(reading).length),
  ),

  // Whose host it is.
  ...(['shortener', 'pages', 'forms', 'files', 'messenger'] as const).map((service) =>
    any(`to-${service}`, SERVICES[service], (facts) => facts.service === service),
  ),
  shareOf(
    'free-hosting-share',
    'share of the links to web pages that lead to where anybody puts up a page, a form or a file',
    (reading) => share(web(reading).filter((link) => isFree(factsOf(link).service)).length, web(reading).length),
  ),
  any(
    'to-consent',
    'it leads to where an application asks for rights over an account',
    ({ plain }) => CONSENT.test(plain) && /[?&]client_id=/i.test(plain),
  ),
  any(
    'to-device-login',
    'it leads to where a code shown elsewhere is typed in to sign a device in',
    ({ plain, hostWords }) => DEVICE_LOGIN.test(plain) && DEVICE_HOSTS.some((word) => hostWords.includes(word)),
  ),
  any(
    'ipfs',
    'it leads to a file in IPFS',
    ({ plain, hostWords }) => hostWords.includes('ipfs') || /\/ip[fn]s\/[a-z0-9]{40,}/i.test(plain),
  ),
  flag('protected', 'a mail filter had rewritten links', ({ links }) =>
    links.some(({ wrappedBy = '' }) => isProtection(wrappedBy)),
  ),
  flag('redirected', 'a link goes through a redirector of a well-known service', ({ links }) =>
    links.some(({ wrappedBy }) => wrappedBy !== undefined && !isProtection(wrappedBy)),
  ),
  list('wrapped-by', 'services that had rewritten links, or that they go through', ({ links }) =>
    [...new Set(links.flatMap(({ wrappedBy }) => wrappedBy ?? []))].sort(),
  ),
  flag('opaque', 'where a link leads cannot be read from its address', ({ links }) =>
    links.some((link) => link.isOpaque === true || (link.host !== undefined && factsOf(link).service === 'shortener')),
  ),

  // What a link does.
  flag('script', 'a link runs a script', ({ links }) =>
    links.some(({ scheme }) => scheme === 'javascript' || scheme === 'vbscript'),
  ),
  flag('data', 'a link holds its page itself', ({ links }) => links.some(({ scheme }) => scheme === 'data' || scheme === 'blob')),
  flag('opens-program', 'a link opens a program or a file share', ({ links }) =>
    links.some(({ scheme, url }) => OPENS.test(scheme) || /^\\\\[^\\]/.test(url)),
  ),
  count(
    'telephone',
    'links that call a number',
    ({ links }) => links.filter(({ scheme }) => scheme === 'tel' || scheme === 'callto').length,
  ),
  flag('unsubscribe', 'a link to be taken off a list', ({ links }) =>
    links.some(({ shows, url }) => UNSUBSCRIBE.test(shows) || UNSUBSCRIBE.test(url)),
  ),
  count(
    'plain',
    'addresses written into the text',
    ({ links }) => links.filter(({ from, isHidden }) => from === 'text' && !isHidden).length,
  ),
  flag('in-subject', 'an address stands in the subject', ({ message }) => addressesIn(message.subject).length > 0),
  flag('asks-click', 'a link shows nothing but a call to press it', ({ links }) =>
    links.some(({ from, shows, isHidden }) => from === 'html' && !isHidden && CLICK.test(shows)),
  ),

  // In files.
  ofFiles.count('in-codes', 'addresses in QR codes', ({ links }) => links.filter(({ from }) => from === 'code').length),
  ofFiles.flag('in-codes-alone', 'the only addresses are those of QR codes', ({ links }) => {
    const seen = links.filter(({ isHidden, host }) => !isHidden && host !== undefined);
    return seen.length > 0 && seen.every(({ from }) => from === 'code');
  }),
  ofFiles.flag('code-elsewhere', 'a QR code leads to another registered domain than the author’s', ({ links, message }) =>
    links.some((link) => link.from === 'code' && link.host !== undefined && domainOf(link) !== message.author?.registered),
  ),
  ofFiles.count(
    'in-attachments',
    'addresses in attachments',
    ({ links }) => links.filter(({ from }) => from === 'attachment').length,
  ),
  ofFiles.flag('attachment-elsewhere', 'attachments lead to registered domains that the text does not lead to', (reading) => {
    const [there, here] = ['attachment', 'text'].map(
      (side) =>
        new Set(
          web(reading)
            .filter(({ from }) => (from === 'attachment') === (side === 'attachment'))
            .map(domainOf),
        ),
    );
    return [...(there ?? [])].some((domain) => here?.has(domain) === false);
  }),

  // What the tenant knows.
  ofTenant.count(
    'new-domains',
    'registered domains it leads to that no mail here led to before',
    (reading) => news(reading)?.length,
  ),
  ofTenant.list('new-domain-names', 'which those are', (reading) => news(reading)?.slice(0, MOST_LISTED)),
  ofTenant.flag('all-new', 'no mail here led to any of its domains before', (reading) => {
    const fresh = news(reading);
    return fresh === undefined || domains(reading).size === 0 ? undefined : fresh.length === domains(reading).size;
  }),
  text('main-domain', 'the registered domain most links lead to', (reading) => commonest(shownWeb(reading).map(domainOf))?.[0]),
];

/** Some link to a web page is so. */
function any(name: string, title: string, is: (facts: UrlFacts) => boolean): Metric {
  return flag(name, title, (reading) => web(reading).some((link) => is(factsOf(link))));
}

const MOST_LISTED = 100;

const isFree = (service: Service | undefined): boolean => service === 'pages' || service === 'forms' || service === 'files';

/** Links with a host, wherever they stand; of a plain part beside HTML too. */
const web = onceOf(({ links }: Reading): readonly Link[] =>
  links.filter((link) => link.host !== undefined && factsOf(link).isWeb),
);

/** Those of them in the body that a person sees. */
const shownWeb = onceOf((reading: Reading): readonly Link[] =>
  web(reading).filter(({ isHidden, from }) => !isHidden && from !== 'attachment'),
);

const domainOf = ({ registered, host = '' }: Link): string => registered ?? host;

const domains = onceOf((reading: Reading): ReadonlySet<string> => new Set(web(reading).map(domainOf)));

/** Whose address they show is another's than where they lead; a filter's own rewriting is not their fault. */
const lying = onceOf((reading: Reading): readonly Link[] =>
  shownWeb(reading).filter(
    (link) =>
      link.from === 'html' &&
      link.shownHost !== undefined &&
      link.isOpaque !== true &&
      !isUnder(link.shownHost, domainOf(link)) &&
      !isUnder(link.host ?? '', link.shownHost),
  ),
);

const isUnder = (host: string, domain: string | undefined): boolean =>
  domain !== undefined && (host === domain || host.endsWith(`.${domain}`));

const greatest = <T>(all: readonly T[], ask: (one: T) => number): number =>
  all.reduce((most, one) => Math.max(most, ask(one)), 0);

const largest = (reading: Reading, ask: (facts: UrlFacts) => number): number =>
  greatest(web(reading), (link) => ask(factsOf(link)));

function commonest(names: readonly string[]): readonly [string, number] | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0];
}

const most = (names: readonly string[]): number | undefined => share(commonest(names)?.[1] ?? 0, names.length);

function writesElsewhere({ url }: Link, { author, replyTo }: Message): boolean {
  const to = /^mailto:[^?@]{0,200}(?:@|%40)([^?&,;>\s]{1,253})/i.exec(url)?.[1]?.toLowerCase();
  const own = [author, ...replyTo].flatMap((party) => party?.registered ?? []);
  return to !== undefined && own.length > 0 && !own.some((domain) => isUnder(to, domain));
}

/** Whether addresses hold one of the first recipients'; which of them is nobody's business here. */
function naming(reading: Reading, where: (facts: UrlFacts) => string): boolean {
  const names = reading.message.recipients.slice(0, MOST_RECIPIENTS).filter((address) => address.includes('@'));
  return (
    names.length > 0 &&
    web(reading).some((link) => {
      const written = where(factsOf(link)).toLowerCase();
      return written.includes('@') && names.some((address) => written.includes(address));
    })
  );
}

const MOST_RECIPIENTS = 20;

function news(reading: Reading): readonly string[] | undefined {
  const { history } = reading;
  return history.isKnown ? [...domains(reading)].filter((domain) => history.linkedBefore(domain) === 0).sort() : undefined;
}

/** Whole words, or the beginnings of longer ones, in the languages mail is mostly written in. */
const isLoginWord = (word: string): boolean => LOGIN.test(word);
const LOGIN = new RegExp(
  `^(?:${[
    'log-?in|log-?on|sign-?in|sign-?on|sso|auth|oauth2?|verif(?:y|ied|ication)|secure|security|account|accounts|password|passwd|credential|credentials|webmail|owa|validat(?:e|ion)|confirm|unlock|recover|wallet',
    'anmelden|anmeldung|konto|kunde|bestaetigen|sicherheit|connexion|compte|securite|verifier|acceso|cuenta|seguridad|verificar|iniciar|conta|seguranca|entrar|accesso|conto|sicurezza|accedi|inloggen|rekening|beveiliging',
  ].join('|')})`,
);

const CONTENT =
  /^\/(?:[^?#]{0,200}\/)?(?:wp-content|wp-includes|wp-admin|\.well-known|cgi-bin|_vti_bin|components\/com_|sites\/default\/files|vendor|node_modules|tmp|cache)(?:\/|$)/i;
const PROGRAM =
  /\.(?:exe|scr|com|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|msix|appx|appinstaller|jar|apk|dmg|pkg|lnk|reg|dll|cpl|iqy|url|library-ms|search-ms|rdp)$/;
const ARCHIVE = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|cab|ace|arj|iso|img|vhdx?|one)$/;
const DOCUMENT = /\.(?:pdf|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|rtf|odt|ods|csv)$/;
const CONSENT = /\/(?:oauth2?|o\/oauth2)\/(?:v\d(?:\.\d)?\/){0,2}(?:authorize|auth)\b|\/adminconsent\b/i;
const DEVICE_LOGIN =
  /^\/(?:devicelogin|link|device|activate|(?:login|oauth2)\/device|[\w-]{1,40}\/oauth2\/(?:v2\.0\/)?deviceauth)(?:[/?# ]|$)/i;
const DEVICE_HOSTS = ['microsoft', 'microsoftonline', 'aka', 'google', 'github'];
const OPENS = /^(?:file|smb|ftp|ldap|search(?:-ms)?|ms-[a-z-]{2,40}|mhtml|mk|its|vnc|ssh|telnet|steam|tg|intent)$/;
const UNSUBSCRIBE =
  /unsubscri|opt-?out|abmeld|abbestell|austragen|d[ée]sabonn|d[ée]sinscri|darse de baja|cancelar (?:la )?(?:suscripci|inscri)|descadastr|disiscri|cancella iscri|afmeld|uitschrijv|avregist|framelding|afmelding|wypisz|отписаться|配信停止|退订|取消订阅/i;
const CLICK =
  /^\W{0,5}(?:please )?(?:click|tap|press|hier klicken|klicken sie|cliquez|haga clic|clique|clicca|klik|нажмите|点击|クリック)(?: \p{L}{1,20}){0,4}\W{0,5}$/iu;
