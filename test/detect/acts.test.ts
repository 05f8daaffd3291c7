import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf } from '../../src/detect/acts.ts';
import type { Event } from '../../src/model/event.ts';
import { minutes, seconds } from '../../src/model/time.ts';
import { adminChange, alert, ana, bo, methodChange, noon, other, signIn } from '../support/events.ts';

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

describe('records of one alert', () => {
  const channel = { source: 'security-alert', act: 'alert:a1', people: [] } as const;
  const told = [
    alert({ ...channel, id: 'c2', people: [ana], severity: 'low', techniques: ['T1057'], at: noon + minutes(1) }),
    alert({ ...channel, id: 'c1', devices: ['d1'], called: ['Device d1=wks-044'], severity: 'medium', count: 3 }),
    alert({ ...channel, id: 'c3', files: ['sha256:ff'], commonplace: ['File sha256:ff'], lastAt: noon + minutes(9) }),
  ];

  it('are one act that names all that any of them names, whatever their order', () => {
    anyOrder(told, (shuffled) => {
      expect(actsOf(shuffled)).toMatchObject([
        {
          event: {
            ...{ id: 'c1', at: noon, people: [ana], devices: ['d1'], files: ['sha256:ff'], techniques: ['T1057'] },
            ...{ severity: 'medium', status: 'open', count: 3, lastAt: noon + minutes(9), commonplace: ['File sha256:ff'] },
          },
          witnesses: ['c1', 'c2', 'c3'],
        },
      ]);
    });
  });

  it('are dismissed when any of them says so', () => {
    const dismissed = alert({ ...channel, id: 'c4', status: 'dismissed' });
    expect(actsOf([...told, dismissed])).toMatchObject([{ event: { status: 'dismissed' } }]);
  });
});

describe('alerts of two products', () => {
  const seen = { tactics: ['initial-access'], addresses: ['203.0.113.7'] } as const;
  const first = alert({ ...seen, id: 'p1', act: 'p1', product: 'One', headline: 'Strange travel', techniques: ['T1078.004'] });
  const second = (given: Partial<typeof first> = {}) =>
    alert({ ...seen, id: 'p2', act: 'p2', product: 'Two', headline: 'Impossible travel', at: noon + minutes(5), ...given });
  const witnessesOf = (...alerts: Event[]) => actsOf(alerts).map(({ witnesses }) => witnesses);

  it('about the same activity are one act with two witnesses', () => {
    anyOrder([first, second(), signIn({ id: 'x1' })], (shuffled) => {
      const acts = actsOf(shuffled);
      expect(acts.map(({ witnesses }) => witnesses)).toEqual([['p1', 'p2'], ['x1']]);
      expect(acts[0]?.event).toMatchObject({ id: 'p1', product: 'One', headline: 'Strange travel', alsoSeenBy: ['Two'] });
    });
  });

  it('are one by a technique, too, and where one of them knows less', () => {
    const byTechnique = second({ tactics: ['persistence'], techniques: ['T1078'], addresses: [] });
    expect(witnessesOf(first, byTechnique)).toEqual([['p1', 'p2']]);
  });

  it.each([
    ['the same product', { product: 'One' }],
    ['another hour', { at: noon + minutes(60) }],
    ['another person', { people: [bo] }],
    ['another address', { addresses: ['198.51.100.1'] }],
    ['another stage', { tactics: ['exfiltration'] }],
    ['nothing said of what was done', { tactics: [] }],
    ['nobody', { people: [], addresses: [] }],
    ['somebody’s word that it was nothing', { status: 'dismissed' }],
  ] as const)('are two acts with %s', (_, given) => {
    expect(witnessesOf(first, second(given))).toEqual([['p1'], ['p2']]);
  });

  it('pair one to one, the earliest first', () => {
    const again = { ...first, id: 'p3', act: 'p3', at: noon + minutes(2), lastAt: noon + minutes(2) };
    const twice = [first, again, second(), second({ id: 'p4', act: 'p4', at: noon + minutes(6) })];
    anyOrder(twice, (shuffled) => {
      expect(actsOf(shuffled).map(({ witnesses }) => witnesses)).toEqual([
        ['p1', 'p2'],
        ['p3', 'p4'],
      ]);
    });
  });
});

describe('a device', () => {
  const guid = 'd0d0d0d0-0000-4000-8000-000000000044';
  const sensor = 'a'.repeat(40);
  const on = (id: string, device: string, name?: string) =>
    alert({ id, act: id, people: [], devices: [device], called: name === undefined ? [] : [`Device ${device}=${name}`] });
  const keysIn = (events: readonly Event[]) =>
    Object.fromEntries(actsOf(events).flatMap(({ event }) => (event.kind === 'alert' ? [[event.id, event.devices]] : [])));

  it('that alerts know by an id, a full name or a bare one is one, whatever the order', () => {
    const events = [
      on('a', guid, 'wks-044.contoso.test'),
      on('b', sensor, 'wks-044.contoso.test'),
      on('c', 'wks-044.contoso.test'),
      on('d', 'wks-044'),
      on('e', 'wks-045'),
    ];
    anyOrder(events, (shuffled) => {
      expect(keysIn(shuffled)).toEqual({ a: [guid], b: [guid], c: [guid], d: [guid], e: ['wks-045'] });
    });
  });

  it('has the files that lie on it, whichever of its keys they were told by', () => {
    const events = [
      on('a', guid, 'wks-044.contoso.test'),
      { ...on('b', sensor, 'wks-044.contoso.test'), files: [`${sensor}:c:\\temp\\x.exe`, 'sha256:ff'] },
    ];
    expect(actsOf(events).find(({ event }) => event.id === 'b')?.event).toMatchObject({
      files: [`${guid}:c:\\temp\\x.exe`, 'sha256:ff'],
    });
  });

  it('is the one people sign in with, where its bare name is one machine’s', () => {
    const signedIn = signIn({ id: 's', device: guid, deviceName: 'WKS-044' });
    expect(keysIn([signedIn, on('c', 'wks-044.contoso.test'), on('d', sensor, 'wks-044.contoso.test')])).toEqual({
      c: [guid],
      d: [guid],
    });
    const namesake = signIn({ id: 't', device: guid.replace('44', '45'), deviceName: 'WKS-044' });
    expect(keysIn([signedIn, namesake, on('d', 'wks-044')])).toEqual({ d: ['wks-044'] });
  });
});
