import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import type { AttachmentFound, FileType } from '../../../src/ingest/message-record.ts';
import { inspect } from '../../../src/mail/attachment/inspect.ts';
import { allowance } from '../../../src/mail/attachment/look.ts';
import {
  codePicture,
  document,
  hugePicture,
  iso,
  ole,
  oleObject,
  pdf,
  program,
  shortcut,
  stripes,
  tar,
  zip,
} from '../../support/files.ts';
import { qrPixels } from '../../support/qr.ts';

const found = (bytes: string | Uint8Array, name = '', declaredType = ''): AttachmentFound =>
  inspect(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, { name, declaredType });

const nothing = {
  ...{ entries: [], isEncrypted: false, hasMacros: false, hasScript: false, smuggles: false, fetches: false },
  ...{ forms: 0, asksPassword: false, urls: [], codes: [], unread: [] },
};

describe('what a file is', () => {
  it.each<[FileType, string | Uint8Array, string?]>([
    ['empty', ''],
    ['zip', zip([{ name: 'a.txt', content: 'a' }])],
    ['java', zip([{ name: 'META-INF/MANIFEST.MF', content: 'a' }])],
    ['ooxml', document({ 'word/document.xml': '<w:document/>' })],
    ['odf', zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true }])],
    ['gzip', gzipSync('a')],
    ['tar', tar({ 'a.txt': 'a' })],
    ['iso', iso({ 'A.TXT': 'a' })],
    ['ole', ole({ WordDocument: 'a' })],
    ['rar', 'Rar!\x1a\x07\x01\0'],
    ['7z', '7z\xbc\xaf\x27\x1c\0\x04'],
    ['cab', 'MSCF\0\0\0\0'],
    ['vhd', 'vhdxfile'],
    ['packed', 'BZh91AY'],
    ['pdf', '%PDF-1.4'],
    ['pdf', 'some bytes before %PDF-1.4'],
    ['rtf', '{\\rtf1 a}'],
    ['onenote', '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3'],
    ['html', '<!DOCTYPE html><p>a'],
    ['html', '\xff\xfe<\0h\0t\0m\0l\0>\0'],
    ['html', 'Dear <b>all</b>', 'a.html'],
    ['svg', '<?xml version="1.0"?><svg xmlns="a"/>'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
    ['contact', 'BEGIN:VCARD\r\nEND:VCARD'],
    ['text', 'Dear all,\nthis is text.'],
    ['text', '-----BEGIN PGP SIGNATURE-----\n\niQ'],
    ['message', 'From: ana@contoso.test\r\nTo: ben@contoso.test\r\nSubject: a\r\n\r\ntext'],
    ['script', 'var a = new ActiveXObject("WScript.Shell");'],
    ['script', 'anything at all', 'a.js'],
    ['script', '@echo off\r\nstart a'],
    ['shortcut', '[InternetShortcut]\r\nURL=https://contoso.test/'],
    ['shortcut', shortcut()],
    ['exe', program()],
    ['elf', '\x7fELF\x02'],
    ['mach', '\xcf\xfa\xed\xfe\x07'],
    ['mach', '\xca\xfe\xba\xbe\0\0\0\x02'],
    ['java', '\xca\xfe\xba\xbe\0\0\0\x37'],
    ['png', stripes()],
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF\0\0\0\0WEBP'],
    ['audio', 'RIFF\0\0\0\0WAVE'],
    ['video', '\0\0\0\x18ftypmp42'],
    ['unknown', '\x01\x02\x03\x04\x05\x06'],
    // What Windows calls a program has a head; two letters are text.
    ['text', 'MZ is not always a program'],
    ['zip', `junk before${zip([{ name: 'a.txt', content: 'a' }]).toString('latin1')}`],
  ])('%s', (type, bytes, name) => {
    expect(found(bytes, name).type).toBe(type);
  });
});

