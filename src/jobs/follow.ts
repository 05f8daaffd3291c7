// What was done to a campaign is done to what joins it later, as long as it stands: the same action, on more copies.
//
// What came later is kept with the action before anything is done to it, so that a process that dies in between leaves no
// copy that a revert would forget, and the next run goes on.

import * as actions from '../graph/actions.ts';
import * as campaigns from '../graph/campaigns.ts';
import * as killSwitch from '../graph/kill-switch.ts';
import type { Action } from '../model/action.ts';
import { TenantError } from '../respond/action.ts';
import type { ActionSpec, Json } from '../respond/action.ts';
import * as life from '../respond/life.ts';
import type { Bench } from './job.ts';
import { alone, snapshotOf, specs, step } from './respond.ts';
import { tenantOf } from './tenant.ts';

/** Standing actions looked at in one run, the newest first; copies that are done to in one run. */
const MOST_ACTIONS = 100;
const MOST_COPIES = 2_000;

type Following = ActionSpec & Required<Pick<ActionSpec, 'extend'>>;

const specOf = ({ action, target }: Action): Following | undefined =>
  specs.find((spec): spec is Following => spec.id === action && spec.extend !== undefined && target.label === 'Campaign');

/** Does to new copies what was done to their campaigns; answers how many they were. */
export async function followCampaigns(bench: Bench): Promise<number> {
  const { on } = await killSwitch.read(bench.graph);
  const standing = (await actions.all(bench.graph))
    .filter((action) => specOf(action) !== undefined && life.mayFollow(action, bench.mode, on))
    .slice(0, MOST_ACTIONS);
  let done = 0;
  for (const { id } of standing)
    if (done < MOST_COPIES)
      await alone(bench, async (behind) => {
        done += await follow(behind, id, MOST_COPIES - done);
      });
  if (done > 0) bench.log.info({ copies: done }, 'copies that came later were done to as their campaigns');
  return done;
}

async function follow(bench: Bench, id: string, most: number): Promise<number> {
  const action = await actions.byId(bench.graph, id);
  const spec = action === undefined ? undefined : specOf(action);
  if (action === undefined || spec === undefined) return 0;
  try {
    const begun = action.following === undefined ? await begin(bench, action, spec, most) : action;
    return begun === undefined ? 0 : await finish(bench, begun, spec);
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    bench.log.warn({ action: id, trouble: error.trouble }, 'what came later waits for the tenant');
    if (!error.isPassing) await end(bench, action, 0, error.message);
    return 0;
  }
}

/** Keeps what came later with the action; undefined where nothing did, or where it may not be done to. */
async function begin(bench: Bench, action: Action, spec: Following, most: number): Promise<Action | undefined> {
  const campaign = await campaigns.one(bench.graph, action.target.key);
  if (campaign === undefined || campaign.kind === 'bulk') return undefined;
  if (life.isAlone(action) && campaign.conviction === undefined) return undefined;
  const more = await spec.extend(tenantOf(bench), action.target, snapshotOf(action), most);
  if (more === undefined) return undefined;

  const [snapshot, added] = [JSON.stringify(more.snapshot), JSON.stringify(more.added)];
  const at = bench.clock();
  const kept = await step(
    ...([bench, action.id, 'skein', 'following'] as const),
    (it, _, isStopped) => mayGoOn(it, bench, isStopped) ?? life.following(it, snapshot, added, at),
    `${more.count} more came to the campaign`,
  );
  return 'action' in kept ? kept.action : undefined;
}

async function finish(bench: Bench, action: Action, spec: Following): Promise<number> {
  const { on } = await killSwitch.read(bench.graph);
  if (action.following === undefined || mayGoOn(action, bench, on) !== undefined) return 0;
  const tenant = tenantOf(bench);
  const added = JSON.parse(action.following.snapshot) as Json;
  await spec.carryOut(tenant, action.target, added);
  const check = await spec.verify(tenant, action.target, added);
  if (check.isPending === true && life.maySettle(action, bench.clock())) return 0;
  const count = check.count ?? 0;
  await end(bench, action, count, `${check.says} more`);
  return count;
}

async function end(bench: Bench, { id, following }: Action, copies: number, says: string): Promise<void> {
  if (following === undefined) return;
  const at = bench.clock();
  await step(bench, id, 'skein', 'followed', (it) => life.followed(it, copies, at), says);
}

const mayGoOn = (action: Action, { mode }: Bench, isStopped: boolean): life.Refusal | undefined =>
  life.mayFollow(action, mode, isStopped)
    ? undefined
    : {
        kind: 'refusal',
        code: isStopped ? 'killSwitch' : 'illegalTransition',
        says: 'it no longer stands, or may not go on by itself',
      };
