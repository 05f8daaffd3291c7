// The verbs of the pipeline as commands. Results on stdout, the story on stderr; 0 fine, 1 could not, 2 misused.

import { Command, CommanderError, Option } from 'commander';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addMailCommands } from './cli-mail.ts';
import { ConfigError, peersEngines } from './config.ts';
import type { PeersEngine } from './config.ts';
import { deskOf, Misuse, withDatabase } from './desk.ts';
import type { Desk } from './desk.ts';
import { digest } from './graph/digest.ts';
import * as actions from './graph/actions.ts';
import * as findings from './graph/findings.ts';
import { GdsError } from './graph/gds.ts';
import { GraphUnavailableError, QueryError } from './graph/graph.ts';
import type { Graph } from './graph/graph.ts';
import * as identities from './graph/identities.ts';
import * as incidents from './graph/incidents.ts';
import type { StandingIncident } from './graph/incidents.ts';
import * as keys from './graph/keys.ts';
import { MigrationError } from './graph/migrations.ts';
import { emptyLocal } from './graph/local.ts';
import * as notes from './graph/notes.ts';
import type { Database } from './graph/open.ts';
import * as peers from './graph/peers.ts';
import { sourceIds } from './ingest/read.ts';
import { benchOf } from './jobs/bench-of.ts';
import { demonstrate } from './jobs/demo.ts';
import { diagnose } from './jobs/doctor.ts';
import { openGeography } from './jobs/geography.ts';
import { ingest, mappingsOf, replay, takeUp } from './jobs/ingest.ts';
import type { Counts } from './jobs/ingest.ts';
import { forgetIntake } from './jobs/intake/forget.ts';
import { JournalError } from './jobs/intake/journal.ts';
import { createKey, scopes } from './jobs/keys.ts';
import type { Scope } from './jobs/keys.ts';
import { LeaseHeldError } from './jobs/lease.ts';
import * as life from './jobs/life.ts';
import { overview } from './jobs/overview.ts';
import type { JobOverview } from './jobs/overview.ts';
import { compare, groupsInWords, membersIn } from './jobs/peers.ts';
import { run } from './jobs/pipeline.ts';
import { runJob } from './jobs/job.ts';
import type * as Seeding from './jobs/seed.ts';
import type { Bench } from './jobs/job.ts';
import { carryOutDue, decide } from './jobs/respond.ts';
import type { Verb } from './jobs/respond.ts';
import { timetable } from './jobs/timetable.ts';
import { serveUntilStopped } from './main.ts';
import { entityLabels } from './model/graph.ts';
import type { EntityLabel } from './model/graph.ts';
import { minutes, rfc3339 } from './model/time.ts';
import type { Instant } from './model/time.ts';
import { markdown } from './narrate/render.ts';
import { MailModelError } from './tenant/mail-models.ts';
import { MappingError } from './tenant/mappings.ts';
import { PathError } from './tenant/telemetry.ts';
import { ZoneError } from './tenant/zone.ts';
import { harmless, progress, table, wrapped } from './terminal.ts';
import type { Way } from './terminal.ts';
import { actionView, entityView, findingView, incidentView, keyView, jobView, lifeLines, memberView } from './view.ts';

interface Flags {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly once?: boolean;
  readonly yes?: boolean;
  readonly now?: string;
  readonly source?: string;
  readonly replay?: string;
  readonly scope?: readonly Scope[];
  readonly name?: string;
  readonly label?: EntityLabel;
  readonly engine?: PeersEngine;
  readonly reason?: string;
  readonly as?: string;
  readonly seeds?: string;
  readonly people?: string;
  readonly records?: string;
  readonly days?: string;
  readonly seed?: string;
  readonly programmes?: string;
  readonly perFamily?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly start?: string;
  readonly messages?: string;
  readonly faults?: boolean;
  readonly out?: string;
  readonly stream?: boolean;
  readonly pace?: string;
}

const clock = (): Instant => Date.now();

const benchFor = ({ config, log }: Desk, { graph }: Database): Bench => benchOf(config, graph, log, clock);

const elapsed = (since: number): number => Math.round(performance.now() - since) / 1_000;
const begun = performance.now() - process.uptime() * 1_000;

