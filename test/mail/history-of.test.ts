// What a tenant knows as of a message, out of mail told before it.

import { describe, expect, it } from 'vitest';
import { historyOf, strangers } from '../../src/mail/history-of.ts';
import { noMail, remember } from '../../src/mail/memory.ts';
import type { MailMemory } from '../../src/mail/memory.ts';
import { inOrder } from '../../src/model/event.ts';
import type { Mail } from '../../src/model/event.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { mail, noon } from '../support/events.ts';
import { letter, zoe } from '../support/letters.ts';

const ana = 'ana@contoso.test';
const bo = 'bo@contoso.test';
const cy = 'cy@contoso.test';

const sent = (at: number, from: string, to: readonly string[], given: Partial<Mail> = {}): Mail =>
  mail({
    at,
    sender: from,
    recipients: to,
    message: `${from}/${at}`,
    urls: [],
    direction: 'unknown',
    delivery: 'delivered',
    ...given,
  });

/** Told in order, whatever order they are given in. */
function memoryOf(mails: readonly Mail[]): MailMemory {
  const memory = noMail(['contoso.test']);
  for (const one of mails.toSorted(inOrder)) remember(memory, one);
  return memory;
}

const asked = letter({ to: [ana, bo], id: 'asked@fabrikam.test' });

