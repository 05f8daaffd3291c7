// A whole message as it lay in the mailbox: the receiving service's headers on
// top, the sender's below, then what it says.

import { createHash } from 'node:crypto';
import { seconds, type Instant, type Millis } from '../../src/model/time.ts';
import { domainOf, type Message } from '../message.ts';
import type { Place } from '../network.ts';
import type { SeedRecord } from '../record.ts';
import type { Correspondent, Mailbox, Tenant } from '../tenant.ts';
import { offsetAt } from '../zone.ts';
import { lazily } from './lazy.ts';
import { bodyOf, encodedWord } from './mail-body.ts';
import type { DeliveryStatus, Direction } from './message-trace.ts';
import { cutToSecond, mailDate } from './time.ts';

export interface Letter {
  readonly at: Instant;
  readonly message: Message;
  /** `server`: who handed the mail over, which for mail sent here is where the sender sits. */
  readonly from: { readonly address: string; readonly displayName: string; readonly server: Place };
  readonly to: readonly (Mailbox | Correspondent)[];
  readonly direction: Direction;
  readonly authentication: 'pass' | 'fail' | 'none';
  readonly status: DeliveryStatus;
  readonly links: readonly string[];
  readonly text: string | undefined;
  readonly replyTo: string | undefined;
  /** Seconds each of the last three servers held it. */
  readonly held: readonly [number, number, number];
  /** Sixteen hexadecimal digits the servers name the passage with. */
  readonly passage: string;
  readonly phrases: readonly [number, number, number];
  /** How far the whole seed was moved; clocks are those it had before. */
  readonly shift: Millis;
}

export function wholeMessage(tenant: Tenant, letter: Letter): SeedRecord {
  const at = cutToSecond(letter.at);
  const id = letter.message.internetMessageId.replace(/^<|>$/g, '');
  return lazily({ source: 'email', at, id, feed: 'message' }, () => textOf(tenant, letter, at));
}

function textOf(tenant: Tenant, letter: Letter, at: Instant): string {
  const mailer = letter.direction === 'inbound' ? mailerOf(letter.from.address) : exchange;
  const headers = [
    ...(letter.direction === 'inbound' ? takenIn(tenant, letter, at, mailer) : sentHere(tenant, letter, at)),
    ...writtenBySender(letter, at, mailer),
  ];
  const { message, text, links, phrases, from } = letter;
  const html = mailer.html || links.length > 0;
  return (
    headers.map((line) => `${line}${end}`).join('') +
    bodyOf({ message, links, phrases, text, html, senderName: from.displayName })
  );
}

const end = '\r\n';
const build = '15.20.9388.13';
const tls = `(version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384)`;

// ── What the receiving service adds ────────────────────────────────────────────────────────────

function takenIn(tenant: Tenant, letter: Letter, at: Instant, mailer: Mailer): string[] {
  const { from, passage, held } = letter;
  const domain = domainOf(from.address);
  const host = `mail.${domain}`;
  const farm = farmOf(tenant);
  const edge = `${farm.slice(0, 2)}1PEPF${passage.slice(0, 8).toUpperCase()}`;
  const front = `${farm.slice(0, 2)}2P${farm.slice(-3)}CA0${passage.slice(8, 12).toUpperCase()}.${farm}.PROD.OUTLOOK.COM`;
  const arrived = at - seconds(held[0]);
  const left = arrived - seconds(held[1]);
  const isSpam = spamLevel(letter) > 1;

  return [
    `Received: from ${front} (2603:10c6:10:${passage.slice(0, 3)}::15)${fold}by ${serverOf(tenant, letter)} (2603:10c6:220:${passage.slice(3, 6)}::9) with Microsoft SMTP${fold}Server ${tls} id ${build}; ${mailDate(at)}`,
    `Received: from ${host} (${from.server.address}) by${fold}${edge}.mail.protection.outlook.com (10.167.240.${parseInt(passage.slice(12, 14), 16)}) with Microsoft SMTP Server${fold}${tls} id ${build} via Frontend Transport; ${mailDate(arrived)}`,
    `Authentication-Results: ${resultsOf(letter, domain)}`,
    `Received-SPF: ${spfOf(letter)} (protection.outlook.com: domain of ${domain} ${spfWords(letter)}${fold}${from.server.address} as permitted sender) receiver=protection.outlook.com;${fold}client-ip=${from.server.address}; helo=${host};`,
    ...mailer.received(host, passage, mailDate(left, offsetAt(from.server.city.zone, left - letter.shift))),
    ...(letter.authentication === 'pass' ? [signature(domain, letter.message)] : []),
    `X-MS-Exchange-Organization-Network-Message-Id: ${letter.message.networkMessageId}`,
    'X-MS-Exchange-Organization-MessageDirectionality: Incoming',
    `X-Forefront-Antispam-Report: CIP:${from.server.address};CTRY:${from.server.city.country};LANG:en;SCL:${spamLevel(letter)};SRV:;IPV:NLI;SFV:${isSpam ? 'SPM' : 'NSPM'};H:${host};PTR:${host};CAT:${isSpam ? 'SPM' : 'NONE'};DIR:INB;`,
    `Return-Path: ${from.address}`,
  ];
}

