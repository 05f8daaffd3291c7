import { describe, expect, it } from 'vitest';
import { actionStatuses } from '../../src/model/action.ts';
import type { Action, ActionStatus } from '../../src/model/action.ts';
import { days } from '../../src/model/time.ts';
import { disableAccount } from '../../src/respond/actions/disable-account.ts';
import { revokeSessions } from '../../src/respond/actions/revoke-sessions.ts';
import {
  NEVER,
  SETTLES_WITHIN,
  advance,
  approvers,
  decide,
  due,
  execute,
  expire,
  failed,
  followed,
  following,
  isRefusal,
  mayFollow,
  mayRevert,
  maySettle,
  notReverted,
  rehearsed,
  reverted,
  reverting,
  rulesOf,
  successors,
  verified,
} from '../../src/respond/life.ts';
import type { Refusal } from '../../src/respond/life.ts';

const now = 1_000_000;
const proposed: Action = {
  id: 'a',
  action: 'disable-account',
  title: 'Disable the account',
  incident: 'i',
  target: { label: 'User', key: 'ana' },
  mode: 'confirm',
  status: 'proposed',
  because: 'why',
  reach: 'one account',
  reversible: true,
  order: 20,
  proposedAt: now,
  expiresAt: now + days(7),
  history: [{ at: now, status: 'proposed', by: 'skein', says: 'why' }],
};
const being = (status: ActionStatus, more: Partial<Action> = {}): Action => ({ ...proposed, status, ...more });
const action = (it: Action | Refusal): Action => {
  if (isRefusal(it)) throw new Error(it.says);
  return it;
};
const code = (it: Action | Refusal | undefined): string | undefined => (it !== undefined && isRefusal(it) ? it.code : undefined);

describe('the life of an action', () => {
  const pairs = actionStatuses.flatMap((from) => actionStatuses.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s happens only where it is drawn', (from, to) => {
    const given = being(from);
    const result = advance(given, to, 'ana', 'why', now);
    if (successors[from].includes(to)) {
      expect(action(result)).toMatchObject({
        status: to,
        history: [...given.history, { at: now, status: to, by: 'ana', says: 'why' }],
      });
    } else {
      expect(code(result)).toBe('illegalTransition');
      expect((result as Refusal).says).toMatch(/cannot become/);
    }
    expect(given.history).toHaveLength(1);
  });

  it('runs from proposal to revert, every step in its history', () => {
    const approved = action(decide(proposed, { verdict: 'approve' }, 'ana', now + 1));
    const dry = action(rehearsed(approved, '{"enabled":true}', now + 2));
    const executing = action(execute(dry, now + 3, false));
    const done = action(verified(executing, 'read back', now + 4, disableAccount));
    const undone = action(reverted(done, 'bo', 'it was a traveller', now + 5, disableAccount));
    expect(undone.history.map((step) => step.status)).toEqual([
      'proposed',
      'approved',
      'dryRun',
      'executing',
      'verified',
      'reverted',
    ]);
    expect(undone).toMatchObject({ decidedBy: 'ana', snapshot: '{"enabled":true}' });
    expect(done.expiresAt).toBe(now + 4 + days(1));
    expect(action(verified(executing, 'read back', now, {})).expiresAt).toBe(NEVER);
    expect(action(failed(executing, '403', now)).status).toBe('failed');
  });
});

