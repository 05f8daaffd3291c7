import { expect, it } from 'vitest';
import type { History } from '../../../src/mail/history.ts';
import { recipients } from '../../../src/mail/metrics/recipients.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, history, letter, readingFrom, saidBy, zoe } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(recipients);
const to = (addresses: readonly string[], more: Letter = {}): Reading => readingFrom(letter({ to: addresses, ...more }));
const ours = ['ana@contoso.test', 'bo@contoso.test', 'cy@contoso.test'];
const here = (addresses: readonly string[], given: Parameters<typeof history>[0] = {}): Reading =>
  readingFrom(letter({ to: addresses }), history(given));
const vips: History['protected'] = [
  { name: 'Ana Abel', addresses: ['ana@contoso.test'], isVip: true },
  { name: 'Bo Berg', addresses: ['bo@contoso.test'], isVip: false },
];
const list = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@contoso.test`);

it.each([
  ['count', to(ours), 3],
  ['count', to([]), 0],
  ['copied', to(ours, { cc: ['di@contoso.test'], bcc: ['ed@contoso.test'] }), 2],
  ['copied', to(ours), 0],
  ['domains', to(['ana@contoso.test', 'bo@mail.contoso.test', zoe]), 2],
  ['undisclosed', to([]), true],
  ['undisclosed', to(ours), false],
  ['not-named', to(ours, { headers: [['Delivered-To', '<di@contoso.test>']] }), true],
  [
    'not-named',
    to(ours, {
      headers: [
        ['Delivered-To', 'di@contoso.test'],
        ['X-Original-To', 'ana@contoso.test'],
      ],
    }),
    false,
  ],
  ['not-named', to(ours), undefined],
  ['only-author', to([zoe]), true],
  ['only-author', to([zoe], { cc: ours }), false],
  ['only-author', to([]), undefined],
  [
    'names-missing',
    to(['Ana <ana@contoso.test>', 'bo@contoso.test', '"cy@contoso.test" <cy@contoso.test>', 'Di <di@contoso.test>']),
    0.5,
  ],
  ['names-missing', to([]), undefined],
  ['is-alphabetic', to(list), true],
  ['is-alphabetic', to(list.toReversed()), false],
  ['is-alphabetic', to(list.slice(0, 4)), false],
  ['free-mail', to(['a@gmail.com', 'b@contoso.test']), 1],
  ['free-mail', to(ours), 0],
  ['is-authors-own', to(['zoe.quist@gmail.com'], { from: 'zoe.quist@fabrikam.test' }), true],
  ['is-authors-own', to(['Zoe Quist <zq@gmail.com>'], { from: 'Zoe Quist <z@fabrikam.test>' }), true],
  ['is-authors-own', to(['zoe.quist@mail.fabrikam.test'], { from: 'zoe.quist@fabrikam.test' }), false],
  ['is-authors-own', to(ours), false],
  ['internal', here([...ours, zoe]), 3],
  ['internal', to(ours), undefined],
  ['external', here([...ours, zoe]), 1],
  ['external', here(ours), 0],
  ['new-domains', here(['a@tailspin.test', zoe, 'a@gmail.com']), 1],
  ['new-domains', here(ours), 0],
  ['lookalike', here(['zoe@fabrikarn.test']), 'fabrikam.test'],
  ['lookalike', here([zoe]), undefined],
  ['vips', here(ours, { protected: vips }), 1],
  ['vips', here(['cy@contoso.test'], { protected: vips }), 0],
  ['together', here(ours, { together: 0.3 }), 0.3],
  ['together', here(ours), undefined],
  ['share-nobody', here(ours, { together: 0 }), true],
  ['share-nobody', here(ours, { together: 0.7 }), false],
  ['share-nobody', here(ours.slice(0, 2), { together: 0 }), undefined],
])('%s', (name, reading, value) => {
  expect(ask(`recipients.${name}`, reading)).toEqual(value);
});

it('fifty thousand recipients are read in time', () => {
  const everybody = Array.from({ length: 50_000 }, (_, n) => `p${n}@d${n % 500}.test`);
  const reading = here(everybody);
  const began = performance.now();
  saidBy(recipients, reading);
  expect(performance.now() - began).toBeLessThan(2_000);
});