const fold = `${end} `;

const farmOf = ({ forest }: Tenant): string => forest.split('.')[0]?.replace(/A\d+$/, '') ?? 'NAMPRD01';

function serverOf(tenant: Tenant, { to, message }: Letter): string {
  const [first] = to;
  const own = first !== undefined && 'server' in first ? first.server : undefined;
  return `${own ?? message.networkMessageId.slice(0, 8).toUpperCase()}.${farmOf(tenant)}.PROD.OUTLOOK.COM`;
}

const spamLevel = ({ status }: Letter): number => (status === 'Delivered' ? 1 : status === 'FilteredAsSpam' ? 5 : 9);

function resultsOf(letter: Letter, domain: string): string {
  const sender = `(sender IP is ${letter.from.server.address})${fold}smtp.mailfrom=${domain}`;
  const verdict = results[letter.authentication];
  const signed = letter.authentication === 'pass' ? '(signature was verified)' : '(message not signed)';
  const of = letter.authentication === 'pass' ? domain : 'none';
  return `spf=${verdict.spf} ${sender}; dkim=${verdict.dkim} ${signed}${fold}header.d=${of};dmarc=${verdict.dmarc}${fold}header.from=${domain};compauth=${verdict.compound}`;
}

/** Many an honest domain has published nothing to be checked against. */
const results = {
  pass: { spf: 'pass', dkim: 'pass', dmarc: 'pass action=none', compound: 'pass reason=100' },
  fail: { spf: 'fail', dkim: 'none', dmarc: 'fail action=none', compound: 'fail reason=001' },
  none: { spf: 'none', dkim: 'none', dmarc: 'none action=none', compound: 'softpass reason=202' },
} as const;

const spfOf = ({ authentication }: Letter): string => ({ pass: 'Pass', fail: 'Fail', none: 'None' })[authentication];
const spfWords = ({ authentication }: Letter): string =>
  ({ pass: 'designates', fail: 'does not designate', none: 'does not say anything about' })[authentication];

