import { expect, it } from 'vitest';
import { nearbyOf } from '../../src/mail/nearby.ts';
import type { Finding } from '../../src/model/finding.ts';
import { days, hours } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { letter, zoe } from '../support/letters.ts';

type Found = Parameters<typeof nearbyOf>[0] extends Iterable<infer F> ? F : never;

const ana = 'ana@contoso.test';
const message = letter({ to: [ana] });
const found = (label: Finding['about'][number]['label'], key: string, more: Partial<Found> = {}): Found => ({
  ...{
    id: `f/${key}`,
    detection: 'impossible-travel',
    at: noon - hours(5),
    severity: 'medium',
    about: [{ label, key, role: 'actor' }],
  },
  ...more,
});
const near = (findings: readonly Found[], leadsTo: readonly string[] = [], whose?: (address: string) => string) =>
  nearbyOf(findings, { message, asOf: noon, leadsTo }, whose).map(({ who, isSerious }) => `${who} ${isSerious}`);

it.each([
  ['its author', found('User', zoe), [`${zoe} true`]],
  ['a recipient’s mailbox', found('Mailbox', ana), [`${ana} true`]],
  ['somebody else', found('User', 'bo@contoso.test'), []],
  ['no great matter', found('User', ana, { severity: 'low' }), [`${ana} false`]],
  ['a domain it leads to', found('Domain', 'cdn.tailspin.test'), ['tailspin.test true']],
  ['a page of a domain it leads to', found('Url', 'https://cdn.tailspin.test/x'), ['tailspin.test true']],
  ['the domain of its author', found('Domain', 'fabrikam.test'), ['fabrikam.test true']],
  ['a domain it does not lead to', found('Domain', 'wingtip.test'), []],
  ['fourteen days ago', found('User', zoe, { at: noon - days(14) }), [`${zoe} true`]],
  ['longer ago', found('User', zoe, { at: noon - days(14) - 1 }), []],
  ['later', found('User', zoe, { at: noon + 1 }), []],
  [
    'the message itself',
    found('User', zoe, {
      about: [
        { label: 'User', key: zoe, role: 'actor' },
        { label: 'Email', key: message.id, role: 'mail' },
      ],
    }),
    [],
  ],
  ['an address', found('IP', '192.0.2.1'), []],
])('%s', (_, finding, expected) => {
  expect(near([finding], ['tailspin.test'])).toEqual(expected);
});

it('knows people by the identity they go by', () => {
  expect(near([found('User', 'u-17')], [], (it) => (it === ana ? 'u-17' : it))).toEqual([`${ana} true`]);
});

it('gives the newest first, and not without end, whatever the order', () => {
  const many = Array.from({ length: 500 }, (_, n) => found('User', zoe, { id: `f${n}`, at: noon - n }));
  const told = nearbyOf(many.toReversed(), { message, asOf: noon, leadsTo: [] });
  expect(told).toHaveLength(200);
  expect(told[0]?.at).toBe(noon);
  expect(nearbyOf(many, { message, asOf: noon, leadsTo: [] })).toEqual(told);
});
