// An alert of a network sensor, as a recorded set would hold it.

import { readRecord } from '../../../src/ingest/read.ts';
import type { Recorded } from '../../../bench/incidents/reading.ts';

export function recordedAlert(team: number, index: number, address: string): Recorded {
  const record = {
    ...{ timestamp: `2026-03-04T09:0${index}:00.000000+0000`, event_type: 'alert', flow_id: team * 100 + index },
    ...{ src_ip: address, src_port: 40_000, dest_ip: address, dest_port: 445, proto: 'TCP' },
    alert: {
      action: 'allowed',
      gid: 1,
      signature_id: index,
      signature: `EXAMPLE signature ${index}`,
      category: 'Web attack',
      severity: 1,
    },
  };
  const read = readRecord(record, { file: 'example', line: index + 1 });
  if ('reject' in read) throw new Error(read.reject.why);
  return { event: read.reading.event, names: read.reading.names, record, line: index + 1 };
}
