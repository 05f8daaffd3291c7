import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../src/learn/communities/csr.ts';
import { settle } from '../../../src/learn/peers/settle.ts';
import { crowd } from './working.ts';

const [red, blue] = [crowd('red', 6), crowd('blue', 6)];
const all = (people: readonly string[], group: string) => people.map((person) => [person, group] as const);
const both = new Map([...all(red, 'R'), ...all(blue, 'B')]);
const one = new Map([...all(red, 'R'), ...all(blue, 'R')]);

const within = (people: readonly string[], weight = 1): Edge[] =>
  people.flatMap((a, index) => people.slice(index + 1).map((b) => ({ a, b, weight })));
const across = (some: readonly string[], others: readonly string[], weight: number): Edge[] =>
  some.flatMap((a) => others.map((b) => ({ a, b, weight })));
const apart = [...within(red), ...within(blue), ...across(red, blue, 0.01)];

const groupsIn = (situation: Partial<Parameters<typeof settle>[0]>) =>
  settle({ before: both, proposed: both, last: both, edges: apart, ...situation });

describe('two groups', () => {
  const blended = [...within(red), ...within(blue), ...across(red, blue, 0.6)];

  it('become one when that is proposed twice and their people are tied to one another', () => {
    expect(groupsIn({ proposed: one, last: one, edges: blended })).toEqual(one);
  });

  it('stay two when it is proposed only once', () => {
    expect(groupsIn({ proposed: one, edges: blended })).toEqual(both);
  });

  it('stay two, however often it is proposed, when their people are hardly tied', () => {
    expect(groupsIn({ proposed: one, last: one })).toEqual(both);
  });
});

describe('one group', () => {
  const two = new Map([...all(red, 'R'), ...all(blue, 'new')]);

  it('becomes two when its parts are hardly tied any more', () => {
    expect(groupsIn({ before: one, proposed: two, last: two })).toEqual(two);
  });

  it('stays one while they are, and in between two stay two and one stays one', () => {
    const near = [...within(red), ...within(blue), ...across(red, blue, 0.15)];
    expect(groupsIn({ before: one, proposed: two, last: two, edges: near })).toEqual(one);
    expect(groupsIn({ proposed: one, last: one, edges: near })).toEqual(both);
  });
});

describe('a person', () => {
  const moving = new Map([...both, ['red100', 'B']] as const);
  const gone = [...within(red.slice(1)), ...within(['red100', ...blue])];

  it('moves when twice proposed elsewhere and tied there more', () => {
    expect(groupsIn({ proposed: moving, last: moving, edges: gone }).get('red100')).toBe('B');
  });

  it('stays when proposed elsewhere once, or tied at home more', () => {
    expect(groupsIn({ proposed: moving, edges: gone }).get('red100')).toBe('R');
    expect(groupsIn({ proposed: moving, last: moving }).get('red100')).toBe('R');
  });

  it('leaves when twice proposed nowhere, not when once', () => {
    const without = new Map([...both].filter(([person]) => person !== 'red100'));
    expect(groupsIn({ proposed: without, last: without }).has('red100')).toBe(false);
    expect(groupsIn({ proposed: without }).get('red100')).toBe('R');
  });

  it('who is new joins at once, of two groups proposed as one the one they are tied to', () => {
    const proposed = new Map([...one, ['new', 'R']] as const);
    const edges = [...apart, ...across(['new'], blue, 1)];
    expect(groupsIn({ proposed, last: one, edges }).get('new')).toBe('B');
  });

  it('alone is no group', () => {
    const before = new Map([...both, ['last', 'L']] as const);
    expect(groupsIn({ before, proposed: before, last: before }).has('last')).toBe(false);
  });
});

it('people without any group found one together', () => {
  expect(settle({ before: new Map(), proposed: both, last: new Map(), edges: apart })).toEqual(both);
});
