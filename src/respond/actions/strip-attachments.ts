// Takes the files out of a message where it lies, and keeps them: the message can still be read.
//
// It needs a tenant that keeps the files it takes out. Microsoft Graph can delete an attachment of a received message, but
// has no documented way to put it back; there the rehearsal refuses it by name, and the mail is held instead.

import { isSerious } from '../../model/finding.ts';
import { mailAction, mailIn } from '../mail-action.ts';

export const stripAttachments = mailAction({
  id: 'strip-attachments',
  title: 'Take the files out of the mail',
  labels: ['Email'],
  order: 62,
  delay: 'It works at once; what was opened before is not undone by it.',
  change: { kind: 'attachments', stripped: true },
  isDone: ({ stripped }) => stripped,
  isFor: ({ place }) => place !== 'held',
  was: ({ stripped }) => stripped,
  back: (was) => ({ kind: 'attachments', stripped: was === true }),
  done: 'took the files out of',
  undone: 'gave the files back to',

  targets: ({ findings }) =>
    mailIn(findings.filter((finding) => !isSerious(finding) && finding.about.some(({ role }) => role === 'file'))).messages,

  preview: (name, copies) => ({
    changes: `${copies} of ${name} loses its files, which are kept.`,
    ifRight: 'nobody opens them.',
    ifWrong: 'people wait for harmless files until it is undone.',
    undo: 'Can be undone',
  }),
});
