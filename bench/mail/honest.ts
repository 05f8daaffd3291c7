// Honest mail of today, written by us: what is missing between recorded phishing of 2019 to 2024 and recorded honest mail of
// 2002. It teaches what merely looks modern (pictures on other hosts, pixels, buttons, redirectors, no-reply senders) and
// measures false alarms. It is no measure of how often real mail is any of this: every template weighs the same.

import type { RawMessage } from '../../src/ingest/message-record.ts';
import { seeded } from '../../src/model/seeded.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { carriers } from './honest/carriers.ts';
import type { Carrier } from './honest/carriers.ts';
import { bytesOf, fileOf } from './honest/mime.ts';
import type { File } from './honest/mime.ts';
import { htmlOf, plainOf } from './honest/paper.ts';
import type { Layout } from './honest/paper.ts';
import { senders } from './honest/senders.ts';
import type { Sender } from './honest/senders.ts';
import { HOME, slotsOf } from './honest/slots.ts';
import type { Slots } from './honest/slots.ts';
import { kinds } from './honest/template.ts';
import type { Kind, Template } from './honest/template.ts';
import { honestTemplates, partOf } from './honest/templates.ts';
import type { Part } from './honest/templates.ts';

export interface HonestLetter {
  readonly kind: Kind;
  readonly template: string;
  readonly part: Part;
  readonly raw: RawMessage;
}

/** The same for the same seed. Templates take turns, so each has as many letters as any other, or one more. */
export async function honestLetters(seed: string, count: number, templates = honestTemplates): Promise<HonestLetter[]> {
  const turns = shuffled(templates, seeded(seed));
  const letters: HonestLetter[] = [];
  for (let at = 0; at < count; at += 1) {
    const template = turns[at % turns.length] as Template;
    const read = await messageRecord(honestBytes(template, `${seed}:${template.name}:${String(Math.floor(at / turns.length))}`));
    if (!('record' in read)) throw new Error(`the letter ${template.name} is none: ${read.why}`);
    letters.push({ kind: template.kind, template: template.name, part: partOf(template), raw: read.record.rfc822 });
  }
  return letters;
}

/** Letters to learn from: letters of one template never tell of each other, so the templates reported on are others. */
export const honestForChoosing = (count: number): Promise<HonestLetter[]> =>
  honestLetters(
    'mail/choose',
    count,
    honestTemplates.filter((template) => partOf(template) === 'choosing'),
  );

/** Parts of what is learnt from, by kind: what was learnt from the other parts never saw a letter of the kind. */
export const FOLDS = 5;
export const foldOf = (kind: Kind): number => kinds.indexOf(kind) % FOLDS;

