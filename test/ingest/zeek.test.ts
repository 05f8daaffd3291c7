import { describe, expect, it } from 'vitest';
import { beginsZeekLog, ZeekLog } from '../../src/ingest/zeek.ts';

const HEADER = [
  String.raw`#separator \x09`,
  '#set_separator\t,',
  '#empty_field\t(empty)',
  '#unset_field\t-',
  '#path\tconn',
  '#open\t2026-01-05-03-00-00',
  '#fields\tts\tuid\tid.orig_h\tid.orig_p\tservice\torig_bytes\tlocal_orig\ttunnel_parents\tTTLs',
  '#types\ttime\tstring\taddr\tport\tstring\tcount\tbool\tset[string]\tvector[interval]',
];

function logWith(lines: readonly string[] = HEADER): ZeekLog {
  const log = new ZeekLog();
  for (const line of lines) log.header(line);
  return log;
}

describe('a row', () => {
  it('becomes the record Zeek writes as JSON: typed, dots kept, what is unset left out', () => {
    const row = '1767582729.123456\tCabc1\t192.0.2.7\t50123\t-\t4096\tT\tCaaa,Cbbb\t60.0,5';
    expect(logWith().row(row)).toEqual({
      record: {
        _path: 'conn',
        ts: 1767582729.123456,
        uid: 'Cabc1',
        'id.orig_h': '192.0.2.7',
        'id.orig_p': 50123,
        orig_bytes: 4096,
        local_orig: true,
        tunnel_parents: ['Caaa', 'Cbbb'],
        TTLs: [60, 5],
      },
    });
  });

  it('may hold what is empty, escaped, or not of its type', () => {
    const row = String.raw`1.5	(empty)	192.0.2.7	many	caf\xc3\xa9\x09x	99999999999999999999	maybe	(empty)	-`;
    expect(logWith().row(row)).toEqual({
      record: {
        _path: 'conn',
        ts: 1.5,
        uid: '',
        'id.orig_h': '192.0.2.7',
        'id.orig_p': 'many',
        service: 'café\tx',
        orig_bytes: '99999999999999999999',
        local_orig: 'maybe',
        tunnel_parents: [],
      },
    });
  });

  it('with another number of values, or before its header, is none', () => {
    expect(logWith().row('1.5\tx')).toEqual({ why: '2 values under 9 fields' });
    expect(logWith(HEADER.slice(0, 5)).row('1.5\tx')).toEqual({ why: 'a row before the names of its fields' });
  });

  it('may be separated by something else, and have no types', () => {
    const log = logWith([String.raw`#separator \x7c`, '#fields|ts|__proto__|uid']);
    expect(log.row('1.5|x|C1')).toEqual({ record: { ts: '1.5', uid: 'C1' } });
  });
});

it('a log is known by how it begins, and ends where it is closed', () => {
  expect(beginsZeekLog(HEADER[0] ?? '')).toBe(true);
  expect(beginsZeekLog('#fields\tts\tuid')).toBe(true);
  expect(beginsZeekLog('# fields of a document')).toBe(false);
  expect(new ZeekLog().header('#close\t2026-01-05-04-00-00')).toBe(true);
  expect(new ZeekLog().header('#open\t2026-01-05-03-00-00')).toBe(false);
});
