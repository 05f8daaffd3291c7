// Text as it is read: blanks folded, what nobody sees left out.

import { withoutInvisible } from './invisible.ts';

/** Blanks folded, blocks on lines of their own. */
export const folded = (text: string): string =>
  text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

export const readable = (raw: string): string => folded(withoutInvisible(raw));

/** Letters and digits, of any writing. Most text is ASCII, and is counted without making anything of it. */
export function lettersOf(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return count + (text.slice(at).match(/[\p{L}\p{N}]/gu)?.length ?? 0);
    if (isAlphanumeric(code)) count += 1;
  }
  return count;
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
