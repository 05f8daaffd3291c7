import { deliveredAlthoughJudgedMalicious } from '../../src/detect/rules/delivered-although-judged-malicious.ts';
import { examples } from '../support/examples.ts';
import { letterOf, recordOf } from '../support/judged-mail.ts';

const lure = letterOf('credential-phish-lookalike');
const tagged = letterOf('never-seen-domain-asks-money');
const row = { id: 'row', recipients: ['bo@contoso.test'] } as const;

examples(deliveredAlthoughJudgedMalicious, {
  'is found where what would be held came to somebody': {
    event: recordOf(lure, { ...row, delivery: 'delivered' }),
    past: { mail: lure },
    finds: {
      severity: 'low',
      key: lure.message.id,
      says: /was delivered to “bo@contoso.test”, judged/,
      because: ['row', 'letter'],
    },
  },
  'stays quiet where it was quarantined': {
    event: recordOf(lure, { ...row, delivery: 'quarantined' }),
    past: { mail: lure },
    finds: undefined,
  },
  'stays quiet where no record says what became of it': { event: recordOf(lure), past: { mail: lure }, finds: undefined },
  'stays quiet of what would only be tagged': {
    event: recordOf(tagged, { ...row, delivery: 'delivered' }),
    past: { mail: { ...tagged, verdict: { ...tagged.verdict, action: 'tag' } } },
    finds: undefined,
  },
});
