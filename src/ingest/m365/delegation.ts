// Rights over somebody else's mailbox: full access, sending in its name, one of its folders; given and taken away.

import type { Field } from '../field.ts';
import { foldName, kindOfName } from '../name.ts';
import type { Told } from '../source.ts';
import type { Delegation } from '../../model/event.ts';
import type { Circumstances } from './circumstances.ts';
import { mailboxAddress, mailboxOwner } from './mailbox.ts';

export function readDelegation(record: Field, base: Circumstances): Told<'delegation'> | undefined {
  const found = FOLDER_DEEDS.has(base.operation) ? folderMember(record) : commandIn(record, base);
  if (found === undefined) return undefined;

  const mailbox = found.mailbox ?? mailboxOwner(record);
  const grantee = granteeOf(found.grantee, record, base);
  if (mailbox === undefined || grantee === undefined) return undefined;
  return { ...base, kind: 'delegation', change: found.change, mailbox, right: found.right, grantee };
}

interface Found {
  readonly change: Delegation['change'];
  readonly right: Delegation['right'];
  readonly mailbox?: string;
  readonly grantee: string | undefined;
}

/** What mailbox auditing writes, whichever program did it. */
const FOLDER_DEEDS: ReadonlySet<string> = new Set(['AddFolderPermissions', 'ModifyFolderPermissions', 'RemoveFolderPermissions']);

function folderMember(record: Field): Found | undefined {
  const folder = record.at('Item').at('ParentFolder');
  const grantee = folder.at('MemberUpn').maybeText() ?? folder.at('MemberSid').maybeText();
  const isEnd = /^Remove/.test(record.at('Operation').text()) || isNone(folder.at('MemberRights').maybeText());
  return { change: isEnd ? 'removed' : 'granted', right: 'folder', grantee };
}

const COMMAND = /^(Add|Set|Remove)-(MailboxPermission|RecipientPermission|MailboxFolderPermission)$/;

function commandIn(record: Field, base: Circumstances): Found | undefined {
  const parameters = record.at('Parameters');
  if (base.operation === 'Set-Mailbox') return onBehalf(record, base);
  const [, verb, noun = ''] = COMMAND.exec(base.operation) ?? [];
  // A denial is no grant, and the end of one is not, either.
  if (verb === undefined || parameters.named('Deny').maybeBoolean() === true) return undefined;

  const rights = parameters.named('AccessRights').maybeText() ?? '';
  const right = rightOf(noun, rights);
  return right === undefined
    ? undefined
    : {
        change: verb === 'Remove' || isNone(rights) ? 'removed' : 'granted',
        right,
        ...mailboxOf(record, base),
        grantee: parameters.named(noun === 'RecipientPermission' ? 'Trustee' : 'User').maybeText(),
      };
}

function rightOf(noun: string, rights: string): Delegation['right'] | undefined {
  if (noun === 'MailboxFolderPermission') return 'folder';
  if (/\bFullAccess\b/i.test(rights)) return 'fullAccess';
  return /\bSendAs\b/i.test(rights) ? 'sendAs' : undefined;
}

const LONGEST_LIST = 10_000;

/** `GrantSendOnBehalfTo`: a list of names, or `@{Add="ana"}`; the event tells the first of them. */
function onBehalf(record: Field, base: Circumstances): Found | undefined {
  const told = record.at('Parameters').named('GrantSendOnBehalfTo').maybeText()?.slice(0, LONGEST_LIST);
  if (told === undefined) return undefined;
  const grantee = told
    .replace(/^@?\{\s*(?:add|remove)\s*=/i, '')
    .split(/[;,]/)
    .map((name) => name.replace(/[\s"'{}[\]]+/g, ' ').trim())
    .find((name) => name !== '');
  return {
    change: /^@?\{\s*remove\b/i.test(told) ? 'removed' : 'granted',
    right: 'sendOnBehalf',
    ...mailboxOf(record, base),
    grantee,
  };
}

/** Seeing when somebody is busy is what everybody may by default. */
const isNone = (rights: string | undefined): boolean =>
  /^(none|(availabilityonly|freebusy\w*|(folder)?visible)(\s*,\s*(freebusy\w*|(folder)?visible))*)$/i.test(rights?.trim() ?? '');

/** `forest/…/org/ana`, `ana`, `ana@contoso.test:\Calendar`, `ana:\Calendar`. */
function mailboxOf(record: Field, base: Circumstances): { mailbox?: string } {
  const named = record.at('Parameters').named('Identity').maybeText() ?? record.at('ObjectId').maybeText();
  const mailbox = mailboxAddress(named?.replace(/:?\\.*$/, ''), record, base);
  return mailbox === undefined ? {} : { mailbox };
}

/** An account's own standing on its own mailbox is nobody's new right; groups keep the name they have. */
function granteeOf(told: string | undefined, record: Field, base: Circumstances): string | undefined {
  const name = foldName(told ?? '');
  if (name === '' || name.startsWith('nt authority\\')) return undefined;
  if (PSEUDONYMS.has(name) || kindOfName(name) !== 'other' || name.includes('@')) return name;
  const last = name.split('/').at(-1) ?? name;
  return /\s/.test(last) ? last : mailboxAddress(name, record, base);
}

const PSEUDONYMS: ReadonlySet<string> = new Set(['everyone', 'default', 'anonymous']);
