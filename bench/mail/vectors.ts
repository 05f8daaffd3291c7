// Mail as its standards and its breakers know it, where somebody has put it: ../shared/data/email-vectors beside the
// repository. Every expected value there against what is read and checked here, and why where the two differ.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { MessageRecord } from '../../src/ingest/message-record.ts';
import { checkAuthentication } from '../../src/tenant/authentication.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { mailAuthCases, mailDkimZone, openspfZone, textZone } from './vector-zones.ts';

export const VECTORS = '../shared/data/email-vectors';
export const hasVectors = (): boolean => existsSync(VECTORS);

export interface Mismatch {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
  readonly why: string;
}

export interface VectorFigure {
  readonly set: string;
  readonly passed: number;
  readonly of: number;
  readonly mismatches: readonly Mismatch[];
}

/** Every set there is, each measured once. */
export async function vectorFigures(): Promise<readonly VectorFigure[]> {
  const figures: VectorFigure[] = [];
  for (const measure of Object.values(vectorSets)) figures.push(...[await measure()].flat());
  return figures;
}

export const vectorSets = {
  spf: () => openspf('SPF: RFC 7208', 'spf/rfc7208-tests.yml'),
  spfOfPyspf: () => openspf('SPF: RFC 7208, as pyspf has it', 'spf/rfc7208-tests.pyspf.yml'),
  spfOf2006: () => openspf('SPF: RFC 4408', 'spf/rfc4408-tests.yml'),
  spfOfMailAuth: mailAuthSpf,
  dkim: mailDkim,
  dkimWithKeys: packagedDkim,
  arc: valimail,
  arcOfMailAuth: mailAuthArc,
  mime: mimeTools,
  reading: robustness,
} as const satisfies Readonly<Record<string, () => Promise<VectorFigure | readonly VectorFigure[]>>>;

interface Case {
  readonly id: string;
  readonly expected: readonly string[];
  readonly got: string;
  readonly why?: string | undefined;
}

export const UNEXPLAINED = 'not explained';

function figure(set: string, cases: readonly Case[]): VectorFigure {
  const missed = cases.filter(({ expected, got }) => !expected.includes(got));
  return {
    set,
    passed: cases.length - missed.length,
    of: cases.length,
    mismatches: missed.map(({ id, expected, got, why }) => ({
      id,
      expected: expected.join(' or '),
      got,
      why: why ?? UNEXPLAINED,
    })),
  };
}

const read = (path: string): Buffer => readFileSync(join(VECTORS, path));

/** Later than every signature that expires. */
const AT = Date.UTC(2024, 0, 1);
/** Bits: what signers of 2005 thought enough. */
const SHORT_KEY = 384;

type Yaml = Readonly<Record<string, unknown>>;

/** Suites write one key twice here and there; the later stands, as in the readers they were written for. */
const documents = (path: string): readonly Yaml[] =>
  [parseAllDocuments(read(path).toString('utf8'), { uniqueKeys: false })].flat().map((it) => it.toJS() as Yaml);

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const entriesOf = (value: unknown): readonly (readonly [string, Yaml])[] => Object.entries((value ?? {}) as Record<string, Yaml>);

// SPF

const NO_MESSAGE = Buffer.from('From: a@elsewhere.test\r\n\r\n');

const OLD_LIMITS = 'RFC 7208 counts otherwise: more than two lookups that find nothing, or more than ten MX, are an error';
const SPF_REASONS: Readonly<Record<string, string>> = {
  'p-macro-multiple': 'the library does not look for the validated name that %{p} stands for; RFC 7208 says not to use it',
  'mx-limit': OLD_LIMITS,
  'mech-at-limit': OLD_LIMITS,
  'include-at-limit': OLD_LIMITS,
};

async function openspf(set: string, path: string): Promise<VectorFigure> {
  const cases: Case[] = [];
  for (const { tests, zonedata } of documents(path)) {
    const resolver = openspfZone((zonedata ?? {}) as Record<string, readonly unknown[]>);
    for (const [id, { host, helo, mailfrom, result }] of entriesOf(tests)) {
      const where = { resolver, address: textOf(host), helo: textOf(helo), envelope: textOf(mailfrom), at: AT };
      const { spf } = await checkAuthentication(NO_MESSAGE, where);
      cases.push({ id, expected: [result].flat().map(textOf), got: spf?.result ?? 'nothing', why: SPF_REASONS[id] });
    }
  }
  return figure(set, cases);
}

