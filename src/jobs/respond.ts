// Decisions and what follows from them: each step of an action's life is decided by `respond`, kept with its audit
// entry, and only then carried out by the tenant. Killed between two steps, the next run goes on from the last one kept.

import * as actions from '../graph/actions.ts';
import * as entities from '../graph/entities.ts';
import * as incidents from '../graph/incidents.ts';
import * as killSwitch from '../graph/kill-switch.ts';
import type { Action } from '../model/action.ts';
import type { EntityRef } from '../model/finding.ts';
import { seconds } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { TenantError } from '../respond/action.ts';
import type { ActionSpec, Json } from '../respond/action.ts';
import { actions as registered } from '../respond/all.gen.ts';
import * as life from '../respond/life.ts';
import { cautious } from '../respond/policy.ts';
import { request } from '../respond/request.ts';
import type { RequestRefusal } from '../respond/request.ts';
import type { Bench } from './job.ts';
import { LeaseHeldError, underLease } from './lease.ts';
import { extentsOf, tenantOf } from './tenant.ts';

export type Verb = 'approve' | 'deny' | 'revert';

/** Stable codes that programs may rely on. */
export type RefusalCode =
  | 'NOT_FOUND'
  | 'ILLEGAL_STATE'
  | 'NEEDS_ANOTHER_PERSON'
  | 'NO_INVERSE'
  | 'EXPIRED'
  | 'REASON_REQUIRED'
  | 'WRONG_TARGET'
  | 'BREAK_GLASS'
  | 'ALREADY_OPEN';

export interface RefusedDecision {
  readonly code: RefusalCode;
  readonly message: string;
  /** What was asked wrongly, where it is not the action's id. */
  readonly field?: string;
}

const codes: Readonly<Record<life.RefusalCode | RequestRefusal['code'], RefusalCode>> = {
  illegalTransition: 'ILLEGAL_STATE',
  alreadyDecided: 'ILLEGAL_STATE',
  alreadyApprovedByYou: 'NEEDS_ANOTHER_PERSON',
  approverIsRequester: 'NEEDS_ANOTHER_PERSON',
  noReason: 'REASON_REQUIRED',
  unanswered: 'EXPIRED',
  notYet: 'ILLEGAL_STATE',
  onlyObserved: 'ILLEGAL_STATE',
  killSwitch: 'ILLEGAL_STATE',
  noInverse: 'NO_INVERSE',
  nothingToUndo: 'ILLEGAL_STATE',
  breakGlass: 'BREAK_GLASS',
  alreadyOpen: 'ALREADY_OPEN',
};

export type Decision = { readonly action: Action } | { readonly refusal: RefusedDecision };

export const specs: readonly ActionSpec[] = registered;

/** Records a person's decision, then carries out what it allows. A failure of the tenant is an outcome, not a refusal. */
export async function decide(bench: Bench, verb: Verb, id: string, by: string, reason?: string): Promise<Decision> {
  const recorded =
    verb === 'revert' ? await wantUndone(bench, id, by, reason) : await recordDecision(bench, verb, id, by, reason);
  if ('refusal' in recorded) return recorded;
  if (verb === 'approve') await alone(bench, (behind) => carryOn(behind, id));
  if (verb === 'revert') await alone(bench, (behind) => carryOn(behind, id));
  return { action: (await actions.byId(bench.graph, id)) ?? recorded.action };
}

export interface Asked {
  /** Id of the kind of action. */
  readonly action: string;
  readonly target: EntityRef;
  readonly incident: string;
  readonly reason: string;
  /** What the person calls the request, so that it can be sent twice. */
  readonly name?: string;
}

