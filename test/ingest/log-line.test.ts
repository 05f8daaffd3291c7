import { expect, it } from 'vitest';
import { isLogLine } from '../../src/ingest/log-line.ts';

it.each([
  '<34>Jan  5 03:12:09 gw-1 su: failed for root',
  '<165>1 2026-01-05T03:12:09.003Z gw-1 app 17 ID47 - started',
  'Jan  5 03:12:09 gw-1 sshd[12]: Accepted publickey for ana from 192.0.2.7',
  'Jan 05 2026 03:12:09.123 FW-1 %ASA-6-302013: Built outbound TCP connection 1 for inside:192.0.2.7/5',
  '*Jan  5 03:12:09.123: %SYS-5-CONFIG_I: Configured from console',
  '2026-01-05T03:12:09+01:00 gw-1 kernel: up',
  '2026-01-05 03:12:09,123 INFO started',
  'gw-1 : %ASA-4-106023: Deny tcp src outside:198.51.100.9/1 dst inside:192.0.2.7/22',
  '[relay] CEF:0|Contoso|Gate|1.0|100|Blocked|7|src=192.0.2.7',
  'LEEF:2.0|Contoso|Gate|1.0|100|src=192.0.2.7',
])('a log writes %j', (text) => {
  expect(isLogLine(text)).toBe(true);
});

it.each([
  'no json',
  '# a comment',
  'Dear Ana, in January 2026 we met',
  '2026-01-05',
  '2026-01-05T03:12:09Z',
  '09Z","n":1}',
  '<b>bold</b>',
  'PDF-1.7 \u0001\u0002',
  `<34>Jan  5 03:12:09 gw-1 \0\0\0`,
  `<34>Jan  5 03:12:09 gw-1 ${'x'.repeat(300_000)}`,
  'NOTCEF:0|a|b',
])('no log writes %.40j', (text) => {
  expect(isLogLine(text)).toBe(false);
});
