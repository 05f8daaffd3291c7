import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { domains } from '../../../src/mail/metrics/domains.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, history, letter, neverDealt, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(domains);
const from = (author: string, more: Letter = {}): Reading => readingFrom(letter({ from: author, ...more }));
const here = (author: string, more: Letter = {}): Reading => readingFrom(letter({ from: author, ...more }), history());
const linking = (author: string, ...links: readonly string[]): Reading =>
  from(author, {
    text: '',
    html: links.map((link) => `<a href="${link.split('|')[0] ?? ''}">${link.split('|')[1] ?? 'here'}</a> `).join(''),
  });
const tina = 'Tina Tell <tina@tailspin.test>';

/** A flag, what raises it, and what is near it and does not. */
const flags: readonly (readonly [id: string, raises: Reading, near: Reading])[] = [
  ['domains.author-lookalike', here('zoe@fabrlkam.test'), here('zoe@fabrikam.test')],
  ['domains.author-lookalike', here('zoe@fabrikam-billing.test'), here(tina)],
  ['domains.author-lookalike', from('bo@cont0so.test'), from('bo@gmail.com', { to: ['ana@gmai1.com'] })],
  ['domains.author-like-recipients', from('bo@contos0.test'), from('bo@contoso.test')],
  ['domains.author-like-brand', from('service@paypa1.com'), from('service@paypal.de')],
  ['domains.author-like-brand', from('service@microsoft-security.test'), from('a@microscope.test')],
  [
    'domains.reply-to-lookalike',
    from('zoe@fabrikam.test', { replyTo: ['zoe@fabrikarn.test'] }),
    from('zoe@fabrikam.test', { replyTo: ['zoe@mail.fabrikam.test'] }),
  ],
  ['domains.reply-to-lookalike', here(tina, { replyTo: ['tina@fabrlkam.test'] }), here(tina, { replyTo: ['tina@gmail.com'] })],
  [
    'domains.link-lookalike',
    readingFrom(letter({ text: 'see https://fabrlkam.test/a' }), history()),
    readingFrom(letter({ text: 'see https://fabrikam.test/a' }), history()),
  ],
  [
    'domains.link-like-author',
    linking('zoe@fabrikam.test', 'https://fabrlkam.test/'),
    linking('zoe@fabrikam.test', 'https://www.fabrikam.test/'),
  ],
  ['domains.link-like-brand', linking(tina, 'https://rnicrosoft.com/'), linking(tina, 'https://microsoft.com/')],
  ['domains.brand-disguised', from('PаyPal <a@tailspin.test>'), from('PayPal <a@tailspin.test>')],
  ['domains.brand-disguised', from(tina, { subject: 'Your Micr0soft mailbox' }), from(tina, { subject: 'Your microphone' })],
  ['domains.brand-disagrees', from('Netflix <a@tailspin.test>'), from('Netflix <info@mailer.netflix.com>')],
  ['domains.brand-disagrees', from(tina, { subject: 'Your DHL parcel' }), from(tina, { subject: 'Your parcel' })],
  ['domains.brand-disagrees', from('Chase Bank <a@tailspin.test>'), from('Chase Miller <a@tailspin.test>')],
  [
    'domains.brand-not-linked',
    linking('PayPal <a@tailspin.test>', 'https://tailspin.test/'),
    linking('PayPal <a@tailspin.test>', 'https://www.paypal.com/'),
  ],
  [
    'domains.brand-not-linked',
    linking('Microsoft 365 <a@tailspin.test>', 'https://forms.office.com/x', 'https://tailspin.test/'),
    linking('PayPal <a@tailspin.test>'),
  ],
  [
    'domains.brand-linked-beside',
    linking('PayPal <a@tailspin.test>', 'https://tailspin.test/', 'https://www.paypal.com/'),
    linking('PayPal <a@tailspin.test>', 'https://www.paypal.com/'),
  ],
  ['domains.recipient-named', from('Contoso IT <a@tailspin.test>'), from('Contoso IT <it@contoso.test>')],
  [
    'domains.recipient-named',
    from(tina, { subject: 'CONTOSO mailbox is full' }),
    from(tina, { subject: 'Your mailbox is full' }),
  ],
  ['domains.recipient-in-author-domain', from('it@contoso-helpdesk.test'), from('it@helpdesk.test')],
  ['domains.recipient-in-link-host', linking(tina, 'https://contoso.tailspin.test/'), linking(tina, 'https://www.contoso.test/')],
  ['domains.author-unregistered', from('root@localhost'), from(tina)],
  ['domains.author-hosted', from('a@fabrikam.github.io'), from('a@github.com')],
  ['domains.author-tenant-name', from('a@tailspin.onmicrosoft.com'), from('a@microsoft.com')],
  ['domains.author-punycode', from('a@xn--tilspin-nvc.test'), from(tina)],
  ['domains.author-new', readingFrom(letter({ from: tina }), history({ domain: neverDealt })), here('zoe@fabrikam.test')],
  [
    'domains.reply-to-new',
    here('zoe@fabrikam.test', { replyTo: ['zoe@tailspin.test'] }),
    here('zoe@fabrikam.test', { replyTo: ['bo@contoso.test'] }),
  ],
];

