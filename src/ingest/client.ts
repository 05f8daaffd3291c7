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

/**
 * What sign-in records say in `clientAppUsed`. Protocols that carry a password and ask for no second factor are
 * `legacy:` and their own name each, so that somebody's printer is not somebody else's mail program.
 */
export function clientOfApp(clientApp: string | undefined): string | undefined {
  if (clientApp === undefined) return undefined;
  const name = clientApp.toLowerCase();
  const family = APP_FAMILY[name] ?? LEGACY_FAMILY[name];
  if (family !== undefined) return family;
  // `Other clients; IMAP`, `Other clients; Older Office clients`
  if (!name.startsWith('other clients')) return 'other';
  const rest = name.split(';')[1]?.trim() ?? '';
  return LEGACY_FAMILY[rest] ?? `${LEGACY}other`;
}

const LEGACY = 'legacy:';

/** Whether the program of a sign-in is one of those that know a password and nothing else. */
export const isLegacyClient = (client: string | undefined): boolean => client?.startsWith(LEGACY) === true;

const APP_FAMILY: Readonly<Record<string, string>> = {
  browser: 'browser',
  'mobile apps and desktop clients': 'mobile',
};

// Microsoft's own list of legacy authentication clients, old spellings among them.
const LEGACY_FAMILY: Readonly<Record<string, string>> = {
  'authenticated smtp': `${LEGACY}smtp`,
  smtp: `${LEGACY}smtp`,
  autodiscover: `${LEGACY}autodiscover`,
  'exchange activesync': `${LEGACY}activesync`,
  'exchange online powershell': `${LEGACY}powershell`,
  'exchange web services': `${LEGACY}ews`,
  imap4: `${LEGACY}imap`,
  imap: `${LEGACY}imap`,
  'mapi over http': `${LEGACY}mapi`,
  mapi: `${LEGACY}mapi`,
  'offline address book': `${LEGACY}addressBook`,
  'outlook anywhere (rpc over http)': `${LEGACY}outlookAnywhere`,
  'outlook anywhere': `${LEGACY}outlookAnywhere`,
  'outlook service': `${LEGACY}outlookService`,
  pop3: `${LEGACY}pop`,
  pop: `${LEGACY}pop`,
  'reporting web services': `${LEGACY}reporting`,
};

export function clientOfAgent(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  if (/outlook-(ios|android)|outlook mobile/i.test(agent)) return 'mobile';
  if (/microsoft outlook|microsoft office/i.test(agent)) return 'outlook';
  if (/^mozilla\/|^opera\//i.test(agent)) return 'browser';
  return 'other';
}
