// What sets one line of business apart from another: its departments and their
// words, its projects, whom it deals with. Only the shape; industries/ has them.

import type { DepartmentKind, DepartmentWords, Partner } from '../tenant.ts';

export type IndustryId = 'port' | 'manufacturing' | 'law' | 'hospital' | 'university' | 'retail' | 'software' | 'bank';

export interface Industry {
  readonly id: IndustryId;
  readonly departments: readonly DepartmentPlan[];
  /** A company is called one of the first and one of the second, together or apart: `Harbourline`, `Ashgrove Legal`. */
  readonly names: { readonly first: readonly string[]; readonly second: readonly string[]; readonly apart: boolean };
  readonly projects: readonly [string, ...string[]];
  /** Besides those every company has. */
  readonly sharedMailboxes: readonly SharedMailboxPlan[];
  readonly partners: readonly PartnerWords[];
  readonly newsletters: readonly [string, ...string[]];
  /** Whether a large one has offices abroad. */
  readonly international: boolean;
  /** Chance of a day at home for those whose work allows it. */
  readonly homeDays: number;
}

export interface DepartmentPlan {
  readonly kind: DepartmentKind;
  readonly name: string;
  /** Of the head count; together they need not add up to one. */
  readonly share: number;
  /** Names its teams take in turn. */
  readonly teams: readonly [string, ...string[]];
  readonly words: DepartmentWords;
  /** Most of its people work in shifts, also at weekends. */
  readonly shifts?: boolean;
  /** Its people are where the work is: seldom at home. */
  readonly onSite?: boolean;
}

export interface SharedMailboxPlan {
  readonly alias: string;
  readonly displayName: string;
  readonly purpose: string;
  readonly kind: DepartmentKind;
  /** Whose work it is; everybody's in the department when none of these titles is there. */
  readonly titles?: readonly string[];
}

export interface PartnerWords {
  readonly kind: Partner['kind'];
  readonly second: readonly [string, ...string[]];
}
