// A mailbox in other hands, in one telling: somebody signs in as Ana from a place nobody here was ever at, has a rule hide what
// comes back, and sends the same lure to thirty colleagues and two partners; one of them follows it, and is signed in from
// the thief's address too. It is one incident. Beside it HR writes to everybody, and a newsletter comes as every week.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digest } from '../../src/graph/digest.ts';
import * as findings from '../../src/graph/findings.ts';
import type { StandingFinding } from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import * as mails from '../../src/graph/mails.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { days, hours, minutes, rfc3339 } from '../../src/model/time.ts';
import { graph as emptyGraph } from '../support/neo4j.ts';
import { inboxRule, signInRecord } from '../support/records.ts';
import type { Person, RawJson } from '../support/records.ts';
import { bench, file, read } from './support.ts';

const START = Date.UTC(2026, 0, 5, 8);
const THEFT = START + days(21) + hours(2);
const THIEF = { address: '203.0.113.66', country: 'DE', asn: 64_999 };
const OFFICE = { address: '198.51.100.10', country: 'AU', asn: 64_500 };

const people: readonly Person[] = ['ana', ...Array.from({ length: 35 }, (_, index) => `p${index}`), 'hr'].map((name, index) => ({
  upn: `${name}.${name === 'ana' ? 'abel' : 'miller'}@contoso.test`,
  id: `${String(index).padStart(8, '0')}-aaaa-4bbb-8ccc-000000000000`,
  puid: `1003200300000${String(index).padStart(3, '0')}`,
  sid: `S-1-5-21-1-2-3-${1000 + index}`,
}));
const [ana, , , clicker] = people as [Person, Person, Person, Person];
const hr = people.at(-1) ?? ana;
const colleagues = people.slice(1, 31);

function signedIn(who: Person, at: number, place: typeof OFFICE): RawJson {
  const number = `${people.indexOf(who)}-${at}`;
  const isHome = place === OFFICE;
  return signInRecord(
    { id: `sign-in-${number}`, who, address: place.address },
    {
      createdDateTime: rfc3339(at),
      correlationId: `correlation-${number}`,
      sessionId: `session-${number}`,
      autonomousSystemNumber: place.asn,
      location: { city: null, state: null, countryOrRegion: place.country, geoCoordinates: {} },
      deviceDetail: isHome
        ? { deviceId: `device-of-${who.id}`, displayName: 'LAPTOP', isCompliant: true, isManaged: true }
        : { deviceId: '', displayName: '', isCompliant: false, isManaged: false },
    },
  );
}

const records: readonly RawJson[] = [
  ...people.flatMap((who, index) =>
    Array.from({ length: 21 }, (_, day) => signedIn(who, START + days(day) + minutes(index), OFFICE)),
  ),
  signedIn(ana, THEFT, THIEF),
  inboxRule(
    { Name: '.', DeleteMessage: 'True', SubjectOrBodyContainsWords: 'phish;suspicious;hacked' },
    {
      CreationTime: rfc3339(THEFT + minutes(25)).slice(0, 19),
      Id: '0b0b0b0b-0000-4000-8000-000000000001',
      UserId: ana.upn,
      UserKey: ana.puid,
      ClientIP: `${THIEF.address}:51000`,
      ObjectId: `EXAMPLEA001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/contoso.test/ana.abel\\.`,
    },
  ),
  signedIn(clicker, THEFT + hours(3), THIEF),
];

interface Written {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: number;
  readonly bulk?: boolean;
}

