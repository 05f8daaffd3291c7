// Alerts that stand in the unified audit log: those of alert policies, of automated investigations and of Defender for
// Cloud Apps; bare or in any of that log's wrappings.

import type { Field } from '../field.ts';
import { foldName } from '../name.ts';
import type { Account } from '../source.ts';
import { holdsAlert, unwrapped } from '../m365/forms.ts';
import { accountOf, firstInstant, maybeInstant, statusOf } from './alert.ts';
import type { Form } from './alert.ts';
import { productOf } from './product.ts';
import { textIn } from './objects.ts';
import type { Thing } from './objects.ts';
import { tacticsIn, techniquesIn } from './tactic.ts';

export const auditRecord: Form = {
  recognises: holdsAlert,

  read(record) {
    const inner = unwrapped(record).record;
    if (inner.has('AlertDisplayName')) return cloudApps(inner);
    return inner.at('Operation').maybeText() === 'AirInvestigationData' ? investigation(inner) : policy(inner);
  },
};

const textOf = (record: Field, name: string): string | undefined => record.at(name).maybeText();
const innerOf = (record: Field): { readonly inner: object } => ({ inner: record.value as Thing });

/** `Data` is the provider's own alert; before there is one, the investigation stands for it. */
function investigation(record: Field): Account {
  const data = record.at('Data').maybeJson();
  return accountOf({
    ...innerOf(record),
    record: record.at('Id').text(),
    original: textOf(data, 'ProviderAlertId') ?? textOf(record, 'InvestigationId'),
    name: textOf(data, 'AlertDisplayName') ?? textOf(record, 'InvestigationName') ?? 'Automated investigation',
    product: productOf(textOf(data, 'ProviderName') ?? 'OATP'),
    severity: textOf(data, 'Severity'),
    status: statusOf(textOf(data, 'Status')),
    tactics: tacticsIn(textOf(data, 'Intent'), textOf(data, 'Category')),
    techniques: techniquesIn(textOf(data, 'Techniques')),
    at: firstInstant(data.at('StartTimeUtc'), record.at('StartTimeUtc'), record.at('CreationTime')),
    lastAt: maybeInstant(data.at('EndTimeUtc')),
    generatedAt: maybeInstant(record.at('CreationTime')),
    entities: data.at('Entities').value,
  });
}

function cloudApps(record: Field): Account {
  return accountOf({
    ...innerOf(record),
    record: record.at('Id').text(),
    original: textOf(record, 'ObjectId'),
    name: record.at('AlertDisplayName').text(),
    product: productOf('MCAS'),
    severity: textOf(record, 'AlertSeverity'),
    status: statusOf(textOf(record, 'ResultStatus')),
    tactics: tacticsIn(textOf(record, 'AlertCategory')),
    techniques: [],
    at: firstInstant(record.at('ActivityStartTime'), record.at('CreationTime')),
    lastAt: maybeInstant(record.at('LastUpdatedTime')),
    generatedAt: maybeInstant(record.at('LastUpdatedTime'), record.at('CreationTime')),
    count: record.at('ItemCount').maybeNumber(),
    entities: [
      { Type: 'account', UserPrincipalName: textOf(record, 'UserId') },
      ...record
        .at('ClientIPs')
        .list()
        .map((address) => ({ Type: 'ip', Address: address.maybeText() })),
      ...record
        .at('Applications')
        .list()
        .map((app) => ({ ...(app.value as Thing), AppId: textOf(app, 'Id'), Type: 'cloud-application' })),
    ],
  });
}

/** Short keys hold what the policy matched; `AlertTriggered` and every `AlertEntityGenerated` share the alert's id. */
function policy(record: Field): Account {
  const data = record.at('Data').maybeJson();
  return accountOf({
    ...innerOf(record),
    record: record.at('Id').text(),
    original: textOf(record, 'AlertId'),
    name: textOf(record, 'Name') ?? textOf(data, 'an') ?? record.at('Operation').text(),
    product: productOf(textOf(record, 'Source') ?? 'Office 365 Security & Compliance'),
    severity: textOf(record, 'Severity') ?? textOf(data, 'sev'),
    status: statusOf(textOf(record, 'Status')),
    tactics: tacticsIn(textOf(record, 'Category')),
    techniques: [],
    at: firstInstant(data.at('ts'), data.at('at'), record.at('CreationTime')),
    lastAt: maybeInstant(data.at('te')),
    generatedAt: maybeInstant(record.at('CreationTime')),
    count: data.at('tdc').maybeNumber(),
    entities: matched(record, (data.value ?? {}) as Thing),
    particulars: [textOf(record, 'AlertEntityId')],
  });
}

function matched(record: Field, data: Thing): readonly Thing[] {
  const host =
    textIn(data, 'dn', 'mddid') === undefined ? undefined : { Type: 'host', MdatpDeviceId: data['mddid'], HostName: data['dn'] };
  const path = textIn(data, 'ofph');
  return [
    ...people(record, data),
    ...(textIn(data, 'etype')?.toLowerCase() === 'maliciousurl' ? [{ Type: 'url', Url: data['eid'] }] : []),
    { Type: 'url', Url: data['zu'] ?? data['pud'] },
    ...message(data),
    ...(host === undefined ? [] : [host]),
    { Type: 'ip', Address: data['ecip'] },
    { Type: 'dns', DomainName: data['tdmn'] },
    ...(path === undefined ? [] : [{ ...fileAt(path), Host: host }]),
  ];
}

function people(record: Field, data: Thing): readonly Thing[] {
  const isUser = textOf(record, 'EntityType')?.toLowerCase() === 'user';
  const ids = isUser ? [textOf(record, 'AlertEntityId'), textOf(record, 'ObjectId'), textIn(data, 'eid')] : [];
  return [textIn(data, 'f3u'), textIn(data, 'suid'), textIn(data, 'mfrm'), ...ids]
    .flatMap((name) => (name === undefined ? [] : [foldName(name)]))
    .map((name) => ({ Type: 'account', UserPrincipalName: name }));
}

function message(data: Thing): readonly Thing[] {
  const recipients = [textIn(data, 'trc'), textIn(data, 'to'), textIn(data, 'cc')].flatMap(
    (text) => text?.split(/[;,]\s*/) ?? [],
  );
  const sender = textIn(data, 'tsd', 'mfrm');
  if (recipients.length === 0 && sender === undefined && textIn(data, 'imsgid') === undefined) return [];
  return [
    {
      Type: 'mailMessage',
      InternetMessageId: data['imsgid'],
      Recipient: recipients,
      Sender: sender,
      SenderIP: data['sip'],
      Subject: data['ms'],
    },
  ];
}

function fileAt(path: string): Thing {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  return { Type: 'file', Name: path.slice(cut + 1), Directory: cut < 0 ? undefined : path.slice(0, cut) };
}