describe('an archive', () => {
  it('lists its files with their types, and those of the archives in it', () => {
    const inner = zip([
      { name: 'run.exe', content: program() },
      { name: 'a.txt', content: 'text of a file' },
    ]);
    expect(
      found(
        zip([
          { name: 'inner.zip', content: inner },
          { name: 'b/', content: '' },
          { name: 'b/c.pdf', content: '%PDF-1.4' },
        ]),
      ),
    ).toEqual({
      ...nothing,
      type: 'zip',
      entries: [
        { name: 'inner.zip', depth: 0, size: inner.length, type: 'zip', isEncrypted: false },
        { name: 'run.exe', depth: 1, size: 202, type: 'exe', isEncrypted: false },
        { name: 'a.txt', depth: 1, size: 14, type: 'text', isEncrypted: false },
        { name: 'b/c.pdf', depth: 0, size: 8, type: 'pdf', isEncrypted: false },
      ],
      text: 'text of a file',
    });
  });

  it('with a password says so, and lists what it holds', () => {
    const { isEncrypted, entries, unread } = found(zip([{ name: 'a.exe', content: program(), isEncrypted: true }]));
    expect({ isEncrypted, entries, unread }).toEqual({
      isEncrypted: true,
      entries: [{ name: 'a.exe', depth: 0, size: 202, isEncrypted: true }],
      unread: [],
    });
    expect(found(zip([{ name: 'a.exe', content: program() }])).isEncrypted).toBe(false);
  });

  it('of the other kinds is looked into as well', () => {
    const files = { 'READ.TXT': 'see https://contoso.test/', 'RUN.LNK': shortcut() };
    const entries = [
      { name: 'READ.TXT', depth: 0, size: 25, type: 'text', isEncrypted: false },
      { name: 'RUN.LNK', depth: 0, size: 120, type: 'shortcut', isEncrypted: false },
    ];
    expect(found(tar(files))).toMatchObject({ type: 'tar', entries, urls: ['https://contoso.test/'] });
    expect(found(iso(files))).toMatchObject({ type: 'iso', entries, urls: ['https://contoso.test/'] });
    const packed = found(gzipSync(tar(files)), 'a.tgz').entries;
    expect(packed.map(({ name, depth }) => [name, depth])).toEqual([
      ['a.tar', 0],
      ['READ.TXT', 1],
      ['RUN.LNK', 1],
    ]);
  });

  it('of RAR lists names, and says when a password hides them', () => {
    const name = 'invoice.exe';
    const file = Buffer.concat([Buffer.alloc(32), Buffer.from(name)]);
    file[2] = 0x74;
    file.writeUInt16LE(0x8004, 3);
    file.writeUInt16LE(file.length, 5);
    file.writeUInt32LE(77, 11);
    file.writeUInt16LE(name.length, 26);
    const main = (flags: number): Buffer => Buffer.from([0, 0, 0x73, flags, 0, 13, 0, 0, 0, 0, 0, 0, 0]);
    const mark = Buffer.from('Rar!\x1a\x07\0', 'latin1');
    expect(found(Buffer.concat([mark, main(0), file]))).toMatchObject({
      isEncrypted: true,
      entries: [{ name, size: 77, isEncrypted: true }],
    });
    expect(found(Buffer.concat([mark, main(0x80), file]))).toMatchObject({ isEncrypted: true, entries: [] });

    const block = (content: readonly number[]): Buffer => Buffer.from([0, 0, 0, 0, content.length, ...content]);
    const mark5 = Buffer.from('Rar!\x1a\x07\x01\0', 'latin1');
    const file5 = block([2, 0, 0, 9, 0, 0x80, 0, 0, name.length, ...Buffer.from(name)]);
    expect(found(Buffer.concat([mark5, block([1, 0, 0]), file5])).entries).toEqual([
      { name, depth: 0, size: 9, isEncrypted: false },
    ]);
    expect(found(Buffer.concat([mark5, block([4, 0, 0])]))).toMatchObject({ isEncrypted: true, entries: [] });
  });

  it('that lies about sizes, or has no directory, is read as far as it goes', () => {
    const lying = found(zip([{ name: 'a.txt', content: 'short', size: 4_000_000_000 }]));
    expect(lying.entries).toEqual([{ name: 'a.txt', depth: 0, size: 4_000_000_000, type: 'text', isEncrypted: false }]);
    const whole = zip([
      { name: 'a.txt', content: 'one' },
      { name: 'b.exe', content: program() },
    ]);
    const cut = found(whole.subarray(0, whole.indexOf('PK\x01\x02')));
    expect(cut.entries.map(({ name, type }) => [name, type])).toEqual([
      ['a.txt', 'text'],
      ['b.exe', 'exe'],
    ]);
    expect(cut.unread).toEqual(['an archive without a directory: its files were searched for']);
  });
});

