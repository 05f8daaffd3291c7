// Signs a person out everywhere. They sign in again in a minute; a thief with a stolen token does not.
//
// POST /users/{id}/revokeSignInSessions. Access tokens live on: minutes where apps check continuously, else up to an hour.

import { accountsInQuestion, action, readBack, TenantError } from '../action.ts';
import type { Json } from '../action.ts';

export const revokeSessions = action({
  id: 'revoke-sessions',
  title: 'Sign out everywhere',
  labels: ['User'],
  reach: 'one-session',
  reversible: false,
  noInverse: 'There is nothing to undo: the person signs in again.',
  needs: 1,
  order: 10,
  delay: 'It takes up to 15 minutes, in apps without live checks up to an hour.',

  targets: ({ findings }) => accountsInQuestion(findings),

  preview: (name) => ({
    changes: `All sessions of ${name} end, on every device.`,
    ifRight: 'whoever holds a stolen session is out.',
    ifWrong: 'the person signs in once more, about a minute.',
    undo: 'Nothing to undo',
  }),

  async snapshot(tenant, target) {
    const user = await tenant.getUser(target.key);
    if (user === undefined) throw new TenantError('notFound', `there is no account ${target.key}`);
    return { sessionsValidFrom: user.sessionsValidFrom };
  },

  carryOut: (tenant, target) => tenant.revokeSessions(target.key),

  async verify(tenant, target, snapshot) {
    const user = await tenant.getUser(target.key);
    if (user === undefined) return { ok: false, says: 'the account no longer exists' };
    return readBack(user.sessionsValidFrom > validFrom(snapshot), {
      done: 'sessions from before are no longer valid',
      not: 'the directory still accepts sessions from before',
    });
  },
});

const validFrom = (snapshot: Json): number =>
  typeof snapshot === 'object' &&
  snapshot !== null &&
  'sessionsValidFrom' in snapshot &&
  typeof snapshot.sessionsValidFrom === 'number'
    ? snapshot.sessionsValidFrom
    : Number.POSITIVE_INFINITY;
