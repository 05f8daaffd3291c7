import { describe, expect, it } from 'vitest';
import { headers } from '../../../src/mail/metrics/headers.ts';
import type { HeadCase } from '../../support/heads.ts';
import { named, readHead, valueForNobody, valueOf } from '../../support/heads.ts';

const RECEIVED = 'from out.fabrikam.test ([198.51.100.9]) by mx.contoso.test; Mon, 5 Jan 2026 03:12:11 +0000';

const cases: readonly HeadCase[] = [
  ['count', { 'X-One': 'a' }, 14, 13],
  ['repeated', { Subject: ['a', 'b'], Date: ['a', 'b'], 'X-One': ['a', 'b'] }, ['subject', 'date'], []],
  ['several-from', { From: ['a@fabrikam.test', 'b@contoso.test'] }, true, false],
  ['several-from', { From: 'a@fabrikam.test, b@contoso.test' }, true, false],
  ['several-from', { From: '"x@y.test, z@y.test" <a@fabrikam.test>' }, false, false],
  ['several-from', { From: 'ceo@contoso.test <a@fabrikam.test> (b@c.test)' }, false, false],
  ['no-from', { From: undefined }, true, false],
  ['no-from', { From: 'Zoe' }, true, false],
  ['from-malformed', { From: 'Zoe, <zoe@fabrikam.test>' }, true, false],
  ['from-malformed', { From: 'Zoe zoe@fabrikam.test' }, true, false],
  ['from-malformed', { From: 'zoe@fabrikam.test (Zoe)' }, false, false],
  ['from-malformed', { From: undefined }, undefined, false],
  ['from-length', { From: 'zoe@fabrikam.test' }, 17, 29],
  ['from-encoded-words', { From: '=?utf-8?q?Zo=C3=AB?= =?utf-8?b?UQ==?= <zoe@fabrikam.test>' }, 2, 0],
  ['from-encodes-plain', { From: '=?utf-8?b?UGF5UGFs?= <zoe@fabrikam.test>' }, true, false],
  ['from-encodes-plain', { From: '=?utf-8?q?Zo=C3=AB?= <zoe@fabrikam.test>' }, false, false],
  ['subject-encodes-plain', { Subject: '=?utf-8?q?=50=61y_now?=' }, true, false],
  ['subject-encodes-plain', { Subject: '=?utf-8?b?w6TDtg==?= =?iso-2022-jp?b?GyRCJCI=?=' }, false, false],
  ['author-invisible', { From: '=?utf-8?q?P=E2=80=8Bay=C2=ADPal?= <zoe@fabrikam.test>' }, 2, 0],
  ['author-invisible', { From: '=?utf-8?q?=F0=9F=91=A9=E2=80=8D=F0=9F=92=BB_Zoe?= <zoe@fabrikam.test>' }, 0, 0],
  ['subject-invisible', { Subject: '=?utf-8?q?In=E2=80=AEvoice?=' }, 1, 0],
  ['unencoded', { Subject: 'Größe' }, true, false],
  ['control-characters', { Subject: 'a\u0001b' }, true, false],
  ['no-subject', { Subject: undefined }, true, false],
  ['no-date', { Date: undefined }, true, false],
  ['date-unreadable', { Date: 'soon' }, true, false],
  ['date-unreadable', { Date: undefined }, undefined, false],
  ['no-message-id', { 'Message-ID': undefined }, true, false],
  ['message-id-malformed', { 'Message-ID': '17.abc@fabrikam.test' }, true, false],
  ['message-id-malformed', { 'Message-ID': undefined }, undefined, false],
  ['message-id-domain', { 'Message-ID': '<1@a.elsewhere.co.uk>' }, 'elsewhere.co.uk', 'fabrikam.test'],
  ['message-id-foreign', { 'Message-ID': '<1@elsewhere.test>' }, true, false],
  ['message-id-foreign', { 'Message-ID': '<1@WIN-7>' }, undefined, false],
  ['message-id-foreign', { 'Message-ID': '<1@elsewhere.test>', 'Return-Path': '<b@elsewhere.test>' }, false, false],
  ['message-id-local', { 'Message-ID': '<1@WIN-7>' }, true, false],
  ['message-id-local', { 'Message-ID': '<1>' }, undefined, false],
  ['no-mime-version', { 'MIME-Version': undefined }, true, false],
  ['no-mime-version', { 'MIME-Version': undefined, 'Content-Type': undefined }, undefined, false],
  ['undisclosed-recipients', { To: 'undisclosed-recipients:;' }, true, false],
  ['mailer', { 'X-Mailer': 'PHPMailer 6' }, 'PHPMailer 6', undefined],
  ['mailer', { 'User-Agent': 'Mutt/1.5' }, 'Mutt/1.5', undefined],
  ['mailer-is-script', { 'X-Mailer': 'PHPMailer 6.1 (https://x.test)' }, true, false],
  ['mailer-is-script', { 'X-Mailer': 'Microsoft Outlook 16.0' }, false, false],
  ['mailer-is-bulk', { 'X-Mailer': 'Mailchimp Mailer' }, true, false],
  ['mailer-is-bulk', { Precedence: 'bulk' }, true, false],
  ['web-script', { 'X-PHP-Originating-Script': '0:a.php' }, true, false],
  ['is-list', { 'List-Id': '<a.fabrikam.test>' }, true, false],
  ['has-unsubscribe', { 'List-Unsubscribe': '<https://fabrikam.test/u>' }, true, false],
  ['unsubscribe-one-click', { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }, true, false],
  ['unsubscribe-foreign', { 'List-Unsubscribe': '<https://a.elsewhere.test/u>, <mailto:u@elsewhere.test>' }, true, undefined],
  [
    'unsubscribe-foreign',
    { 'List-Unsubscribe': '<https://a.elsewhere.test/u>, <mailto:u@fabrikam.test?subject=x>' },
    false,
    undefined,
  ],
  ['has-campaign-id', { 'Feedback-ID': '1:2:3' }, true, false],
  ['precedence', { Precedence: ' List ' }, 'list', undefined],
  ['is-automatic', { 'Auto-Submitted': 'auto-replied; x' }, true, false],
  ['is-automatic', { 'Auto-Submitted': 'no' }, false, false],
  ['is-bounce', { 'Return-Path': '<>' }, true, false],
  ['is-urgent', { 'X-Priority': '1 (Highest)' }, true, false],
  ['is-urgent', { Importance: 'High' }, true, false],
  ['is-urgent', { 'X-Priority': '3' }, false, false],
  ['asks-receipt', { 'Disposition-Notification-To': 'zoe@fabrikam.test' }, true, false],
  ['claims-exchange', { 'X-MS-Exchange-Organization-SCL': '-1' }, true, false],
  [
    'claims-exchange',
    {
      'X-MS-Exchange-Organization-SCL': '-1',
      Received: 'from a by b.contoso.test with Microsoft SMTP Server; Mon, 5 Jan 2026 03:12:11 +0000',
    },
    false,
    false,
  ],
  ['brings-verdict', { 'X-Spam-Status': 'No, score=-5' }, true, false],
  ['brings-verdict', { 'X-Spam-Status': 'Yes, score=5' }, false, false],
  ['was-forwarded', { 'X-Forwarded-To': 'ana@contoso.test' }, true, false],
  ['unread', { Subject: 'x'.repeat(20_000) }, ['a header longer than 16 KiB: cut'], []],
];

