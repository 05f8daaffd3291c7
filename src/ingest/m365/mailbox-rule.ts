// Inbox rules, transport rules and forwarding, as commands and as Outlook saves them.

import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName, kindOfName } from '../name.ts';
import type { Told } from '../source.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Circumstances } from './circumstances.ts';
import { identityOf, mailboxAddress, mailboxOwner } from './mailbox.ts';
import { readSavedRule } from './saved-rule.ts';
import { addressesIn, folderName, ruleId, words } from './rule-words.ts';

export function readMailboxRule(record: Field, base: Circumstances): Told<'mailboxRule'> | undefined {
  if (base.operation === 'UpdateInboxRules') return readSavedRule(record, base);
  if (base.operation === 'Set-Mailbox') return readForwarding(record, base);

  const [, verb = '', noun = ''] = /^([A-Za-z]+)-(InboxRule|TransportRule)$/.exec(base.operation) ?? [];
  const change = CHANGES[verb];
  return change === undefined ? undefined : readCommand(record, base, change, noun === 'TransportRule' ? 'transport' : 'inbox');
}

const CHANGES: Readonly<Record<string, MailboxRule['change']>> = {
  New: 'created',
  Set: 'changed',
  Enable: 'enabled',
  Disable: 'disabled',
  Remove: 'removed',
};

function readCommand(
  record: Field,
  base: Circumstances,
  change: MailboxRule['change'],
  scope: 'inbox' | 'transport',
): Told<'mailboxRule'> {
  const parameters = record.at('Parameters');
  const text = (name: string): string | undefined => parameters.named(name).maybeText();
  const isOn = (...names: readonly string[]): boolean => names.some((name) => parameters.named(name).maybeBoolean() === true);

  const mailbox = scope === 'inbox' ? mailboxOf(record, base) : undefined;
  const object = identityOf(record.at('ObjectId')).object ?? identityOf(parameters.named('Identity')).object;
  const name = text('Name') ?? object ?? '';

  return {
    ...base,
    kind: 'mailboxRule',
    scope,
    change,
    ...known({ mailbox, movesTo: folderName(text('MoveToFolder') ?? text('CopyToFolder')) }),
    // Renaming keeps the rule: what it was called before is in ObjectId.
    rule: ruleId(mailbox, object ?? name),
    name,
    forwardsTo: unique(FORWARDS.flatMap((parameter) => addressesIn(text(parameter)))),
    deletes: isOn('DeleteMessage', 'SoftDeleteMessage'),
    marksRead: isOn('MarkAsRead'),
    stops: isOn('StopProcessingRules', 'StopRuleProcessing'),
    from: unique(SENDERS.flatMap((parameter) => words(text(parameter)).map(foldName))),
    words: unique(WORDS.flatMap((parameter) => words(text(parameter)))),
  };
}

const FORWARDS = [
  'ForwardTo',
  'ForwardAsAttachmentTo',
  'RedirectTo',
  'ForwardingSmtpAddress',
  'ForwardingAddress',
  'BlindCopyTo',
  'CopyTo',
  'RedirectMessageTo',
];
const SENDERS = ['From', 'FromAddressContainsWords', 'FromAddressMatchesPatterns', 'FromMemberOf', 'SenderDomainIs'];
const WORDS = [
  'SubjectContainsWords',
  'SubjectMatchesPatterns',
  'BodyContainsWords',
  'SubjectOrBodyContainsWords',
  'SubjectOrBodyMatchesPatterns',
  'HeaderContainsWords',
];

/** The mailbox a rule works in: named outright, else the part before the backslash, else the actor's own. */
function mailboxOf(record: Field, base: Circumstances): string | undefined {
  const parameters = record.at('Parameters');
  const named = mailboxOwner(record) ?? mailboxAddress(parameters.named('Mailbox').maybeText(), record, base);
  if (named !== undefined) return named;

  const owner = identityOf(record.at('ObjectId')).owner ?? identityOf(parameters.named('Identity')).owner;
  const address = mailboxAddress(owner, record, base);
  // An object id says nothing by itself; without -Mailbox the command works in one's own mailbox.
  const isOwn = address === undefined || kindOfName(address) === 'oid';
  return isOwn && base.actorKind === 'person' ? base.actor : address;
}

function readForwarding(record: Field, base: Circumstances): Told<'mailboxRule'> | undefined {
  const parameters = record.at('Parameters');
  const settings = ['ForwardingSmtpAddress', 'ForwardingAddress'].filter((name) =>
    parameters.list().some((it) => it.at('Name').value === name),
  );
  if (settings.length === 0) return undefined;

  const mailbox = mailboxAddress(record.at('ObjectId').maybeText() ?? parameters.named('Identity').maybeText(), record, base);
  const forwardsTo = unique(settings.flatMap((name) => addressesIn(parameters.named(name).maybeText())));
  return {
    ...base,
    kind: 'mailboxRule',
    scope: 'forwarding',
    change: forwardsTo.length === 0 ? 'removed' : 'changed',
    ...known({ mailbox }),
    rule: ruleId(mailbox, 'forwarding'),
    name: 'forwarding',
    forwardsTo,
    // Without a copy left behind the owner sees none of it; that is not deleting.
    deletes: false,
    marksRead: false,
    stops: false,
    from: [],
    words: [],
  };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