async function ingestCommand(paths: readonly string[], flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const { source, replay: rejects } = flags;
  const known = [...sourceIds, ...mappingsOf(desk.config.home).map(({ id }) => id)];
  if (source !== undefined && !known.includes(source))
    throw new Misuse(`there is no source "${source}"; there are: ${known.join(', ')}`);
  if ((rejects === undefined) === (paths.length === 0))
    throw new Misuse('name what to read: files, folders, - for stdin; or --replay with a file of rejects or "all"');
  const bar = progress(desk.log, 'reading records');
  const around = { ...(await surroundingsOf(desk)), progress: (written: number, way?: Way) => bar.tell(written, way) };
  const counts = await withDatabase(desk, ({ graph }) =>
    rejects === undefined
      ? ingest(graph, { ...around, paths, ...(source === undefined ? {} : { source }) })
      : replay(graph, { ...around, file: rejects }),
  );
  bar.end();
  sayCounts(desk, counts);
  desk.next('npm run skein -- run');
}

/** What reading records takes beside the records. */
async function surroundingsOf({ config, log }: Desk) {
  const { home, geoip } = config;
  const lookup = await openGeography({
    ...(geoip.city === undefined ? {} : { cityDb: geoip.city }),
    ...(geoip.asn === undefined ? {} : { asnDb: geoip.asn }),
  });
  return { home, lookup, mappings: mappingsOf(home), clock, log };
}

function sayCounts(desk: Desk, { read, new: fresh, duplicate, rejected, rejects }: Counts): void {
  desk.say(
    { read, new: fresh, duplicate, rejected, seconds: elapsed(begun), ...(rejects === undefined ? {} : { rejects }) },
    `${read} read: ${fresh} new, ${duplicate} duplicate, ${rejected} rejected${rejects === undefined ? '' : ` (${rejects})`}`,
  );
}

async function runCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const now = flags.now === undefined ? undefined : instantOf(flags.now);
  const report = await withDatabase(desk, async (database) => {
    const bench = benchFor(desk, database);
    await takeUp(database.graph, await surroundingsOf(desk));
    const done = await run(bench, now);
    // What the policy lets the machine do alone is approved by now; whatever needs a person waits.
    await carryOutDue(bench);
    return done;
  });
  desk.say(
    { ...report, seconds: elapsed(begun) },
    `${report.events} new events judged; ${report.findings} findings stand in ${report.incidents} incidents`,
  );
  desk.next('npm run skein -- incidents');
}

function instantOf(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Misuse(`--now: "${text}" is no time; write it like 2026-01-13T04:00:00Z`);
  return at;
}

async function incidentsCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await withDatabase(desk, async ({ graph }) => {
    const standing = await incidents.standing(graph, flags.all === true);
    if (desk.json) await listIncidents(desk, graph, standing);
    else desk.say(undefined, queue(standing));
    desk.next(standing[0] === undefined ? 'npm run skein -- ingest PATH' : `npm run skein -- incident ${standing[0].id}`);
  });
}

/** Incidents as programs read them, one a line with the findings it holds. */
async function listIncidents(desk: Desk, graph: Graph, standing: readonly StandingIncident[]): Promise<void> {
  const byId = new Map((await findings.standing(graph)).map((finding) => [finding.id, finding]));
  for (const incident of standing) desk.say(incidentView(incident, byId), '');
}

/** The queue as people read it: what waits together in the background is one line at the end. */
function queue(standing: readonly StandingIncident[]): string {
  const shown = standing.filter(({ background }) => !background);
  const waiting = standing.length - shown.length;
  if (standing.length === 0) return 'No incidents.';
  const rows = shown.map((incident) => [
    incident.id,
    String(incident.score),
    `${incident.escalation.band} ${percent(incident.escalation.probability)}`,
    `${rfc3339(incident.firstAt).slice(0, 16)}Z`,
    `${rfc3339(incident.lastAt).slice(0, 16)}Z`,
    String(incident.findings.length),
    mainActor(incident),
    incident.title,
  ]);
  const listing =
    rows.length === 0 ? 'No incidents.' : table(['ID', 'SCORE', 'ESCALATION', 'FIRST', 'LAST', 'FINDINGS', 'WHO', 'WHAT'], rows);
  return waiting === 0 ? listing : `${listing}\n${waiting} quiet ones wait in the background (--json shows them).`;
}

