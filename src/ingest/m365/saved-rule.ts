// UpdateInboxRules: a rule as Outlook saves it, in OperationProperties instead of Parameters. Its conditions are a text in
// Exchange's own notation, its actions JSON in text; a rule may come without a name.

import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import type { Told } from '../source.ts';
import type { MailboxRule } from '../../model/event.ts';
import type { Circumstances } from './circumstances.ts';
import { mailboxOwner } from './mailbox.ts';
import { addressesIn, folderName, ruleId } from './rule-words.ts';

export function readSavedRule(record: Field, base: Circumstances): Told<'mailboxRule'> {
  const properties = record.at('OperationProperties');
  const state = properties.named('RuleState').maybeText();
  const condition = properties.named('RuleCondition').maybeText() ?? '';
  const name = properties.named('RuleName').maybeText() ?? '';
  const mailbox = mailboxOwner(record) ?? base.actor;
  const actions = actionsIn(properties.named('RuleActions'));

  return {
    ...base,
    kind: 'mailboxRule',
    scope: 'inbox',
    change: changeOf(properties.named('RuleOperation').maybeText() ?? '', state),
    ...known({ mailbox, movesTo: actions.find(({ folder }) => folder !== undefined)?.folder }),
    rule: ruleId(mailbox, name === '' ? (properties.named('RuleId').maybeText() ?? 'unnamed') : name),
    name,
    forwardsTo: [...new Set(actions.flatMap(({ recipients }) => recipients))],
    deletes: actions.some(({ type }) => /delete/i.test(type)),
    marksRead: actions.some(({ type }) => /mark.*read/i.test(type)),
    stops: /ExitAfterExecution/i.test(state ?? '') || actions.some(({ type }) => /stop/i.test(type)),
    from: sendersIn(condition),
    words: wordsIn(condition),
  };
}

function changeOf(operation: string, state: string | undefined): MailboxRule['change'] {
  if (/^add|^create/i.test(operation)) return 'created';
  if (/^(delete|remove)/i.test(operation)) return 'removed';
  return state !== undefined && !/enabled/i.test(state) ? 'disabled' : 'changed';
}

interface RuleAction {
  readonly type: string;
  readonly recipients: readonly string[];
  readonly folder?: string;
}

function actionsIn(field: Field): readonly RuleAction[] {
  const opened = field.maybeJson();
  if (Array.isArray(opened.value)) return opened.list().map(actionIn);
  // Some exports write the actions out: `Forward to ana@contoso.test`.
  const text = field.maybeText();
  return text === undefined ? [] : [{ type: text, recipients: /forward|redirect/i.test(text) ? addressesIn(text) : [] }];
}

function actionIn(action: Field): RuleAction {
  const type = action.at('ActionType').maybeText() ?? '';
  const recipients = /forward|redirect|delegate/i.test(type)
    ? action
        .at('Recipients')
        .list()
        .flatMap((recipient) => addressesIn(recipient.maybeText()))
    : [];
  const folder = /move|copy/i.test(type)
    ? FOLDERS.map((name) => action.at(name).maybeText()).find((text) => text !== undefined)
    : undefined;
  return { type, recipients, ...known({ folder: folderName(folder) }) };
}

const FOLDERS = ['FolderName', 'FolderPath', 'DestinationFolder', 'FolderId', 'DestinationFolderId'];

/** `(SenderSearchKey Equal SMTP:ANA@CONTOSO.TEST)`, `(SubString IgnoreCase(SenderSmtpAddress)=contoso)`. */
function sendersIn(condition: string): readonly string[] {
  const keys = [...condition.matchAll(/SMTP:([^\s()]+)/gi)].map(([, address = '']) => foldName(address));
  return [...new Set([...keys, ...comparedIn(condition, /^Sender/i).map(foldName)])];
}

/** `(SubString IgnoreCase(SubjectProperty)=invoice)`. */
const wordsIn = (condition: string): readonly string[] => [...new Set(comparedIn(condition, /subject|body/i))];

const comparedIn = (condition: string, property: RegExp): readonly string[] =>
  [...condition.matchAll(/\((\w+)\)=([^()]*)\)/g)].flatMap(([, name = '', text = '']) =>
    property.test(name) && text.trim() !== '' ? [text.trim()] : [],
  );