/** Keeps what a person asks for, on something that has a part in an incident; it then waits for approval like any other. */
export async function ask(bench: Bench, asked: Asked, by: string): Promise<Decision> {
  const { graph, mode, breakGlass = [] } = bench;
  const { reason, name } = asked;
  const spec = specs.find(({ id }) => id === asked.action);
  if (spec === undefined)
    return refusedAt(
      'action',
      'NOT_FOUND',
      `there is no kind of action "${asked.action}"; there are ${specs.map(({ id }) => id).join(', ')}`,
    );
  if (reason.trim() === '') return refusedAt('reason', 'REASON_REQUIRED', 'say why it is to be done');
  const incident = await incidents.byId(graph, asked.incident);
  if (incident === undefined) return refusedAt('incident', 'NOT_FOUND', `there is no incident "${asked.incident}"`);
  const kinds = spec.labels.join(' or ');
  if (!spec.labels.includes(asked.target.label))
    return refusedAt('target', 'WRONG_TARGET', `${spec.id} is done to a ${kinds}, not to a ${asked.target.label}`);

  const target = await entities.find(graph, asked.target.label, asked.target.key);
  const isInvolved = incident.involves.some(({ label, key }) => label === target?.label && key === target.key);
  if (target === undefined || !isInvolved)
    return refusedAt('target', 'NOT_FOUND', `no ${kinds} "${asked.target.key}" has a part in incident ${incident.id}`);

  const { label, key } = target;
  const extent = (await extentsOf(bench, [target]))(target);
  const wanted = {
    ...{ spec, incident: incident.id, target: { label, key }, names: [target.name, ...target.names], by, reason: reason.trim() },
    ...(name !== undefined && { name }),
    ...(extent !== undefined && { extent }),
  };
  const policy = { ...cautious, mode, breakGlass };
  const kept = await actions.request(graph, incident.id, (others) => request(wanted, others, policy, bench.clock()));
  return 'refusal' in kept ? refusedAt('target', codes[kept.refusal.code], kept.refusal.says) : { action: kept };
}

const refusedAt = (field: string, code: RefusalCode, message: string): Decision => ({ refusal: { code, message, field } });

/** What people decide and ask for, as the API says it. */
export const decisionsOf = (bench: Bench) => ({
  approve: (id: string, by: string, reason?: string) => decide(bench, 'approve', id, by, reason),
  deny: (id: string, by: string, reason?: string) => decide(bench, 'deny', id, by, reason),
  revert: (id: string, by: string, reason?: string) => decide(bench, 'revert', id, by, reason),
  ask: (asked: Asked, by: string) => ask(bench, asked, by),
});

/** Moves every action on that has something due: lapsed proposals, approvals not carried out yet, expiries. */
export async function carryOutDue(bench: Bench): Promise<void> {
  const now = bench.clock();
  const { on } = await killSwitch.read(bench.graph);
  for (const action of await actions.all(bench.graph))
    if (isDue(action, now, on)) await alone(bench, (behind) => carryOn(behind, action.id));
}

/** What another version proposed waits for that version, and holds up nothing else. */
function isDue(action: Action, now: Instant, isStopped: boolean): boolean {
  const spec = specs.find(({ id }) => id === action.action);
  return spec !== undefined && life.due(action, now, spec, isStopped) !== 'nothing';
}

const PATIENCE = seconds(30);

/**
 * The tenant is spoken to by one process at a time: two at once could each overwrite what the other did to an account.
 * Who cannot have it leaves the action where it is; the next run goes on.
 */
export async function alone(bench: Bench, work: (behind: Bench) => Promise<unknown>): Promise<void> {
  try {
    await underLease(bench.graph, 'respond', PATIENCE, (graph) => work({ ...bench, graph }));
  } catch (error) {
    if (!(error instanceof LeaseHeldError)) throw error;
    bench.log.warn({ why: error.message }, 'an action waits for another');
  }
}

async function recordDecision(
  bench: Bench,
  verb: 'approve' | 'deny',
  id: string,
  by: string,
  reason: string | undefined,
): Promise<Decision> {
  const now = bench.clock();
  return step(bench, id, by, verb === 'approve' ? 'approved' : 'denied', (action, spec) =>
    life.decide(action, { verdict: verb, ...(reason === undefined ? {} : { reason }) }, by, now, life.rulesOf(action, spec)),
  );
}

async function wantUndone(bench: Bench, id: string, by: string, reason = 'reverted'): Promise<Decision> {
  const now = bench.clock();
  return step(bench, id, by, 'reverting', (it, spec) => life.reverting(it, by, reason, now, spec), reason);
}

/** Does what is due until nothing is. Each step is kept before the next begins. */
async function carryOn(bench: Bench, id: string): Promise<void> {
  for (;;) {
    const action = await actions.byId(bench.graph, id);
    if (action === undefined) return;
    const now = bench.clock();
    const { on } = await killSwitch.read(bench.graph);
    const due = life.due(action, now, specOf(action), on);
    if (due === 'nothing' || !(await doStep(bench, action, due, now))) return;
  }
}

