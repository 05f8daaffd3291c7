import { describe, expect, it } from 'vitest';
import { noMemory, recall, remember, teach, unteach } from '../../src/detect/memory.ts';
import type { Event } from '../../src/model/event.ts';
import { dayOf, days, hours, minutes } from '../../src/model/time.ts';
import { ana, bo, home, noon, signIn } from '../support/events.ts';

const yesterday = noon - days(1);
const wrong = signIn({ outcome: 'failure', code: 50126, id: 'wrong', at: noon - hours(2) });

/** A memory of events in order; those `taught` have taught. */
function after(events: readonly Event[], taught: readonly Event[] = events) {
  const memory = noMemory([]);
  for (const event of [...events].sort((a, b) => a.at - b.at)) remember(memory, event);
  for (const event of taught) teach(memory, event, 0);
  return memory;
}
const pastOf = (memory: ReturnType<typeof after>, event: Event = signIn()) => recall(memory, event, (person) => person);

describe('who comes from a place', () => {
  it('is known by address, block and network, with the first day and the last time', () => {
    const past = pastOf(
      after([signIn({ at: yesterday }), signIn({ at: noon - minutes(5) }), signIn({ actor: bo, at: noon - minutes(9) })]),
    );
    const visits = [
      [ana, { firstDay: dayOf(yesterday), lastAt: noon - minutes(5) }],
      [bo, { firstDay: dayOf(noon), lastAt: noon - minutes(9) }],
    ];
    for (const place of [home.address, '192.0.2.0/24', 'AS64500']) expect([...past.visitors(place)].sort()).toEqual(visits);
    expect(past.visitors('192.0.2.11').size).toBe(0);
  });

  it('is a regular from the next day on, unless accused', () => {
    const first = signIn({ at: yesterday });
    expect(pastOf(after([first])).regulars(home.address)).toBe(1);
    expect(pastOf(after([first], [])).regulars(home.address)).toBe(0);
    expect(pastOf(after([signIn({ at: noon - hours(1) })])).regulars(home.address)).toBe(0);
  });

  it('is no service of Microsoft’s own', () => {
    expect(pastOf(after([signIn({ serviceAddress: true, at: yesterday })])).visitors(home.address).size).toBe(0);
  });
});

describe('what failed from a place', () => {
  it('is remembered of failures and not of interrupts or successes', () => {
    const past = pastOf(
      after([wrong, signIn({ outcome: 'interrupt', code: 50076, at: noon - hours(1) }), signIn({ at: yesterday })]),
    );
    for (const place of [home.address, '192.0.2.0/24', 'AS64500'])
      expect(past.failures(place, days(1)).map(({ id }) => id)).toEqual(['wrong']);
    expect(past.failures(home.address, hours(1))).toEqual([]);
  });
});

describe('a session', () => {
  it('is seen at each address of its person, first and last, when something succeeded there', () => {
    const at = (minute: number, given: object = {}) => signIn({ session: 's1', at: noon - minutes(minute), ...given });
    const other = { ...home, address: '192.0.2.99' };
    const acts = [
      at(9),
      at(8, other),
      at(7),
      at(6, { actor: bo, address: '203.0.113.9' }),
      at(5, { address: '203.0.113.8', outcome: 'failure' }),
    ];
    const seen = pastOf(after([...acts, signIn({ session: 's2', address: '203.0.113.7', at: noon - hours(1) })])).sightings('s1');
    expect(seen).toEqual([
      { first: acts[0], newest: acts[2] },
      { first: acts[1], newest: acts[1] },
    ]);
  });
});

describe('an uncommon way to sign in', () => {
  const byCode = signIn({ protocol: 'deviceCode', at: yesterday });

  it('counts days before today, of oneself and of others', () => {
    const memory = after([
      byCode,
      signIn({ ...byCode, actor: bo, at: noon - days(4) }),
      signIn({ ...byCode, at: noon - hours(1) }),
    ]);
    expect(pastOf(memory).practice('deviceCode')).toEqual({ ownDays: 1, peers: 0, peersWith: 0, peopleWith: 1 });
    expect(pastOf(memory).practice('legacy:imap')).toEqual({ ownDays: 0, peers: 0, peersWith: 0, peopleWith: 0 });
  });

  it('is not learned from what is accused', () => {
    const memory = after([byCode]);
    unteach(memory, byCode, 0);
    expect(pastOf(memory).practice('deviceCode').ownDays).toBe(0);
  });
});

describe('a domain', () => {
  it.each([
    ['is ours when somebody of it signs in', {}, 'zoe@partner.test', true],
    ['is not ours for a guest’s sake', { actorKind: 'external' }, 'zoe@partner.test', false],
    ['is nobody’s where anybody gets an address, even when no record says guest', {}, 'zoe@gmail.com', false],
  ] as const)('%s', (_, given, actor, isOurs) => {
    expect(pastOf(after([signIn({ ...given, actor, id: 'theirs' })])).isHome(actor)).toBe(isOurs);
  });
});
