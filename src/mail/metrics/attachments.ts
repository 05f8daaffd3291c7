// What hangs on a message: what the files are against what they say they are, what is in them, and where they lead.
//
// A metric that needs the bytes of a file is undefined where a record tells of files and nobody had their bytes.

import { registrableOf } from '../../ingest/registered-name.ts';
import type { AttachmentFound, FileType } from '../../ingest/message-record.ts';
import {
  ACTIVE,
  ARCHIVES,
  CARDS,
  DISKS,
  DOCUMENTS,
  isAnother,
  PAGES,
  PICTURES,
  PROGRAMS,
  RUNNABLE,
  typesDeclared,
  typesNamed,
} from '../attachment/kinds.ts';
import type { MessageFile } from '../message.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';

const from = 'files';
const version = 1;

export const attachments: readonly Metric[] = [
  count('count', 'files that hang on the message, pictures of its text apart', ({ message }) => attached(message.files).length),
  count('inline', 'pictures that belong into the text', ({ message }) => message.files.length - attached(message.files).length),
  metric({
    id: 'attachments.largest',
    version,
    unit: 'bytes',
    from,
    title: 'size of the largest file',
    of: ({ message }) => message.files.reduce((most, { size }) => Math.max(most, size), 0),
  }),
  metric({
    id: 'attachments.names',
    version,
    unit: 'list',
    from,
    title: 'names of the files, as written',
    of: ({ message }) => attached(message.files).map(({ name }) => name),
  }),
  metric({
    id: 'attachments.types',
    version,
    unit: 'list',
    from,
    title: 'what the files are by their bytes',
    of: ({ message }) => looked(message.files, (all) => distinct(all.map(({ type }) => type))),
  }),

  // What they say of themselves.
  ofFiles('extension-lies', 'a file is of another type than the end of its name says', ({ type }, { extension }) =>
    isAnother(type, typesNamed(extension)),
  ),
  ofFiles('declared-type-lies', 'a file is of another type than the message declares', ({ type }, { declaredType }) =>
    isAnother(type, typesDeclared(declaredType)),
  ),
  ofNames('double-extension', 'a name ends like a document and then like a program: invoice.pdf.js', (name) => DOUBLE.test(name)),
  ofNames('reversed-name', 'a name turns the direction of writing, so that its end reads as its middle', (name) =>
    BIDI.test(name),
  ),
  ofNames('padded-name', 'a long run of blanks keeps the end of a name out of sight', (name) =>
    /[\s\u00a0\u2000-\u200a\u3000_]{15,}\.[^.]+$/u.test(name),
  ),
  ofNames('lure-name', 'a name promises an invoice, a payment, a voice message, a document to sign', (name) =>
    LURE.test(name.replace(/[_.+-]/g, ' ')),
  ),
  metric({
    id: 'attachments.named-for-recipient',
    version,
    unit: 'flag',
    from,
    title: 'the name of a file that can act holds the name or domain of whoever gets it',
    of: ({ message }) =>
      attached(message.files).some(
        (file) => ACTIVE.has(typeOf(file)) && message.recipients.some((to) => isNamedFor(file.name, to)),
      ),
  }),

  // What they are.
  ofFiles('has-program', 'a program that runs when it is opened', holds(PROGRAMS)),
  ofFiles('has-script-file', 'a file of commands or script that runs when it is opened', holds(new Set(['script']))),
  ofFiles('has-shortcut', 'a shortcut, which runs or opens something else', holds(new Set(['shortcut']))),
  ofFiles(
    'has-disk-image',
    'an image of a disk, which opens like a folder and whose files carry no mark of the web',
    holds(DISKS),
  ),
  ofFiles('has-archive', 'an archive', holds(ARCHIVES)),
  ofFiles('has-html', 'a page to be opened from the disk', (_, file) => !file.isInline && PAGES.has(typeOf(file))),
  ofFiles('has-notebook', 'a OneNote section', holds(new Set(['onenote']))),
  ofFiles('has-message', 'another message', holds(new Set(['message']))),
  ofFiles('archive-has-program', 'an archive or disk image holds a program, a script or a shortcut', ({ entries }) =>
    entries.some(isRunnable),
  ),
  ofFiles('archive-has-page', 'an archive holds a page', ({ entries }) =>
    entries.some(({ type }) => type !== undefined && PAGES.has(type)),
  ),
  ofFiles('nested-archive', 'an archive in an archive', ({ entries }) =>
    entries.some(({ type }) => type !== undefined && (ARCHIVES.has(type) || DISKS.has(type))),
  ),
  ofFiles('single-in-archive', 'an archive around one file that can run or act', isWrapping),
  metric({
    id: 'attachments.archive-entries',
    version,
    unit: 'count',
    from,
    title: 'files in archives, as far as they are listed',
    of: ({ message }) => looked(message.files, (all) => all.reduce((sum, { entries }) => sum + entries.length, 0)),
  }),

  // What is in them.
  ofFiles('encrypted', 'a file, or a file in it, that needs a password', ({ isEncrypted }) => isEncrypted),
  flag('password-in-text', 'a file needs a password, and the text gives one', ({ message, seen }) =>
    looked(message.files, (all) => all.some(({ isEncrypted }) => isEncrypted) && PASSWORD.test(seen.slice(0, LONGEST_TEXT))),
  ),
  ofFiles('has-macros', 'a document with a program in it', ({ hasMacros }) => hasMacros),
  ofFiles('fetches', 'a document that fetches something from elsewhere when it is opened', ({ fetches }) => fetches),
  ofFiles('document-script', 'a script in a PDF or in a picture', ({ hasScript, type }) => hasScript && !PAGES.has(type)),
  ofFiles(
    'page-script',
    'a page to be opened from the disk with a script in it',
    ({ hasScript, type }, file) => hasScript && PAGES.has(type) && !file.isInline,
  ),
  ofFiles('smuggles', 'a page that puts a file together by itself and hands it over', ({ smuggles }) => smuggles),
  metric({
    id: 'attachments.fields',
    version,
    unit: 'count',
    from,
    title: 'fields to fill in, in all files',
    of: ({ message }) => looked(message.files, (all) => all.reduce((sum, { forms }) => sum + forms, 0)),
  }),
  ofFiles('asks-password', 'a file asks for a password to be typed in', ({ asksPassword }) => asksPassword),
  ofFiles('unread', 'a file, or a part of one, could not be read', ({ unread }) => unread.length > 0),

  // Where they lead.
  metric({
    id: 'attachments.urls',
    version,
    unit: 'count',
    from,
    title: 'different addresses in the files',
    of: ({ message }) => looked(message.files, (all) => distinct(all.flatMap(({ urls }) => urls)).length),
  }),
  flag('links-only-in-files', 'the files lead somewhere, and the text leads nowhere', ({ message, links }) =>
    looked(message.files, (all) => all.some(leads) && !links.some(isOfText)),
  ),
  ofFiles(
    'page-of-one-link',
    'a PDF or document of few words that leads somewhere',
    (found) => DOCUMENTS.has(found.type) && leads(found) && found.unread.length === 0 && words(found.text ?? '') < FEW_WORDS,
  ),
  ofFiles(
    'invitation-leads',
    'an invitation or a visiting card leads somewhere else than to a meeting',
    (found) => CARDS.has(found.type) && hostsOf(found.urls).some((host) => !isMeeting(host)),
  ),
  flag('leads-with-recipient', 'an address in a file or code holds the address of whoever gets it', ({ message }) =>
    looked(message.files, (all) =>
      all.some(({ urls, codes }) => [...urls, ...codes].some((url) => message.recipients.some((to) => holdsAddress(url, to)))),
    ),
  ),

  // Codes to be read by a telephone.
  metric({
    id: 'attachments.codes',
    version,
    unit: 'count',
    from,
    title: 'QR codes in the pictures',
    of: ({ message }) => looked(message.files, (all) => distinct(all.flatMap(({ codes }) => codes)).length),
  }),
  metric({
    id: 'attachments.code-hosts',
    version,
    unit: 'list',
    from,
    title: 'hosts the codes lead to',
    of: ({ message }) => looked(message.files, (all) => hostsOf(all.flatMap(({ codes }) => codes))),
  }),
  flag(
    'code-leads-elsewhere',
    'a code leads to a domain no link of the text leads to, and that is not the author’s',
    codeLeadsElsewhere,
  ),
  flag(
    'picture-for-text',
    'a picture and next to no words',
    ({ message, seen }) => message.files.some((file) => PICTURES.has(typeOf(file))) && words(seen) < FEW_WORDS,
  ),
  flag('code-for-text', 'a code to be read by a telephone and next to no words', ({ message, seen }) =>
    looked(message.files, (all) => all.some(({ codes }) => codes.length > 0) && words(seen) < FEW_WORDS),
  ),
  flag(
    'file-for-text',
    'a file and next to no words',
    ({ message, seen }) => attached(message.files).length > 0 && words(seen) < FEW_WORDS,
  ),
];

