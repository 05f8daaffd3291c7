// Which messages are told to be one campaign, when it is convicted, and what that does to mail that has no part in it.
//
// Two kinds of mail. Ours: an attack of 500 letters, no two the same (`variants.ts`), amid honest letters of many kinds and
// fifty newsletters to everybody, one copy in a hundred of which is judged harmful by mistake; and recorded mail: phishing,
// where letters whose text is the same but for digits and names ought to be one campaign, and the lists and newsletters of
// 2002, of which nothing may be convicted.

import { createHash } from 'node:crypto';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { emptyMap, slot } from '../../src/learn/slot.ts';
import type { Delivery } from '../../src/mail/campaign/campaign.ts';
import { campaignNamed, campaignsOf, noCampaigns, observe, rule } from '../../src/mail/campaign/campaigns.ts';
import { sampleOf } from '../../src/mail/campaign/sample-of.ts';
import { SCORES } from '../../src/mail/campaign/settings.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { domainAt } from '../../src/mail/home.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { metrics } from '../../src/mail/metrics.ts';
import type { MailAction } from '../../src/mail/model.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { verdictOf } from '../../src/mail/verdict.ts';
import { seeded } from '../../src/model/seeded.ts';
import { dayOf, days, hours } from '../../src/model/time.ts';
import type { Day, Instant } from '../../src/model/time.ts';
import { registeredDomain } from '../../src/learn/association/lookalike.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { meanInterval } from '../interval.ts';
import { DATA } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { areCorporaThere, lettersOf } from './corpora.ts';
import type { Kind, Letter } from './corpora.ts';
import { shareFigure } from './figure.ts';
import { honestLetters } from './honest.ts';
import { HOME } from './honest/slots.ts';
import { variantsOf } from './variants.ts';

const SEEDS = 20;
const READERS = 300;
const VARIANTS = 500;
/** The message an analyst says it of. */
const RULED = 40;
const HONEST = 300;
const NEWSLETTERS = 50;
/** Of the copies of a newsletter, those judged harmful by mistake. */
const MISTAKEN = 0.01;

const BEGIN = Date.UTC(2026, 2, 2);
/** Honest mail begins before the attack, so that its senders are known, as far as they ever are. */
const BEFORE = days(14);

const models = readMailModels(mailFolders(root), metrics);
const home = { homeDomains: new Set([HOME]), authservIds: new Set<string>() };

type Judged = Omit<Delivery, 'isKnownSender'>;

/** What the product makes of a letter by itself, without any history. */
function judgedOf(raw: RawMessage, at: Instant, message: string): Judged {
  const reading = readingOf(messageOf(raw, home), strangers);
  const { score, action } = verdictOf(reading, models);
  const author = reading.message.author?.address ?? '';
  const domain = domainAt(author);
  const authorDomain = domain === HOME ? undefined : (registeredDomain(domain) ?? domain);
  return {
    ...{ message, at, author, recipients: reading.message.recipients, sample: sampleOf(reading), score, action },
    ...(authorDomain === undefined ? {} : { authorDomain }),
  };
}

/** In order, each with whether its author wrote on an earlier day. */
function toldInOrder(all: readonly Judged[]): readonly Delivery[] {
  const first = new Map<string, Day>();
  return [...all]
    .sort((a, b) => a.at - b.at || (a.message < b.message ? -1 : 1))
    .map((it) => {
      const day = slot(first, it.author, () => dayOf(it.at));
      return { ...it, isKnownSender: day < dayOf(it.at) };
    });
}

export async function figures({ progress }: Pick<SuiteOptions, 'progress'>): Promise<readonly Figure[]> {
  const trials: Trial[] = [];
  const honest = await honestMail();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    trials.push(trialOf(String(seed), honest));
    progress(seed + 1, SEEDS + 1);
  }
  return [...ofTrials(trials), ...(await ofRecorded())];
}

