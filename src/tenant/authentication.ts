// SPF, DKIM, DMARC and ARC of a message, checked anew against DNS as it was recorded.
//
// Never against DNS as it is: whoever checks gives the resolver, and there is none by default. The library behind it is
// kept to that, to a bounded part of what a message may hold, and to the words of RFC 8601. It is lenient in ways that
// matter to whoever believes a pass, and what it lets through is looked at again here: signatures and seals that are not
// what the standards have them be, SPF records with mistakes, and the strict alignment of DMARC.

import { arc } from 'mailauth/lib/arc/index.js';
import { DkimVerifier } from 'mailauth/lib/dkim/dkim-verifier.js';
import type { Headers, Result, SignatureHeader } from 'mailauth/lib/dkim/dkim-verifier.js';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import { domainOf } from '../ingest/email/address.ts';
import { headersOf } from '../ingest/email/headers.ts';
import { returnPath } from '../ingest/email/message.ts';
import { hopIn, MOST_HOPS, outsideHop } from '../ingest/email/received.ts';
import { Field } from '../ingest/field.ts';
import { known } from '../ingest/known.ts';
import type { CheckedAuthentication, RawMessage } from '../ingest/message-record.ts';
import type { Instant } from '../model/time.ts';
import { asKeyInfo, isSound, isSoundSeal, tagsIn } from './signature.ts';
import type { Tags } from './signature.ts';
import { isSpfRecord, isWellFormed } from './spf-record.ts';
import { ResolveError, textOf } from './zone.ts';
import type { Resolver } from './zone.ts';

export interface Circumstances {
  readonly resolver: Resolver;
  /** Who connected, and the name it gave; without an address there is no SPF. */
  readonly address?: string;
  readonly helo?: string;
  /** The envelope's sender; empty for a bounce. */
  readonly envelope?: string;
  /** When it came: signatures may have expired since. */
  readonly at: Instant;
  /** Bits of an RSA key; 1024 unless told, as RFC 8301 wants it. */
  readonly shortestKey?: number;
}

const MOST_LOOKUPS = 150;
/** Milliseconds for all lookups of a message; recorded DNS needs none, and a resolver that hangs must not hold the message. */
const LONGEST_WAIT = 2_000;
const MOST_SIGNATURES = 10;
const SHORTEST_KEY = 1024;
const LARGEST_HEAD = 256 * 1024;
const MOST_HEAD_LINES = 10_000;
/** Of headers whose addresses are read, each of which costs more than the one before. */
const LONGEST_AUTHOR = 4 * 1024;
/** Hashed for all signatures of a message together: a second's work. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_LINES = 1_000_000;

/** Bounded in time, lookups and signatures; what cannot be checked is a result and never an error. */
export async function checkAuthentication(bytes: Uint8Array, it: Circumstances): Promise<CheckedAuthentication> {
  const resolver = bounded(it.resolver);
  const sender = await checkSender(resolver, it);
  const message = asSent(bytes);
  if (message === undefined) return known({ spf: sender, dkim: [{ result: 'policy' }], dmarc: { result: 'permerror' } });

  const verifier = new Verifier(message, resolver, it);
  await verifier.read();
  const dkim = verifier.told();
  return known({
    spf: sender,
    dkim: dkim.map(({ result, domain, selector }) => known({ result, domain, selector })),
    dmarc: await checkPolicy(verifier.headerFrom, sender, dkim, resolver),
    arc: await checkChain(verifier, resolver),
  });
}

/** The same for a message that lies there, by what the server that took it from outside wrote down. */
export async function checkStored(bytes: Uint8Array, raw: RawMessage, resolver: Resolver): Promise<CheckedAuthentication> {
  const headers = headersOf(new Field(raw).at('headers'));
  const hops = headers.all('received').slice(0, MOST_HOPS).map(hopIn);
  const knocked = outsideHop(hops);
  const at = hops.find((hop) => hop.at !== undefined)?.at ?? Date.parse(raw.date ?? '');
  const envelope = returnPath(raw.returnPath ?? headers.first('return-path')) ?? '';
  return checkAuthentication(bytes, {
    resolver,
    ...known({ address: knocked?.address, helo: knocked?.from }),
    envelope,
    at: Number.isNaN(at) ? 0 : at,
  });
}

