// Cryptocurrency addresses, held to their checksums, also where they were broken up to be missed.
//
// Bitcoin in all its forms, Litecoin, Dogecoin, Tron (where dollars are moved), Ethereum, Monero. An Ethereum address all in
// small letters has no checksum: it counts beside a word of its kind alone.

import { createHash } from 'node:crypto';
import { validate as isBitcoin } from 'bitcoin-address-validation';
import { keccak256 } from './keccak.ts';

export interface Wallets {
  readonly wallets: readonly string[];
  /** Look like one beside a word of the kind, and the checksum is wrong. */
  readonly falseWallets: number;
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LEGACY = /(?<![A-Za-z0-9])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z0-9])/gu;
const SEGWIT = /(?<![A-Za-z0-9])(?:bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71})(?![A-Za-z0-9])/gu;
const OTHERS = /(?<![A-Za-z0-9])[LMDT][1-9A-HJ-NP-Za-km-z]{32,33}(?![A-Za-z0-9])/gu;
const ETHEREUM = /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/gu;
const MONERO = /(?<![A-Za-z0-9])[48][1-9AB][1-9A-HJ-NP-Za-km-z]{93}(?![A-Za-z0-9])/gu;
const KIND =
  /bitcoin|btc|wallet|crypto|ethereum|\beth\b|usdt|tether|monero|xmr|litecoin|биткоин|ビットコイン|比特币|beutel|portefeuille|cartera|carteira|portafoglio|portemonnee/u;
/** How far from an address a word of its kind may stand. */
const NEAR = 200;
/** Checksums tried on addresses that were broken up: what a hostile text may cost. */
const MOST_TRIALS = 300;
/** Candidates looked at of one form. */
const MOST_CANDIDATES = 200;

export function walletsOf(text: string): Wallets {
  const judged = [
    ...candidates(text, LEGACY, (it) => isBitcoin(it)),
    ...candidates(text, SEGWIT, (it) => isBitcoin(it)),
    ...candidates(text, OTHERS, isOtherCoin),
    ...candidates(text, ETHEREUM, isEthereum),
    ...candidates(text, MONERO, isMonero),
  ];
  const right = judged.filter(({ isRight }) => isRight).map(({ address }) => address);
  const wrong = judged.filter(({ address, isRight, isNamed }) => !isRight && isNamed && hasLookOf(address));
  const mended = isNamedIn(text) ? brokenUp(text).filter((address) => !right.includes(address)) : [];
  return { wallets: [...right, ...mended], falseWallets: mended.length > 0 ? 0 : wrong.length };
}

const isNamedIn = (text: string): boolean => KIND.test(text.toLowerCase());

function candidates(text: string, form: RegExp, isRight: (address: string, isNamed: boolean) => boolean) {
  return [...text.matchAll(form)].slice(0, MOST_CANDIDATES).map(({ 0: address, index }) => {
    const isNamed = isNamedIn(text.slice(Math.max(0, index - NEAR), index + address.length + NEAR));
    return { address, isNamed, isRight: isRight(address, isNamed) };
  });
}

/** Words and names are of letters mostly and seldom of both sizes: an address has capitals, small letters and digits. */
const hasLookOf = (address: string): boolean =>
  /^(?:bc1|BC1|0x)/u.test(address) || (/\d.*\d/u.test(address) && /[a-z]/u.test(address) && /[A-Z]/u.test(address));

/** Versions of Litecoin (two), Dogecoin and Tron. */
const VERSIONS: ReadonlySet<number> = new Set([0x30, 0x32, 0x1e, 0x41]);

function isOtherCoin(address: string): boolean {
  const bytes = base58(address, 25);
  if (bytes === undefined || !VERSIONS.has(bytes[0] ?? 0)) return false;
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 1, 2, 3].every((at) => bytes[21 + at] === sum[at]);
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Undefined where it has more bytes than that. */
function base58(text: string, length: number): Uint8Array | undefined {
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(BASE58.indexOf(letter));
  if (value >> BigInt(length * 8) > 0n) return undefined;
  return Uint8Array.from({ length }, (_, at) => Number((value >> BigInt((length - 1 - at) * 8)) & 255n));
}

/** Letters of both sizes are the checksum (EIP-55). */
function isEthereum(address: string, isNamed: boolean): boolean {
  const digits = address.slice(2);
  const small = digits.toLowerCase();
  if (digits === small || digits === digits.toUpperCase()) return isNamed;
  const hash = keccak256(new TextEncoder().encode(small));
  return Array.from(small).every((letter, at) => {
    const nibble = ((hash[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
    return digits[at] === (nibble >= 8 ? letter.toUpperCase() : letter);
  });
}

/** Eight blocks of eleven letters, eight bytes each, and one of seven letters, five bytes; the last four bytes are the checksum. */
function isMonero(address: string): boolean {
  const bytes: number[] = [];
  for (let at = 0; at < address.length; at += 11) {
    const block = base58(address.slice(at, at + 11), at + 11 <= address.length ? 8 : 5);
    if (block === undefined) return false;
    bytes.push(...block);
  }
  const sum = keccak256(Uint8Array.from(bytes.slice(0, -4)));
  return [0, 1, 2, 3].every((at) => bytes.at(at - 4) === sum[at]);
}

/** Where an address of Bitcoin may begin. */
const BEGINS = /(?<![A-Za-z0-9])(?:[13](?=[\s*_.|~-]{0,3}[1-9A-HJ-NP-Za-km-z])|b[\s*_.|~-]{0,3}c[\s*_.|~-]{0,3}1)/giu;
/** What is put between the letters of an address to break it up. */
const BETWEEN = /[\s*_.|~<>()[\]"'-]/u;
/** Letters and what is between them, at most. */
const LONGEST_BROKEN = 140;

/** Bitcoin addresses with blanks, stars and the like between their letters: found by the checksum that comes right without them. */
function brokenUp(text: string): string[] {
  const found: string[] = [];
  let trials = MOST_TRIALS;
  for (const { index } of text.matchAll(BEGINS)) {
    if (trials <= 0) break;
    if (!isNamedIn(text.slice(Math.max(0, index - NEAR), index + LONGEST_BROKEN + NEAR))) continue;
    const { address, tried } = brokenAt(text, index);
    trials -= tried;
    if (address !== undefined) found.push(address);
  }
  return found;
}

function brokenAt(text: string, from: number): { address?: string; tried: number } {
  let letters = '';
  let gaps = 0;
  let tried = 0;
  for (let at = from; at < text.length && at < from + LONGEST_BROKEN && letters.length < 62; at += 1) {
    const letter = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(letter)) letters += letter;
    else if (BETWEEN.test(letter)) gaps += 1;
    else break;
    const isWhole = /^bc1/iu.test(letters)
      ? letters.length === 42 || letters.length === 62
      : letters.length >= 26 && letters.length <= 35;
    if (gaps === 0 || !isWhole || /[A-Za-z0-9]/.test(text[at + 1] ?? '') || BETWEEN.test(letter)) continue;
    tried += 1;
    if (isBitcoin(letters)) return { address: letters, tried };
  }
  return { tried };
}
