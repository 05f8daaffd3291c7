// A tenant that remembers what was done to it: it stands in where no GRAPH_* is set.
//
// It holds whatever entities the graph holds, all enabled until an action changes them, every copy of a message in its inbox
// until one moves it, and behaves like Microsoft Graph in the ways that hurt: unknown ids are 404, guests' sessions cannot be
// revoked, a disabled account is not signed out, and a call can be refused with 429 or 503. It can do more than Microsoft
// Graph to mail that was received: lock its links, and take files out and give them back.

import type { EntityRef } from '../model/finding.ts';
import type { Instant } from '../model/time.ts';
import { TenantError } from '../respond/action.ts';
import type { InboxRule, Json, Tenant, TenantUser } from '../respond/action.ts';
import type { CopyChange, CopyRef, CopyState, MailTenant, Place } from '../respond/copies.ts';

/** Where it keeps what was done; one value for each id. */
export interface ObjectStore {
  get(id: string): Promise<Json | undefined>;
  put(id: string, value: Json): Promise<void>;
  /** Of several at once; those there are. */
  getAll(ids: readonly string[]): Promise<ReadonlyMap<string, Json>>;
  putAll(values: ReadonlyMap<string, Json>): Promise<void>;
}

/** What the graph knows of the entities an action may meet; undefined is 404. */
export interface Directory {
  user(id: string): Promise<{ readonly name: string; readonly kind: TenantUser['kind'] } | undefined>;
  rule(id: string): Promise<{ readonly mailbox: string; readonly name: string; readonly removed?: boolean } | undefined>;
  /** Of a message or a campaign, outside mailboxes that nothing is done to. */
  copies(target: EntityRef): Promise<readonly CopyRef[] | undefined>;
  /** Whether each of them was ever recorded. */
  hasCopies(copies: readonly CopyRef[]): Promise<readonly boolean[]>;
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
    ...mailOf({ store, directory, now }, meet),
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

function mailOf({ store, directory, now }: Simulation, meet: (call: string, id: string) => void): MailTenant {
  /** What is kept of each; undefined where there is no such copy, or none any more. */
  async function kept(copies: readonly CopyRef[]): Promise<readonly (Fields | undefined)[]> {
    const [known, states] = await Promise.all([directory.hasCopies(copies), store.getAll(copies.map(copyId))]);
    return copies.map((copy, at) => {
      const state = fields(states.get(copyId(copy)));
      return known[at] === true && state.gone !== true ? state : undefined;
    });
  }

  return {
    async copiesOf(target) {
      meet('copiesOf', target.key);
      return directory.copies(target);
    },

    async copyStates(copies) {
      meet('copyStates', copies[0]?.message ?? '');
      return (await kept(copies)).map((state) => (state === undefined ? undefined : stateOf(state)));
    },

    async changeCopies(copies, change) {
      meet('changeCopies', copies[0]?.message ?? '');
      const changed = new Map<string, Json>();
      const states = await kept(copies);
      for (const [at, copy] of copies.entries()) {
        const state = states[at];
        if (state !== undefined) changed.set(copyId(copy), { ...state, ...changeOf(change, stateOf(state), now()) });
      }
      await store.putAll(changed);
    },
  };
}

type Fields = Readonly<Record<string, Json>>;

const copyId = ({ message, recipient }: CopyRef): string => `copy/${JSON.stringify([message, recipient])}`;

const places: readonly Place[] = ['inbox', 'junk', 'deleted', 'held', 'elsewhere'];

const stateOf = ({ place, tags, linksLocked, stripped, notifiedAt }: Fields): CopyState => ({
  place: places.find((one) => one === place) ?? 'inbox',
  tags: Array.isArray(tags) ? tags.map(String) : [],
  linksLocked: linksLocked === true,
  stripped: stripped === true,
  ...(typeof notifiedAt === 'number' && { notifiedAt }),
});

function changeOf(change: CopyChange, { tags, notifiedAt }: CopyState, now: Instant): Fields {
  switch (change.kind) {
    case 'move':
      return { place: change.to };
    case 'tag': {
      const others = tags.filter((tag) => tag !== change.tag);
      return { tags: change.on ? [...others, change.tag] : others };
    }
    case 'links':
      return { linksLocked: change.locked };
    case 'attachments':
      return { stripped: change.stripped };
    case 'notice':
      return { notifiedAt: notifiedAt ?? now };
  }
}

const userId = (id: string): string => `user/${id}`;
const ruleId = (id: string): string => `rule/${id}`;

const fields = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