function bounded(resolver: Resolver): Resolver {
  let lookups = 0;
  const until = performance.now() + LONGEST_WAIT;
  return async (name, type) => {
    lookups += 1;
    if (lookups > MOST_LOOKUPS) throw new ResolveError('ETIMEOUT', name, type);
    const records = await inTime(resolver(name, type), until, new ResolveError('ETIMEOUT', name, type));
    return name.includes('._domainkey.') ? records.map((record) => asKeyInfo(textOf(record))) : records;
  };
}

async function inTime<T>(answer: Promise<T>, until: number, otherwise: Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(otherwise);
    }, until - performance.now());
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Checked<K extends keyof CheckedAuthentication> = NonNullable<CheckedAuthentication[K]>;

async function checkSender(resolver: Resolver, { address, helo, envelope }: Circumstances): Promise<Checked<'spf'> | undefined> {
  if (address === undefined || (helo ?? '') + (envelope ?? '') === '') return undefined;
  try {
    const { status, domain } = await spf({
      resolver: mended(resolver) as never,
      ip: address,
      helo: isHost(helo) ? helo : NO_HOST,
      sender: envelope ?? '',
      mta: 'localhost',
    });
    return known({ result: status.result, domain: domain === NO_HOST ? undefined : domain });
  } catch {
    return { result: 'permerror' };
  }
}

/** What calls itself by no name matches no name: the library calls the record wrong instead. */
const NO_HOST = 'helo.invalid';
const isHost = (helo: string | undefined): helo is string =>
  /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,30}\.?$/i.test(helo ?? '');

/** SPF records with a mistake become ones whose mistake the library sees. */
const mended =
  (resolver: Resolver): Resolver =>
  async (name, type) => {
    const records = await resolver(name, type);
    if (type !== 'TXT') return records;
    return records.map((record) => {
      const text = textOf(record);
      return isSpfRecord(text) && !isWellFormed(text) ? ['v=spf1 mistaken'] : record;
    });
  };

interface Sent {
  readonly bytes: Buffer;
  /** Signatures that may be looked at. */
  readonly most: number;
}

/** As mail is sent: without what a mailbox file puts before it, every line ended by CR LF. Nothing where that is too much to check. */
function asSent(bytes: Uint8Array): Sent | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const lines = linesIn(text, MOST_LINES);
  if (lines > MOST_LINES) return undefined;
  const message = text.replace(/^(?:\u00ef\u00bb\u00bf)?(?:From [^\n]{0,1000}\n)?/, '').replace(/\r?\n/g, '\r\n');
  const end = message.indexOf('\r\n\r\n');
  const head = end < 0 ? message : message.slice(0, end);
  if (head.length > LARGEST_HEAD || linesIn(head, MOST_HEAD_LINES) > MOST_HEAD_LINES) return undefined;
  return {
    bytes: Buffer.from(end < 0 ? `${message.replace(/(?:\r\n)?$/, '\r\n')}\r\n` : message, 'latin1'),
    most: Math.min(MOST_SIGNATURES, Math.floor(MOST_BYTES / bytes.length), Math.floor(MOST_LINES / Math.max(1, lines))),
  };
}

