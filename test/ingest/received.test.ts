import { describe, expect, it } from 'vitest';
import { hopIn, outsideHop } from '../../src/ingest/email/received.ts';

const DATE = 'Mon, 5 Jan 2026 03:12:09 +0000';
const at = Date.UTC(2026, 0, 5, 3, 12, 9);

describe('a server’s line', () => {
  it.each([
    [
      'Postfix',
      'from mail.fabrikam.test (out.fabrikam.test [198.51.100.9]) (using TLSv1.3 with cipher X (256/256 bits)) by mx.contoso.test (Postfix) with ESMTPS id 4; for <a@b>',
      {
        from: 'mail.fabrikam.test',
        reverse: 'out.fabrikam.test',
        address: '198.51.100.9',
        by: 'mx.contoso.test',
        protocol: 'esmtps',
        isEncrypted: true,
      },
    ],
    [
      'Postfix, of an address without a name',
      'from mail.fabrikam.test (unknown [198.51.100.9]) by mx.contoso.test with SMTP id 4',
      { from: 'mail.fabrikam.test', isNameless: true, address: '198.51.100.9', by: 'mx.contoso.test', protocol: 'smtp' },
    ],
    [
      'Exim',
      'from out.fabrikam.test ([198.51.100.9] helo=mail.fabrikam.test) by mx.contoso.test with esmtpsa (TLS1.3) id 1',
      {
        from: 'mail.fabrikam.test',
        reverse: 'out.fabrikam.test',
        address: '198.51.100.9',
        by: 'mx.contoso.test',
        protocol: 'esmtpsa',
        isEncrypted: true,
      },
    ],
    [
      'qmail',
      'from unknown (HELO mail.fabrikam.test) (198.51.100.9) by mx.contoso.test with SMTP',
      { from: 'mail.fabrikam.test', isNameless: true, address: '198.51.100.9', by: 'mx.contoso.test', protocol: 'smtp' },
    ],
    [
      'Exchange',
      'from OUT.Fabrikam.test (2001:db8::9) by MX.contoso.test (10.0.0.1) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.1 via Frontend Transport',
      { from: 'out.fabrikam.test', address: '2001:db8::9', by: 'mx.contoso.test', protocol: 'smtp', isEncrypted: true },
    ],
    ['a web mailer', 'by mx.contoso.test (Postfix, from userid 33) id 7', { by: 'mx.contoso.test' }],
    [
      'one that gives its address for a name',
      'from [198.51.100.9] (port=1 helo=[10.0.0.7]) by mx.contoso.test with esmtp',
      { from: '10.0.0.7', address: '198.51.100.9', by: 'mx.contoso.test', protocol: 'esmtp' },
    ],
  ])('as %s writes it', (_, line, hop) => {
    expect(hopIn(`${line}; ${DATE}`)).toMatchObject({ ...hop, at });
    expect(
      Object.keys(hopIn(`${line}; ${DATE}`))
        .filter((key) => key !== 'address')
        .sort(),
    ).toEqual(
      Object.keys({ ...hop, at })
        .filter((key) => key !== 'address')
        .sort(),
    );
  });

  it('with comments that hold the words of clauses is not misled by them', () => {
    expect(
      hopIn(`from a.test (b.test [192.0.2.1] (by c.test with HTTP)) by d.test (from e.test) with ESMTP; ${DATE}`),
    ).toMatchObject({
      from: 'a.test',
      by: 'd.test',
      protocol: 'esmtp',
    });
  });

  it.each(['', ';', '((((', 'from', 'from by with', '; Thu, 01 Jan 1601 00:00:00 +0000', ')'])(
    'that says nothing tells nothing: %s',
    (line) => {
      expect(hopIn(line)).toEqual({});
    },
  );

  it('has an end', () => {
    const start = performance.now();
    for (const bait of ['(', 'from ', 'from (', '[', 'by ', 'helo=', 'from (x ', '([1.2.3.4]']) hopIn(bait.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('who knocked', () => {
  const hop = (address: string) => hopIn(`from a.test (a.test [${address}]) by b.test; ${DATE}`);

  it('is the first from outside, not a service that stands between', () => {
    expect(outsideHop([hop('10.0.0.1'), hop('40.93.1.2'), hop('198.51.100.9'), hop('192.0.2.9')])?.address).toBe('198.51.100.9');
  });

  it('is a service where there is nobody else, and nobody where all are inside', () => {
    expect(outsideHop([hop('10.0.0.1'), hop('40.93.1.2')])?.address).toBe('40.93.1.2');
    expect(outsideHop([hop('10.0.0.1'), hop('127.0.0.1')])).toBeUndefined();
  });
});
