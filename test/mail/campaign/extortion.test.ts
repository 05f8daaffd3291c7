// An extortion mail to three people convicts its campaign, and the variants that came before it are members; the same text
// in what the security team writes about it is not.

import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/mail/campaign/campaign.ts';
import { campaignNamed, campaignsOf, noCampaigns, observe } from '../../../src/mail/campaign/campaigns.ts';
import { sampleOf } from '../../../src/mail/campaign/sample-of.ts';
import { strangers } from '../../../src/mail/history-of.ts';
import { messageOf } from '../../../src/mail/message-of.ts';
import { readingOf } from '../../../src/mail/reading-of.ts';
import { hours } from '../../../src/model/time.ts';

const WALLET = '1BoatSLRHtKNngkdXEeobR76b53LETtpyT';
const lure = (sum: string, asks: string): string =>
  `I have had access to your computer for several months and recorded you with your own camera. ${asks} ${sum} dollars in bitcoin to this ` +
  `wallet within 24 hours: ${WALLET} If you do not pay, every one of your colleagues will receive the video from me.`;

interface Letter {
  readonly from?: string;
  readonly to?: readonly string[];
  readonly subject?: string;
  readonly list?: boolean;
  readonly harm?: Pick<Delivery, 'score' | 'action'>;
}

function told(
  id: string,
  at: number,
  text: string,
  { from = `${id}@stranger-${id}.example`, to = ['ana@contoso.test'], subject = id, list, harm }: Letter = {},
): Delivery {
  const raw = {
    ...{
      from: { address: from, name: '' },
      to: to.map((address) => ({ address, name: '' })),
      cc: [],
      bcc: [],
      replyTo: [],
      attachments: [],
    },
    ...{
      headers: list === true ? [{ name: 'List-Unsubscribe', value: '<https://contoso.test/u>' }] : [],
      received: 0,
      defects: [],
    },
    ...{ subject, messageId: `<${id}@x>`, text, size: 900 },
  };
  const message = messageOf(raw, { homeDomains: new Set(['contoso.test']), authservIds: new Set() });
  const isOwn = from.endsWith('@contoso.test');
  return {
    ...{
      message: id,
      at: hours(at),
      author: from,
      recipients: to,
      sample: sampleOf(readingOf(message, strangers)),
      score: 10,
      action: 'none',
    },
    ...(isOwn ? {} : { authorDomain: from.slice(from.indexOf('@') + 1) }),
    ...harm,
    isKnownSender: isOwn,
  };
}

const hold = { score: 100, action: 'hold' } as const;
const earlier = [
  told('one', 1, lure('900', 'Send')),
  told('two', 2, lure('1400', 'You will now transfer'), { subject: 'Your camera' }),
];
const three = told('three', 3, lure('2000', 'Send'), {
  to: ['ana@contoso.test', 'bo@contoso.test', 'cy@contoso.test'],
  harm: hold,
});

describe('extortion of three people', () => {
  it('convicts the campaign, with the variants that came before, which nothing was found in', () => {
    const state = noCampaigns();
    for (const it of earlier) expect(observe(state, it)?.conviction).toBeUndefined();
    expect(observe(state, three)).toMatchObject({ kind: 'attack', messages: 3, recipients: 3, conviction: { by: ['three'] } });
    expect(campaignNamed(state, 'three')?.members.map(({ message }) => message)).toEqual(['one', 'two', 'three']);
  });

  it('has no part in the security team’s newsletter about it, nor in a report, whenever they come', () => {
    const about = `Dear all, several of you had the following letter yesterday. It is a bluff, nobody has recorded anything; delete it and tell us.\n\n“${lure('2000', 'Send')}”\n\nThank you, your security team`;
    const report = `FYI\n\n-----Original Message-----\nFrom: X <x@stranger.example>\nSent: Monday\nTo: ana@contoso.test\nSubject: three\n\n${lure('2000', 'Send')}`;
    const later = [
      told('newsletter', 4, about, { from: 'security@contoso.test', to: ['all@contoso.test'], list: true }),
      told('report', 5, report, { from: 'ana@contoso.test', to: ['security@contoso.test'] }),
    ];
    const before = later.map((it, n) => ({ ...it, message: `${it.message}-before`, at: n }));
    const state = noCampaigns();
    for (const it of [...before, ...earlier, three, ...later]) observe(state, it);
    for (const { message } of [...before, ...later]) expect(campaignNamed(state, message)?.conviction).toBeUndefined();
    expect(
      campaignsOf(state)
        .filter(({ conviction }) => conviction !== undefined)
        .map(({ messages }) => messages),
    ).toEqual([3]);
  });
});