function shuffled<Value>(values: readonly Value[], dice: () => number): Value[] {
  return values
    .map((value) => ({ value, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** The message as it arrives at its reader's mailbox in Exchange Online. */
export function honestBytes(template: Template, seed: string): Buffer {
  const slots = slotsOf(seed, template.language);
  const { fields } = template;
  const sender = senders[template.sender] as Sender;
  const carrier: Carrier = carriers[(fields['via'] as keyof typeof carriers | undefined) ?? sender.via];
  const fill = (text: string): string => slots.fill(text);

  const from = fill(fields['from'] ?? sender.from);
  const author = /<([^<>]*)>/u.exec(from)?.[1] ?? from;
  const domain = author.slice(author.lastIndexOf('@') + 1);
  const subject = fill(fields['subject'] ?? '');
  const about = {
    ...{ author, domain, subject, site: fill(sender.site), brand: domain.split('.').at(-2) ?? domain },
    ...{ list: `${domain.split('.').at(-2) ?? domain}-dev`, has: fields['attach'] === undefined ? '' : 'yes' },
  };
  const said = (text: string): string => fill(placed(text, about));

  const isProtected = slots.dice() < PROTECTED;
  const isUnencrypted = carrier.link !== undefined && slots.dice() < UNENCRYPTED;
  const link = (address: string): string => {
    if (!/^https?:/u.test(address)) return address;
    const counted = carrier.link === undefined ? address : said(carrier.link.replaceAll('{target}', encodeURIComponent(address)));
    const sent = isUnencrypted ? counted.replace(/^https:/u, 'http:') : counted;
    return isProtected ? said(SAFE_LINK).replace('TARGET', encodeURIComponent(sent)) : sent;
  };
  const preheader = fields['preheader'] === undefined ? undefined : fill(fields['preheader']);
  const isLetter = sender.layout === 'word' && domain !== HOME;
  const body = [
    ...(domain !== HOME && slots.dice() < BANNERS ? [slots.one(BANNER)] : []),
    ...[said(template.body)],
    ...(isLetter && slots.dice() < DISCLAIMERS ? [slots.one(DISCLAIMER)] : []),
  ].join('\n\n');
  const paper = {
    ...{
      site: about.site,
      layout: (fields['layout'] as Layout | undefined) ?? sender.layout,
      colour: sender.colour,
      title: from.replace(/\s*<[^<>]*>/u, ''),
      link,
    },
    ...(sender.logo === undefined ? {} : { logo: sender.logo }),
    ...(preheader === undefined ? {} : { preheader }),
    ...(carrier.pixel === undefined ? {} : { pixel: said(carrier.pixel) }),
  };
  const isDesigned = ['table', 'cards', 'pictures'].includes(paper.layout);
  const plain = fields['plain'] ?? (isDesigned && slots.dice() < WITHOUT_PLAIN ? 'none' : 'alternative');
  const files = (fields['attach'] ?? '')
    .split(',')
    .filter((name) => name !== '')
    .flatMap((name) => filesOf(said(name.trim()), body, slots, about));
  const report = fields['attach'] === 'report' ? 'delivery-status' : undefined;

  return bytesOf({
    headers: headersOf({ template, slots, carrier, from, domain, subject, said }),
    ...(plain === 'none' ? {} : { plain: plain === 'apology' ? APOLOGY : plainOf(body, link) }),
    ...(plain === 'only' ? {} : { html: htmlOf(body, paper, slots) }),
    ...{ files, border: fill('{hex:12}'), encoding: slots.one(['base64', 'quoted-printable'] as const) },
    ...(report === undefined ? {} : { report }),
  });
}

/** Shares: of readers whose mail filter rewrites links, of redirectors without TLS, of programs that send HTML alone. */
const PROTECTED = 0.12;
const UNENCRYPTED = 0.2;
const WITHOUT_PLAIN = 0.35;
/** And of readers whose mail system marks what comes from outside, of letters that end in legal words. */
const BANNERS = 0.08;
const DISCLAIMERS = 0.3;
const BANNER = [
  '**CAUTION:** This email comes from outside the organisation. Do not click on links or open attachments unless you know the sender.',
  '**[EXTERNAL]** Please be careful with links and attachments in this message.',
];
const DISCLAIMER = [
  '~ CONFIDENTIALITY NOTICE: This message is meant for its addressee only. If it reached you by mistake, please tell us and delete it. We are not liable for viruses it may carry.',
  '~ Please consider the environment before printing. Registered in England and Wales. Directors and registered office on our website.',
];
const SAFE_LINK =
  'https://eur0{n:1-5}.safelinks.protection.outlook.com/?url=TARGET&data=05%7C01%7C{hex:40}%7C{hex:32}%7C0%7C0%7C{digits:18}%7CUnknown&sdata={token:43}%3D&reserved=0';
const APOLOGY = 'Your mail program does not show HTML mail. Please open this message in another program or in your browser.\n';

const placed = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z]+)\}/gu, (slot, name: string) => values[name] ?? slot);

function filesOf(
  name: string,
  words: string,
  { fill, at }: Slots,
  { author = '', subject = '', domain = '' }: Readonly<Record<string, string>>,
): File[] {
  if (name === 'report') {
    const status = `Reporting-MTA: dns; mx.${domain}\r\n\r\nFinal-Recipient: rfc822; ${fill('{they.address}')}\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
    const head = `From: ${fill('{me} <{me.address}>').replace(/[^\x20-\x7e]/gu, '')}\r\nSubject: ${fill('{topic}')}\r\n`;
    return [
      { name: '', type: 'message/delivery-status', bytes: Buffer.from(status) },
      { name: '', type: 'text/rfc822-headers', bytes: Buffer.from(head) },
    ];
  }
  if (name.startsWith('cid:')) return [fileOf(`${name.slice(4)}.png`, '', name.slice(4))];
  if (!name.endsWith('.ics')) return [fileOf(name, words)];
  const day = at.toISOString().replace(/[-:]|\.\d+/gu, '');
  const event = [
    ...[
      'BEGIN:VCALENDAR',
      'PRODID:-//Example//Mail//EN',
      'VERSION:2.0',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      `UID:${fill('{hex:32}')}`,
    ],
    ...[
      `DTSTART:${day}`,
      `SUMMARY:${subject}`,
      `ORGANIZER:mailto:${author}`,
      `ATTENDEE:mailto:${fill('{me.address}')}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ];
  return [fileOf(name, event.join('\r\n'))];
}