function count(name: string, title: string, of: (reading: Reading) => number | undefined): Metric {
  return metric({ id: `attachments.${name}`, version, unit: 'count', from, title, of });
}

function flag(name: string, title: string, of: (reading: Reading) => boolean | undefined): Metric {
  return metric({ id: `attachments.${name}`, version, unit: 'flag', from, title, of });
}

function ofNames(name: string, title: string, test: (name: string) => boolean): Metric {
  return flag(name, title, ({ message }) => message.files.some((file) => test(file.name.slice(-LONGEST_NAME))));
}

function ofFiles(name: string, title: string, test: (found: AttachmentFound, file: MessageFile) => boolean): Metric {
  return flag(name, title, ({ message: { files } }) =>
    looked(files, () => files.some((file) => file.found !== undefined && test(file.found, file))),
  );
}

/** Undefined where there are files and the bytes of none were had. */
function looked<T>(files: readonly MessageFile[], of: (all: readonly AttachmentFound[]) => T): T | undefined {
  const all = files.flatMap(({ found }) => found ?? []);
  return all.length === 0 && files.length > 0 ? undefined : of(all);
}

/** The end decides what opens a file; no system takes a longer name. */
const LONGEST_NAME = 300;

const attached = (files: readonly MessageFile[]): readonly MessageFile[] => files.filter(({ isInline }) => !isInline);
const typeOf = (file: MessageFile): FileType => file.found?.type ?? typesNamed(file.extension)[0] ?? 'unknown';
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

