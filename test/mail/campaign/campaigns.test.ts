// What is one campaign and what is not, when it is convicted, and that nothing but the order of time decides it.

import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/mail/campaign/campaign.ts';
import { campaignNamed, campaignsOf, noCampaigns, observe, rule, standing } from '../../../src/mail/campaign/campaigns.ts';
import type { Campaigns } from '../../../src/mail/campaign/campaigns.ts';
import type { Sample } from '../../../src/mail/campaign/sample.ts';
import { BOUNDS } from '../../../src/mail/campaign/settings.ts';
import { sketchOf, sketchOfMarks } from '../../../src/mail/campaign/sketch.ts';
import { seeded } from '../../../src/model/seeded.ts';
import { days, hours } from '../../../src/model/time.ts';

const LURE =
  'Your mailbox has been blocked because several messages could not be delivered to you since yesterday evening. Sign in with your ' +
  'password within one day to read them, or they will be deleted for good and your account will be closed by the administrator.';
const NEWS =
  'This month we write about the new garden behind the office, introduce our colleagues of the workshop, and ask what you would like ' +
  'to read next. The summer party takes place beside the lake, and bicycles may be left in the yard as always.';
const OTHER_NEWS =
  'Registration for the autumn course in pottery opens on Thursday at noon. Places are given in the order in which people answer, ' +
  'beginners are welcome, and clay is included in the price. Please bring an apron and a towel of your own.';

const sample = (text: string | undefined, more: Partial<Sample> = {}): Sample => {
  const words = text === undefined ? undefined : sketchOf(text, 2);
  const build = sketchOfMarks(['from:', 'to:', 'subject:', 'div', 'p', 'a'], 16);
  return {
    ...(words === undefined ? {} : { words: Array.from(words) }),
    ...(build === undefined ? {} : { build: Array.from(build) }),
    ...{ hangsOn: [], wants: [], isBulk: false },
    ...more,
  };
};

interface Said extends Partial<Delivery> {
  readonly text?: string | undefined;
  readonly like?: Partial<Sample>;
}

const delivery = (message: string, { text, like, ...more }: Said = {}): Delivery => ({
  ...{ message, at: 0, author: 'a@bad.example', authorDomain: 'bad.example', recipients: ['ana@contoso.test'] },
  ...{ score: 0, action: 'none', isKnownSender: false, sample: sample(text, like) },
  ...more,
});

/** Nth of several; in time, from a sender of its own, to a reader of its own. */
const nth = (n: number, said: Said = {}): Delivery =>
  delivery(`m${String(n).padStart(4, '0')}`, {
    ...{ at: hours(n), author: `a${n}@bad${n}.example`, authorDomain: `bad${n}.example`, recipients: [`r${n}@contoso.test`] },
    ...said,
  });

function told(all: readonly Delivery[], state = noCampaigns()): Campaigns {
  for (const it of all) observe(state, it);
  return state;
}

const hold = { score: 97, action: 'hold' } as const;
const newsletter = {
  author: 'news@garden.example',
  authorDomain: 'garden.example',
  isKnownSender: true,
  like: { isBulk: true },
} as const;

