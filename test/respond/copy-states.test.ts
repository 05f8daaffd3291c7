// Where copies are: the last word of the actions on them, and how they came where there is none.

import { describe, expect, it } from 'vitest';
import type { Action, ActionStatus } from '../../src/model/action.ts';
import { placed, tally } from '../../src/respond/copy-states.ts';

const copy = (recipient: string, message = 'm') => ({ message, recipient, at: 5 });

const action = (id: string, kind: string, status: ActionStatus, at: number, given: Partial<Action> = {}): Action => ({
  ...{ id, action: kind, title: `Do ${kind}`, incident: 'i', target: { label: 'Campaign', key: 'c' }, mode: 'confirm', status },
  ...{ because: '', reach: '', reversible: true, order: 1, proposedAt: 0, expiresAt: 0, decidedBy: 'bo' },
  history: [{ at, status, by: 'skein', says: '' }],
  ...given,
});

const keeping = (...recipients: string[]) => ({
  snapshot: JSON.stringify({ copies: [{ message: 'm', was: 'inbox', recipients }] }),
});
const came = () => 'delivered';

describe('a copy', () => {
  it.each([
    ['delivered', 'delivered'],
    ['expanded', 'delivered'],
    ['junked', 'junked'],
    ['quarantined', 'quarantined'],
    ['rejected', 'rejected'],
    ['no word of ours', 'unknown'],
  ])('that came as %s is %s', (delivery, state) => {
    expect(placed([copy('a')], () => delivery, [])).toEqual([{ message: 'm', recipient: 'a', at: 5, state, also: [] }]);
  });

  it('is held by an action that was checked, by whom and how to undo it', () => {
    expect(placed([copy('a')], came, [action('h', 'hold-mail', 'verified', 9)])).toEqual([
      { message: 'm', recipient: 'a', state: 'held', at: 9, by: 'bo', action: 'h', undo: 'h', also: [] },
    ]);
  });

  it.each<ActionStatus>(['proposed', 'approved', 'executing', 'failed', 'denied', 'expired', 'dryRun'])(
    'is not moved by an action that is %s',
    (status) => {
      expect(placed([copy('a')], came, [action('h', 'hold-mail', status, 9)])[0]?.state).toBe('delivered');
    },
  );

  it('is given back by undoing it, and cannot be given back twice', () => {
    expect(placed([copy('a')], came, [action('h', 'hold-mail', 'reverted', 9)])).toEqual([
      { message: 'm', recipient: 'a', state: 'released', at: 9, by: 'bo', action: 'h', also: [] },
    ]);
  });

  it('is where the last of several put it, in whatever order they are told', () => {
    const hold = action('h', 'hold-mail', 'verified', 9);
    const release = action('r', 'release-mail', 'verified', 12);
    for (const actions of [
      [hold, release],
      [release, hold],
    ])
      expect(placed([copy('a')], came, actions)[0]).toMatchObject({ state: 'released', at: 12, undo: 'r' });
  });

  it('that an action did not take is as it came', () => {
    const hold = action('h', 'hold-mail', 'verified', 9, keeping('a'));
    expect(placed([copy('a'), copy('b'), copy('a', 'other')], came, [hold]).map(({ state }) => state)).toEqual([
      'held',
      'delivered',
      'delivered',
    ]);
  });

  it('tells what else was done to it, while that stands', () => {
    const tag = action('t', 'tag-mail', 'verified', 9);
    expect(placed([copy('a')], came, [tag])[0]).toMatchObject({ state: 'delivered', also: ['Do tag-mail'] });
    expect(
      placed([copy('a')], came, [
        { ...tag, status: 'reverted', history: [{ at: 9, status: 'reverted', by: 'bo', says: '' }] },
      ])[0],
    ).toMatchObject({ also: [] });
  });
});

it('copies are counted by where they are, the most first', () => {
  const hold = action('h', 'hold-mail', 'verified', 9, keeping('a', 'b'));
  expect(tally(placed([copy('a'), copy('c'), copy('b')], came, [hold]))).toEqual([
    { state: 'held', count: 2 },
    { state: 'delivered', count: 1 },
  ]);
});
