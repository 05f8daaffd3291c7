// Base64 that hides in addresses: in either alphabet, with its filling or without.

const WRITTEN = /^([A-Za-z0-9+/_-]{8,4000})={0,2}$/;

/** What is written in it, where that is plain text of ASCII; undefined for anything else. */
export function base64Text(text: string): string | undefined {
  const [, digits] = WRITTEN.exec(text) ?? [];
  if (digits === undefined || digits.length % 4 === 1) return undefined;
  const plain = atob(digits.replaceAll('-', '+').replaceAll('_', '/'));
  return /^[\x20-\x7E]+$/.test(plain) ? plain : undefined;
}
