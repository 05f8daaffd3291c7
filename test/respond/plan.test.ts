import { describe, expect, it } from 'vitest';
import type { Action, ActionStatus } from '../../src/model/action.ts';
import { planOf } from '../../src/respond/plan.ts';

const rule = { label: 'Rule', key: 'ana\\.' } as const;
const ana = { label: 'User', key: 'ana' } as const;
const action = (id: string, given: Partial<Action> = {}): Action => ({
  ...{ id, action: 'disable-inbox-rule', title: 'Switch the rule off', incident: 'inc-1', target: rule, mode: 'confirm' },
  ...{ status: 'proposed', because: 'why', reach: 'one-rule', reversible: true, order: 30, proposedAt: 0, expiresAt: 1 },
  history: [],
  ...given,
});
const shown = (actions: readonly Action[], involves = [rule, ana] as readonly { label: 'Rule' | 'User'; key: string }[]) =>
  planOf(actions, { id: 'inc-1', involves }).map(({ id }) => id);

describe('the plan of an incident', () => {
  it('holds what was proposed for what it holds', () => {
    expect(shown([action('a'), action('b', { action: 'revoke-sessions', target: ana })])).toEqual(['a', 'b']);
  });

  it('leaves out a proposal for what went to another incident, and has it again with it', () => {
    expect(shown([action('a')], [ana])).toEqual([]);
    expect(shown([action('a')], [ana, rule])).toEqual(['a']);
  });

  it.each(['approved', 'denied', 'expired', 'verified', 'failed', 'reverted'] as const)(
    'keeps what is %s, wherever its target went',
    (status: ActionStatus) => {
      expect(shown([action('a', { status })], [ana])).toEqual(['a']);
    },
  );

  it('says once what was proposed under two ids, under its own where it can', () => {
    expect(shown([action('old', { incident: 'inc-0' }), action('own')])).toEqual(['own']);
    expect(shown([action('old', { incident: 'inc-0' }), action('older', { incident: 'inc-00' })])).toEqual(['old']);
  });

  it('does not propose again what was done under another id, but what was denied or lapsed there', () => {
    expect(shown([action('old', { incident: 'inc-0', status: 'verified' }), action('own')])).toEqual(['old']);
    expect(shown([action('old', { incident: 'inc-0', status: 'denied' }), action('own')])).toEqual(['old', 'own']);
  });

  it('keeps one deed to two things, and two deeds to one', () => {
    const other = { label: 'Rule', key: 'bo\\.' } as const;
    expect(shown([action('a'), action('b', { target: other })], [rule, other])).toEqual(['a', 'b']);
    expect(shown([action('a', { target: ana }), action('b', { target: ana, action: 'disable-account' })])).toEqual(['a', 'b']);
  });
});
