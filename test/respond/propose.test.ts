import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/model/action.ts';
import type { Telling } from '../../src/narrate/acquaintance.ts';
import { actions } from '../../src/respond/all.gen.ts';
import { accountsInQuestion } from '../../src/respond/action.ts';
import { cautious } from '../../src/respond/policy.ts';
import type { Policy } from '../../src/respond/policy.ts';
import { propose } from '../../src/respond/propose.ts';
import { at, finding, methodChange, single, storyA, storyB, travels } from '../support/incidents.ts';

const now = 5_000;
const proposals = (telling: Telling, policy: Policy = cautious, background = false): readonly Action[] =>
  propose({
    occasion: { id: 'i1', findings: telling.findings, involves: [], escalation: telling.escalation, background },
    specs: actions,
    policy,
    namesOf: ({ key }) => [telling.nameOf(key)],
    now,
  });
const plan = (it: readonly Action[]): readonly string[] => it.map(({ action, target }) => `${action} ${target.key}`);

describe('what is proposed', () => {
  it('comes in order: revoke, then disable, then rules', () => {
    expect(plan(proposals(storyA()))).toEqual([
      'revoke-sessions u-priya',
      'disable-account u-priya',
      'disable-inbox-rule priya\\.',
    ]);
  });

  it('holds every rule of the incident', () => {
    expect(plan(proposals(storyB())).filter((it) => it.startsWith('disable-inbox-rule'))).toHaveLength(4);
  });

  it('is nothing for a traveller, a lone low finding or a background incident', () => {
    expect(proposals(travels())).toEqual([]);
    expect(proposals(single())).toEqual([]);
    expect(proposals(storyA(), cautious, true)).toEqual([]);
  });

  it('asks, says why, and what each way costs', () => {
    for (const it of proposals(storyA())) {
      expect(it).toMatchObject({
        status: 'proposed',
        mode: 'confirm',
        incident: 'i1',
        proposedAt: now,
        expiresAt: now + 7 * 86_400_000,
      });
      expect(it.because).toMatch(/an unusual sign-in and a suspicious mail rule.*If right: .*If wrong: .*Asks because/);
      expect(it.reach).toMatch(/undo/);
    }
  });

  it('has the same ids the second time, and others for another incident', () => {
    const [first, again] = [proposals(storyA()), proposals(storyA())];
    expect(again).toEqual(first);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
  });

  it('spares a break-glass account by key or name', () => {
    expect(plan(proposals(storyA(), { ...cautious, breakGlass: ['priya.raman@contoso.test'] }))).toEqual([
      'disable-inbox-rule priya\\.',
    ]);
  });

  it('is approved by the policy where the machine may act alone', () => {
    const alone = proposals(storyA(), { ...cautious, mode: 'autonomous' });
    for (const it of alone)
      expect(it).toMatchObject({ mode: 'autonomous', status: 'approved', decidedBy: 'policy:unusual-sign-in-and-mail-rule' });
    for (const it of proposals(storyA(), { ...cautious, mode: 'autonomous', killSwitch: true }))
      expect(it).toMatchObject({ mode: 'confirm', status: 'proposed' });
  });

  it('goes to the owner of a second factor, not to the help desk that changed it', () => {
    const changed = finding('registered-phone-changed', [
      methodChange({ id: 'm', at: at('2026-01-01 10:00'), actor: 'desk', target: 'ana' }),
    ]);
    expect(accountsInQuestion([changed])).toEqual([{ label: 'User', key: 'ana' }]);
  });
});
