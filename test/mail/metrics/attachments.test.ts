import { describe, expect, it } from 'vitest';
import type { AttachmentFound, FileType } from '../../../src/ingest/message-record.ts';
import type { Link } from '../../../src/mail/link.ts';
import type { MessageFile } from '../../../src/mail/message.ts';
import type { MetricValue } from '../../../src/mail/metric.ts';
import { attachments } from '../../../src/mail/metrics/attachments.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, letter, readingFrom, saidBy } from '../../support/letters.ts';

const ask = asking(attachments);

/** A file of a type with what was seen in it. */
function file(name: string, type: FileType, more: Partial<AttachmentFound> = {}, given: Partial<MessageFile> = {}): MessageFile {
  const found: AttachmentFound = {
    ...{ type, entries: [], isEncrypted: false, hasMacros: false, hasScript: false, smuggles: false, fetches: false },
    ...{ forms: 0, asksPassword: false, urls: [], codes: [], unread: [] },
    ...more,
  };
  return { ...unseen(name), found, ...given };
}

/** As a record has it whose files nobody had. */
const unseen = (name: string): MessageFile => ({
  ...{ name, extension: /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '', declaredType: 'application/octet-stream' },
  ...{ size: 1_000, sha256: 'ab'.repeat(32), isInline: false },
});

const entry = (name: string, type: FileType, depth = 0): AttachmentFound['entries'][number] => ({
  name,
  type,
  depth,
  size: 1,
  isEncrypted: false,
});
const link = (host: string): Link => ({
  url: `https://${host}/`,
  scheme: 'https',
  host,
  registered: host,
  shows: host,
  from: 'html',
  isHidden: false,
});

const LONG = 'Hello Ana, here is the plan for Thursday as we spoke of it on the telephone. '.repeat(5);

/** What hangs on it is given as it is after reading. */
const saying = (seen: string, ...files: readonly MessageFile[]): Reading => readingFrom({ ...letter({ text: seen }), files });
const having = (...files: readonly MessageFile[]): Reading => saying(LONG, ...files);
const linking = (host: string, ...files: readonly MessageFile[]): Reading =>
  readingFrom({ ...letter({ text: LONG }), files }, undefined, { links: [link(host)] });
const inline = (name: string, type: FileType, more: Partial<AttachmentFound> = {}): MessageFile =>
  file(name, type, more, { isInline: true });

const invoice = file('report.pdf', 'pdf');
const code = file('a.png', 'png', { codes: ['https://elsewhere.example/q'] });
const locked = file('a.zip', 'zip', { isEncrypted: true });

