// The words of rules: their own id, lists in one text, addresses in several wrappings, folders behind a mailbox's name.

import { foldName } from '../name.ts';

/** A rule is known by its mailbox and its name; names are compared without case. */
export const ruleId = (mailbox: string | undefined, name: string): string =>
  `${mailbox ?? 'organisation'}\\${name}`.toLowerCase();

/** `password;payment` → two. */
export const words = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const ADDRESS = /[^\s"'<>[\]():;,]+@[^\s"'<>[\]():;,]+/g;

/** `smtp:a@b.test`, `"Ana" [SMTP:a@b.test]`, `a@b.test;c@d.test`; a recipient without an address is kept by its name. */
export function addressesIn(text: string | undefined): readonly string[] {
  return words(text).flatMap((part) => {
    const found = part.match(ADDRESS);
    return (found ?? [part.replace(/^smtp:/i, '')]).map(foldName);
  });
}

/** `ana@contoso.test:\RSS Feeds` → `RSS Feeds`. Folder names are in the mailbox's language. */
export const folderName = (text: string | undefined): string | undefined => text?.replace(/^[^\\]*:\\+/, '').replace(/^\\+/, '');
