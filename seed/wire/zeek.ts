// Lines of a Zeek sensor's logs, as its JSON writer streams them: connections,
// questions for names, TLS handshakes.

import { seconds, type Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { SeedRecord } from '../record.ts';
import type { Office } from '../tenant.ts';
import { lazily } from './lazy.ts';

export interface Flow {
  /** Whole milliseconds; a sensor's clock has finer ones. */
  readonly at: Instant;
  readonly microseconds: number;
  readonly uid: string;
  readonly office: Office;
  readonly host: Device;
  readonly port: number;
  readonly to: { readonly address: string; readonly port: number; readonly name?: string };
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly seconds: number;
}

export function zeekConnection(flow: Flow): SeedRecord {
  // It is told of once it is over.
  const writtenAt = flow.at + Math.ceil(seconds(flow.seconds));
  return lazily({ source: 'network', at: flow.at, id: flow.uid, feed: 'conn', writtenAt }, () => {
    const { to, bytesOut, bytesIn, seconds: duration } = flow;
    const answered = bytesIn > 0;
    const [sent, received] = [packetsFor(bytesOut), answered ? packetsFor(bytesIn) : 0];
    return {
      _path: 'conn',
      ts: epoch(flow),
      uid: flow.uid,
      ...endpoints(flow),
      proto: 'tcp',
      ...(answered && services[to.port] !== undefined ? { service: services[to.port] } : {}),
      ...(answered ? { duration, orig_bytes: bytesOut, resp_bytes: bytesIn } : {}),
      conn_state: answered ? 'SF' : 'S0',
      local_orig: true,
      local_resp: false,
      missed_bytes: 0,
      history: answered ? 'ShADadFf' : 'S',
      orig_pkts: sent,
      orig_ip_bytes: bytesOut + sent * 40,
      resp_pkts: received,
      resp_ip_bytes: bytesIn + received * 40,
    };
  });
}

const services: Readonly<Record<number, string>> = { 22: 'ssh', 80: 'http', 443: 'ssl', 853: 'ssl', 993: 'ssl', 8443: 'ssl' };

const packetsFor = (bytes: number): number => 4 + Math.ceil(bytes / 1400);

/** Seconds since 1970 with six decimals. */
const epoch = ({ at, microseconds }: Pick<Flow, 'at' | 'microseconds'>): number => (at * 1000 + microseconds) / 1e6;

const endpoints = ({ office, host, port, to }: Flow) => ({
  'id.orig_h': insideAddress(office, host),
  'id.orig_p': port,
  'id.resp_h': to.address,
  'id.resp_p': to.port,
});

/** A machine keeps its address in an office, as a lease that is renewed every day. */
export function insideAddress(office: Office, host: Device): string {
  let sum = 0x811c9dc5;
  for (const letter of host.id + host.name) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  const lease = sum >>> 0;
  return `${office.inside}.${16 + (lease % 64)}.${2 + ((lease >>> 8) % 250)}`;
}

/** The machine asks for the name a moment before it connects. */
export function zeekQuestion(
  flow: Flow,
  name: string,
  it: { readonly uid: string; readonly port: number; readonly id: number },
): SeedRecord {
  const at = flow.at - 31;
  return lazily({ source: 'network', at, id: `dns/${it.uid}`, feed: 'dns' }, () => ({
    _path: 'dns',
    ts: epoch({ at, microseconds: flow.microseconds }),
    uid: it.uid,
    'id.orig_h': insideAddress(flow.office, flow.host),
    'id.orig_p': it.port,
    'id.resp_h': `${flow.office.inside}.0.2`,
    'id.resp_p': 53,
    proto: 'udp',
    trans_id: it.id,
    rtt: 0.021417,
    query: name,
    qclass: 1,
    qclass_name: 'C_INTERNET',
    qtype: 1,
    qtype_name: 'A',
    rcode: 0,
    rcode_name: 'NOERROR',
    AA: false,
    TC: false,
    RD: true,
    RA: true,
    Z: 0,
    answers: [flow.to.address],
    TTLs: [300],
    rejected: false,
  }));
}

export function zeekHandshake(flow: Flow, name: string): SeedRecord {
  const at = flow.at + 24;
  return lazily({ source: 'network', at, id: `ssl/${flow.uid}`, feed: 'ssl' }, () => ({
    _path: 'ssl',
    ts: epoch({ at, microseconds: flow.microseconds }),
    uid: flow.uid,
    ...endpoints(flow),
    version: 'TLSv13',
    cipher: 'TLS_AES_128_GCM_SHA256',
    curve: 'x25519',
    server_name: name,
    resumed: false,
    established: true,
    ssl_history: 'CsiI',
  }));
}

export const isTls = (port: number): boolean => services[port] === 'ssl';