describe('a campaign', () => {
  it('is made by a second letter like the first, whoever sends it, and has the id of the first for ever', () => {
    const state = noCampaigns();
    expect(observe(state, nth(1, { text: LURE }))).toBeUndefined();
    const second = observe(state, nth(2, { text: LURE.replace('yesterday evening', 'this morning').replace('closed', 'shut') }));
    expect(second).toMatchObject({ messages: 2, recipients: 2, authors: 2, kind: 'undecided', members: [], firstAt: hours(1) });
    expect(observe(state, nth(3, { text: LURE }))?.id).toBe(second?.id);
    expect(campaignsOf(state)[0]?.members.map(({ because }) => because)).toEqual([
      'the first of them',
      expect.stringMatching(/^words 0\.\d\d alike/),
      expect.stringMatching(/^words 1\.00 alike/),
    ]);
  });

  it('is not made by two letters of different texts', () => {
    expect(campaignsOf(told([nth(1, { text: LURE }), nth(2, { text: NEWS })]))).toEqual([]);
  });

  it('is made of short letters by a wallet alone, by a link together with what they want, and by a server never', () => {
    const with_ = (n: number, ...hangsOn: string[]): Delivery => nth(n, { like: { hangsOn, wants: ['extortion'] } });
    expect(
      campaignsOf(told([nth(1, { like: { hangsOn: ['wallet:w'] } }), nth(2, { like: { hangsOn: ['wallet:w'] } })])),
    ).toHaveLength(1);
    expect(campaignsOf(told([with_(1, 'link:evil.example'), with_(2, 'link:evil.example')]))).toHaveLength(1);
    expect(campaignsOf(told([with_(1, 'host:203.0.113.9'), with_(2, 'host:203.0.113.9')]))).toEqual([]);
  });

  it('is not made by a domain that a known sender leads to, nor by one that many things lead to', () => {
    const link = { hangsOn: ['link:everybody.example'], wants: ['phishing'] as const };
    const known = nth(1, { isKnownSender: true, text: NEWS, like: link });
    expect(campaignsOf(told([known, nth(2, { like: link }), nth(3, { like: link })]))).toEqual([]);
    const kinds = ['phishing', 'extortion', 'job', 'callback', 'giftCards', 'credentials', 'authority', 'paymentChange'] as const;
    const many = kinds.map((want, n) => nth(n, { like: { hangsOn: link.hangsOn, wants: [want], build: [n, n] } }));
    expect(campaignsOf(told([...many, nth(20, { like: link }), nth(21, { like: link })]))).toEqual([]);
  });

  it('has no part of a letter that hands the lure on, be it a report or an answer', () => {
    const report: Delivery = {
      ...{
        message: 'm0003',
        at: hours(3),
        author: 'ana@contoso.test',
        recipients: ['desk@contoso.test'],
        score: 0,
        action: 'none',
      },
      ...{ isKnownSender: true, sample: sample(LURE, { handsOn: true, hangsOn: ['wallet:w'] }) },
    };
    const state = told([nth(1, { text: LURE }), nth(2, { text: LURE }), report]);
    expect(campaignNamed(state, report.message)).toBeUndefined();
    expect(campaignNamed(state, 'm0001')?.messages).toBe(2);
    expect(observe(state, nth(4, { text: LURE, like: { handsOn: true } }))?.messages).toBe(3);
  });

  it('keeps apart a known sender’s letter and a stranger’s copy of it', () => {
    const honest = (n: number): Delivery => nth(n, { ...newsletter, text: NEWS });
    const state = told([honest(1), honest(2), nth(3, { text: NEWS, ...hold }), nth(4, { text: NEWS })]);
    expect(campaignNamed(state, 'm0001')?.members.map(({ message }) => message)).toEqual(['m0001', 'm0002']);
    expect(campaignNamed(state, 'm0003')?.members.map(({ message }) => message)).toEqual(['m0003', 'm0004']);
  });

  it('takes whoever is known by it alone for a stranger', () => {
    const same = { author: 'a@bad.example', authorDomain: 'bad.example' };
    const state = told([
      nth(1, { text: LURE }),
      nth(2, { ...same, text: LURE }),
      nth(30, { ...same, text: LURE, isKnownSender: true }),
    ]);
    expect(campaignNamed(state, 'm0030')?.messages).toBe(3);
  });

  it('ends a merge with the earlier id, and the later one leads to it', () => {
    const state = noCampaigns();
    const wallet = { hangsOn: ['wallet:w'] };
    observe(state, nth(1, { text: LURE }));
    const one = observe(state, nth(2, { text: LURE }))?.id ?? '';
    observe(state, nth(3, { like: wallet }));
    const other = observe(state, nth(4, { like: wallet }))?.id ?? '';
    expect(other).not.toBe(one);
    expect(observe(state, nth(5, { text: LURE, like: wallet }))).toMatchObject({ id: one, messages: 5, formerly: [other] });
    expect([standing(state, other), standing(state, one), standing(state, 'unknown')]).toEqual([one, one, 'unknown']);
    expect(campaignNamed(state, other)?.members.map(({ message }) => message)).toEqual([
      'm0001',
      'm0002',
      'm0003',
      'm0004',
      'm0005',
    ]);
  });
});

