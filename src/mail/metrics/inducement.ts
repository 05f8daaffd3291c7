// What a message wants of its reader, how sure that is, and by which means it presses for it.

import type { Intent } from '../intent.ts';
import { intents } from '../intent.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';
import { saysOf } from '../text/concept.ts';
import type { Concept } from '../text/concept.ts';

const from = 'text';
const version = 1;

export const inducement: readonly Metric[] = [
  probability('inducement.phishing', 'phishing', 'the text lures to a link, a file or a page to be robbed there'),
  probability('inducement.credentials', 'credentials', 'the text asks for a password, a sign-in, a confirmation of an account'),
  probability('inducement.payment-change', 'paymentChange', 'the text asks to pay, or to pay to another account than before'),
  probability('inducement.gift-cards', 'giftCards', 'the text asks for gift cards or their codes'),
  probability('inducement.extortion', 'extortion', 'the text threatens its reader and asks for money'),
  probability('inducement.solicitation', 'solicitation', 'the text wants to sell, to lend, to share a fortune'),
  probability('inducement.callback', 'callback', 'the text wants its reader to call a number about a charge or a fault'),
  probability('inducement.job', 'job', 'the text offers work nobody asked for'),
  probability(
    'inducement.authority',
    'authority',
    'the text presses in the name of a superior or of the house’s own departments',
  ),
  metric({
    id: 'inducement.strongest',
    version,
    unit: 'text',
    from,
    title: 'what the text most likely wants, where it is likelier than not',
    of: (reading) => strongest(reading)?.intent,
  }),
  metric({
    id: 'inducement.strongest-probability',
    version,
    unit: 'probability',
    from,
    title: 'how likely that is which the text most likely wants',
    of: ({ inducements }) => Math.max(...intents.map((intent) => inducements[intent].probability)),
  }),
  metric({
    id: 'inducement.reasons',
    version,
    unit: 'list',
    from,
    title: 'what speaks for it most, in the words of the model',
    of: (reading) => {
      const most = strongest(reading);
      return most === undefined
        ? []
        : reading.inducements[most.intent].reasons.filter(({ weight }) => weight > 0).map(({ says }) => says);
    },
  }),
  metric({
    id: 'inducement.concepts',
    version,
    unit: 'list',
    from,
    title: 'what the text speaks of, as far as the lexicon knows it',
    of: ({ words }) => [...words.concepts.keys()].sort().map(saysOf),
  }),
  ...named('inducement.urgency', ['urgency', 'deadline'], 'presses for time'),
  ...named('inducement.consequence', ['consequence'], 'says what is lost or closed if nothing is done'),
  ...named('inducement.secrecy', ['secrecy'], 'asks to keep it secret'),
  ...named('inducement.unreachable', ['busy'], 'says the writer cannot be called or is busy'),
  ...named('inducement.availability', ['available', 'quick.task'], 'asks whether the reader is there for a task or favour'),
  ...named(
    'inducement.authority-claim',
    ['authority.boss', 'authority.department'],
    'speaks as a superior or as a department of the house',
  ),
  ...named('inducement.official-claim', ['authority.official'], 'speaks as police, a court, a state’s office'),
  ...named(
    'inducement.threat',
    ['threat.exposure', 'threat.hacked', 'threat.recording', 'threat.contacts', 'threat.harm'],
    'threatens the reader',
  ),
  ...named('inducement.legal-threat', ['threat.legal'], 'threatens with law and courts'),
  ...named('inducement.crypto', ['crypto', 'demand.crypto'], 'speaks of cryptocurrency'),
  ...named(
    'inducement.account-trouble',
    ['account.suspended', 'account.unusual', 'credential.expires', 'storage.full', 'mail.held'],
    'says that an account or a mailbox is in trouble',
  ),
  ...named(
    'inducement.asks-to-confirm',
    ['credential.verify', 'payment.confirm', 'wallet.verify'],
    'asks to confirm an account or its data',
  ),
  ...named('inducement.asks-to-sign-in', ['credential.sign-in'], 'asks to sign in'),
  ...named('inducement.asks-to-click', ['click.link'], 'asks to follow a link or press a button'),
  ...named('inducement.asks-to-open', ['open.attachment'], 'asks to open what is attached'),
  ...named('inducement.asks-to-call', ['call.number'], 'asks to call a number'),
  ...named('inducement.asks-to-reply', ['reply.me'], 'asks to answer, privately or with data'),
  ...named('inducement.asks-to-scan', ['scan.code'], 'asks to scan a code'),
  ...named('inducement.asks-to-move', ['contact.elsewhere'], 'asks to go on by another channel: WhatsApp, a private number'),
  ...named('inducement.asks-for-number', ['phone.wanted'], 'asks for the reader’s mobile number'),
  ...named(
    'inducement.bank-details',
    ['bank.details', 'bank.changed', 'payroll.change'],
    'speaks of bank details or of a change in them',
  ),
  ...named('inducement.invoice', ['invoice', 'payment.overdue'], 'speaks of an invoice or of what is owed'),
  ...named('inducement.gift-card', ['gift.card'], 'speaks of gift cards'),
  ...named('inducement.parcel', ['delivery.unpaid', 'delivery.failed'], 'says that a parcel waits or could not be delivered'),
  ...named('inducement.document', ['document.shared', 'voicemail'], 'says that a document, a fax or a voice message waits'),
  ...named('inducement.prize', ['prize.won', 'fund.transfer', 'tax.refund'], 'promises a prize, a refund, a fortune'),
  ...named(
    'inducement.renewal',
    ['subscription.renewed', 'payment.declined'],
    'says that a subscription was charged or a payment failed',
  ),
  ...named('inducement.awareness-talk', ['awareness'], 'speaks about fraud, as warnings and newsletters do'),
  ...named('inducement.reported-speech', ['reported'], 'tells what others wrote, as reports and examples do'),
  ...named('inducement.no-action', ['no.action'], 'says that nothing need be done, or that one may ignore it'),
];

function probability(id: `inducement.${string}`, intent: Intent, title: string): Metric {
  return metric({
    id,
    version,
    unit: 'probability',
    from,
    title: `how likely ${title}`,
    of: ({ inducements }) => inducements[intent].probability,
  });
}

/** A flag whether any of the concepts is named. */
function named(id: `inducement.${string}`, concepts: readonly Concept[], title: string): Metric[] {
  return [
    metric({
      id,
      version,
      unit: 'flag',
      from,
      title,
      of: ({ words }) => concepts.some((concept) => words.concepts.has(concept)),
    }),
  ];
}

function strongest({ inducements }: Reading) {
  const all = intents.map((intent) => ({ intent, probability: inducements[intent].probability }));
  return all.filter(({ probability }) => probability > 0.5).sort((a, b) => b.probability - a.probability)[0];
}