const percent = (probability: number): string => `${(probability * 100).toFixed(probability < 0.1 ? 1 : 0)} %`;
const mainActor = ({ involves }: StandingIncident): string => involves.find(({ role }) => role === 'actor')?.key ?? '';

async function incidentCommand(id: string, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await withDatabase(desk, async ({ graph }) => {
    const incident = await incidents.byId(graph, id);
    if (incident === undefined) throw new Misuse(`there is no incident "${id}"; "incidents" lists those there are`);
    const held = new Map((await findings.byIds(graph, incident.findings)).map((finding) => [finding.id, finding]));
    desk.say(incidentView(incident, held), account(incident));
    desk.next('npm run skein -- actions');
  });
}

function account(incident: StandingIncident): string {
  const { id, score, status, escalation, narrative, findings: ids, related = [] } = incident;
  const reasons = escalation.contributions
    .toSorted((a, b) => Math.abs(b.logit) - Math.abs(a.logit))
    .slice(0, 6)
    .map(({ says, logit }) => `- ${logit > 0 ? '+' : '−'}${Math.abs(logit).toFixed(2)}  ${says}`);
  const head = `${id}  score ${score}  ${status}  escalation ${percent(escalation.probability)} (${escalation.band}), peak ${percent(escalation.peak.probability)}`;
  const others = related.map(({ id: other, weight, because }) => `- ${other}  ${percent(weight)}  ${because}`);
  const beside = others.length === 0 ? '' : `\n## Related incidents\n\n${others.join('\n')}\n`;
  return harmless(
    wrapped(`${head}\n\n${markdown(narrative, ids)}\n## Why this likely (log-odds)\n\n${reasons.join('\n')}\n${beside}`),
  );
}

async function findingsCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await withDatabase(desk, async ({ graph }) => {
    const standing = await findings.standing(graph);
    if (desk.json) for (const finding of standing) desk.say(findingView(finding), '');
    else
      desk.say(
        undefined,
        table(
          ['AT', 'SEVERITY', 'DETECTION', 'WHO', 'SAYS'],
          standing.map((finding) => [
            `${rfc3339(finding.at).slice(0, 16)}Z`,
            finding.severity,
            finding.detection,
            finding.about.find(({ role }) => role === 'actor')?.key ?? '',
            finding.says,
          ]),
          90,
        ),
      );
    desk.next('npm run skein -- incidents');
  });
}

async function entitiesCommand(id: string | undefined, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  if (id !== undefined) {
    await entityCommand(desk, id, flags.label);
    return;
  }
  await withDatabase(desk, async ({ graph }) => {
    const known = await identities.entities(graph);
    if (desk.json) for (const entity of known) desk.say(entityView(entity), '');
    else
      desk.say(
        undefined,
        table(
          ['LABEL', 'KEY', 'NAMES', 'FIRST', 'LAST'],
          known.map(({ label, key, names, firstAt, lastAt }) => [
            label,
            key,
            names.join(' '),
            rfc3339(firstAt).slice(0, 16),
            rfc3339(lastAt).slice(0, 16),
          ]),
        ),
      );
  });
}

/** One entity and what was learned of it. */
async function entityCommand(desk: Desk, id: string, label: EntityLabel | undefined): Promise<void> {
  await withDatabase(desk, async ({ graph }) => {
    const [about, ...alike] = await life.learnedOf(graph, id, label);
    if (desk.json) for (const line of lifeLines(about)) desk.say(line, '');
    else desk.say(undefined, harmless(wrapped(life.inWords(about))));
    for (const other of alike)
      desk.next(`npm run skein -- entities '${harmless(id)}' --label ${other.label}   (is another of that name)`);
  });
}

async function peersCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const engine = flags.engine ?? (desk.config.peersEngine === 'gds' ? 'gds' : undefined);
  await withDatabase(desk, async ({ graph }) => {
    const compared = engine === undefined ? undefined : await compare(graph, engine);
    const members = compared === undefined ? await peers.now(graph) : membersIn(compared);
    if (desk.json) for (const member of members) desk.say(memberView(member), '');
    else desk.say(undefined, harmless(wrapped(groupsInWords(members))));
    if (compared !== undefined)
      desk.next(
        `made by ${compared.engine} of ${compared.ties} ties, and not stored; for the ${compared.common} people who are in a stored group as well, the two are alike by ${compared.likeness.toFixed(2)} (adjusted Rand index)`,
      );
  });
}

