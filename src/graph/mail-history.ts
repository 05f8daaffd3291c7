// What the graph knows as of one message: the mail around it, told to the same memory that remembers a whole tenant's, and
// then asked the same questions. So what is answered here and in a replay differs only by how far is looked.
//
// How far: 300 days; of the author and of the address answers go to the newest 1,000 messages written and had, of each of the
// first 50 recipients 300; of the author's domain 5,000; of each of 20 linked domains 200; of each of 50 messages it names 100
// records; and one step further, of the 60 people who stand in most of these, 200 written and had, which is what associations
// are seen by. Peer groups are not read.

import { freeMail } from '../mail/free-mail.ts';
import { historyOf } from '../mail/history-of.ts';
import type { History, Protected } from '../mail/history.ts';
import { askedAbout, isHomeAddress } from '../mail/home.ts';
import { noMail, remember } from '../mail/memory.ts';
import type { Told } from '../mail/memory.ts';
import type { Message } from '../mail/message.ts';
import { nearbyOf, NEARBY } from '../mail/nearby.ts';
import { protectedOf } from '../mail/people.ts';
import { OLDEST_DAYS } from '../learn/daily.ts';
import { inOrder } from '../model/event.ts';
import type { Mail, RoleChange } from '../model/event.ts';
import type { About, Severity } from '../model/finding.ts';
import { dayOf, days } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface Question {
  readonly message: Message;
  /** When it came; what is dated later is not read. */
  readonly asOf: Instant;
  /** Registered domains it leads to. */
  readonly leadsTo: readonly string[];
  readonly homeDomains: readonly string[];
  /** Whom the operator names as often pretended to be. */
  readonly named?: readonly Protected[];
}

const MOST = { ofWriter: 1_000, ofRecipient: 300, ofDomain: 5_000, leading: 200, ofMessage: 100, further: 200 } as const;
/** Newest events, and domains among them. */
const MOST_NEWEST = 20_000;
const MOST_HOME = 100;
const MOST_RECIPIENTS = 50;
const MOST_LEADS = 20;
const MOST_NAMED = 50;
const MOST_FURTHER = 60;
/** Of a mailbox, a domain or pages with more, so many are looked at. */
const LOOKED_AT = 20_000;
const PAGES_LOOKED_AT = 2_000;
const MOST_ADDRESSES = 20_000;
const MOST_ROLES = 10_000;
const MOST_FINDINGS = 2_000;
const MOST_DOMAINS = 10_000;
/** A domain can be imitated once it wrote so often. */
const KNOWN_AFTER = 3;

type Row = Told & { readonly id: string };

/** The organisation's own domains, as those who sign in tell. */
export async function homeDomains(graph: Graph): Promise<readonly string[]> {
  const rows = await graph.run(queries.mail.home, { most: MOST_NEWEST, limit: MOST_HOME });
  return rows.flatMap(({ domain }) => (freeMail.has(domain) ? [] : domain));
}

export async function before(graph: Graph, question: Question): Promise<History> {
  const { message, asOf, leadsTo, homeDomains: ours } = question;
  const memory = noMail(ours);
  const [mails, people, known, whose, found] = await Promise.all([
    around(graph, question),
    protectedIn(graph, question),
    graph.run(queries.mail.domains, { least: KNOWN_AFTER, limit: MOST_DOMAINS }),
    graph.run(queries.mail.whose, { addresses: peopleOf(question) }),
    graph.run(queries.mail.findings, { since: asOf - NEARBY, until: asOf, limit: MOST_FINDINGS }),
  ]);
  for (const mail of mails.toSorted(inOrder)) remember(memory, mail);

  const users = new Map(whose.map(({ address, user }) => [address, user]));
  const zones = new Map(whose.map(({ address, zones: lived }) => [address, zoneIn(lived, dayOf(asOf))]));
  const findings = found.map((row) => ({ ...row, severity: row.severity as Severity, about: row.about.map(aboutOf) }));
  return historyOf(memory, message, asOf, {
    protected: people,
    // Whether the author's own was known before is for the memory to say: this counts what came since.
    known: known.flatMap(({ domain }) => (domain === message.author?.registered ? [] : domain)),
    findings: nearbyOf(findings, { message, asOf, leadsTo }, (address) => users.get(address) ?? address),
    zoneOf: (address) => zones.get(address),
  });
}

const aboutOf = ([label = '', key = '']: readonly string[]): About => ({ label: label as About['label'], key, role: 'actor' });

/** The author, where answers go, and the first of those who are asked about. */
function peopleOf({ message, homeDomains: ours }: Question): readonly string[] {
  const asked = askedAbout(message, new Set(ours)).slice(0, MOST_RECIPIENTS);
  return [...new Set([...writersOf(message), ...asked])];
}

const writersOf = ({ author, replyTo }: Message): readonly string[] =>
  [...new Set([author?.address ?? '', replyTo[0]?.address ?? ''])].filter((address) => address !== '');

