import { expect, it } from 'vitest';
import { clientOfApp, isLegacyClient } from '../../src/ingest/client.ts';
import { signInRecord } from '../support/records.ts';
import { eventOf } from './reading.ts';

it.each([
  ['IMAP4', 'legacy:imap'],
  ['POP3', 'legacy:pop'],
  ['Authenticated SMTP', 'legacy:smtp'],
  ['Exchange ActiveSync', 'legacy:activesync'],
  ['Exchange Web Services', 'legacy:ews'],
  ['MAPI Over HTTP', 'legacy:mapi'],
  ['AutoDiscover', 'legacy:autodiscover'],
  ['Outlook Anywhere (RPC over HTTP)', 'legacy:outlookAnywhere'],
  ['Exchange Online PowerShell', 'legacy:powershell'],
  ['Other clients', 'legacy:other'],
  ['Other clients; IMAP', 'legacy:imap'],
  ['Other clients; Older Office clients', 'legacy:other'],
])('%s knows a password and nothing else', (app, client) => {
  expect(clientOfApp(app)).toBe(client);
  expect(isLegacyClient(client)).toBe(true);
  expect(eventOf('signIn', signInRecord({}, { clientAppUsed: app })).client).toBe(client);
});

it.each([
  ['Browser', 'browser'],
  ['Mobile Apps and Desktop clients', 'mobile'],
  ['Something new', 'other'],
  [undefined, undefined],
])('%s may ask for more', (app, client) => {
  expect(clientOfApp(app)).toBe(client);
  expect(isLegacyClient(client)).toBe(false);
});
