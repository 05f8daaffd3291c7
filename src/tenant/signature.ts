// What the standards have a verifier refuse in a signature whatever its numbers say: RFC 6376 of DKIM, RFC 8617 of ARC.
//
// A signature that does not cover From, or whose key is for another service, may be right in every number and says
// nothing of the author. Syntax is looked at strictly: what two readers read in two ways proves nothing to either.

import { createPublicKey } from 'node:crypto';

/** Tags by name, values trimmed. */
export type Tags = ReadonlyMap<string, string>;

/** Of a header or a key record; undefined for what is no list of tags: no name, an empty tag between others, a name twice. */
export function tagsIn(text: string): Tags | undefined {
  const parts = text.split(';');
  if (parts.at(-1)?.trim() === '') parts.pop();
  const tags = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (!/^[a-z]\w*$/i.test(name) || tags.has(name)) return undefined;
    tags.set(name, part.slice(at + 1).trim());
  }
  return tags;
}

/** Whether a DKIM-Signature may be believed, given the key record it was checked with, where there was one. */
export function isSound(signature: Tags | undefined, key: string | undefined): boolean {
  if (signature === undefined || !hasAll(signature, ['v', 'a', 'b', 'bh', 'd', 'h', 's'])) return false;
  const tag = (name: string): string => signature.get(name) ?? '';
  const keyTags = key === undefined ? undefined : (tagsIn(key) ?? NO_TAGS);
  return (
    tag('v') === '1' &&
    names(tag('h')).includes('from') &&
    (tag('q') === '' || names(tag('q')).some((method) => method === 'dns/txt' || method === 'dns')) &&
    isWithin(tag('i'), tag('d').toLowerCase(), names(keyTags?.get('t') ?? '').includes('s')) &&
    allows(keyTags?.get('s'), 'email') &&
    allows(keyTags?.get('h'), tag('a').toLowerCase().split('-')[1] ?? '')
  );
}

/** Whether an ARC-Seal and its ARC-Message-Signature are what they have to be. Without `c` a body is taken as it stands, which no sealer does. */
export const isSoundSeal = (seal: Tags | undefined, signature: Tags | undefined): boolean =>
  seal !== undefined &&
  signature !== undefined &&
  hasAll(seal, ['i', 'a', 'b', 'cv', 'd', 's']) &&
  hasAll(signature, ['i', 'a', 'b', 'bh', 'c', 'd', 'h', 's']);

const NO_TAGS: Tags = new Map();

const hasAll = (tags: Tags, required: readonly string[]): boolean => required.every((name) => tags.has(name));

const names = (list: string): readonly string[] => list.split(':').map((name) => name.trim().toLowerCase());

const allows = (list: string | undefined, name: string): boolean =>
  list === undefined || names(list).some((it) => it === '*' || it === name);

/** Whom the signature speaks for (`i`): of the signing domain, or below it where the key does not forbid that. */
function isWithin(identity: string, domain: string, isStrict: boolean): boolean {
  if (identity === '') return true;
  const plain = identity
    .replace(/\s+/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const own = plain.slice(plain.lastIndexOf('@') + 1).toLowerCase();
  return own === domain || (!isStrict && own.endsWith(`.${domain}`));
}

/** A key record whose RSA key stands bare (RFC 6376 §3.6.1 may be read so) as one that says what kind of key it is, as most do. */
export function asKeyInfo(record: string): string {
  return record.replace(/(^|;)(\s*p\s*=\s*)(MI[a-z0-9+/=\s]{100,4000})/i, (whole, start: string, name: string, key: string) => {
    try {
      const bare = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs1' });
      return `${start}${name}${bare.export({ format: 'der', type: 'spki' }).toString('base64')}`;
    } catch {
      return whole;
    }
  });
}