async function actionsCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await withDatabase(desk, async ({ graph }) => {
    const all = await actions.all(graph);
    if (desk.json) for (const action of all) desk.say(actionView(action), '');
    else if (all.length === 0) desk.say(undefined, 'No actions.');
    else
      desk.say(
        undefined,
        table(
          ['ID', 'STATUS', 'WHAT', 'TARGET', 'INCIDENT', 'WHY'],
          all.map(({ id, status, title, target, incident, because }) => [id, status, title, target.key, incident, because]),
        ),
      );
    const waiting = all.find(({ status }) => status === 'proposed');
    if (waiting !== undefined) desk.next(`npm run skein -- approve ${waiting.id}   (or deny)`);
  });
}

async function evaluateCommand(suite: string | undefined, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  // Only this command needs the suites and the invented tenant they run on.
  const { evaluate, suiteIds } = await import('./jobs/evaluate.ts');
  if (suite !== undefined && !suiteIds.includes(suite))
    throw new Misuse(`there is no suite "${suite}"; there are: ${suiteIds.join(', ')}`);
  const bar = progress(desk.log, 'tenants judged');
  const size = (['seeds', 'people', 'days'] as const).flatMap((name) =>
    flags[name] === undefined ? [] : [[name, wholeNumber(flags[name], `--${name}`, 1)] as const],
  );
  const figures = await evaluate({
    ...(suite === undefined ? {} : { suite }),
    size: Object.fromEntries(size),
    progress: (_, done, of) => bar.tell(done, { done, total: of }),
  });
  bar.end();
  if (desk.json) for (const figure of figures) desk.say(figure, '');
  else
    desk.say(
      undefined,
      table(
        ['SUITE', 'FIGURE', 'VALUE', '95 %', 'COUNTS', 'UNIT'],
        figures.map(({ suite: id, name, value, low, high, says, unit }) => [
          id,
          name,
          value.toFixed(2),
          `${low.toFixed(2)} to ${high.toFixed(2)}`,
          says,
          unit,
        ]),
        60,
      ),
    );
}

async function seedCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  // Only this command, the demo and the measurements need the invented tenant.
  const seeding = await import('./jobs/seed.ts');
  if ((flags.out === undefined) === (flags.stream === undefined)) throw new Misuse('seed: either --out DIRECTORY or --stream');
  try {
    const options = seeding.optionsOf(flags);
    if (flags.out === undefined) {
      const pace = flags.pace === undefined ? Infinity : wholeNumber(flags.pace, '--pace', 1);
      const count = await seeding.seedStream(options, { to: process.stdout, pace, clock });
      desk.next(`${count.toLocaleString('en')} records`);
    } else seedInto(desk, flags.out, options, seeding.seedFolder);
  } catch (error) {
    if (error instanceof seeding.SeedOptionError) throw new Misuse(error.message);
    throw error;
  }
}

function seedInto(
  desk: Desk,
  out: string,
  options: ReturnType<typeof Seeding.optionsOf>,
  seedFolder: typeof Seeding.seedFolder,
): void {
  if (existsSync(out) && readdirSync(out).length > 0) throw new Misuse(`--out: ${out} is not empty; name a new directory`);
  const since = performance.now();
  const bar = progress(desk.log, 'days told');
  const told = seedFolder(out, options, (index) => bar.tell(index + 1, { done: index + 1, total: options.days }));
  bar.end();
  const { records: bySource, firstAt, lastAt, truths, files } = told;
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  const records = Object.values(bySource).reduce((sum, count) => sum + count, 0);
  desk.say(
    { records, bySource, files, truths, firstAt: rfc3339(firstAt), lastAt: rfc3339(lastAt), seconds },
    [
      `${records.toLocaleString('en')} records of ${options.people} people over ${options.days} days in ${seconds} s; ${truths} of them belong to programmes`,
      ...Object.entries(bySource).map(([source, count]) => `  ${source.padEnd(14)} ${count.toLocaleString('en')}`),
    ].join('\n'),
  );
  desk.next(`npm run skein -- ingest ${join(out, 'records')}   (what really happened is in ${join(out, 'truth.json')})`);
}