describe('a decision', () => {
  it('counts once', () => {
    const approved = action(decide(proposed, { verdict: 'approve' }, 'ana', now));
    expect(code(decide(approved, { verdict: 'approve' }, 'bo', now))).toBe('alreadyDecided');
    expect(code(decide(approved, { verdict: 'deny', reason: 'no' }, 'bo', now))).toBe('alreadyDecided');
  });

  it('to deny needs a reason', () => {
    expect(code(decide(proposed, { verdict: 'deny' }, 'ana', now))).toBe('noReason');
    expect(code(decide(proposed, { verdict: 'deny', reason: '  ' }, 'ana', now))).toBe('noReason');
    expect(action(decide(proposed, { verdict: 'deny', reason: 'She travels.' }, 'ana', now))).toMatchObject({
      status: 'denied',
      decidedBy: 'ana',
    });
  });

  it('waits for a second person where two are needed', () => {
    const once = action(decide(proposed, { verdict: 'approve' }, 'ana', now, { needs: 2 }));
    expect(once).toMatchObject({ status: 'proposed' });
    expect(approvers(once)).toEqual(['ana']);
    expect(code(decide(once, { verdict: 'approve' }, 'ana', now, { needs: 2 }))).toBe('alreadyApprovedByYou');
    expect(action(decide(once, { verdict: 'approve' }, 'bo', now, { needs: 2 }))).toMatchObject({
      status: 'approved',
      decidedBy: 'ana, bo',
    });
    expect(action(decide(once, { verdict: 'deny', reason: 'wrong person' }, 'bo', now, { needs: 2 })).status).toBe('denied');
  });

  it('is not for the one who asked for it', () => {
    expect(code(decide(proposed, { verdict: 'approve' }, 'ana', now, { requester: 'ana' }))).toBe('approverIsRequester');
  });

  it('of one person may be theirs who asked for it, but not where two must agree', () => {
    const asked = being('proposed', { history: [{ at: now, status: 'proposed', by: 'ana', says: 'why' }] });
    const approve = (needs: 1 | 2, by: string) => decide(asked, { verdict: 'approve' }, by, now, rulesOf(asked, { needs }));
    expect(action(approve(1, 'ana')).status).toBe('approved');
    expect(code(approve(2, 'ana'))).toBe('approverIsRequester');
    expect(action(approve(2, 'bo')).status).toBe('proposed');
  });

  it('comes too late after a week', () => {
    expect(code(decide(proposed, { verdict: 'approve' }, 'ana', proposed.expiresAt))).toBe('unanswered');
    expect(code(expire(proposed, proposed.expiresAt - 1))).toBe('notYet');
    expect(action(expire(proposed, proposed.expiresAt)).status).toBe('expired');
    expect(code(expire(being('approved'), proposed.expiresAt))).toBe('illegalTransition');
  });
});

describe('carrying out', () => {
  it('stops at the rehearsal where only watching is allowed', () => {
    expect(code(execute(being('dryRun', { mode: 'observe' }), now, false))).toBe('onlyObserved');
    expect(due(being('dryRun', { mode: 'observe' }), now, disableAccount, false)).toBe('nothing');
  });

  it('does nothing alone while the kill switch is on, but what a person approved', () => {
    const by = (who: string): Action => being('dryRun', { history: [{ at: now, status: 'approved', by: who, says: '' }] });
    expect(code(execute(by('policy:x'), now, true))).toBe('killSwitch');
    expect(action(execute(by('ana'), now, true)).status).toBe('executing');
  });

  it('does not go on alone with what was sent either, while the kill switch is on', () => {
    const by = (who: string): Action => being('executing', { history: [{ at: now, status: 'approved', by: who, says: '' }] });
    expect(due(by('policy:x'), now, disableAccount, true)).toBe('nothing');
    expect(due(by('policy:x'), now, disableAccount, false)).toBe('resume');
    expect(due(by('ana'), now, disableAccount, true)).toBe('resume');
  });

  it('is due step by step', () => {
    const steps = actionStatuses.map((status) => [status, due(being(status), now, disableAccount, false)]);
    expect(Object.fromEntries(steps)).toEqual({
      proposed: 'nothing',
      approved: 'rehearse',
      denied: 'nothing',
      expired: 'nothing',
      dryRun: 'execute',
      executing: 'resume',
      verified: 'nothing',
      failed: 'nothing',
      reverted: 'nothing',
    });
    expect(due(proposed, proposed.expiresAt, disableAccount, false)).toBe('expire');
    expect(due(being('verified'), proposed.expiresAt, disableAccount, false)).toBe('revert');
    expect(due(being('verified'), proposed.expiresAt, revokeSessions, false)).toBe('nothing');
  });
});

