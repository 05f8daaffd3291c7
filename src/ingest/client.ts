// Families of client programs, out of the words records have for them.

/** What mailbox records say: `Client=OWA;…`, `Client=MSExchangeRPC`, `Client=REST;…`. */
export function clientOfInfo(info: string | undefined): string | undefined {
  const name = /^Client=([^;]*)/i.exec(info ?? '')?.[1]?.toLowerCase();
  if (name === undefined || info === undefined) return undefined;
  if (/outlook-(ios|android)/i.test(info)) return 'mobile';
  return INFO_FAMILY[name] ?? (/outlook/i.test(info) ? 'outlook' : 'other');
}

const INFO_FAMILY: Readonly<Record<string, string>> = {
  owa: 'browser',
  msexchangerpc: 'outlook',
  rest: 'rest',
  restsystem: 'rest',
  activesync: 'activesync',
  airsync: 'activesync',
  pop3: 'pop',
  imap4: 'imap',
};

/** What sign-in records say in `clientAppUsed`. */
export function clientOfApp(clientApp: string | undefined): string | undefined {
  if (clientApp === undefined) return undefined;
  return APP_FAMILY[clientApp.toLowerCase()] ?? 'other';
}

const APP_FAMILY: Readonly<Record<string, string>> = {
  browser: 'browser',
  'mobile apps and desktop clients': 'mobile',
  'exchange activesync': 'activesync',
  imap4: 'imap',
  imap: 'imap',
  pop3: 'pop',
  pop: 'pop',
  'authenticated smtp': 'smtp',
  smtp: 'smtp',
  'mapi over http': 'outlook',
  'outlook anywhere (rpc over http)': 'outlook',
  'outlook service': 'outlook',
};

export function clientOfAgent(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  if (/outlook-(ios|android)|outlook mobile/i.test(agent)) return 'mobile';
  if (/microsoft outlook|microsoft office/i.test(agent)) return 'outlook';
  if (/^mozilla\/|^opera\//i.test(agent)) return 'browser';
  return 'other';
}
