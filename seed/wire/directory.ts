// One change in the directory, and the two records it leaves: the Entra audit
// log's and the unified audit log's. They share the correlation id.

import type { Instant } from '../../src/model/time.ts';
import type { Person, ServicePrincipal } from '../tenant.ts';

export type Actor =
  | { readonly kind: 'person'; readonly person: Person; readonly address: string; readonly userAgent: string }
  | { readonly kind: 'service'; readonly service: ServicePrincipal };

/** A property's value before and after, as JSON; undefined is "there was none". */
export interface Modified {
  readonly name: string;
  readonly before?: unknown;
  readonly after: unknown;
}

/** What a change is made to besides people. */
export interface DirectoryObject {
  readonly type: 'Group' | 'ServicePrincipal' | 'Application' | 'Role' | 'Device' | 'Policy';
  readonly id: string;
  readonly displayName: string;
  /** Of applications and their service principals. */
  readonly appId?: string;
}

export type DirectoryCategory =
  'UserManagement' | 'GroupManagement' | 'RoleManagement' | 'ApplicationManagement' | 'Device' | 'Policy';

export interface DirectoryChange {
  readonly at: Instant;
  readonly ids: { readonly m365: string; readonly entra: string };
  readonly correlationId: string;
  readonly actor: Actor;
  /** The Entra log's name; the audit log adds a full stop, or has its own. */
  readonly activity: string;
  readonly m365Operation?: string;
  readonly category: DirectoryCategory;
  readonly operationType: 'Add' | 'Update' | 'Assign' | 'Unassign' | 'Delete' | 'Reset' | 'Change';
  /** To whom or what it was done: the person, else the first of the objects; the others stand beside it. */
  readonly person?: Person;
  readonly objects?: readonly DirectoryObject[];
  readonly modified: readonly Modified[];
  /** What the directory itself appends; left out, its list of what was changed about a user. */
  readonly footer?: readonly Modified[];
}

/** The directory's own list of what was changed, appended to every change of a user. */
export function withFooter({ modified, footer, objects }: DirectoryChange): readonly Modified[] {
  if (footer !== undefined) return [...modified, ...footer];
  return objects === undefined
    ? [...modified, updatedProperties(modified), { name: 'TargetId.UserType', after: 'Member' }]
    : modified;
}

export const updatedProperties = (modified: readonly Modified[]): Modified => ({
  name: 'Included Updated Properties',
  after: modified.map(({ name }) => name).join(', '),
});

/** The unified audit log's name for it. */
export const operationOf = (change: DirectoryChange): string => change.m365Operation ?? `${change.activity}.`;
