// Rows of Exchange's message trace, one for each recipient of a message: as its command and its reporting service write
// them, in JSON and CSV. Rows that carry an entry of mailbox auditing instead of a message are read as that.

import { canonicalAddress, isServiceAddress } from '../address.ts';
import { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import type { Account, Told } from '../source.ts';
import { actorOf } from '../m365/actor.ts';
import { circumstances } from '../m365/circumstances.ts';
import { namesOf } from '../m365/names.ts';
import { toldIn } from '../m365/told.ts';
import type { Mail } from '../../model/event.ts';

const LONGEST_SUBJECT = 300;
/** Of one text with all of them; a hundred times what a rule has. */
const LONGEST_PARAMETERS = 10_000;

export const isTrace = (record: Field): boolean =>
  record.has('MessageTraceId') && record.has('RecipientAddress') && record.has('Received');

export function readTrace(row: Field): Account {
  const id = row.at('MessageTraceId').maybeText()?.toLowerCase();
  const recipient = foldName(row.at('RecipientAddress').text());
  const keys = id === undefined ? {} : { record: id, key: `${id}/${recipient}` };
  if (isAudit(row)) {
    const record = auditRecord(row);
    return { event: toldIn(record, circumstances(record)), ...keys, names: namesOf(record, actorOf(record)) };
  }
  return { event: traced(row, recipient, id), ...keys, names: [] };
}

function traced(row: Field, recipient: string, id: string | undefined): Told<'mail'> {
  const direction = DIRECTIONS[row.at('Directionality').maybeText()?.toLowerCase() ?? ''] ?? 'unknown';
  const sender = foldName(row.at('SenderAddress').maybeText() ?? '');
  const address = canonicalAddress(row.at('FromIP').maybeText());
  const delivery = DELIVERIES[row.at('Status').maybeText()?.toLowerCase() ?? ''] ?? 'unknown';
  const isOurs = (direction === 'outbound' || direction === 'internal') && sender.includes('@');

  return known({
    kind: 'mail' as const,
    at: row.at('Received').instant(),
    operation: 'Message trace',
    // Who sends from outside is nobody here.
    actor: isOurs ? sender : undefined,
    outcome: delivery === 'rejected' ? ('failure' as const) : ('success' as const),
    address,
    serviceAddress: address !== undefined && isServiceAddress(address) ? true : undefined,
    message:
      row
        .at('MessageId')
        .maybeText()
        ?.replace(/^<+|>+$/g, '') ??
      id ??
      '',
    direction,
    sender,
    recipients: [recipient],
    subject: row.at('Subject').maybeText()?.slice(0, LONGEST_SUBJECT),
    delivery,
    size: row.at('Size').maybeNumber(),
    spf: verdictIn(row.at('SPFResult')),
    dkim: verdictIn(row.at('DKIMResult')),
    dmarc: verdictIn(row.at('DMARCResult')),
    urls: [],
    attachments: [],
    hashes: [],
  });
}

const verdictIn = (field: Field): string | undefined => field.maybeText()?.toLowerCase();

const DIRECTIONS: Readonly<Record<string, Mail['direction']>> = {
  inbound: 'inbound',
  incoming: 'inbound',
  outbound: 'outbound',
  originating: 'outbound',
  'intra-org': 'internal',
  intraorg: 'internal',
  internal: 'internal',
};

const DELIVERIES: Readonly<Record<string, Mail['delivery']>> = {
  delivered: 'delivered',
  filteredasspam: 'junked',
  quarantined: 'quarantined',
  failed: 'rejected',
  pending: 'pending',
  gettingstatus: 'pending',
  expanded: 'expanded',
};

/** A mailbox audit entry among the messages: it names an operation and no sender. */
const isAudit = (row: Field): boolean =>
  row.at('Operation').maybeText() !== undefined && row.at('SenderAddress').maybeText() === undefined;

/** The entry as the unified log would have it: the recipient is whose mailbox it is, and who did it unless it says otherwise. */
function auditRecord(row: Field): Field {
  const owner = row.at('RecipientAddress').value;
  return new Field({
    ...(row.value as object),
    CreationTime: row.at('Received').value,
    Id: row.at('MessageTraceId').value,
    RecordType: 2,
    Workload: 'Exchange',
    UserId: row.at('InitiatedBy').maybeText() ?? owner,
    MailboxOwnerUPN: owner,
    ClientIP: row.at('ClientIPAddress').maybeText() ?? row.at('FromIP').value,
    Parameters: parametersIn(row.at('Parameters')),
    QueryText: row.at('SearchQuery').value,
  });
}

/** `Name='Security Backup';DeleteMessage=true`: quotes where a value holds blanks or semicolons. */
function parametersIn(field: Field): unknown {
  const text = field.maybeText();
  if (text === undefined || /^\s*\[/.test(text)) return field.value;
  return [...text.slice(0, LONGEST_PARAMETERS).matchAll(/(\w{1,100})\s*=\s*(?:'([^']*)'|"([^"]*)"|([^;]*))/g)].map(
    ([, Name, single, double, bare]) => ({
      Name,
      Value: single ?? double ?? bare ?? '',
    }),
  );
}