interface Trial {
  /** Which of the attack's messages it was convicted at, by itself; undefined: never. */
  readonly convictedAt: number | undefined;
  readonly own: Outcome;
  readonly ruled: Outcome;
  /** The same of an attack in one language. */
  readonly plain: Outcome;
  /** Of the attack's letters, those that a verdict or a model would have held one by one. */
  readonly alone: number;
}

interface Outcome {
  /** Of the attack's letters before the deciding one, those in a convicted campaign; and of all. */
  readonly earlier: number;
  readonly before: number;
  readonly all: number;
  /** Members of convicted campaigns but for honest mail judged harmful by themselves; of them, letters of the attack. */
  readonly members: number;
  readonly own: number;
  readonly newsletters: number;
}

interface HonestMail {
  readonly letters: readonly { readonly raw: RawMessage; readonly judged: Judged }[];
  readonly newsletters: readonly Judged[];
}

/** Read and judged once; who has it and when is another matter each time. */
async function honestMail(): Promise<HonestMail> {
  const isNews = new Set(['newsletter', 'promotion', 'digest']);
  const letters = await honestLetters('mail/campaigns', HONEST);
  const news = (await honestLetters('mail/campaigns/news', HONEST * 4))
    .filter(({ kind }) => isNews.has(kind))
    .slice(0, NEWSLETTERS);
  return {
    letters: letters.map(({ raw }, index) => ({ raw, judged: judgedOf(raw, 0, `honest-${String(index)}`) })),
    newsletters: news.map(({ raw }, index) => judgedOf(raw, 0, `news-${String(index)}`)),
  };
}

const readers = Array.from({ length: READERS }, (_, index) => `reader${String(index)}@${HOME}`);

function trialOf(seed: string, honest: HonestMail): Trial {
  const dice = seeded(`campaigns/${seed}`);
  const anywhen = (): Instant => BEGIN + Math.floor(dice() * (BEFORE + days(3)));
  const one = <T>(values: readonly T[]): T => values[Math.floor(dice() * values.length)] as T;
  const attack = attackOf(seed, false);
  const ordinary = honest.letters.map(({ judged }) => ({ ...judged, at: anywhen(), recipients: [one(readers)] }));
  const news = honest.newsletters.flatMap((judged) => {
    const at = anywhen();
    return readers.map((reader, index) => {
      const isMistaken = dice() < MISTAKEN;
      const copy = {
        ...judged,
        message: `${judged.message}-${String(index)}`,
        at: at + Math.floor(dice() * hours(1)),
        recipients: [reader],
      };
      return isMistaken ? { ...copy, score: 95, action: 'hold' as const } : copy;
    });
  });
  const beside = [...ordinary, ...news];
  const own = replay(toldInOrder([...attack, ...beside]), undefined);
  const ruled = (letters: readonly Judged[]): Outcome => replay(toldInOrder([...letters.map(unseen), ...beside]), RULED).outcome;
  return {
    convictedAt: own.convictedAt,
    own: own.outcome,
    ruled: ruled(attack),
    plain: ruled(attackOf(seed, true)),
    alone: attack.filter(({ score, action }) => isHeld(score, action)).length,
  };
}

const attackOf = (seed: string, isPlain: boolean): Judged[] =>
  variantsOf({ seed, variants: VARIANTS, readers, from: BEGIN + BEFORE, isPlain }).map(({ at, raw }, index) =>
    judgedOf(raw, at, `attack-${String(index).padStart(3, '0')}`),
  );

/** As if nothing had been found in it. */
const unseen = (it: Judged): Judged => ({ ...it, score: 0, action: 'none' });

const isHeld = (score: number, action: MailAction): boolean => action === 'hold' || score >= SCORES.held;
const isAttack = (message: string): boolean => message.startsWith('attack-');