/** False when the step could not be taken now and is to be tried again later. */
async function doStep(bench: Bench, action: Action, due: Exclude<life.Due, 'nothing'>, now: Instant): Promise<boolean> {
  const spec = specOf(action);
  const tenant = tenantOf(bench);
  switch (due) {
    case 'expire':
      return kept(await step(bench, action.id, 'skein', 'expired', (it) => life.expire(it, now)));
    case 'rehearse':
      return attempt(bench, action, now, async () => {
        const snapshot = JSON.stringify(await spec.snapshot(tenant, action.target));
        return step(bench, action.id, 'skein', 'rehearsed', (it) => life.rehearsed(it, snapshot, now));
      });
    case 'execute':
      return kept(await step(bench, action.id, 'skein', 'executing', (it, _, isStopped) => life.execute(it, now, isStopped)));
    case 'resume':
      return attempt(bench, action, now, async () => {
        await spec.carryOut(tenant, action.target, snapshotOf(action));
        const check = await spec.verify(tenant, action.target, snapshotOf(action));
        if (check.isPending === true && life.maySettle(action, now)) return waiting(bench, action, check.says);
        return step(bench, action.id, 'skein', check.ok ? 'verified' : 'failed', (it) =>
          check.ok ? life.verified(it, check.says, now, spec) : life.failed(it, check.says, now),
        );
      });
    case 'revert':
      return revert(bench, action, action.reverting ?? { by: 'skein', reason: 'its time is over' }, now);
  }
}

async function revert(
  bench: Bench,
  action: Action,
  { by, reason }: { by: string; reason: string },
  now: Instant,
): Promise<boolean> {
  const spec = specOf(action);
  const tenant = tenantOf(bench);
  try {
    await spec.undo?.(tenant, action.target, snapshotOf(action));
    const check = await spec.verifyUndone?.(tenant, action.target, snapshotOf(action));
    if (check?.isPending === true && life.maySettle(action, now)) return kept(waiting(bench, action, check.says));
    if (check?.ok === false) throw new TenantError('refused', check.says);
    const says = check === undefined ? reason : `${reason}; ${check.says}`;
    return kept(await step(bench, action.id, by, 'reverted', (it) => life.reverted(it, by, says, now, spec)));
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    bench.log.warn({ action: action.id, trouble: error.trouble }, 'an action could not be reverted');
    // What its own time ends is tried again by itself; what a person asked for is answered.
    if (action.reverting === undefined || error.isPassing) return false;
    await step(bench, action.id, 'skein', 'not reverted', life.notReverted, error.message);
    return false;
  }
}

/** The tenant has taken it and is not done: the next run looks again. */
function waiting(bench: Bench, { id }: Action, says: string): 'later' {
  bench.log.info({ action: id, says }, 'an action is under way in the tenant');
  return 'later';
}

/** Trouble that passes leaves the action where it is; any other ends it as failed, with the tenant's words. */
async function attempt(bench: Bench, action: Action, now: Instant, work: () => Promise<Decision | 'later'>): Promise<boolean> {
  try {
    return kept(await work());
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    if (error.isPassing) {
      bench.log.warn({ action: action.id, trouble: error.trouble }, 'an action waits for the tenant');
      return false;
    }
    return kept(await step(bench, action.id, 'skein', 'failed', (it) => life.failed(it, error.message, now)));
  }
}

const kept = (decision: Decision | 'later'): boolean => decision !== 'later' && 'action' in decision;

/** One step under the action's lock: what `next` says of it as it is now, kept with its audit entry. */
export async function step(
  bench: Bench,
  id: string,
  by: string,
  what: string,
  next: (action: Action, spec: ActionSpec, isStopped: boolean) => Action | life.Refusal,
  details?: string,
): Promise<Decision> {
  const at = bench.clock();
  const moved = await actions.advance(bench.graph, id, (action, isStopped) => {
    const after = next(action, specOf(action), isStopped);
    if (life.isRefusal(after)) return { refusal: after };
    return { action: after, at, who: by, what, details: details ?? after.history.at(-1)?.says ?? '' };
  });
  if (moved === undefined) return noSuch(id);
  return 'refusal' in moved ? refused(moved.refusal) : { action: moved };
}

const noSuch = (id: string): Decision => ({
  refusal: { code: 'NOT_FOUND', message: `there is no action "${id}"; "actions" lists those there are` },
});
const refused = ({ code, says }: life.Refusal): Decision => ({ refusal: { code: codes[code], message: says } });

export const snapshotOf = (action: Action): Json =>
  action.snapshot === undefined ? null : (JSON.parse(action.snapshot) as Json);

function specOf(action: Action): ActionSpec {
  const spec = specs.find(({ id }) => id === action.action);
  if (spec === undefined)
    throw new Error(`there is no action called ${action.action} in this version; it was proposed by another`);
  return spec;
}