/** A metric, a letter and what it says of it; for every one that fires, one that does not. */
const cases: readonly (readonly [name: string, says: string, reading: Reading, value: MetricValue | undefined])[] = [
  ['count', 'files apart from pictures of the text', having(invoice, inline('logo.png', 'png')), 1],
  ['count', 'none', having(), 0],
  ['inline', 'pictures of the text', having(invoice, inline('logo.png', 'png')), 1],
  ['inline', 'none', having(invoice), 0],
  ['largest', 'of two', having(invoice, file('b.pdf', 'pdf', {}, { size: 5_000 })), 5_000],
  ['largest', 'of none', having(), 0],
  ['names', 'as written', having(invoice), ['report.pdf']],
  ['names', 'of none', having(), []],
  ['types', 'each once', having(invoice, invoice, code), ['pdf', 'png']],
  ['types', 'of files nobody had', having(unseen('a.pdf')), undefined],
  ['types', 'of none', having(), []],

  ['extension-lies', 'a program named like a document', having(file('a.pdf', 'exe')), true],
  ['extension-lies', 'a page named like a picture', having(file('a.png', 'html')), true],
  ['extension-lies', 'a document under its older name', having(file('a.doc', 'ooxml')), false],
  ['extension-lies', 'one picture for another', having(file('a.png', 'jpeg')), false],
  ['extension-lies', 'an end that promises nothing', having(file('a.dat', 'zip')), false],
  ['declared-type-lies', 'a page declared a PDF', having(file('a', 'html', {}, { declaredType: 'application/pdf' })), true],
  ['declared-type-lies', 'an archive declared a picture', having(file('a', 'zip', {}, { declaredType: 'image/png' })), true],
  ['declared-type-lies', 'what is what it is', having(file('a', 'pdf', {}, { declaredType: 'application/pdf' })), false],
  ['declared-type-lies', 'what is declared nothing', having(file('a', 'exe')), false],
  ['double-extension', 'a document and a program', having(file('invoice.pdf.js', 'script')), true],
  ['double-extension', 'a version', having(file('plan.v2.pdf', 'pdf')), false],
  ['reversed-name', 'turned round', having(file('invoice\u202Efdp.exe', 'exe')), true],
  ['reversed-name', 'straight', having(file('invoice.pdf', 'pdf')), false],
  ['padded-name', 'out of sight', having(file(`invoice.pdf${' '.repeat(40)}.exe`, 'exe')), true],
  ['padded-name', 'in sight', having(file('our invoice .pdf', 'pdf')), false],
  ['lure-name', 'a voice message', having(file('Voice_Message.html', 'html')), true],
  ['lure-name', 'minutes', having(file('minutes.docx', 'ooxml')), false],
  ['named-for-recipient', 'a page with the name of the house', having(file('Contoso-statement.html', 'html')), true],
  ['named-for-recipient', 'a document with it', having(file('Contoso-statement.pdf', 'pdf')), false],
  ['named-for-recipient', 'a page of nobody', having(file('statement.html', 'html')), false],

  ['has-program', 'of Windows', having(file('a.exe', 'exe')), true],
  ['has-program', 'none', having(invoice), false],
  ['has-script-file', 'a script', having(file('a.js', 'script')), true],
  ['has-script-file', 'none', having(invoice), false],
  ['has-shortcut', 'a shortcut', having(file('a.lnk', 'shortcut')), true],
  ['has-shortcut', 'none', having(invoice), false],
  ['has-disk-image', 'a CD', having(file('a.iso', 'iso')), true],
  ['has-disk-image', 'none', having(file('a.zip', 'zip')), false],
  ['has-archive', 'an archive', having(file('a.zip', 'zip')), true],
  ['has-archive', 'a document made like one', having(file('a.docx', 'ooxml')), false],
  ['has-html', 'a page', having(file('a.html', 'html')), true],
  ['has-html', 'a drawing', having(file('a.svg', 'svg')), true],
  ['has-html', 'a drawing of the text', having(inline('a.svg', 'svg')), false],
  ['has-notebook', 'a section', having(file('a.one', 'onenote')), true],
  ['has-notebook', 'none', having(invoice), false],
  ['has-message', 'a message', having(file('a.eml', 'message')), true],
  ['has-message', 'none', having(invoice), false],
  ['archive-has-program', 'by its bytes', having(file('a.zip', 'zip', { entries: [entry('a.txt', 'exe')] })), true],
  [
    'archive-has-program',
    'by its name, where its bytes need a password',
    having(file('a.zip', 'zip', { entries: [{ name: 'a.JS', depth: 0, isEncrypted: true }] })),
    true,
  ],
  ['archive-has-program', 'documents', having(file('a.zip', 'zip', { entries: [entry('a.pdf', 'pdf')] })), false],
  ['archive-has-page', 'a page', having(file('a.zip', 'zip', { entries: [entry('a.html', 'html')] })), true],
  ['archive-has-page', 'a document', having(file('a.zip', 'zip', { entries: [entry('a.pdf', 'pdf')] })), false],
  ['nested-archive', 'a disk in an archive', having(file('a.zip', 'zip', { entries: [entry('a.iso', 'iso')] })), true],
  ['nested-archive', 'documents', having(file('a.zip', 'zip', { entries: [entry('a.docx', 'ooxml')] })), false],
  [
    'single-in-archive',
    'one program',
    having(file('a.zip', 'zip', { entries: [entry('a/', 'empty'), entry('a/a.exe', 'exe')] })),
    true,
  ],
  [
    'single-in-archive',
    'a program among others',
    having(file('a.zip', 'zip', { entries: [entry('a.exe', 'exe'), entry('b.txt', 'text')] })),
    false,
  ],
  ['single-in-archive', 'one document', having(file('a.zip', 'zip', { entries: [entry('a.pdf', 'pdf')] })), false],
  [
    'archive-entries',
    'in all',
    having(
      file('a.zip', 'zip', { entries: [entry('a', 'text')] }),
      file('b.zip', 'zip', { entries: [entry('b', 'text'), entry('c', 'text', 1)] }),
    ),
    3,
  ],
  ['archive-entries', 'none', having(invoice), 0],

  ['encrypted', 'a password', having(locked), true],
  ['encrypted', 'none', having(file('a.zip', 'zip')), false],
  ['password-in-text', 'a password for a file', saying('Please see attached. Password: 7Hx2', locked), true],
  ['password-in-text', 'in another tongue', saying('Das Passwort lautet 7Hx2', locked), true],
  ['password-in-text', 'a file that needs none', saying('Password: 7Hx2', invoice), false],
  ['password-in-text', 'told elsewhere', saying('I will tell you the password by telephone', locked), false],
  ['has-macros', 'a program in a document', having(file('a.docm', 'ooxml', { hasMacros: true })), true],
  ['has-macros', 'none', having(file('a.docx', 'ooxml')), false],
  ['fetches', 'a template from elsewhere', having(file('a.docx', 'ooxml', { fetches: true })), true],
  ['fetches', 'nothing', having(file('a.docx', 'ooxml')), false],
  ['document-script', 'in a PDF', having(file('a.pdf', 'pdf', { hasScript: true })), true],
  ['document-script', 'in a page', having(file('a.html', 'html', { hasScript: true })), false],
  ['page-script', 'in a page', having(file('a.html', 'html', { hasScript: true })), true],
  ['page-script', 'in a PDF', having(file('a.pdf', 'pdf', { hasScript: true })), false],
  ['smuggles', 'a file handed over', having(file('a.html', 'html', { smuggles: true })), true],
  ['smuggles', 'none', having(file('a.html', 'html')), false],
  ['fields', 'in all files', having(file('a.html', 'html', { forms: 2 }), file('b.pdf', 'pdf', { forms: 1 })), 3],
  ['fields', 'none', having(invoice), 0],
  ['asks-password', 'a page that does', having(file('a.html', 'html', { asksPassword: true })), true],
  ['asks-password', 'none', having(file('a.html', 'html')), false],
  [
    'unread',
    'a part that could not be read',
    having(file('a.7z', '7z', { unread: ['a 7z archive: its files are not listed'] })),
    true,
  ],
  ['unread', 'all read', having(invoice), false],

  [
    'urls',
    'each once',
    having(
      file('a.pdf', 'pdf', { urls: ['https://a.example/', 'https://b.example/'] }),
      file('b.pdf', 'pdf', { urls: ['https://a.example/'] }),
    ),
    2,
  ],
  ['urls', 'none', having(invoice), 0],
  [
    'links-only-in-files',
    'a file leads, the text does not',
    having(file('a.pdf', 'pdf', { urls: ['https://elsewhere.example/'] })),
    true,
  ],
  [
    'links-only-in-files',
    'the text leads as well',
    linking('fabrikam.test', file('a.pdf', 'pdf', { urls: ['https://elsewhere.example/'] })),
    false,
  ],
  [
    'page-of-one-link',
    'few words',
    having(file('a.pdf', 'pdf', { urls: ['https://elsewhere.example/'], text: 'View the document' })),
    true,
  ],
  ['page-of-one-link', 'many words', having(file('a.pdf', 'pdf', { urls: ['https://elsewhere.example/'], text: LONG })), false],
  [
    'page-of-one-link',
    'words nobody could read',
    having(file('a.pdf', 'pdf', { urls: ['https://elsewhere.example/'], unread: ['its text'] })),
    false,
  ],
  ['page-of-one-link', 'no link', having(file('a.pdf', 'pdf', { text: 'View the document' })), false],
  ['invitation-leads', 'elsewhere', having(file('a.ics', 'calendar', { urls: ['https://elsewhere.example/pay'] })), true],
  ['invitation-leads', 'to a meeting', having(file('a.ics', 'calendar', { urls: ['https://us02web.zoom.us/j/1'] })), false],
  [
    'leads-with-recipient',
    'with an address',
    having(file('a.html', 'html', { urls: ['https://elsewhere.example/?e=ana@contoso.test'] })),
    true,
  ],
  [
    'leads-with-recipient',
    'in base64',
    having(file('a.png', 'png', { codes: [`https://elsewhere.example/#${Buffer.from('ana@contoso.test').toString('base64')}`] })),
    true,
  ],
  ['leads-with-recipient', 'without', having(file('a.html', 'html', { urls: ['https://elsewhere.example/?e=1'] })), false],

  ['codes', 'each once', having(code, code), 1],
  ['codes', 'none', having(invoice), 0],
  ['code-hosts', 'of addresses alone', having(code, file('b.png', 'png', { codes: ['WIFI:S:guest;;'] })), ['elsewhere.example']],
  ['code-hosts', 'none', having(invoice), []],
  ['code-leads-elsewhere', 'than the text', linking('fabrikam.test', code), true],
  ['code-leads-elsewhere', 'where the text leads', linking('elsewhere.example', code), false],
  [
    'code-leads-elsewhere',
    'to the author’s own',
    having(file('a.png', 'png', { codes: ['https://www.fabrikam.test/q'] })),
    false,
  ],
  ['picture-for-text', 'a picture alone', saying('Hello', file('a.png', 'png')), true],
  ['picture-for-text', 'a picture and a text', having(file('a.png', 'png')), false],
  ['code-for-text', 'a code alone', saying('Scan this', code), true],
  ['code-for-text', 'a code and a text', having(code), false],
  ['code-for-text', 'a picture alone', saying('Scan this', file('a.png', 'png')), false],
  ['file-for-text', 'a file alone', saying('See attached', invoice), true],
  ['file-for-text', 'a file and a text', having(invoice), false],
  ['file-for-text', 'a picture of the text alone', saying('Hello', inline('a.png', 'png')), false],
];

