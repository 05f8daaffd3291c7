// Messages out of paths: whatever a file is called it is mail, and what is none is told of in its place.

import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersIn } from '../../src/tenant/letters.ts';
import type { Letter } from '../../src/tenant/letters.ts';
import { PathError } from '../../src/tenant/telemetry.ts';
import { resolverOf, zoneIn } from '../../src/tenant/zone.ts';
import { folder } from '../support/folder.ts';

const mail = (subject: string): string =>
  [
    'From: Zoe <zoe@fabrikam.test>',
    'To: ana@contoso.test',
    `Subject: ${subject}`,
    'Message-ID: <m1@fabrikam.test>',
    '',
    'See you.',
    '',
  ].join('\r\n');
const told = (letter: Letter): string => `${letter.file}: ${'raw' in letter ? (letter.raw.subject ?? '') : letter.why}`;
const all = async (path: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const letter of lettersIn(path)) found.push(told(letter));
  return found;
};

const here = folder('letters');
const at = (name: string): string => join(here.path, name);

beforeAll(() => {
  here.write({
    'one.eml': mail('One'),
    'two.txt': mail('Two'),
    three: mail('Three'),
    'none.eml': 'just words\nand more',
    'empty.eml': '',
    'box/a.eml': mail('A'),
    'box/b.msg': mail('B'),
    'box/row.json': JSON.stringify({ hello: 'world' }),
  });
  writeFileSync(at('four.eml.gz'), gzipSync(mail('Four')));
});
afterAll(() => {
  here.remove();
});

describe('a path', () => {
  it.each([
    ['one.eml', 'One'],
    ['two.txt', 'Two'],
    ['three', 'Three'],
  ])('%s is a message, whatever its ending', async (name, subject) => {
    expect(await all(at(name))).toEqual([`${at(name)}: ${subject}`]);
  });

  it('that is compressed is unpacked', async () => {
    expect(await all(at('four.eml.gz'))).toEqual([`${at('four.eml.gz')}: Four`]);
  });

  it('that is a folder gives every file in it, in order of name', async () => {
    expect(await all(at('box'))).toEqual([`${at('box/a.eml')}: A`, `${at('box/b.msg')}: B`, `${at('box/row.json')}: no message`]);
  });

  it('that holds no message is told of', async () => {
    const [why] = await all(at('none.eml'));
    expect(why).toMatch(/no header/);
  });

  it('that is empty is told of', async () => {
    expect(await all(at('empty.eml'))).toEqual([`${at('empty.eml')}: an empty file`]);
  });

  it('that does not exist is an error', async () => {
    await expect(all(at('nowhere.eml'))).rejects.toThrow(PathError);
  });

  it('is checked against recorded DNS where there is any, and only there', async () => {
    const zone = zoneIn('fabrikam.test: { TXT: ["v=spf1 -all"] }');
    for await (const letter of lettersIn(at('one.eml'), { resolver: resolverOf(zone) }))
      expect('raw' in letter ? letter.raw.checked?.dkim : undefined).toEqual([]);
    for await (const letter of lettersIn(at('one.eml'))) expect('raw' in letter && letter.raw.checked !== undefined).toBe(false);
  });
});
