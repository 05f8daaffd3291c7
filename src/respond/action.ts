// What an action is: whom it may be done to, what it reaches, how it is carried out, checked and undone.
//
// `respond` decides and never acts: these functions are called by a job, with the tenant as an argument.

import { isSerious } from '../model/finding.ts';
import type { EntityRef, Finding } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Involvement } from '../model/incident.ts';
import type { Extent, MailTenant } from './copies.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** An account as the directory holds it. */
export interface TenantUser {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'service' | 'agent' | 'external';
  readonly enabled: boolean;
  /** Epoch milliseconds; sessions opened before are no longer refreshed. */
  readonly sessionsValidFrom: number;
}

export interface InboxRule {
  readonly id: string;
  readonly mailbox: string;
  readonly name: string;
  readonly enabled: boolean;
}

/** What an action may touch. Ids are keys of the graph; how they are named in the directory is the tenant's affair. */
export interface Tenant extends MailTenant {
  /** Undefined: there is no such account (404). The other calls throw a TenantError. */
  getUser(id: string): Promise<TenantUser | undefined>;
  revokeSessions(id: string): Promise<void>;
  setAccountEnabled(id: string, enabled: boolean): Promise<void>;
  getInboxRule(id: string): Promise<InboxRule | undefined>;
  setInboxRuleEnabled(id: string, enabled: boolean): Promise<void>;
}

export type TenantTrouble = 'notFound' | 'forbidden' | 'throttled' | 'unavailable' | 'refused';

/** The tenant did not do it. `throttled` and `unavailable` are worth another try, after `retryAfterMs`. */
export class TenantError extends Error {
  readonly trouble: TenantTrouble;
  readonly retryAfterMs: number | undefined;

  constructor(trouble: TenantTrouble, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'TenantError';
    this.trouble = trouble;
    this.retryAfterMs = retryAfterMs;
  }

  get isPassing(): boolean {
    return this.trouble === 'throttled' || this.trouble === 'unavailable';
  }
}

/** What an action reaches: the column of the policy table. */
export type Reach = 'one-session' | 'one-account' | 'one-rule' | 'one-message' | 'one-campaign';

export interface Preview {
  /** What changes, for whom, and how soon. */
  readonly changes: string;
  readonly ifRight: string;
  readonly ifWrong: string;
  /** `nothing to undo`, `can be undone`, `cannot be undone`. */
  readonly undo: string;
}

export interface Check {
  readonly ok: boolean;
  /** Not so by now, but nothing says that it will not be: look again later. */
  readonly isPending?: true;
  /** Copies of mail it holds for. */
  readonly count?: number;
  readonly says: string;
}

/** A directory answers for some minutes from a copy that is older than the change: not yet is no failure. */
export const readBack = (ok: boolean, says: { readonly done: string; readonly not: string }): Check =>
  ok ? { ok, says: says.done } : { ok, isPending: true, says: says.not };

/** Copies that came later: what a revert restores from now on, what is new in that, and how many they are. */
export interface Extension {
  readonly snapshot: Json;
  readonly added: Json;
  readonly count: number;
}

/** What a proposal is made from. */
export interface Ground {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly involves: readonly Involvement[];
  /** Campaigns of mail that are convicted, by their ids, and of what, in a clause. */
  readonly convictions?: ReadonlyMap<string, string>;
}

export interface ActionSpec {
  /** Kebab-case, the file's name. */
  readonly id: string;
  readonly title: string;
  /** What it can be done to. */
  readonly labels: readonly EntityLabel[];
  /** Done to a campaign it reaches one campaign, whatever stands here. */
  readonly reach: Reach;
  readonly reversible: boolean;
  /** Why a revert is refused, where there is no inverse. */
  readonly noInverse?: string;
  /** Different people who must approve: two for what cannot be undone and hurts. */
  readonly needs: 1 | 2;
  /** Place in the plan, least drastic first within what contains: revoke, then disable, then rules. */
  readonly order: number;
  /** After so many days what was done is undone by itself; absent where it stands until somebody decides. */
  readonly expiryDays?: number;
  /** Until when, after it is done, the attacker may still go on: words for people. */
  readonly delay: string;
  /** Whom it could help against; deterministic, in key order, without repeats. */
  targets(ground: Ground): readonly EntityRef[];
  /** `extent`, where it is done to mail and the copies are known. */
  preview(name: string, extent?: Extent): Preview;
  /** What a revert restores; throws `notFound` where the target is gone. */
  snapshot(tenant: Tenant, target: EntityRef): Promise<Json>;
  /** Safe to repeat; goes on where it was cut off. */
  carryOut(tenant: Tenant, target: EntityRef, snapshot: Json): Promise<void>;
  verify(tenant: Tenant, target: EntityRef, snapshot: Json): Promise<Check>;
  /** What came to the target since and is to be done to as well, `most` at once; undefined where nothing did. */
  readonly extend?: (tenant: Tenant, target: EntityRef, snapshot: Json, most: number) => Promise<Extension | undefined>;
  /** Restores the snapshot; safe to repeat. */
  readonly undo?: (tenant: Tenant, target: EntityRef, snapshot: Json) => Promise<void>;
  readonly verifyUndone?: (tenant: Tenant, target: EntityRef, snapshot: Json) => Promise<Check>;
}

export const action = <S extends ActionSpec>(spec: S): S => spec;

export const reachOf = ({ reach }: Pick<ActionSpec, 'reach'>, { label }: EntityRef): Reach =>
  label === 'Campaign' ? 'one-campaign' : reach;

/**
 * Accounts that may be in other hands: who did what the findings say. Where one account changed another's second factor
 * it is the other's; a help desk does that all day.
 */
export function accountsInQuestion(findings: readonly Finding[]): readonly EntityRef[] {
  const telling = findings.filter(isSerious);
  const accounts = telling.flatMap((finding) => {
    const owners =
      finding.about.some((about) => about.role === 'method') || finding.stage === 'foothold'
        ? aboutIn([finding], 'User', ['target'])
        : [];
    return owners.length > 0 ? owners : aboutIn([finding], 'User', ['actor']);
  });
  return [...new Map(accounts.map((account) => [account.key, account])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Distinct entities of a label in the findings, in key order. */
export function aboutIn(findings: readonly Finding[], label: EntityLabel, roles: readonly string[]): readonly EntityRef[] {
  const keys = findings.flatMap((finding) =>
    finding.about.filter((about) => about.label === label && roles.includes(about.role)).map((about) => about.key),
  );
  return [...new Set(keys)].sort().map((key) => ({ label, key }));
}
