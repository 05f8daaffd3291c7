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

export interface DirectoryChange {
  readonly at: Instant;
  readonly ids: { readonly m365: string; readonly entra: string };
  readonly correlationId: string;
  readonly actor: Actor;
  /** The Entra log's name; the audit log adds a full stop, or has its own. */
  readonly activity: string;
  readonly m365Operation?: string;
  readonly category: 'UserManagement' | 'GroupManagement';
  readonly operationType: 'Add' | 'Update' | 'Assign';
  readonly person: Person;
  readonly group?: { readonly id: string; readonly displayName: string };
  readonly modified: readonly Modified[];
}

/** The directory's own list of what was changed, appended to every change of a user. */
export function withFooter({ modified, group }: DirectoryChange): readonly Modified[] {
  if (group !== undefined) return modified;
  return [
    ...modified,
    { name: 'Included Updated Properties', after: modified.map(({ name }) => name).join(', ') },
    { name: 'TargetId.UserType', after: 'Member' },
  ];
}

/** The unified audit log's name for it. */
export const operationOf = (change: DirectoryChange): string => change.m365Operation ?? `${change.activity}.`;