it.each(cases)('attachments.%s: %s', (name, _, reading, value) => {
  expect(ask(`attachments.${name}`, reading)).toEqual(value);
});

it('every one has a case that says something, and one that says otherwise', () => {
  const told = (id: string): number =>
    new Set(cases.flatMap(([name, , , value]) => (`attachments.${name}` === id ? [JSON.stringify(value ?? null)] : []))).size;
  expect(attachments.map(({ id }) => id).filter((id) => told(id) < 2)).toEqual([]);
});

it('says nothing of bytes nobody had', () => {
  const reading = having(unseen('a.pdf'));
  expect(ask('attachments.has-macros', reading)).toBeUndefined();
  expect(ask('attachments.codes', reading)).toBeUndefined();
  expect(ask('attachments.count', reading)).toBe(1);
});

describe('hostile names and texts', () => {
  it.each([
    ['blanks', ' '.repeat(100_000)],
    ['dots', '.pdf'.repeat(25_000)],
    ['passwords', 'password '.repeat(12_000)],
    ['underscores and blanks', `.pdf${'_ '.repeat(50_000)}`],
    ['signs', '@%:/'.repeat(25_000)],
  ])('are read in time: %s', (_, text) => {
    const reading = saying(text, file(text, 'zip', { isEncrypted: true, urls: [text], codes: [text], text }));
    const began = performance.now();
    saidBy(attachments, reading);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
