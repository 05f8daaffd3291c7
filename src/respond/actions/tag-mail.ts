// Marks mail as suspicious where its owner reads it, and leaves it there.
//
// PATCH /users/{id}/messages/{id} {"categories": […]}. It goes after a month: a warning that nobody takes away is one that
// nobody sees.

import { isSerious } from '../../model/finding.ts';
import { mailAction, mailIn } from '../mail-action.ts';

const TAG = 'Suspicious';

export const tagMail = mailAction({
  id: 'tag-mail',
  title: 'Mark the mail as suspicious',
  labels: ['Email'],
  order: 60,
  expiryDays: 30,
  delay: 'It shows within minutes and goes by itself after 30 days.',
  change: { kind: 'tag', tag: TAG, on: true },
  isDone: ({ tags }) => tags.includes(TAG),
  isFor: ({ place }) => place !== 'held',
  was: ({ tags }) => tags.includes(TAG),
  back: (was) => ({ kind: 'tag', tag: TAG, on: was === true }),
  done: 'marked',
  undone: 'unmarked',

  targets: ({ findings }) => mailIn(findings.filter((finding) => !isSerious(finding))).messages,

  preview: (name, copies) => ({
    changes: `${copies} of ${name} carries the category ${TAG}.`,
    ifRight: 'whoever reads it is warned.',
    ifWrong: 'harmless mail looks bad until it is undone.',
    undo: 'Can be undone',
  }),
});
