import { expect, it } from 'vitest';
import { involvedIn } from '../../src/correlate/involved.ts';
import { hours } from '../../src/model/time.ts';
import { ana, bo, found, start, touched } from './found.ts';

const who = { part: 'who', stages: ['access'] };

it('everybody and everything is involved once a role, with one part in all of them, from the first finding to the last evidence', () => {
  const involved = involvedIn([
    found('a', { about: [ana, touched('IP', '203.0.113.7')], lastAt: start + hours(2) }),
    found('b', { about: [{ ...ana, role: 'target' }, bo], at: start + hours(5) }),
    found('c', { about: [ana], at: start + hours(1), lastAt: start + hours(9) }),
  ]);
  expect(involved).toEqual([
    { label: 'User', key: 'ana', ...who, role: 'actor', firstAt: start, lastAt: start + hours(9) },
    { label: 'User', key: 'bo', ...who, role: 'actor', firstAt: start + hours(5), lastAt: start + hours(5) },
    {
      label: 'IP',
      key: '203.0.113.7',
      role: 'place',
      part: 'cameFrom',
      stages: ['access'],
      firstAt: start,
      lastAt: start + hours(2),
    },
    { label: 'User', key: 'ana', ...who, role: 'target', firstAt: start + hours(5), lastAt: start + hours(5) },
  ]);
});

it('nobody is involved in nothing', () => {
  expect(involvedIn([])).toEqual([]);
});
