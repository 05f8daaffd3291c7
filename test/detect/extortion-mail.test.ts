import { extortionMail } from '../../src/detect/rules/extortion-mail.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf } from '../support/judged-mail.ts';

const threat = letterOf('extortion-with-wallet');
const vague = letterOf('extortion-without-wallet');
const honest = letterOf('newsletter');

examples(extortionMail, {
  'is medium where a threat names a way to pay that is one': {
    event: recordOf(threat),
    past: { mail: threat },
    finds: { severity: 'medium', says: /to extort money, judged \d+ of 100, to be held/, because: ['letter'] },
  },
  'is low where there is none': { event: recordOf(vague), past: { mail: vague }, finds: { severity: 'low' } },
  'names the message, and who has it': {
    event: recordOf(threat),
    past: { mail: threat },
    finds: {
      about: [
        { label: 'Email', key: threat.message.id },
        { label: 'Mailbox', key: threat.message.recipients[0] ?? '' },
      ],
    },
  },
  'names the record of the message beside a row of its trace': {
    event: recordOf(threat, { id: 'row', delivery: 'delivered' }),
    past: { mail: threat },
    finds: { because: ['row', 'letter'] },
  },
  'stays quiet of a newsletter': {
    event: recordOf(honest),
    past: { mail: honest },
    finds: undefined,
  },
  'stays quiet of what one of ours sent on': {
    event: recordOf(threat, { direction: 'internal' }),
    past: { mail: threat },
    finds: undefined,
  },
  'stays quiet where nobody has the content': { event: recordOf(threat), finds: undefined },
});
