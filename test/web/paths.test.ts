// Ways between two things, in words.

import { describe, expect, it } from 'vitest';
import { endLabels } from '../../web/src/lib/address.ts';
import { keyHints, legsOf, type Step } from '../../web/src/lib/paths.ts';
import { likeness, mechanismName, partName, strengthOf, weightName } from '../../web/src/lib/words.ts';

const step = (label: string, more: Partial<Step> = {}): Step => ({
  ...{ label, key: label, title: label, via: null, direction: null, at: null, events: null, mechanism: null, because: null },
  ...more,
});

describe('a way', () => {
  it('has a record between two things, with what each is to it', () => {
    const record = step('Event', { via: 'BY', direction: 'against', events: 12 });
    const legs = legsOf([step('User'), record, step('IP', { via: 'FROM', direction: 'along' })]);
    expect(legs.map(({ thing }) => thing.label)).toEqual(['User', 'IP']);
    expect(legs[1]?.tie).toEqual({ kind: 'record', record, before: 'by', after: 'from' });
    expect(legs[0]).not.toHaveProperty('tie');
  });

  it('or a tie that is said the way it is walked', () => {
    const tie = (via: string, direction: 'along' | 'against') => legsOf([step('A'), step('B', { via, direction })])[1]?.tie;
    expect(tie('OWNS', 'along')).toEqual({ kind: 'direct', says: 'owns' });
    expect(tie('OWNS', 'against')).toEqual({ kind: 'direct', says: 'belongs to' });
    expect(tie('NEVER_HEARD_OF', 'along')).toEqual({ kind: 'direct', says: 'is tied to' });
  });

  it('or the link of two findings, with its reason', () => {
    const linked = step('Finding', { via: 'LINKED', direction: 'along', mechanism: 'session', because: 'both in one session' });
    expect(legsOf([step('Finding'), linked])[1]?.tie).toEqual({
      kind: 'direct',
      says: 'is linked by the same session to',
      because: 'both in one session',
    });
  });
});

it('of every kind it is said what its keys look like', () => {
  expect(endLabels.filter((label) => keyHints[label].length < 5)).toEqual([]);
});

it('weights have four words, from slight to very strong', () => {
  expect([0.05, 0.15, 0.35, 0.6, 1].map(weightName)).toEqual(['slight', 'weak', 'strong', 'very strong', 'very strong']);
  expect([0, 0.2, 0.5, 0.9].map(strengthOf)).toEqual([1, 2, 3, 4]);
});

it('likeness has words, the same for the same percent', () => {
  expect([1, 0.895, 0.82, 0.5, 0.1].map(likeness)).toEqual([
    'much the same',
    'much the same',
    'very alike',
    'alike',
    'a little alike',
  ]);
});

it('what is not known by name keeps its own', () => {
  expect([mechanismName('session'), mechanismName('telepathy'), partName('atRisk'), partName('audience')]).toEqual([
    'same session',
    'telepathy',
    'At risk',
    'audience',
  ]);
});