async function benchCommand(name: string | undefined, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  // As for `evaluate`; and what is measured is a database of its own, whatever NEO4J_URI names.
  const { benchIds, measureSpeed } = await import('./jobs/bench.ts');
  if (name !== undefined && !benchIds.includes(name))
    throw new Misuse(`there is no bench "${name}"; there are: ${benchIds.join(', ')}`);
  const bar = progress(desk.log, 'records measured');
  const measured = measureSpeed({
    ...(name === undefined ? {} : { name }),
    ...(flags.records === undefined ? {} : { size: wholeNumber(flags.records, '--records', 0) }),
    home: desk.config.home,
    log: desk.log,
    progress: (done, of) => bar.tell(done, { done, total: of }),
  });
  for await (const { says, ...figures } of measured) {
    bar.end();
    desk.say(figures, [`${figures.name}: ${says[0] ?? ''}`, ...says.slice(1).map((line) => `  ${line}`)].join('\n'));
  }
}

function wholeNumber(text: string | undefined, flag: string, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Misuse(`${flag}: "${text}" is no whole number above 0`);
  return number;
}

/** `jobs` shows them all, `jobs run NAME` runs one now. */
async function jobsCommand(verb: string | undefined, name: string | undefined, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  if (verb !== undefined) await runJobNow(desk, verb, name);
  else
    await withDatabase(desk, async ({ graph }) => {
      const all = await overview(graph, desk.config.schedule, clock());
      if (desk.json) for (const job of all) desk.say(jobView(job), '');
      else desk.say(undefined, jobsTable(all));
    });
}

async function runJobNow(desk: Desk, verb: string, name: string | undefined): Promise<void> {
  const job = timetable.find((it) => it.name === name);
  if (verb !== 'run' || job === undefined)
    throw new Misuse(`say "jobs", or "jobs run NAME" with one of ${timetable.map((it) => it.name).join(', ')}`);
  const { outcome, says } = await withDatabase(desk, (database) =>
    runJob(benchFor(desk, database), job, { patience: minutes(10) }),
  );
  desk.say({ job: job.name, outcome, says, seconds: elapsed(begun) }, `${job.name} ${outcome}: ${says}`);
  if (outcome !== 'done') process.exitCode = 1;
}

const jobsTable = (all: readonly JobOverview[]): string =>
  table(
    ['JOB', 'WHAT', 'WHEN (UTC)', 'NEXT', 'LAST RUN', 'HOW IT WENT'],
    all.map(({ name, title, every, next, runs: [last] }) => [
      name,
      title,
      every,
      next === undefined ? 'never' : `${rfc3339(next).slice(0, 16)}Z`,
      last === undefined ? 'never' : `${rfc3339(last.startedAt).slice(0, 19)}Z`,
      last === undefined ? '' : `${last.outcome}${last.says === undefined ? '' : `: ${last.says}`}`,
    ]),
    60,
  );

const decisionCommand =
  (verb: Verb) =>
  async (id: string, flags: Flags): Promise<void> => {
    const desk = deskOf(flags);
    await withDatabase(desk, async (database) => {
      const decision = await decide(benchFor(desk, database), verb, id, flags.as ?? 'local', flags.reason);
      if ('refusal' in decision) throw new Misuse(decision.refusal.message);
      const { action } = decision;
      const last = action.history.at(-1);
      desk.say(
        actionView(action),
        `${action.title} for ${harmless(action.target.key)}: ${action.status}${last === undefined ? '' : ` (${last.says})`}`,
      );
    });
  };

async function keyCreateCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const key = await withDatabase(desk, ({ graph }) =>
    createKey(graph, { scopes: flags.scope ?? ['ingest'], name: flags.name ?? '' }, clock()),
  );
  desk.say(key, `${key.key}\nThis is the only time it is shown. It may: ${key.scopes.join(', ')}.`);
  desk.next(
    'curl -H "Authorization: Bearer KEY" -H "Content-Type: application/x-ndjson" -T FILE.jsonl -X POST URL/v1/ingest/auto',
  );
}

