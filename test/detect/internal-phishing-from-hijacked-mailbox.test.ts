import { internalPhishingFromHijackedMailbox } from '../../src/detect/rules/internal-phishing-from-hijacked-mailbox.ts';
import { hours } from '../../src/model/time.ts';
import { abroad, mailboxRule, noon, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';
import { campaign, judgedLetter, letterOf, recordOf } from '../support/judged-mail.ts';
import { history, rawLetter } from '../support/letters.ts';

const ana = 'ana@contoso.test';
const colleagues = Array.from({ length: 12 }, (_, index) => `p${index}@contoso.test`);
/** As mail is that somebody hands in who has signed in. */
const submitted = {
  envelope: ana,
  headers: [
    [
      'Received',
      'from desk.contoso.test (desk.contoso.test [10.0.0.7]) by mx.contoso.test with ESMTPSA; Wed, 04 Mar 2026 09:00:00 +0000',
    ],
  ] as const,
};
const lure = judgedLetter(
  rawLetter({
    from: `Ana Abel <${ana}>`,
    to: colleagues,
    subject: 'Please sign in',
    text: 'Please sign in with your password to verify your mailbox account today or it will be suspended: https://contoso-files.example/login',
    ...submitted,
  }),
  history({ known: [] }),
);
const allHands = judgedLetter(
  rawLetter({
    from: `Ana Abel <${ana}>`,
    to: colleagues,
    subject: 'All hands on Friday',
    text: 'See you on Friday at ten in the hall.',
    ...submitted,
  }),
  history({ known: [] }),
);
const reply = letterOf('lateral-phish', false);

const theft = signIn({ id: 'theft', at: noon - hours(20), actor: ana, ...abroad });
const rule = mailboxRule({ id: 'rule', at: noon - hours(18), actor: ana, mailbox: ana, deletes: true });
const rare = { country: { DE: never }, network: { [String(abroad.asn)]: never } };

examples(internalPhishingFromHijackedMailbox, {
  'is high after a sign-in from a rare place and a rule that hides mail': {
    event: recordOf(lure, { direction: 'internal' }),
    past: { events: [theft, rule], rare, mail: lure, campaign: campaign() },
    finds: {
      severity: 'high',
      key: ana,
      says: /signed in from Germany .+ and whose mailbox had got 1 rule that hide mail, sent one of 40 messages to 30 recipients/,
      about: [
        { label: 'User', key: ana },
        { label: 'Campaign', key: 'c1' },
        { label: 'Mailbox', key: 'p3@contoso.test' },
      ],
    },
  },
  'is medium after one of the two': {
    event: recordOf(lure, { direction: 'internal' }),
    past: { events: [theft], rare, mail: lure },
    finds: { severity: 'medium' },
  },
  'stays quiet where the account is in good order': {
    event: recordOf(lure, { direction: 'internal' }),
    past: { mail: lure },
    finds: undefined,
  },
  'stays quiet of mail to all hands that wants nothing, whatever the account': {
    event: recordOf(allHands, { direction: 'internal' }),
    past: { events: [theft, rule], rare, mail: allHands },
    finds: undefined,
  },
  'stays quiet of a stranger’s mail': {
    event: recordOf(reply),
    past: { events: [theft, rule], rare, mail: { ...lure, isOurs: false } },
    finds: undefined,
  },
});
