// A machine asks for many names that do not exist and that no person would have thought of.
//
// Malware that makes up the names of its masters by the day tries them one after another until one answers. A single odd
// name proves nothing; a dozen that do not exist, on one day, from one machine, do.
//
// Blind to: names made of words or syllables, lists of fewer than eight a day, and questions put to a resolver that the
// sensors do not see (over HTTPS, or from a machine whose resolver asks for it).

import { looksGenerated } from '../../learn/network/generated.ts';
import { days, hours } from '../../model/time.ts';
import type { Connection } from '../../model/event.ts';
import { detection } from '../detection.ts';
import { raised } from '../hits.ts';
import type { FailedName, HostPast } from '../network-memory.ts';
import { concerned, isCommon } from '../network-words.ts';
import type { Past } from '../past.ts';
import { count, list, quote } from '../words.ts';

/** Different registered names within a day. */
const FEWEST = 8;
const MANY = 20;
const MOST_EVIDENCE = 200;

export const generatedNames = detection({
  id: 'generated-names',
  title: 'Many made-up names asked for in vain',
  stage: 'foothold',
  tactics: ['command-and-control'],
  techniques: ['T1568.002'],
  severity: 'high',
  wakesOn: ['connection'],
  guards:
    'Only the label somebody would have registered is weighed, so numbered machines of clouds and delivery networks are nothing; names of one label, reverse look-ups and own domains never count; eight different ones in a day, and at least half of all that failed; low, from twenty on medium, one step more when one of them answers that no other machine knows.',
  blindTo: 'Names made of words or syllables, fewer than eight a day, and look-ups the sensors do not see.',

  judge(event, past) {
    const host = past.host();
    if (host?.destination === undefined || event.deed !== 'resolved') return;
    const asked = host.destination.key;
    if (!looksGenerated(asked) || past.isHome(asked)) return;

    const didAnswer = event.failures < event.count;
    if (didAnswer && isCommon(host.reach())) return;
    const failed = failedOf(event, host, past);
    const made = failed.filter(({ isGenerated }) => isGenerated);
    const names = [...new Set(made.map(({ domain }) => domain))];
    const all = new Set(failed.map(({ domain }) => domain)).size;
    if (names.length < FEWEST || names.length * 2 < all) return;

    return {
      key: host.host.key,
      gathersFor: hours(24),
      severity: raised('low', (names.length >= MANY ? 1 : 0) + (didAnswer ? 1 : 0)),
      surpriseBits: didAnswer ? host.reach().bits : 0,
      says: `asked from ${quote(host.host.name)} within a day for ${count(names.length, 'name')} that do not exist and look generated, of ${all} that do not exist in all, such as ${list(names.slice(-2).map((name) => quote(name)))}${didAnswer ? `; ${quote(asked)} answered` : ''}`,
      about: concerned(host.host, didAnswer ? host.destination : undefined),
      because: [...new Set([...made.slice(-MOST_EVIDENCE).map((name) => name.event), event.id])],
    };
  },
});

/** The day's, the judged one among them. */
function failedOf(event: Connection, host: HostPast, past: Past): readonly FailedName[] {
  const before = host.failedNames(days(1)).filter(({ domain }) => !past.isHome(domain));
  if (event.failures < event.count || host.destination === undefined) return before;
  return [...before, { at: event.at, event: event.id, domain: host.destination.key, isGenerated: true }];
}
