import { describe, expect, it } from 'vitest';
import { authentication } from '../../../src/mail/metrics/authentication.ts';
import type { Head, HeadCase } from '../../support/heads.ts';
import { named, readHead, valueForNobody, valueOf } from '../../support/heads.ts';

const told = (text: string): Head => ({ 'Authentication-Results': `mx.contoso.test; ${text}` });
const nobody: Head = { 'Authentication-Results': undefined };
const signed = (tags: string): Head => ({ 'DKIM-Signature': tags });

const words: readonly HeadCase[] = (['spf', 'dkim', 'dmarc', 'arc', 'compauth'] as const).flatMap((method) => {
  const isOrdinary = ['spf', 'dkim', 'dmarc'].includes(method);
  const passed = isOrdinary ? true : undefined;
  const failed = isOrdinary ? false : undefined;
  return [
    [method, told(`${method}=fail`), 'fail', isOrdinary ? 'pass' : undefined],
    [`${method}-passed`, told(`${method}=fail`), false, passed],
    [`${method}-failed`, told(`${method}=fail`), true, failed],
    [`${method}-failed`, told(`${method}=none`), false, failed],
    [`${method}-failed`, nobody, undefined, failed],
  ] satisfies HeadCase[];
});

const cases: readonly HeadCase[] = [
  ...words,
  ['by', nobody, 'nobody', 'receiver'],
  ['is-aligned', told('spf=pass smtp.mailfrom=elsewhere.test; dkim=pass header.d=other.test'), false, true],
  ['is-aligned', told('spf=none; dkim=pass header.i=@news.fabrikam.test'), true, true],
  ['is-aligned', nobody, undefined, true],
  ['spf-aligned', told('spf=pass smtp.mailfrom=b@news.fabrikam.test'), true, true],
  ['spf-aligned', told('spf=pass smtp.mailfrom=elsewhere.test; dkim=pass header.d=fabrikam.test'), false, true],
  ['dkim-aligned', told('spf=pass smtp.mailfrom=fabrikam.test; dkim=pass header.d=elsewhere.test'), false, true],
  ['is-unproved', told('spf=softfail; dkim=none; dmarc=none'), true, false],
  ['is-unproved', nobody, undefined, false],
  ['has-errors', told('spf=temperror; dkim=none'), true, false],
  ['has-no-policy', told('dmarc=bestguesspass'), true, false],
  ['has-no-policy', told('spf=pass'), undefined, false],
  ['spf-domain', told('spf=pass smtp.mailfrom=B@News.Elsewhere.test'), 'news.elsewhere.test', 'fabrikam.test'],
  ['spf-domain', told('spf=fail smtp.mailfrom=b@elsewhere.test'), undefined, 'fabrikam.test'],
  [
    'signers',
    told('dkim=pass header.d=b.test; dkim=pass header.d=A.test; dkim=fail header.d=c.test'),
    ['a.test', 'b.test'],
    ['fabrikam.test'],
  ],
  ['signers', nobody, undefined, ['fabrikam.test']],
  ['signed-by-others', told('dkim=pass header.d=elsewhere.test'), true, false],
  ['signed-by-others', told('dkim=fail header.d=elsewhere.test'), undefined, false],
  ['signatures', { 'DKIM-Signature': ['d=a.test', 'd=b.test'] }, 2, 1],
  ['signature-of-author', signed('v=1; d=elsewhere.test'), false, true],
  ['signature-of-author', signed('v=1; d=News.Fabrikam.test'), true, true],
  ['signature-of-author', { 'DKIM-Signature': undefined }, undefined, true],
  ['signs-part', signed('v=1; d=a.test; l=100'), true, false],
  ['signature-expired', signed('d=a.test; x=1767582600'), true, false],
  ['signature-expired', signed('d=a.test; x=1967582600'), false, false],
  ['signature-is-weak', signed('a=rsa-sha1; d=a.test'), true, false],
  ['signs-no-subject', signed('d=a.test; h=from : to'), true, false],
  ['signs-no-subject', signed('d=a.test; h=from : Subject'), false, false],
  ['signs-no-recipient', signed('d=a.test; h=from:reply-to'), true, false],
  ['arc-sets', { 'ARC-Seal': ['i=2', 'i=1'] }, 2, 0],
  ['unbelieved', { 'Authentication-Results': ['mx.contoso.test; spf=pass', 'mx.elsewhere.test; spf=pass'] }, 1, 0],
  ['claims-pass', { 'Authentication-Results': ['mx.contoso.test; dmarc=fail', 'mx.elsewhere.test; dmarc=pass'] }, true, false],
  [
    'claims-pass',
    { 'Authentication-Results': ['mx.contoso.test; dmarc=temperror', 'mx.elsewhere.test; dmarc=pass'] },
    false,
    false,
  ],
  ['claims-pass', nobody, undefined, false],
  [
    'told-differently',
    {
      'Authentication-Results': ['mx.contoso.test; dkim=fail header.d=a.test', 'mx.elsewhere.test; dkim=pass header.i=x@A.test'],
    },
    true,
    false,
  ],
  [
    'told-differently',
    { 'Authentication-Results': ['mx.contoso.test; dkim=fail header.d=a.test; dkim=pass header.d=b.test'] },
    false,
    false,
  ],
];

describe('authentication', () => {
  it.each(cases)('%s of %j', async (name, changes, value, ordinary) => {
    const metric = named(authentication, name);
    expect(await valueOf(metric, changes)).toEqual(value);
    expect(await valueOf(metric)).toEqual(ordinary);
  });

  it('claims-pass: not against a check of ours that found no record', async () => {
    const metric = named(authentication, 'claims-pass');
    const { message, ...rest } = await readHead();
    const checked = (spf: string) =>
      metric.of({ ...rest, message: { ...message, authentication: { ...message.authentication, by: 'us', spf } } });
    expect([checked('none'), checked('fail')]).toEqual([false, true]);
  });

  it('are each shown above', () => {
    const shown = new Set(cases.map(([name]) => name));
    expect(authentication.map(({ id }) => id.slice('authentication.'.length)).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('can be asked of a message with nothing in it', async () => {
    for (const metric of authentication) await expect(valueForNobody(metric)).resolves.not.toThrow();
  });

  it('have an end', async () => {
    for (const bait of ['a=b;', '(', 'spf=pass ', ';', ':', ' ']) {
      const value = bait.repeat(16_000 / bait.length);
      const reading = await readHead({
        'Authentication-Results': Array<string>(400).fill(value),
        'DKIM-Signature': Array<string>(90).fill(value),
      });
      const start = performance.now();
      for (const metric of authentication) metric.of(reading);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