describe('what there was with the author', () => {
  const past = memoryOf([
    sent(noon - days(40), zoe, [ana]),
    sent(noon - days(40) + hours(1), zoe, [ana]),
    sent(noon - days(2), zoe, [cy]),
    sent(noon - days(1), 'mo@fabrikam.test', [bo]),
    sent(noon - days(3), bo, [zoe]),
  ]);
  const known = historyOf(past, asked, noon);

  it('is counted by messages, days and people', () => {
    expect(known.sender).toMatchObject({
      messages: 3,
      days: 2,
      firstAt: noon - days(40),
      lastAt: noon - days(2),
      recipientsReached: 1,
      recipientsAnswered: 1,
    });
    expect(known.domain).toMatchObject({
      messages: 4,
      days: 3,
      lastAt: noon - days(1),
      recipientsReached: 2,
      recipientsAnswered: 1,
    });
    expect(known.sender?.hours?.[9]).toBe(2);
    expect(known.association?.of).toBe(2);
  });

  it('is nothing, and no secret, where there was none', () => {
    const stranger = historyOf(past, letter({ from: 'x@tailspin.test' }), noon);
    expect(stranger.sender).toMatchObject({ messages: 0, days: 0, recipientsReached: 0, recipientsAnswered: 0 });
    expect(stranger.outpouring).toBeUndefined();
    expect(stranger.association?.probability).toBeLessThan(known.association?.probability ?? 0);
  });

  it('is not asked of nobody', () => {
    const nobody = historyOf(past, letter({ from: '', envelope: '' }), noon);
    expect([nobody.sender, nobody.domain, nobody.association]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a message told before it is asked about', () => {
  const others = [sent(noon - days(1), zoe, [ana]), sent(noon - hours(1), zoe, [ana], { urls: ['https://www.tailspin.test/a'] })];
  const own = sent(noon, zoe, [ana, bo], { message: asked.id, urls: ['https://tailspin.test/b'] });
  const plain = (memory: MailMemory) => {
    const { thread, linkedBefore, known, ...rest } = historyOf(memory, asked, noon);
    return { ...rest, known: [...known.domains], thread: thread(asked.id), linked: linkedBefore('tailspin.test') };
  };

  it('does not count itself', () => {
    expect(plain(memoryOf([...others, own]))).toEqual(plain(memoryOf(others)));
    expect(plain(memoryOf(others)).linked).toBe(1);
  });

  it('is left as it was by asking', () => {
    const memory = memoryOf([...others, own]);
    const before = structuredClone({ ...memory, morning: undefined });
    historyOf(memory, asked, noon);
    expect({ ...memory, morning: undefined }).toEqual(before);
  });
});

describe('one message in many records', () => {
  const whole = sent(noon - hours(1), zoe, [ana, bo], { message: 'one@fabrikam.test' });
  const rows = [ana, bo].map((to, index) =>
    sent(noon - hours(1), zoe, [to], { message: 'one@fabrikam.test', id: `row${index}` }),
  );

  it.each([
    ['a row for each recipient', rows],
    ['its bytes as well', [...rows, whole]],
  ])('counts once: %s', (_, mails) => {
    const { sender, outpouring, thread } = historyOf(memoryOf(mails), asked, noon);
    expect(sender).toMatchObject({ messages: 1, days: 1, recipientsReached: 2 });
    expect(outpouring).toEqual({ lastHour: 0, lastDay: 1, mostInADay: 0, newRecipients: 2 });
    expect(thread('one@fabrikam.test')?.toSorted()).toEqual([ana, bo, zoe]);
  });

  it('is by whom its bytes say, not by the server that sent it', () => {
    const trace = sent(noon - hours(1), 'bounce-17@mailer.test', [ana], { message: 'one@fabrikam.test', id: 'a' });
    const bytes = sent(noon - hours(1), 'bounce-17@mailer.test', [ana], { message: 'one@fabrikam.test', id: 'b', author: zoe });
    for (const mails of [
      [trace, bytes],
      [{ ...trace, id: 'c' }, bytes],
    ]) {
      const { sender, domain } = historyOf(memoryOf(mails), asked, noon);
      expect([sender?.messages, domain?.messages]).toEqual([1, 1]);
    }
  });

  it('does not count what was refused or held back', () => {
    const held = (['rejected', 'quarantined'] as const).map((delivery, index) =>
      sent(noon - days(index + 1), zoe, [ana], { delivery }),
    );
    expect(historyOf(memoryOf(held), asked, noon).sender?.messages).toBe(0);
  });
});

describe('what else is remembered', () => {
  it('knows domains that wrote or were written to three times by the day before', () => {
    const mails = [1, 2, 3].flatMap((day) => [
      sent(noon - days(day), 'a@tailspin.test', [ana]),
      sent(noon - days(day) + 1, ana, ['b@wingtip.test']),
      sent(noon - minutes(day), 'a@litware.test', [ana]),
    ]);
    const { known } = historyOf(memoryOf(mails), asked, noon);
    expect([...known.domains].sort()).toEqual(['contoso.test', 'tailspin.test', 'wingtip.test']);
  });

  it('tells an outpouring from what was sent before', () => {
    const many = Array.from({ length: 30 }, (_, n) => sent(noon - minutes(90) + n * minutes(2), bo, [`p${n}@tailspin.test`]));
    const before = [2, 3, 4].map((day) => sent(noon - days(day), bo, ['p1@tailspin.test']));
    const { outpouring } = historyOf(memoryOf([...before, ...many]), letter({ from: bo, to: ['q@tailspin.test'] }), noon);
    expect(outpouring).toEqual({ lastHour: 14, lastDay: 30, mostInADay: 1, newRecipients: 29 });
  });

  it('counts how often a domain was linked to, once a message', () => {
    const urls = ['https://a.tailspin.test/1', 'http://tailspin.test/2', 'mailto:x@tailspin.test', 'https://192.0.2.7/'];
    const { linkedBefore } = historyOf(memoryOf([sent(noon - days(1), zoe, [ana], { urls })]), asked, noon);
    expect([linkedBefore('tailspin.test'), linkedBefore('wingtip.test')]).toEqual([1, 0]);
  });

  it('knows whether recipients have anybody in common', () => {
    const apart = [sent(noon - days(3), ana, ['a@tailspin.test']), sent(noon - days(3), bo, ['b@wingtip.test'])];
    expect(historyOf(memoryOf(apart), asked, noon).together).toBe(0);
    expect(historyOf(memoryOf([...apart, sent(noon - days(2), cy, [ana, bo])]), asked, noon).together).toBe(1);
    expect(historyOf(memoryOf([...apart, sent(noon - days(2), ana, [bo])]), asked, noon).together).toBe(1);
    expect(historyOf(memoryOf(apart), letter({ to: [ana] }), noon).together).toBeUndefined();
  });

  it('holds nobody together by what everybody has', () => {
    const everybody = Array.from({ length: 60 }, (_, n) => `p${n}@contoso.test`);
    const news = sent(noon - days(1), 'news@tailspin.test', [...everybody, ana, bo]);
    expect(historyOf(memoryOf([news]), asked, noon).together).toBe(0);
  });

  it('takes the time zone of most recipients', () => {
    const zones: Record<string, string> = { [ana]: 'Europe/Madrid', [bo]: 'Europe/Paris', [cy]: 'Europe/Paris' };
    const around = { zoneOf: (it: string) => zones[it] };
    expect(historyOf(memoryOf([]), letter({ to: [ana, bo, cy] }), noon, around).zone).toBe('Europe/Paris');
    expect(historyOf(memoryOf([]), letter({ to: [ana, bo] }), noon, around).zone).toBe('Europe/Madrid');
    expect(historyOf(memoryOf([]), letter({ to: ['x@tailspin.test'] }), noon, around).zone).toBeUndefined();
  });
});

it('is the same whatever the order of arrival, once in order, and however often it is told', () => {
  const mails = Array.from({ length: 60 }, (_, n) =>
    sent(
      noon - days(50 - (n % 50)) + n,
      [zoe, ana, bo, 'mo@fabrikam.test'][n % 4] ?? '',
      [[ana, bo], [zoe, cy], [cy]][n % 3] ?? [],
      {
        urls: n % 5 === 0 ? ['https://tailspin.test/'] : [],
      },
    ),
  );
  const told = (list: readonly Mail[]) => JSON.stringify(historyOf(memoryOf(list), asked, noon));
  expect(told(mails.toReversed())).toBe(told(mails));
  expect(told([...mails, ...mails])).toBe(told(mails));
});

it('is nothing at all for strangers', () => {
  expect([strangers.isKnown, strangers.thread('x'), strangers.linkedBefore('tailspin.test')]).toEqual([false, undefined, 0]);
});
