import { describe, expect, it } from 'vitest';
import { Field } from '../../src/ingest/field.ts';
import { isFoldable } from '../../src/ingest/fold.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { network } from '../../src/ingest/sources/network.ts';
import { eventOf, readingOf, whyNot } from './reading.ts';

// Three raw lines of each form, as sensors write them.

const zeekConn =
  '{"ts":1772614800.125713,"uid":"CnetA1b2C3d4E5f6G","id.orig_h":"192.0.2.10","id.orig_p":54243,"id.resp_h":"198.51.100.20","id.resp_p":443,"proto":"tcp","service":"ssl","duration":2.5,"orig_bytes":1200,"resp_bytes":34000,"conn_state":"SF","history":"ShADadFf","orig_pkts":12,"resp_pkts":30}';
const zeekDns =
  '{"@stream":"dns","@system":"sensor.contoso.test","@proc":"zeek","ts":1772614801.5,"uid":"CnetDns0000000001","id_orig_h":"192.0.2.10","id_orig_p":50000,"id_resp_h":"192.0.2.53","id_resp_p":53,"proto":"udp","trans_id":4711,"query":"Updates.Contoso.test.","qtype_name":"A","rcode":3,"rcode_name":"NXDOMAIN","rejected":false}';
const zeekHttp =
  '{"_path":"http","ts":"2026-03-04T09:00:02.750000Z","uid":"CnetHttp000000001","id.orig_h":"2001:db8::A","id.orig_p":40000,"id.resp_h":"2001:db8::50","id.resp_p":8080,"trans_depth":1,"method":"GET","host":"intranet.contoso.test:8080","uri":"/menu?day=3","user_agent":"Mozilla/5.0","request_body_len":10,"response_body_len":5120,"status_code":404}';

// Tab-separated rows, as their reader hands them on.
const tsvSsl = {
  _path: 'ssl',
  ts: 1772614803.000001,
  uid: 'CnetSsl0000000001',
  'id.orig_h': '192.0.2.10',
  'id.orig_p': 50002,
  'id.resp_h': '198.51.100.21',
  'id.resp_p': 443,
  version: 'TLSv13',
  cipher: 'TLS_AES_256_GCM_SHA384',
  server_name: 'portal.contoso.test',
  established: true,
};
const tsvNotice = {
  _path: 'notice',
  ts: 1772614804.5,
  proto: 'tcp',
  note: 'Scan::Address_Scan',
  msg: '192.0.2.66 scanned at least 25 unique hosts on port 23/tcp in 1m14s',
  sub: 'remote',
  src: '192.0.2.66',
  p: 23,
  actions: ['Notice::ACTION_LOG'],
};
const tsvWeird = { _path: 'weird', ts: 1772614805.25, name: 'non_ip_packet_in_ethernet', notice: false, peer: 'zeek' };

const eveAlert =
  '{"timestamp":"2026-03-04T10:00:06.124583+0100","flow_id":1039376568223671,"event_type":"alert","src_ip":"203.0.113.30","src_port":61038,"dest_ip":"192.0.2.20","dest_port":80,"proto":"TCP","alert":{"action":"allowed","gid":1,"signature_id":9000001,"rev":2,"signature":"CONTOSO Login guessed","category":"Attempted Administrator Privilege Gain","severity":1,"metadata":{"mitre_tactic_name":["Credential_Access"],"mitre_technique_id":["T1110"]}},"http":{"hostname":"www.contoso.test","url":"/login","http_method":"POST"}}';
const eveFlow =
  '{"timestamp":"2026-03-04T09:05:00.000001+0000","flow_id":1,"event_type":"flow","src_ip":"192.0.2.10","src_port":1900,"dest_ip":"192.0.2.1","dest_port":53,"proto":"UDP","app_proto":"failed","flow":{"bytes_toserver":4056,"bytes_toclient":0,"start":"2026-03-04T09:00:07.500000+0000","end":"2026-03-04T09:00:09.000000+0000","state":"new"}}';
const eveDns =
  '{"timestamp":"2026-03-04T09:00:08.431769+0000","flow_id":2,"event_type":"dns","src_ip":"192.0.2.10","src_port":35790,"dest_ip":"192.0.2.1","dest_port":53,"proto":"UDP","dns":{"version":2,"type":"answer","id":2,"rrname":"www.contoso.test","rrtype":"A","rcode":"SERVFAIL"}}';

