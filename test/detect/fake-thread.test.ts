import { fakeThread } from '../../src/detect/rules/fake-thread.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf, with_ } from '../support/judged-mail.ts';

const fake = letterOf('fake-thread');
const twin = letterOf('thread-hijack-lookalike');
const real = letterOf('fake-thread', false);

examples(fakeThread, {
  'is found where there was nothing to answer and it asks for something': {
    event: recordOf(fake),
    past: { mail: fake },
    finds: { says: /answered a mail nobody had sent them/ },
  },
  'is high where a domain like the other side’s goes on with a real exchange and asks for money': {
    event: recordOf(twin),
    past: { mail: twin },
    finds: { severity: 'high', says: /went on with an exchange of “.+” from a domain like it/ },
  },
  'stays quiet where the exchange went through here': { event: recordOf(real), past: { mail: real }, finds: undefined },
  'stays quiet where the author is no twin of anybody in it': {
    event: recordOf(twin),
    past: { mail: { ...twin, verdict: { ...twin.verdict, hits: [] } } },
    finds: undefined,
  },
  'stays quiet of mail of our own': {
    event: recordOf(fake, { direction: 'outbound' }),
    past: { mail: with_(fake, {}) },
    finds: undefined,
  },
});
