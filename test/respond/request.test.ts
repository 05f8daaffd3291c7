import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/model/action.ts';
import { days } from '../../src/model/time.ts';
import { disableAccount } from '../../src/respond/actions/disable-account.ts';
import { cautious } from '../../src/respond/policy.ts';
import type { Policy } from '../../src/respond/policy.ts';
import { actionId } from '../../src/respond/propose.ts';
import { request } from '../../src/respond/request.ts';
import type { Request } from '../../src/respond/request.ts';

const now = 1_000;
const target = { label: 'User', key: 'ana' } as const;
const asking = (more: Partial<Request> = {}): Request => ({
  ...{ spec: disableAccount, incident: 'i1', target, names: ['Ana'], by: 'bo', reason: 'She called.' },
  ...more,
});
const asked = (more: Partial<Request> = {}, others: readonly Action[] = [], policy: Policy = cautious): Action => {
  const answer = request(asking(more), others, policy, now);
  if ('refusal' in answer) throw new Error(answer.refusal.says);
  return answer;
};

describe('what a person asks for', () => {
  it('waits for approval, says who asks and why, and what each way costs', () => {
    expect(asked()).toMatchObject({
      ...{ action: 'disable-account', incident: 'i1', target, mode: 'confirm', status: 'proposed', order: 20 },
      because:
        'Asked for by bo: She called. If right: nobody can use the account, with whatever password or second factor. If wrong: the person cannot work until it is undone, which takes a minute.',
      reach: expect.stringContaining('Ana cannot sign in anywhere.') as string,
      ...{ proposedAt: now, expiresAt: now + days(7) },
      history: [{ at: now, status: 'proposed', by: 'bo', says: 'She called.' }],
    });
  });

  it('waits also where the machine may act alone, and is only rehearsed where it may only watch', () => {
    expect(asked({}, [], { ...cautious, mode: 'autonomous' })).toMatchObject({ mode: 'confirm', status: 'proposed' });
    expect(asked({}, [], { ...cautious, mode: 'observe' })).toMatchObject({ mode: 'observe', status: 'proposed' });
  });

  it('has the id that the machine would give it, so that it is not proposed twice', () => {
    expect(asked().id).toBe(actionId('i1', 'disable-account', target));
  });

  it('in the same words is the same while it is open', () => {
    const first = asked();
    for (const status of ['proposed', 'approved', 'dryRun', 'executing'] as const) {
      const open = { ...first, status };
      expect(asked({}, [open])).toBe(open);
    }
  });

  it('in other words, or by another, is refused while it is open', () => {
    const first = asked();
    for (const other of [{ reason: 'Again.' }, { by: 'cy' }])
      expect(request(asking(other), [first], cautious, now)).toMatchObject({
        refusal: { code: 'alreadyOpen', says: `it is proposed already, asked for by bo: action ${first.id}` },
      });
  });

  it('can be asked for again once it is over, and then is another', () => {
    const denied: Action = { ...asked(), status: 'denied' };
    const second = asked({}, [denied]);
    expect(second).toMatchObject({ status: 'proposed' });
    expect(second.id).not.toBe(denied.id);
    expect(asked({}, [denied, { ...second, status: 'reverted' }]).id).not.toBe(second.id);
  });

  it('under one name is asked once, whatever became of it', () => {
    const denied: Action = { ...asked({ name: 'm1' }), status: 'denied' };
    expect(asked({ name: 'm1' }, [denied])).toBe(denied);
    expect(asked({ name: 'm2' }, [denied]).id).not.toBe(denied.id);
    expect(asked({ name: 'm1', by: 'cy' }, [denied]).id).not.toBe(denied.id);
  });

  it('is not held up by what is done to others, or otherwise', () => {
    const other: Action = { ...asked(), target: { label: 'User', key: 'cy' } };
    const otherwise: Action = { ...asked(), action: 'revoke-sessions' };
    expect(asked({}, [other, otherwise])).toMatchObject({ id: asked().id });
  });

  it('is never done to a break-glass account, by key or by name', () => {
    for (const name of ['ana', 'Ana'])
      expect(request(asking(), [], { ...cautious, breakGlass: [name] }, now)).toMatchObject({ refusal: { code: 'breakGlass' } });
  });
});
