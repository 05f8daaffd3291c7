// Skein's own findings in simulated companies: is each attack exactly one incident, whole, and nothing else in it?
//
// Both stories, each with a hundred variations of its findings (`variations.ts`) among whatever else was found in the
// company; every family as it was played; two attackers in one week behind one office address; a chain of mailboxes. Asked
// only of attacks of which there are findings: what is never found is another suite's figure.

import { familyOf } from '../../seed/programmes/families.ts';
import { anyTenant, familiesNamed } from '../../seed/kinds.ts';
import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import type { Finding } from '../../src/model/finding.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, hours } from '../../src/model/time.ts';
import { meanInterval, shareInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { judged } from '../tenant.ts';
import { product } from './groupings.ts';
import type { Grouping } from './scores.ts';
import { fromOffice, inOrder, missing, partial, retimed, twin } from './variations.ts';

/** Of each story, over all companies. */
const VARIATIONS = 100;
const STORIES = ['low-and-slow-mfa-takeover', 'phone-swap-shared-mailboxes'];
const OFFICE = { address: '192.0.2.77', people: 30 };

export interface Verdict {
  /** One group holds every finding of it. */
  readonly isOne: boolean;
  /** Of the findings in its groups, the share that are its own. */
  readonly purity: number;
  /** Of its own findings, the share in the fullest of its groups. */
  readonly completeness: number;
}

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'lookup' | 'progress'>;

export async function figures({ seeds, people, days: dayCount, lookup, progress }: Options): Promise<Figure[]> {
  const verdicts = new Map<string, Verdict[]>();
  const note = (name: string, verdict: Verdict | undefined): void => {
    if (verdict !== undefined) verdicts.set(name, [...(verdicts.get(name) ?? []), verdict]);
  };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const name = `incidents-${seed}`;
    const options = { seed: name, people, days: dayCount, ...anyTenant(name), variations: true };
    const told = await judged({ ...options, stories: ['a', 'b'], programmes: familiesNamed(['all']) }, lookup);
    const labels = labelsOf(told.findings, told.truth);
    const groups = product.group(told.findings);
    for (const { id, family, kind, victims } of told.programmes) {
      if (kind !== 'attack') continue;
      const verdict = verdictOf(id, groups, labels);
      note(`${family}${familyOf(family).unseen ? ' (unseen)' : ''}`, verdict);
      note(familyOf(family).unseen ? 'unseen families' : 'seen families', verdict);
      if (family === 'lateral-phish-chain' && victims.length >= 3) note('a chain over three mailboxes or more', verdict);
    }
    const attacks = new Set(told.programmes.filter(({ kind }) => kind === 'attack').map(({ id }) => id));
    const others = told.findings.filter(({ id }) => !attacks.has(labels.get(id) ?? ''));
    for (const story of STORIES) {
      const own = told.findings.filter(({ id }) => labels.get(id) === story);
      if (own.length < 2) continue;
      for (let index = seed; index <= VARIATIONS; index += seeds)
        note(`${story}, varied`, varied(story, own, others, createRng(`${name}/${story}/${index}`)));
      for (const verdict of twoAttackers(own, createRng(`${name}/${story}/two`)))
        note('two attackers in one week behind one office address', verdict);
    }
    progress(seed, seeds);
  }
  return [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, all]) => verdictFigures(name, all));
}

/** Finding → the programme most of what it accuses is of; findings of none are left out. */
export function labelsOf(findings: readonly Finding[], truth: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    findings.flatMap(({ id, because }) => {
      const counts = new Map<string, number>();
      for (const label of because.flatMap((event) => truth.get(event) ?? [])) counts.set(label, (counts.get(label) ?? 0) + 1);
      const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return most === undefined ? [] : [[id, most[0]] as const];
    }),
  );
}

/** Undefined when nothing was found of it. */
export function verdictOf(id: string, groups: Grouping, labels: ReadonlyMap<string, string>): Verdict | undefined {
  const isOwn = (finding: string): boolean => labels.get(finding) === id;
  const holding = groups.filter((group) => group.some(isOwn));
  if (holding.length === 0) return undefined;
  const own = holding.map((group) => group.filter(isOwn).length);
  const all = own.reduce((sum, count) => sum + count, 0);
  return {
    isOne: holding.length === 1,
    purity: all / holding.flat().length,
    completeness: Math.max(...own) / all,
  };
}

/** What else was found stays, each of it or not by the dice: the decoys. */
function varied(story: string, own: readonly Finding[], others: readonly Finding[], dice: Rng): Verdict | undefined {
  const told = retimed(missing(own, dice), dice);
  const decoys = others.filter(() => dice.chance(0.7));
  const findings = inOrder([...told, ...decoys]);
  const seen = dice.chance(0.5) ? partial(findings, dice) : findings;
  return verdictOf(story, product.group(seen), new Map(told.map(({ id }) => [id, story])));
}

/** Both at work within five days. */
function twoAttackers(own: readonly Finding[], dice: Rng): (Verdict | undefined)[] {
  const pause = { from: hours(1), to: hours(20) };
  const first = retimed(own, dice, pause);
  const late = Math.round(dice.between(0, days(2)));
  const second = retimed(twin(own), dice, pause).map((it) => ({ ...it, at: it.at + late, lastAt: it.lastAt + late }));
  const labels = new Map([...first.map(({ id }) => [id, 'first'] as const), ...second.map(({ id }) => [id, 'second'] as const)]);
  const groups = product.group(inOrder(fromOffice([...first, ...second], OFFICE.address, OFFICE.people)));
  return ['first', 'second'].map((attack) => verdictOf(attack, groups, labels));
}

function verdictFigures(name: string, verdicts: readonly Verdict[]): Figure[] {
  const n = verdicts.length;
  const k = verdicts.filter(({ isOne }) => isOne).length;
  const mean = (what: string, values: readonly number[]): Figure => ({
    ...{ suite: 'incidents', name: `${name}: ${what}`, value: values.reduce((sum, value) => sum + value, 0) / n },
    ...{ ...meanInterval(values, seeded(name)), n, unit: 'share', says: `mean over ${n}` },
  });
  return [
    {
      ...{ suite: 'incidents', name: `${name}: exactly one incident`, value: k / n, ...shareInterval(k, n) },
      ...{ n, unit: 'share', says: `${k} of ${n}` },
    },
    mean(
      'purity',
      verdicts.map(({ purity }) => purity),
    ),
    mean(
      'completeness',
      verdicts.map(({ completeness }) => completeness),
    ),
  ];
}