const values: readonly (readonly [id: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['domains.author-lookalike-of', 'a partner', here('zoe@fabrlkam.test'), 'fabrikam.test'],
  ['domains.author-lookalike-of', 'nobody', here(tina), undefined],
  ['domains.author-lookalike-how', 'other letters', here('zoe@fabrlkam.test'), 'sameLook'],
  ['domains.author-lookalike-how', 'another suffix', here('zoe@fabrikam.example'), 'otherSuffix'],
  ['domains.author-lookalike-how', 'nobody', here(tina), undefined],
  ['domains.author-lookalike-closeness', 'hardly to be told', here('zoe@fabrlkam.test'), 1],
  ['domains.author-lookalike-closeness', 'nobody', here(tina), 0],
  ['domains.author-like-brand-of', 'one', from('service@paypa1.com'), 'paypal.com'],
  ['domains.author-like-brand-of', 'none', from(tina), undefined],
  ['domains.reply-to-lookalike', 'no other address', here(tina), undefined],
  ['domains.link-lookalikes', 'one', readingFrom(letter({ text: 'see https://fabrlkam.test/a' }), history()), ['fabrlkam.test']],
  ['domains.link-lookalikes', 'none', readingFrom(letter(), history()), []],
  ['domains.brand-in-local-part', 'one', from('paypal.service@tailspin.test'), 'PayPal'],
  ['domains.brand-in-local-part', 'its own', from('service@paypal.com'), undefined],
  ['domains.brand-in-subject', 'one', from(tina, { subject: 'Your Netflix account' }), 'Netflix'],
  ['domains.brand-in-subject', 'an ordinary word', from(tina, { subject: 'An orange and an apple' }), undefined],
  ['domains.brand-in-text', 'one', from(tina, { text: 'Your parcel by FedEx waits.' }), 'FedEx'],
  ['domains.brand-in-text', 'none', from(tina), undefined],
  ['domains.brand-in-author-domain', 'one', from('a@paypal.tailspin.test'), 'PayPal'],
  ['domains.brand-in-author-domain', 'its own', from('a@mail.paypal.co.uk'), undefined],
  ['domains.brand-in-link-host', 'one', linking(tina, 'https://netflix.tailspin.test/'), 'Netflix'],
  ['domains.brand-in-link-host', 'its own', linking(tina, 'https://www.netflix.com/'), undefined],
  ['domains.brand-in-pictures', 'hotlinked', from(tina, { html: '<img src="https://www.paypal.com/logo.png">' }), 'PayPal'],
  [
    'domains.brand-in-pictures',
    'their own',
    from('PayPal <service@paypal.com>', { html: '<img src="https://www.paypal.com/logo.png">' }),
    undefined,
  ],
  ['domains.brand-in-alt', 'named', from(tina, { html: '<img src="https://tailspin.test/a.png" alt="DHL Express">' }), 'DHL'],
  ['domains.brand-in-alt', 'none', from(tina, { html: '<img src="https://tailspin.test/a.png" alt="A parcel">' }), undefined],
  ['domains.brand-in-link-text', 'one', linking(tina, 'https://tailspin.test/|Sign in to Microsoft 365'), 'Microsoft'],
  ['domains.brand-in-link-text', 'its own', linking(tina, 'https://www.linkedin.com/|LinkedIn'), undefined],
  ['domains.brands', 'two', from('DHL <a@tailspin.test>', { subject: 'PayPal' }), 2],
  ['domains.brands', 'none', from(tina), 0],
  ['domains.recipient-named', 'mail to private addresses', from(tina, { to: ['ana@gmail.com'] }), undefined],
  ['domains.author', 'one', from('zoe@mail.fabrikam.co.uk'), 'fabrikam.co.uk'],
  ['domains.author', 'nobody', from(''), undefined],
  ['domains.author-suffix', 'of two', from('zoe@mail.fabrikam.co.uk'), 'co.uk'],
  ['domains.author-suffix', 'nobody', from(''), undefined],
  ['domains.author-length', 'of eight', from('a@tailspin.test'), 8],
  ['domains.author-length', 'nobody', from(''), undefined],
  ['domains.author-hyphens', 'one', from('a@tail-spin.test'), 1],
  ['domains.author-hyphens', 'none', from(tina), 0],
  ['domains.author-digits-share', 'half', from('a@tail2026.test'), 0.5],
  ['domains.author-digits-share', 'none', from(tina), 0],
  ['domains.suffixes', 'two', linking(tina, 'https://a.fabrikam.co.uk/', 'https://fabrikam.test/'), ['co.uk', 'test']],
  ['domains.suffixes', 'none', from(tina), []],
  ['domains.author-new', 'without a tenant', from(tina), undefined],
  ['domains.reply-to-new', 'without a tenant', from(tina), undefined],
];

describe('metrics of domains', () => {
  it.each(flags)('%s is raised, and is not by what is near it', (id, raises, near) => {
    expect([ask(id, raises), ask(id, near)]).toEqual([true, false]);
  });

  it.each(values)('%s: %s', (id, _, reading, value) => {
    expect(ask(id, reading)).toEqual(value);
  });

  it('have each a letter that fires it and one that does not', () => {
    const tried = new Set([...flags.map(([id]) => id), ...values.map(([id]) => id)]);
    expect(domains.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
