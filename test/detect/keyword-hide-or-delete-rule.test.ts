import { describe, expect, it } from 'vitest';
import { keywordHideOrDeleteRule } from '../../src/detect/rules/keyword-hide-or-delete-rule.ts';
import { hours } from '../../src/model/time.ts';
import { abroad, ana, mailboxRule, noon, signIn } from '../support/events.ts';
import { examples, never, past } from '../support/examples.ts';

const germany = { country: { DE: never } };

examples(keywordHideOrDeleteRule, {
  'is medium when mail about a break-in is deleted': {
    event: mailboxRule({ id: 'r', name: 'Tidy', words: ['hacked'], deletes: true, session: 's' }),
    finds: {
      severity: 'medium',
      because: ['r'],
      says: 'made an inbox rule “Tidy” that keeps mail about security out of sight: it deletes mail with “hacked”',
      about: [
        { label: 'User', key: ana },
        { label: 'Mailbox', key: ana },
        { label: 'Session', key: 's' },
      ],
    },
  },
  'is high with a list of both kinds, marked as read': {
    event: mailboxRule({ words: ['invoice', 'payment', 'phishing'], movesTo: 'RSS Feeds', marksRead: true }),
    finds: { severity: 'high', says: /keeps mail about money and security out of sight/ },
  },
  'is low when one word about money goes to the junk': {
    event: mailboxRule({ words: ['invoice'], movesTo: 'Junk Email' }),
    finds: { severity: 'low' },
  },
  'is high when that is done from where nobody is': {
    event: mailboxRule({ ...abroad, words: ['invoice'], deletes: true }),
    past: { rare: germany },
    finds: { severity: 'high', says: /, from Germany/ },
  },
  'is low when a traveller does it': {
    event: mailboxRule({ ...abroad, words: ['invoice'], deletes: true }),
    past: {
      rare: germany,
      events: [signIn({ device: 'laptop', at: noon - hours(50) }), signIn({ ...abroad, device: 'laptop', at: noon - hours(2) })],
    },
    finds: { severity: 'low' },
  },
  'stays quiet when the word is nobody’s bait': {
    event: mailboxRule({ words: ['newsletter'], deletes: true }),
    finds: undefined,
  },
  'stays quiet when tickets are deleted': {
    event: mailboxRule({ words: ['[JIRA]', 'Ticket'], deletes: true }),
    finds: undefined,
  },
  'stays quiet when invoices are filed where people look': {
    event: mailboxRule({ words: ['invoice'], movesTo: 'Invoices', marksRead: true }),
    finds: undefined,
  },
  'stays quiet when a gateway’s own mark is filed as junk': {
    event: mailboxRule({ words: ['[SUSPICIOUS]', '*** PHISHING ***'], movesTo: 'Junk Email' }),
    finds: undefined,
  },
  'stays quiet without a word, whatever the name': {
    event: mailboxRule({ name: '.', from: ['bo@contoso.test'], deletes: true }),
    finds: undefined,
  },
  'weighs one outside sender’s mail less': {
    event: mailboxRule({ words: ['payment', 'invoice', 'overdue'], from: ['billing@shop.test'], deletes: true }),
    finds: { severity: 'low' },
  },
  'weighs a colleague’s in full': {
    event: mailboxRule({ words: ['payment', 'invoice', 'overdue'], from: ['bo@contoso.test'], deletes: true }),
    finds: { severity: 'medium' },
  },
  'stays quiet when it is switched off or removed': {
    event: mailboxRule({ words: ['hacked'], deletes: true, change: 'removed' }),
    finds: undefined,
  },
  'stays quiet about rules for all mail': {
    event: mailboxRule({ words: ['hacked'], deletes: true, scope: 'transport' }),
    finds: undefined,
  },
  'stays quiet when it failed': {
    event: mailboxRule({ words: ['hacked'], deletes: true, outcome: 'failure' }),
    finds: undefined,
  },
});

describe('telling words', () => {
  it.each([
    'Rechnung 2026',
    'mot de passe',
    'Überweisung',
    'contraseña',
    'счет на оплату',
    '請求書',
    'virement',
    'Wire',
    'MFA',
    'do not open',
  ])('%s is one', (word) => {
    const event = mailboxRule({ words: [word], deletes: true });
    expect(keywordHideOrDeleteRule.judge(event, past({}, event))).toBeDefined();
  });

  it.each(['wireless', 'hash', 'bankholiday', 'lunch', 'payload', 'weekly digest', 'riband'])('%s is none', (word) => {
    const event = mailboxRule({ words: [word], deletes: true });
    expect(keywordHideOrDeleteRule.judge(event, past({}, event))).toBeUndefined();
  });
});
