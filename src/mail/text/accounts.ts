// Bank accounts, payment cards, and the numbers of invoices, orders and cases.

import { countrySpecs, isValidIBAN } from 'ibantools';

/** Beginnings of IBANs at the beginning of a word. */
const IBAN_BEGINS = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ .-]?[A-Za-z0-9])/gu;

/** With right check digits, in capitals without blanks. */
export function ibansOf(text: string): string[] {
  return [...text.matchAll(IBAN_BEGINS)].flatMap(
    ({ 0: begins, index }) => ibanAt(text, index, begins.slice(0, 2).toUpperCase()) ?? [],
  );
}

/** As long as that country's are; single blanks, dots and hyphens between its groups do not count. */
function ibanAt(text: string, from: number, country: string): string | undefined {
  const length = countrySpecs[country]?.chars ?? 0;
  let iban = '';
  let at = from;
  for (; iban.length < length && at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isAlphanumeric(letter)) iban += letter;
    else if (!/[ .\u00a0-]/u.test(letter) || !isAlphanumeric(text[at + 1] ?? '')) break;
  }
  const isWhole = length > 0 && iban.length === length && !isAlphanumeric(text[at] ?? '');
  return isWhole && isValidIBAN(iban.toUpperCase()) ? iban.toUpperCase() : undefined;
}

const isAlphanumeric = (letter: string): boolean => /^[A-Za-z0-9]$/.test(letter);

/** 13 to 19 digits, single blanks or hyphens between them. */
const CARD = /(?<![\dA-Za-z+.,/-]|\d[ -])\d(?:[ -]?\d){12,18}(?![\dA-Za-z]|[ -.,]\d)/gu;
const CARD_WORDS = /card|visa|master|amex|cvv|cvc|expir|exp\.|karte|carte|tarjeta|cart[aã]o|carta|kaart/iu;
const OTHER_WORDS =
  /track|ship|parcel|order|invoice|imei|serial|phone|tel[.: ]|fax|sendung|paket|colis|pedido|spedizione|zending/iu;
/** How far before a number its word may stand. */
const WORD_BEFORE = 40;

/** The last four digits of each. An ungrouped number needs a word of cards before it: one in ten numbers has a right check digit by chance. */
export function cardsOf(text: string): string[] {
  return [...text.matchAll(CARD)].flatMap(({ 0: written, index }) => {
    const digits = written.replaceAll(/\D/gu, '');
    const before = text.slice(Math.max(0, index - WORD_BEFORE), index);
    const isNamed = CARD_WORDS.test(before) || (isGrouped(written) && !OTHER_WORDS.test(before));
    return isNamed && isIssued(digits) && isLuhn(digits) ? [digits.slice(-4)] : [];
  });
}

const isGrouped = (written: string): boolean => /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ -])\d{6}\2\d{4,5}$/u.test(written);

/** Issuers by their first digits and lengths: Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay. */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/u, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/u, [16]],
  [/^3[47]/u, [15]],
  [/^(?:6011|65|64[4-9])/u, [16, 19]],
  [/^35(?:2[89]|[3-8])/u, [16]],
  [/^3(?:0[0-5]|[689])/u, [14]],
  [/^62/u, [16, 17, 18, 19]],
];

const isIssued = (digits: string): boolean =>
  ISSUERS.some(([begins, lengths]) => begins.test(digits) && lengths.includes(digits.length));

/** The check digit of ISO/IEC 7812. All the same digit is nobody's number. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0 && !/^(\d)\1*$/u.test(digits);
}

const REFERENCE_WORDS = [
  ...[
    'invoice',
    'inv',
    'order',
    'account',
    'acct',
    'case',
    'ticket',
    'reference',
    'ref',
    'policy',
    'transaction',
    'txn',
    'tracking',
    'customer',
    'claim',
    'booking',
  ],
  ...[
    'rechnung',
    'rechnungs',
    'bestellung',
    'bestell',
    'kunden',
    'konto',
    'vorgangs',
    'auftrag',
    'auftrags',
    'sendungs',
    'aktenzeichen',
  ],
  ...[
    'facture',
    'commande',
    'compte',
    'dossier',
    'référence',
    'colis',
    'factura',
    'pedido',
    'cuenta',
    'expediente',
    'referencia',
    'fattura',
    'ordine',
    'conto',
    'pratica',
  ],
  ...['fatura', 'conta', 'protocolo', 'processo', 'boleto', 'factuur', 'bestelling', 'rekening', 'zaak', 'kenmerk'],
].join('|');
const REFERENCE = new RegExp(
  `(?<![\\p{L}\\d])(?:${REFERENCE_WORDS})[ -]{0,2}(?:no|nr|num|number|nummer|numéro|número|numero|n[°ºo]|id|code)?[ .:#-]{1,4}(?:is |ist |: )?([A-Z0-9][A-Z0-9/_.-]{2,22}[A-Z0-9])(?![\\p{L}\\d])`,
  'giu',
);

/** As written after their word: four characters and more, with a digit. */
export function referencesOf(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, code = '']) =>
    /\d.*\d/u.test(code) && !/^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[A-Z]{2}\d{2})$/u.test(code) ? [code] : [],
  );
}