describe('headers', () => {
  it.each(cases)('%s of %j', async (name, changes, value, ordinary) => {
    const metric = named(headers, name);
    expect(await valueOf(metric, changes)).toEqual(value);
    expect(await valueOf(metric)).toEqual(ordinary);
  });

  it('received-below-author: a line of a server where no server writes', async () => {
    const metric = named(headers, 'received-below-author');
    expect(await valueOf(metric, { 'X-Last': 'a', Received: undefined }, [])).toBeUndefined();
    expect(await valueOf(metric)).toBe(false);
    // The same headers, the line below them.
    expect(await valueOf(metric, { Received: undefined, 'X-Last': 'a', received: RECEIVED })).toBe(true);
  });

  it('brings-verdict: not by a header above the last server’s line', async () => {
    expect(await valueOf(named(headers, 'brings-verdict'), {}, ['X-Spam-Status: No'])).toBe(false);
  });

  it('are each shown above', () => {
    const shown = new Set([...cases.map(([name]) => name), 'received-below-author']);
    expect(headers.map(({ id }) => id.slice('headers.'.length)).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('can be asked of a message with nothing in it', async () => {
    for (const metric of headers) await expect(valueForNobody(metric)).resolves.not.toThrow();
  });

  it('have an end', async () => {
    const baits = ['=?a?q?', '<', '"', '(', ',', 'a@', '=?utf-8?b?aaaa', 'http://', 'mailto:', '\u200d', ' '];
    for (const bait of baits) {
      const value = bait.repeat(16_000 / bait.length);
      const reading = await readHead({ From: value, Subject: value, 'List-Unsubscribe': value, 'Message-ID': value });
      const start = performance.now();
      for (const metric of headers) metric.of(reading);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
