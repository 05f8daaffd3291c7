// What other sources say in the days of a tenant: alerts of other products in all their shapes and sent again, mail as messages
// and as trace rows, connections that fold, and a feed that only a mapping knows. One record a line, in order of time.

import { seeded } from '../../src/model/seeded.ts';
import { graphAlert, policyAlert, riskDetection, tableAlert } from '../support/alert-records.ts';
import { message, traceRow, zeekFlow } from '../support/records.ts';
import type { RawJson } from '../support/records.ts';

interface Days {
  /** Mail addresses. */
  readonly people: readonly string[];
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

export function others({ people, from, until }: Days, seed: string): string[] {
  const dice = seeded(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(dice() * of.length)] as T;
  const told: { at: number; record: RawJson }[] = [];
  const tell = (times: number, recordAt: (at: number, index: number) => RawJson | readonly RawJson[]) => {
    for (let index = 0; index < times; index += 1) {
      const at = Math.floor((from + dice() * (until - from)) / 1_000) * 1_000;
      for (const record of [recordAt(at, index)].flat()) told.push({ at, record: record });
    }
  };
  const iso = (at: number): string => new Date(at).toISOString();
  const address = () => `203.0.113.${1 + Math.floor(dice() * 40)}`;
  const account = (person: string) => [
    { $id: '1', Type: 'account', Name: person.split('@')[0], UPNSuffix: person.split('@')[1] },
  ];

  tell(60, (at, index) =>
    riskDetection({
      ...{ id: id('risk', index), requestId: id('request', index), userId: undefined, userPrincipalName: one(people) },
      ...{ activityDateTime: iso(at), detectedDateTime: iso(at), lastUpdatedDateTime: iso(at), ipAddress: address() },
    }),
  );
  // Sent again, hours later and graver.
  tell(30, (at, index) => {
    const row = {
      SystemAlertId: id('alert', index),
      VendorOriginalId: id('original', index),
      StartTime: iso(at),
      EndTime: iso(at),
    };
    const entities = account(one(people));
    const sent = (hours: number, AlertSeverity: string) =>
      tableAlert({ ...row, TimeGenerated: iso(at + hours * 3_600_000), AlertSeverity }, entities);
    return [sent(1, 'Low'), sent(9, 'High')];
  });
  tell(20, (at, index) =>
    graphAlert({ id: `da${id('graph', index)}_1`, providerAlertId: `${id('graph', index)}_1`, createdDateTime: iso(at) }),
  );
  tell(20, (at, index) =>
    policyAlert({
      Id: id('policy', index),
      AlertId: id('policy', index),
      CreationTime: iso(at).slice(0, 19),
      AlertEntityId: one(people),
    }),
  );
  tell(240, (at, index) =>
    traceRow({
      ...{ MessageId: `<${index}@mail.example>`, MessageTraceId: id('trace', index), Received: iso(at) },
      ...{ SenderAddress: one(people), RecipientAddress: one(people), FromIP: address() },
    }),
  );
  tell(40, (at, index) =>
    message({ messageId: `<${index}@mail.example>`, date: iso(at), to: [{ address: one(people), name: '' }] }),
  );
  tell(400, (at, index) =>
    zeekFlow({ ts: at / 1_000, uid: `C${index}`, 'id.orig_h': `192.0.2.${1 + Math.floor(dice() * 9)}`, 'id.resp_h': address() }),
  );
  tell(60, (at) => ({
    ...{ time: String(at / 1_000), name: `Wazuh: ${one(['Login failed', 'New user added', 'Disk nearly full'])}` },
    ...{ ip: address(), host: one(['mail', 'files', 'proxy']), short: 'W', time_label: '-', event_label: '-' },
  }));
  return told.sort((a, b) => a.at - b.at).map(({ record }) => JSON.stringify(record));
}

const id = (kind: string, index: number): string =>
  `${Buffer.from(kind.padEnd(4, '-')).toString('hex').slice(0, 8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;
