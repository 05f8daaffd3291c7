// A message as a person may look at it: everything said, and nothing that can be followed or run.

import { describe, expect, it } from 'vitest';
import type { AttachmentFound, RawMessage } from '../../src/ingest/message-record.ts';
import { unreadMessage } from '../../src/ingest/message-record.ts';
import { shownLetter } from '../../src/mail/shown-letter.ts';

const letter = (given: Partial<RawMessage>) => shownLetter({ ...unreadMessage(''), defects: [], ...given });

const found = (given: Partial<AttachmentFound>): AttachmentFound => ({
  ...{ type: 'pdf', entries: [], isEncrypted: false, hasMacros: false, hasScript: false, smuggles: false, fetches: false },
  ...{ forms: 0, asksPassword: false, urls: [], codes: [], unread: [] },
  ...given,
});

const file = (filename: string, it?: Partial<AttachmentFound>) => ({
  ...{ filename, mimeType: 'application/octet-stream', size: 5, sha256: 'ab' },
  ...(it === undefined ? {} : { found: found(it) }),
});

describe('a letter that is shown', () => {
  it('has the text a person sees, with links that cannot be followed, and the hidden apart', () => {
    const { text, hidden, html } = letter({
      html: '<p>Pay at https://evil.example/x now</p><div style="display:none">newsletter words</div>',
    });
    expect(text).toBe('Pay at hxxps://evil[.]example/x now');
    expect(hidden).toEqual([{ how: 'display', text: 'newsletter words', letters: 15 }]);
    expect(html).toContain('[hidden: newsletter words]');
  });

  it('has no page where it came without one', () => {
    const { text, html } = letter({ text: 'Hello\r\nthere\u0007 \u202eyou' });
    expect(html).toBeUndefined();
    expect(text).toBe('Hello\nthere you');
  });

  it('says what is odd about a link, and nothing of one that is not', () => {
    const { links } = letter({
      html: '<a href="https://evil.example/">https://contoso.test/</a> <a href="https://contoso.test/">contoso.test</a>',
    });
    expect(links).toEqual([
      {
        ...{ shown: 'https://contoso.test/', leadsTo: 'https://evil.example/', defanged: 'hxxps://evil[.]example/' },
        why: ['shows contoso.test and leads to evil.example'],
      },
      { shown: 'contoso.test', leadsTo: 'https://contoso.test/', defanged: 'hxxps://contoso[.]test/', why: [] },
    ]);
  });

  it('says which files can act', () => {
    const { attachments } = letter({
      attachments: [
        file('a.pdf', {}),
        file('b.pdf', { type: 'exe' }),
        file('c.docm', { type: 'ooxml', hasMacros: true }),
        file('d.js'),
        file('e\u202efdp.exe', { type: 'unknown' }),
      ],
    });
    expect(attachments.map(({ name, risky }) => [name, risky])).toEqual([
      ['a.pdf', false],
      ['b.pdf', true],
      ['c.docm', true],
      ['d.js', true],
      ['e\u202efdp.exe', true],
    ]);
    expect(attachments[1]?.why).toContain('is exe under the name of pdf');
    expect(attachments[2]?.why).toEqual(['holds macros']);
    expect(attachments[4]?.why).toEqual([
      'a name that ends in exe promises something that can act',
      'its name turns the direction of writing',
    ]);
  });

  it('tells the way it came from its beginning', () => {
    const received = (from: string, by: string, minute: number) => ({
      name: 'Received',
      value: `from ${from} by ${by} with ESMTPS id 1; Mon, 12 Jan 2026 04:${minute}:00 +0000`,
    });
    const { hops } = letter({
      headers: [received('relay.example', 'mx.contoso.test', 18), received('first.example', 'relay.example', 15)],
    });
    expect(hops.map(({ from, by, isEncrypted }) => [from, by, isEncrypted])).toEqual([
      ['first.example', 'relay.example', true],
      ['relay.example', 'mx.contoso.test', true],
    ]);
  });

  it('has an end, whatever stands in it', () => {
    const many = letter({
      headers: Array.from({ length: 5_000 }, () => ({ name: 'X', value: 'y'.repeat(9_000) })),
      text: 'word '.repeat(100_000),
      html: '<a href="https://a.example/1">x</a>'.repeat(3_000),
    });
    expect([many.headers.length, many.headerCount]).toEqual([300, 5_000]);
    expect(Math.max(...many.headers.map(({ value }) => value.length))).toBe(4_000);
    expect(many.links.length).toBeLessThanOrEqual(200);
    expect(many.linkCount).toBeGreaterThan(200);
    expect(many.text.length).toBeLessThanOrEqual(65_536 * 1.1);
  });
});
