// What of all that is measured the score is fitted on, and the way each may speak: for harm, or against it.
//
// Left out on purpose: whatever dates a mail or tells by what way it came (headers' fashions, servers, dates, how HTML was
// written and whether there is any), as the mail it is fitted on differs in that too; and whatever only a tenant can tell,
// which `score.ts` weighs by judgement.

import type { Sign } from '../learn/association/logistic.ts';

export interface Term {
  readonly metric: string;
  /** It speaks only where this is so too. */
  readonly and?: string;
  readonly sign: Sign;
}

const speaking = (sign: Sign, family: string, names: string): readonly Term[] =>
  names.split(/\s+/).map((name) => ({ metric: `${family}.${name}`, sign }));

/** What says little alone and much together. */
const pairs: readonly (readonly [string, string])[] = [
  ['inducement.phishing', 'urls.none-to-author'],
  ['inducement.asks-to-click', 'urls.all-to-one-stranger'],
  ['inducement.account-trouble', 'urls.none-to-author'],
  ['inducement.asks-to-confirm', 'urls.none-to-author'],
  ['inducement.prize', 'urls.none-to-author'],
  ['inducement.parcel', 'urls.none-to-author'],
  ['inducement.document', 'urls.none-to-author'],
  ['domains.brand-in-text', 'urls.all-to-one-stranger'],
  ['text.is-short-with-link', 'sender.name-unlike-address'],
  ['sender.name-unlike-address', 'urls.all-to-one-stranger'],
  ['sender.is-free-mail', 'money.amounts'],
  ['sender.is-free-mail', 'inducement.solicitation'],
  ['money.foreign-reply-address', 'inducement.solicitation'],
  ['html.picture-links-share', 'urls.all-to-one-stranger'],
];

export const terms: readonly Term[] = [
  ...pairs.map(([metric, and]) => ({ metric, and, sign: 'positive' as const })),
  ...speaking(
    'positive',
    'inducement',
    `phishing credentials payment-change gift-cards extortion solicitation callback job authority account-trouble asks-to-sign-in asks-to-scan
    consequence crypto threat bank-details parcel document prize secrecy`,
  ),
  ...speaking('negative', 'inducement', 'awareness-talk reported-speech'),
  ...speaking(
    'positive',
    'domains',
    `author-lookalike link-lookalike link-like-author link-like-brand author-like-brand reply-to-lookalike brand-disagrees brand-not-linked
    brand-disguised author-unregistered author-digits-share author-hyphens author-hosted author-tenant-name author-punycode
    brand-in-link-host brand-in-local-part brand-in-author-domain brand-in-link-text brand-in-pictures brand-in-alt`,
  ),
  ...speaking(
    'positive',
    'sender',
    `name-unlike-address name-has-other-address name-has-other-domain name-has-phone looks-generated local-part-digits name-mixed-scripts
    name-invisible name-symbols name-is-recipients is-recipient reply-to-free-mail is-missing`,
  ),
  ...speaking(
    'positive',
    'urls',
    `opaque to-shortener free-hosting-share to-pages address-host redirected host-digits-share host-hyphens all-to-one-stranger
    main-domain-share shown-host-differs mail-to-stranger in-codes-alone code-elsewhere data script opens-program looks-generated host-asks-login path-asks-login
    to-forms to-files to-messenger ipfs content-folder leads-to-program leads-to-archive carries-address carries-recipient
    fragment-names-recipient port user-info punycode in-subject`,
  ),
  ...speaking('negative', 'urls', 'author-share'),
  ...speaking(
    'positive',
    'hidden',
    'beyond-preheader-share words-unlike-share is-filler joined-words split-words makes-effort links-elsewhere turned-directions',
  ),
  ...speaking('positive', 'html', 'picture-alone one-linked-picture asks-password form-goes-elsewhere refreshes assembles-file'),
  ...speaking('positive', 'text', 'generic-greeting disguised-words mixed-script-words subject-disguised'),
  ...speaking('negative', 'text', 'greets-by-name quoted-share'),
  ...speaking('negative', 'thread', 'quotes'),
  ...speaking('positive', 'inducement', 'strongest-probability asks-to-reply'),
  ...speaking('positive', 'sender', 'name-missing name-brand'),
  ...speaking('positive', 'domains', 'brand-in-subject brand-in-text'),
  ...speaking('positive', 'urls', 'main-address-share none-to-author'),
  ...speaking('negative', 'urls', 'different'),
  ...speaking('positive', 'html', 'picture-links-share'),
  ...speaking('positive', 'hidden', 'letters'),
  ...speaking('positive', 'money', 'wallets wallet-with-deadline crypto-amounts foreign-reply-address'),
  ...speaking(
    'positive',
    'attachments',
    `extension-lies double-extension reversed-name has-program has-script-file has-shortcut has-disk-image archive-has-program archive-has-page
    password-in-text has-macros fetches document-script page-script smuggles asks-password code-for-text picture-for-text page-of-one-link
    invitation-leads leads-with-recipient links-only-in-files`,
  ),
];
