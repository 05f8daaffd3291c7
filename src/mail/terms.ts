// What of all that is measured the score is fitted on, and the way each may speak: for harm, against it, or either way.
//
// Left out on purpose: whatever dates a mail or tells by what way it came (headers' fashions, servers, dates, how HTML was
// written and whether there is any, what became usual in mail meanwhile), as the mail it is fitted on differs in that too;
// whatever is so only because all recorded phishing went to one address; whatever only a tenant can tell, which `score.ts`
// weighs by judgement; and talk about fraud, which an extortionist can write as well.

import type { Sign } from '../learn/association/logistic.ts';
import { concepts } from './text/concept.ts';
import type { Concept } from './text/concept.ts';

/** Asks a metric for its value; with `has`, whether a concept is among those that it lists. */
export interface Asked {
  readonly metric: string;
  readonly has?: Concept;
}

export interface Term extends Asked {
  readonly sign: Sign;
}

const speaking = (sign: Sign, family: string, names: string): readonly Term[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ metric: `${family}.${name}`, sign }));

/** Talk of lists is talk of their time, in the mail of 2002; talk about fraud is anybody's. */
const UNASKED: ReadonlySet<Concept> = new Set(['list.talk', 'awareness', 'reported'] as const);
/** What honest mail says of itself: the more of it, the less harm, whatever was fitted. */
const HONEST: ReadonlySet<Concept> = new Set(['no.action', 'own.way', 'work.talk', 'receipt', 'credential.never'] as const);
/** Of threats and demands nobody may hide one behind another. */
const isThreat = (concept: Concept): boolean => /^(?:threat|demand)\./.test(concept);

export const terms: readonly Term[] = [
  ...speaking(
    'positive',
    'inducement',
    `phishing credentials payment-change gift-cards extortion solicitation callback job authority strongest-probability consequence
    secrecy threat crypto account-trouble asks-to-sign-in asks-to-reply asks-to-scan bank-details parcel document prize`,
  ),
  ...speaking(
    'any',
    'inducement',
    `urgency unreachable availability authority-claim official-claim legal-threat asks-to-confirm asks-to-click asks-to-open
    asks-to-call asks-to-move asks-for-number invoice gift-card renewal no-action`,
  ),
  ...concepts
    .filter((concept) => !UNASKED.has(concept))
    .map((has): Term => {
      const sign = HONEST.has(has) ? 'negative' : isThreat(has) ? 'positive' : 'any';
      return { metric: 'inducement.concepts', has, sign };
    }),
  ...speaking(
    'positive',
    'domains',
    `author-lookalike link-lookalike link-like-author link-like-brand author-like-brand reply-to-lookalike brand-disagrees brand-not-linked
    brand-disguised author-unregistered author-digits-share author-hyphens author-hosted author-tenant-name author-punycode
    brand-in-link-host brand-in-local-part brand-in-author-domain brand-in-link-text brand-in-pictures brand-in-alt brand-in-subject brand-in-text`,
  ),
  ...speaking('any', 'domains', 'author-lookalike-closeness brand-linked-beside brands author-length'),
  ...speaking(
    'positive',
    'sender',
    `name-unlike-address name-has-other-address name-has-other-domain name-has-phone name-brand name-missing looks-generated
    local-part-digits name-mixed-scripts name-invisible name-symbols reply-to-free-mail is-missing`,
  ),
  ...speaking(
    'any',
    'sender',
    `name-is-own-address name-is-function name-in-capitals name-length is-free-mail is-role is-no-reply local-part-odds
    reply-to-differs reply-to-other-domain reply-to-same-name reply-to-count`,
  ),
  ...speaking(
    'positive',
    'urls',
    `opaque to-shortener free-hosting-share to-pages address-host redirected host-digits-share host-hyphens all-to-one-stranger
    none-to-author main-domain-share main-address-share shown-host-differs mail-to-stranger in-codes-alone code-elsewhere data script
    opens-program looks-generated host-asks-login path-asks-login to-forms to-files to-messenger ipfs content-folder
    leads-to-program leads-to-archive carries-address subdomains port user-info punycode in-subject`,
  ),
  ...speaking('negative', 'urls', 'author-share different'),
  ...speaking(
    'any',
    'urls',
    `count domain-count shown-host-differs-count shown-host-is-authors leads-to-document leads-to-page-file to-consent
    to-device-login telephone unsubscribe asks-click in-codes in-attachments attachment-elsewhere`,
  ),
  ...speaking(
    'positive',
    'html',
    'picture-alone picture-links-share one-linked-picture asks-password form-goes-elsewhere refreshes assembles-file',
  ),
  ...speaking('any', 'html', 'drawn-code forms form-fields scripts frames base-elsewhere'),
  ...speaking(
    'positive',
    'hidden',
    'beyond-preheader-share words-unlike-share letters is-filler joined-words split-words makes-effort links-elsewhere turned-directions',
  ),
  ...speaking('any', 'hidden', 'by-colour by-transparency by-place words-unlike links joined-share subject-invisible'),
  ...speaking(
    'positive',
    'text',
    `generic-greeting disguised-words mixed-script-words subject-disguised capitals-share shouted-words exclamations
    subject-capitals-share subject-exclamations imperative-share`,
  ),
  ...speaking('negative', 'text', 'quoted-share'),
  ...speaking('any', 'text', 'is-empty is-short-with-link invisible-characters subject-is-empty subject-number'),
  ...speaking('negative', 'thread', 'quotes'),
  ...speaking('positive', 'money', 'wallets wallet-with-deadline crypto-amounts foreign-reply-address'),
  ...speaking(
    'any',
    'money',
    `ibans cards false-wallets phones toll-free amounts largest-amount deadline-hours bank-change-with-iban iban-abroad
    references personal-numbers sensitive-numbers addresses people organisations dates`,
  ),
  ...speaking(
    'positive',
    'attachments',
    `extension-lies double-extension reversed-name has-program has-script-file has-shortcut has-disk-image archive-has-program archive-has-page
    password-in-text has-macros fetches document-script page-script smuggles asks-password code-for-text picture-for-text page-of-one-link
    invitation-leads links-only-in-files`,
  ),
  ...speaking(
    'any',
    'attachments',
    `count largest declared-type-lies padded-name lure-name has-archive has-html has-notebook has-message nested-archive
    single-in-archive archive-entries encrypted fields unread urls codes code-leads-elsewhere file-for-text`,
  ),
];
