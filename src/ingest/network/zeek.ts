// Zeek's logs: one stream a file, told by `_path`, `@stream`, what the record holds, or the file's name.
//
// Records come as JSON with `id.orig_h` or, where dots were not allowed, `id_orig_h`, or nested; and as tab-separated
// rows. Every record about a connection bears its `uid`; only in `conn` is it the record's own.

import { known } from '../known.ts';
import type { Field } from '../field.ts';
import type { Account, Told, Where } from '../source.ts';
import type { Alert } from '../../model/event.ts';
import type { Instant } from '../../model/time.ts';
import { momentIn } from './moment.ts';
import {
  addressIn,
  alert,
  bytesIn,
  connection,
  nameIn,
  numberIn,
  other,
  secondsIn,
  serviceIn,
  sidesOf,
  textIn,
  truthIn,
  urlOf,
} from './traffic.ts';

/** What a record holds besides a time when it is of a stream that need not tell of a connection. */
const MARKS: readonly (readonly string[])[] = [
  ['note', 'msg'],
  ['note', 'actions'],
  ['fuid', 'source'],
  ['fuid', 'tx_hosts'],
  ['uids', 'msg_types'],
  ['uids', 'mac'],
  ['id', 'certificate.version'],
  ['id', 'certificate_version'],
  ['id', 'compile_ts'],
  ['host', 'software_type'],
  ['src_mac', 'dst_mac', 'operation'],
  ['name', 'peer'],
  ['node', 'filter'],
  ['gaps', 'acks'],
  ['level', 'message', 'location'],
  ['port_num', 'port_proto'],
  ['peer', 'pkts_proc'],
];

/** Streams about the sensor itself that say no time. */
const WITHOUT_TIME: ReadonlySet<string> = new Set(['loaded_scripts']);

export function isZeek(record: Field): boolean {
  if (record.has('uid') && part(record, 'orig_h').value !== undefined) return true;
  const stream = streamToldBy(record);
  if (!record.has('ts')) return stream !== undefined && WITHOUT_TIME.has(stream);
  return stream !== undefined || MARKS.some((mark) => mark.every((name) => record.has(name)));
}

type Reader = (record: Field, at: Instant | undefined) => Told | undefined;

const readers: Readonly<Record<string, Reader>> = {
  conn: readConn,
  dns: readDns,
  http: readHttp,
  ssl: readSsl,
  notice: readNotice,
};

export function readZeek(record: Field, where: Where): Account {
  const stream = streamToldBy(record) ?? streamShownBy(record) ?? streamOfFile(where.file);
  const at = momentIn(record.has('ts') ? record.at('ts') : record.at('@timestamp'));
  const read = Object.hasOwn(readers, stream) ? readers[stream] : undefined;
  const event = read?.(record, at);
  return {
    event: event ?? other(`Zeek ${stream}`, at, hostIn(record)),
    ...known({ record: event !== undefined && stream === 'conn' ? textIn(record.at('uid')) : undefined }),
    names: [],
  };
}

const streamToldBy = (record: Field): string | undefined =>
  (textIn(record.at('_path')) ?? textIn(record.at('@stream')))?.toLowerCase().slice(0, 100);

function streamShownBy(record: Field): string | undefined {
  const has = (...names: readonly string[]): boolean => names.some((name) => record.has(name));
  if (has('conn_state', 'orig_pkts')) return 'conn';
  if (has('note')) return 'notice';
  if (has('trans_depth') && has('method', 'uri', 'status_code')) return 'http';
  if (has('query', 'qtype', 'rcode')) return 'dns';
  return has('cipher', 'server_name', 'established') && !has('client_initial_dcid') ? 'ssl' : undefined;
}

/** `conn.12:00:00-13:00:00.log.gz` is of the stream `conn`. */
const streamOfFile = (file: string): string => /([^/\\.]+)[^/\\]*$/.exec(file)?.[1]?.toLowerCase() ?? 'record';

/** A part of the connection's four-fold id, in whichever of its spellings. */
function part(record: Field, name: 'orig_h' | 'orig_p' | 'resp_h' | 'resp_p'): Field {
  const dotted = record.at(`id.${name}`);
  if (dotted.value !== undefined) return dotted;
  const flat = record.at(`id_${name}`);
  return flat.value === undefined ? record.at('id').at(name) : flat;
}

