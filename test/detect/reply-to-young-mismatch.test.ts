import { replyToYoungMismatch } from '../../src/detect/rules/reply-to-young-mismatch.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const swapped = with_(letterOf('reply-to-swap-asking-money'), {
  'sender.reply-to-other-domain': true,
  'sender.reply-to-known': false,
  'domains.reply-to-new': true,
});

examples(replyToYoungMismatch, {
  'is medium where a request for money is to be answered elsewhere': {
    event: recordOf(swapped),
    past: { mail: swapped },
    finds: { severity: 'medium', says: /with answers going to “.+”, of a domain unknown here/ },
  },
  'stays quiet where that address has written here': {
    event: recordOf(swapped),
    past: { mail: with_(swapped, { 'sender.reply-to-known': true }) },
    finds: undefined,
  },
  'stays quiet where its domain is known here': {
    event: recordOf(swapped),
    past: { mail: with_(swapped, { 'domains.reply-to-new': false }) },
    finds: undefined,
  },
  'stays quiet of a list': {
    event: recordOf(swapped),
    past: { mail: with_(swapped, { 'headers.is-list': true }) },
    finds: undefined,
  },
});
