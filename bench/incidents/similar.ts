// Whether the incidents said to be similar are: each attack in a simulated company is asked against every incident of the
// other companies, never of its own. Is one of the same family of attacks among the first three?
//
// The other incidents are all there are, false alarms and harmless look-alikes too, but isolated low findings. An attack is
// asked by the incident that holds most of its records. Of equally similar ones any may come first: a figure is what is to
// be expected then. Beside it what simpler ways find: the share of detections that both have, and drawing lots. The ways
// of comparing were chosen on seen families, in other companies than these.

import { anyTenant, familiesNamed } from '../../seed/kinds.ts';
import { familyOf } from '../../seed/programmes/families.ts';
import { partition } from '../../src/correlate/partition.ts';
import { corpusOf } from '../../src/correlate/similar/corpus.ts';
import { featuresOf } from '../../src/correlate/similar/features.ts';
import type { Features } from '../../src/correlate/similar/features.ts';
import type { Finding } from '../../src/model/finding.ts';
import { seeded } from '../../src/model/seeded.ts';
import { meanInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { judged } from '../tenant.ts';
import type { Judged } from '../tenant.ts';

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'lookup' | 'progress'>;

export interface Example {
  readonly id: string;
  readonly company: string;
  /** Of the programme most of its records are of; undefined of a false alarm. */
  readonly family?: string;
  /** Holds most of what its programme, an attack, left. */
  readonly isAsked: boolean;
  readonly features: Features;
  readonly detections: ReadonlySet<string>;
}

export interface Ranked {
  readonly score: number;
  readonly isSame: boolean;
}

/** Ways to say how alike two incidents are. */
const ways = ['similar incidents', 'same detections (Jaccard)', 'by lot'] as const;

export async function figures({ seeds, people, days, lookup, progress }: Options): Promise<Figure[]> {
  const examples: Example[] = [];
  for (let index = 1; index <= seeds; index += 1) {
    const seed = `similar-${index}`;
    const told = await judged({ seed, people, days, ...anyTenant(seed), programmes: familiesNamed(['all']) }, lookup);
    examples.push(...examplesIn(seed, told));
    progress(index, seeds);
  }
  const rankings = rankingsOf(examples);
  return [
    ...[1, 3].flatMap((top) => ['seen families', 'unseen families'].flatMap((sort) => ways.map((way) => ({ top, sort, way })))),
    ...[...new Set(rankings.map(({ family }) => family))].sort().map((sort) => ({ top: 3, sort, way: ways[0] })),
  ].map(({ top, sort, way }) => {
    const asked = rankings.filter(
      ({ family }) => sort === family || sort === (isUnseen(family) ? 'unseen families' : 'seen families'),
    );
    const found = asked.map(({ by }) => expectedHit(by[way], top));
    return figureOf(`${way}: same family in the top ${top}, ${isUnseen(sort) ? `${sort} (unseen)` : sort}`, found);
  });
}

const isUnseen = (family: string): boolean => !family.endsWith(' families') && familyOf(family).unseen;

function figureOf(name: string, found: readonly number[]): Figure {
  const hits = found.reduce((sum, hit) => sum + hit, 0);
  return {
    ...{ suite: 'incidents', name, value: found.length === 0 ? NaN : hits / found.length },
    ...{ ...meanInterval(found, seeded(name)), n: found.length, unit: 'share' },
    says: `${hits.toFixed(1)} of ${found.length} attacks`,
  };
}

/** A company's incidents, but for isolated low findings. */
function examplesIn(company: string, { findings, programmes, truth }: Judged): Example[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const parts = partition(findings)
    .filter(({ background }) => !background)
    .map(({ id, findings: ids, links }) => {
      const members = ids.flatMap((one) => byId.get(one) ?? []);
      const [programme, records] = mostIn(members, truth);
      return { id: `${company}/${id}`, members, links, programme, records };
    });
  return parts.map(({ id, members, links, programme, records }) => {
    const { family, kind } = programmes.find((one) => one.id === programme) ?? {};
    const largest = parts.filter((part) => part.programme === programme).reduce((a, b) => (b.records > a.records ? b : a));
    return {
      ...{ id, company, ...(family === undefined ? {} : { family }) },
      isAsked: kind === 'attack' && largest.id === id && records > 0,
      features: featuresOf({ findings: members, links }),
      detections: new Set(members.map(({ detection }) => detection)),
    };
  });
}

function mostIn(
  findings: readonly Finding[],
  truth: ReadonlyMap<string, string>,
): [programme: string | undefined, records: number] {
  const counts = new Map<string, number>();
  for (const event of new Set(findings.flatMap(({ because }) => because))) {
    const programme = truth.get(event);
    if (programme !== undefined) counts.set(programme, (counts.get(programme) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most ?? [undefined, 0];
}

export function rankingsOf(examples: readonly Example[]) {
  const corpus = corpusOf();
  for (const { id, features } of examples) corpus.put(id, 0, features);
  return examples
    .filter(({ isAsked }) => isAsked)
    .map((asked) => {
      const others = examples.filter(({ company }) => company !== asked.company);
      const near = new Map(corpus.nearest(asked.features, examples.length).map(({ id, similarity }) => [id, similarity]));
      const rankBy = (scoreOf: (other: Example) => number): Ranked[] =>
        others.map((other) => ({ score: scoreOf(other), isSame: other.family === asked.family }));
      return {
        family: asked.family ?? '',
        by: {
          'similar incidents': rankBy(({ id }) => near.get(id) ?? 0),
          'same detections (Jaccard)': rankBy(({ detections }) => jaccard(asked.detections, detections)),
          'by lot': rankBy(() => 0),
        },
      };
    });
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((one) => b.has(one)).length;
  return both / Math.max(1, a.size + b.size - both);
}

/** How probably one of the same is among the first, where those of equal score come in any order. */
export function expectedHit(ranked: readonly Ranked[], top: number): number {
  const byScore = new Map<number, { all: number; same: number }>();
  for (const { score, isSame } of ranked) {
    const tied = byScore.get(score) ?? { all: 0, same: 0 };
    byScore.set(score, { all: tied.all + 1, same: tied.same + (isSame ? 1 : 0) });
  }
  let left = top;
  for (const [, { all, same }] of [...byScore].sort(([a], [b]) => b - a)) {
    if (left <= 0) return 0;
    if (all > left) return 1 - missOf(all, same, left);
    if (same > 0) return 1;
    left -= all;
  }
  return 0;
}

/** How probably none of the same is drawn. */
function missOf(all: number, same: number, draws: number): number {
  let miss = 1;
  for (let drawn = 0; drawn < draws; drawn += 1) miss *= Math.max(0, all - same - drawn) / (all - drawn);
  return miss;
}
