// What a text wants: each intent on texts that want it, and on honest texts that are like them.

import { describe, expect, it } from 'vitest';
import { inducementsOf } from '../../src/mail/inducement.ts';
import { intents } from '../../src/mail/intent.ts';
import type { Intent } from '../../src/mail/intent.ts';
import { entitiesOf } from '../../src/mail/text/entities.ts';
import { wordsOf } from '../../src/mail/text/words.ts';

const wanted = (subject: string, text: string, { links = 0, files = 0, quoted = 0 } = {}) =>
  inducementsOf({ words: wordsOf(subject, text), entities: entitiesOf(text), links, files, quoted });

const demand = `I am a hacker and I have access to all of your devices. I recorded you through your webcam while you were on a porn site.
Send 1,400 USD in bitcoin to my wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 within 48 hours. If you do not pay, the video goes to all your friends and colleagues.
After I receive the money I will delete everything.`;

const wants: readonly (readonly [Intent, string, string, { links: number }?])[] = [
  ['extortion', 'I recorded you', demand],
  [
    'extortion',
    'Ich habe dich aufgenommen',
    'Ich bin ein Hacker und habe vollen Zugriff. Überweise 900 € in Bitcoin an 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, sonst werde ich das Video an alle deine Kontakte, Freunde und Kollegen schicken. Du hast 48 Stunden.',
  ],
  [
    'phishing',
    'Your mailbox is full',
    'Dear user, your mailbox is full. Click here and sign in to get more storage within 24 hours, or your account will be closed.',
    { links: 1 },
  ],
  [
    'phishing',
    'Seus pontos',
    'Prezado cliente, você tem 12.000 pontos. Clique aqui para resgatar seu prêmio, expiram hoje.',
    { links: 1 },
  ],
  [
    'credentials',
    'Verify your account',
    'Unusual activity was detected and your account was locked. Verify your account and sign in here with your password.',
    { links: 1 },
  ],
  [
    'paymentChange',
    'New bank details',
    'Our bank details have changed. Please make the payment of the open invoices to our new account DE89 3704 0044 0532 0130 00 and confirm when it is done.',
  ],
  [
    'giftCards',
    'Quick favour',
    'Are you at your desk? I need you to buy five Google Play gift cards. Scratch them and send me pictures of the codes. I am in a meeting.',
  ],
  [
    'callback',
    'Your renewal',
    'Your Norton subscription has been renewed and $399.99 will be charged to your card. To cancel the order call our support at +1 (888) 555-0119.',
  ],
  [
    'job',
    'Work from home',
    'We are hiring remote assistants. No experience needed, flexible hours, you earn $500 per week. Job offer for part time work from home.',
  ],
  [
    'authority',
    'Are you available?',
    'Hi Ana, are you available? I need you to handle a quick task. I am in a meeting and can’t talk, send me your cell number. Omar, CEO',
  ],
  [
    'solicitation',
    'Best price',
    'Buy now and save 70% on pills and replica watches, lowest prices guaranteed, free shipping, money back guarantee. Order now.',
  ],
];

describe('a text that wants something', () => {
  it.each(wants.map(([intent, subject, text, facts = { links: 0 }]) => ({ intent, subject, text, facts })))(
    '$intent: $subject',
    ({ intent, subject, text, facts }) => {
      expect(wanted(subject, text, facts)[intent].probability).toBeGreaterThan(0.5);
    },
  );
});

const honest: readonly {
  readonly what: string;
  readonly text: string;
  readonly facts?: { readonly links?: number; readonly quoted?: number };
}[] = [
  { what: 'minutes', text: 'Hi Ana, attached are the minutes of the meeting on Thursday. Tell me if I forgot anything. Zoe' },
  {
    what: 'a receipt',
    text: 'Thank you for your order. Order number 4471-2290, total $45.20. Your parcel has been shipped and arrives on Friday.',
    facts: { links: 4 },
  },
  {
    what: 'maintenance',
    text: 'On Saturday the mail system is upgraded. No action is required, your password stays the same. IT service desk',
  },
  {
    what: 'an invoice of every month',
    text: 'Attached is the invoice for March over € 1,240.00, payable within 30 days to our usual account. Kind regards, Zoe',
  },
  {
    what: 'a present for a colleague',
    text: 'We collect for a gift card for Omar who leaves on Friday. Drop by at my desk. See you at lunch.',
  },
  {
    what: 'a list',
    text: 'On Tue, Zoe wrote: the patch fixes the bug. It works with version 2 on linux.',
    facts: { quoted: 600 },
  },
  {
    what: 'a newsletter on markets',
    text: 'Bitcoin fell today, said analysts. Read the story. Unsubscribe.',
    facts: { links: 12 },
  },
];

describe('an honest text', () => {
  it.each(honest)('wants nothing: $what', ({ text, facts = {} }) => {
    const of = wanted('', text, facts);
    expect(intents.filter((intent) => of[intent].probability > 0.5)).toEqual([]);
  });

  it('may quote what it warns of', () => {
    const newsletter = `Hello everyone,\nseveral colleagues received extortion emails this month. The scammers claim that they hacked the device. A typical example reads:\n"${demand}"\nIt is a bluff. Do not pay, do not reply, and report such a message to the security team. Scammers send millions of them.`;
    expect(wanted('Security newsletter', newsletter, { links: 5 }).extortion.probability).toBeLessThan(0.1);
    expect(wanted('I recorded you', demand).extortion.probability).toBeGreaterThan(0.9);
  });
});

it('is not hidden by a long text around it', () => {
  const padding = 'The weather was fine and we walked along the river for an hour. '.repeat(120);
  expect(wanted('Hello', `${padding}\n${demand}\n${padding}`).extortion.probability).toBeGreaterThan(0.5);
});

it('does not add up from mentions far apart', () => {
  const padding = 'The weather was fine and we walked along the river for an hour. '.repeat(60);
  const apart = [
    'A hacker spoke at the fair.',
    'The price of bitcoin fell.',
    'I sent the video to all my friends.',
    'You have 48 hours to see it.',
  ].join(padding);
  expect(wanted('Hello', apart).extortion.probability).toBeLessThan(0.1);
});

it('tells its reasons in words of the model, strongest first', () => {
  const { reasons } = wanted('I recorded you', demand).extortion;
  expect(reasons.map(({ says }) => says)).toContain('claims to have recorded something shameful');
  expect(reasons.every(({ says }) => !demand.includes(says))).toBe(true);
  const sizes = reasons.map(({ weight }) => Math.abs(weight));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

it('knows of a text without words that it wants little', () => {
  const of = wanted('', '');
  expect(Math.max(...intents.map((intent) => of[intent].probability))).toBeLessThan(0.1);
  expect(intents.flatMap((intent) => of[intent].reasons)).toEqual([]);
});