const MAIL_AUTH_REASONS: Readonly<Record<string, string>> = {
  'all.yml 1.1': 'a mechanism nobody knows after -all: RFC 7208 §4.6 calls the whole record wrong, and so does its own suite',
  'basic.yml 3.1': 'a name with an underscore is nobody’s mail domain to the library, which does not ask for it',
  'basic.yml 5.1': 'ten names that are not there: RFC 7208 §4.6.4 calls more than two such lookups an error',
  'exists.yml 1.2': 'a name with AAAA records alone: RFC 7208 §5.7 has exists ask for A, whatever the connection',
  'ip.yml 2.4': 'ip6 with an IPv4 address in IPv6 form, for a sender by IPv4: RFC 7208 §5.6 has ip4 alone match that',
};

async function mailAuthSpf(): Promise<VectorFigure> {
  const folder = 'mail-auth/resources/spf';
  const cases: Case[] = [];
  for (const file of readdirSync(join(VECTORS, folder)).sort()) {
    for (const { id, expected, ...where } of mailAuthCases(file, read(`${folder}/${file}`).toString('utf8'))) {
      const { spf } = await checkAuthentication(NO_MESSAGE, { ...where, helo: 'mail.elsewhere.test', at: AT });
      cases.push({ id, expected: [expected], got: spf?.result ?? 'nothing', why: MAIL_AUTH_REASONS[id] });
    }
  }
  return figure('SPF: mail-auth', cases);
}

// DKIM

const DKIM_REASONS: readonly (readonly [RegExp, string])[] = [
  [/^badkey_(?:8|9|12|13)\./, 'the key’s g=, which limited whom it speaks for: RFC 6376 took it away'],
  [/^badkey(?:_1[45]\.|\d_ed25519)/, 'the body was changed too, and that is found before the key is asked for'],
];
const NOT_YET_A_STANDARD = 'signed by a draft before RFC 4871 (no v=1) or by DomainKeys: RFC 6376 has a verifier refuse it';
const TOO_SHORT = 'a key shorter than 1024 bits: RFC 8301 has a verifier refuse it';

/** All as a verifier has to see them today, and those of the standard with the short keys of their time let through. */
async function mailDkim(): Promise<readonly VectorFigure[]> {
  const { expected } = JSON.parse(read('dkim-mail-dkim/expected.json').toString()) as { expected: Record<string, string> };
  const resolver = mailDkimZone(read('dkim-mail-dkim/FAKE_DNS.dat').toString());
  const [today, then]: [Case[], Case[]] = [[], []];
  for (const [id, word] of Object.entries(expected)) {
    const message = read(`dkim-mail-dkim/${id}`);
    const isOfStandard = /^dkim-signature:(?:[^\n]*\n[ \t])*[^\n]*\bv\s*=\s*1\s*;/im.test(message.toString('latin1'));
    const why = isOfStandard ? DKIM_REASONS.find(([of]) => of.test(id))?.[1] : NOT_YET_A_STANDARD;
    const [strict, lenient] = [await dkimWord(message, resolver), await dkimWord(message, resolver, SHORT_KEY)];
    today.push({ id, expected: [word], got: strict, why: why ?? (lenient === word ? TOO_SHORT : undefined) });
    if (isOfStandard) then.push({ id, expected: [word], got: lenient, why });
  }
  return [figure('DKIM: Mail-DKIM', today), figure('DKIM: Mail-DKIM, v=1 alone, short keys let through', then)];
}

async function dkimWord(message: Uint8Array, resolver: ReturnType<typeof textZone>, shortestKey?: number): Promise<string> {
  const { dkim } = await checkAuthentication(message, {
    resolver,
    at: AT,
    ...(shortestKey === undefined ? {} : { shortestKey }),
  });
  const words = dkim.map(({ result }) => result);
  return words.includes('pass') ? 'pass' : words.includes('fail') ? 'fail' : 'invalid';
}

