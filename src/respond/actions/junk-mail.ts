// Moves mail to the junk folder: its owners can still find it, and no longer stumble over it.
//
// POST /security/collaboration/analyzedEmails/remediate with moveToJunk. What is held or thrown away stays where it is: junk
// would be nearer to people than that.

import { isSerious } from '../../model/finding.ts';
import { mailAction, mailIn } from '../mail-action.ts';

export const junkMail = mailAction({
  id: 'junk-mail',
  title: 'Move the mail to junk',
  labels: ['Email', 'Campaign'],
  order: 63,
  delay: 'Copies move within minutes.',
  change: { kind: 'move', to: 'junk' },
  isDone: ({ place }) => place === 'junk',
  isFor: ({ place }) => place === 'inbox' || place === 'elsewhere',
  was: ({ place }) => place,
  back: (was) => ({ kind: 'move', to: was === 'junk' ? 'junk' : 'inbox' }),
  done: 'moved to junk',
  undone: 'moved back',

  targets: ({ findings }) => {
    const { campaigns, messages } = mailIn(findings.filter((finding) => !isSerious(finding)));
    return [...campaigns, ...messages];
  },

  preview: (name, copies) => ({
    changes: `${copies} of ${name} moves to the junk folder.`,
    ifRight: 'people no longer take it for ordinary mail.',
    ifWrong: 'people look for it in their junk folder until it is undone.',
    undo: 'Can be undone',
  }),
});
