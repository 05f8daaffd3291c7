// Gives mail back to people's inboxes: what was held or went to junk wrongly, whoever did it.
//
// POST /security/collaboration/analyzedEmails/remediate with moveToInbox. It is never proposed: that mail is harmless after
// all is for a person to say. What its owner threw away or put in a folder stays there.

import { mailAction } from '../mail-action.ts';

export const releaseMail = mailAction({
  id: 'release-mail',
  title: 'Release the mail',
  labels: ['Email', 'Campaign'],
  order: 80,
  delay: 'Copies are back within minutes.',
  change: { kind: 'move', to: 'inbox' },
  isDone: ({ place }) => place === 'inbox',
  isFor: ({ place }) => place === 'held' || place === 'junk',
  was: ({ place }) => place,
  back: (was) => ({ kind: 'move', to: was === 'held' || was === 'junk' ? was : 'inbox' }),
  done: 'released',
  undone: 'put back',

  targets: () => [],

  preview: (name, copies) => ({
    changes: `${copies} of ${name} that is held or in junk returns to the inbox.`,
    ifRight: 'people have the mail they waited for.',
    ifWrong: 'dangerous mail is in front of people again until it is undone.',
    undo: 'Can be undone',
  }),
});