/** Mails that come with their keys: lines `name record` before the mail, or a key in a file beside it. */
async function packagedDkim(): Promise<VectorFigure> {
  const cases: Case[] = [];
  for (const name of readdirSync(join(VECTORS, 'mail-auth/resources/dkim')).sort()) {
    const { message, resolver } = unpacked(read(`mail-auth/resources/dkim/${name}`));
    const signed = /[\s;]t=(\d+)/.exec(message.toString('latin1'))?.[1];
    const { dkim } = await checkAuthentication(message, { resolver, at: signed === undefined ? AT : Number(signed) * 1000 });
    cases.push({
      id: `mail-auth ${name}`,
      expected: ['pass'],
      got: dkim.every(({ result }) => result === 'pass') ? 'pass' : 'invalid',
    });
  }
  const folder = 'mimekit/UnitTests/TestData/dkim';
  const key = read(`${folder}/gmail.pub`)
    .toString()
    .replace(/-----[^-]*-----|\s/g, '');
  const resolver = textZone([['20120113._domainkey.gmail.com', `v=DKIM1; k=rsa; p=${key}`]]);
  for (const name of ['gmail.msg', 'related.msg', 'multipart-no-end-boundary.msg']) {
    cases.push({ id: `mimekit ${name}`, expected: ['pass'], got: await dkimWord(read(`${folder}/${name}`), resolver) });
  }
  return figure('DKIM: mail-auth and MimeKit', cases);
}

function unpacked(file: Buffer): { readonly message: Buffer; readonly resolver: ReturnType<typeof textZone> } {
  const text = file.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const lines = text.slice(0, end?.index).split(/\r?\n/);
  const zone = lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  return { message: file.subarray((end?.index ?? 0) + (end?.[0].length ?? 0)), resolver: textZone(zone) };
}

// ARC

const SEALED_AS_FAILED = 'the draft’s suite wants no word for a chain that was sealed as failed; RFC 8617 §5.2 says fail';
const SHA_1 = 'SHA-1, which the draft still took: RFC 8301 has a verifier refuse it';

async function valimail(): Promise<VectorFigure> {
  const cases: Case[] = [];
  for (const suite of documents('arc/arc-draft-validation-tests.yml')) {
    const resolver = textZone(entriesOf(suite['txt-records']).map(([name, record]) => [name, textOf(record)]));
    for (const [id, { message, cv }] of entriesOf(suite['tests'])) {
      const { arc } = await checkAuthentication(Buffer.from(textOf(message)), { resolver, at: AT });
      const word = textOf(cv).toLowerCase();
      const why = word === '' ? SEALED_AS_FAILED : id.endsWith('_sha1') ? SHA_1 : undefined;
      cases.push({ id, expected: [word === '' ? 'none' : word], got: arc?.result ?? 'none', why });
    }
  }
  return figure('ARC: ValiMail', cases);
}

const ARC_REASONS: Readonly<Record<string, string>> = {
  '002.txt': 'a seal by Ed25519, which the library verifies over the text where it has to be over its hash',
};

async function mailAuthArc(): Promise<VectorFigure> {
  const cases: Case[] = [];
  for (const name of readdirSync(join(VECTORS, 'mail-auth/resources/arc')).sort()) {
    const { message, resolver } = unpacked(read(`mail-auth/resources/arc/${name}`));
    const { arc } = await checkAuthentication(message, { resolver, at: AT });
    cases.push({ id: name, expected: ['pass'], got: arc?.result ?? 'none', why: ARC_REASONS[name] });
  }
  return figure('ARC: mail-auth', cases);
}

// MIME

const UUENCODED = 'uuencoded text, which MIME knows nothing of: it stays text';
const MIME_REASONS: Readonly<Record<string, string>> = {
  'uu-junk-extracted.ref': UUENCODED,
  'uu-zeegee.ref': UUENCODED,
  'hdr-fakeout.ref': 'a head that does not end, which it refuses: here what can be read of it is',
};

interface Part {
  readonly type: string;
  readonly size: number;
}

