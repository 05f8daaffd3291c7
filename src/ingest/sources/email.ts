// Mail: raw messages, as a reader of their bytes hands them on, and rows of Exchange's message trace.

import { isMessage, readMessage } from '../email/message.ts';
import { isTrace, readTrace } from '../email/trace.ts';
import { source } from '../source.ts';

export const email = source({
  id: 'email',
  title: 'Mail messages and message trace',

  recognises: (record) => isMessage(record) || isTrace(record),
  read: (record) => (isMessage(record) ? readMessage(record) : readTrace(record)),
});