describe('a conviction', () => {
  it('comes with the third letter judged harmful, of letters that nothing was found in before', () => {
    const state = told([
      nth(1, { text: LURE }),
      nth(2, { text: LURE }),
      nth(3, { text: LURE, ...hold }),
      nth(4, { text: LURE, ...hold }),
    ]);
    expect(campaignsOf(state)[0]?.conviction).toBeUndefined();
    const found = observe(state, nth(5, { text: LURE, ...hold }));
    expect(found).toMatchObject({ kind: 'attack', conviction: { at: hours(5), by: ['m0003', 'm0004', 'm0005'] } });
    expect(found?.conviction?.says).toBe('judged harmful by themselves: 3 of 5 deliveries, of senders that were not known here');
    expect(campaignNamed(state, 'm0001')?.members).toHaveLength(5);
  });

  it('comes with one harmful letter to three people', () => {
    const state = told([nth(1, { text: LURE }), nth(2, { text: LURE })]);
    expect(observe(state, nth(3, { text: LURE, ...hold, recipients: ['a@c.test', 'b@c.test', 'd@c.test'] }))?.kind).toBe(
      'attack',
    );
  });

  it('does not come of a newsletter, however many copies were judged wrongly', () => {
    const copies = (share: number): Delivery[] =>
      Array.from({ length: 100 }, (_, n) => nth(n, { ...newsletter, text: NEWS, ...(n % 100 < share ? hold : {}) }));
    for (const share of [1, 30, 100]) {
      const [campaign] = campaignsOf(told(copies(share)));
      expect(campaign).toMatchObject({ messages: 100, kind: 'bulk' });
      expect(campaign?.conviction).toBeUndefined();
    }
  });

  it('does not come of one mistake in a new sender’s mailing, and falls when it came too early', () => {
    const copy = (n: number, more: Said): Delivery =>
      nth(n, { ...more, author: 'n@new.example', authorDomain: 'new.example', text: NEWS });
    const one = told(Array.from({ length: 50 }, (_, n) => copy(n, n === 7 ? hold : {})));
    expect(campaignsOf(one)[0]?.conviction).toBeUndefined();
    const early = told([0, 1, 2].map((n) => copy(n, hold)));
    expect(campaignsOf(early)[0]?.conviction).toBeDefined();
    told(
      Array.from({ length: 60 }, (_, n) => copy(n + 3, {})),
      early,
    );
    expect(campaignsOf(early)[0]?.conviction).toBeUndefined();
  });

  it('comes of one text from many strange domains to many people that wants harm, and of no harm not', () => {
    const sent = (wants: Sample['wants']): Delivery[] =>
      Array.from({ length: 24 }, (_, n) => nth(n, { text: LURE, like: { wants } }));
    expect(campaignsOf(told(sent(['credentials'])))[0]?.conviction?.says).toMatch(/mostly a password$/);
    expect(campaignsOf(told(sent(['solicitation'])))[0]?.conviction).toBeUndefined();
  });

  it('is what an analyst says, by the campaign or a message of it, either way, and holds for those to come', () => {
    const state = told([nth(1, { text: LURE }), nth(2, { text: LURE })]);
    expect(rule(state, 'm0002', { at: hours(3), by: 'ana', isAttack: true })?.conviction).toEqual({
      ...{ at: hours(3), by: ['m0001'], says: 'ana said that it is an attack' },
    });
    expect(observe(state, nth(4, { text: LURE }))?.kind).toBe('attack');
    const id = campaignsOf(state)[0]?.id ?? '';
    expect(rule(state, id, { at: hours(5), by: 'bo', isAttack: false })?.conviction).toBeUndefined();
    for (const n of [6, 7, 8]) expect(observe(state, nth(n, { text: LURE, ...hold }))?.conviction).toBeUndefined();
    expect(rule(state, 'nothing', { at: 0, by: 'bo', isAttack: true })).toBeUndefined();
  });

  it('of a known sender needs most of the mail', () => {
    const known = (n: number, more: Said = {}): Delivery =>
      nth(n, { text: LURE, author: 'p@partner.example', authorDomain: 'partner.example', isKnownSender: true, ...more });
    const some = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => known(n, n <= 4 ? {} : hold));
    expect(campaignsOf(told(some))[0]?.conviction).toBeUndefined();
    expect(campaignsOf(told([...some, ...[9, 10, 11].map((n) => known(n, hold))]))[0]?.conviction?.says).toMatch(/most of them$/);
  });
});

