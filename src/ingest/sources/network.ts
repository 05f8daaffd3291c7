// What network sensors write: Zeek's logs, Suricata's EVE records and Argus's flows. Each record's content tells whose it is.

import { isArgus, readArgus } from '../network/argus.ts';
import { isSuricata, readSuricata } from '../network/suricata.ts';
import { isZeek, readZeek } from '../network/zeek.ts';
import { source } from '../source.ts';

export const network = source({
  id: 'network',
  title: 'Network sensors: Zeek, Suricata, Argus',

  recognises: (record) => isZeek(record) || isSuricata(record) || isArgus(record),

  read(record, where) {
    if (isSuricata(record)) return readSuricata(record);
    return isArgus(record) ? readArgus(record) : readZeek(record, where);
  },
});