/** Mail around a message, the message's own included. */
async function around(graph: Graph, question: Question): Promise<readonly Row[]> {
  const { message, asOf, leadsTo, homeDomains: ours } = question;
  const span = { since: asOf - days(OLDEST_DAYS), until: asOf };
  const writers = writersOf(message);
  const own = peopleOf(question);
  const recipients = own.filter((address) => !writers.includes(address));
  const near = await Promise.all([
    ofPeople(graph, writers, { ...span, limit: MOST.ofWriter }),
    ofPeople(graph, recipients, { ...span, limit: MOST.ofRecipient }),
    Promise.all(domainsOf(message, ours).map((domain) => ofDomain(graph, domain, span))),
    leadingTo(graph, leadsTo.slice(0, MOST_LEADS), span),
    named(graph, message, asOf),
  ]);
  const first = near.flat(2);
  const further = await ofPeople(graph, knownBest(first, new Set(own)), { ...span, limit: MOST.further });
  return [...new Map([...first, ...further].map((row) => [row.id, row])).values()];
}

interface Span {
  readonly since: Instant;
  readonly until: Instant;
}

async function ofPeople(
  graph: Graph,
  addresses: readonly string[],
  asked: Span & { readonly limit: number },
): Promise<readonly Row[]> {
  if (addresses.length === 0) return [];
  const rows = await Promise.all([
    graph.run(queries.mail.bySender, { addresses, ...asked }),
    graph.run(queries.mail.byAuthor, { addresses, ...asked }),
    graph.run(queries.mail.toAddress, { addresses, ...asked, most: LOOKED_AT }),
  ]);
  return rows.flat().map(toldIn);
}

const ofDomain = async (graph: Graph, domain: string, span: Span): Promise<readonly Row[]> =>
  (await graph.run(queries.mail.fromDomain, { domain, ...span, most: LOOKED_AT, limit: MOST.ofDomain })).map(toldIn);

async function leadingTo(graph: Graph, texts: readonly string[], span: Span): Promise<readonly Row[]> {
  if (texts.length === 0) return [];
  const rows = await graph.run(queries.mail.leadingTo, { texts, ...span, most: PAGES_LOOKED_AT, limit: MOST.leading });
  return rows.map(toldIn);
}

/** The message itself and those it names. */
async function named(graph: Graph, { id, headers }: Message, until: Instant): Promise<readonly Row[]> {
  const text = [...headers.all('references'), ...headers.all('in-reply-to')].join(' ').slice(0, 64 * 1024);
  const ids = [...new Set((text.match(/<[^<>\s]{1,998}>/g) ?? []).map((it) => it.slice(1, -1)))];
  const messages = [...new Set([id, ...ids.slice(0, MOST_NAMED / 2), ...ids.slice(-MOST_NAMED / 2)])].filter((it) => it !== '');
  return (await graph.run(queries.mail.byMessage, { messages, until, limit: MOST.ofMessage * messages.length })).map(toldIn);
}

function toldIn({
  author,
  delivery,
  ...row
}: Omit<Row, 'author' | 'delivery'> & { author: string | null; delivery: string }): Row {
  return { ...row, delivery: delivery as Mail['delivery'], ...(author === null ? {} : { author }) };
}

/** The author's, unless it is ours: all our mail is of that. */
function domainsOf({ author }: Message, homeDomains: readonly string[]): readonly string[] {
  const { address = '', registered } = author ?? {};
  return registered === undefined || isHomeAddress(new Set(homeDomains), address) ? [] : [registered];
}

/** Who stands in most of it besides those it was asked for; of equals the first by name. */
function knownBest(mails: readonly Row[], but: ReadonlySet<string>): readonly string[] {
  const times = new Map<string, number>();
  for (const { author, sender, recipients } of mails)
    for (const who of new Set([author ?? sender, ...recipients]))
      if (who !== '' && !but.has(who)) times.set(who, (times.get(who) ?? 0) + 1);
  return [...times]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_FURTHER)
    .map(([who]) => who);
}

async function protectedIn(graph: Graph, { homeDomains, asOf, named: byOperator = [] }: Question): Promise<readonly Protected[]> {
  const addresses: string[] = [];
  for (const domain of homeDomains)
    for (const { address } of await graph.run(queries.mail.addresses, { ending: `@${domain}`, limit: MOST_ADDRESSES }))
      addresses.push(address);
  const roles = await graph.run(queries.mail.roles, { until: asOf, limit: MOST_ROLES });
  return protectedOf({
    homeDomains: new Set(homeDomains),
    addresses,
    roles: roles.map(({ change, ...role }) => ({ ...role, change: change as RoleChange['change'] })),
    named: byOperator,
  });
}

/** Days in which somebody who has moved is read by the new zone. */
const LIVES_FOR = 14;

/** The zone of most sign-ins of the two weeks before, else of all before; of two equal ones the smaller name. */
function zoneIn(
  zones: readonly { readonly zone: string; readonly days: readonly Day[]; readonly counts: readonly number[] }[],
  before: Day,
): string | undefined {
  const most = (since: Day): string | undefined =>
    zones
      .map(({ zone, days: on, counts }) => ({
        zone,
        times: on.reduce((sum, day, index) => (day >= since && day < before ? sum + (counts[index] ?? 0) : sum), 0),
      }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times || (a.zone < b.zone ? -1 : 1))[0]?.zone;
  return most(before - LIVES_FOR) ?? most(-Infinity);
}