describe('a document', () => {
  it('with a program in it has macros', () => {
    expect(found(document({ 'word/vbaProject.bin': 'a', 'word/document.xml': '<w:t>Total due</w:t>' }))).toMatchObject({
      hasMacros: true,
      text: 'Total due',
    });
    expect(found(document({ 'word/document.xml': '<w:t>Total due</w:t>' }))).toEqual({
      ...nothing,
      type: 'ooxml',
      text: 'Total due',
    });
    expect(found(ole({ 'Macros/VBA/_VBA_PROJECT': 'a', WordDocument: 'b' })).hasMacros).toBe(true);
    expect(found(ole({ WordDocument: 'b' })).hasMacros).toBe(false);
  });

  it('of Excel 4 has them in its sheets', () => {
    const sheet = (kind: number): Buffer => Buffer.from([0x85, 0, 8, 0, 0, 0, 0, 0, 0, kind, 0, 0]);
    expect(found(ole({ Workbook: sheet(1) })).hasMacros).toBe(true);
    expect(found(ole({ Workbook: sheet(0) })).hasMacros).toBe(false);
  });

  it('tells where it leads, and what it fetches by itself', () => {
    const relations = (type: string, target: string): string =>
      `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
    const link = found(document({ 'word/_rels/document.xml.rels': relations('hyperlink', 'https://contoso.test/?a=1&amp;b=2') }));
    expect(link).toEqual({ ...nothing, type: 'ooxml', urls: ['https://contoso.test/?a=1&b=2'] });
    const template = found(
      document({ 'word/_rels/settings.xml.rels': relations('attachedTemplate', 'https://contoso.test/a.dotm') }),
    );
    expect(template).toMatchObject({ fetches: true, urls: ['https://contoso.test/a.dotm'] });
    const dde = (instruction: string): string =>
      `<w:p><w:instrText>${instruction.slice(0, 3)}</w:instrText><w:instrText>${instruction.slice(3)}</w:instrText></w:p>`;
    expect(found(document({ 'word/document.xml': dde('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe') })).fetches).toBe(true);
    expect(found(document({ 'word/document.xml': dde('PAGEREF a') })).fetches).toBe(false);
  });

  it('shows the files put into it', () => {
    const object = ole({ '\u0001Ole10Native': oleObject('invoice.exe', program()) });
    const { entries, hasMacros } = found(document({ 'word/embeddings/oleObject1.bin': object }));
    expect(entries.map(({ name, type, depth }) => [name, type, depth])).toEqual([
      ['word/embeddings/oleObject1.bin', 'ole', 0],
      ['invoice.exe', 'exe', 1],
    ]);
    expect(hasMacros).toBe(true);
    expect(found(document({ 'word/embeddings/sheet.xlsx': document({ 'xl/sharedStrings.xml': '<si>1</si>' }) })).hasMacros).toBe(
      false,
    );
  });

  it('with a password is told by its parts', () => {
    expect(found(ole({ EncryptedPackage: 'a', EncryptionInfo: 'b' })).isEncrypted).toBe(true);
    expect(
      found(
        zip([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
          { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
        ]),
      ).isEncrypted,
    ).toBe(true);
  });

  it('saved by Outlook has text and attachments', () => {
    const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
    const attached = '__attach_version1.0_#00000000';
    const message = ole({
      '__properties_version1.0': 'a',
      '__substg1.0_1000001F': wide('see https://contoso.test/a'),
      [`${attached}/__substg1.0_37010102`]: program(),
      [`${attached}/__substg1.0_3707001F`]: wide('a.exe'),
    });
    expect(found(message)).toMatchObject({
      type: 'ole',
      entries: [{ name: 'a.exe', type: 'exe' }],
      urls: ['https://contoso.test/a'],
      text: 'see https://contoso.test/a',
    });
  });

  it('of rich text tells its objects', () => {
    const compound = ole({ '\u0001Ole10Native': oleObject('a.exe', program()) }).toString('hex');
    expect(found(`{\\rtf1{\\object\\objemb\\objupdate{\\*\\objdata 0105 ${compound}}}}`)).toMatchObject({
      hasMacros: true,
      entries: [{ type: 'ole' }, { name: 'a.exe', type: 'exe' }],
    });
    expect(found('{\\rtf1{\\fonttbl{\\f0 Arial;}}\\f0 Dear \\b all\\b0\\par see https://contoso.test/}')).toEqual({
      ...nothing,
      type: 'rtf',
      urls: ['https://contoso.test/'],
      text: 'Dear all\nsee https://contoso.test/',
    });
    expect(found('{\\rtf1{\\*\\template http://contoso.test/a.dot}}')).toMatchObject({
      fetches: true,
      urls: ['http://contoso.test/a.dot'],
    });
  });
});

describe('a PDF', () => {
  it('tells its links and its words, also out of deflated streams', () => {
    const words = 'BT /F1 12 Tf (Your invoice is ) Tj [(re) -20 (ady)] TJ ET';
    expect(
      found(pdf(['<< /Type /Annot /A << /S /URI /URI (https://contoso.test/a\\(1\\)) >> >>', { dictionary: '', stream: words }])),
    ).toEqual({
      ...nothing,
      type: 'pdf',
      urls: ['https://contoso.test/a(1)'],
      text: 'Your invoice is ready',
    });
    const packed = {
      dictionary: '/Type /ObjStm /N 1 /First 4',
      stream: '4 0 << /A << /S /URI /URI (https://contoso.test/b) >> >>',
    };
    expect(found(pdf([packed])).urls).toEqual(['https://contoso.test/b']);
  });

  it('says when it shows many letters that only a font can tell', () => {
    const shown = (times: number): AttachmentFound =>
      found(pdf([{ dictionary: '', stream: `BT ${'<0012003400560078> Tj '.repeat(times)} ET` }]));
    expect(shown(100).unread).toEqual(['a PDF whose letters only its fonts can tell: its text was not read']);
    expect(shown(5).unread).toEqual([]);
  });

  it('tells scripts, programs, forms and passwords', () => {
    expect(found(pdf(['<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>'])).hasScript).toBe(true);
    expect(found(pdf(['<< /OpenAction << /S /Launch /F (cmd.exe) >> >>'])).hasMacros).toBe(true);
    expect(found(pdf(['<< /FT /Tx /T (Name) >>', '<< /FT /Tx /T (Card) >>'])).forms).toBe(2);
    expect(found(pdf(['<< /Encrypt 5 0 R >>'])).isEncrypted).toBe(true);
    expect(found(pdf(['<< /Type /Catalog >>']))).toEqual({ ...nothing, type: 'pdf' });
  });

  it('shows the files put into it', () => {
    const inside = { dictionary: '/Type /EmbeddedFile', stream: program() };
    expect(found(pdf([inside])).entries).toEqual([{ name: '', depth: 0, size: 202, type: 'exe', isEncrypted: false }]);
  });

  it('has its codes read, whatever they are drawn as', () => {
    const { width, height, data } = qrPixels('https://contoso.test/q', 3);
    const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
    const grey = Uint8Array.from({ length: width * height }, (_, n) => data[n * 4] ?? 0);
    expect(found(pdf([{ dictionary: `${dictionary} /ColorSpace /DeviceGray`, stream: grey }])).codes).toEqual([
      'https://contoso.test/q',
    ]);
    const photo = jpeg.encode({ width, height, data }, 80).data;
    expect(found(pdf([{ dictionary: `${dictionary} /Filter /DCTDecode`, stream: photo, isPlain: true }])).codes).toEqual([
      'https://contoso.test/q',
    ]);
    expect(found(pdf([{ dictionary, stream: grey.map((it, n) => (n % 7 === 0 ? 255 - it : 128)) }])).codes).toEqual([]);
  });
});

describe('a page', () => {
  const base64 = zip([{ name: 'a.exe', content: program() }]).toString('base64');

  it('tells its words, links, fields and scripts', () => {
    const page =
      '<html><title>Sign in</title><form action="https://contoso.test/take"><input name=a><input type=PASSWORD><input type=hidden></form><a href="https://contoso.test/b">b</a><p>Your mailbox is full</p></html>';
    expect(found(page)).toEqual({
      ...nothing,
      type: 'html',
      forms: 2,
      asksPassword: true,
      urls: ['https://contoso.test/take', 'https://contoso.test/b'],
      text: 'Sign in\nb\nYour mailbox is full',
    });
    expect(found('<html><p>Your mailbox is full</p><img src="https://contoso.test/x.png"></html>')).toEqual({
      ...nothing,
      type: 'html',
      text: 'Your mailbox is full',
    });
  });

  it('that hands a file over is seen to, however it does', () => {
    const script = (text: string): AttachmentFound => found(`<html><script>${text}</script></html>`);
    expect(
      script('const b = new Blob([Uint8Array.from(atob(x))]); a.href = URL.createObjectURL(b); a.download = "a.zip"').smuggles,
    ).toBe(true);
    expect(script(`var x = "${base64}"; save(x)`)).toMatchObject({
      smuggles: true,
      entries: [{ type: 'zip' }, { name: 'a.exe', type: 'exe' }],
    });
    expect(found(`<html><a download="a.zip" href="data:application/zip;base64,${base64}">open</a></html>`)).toMatchObject({
      smuggles: true,
      entries: [{ type: 'zip' }, { type: 'exe' }],
    });
    expect(script('fetch("https://contoso.test/count"); document.title = "a"')).toMatchObject({
      smuggles: false,
      hasScript: true,
      urls: ['https://contoso.test/count'],
    });
    // A picture in a page is no file handed over.
    expect(found(`<html><img src="data:image/png;base64,${stripes().toString('base64')}"></html>`)).toEqual({
      ...nothing,
      type: 'html',
    });
  });

  it('written by its script is read where it stands', () => {
    const page = '<form action="https://contoso.test/take"><input type="password"></form><p>Sign in to read the document</p>';
    const escaped = Buffer.from(page).toString('hex').replace(/../g, '%$&');
    const asked = {
      asksPassword: true,
      urls: ['https://contoso.test/take'],
      text: 'Sign in to read the document',
      smuggles: false,
    };
    expect(found(`<html><script>document.write(unescape("${escaped}"))</script></html>`)).toMatchObject(asked);
    expect(found(`<html><script>document.write(atob("${Buffer.from(page).toString('base64')}"))</script></html>`)).toMatchObject(
      asked,
    );
    expect(
      found(`<html><iframe src="data:text/html;base64,${Buffer.from(page).toString('base64')}"></iframe></html>`),
    ).toMatchObject(asked);
  });

  it('that goes on by itself tells where', () => {
    expect(found('<html><meta http-equiv="refresh" content="0; url=https://contoso.test/next"></html>').urls).toEqual([
      'https://contoso.test/next',
    ]);
    expect(found('<html><body onload="location=\'https://contoso.test/next\'"></html>')).toMatchObject({
      hasScript: true,
      urls: ['https://contoso.test/next'],
    });
  });

  it('may be a picture of tags', () => {
    expect(
      found('<svg xmlns="http://www.w3.org/2000/svg"><script>location="https://contoso.test/s"</script></svg>'),
    ).toMatchObject({ type: 'svg', hasScript: true, urls: ['https://contoso.test/s'] });
    expect(found('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')).toEqual({ ...nothing, type: 'svg' });
  });
});

describe('plain files', () => {
  it('tell where they lead', () => {
    const invitation =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting\r\nDESCRIPTION:Join https://contoso.test/meet\r\n ing?a=1\\, please\r\nEND:VEVENT\r\nEND:VCALENDAR';
    expect(found(invitation).urls).toEqual(['https://contoso.test/meeting?a=1']);
    expect(found('[InternetShortcut]\r\nURL=https://contoso.test/x\r\n').urls).toEqual(['https://contoso.test/x']);
    expect(found(Buffer.concat([shortcut(), Buffer.from('/c start https://contoso.test/y', 'utf16le')])).urls).toEqual([
      'https://contoso.test/y',
    ]);
    expect(found("a,b\n1,=cmd|' /C calc'!A0\n", 'a.csv').fetches).toBe(true);
    expect(found('a,b\n1,=SUM(A1)\n', 'a.csv').fetches).toBe(false);
  });

  it('of a notebook shows what hangs in it', () => {
    const mark = Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex');
    const size = Buffer.alloc(20);
    size.writeBigUInt64LE(202n);
    const file = Buffer.concat([Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex'), size, program()]);
    expect(found(Buffer.concat([mark, Buffer.alloc(64), file]))).toMatchObject({
      hasMacros: true,
      entries: [{ type: 'exe', size: 202 }],
    });
  });
});

describe('a picture', () => {
  it('has its code read, of either colour, in any kind of picture', () => {
    const text = 'HTTPS://CONTOSO.TEST/Q';
    const { width, height, data } = qrPixels(text, 4, true);
    expect(found(codePicture(text)).codes).toEqual([text]);
    expect(found(jpeg.encode({ width, height, data }, 60).data).codes).toEqual([text]);
    expect(found(bitmap(qrPixels(text, 3))).codes).toEqual([text]);
    expect(found(stripes())).toEqual({ ...nothing, type: 'png' });
  });

  it('that says it is huge is not decoded', () => {
    const { codes, unread } = found(hugePicture(60_000, 60_000));
    expect({ codes, unread }).toEqual({ codes: [], unread: ['a picture too large to be looked at'] });
  });

  it('is one of a few in a message', () => {
    const left = { ...allowance(), pictures: 1 };
    const [first, second] = [codePicture('one'), codePicture('two')].map((bytes) =>
      inspect(bytes, { name: '', declaredType: '' }, left),
    );
    expect(first?.codes).toEqual(['one']);
    expect(second).toMatchObject({
      codes: [],
      unread: ['more in all the files than is looked at in one message: the rest was left out'],
    });
  });
});

function bitmap({ width, height, data }: { readonly width: number; readonly height: number; readonly data: Buffer }): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(-height, 22);
  head.writeUInt16LE(32, 28);
  return Buffer.concat([head, data]);
}

describe('whatever the bytes', () => {
  const files = [
    zip([
      { name: 'a.zip', content: zip([{ name: 'b.html', content: '<script>atob("x")</script>' }]) },
      { name: 'c.exe', content: program() },
    ]),
    document({
      'word/vbaProject.bin': 'a',
      'word/_rels/document.xml.rels': '<Relationship TargetMode="External" Target="https://a.test"/>',
      'word/media/a.png': codePicture('x', 1),
    }),
    ole({ 'Macros/VBA/_VBA_PROJECT': 'a', Workbook: Buffer.alloc(100, 1), '\u0001Ole10Native': oleObject('a.exe', program()) }),
    pdf([
      '<< /URI (https://a.test) >>',
      { dictionary: '/Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8', stream: Buffer.alloc(100) },
    ]),
    tar({ a: 'b', c: 'd' }),
    gzipSync(tar({ a: 'b' })),
    iso({ 'A.TXT': 'a' }),
    codePicture('x', 1),
    jpeg.encode(qrPixels('x', 1), 50).data,
    Buffer.from('{\\rtf1{\\object\\objdata d0cf11e0a1b11ae1}}'),
    Buffer.from(
      '<html><a href="data:text/html;base64,PGI+" onclick="x"><script>atob("PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+PGI+")</script>',
    ),
    Buffer.from(
      'GIF89a\x08\0\x08\0\xf0\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x08\0\x08\0\0\x02\x07\x84\x8f\xa9\xcb\xed\x0f\x63\0;',
      'latin1',
    ),
    Buffer.from('Rar!\x1a\x07\x01\0\0\0\0\0\x0a\x02\x02\0\x04\x09\0\x80\0\0\x01a', 'latin1'),
    Buffer.from(
      'MSCF\0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a.exe\0',
      'latin1',
    ),
  ];

  it('answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.constantFrom('', 'a.js', 'a.zip', 'a.html'), (bytes, name) => {
        expect(found(bytes, name)).toHaveProperty('type');
      }),
    );
  });

  it('answers for files that broke on the way', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      by: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (file, changes, kept) => {
          const broken = Buffer.from(file.subarray(0, Math.ceil(file.length * kept)));
          for (const { at, by } of changes)
            broken.set(by.subarray(0, broken.length), Math.floor(at * Math.max(0, broken.length - by.length)));
          expect(found(broken)).toHaveProperty('type');
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});
