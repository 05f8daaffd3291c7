// Stops all sign-ins of an account, for a day, then gives it back.
//
// PATCH /users/{id} {"accountEnabled": false}. Alone it may take up to 24 hours for tokens already held, so the plan
// revokes sessions first. It comes back by itself: a forgotten block is an outage.

import { accountsInQuestion, action, readBack, TenantError } from '../action.ts';
import type { Json } from '../action.ts';

export const disableAccount = action({
  id: 'disable-account',
  title: 'Disable the account',
  labels: ['User'],
  reach: 'one-account',
  reversible: true,
  needs: 1,
  order: 20,
  expiryDays: 1,
  delay:
    'New sign-ins stop at once; sessions already open end only with signing out everywhere. It ends by itself after one day.',

  targets: ({ findings }) => accountsInQuestion(findings),

  preview: (name) => ({
    changes: `${name} cannot sign in anywhere.`,
    ifRight: 'nobody can use the account, with whatever password or second factor.',
    ifWrong: 'the person cannot work until it is undone, which takes a minute.',
    undo: 'Can be undone',
  }),

  async snapshot(tenant, target) {
    const user = await tenant.getUser(target.key);
    if (user === undefined) throw new TenantError('notFound', `there is no account ${target.key}`);
    return { enabled: user.enabled };
  },

  carryOut: (tenant, target) => tenant.setAccountEnabled(target.key, false),

  async verify(tenant, target) {
    const user = await tenant.getUser(target.key);
    if (user === undefined) return { ok: false, says: 'the account no longer exists' };
    return readBack(!user.enabled, { done: 'the account is disabled', not: 'the account is still enabled' });
  },

  undo: (tenant, target, snapshot) => tenant.setAccountEnabled(target.key, wasEnabled(snapshot)),

  async verifyUndone(tenant, target, snapshot) {
    const user = await tenant.getUser(target.key);
    return readBack(user?.enabled === wasEnabled(snapshot), {
      done: 'the account is as it was before',
      not: 'the account is not as it was before',
    });
  },
});

/** What was disabled before stays disabled. */
const wasEnabled = (snapshot: Json): boolean =>
  !(typeof snapshot === 'object' && snapshot !== null && 'enabled' in snapshot && snapshot.enabled === false);