/** All of it in order; with an analyst's word on one of the attack's messages as soon as it came, or without. */
function replay(
  told: readonly Delivery[],
  ruledAt: number | undefined,
): { readonly convictedAt: number | undefined; readonly outcome: Outcome } {
  const state = noCampaigns();
  let [seen, convictedAt]: [number, number | undefined] = [0, undefined];
  let atDecision: Outcome | undefined;
  for (const it of told) {
    const found = observe(state, it);
    if (!isAttack(it.message)) continue;
    seen += 1;
    const ruled = seen === ruledAt ? rule(state, it.message, { at: it.at, by: 'an analyst', isAttack: true }) : undefined;
    if (convictedAt !== undefined || (found?.conviction ?? ruled?.conviction) === undefined) continue;
    convictedAt = seen;
    atDecision = outcomeOf(state, seen);
  }
  const last = outcomeOf(state, seen);
  return { convictedAt, outcome: { ...last, earlier: atDecision?.earlier ?? 0, before: atDecision?.before ?? seen } };
}

function outcomeOf(state: ReturnType<typeof noCampaigns>, seen: number): Outcome {
  const found = campaignsOf(state)
    .filter(({ conviction }) => conviction !== undefined)
    .flatMap((campaign) => campaign.members);
  const members = found.map(({ message }) => message);
  const harmful = new Set(found.filter(({ score, action }) => isHeld(score, action)).map(({ message }) => message));
  const own = members.filter(isAttack).length;
  return {
    ...{ earlier: own, before: seen, all: own, own },
    members: members.filter((message) => isAttack(message) || !harmful.has(message)).length,
    newsletters: members.filter((message) => message.startsWith('news-') && !harmful.has(message)).length,
  };
}

function ofTrials(trials: readonly Trial[]): Figure[] {
  const mean = (name: string, unit: Figure['unit'], values: readonly number[], says: string): Figure => ({
    ...{ suite: 'mail', name, value: values.reduce((sum, value) => sum + value, 0) / values.length },
    ...meanInterval(values, seeded(name)),
    ...{
      n: values.length,
      unit,
      says: `mean of ${values.length} seeds, ${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}; ${says}`,
    },
  });
  const outcome = (name: string, of: (trial: Trial) => Outcome): Figure[] => [
    mean(
      `campaign ${name}: earlier letters held with it`,
      'share',
      trials.map((it) => of(it).earlier / of(it).before),
      'of the attack’s letters delivered until then, those in a convicted campaign',
    ),
    mean(
      `campaign ${name}: all its letters held in the end`,
      'share',
      trials.map((it) => of(it).all / VARIANTS),
      `of ${VARIANTS}`,
    ),
    mean(
      `campaign ${name}: purity`,
      'share',
      trials.map((it) => of(it).own / Math.max(1, of(it).members)),
      'of the members of convicted campaigns, those of the attack',
    ),
    mean(
      `campaign ${name}: copies of newsletters held`,
      'count',
      trials.map((it) => of(it).newsletters),
      `of ${NEWSLETTERS * READERS} copies, one in a hundred judged harmful by mistake`,
    ),
  ];
  const convicted = trials.flatMap(({ convictedAt }) => (convictedAt === undefined ? [] : [convictedAt]));
  return [
    shareFigure(
      'campaigns convicted by themselves',
      convicted.length,
      trials.length,
      `an attack of ${VARIANTS} letters to ${READERS} people`,
    ),
    ...(convicted.length === 0
      ? []
      : [mean('campaign convicted by itself: at its letter', 'count', convicted, 'counted from its first')]),
    mean(
      'its letters that would be held one by one',
      'share',
      trials.map(({ alone }) => alone / VARIANTS),
      'without any campaign',
    ),
    ...outcome('convicted by itself', ({ own }) => own),
    ...outcome(`convicted by an analyst at letter ${RULED}`, ({ ruled }) => ruled),
    ...outcome(`in one language, convicted by an analyst at letter ${RULED}`, ({ plain }) => plain),
  ];
}

async function ofRecorded(): Promise<readonly Figure[]> {
  if (!areCorporaThere()) {
    process.stderr.write(`skipped: ${DATA} not present, campaigns of recorded mail are not measured\n`);
    return [];
  }
  const letters = (await lettersOf()).map((letter, index) => ({ letter, id: `letter-${String(index)}` }));
  const isHam = ({ letter }: { readonly letter: Letter }): boolean => letter.kind === 'easyHam' || letter.kind === 'hardHam';
  return [
    ...ofPhishing(letters.filter(({ letter }) => letter.kind === 'phish')),
    ...ofHam(letters.filter(isHam), 'easyHam', 'hardHam'),
  ];
}

