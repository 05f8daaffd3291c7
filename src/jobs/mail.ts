// Messages out of files: read, measured and scored without being stored. Where the home has a database, each is held
// against what the tenant knows: opening it brings its schema up to date, as every command does, and nothing else is written.

import type { Config } from '../config.ts';
import { root } from '../graph/local/java.ts';
import * as mailHistory from '../graph/mail-history.ts';
import { hasDatabase, openDatabase } from '../graph/open.ts';
import { known } from '../ingest/known.ts';
import { unreadMessage } from '../ingest/message-record.ts';
import type { Logger } from '../log.ts';
import type { History } from '../mail/history.ts';
import { strangers } from '../mail/history-of.ts';
import { messageOf } from '../mail/message-of.ts';
import { metrics } from '../mail/metrics.ts';
import type { Model } from '../mail/model.ts';
import { heldAgainst, readingOf } from '../mail/reading-of.ts';
import type { Reading } from '../mail/reading.ts';
import { verdictOf } from '../mail/verdict.ts';
import type { Verdict } from '../mail/verdict.ts';
import { lettersIn } from '../tenant/letters.ts';
import { mailFolders, readMailModels, stampOf } from '../tenant/mail-models.ts';
import { readZone, resolverOf } from '../tenant/zone.ts';

export interface Scored {
  readonly file: string;
  readonly reading: Reading;
  readonly verdict: Verdict;
}

export interface MailOffice {
  /** One for each message of a path, in its order; what is none is scored as an empty message that could not be read. */
  score(path: string): AsyncGenerator<Scored>;
  close(): Promise<void>;
}

let lately: { readonly stamp: string; readonly models: readonly Model[] } | undefined;

/** Models that come with the program, and an operator's own in the home, where one is named. Each run asks: read anew when a file changed. */
export function mailModels(home?: string): readonly Model[] {
  const folders = mailFolders(root, home);
  const stamp = stampOf(folders);
  if (lately?.stamp !== stamp) lately = { stamp, models: readMailModels(folders, metrics) };
  return lately.models;
}

/** `dns`: a file of recorded names, against which signatures and senders are checked; without it nothing is checked anew. */
export async function openMail(config: Config, log: Logger, dns?: string): Promise<MailOffice> {
  const models = mailModels(config.home);
  const resolver = dns === undefined ? undefined : resolverOf(readZone(dns));
  const tenant = await openTenant(config, log);
  const home = { homeDomains: tenant.homeDomains, authservIds: new Set(config.authservIds) };
  return {
    async *score(path) {
      for await (const letter of lettersIn(path, known({ resolver }))) {
        const message = messageOf('raw' in letter ? letter.raw : unreadMessage(letter.why), home);
        const read = readingOf(message, strangers);
        const reading = heldAgainst(read, await tenant.historyOf(read));
        yield { file: letter.file, reading, verdict: verdictOf(reading, models) };
      }
    },
    close: () => tenant.close(),
  };
}

interface Tenant {
  readonly homeDomains: ReadonlySet<string>;
  /** Of a message that was read without any. */
  historyOf(reading: Reading): Promise<History>;
  close(): Promise<void>;
}

async function openTenant(config: Config, log: Logger): Promise<Tenant> {
  if (!hasDatabase(config)) return nobodys(config.homeDomains);
  const database = await openDatabase(config, log);
  const { graph } = database;
  const homeDomains = config.homeDomains.length > 0 ? config.homeDomains : await mailHistory.homeDomains(graph);
  return {
    homeDomains: new Set(homeDomains),
    historyOf: ({ message, links }) =>
      mailHistory.before(graph, {
        ...{ message, homeDomains, asOf: message.at ?? LATEST },
        leadsTo: [...new Set(links.flatMap(({ registered }) => registered ?? []))],
      }),
    close: () => database.close(),
  };
}

/** A message nobody dated is asked about as if it had come last. */
const LATEST = Number.MAX_SAFE_INTEGER;

function nobodys(named: readonly string[]): Tenant {
  const homeDomains = new Set(named);
  const history = { ...strangers, homeDomains };
  return { homeDomains, historyOf: () => Promise.resolve(history), close: () => Promise.resolve() };
}
