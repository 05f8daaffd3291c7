import { describe, expect, it } from 'vitest';
import type { Protected } from '../../../src/mail/history.ts';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { sender } from '../../../src/mail/metrics/sender.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, dealt, history, letter, neverDealt, readingFrom, saidBy, zoe } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(sender);
const from = (text: string, more: Letter = {}): Reading => readingFrom(letter({ from: text, ...more }));
const people: readonly Protected[] = [
  { name: 'Bo Berg', addresses: ['bo.berg@contoso.test', 'bo@contoso.test'], isVip: true },
  { name: 'Cy Cole', addresses: ['cy.cole@contoso.test'], isVip: false },
];
const here = (text: string, more: Letter = {}): Reading =>
  readingFrom(letter({ from: text, ...more }), history({ protected: people }));
const swapped = (replyTo: string, author = `Zoe Quist <${zoe}>`): Reading => from(author, { replyTo: [replyTo] });

/** A metric, a letter and what it says of it; for every one that fires, one that does not. */
const cases: readonly (readonly [id: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['sender.address', 'folded', from('Zoe <ZOE@Fabrikam.test>'), zoe],
  ['sender.address', 'of nobody', from(''), undefined],
  ['sender.name', 'as shown', from('Zoe Quist <zoe@fabrikam.test>'), 'Zoe Quist'],
  ['sender.name', 'of one without', from(zoe), undefined],
  ['sender.is-missing', 'nobody', from(''), true],
  ['sender.is-missing', 'somebody', from(zoe), false],
  [
    'sender.authors',
    'two headers',
    from(zoe, {
      headers: [
        ['From', zoe],
        ['From', 'mo@fabrikam.test'],
      ],
    }),
    2,
  ],
  ['sender.authors', 'two in one', from(zoe, { headers: [['From', 'Zoe <zoe@fabrikam.test>, mo@fabrikam.test']] }), 2],
  [
    'sender.authors',
    'one with an address for a name',
    from(zoe, { headers: [['From', '"bo@contoso.test" <zoe@fabrikam.test>']] }),
    1,
  ],
  ['sender.authors', 'one', from(zoe), 1],
  ['sender.name-missing', 'none', from(zoe), true],
  ['sender.name-missing', 'one', from(`Zoe <${zoe}>`), false],
  ['sender.name-is-own-address', 'its own', from(`"Zoe@Fabrikam.test" <${zoe}>`), true],
  ['sender.name-is-own-address', 'a name', from(`Zoe <${zoe}>`), false],
  ['sender.name-is-own-address', 'no name', from(zoe), undefined],
  ['sender.name-has-other-address', 'another', from(`"bo@contoso.test" <${zoe}>`), true],
  ['sender.name-has-other-address', 'in a sentence', from(`"Bo (bo@contoso.test) via X" <${zoe}>`), true],
  ['sender.name-has-other-address', 'its own', from(`"zoe@fabrikam.test" <${zoe}>`), false],
  ['sender.name-has-other-domain', 'another', from(`"Contoso.com Support" <${zoe}>`), true],
  ['sender.name-has-other-domain', 'its own below', from('"mail.fabrikam.com" <zoe@fabrikam.com>'), false],
  ['sender.name-has-other-domain', 'initials', from(`"J.K. Quist, Dr.med." <${zoe}>`), false],
  ['sender.name-has-phone', 'a number', from(`"Order 84 call +1 (202) 555-0143" <${zoe}>`), true],
  ['sender.name-has-phone', 'a year', from(`"Spring 2026 news" <${zoe}>`), false],
  ['sender.name-brand', 'borrowed', from(`"PayPal Service" <${zoe}>`), 'PayPal'],
  ['sender.name-brand', 'its own', from('PayPal <service@intl.paypal.com>'), undefined],
  ['sender.name-is-function', 'a department', from(`"Billing Department" <${zoe}>`), true],
  ['sender.name-is-function', 'a person', from(`Zoe Quist <${zoe}>`), false],
  ['sender.name-unlike-address', 'nothing in common', from('"Wells Branch" <x9@fabrikam.test>'), true],
  ['sender.name-unlike-address', 'one word', from(`Zoe Quist <${zoe}>`), false],
  ['sender.name-unlike-address', 'a name of two letters', from('Bo Lind <bo@tailspin.test>'), false],
  ['sender.name-unlike-address', 'accents', from('Zoë Müller <muller@tailspin.test>'), false],
  ['sender.name-unlike-address', 'initials', from('Zoe Anna Quist <zaq@tailspin.test>'), false],
  ['sender.name-in-capitals', 'shouted', from(`ACCOUNT SUPPORT <${zoe}>`), true],
  ['sender.name-in-capitals', 'an abbreviation', from(`UNICEF <${zoe}>`), false],
  ['sender.name-symbols', 'two', from(`✅ Zoe 💰 <${zoe}>`), 2],
  ['sender.name-symbols', 'none', from(`Zoe <${zoe}>`), 0],
  ['sender.name-invisible', 'a blank of no width', from(`Z\u200Boe <${zoe}>`), 1],
  ['sender.name-invisible', 'a picture of several', from(`Zoe \u{1F938}\u200D\u2640\uFE0F <${zoe}>`), 0],
  ['sender.name-invisible', 'a script that joins', from(`\u0645\u06CC\u200C\u062E\u0648 <${zoe}>`), 0],
  ['sender.name-invisible', 'none', from(`Zoe <${zoe}>`), 0],
  ['sender.name-mixed-scripts', 'a Cyrillic o', from(`Z\u043Ee <${zoe}>`), true],
  ['sender.name-mixed-scripts', 'two scripts, a word each', from(`Zoe Зоя <${zoe}>`), false],
  ['sender.name-length', 'of three', from(`Zoe <${zoe}>`), 3],
  ['sender.name-length', 'of none', from(zoe), 0],
  ['sender.name-is-recipients', 'yours', from('Ana Abel <a@tailspin.test>'), true],
  ['sender.name-is-recipients', 'your own other self', from('Ana Abel <ana@contoso.test>'), false],
  ['sender.imitates-person', 'a name', here('Bo Berg <ceo@tailspin.test>'), 'Bo Berg'],
  ['sender.imitates-person', 'the other way round, with a title', here('"BERG, Bo (CEO)" <ceo@tailspin.test>'), 'Bo Berg'],
  ['sender.imitates-person', 'in look-alike letters', here('Bo B\u0435rg <ceo@tailspin.test>'), 'Bo Berg'],
  ['sender.imitates-person', 'themselves', here('Bo Berg <bo@contoso.test>'), undefined],
  ['sender.imitates-person', 'a cousin', here('Bob Berg <bob@tailspin.test>'), undefined],
  ['sender.imitates-person', 'without a tenant', from('Bo Berg <ceo@tailspin.test>'), undefined],
  ['sender.imitates-vip', 'one', here('Bo Berg <ceo@tailspin.test>'), true],
  ['sender.imitates-vip', 'somebody else', here('Cy Cole <ceo@tailspin.test>'), false],
  ['sender.imitates-vip', 'without a tenant', from('Bo Berg <ceo@tailspin.test>'), undefined],
  ['sender.local-part-imitates-person', 'at another domain', here('bo.berg@tailspin.test'), 'Bo Berg'],
  ['sender.local-part-imitates-person', 'at their own', here('bo.berg@contoso.test'), undefined],
  ['sender.local-part-imitates-person', 'too short to be told apart', here('bo@tailspin.test'), undefined],
  ['sender.name-says-home', 'ours', here('"Contoso IT" <it@tailspin.test>'), true],
  ['sender.name-says-home', 'ours by us', here('"Contoso IT" <it@contoso.test>'), false],
  ['sender.name-says-home', 'another', here('"Fabrikam IT" <it@tailspin.test>'), false],
  ['sender.is-home', 'ours', here('bo@contoso.test'), true],
  ['sender.is-home', 'ours by a name below', here('bo@mail.contoso.test'), true],
  ['sender.is-home', 'another', here(zoe), false],
  ['sender.is-home', 'without a tenant', from('bo@contoso.test'), undefined],
  [
    'sender.is-home-from-outside',
    'unproved',
    here('bo@contoso.test', { direction: 'inbound', authentication: { isAligned: false } }),
    true,
  ],
  ['sender.is-home-from-outside', 'proved', here('bo@contoso.test', { direction: 'inbound' }), false],
  [
    'sender.is-home-from-outside',
    'from within',
    here('bo@contoso.test', { direction: 'internal', authentication: { isAligned: false } }),
    false,
  ],
  ['sender.is-recipient', 'to itself', from('ana@contoso.test'), true],
  ['sender.is-recipient', 'to another', from(zoe), false],
  ['sender.is-free-mail', 'anybody’s', from('zoe.quist@gmail.com'), true],
  ['sender.is-free-mail', 'a firm’s', from(zoe), false],
  ['sender.is-role', 'a department', from('accounts.payable@fabrikam.test'), true],
  ['sender.is-role', 'a person', from(zoe), false],
  ['sender.is-no-reply', 'nobody reads', from('do-not-reply@fabrikam.test'), true],
  ['sender.is-no-reply', 'a person', from('noreen@fabrikam.test'), false],
  ['sender.local-part-digits', 'half', from('ab12@fabrikam.test'), 0.5],
  ['sender.local-part-digits', 'none', from(zoe), 0],
  ['sender.looks-generated', 'dice', from('xk7qz9vw2hj4tpb@fabrikam.test'), true],
  ['sender.looks-generated', 'the tag of a list', from('news+xk7qz9vw2hj4tpb@fabrikam.test'), false],
  ['sender.looks-generated', 'a name', from('marguerite.delacroix@fabrikam.test'), false],
  ['sender.local-part-odds', 'a word', from('newsletter@fabrikam.test'), 0],
  ['sender.reply-to-differs', 'another', swapped('mo@fabrikam.test'), true],
  ['sender.reply-to-differs', 'the same', swapped(zoe), false],
  ['sender.reply-to-other-domain', 'another', swapped('zoe@tailspin.test'), true],
  ['sender.reply-to-other-domain', 'below the same', swapped('zoe@mail.fabrikam.test'), false],
  ['sender.reply-to-free-mail', 'anybody’s', swapped('zoe.q@gmail.com'), true],
  ['sender.reply-to-free-mail', 'from anybody’s', swapped('zoe.q@gmail.com', 'zoe@outlook.com'), false],
  ['sender.reply-to-same-name', 'by name', swapped('Zoe Quist <zq1@tailspin.test>'), true],
  ['sender.reply-to-same-name', 'by local part', swapped('zoe@tailspin.test'), true],
  ['sender.reply-to-same-name', 'somebody else', swapped('Mo <mo@tailspin.test>'), false],
  ['sender.reply-to-count', 'two', from(zoe, { replyTo: ['a@fabrikam.test', 'b@fabrikam.test'] }), 2],
  ['sender.reply-to-count', 'none', from(zoe), 0],
  ['sender.reply-to-known', 'it wrote', readingFrom(letter(), history({ replyTo: dealt() })), true],
  ['sender.reply-to-known', 'it did not', readingFrom(letter(), history({ replyTo: neverDealt })), false],
  ['sender.reply-to-known', 'there is none', readingFrom(letter(), history()), undefined],
  ['sender.sender-differs', 'another', from(zoe, { sender: 'x@mailer.test' }), true],
  ['sender.sender-differs', 'of the same', from(zoe, { sender: 'x@fabrikam.test' }), false],
  ['sender.sender-differs', 'not named', from(zoe), undefined],
  ['sender.envelope-differs', 'another', from(zoe, { envelope: 'bounce@mailer.test' }), true],
  ['sender.envelope-differs', 'of the same', from(zoe, { envelope: 'bounce@mail.fabrikam.test' }), false],
  ['sender.envelope-missing', 'none', from(zoe, { envelope: '' }), true],
  ['sender.envelope-missing', 'one', from(zoe), false],
];

it.each(cases)('%s: %s', (id, _, reading, value) => {
  expect(ask(id, reading)).toEqual(value);
});

it('sender.local-part-odds: dice', () => {
  expect(ask('sender.local-part-odds', from('xk7qz9vw2hj4tpb@fabrikam.test'))).toBeGreaterThan(16);
});

it('every one has a case that says something, and one that says otherwise', () => {
  const told = (id: string) =>
    new Set(cases.flatMap(([it, , , value]) => (it === id ? [JSON.stringify(value ?? null)] : []))).size;
  expect(sender.map(({ id }) => id).filter((id) => told(id) < 2 && id !== 'sender.local-part-odds')).toEqual([]);
});

describe('hostile names', () => {
  it.each([
    ['a long run of signs', '@'.repeat(50_000)],
    ['a long run of dots', `${'a.'.repeat(50_000)}com`],
    ['a long run of digits', '1 '.repeat(50_000)],
    ['a long run of blanks', ' '.repeat(100_000)],
    ['half a pair', '\uD83D'.repeat(1_000)],
    ['marks on marks', `a${'\u0301'.repeat(50_000)}`],
  ])('are read in time: %s', (_, name) => {
    const reading = readingFrom(
      { ...letter(), author: { address: `${name.slice(0, 300)}@x.test`, name, domain: 'x.test' } },
      history({ protected: people }),
    );
    const began = performance.now();
    saidBy(sender, reading);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
