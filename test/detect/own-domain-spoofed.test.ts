import { ownDomainSpoofed } from '../../src/detect/rules/own-domain-spoofed.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const forged = letterOf('spoofed-home-domain');

examples(ownDomainSpoofed, {
  'is medium where our own address comes from outside and asks for a password': {
    event: recordOf(forged),
    past: { mail: forged },
    finds: { severity: 'medium', says: /a mail from outside said it was from “.+”/ },
  },
  'accuses nobody of ours': {
    event: recordOf(forged, { recipients: ['bo@contoso.test'] }),
    past: { mail: forged },
    finds: { about: [{ label: 'Mailbox', key: 'bo@contoso.test' }] },
  },
  'stays quiet where it was proved': {
    event: recordOf(forged),
    past: { mail: with_(forged, { 'sender.is-home-from-outside': false }) },
    finds: undefined,
  },
  'stays quiet of a service that asks for nothing': {
    event: recordOf(forged),
    past: { mail: { ...forged, verdict: { ...forged.verdict, hits: [] } } },
    finds: undefined,
  },
});
