// Far more left a machine in a day than ever does, most of it to a place no one else uses.
//
// Copies for safety, moves to another service and large meetings send much as well: but to places that others use, or
// that this machine has used for days. The measure is the machine's own, for working days and weekends apart.
//
// Blind to: what leaves by a service everybody uses, or slowly within the usual; less than 50 MB; machines whose traffic
// the sensors do not see.

import { hours } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { concerned, familiarityText, isBeyondOwn, LEAST_BYTES, placeText, rarePlace, volumeText } from '../network-words.ts';
import { quote } from '../words.ts';

const MOST_EVIDENCE = 200;

export const outboundVolume = detection({
  id: 'outbound-volume',
  title: 'Far more sent outside than the machine ever does',
  stage: 'exfiltration',
  tactics: ['exfiltration'],
  techniques: ['T1048', 'T1041'],
  severity: 'medium',
  wakesOn: ['connection'],
  guards:
    'Thrice the fullest earlier day of its kind and far above the median, from 50 MB on, needing five such days of past; more than half of it to one place that is rare: not what others reach, nor ours, nor what the machine has used for ten days; low unless the machine had never reached the place.',
  blindTo: 'Services everybody uses, what leaves slowly, and less than 50 MB a day.',

  judge(event, past) {
    if (event.deed !== 'connected' || event.bytesOut === 0) return;
    const host = past.host();
    if (host?.destination === undefined || host.sentToday() < LEAST_BYTES) return;
    const sent = host.sent();
    if (!isBeyondOwn(sent) || sent.toPlace * 2 <= sent.today) return;
    const reach = rarePlace(host, past);
    if (reach === undefined) return;

    const isNew = reach.hostsWith === 0 && reach.ownDays === 0;
    return {
      key: `${host.host.key}/${host.names().at(-1) ?? host.destination.key}`,
      gathersFor: hours(24),
      severity: isNew ? 'medium' : 'low',
      surpriseBits: reach.bits,
      says: `sent from ${quote(host.host.name)} ${volumeText(sent)}, most of it to ${placeText(host)}, ${familiarityText(reach)}`,
      about: concerned(host.host, host.destination),
      because: sent.events.slice(-MOST_EVIDENCE),
    };
  },
});
