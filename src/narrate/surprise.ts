// How surprising something is, in words with the counts it was computed from.

import { dimensions } from '../learn/dimension.ts';
import type { Dimension } from '../learn/dimension.ts';
import type { Rarity } from '../learn/rarity.ts';
import type { Surprise } from '../model/finding.ts';
import { valueWords } from './life.ts';
import { count, list, name, number, times } from './words.ts';

/** The word before a value of a dimension: signed in *from* a country, *with* a device. */
const before: Readonly<Record<Dimension, string>> = {
  device: 'with',
  client: 'with',
  app: 'to',
  country: 'from',
  network: 'from',
  prefix: 'from',
  address: 'from',
  zone: 'by the clock of',
  hour: 'at',
  deed: 'by',
  mailbox: 'in',
  mailboxWritten: 'in',
  folder: 'in',
  site: 'of',
  correspondent: 'to',
  domain: 'to',
  department: 'under',
  deviceUser: 'by',
  reader: 'by',
  readerClient: 'with',
  hearsFrom: 'by',
  appMailbox: 'in',
  appNetwork: 'from',
  amount: 'by',
  busiestHour: 'by',
};

/** `Ana has signed in 412 times, never from Ghana; of 38 peers, none has.` */
export function rarityTold(person: string, dimension: Dimension, value: string, called: string, rarity: Rarity): string {
  const { own, total, peers, peersWith, people, peopleWith } = rarity;
  const { deed } = dimensions[dimension];
  const what = `${before[dimension]} ${valueWords(dimension, value, called)}`;
  const past =
    total === 0
      ? `has never ${deed}, as far as is known`
      : `has ${deed} ${times(total)}, ${own === 0 ? 'never' : own === total ? 'always' : own === 1 ? 'once' : `${number(own)} of them`} ${what}`;
  const [others, having, word] = peers > 0 ? [peers, peersWith, 'peer'] : [people, peopleWith, 'other'];
  const theirs = others === 0 ? 'there is nobody to compare with' : `of ${count(others, word)}, ${has(having)}`;
  return `${name(person)} ${past}; ${theirs}${total === 0 && others > 0 ? ` ${deed} ${what}` : ''}.`;
}

const has = (having: number): string => (having === 0 ? 'none has' : `${number(having)} ${having === 1 ? 'has' : 'have'}`);

const nouns: Partial<Readonly<Record<string, string>>> = {
  device: 'device',
  client: 'program',
  app: 'application',
  country: 'country',
  network: 'network',
  hour: 'hour',
  deed: 'deed',
  mailbox: 'mailbox',
  mailboxWritten: 'mailbox worked in',
  folder: 'folder',
  site: 'site',
  correspondent: 'colleague',
  domain: 'organisation',
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MOST_PARTS = 4;

/** `rarer than 99.7 % of acts of the kind (one of 412 own earlier ones was as rare): country Ghana (9.1 bits), …`. */
export function surpriseTold({ percentile, of, atLeast, parts }: Surprise): string {
  const own =
    of === 0
      ? 'none of them their own'
      : `${atLeast === 0 ? 'none' : number(atLeast)} of ${count(of, 'own earlier one')} ${atLeast === 1 ? 'was' : 'were'} as rare`;
  const because = parts.map((part) => `${partName(part)} (${part.bits.toFixed(1)} bits)`);
  return `rarer than ${share(percentile)} of acts of the kind (${own})${because.length === 0 ? '' : `: ${list(because, MOST_PARTS)}`}`;
}

/** Never 100 %: there will be another act. */
const share = (percentile: number): string => `${(Math.floor(Math.min(percentile, 0.9999) * 1_000) / 10).toFixed(1)}\u202f%`;

function partName({ dimension, value }: Surprise['parts'][number]): string {
  const noun = nouns[dimension] ?? name(dimension);
  if (dimension === 'hour') return `${weekdays[Math.floor(Number(value) / 24)] ?? 'a day'} ${Number(value) % 24} h, their time`;
  if (isHandle(value)) return noun;
  return `${noun} ${dimension in dimensions ? valueWords(dimension as Dimension, value, value) : name(value)}`;
}

/** Ids of devices and applications mean nothing to a reader. */
const isHandle = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value);
