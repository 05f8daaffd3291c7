// Files built byte by byte for tests of attachments: archives, documents, pictures. None of them holds anybody's data.

import { write, utils } from 'cfb';
import { PNG } from 'pngjs';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { qrPixels } from './qr.ts';

export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isEncrypted?: boolean;
  /** What the archive says it unpacks to, where that is a lie. */
  readonly size?: number;
  readonly isStored?: boolean;
}

const u16 = (...values: readonly number[]): Buffer => Buffer.from(values.flatMap((it) => [it & 255, (it >> 8) & 255]));
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export function zip(files: readonly ZipFile[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, isEncrypted = false, size, isStored = false } of files) {
    const [plain, named] = [Buffer.from(content as string), Buffer.from(name)];
    const packed = isStored ? plain : deflateRawSync(plain);
    const head = Buffer.concat([
      ...[u16(20, (isEncrypted ? 1 : 0) | 0x800, isStored ? 0 : 8, 0, 0), u32(0), u32(packed.length), u32(size ?? plain.length)],
      u16(named.length, 0),
    ]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, named, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), u16(20), head, u16(0, 0, 0), u32(0), u32(at), named]));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06'),
    u16(0, 0, files.length, files.length),
    u32(list.length),
    u32(at),
    u16(0),
  ]);
  return Buffer.concat([...locals, list, end]);
}

export function tar(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const bytes = Buffer.from(content as string);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('0', 156);
    head.write('ustar\x0000', 257);
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

/** A disk of one folder. */
export function iso(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const sector = 2_048;
  const contents = Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)] as const);
  const record = (name: Buffer, at: number, size: number, flags: number): Buffer => {
    const bytes = Buffer.alloc(33 + name.length + ((name.length + 1) % 2));
    bytes[0] = bytes.length;
    bytes.writeUInt32LE(at, 2);
    bytes.writeUInt32LE(size, 10);
    bytes[25] = flags;
    bytes[32] = name.length;
    name.copy(bytes, 33);
    return bytes;
  };
  let next = 19;
  const records = contents.map(([name, content]) => {
    const one = record(Buffer.from(`${name};1`), next, content.length, 0);
    next += Math.ceil(content.length / sector);
    return one;
  });
  const disk = Buffer.alloc(next * sector);
  disk.write('\x01CD001\x01', 16 * sector, 'latin1');
  record(Buffer.from([0]), 18, sector, 2).copy(disk, 16 * sector + 156);
  disk.write('\xffCD001\x01', 17 * sector, 'latin1');
  Buffer.concat([record(Buffer.from([0]), 18, sector, 2), record(Buffer.from([1]), 18, sector, 2), ...records]).copy(
    disk,
    18 * sector,
  );
  let at = 19;
  for (const [, content] of contents) {
    content.copy(disk, at * sector);
    at += Math.ceil(content.length / sector);
  }
  return disk;
}

/** A compound file of streams by their paths. */
export function ole(streams: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const file = utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) utils.cfb_add(file, `/${path}`, Buffer.from(content as string));
  return Buffer.from(write(file, { type: 'buffer' }) as Uint8Array);
}

/** What a document keeps of a file put into it. */
export function oleObject(label: string, content: Buffer): Buffer {
  const text = (it: string): Buffer => Buffer.from(`${it}\0`);
  return Buffer.concat([
    u32(0),
    u16(2),
    text(label),
    text(label),
    u32(0x30000),
    u32(label.length + 1),
    text(label),
    u32(content.length),
    content,
  ]);
}

export const document = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  zip(Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, content]) => ({ name, content })));

/** Objects as they are given; a stream is deflated. */
export function pdf(
  objects: readonly (
    string | { readonly dictionary: string; readonly stream: string | Uint8Array; readonly isPlain?: boolean }
  )[],
): Buffer {
  const parts = objects.map((it, n) => {
    if (typeof it === 'string') return Buffer.from(`${n + 1} 0 obj\n${it}\nendobj\n`, 'latin1');
    const plain = Buffer.from(it.stream as string);
    const stream = it.isPlain === true ? plain : deflateSync(plain);
    const filter = it.isPlain === true ? '' : ' /Filter /FlateDecode';
    return Buffer.concat([
      Buffer.from(`${n + 1} 0 obj\n<< ${it.dictionary}${filter} /Length ${stream.length} >>\nstream\n`, 'latin1'),
      stream,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  });
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n')]);
}

/** A PNG of a QR code. */
export function codePicture(text: string, scale = 4): Buffer {
  const { width, height, data } = qrPixels(text, scale);
  const png = new PNG({ width, height });
  data.copy(png.data);
  return PNG.sync.write(png);
}

/** A PNG of stripes, which are no code. */
export function stripes(width = 120, height = 60): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at++)
    png.data.fill((at % width) % 9 < 4 ? 20 : 240, at * 4, at * 4 + 3).writeUInt8(255, at * 4 + 3);
  return PNG.sync.write(png);
}

/** The head of a PNG that says it is as large as this, with next to nothing in it. */
export function hugePicture(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Begins as a program of Windows does, and is none. */
export const program = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

/** Begins as a shortcut of Windows does. */
export const shortcut = (): Buffer =>
  Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(100)]);
