// Somebody was given a role with power over others, by somebody who does not usually give roles.
//
// Rights are what a thief brings home for the next visit: the second account, made yesterday, becomes an administrator.
// One click writes a record for each role, so one giver and one receiver within minutes are one finding.
//
// Blind to: roles given through a group made privileged before, custom roles, and a role activated by somebody who was
// made eligible before the records begin.

import { detection } from '../detection.ts';
import {
  administers,
  concerning,
  fromPlace,
  idsOf,
  isNewAccount,
  isPerson,
  isRare,
  isStrange,
  placeBehind,
  raised,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, fold, list, quote } from '../words.ts';
import type { AdminChange, RoleChange } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { dayOf, days, hours, minutes } from '../../model/time.ts';

export const privilegedRoleGranted = detection({
  id: 'privileged-role-granted',
  title: 'Privileged role given',
  stage: 'reach',
  tactics: ['privilege-escalation', 'persistence'],
  techniques: ['T1098.003'],
  severity: 'high',
  wakesOn: ['roleChange', 'adminChange'],
  guards:
    'Services (synchronisation, role activation by its own service) never; an activation by somebody eligible is none; who gave roles on other days before weighs little, unless to themselves or from a rare place; roles over nobody are left out.',
  blindTo: 'Privileged groups, custom roles, and eligibility older than the records.',

  judge(event, past) {
    const grant = event.kind === 'roleChange' ? event : elevation(event);
    if (grant === undefined || !isPerson(grant) || !isGrant(grant)) return;
    const grants = [
      grant,
      ...past.before(['roleChange'], minutes(30)).filter((act) => isGrant(act) && act.target === grant.target),
    ];
    const { strange, signIns } = placeBehind(grant, past, hours(24));
    const severity = severityOf(grant, grants, strange, past);
    if (severity === undefined) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${grant.actor}/${grant.target}`,
      gathersFor: minutes(30),
      severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(grant, grants, strange, past),
      about: concerning(grants, shown),
      because: idsOf([...grants, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf(shown === undefined ? signIns.slice(0, 3) : []),
    };
  },
});

/** "User has elevated their access …": a global administrator takes all subscriptions by a switch, and no role record is written. */
function elevation(change: AdminChange): RoleChange | undefined {
  if (change.actor === undefined || !/elevated their access to user access administrator/i.test(change.operation)) return;
  return { ...change, kind: 'roleChange', change: 'granted', role: 'User Access Administrator', target: change.actor };
}

type Power = 'over everything' | 'over a service' | 'over some';

// Names as the portals write them, the older ones of the audit log, and template ids, which no language changes.
const over: Readonly<Record<Power, readonly string[]>> = {
  'over everything': [
    'global administrator|company administrator|tenant admins|62e90394-69f5-4237-9190-012177145e10',
    'privileged role administrator|e8611ab8-c189-46e8-94e1-60213ab1f814',
    'privileged authentication administrator|7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    'partner tier2 support|e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8',
    'hybrid identity administrator|8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
    'directory synchronization accounts|d29b2b05-8046-44ba-8758-1e26182fcf32',
    'application administrator|9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    'cloud application administrator|158c047a-c907-4556-b7ef-446551a6b5f7',
    'security administrator|194ae4cb-b126-40b2-bd5b-6091b380977d',
    'conditional access administrator|b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
    'user access administrator|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  ],
  'over a service': [
    'exchange administrator|exchange service administrator|29232cdf-9323-42fd-ade2-1d097af3e4de',
    'sharepoint administrator|sharepoint service administrator|f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
    'intune administrator|intune service administrator|3a2c62db-5318-420d-8d74-23affee5d9d5',
    'user administrator|user account administrator|fe930be7-5e62-47db-91af-98c3a49a38b1',
    'authentication administrator|c4e39bd9-1100-46d3-8c65-fb160da0071f',
    'authentication policy administrator|0526716b-113d-4c15-b2c8-68e3c22b9f80',
    'domain name administrator|8329153b-31d0-4727-b945-745eb3bc5f31',
    'external identity provider administrator|be2f45a1-457d-42af-a067-6ec1fa63bc45',
    'cloud device administrator|7698a772-787b-4ac8-901f-60d6b08affd2',
    'identity governance administrator|45d8d3c5-c802-45c6-b32a-1d70b5e1e86e',
    'compliance administrator|17315797-102d-40b4-93e0-432062caca18',
    'security operator|5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
    'partner tier1 support|4ba39ca4-527c-499a-b93d-d9b492c50246',
    'organization management|discovery management|ediscovery manager|ediscovery administrator',
  ],
  'over some': [
    'helpdesk administrator|help desk administrator|729827e3-9c14-49f7-bb1b-9608f156bbb8',
    'password administrator|966707d0-3269-4727-9be2-8c3a10f19b9d',
    'groups administrator|fdd7a751-b60b-444a-984c-02652fe8fa1c',
    'teams administrator|teams service administrator|69091246-20e8-4a56-aa4d-066075b2a7a8',
    'license administrator|4d6ac14f-3453-41d0-bef9-a3e0c569773a',
    'directory writers|9360feb5-f418-4baa-8175-e2a00bac4301',
  ],
};

/** `TenantAdmins`, `Exchange Service Administrator`, `exchange-service-administrators`: letters and digits tell. */
const squashed = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');

const powers: ReadonlyMap<string, Power> = new Map(
  (Object.keys(over) as Power[]).flatMap((power) =>
    over[power].flatMap((names) => names.split('|').map((name): [string, Power] => [squashed(name), power])),
  ),
);

const powerOf = (role: string): Power | undefined => powers.get(squashed(role));

const isGrant = (change: RoleChange): boolean =>
  change.outcome === 'success' &&
  (change.change === 'granted' || change.change === 'eligible') &&
  powerOf(change.role) !== undefined;

function severityOf(
  grant: RoleChange & { readonly actor: string },
  grants: readonly RoleChange[],
  strange: Strange | undefined,
  past: Past,
): Severity | undefined {
  const most = strongest(grants);
  if (isRare(strange)) return 'high';
  if (grant.target === grant.actor) return most === 'over some' ? 'medium' : 'high';

  const isHanded = isNewAccount(grant.target, past);
  const given = givingDays(grant, past);
  if (given >= 3 || past.usuallyDoes(grant.operation))
    return most === 'over some' ? undefined : raised('low', isStrange(strange) ? 1 : 0);
  const base: Severity = given > 0 || administers(grant, past) ? 'medium' : 'high';
  // who has just been made by the same hand, and many roles at once, are no single promotion
  const steps = (most === 'over some' ? -1 : 0) + (isStrange(strange) || isHanded || rolesIn(grants).length >= 4 ? 1 : 0);
  return raised(base, steps - (isOnlyEligible(grants) ? 1 : 0));
}

const strongest = (grants: readonly RoleChange[]): Power =>
  (['over everything', 'over a service'] as const).find((power) => grants.some(({ role }) => powerOf(role) === power)) ??
  'over some';

/** Earlier days on which they gave any role to others: on three of them it is their work. */
function givingDays(grant: RoleChange, past: Past): number {
  const earlier = past
    .before(['roleChange'], days(60))
    .filter((act) => act.outcome === 'success' && act.change !== 'activated' && act.target !== act.actor);
  return new Set(earlier.map(({ at }) => dayOf(at)).filter((day) => day < dayOf(grant.at))).size;
}

const isOnlyEligible = (grants: readonly RoleChange[]): boolean => grants.every(({ change }) => change === 'eligible');

const rolesIn = (grants: readonly RoleChange[]): readonly string[] => [...new Set(grants.map(({ role }) => role))].sort();

function tell(grant: RoleChange, grants: readonly RoleChange[], strange: Strange | undefined, past: Past): string {
  const roles = rolesIn(grants);
  const whom = grant.target === grant.actor ? 'themselves' : quote(past.nameOf(grant.target));
  const what = `${count(roles.length, 'privileged role')} (${list(
    roles.map((role) => quote(role, 40)),
    4,
  )})`;
  const said = isOnlyEligible(grants) ? `made ${whom} eligible for ${what}` : `gave ${whom} ${what}`;
  const young = isNewAccount(grant.target, past) ? ', an account made within the week' : '';
  return `${said}${young}${strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`}`;
}
