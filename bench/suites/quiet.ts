// Weeks in which nothing happens: how often is somebody called, and which detections speak?

import { bandOf } from '../../src/model/incident.ts';
import { severities } from '../../src/model/finding.ts';
import { countInterval } from '../interval.ts';
import type { Figure, Suite } from '../suite.ts';
import { judgedEitherWay, mailWays } from '../tenant.ts';
import type { Judged, MailWay } from '../tenant.ts';

export const quiet: Suite = {
  id: 'quiet',
  title: 'Seeded tenants without any attack: incidents by band, findings by detection',
  usual: { seeds: 10, people: 40, days: 45 },
  async run({ seeds, people, days, lookup, progress }) {
    const counts = new Map<string, number>();
    for (const way of mailWays) for (const name of Object.values(bands)) counts.set(`${name}, ${way}`, 0);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const tellings = await judgedEitherWay({ seed: `quiet-${seed}`, people, days, stories: [] }, lookup);
      for (const way of mailWays) tally(counts, tellings[way], way);
      progress(seed, seeds);
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => figure(name, count, seeds * people * days));
  },
};

const bands = { medium: 'incidents in band medium or above', high: 'incidents in band high or above' };

function tally(counts: Map<string, number>, { parts, findings }: Judged, way: MailWay): void {
  const add = (name: string): void => void counts.set(`${name}, ${way}`, (counts.get(`${name}, ${way}`) ?? 0) + 1);
  for (const { peak } of parts) {
    if (bandOf(peak) !== 'low') add(bands.medium);
    if (bandOf(peak) === 'high' || bandOf(peak) === 'critical') add(bands.high);
  }
  for (const { detection, severity } of findings) if (severity !== severities[0]) add(`findings of ${detection}, ${severity}`);
}

function figure(name: string, count: number, personDays: number): Figure {
  const per = (it: number): number => (it / personDays) * 1_000;
  const { low, high } = countInterval(count);
  return {
    ...{ suite: 'quiet', name, value: per(count), low: per(low), high: per(high), n: personDays },
    unit: 'per 1,000 person-days',
    says: `${count} in ${personDays} person-days`,
  };
}
