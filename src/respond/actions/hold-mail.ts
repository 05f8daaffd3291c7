// Takes mail out of people's mailboxes so that it can be given back: every copy of a message, or of a whole campaign and of
// what joins it later.
//
// POST /security/collaboration/analyzedEmails/remediate with softDelete. moveToQuarantine is in the same list but not
// supported; a copy that was softly deleted is as far out of its owner's sight, and comes back by moveToInbox, but only as
// long as the mailbox keeps deleted items. It never comes back by itself: time makes no mail harmless.

import { isSerious } from '../../model/finding.ts';
import { mailAction, mailIn } from '../mail-action.ts';

export const holdMail = mailAction({
  id: 'hold-mail',
  title: 'Hold the mail',
  labels: ['Email', 'Campaign'],
  order: 64,
  delay: 'Copies go within minutes; what was read or clicked before is not undone by it.',
  follows: true,
  change: { kind: 'move', to: 'held' },
  isDone: ({ place }) => place === 'held',
  isFor: () => true,
  was: ({ place }) => place,
  back: (was) => ({ kind: 'move', to: was === 'junk' || was === 'deleted' || was === 'held' ? was : 'inbox' }),
  done: 'held',
  undone: 'released',

  targets: ({ findings }) => {
    const { campaigns, messages } = mailIn(findings.filter(isSerious));
    return [...campaigns, ...messages];
  },

  preview: (name, copies) => ({
    changes: `${copies} of ${name} is taken out of its mailbox; of a campaign also what joins it later.`,
    ifRight: 'nobody opens it any more.',
    ifWrong: 'people miss mail that they wait for until it is undone, which gives all of it back at once.',
    undo: 'Can be undone as long as mailboxes keep deleted items, 14 days unless set otherwise',
  }),
});
