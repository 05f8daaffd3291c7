import { ruleMovesOrDeletes } from '../../src/detect/rules/rule-moves-or-deletes.ts';
import { hours } from '../../src/model/time.ts';
import { abroad, ana, mailboxRule, noon, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };

examples(ruleMovesOrDeletes, {
  'is high when a colleague’s mail is hidden from where nobody is': {
    event: mailboxRule({
      ...abroad,
      id: 'r',
      name: 'Team',
      from: ['bo@contoso.test'],
      marksRead: true,
      movesTo: 'Projects',
      session: 's',
    }),
    past: { rare: germany },
    finds: {
      severity: 'high',
      because: ['r'],
      says: /^made an inbox rule “Team” that marks mail from “bo@contoso\.test” as read and moves it to “Projects”, from Germany/,
      about: [
        { label: 'User', key: ana },
        { label: 'Mailbox', key: ana },
        { label: 'IP', key: abroad.address },
        { label: 'Session', key: 's' },
      ],
    },
  },
  'is low when the same rule is made at home': {
    event: mailboxRule({ name: 'Team', from: ['bo@contoso.test'], marksRead: true, movesTo: 'Projects' }),
    finds: { severity: 'low' },
  },
  'stays quiet when that mail is only filed': {
    event: mailboxRule({ from: ['bo@contoso.test'], movesTo: 'Projects' }),
    finds: undefined,
  },
  'is medium when it goes where nobody looks': {
    event: mailboxRule({ from: ['bo@contoso.test'], marksRead: true, movesTo: 'Historique des conversations' }),
    finds: { severity: 'medium' },
  },
  'stays quiet when newsletters are marked read and moved': {
    event: mailboxRule({ from: ['news@shop.test'], marksRead: true, movesTo: 'Newsletters' }),
    finds: undefined,
  },
  'stays quiet when a keyword is filed': { event: mailboxRule({ words: ['Jira'], movesTo: 'Tickets' }), finds: undefined },
  'is medium when any rule that moves is made where nobody is': {
    event: mailboxRule({ ...abroad, movesTo: 'Projects' }),
    past: { rare: germany },
    finds: { severity: 'medium' },
  },
  'stays quiet when a traveller makes that rule': {
    event: mailboxRule({ ...abroad, movesTo: 'Projects' }),
    past: {
      rare: germany,
      events: [signIn({ device: 'laptop', at: noon - hours(50) }), signIn({ ...abroad, device: 'laptop', at: noon - hours(2) })],
    },
    finds: undefined,
  },
  'is low when one stranger’s mail is deleted': {
    event: mailboxRule({ from: ['x@mail.test'], deletes: true }),
    finds: { severity: 'low' },
  },
  'stays quiet when it is switched off': {
    event: mailboxRule({ from: ['bo@contoso.test'], deletes: true, change: 'disabled' }),
    finds: undefined,
  },
  'shows a hostile name for what it is': {
    event: mailboxRule({ name: `a\u202Eb\n${'x'.repeat(100)}`, from: ['bo@contoso.test'], deletes: true }),
    finds: { says: /^made an inbox rule “ab x{56}…” that deletes mail/ },
  },
  'counts a colleague named without an address': {
    event: mailboxRule({ from: ['bo larsen'], deletes: true }),
    finds: { severity: 'low' },
  },
  'stays quiet when the condition is a domain': { event: mailboxRule({ from: ['shop.test'], deletes: true }), finds: undefined },
});
