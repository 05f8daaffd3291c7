import { becNewSender } from '../../src/detect/rules/bec-new-sender.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const cards = with_(letterOf('gift-cards'), { 'correspondence.first-contact': true });
const offer = with_(letterOf('never-seen-domain-asks-money', false), { 'correspondence.first-contact': true });

examples(becNewSender, {
  'is medium where a stranger asks for cards': {
    event: recordOf(cards),
    past: { mail: cards },
    finds: { severity: 'medium', says: /of a domain that had never written here, asked for money/ },
  },
  'stays quiet where the same asks who has written before': {
    event: recordOf(cards),
    past: { mail: with_(cards, { 'correspondence.first-contact': false }) },
    finds: undefined,
  },
  'stays quiet of a list': {
    event: recordOf(cards),
    past: { mail: with_(cards, { 'headers.is-list': true }) },
    finds: undefined,
  },
  'stays quiet where it goes on with an exchange that went through here': {
    event: recordOf(cards),
    past: { mail: with_(cards, { 'thread.is-known': true }) },
    finds: undefined,
  },
  'stays quiet of a stranger who asks for nothing': { event: recordOf(offer), past: { mail: offer }, finds: undefined },
});