describe('the fold', () => {
  const dice = seeded('campaigns');
  const texts = [LURE, NEWS, OTHER_NEWS, undefined];
  const stream = Array.from({ length: 400 }, (_, n) => {
    const text = texts[Math.floor(dice() * 4)]?.replace(/\b(could|will|and|the)\b/g, (word) => (dice() < 0.2 ? 'so' : word));
    const wallet = `wallet:${String(Math.floor(dice() * 20))}`;
    return nth(n, {
      text,
      like: text === undefined || dice() < 0.02 ? { hangsOn: [wallet] } : {},
      ...(dice() < 0.2 ? hold : {}),
    });
  });

  it('is the same in any batches, and told twice', () => {
    const whole = campaignsOf(told(stream));
    expect(whole.length).toBeGreaterThan(2);
    let parts = noCampaigns();
    for (let at = 0; at < stream.length; at += 37) parts = told(stream.slice(at, at + 37), parts);
    expect(campaignsOf(parts)).toEqual(whole);
    expect(campaignsOf(told(stream, parts))).toEqual(whole);
    expect(campaignsOf(told(stream.flatMap((it) => [it, it])))).toEqual(whole);
  });

  it('puts every message into one campaign at most, and an old id leads to one that stands', () => {
    const state = noCampaigns();
    const ids = new Set(stream.flatMap((it) => observe(state, it)?.id ?? []));
    const all = campaignsOf(state);
    const messages = all.flatMap(({ members }) => members.map(({ message }) => message));
    expect(new Set(messages).size).toBe(messages.length);
    const standingIds = new Set(all.map(({ id }) => id));
    for (const id of ids) expect(standingIds.has(standing(state, id))).toBe(true);
  });

  it('adds whom a message went to besides, when it is told again', () => {
    const state = told([nth(1, { text: LURE }), nth(2, { text: LURE })]);
    expect(observe(state, nth(2, { recipients: ['x@contoso.test', 'r2@contoso.test'] }))).toMatchObject({
      messages: 2,
      recipients: 3,
    });
  });

  it('holds its bounds, the oldest going first, and a date in the far future ends nothing', () => {
    const bounds = { ...BOUNDS, texts: 16, messages: 40, things: 8, authors: 8, campaigns: 3, members: 30, listed: 5 };
    const state = told(stream, noCampaigns(bounds));
    expect(state.told.size).toBeLessThanOrEqual(40);
    expect(state.things.size).toBeLessThanOrEqual(8);
    expect(state.authors.size).toBeLessThanOrEqual(8);
    expect(state.texts.room).toBe(16);
    expect(campaignsOf(state).length).toBeLessThanOrEqual(3);
    for (const { members } of campaignsOf(state)) expect(members.length).toBeLessThanOrEqual(5);
    const before = campaignsOf(state).length;
    observe(state, nth(999, { at: days(40_000) }));
    expect(campaignsOf(state)).toHaveLength(before);
  });

  it('does not join what has been silent for most of a year', () => {
    const state = told([nth(1, { text: LURE }), nth(2, { text: LURE }), nth(3, { text: LURE, at: days(400) })]);
    expect(campaignNamed(state, 'm0003')).toBeUndefined();
  });

  it('has nothing to say of a message without an id', () => {
    expect(observe(noCampaigns(), delivery('', { text: LURE }))).toBeUndefined();
  });
});
