import { expect, it } from 'vitest';
import { thread } from '../../../src/mail/metrics/thread.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, dealt, history, letter, neverDealt, readingFrom, saidBy, zoe } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(thread);
const ana = 'ana@contoso.test';
const plain = (given: Letter = {}, parts: Partial<Reading> = {}): Reading => readingFrom(letter(given), undefined, parts);
const subject = (text: string): Reading => plain({ subject: text });
const answers = (ids: string, more: Letter = {}): Letter => ({
  subject: 'Re: The plan',
  headers: [
    ['In-Reply-To', ids],
    ['References', ids],
  ],
  ...more,
});

/** `a@…` went through here, between Zoe and Ana. */
const here = (given: Letter, sender = dealt()): Reading =>
  readingFrom(letter(given), history({ sender, thread: (id) => (id === 'a@fabrikam.test' ? [zoe, ana] : undefined) }));
const known = (from: string, more: Letter = {}): Reading => here(answers('<a@fabrikam.test>', { from, ...more }));

it.each([
  ['claims-reply', subject('Re: The plan'), true],
  ['claims-reply', subject('AW: WG: Der Plan'), true],
  ['claims-reply', subject('[EXTERNAL] Re[2]: The plan'), true],
  ['claims-reply', subject('答复: 计划'), true],
  ['claims-reply', subject('The plan re: Thursday'), false],
  ['claims-reply', subject('Reminder: the plan'), false],
  ['claims-forward', subject('Fwd: The plan'), true],
  ['claims-forward', subject('Re: The plan'), false],
  ['prefixes', subject('RE: FW: Re: The plan'), 3],
  ['prefixes', subject('The plan'), 0],
  ['is-answer', plain(answers('<a@fabrikam.test>')), true],
  ['is-answer', plain(), false],
  ['references', plain(answers('<a@x.test> <b@x.test>')), 2],
  ['references', plain(), 0],
  ['reply-without-references', subject('Re: The plan'), true],
  ['reply-without-references', plain(answers('<a@x.test>')), false],
  ['reply-without-references', plain({ subject: 'Re: The plan', headers: [['Thread-Index', 'A'.repeat(40)]] }), false],
  ['references-without-reply', plain(answers('<a@x.test>', { subject: 'Your account' })), true],
  ['references-without-reply', plain(answers('<a@x.test>')), false],
  ['references-itself', plain(answers('<m1@fabrikam.test>')), true],
  ['references-itself', plain(answers('<a@x.test>')), false],
  ['quotes', plain({}, { quoted: '> Hello' }), true],
  ['quotes', plain({}, { quoted: '' }), false],
  ['quotes-without-references', plain({ subject: 'Re: The plan' }, { quoted: '> Hello' }), true],
  ['quotes-without-references', plain(answers('<a@x.test>'), { quoted: '> Hello' }), false],
  ['is-known', known(zoe), true],
  ['is-known', here(answers('<b@x.test>')), false],
  ['is-known', plain(answers('<a@fabrikam.test>')), undefined],
  ['references-known', here(answers('<a@fabrikam.test> <b@x.test>')), 0.5],
  ['references-known', here({}), undefined],
  ['is-fake', here({ subject: 'Re: The plan' }, neverDealt), true],
  ['is-fake', here({ subject: 'Re: The plan' }, dealt()), false],
  ['is-fake', here(answers('<a@fabrikam.test>'), neverDealt), false],
  ['claims-our-message', here(answers('<x@contoso.test>')), true],
  ['claims-our-message', here(answers('<x@fabrikam.test>')), false],
  ['author-is-new', known('mo@fabrikam.test'), true],
  ['author-is-new', known(zoe), false],
  ['author-domain-is-new', known('zoe@tailspin.test'), true],
  ['author-domain-is-new', known('mo@fabrikam.test'), false],
  ['author-domain-is-new', here({ from: 'zoe@tailspin.test' }), undefined],
  ['author-looks-like', known('zoe@fabrikarn.test'), 'fabrikam.test'],
  ['author-looks-like', known('zoe@tailspin.test'), undefined],
  ['author-renamed', known('zoe@tailspin.test'), true],
  ['author-renamed', known('mo@tailspin.test'), false],
  ['reply-to-is-new', known(zoe, { replyTo: ['zoe@fabrikarn.test'] }), true],
  ['reply-to-is-new', known(zoe, { replyTo: ['mo@fabrikam.test'] }), false],
  ['recipients-new', known(zoe, { to: [ana, 'bo@contoso.test'] }), 0.5],
  ['recipients-new', known(zoe), 0],
  ['people', known(zoe), 2],
  ['people', here({}), undefined],
])('%s', (name, reading, value) => {
  expect(ask(`thread.${name}`, reading)).toEqual(value);
});

it('a message that names itself belongs to no exchange by that', () => {
  const reading = readingFrom(letter(answers('<m1@fabrikam.test>')), history({ thread: () => [zoe, ana] }));
  expect(ask('thread.is-known', reading)).toBe(false);
});

it('a hundred thousand references are read in time', () => {
  const ids = Array.from({ length: 100_000 }, (_, n) => `<${n}@x.test>`).join(' ');
  const reading = here(answers(`${ids} ${'<'.repeat(50_000)}`));
  const began = performance.now();
  saidBy(thread, reading);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(ask('thread.references', reading)).toBeLessThanOrEqual(200);
});
