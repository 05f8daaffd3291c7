// What a mail says, and how MIME carries it: plain text, the same as HTML, and
// files. The words are nobody's; they only have to look like a mail.

import type { Message } from '../message.ts';

export interface Content {
  readonly message: Message;
  readonly senderName: string;
  /** The whole text, where it matters what it says. */
  readonly text: string | undefined;
  readonly links: readonly string[];
  /** Which of the phrases; any whole numbers. */
  readonly phrases: readonly [number, number, number];
  readonly html: boolean;
}

const openings = [
  'Thanks for your time earlier.',
  'Please see below regarding {subject}.',
  'Following up on {subject}.',
  'Just checking in on {subject}.',
  'As discussed, here is where we are with {subject}.',
  'I hope you are well.',
  'Sorry for the slow reply.',
  'A quick note on {subject} before the weekend.',
] as const;

const middles = [
  'The figures are as we agreed, and I have noted the two open points.',
  'Could you have a look and tell me whether this works for you?',
  'There is one change since the last version, on the second page.',
  'Happy to go through it on a call if that is easier.',
  'We expect to have everything ready by the end of next week.',
  'Nothing urgent, but it would be good to close this soon.',
  'I have copied the colleagues who worked on it.',
  'Please let me know if anything is missing.',
  'The rest is unchanged and can stay as it is.',
] as const;

const closings = ['Kind regards,', 'Best regards,', 'Thanks,', 'Many thanks,', 'Cheers,', 'Regards,'] as const;

const chosen = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

/** Lines of plain text, without the links that stand on lines of their own. */
function textOf({ message, senderName, text, links, phrases }: Content): string[] {
  if (text !== undefined) return [...text.split(/\r?\n/), ...links.filter((link) => !text.includes(link))];
  const [first, second, third] = phrases;
  const subject = message.subject.replace(/^(?:(?:RE|FW): )+/, '');
  return [
    'Hi,',
    '',
    `${chosen(openings, first).replace('{subject}', subject)} ${chosen(middles, second)}`,
    ...(links.length === 0 ? [] : ['', ...links]),
    '',
    chosen(closings, third),
    senderName,
  ];
}

/** The body with its own headers, each line ended. */
export function bodyOf(content: Content): string {
  const files = filesIn(content.message.attachments);
  const words = wordsOf(content, files.length === 0);
  if (files.length === 0) return words;

  const boundary = `_004_${content.message.thread.slice(0, 24)}_`;
  const parts = [words, ...files.map(filePart)].map((part) => `--${boundary}${end}${part}`).join('');
  return `Content-Type: multipart/mixed; boundary="${boundary}"${end}${mime}${end}${parts}--${boundary}--${end}`;
}

const end = '\r\n';
const mime = `MIME-Version: 1.0${end}`;

function wordsOf(content: Content, outermost: boolean): string {
  const lines = textOf(content);
  const head = outermost ? mime : '';
  const plain = textPart('plain', lines.join(end));
  if (!content.html) return head + plain;

  const boundary = `_000_${content.message.thread.slice(0, 24)}_`;
  const parts = [plain, textPart('html', htmlOf(lines))].map((part) => `--${boundary}${end}${part}`).join('');
  return `${head}Content-Type: multipart/alternative; boundary="${boundary}"${end}${end}${parts}--${boundary}--${end}`;
}

function textPart(kind: 'plain' | 'html', text: string): string {
  // Few mails are all ASCII in short lines; those need no encoding.
  const bare = /^[\x20-\x7e\r\n]*$/.test(text) && !/[^\r\n]{900}/.test(text);
  const encoding = bare ? '7bit' : 'base64';
  const body = bare ? text : base64(Buffer.from(text, 'utf8'));
  return `Content-Type: text/${kind}; charset="${bare ? 'us-ascii' : 'utf-8'}"${end}Content-Transfer-Encoding: ${encoding}${end}${end}${body}${end}`;
}

const htmlOf = (lines: readonly string[]): string =>
  `<html><body>${end}${lines.map((line) => (line === '' ? '<br>' : `<p>${isLink(line) ? anchor(line) : escaped(line)}</p>`)).join(end)}${end}</body></html>`;

const isLink = (line: string): boolean => /^https?:\/\/\S+$/.test(line);
const anchor = (link: string): string => `<a href="${escaped(link)}">${escaped(link)}</a>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface File {
  readonly name: string;
  readonly sizeInBytes: number;
}

/** `plan.pdf (2010b); site.png (646b)` */
const filesIn = (attachments: string | undefined): File[] =>
  [...(attachments ?? '').matchAll(/([^;]+) \((\d+)b\)/g)].map(([, name = '', size = '0']) => ({
    name: name.trim(),
    sizeInBytes: Number(size),
  }));

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  html: 'text/html',
  png: 'image/png',
};

function filePart(file: File): string {
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  const name = encodedWord(file.name);
  const type = types[extension] ?? 'application/octet-stream';
  return [
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"; size=${file.sizeInBytes}`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(bytesOf(file, extension)),
    '',
  ].join(end);
}

/** Only the beginning of a file is kept; the same file is the same bytes, in whichever mail it travels. */
function bytesOf({ name, sizeInBytes }: File, extension: string): Buffer {
  const begins = extension === 'pdf' ? '%PDF-1.7\n' : 'PK\u0003\u0004';
  const bytes = Buffer.alloc(Math.min(512, Math.max(begins.length, sizeInBytes)));
  let state = sizeInBytes ^ 0x9e3779b9;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)) >>> 24;
  bytes.write(begins, 'latin1');
  return bytes;
}

function base64(bytes: Buffer): string {
  const text = bytes.toString('base64');
  let lines = text.slice(0, 76);
  for (let at = 76; at < text.length; at += 76) lines += end + text.slice(at, at + 76);
  return lines;
}

/** RFC 2047, where a header holds more than ASCII. */
export const encodedWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
