// The tenant that actions are carried out on: the one of Microsoft 365 that is set, else a simulated one over whatever the
// graph holds.
//
// Of mail it sees the copies in mailboxes of the organisation, and none in a break-glass account's: what is not seen can
// neither be changed nor counted.

import * as actions from '../graph/actions.ts';
import * as campaigns from '../graph/campaigns.ts';
import type { Graph } from '../graph/graph.ts';
import * as history from '../graph/mail-history.ts';
import * as mails from '../graph/mails.ts';
import { queries } from '../graph/queries.gen.ts';
import { isHomeAddress } from '../mail/home.ts';
import type { EntityRef } from '../model/finding.ts';
import { thingOf } from '../model/finding.ts';
import type { Json, Tenant, TenantUser } from '../respond/action.ts';
import { extentOf } from '../respond/copies.ts';
import type { CopyRef, Extent } from '../respond/copies.ts';
import type { GraphNames } from '../tenant/graph-directory.ts';
import { simulatedTenant } from '../tenant/simulated.ts';
import type { Directory, ObjectStore } from '../tenant/simulated.ts';
import type { Bench } from './job.ts';

export function tenantOf(bench: Bench): Tenant {
  if (bench.microsoft !== undefined) return bench.microsoft.tenant(namesOf(bench));
  return simulatedTenant({ store: storeOf(bench.graph), directory: directoryOf(bench), now: bench.clock });
}

function namesOf(bench: Bench): GraphNames & Pick<Tenant, 'copiesOf'> {
  const { graph } = bench;
  const ours = homeOf(bench);
  return {
    account: async (id) => (await knownUser(graph, id))?.names,
    rule: (id) => knownRule(graph, id),
    copiesOf: (target) => copiesOf(bench, target, ours),
  };
}

function storeOf(graph: Graph): ObjectStore {
  const store = actions.simulatedStore(graph);
  return {
    async get(id) {
      const state = await store.get(id);
      return state === undefined ? undefined : parsed(state);
    },
    put: (id, value) => store.put(id, JSON.stringify(value)),
    getAll: async (ids) => new Map([...(await store.getAll(ids))].map(([id, state]) => [id, parsed(state)])),
    putAll: (values) => store.putAll(new Map([...values].map(([id, value]) => [id, JSON.stringify(value)]))),
  };
}

// Written by the simulated tenant and by nothing else.
const parsed = (text: string): Json => JSON.parse(text) as Json;

function directoryOf(bench: Bench): Directory {
  const { graph } = bench;
  const ours = homeOf(bench);
  return {
    user: (id) => knownUser(graph, id),
    rule: (id) => knownRule(graph, id),
    copies: (target) => copiesOf(bench, target, ours),
    hasCopies: (copies) => hasCopies(graph, copies),
  };
}

async function knownUser(graph: Graph, id: string) {
  const [row] = await graph.run(queries.actions.knownUser, { id });
  if (row === undefined) return undefined;
  return { name: id, kind: (row.kind ?? 'person') as TenantUser['kind'], names: [id, ...row.names] };
}

async function knownRule(graph: Graph, id: string) {
  const [row] = await graph.run(queries.actions.knownRule, { id });
  return row === undefined ? undefined : { mailbox: row.mailbox ?? '', name: row.name ?? '', removed: row.change === 'removed' };
}

type Home = () => Promise<ReadonlySet<string>>;

/** The organisation's own domains, found out once and only if they are asked for. */
function homeOf({ graph, homeDomains }: Bench): Home {
  let found: Promise<ReadonlySet<string>> | undefined;
  const find = async () => new Set(homeDomains.length > 0 ? homeDomains : await history.homeDomains(graph));
  return () => (found ??= find());
}

async function copiesOf(bench: Bench, { label, key }: EntityRef, home: Home): Promise<readonly CopyRef[] | undefined> {
  const { graph } = bench;
  const all = label === 'Campaign' ? await campaigns.copies(graph, key) : await mails.copies(graph, key);
  if (all.length === 0) return undefined;
  const ours = await home();
  return untouched(bench, ours.size === 0 ? all : all.filter(({ recipient }) => isHomeAddress(ours, recipient)));
}

/** Without those of break-glass accounts, by whatever name the record calls them. */
async function untouched({ graph, breakGlass = [] }: Bench, copies: readonly CopyRef[]): Promise<readonly CopyRef[]> {
  if (breakGlass.length === 0) return copies;
  const names = breakGlass.map((name) => name.toLowerCase());
  const recipients = [...new Set(copies.map(({ recipient }) => recipient))];
  const rows = await graph.run(queries.actions.whose, { names: [...names, ...recipients] });
  const whose = new Map(rows.map(({ name, user }) => [name, user]));
  const kept = new Set([...names, ...names.flatMap((name) => whose.get(name) ?? [])]);
  return copies.filter(({ recipient }) => !kept.has(recipient.toLowerCase()) && !kept.has(whose.get(recipient) ?? recipient));
}

async function hasCopies(graph: Graph, copies: readonly CopyRef[]): Promise<readonly boolean[]> {
  const messages = [...new Set(copies.map(({ message }) => message))];
  const rows = await graph.run(queries.actions.knownCopies, { messages });
  const known = new Map(rows.map(({ message, recipients }) => [message, new Set(recipients)]));
  return copies.map(({ message, recipient }) => known.get(message)?.has(recipient) ?? false);
}

/** Of one run; of what is beyond, nothing is said. */
const MOST_EXTENTS = 50;

/** How many copies there are of each of some messages and campaigns; undefined of what is no mail. */
export async function extentsOf(bench: Bench, targets: readonly EntityRef[]): Promise<(target: EntityRef) => Extent | undefined> {
  const mail = new Map(targets.filter(({ label }) => label === 'Email' || label === 'Campaign').map((it) => [thingOf(it), it]));
  const home = homeOf(bench);
  const extents = new Map<string, Extent>();
  for (const [thing, target] of [...mail].slice(0, MOST_EXTENTS)) {
    const copies = await copiesOf(bench, target, home);
    if (copies !== undefined) extents.set(thing, extentOf(copies));
  }
  return (target) => extents.get(thingOf(target));
}
