// A simulated tenant as telemetry: its records, read as any export would be. Attacks are left out: ordinary life is compared.

import type { SeedOptions } from '../../seed/seed.ts';
import { tell } from '../../seed/seed.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { teamOf } from '../../seed/tenant.ts';
import type { Tenant } from '../../seed/tenant.ts';
import { offsetAt } from '../../seed/zone.ts';
import { foldName } from '../../src/ingest/name.ts';
import { withPlace } from '../../src/ingest/place.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import { letterOf, messageIn } from './letters.ts';
import { addArc, emptyGraph } from './mail-graph.ts';
import type { MailGraph } from './mail-graph.ts';
import { personIn, seen } from './telemetry.ts';
import type { Seen, Telemetry } from './telemetry.ts';

export interface SimulatedOptions {
  readonly seed: string;
  readonly people: number;
  readonly days: number;
}

/** A Monday in a month without public holidays in most of the places a company may be. */
const start = Date.UTC(2026, 1, 2);

/** Whole messages are kept of more mails than usual, so that there are enough of answers; nothing here asks about networks. */
const quiet = (options: SimulatedOptions): SeedOptions => ({
  ...{ ...options, start, stories: [], programmes: [] },
  telemetry: { network: false, alerts: false, nonInteractive: false, wholeMessages: 0.2 },
});

export function simulated(options: SimulatedOptions, lookup: PlaceLookup): Telemetry {
  const { seed, people, days } = options;
  return {
    ...{ id: seed, origin: 'simulated', terms: 'ours', fairFor: new Map() },
    title: `simulated tenant ${seed}: ${people} people, ${days} days, no attacks`,
    async *seen() {
      const telling = tell(quiet(options));
      const zoneOf = zonesIn(telling.scene.tenant);
      let line = 0;
      for (const record of telling.records()) {
        line += 1;
        // The sign-in log tells the same, and more.
        const one = await eventIn(record, { file: seed, line });
        if (one.event.kind === 'signIn' && one.event.source === 'm365-audit') continue;
        const event = withPlace(one.event, lookup);
        yield seen(event, offsetAt(zoneOf(event), event.at), one.letter);
      }
    },
  };
}

async function eventIn({ record }: SeedRecord, where: { file: string; line: number }): Promise<Pick<Seen, 'event' | 'letter'>> {
  const whole = typeof record === 'string' ? await messageIn(Buffer.from(record)) : undefined;
  const read = readRecord(whole ?? record, where);
  if ('reject' in read) throw new Error(`the simulated tenant wrote a record that cannot be read: ${read.reject.why}`);
  return { event: read.reading.event, ...(whole === undefined ? {} : { letter: letterOf(whole) }) };
}

/** Where somebody works tells which clock they live by. */
function zonesIn({ people, offices }: Tenant): (event: Event) => string {
  const zones = new Map(
    people.flatMap(({ upn, mailbox, office }) => [upn, mailbox.address].map((name) => [foldName(name), office.city.zone])),
  );
  const [{ city }] = offices;
  const nameIn = (event: Event): string => (event.kind === 'mail' ? (event.author ?? event.sender) : (personIn(event) ?? ''));
  return (event) => zones.get(nameIn(event)) ?? city.zone;
}

/** More recipients than this are a list's. Recorded networks hold a list as one address, if at all, and not as its members. */
export const LIST = 50;

/** Who of the company wrote to whom of the company at least once, lists apart, with their departments. */
export function simulatedGraph(options: SimulatedOptions): MailGraph {
  const telling = tell({ ...quiet(options), telemetry: { ...quiet(options).telemetry, wholeMessages: 0 } });
  const people = new Map(telling.scene.tenant.people.map((person) => [foldName(person.mailbox.address), person]));
  const graph = emptyGraph({
    ...{ id: 'simulated', directed: true, terms: 'ours' },
    title: `mail inside the simulated tenant ${options.seed}, to ${LIST} people at most: ${options.people} people, ${options.days} days`,
    departments: new Map([...people].map(([address, person]) => [address, teamOf(person).department.id])),
  });
  for (const { sender, recipients } of mailsIn(telling.records()))
    if (people.has(sender) && recipients.size <= LIST)
      for (const recipient of recipients) if (people.has(recipient)) addArc(graph, sender, recipient);
  return graph;
}

interface Sent {
  readonly sender: string;
  readonly recipients: Set<string>;
}

/** Rows of the trace put together again, a message each. */
function mailsIn(records: Iterable<SeedRecord>): Iterable<Sent> {
  const mails = new Map<string, Sent>();
  for (const { source, record } of onlyMail(records)) {
    const read = readRecord(record, { file: source, line: mails.size + 1 });
    if ('reject' in read || read.reading.event.kind !== 'mail') continue;
    const { message, sender, recipients } = read.reading.event;
    const mail = mails.get(message) ?? { sender, recipients: new Set() };
    mails.set(message, mail);
    for (const recipient of recipients) mail.recipients.add(recipient);
  }
  return mails.values();
}

/** A record is made only when it is asked for, and the others are many. */
function* onlyMail(records: Iterable<SeedRecord>): Generator<SeedRecord> {
  for (const record of records) if (record.source === 'email') yield record;
}
