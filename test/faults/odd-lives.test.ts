// Lives no office has: what is learned of them is bounded, a number, and the same whichever way it came.

import { describe, expect, it } from 'vitest';
import { detections } from '../../src/detect/all.gen.ts';
import { dawn, noMemory, remember, surpriseOf, teach } from '../../src/detect/memory.ts';
import type { Memory } from '../../src/detect/memory.ts';
import { judge } from '../../src/detect/run.ts';
import { MOST_VALUES, uncounted, valuesOf } from '../../src/learn/habits.ts';
import type { Event } from '../../src/model/event.ts';
import { dayOf, days, minutes } from '../../src/model/time.ts';
import { ana, mail, mailAccess, noon, signIn } from '../support/events.ts';

const after = (events: readonly Event[]): Memory => {
  const memory = noMemory([]);
  for (const event of events) {
    if (dayOf(event.at) !== memory.today) dawn(memory, dayOf(event.at));
    const bits = surpriseOf(memory, event)?.bits ?? 0;
    remember(memory, event);
    teach(memory, event, bits);
  }
  return memory;
};
const isNumber = (bits: number | undefined): boolean => bits !== undefined && Number.isFinite(bits) && bits >= 0;
const judged = (events: readonly Event[]) => judge(events, { detections, homeDomains: [], released: () => new Set() });

describe('a life', () => {
  it('of twenty thousand values keeps five thousand and says how many occurrences went uncounted', () => {
    const times = 20_000;
    const events = Array.from({ length: times }, (_, n) => signIn({ device: `device-${n}`, at: noon + n }));
    const memory = after(events);
    expect(valuesOf(memory.habits, ana, 'device').size).toBe(MOST_VALUES);
    expect(uncounted(memory.habits, ana, 'device')).toBe(times - MOST_VALUES);
    expect(isNumber(surpriseOf(memory, signIn({ device: 'another', at: noon + times }))?.bits)).toBe(true);
  });

  it('alone in a tenant is surprised by what is new to it, by a sane number of bits', () => {
    const memory = after(Array.from({ length: 40 }, (_, n) => signIn({ device: 'laptop', at: noon - days(40 - n) })));
    expect(surpriseOf(memory, signIn({ device: 'laptop' }))?.bits).toBeLessThan(3);
    const strange = surpriseOf(memory, signIn({ device: 'other', country: 'DE', asn: 64_999 }))?.bits ?? 0;
    expect(strange).toBeGreaterThan(10);
    expect(strange).toBeLessThan(60);
  });

  it('lived in one instant is counted, judged and the same in any order', () => {
    const events = Array.from({ length: 300 }, (_, n) =>
      signIn({ id: `at-once-${String(n).padStart(3, '0')}`, device: `d${n % 7}` }),
    );
    const [forward, backward] = [judged(events), judged([...events].reverse())];
    expect(forward.findings).toEqual(backward.findings);
    expect(forward.habits).toEqual(backward.habits);
    expect([...forward.surprises.values()].every(({ bits }) => isNumber(bits))).toBe(true);
  });

  it('with an act decades old, or decades ahead, is judged all the same', () => {
    const events = [0, 5, 300, 20_000].map((ago) => signIn({ at: noon - days(ago), device: 'laptop' }));
    const ahead = signIn({ at: noon + days(20_000), device: 'laptop' });
    const { surprises, habits } = judged([...events, ahead]);
    expect([...surprises.values()].every(({ bits }) => isNumber(bits))).toBe(true);
    expect(habits.find(({ dimension }) => dimension === 'device')?.days).toHaveLength(5);
  });

  it('by a clock that runs minutes fast or slow has the same habits, by the day', () => {
    const at = (skew: number) =>
      judged(Array.from({ length: 30 }, (_, n) => signIn({ id: `s${n}`, at: noon - days(n) + minutes(skew), device: 'laptop' })));
    const told = (skew: number) =>
      at(skew)
        .habits.filter(({ dimension }) => dimension === 'device')
        .map(({ days: on }) => on);
    expect(told(7)).toEqual(told(0));
    expect(told(-7)).toEqual(told(0));
  });

  it('of a letter to five thousand, and of a mailbox read under two hundred names, is bounded', () => {
    const crowd = Array.from({ length: 5_000 }, (_, n) => `p${n}@contoso.test`);
    const readers = Array.from({ length: 200 }, (_, n) =>
      mailAccess({ actor: `alias${n}@contoso.test`, mailbox: ana, at: noon + n }),
    );
    const memory = after([mail({ direction: 'internal', sender: ana, actor: ana, recipients: crowd }), ...readers]);
    expect(valuesOf(memory.habits, ana, 'correspondent').size).toBe(50);
    expect(valuesOf(memory.habits, ana, 'reader').size).toBe(200);
  });
});
