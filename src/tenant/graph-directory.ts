// Accounts and inbox rules in a tenant of Microsoft 365, through Microsoft Graph.
//
// Accounts are called by their object id or, where no record told it, by an address. Rules are known to records by mailbox
// and name, and to Microsoft Graph by an id of its own: so a rule is found among those of the mailbox by its name, and where
// several bear the name none is touched. Rules that are hidden, or work for the whole organisation, cannot be reached.

import { z } from 'zod';
import { TenantError } from '../respond/action.ts';
import type { InboxRule, Tenant, TenantUser } from '../respond/action.ts';
import { field } from './graph-api.ts';
import type { GraphApi } from './graph-api.ts';

/** What the graph knows of what an action may be done to; undefined: nothing. */
export interface GraphNames {
  /** Every name an account goes by, its key among them. */
  account(id: string): Promise<readonly string[] | undefined>;
  /** Where a rule works and how it is called; without a mailbox it works for all. */
  rule(id: string): Promise<{ readonly mailbox: string; readonly name: string } | undefined>;
}

type DirectoryTenant = Omit<Tenant, 'copiesOf' | 'copyStates' | 'changeCopies'>;

const OBJECT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const FIELDS = 'userPrincipalName,userType,accountEnabled,signInSessionsValidFromDateTime';
/** Rules of one mailbox that are looked through; Exchange keeps them within 256 KB. */
const MOST_PAGES = 20;

const rulesPath = (mailbox: string): string => `/users/${encodeURIComponent(mailbox)}/mailFolders/inbox/messageRules`;

interface FoundRule extends InboxRule {
  readonly path: string;
}

export function graphDirectory(api: GraphApi, names: GraphNames): DirectoryTenant {
  async function pathOf(id: string): Promise<string | undefined> {
    const known = (await names.account(id)) ?? [];
    const name = known.find((one) => OBJECT_ID.test(one)) ?? known.find((one) => one.includes('@'));
    return name === undefined ? undefined : `/users/${encodeURIComponent(name)}`;
  }

  async function existing(id: string): Promise<string> {
    const path = await pathOf(id);
    if (path === undefined)
      throw new TenantError('notFound', `no record tells the object id or an address of ${id}, so it cannot be looked up`);
    return path;
  }

  async function getUser(id: string): Promise<TenantUser | undefined> {
    const path = await pathOf(id);
    if (path === undefined) return undefined;
    const { status, body } = await api.send({ method: 'GET', path: `${path}?$select=${FIELDS}` }, [404]);
    return status === 404 ? undefined : userIn(id, body);
  }

  /** Every rule of a mailbox; none where there is no such mailbox. */
  async function rulesOf(mailbox: string): Promise<readonly Rule[]> {
    const rules: Rule[] = [];
    let next: string | undefined = rulesPath(mailbox);
    for (let page = 1; next !== undefined && page <= MOST_PAGES; page += 1) {
      const { body } = await api.send({ method: 'GET', path: next }, [404]);
      rules.push(...rulesIn(body));
      const link = field(body, '@odata.nextLink');
      next = typeof link === 'string' ? api.pathOf(link) : undefined;
    }
    return rules;
  }

  async function findRule(id: string): Promise<FoundRule | undefined> {
    const known = await names.rule(id);
    if (known === undefined) return undefined;
    const { mailbox, name } = known;
    if (mailbox === '')
      throw new TenantError('refused', 'it works for the whole organisation, which Microsoft Graph cannot change: use Exchange');
    const [rule, ...others] = (await rulesOf(mailbox)).filter(({ displayName }) => fold(displayName ?? '') === fold(name));
    if (others.length > 0)
      throw new TenantError(
        'refused',
        `${others.length + 1} rules of this mailbox have that name: switch off the right one by hand`,
      );
    if (rule === undefined) return undefined;
    const path = `${rulesPath(mailbox)}/${encodeURIComponent(rule.id)}`;
    return { id, mailbox, name, enabled: rule.isEnabled !== false, path };
  }

  return {
    getUser,

    async revokeSessions(id) {
      await api.send({ method: 'POST', path: `${await existing(id)}/revokeSignInSessions` });
    },

    async setAccountEnabled(id, accountEnabled) {
      await api.send({ method: 'PATCH', path: await existing(id), body: { accountEnabled } });
    },

    async getInboxRule(id) {
      const found = await findRule(id);
      return found && { id, mailbox: found.mailbox, name: found.name, enabled: found.enabled };
    },

    async setInboxRuleEnabled(id, isEnabled) {
      const found = await findRule(id);
      if (found === undefined) throw new TenantError('notFound', `there is no mail rule ${id}`);
      if (found.enabled !== isEnabled) await api.send({ method: 'PATCH', path: found.path, body: { isEnabled } });
    },
  };
}

const userShape = z.object({
  userPrincipalName: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  signInSessionsValidFromDateTime: z.string().nullish(),
});

function userIn(id: string, body: unknown): TenantUser {
  const { data: user } = userShape.safeParse(body);
  if (user === undefined) throw new TenantError('unavailable', 'Microsoft Graph answered with an account that cannot be read');
  const validFrom = Date.parse(user.signInSessionsValidFromDateTime ?? '');
  return {
    id,
    name: user.userPrincipalName ?? id,
    kind: user.userType === 'Guest' ? 'external' : 'person',
    enabled: user.accountEnabled !== false,
    sessionsValidFrom: Number.isFinite(validFrom) ? validFrom : 0,
  };
}

const ruleShape = z.object({ id: z.string(), displayName: z.string().nullish(), isEnabled: z.boolean().nullish() });
type Rule = z.infer<typeof ruleShape>;

const rulesIn = (body: unknown): readonly Rule[] => {
  const value = field(body, 'value');
  return Array.isArray(value) ? value.flatMap((one: unknown) => ruleShape.safeParse(one).data ?? []) : [];
};

const fold = (name: string): string => name.trim().toLowerCase();
