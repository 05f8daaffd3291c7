// Figures of the words of recorded mail, held to floors; the mail itself stays where it lies.

import { describe, expect, it } from 'vitest';
import { areCorporaThere } from '../../bench/mail/corpora.ts';
import { labelledIntents } from '../../bench/mail/labelled-intents.ts';
import { labels } from '../../bench/mail/labels.ts';
import { templates } from '../../bench/mail/examples/all.ts';
import { filled } from '../../bench/mail/examples/template.ts';
import { areWalletsThere, walletFigures, WALLETS } from '../../bench/mail/wallets.ts';

if (!areWalletsThere()) console.log(`skipped: ${WALLETS} not present`);
if (!areCorporaThere()) console.log('skipped: recorded mail not present');

it.skipIf(!areWalletsThere())(
  'wallets are found, and damaged ones are not',
  () => {
    expect(walletFigures()).toMatchObject({ addresses: 12_533, found: 12_522, tried: 1253, foundDamaged: 0, foundBroken: 1253 });
  },
  120_000,
);

describe.skipIf(!areCorporaThere())('what recorded mails want', () => {
  it('is told above the floors', async () => {
    const figures = await labelledIntents();
    expect(figures.extortion).toMatchObject({ recall: 1, falsePositives: 0 });
    expect(figures.phishing.auc).toBeGreaterThan(0.85);
    expect(figures.phishing.falsePositives).toBeLessThan(0.1);
    expect(figures.solicitation.auc).toBeGreaterThan(0.82);
  }, 300_000);
});

describe('labels', () => {
  it('name each mail once, and no intent both ways', () => {
    expect(new Set(labels.map(({ sha256 }) => sha256)).size).toBe(labels.length);
    expect(labels.filter(({ wants, unsure }) => wants.some((intent) => unsure.includes(intent)))).toEqual([]);
    expect(labels.length).toBeGreaterThan(150);
  });
});

describe('examples', () => {
  it('are the same for the same seed, and others for another', () => {
    const some = templates.slice(0, 5);
    expect(filled(some, 3, 'a')).toEqual(filled(some, 3, 'a'));
    expect(filled(some, 3, 'a')).not.toEqual(filled(some, 3, 'b'));
  });

  it('leave no slot open', () => {
    expect(filled(templates, 2, 'open').filter(({ subject, body }) => /[{}|]/u.test(subject + body))).toEqual([]);
  });
});