describe('undoing', () => {
  it('is refused where nothing was done', () => {
    for (const status of ['proposed', 'approved', 'denied', 'expired', 'dryRun', 'executing', 'reverted'] as const)
      expect(code(mayRevert(being(status, { snapshot: '{}' }), disableAccount) as Refusal)).toBe('nothingToUndo');
  });

  it('is refused with the reason where there is no inverse', () => {
    expect(mayRevert(being('verified', { snapshot: '{}' }), revokeSessions)).toMatchObject({
      code: 'noInverse',
      says: /signs in again/ as unknown as string,
    });
  });

  it('is refused where the state before was not kept', () => {
    expect(code(mayRevert(being('verified'), disableAccount) as Refusal)).toBe('nothingToUndo');
    expect(mayRevert(being('failed', { snapshot: '{}' }), disableAccount)).toBeUndefined();
  });
});

describe('wanting it undone', () => {
  const done = being('verified', { snapshot: '{}' });
  const wanted = action(reverting(done, 'ana', 'a mistake', now, disableAccount));

  it('is kept until it is, and is due', () => {
    expect(wanted).toMatchObject({ status: 'verified', reverting: { by: 'ana', at: now, reason: 'a mistake' } });
    expect([due(done, now, disableAccount, false), due(wanted, now, disableAccount, false)]).toEqual(['nothing', 'revert']);
    expect(due({ ...wanted, status: 'failed' }, now, disableAccount, true)).toBe('revert');
    expect(action(reverted(wanted, 'ana', 'done', now, disableAccount)).reverting).toBeUndefined();
  });

  it('is no longer where the tenant will not, and never was where there is no way back', () => {
    expect(due(notReverted(wanted), now, disableAccount, false)).toBe('nothing');
    expect(code(reverting(done, 'ana', 'a mistake', now, revokeSessions))).toBe('noInverse');
  });
});

describe('what takes effect later', () => {
  const sent = being('executing', { history: [{ at: now, status: 'executing', by: 'skein', says: '' }] });

  it('is waited for for an hour, from when it was sent or was to be undone', () => {
    expect([maySettle(sent, now + SETTLES_WITHIN - 1), maySettle(sent, now + SETTLES_WITHIN)]).toEqual([true, false]);
    const undoing = { ...sent, reverting: { by: 'ana', at: now + SETTLES_WITHIN, reason: '' } };
    expect(maySettle(undoing, now + SETTLES_WITHIN)).toBe(true);
  });
});

describe('what comes later', () => {
  const by = (who: string): Action =>
    being('verified', { snapshot: 'old', history: [{ at: now, status: 'approved', by: who, says: '' }] });

  it('is done to as long as it stands and whoever approved it may', () => {
    expect(mayFollow(by('ana'), 'confirm', true)).toBe(true);
    expect(mayFollow(by('ana'), 'observe', false)).toBe(false);
    expect(mayFollow({ ...by('ana'), status: 'reverted' }, 'confirm', false)).toBe(false);
    expect(mayFollow(by('policy:x'), 'autonomous', false)).toBe(true);
    expect(mayFollow(by('policy:x'), 'autonomous', true)).toBe(false);
    expect(mayFollow(by('policy:x'), 'confirm', false)).toBe(false);
  });

  it('is kept with what a revert restores before it is done to, and counted when it is', () => {
    const begun = following(by('ana'), 'all', 'new', now);
    expect(begun).toMatchObject({ snapshot: 'all', following: { at: now, snapshot: 'new' } });
    const first = followed(begun, 12, now + 1);
    expect(first.following).toBeUndefined();
    expect(followed(following(first, 'more', 'newer', now), 3, now + 2).followed).toEqual({ at: now + 2, copies: 15 });
  });
});