function holds(types: ReadonlySet<FileType>): (found: AttachmentFound) => boolean {
  return ({ type }) => types.has(type);
}

const RUNNABLE_NAME = /\.(?:exe|scr|com|pif|cpl|msi|msix|appx|dll|jar|js|jse|vbs|vbe|wsf|wsh|hta|ps1|bat|cmd|lnk|url|chm|reg)$/i;

const isRunnable = ({ name, type }: AttachmentFound['entries'][number]): boolean =>
  RUNNABLE_NAME.test(name) || (type !== undefined && RUNNABLE.has(type));

function isWrapping({ type, entries }: AttachmentFound): boolean {
  const outer = entries.filter(({ depth, name }) => depth === 0 && !name.endsWith('/'));
  const [only] = outer;
  if (only === undefined || outer.length > 1 || !(ARCHIVES.has(type) || DISKS.has(type))) return false;
  return isRunnable(only) || (only.type !== undefined && ACTIVE.has(only.type));
}

const DOUBLE =
  /\.(?:pdf|docx?|xlsx?|pptx?|txt|rtf|jpe?g|png|gif|mp[34]|wav|csv|zip)[\s_]{0,100}\.(?:exe|scr|com|pif|cpl|msi|dll|jar|jse?|vb[se]|ws[fh]|hta|ps1|bat|cmd|lnk|url|html?|shtml|svg|iso|img|vhdx?|one)$/i;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u;

const LURE =
  /invoice|remit|payment|voice ?-?(?:mail|message|note)|\bvm\b|\bfax\b|e-?fax|docu ?sign|statement|receipt|payroll|salary|bonus|purchase.?order|quotation|swift|overdue|rechnung|mahnung|facture|factura|fattura|scan(?:ned)?[ _-]/i;

const typedName = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Local parts and names of domains of at least four letters: shorter ones stand in any name. */
function isNamedFor(name: string, recipient: string): boolean {
  const [local = '', domain = ''] = recipient.split('@');
  const written = typedName(name.slice(-LONGEST_NAME));
  const label = (registrableOf(domain) ?? domain).split('.')[0] ?? '';
  return [local, label].map(typedName).some((part) => part.length >= 4 && written.includes(part));
}

const LONGEST_TEXT = 64 * 1024;

/** `Password: 1234`, `the passcode is 1234`, in the languages such mail is sent in. */
const PASSWORD =
  /\b(?:pass ?-?(?:word|code|phrase)|pwd|(?:zip|archive|document|file|unlock) ?(?:key|pin|code)|passwor[dt]|kennwort|mot de passe|contrase(?:ñ|n)a|clave|senha|palavra-passe|wachtwoord|hasło|parola|пароль|密码|パスワード)(?:\s{1,3}(?:to|for|of)\s{1,3}[^\n.:]{1,40}?)?\s{0,3}(?:is|ist|lautet|est|es|é|:|=|-|–|：){1,2}\s{0,3}["'“„«]?[^\s"'”»]{3,40}/iu;

/** Of fewer words it is not what they say that counts. */
const FEW_WORDS = 25;

const words = (text: string): number => text.slice(0, LONGEST_TEXT).match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;

const leads = ({ urls, codes }: AttachmentFound): boolean => urls.length + codes.length > 0;
const isOfText = ({ from: where, host }: Reading['links'][number]): boolean =>
  (where === 'html' || where === 'text' || where === 'form') && host !== undefined;

/** Distinct, in small letters; of what is no address on the web nothing. */
const hostsOf = (urls: readonly string[]): readonly string[] =>
  distinct(
    urls.flatMap((url) => (/^https?:/i.test(url.trim()) && URL.canParse(url.trim()) ? [new URL(url.trim()).hostname] : [])),
  );

const MEETINGS = ['zoom.us', 'microsoft.com', 'google.com', 'webex.com', 'gotomeeting.com', 'goto.com', 'live.com'];

const isMeeting = (host: string): boolean => MEETINGS.includes(registrableOf(host) ?? host);

/** As it is, escaped, or in base64, as such addresses are made one for each victim. */
function holdsAddress(url: string, recipient: string): boolean {
  if (!recipient.includes('@')) return false;
  const lower = url.toLowerCase();
  const encoded = Buffer.from(recipient).toString('base64').replace(/=+$/, '');
  return lower.includes(recipient) || lower.includes(recipient.replace('@', '%40')) || url.includes(encoded);
}

function codeLeadsElsewhere({ message, links }: Reading): boolean | undefined {
  return looked(message.files, (all) => {
    const own = new Set([message.author?.registered, ...links.filter(isOfText).map(({ registered }) => registered)]);
    return hostsOf(all.flatMap(({ codes }) => codes)).some((host) => !own.has(registrableOf(host) ?? host));
  });
}
