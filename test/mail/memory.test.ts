// What the memory of mail keeps, and what it lets go.

import { expect, it } from 'vitest';
import { historyOf } from '../../src/mail/history-of.ts';
import { domainsOf, noMail, remember } from '../../src/mail/memory.ts';
import type { Told } from '../../src/mail/memory.ts';
import { days } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { letter, zoe } from '../support/letters.ts';

const ana = 'ana@contoso.test';
const told = (at: number, given: Partial<Told> = {}): Told => ({
  ...{ at, message: `${at}@mail.test`, sender: zoe, recipients: [ana], urls: [], delivery: 'delivered' },
  ...given,
});

it('lets go what is older than three hundred days', () => {
  const memory = noMail(['contoso.test']);
  remember(memory, told(noon - days(310)));
  remember(memory, told(noon - days(1), { sender: 'mo@fabrikam.test' }));
  remember(memory, told(noon + days(7), { sender: 'mo@fabrikam.test' }));
  expect([...memory.senders.keys()]).toEqual(['mo@fabrikam.test']);
  expect([...memory.people.out.keys()]).toEqual(['mo@fabrikam.test']);
});

const small = { senders: 20, linked: 3, seen: 10, seenPeople: 25, lately: 5 };

it('holds no more senders than it may, and lets those go that were silent longest, with their ties', () => {
  const memory = noMail(['contoso.test'], small);
  for (let n = 0; n <= 20; n += 1) remember(memory, told(noon + days(n), { sender: `s${n}@d${n}.test` }));
  expect(memory.senders.size).toBe(19);
  expect([memory.senders.has('s0@d0.test'), memory.senders.has('s1@d1.test'), memory.senders.has('s2@d2.test')]).toEqual([
    false,
    false,
    true,
  ]);
  expect([memory.people.out.has('s1@d1.test'), memory.people.out.has('s2@d2.test'), memory.domains.out.has('d1.test')]).toEqual([
    false,
    true,
    false,
  ]);
});

it('holds no more messages, recipients and linked domains than it may: the oldest go', () => {
  const memory = noMail(['contoso.test'], small);
  for (let n = 0; n < 12; n += 1) remember(memory, told(noon + n, { urls: [`https://l${n}.test/`, 'https://always.test/'] }));
  expect([...memory.seen.keys()][0]).toBe(`${noon + 2}@mail.test`);
  expect([...memory.linked]).toEqual([
    ['l10.test', 1],
    ['l11.test', 1],
    ['always.test', 12],
  ]);

  remember(memory, told(noon + 12, { recipients: Array.from({ length: 20 }, (_, n) => `p${n}@contoso.test`) }));
  expect([memory.seen.size, memory.seenPeople]).toEqual([6, 25]);
});

it('has no bad day from one who writes without end', () => {
  const memory = noMail(['contoso.test'], small);
  for (let n = 0; n < 50; n += 1) remember(memory, told(noon + n));
  expect(memory.senders.get(zoe)?.lately).toHaveLength(5);
  expect(historyOf(memory, letter({ at: noon + 50 }), noon + 50).sender?.messages).toBe(50);
});

it('counts nothing of nobody', () => {
  const memory = noMail(['contoso.test']);
  remember(memory, told(noon, { sender: '' }));
  remember(memory, told(noon, { message: '' }));
  expect([memory.seen.size, memory.senders.size]).toEqual([0, 0]);
});

it.each([
  ['https://www.tailspin.test/a', ['tailspin.test']],
  ['http://user:word@login.tailspin.test:8080/a', ['tailspin.test']],
  ['https://tailspin.test', ['tailspin.test']],
  ['mailto:zoe@tailspin.test', []],
  ['https://192.0.2.7/a', []],
  ['javascript:alert(1)', []],
  ['', []],
])('%s leads to %s', (url, expected) => {
  expect([...domainsOf([url])]).toEqual(expected);
});
