import { expect, it } from 'vitest';
import { messageDate } from '../../src/ingest/message-date.ts';

it.each([
  ['Mon, 5 Jan 2026 03:12:09 +0100', '2026-01-05T02:12:09.000Z'],
  ['5 Jan 2026 03:12 -0530 (IST, made up)', '2026-01-05T08:42:00.000Z'],
  ['Monday, 05-Jan-26 03:12:09 GMT', '2026-01-05T03:12:09.000Z'],
  ['Mon,5 January 2026 03:12:09 PST', '2026-01-05T11:12:09.000Z'],
  ['Mon, 5 Jan 99 03:12:09', '1999-01-05T03:12:09.000Z'],
  ['Thu, 29 Feb 2024 23:59:60 Z', '2024-03-01T00:00:00.000Z'],
])('%s', (text, expected) => {
  expect(new Date(messageDate(text) ?? NaN).toISOString()).toBe(expected);
});

it.each([
  '',
  'yesterday',
  'Mon, 5 Foo 2026 03:12:09 +0100',
  'Mon, 29 Feb 2026 03:12:09',
  'Mon, 5 Jan 2026 25:12:09',
  '2026-01-05T03:12:09Z',
])('no date: %j', (text) => {
  expect(messageDate(text)).toBeUndefined();
});
