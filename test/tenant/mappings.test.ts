import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import { MappingError, readMappings } from '../../src/tenant/mappings.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';

const shipped = readMappings([join(root, 'mappings')]);

function read(record: object): Event {
  const it = readRecord(record, { file: 'feed', line: 1 }, { mappings: shipped });
  if ('reject' in it) throw new Error(it.reject.why);
  return it.reading.event;
}

const homes: Folder[] = [];
afterAll(() => {
  for (const home of homes) home.remove();
});

/** A folder with one mapping file. */
function written(name: string, text: string): string {
  const home = folder('mappings');
  homes.push(home);
  home.write({ [name]: text });
  return home.path;
}

const doors = 'title: Doors\nrecognise: { holds: [door] }\nfields: { time: when, name: what }\n';

it('those that come with the program are these', () => {
  expect(shipped.map(({ id }) => id)).toEqual(['ait-ads', 'cef', 'cisco-asa', 'wazuh']);
});

describe('ait-ads', () => {
  const row = { ip: '192.0.2.5', host: 'mail', short: 'x', time_label: 'l', event_label: '-' };

  it('reads each detector’s alerts', () => {
    expect(read({ ...row, time: '1772614800', name: 'Wazuh: Login failed.' })).toMatchObject({
      ...{ source: 'ait-ads', kind: 'alert', at: 1772614800000, product: 'Wazuh', headline: 'Login failed.' },
      ...{ addresses: ['192.0.2.5'], devices: ['mail'] },
    });
    expect(read({ ...row, time: '1772614800', name: 'Suricata: Alert - ET SCAN' })).toMatchObject({
      ...{ product: 'Suricata', headline: 'ET SCAN' },
    });
  });

  it('leaves another list with a name and a time alone', () => {
    expect(read({ time: '2026-03-04', name: 'Ana', ip: '192.0.2.5', host: 'h', short: 's' }).source).toBe('other');
  });
});

describe('wazuh', () => {
  const alert = {
    timestamp: '2026-03-04T09:00:00.123+0100',
    id: '1772614800.49031',
    agent: { id: '003', name: 'WEB-1' },
    rule: {
      id: '5710',
      level: 12,
      description: 'sshd: brute force',
      firedtimes: 9,
      mitre: { id: ['T1110'], tactic: ['Credential Access'] },
    },
    data: { srcip: '203.0.113.7', dstuser: 'root' },
  };

  it('reads an alert; a local account is nobody', () => {
    expect(read(alert)).toMatchObject({
      ...{ id: 'wazuh:1772614800.49031', at: Date.UTC(2026, 2, 4, 8, 0, 0, 123), severity: 'high', count: 9, people: [] },
      ...{ headline: 'sshd: brute force', tactics: ['credential-access'], techniques: ['T1110'], devices: ['web-1'] },
    });
    expect(read({ ...alert, data: { dstuser: 'ana@contoso.test' } })).toMatchObject({ people: ['ana@contoso.test'] });
  });

  it('grades by level', () => {
    expect(read({ ...alert, rule: { ...alert.rule, level: 3 } })).toMatchObject({ severity: 'informational' });
  });
});

describe('cef', () => {
  it('reads an event', () => {
    const message = 'CEF:0|Contoso|Gate|1|17|Tailgating|9|rt=1772614800000 src=192.0.2.1 suser=ana@contoso.test dhost=EAST cnt=4';
    expect(read({ message })).toMatchObject({
      ...{ source: 'cef', product: 'Gate', headline: 'Tailgating', severity: 'high', at: 1772614800000, count: 4 },
      ...{ addresses: ['192.0.2.1'], people: ['ana@contoso.test'], devices: ['east'] },
    });
  });
});

describe('cisco-asa', () => {
  const line = (rest: string) => ({ message: `<166>Mar 04 2026 09:00:01.250 EDGE %ASA-6-${rest}` });

  it('reads connections as they end, from the side with the long port', () => {
    const connection = {
      kind: 'connection',
      address: '192.0.2.10',
      to: '198.51.100.7',
      port: 443,
      transport: 'tcp',
      bytesIn: 237,
    };
    const ends = 'duration 0:0:1 bytes 237 TCP FINs';
    expect(
      read(line(`302014: Teardown TCP connection 1 for outside:198.51.100.7/443 to inside:192.0.2.10/50000 ${ends}`)),
    ).toMatchObject({ ...connection, at: Date.UTC(2026, 2, 4, 9, 0, 1, 250) });
    expect(
      read(line(`302014: Teardown TCP connection 1 for inside:192.0.2.10/50000 to outside:198.51.100.7/443 ${ends}`)),
    ).toMatchObject(connection);
  });

  it('reads refusals', () => {
    const denied = '106023: Deny tcp src outside:203.0.113.9/49678 dst outside:192.0.2.2/3306 by access-group "acl" [0x0, 0x0]';
    expect(read(line(denied))).toMatchObject({
      address: '203.0.113.9',
      to: '192.0.2.2',
      port: 3306,
      outcome: 'failure',
      failures: 1,
    });
  });

  it('keeps the rest', () => {
    expect(read(line('111008: User enable executed a command'))).toMatchObject({ kind: 'other', operation: '111008' });
  });
});

describe('an operator’s own', () => {
  it('is read beside those that come with the program, and wins over one of its name', () => {
    const home = written('cef.yaml', doors);
    const all = readMappings([join(root, 'mappings'), home]);
    expect(all.find(({ id }) => id === 'cef')?.title).toBe('Doors');
    expect(all).toHaveLength(shipped.length);
  });

  it('folder may be missing', () => {
    expect(readMappings([join(root, 'no-such-folder')])).toEqual([]);
  });

  it.each([
    ['a mistake in it', 'doors.yaml', doors.replace('door]', 'door'), /doors\.yaml: not YAML: .+; mend the file/],
    ['a word that is not known', 'doors.yaml', `${doors}colour: red\n`, /doors\.yaml: the record: "colour" is not known here/],
    ['the name of a source of ours', 'network.yaml', doors, /"network" is a source of the program's own/],
    ['a name that is no id', 'My Doors.yaml', doors, /lower case letters, digits and -/],
    ['aliases upon aliases', 'doors.yaml', bomb(), /doors\.yaml: not YAML/],
  ])('with %s is refused by name', (_, name, text, says) => {
    const home = written(name, text);
    expect(() => readMappings([home])).toThrow(MappingError);
    expect(() => readMappings([home])).toThrow(says);
  });
});

function bomb(): string {
  const layers = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`);
  return [`a0: &a0 [x]`, ...layers].join('\n');
}
