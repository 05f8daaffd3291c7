// Mail: raw messages, as a reader of their bytes hands them on, messages of Microsoft Graph, and rows of Exchange's message
// trace.

import { isGraphMessage } from '../email/graph-message.ts';
import { isMessage, readGraphMessage, readMessage } from '../email/message.ts';
import { isTrace, readTrace } from '../email/trace.ts';
import { source } from '../source.ts';

export const email = source({
  id: 'email',
  title: 'Mail messages and message trace',

  recognises: (record) => isMessage(record) || isGraphMessage(record) || isTrace(record),
  read: (record) => {
    if (isMessage(record)) return readMessage(record);
    return isGraphMessage(record) ? readGraphMessage(record) : readTrace(record);
  },
});