interface Named {
  readonly letter: Letter;
  readonly id: string;
}

/** Told in the order of their dates; without one, at the beginning. */
function toldOf(letters: readonly Named[]): ReturnType<typeof noCampaigns> {
  const state = noCampaigns();
  const judged = letters.map(({ letter, id }) => judgedOf(letter.raw, messageOf(letter.raw, home).at ?? 0, id));
  for (const it of toldInOrder(judged)) observe(state, it);
  return state;
}

/** Same text but for digits, addresses and anything not a letter; of that sort and the same author's domain, or subject. */
function ofPhishing(letters: readonly Named[]): readonly Figure[] {
  const state = toldOf(letters);
  const same = new Map<string, string[]>();
  const subjects = new Map(letters.map(({ letter, id }) => [id, lettersAlone(letter.raw.subject ?? '')]));
  for (const { letter, id } of letters) {
    const text = lettersAlone(readingOf(messageOf(letter.raw, home), strangers).seen);
    if (text.length >= 120) slot(same, createHash('sha256').update(text).digest('hex'), (): string[] => []).push(id);
  }
  const groups = [...same.values()].filter(({ length }) => length > 1);
  const pairs = groups.flatMap((ids) => ids.slice(1).map((id) => [ids[0] ?? '', id] as const));
  const joined = pairs.filter(
    ([a, b]) => campaignNamed(state, a)?.id === campaignNamed(state, b)?.id && campaignNamed(state, a) !== undefined,
  );
  const campaigns = campaignsOf(state);
  const members = campaigns.flatMap((campaign) => campaign.members.map(({ message }) => ({ message, campaign })));
  const marks = new Map<string, Map<string, number>>();
  const texts = new Map(groups.flatMap((ids, group) => ids.map((id) => [id, `text ${String(group)}`] as const)));
  for (const { message, campaign } of members)
    for (const mark of new Set([texts.get(message), subjects.get(message)]))
      if (mark !== undefined) countUp(slot(marks, campaign.id, emptyMap<string, number>), mark);
  const kin = members.filter(({ message, campaign }) =>
    [texts.get(message), subjects.get(message)].some(
      (mark) => mark !== undefined && mark.length >= 6 && (marks.get(campaign.id)?.get(mark) ?? 0) > 1,
    ),
  );
  return [
    shareFigure(
      'recorded phishing: letters of the same text in one campaign',
      joined.length,
      pairs.length,
      `${groups.length} texts; ${campaigns.length} campaigns of ${letters.length} letters`,
    ),
    shareFigure(
      'recorded phishing: members whose text or subject another member has',
      kin.length,
      members.length,
      'the rest is joined by likeness or by what it hangs on alone',
    ),
  ];
}

const countUp = (counts: Map<string, number>, mark: string): void => void counts.set(mark, (counts.get(mark) ?? 0) + 1);

const lettersAlone = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\S*[@/\d]\S*/gu, '')
    .replace(/[^\p{L}]/gu, '');

/** Mail nobody minded: of how much would a campaign take more than was judged harmful by itself? */
function ofHam(letters: readonly Named[], ...kinds: readonly Kind[]): readonly Figure[] {
  const state = toldOf(letters);
  const convicted = new Map(
    campaignsOf(state).flatMap(({ conviction, members }) =>
      conviction === undefined ? [] : members.map(({ message, score, action }) => [message, isHeld(score, action)] as const),
    ),
  );
  return kinds.map((kind) => {
    const own = letters.filter(({ letter }) => letter.kind === kind);
    const taken = own.filter(({ id }) => convicted.get(id) === false);
    return shareFigure(
      `recorded ${kind === 'easyHam' ? 'easy' : 'hard'} honest letters held by a campaign alone`,
      taken.length,
      own.length,
      `of ${campaignsOf(state).length} campaigns of honest letters together`,
    );
  });
}
