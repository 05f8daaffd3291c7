// Writes once to everybody who has a copy: do not trust it, and say so if you did.
//
// POST /users/{sender}/sendMail, one message a person, found again among those sent. Its text says nothing that the mail in
// question says: that was written by strangers.

import { isSerious } from '../../model/finding.ts';
import type { CopyRef } from '../copies.ts';
import { mailAction, mailIn } from '../mail-action.ts';

export const notifyRecipients = mailAction({
  id: 'notify-recipients',
  title: 'Warn the recipients',
  labels: ['Email', 'Campaign'],
  order: 70,
  delay: 'People read it when they read their mail.',
  change: { kind: 'notice' },
  isDone: ({ notifiedAt }) => notifiedAt !== undefined,
  isFor: () => true,
  was: ({ notifiedAt }) => notifiedAt !== undefined,
  noInverse: 'What was said cannot be unsaid; write to them again instead.',
  choose: oneEach,
  done: 'wrote about',

  targets: ({ findings }) => {
    const { campaigns, messages } = mailIn(findings.filter(isSerious));
    return [...campaigns, ...messages];
  },

  preview: (name, copies) => ({
    changes: `${copies} of ${name} counts: whoever has one is written to, once.`,
    ifRight: 'those who trusted it say so in time.',
    ifWrong: 'people are alarmed by harmless mail.',
    undo: 'Cannot be undone',
  }),
});

/** One copy of each recipient's, the first. */
function oneEach(copies: readonly CopyRef[]): readonly CopyRef[] {
  const first = new Map<string, CopyRef>();
  for (const copy of copies) if (!first.has(copy.recipient)) first.set(copy.recipient, copy);
  return [...first.values()];
}