/** Streams that tell of one host call it by various names. */
function hostIn(record: Field): string | undefined {
  const fields = [part(record, 'orig_h'), ...['orig_h', 'src', 'host', 'client_addr'].map((name) => record.at(name))];
  return fields.map(addressIn).find((address) => address !== undefined);
}

/** What every record about a connection says of it. */
const between = (record: Field) => ({
  sides: sidesOf(part(record, 'orig_h'), part(record, 'resp_h')),
  port: part(record, 'resp_p'),
  transport: textIn(record.at('proto')),
});

/** Tried and not answered, or refused, or given up before it began. */
const CAME_TO_NOTHING: ReadonlySet<string> = new Set(['S0', 'REJ', 'RSTOS0', 'RSTRH', 'SH', 'SHR']);

function readConn(record: Field, at: Instant | undefined): Told | undefined {
  return connection({
    operation: 'Zeek conn',
    deed: 'connected',
    at,
    ...(at === undefined ? {} : { lastAt: at + secondsIn(record.at('duration')) }),
    ...between(record),
    service: serviceIn(record.at('service')),
    failed: CAME_TO_NOTHING.has(textIn(record.at('conn_state')) ?? ''),
    bytesOut: bytesIn(record.at('orig_bytes')),
    bytesIn: bytesIn(record.at('resp_bytes')),
  });
}

/** A question that nobody was seen to answer is no failure: whole protocols are asked into the air. */
function readDns(record: Field, at: Instant | undefined): Told | undefined {
  return connection({
    operation: 'Zeek dns',
    deed: 'resolved',
    at,
    ...between(record),
    service: 'dns',
    domain: nameIn(record.at('query')),
    failed: (numberIn(record.at('rcode')) ?? 0) !== 0 || truthIn(record.at('rejected')) === true,
  });
}

function readHttp(record: Field, at: Instant | undefined): Told | undefined {
  const host = textIn(record.at('host'));
  const port = numberIn(part(record, 'resp_p'));
  return connection({
    operation: 'Zeek http',
    deed: 'requested',
    at,
    ...between(record),
    transport: textIn(record.at('proto')) ?? 'tcp',
    service: 'http',
    domain: nameIn(record.at('host')),
    url: urlOf(host ?? textIn(part(record, 'resp_h')), port, textIn(record.at('uri'))),
    userAgent: textIn(record.at('user_agent')),
    failed: (numberIn(record.at('status_code')) ?? 0) >= 400,
    bytesOut: bytesIn(record.at('request_body_len')),
    bytesIn: bytesIn(record.at('response_body_len')),
  });
}

function readSsl(record: Field, at: Instant | undefined): Told | undefined {
  return connection({
    operation: 'Zeek ssl',
    deed: 'negotiated',
    at,
    ...between(record),
    transport: textIn(record.at('proto')) ?? 'tcp',
    service: 'tls',
    domain: nameIn(record.at('server_name')),
    failed: truthIn(record.at('established')) === false,
  });
}

function readNotice(record: Field, at: Instant | undefined): Told | undefined {
  const note = textIn(record.at('note'));
  if (at === undefined || note === undefined) return undefined;
  return alert(at, {
    operation: 'Zeek notice',
    product: 'Zeek',
    headline: note,
    severity: severityOf(note, record.at('actions')),
    tactics: [],
    techniques: [],
    outcome: 'success',
    addresses: [part(record, 'orig_h'), part(record, 'resp_h'), record.at('src'), record.at('dst')].map(addressIn),
  });
}

/** Notices about the sensor's own state. */
const OWN_STATE = /^(CaptureLoss|PacketFilter|Weird|Stats|Cluster|Broker)::/;

/** A notice has no severity; but whoever runs the sensor says of which they want to be told at once. */
function severityOf(note: string, actions: Field): Alert['severity'] {
  if (OWN_STATE.test(note)) return 'informational';
  const told = actions.list().map((it) => textIn(it) ?? '');
  const all = told.length > 0 ? told : [textIn(actions) ?? ''];
  return all.some((action) => /ACTION_(ALARM|EMAIL|PAGE)/.test(action)) ? 'medium' : 'low';
}
