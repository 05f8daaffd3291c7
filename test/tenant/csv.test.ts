import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/ingest/lines.ts';
import { seeded } from '../../src/model/seeded.ts';
import { CsvRows, looksLikeCsv } from '../../src/tenant/csv.ts';

/** `line record` or `line ! why`. */
function read(text: string | Uint8Array): string[] {
  const rows = new CsvRows();
  const lines = new LineSplitter(rows.longestLine);
  const found = [...lines.push(Buffer.from(text)), ...lines.end()].flatMap((line) => rows.take(line));
  return [...found, ...rows.end()].map((one) =>
    'why' in one ? `${one.line} ! ${one.why}` : `${one.line} ${JSON.stringify(one.record)}`,
  );
}

describe('a row', () => {
  it('is keyed by the header, its values text, empty ones left out', () => {
    expect(read('id,name,size\n1,Ana,\n2,,7\n')).toEqual(['2 {"id":"1","name":"Ana"}', '3 {"id":"2","size":"7"}']);
  });

  it('stands on the line where it begins, however many its values span', () => {
    expect(read('id,data\r\n1,"{""a"":\r\n 1}"\r\n\r\n2,x\r\n')).toEqual([
      String.raw`2 {"id":"1","data":"{\"a\":\r\n 1}"}`,
      '5 {"id":"2","data":"x"}',
    ]);
  });

  it('is separated as its header is', () => {
    expect(read('a;b\n1,5;2\n')).toEqual(['2 {"a":"1,5","b":"2"}']);
    expect(read('a\tb\n1, 5\t"2"\n')).toEqual(['2 {"a":"1, 5","b":"2"}']);
    expect(read('"a,x";b;c\n1;2;3\n')).toEqual(['2 {"a,x":"1","b":"2","c":"3"}']);
    expect(read('a\n1\n')).toEqual(['2 {"a":"1"}']);
  });

  it('may be shorter than its header, and not longer unless nothing is in it', () => {
    expect(read('a,b,c\n1\n1,2,3,4\n1,2,3,,\n,,\n')).toEqual([
      '2 {"a":"1"}',
      '3 ! 4 values under a header of 3 columns',
      '4 {"a":"1","b":"2","c":"3"}',
    ]);
  });

  it('with a quote where none may be is none', () => {
    expect(read('a,b\n1,x "y" z\n"1"x,2\n1, "2" \n')).toEqual([
      '2 ! a quote in the middle of a value; a value with quotes in it is quoted whole, and they are doubled',
      '3 ! a quote in the middle of a value; a value with quotes in it is quoted whole, and they are doubled',
      '4 {"a":"1","b":"2"}',
    ]);
  });

  it('that is binary or not UTF-8 is none', () => {
    expect(read('a,b\n1,\0\n2,x\n')).toEqual(['2 ! NUL bytes where a row should be', '3 {"a":"2","b":"x"}']);
    expect(read(Buffer.from('a,b\n1,\xe9\n2,x\n', 'latin1'))).toEqual(['2 ! not UTF-8 text', '3 {"a":"2","b":"x"}']);
  });
});

describe('a quote that never closes', () => {
  it('costs its own row', () => {
    expect(read('a,b\n1,x\n2,"y\n3,z\n4,w\n')).toEqual([
      '2 {"a":"1","b":"x"}',
      '3 ! a quote that never closes',
      '4 {"a":"3","b":"z"}',
      '5 {"a":"4","b":"w"}',
    ]);
  });

  it('that meets another one costs their two rows', () => {
    expect(read('a,b\n2,"y\n3,z\n4,"w\n5,v\n')).toEqual([
      '2 ! a quote that never closes',
      '3 {"a":"3","b":"z"}',
      '4 ! a quote that never closes',
      '5 {"a":"5","b":"v"}',
    ]);
  });

  it('does not make rows of the lines of a value', () => {
    expect(read('a,b\n1,"first\nsecond\n2,x\n')).toEqual([
      '2 ! a quote that never closes',
      '3 ! 1 values under a header of 2 columns',
      '4 {"a":"2","b":"x"}',
    ]);
  });

  it('is given up after 16 MiB, and all the rest is read', () => {
    const found = read(`a,b\n1,"y\n${'5,x\n'.repeat(300_000)}6,z\n`);
    expect(found[0]).toBe('2 ! a quote that never closes');
    expect(found).toHaveLength(300_002);
    expect(found.at(-1)).toBe('300003 {"a":"6","b":"z"}');
  });

  it('in the header leaves nothing to read', () => {
    expect(read('a,"b\n1,2\n')).toEqual(['1 ! no header, and so no row can be read: a quote that never closes']);
  });
});

describe('a header', () => {
  it('has a name for every column', () => {
    expect(read('a,,a,__proto__, b\n1,2,3,4,5\n')).toEqual(['2 {"a":"1","#2":"2","a#3":"3","#4":"4","b":"5"}']);
  });

  it('alone is nothing, and binary it is no header', () => {
    expect(read('a,b\n')).toEqual([]);
    expect(read('')).toEqual([]);
    expect(read('PNG\0\0,\n1,2\n')).toEqual([
      '1 ! no header, and so no row can be read: the first line does not name the columns',
    ]);
    expect(read(Buffer.from('Größe,b\n1,2\n', 'latin1'))).toEqual(['1 ! no header, and so no row can be read: not UTF-8 text']);
  });
});

it('cells are what another reader of CSV makes of them', () => {
  const next = seeded('csv');
  const upTo = (most: number): number => Math.floor(next() * most);
  const letters = ['a', '"', ',', ' ', '\n', '\r\n', 'é', '{', ''];
  const cell = (): string => Array.from({ length: upTo(7) }, () => letters[upTo(letters.length)]).join('');
  const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  for (let round = 0; round < 300; round++) {
    const rows = Array.from({ length: 5 }, () => ['x', ...Array.from({ length: 4 }, cell)].map(written).join(','));
    const text = ['h0,h1,h2,h3,h4', ...rows].join('\n');
    const oracle: string[][] = parse(text, { record_delimiter: '\n' });
    const expected = oracle.slice(1).map((cells) => {
      const named = cells.map((value, index): [string, string] => [`h${index}`, value]);
      return Object.fromEntries(named.filter(([, value]) => value !== ''));
    });
    expect(read(text).map((one) => JSON.parse(one.slice(one.indexOf(' ') + 1)) as unknown)).toEqual(expected);
  }
});

it('a file looks like CSV by a header of names and a row that fits', () => {
  expect(looksLikeCsv('StartTime,Dur,Proto', '2026/01/05,0.1,tcp')).toBe(true);
  expect(looksLikeCsv('StartTime\tDur\tProto [x]', '1\t\t3')).toBe(true);
  expect(looksLikeCsv('a,b', '1,2')).toBe(false);
  expect(looksLikeCsv('a,b,b', '1,2,3')).toBe(false);
  expect(looksLikeCsv('a,b,3', '1,2,3')).toBe(false);
  expect(looksLikeCsv('Dear Bo, it is late, so good night', 'Ana')).toBe(false);
});