interface Sent {
  readonly template: Template;
  readonly slots: Slots;
  readonly carrier: Carrier;
  readonly from: string;
  readonly domain: string;
  readonly subject: string;
  readonly said: (text: string) => string;
}

function headersOf({ template, slots, carrier, from, domain, subject, said }: Sent): (readonly [string, string])[] {
  const { fields } = template;
  const isInternal = domain === HOME;
  const to = said(
    fields['to'] ?? slots.one(['{me} <{me.address}>', '{me.address}', '"{me}" <{me.address}>', '{me.address} <{me.address}>']),
  );
  const bounce = said(carrier.bounce);
  const server = said(carrier.server);
  const identity =
    isInternal || /outbound\.protection/u.test(server)
      ? '{caps:12}{digits:4}@{caps:12}.eurprd{digits:2}.prod.outlook.com'
      : `{hex:12}.{hex:16}@${domain}`;
  const answered = said(`<{hex:20}@${HOME}>`);
  const mailbox = said('{caps:3}PR{digits:2}MB{digits:4}.eurprd{digits:2}.prod.outlook.com');
  const [edge, ip, when] = [
    said('{caps:9}.mail.protection.outlook.com'),
    said('{ip}'),
    slots.at.toUTCString().replace('GMT', '+0000'),
  ];
  const hop = `by ${mailbox} (2001:db8:${said('{hex:4}')}::${said('{hex:2}')}) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.${said('{digits:4}.{n:10-40}')}; ${when}`;
  const proofs = isInternal
    ? []
    : ([
        [
          'Received',
          `from ${server} (${ip}) by ${edge} (2001:db8::${said('{hex:4}')}) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.${said('{digits:4}.{n:10-40}')} via Frontend Transport; ${when}`,
        ],
        [
          'Authentication-Results',
          `spf=pass (sender IP is ${ip}) smtp.mailfrom=${bounce.slice(bounce.lastIndexOf('@') + 1) || server}; dkim=pass (signature was verified) header.d=${domain};dmarc=pass action=none header.from=${domain};compauth=pass reason=100`,
        ],
        [
          'Received-SPF',
          `Pass (protection.outlook.com: domain of ${bounce.slice(bounce.lastIndexOf('@') + 1) || server} designates ${ip} as permitted sender) receiver=protection.outlook.com; client-ip=${ip}; helo=${server}; pr=C`,
        ],
        ...[domain, ...(carrier.signs === undefined ? [] : [said(carrier.signs)])].map(
          (signer) =>
            [
              'DKIM-Signature',
              said(
                `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${signer}; s={host:8}; h=From:To:Subject:Date:Message-ID; bh={token:43}=; b={token:340}==`,
              ),
            ] as const,
        ),
      ] as const);
  return [
    ['Received', `from ${isInternal ? server : edge} (2001:db8:${said('{hex:4}')}::1) ${hop}`],
    ...proofs,
    ['Return-Path', bounce === '' ? '<>' : bounce],
    ['From', from],
    ['To', to],
    ...(fields['reply-to'] === undefined ? [] : [['Reply-To', said(fields['reply-to'])] as const]),
    ['Subject', subject],
    ['Date', when],
    ['Message-ID', said(`<${identity}>`)],
    ...(fields['answers'] === undefined
      ? []
      : ([
          ['In-Reply-To', answered],
          ['References', `${said(`<{hex:20}@${HOME}>`)} ${answered}`],
        ] as const)),
    ...(carrier.headers ?? []).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), said(line.slice(colon + 1).trim())] as const;
    }),
  ].filter((header): header is readonly [string, string] => header[1] !== '');
}
