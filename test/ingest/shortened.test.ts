import { describe, expect, it } from 'vitest';
import { shortened } from '../../src/ingest/shortened.ts';

describe('a record too long to be kept whole', () => {
  const message = { rfc822: { subject: 'Plan', html: 'x'.repeat(300_000), to: [{ address: 'ana@contoso.test', name: '' }] } };

  it('is left as it is where it is not too long', () => {
    expect(shortened('{"b":1,"a":2}', 13)).toBe('{"b":1,"a":2}');
  });

  it('keeps all but the end of its longest texts', () => {
    const kept = shortened(JSON.stringify(message), 262_144);
    expect(kept.length).toBeLessThanOrEqual(262_144);
    expect(JSON.parse(kept)).toEqual({ rfc822: { ...message.rfc822, html: 'x'.repeat(128 * 1024) } });
  });

  it('cuts lists where texts are short already', () => {
    const crowd = { to: Array.from({ length: 50_000 }, (_, index) => `p${index}@contoso.test`), subject: 'Plan' };
    const kept = shortened(JSON.stringify(crowd), 262_144);
    expect(JSON.parse(kept)).toEqual({ to: crowd.to.slice(0, 1_000), subject: 'Plan' });
  });

  it('is nothing where nothing helps', () => {
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`name-${index}`, index]));
    expect(shortened(JSON.stringify(wide), 1_000)).toBe('null');
  });
});
