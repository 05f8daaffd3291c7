import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf } from '../../src/detect/acts.ts';
import type { Event } from '../../src/model/event.ts';
import { minutes, seconds } from '../../src/model/time.ts';
import { adminChange, methodChange, noon, other, signIn } from '../support/events.ts';

const audit = { source: 'm365-audit', act: 'act-1' } as const;
const entra = { source: 'entra-sign-in', act: 'act-1' } as const;

const anyOrder = (events: readonly Event[], holds: (shuffled: readonly Event[]) => void): void =>
  assert(
    property(shuffledSubarray([...events], { minLength: events.length }), (shuffled) => holds(shuffled)),
    { numRuns: 40 },
  );

describe('two records of one act', () => {
  const twins = [
    signIn({ ...audit, id: 'm1', at: noon + seconds(2), session: 's1' }),
    signIn({ ...entra, id: 'z1', at: noon, device: 'laptop', riskLevel: 'high' }),
  ];

  it('are one act with two witnesses, whichever came first', () => {
    anyOrder(twins, (shuffled) => {
      const acts = actsOf(shuffled);
      expect(acts).toHaveLength(1);
      expect(acts[0]?.witnesses).toEqual(['m1', 'z1']);
      expect(acts[0]?.event).toMatchObject({ id: 'z1', at: noon, device: 'laptop', riskLevel: 'high', session: 's1' });
    });
  });

  it('are led by the one that says most', () => {
    const told = methodChange({ ...audit, id: 'm1', act: 'change' });
    const bare = adminChange({ ...entra, id: 'a1', act: 'change', target: 'ana@contoso.test' });
    expect(actsOf([bare, told])).toMatchObject([{ event: { id: 'm1', kind: 'methodChange' }, witnesses: ['a1', 'm1'] }]);
    expect(actsOf([bare, other({ ...audit, id: 'o1', act: 'change' })])).toMatchObject([
      { event: { id: 'a1', kind: 'adminChange' } },
    ]);
  });

  it('are two acts when one succeeded and the other did not', () => {
    const refused = signIn({ ...audit, id: 'm1', outcome: 'failure' });
    expect(actsOf([refused, signIn({ ...entra, id: 'z1' })]).map(({ witnesses }) => witnesses)).toEqual([['m1'], ['z1']]);
  });

  it('are two acts when one source wrote both', () => {
    const both = [signIn({ ...entra, id: 'z1' }), signIn({ ...entra, id: 'z2', at: noon + seconds(1) })];
    expect(actsOf(both).map(({ witnesses }) => witnesses)).toEqual([['z1'], ['z2']]);
  });

  it('find their own twins when each of two sources wrote two', () => {
    const four = [
      signIn({ ...entra, id: 'z1' }),
      signIn({ ...entra, id: 'z2', at: noon + minutes(1) }),
      signIn({ ...audit, id: 'm1', at: noon + seconds(1) }),
      signIn({ ...audit, id: 'm2', at: noon + minutes(1) }),
    ];
    anyOrder(four, (shuffled) => {
      expect(actsOf(shuffled).map(({ witnesses }) => witnesses)).toEqual([
        ['m1', 'z1'],
        ['m2', 'z2'],
      ]);
    });
  });
});

describe('acts', () => {
  it('are in (at, id) order', () => {
    const events = [signIn({ id: 'b' }), signIn({ id: 'a' }), signIn({ id: 'c', at: noon - 1 })];
    expect(actsOf(events).map(({ event }) => event.id)).toEqual(['c', 'a', 'b']);
  });

  it('without a twin stand alone', () => {
    const lone = signIn({ id: 'a', countryFrom: 'record' });
    expect(actsOf([lone])).toEqual([{ event: lone, witnesses: ['a'] }]);
    expect(actsOf([])).toEqual([]);
  });
});

describe('a place', () => {
  const address = '203.0.113.7';
  const nowhere = { country: undefined, asn: undefined };
  /** A record that says where its address is, or does not. */
  const from = (id: string, place: Partial<Event>): Event => {
    const event: Record<string, unknown> = { ...signIn({ id }), ...nowhere, address, ...place };
    for (const field of ['country', 'asn']) if (event[field] === undefined) Reflect.deleteProperty(event, field);
    return event as unknown as Event;
  };
  const told = (id: string, country: string, asn?: number) =>
    from(id, { country, countryFrom: 'record', ...(asn !== undefined && { asn }) });
  const countryOf = (events: readonly Event[], id: string) => actsOf(events).find(({ event }) => event.id === id)?.event.country;

  it('told by one record is known to all from that address', () => {
    expect(countryOf([told('a', 'DE', 64511), from('b', {})], 'b')).toBe('DE');
    expect(actsOf([told('a', 'DE', 64511), from('b', {})])[1]?.event).toMatchObject({ asn: 64511, countryFrom: 'record' });
  });

  it('guessed by a database gives way to one that a record told', () => {
    expect(countryOf([told('a', 'DE'), from('b', { country: 'NL', countryFrom: 'database' })], 'b')).toBe('DE');
  });

  it('that a record told itself stays', () => {
    expect(countryOf([told('a', 'DE'), told('c', 'DE'), told('b', 'NL')], 'b')).toBe('NL');
  });

  it('is the one told most often, in any order', () => {
    const events = [told('a', 'NL'), told('b', 'DE', 64512), told('c', 'DE', 64511), from('d', {})];
    anyOrder(events, (shuffled) => {
      expect(countryOf(shuffled, 'd')).toBe('DE');
      expect(actsOf(shuffled)).toEqual(actsOf(events));
    });
    expect(countryOf([told('a', 'NL'), told('b', 'DE'), from('d', {})], 'd')).toBe('DE');
  });

  it('unknown to all stays unknown', () => {
    expect(countryOf([from('a', {}), from('b', {})], 'a')).toBeUndefined();
  });
});
