// Flows as Argus writes them in columns: `StartTime,Dur,Proto,SrcAddr,Sport,Dir,DstAddr,Dport,State,…`. Whatever stands
// under `Label` is somebody's verdict and not what passed; it stays in `raw`.

import type { Field } from '../field.ts';
import type { Account } from '../source.ts';
import { momentIn } from './moment.ts';
import { addressIn, bytesIn, connection, other, secondsIn, sidesOf, textIn } from './traffic.ts';

export const isArgus = (record: Field): boolean =>
  record.has('StartTime') && record.has('SrcAddr') && record.has('DstAddr') && record.has('Proto');

const OPERATION = 'Argus flow';

/** Asked and not answered, or refused. */
const CAME_TO_NOTHING = /^(REQ|RST|INT|NRS|URP|URN|URH|URF|UR[A-Z]*|REJ|S0|S_(RA?)?)$/;

export function readArgus(record: Field): Account {
  const at = momentIn(record.at('StartTime'));
  // The arrow points at the side that was called.
  const isReversed = textIn(record.at('Dir'))?.replace(/\s/g, '') === '<-';
  const [from, to] = isReversed ? ['DstAddr', 'SrcAddr'] : ['SrcAddr', 'DstAddr'];
  const sent = bytesIn(record.at('SrcBytes'));
  const answered = Math.max(0, bytesIn(record.at('TotBytes')) - sent);

  const event = connection({
    operation: OPERATION,
    deed: 'connected',
    at,
    ...(at === undefined ? {} : { lastAt: at + secondsIn(record.at('Dur')) }),
    sides: sidesOf(record.at(from), record.at(to)),
    port: record.at(isReversed ? 'Sport' : 'Dport'),
    transport: textIn(record.at('Proto')),
    service: undefined,
    failed: CAME_TO_NOTHING.test(textIn(record.at('State')) ?? ''),
    bytesOut: isReversed ? answered : sent,
    bytesIn: isReversed ? sent : answered,
  });
  return { event: event ?? other(OPERATION, at, addressIn(record.at(from))), names: [] };
}
