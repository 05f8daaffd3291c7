// A graph to look for paths in: ten thousand people in teams, with the hubs that a company has. One address, one app and one
// country are everybody's; teams share a mailbox, files and an address; everybody has a device, an address, sessions. Incidents run
// through an address of their own, over days. A few people share nothing with anybody.

import { createRng } from '../../../seed/random.ts';
import type { Rng } from '../../../seed/random.ts';
import type { Graph, Query } from '../../../src/graph/graph.ts';
import { days, hours, minutes } from '../../../src/model/time.ts';
import type { Instant } from '../../../src/model/time.ts';

const PEOPLE = 10_000;
const TEAM = 20;
const SESSIONS = 4;
const FILES_OF_A_TEAM = 20;
const APPS = 40;
const STRANGERS = 100;
const INCIDENTS = 500;
const ROWS = 10_000;
const SINCE = days(20_400);
const SPAN = days(60);

export interface CrowdIncident {
  readonly people: readonly string[];
  readonly findings: readonly string[];
}

export interface Crowd {
  readonly office: string;
  readonly people: readonly string[];
  readonly strangers: readonly string[];
  readonly files: readonly string[];
  readonly incidents: readonly CrowdIncident[];
  readonly until: Instant;
}

const OFFICE = '198.51.100.1';
const userOf = (n: number): string => `person-${n}@contoso.test`;
const deviceOf = (n: number): string => `device-${n}`;
const homeOf = (n: number): string => `2001:db8:1::${n.toString(16)}`;
const sessionOf = (n: number, which: number): string => `session-${n}-${which}`;
const teamOf = (n: number): number => Math.floor(n / TEAM);
const teamAddressOf = (team: number): string => `2001:db8:2::${team.toString(16)}`;
const teamMailboxOf = (team: number): string => `team-${team}@contoso.test`;
const fileOf = (team: number, which: number): string => `file-${team}-${which}`;
const appOf = (n: number): string => `app-${n}`;
const strangerOf = (n: number): string => `stranger-${n}@contoso.test`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Fills an empty graph; the same each time. */
export async function crowd(graph: Graph, events: number, progress: (done: number) => void): Promise<Crowd> {
  await things(graph);
  const rng = createRng('bench/paths/crowd');
  const files = new Set<string>();
  for (let from = 0; from < events; from += ROWS) {
    const rows = numbers(Math.min(ROWS, events - from)).map((n) => acted(rng, from + n));
    await graph.run(save, { rows });
    for (const { file } of rows) if (file !== undefined) files.add(file);
    progress((from + rows.length) / events);
  }
  const incidents = numbers(INCIDENTS).map((n) => intrusion(rng, n));
  await graph.run(save, { rows: incidents.flatMap((it) => it.events) });
  await graph.run(saveFindings, { rows: incidents.flatMap((it) => it.findings) });
  await graph.run(link, { rows: incidents.flatMap((it) => it.links) });
  return {
    office: OFFICE,
    people: numbers(PEOPLE).map(userOf),
    strangers: numbers(STRANGERS).map(strangerOf),
    files: [...files],
    incidents: incidents.map(({ people, findings }) => ({ people, findings: findings.map(({ id }) => id) })),
    until: SINCE + SPAN,
  };
}

const statement = (text: string): Query<Record<string, unknown>, never> => ({ name: 'bench/crowd', mode: 'write', text });

async function things(graph: Graph): Promise<void> {
  const teams = numbers(PEOPLE / TEAM);
  const create = (label: string, key: string, values: readonly string[]) =>
    graph.run(statement(`UNWIND $values AS value CREATE (n:${label}) SET n.${key} = value`), { values });
  await create('User', 'id', [...numbers(PEOPLE).map(userOf), ...numbers(STRANGERS).map(strangerOf)]);
  await create('Device', 'id', [...numbers(PEOPLE).map(deviceOf), ...numbers(STRANGERS).map((n) => `stranger-device-${n}`)]);
  await create('Mailbox', 'address', [...numbers(PEOPLE).map(userOf), ...teams.map(teamMailboxOf)]);
  await create(
    'Session',
    'id',
    numbers(PEOPLE).flatMap((n) => numbers(SESSIONS).map((which) => sessionOf(n, which))),
  );
  await create(
    'File',
    'id',
    teams.flatMap((team) => numbers(FILES_OF_A_TEAM).map((which) => fileOf(team, which))),
  );
  await create('App', 'id', numbers(APPS).map(appOf));
  await create('Country', 'code', ['AT']);
  const addresses = [OFFICE, ...numbers(PEOPLE).map(homeOf), ...teams.map(teamAddressOf), ...numbers(INCIDENTS).map(intruderOf)];
  await create('IP', 'address', addresses);
  await graph.run(statement('MATCH (c:Country {code: "AT"}) MATCH (i:IP) CREATE (i)-[:IN]->(c)'), {});
  await graph.run(
    statement(`UNWIND $values AS value MATCH (u:User {id: value}) MATCH (m:Mailbox {address: value}) MATCH (a:App {id: $app})
               CREATE (u)-[:OWNS]->(m), (u)-[:USES {firstAt: $at, lastAt: $at}]->(a), (u)-[:READS {firstAt: $at, lastAt: $at}]->(m)`),
    { values: numbers(PEOPLE).map(userOf), app: appOf(0), at: SINCE },
  );
  await graph.run(
    statement(`UNWIND $values AS value MATCH (u:User {id: value.who}) MATCH (d:Device {id: value.device})
               CREATE (u)<-[:BY]-(:Event {id: value.who, at: $at, kind: 'signIn'})-[:FROM]->(d)`),
    { values: numbers(STRANGERS).map((n) => ({ who: strangerOf(n), device: `stranger-device-${n}` })), at: SINCE },
  );
}

