// Every source, held to what all of them promise.

import { describe, expect, it } from 'vitest';
import { sources } from '../../src/ingest/all.gen.ts';
import { Field } from '../../src/ingest/field.ts';
import { readRecord, sourceIds } from '../../src/ingest/read.ts';
import { graphAlert, policyAlert, riskDetection, tableAlert } from '../support/alert-records.ts';
import {
  directoryAudit,
  inboxRule,
  mailboxAudit,
  message,
  phones,
  signInRecord,
  traceRow,
  ual,
  ualDirectory,
  ualSignIn,
  zeekFlow,
} from '../support/records.ts';
import type { RawJson } from '../support/records.ts';
import { readingOf, whyNot } from './reading.ts';

const samples: Readonly<Record<string, readonly RawJson[]>> = {
  email: [message(), message({ messageId: undefined }), traceRow(), traceRow({ Status: 'Failed' })],
  'entra-audit': [
    directoryAudit(),
    directoryAudit({ properties: [phones(null, '+61 400 000 111')] }),
    directoryAudit({ activity: 'Add group' }),
  ],
  'entra-sign-in': [signInRecord(), signInRecord({ code: 500121 }), signInRecord({ address: '2001:db8::1' })],
  'm365-audit': [ual(), ualSignIn(), ualDirectory(), inboxRule({ Name: '.' }), mailboxAudit({ Operation: 'HardDelete' })],
  network: [zeekFlow(), zeekFlow({ conn_state: 'REJ' }), zeekFlow({ 'id.resp_h': '2001:db8::50' })],
  'security-alert': [graphAlert(), tableAlert(), policyAlert(), riskDetection()],
};

const backwards = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(backwards)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, backwards(inner)]),
        )
      : value;

describe.each(sources)('$id', ({ id }) => {
  const records = samples[id] ?? [];

  it('has three samples', () => {
    expect(records.length).toBeGreaterThanOrEqual(3);
  });

  it('is the only one to recognise its records', () => {
    for (const record of records) {
      expect(sources.filter((source) => source.recognises(new Field(record))).map((source) => source.id)).toEqual([id]);
    }
  });

  it('reads the same record the same way, whatever the order of its keys', () => {
    for (const record of records) {
      const reading = readingOf(record);
      expect(readingOf(record)).toEqual(reading);
      expect(readingOf(backwards(record))).toEqual(reading);
      expect(reading.hash).toMatch(/^[0-9a-f]{32}$/);
      expect(reading.event.id.startsWith(`${id}:`)).toBe(true);
      expect(JSON.parse(reading.raw)).toEqual(record);
    }
  });

  it('tells only flat things, and nothing as undefined', () => {
    for (const record of records) {
      for (const value of Object.values(readingOf(record).event)) {
        const flat = Array.isArray(value) ? value : [value];
        expect(flat.every((it) => ['string', 'number', 'boolean'].includes(typeof it))).toBe(true);
      }
    }
  });

  it('names people in lower case, two names or more at a time', () => {
    const sets = records.flatMap((record) => readingOf(record).names);
    expect(sets.every((names) => names.length >= 2 && names.every((name) => name === name.trim().toLowerCase()))).toBe(true);
  });
});

describe('a record', () => {
  it('without an id of its own is known by its content', () => {
    const record = { note: 'nobody knows me', time: '2026-01-05T03:12:09Z', operationName: 'Something.' };
    const { event, hash } = readingOf(record);
    expect(event).toEqual({
      kind: 'other',
      id: `other:#${hash}`,
      source: 'other',
      record: 'case.jsonl:7',
      act: `other:#${hash}`,
      at: Date.UTC(2026, 0, 5, 3, 12, 9),
      operation: 'Something.',
      outcome: 'success',
    });
  });

  it('of no source and no time is kept, before everything', () => {
    expect(readingOf({ note: 'x', timestamp: 'whenever' }).event).toMatchObject({ kind: 'other', at: 0 });
  });

  it('that is no JSON object is refused', () => {
    for (const record of [42, 'text', null, [], undefined]) expect(whyNot(record).why).toBe('the record: expected a JSON object');
  });

  it('that was built to break readers is refused', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown;
    expect(whyNot(deep).why).toBe('the record: nested deeper than 200 levels');
  });

  it('is read as the source that is named, whatever it looks like', () => {
    const where = { file: 'a', line: 1 };
    expect(readRecord(signInRecord(), where, { source: 'm365-audit' })).toEqual({
      reject: { file: 'a', line: 1, path: '.CreationTime', why: '.CreationTime: expected a time, found undefined' },
    });
    expect(() => readRecord({}, where, { source: 'nonsense' })).toThrow(
      `there is no source "nonsense"; there are: ${sourceIds.join(', ')}`,
    );
  });
});
