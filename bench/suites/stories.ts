// Both stories, told with other dates, places, gaps and names in each tenant: is each exactly one incident, whole, with
// nothing foreign in it, and does it reach the point where an answer is proposed?

import type { PlaceLookup } from '../../src/ingest/place.ts';
import { shareInterval } from '../interval.ts';
import type { Figure, Suite } from '../suite.ts';
import { judgedEitherWay, mailWays } from '../tenant.ts';
import type { Judged, MailWay } from '../tenant.ts';
import { programmeFigures } from './programmes.ts';

interface Telling {
  readonly way: MailWay;
  readonly story: string;
  readonly isOne: boolean;
  readonly isWhole: boolean;
  readonly isPure: boolean;
  readonly isCritical: boolean;
  readonly isAnswered: boolean;
}

const questions = [
  ['exactly one incident', 'isOne'],
  ['every record of it inside', 'isWhole'],
  ['nothing foreign inside', 'isPure'],
  ['peak in band critical', 'isCritical'],
  ['an answer proposed', 'isAnswered'],
] as const satisfies readonly (readonly [string, Exclude<keyof Telling, 'story' | 'way'>])[];

/** Two victims need no more; the other programmes get a company of the size asked for. */
const toldPeople = 40;

export const stories: Suite = {
  id: 'stories',
  title: 'Both stories with variations, and every family of programmes, over seeded tenants',
  usual: { seeds: 10, people: 100, days: 45 },
  async run(options) {
    const { seeds, days, lookup, progress } = options;
    const tellings: Telling[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      tellings.push(...(await told(`measure-${seed}`, toldPeople, days, lookup)));
      progress(seed, seeds * 2);
    }
    return [...toldFigures(tellings), ...(await programmeFigures(options, (seed) => progress(seeds + seed, seeds * 2)))];
  },
};

function toldFigures(tellings: readonly Telling[]): Figure[] {
  const names = [...new Set(tellings.map(({ story }) => story))].sort();
  return mailWays.flatMap((way) =>
    names.flatMap((story) => {
      const cases = tellings.filter((it) => it.story === story && it.way === way);
      return questions.map(([name, holds]) => figure(`${story}, as told, ${way}: ${name}`, cases, (it) => it[holds]));
    }),
  );
}

async function told(seed: string, people: number, days: number, lookup: PlaceLookup): Promise<Telling[]> {
  const tellings = await judgedEitherWay({ seed, people, days, variations: true }, lookup);
  return mailWays.flatMap((way) => storiesIn(tellings[way], way));
}

function storiesIn({ parts, truth }: Judged, way: MailWay): Telling[] {
  return [...new Set(truth.values())].sort().map((story) => {
    const own = [...truth].filter(([, programme]) => programme === story).map(([id]) => id);
    const holding = parts.filter((part) => own.some((id) => part.events.has(id)));
    const inside = new Set(holding.flatMap((part) => [...part.events]));
    return {
      ...{ way, story },
      isOne: holding.length === 1,
      isWhole: own.every((id) => inside.has(id)),
      isPure: [...inside].every((id) => truth.get(id) === story),
      isCritical: holding.some(({ peak }) => peak >= 0.8),
      isAnswered: holding.some(({ policyMet }) => policyMet),
    };
  });
}

function figure(name: string, tellings: readonly Telling[], holds: (it: Telling) => boolean): Figure {
  const [k, n] = [tellings.filter(holds).length, tellings.length];
  return { suite: 'stories', name, value: k / n, ...shareInterval(k, n), n, unit: 'share', says: `${k} of ${n}` };
}
