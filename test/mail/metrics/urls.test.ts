import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { urls } from '../../../src/mail/metrics/urls.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, history, letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(urls);
const page = (html: string, more: Letter = {}): Reading => readingFrom(letter({ text: '', html, ...more }));
/** Anchors to these, each showing a word; `address|what is shown`. */
const to = (...links: readonly string[]): Reading =>
  page(links.map((link) => `<a href="${link.split('|')[0] ?? ''}">${link.split('|')[1] ?? 'here'}</a> `).join(''));
const text = (words: string): Reading => readingFrom(letter({ text: words }));
const none = page('Hello');
const home = 'https://www.fabrikam.test/plan';
const away = 'https://tailspin.test/plan';
const inFile = (found: { urls?: string[]; codes?: string[] }, html = 'Hello'): Reading => page(html, { files: [{ found }] });
const knowing = (...links: readonly string[]): Reading =>
  readingFrom(
    letter({ text: '', html: links.map((link) => `<a href="${link}">here</a>`).join('') }),
    history({ linkedBefore: (domain) => (domain === 'fabrikam.test' ? 3 : 0) }),
  );
const base64 = (words: string): string => Buffer.from(words).toString('base64');

/** A flag, what raises it, and what is near it and does not. */
const flags: readonly (readonly [id: string, raises: Reading, near: Reading])[] = [
  ['urls.shown-host-differs', to(`${away}|https://contoso.com/login`), to(`${away}|https://www.tailspin.test`)],
  [
    'urls.shown-host-differs',
    to(`${away}|Contoso.com`),
    to('https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2F|contoso.com'),
  ],
  ['urls.shown-host-is-authors', to(`${away}|www.fabrikam.test/plan`), to(`${away}|www.contoso.com`)],
  ['urls.none-to-author', to(away), to(away, home)],
  ['urls.all-to-one-stranger', to(away, 'https://x.tailspin.test/'), to(away, home)],
  ['urls.mail-to-stranger', to('mailto:bo@tailspin.test'), to('mailto:zoe@mail.fabrikam.test')],
  ['urls.address-host', to('http://192.0.2.7/a'), to(away)],
  ['urls.address-host', to('http://3221225991/a'), to('http://a192-0-2-7.tailspin.test/')],
  ['urls.address-host', to('http://[2001:db8::7]/a'), to(away)],
  ['urls.punycode', to('https://xn--tilspin-nvc.test/'), to(away)],
  ['urls.port', to('https://tailspin.test:8443/'), to('https://tailspin.test:443/')],
  ['urls.user-info', to('https://contoso.com@tailspin.test/'), to('https://tailspin.test/@contoso')],
  ['urls.looks-generated', to('https://xkqzvbwtrh.com/'), to(away)],
  ['urls.looks-generated', to('https://qzxkvbwtrh.tailspin.test/'), to('https://newsletter.tailspin.test/')],
  ['urls.host-asks-login', to('https://secure-login.tailspin.test/'), to('https://tailspin.test/login')],
  ['urls.path-asks-login', to('https://tailspin.test/verify/now'), to('https://tailspin.test/plan')],
  [
    'urls.carries-address',
    to('https://tailspin.test/r?to=https%3A%2F%2Fcontoso.com%2F'),
    to('https://tailspin.test/r?to=https%3A%2F%2Fwww.tailspin.test%2F'),
  ],
  ['urls.carries-recipient', to('https://tailspin.test/?u=ana%40contoso.test'), to('https://tailspin.test/?u=bo%40contoso.test')],
  [
    'urls.carries-recipient',
    to(`https://tailspin.test/?u=${base64('ana@contoso.test')}`),
    to(`https://tailspin.test/?u=${base64('just some words')}`),
  ],
  [
    'urls.carries-recipient',
    to(`https://tailspin.test/${Buffer.from('ana@contoso.test').toString('hex')}`),
    to('https://tailspin.test/5f3a9c0b1d2e4f60'),
  ],
  [
    'urls.fragment-names-recipient',
    to('https://tailspin.test/#ana@contoso.test'),
    to('https://tailspin.test/?u=ana@contoso.test'),
  ],
  ['urls.fragment-names-recipient', to(`https://tailspin.test/#${base64('ana@contoso.test')}`), to('https://tailspin.test/#top')],
  ['urls.content-folder', to('https://tailspin.test/wp-content/x/'), to('https://tailspin.test/content/')],
  ['urls.leads-to-program', to('https://tailspin.test/plan.exe'), to('https://tailspin.test/plan.pdf')],
  ['urls.leads-to-archive', to('https://tailspin.test/plan.zip?x=1'), to('https://tailspin.test/zip/')],
  ['urls.leads-to-document', to('https://tailspin.test/plan.pdf'), to(away)],
  ['urls.leads-to-page-file', to('https://tailspin.test/plan.php'), to(away)],
  ['urls.to-shortener', to('https://bit.ly/3abc'), to('https://habit.ly/3abc')],
  ['urls.to-pages', to('https://plan-thursday.github.io/'), to('https://github.com/fabrikam')],
  ['urls.to-pages', to('https://sites.google.com/view/x'), to('https://www.google.com/maps')],
  ['urls.to-forms', to('https://forms.gle/abc'), to(away)],
  ['urls.to-files', to('https://www.dropbox.com/s/abc'), to(away)],
  ['urls.to-messenger', to('https://wa.me/12025550143'), to(away)],
  [
    'urls.to-consent',
    to('https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=00000000-0000-0000-0000-000000000001'),
    to('https://login.microsoftonline.com/common/oauth2/v2.0/logout?client_id=x'),
  ],
  ['urls.to-device-login', to('https://microsoft.com/devicelogin'), to('https://tailspin.test/devicelogin')],
  ['urls.ipfs', to('https://ipfs.tailspin.test/a'), to(away)],
  ['urls.protected', to('https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftailspin.test%2F'), to(away)],
  ['urls.redirected', to('https://www.google.com/url?q=https://tailspin.test/'), to('https://www.google.com/search?q=plan')],
  ['urls.opaque', to('https://bit.ly/3abc'), to(away)],
  ['urls.script', to('javascript:alert(1)'), to(away)],
  ['urls.data', to('data:text/html,hello'), to(away)],
  ['urls.opens-program', to('search-ms:query=plan'), to('tel:+12025550143')],
  ['urls.opens-program', to('\\\\192.0.2.7\\plan'), to(away)],
  ['urls.unsubscribe', to(`${away}|Unsubscribe`), to(`${away}|Subscribe`)],
  ['urls.asks-click', to(`${away}|Click here to verify`), to(`${away}|Click here and you will see the whole plan for Thursday`)],
  [
    'urls.in-subject',
    page('a', { subject: 'See https://tailspin.test/' }),
    page('a', { subject: 'See tailspin, e.g. page 1.2' }),
  ],
  [
    'urls.in-codes-alone',
    inFile({ codes: ['https://tailspin.test/'] }),
    inFile({ codes: ['https://tailspin.test/'] }, `<a href="${away}">a</a>`),
  ],
  ['urls.code-elsewhere', inFile({ codes: ['https://tailspin.test/'] }), inFile({ codes: [home] })],
  [
    'urls.attachment-elsewhere',
    inFile({ urls: [away] }, `<a href="${home}">a</a>`),
    inFile({ urls: [home] }, `<a href="${home}">a</a>`),
  ],
  ['urls.all-new', knowing(away), knowing(away, home)],
];

