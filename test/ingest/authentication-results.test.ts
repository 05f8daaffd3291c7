import { describe, expect, it } from 'vitest';
import { authenticationResults, trustedResults } from '../../src/ingest/email/authentication-results.ts';

describe('Authentication-Results', () => {
  const read = (header: string) => {
    const { id, results } = authenticationResults(header);
    return { id, results: results.map(({ method, result, properties }) => [method, result, Object.fromEntries(properties)]) };
  };

  it('is read as RFC 8601 writes it', () => {
    expect(
      read(
        'mx.contoso.test 1; spf=pass smtp.mailfrom=a@fabrikam.test; DKIM=Fail (bad; key=none) header.d=fabrikam.test header.s=s1',
      ),
    ).toEqual({
      id: 'mx.contoso.test',
      results: [
        ['spf', 'pass', { 'smtp.mailfrom': 'a@fabrikam.test' }],
        ['dkim', 'fail', { 'header.d': 'fabrikam.test', 'header.s': 's1' }],
      ],
    });
    expect(read('mx.contoso.test; none')).toEqual({ id: 'mx.contoso.test', results: [] });
  });

  it('as Exchange Online writes it has no name before it', () => {
    expect(
      read(
        'spf=softfail (sender IP is 192.0.2.1)\r\n smtp.mailfrom=fabrikam.test; dkim=none (message not signed) header.d=none;dmarc=bestguesspass action=none header.from=fabrikam.test;compauth=fail reason=001',
      ),
    ).toEqual({
      id: undefined,
      results: [
        ['spf', 'softfail', { 'smtp.mailfrom': 'fabrikam.test' }],
        ['dkim', 'none', { 'header.d': 'none' }],
        ['dmarc', 'bestguesspass', { action: 'none', 'header.from': 'fabrikam.test' }],
        ['compauth', 'fail', { reason: '001' }],
      ],
    });
  });

  it.each([
    [
      'comments in comments',
      'mx.contoso.test; spf=fail (a (spf=pass; b) spf=pass) smtp.helo=x.test',
      [['spf', 'fail', { 'smtp.helo': 'x.test' }]],
    ],
    ['a bracket in a comment, escaped', 'mx.contoso.test; spf=fail (a \\) spf=pass;) x.y=1', [['spf', 'fail', { 'x.y': '1' }]]],
    [
      'quoted text',
      'mx.contoso.test; auth=pass smtp.auth="a; dkim=pass \\"b\\""; dkim=none',
      [
        ['auth', 'pass', { 'smtp.auth': 'a; dkim=pass "b"' }],
        ['dkim', 'none', {}],
      ],
    ],
    [
      'blanks around signs',
      'mx.contoso.test ;spf (v) = (w) pass smtp.mailfrom = b@c.test ; ; dkim/1=pass',
      [
        ['spf', 'pass', { 'smtp.mailfrom': 'b@c.test' }],
        ['dkim', 'pass', {}],
      ],
    ],
    [
      'a signature with = in it',
      'mx.contoso.test; dkim=pass header.b="ab/c+=" header.i=@c.test header.b=second',
      [['dkim', 'pass', { 'header.b': 'ab/c+=', 'header.i': '@c.test' }]],
    ],
    [
      'words beyond the standard',
      'mx.contoso.test; dmarc=timeout; arc=hardfail',
      [
        ['dmarc', 'timeout', {}],
        ['arc', 'hardfail', {}],
      ],
    ],
  ])('with %s', (_, header, results) => {
    expect(read(header)).toEqual({ id: 'mx.contoso.test', results });
  });

  it.each(['', ';;;', '(', '"', '=', '= = =', ';=;', 'a(b', 'x;y="', '\\', 'x; =pass', '((((((((('])(
    'that is none is no harm: %s',
    (header) => {
      expect(authenticationResults(header).results.filter(({ method }) => method === 'spf')).toEqual([]);
    },
  );

  it('has an end', () => {
    const start = performance.now();
    for (const bait of ['(', ')', '"', 'a=', '; a=b', ' ', '\\', 'a=b '])
      expect(authenticationResults(`x; ${bait.repeat(200_000)}`).results.length).toBeLessThanOrEqual(50);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

const header = (text: string) => ({ name: text.slice(0, text.indexOf(':')), value: text.slice(text.indexOf(':') + 1).trim() });
const words = (lines: readonly string[], ids: readonly string[] = []) =>
  trustedResults(lines.map(header), new Set(ids)).flatMap(({ results }) =>
    results.map(({ method, result }) => `${method}=${result}`),
  );

const BY_STORE =
  'Received: from A.prod.outlook.com (2603:10b6::1) by B.namprd01.prod.outlook.com with HTTPS; Mon, 5 Jan 2026 03:12:12 +0000';
const BORDER =
  'Received: from out.elsewhere.test (198.51.100.9) by C.mail.protection.outlook.com (10.1.2.3) with Microsoft SMTP Server; Mon, 5 Jan 2026 03:12:11 +0000';
const TOLD =
  'Authentication-Results: spf=fail (sender IP is 198.51.100.9) smtp.mailfrom=contoso.test; dkim=none header.d=none;dmarc=fail action=none header.from=contoso.test';
const FORGED =
  'Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=contoso.test; dkim=pass header.d=contoso.test;dmarc=pass header.from=contoso.test';

describe('what is believed when nobody named a server', () => {
  it('is what Exchange Online wrote above the line of its border', () => {
    expect(words([BY_STORE, TOLD, BORDER, 'From: x'])).toEqual(['spf=fail', 'dkim=none', 'dmarc=fail']);
  });

  it.each([
    ['below the receiver’s own', [BY_STORE, TOLD, BORDER, FORGED], ['spf=fail', 'dkim=none', 'dmarc=fail']],
    ['where the receiver wrote none', [BY_STORE, BORDER, FORGED], []],
    ['with a forged line of the border below it', [BY_STORE, BORDER, FORGED, BORDER], []],
    [
      'on mail that another server took',
      ['Received: from y ([198.51.100.9]) by mx.fabrikam.test; Mon, 5 Jan 2026 03:12:12 +0000', FORGED, BORDER],
      [],
    ],
    ['on mail without a trace', [FORGED], []],
    [
      'by a host named like one of theirs',
      ['Received: from y by prod.outlook.com.elsewhere.test; Mon, 5 Jan 2026 03:12:12 +0000', FORGED, BORDER],
      [],
    ],
    ['in another form', [BY_STORE, TOLD.replace('spf=fail', 'mx.contoso.test; spf=pass'), BORDER], []],
    [
      'that tells no SPF first, as on mail sent by a tenant’s own people',
      [BY_STORE, 'Authentication-Results: dkim=none header.d=none;dmarc=none', BORDER],
      [],
    ],
  ])('is not a header %s', (_, lines, expected) => {
    expect(words(lines)).toEqual(expected);
  });
});

describe('what is believed of a named server', () => {
  const inside = 'Received: from mx.contoso.test ([10.0.0.5]) by box.contoso.test; Mon, 5 Jan 2026 03:12:12 +0000';
  const border = 'Received: from out.elsewhere.test ([198.51.100.9]) by mx.contoso.test; Mon, 5 Jan 2026 03:12:11 +0000';
  const gateway = 'Received: from out.elsewhere.test ([192.0.2.6]) by gateway.test; Mon, 5 Jan 2026 03:12:11 +0000';
  const earlier = 'Received: from inner ([192.0.2.7]) by out.elsewhere.test; Mon, 5 Jan 2026 03:12:10 +0000';
  const own = (text: string) => `Authentication-Results: mx.contoso.test; ${text}`;
  const ids = ['mx.contoso.test'];

  it('is its header, wherever its filters put it', () => {
    expect(words([inside, border, own('spf=fail')], ids)).toEqual(['spf=fail']);
    expect(words([own('spf=fail'), inside, border], ids)).toEqual(['spf=fail']);
    expect(words([inside, border, 'Authentication-Results: MX.Contoso.test; spf=pass'], ids)).toEqual(['spf=pass']);
  });

  it('is a header of any server in its domain, and of a gateway before the border', () => {
    expect(words([border, 'Authentication-Results: in7.mx.contoso.test; spf=fail'], ids)).toEqual(['spf=fail']);
    expect(words([border, gateway, own('spf=fail')], ids)).toEqual(['spf=fail']);
  });

  it('is Exchange’s where none is there under its name', () => {
    expect(words([BY_STORE, TOLD, BORDER], ids)).toEqual(['spf=fail', 'dkim=none', 'dmarc=fail']);
  });

  it('is one header for each filter, and of each check the topmost', () => {
    expect(words([border, own('dmarc=fail'), own('dkim=pass; dkim=fail'), own('spf=pass; dmarc=pass')], ids)).toEqual([
      'dmarc=fail',
      'dkim=pass',
      'dkim=fail',
      'spf=pass',
    ]);
  });

  it.each([
    [
      'under its name, lower down',
      [border, own('spf=fail; dmarc=fail'), 'From: x', own('dmarc=pass; dkim=pass')],
      ['spf=fail', 'dmarc=fail'],
    ],
    ['under another name', [border, 'Authentication-Results: mx.elsewhere.test; spf=pass'], []],
    ['under no name', [border, 'Authentication-Results: spf=pass smtp.mailfrom=x.test'], []],
    ['under a name that ends like its', [border, 'Authentication-Results: evil-mx.contoso.test; spf=pass'], []],
    ['that was there before the mail came in', [border, gateway, earlier, own('spf=pass')], []],
    ['of Exchange’s form, when one is there under its name', [BY_STORE, TOLD, BORDER, own('spf=pass')], ['spf=pass']],
  ])('is not a header %s', (_, lines, expected) => {
    expect(words(lines, ids)).toEqual(expected);
  });
});
