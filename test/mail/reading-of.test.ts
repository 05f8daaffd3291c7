import { describe, expect, it } from 'vitest';
import { strangers } from '../../src/mail/history-of.ts';
import { heldAgainst, readingOf } from '../../src/mail/reading-of.ts';
import type { Reading } from '../../src/mail/reading.ts';
import { letter } from '../support/letters.ts';
import type { Letter } from '../support/letters.ts';

const read = (given: Letter): Reading => readingOf(letter(given), strangers);
const mine = 'Hello Ana, the plan for Thursday stands as we said on the telephone.';

describe('a reading', () => {
  it.each([
    ['the HTML, where there is any', { text: 'plain', html: `<p>${mine}</p><p style="display:none">not this</p>` }, mine],
    ['the plain part, where there is no HTML', { text: mine }, mine],
    ['the plain part, where the HTML shows nothing', { text: mine, html: '<p style="display:none">not this</p>' }, mine],
    ['nothing, where there is nothing', { text: '', html: '' }, ''],
    [
      'what stands for pictures, where they say it all',
      { text: '', html: '<img alt="Your parcel waits">Hi' },
      'Hi\nYour parcel waits',
    ],
    ['no words for pictures beside a text', { text: '', html: `<img alt="Logo">${mine}` }, mine],
    ['plain text as it is read', { text: 'pass\u200Bword' }, 'password'],
  ])('has seen %s', (_, given, seen) => {
    expect(read(given).seen).toBe(seen);
  });

  it.each([
    ['plain text', { text: `${mine}\n\nOn 5 Jan 2026, Bo wrote:\n> When?` }, 'On 5 Jan 2026, Bo wrote:\n> When?'],
    ['HTML, by its marks', { text: '', html: `<div>${mine}</div><div class="gmail_quote">When?</div>` }, 'When?'],
    [
      'HTML, by its words',
      { text: '', html: `<p>${mine}</p><p>-----Original Message-----</p><p>When?</p>` },
      '-----Original Message-----\nWhen?',
    ],
  ])('parts what is quoted from the rest, in %s', (_, given, quoted) => {
    const { seen, quoted: below } = read(given);
    expect([seen, below]).toEqual([mine, quoted]);
  });

  it.each([
    ['nothing', '<div class="gmail_quote">Send the money today, to this account, and tell nobody.</div>'],
    ['a word', 'FYI<div class="gmail_quote">Send the money today, to this account, and tell nobody.</div>'],
  ])('takes what is quoted for what is said, where %s stands above it', (_, html) => {
    const { seen, quoted } = read({ text: '', html });
    expect([seen.includes('Send the money'), quoted]).toEqual([true, '']);
  });

  it('has the words of attachments apart', () => {
    const reading = read({ files: [{ found: { text: 'Pay  the\u200B invoice' } }, { found: { text: 'today' } }] });
    expect(reading.enclosed).toBe('Pay the invoice\ntoday');
    expect(reading.seen).not.toContain('invoice');
  });

  it('has no page without HTML', () => {
    expect(read({ text: mine }).page).toBeUndefined();
  });

  it('reads each part once', () => {
    const reading = read({ html: '<a href="https://fabrikam.test/">a</a>' });
    expect([reading.page === reading.page, reading.links === reading.links, reading.words === reading.words]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('a reading held against something else that is known', () => {
  it('is the same but for that, and reads nothing twice', () => {
    const first = read({ html: `<p>${mine} <a href="https://fabrikam.test/plan">The plan</a></p>` });
    const known = { ...strangers, isKnown: true };
    const second = heldAgainst(first, known);
    expect([first.history, second.history]).toEqual([strangers, known]);
    expect(second.page).toBe(first.page);
    expect(second.links).toBe(first.links);
    expect(second.seen).toBe(first.seen);
  });
});
