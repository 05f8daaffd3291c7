import { describe, expect, it } from 'vitest';
import type { Numbering } from '../../src/model/belief.ts';
import { byNumber, inherited, inOrder, numbered } from '../../src/respond/numbering.ts';
import { byNumber as byNumberInTheConsole } from '../../web/src/lib/numbers.ts';

const none: Numbering = new Map();
const numbers = (findings: string, given: Numbering = none) => numbered(findings.split(''), given);
const shown = (numbers: Numbering) => [...numbers].map(([id, number]) => `${id}${number}`).join(' ');

describe('numbers of findings', () => {
  it('go from 1 in the order of events', () => {
    expect(shown(numbers('abc'))).toBe('a1 b2 c3');
    expect(shown(numbers('', none))).toBe('');
  });

  it('go on with what happened later', () => {
    expect(shown(numbers('abcd', numbers('ab')))).toBe('a1 b2 c3 d4');
  });

  it('stay where nothing is new, in whatever order it comes', () => {
    const once = numbers('abc');
    expect(numbers('abc', once)).toEqual(once);
    expect(numbers('cba', once)).toEqual(once);
  });

  it('of what comes late stand after the number before, and before the first', () => {
    expect(shown(numbers('xabyzc', numbers('abc')))).toBe('a1 b2 c3 x0a y2a z2b');
  });

  it('of what comes later still take the next letter', () => {
    const late = numbers('aybc', numbers('abc'));
    expect(shown(numbers('axyzbc', late))).toBe('a1 b2 c3 y1a x1b z1c');
  });

  it('are never given to another when one goes, at the end neither', () => {
    const all = numbers('abc');
    expect(numbers('ab', all)).toEqual(all);
    expect(shown(numbers('abd', all))).toBe('a1 b2 c3 d4');
    expect(shown(numbers('adc', all))).toBe('a1 b2 c3 d1a');
  });

  it('come back with what comes back', () => {
    const without = numbers('abd', numbers('abc'));
    expect(numbers('abcd', without).get('c')).toBe('3');
  });

  it('of a thousand late ones are all different, and in order', () => {
    const late = Array.from({ length: 1_000 }, (_, n) => `late${n}`);
    const given = numbered(['a', ...late, 'b'], numbers('ab'));
    const labels = late.map((id) => given.get(id) ?? '');
    expect(new Set(labels).size).toBe(1_000);
    expect([...labels].sort(byNumber)).toEqual(labels);
    expect([labels[0], labels[24], labels[25], labels[674], labels[675]]).toEqual(['1a', '1y', '1zaa', '1zyz', '1zzaaa']);
  });

  it('of a hundred thousand are given in a moment', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `f${n}`);
    const half = many.filter((_, n) => n % 2 === 0);
    expect(numbered(many, numbered(half, none)).size).toBe(100_000);
  });
});

describe('an incident that goes on as another', () => {
  it('brings its numbers', () => {
    expect(shown(numbers('xabc', inherited(none, numbers('abc'))))).toBe('a1 b2 c3 x0a');
  });

  it('but not over those that stand', () => {
    expect(shown(inherited(numbers('ab'), numbers('cdb')))).toBe('a1 b2');
    expect(shown(inherited(numbers('ab'), numbers('abc')))).toBe('a1 b2 c3');
  });
});

describe('the order of numbers', () => {
  it('is that of the console', () => {
    const all = ['0a', '1', '2', '2a', '2y', '2zaa', '2zzaaa', '3', '10', '10b'];
    const mixed = [...all].reverse();
    expect([...mixed].sort(byNumber)).toEqual(all);
    expect([...mixed].sort(byNumberInTheConsole)).toEqual(all);
  });

  it('has those without a number last', () => {
    expect(inOrder(['q', 'c', 'p', 'a'], numbers('abc'))).toEqual(['a', 'c', 'p', 'q']);
  });
});

/** Numbers from 0 to below `most`, the same for the same seed. */
function dice(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

it('numbers never change nor mean two findings, whatever arrives, goes, merges and splits in whatever order', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const roll = dice(seed);
    const world = Array.from({ length: 24 }, (_, n) => `f${String(n).padStart(2, '0')}`);
    const incidents = new Map<string, { holds: Set<string>; numbers: Numbering }>();
    const given = new Map<string, string>();
    for (let step = 0; step < 40; step++) {
      const id = `i${roll(4)}`;
      const one = incidents.get(id) ?? { holds: new Set<string>(), numbers: none };
      const other = incidents.get(`i${roll(4)}`);
      const deed = roll(5);
      if (deed < 2) for (let n = roll(4); n >= 0; n--) one.holds.add(world[roll(24)] ?? '');
      if (deed === 2) one.holds.delete([...one.holds][roll(one.holds.size)] ?? '');
      if (deed === 3 && other !== undefined && other !== one) {
        for (const finding of other.holds) one.holds.add(finding);
        if (one.numbers.size === 0) one.numbers = inherited(one.numbers, other.numbers);
        other.holds.clear();
      }
      if (deed === 4 && other !== undefined && one.holds.size === 0)
        for (const finding of [...other.holds].filter(() => roll(2) === 0)) {
          other.holds.delete(finding);
          one.holds.add(finding);
        }
      const order = [...one.holds].sort();
      one.numbers = numbered(order, one.numbers);
      incidents.set(id, one);

      const labels = [...one.numbers.values()];
      expect(new Set(labels).size).toBe(labels.length);
      for (const finding of order) expect(one.numbers.get(finding)).toMatch(/^\d+[a-z]*$/);
      for (const [finding, number] of one.numbers) {
        expect(given.get(`${id} ${finding}`) ?? number).toBe(number);
        given.set(`${id} ${finding}`, number);
      }
      expect(numbered(order, one.numbers)).toEqual(one.numbers);
    }
  }
});
