// What the bytes of an attachment are and what is in them, down to a bound, without running or fetching anything.
//
// Never throws, for any bytes: a reader that meets what it cannot read leaves what it found, and a word about it. All
// attachments of a message share one allowance; what is left out because it is spent is said.
//
// Blind to: what RAR, 7z and cabinets hold beyond the names they list, XFA forms, codes drawn with lines, pictures of
// millions of pixels, and what a script makes by reckoning.

import type { AttachmentFound, FileType } from '../../ingest/message-record.ts';
import { readCab, readGzip, readIso, readRar, readSevenZip, readTar, readZip } from './archive.ts';
import { readPicture } from './codes.ts';
import { typeOf } from './file-type.ts';
import type { Named } from './file-type.ts';
import { allowance, foundOf, nothing, spend } from './look.ts';
import type { Allowance, Findings, Look, Reader } from './look.ts';
import { readMarkup, readScript, readXml } from './markup.ts';
import { readOffice } from './office.ts';
import { readOle } from './ole.ts';
import { readPdf } from './pdf.ts';
import { readCard, readMail, readNotebook, readShortcut, readText } from './plain.ts';
import { readRtf } from './rtf.ts';

/** Files in files. */
const DEEPEST = 3;

const MiB = 1024 * 1024;

/** How each type is read, and as many bytes of it as its reader may go through. */
const readers: Readonly<Partial<Record<FileType, readonly [read: Reader, most: number]>>> = {
  // Of archives it is their lists that are gone through; what is in them counts for itself.
  ...{
    zip: [readZip, MiB],
    java: [readZip, MiB],
    ooxml: [readOffice, MiB],
    odf: [readOffice, MiB],
    gzip: [readGzip, MiB],
    tar: [readTar, MiB],
  },
  ...{
    rar: [readRar, MiB],
    '7z': [readSevenZip, MiB],
    cab: [readCab, MiB],
    iso: [readIso, MiB],
    ole: [readOle, 4 * MiB],
    onenote: [readNotebook, 4 * MiB],
  },
  ...{
    pdf: [readPdf, 16 * MiB],
    rtf: [readRtf, 4 * MiB],
    html: [readMarkup, 4 * MiB],
    svg: [readMarkup, 4 * MiB],
    xml: [readXml, 4 * MiB],
  },
  ...{
    script: [readScript, 2 * MiB],
    shortcut: [readShortcut, MiB],
    text: [readText, MiB],
    calendar: [readCard, MiB],
    contact: [readCard, MiB],
    message: [readMail, MiB],
  },
  ...{
    png: [readPicture('png'), MiB],
    jpeg: [readPicture('jpeg'), MiB],
    gif: [readPicture('gif'), MiB],
    bmp: [readPicture('bmp'), MiB],
  },
};

const NOT_OPENED: Readonly<Partial<Record<FileType, string>>> = {
  vhd: 'an image of a hard disk: its files are not listed',
  packed: 'an archive of a kind that is not opened here',
};

export function inspect(bytes: Uint8Array, named: Named, left: Allowance = allowance()): AttachmentFound {
  const found = nothing();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = look(buffer, named, { found, allowance: left, depth: 0 });
  return foundOf(type, found);
}

interface Place {
  readonly found: Findings;
  readonly allowance: Allowance;
  readonly depth: number;
}

function look(bytes: Buffer, named: Named, place: Place): FileType {
  const { found, depth } = place;
  const type = sureTypeOf(bytes, named);
  const word = NOT_OPENED[type];
  if (word !== undefined) found.unread.add(word);
  const reader = readers[type];
  if (reader === undefined) return type;

  if (depth > DEEPEST) {
    found.unread.add('files nested too deeply: not looked into');
    return type;
  }
  const here: Look = {
    ...place,
    name: named.name,
    within: (content, name) => look(content, { name, declaredType: '' }, { ...place, depth: depth + 1 }),
  };
  const [read, most] = reader;
  if (!spend(here, 'read', Math.min(bytes.length, most))) return type;
  try {
    read(bytes, here);
  } catch {
    found.unread.add(`a file of type ${type} that is broken: read as far as it goes`);
  }
  return type;
}

function sureTypeOf(bytes: Buffer, named: Named): FileType {
  try {
    return typeOf(bytes, named);
  } catch {
    return 'unknown';
  }
}
