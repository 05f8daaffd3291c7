// Copies of mail in people's mailboxes: where one is, what may be done to it, and how many of them are told as one clause.

import type { Copy } from '../model/copy.ts';
import type { EntityRef } from '../model/finding.ts';
import type { Instant } from '../model/time.ts';

/** One message as one person has it. */
export type CopyRef = Pick<Copy, 'message' | 'network' | 'recipient'>;

/**
 * Where a copy is. `held`: deleted so that it can be brought back, out of its owner's sight; `elsewhere`: in a folder of the
 * owner's own.
 */
export type Place = 'inbox' | 'junk' | 'deleted' | 'held' | 'elsewhere';

export interface CopyState {
  readonly place: Place;
  /** Categories, as the mail program shows them. */
  readonly tags: readonly string[];
  readonly linksLocked: boolean;
  readonly stripped: boolean;
  /** When its recipient was written to about it. */
  readonly notifiedAt?: Instant;
}

/** What can be done to a copy. Nothing can be moved back into a folder of the owner's own. */
export type CopyChange =
  | { readonly kind: 'move'; readonly to: Exclude<Place, 'elsewhere'> }
  | { readonly kind: 'tag'; readonly tag: string; readonly on: boolean }
  | { readonly kind: 'links'; readonly locked: boolean }
  | { readonly kind: 'attachments'; readonly stripped: boolean }
  | { readonly kind: 'notice' };

/** The part of a tenant that holds mail. All throw a TenantError where the tenant will not or cannot. */
export interface MailTenant {
  /** Every copy there is record of, outside mailboxes that nothing is done to. Undefined: no such message or campaign (404). */
  copiesOf(target: EntityRef): Promise<readonly CopyRef[] | undefined>;
  /**
   * In the order asked; undefined where the copy is gone (404). What a change of this kind does not touch may be left as
   * though nothing had been done.
   */
  copyStates(copies: readonly CopyRef[], kind: CopyChange['kind']): Promise<readonly (CopyState | undefined)[]>;
  /** Safe to repeat; passes over what is gone. It may take effect later. */
  changeCopies(copies: readonly CopyRef[], change: CopyChange): Promise<void>;
}

/** How much an action on mail reaches. */
export interface Extent {
  readonly copies: number;
  readonly mailboxes: number;
}

export const extentOf = (copies: readonly Pick<CopyRef, 'recipient'>[]): Extent => ({
  copies: copies.length,
  mailboxes: new Set(copies.map(({ recipient }) => recipient)).size,
});

/** `1 copy`, `12 copies`. */
export const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
