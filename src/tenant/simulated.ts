// A tenant that remembers what was done to it: it stands in where no GRAPH_* is set.
//
// It holds whatever entities the graph holds, all enabled until an action changes them, and behaves like Microsoft Graph
// in the ways that hurt: unknown ids are 404, guests' sessions cannot be revoked, a disabled account is not signed out,
// and a call can be refused with 429 or 503.

import type { Instant } from '../model/time.ts';
import { TenantError } from '../respond/action.ts';
import type { InboxRule, Json, Tenant, TenantUser } from '../respond/action.ts';

/** Where it keeps what was done; one value for each id. */
export interface ObjectStore {
  get(id: string): Promise<Json | undefined>;
  put(id: string, value: Json): Promise<void>;
}

/** What the graph knows of the entities an action may meet; undefined is 404. */
export interface Directory {
  user(id: string): Promise<{ readonly name: string; readonly kind: TenantUser['kind'] } | undefined>;
  rule(id: string): Promise<{ readonly mailbox: string; readonly name: string; readonly removed?: boolean } | undefined>;
}

export interface Simulation {
  readonly store: ObjectStore;
  readonly directory: Directory;
  readonly now: () => Instant;
  /** Trouble for a call, e.g. `new TenantError('throttled', …, 1000)`; for tests and drills. */
  readonly trouble?: (call: string, id: string) => TenantError | undefined;
}

export function simulatedTenant({ store, directory, now, trouble }: Simulation): Tenant {
  const meet = (call: string, id: string): void => {
    const error = trouble?.(call, id);
    if (error !== undefined) throw error;
  };

  async function getUser(id: string): Promise<TenantUser | undefined> {
    meet('getUser', id);
    const known = await directory.user(id);
    if (known === undefined) return undefined;
    const state = fields(await store.get(userId(id)));
    return {
      id,
      ...known,
      enabled: state.enabled !== false,
      sessionsValidFrom: typeof state.sessionsValidFrom === 'number' ? state.sessionsValidFrom : 0,
    };
  }

  async function getInboxRule(id: string): Promise<InboxRule | undefined> {
    meet('getInboxRule', id);
    const known = await directory.rule(id);
    if (known === undefined || known.removed === true) return undefined;
    const state = fields(await store.get(ruleId(id)));
    return { id, mailbox: known.mailbox, name: known.name, enabled: state.enabled !== false };
  }

  async function change(id: string, changed: Readonly<Record<string, Json>>): Promise<void> {
    await store.put(id, { ...fields(await store.get(id)), ...changed });
  }

  async function existing(id: string): Promise<TenantUser> {
    const user = await getUser(id);
    if (user === undefined) throw new TenantError('notFound', `there is no account ${id}`);
    return user;
  }

  return {
    getUser,
    getInboxRule,

    async revokeSessions(id) {
      meet('revokeSessions', id);
      const user = await existing(id);
      if (user.kind === 'external') throw new TenantError('refused', 'sessions of a guest can only be revoked at home');
      // Strictly later than before, or the change could not be read back within a millisecond.
      await change(userId(id), { sessionsValidFrom: Math.max(now(), user.sessionsValidFrom + 1) });
    },

    async setAccountEnabled(id, enabled) {
      meet('setAccountEnabled', id);
      await existing(id);
      await change(userId(id), { enabled });
    },

    async setInboxRuleEnabled(id, enabled) {
      meet('setInboxRuleEnabled', id);
      if ((await getInboxRule(id)) === undefined) throw new TenantError('notFound', `there is no mail rule ${id}`);
      await change(ruleId(id), { enabled });
    },
  };
}

const userId = (id: string): string => `user/${id}`;
const ruleId = (id: string): string => `rule/${id}`;

const fields = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
