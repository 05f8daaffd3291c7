// Locks the links of a message where it lies: they lead to a warning instead, and the message can still be read.
//
// It needs a tenant that can change mail after it was received. Microsoft Graph cannot: the body of a message can be set only
// while it is a draft. There the rehearsal refuses it by name, and the mail is held instead.

import { isSerious } from '../../model/finding.ts';
import { mailAction, mailIn } from '../mail-action.ts';

export const lockLinks = mailAction({
  id: 'lock-links',
  title: 'Lock the links of the mail',
  labels: ['Email'],
  order: 61,
  delay: 'It works at once; what was clicked before is not undone by it.',
  change: { kind: 'links', locked: true },
  isDone: ({ linksLocked }) => linksLocked,
  isFor: ({ place }) => place !== 'held',
  was: ({ linksLocked }) => linksLocked,
  back: (was) => ({ kind: 'links', locked: was === true }),
  done: 'locked the links of',
  undone: 'unlocked the links of',

  targets: ({ findings }) =>
    mailIn(findings.filter((finding) => !isSerious(finding) && finding.about.some(({ role }) => role === 'link'))).messages,

  preview: (name, copies) => ({
    changes: `${copies} of ${name} gets its links locked: they lead to a warning.`,
    ifRight: 'nobody reaches the page behind them.',
    ifWrong: 'people cannot follow harmless links until it is undone.',
    undo: 'Can be undone',
  }),
});