/** What an event touches, by key; what it does not touch is absent. */
interface Row {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly who: string;
  readonly address: string;
  readonly device?: string;
  readonly session?: string;
  readonly mailbox?: string;
  readonly file?: string;
  readonly app: string;
}

const save = statement(`
  UNWIND $rows AS row
  MATCH (u:User {id: row.who})
  MATCH (i:IP {address: row.address})
  MATCH (a:App {id: row.app})
  OPTIONAL MATCH (d:Device {id: row.device})
  OPTIONAL MATCH (s:Session {id: row.session})
  OPTIONAL MATCH (m:Mailbox {address: row.mailbox})
  OPTIONAL MATCH (f:File {id: row.file})
  CREATE (e:Event {id: row.id, at: row.at, kind: row.kind}), (e)-[:BY]->(u), (e)-[:FROM]->(i), (e)-[:TO]->(a)
  FOREACH (n IN CASE WHEN d IS NULL THEN [] ELSE [d] END | CREATE (e)-[:FROM]->(n))
  FOREACH (n IN CASE WHEN s IS NULL THEN [] ELSE [s] END | CREATE (e)-[:FROM]->(n))
  FOREACH (n IN CASE WHEN m IS NULL THEN [] ELSE [m] END | CREATE (e)-[:ON]->(n))
  FOREACH (n IN CASE WHEN f IS NULL THEN [] ELSE [f] END | CREATE (e)-[:ON]->(n))`);

/** Everybody's first is from the office, so that everybody was there. */
function acted(rng: Rng, n: number): Row {
  const who = n % PEOPLE;
  const team = teamOf(who);
  const address = n < PEOPLE || rng.chance(0.3) ? OFFICE : rng.chance(0.3) ? teamAddressOf(team) : homeOf(who);
  const base = {
    id: `event-${n}`,
    at: SINCE + rng.int(0, SPAN),
    who: userOf(who),
    address,
    session: sessionOf(who, rng.int(0, SESSIONS - 1)),
  };
  const kind = rng.pick(['signIn', 'mailAccess', 'fileAccess'] as const);
  const app = appOf(rng.chance(0.8) ? 0 : rng.int(1, APPS - 1));
  if (kind === 'signIn') return { ...base, kind, app, device: deviceOf(who) };
  if (kind === 'mailAccess') return { ...base, kind, app, mailbox: rng.chance(0.2) ? teamMailboxOf(team) : userOf(who) };
  return { ...base, kind, app, file: fileOf(team, rng.int(0, FILES_OF_A_TEAM - 1)) };
}

const intruderOf = (n: number): string => `2001:db8:3::${n.toString(16)}`;

const saveFindings = statement(`
  UNWIND $rows AS row
  MATCH (u:User {id: row.who})
  MATCH (i:IP {address: row.address})
  MATCH (e:Event {id: row.event})
  CREATE (f:Finding {id: row.id, at: row.at, title: row.title}), (f)-[:BECAUSE]->(e), (f)-[:ABOUT {role: 'actor'}]->(u), (f)-[:ABOUT {role: 'place'}]->(i)`);

const link = statement(`
  UNWIND $rows AS row
  MATCH (a:Finding {id: row.from})
  MATCH (b:Finding {id: row.to})
  CREATE (a)-[:LINKED {key: row.key, mechanism: 'address', weight: 0.5, because: 'the same address'}]->(b)`);

/** Two to five people, one after another, from one address; a finding each time, hours or days apart. */
function intrusion(rng: Rng, number: number) {
  const people = numbers(rng.int(2, 5)).map((step) => userOf((number * 17 + step * 1_931) % PEOPLE));
  let at = SINCE + rng.int(0, SPAN / 3);
  const steps = [...people, ...people].map((who, step) => {
    at += hours(1) + rng.int(0, days(3));
    const event: Row = {
      ...{ id: `intrusion-${number}-${step}`, at, kind: 'signIn', who, address: intruderOf(number), app: appOf(0) },
    };
    const finding = {
      id: `finding-${number}-${step}`,
      at: at + minutes(1),
      title: 'From a new place',
      who,
      address: intruderOf(number),
      event: event.id,
    };
    return { event, finding };
  });
  const findings = steps.map(({ finding }) => finding);
  const links = findings.slice(1).map(({ id }, step) => ({ key: `${number}/${step}`, from: findings[step]?.id ?? '', to: id }));
  return { people, events: steps.map(({ event }) => event), findings, links };
}
