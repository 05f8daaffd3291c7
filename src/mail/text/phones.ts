// Telephone numbers: international ones, those written as a country writes its own, and any beside a word that says so.

const O = '[0-9OoIl]';
/** Seven to fifteen digits, up to three blanks, brackets, dots, hyphens or strokes between two; O and l may stand for 0 and 1. */
const CANDIDATE = new RegExp(
  `(?<![\\p{L}\\d@_/=.,-]|\\d[ :])[+(]{0,2}${O}(?:[ \\t\\u00a0().\\-/]{0,3}${O}){6,15}(?![\\p{L}\\d@_%=]|[.,:/-]\\d)`,
  'gu',
);
const SAYS_SO =
  /(?:tel|phone|call|fon|fone|ligue|mobile|cell|handy|ruf|appel|llam|chiam|bel|helpline|hotline|support|toll|dial|fax|whats\s?app|desk|number|contact|ring|電話)[^\d\n]{0,30}$/iu;
const SAYS_OTHER =
  /(?:order|invoice|track|ref|case|account|acct|id|iban|card|isbn|vat|tax|nip|cnpj|cpf|zip|version|serial|customer|rechnung|konto|bestell|kunden|facture|commande|pedido|factura|ordine|fattura|nota|protocolo)[^\d\n]{0,16}$/iu;
/** Before it, in characters. */
const BEFORE = 44;

/** Digits with a leading + where it has one. */
export function phonesOf(text: string): string[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: written, index }) => {
    const phone = phoneOf(written.trim(), text.slice(Math.max(0, index - BEFORE), index));
    return phone === undefined ? [] : [phone];
  });
}

function phoneOf(written: string, before: string): string | undefined {
  const digits = written.replaceAll(/[Oo]/gu, '0').replaceAll(/[Il]/gu, '1').replaceAll(/\D/gu, '');
  const isSaid = SAYS_SO.test(before);
  const isDisguised = /[OoIl]/u.test(written);
  // letters may stand for a few digits of many, and where a number is announced
  if (isDisguised && (!isSaid || (written.match(/\d/gu)?.length ?? 0) * 2 < digits.length)) return undefined;
  if (isDate(written) || (!isSaid && SAYS_OTHER.test(before)) || new Set(digits).size < 3) return undefined;
  if (written.startsWith('+') || written.startsWith('(+'))
    return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : undefined;
  if (/^00[1-9]/u.test(digits))
    return digits.length >= 10 && digits.length <= 17 && (isSaid || isParted(written)) ? `+${digits.slice(2)}` : undefined;
  if (isNorthAmerican(digits) && (isSaid || isPartedAsThere(written))) return digits;
  if (isNational(digits) && (isSaid || isParted(written))) return digits;
  return isSaid && digits.length >= 7 && digits.length <= 15 ? digits : undefined;
}

const isNorthAmerican = (digits: string): boolean => /^1?[2-9]\d{2}[2-9]\d{6}$/u.test(digits);
const isPartedAsThere = (written: string): boolean =>
  /^\+?(?:[1Il][ .\-]{1,3})?\(?\S{3}\)?[ .\-/]{1,3}\S{3}[ .\-]{1,3}\S{4}$/u.test(written);

/** As most countries of Europe and the far East write them: a nought, then the area. */
const isNational = (digits: string): boolean => /^0[1-9]\d{7,10}$/u.test(digits);
const isParted = (written: string): boolean => /\d[ ().\-/]{1,3}\d/u.test(written);

const isDate = (written: string): boolean =>
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d)/u.test(written) ||
  /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(written);
