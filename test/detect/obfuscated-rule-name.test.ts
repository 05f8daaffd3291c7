import { obfuscatedRuleName } from '../../src/detect/rules/obfuscated-rule-name.ts';
import { abroad, ana, mailboxRule } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const hiding = { from: ['bo@contoso.test'], marksRead: true, movesTo: 'Archive' } as const;

examples(obfuscatedRuleName, {
  'is high when a rule named "." hides mail': {
    event: mailboxRule({ name: '.', rule: 'r', ...hiding }),
    finds: {
      severity: 'high',
      key: `${ana}/r`,
      says: 'made an inbox rule named “.”, marks mail from “bo@contoso.test” as read and moves it to “Archive”',
      about: [
        { label: 'Rule', key: 'r' },
        { label: 'Mailbox', key: ana },
      ],
    },
  },
  'stays quiet when the same rule has a name': { event: mailboxRule({ name: 'Bo', ...hiding }), finds: undefined },
  'is medium when a rule named ".." only files mail': {
    event: mailboxRule({ name: '..', movesTo: 'Projects' }),
    finds: { severity: 'medium' },
  },
  'is high when it was made where nobody is': {
    event: mailboxRule({ ...abroad, name: '..', movesTo: 'Projects' }),
    past: { rare: germany },
    finds: { severity: 'high', surpriseBits: 21, about: [{ label: 'Country', key: 'DE' }] },
  },
  'stays quiet when a client leaves the name out': { event: mailboxRule({ name: '', ...hiding }), finds: undefined },
  'fires on a name that prints nothing': {
    event: mailboxRule({ name: ' \u200b\u2800', ...hiding }),
    finds: { severity: 'high', says: /with a name that prints nothing/ },
  },
  'is medium when a rule named "dd" deletes': {
    event: mailboxRule({ name: 'dd', deletes: true }),
    finds: { severity: 'medium' },
  },
  'is low when a rule named "7" only files mail': {
    event: mailboxRule({ name: '7', movesTo: 'Projects' }),
    finds: { severity: 'low' },
  },
  'stays quiet when the name is a number with meaning': {
    event: mailboxRule({ name: '2026', movesTo: 'Projects' }),
    finds: undefined,
  },
  'stays quiet when the name is a word in another script': { event: mailboxRule({ name: 'ข่าว', ...hiding }), finds: undefined },
  'stays quiet when the name is one ideograph': { event: mailboxRule({ name: '税', ...hiding }), finds: undefined },
  'fires on a transport rule that sends copies out': {
    event: mailboxRule({ name: '.', scope: 'transport', forwardsTo: ['box@elsewhere.test'], words: ['invoice'] }),
    finds: { severity: 'high', says: 'made a rule for all mail named “.”, forwards mail with “invoice” to “box@elsewhere.test”' },
  },
  'stays quiet when it is removed': { event: mailboxRule({ name: '.', change: 'removed' }), finds: undefined },
});
