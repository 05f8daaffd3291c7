// The commands on mail: a message out of a file is measured, scored and explained; nothing of it is stored.

import type { Command } from 'commander';
import { deskOf, Misuse } from './desk.ts';
import type { Desk } from './desk.ts';
import { mailModels, openMail } from './jobs/mail.ts';
import type { MailOffice, Scored } from './jobs/mail.ts';
import { explained } from './mail/explain.ts';
import { metrics } from './mail/metrics.ts';
import { testModels } from './mail/test-models.ts';
import { PathError } from './tenant/telemetry.ts';
import { harmless, progress, table } from './terminal.ts';
import { metricView, scoredView } from './view.ts';

interface Flags {
  readonly json?: boolean;
  readonly dns?: string;
}

/** Adds `mail VERB` to the program. */
export function addMailCommands(skein: Command): void {
  const mail = skein.command('mail').description('messages measured, scored and explained, without storing them').exitOverride();
  const command = (name: string, description: string): Command =>
    mail.command(name).description(description).option('--json', 'one JSON value a line on stdout, nothing else').exitOverride();
  const dns = 'check signatures and senders against the records in this file; nothing is ever asked of the network';

  command('score <paths...>', 'a score of 0 to 100 for each message, and what models would do')
    .option('--dns <file>', dns)
    .action(scoreCommand);
  command('explain <path>', 'one message: its score, what moved it, which models hit and why')
    .option('--dns <file>', dns)
    .action(explainCommand);
  command('metrics', 'all that is measured of a message').action(metricsCommand);
  command('test', "every model's own tests").action(testCommand);
  command('train', 'fit anew what the score and the inducements are made of, where the recorded mail is at hand').action(
    trainCommand,
  );
}

async function scoreCommand(paths: readonly string[], flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await atOffice(desk, flags, async (office) => {
    for (const path of paths) await reading(office, path, (scored) => desk.say(scoredView(scored), inOneLine(scored)));
  });
}

const inOneLine = ({ file, verdict: { score, action, hits } }: Scored): string =>
  `${String(score).padStart(3)}  ${action.padEnd(4)}  ${harmless(file)}${hits.length === 0 ? '' : `  (${hits.map(({ id }) => id).join(', ')})`}`;

async function explainCommand(path: string, flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  await atOffice(desk, flags, async (office) => {
    await reading(office, path, (scored) =>
      desk.say(scoredView(scored), explained(scored.reading, scored.verdict).map(harmless).join('\n')),
    );
  });
}

/** A path that cannot be used fails the command, and not the paths after it. */
async function reading(office: MailOffice, path: string, tell: (scored: Scored) => void): Promise<void> {
  try {
    for await (const scored of office.score(path)) tell(scored);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    process.stderr.write(`${harmless(error.message)}\n`);
    process.exitCode = 1;
  }
}

async function atOffice(desk: Desk, { dns }: Flags, work: (office: MailOffice) => Promise<void>): Promise<void> {
  const office = await openMail(desk.config, desk.log, dns);
  try {
    await work(office);
  } finally {
    await office.close();
  }
}

function metricsCommand(flags: Flags): void {
  const desk = deskOf(flags);
  const rows = metrics.map(metricView);
  if (desk.json) for (const row of rows) desk.say(row, '');
  else
    desk.say(
      undefined,
      table(
        ['METRIC', 'UNIT', 'READ FROM', 'WHAT IT IS'],
        rows.map(({ id, unit, from, title }) => [id, unit, from, title]),
        100,
      ),
    );
}

function testCommand(flags: Flags): void {
  const desk = deskOf(flags);
  const results = testModels(mailModels(desk.config.home));
  for (const result of results)
    if (desk.json) desk.say(result, '');
    else if (!result.passed) desk.say(undefined, `BAD  ${result.model}: ${result.test}\n     → ${result.why}`);
  const failed = results.filter(({ passed }) => !passed).length;
  if (!desk.json) desk.say(undefined, `${results.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

async function trainCommand(flags: Flags): Promise<void> {
  const desk = deskOf(flags);
  // What measures and trains is loaded where it is asked for.
  const { MissingDataError, trainMail } = await import('./jobs/train-mail.ts');
  const bar = progress(desk.log, 'letters measured');
  try {
    for (const { says, ...fitted } of await trainMail((done, total) => bar.tell(done, { done, total }))) desk.say(fitted, says);
  } catch (error) {
    if (error instanceof MissingDataError) throw new Misuse(error.message);
    throw error;
  } finally {
    bar.end();
  }
  desk.next('npm run skein -- evaluate mail');
}
