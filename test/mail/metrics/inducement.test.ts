// What a message wants and by which means, as metrics: each flag on a text that has it, and all of them quiet on a plain letter.

import { describe, expect, it } from 'vitest';
import { inducement } from '../../../src/mail/metrics/inducement.ts';
import type { Metric } from '../../../src/mail/metric.ts';
import { letter, readingFrom } from '../../support/letters.ts';

const byId = new Map<string, Metric>(inducement.map((metric) => [metric.id, metric]));
const of = (id: string, text: string) => byId.get(`inducement.${id}`)?.of(readingFrom(letter({ subject: '', text })));

const plain = 'Hello Ana,\nhere are the figures you wanted to see.\nZoe';

const flags: readonly (readonly [string, string])[] = [
  ['urgency', 'This is urgent.'],
  ['consequence', 'Otherwise your account will be closed.'],
  ['secrecy', 'Keep this confidential.'],
  ['unreachable', 'I am in a meeting.'],
  ['availability', 'Are you available?'],
  ['authority-claim', 'the IT department'],
  ['official-claim', 'a letter of the Finanzamt'],
  ['threat', 'I hacked your computer'],
  ['legal-threat', 'we will take legal action'],
  ['crypto', 'in bitcoin'],
  ['account-trouble', 'your account was suspended'],
  ['asks-to-confirm', 'confirm your identity'],
  ['asks-to-sign-in', 'please sign in'],
  ['asks-to-click', 'click the link'],
  ['asks-to-open', 'open the attachment'],
  ['asks-to-call', 'call us immediately'],
  ['asks-to-reply', 'send me your address'],
  ['asks-to-scan', 'scan the QR code'],
  ['asks-to-move', 'write by WhatsApp'],
  ['asks-for-number', 'send me your mobile number'],
  ['bank-details', 'the wire transfer'],
  ['invoice', 'the invoice'],
  ['gift-card', 'some gift cards'],
  ['parcel', 'your parcel is waiting'],
  ['document', 'a new document was shared with you'],
  ['prize', 'claim your prize'],
  ['renewal', 'your subscription was renewed'],
  ['awareness-talk', 'a phishing simulation'],
  ['reported-speech', 'several colleagues received it'],
  ['no-action', 'no action is required'],
];

describe('a flag', () => {
  it.each(flags)('%s: %s', (id, text) => {
    expect(of(id, text)).toBe(true);
  });

  it.each(flags.map(([id]) => id))('%s is down in a plain letter', (id) => {
    expect(of(id, plain)).toBe(false);
  });
});

const demand =
  'I hacked your device and recorded you with your webcam on a porn site. Send $900 in bitcoin to my wallet 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 within 48 hours or all your contacts see the video.';

it('tells the strongest intent and why', () => {
  expect(of('extortion', demand)).toBeGreaterThan(0.9);
  expect(of('strongest', demand)).toBe('extortion');
  expect(of('strongest-probability', demand)).toBe(of('extortion', demand));
  expect(of('reasons', demand)).toContain('claims to have recorded something shameful');
  expect(of('concepts', demand)).toContain('asks for payment in cryptocurrency');
});

it('tells none where nothing is likely', () => {
  expect(of('strongest', plain)).toBeUndefined();
  expect(of('strongest-probability', plain)).toBeLessThan(0.5);
  expect(of('reasons', plain)).toEqual([]);
});
