// The features the inducement models weigh: concepts, a few facts, and pairs that mean more together than apart.

import type { Plea } from './inducement.ts';
import { concepts, saysOf } from './text/concept.ts';
import type { Concept } from './text/concept.ts';
import type { Mention } from './words.ts';

const FACTS = {
  'fact.amount': 'names an amount of money',
  'fact.crypto-amount': 'names an amount of cryptocurrency',
  'fact.wallet': 'names a cryptocurrency address',
  'fact.iban': 'names a bank account',
  'fact.phone': 'names a telephone number',
  'fact.deadline': 'names a time limit',
  'fact.reference': 'names a number of an invoice, order or case',
  'fact.link': 'has a link',
  'fact.links': 'has many links',
  'fact.file': 'has an attachment',
  'fact.short': 'is short',
  'fact.long': 'is long',
  'fact.quoted': 'answers or forwards other mail',
  'fact.disguised': 'disguises its words',
  'pair.threat-demand': 'threatens and names a price',
  'pair.trouble-action': 'tells of trouble with an account and how to end it at once',
  'pair.charge-call': 'tells of a charge and a number to call',
  'pair.bank-payment': 'tells of changed bank details and a payment',
  'pair.card-favour': 'asks a favour that is about gift cards',
  'pair.task-unreachable': 'wants something done and cannot be called',
  'pair.offer-pay': 'offers work and names its pay',
} as const;
type Fact = keyof typeof FACTS;
export type Feature = Concept | Fact;

export const features: readonly Feature[] = [...concepts, ...(Object.keys(FACTS) as Fact[])];

export const saysOfFeature = (feature: Feature): string =>
  feature in FACTS ? FACTS[feature as Fact] : saysOf(feature as Concept);

/** Words of a passage, and from one passage's beginning to the next's. */
const PASSAGE = 300;
const STEP = 150;
/** Of the whole text, wherever they stand. */
const WHOLE: ReadonlySet<Concept> = new Set([
  ...([
    'awareness',
    'reported',
    'no.action',
    'own.way',
    'work.talk',
    'list.talk',
    'receipt',
    'unsubscribe',
    'closing',
    'greeting.generic',
    'credential.never',
  ] as const),
]);

/** Passage by passage, what is not nought. There is always one. */
export function readings(plea: Plea): ReadonlyMap<Feature, number>[] {
  const whole = counts(plea.words.mentions.filter(({ concept }) => WHOLE.has(concept)));
  const facts = factsOf(plea);
  const said = saidShare(plea);
  return passagesOf(plea).map((mentions) => {
    const local = counts(mentions.filter(({ concept }) => !WHOLE.has(concept)));
    const values = new Map<Feature, number>([...whole, ...facts]);
    for (const [feature, value] of local) values.set(feature, value * said);
    for (const [pair, value] of pairsOf(values)) if (value > 0) values.set(pair, value);
    return values;
  });
}

/** What a text tells that others wrote, it does not say itself: of its other concepts a tenth is left where it warns and reports through and through. */
function saidShare({ words }: Plea): number {
  const warns = Math.min(3, words.concepts.get('awareness') ?? 0) / 3;
  return 1 - 0.9 * warns * ((words.concepts.get('reported') ?? 0) > 0 ? 1 : 0.5);
}

function passagesOf({ words }: Plea): (readonly Mention[])[] {
  if (words.count <= PASSAGE) return [words.mentions];
  const passages: Mention[][] = Array.from({ length: Math.ceil((words.count - PASSAGE) / STEP) + 1 }, () => []);
  for (const mention of words.mentions) {
    const last = Math.min(passages.length - 1, Math.floor(mention.at / STEP));
    for (let at = last; at >= 0 && mention.at < at * STEP + PASSAGE; at -= 1) passages[at]?.push(mention);
  }
  return passages;
}

/** Once counts 1, twice 1.6, three times and more 2. */
function counts(mentions: readonly Mention[]): Map<Feature, number> {
  const times = new Map<Feature, number>();
  for (const { concept } of mentions) times.set(concept, (times.get(concept) ?? 0) + 1);
  return new Map([...times].map(([concept, count]) => [concept, Math.min(2, Math.log2(1 + count))]));
}

function factsOf({ words, entities, links, files, quoted }: Plea): [Fact, number][] {
  const coins = entities.amounts.filter(({ currency }) => COINS.has(currency)).length;
  const facts: [Fact, number][] = [
    ['fact.amount', entities.amounts.length > coins ? 1 : 0],
    ['fact.crypto-amount', coins > 0 ? 1 : 0],
    ['fact.wallet', entities.wallets.length > 0 ? 1 : 0],
    ['fact.iban', entities.ibans.length > 0 ? 1 : 0],
    ['fact.phone', entities.phones.length > 0 ? 1 : 0],
    ['fact.deadline', entities.deadlines.length > 0 ? 1 : 0],
    ['fact.reference', entities.references.length > 0 ? 1 : 0],
    ['fact.link', links > 0 ? 1 : 0],
    ['fact.links', links > 8 ? 1 : 0],
    ['fact.file', files > 0 ? 1 : 0],
    ['fact.short', words.count > 0 && words.count < 60 ? 1 : 0],
    ['fact.long', Math.min(3, Math.max(0, Math.log2(words.count / 300)))],
    ['fact.quoted', quoted > 0 ? 1 : 0],
    ['fact.disguised', words.disguised + words.mixedScripts > 0 ? 1 : 0],
  ];
  return facts.filter(([, value]) => value > 0);
}

/** As `entities.amounts` names them. */
const COINS: ReadonlySet<string> = new Set(['BTC', 'ETH', 'XMR', 'USDT', 'LTC', 'BCH']);

function pairsOf(values: ReadonlyMap<Feature, number>): [Fact, number][] {
  const most = (...names: readonly Feature[]): number => Math.max(...names.map((name) => values.get(name) ?? 0));
  const trouble = most(
    'account.suspended',
    'account.unusual',
    'credential.expires',
    'storage.full',
    'mail.held',
    'payment.declined',
    'delivery.unpaid',
    'delivery.failed',
    'tax.refund',
    'document.shared',
    'voicemail',
    'prize.won',
  );
  const action = most(
    'click.link',
    'credential.sign-in',
    'credential.verify',
    'scan.code',
    'fill.form',
    'open.attachment',
    'wallet.verify',
  );
  return [
    [
      'pair.threat-demand',
      Math.min(
        most('threat.hacked', 'threat.recording', 'threat.exposure', 'threat.harm', 'threat.contacts'),
        most('demand.crypto', 'demand.pay', 'fact.wallet', 'crypto'),
      ),
    ],
    ['pair.trouble-action', Math.min(trouble, action)],
    [
      'pair.charge-call',
      Math.min(
        most('call.number', 'fact.phone'),
        most('subscription.renewed', 'payment.confirm', 'account.unusual', 'payment.declined'),
      ),
    ],
    [
      'pair.bank-payment',
      Math.min(most('bank.changed', 'payroll.change'), most('payment.request', 'invoice', 'bank.details', 'fact.iban')),
    ],
    ['pair.card-favour', Math.min(most('gift.card'), most('gift.code', 'quick.task', 'available', 'busy', 'secrecy'))],
    [
      'pair.task-unreachable',
      Math.min(
        most('quick.task', 'available', 'payment.request', 'phone.wanted'),
        most('busy', 'secrecy', 'authority.boss', 'phone.wanted'),
      ),
    ],
    ['pair.offer-pay', Math.min(most('job.offer', 'job.apply'), most('job.pay', 'fact.amount'))],
  ];
}
