// Suricata's EVE records, one kind an `event_type`. No id of theirs is unique: all records of one flow share `flow_id`.

import type { Field } from '../field.ts';
import type { Account, Told } from '../source.ts';
import type { Alert } from '../../model/event.ts';
import type { Instant } from '../../model/time.ts';
import { momentIn } from './moment.ts';
import { addressIn, alert, bytesIn, connection, nameIn, numberIn, other, serviceIn, sidesOf, textIn, urlOf } from './traffic.ts';

export const isSuricata = (record: Field): boolean =>
  record.has('event_type') &&
  record.has('timestamp') &&
  ['src_ip', 'flow_id', 'stats', 'engine'].some((name) => record.has(name));

type Reader = (record: Field, at: Instant | undefined) => Told | undefined;

const readers: Readonly<Record<string, Reader>> = {
  alert: readAlert,
  flow: readFlow,
  dns: readDns,
  http: readHttp,
  tls: readTls,
};

export function readSuricata(record: Field): Account {
  const type = record.at('event_type').text();
  const at = momentIn(record.at('timestamp'));
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  return { event: read?.(record, at) ?? other(`Suricata ${type}`, at, addressIn(record.at('src_ip'))), names: [] };
}

/** What every record about a flow says of it. */
const between = (record: Field) => ({
  sides: sidesOf(record.at('src_ip'), record.at('dest_ip')),
  port: record.at('dest_port'),
  transport: textIn(record.at('proto')),
});

function readFlow(record: Field, writtenAt: Instant | undefined): Told | undefined {
  const flow = record.at('flow');
  const at = momentIn(flow.at('start')) ?? writtenAt;
  const lastAt = momentIn(flow.at('end'));
  return connection({
    operation: 'Suricata flow',
    deed: 'connected',
    at,
    ...(lastAt === undefined ? {} : { lastAt }),
    ...between(record),
    service: serviceIn(record.at('app_proto')),
    // Never answered.
    failed: textIn(flow.at('state')) === 'new',
    bytesOut: bytesIn(flow.at('bytes_toserver')),
    bytesIn: bytesIn(flow.at('bytes_toclient')),
  });
}

/** A question and its answer are two records; only the answer knows how it went. */
function readDns(record: Field, at: Instant | undefined): Told | undefined {
  const dns = record.at('dns');
  const asked = dns.at('queries').list()[0] ?? dns;
  const code = textIn(dns.at('rcode'))?.toUpperCase() ?? 'NOERROR';
  return connection({
    operation: 'Suricata dns',
    deed: 'resolved',
    at,
    ...between(record),
    service: 'dns',
    domain: nameIn(asked.at('rrname')),
    failed: code !== 'NOERROR' && code !== '0',
  });
}

function readHttp(record: Field, at: Instant | undefined): Told | undefined {
  const http = record.at('http');
  return connection({
    operation: 'Suricata http',
    deed: 'requested',
    at,
    ...between(record),
    service: 'http',
    domain: nameIn(http.at('hostname')),
    url: requestedIn(record),
    userAgent: textIn(http.at('http_user_agent')),
    failed: (numberIn(http.at('status')) ?? 0) >= 400,
    bytesIn: bytesIn(http.at('length')),
  });
}

function requestedIn(record: Field): string | undefined {
  const http = record.at('http');
  const port = numberIn(http.at('http_port')) ?? numberIn(record.at('dest_port'));
  return urlOf(textIn(http.at('hostname')) ?? textIn(record.at('dest_ip')), port, textIn(http.at('url')));
}

function readTls(record: Field, at: Instant | undefined): Told | undefined {
  return connection({
    operation: 'Suricata tls',
    deed: 'negotiated',
    at,
    ...between(record),
    service: 'tls',
    domain: nameIn(record.at('tls').at('sni')),
    failed: false,
  });
}

function readAlert(record: Field, at: Instant | undefined): Told | undefined {
  if (at === undefined) return undefined;
  const said = record.at('alert');
  const metadata = said.at('metadata');
  return alert(at, {
    operation: 'Suricata alert',
    product: 'Suricata',
    headline: textIn(said.at('signature')) ?? `signature ${textIn(said.at('signature_id')) ?? 'without a name'}`,
    severity: severityOf(said),
    tactics: wordsIn(metadata.at('mitre_tactic_name')).map((name) => name.toLowerCase().replaceAll(/[_\s]+/g, '-')),
    techniques: wordsIn(metadata.at('mitre_technique_id')).filter((id) => /^T\d{4}(\.\d{3})?$/.test(id)),
    outcome: textIn(said.at('action')) === 'blocked' ? 'failure' : 'success',
    addresses: [addressIn(record.at('src_ip')), addressIn(record.at('dest_ip'))],
    domains: [nameIn(record.at('http').at('hostname')), nameIn(record.at('tls').at('sni'))],
    urls: [requestedIn(record)],
  });
}

const wordsIn = (field: Field): string[] => [...new Set(field.list().flatMap((it) => textIn(it) ?? []))].sort();

/** Classes of rules that tell of traffic and accuse nobody. */
const HARMLESS: ReadonlySet<string> = new Set([
  'not suspicious traffic',
  'unknown traffic',
  'misc activity',
  'generic icmp event',
  'generic protocol command decode',
  'a tcp connection was detected',
]);

/** One is the worst; from four on a rule is only told of. */
function severityOf(said: Field): Alert['severity'] {
  if (HARMLESS.has(textIn(said.at('category'))?.toLowerCase() ?? '')) return 'informational';
  const priority = numberIn(said.at('severity')) ?? 3;
  return priority <= 1 ? 'high' : priority === 2 ? 'medium' : priority === 3 ? 'low' : 'informational';
}