const values: readonly (readonly [id: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['urls.count', 'two', to(away, home), 2],
  ['urls.count', 'more than are kept', page('<a href="https://tailspin.test/">a</a>'.repeat(6_000)), 6_000],
  ['urls.count', 'none', none, 0],
  ['urls.different', 'one, twice', to(away, away), 1],
  ['urls.different', 'none', none, 0],
  ['urls.hosts', 'one', to(home), ['www.fabrikam.test']],
  ['urls.hosts', 'none', to('mailto:zoe@fabrikam.test'), []],
  ['urls.domains', 'one, and a number', to(home, 'http://192.0.2.7/'), ['192.0.2.7', 'fabrikam.test']],
  ['urls.domains', 'none', none, []],
  ['urls.domain-count', 'one, by two names', to(home, 'https://x.fabrikam.test/'), 1],
  ['urls.domain-count', 'none', none, 0],
  ['urls.shown-host-differs-count', 'one of two', to(`${away}|contoso.com`, home), 1],
  ['urls.shown-host-differs-count', 'none', to(home), 0],
  ['urls.shown-hosts', 'one', to(`${away}|contoso.com`), ['contoso.com']],
  ['urls.shown-hosts', 'none', to(home), []],
  ['urls.none-to-author', 'no links', none, undefined],
  ['urls.author-share', 'half', to(away, home), 0.5],
  ['urls.author-share', 'no links', none, undefined],
  ['urls.main-domain-share', 'two of three', to(away, 'https://tailspin.test/x', home), 2 / 3],
  ['urls.main-domain-share', 'no links', none, undefined],
  ['urls.main-address-share', 'half', to(away, home), 0.5],
  ['urls.main-address-share', 'no links', none, undefined],
  ['urls.subdomains', 'three', to('https://a.b.c.tailspin.test/'), 3],
  ['urls.subdomains', 'none', to(away), 0],
  ['urls.host-hyphens', 'two', to('https://plan-of-thursday.test/'), 2],
  ['urls.host-hyphens', 'none', to(away), 0],
  ['urls.host-digits-share', 'four of eight', to('https://a1234.io/'), 0.5],
  ['urls.host-digits-share', 'an address of numbers', to('http://192.0.2.7/'), 0],
  ['urls.host-digits-share', 'no links', none, undefined],
  ['urls.longest', 'of 22', to('https://tailspin.test/'), 22],
  ['urls.longest', 'none', none, 0],
  ['urls.encoded-share', 'most of it', to('https://tailspin.test/%41%42%43'), 0.9],
  ['urls.encoded-share', 'none of it', to(away), 0],
  ['urls.plain-http-share', 'half', to('http://tailspin.test/', away), 0.5],
  ['urls.plain-http-share', 'no links', none, undefined],
  ['urls.free-hosting-share', 'half', to('https://forms.gle/a', away), 0.5],
  ['urls.free-hosting-share', 'none of it', to(away), 0],
  ['urls.wrapped-by', 'one', to('https://www.google.com/url?q=https://tailspin.test/'), ['Google']],
  ['urls.wrapped-by', 'nobody', to(away), []],
  ['urls.telephone', 'one', to('tel:+12025550143'), 1],
  ['urls.telephone', 'none', to(away), 0],
  ['urls.plain', 'one', text('see https://tailspin.test/'), 1],
  ['urls.plain', 'an anchor', to(away), 0],
  ['urls.in-codes', 'one', inFile({ codes: [away] }), 1],
  ['urls.in-codes', 'none', inFile({ urls: [away] }), 0],
  ['urls.in-attachments', 'one', inFile({ urls: [away] }), 1],
  ['urls.in-attachments', 'none', none, 0],
  ['urls.new-domains', 'one of two', knowing(away, home), 1],
  ['urls.new-domains', 'without a tenant', to(away), undefined],
  ['urls.new-domain-names', 'one of two', knowing(away, home), ['tailspin.test']],
  ['urls.new-domain-names', 'without a tenant', to(away), undefined],
  ['urls.all-new', 'without a tenant', to(away), undefined],
  ['urls.main-domain', 'the commonest', to(away, away, home), 'tailspin.test'],
  ['urls.main-domain', 'no links', none, undefined],
];

describe('metrics of addresses', () => {
  it.each(flags)('%s is raised, and is not by what is near it', (id, raises, near) => {
    expect([ask(id, raises), ask(id, near)]).toEqual([true, false]);
  });

  it.each(values)('%s: %s', (id, _, reading, value) => {
    expect(ask(id, reading)).toEqual(value);
  });

  it('have each a letter that fires it and one that does not', () => {
    const tried = new Set([...flags.map(([id]) => id), ...values.map(([id]) => id)]);
    expect(urls.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
