// Which mailbox is meant, among the many ways Exchange names one.

import type { Field } from '../field.ts';
import { foldName, kindOfName } from '../name.ts';
import type { Circumstances } from './circumstances.ts';

/** What stands before and after the backslash of `forest/…/org/alias\rule`, `alias\rule` or `rule`. */
export interface Identity {
  readonly owner?: string;
  readonly object?: string;
}

export function identityOf(field: Field): Identity {
  const text = field.maybeText();
  if (text === undefined) return {};
  // An owner holds no backslash; the name of a rule may.
  const cut = text.indexOf('\\');
  return cut < 0 ? { object: text } : { owner: text.slice(0, cut), object: text.slice(cut + 1) };
}

/** A mailbox's address from an address, an alias, a path or a distinguished name. */
export function mailboxAddress(text: string | undefined, record: Field, base: Circumstances): string | undefined {
  const alias = foldName(aliasOf(text ?? ''));
  if (alias === '') return undefined;
  if (kindOfName(alias) !== 'other') return alias;

  const [local, domain] = base.actorKind === 'person' ? (base.actor ?? '').split('@') : [];
  if (alias === local && base.actor !== undefined) return base.actor;
  const organisation = foldName(record.at('OrganizationName').maybeText() ?? '');
  const home = domain ?? (organisation === '' ? undefined : organisation);
  return home === undefined ? alias : `${alias}@${home}`;
}

/** The owner's sign-in name, on the records of mailbox auditing. */
export const mailboxOwner = (record: Field): string | undefined => {
  const owner = record.at('MailboxOwnerUPN').maybeText();
  return owner === undefined ? undefined : foldName(owner);
};

function aliasOf(text: string): string {
  const last = text.split('/').at(-1) ?? '';
  return /^cn=([^,]*)/i.exec(last)?.[1] ?? last;
}