function eml({ id, from, to, subject, text, at, bulk = false }: Written): string {
  const domain = /@([a-z.-]+)/.exec(from)?.[1] ?? '';
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  const isOurs = domain === 'contoso.test';
  return [
    isOurs
      ? `Received: from desk.contoso.test (desk.contoso.test [10.0.0.7]) by mx.contoso.test with ESMTPSA; ${date}`
      : `Received: from mail.${domain} ([192.0.2.25]) by mx.contoso.test with ESMTPS; ${date}`,
    `Authentication-Results: mx.contoso.test; spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    `From: ${from}`,
    `To: ${to.join(', ')}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@${domain}>`,
    `Date: ${date}`,
    ...(bulk ? [`List-Id: <weekly.${domain}>`, `List-Unsubscribe: <https://www.${domain}/leave>`, 'Precedence: bulk'] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ].join('\r\n');
}

const everybody = people.map(({ upn }) => upn);
const ordinary: readonly Written[] = [
  ...people.slice(0, 12).flatMap(({ upn }, index) =>
    Array.from({ length: 10 }, (_, day): Written => ({
      ...{ id: `work-${index}-${day}`, from: upn, to: [everybody[(index + 1 + (day % 3)) % 37] ?? upn], subject: `Part ${day}` },
      ...{ text: `Please look at part ${day} of plan ${index} before we meet.`, at: START + days(day * 2) + minutes(90 + index) },
    })),
  ),
  ...[0, 7, 14, 21].map((day): Written => ({
    ...{
      id: `weekly-${day}`,
      from: 'Harbour News <news@fabrikam.test>',
      to: everybody,
      subject: `Harbour news ${day}`,
      bulk: true,
    },
    ...{
      text: `This week in the harbour: ships, tides and people. Read on: https://www.fabrikam.test/news/${day}`,
      at: START + days(day) + hours(5),
    },
  })),
  ...[6, 21].map((day): Written => ({
    ...{ id: `hr-${day}`, from: `Human Resources <${hr.upn}>`, to: everybody, subject: 'Benefits for the year' },
    ...{
      text: 'Dear all, the booklet on benefits is out. You find it in the usual place. Come to the hall on Friday with questions.',
      at: START + days(day) + hours(6),
    },
  })),
];
const lure = (part: number, to: readonly string[]): Written => ({
  ...{ id: `lure-${part}`, from: `Ana Abel <${ana.upn}>`, to, subject: 'Shared document: please review' },
  text: `Hello, I have shared a confidential document with you. Please sign in with your password to verify your account and review it today: https://share.document-review.example/login?part=${part}`,
  at: THEFT + hours(1) + minutes(part),
});
const lures: readonly Written[] = [
  ...[0, 1, 2].map((part) =>
    lure(
      part,
      colleagues.slice(part * 10, part * 10 + 10).map(({ upn }) => upn),
    ),
  ),
  lure(3, ['kim@fabrikam.test', 'lee@wingtip.test']),
];

let graph: Graph;
let standing: readonly StandingFinding[];
const home = mkdtempSync(join(tmpdir(), 'skein-hijack-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let told: string;
const letters = [...ordinary, ...lures].map((one) => ({ path: join(home, `${one.id}.eml`), text: eml(one) }));

beforeAll(async () => {
  graph = await emptyGraph();
  for (const { path, text } of letters) writeFileSync(path, text);
  told = file(
    home,
    'records.jsonl',
    records.map((record) => JSON.stringify(record)),
  );
  expect((await read(graph, home, [told, ...letters.map(({ path }) => path)])).rejected).toBe(0);
  await run({ ...bench(graph), homeDomains: ['contoso.test'], authservIds: ['mx.contoso.test'] });
  standing = await findings.standing(graph);
}, 300_000);

const found = (detection: string): StandingFinding => {
  const one = standing.find((finding) => finding.detection === detection);
  if (one === undefined) throw new Error(`nothing was found by ${detection}`);
  return one;
};

it('the mails are found, with their campaign and the state of the account they came from', () => {
  const sent = found('internal-phishing-from-hijacked-mailbox');
  expect(sent.severity).toBe('high');
  expect(sent.records).toEqual(lures.map(({ id }) => `${id}@contoso.test`).sort());
  expect(sent.about).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ label: 'User', key: ana.upn, role: 'actor' }),
      expect.objectContaining({ label: 'Campaign', role: 'mail' }),
      expect.objectContaining({ label: 'Domain', key: 'document-review.example', role: 'link' }),
      expect.objectContaining({ label: 'Mailbox', key: clicker.upn }),
    ]),
  );
});

it('one incident holds the sign-in, the rule, the mails and the one who followed them', async () => {
  const sent = found('internal-phishing-from-hijacked-mailbox');
  const own = standing.filter(({ incident }) => incident === sent.incident);
  const detections = new Set(own.map(({ detection }) => detection));
  expect([...detections]).toEqual(expect.arrayContaining(['first-country-or-region', 'rule-moves-or-deletes']));
  const victims = new Set(own.flatMap(({ about }) => about.flatMap(({ label, key }) => (label === 'User' ? [key] : []))));
  expect([...victims]).toEqual(expect.arrayContaining([ana.upn, clicker.upn]));
  const serious = (await incidents.standing(graph, true)).filter(({ escalation }) => escalation.peak.probability >= 0.2);
  expect(serious.map(({ id }) => id)).toEqual([sent.incident]);
});

it('mail of HR to everybody and a newsletter are in no incident that matters', async () => {
  for (const id of ['hr-21@contoso.test', 'weekly-21@fabrikam.test']) {
    expect((await mails.one(graph, id))?.judged?.action).toBe('none');
    const accused = standing.filter(({ records: told, about }) => told.includes(id) || about.some(({ key }) => key === id));
    expect(accused.filter(({ severity }) => severity !== 'low' && severity !== 'informational')).toEqual([]);
    expect(accused.map(({ incident }) => incident)).not.toContain(found('internal-phishing-from-hijacked-mailbox').incident);
  }
});

it('the mail that is there is listed, the newest first, and can be read again', async () => {
  const page = await mails.list(graph, { first: 3 });
  expect(page.map(({ id }) => id)).toEqual(['hr-21@contoso.test', 'weekly-21@fabrikam.test', 'lure-3@contoso.test']);
  const next = await mails.list(graph, { first: 2, after: mails.cursorOf(page[2] ?? { at: 0, id: '' }) });
  expect(next.map(({ id }) => id)).toEqual(['lure-2@contoso.test', 'lure-1@contoso.test']);
  const worst = await mails.list(graph, { first: 50, least: 50 });
  expect(worst.length).toBeLessThan(10);
  expect((await mails.letter(graph, '<lure-1@contoso.test>'))?.text).toContain('document-review.example');
  expect((await mails.copies(graph, 'lure-3@contoso.test')).map(({ recipient }) => recipient)).toEqual([
    'kim@fabrikam.test',
    'lee@wingtip.test',
  ]);
});

it('comes to the same in two parts, the later mail first', async () => {
  const inOneGo = [await digest(graph), await mails.list(graph, { first: 200 })];
  const other = await emptyGraph();
  const paths = letters.map(({ path }) => path).reverse();
  const runs = [paths.slice(0, 60), [...paths.slice(60), told]];
  for (const part of runs) {
    await read(other, home, part);
    await run({ ...bench(other), homeDomains: ['contoso.test'], authservIds: ['mx.contoso.test'] });
  }
  expect([await digest(other), await mails.list(other, { first: 200 })]).toEqual(inOneGo);
}, 300_000);
