import { vipDisplayNameNearMatch } from '../../src/detect/rules/vip-display-name-near-match.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const borrowed = letterOf('vip-impersonation');

examples(vipDisplayNameNearMatch, {
  'is medium where an executive’s name asks from a stranger’s address': {
    event: recordOf(borrowed),
    past: { mail: borrowed },
    finds: { severity: 'medium', says: /under the name of “.+” and asked for something/ },
  },
  'stays quiet where that address has written on three days': {
    event: recordOf(borrowed),
    past: { mail: with_(borrowed, { 'correspondence.sender-days': 3 }) },
    finds: undefined,
  },
  'stays quiet where the recipients wrote there': {
    event: recordOf(borrowed),
    past: { mail: with_(borrowed, { 'correspondence.recipients-answered': 0.5 }) },
    finds: undefined,
  },
  'stays quiet where the name is nobody’s here': {
    event: recordOf(borrowed),
    past: { mail: with_(borrowed, { 'sender.imitates-vip': false }) },
    finds: undefined,
  },
});
