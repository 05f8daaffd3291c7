// A machine talks, as if by a timer, to a place no one else does.
//
// Malware that waits for orders asks for them again and again. So do updates, agents and chat: but what is installed for
// the work is on more than one machine, and what is on one only has been there for weeks. A timer at a place that is new
// to the machine and to all others is worth a look; it counts for more with a second sign beside it.
//
// Blind to: beats that lie more than twelve hours apart, less than three hours of them, machines with public addresses,
// malware that hides behind a service everybody uses, or is on the machine since before anything was recorded; of folded
// connections also many beats an hour that are often missed.

import { looksGenerated } from '../../learn/network/generated.ts';
import type { Familiarity } from '../../learn/network/repertoire.ts';
import { periodText } from '../../learn/network/rhythm.ts';
import type { Rhythm } from '../../learn/network/rhythm.ts';
import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import { raised } from '../hits.ts';
import type { HostPast } from '../network-memory.ts';
import { concerned, familiarityText, isBeyondOwn, isSinceEver, placeText, rarePlace, volumeText } from '../network-words.ts';
import { count, list, quote, span } from '../words.ts';

const MOST_EVIDENCE = 200;

export const rareDestination = detection({
  id: 'rare-destination',
  title: 'Regular contact with a place no one else uses',
  stage: 'foothold',
  tactics: ['command-and-control'],
  techniques: ['T1071'],
  severity: 'high',
  wakesOn: ['connection'],
  guards:
    'Whatever two neighbours or three other machines reach is a service; ten days of use without suspicion make a habit; own domains, time, leases, discovery and what stays inside never count; what a machine has done since its first week of being seen is informational; a timer alone is low, and grave only with a generated name, an odd port, an address nobody asked the name of, or far more sent than usual.',
  blindTo:
    'Beats more than twelve hours apart, fewer than eight, within three hours or often missed within one folded hour; what hides behind a service everybody uses; machines with public addresses.',

  judge(event, past) {
    const host = past.host();
    if (host?.destination === undefined) return;
    const reach = rarePlace(host, past);
    if (reach === undefined) return;
    const rhythm = host.rhythm();
    if (rhythm === undefined) return;

    const signs = signsOf(host, reach);
    const severity = isSinceEver(reach) ? 'informational' : raised('low', Math.min(2, signs.length));
    return {
      key: `${host.host.key}/${host.names().at(-1) ?? host.destination.key}`,
      gathersFor: days(3),
      severity,
      surpriseBits: reach.bits,
      says: `${event.failures < event.count ? 'talked' : 'tried to talk'} from ${quote(host.host.name)} to ${placeText(host)} ${rhythmText(rhythm)}, ${familiarityText(reach)}${
        signs.length > 0
          ? `; ${list(
              signs.map(({ says }) => says),
              4,
            )}`
          : ''
      }`,
      about: concerned(host.host, host.destination),
      because: rhythm.events.slice(-MOST_EVIDENCE),
      techniques: ['T1071', ...signs.flatMap(({ technique }) => technique ?? [])],
    };
  },
});

interface Sign {
  readonly says: string;
  readonly technique?: string;
}

function signsOf(host: HostPast, reach: Familiarity): readonly Sign[] {
  const signs: Sign[] = [];
  const generated = host.names().find(looksGenerated);
  if (generated !== undefined) signs.push({ says: 'its name looks generated', technique: 'T1568.002' });
  if (host.names().length === 0 && host.namesAreSeen) signs.push({ says: 'nobody was seen to ask for its name' });
  const port = host.port();
  // its own beats may have taught the port as well
  if (port !== undefined && port.own <= reach.own && port.hostsWith === 0 && port.hosts > 0)
    signs.push({ says: `no machine calls ${port.service} elsewhere`, technique: 'T1571' });
  const sent = host.sent();
  if (isBeyondOwn(sent) && sent.toPlace * 2 > sent.today) signs.push({ says: `it sent ${volumeText(sent)}`, technique: 'T1041' });
  return signs;
}

function rhythmText({ period, jitter, beats, near, pauses, span: lasting, by }: Rhythm): string {
  const times = `${count(beats, 'time')} in ${span(lasting)}`;
  if (by === 'counts') return `about every ${periodText(period)} (${times}, as often in one hour as in the next)`;
  const spread = jitter === undefined ? '' : `, give or take ${Math.round(jitter * 100)} %`;
  return `every ${periodText(period)}${spread} (${times}; ${near} of ${count(pauses, 'pause')} are near one to three periods)`;
}
