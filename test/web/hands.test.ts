// What people said of findings: whom it marks, whom it stands between, who may say it, and what it may be typed as.

import { describe, expect, it } from 'vitest';
import { between, incidentIn, marksOf, mayNotSay, type Said } from '../../web/src/lib/constraints.ts';

const said = (kind: Said['kind'], from: readonly string[], to: readonly string[], undoneBy: string | null = null): Said => ({
  ...{ id: `${kind} ${from.join()} ${to.join()}`, kind, from, to, undoneBy },
});
const cut = said('cut', ['a', 'b'], ['c']);
const pin = said('pin', ['a'], ['d', 'e']);

describe('a mark', () => {
  it('is on whatever is named, of each kind once', () => {
    const all = [cut, pin, said('cut', ['a'], ['z'])];
    expect(['a', 'c', 'e', 'x'].map((id) => marksOf(all, id))).toEqual([['cut', 'pin'], ['cut'], ['pin'], []]);
  });

  it('goes when it is undone', () => {
    expect(marksOf([said('pin', ['a'], ['b'], 'bo')], 'a')).toEqual([]);
  });
});

describe('between two findings', () => {
  it('stands a cut of their sides, either way round, and none within a side', () => {
    expect([between([cut], 'c', 'a'), between([cut], 'b', 'c'), between([cut], 'a', 'b')]).toEqual([cut, cut, undefined]);
  });

  it('stands a pin that names both', () => {
    expect([between([pin], 'd', 'e'), between([pin], 'a', 'c')]).toEqual([pin, undefined]);
  });
});

it('analysts and whoever may do more may say it; the others are told which role it takes', () => {
  expect(['ANALYST', 'RESPONDER', 'ADMIN'].map(mayNotSay)).toEqual([undefined, undefined, undefined]);
  expect(mayNotSay('VIEWER')).toBe('This needs the role ANALYST; you have VIEWER.');
  expect(mayNotSay(undefined)).toContain('you have none');
  expect(mayNotSay('OWNER')).toContain('ANALYST');
});

it('an incident may be given by its id or the address of its page', () => {
  expect(
    [
      ' inc-1 ',
      'http://127.0.0.1:4000/incident/inc%2F1?tab=history',
      'https://x.test/incident/inc-2#top',
      '/incident/%E0%A4%A',
    ].map(incidentIn),
  ).toEqual(['inc-1', 'inc/1', 'inc-2', '%E0%A4%A']);
});
