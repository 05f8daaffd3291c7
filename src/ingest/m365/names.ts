// Which names a record of the unified log says are one person's. Only what is sure: a wrong union joins two people's
// pasts for ever, a missing one is told by the next record.

import type { Field } from '../field.ts';
import { foldName, kindOfName, sameness } from '../name.ts';
import { DIRECTORY, isDirectory } from './record-type.ts';
import type { Actor } from './actor.ts';

export function namesOf(record: Field, actor: Actor): readonly (readonly string[])[] {
  return [actorNames(record, actor), ownerNames(record), targetNames(record)].flat();
}

/** What the record calls the actor: UserId, UserKey, the directory's list of ids, and the SID they opened a mailbox with. */
function actorNames(record: Field, actor: Actor): readonly (readonly string[])[] {
  if (actor.kind !== 'person' || actor.name === undefined) return [];
  const listed = isDirectory(record) ? idsIn(record.at('Actor'), actor.name) : [];
  return sameness([actor.name, keyOf(record.at('UserKey').maybeText()), ...listed, ownSid(record, actor.name)]);
}

// Only the owner's log-on: with LogonType 1 and 2 some systems put the mailbox's SID there.
function ownSid(record: Field, name: string): string | undefined {
  const isOwner = record.at('LogonType').maybeNumber() === 0 && foldName(record.at('MailboxOwnerUPN').maybeText() ?? '') === name;
  return isOwner ? record.at('LogonUserSid').maybeText() : undefined;
}

const ownerNames = (record: Field): readonly (readonly string[])[] =>
  sameness([record.at('MailboxOwnerUPN').maybeText(), record.at('MailboxOwnerSid').maybeText()]);

function targetNames(record: Field): readonly (readonly string[])[] {
  if (record.at('RecordType').maybeNumber() !== DIRECTORY) return [];
  const upns = idsOfType(record.at('Target'), UPN_TYPE);
  const [upn] = upns;
  return upn === undefined || upns.length > 1 ? [] : sameness([upn, ...idsIn(record.at('Target'), upn)]);
}

/**
 * `1003200126677019`, `1003200126677019@contoso.test`, `i:0h.f|membership|1003200126677019@live.com`, an object id, a
 * sign-in name: whichever it is, without what is wrapped around it.
 */
function keyOf(userKey: string | undefined): string | undefined {
  const key = foldName(userKey?.split('|').at(-1) ?? '');
  const passport = key.split('@')[0] ?? '';
  return kindOfName(passport) === 'puid' ? passport : key;
}

const OBJECT_TYPE = 0;
const PUID_TYPE = 3;
const UPN_TYPE = 5;

/** Ids of the user of that name in a list of {ID, Type}; display names and `User_<guid>` are not among them. */
function idsIn(list: Field, upn: string): readonly string[] {
  if (!idsOfType(list, UPN_TYPE).some((id) => foldName(id) === foldName(upn))) return [];
  const prefixed = allIds(list).flatMap((id) => /^User_(.+)$/.exec(id)?.[1] ?? []);
  return [...prefixed, ...idsOfType(list, OBJECT_TYPE), ...idsOfType(list, PUID_TYPE)];
}

const allIds = (list: Field): readonly string[] => list.list().flatMap((it) => it.at('ID').maybeText() ?? []);

const idsOfType = (list: Field, type: number): readonly string[] =>
  list.list().flatMap((it) => (it.at('Type').maybeNumber() === type ? (it.at('ID').maybeText() ?? []) : []));
