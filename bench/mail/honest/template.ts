// How honest letters are written down: a head line, fields, and a body in a small markup.
//
//     = name kind language sender
//     Subject: …
//     Preheader: …
//
//     # heading                  | term | value            => label | address of a button
//     text with [links](…)       - an entry of a list      ![words](picture)(link)
//     ~ small print              > quoted                  :: a code to type in       ---

import { senders } from './senders.ts';

export const kinds = [
  ...(['account', 'code', 'subscription', 'receipt', 'parcel', 'travel', 'ticket', 'invoice', 'bank', 'reminder'] as const),
  ...(['hr', 'it', 'shared', 'invitation', 'digest', 'helpdesk', 'survey', 'newsletter', 'promotion', 'jobs'] as const),
  ...([
    'outreach',
    'awareness',
    'list',
    'personal',
    'business',
    'forwarded',
    'automatic',
    'bounce',
    'club',
    'government',
  ] as const),
  // Written later, and finer.
  ...(['terms', 'breach', 'second-factor', 'insurance', 'utility', 'telecom', 'medical', 'loyalty', 'review'] as const),
  ...(['wishlist', 'voucher', 'refund', 'card', 'transfer', 'broker', 'tax', 'fine', 'garage', 'hire', 'hotel'] as const),
  ...(['flight', 'permit', 'locker', 'press', 'game', 'app', 'quotation', 'purchase', 'delay', 'onboarding'] as const),
  ...(['statement', 'remittance', 'collection', 'tender', 'legal', 'accountant', 'recruiting', 'applicant'] as const),
  ...(['reference', 'cold', 'fair', 'webinar', 'release', 'transfer-of-files', 'signature', 'freelance'] as const),
  ...(['journalist', 'hosting', 'complaint', 'support', 'payroll', 'expenses', 'leave', 'timesheet', 'mailbox'] as const),
  ...(['monitoring', 'build', 'backup', 'scanner', 'voicemail', 'quarantine', 'security-news', 'e-learning'] as const),
  ...(['building', 'collection-of-colleagues', 'minutes', 'calendar', 'approval', 'errand', 'staff', 'staff-survey'] as const),
  ...(['health', 'task-tool', 'workplace-login', 'school', 'charity', 'cause', 'celebration', 'family'] as const),
  ...(['association', 'home', 'marketplace', 'social', 'forum', 'academia', 'library', 'worship', 'neighbours'] as const),
  ...(['sport', 'raffle'] as const),
  ...([
    'shipping-papers',
    'price-change',
    'audit',
    'bank-talk',
    'channel',
    'product-talk',
    'bookkeeping',
    'moving',
    'change',
  ] as const),
  ...(['intranet', 'benefits', 'reception'] as const),
] as const;
export type Kind = (typeof kinds)[number];

export interface Template {
  readonly kind: Kind;
  readonly name: string;
  readonly language: string;
  /** Of `senders`. */
  readonly sender: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

const FIELDS = new Set([
  'subject',
  'preheader',
  'from',
  'reply-to',
  'to',
  'plain',
  'layout',
  'attach',
  'footer',
  'via',
  'answers',
]);

/** What cannot be read is a mistake of whoever wrote it: an error. */
export function templatesIn(written: string): Template[] {
  return written
    .split(/^= /mu)
    .slice(1)
    .map((text) => {
      const parted = text.indexOf('\n\n');
      const [head = '', ...lines] = text.slice(0, parted).split('\n');
      const [name = '', kindNamed = '', language = '', sender = ''] = head.trim().split(' ');
      const kind = kinds.find((known) => known === kindNamed);
      if (kind === undefined || !(sender in senders)) throw new RangeError(`neither a kind nor a sender: ${head}`);
      const fields = Object.fromEntries(lines.map((line) => fieldOf(line, name)));
      if (fields['subject'] === undefined) throw new RangeError(`no subject: ${name}`);
      return { kind, name, language, sender, fields, body: text.slice(parted).trim() };
    });
}

function fieldOf(line: string, template: string): readonly [string, string] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon)).toLowerCase();
  if (!FIELDS.has(name)) throw new RangeError(`no such field in ${template}: ${line}`);
  return [name, line.slice(colon + 1).trim()];
}
