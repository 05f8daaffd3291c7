// Directory roles given and taken away, for good, for a while, or to be taken up when needed (privileged identity
// management). Requests, approvals and their refusals change nothing yet and stay an administrator's change.

import { foldName } from '../name.ts';
import type { RoleChange } from '../../model/event.ts';
import { property } from './change.ts';
import type { DirectoryChange } from './change.ts';

export type RoleTold = Pick<RoleChange, 'kind' | 'change' | 'role' | 'target'>;

export function roleChangeIn(change: DirectoryChange): RoleTold | undefined {
  const deed = deedOf(change.operation);
  const role = roleOf(change);
  const target = holderOf(change);
  return deed === undefined || role === undefined || target === undefined
    ? undefined
    : { kind: 'roleChange', change: deed, role, target };
}

// `Add member to role`, `Add eligible member to role in PIM completed (timebound)`, `Add member to role completed (PIM
// activation)`, `Add scoped member to role`, `Add member to role outside of PIM (permanent)`.
const OPERATION =
  /^(add|remove)(?: (?:eligible|scoped))? member (?:to|from) role(?: in pim)?(?: completed| outside of pim)?(?: \([^)]*\))?$/i;

function deedOf(operation: string): RoleChange['change'] | undefined {
  const verb = OPERATION.exec(operation)?.[1]?.toLowerCase();
  if (verb === undefined) return undefined;
  if (verb === 'remove') return 'removed';
  if (/^add eligible/i.test(operation)) return 'eligible';
  return /pim activation/i.test(operation) ? 'activated' : 'granted';
}

/** The role's name; its template's id where an export left the name out. */
function roleOf(change: DirectoryChange): string | undefined {
  for (const name of ['Role.DisplayName', 'Role.WellKnownObjectName', 'Role.TemplateId']) {
    const { before, after } = property(change, name);
    const told = after ?? before;
    if (told !== undefined) return told;
  }
  return change.objects.find(({ type }) => type === 'Role')?.name;
}

const HOLDERS: ReadonlySet<string> = new Set(['User', 'Group', 'ServicePrincipal', 'Application', 'Other', '']);

function holderOf({ objects }: DirectoryChange): string | undefined {
  const holders = objects.filter(({ type }) => HOLDERS.has(type ?? ''));
  const person = holders.find(({ upn }) => upn !== undefined) ?? holders.find(({ type }) => type === 'User');
  if (person !== undefined) return foldNamed(person.upn ?? person.id ?? person.name);
  const other = holders.find(({ name }) => name !== undefined) ?? holders.find(({ id }) => id !== undefined);
  return other === undefined ? undefined : foldNamed(other.name ?? other.id);
}

const foldNamed = (name: string | undefined): string | undefined => (name === undefined ? undefined : foldName(name));
