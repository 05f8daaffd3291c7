// What of a message is compared: what its author would have to change with effort, and nothing every honest letter has.

import { describe, expect, it } from 'vitest';
import type { RawMessage } from '../../../src/ingest/message-record.ts';
import type { Sample } from '../../../src/mail/campaign/sample.ts';
import { sampleOf } from '../../../src/mail/campaign/sample-of.ts';
import { strangers } from '../../../src/mail/history-of.ts';
import { messageOf } from '../../../src/mail/message-of.ts';
import { readingOf } from '../../../src/mail/reading-of.ts';

const home = { homeDomains: new Set(['contoso.test']), authservIds: new Set<string>() };
const TEXT =
  'We have watched you for a while and know what you did last summer. Send 2000 dollars in bitcoin to this address within one day: ' +
  '1BoatSLRHtKNngkdXEeobR76b53LETtpyT or your colleagues will see the pictures that we have of you.';

function sampled(more: Partial<RawMessage> & { readonly headers?: RawMessage['headers'] } = {}): Sample {
  const raw: RawMessage = {
    ...{
      headers: [
        { name: 'From', value: 'x' },
        { name: 'Subject', value: 'y' },
      ],
      cc: [],
      bcc: [],
      replyTo: [],
      attachments: [],
    },
    ...{ from: { address: 'x@stranger.example', name: 'X' }, to: [{ address: 'ana@contoso.test', name: '' }] },
    ...{ subject: 'Read this', messageId: '<1@stranger.example>', text: TEXT, size: 900, received: 0, defects: [] },
    ...more,
  };
  return sampleOf(readingOf(messageOf(raw, home), strangers));
}

describe('a sample', () => {
  it('holds words, build, and the wallet money is asked for to', () => {
    const sample = sampled();
    expect(sample.words).toHaveLength(64);
    expect(sample.build).toHaveLength(16);
    expect(sample).toMatchObject({ hangsOn: ['wallet:1BoatSLRHtKNngkdXEeobR76b53LETtpyT'], isBulk: false });
    expect(sample.wants).toContain('extortion');
    expect(sample.handsOn).toBeUndefined();
  });

  it('has no words where there are too few to tell strangers apart', () => {
    expect(sampled({ subject: 'Hello', text: 'Please see the file. Best, X' }).words).toBeUndefined();
  });

  it('names domains it leads to, but no brand, no host for everybody, and nobody’s own', () => {
    const text = `${TEXT} https://evil-portal.example/a/1 https://www.microsoft.com/x https://stranger.example/y https://contoso.test/z https://bit.ly/abc12`;
    const { hangsOn } = sampled({ text });
    expect(hangsOn.filter((it) => it.startsWith('link:'))).toEqual(['link:evil-portal.example']);
    expect(hangsOn.filter((it) => it.startsWith('page:'))).toEqual(['page:bit.ly/abc12']);
  });

  it('names files, but no picture in a signature, and where answers go, but not its reader', () => {
    const file = { mimeType: 'application/pdf', size: 2_000, sha256: 'aa', filename: 'x.pdf' };
    const { hangsOn } = sampled({
      attachments: [file, { ...file, mimeType: 'image/png', sha256: 'bb', isInline: true }],
      replyTo: [{ address: 'desk@gmail.com', name: '' }],
      text: `${TEXT} You are ana@contoso.test.`,
    });
    expect(hangsOn).toEqual(['file:aa', 'reply:desk@gmail.com', 'wallet:1BoatSLRHtKNngkdXEeobR76b53LETtpyT']);
  });

  it('has nothing of a lure that is quoted below an answer', () => {
    const quoted =
      TEXT.match(/.{1,70}(?: |$)/g)
        ?.map((line) => `> ${line}`)
        .join('\n') ?? '';
    const sample = sampled({
      text: `I had this today and have answered nothing; what shall I do with it now?\n\nOn Mon, 5 Jan 2026 at 10:00, X <x@y.example> wrote:\n${quoted}`,
    });
    expect(sample.hangsOn).toEqual([]);
    expect(sample.words).toBeUndefined();
  });

  it('says so where all it shows is handed on', () => {
    const text = `FYI\n\n-----Original Message-----\nFrom: X <x@y.example>\nSent: Monday\nTo: ana@contoso.test\nSubject: Read this\n\n${TEXT}`;
    expect(sampled({ text }).handsOn).toBe(true);
  });

  it('is of a mass mailing by a list’s headers, or by a bulk sender’s and a way to leave', () => {
    const headers = (name: string, value: string): RawMessage['headers'] => [{ name, value }];
    expect(sampled({ headers: headers('List-Unsubscribe', '<https://n.example/u>') }).isBulk).toBe(true);
    expect(sampled({ headers: headers('Precedence', 'bulk') }).isBulk).toBe(false);
    expect(
      sampled({ headers: headers('Precedence', 'bulk'), text: `${TEXT} Click to unsubscribe from this newsletter.` }).isBulk,
    ).toBe(true);
  });
});
