import { describe, expect, it } from 'vitest';
import { routing } from '../../../src/mail/metrics/routing.ts';
import type { HeadCase } from '../../support/heads.ts';
import { named, readHead, valueForNobody, valueOf } from '../../support/heads.ts';

const at = (time: string, zone = '+0000') => `Mon, 5 Jan 2026 ${time} ${zone}`;
const inside = `from mx.contoso.test ([10.0.0.5]) by box.contoso.test with ESMTP; ${at('03:12:12')}`;
/** A line of our border about whoever knocked. */
const border = (from: string, by = 'mx.contoso.test', time = at('03:12:11')) => ({
  Received: [inside, `from ${from} by ${by} with ESMTP; ${time}`],
});

const cases: readonly HeadCase[] = [
  ['hops', { Received: [inside] }, 1, 3],
  ['undated-hops', { Received: [inside, 'from a by b; when it suits'] }, 1, 0],
  ['transit', { Received: [inside, `from a by b; ${at('00:12:12')}`] }, 3, 2 / 3600],
  ['transit', { Received: [inside] }, undefined, 2 / 3600],
  ['longest-wait', { Received: [inside, `from a by b; ${at('01:12:12')}`, `from a by c; ${at('00:12:12')}`] }, 2, 1 / 3600],
  ['submission-delay', { Date: at('04:12:10') }, -1, 10 / 3600],
  ['hops-backwards', { Received: [inside, `from a by b; ${at('04:00:00')}`] }, 1, 0],
  ['hops-backwards', { Received: [inside, `from a by b; ${at('03:14:00')}`] }, 0, 0],
  ['repeated-servers', { Received: [inside, inside, inside] }, 2, 0],
  ['organisations', border('a ([198.51.100.9])', 'mx.elsewhere.test'), 2, 2],
  ['organisations', { Received: [inside] }, 1, 2],
  ['encrypted-share', { Received: [inside, `from a by b with ESMTPS; ${at('03:12:11')}`] }, 0.5, 1],
  ['encrypted-share', { Received: undefined }, undefined, 1],
  ['source-address', border('a ([203.0.113.7])'), '203.0.113.7', '198.51.100.9'],
  ['source-host', border('helo.test (real.elsewhere.test [203.0.113.7])'), 'real.elsewhere.test', 'out.fabrikam.test'],
  ['source-host', border('helo.elsewhere.test ([203.0.113.7])'), 'helo.elsewhere.test', 'out.fabrikam.test'],
  ['sending-service', border('a (o1.mail.elsewhere.co.uk [203.0.113.7])'), 'elsewhere.co.uk', 'fabrikam.test'],
  ['no-outside', { Received: [inside] }, true, false],
  ['no-outside', { Received: undefined }, undefined, false],
  ['source-is-authors', border('a (o1.elsewhere.test [203.0.113.7])'), false, true],
  ['source-is-authors', border('a ([203.0.113.7])'), undefined, true],
  ['source-is-nameless', border('a (unknown [203.0.113.7])'), true, false],
  ['source-is-dynamic', border('a (203-0-113-7.dsl.elsewhere.test [203.0.113.7])'), true, false],
  ['source-is-dynamic', border('a (host7-113-0-203.elsewhere.test [203.0.113.7])'), true, false],
  ['source-is-dynamic', border('a (pooling.elsewhere.test [203.0.113.7])'), false, false],
  ['source-is-dynamic', { Received: [inside] }, undefined, false],
  ['helo-is-address', border('[203.0.113.7] ([203.0.113.7])'), true, false],
  ['helo-is-local', border('win-7abc (x.elsewhere.test [203.0.113.7])'), true, false],
  ['helo-is-local', border('[203.0.113.7] ([203.0.113.7])'), false, false],
  ['helo-differs', border('mx.contoso.test (x.elsewhere.test [203.0.113.7])'), true, false],
  ['helo-differs', border('a.elsewhere.test ([203.0.113.7])'), undefined, false],
  ['helo-claims-home', border('mail.contoso.test (x.elsewhere.test [203.0.113.7])'), true, false],
  ['helo-claims-home', border('mail.notcontoso.test (x.elsewhere.test [203.0.113.7])'), false, false],
  ['first-address', border('a ([203.0.113.7])'), '203.0.113.7', '10.1.0.5'],
  ['first-protocol', { Received: [inside, `from a by b with HTTP; ${at('03:12:11')}`] }, 'http', 'esmtpsa'],
  ['first-is-private', border('a ([203.0.113.7])'), false, true],
  ['first-is-private', { Received: undefined }, undefined, true],
  ['first-is-web', { Received: [inside, `by b (Postfix) with HTTP; ${at('03:12:11')}`] }, true, false],
  ['was-signed-in', border('a ([203.0.113.7])'), false, true],
  ['originating-address', { 'X-Originating-IP': '[203.0.113.7]' }, '203.0.113.7', undefined],
  ['originating-address', { 'X-Originating-IP': 'hidden', 'X-Sender-IP': '2001:DB8::7' }, '2001:db8::7', undefined],
  ['through-exchange', border('a ([203.0.113.7])', 'A.mail.protection.outlook.com'), true, false],
  ['envelope-domain', { 'Return-Path': '<b@news.elsewhere.test>' }, 'elsewhere.test', 'fabrikam.test'],
  ['envelope-differs', { 'Return-Path': '<b@news.elsewhere.test>' }, true, false],
  ['envelope-differs', { 'Return-Path': '<b@news.fabrikam.test>' }, false, false],
  ['envelope-differs', { 'Return-Path': '<>' }, undefined, false],
  ['date-zone', { Date: at('03:12:00', '-0830') }, '-0830', '+0000'],
  ['date-zone', { Date: undefined }, undefined, '+0000'],
  ['zone-gap', { Date: at('03:12:00', '-0830') }, 8.5, 0],
  ['zone-gap', { Date: 'soon' }, undefined, 0],
];

describe('routing', () => {
  it.each(cases)('%s of %j', async (name, changes, value, ordinary) => {
    const metric = named(routing, name);
    const close = (it: unknown): unknown => (typeof it === 'number' ? expect.closeTo(it, 9) : it);
    expect(await valueOf(metric, changes)).toEqual(close(value));
    expect(await valueOf(metric)).toEqual(close(ordinary));
  });

  it('are each shown above', () => {
    const shown = new Set(cases.map(([name]) => name));
    expect(routing.map(({ id }) => id.slice('routing.'.length)).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('can be asked of a message with nothing in it', async () => {
    for (const metric of routing) await expect(valueForNobody(metric)).resolves.not.toThrow();
    expect(await valueForNobody(named(routing, 'helo-claims-home'))).toBeUndefined();
  });

  it('have an end', async () => {
    const line = `from ${'203-0-113-7.dsl-'.repeat(100)}.elsewhere.test ([203.0.113.7]) by x; ${at('03:12:11')}`;
    const reading = await readHead({ Received: Array<string>(400).fill(line), Date: '+'.repeat(10_000) });
    const start = performance.now();
    for (const metric of routing) metric.of(reading);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