/** Counted to one more than `most`. */
function linesIn(text: string, most: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

interface Told {
  readonly result: string;
  readonly domain?: string;
  readonly selector?: string;
}

class Verifier extends DkimVerifier {
  private readonly message: Sent;

  constructor(message: Sent, resolver: Resolver, { at, shortestKey = SHORTEST_KEY }: Circumstances) {
    super({ resolver, minBitLength: shortestKey, curTime: new Date(at) });
    this.message = message;
  }

  read(): Promise<void> {
    return new Promise((resolve) => {
      this.on('error', () => {
        resolve();
      });
      this.end(this.message.bytes, resolve);
    });
  }

  override async messageHeaders(headers: Headers): Promise<void> {
    let signatures = 0;
    headers.parsed = headers.parsed.filter(({ key, line }) => {
      if (key === 'from' || key === 'return-path') return line.length <= LONGEST_AUTHOR;
      return key !== 'dkim-signature' || ++signatures <= this.message.most;
    });
    await unspoilt(() => super.messageHeaders(headers));
    // A number here makes the library write to the console where it is not the length it found.
    for (const header of this.signatureHeaders) {
      if (header.maxBodyLength !== undefined) header.maxBodyLength = String(header.maxBodyLength);
    }
  }

  /** One for each signature of the message, those the library passes over among them. */
  told(): readonly Told[] {
    const verified = this.results.filter(({ signingDomain }) => signingDomain !== undefined);
    return this.signatureHeaders
      .filter(({ type }) => type === 'DKIM')
      .map((header) => {
        const result = header.skip === true ? undefined : verified.shift();
        const names = { domain: header.signingDomain?.toLowerCase(), selector: header.selector };
        return known({ result: wordFor(header, result), ...names });
      });
  }
}

/**
 * The library reads `a.b=c` of an ARC-Authentication-Results into objects in objects, and `__proto__.b=c` into the one all
 * others come from. It does so at once and before it waits for anything: what it left there is put right behind it.
 */
function unspoilt<T>(run: () => T): T {
  const before = Object.getOwnPropertyDescriptors(Object.prototype);
  try {
    return run();
  } finally {
    for (const key of Reflect.ownKeys(Object.prototype))
      if (!Object.hasOwn(before, key)) Reflect.deleteProperty(Object.prototype, key);
    for (const [key, it] of Object.entries(before)) {
      if (Object.getOwnPropertyDescriptor(Object.prototype, key)?.value !== it.value)
        Object.defineProperty(Object.prototype, key, it);
    }
  }
}

/** The library says `neutral` of all that is wrong but a bad signature; the standard has a word for each. */
function wordFor(header: SignatureHeader, verified: Result | undefined): string {
  if (verified === undefined) return 'neutral';
  if (!isSound(tagsOf(header), verified.rr)) return 'permerror';
  const { result, comment } = verified.status;
  if (result !== 'neutral') return result;
  return comment === 'body hash did not verify' ? 'fail' : 'permerror';
}

/** Of a whole header line. */
function tagsOf(header: { readonly original?: Buffer | string } | undefined): Tags | undefined {
  const line = header?.original?.toString() ?? '';
  return tagsIn(line.slice(line.indexOf(':') + 1));
}

/** What the library tells of DMARC; without a record there is no alignment. */
interface Policy {
  readonly status: { readonly result: string };
  readonly domain: string;
  readonly policy?: string;
  readonly alignment?: Readonly<Record<'spf' | 'dkim', { readonly result?: unknown; readonly strict: boolean }>>;
}

async function checkPolicy(
  authors: readonly string[],
  sender: Checked<'spf'> | undefined,
  dkim: readonly Told[],
  resolver: Resolver,
): Promise<Checked<'dmarc'> | undefined> {
  const [author] = authors;
  if (author === undefined || authors.length > 1) return { result: 'permerror' };
  const spfDomains = sender?.result === 'pass' && sender.domain !== undefined ? [sender.domain] : [];
  const dkimDomains = [
    ...new Set(dkim.flatMap(({ result, domain }) => (result === 'pass' && domain !== undefined ? [domain] : []))),
  ];
  try {
    const told: Policy | false = await dmarc({
      headerFrom: author,
      spfDomains,
      dkimDomains: dkimDomains.map((domain) => ({ id: domain, domain, aligned: false })),
      resolver: resolver as never,
    });
    if (told === false) return { result: 'permerror' };
    const { alignment } = told;
    const itself = domainOf(author).toLowerCase();
    // The library asks for no more than a common registered domain, also where the record asks for the very same.
    const isAligned =
      (alignment?.spf.strict === true ? spfDomains.includes(itself) : Boolean(alignment?.spf.result)) ||
      (alignment?.dkim.strict === true ? dkimDomains.includes(itself) : Boolean(alignment?.dkim.result));
    const result = told.status.result === 'pass' && !isAligned ? 'fail' : told.status.result;
    return known({ result, domain: told.domain, policy: told.policy?.toLowerCase() });
  } catch {
    return { result: 'permerror' };
  }
}

async function checkChain(verifier: Verifier, resolver: Resolver): Promise<Checked<'arc'> | undefined> {
  const { chain, error } = verifier.arc;
  const sets = chain === false ? [] : chain;
  if (sets.length === 0 && error === undefined) return undefined;
  if (!sets.every((set) => isSoundSeal(tagsOf(set['arc-seal']), tagsOf(set['arc-message-signature'])))) {
    return { result: 'fail', sets: sets.length };
  }
  const { status } = await arc(verifier.arc as never, { resolver: resolver as never, minBitLength: SHORTEST_KEY });
  return { result: status.result, sets: sets.length };
}
