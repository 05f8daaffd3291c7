// Weeks in which nothing happens: how often is somebody called, and which detections speak?

import { bandOf } from '../../src/model/incident.ts';
import { severities } from '../../src/model/finding.ts';
import { countInterval } from '../interval.ts';
import type { Figure, Suite } from '../suite.ts';
import { judged } from '../tenant.ts';

export const quiet: Suite = {
  id: 'quiet',
  title: 'Seeded tenants without any attack: incidents by band, findings by detection',
  usual: { seeds: 10, people: 40, days: 45 },
  run({ seeds, people, days, lookup, progress }) {
    const counts = new Map<string, number>();
    const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const name of ['incidents in band medium or above', 'incidents in band high or above']) counts.set(name, 0);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { parts, findings } = judged({ seed: `quiet-${seed}`, people, days, stories: [] }, lookup);
      for (const { peak } of parts) {
        if (bandOf(peak) !== 'low') add('incidents in band medium or above');
        if (bandOf(peak) === 'high' || bandOf(peak) === 'critical') add('incidents in band high or above');
      }
      for (const { detection, severity } of findings)
        if (severity !== severities[0]) add(`findings of ${detection}, ${severity}`);
      progress(seed, seeds);
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => figure(name, count, seeds * people * days));
  },
};

function figure(name: string, count: number, personDays: number): Figure {
  const per = (it: number): number => (it / personDays) * 1_000;
  const { low, high } = countInterval(count);
  return {
    ...{ suite: 'quiet', name, value: per(count), low: per(low), high: per(high), n: personDays },
    unit: 'per 1,000 person-days',
    says: `${count} in ${personDays} person-days`,
  };
}