/** Subject where it tells one, and type and size of every part that is neither text nor a container. */
async function mimeTools(): Promise<VectorFigure> {
  const cases: Case[] = [];
  for (const name of filesIn('mime-tools', /\.ref$/)) {
    const { message, subject, parts } = referenceOf(read(`mime-tools/${name}`).toString('latin1'));
    const found = await messageRecord(read(`mime-tools/${message}`));
    const got =
      'record' in found ? wordsOf(subject === undefined ? undefined : subjectOf(found.record), partsOf(found.record)) : found.why;
    cases.push({ id: name, expected: [wordsOf(subject, parts)], got, why: MIME_REASONS[name] });
  }
  return figure('MIME: MIME-tools, subject and parts', cases);
}

interface Reference {
  readonly message: string;
  readonly subject?: string;
  readonly parts: readonly Part[];
}

/** A dump of Perl: `"Part_1" => { "Type" => "image/gif", "Size" => 357 }`. */
function referenceOf(dump: string): Reference {
  const field = (body: string, key: string): string | undefined =>
    new RegExp(`"?${key}"?\\s*=> (?:"((?:[^"\\\\]|\\\\.)*)"|(\\d+))`).exec(body)?.slice(1).join('').replace(/\\(.)/g, '$1');
  const bodies = [...dump.matchAll(/^ {2}"(?:Part_[\d_]+|Msg)" => \{\n(.*?)^ {2}\}/gms)].map(([whole, body = '']) => ({
    whole,
    body,
  }));
  const head = bodies.find(({ whole }) => whole.includes('"Msg"'))?.body ?? '';
  const subject = field(head, 'Fail') === undefined ? field(head, 'Subject') : 'refused';
  return {
    message: field(dump, 'Message')?.replace(/^testmsgs\//, '') ?? '',
    ...(subject === undefined ? {} : { subject }),
    parts: bodies.map(({ body }) => ({ type: field(body, 'Type')?.toLowerCase() ?? '', size: Number(field(body, 'Size')) })),
  };
}

const subjectOf = ({ rfc822 }: MessageRecord): string | undefined =>
  rfc822.headers.find(({ name }) => name.toLowerCase() === 'subject')?.value;

const partsOf = ({ rfc822 }: MessageRecord): readonly Part[] =>
  rfc822.attachments.map(({ mimeType, size }) => ({ type: mimeType, size }));

function wordsOf(subject: string | undefined, parts: readonly Part[]): string {
  const files = parts.filter(({ type }) => type !== '' && !/^(?:text|multipart|message)(?:$|\/)/.test(type));
  return [(subject ?? '').replace(/\s+/g, ' ').trim(), ...files.map(({ type, size }) => `${type} ${size}`).sort()].join(' | ');
}

/** Whether each is read to its end, in two seconds of the processor. */
async function robustness(): Promise<readonly VectorFigure[]> {
  const figures: VectorFigure[] = [];
  for (const folder of ['mime-tools', 'mimekit', 'mail-auth', 'parsedmarc', 'sublime', 'notmuch-corpora', 'dkim-mail-dkim']) {
    const cases: Case[] = [];
    for (const id of filesIn(folder, /^/).filter((path) => !NO_MAIL.test(path)))
      cases.push({ id, expected: ['read'], got: await outcome(read(`${folder}/${id}`)) });
    figures.push(figure(`read without harm: ${folder}`, cases));
  }
  return figures;
}

/** Texts about them, expected values, keys, and mails with their keys before them, which are read above. */
const NO_MAIL =
  /(?:^|\/)(?:LICENSES?|COPYING|README)|\.(?:ref|json|xml|zip|gz|yml|pub|bind9|tinydns|dat|md)$|-ref$|resources\/(?:dkim|arc)\/|jwz-summary/i;

const filesIn = (folder: string, named: RegExp): readonly string[] =>
  readdirSync(join(VECTORS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(VECTORS, folder).length + 1))
    .sort();

/** Microseconds of the processor: other programs may be busy, too. */
const LONGEST_READ = 2_000_000;

async function outcome(bytes: Uint8Array): Promise<string> {
  const start = process.cpuUsage();
  try {
    const got = await messageRecord(bytes);
    const { user, system } = process.cpuUsage(start);
    if (user + system > LONGEST_READ) return 'too slow';
    return 'record' in got ? 'read' : got.why;
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