async function keyListCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const time = (at: Instant | undefined): string => (at === undefined ? '' : rfc3339(at));
  await withDatabase(desk, async ({ graph }) => {
    const all = await keys.all(graph);
    if (desk.json) for (const key of all) desk.say(keyView(key), '');
    else if (all.length === 0) desk.say(undefined, 'No keys.');
    else
      desk.say(
        undefined,
        table(
          ['ID', 'NAME', 'MAY', 'CREATED', 'LAST USED', 'REVOKED'],
          all.map((key) => [
            key.id,
            key.name,
            key.scopes.join(' '),
            time(key.createdAt),
            time(key.lastUsedAt),
            time(key.revokedAt),
          ]),
        ),
      );
    if (all.length === 0) desk.next('npm run skein -- key create');
  });
}

async function keyRevokeCommand(id: string, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await withDatabase(desk, async ({ graph }) => {
    const revokedAt = await keys.revoke(graph, id, clock());
    if (revokedAt === undefined) throw new Misuse(`there is no key "${id}"; "key list" lists those there are`);
    desk.say({ id, revokedAt: rfc3339(revokedAt) }, `${id} has been revoked; a running "up" knows within 15 seconds.`);
  });
}

async function digestCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const hash = await withDatabase(desk, ({ graph }) => digest(graph));
  desk.say({ digest: hash }, hash);
}

async function doctorCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  const checks = await diagnose(desk.config, desk.log);
  for (const check of checks)
    desk.say(
      check,
      `${check.ok ? 'ok  ' : 'BAD '} ${check.what}: ${check.says}${check.mend === undefined ? '' : `\n     → ${check.mend}`}`,
    );
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function resetCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  if (flags.yes !== true) throw new Misuse('reset empties the local graph and cannot be undone; say it with --yes');
  if (desk.config.neo4j !== undefined)
    throw new Misuse("reset empties only a Neo4j of Skein's own; NEO4J_URI names another, which is yours to empty");
  // Under a process that goes on using it, it is emptied bit by bit.
  if (!(await emptyLocal(desk.config.home))) await withDatabase(desk, ({ graph }) => notes.wipe(graph));
  forgetIntake(desk.config.home);
  desk.say({ reset: true }, 'The local graph is empty.');
  desk.next('npm run skein -- ingest PATH');
}

async function upCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await serveUntilStopped(desk.config, desk.log, (line) => desk.say({ says: line }, line));
}

async function demoCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await demonstrate({
    config: desk.config,
    log: desk.log,
    once: flags.once === true,
    clock,
    tell: (line) => void process.stderr.write(`${line}\n`),
    async show({ graph }) {
      const standing = await incidents.standing(graph, false);
      if (desk.json) {
        await listIncidents(desk, graph, standing);
        return;
      }
      desk.say(undefined, queue(standing));
      for (const incident of standing.slice(0, 2)) desk.say(undefined, `\n${account(incident)}`);
    },
    serve: (config) => serveUntilStopped(config, desk.log, (line) => desk.say({ says: line }, line)),
  });
}