/** It verifies nothing; it is as long as one, and the same for the same message. */
function signature(domain: string, { thread, key }: Message): string {
  const digest = (part: string) => createHash('sha512').update(`${thread}${key}${part}`).digest('base64').slice(0, 86);
  const head = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1;${fold}h=from:to:subject:date:message-id:mime-version:content-type;`;
  const [body, letter] = [digest('body'), digest('letter')];
  return `DKIM-Signature: ${head}${fold}bh=${body.slice(0, 43)}=;${fold}b=${letter}${body.slice(43)}${letter.slice(0, 40)}==`;
}

// ── What the service adds to mail that is sent here ────────────────────────────────────────────

function sentHere(tenant: Tenant, letter: Letter, at: Instant): string[] {
  const { from, passage, message } = letter;
  const sending = /@([\w-]+\.[\w-]+)\.PROD\.OUTLOOK\.COM>?$/i.exec(message.internetMessageId)?.[1] ?? farmOf(tenant);
  const own = `${sending}.PROD.OUTLOOK.COM`;
  return [
    `Received: from ${own} ([fe80::${passage.slice(0, 4)}:${passage.slice(4, 8)}:${passage.slice(8, 12)}:${passage.slice(12, 16)}]) by${fold}${letter.direction === 'lateral' ? serverOf(tenant, letter) : own} ([fe80::${passage.slice(4, 8)}:${passage.slice(0, 4)}:${passage.slice(12, 16)}:${passage.slice(8, 12)}%6]) with mapi id${fold}${build}; ${mailDate(at)}`,
    'Authentication-Results: dkim=none (message not signed)' +
      `${fold}header.d=none;dmarc=none action=none header.from=${domainOf(from.address)};`,
    `X-MS-Exchange-Organization-Network-Message-Id: ${message.networkMessageId}`,
    'X-MS-Exchange-Organization-MessageDirectionality: Originating',
    `x-originating-ip: [${from.server.address}]`,
    `Return-Path: ${from.address}`,
  ];
}

// ── What the sender wrote ──────────────────────────────────────────────────────────────────────

function writtenBySender(letter: Letter, at: Instant, mailer: Mailer): string[] {
  const { from, message, held, replyTo } = letter;
  const written = at - seconds(held[0] + held[1] + held[2]);
  const offset = mailer === exchange ? 0 : offsetAt(from.server.city.zone, written - letter.shift);
  const before = message.inReplyTo;
  return [
    `From: ${mailbox(from.displayName, from.address)}`,
    `To: ${letter.to.map(recipient).join(`,${fold}`)}`,
    ...(replyTo === undefined ? [] : [`Reply-To: <${replyTo}>`]),
    `Subject: ${encodedWord(message.subject)}`,
    ...mailer.headers(message, domainOf(from.address)),
    `Date: ${mailDate(written, offset)}`,
    `Message-ID: ${message.internetMessageId}`,
    ...(before === undefined ? [] : [`References: ${before}`, `In-Reply-To: ${before}`]),
  ];
}

const mailbox = (name: string, address: string): string =>
  /^[\w .'-]*$/.test(name) ? `${name} <${address}>` : `"${encodedWord(name).replaceAll('"', '')}" <${address}>`;

const recipient = (to: Mailbox | Correspondent): string =>
  'displayName' in to && typeof to.displayName === 'string' ? mailbox(to.displayName, to.address) : `<${to.address}>`;

/** What a mail program and its server leave behind. */
interface Mailer {
  readonly html: boolean;
  headers(message: Message, domain: string): string[];
  received(host: string, passage: string, date: string): string[];
}

const submitted = (software: string) => (host: string, passage: string, date: string) => [
  `Received: from [192.168.${parseInt(passage.slice(2, 4), 16)}.${parseInt(passage.slice(4, 6), 16)}] (unknown [192.168.${parseInt(passage.slice(2, 4), 16)}.${parseInt(passage.slice(4, 6), 16)}])${fold}by ${host} (${software}) with ESMTPSA id ${passage.slice(0, 11).toUpperCase()};${fold}${date}`,
];

const exchange: Mailer = {
  html: true,
  headers: ({ subject, thread }) => [
    `Thread-Topic: ${encodedWord(subject.replace(/^(?:(?:RE|FW): )+/, ''))}`,
    `Thread-Index: Adx${Buffer.from(thread, 'hex').toString('base64').slice(0, 20)}AAA=`,
    'Accept-Language: en-US',
    'Content-Language: en-US',
  ],
  received: (host, passage, date) => [
    `Received: from ${host} ([fe80::${passage.slice(0, 4)}:${passage.slice(4, 8)}]) by ${host}${fold}([fe80::${passage.slice(0, 4)}:${passage.slice(4, 8)}%9]) with mapi id 15.01.2507.061; ${date}`,
  ],
};

const mailers: readonly Mailer[] = [
  exchange,
  exchange,
  { html: true, headers: () => ['X-Mailer: Apple Mail (2.3826.200.121)'], received: submitted('Postfix') },
  { html: false, headers: () => ['User-Agent: Mozilla Thunderbird', 'Content-Language: en-GB'], received: submitted('Postfix') },
  { html: true, headers: () => ['X-Mailer: Microsoft Outlook 16.0'], received: submitted('Exim 4.97') },
  {
    html: true,
    headers: () => ['X-Mailer: PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)', 'X-Priority: 3'],
    received: (host, passage, date) => [
      `Received: by ${host} (Postfix, from userid 33)${fold}id ${passage.slice(0, 11).toUpperCase()}; ${date}`,
    ],
  },
];

const bulk: Mailer = {
  html: true,
  headers: ({ key }, domain) => [
    `List-Unsubscribe: <https://www.${domain}/unsubscribe/${encodeURIComponent(key)}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Precedence: bulk',
  ],
  received: submitted('PowerMTA v5.0r8'),
};

/** A sender keeps to one program, and who writes to everybody to one made for that. */
function mailerOf(address: string): Mailer {
  if (/^(?:news|newsletter|no-?reply|marketing|updates)\b/i.test(address)) return bulk;
  let sum = 7;
  for (const letter of domainOf(address)) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return mailers[sum % mailers.length] ?? exchange;
}