// Rows of a CSV file: all values are text.
const argus = {
  StartTime: '2026/03/04 09:00:10.325010',
  Dur: '0.500000',
  Proto: 'tcp',
  SrcAddr: '192.0.2.10',
  Sport: '48427',
  Dir: '  ->',
  DstAddr: '198.51.100.53',
  Dport: '0x01bb',
  State: 'FSPA_FSPA',
  TotPkts: '12',
  TotBytes: '1420',
  SrcBytes: '630',
  Label: 'flow=Malware',
};
const argusRefused = { ...argus, State: 'RST', Dir: '   ->', TotBytes: '120', SrcBytes: '60' };
const argusReversed = { ...argus, Dir: ' <-' };

const parsed = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
const at = (text: string): number => Date.parse(text);

describe('Zeek', () => {
  it('a connection goes by its uid', () => {
    expect(eventOf('connection', parsed(zeekConn))).toEqual({
      kind: 'connection',
      id: 'network:CnetA1b2C3d4E5f6G',
      act: 'network:CnetA1b2C3d4E5f6G',
      source: 'network',
      record: 'CnetA1b2C3d4E5f6G',
      at: at('2026-03-04T09:00:00.125Z'),
      lastAt: at('2026-03-04T09:00:02.625Z'),
      operation: 'Zeek conn',
      outcome: 'success',
      deed: 'connected',
      address: '192.0.2.10',
      to: '198.51.100.20',
      port: 443,
      transport: 'tcp',
      service: 'tls',
      count: 1,
      failures: 0,
      bytesOut: 1200,
      bytesIn: 34000,
      records: [],
    });
  });

  it('a look-up shares its uid with others, and goes by where it stands', () => {
    const event = eventOf('connection', parsed(zeekDns));
    expect(event).toMatchObject({
      record: 'case.jsonl:7',
      deed: 'resolved',
      domain: 'updates.contoso.test',
      address: '192.0.2.10',
      to: '192.0.2.53',
      port: 53,
      transport: 'udp',
      service: 'dns',
      outcome: 'failure',
      failures: 1,
    });
    expect(event.id).toMatch(/^network:#[0-9a-f]{32}$/);
    expect(eventOf('connection', { ...parsed(zeekDns), rcode: 0 })).toMatchObject({ outcome: 'success', failures: 0 });
  });

  it('a request has its address as a whole', () => {
    expect(eventOf('connection', parsed(zeekHttp))).toMatchObject({
      deed: 'requested',
      at: at('2026-03-04T09:00:02.750Z'),
      address: '2001:db8::a',
      to: '2001:db8::50',
      domain: 'intranet.contoso.test',
      url: 'http://intranet.contoso.test:8080/menu?day=3',
      userAgent: 'Mozilla/5.0',
      outcome: 'failure',
      bytesOut: 10,
      bytesIn: 5120,
    });
  });

  it('a request to an address names no domain; to a proxy it brings its own', () => {
    const bare = eventOf('connection', { ...parsed(zeekHttp), host: '198.51.100.7', uri: '/x' });
    expect(bare).not.toHaveProperty('domain');
    expect(bare.url).toBe('http://198.51.100.7:8080/x');
    expect(eventOf('connection', { ...parsed(zeekHttp), uri: 'http://other.test/y' }).url).toBe('http://other.test/y');
    expect(eventOf('connection', { ...parsed(zeekHttp), host: '2001:db8::50', uri: '/z' }).url).toBe(
      'http://[2001:db8::50]:8080/z',
    );
    expect(eventOf('connection', { ...parsed(zeekHttp), uri: undefined })).not.toHaveProperty('url');
  });

  it('rows of tabs read like lines of JSON', () => {
    expect(eventOf('connection', tsvSsl)).toMatchObject({
      deed: 'negotiated',
      domain: 'portal.contoso.test',
      transport: 'tcp',
      service: 'tls',
      to: '198.51.100.21',
      outcome: 'success',
    });
    expect(eventOf('connection', { ...tsvSsl, established: 'F' }).outcome).toBe('failure');
  });

  it('a notice is an alert of what was noted, about the addresses it names', () => {
    expect(eventOf('alert', tsvNotice)).toMatchObject({
      product: 'Zeek',
      headline: 'Scan::Address_Scan',
      severity: 'low',
      addresses: ['192.0.2.66'],
      devices: [],
      people: [],
      at: at('2026-03-04T09:00:04.500Z'),
    });
    expect(eventOf('alert', { ...tsvNotice, actions: ['Notice::ACTION_LOG', 'Notice::ACTION_ALARM'] }).severity).toBe('medium');
    expect(eventOf('alert', { ...tsvNotice, note: 'CaptureLoss::Too_Much_Loss' }).severity).toBe('informational');
  });

  it('streams without a reader of their own are kept with their time and address', () => {
    expect(eventOf('other', tsvWeird)).toMatchObject({ operation: 'Zeek weird', at: at('2026-03-04T09:00:05.250Z') });
    const kerberos = { ...parsed(zeekConn), conn_state: undefined, orig_pkts: undefined, _path: 'kerberos' };
    expect(eventOf('other', kerberos)).toMatchObject({
      operation: 'Zeek kerberos',
      address: '192.0.2.10',
      record: 'case.jsonl:7',
    });
  });

  it.each([
    ['what it holds', {}, 'Zeek conn'],
    ['_path', { _path: 'conn' }, 'Zeek conn'],
    ['@stream', { '@stream': 'conn' }, 'Zeek conn'],
  ])('a stream is told by %s', (_, more, operation) => {
    expect(readingOf({ ...parsed(zeekConn), ...more }).event.operation).toBe(operation);
  });

  it('a stream that nothing else tells goes by the name of its file', () => {
    const record = { ts: 1772614800, uid: 'CnetX', 'id.orig_h': '192.0.2.10', 'id.resp_h': '192.0.2.11', client: 'SSH-2.0' };
    const read = readRecord(record, { file: 'day one/ssh.09:00:00-10:00:00.log', line: 3 });
    expect(read).toMatchObject({ reading: { event: { kind: 'other', operation: 'Zeek ssh' } } });
  });

  it('the four-fold id may have been taken apart into an object', () => {
    const { 'id.orig_h': orig_h, 'id.resp_h': resp_h, 'id.resp_p': resp_p, ...rest } = parsed(zeekConn);
    expect(eventOf('connection', { ...rest, id: { orig_h, resp_h, resp_p } })).toMatchObject({ to: '198.51.100.20', port: 443 });
  });

  it.each(['S0', 'REJ', 'RSTOS0', 'RSTRH', 'SH', 'SHR'])('%s came to nothing', (conn_state) => {
    expect(eventOf('connection', { ...parsed(zeekConn), conn_state })).toMatchObject({ outcome: 'failure', failures: 1 });
  });

  it.each(['SF', 'S1', 'RSTO', 'OTH'])('%s did not', (conn_state) => {
    expect(eventOf('connection', { ...parsed(zeekConn), conn_state })).toMatchObject({ outcome: 'success', failures: 0 });
  });

  it('types and codes of control messages are no ports', () => {
    expect(eventOf('connection', { ...parsed(zeekConn), proto: 'icmp', 'id.resp_p': 0 })).not.toHaveProperty('port');
  });

  it('services come in one order', () => {
    expect(eventOf('connection', { ...parsed(zeekConn), service: 'smb,gssapi' }).service).toBe('gssapi,smb');
    expect(eventOf('connection', { ...parsed(zeekConn), service: '-' })).not.toHaveProperty('service');
  });
});

describe('Suricata', () => {
  it('an alert keeps its signature as headline and both sides', () => {
    expect(eventOf('alert', parsed(eveAlert))).toMatchObject({
      at: at('2026-03-04T09:00:06.124Z'),
      lastAt: at('2026-03-04T09:00:06.124Z'),
      record: 'case.jsonl:7',
      product: 'Suricata',
      headline: 'CONTOSO Login guessed',
      severity: 'high',
      status: 'open',
      tactics: ['credential-access'],
      techniques: ['T1110'],
      outcome: 'success',
      addresses: ['203.0.113.30', '192.0.2.20'],
      domains: ['www.contoso.test'],
      urls: ['http://www.contoso.test/login'],
      devices: [],
    });
  });

  it.each([
    [1, 'A Network Trojan was detected', 'high'],
    [2, 'Misc Attack', 'medium'],
    [3, 'Detection of a Network Scan', 'low'],
    [4, 'A class of their own', 'informational'],
    [3, 'Misc activity', 'informational'],
    [3, 'Not Suspicious Traffic', 'informational'],
    [undefined, undefined, 'low'],
  ])('severity %s of "%s" is %s', (severity, category, expected) => {
    const alert = { signature: 'S', severity, category };
    expect(eventOf('alert', { ...parsed(eveAlert), alert }).severity).toBe(expected);
  });

  it('what was blocked came to nothing', () => {
    expect(eventOf('alert', { ...parsed(eveAlert), alert: { signature: 'S', action: 'blocked' } }).outcome).toBe('failure');
  });

  it('a flow is a connection from its first to its last packet', () => {
    expect(eventOf('connection', parsed(eveFlow))).toMatchObject({
      deed: 'connected',
      at: at('2026-03-04T09:00:07.500Z'),
      lastAt: at('2026-03-04T09:00:09.000Z'),
      transport: 'udp',
      port: 53,
      bytesOut: 4056,
      bytesIn: 0,
      failures: 1,
    });
    expect(eventOf('connection', parsed(eveFlow))).not.toHaveProperty('service');
  });

  it('a look-up is read in every version of its record', () => {
    expect(eventOf('connection', parsed(eveDns))).toMatchObject({ deed: 'resolved', domain: 'www.contoso.test', failures: 1 });
    const third = { version: 3, type: 'request', queries: [{ rrname: 'mail.contoso.test', rrtype: 'MX' }] };
    expect(eventOf('connection', { ...parsed(eveDns), dns: third })).toMatchObject({ domain: 'mail.contoso.test', failures: 0 });
  });

  it('requests and handshakes stand alone, the rest is kept', () => {
    const http = { hostname: 'www.contoso.test', http_port: 8000, url: '/', http_user_agent: 'curl/8', status: 200, length: 47 };
    expect(eventOf('connection', { ...parsed(eveFlow), event_type: 'http', http })).toMatchObject({
      deed: 'requested',
      url: 'http://www.contoso.test:8000/',
      userAgent: 'curl/8',
      bytesIn: 47,
    });
    expect(eventOf('connection', { ...parsed(eveFlow), event_type: 'tls', tls: { sni: 'www.contoso.test' } })).toMatchObject({
      deed: 'negotiated',
      domain: 'www.contoso.test',
    });
    expect(eventOf('other', { ...parsed(eveFlow), event_type: 'fileinfo' })).toMatchObject({
      operation: 'Suricata fileinfo',
      address: '192.0.2.10',
    });
    expect(eventOf('other', { ...parsed(eveFlow), event_type: 'constructor' }).operation).toBe('Suricata constructor');
  });
});

describe('Argus', () => {
  it('a row is a connection', () => {
    expect(eventOf('connection', argus)).toMatchObject({
      record: 'case.jsonl:7',
      operation: 'Argus flow',
      at: at('2026-03-04T09:00:10.325Z'),
      lastAt: at('2026-03-04T09:00:10.825Z'),
      address: '192.0.2.10',
      to: '198.51.100.53',
      port: 443,
      transport: 'tcp',
      bytesOut: 630,
      bytesIn: 790,
      failures: 0,
    });
  });

  it('is one that came to nothing where the other side refused', () => {
    expect(eventOf('connection', argusRefused)).toMatchObject({ failures: 1, outcome: 'failure', bytesIn: 60 });
  });

  it('was begun by the side the arrow comes from', () => {
    expect(eventOf('connection', argusReversed)).toMatchObject({
      address: '198.51.100.53',
      to: '192.0.2.10',
      port: 48427,
      bytesOut: 790,
      bytesIn: 630,
    });
  });

  it('between machines without addresses is kept as it is', () => {
    expect(
      eventOf('other', { ...argus, Proto: 'llc', SrcAddr: '00:00:00:00:00:00', DstAddr: '00:00:00:00:00:00' }),
    ).toMatchObject({
      operation: 'Argus flow',
      at: at('2026-03-04T09:00:10.325Z'),
    });
  });
});

describe('a clock', () => {
  it.each([1772614800.125, '1772614800.125', 1772614800125, '2026-03-04T09:00:00.125Z', '2026-03-04T11:00:00.125+0200'])(
    'may be written %s',
    (ts) => {
      expect(eventOf('connection', { ...parsed(zeekConn), ts }).at).toBe(at('2026-03-04T09:00:00.125Z'));
    },
  );

  it('may stand under @timestamp', () => {
    const record = { ...parsed(zeekConn), ts: undefined };
    expect(eventOf('connection', { ...record, '@timestamp': '2026-03-04T09:00:00.125Z' }).at).toBe(
      at('2026-03-04T09:00:00.125Z'),
    );
  });

  it.each([0, 147.026993, 315532800, '1970-01-01T01:02:24.166788Z'])('that counts from its own zero (%s) tells no time', (ts) => {
    expect(eventOf('other', { ...parsed(zeekConn), ts })).toMatchObject({ at: 0, operation: 'Zeek conn', address: '192.0.2.10' });
    expect(eventOf('other', { ...tsvNotice, ts })).toMatchObject({ at: 0, operation: 'Zeek notice', address: '192.0.2.66' });
  });

  it('of two connections without a time that share a uid neither is lost', () => {
    const [one, other] = [1, 2].map((n) => readingOf({ ...parsed(zeekConn), ts: 79.5, orig_bytes: n }).event.id);
    expect(one).not.toBe(other);
  });

  it.each([
    [-11644473600, 'expected a time between 1990 and 2100, found 1601-01-01T00:00:00.000Z'],
    [4102444800, 'expected a time between 1990 and 2100, found 2100-01-01T00:00:00.000Z'],
    ['yesterday', '.ts: expected a time, found "yesterday"'],
  ])('that shows %s makes a reject', (ts, why) => {
    expect(whyNot({ ...parsed(zeekConn), ts })).toMatchObject({ path: '.ts', why: expect.stringContaining(why) as string });
  });
});

describe('what is hostile or odd', () => {
  it('names and addresses of any length are cut to what can be kept', () => {
    const event = eventOf('connection', { ...parsed(zeekHttp), host: `${'a'.repeat(9_000)}.test`, uri: `/${'é'.repeat(9_000)}` });
    expect(event.domain?.length).toBe(253);
    expect(event.url?.length).toBe(2_000);
    expect(eventOf('alert', { ...tsvNotice, note: 'N'.repeat(9_000) }).headline).toHaveLength(300);
  });

  it('a side that is no address makes no connection of it, and nothing is lost', () => {
    const reading = readingOf({ ...parsed(zeekConn), 'id.resp_h': 'not an address' });
    expect(reading.event).toMatchObject({ kind: 'other', address: '192.0.2.10' });
    expect(reading.raw).toContain('not an address');
  });

  it('a host without an address yet may ask for one', () => {
    const event = eventOf('connection', { ...parsed(zeekConn), 'id.orig_h': '0.0.0.0', 'id.resp_h': '255.255.255.255' });
    expect(event).not.toHaveProperty('address');
    expect(event.to).toBe('255.255.255.255');
  });

  it.each([-5, 1e300, 'many', null])('%s bytes are none, or as many', (orig_bytes) => {
    const { bytesOut } = eventOf('connection', { ...parsed(zeekConn), orig_bytes });
    expect(Number.isFinite(bytesOut) && bytesOut >= 0).toBe(true);
  });

  it('a port beyond the last is none', () => {
    expect(eventOf('connection', { ...parsed(zeekConn), 'id.resp_p': 70_000 })).not.toHaveProperty('port');
  });
});

it('connections and look-ups fold, and nothing else of a network does', () => {
  const folds = (record: unknown): boolean => isFoldable(readingOf(record).event);
  expect([zeekConn, zeekDns, eveFlow, eveDns].map((line) => folds(parsed(line)))).toEqual([true, true, true, true]);
  expect(folds(argus)).toBe(true);
  expect([parsed(zeekHttp), tsvSsl, tsvNotice, tsvWeird, parsed(eveAlert)].map(folds)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('is recognised', () => {
  const recognised = (record: unknown): boolean => network.recognises(new Field(record));

  it.each([
    { ts: 1772614800.5, uids: ['C1'], client_addr: '192.0.2.10', mac: '00:00:5e:00:53:01', msg_types: ['DISCOVER'] },
    { ts: 1772614800.5, fuid: 'F1', source: 'SSL', depth: 0 },
    { ts: 1772614800.5, id: 'F1', certificate_version: 3 },
    { ts: 1772614800.5, operation: 'request', src_mac: '00:00:5e:00:53:01', dst_mac: 'ff:ff:ff:ff:ff:ff', orig_h: '192.0.2.10' },
    { ts: 1772614800.5, note: 'ICMP::Scan', msg: 'scanned', src: '192.0.2.10' },
    { '@stream': 'loaded_scripts', name: 'base/init.zeek' },
  ])('by what it holds: %j', (record) => {
    expect(recognised(record)).toBe(true);
  });

  it.each([
    { id: '1', createdDateTime: '2026-03-04T09:00:00Z', status: { errorCode: 0 } },
    { CreationTime: '2026-03-04T09:00:00', Operation: 'UserLoggedIn', Id: '1', Workload: 'Exchange' },
    { SystemAlertId: '1', StartTime: '2026-03-04T09:00:00Z', AlertName: 'A', ProviderName: 'P' },
    { rfc822: 'From: ana@contoso.test' },
    { timestamp: '2026-03-04T09:00:00Z', rule: { level: 3, description: 'd' }, agent: { name: 'a' } },
    { time: 1772614800, name: 'Suricata: x', ip: '192.0.2.1', host: 'h' },
    { name: 'x', peer: 'y' },
    { ts: 1772614800, name: 'a span', duration: 5 },
    { event_type: 'login', timestamp: '2026-03-04T09:00:00Z', user: 'ana' },
    { _path: '/a/b', name: 'x' },
  ])('and nobody else’s is: %j', (record) => {
    expect(recognised(record)).toBe(false);
  });
});