function program(): Command {
  const skein = new Command('skein')
    .description('Finds the one thread: incidents from Microsoft 365, Entra, mail and network telemetry')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  const command = (name: string, description: string): Command =>
    skein.command(name).description(description).option('--json', 'one JSON value a line on stdout, nothing else').exitOverride();

  command('up', 'API, jobs and Neo4j; runs until stopped').action(upCommand);
  command('demo', 'a living tenant with both stories, rebuilt each time')
    .option('--once', 'print the incidents and exit')
    .action(demoCommand);
  command('ingest [paths...]', 'read records from files, folders or - (stdin)')
    .option('--replay <file>', 'try again what was rejected: a file of rejects, or "all"')
    .option('--source <id>', 'read every record as this source instead of recognising it')
    .action(ingestCommand);
  command('run', 'everything not yet done: judge, correlate, assess, narrate, propose')
    .option('--now <time>', 'leave events after this time to a later run')
    .action(runCommand);
  command('incidents', 'open incidents, the highest score first').option('--all', 'closed ones too').action(incidentsCommand);
  command('incident <id>', 'one incident: its story, reasons and checks').action(incidentCommand);
  command('findings', 'every standing finding').action(findingsCommand);
  command('entities [id]', 'people, devices, addresses … with their names; of one, its pattern of life')
    .addOption(new Option('--label <label>', 'which of several that go by the name').choices([...entityLabels]))
    .action(entitiesCommand);
  command('peers', 'people and the group they work with, and why')
    .addOption(new Option('--engine <name>', 'show the groups this engine makes, and store nothing').choices([...peersEngines]))
    .action(peersCommand);
  command('actions', 'what is proposed and what was done').action(actionsCommand);
  for (const verb of ['approve', 'deny', 'revert'] as const)
    command(`${verb} <id>`, `${verb} an action`)
      .option('--as <name>', 'who decides')
      .option('--reason <text>', 'why')
      .action(decisionCommand(verb));
  command('jobs [verb] [name]', 'the schedule, the last runs and the next; "jobs run NAME" runs one now').action(jobsCommand);
  const key = skein.command('key').description('keys by which programs may send records').exitOverride();
  const keyCommand = (name: string, description: string): Command =>
    key.command(name).description(description).option('--json', 'one JSON value a line on stdout, nothing else').exitOverride();
  keyCommand('create', 'make a key and show it once')
    .addOption(new Option('--scope <scope...>', 'what it may do').choices([...scopes]))
    .option('--name <text>', 'whose it is')
    .action(keyCreateCommand);
  keyCommand('list', 'every key there is or was').action(keyListCommand);
  keyCommand('revoke <id>', 'end a key for good').action(keyRevokeCommand);
  command('evaluate [suite]', 'measured quality, with 95 % intervals')
    .option('--seeds <n>', 'how many tenants')
    .option('--people <n>', 'people in each')
    .option('--days <n>', 'days of each')
    .action(evaluateCommand);
  command('seed', 'an invented tenant: raw records of its days, and what really happened in them')
    .option('--people <n>', '20 to 10,000', '60')
    .option('--days <n>', 'how many', '45')
    .option('--seed <text>', 'the same text gives the same bytes', 'one')
    .option('--programmes <list>', 'what is done to it: ids of families, all, attacks, look-alikes, seen, unseen or none', 'all')
    .option('--per-family <n>', 'how often each', '1')
    .option('--industry <id>', 'what the company does; drawn from the seed unless said')
    .option('--region <id>', 'where its home is; drawn from the seed unless said')
    .option('--start <date>', 'first day, e.g. 2025-12-05')
    .option('--messages <share>', 'share of mails kept whole, 0 to 1')
    .option('--no-faults', 'no late batches, no repeated records, no outages')
    .option('--out <directory>', 'where to write: records/ and truth.json')
    .option('--stream', 'write one record a line on stdout, in order of arrival')
    .option('--pace <n>', 'with --stream: how many times faster than life')
    .action(seedCommand);
  addMailCommands(skein);
  command('bench [name]', 'measured speed, beside a limit measured in the same run')
    .option('--records <n>', 'how much to do; each measurement has a size of its own')
    .action(benchCommand);
  command('digest', 'one hash over everything known').action(digestCommand);
  command('doctor', 'what is wrong and how to mend it').action(doctorCommand);
  command('reset', 'empty the local graph').option('--yes', 'really').action(resetCommand);
  return skein;
}

/** Errors whose message is meant for whoever typed the command. */
const forPeople = [
  ConfigError,
  GdsError,
  GraphUnavailableError,
  JournalError,
  LeaseHeldError,
  MailModelError,
  MappingError,
  MigrationError,
  PathError,
  QueryError,
  ZoneError,
  life.UnknownEntityError,
];

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (error instanceof CommanderError) return;
    const known = error instanceof Misuse || forPeople.some((kind) => error instanceof kind);
    process.stderr.write(
      `${known ? harmless((error as Error).message) : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}

/** Commander has printed its own complaint or the help that was asked for. */
const exitCodeOf = (error: unknown): number =>
  error instanceof CommanderError
    ? error.exitCode === 0
      ? 0
      : 2
    : error instanceof Misuse || error instanceof ConfigError
      ? 2
      : 1;

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await main();
