// How well associations tell who hears from whom: on recorded networks with ties hidden, and on simulated tenants, learnt
// from the past and asked about what came next.

import { associationOf } from '../../src/learn/association/association.ts';
import type { Arcs } from '../../src/learn/association/graph.ts';
import { mailModel, useModel } from '../../src/learn/association/weights.ts';
import { seeded } from '../../src/model/seeded.ts';
import { meanInterval } from '../interval.ts';
import type { MailGraph } from '../realism/mail-graph.ts';
import { isDataThere, recordedGraphs } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { hideAndSeek } from './hidden-ties.ts';
import type { Hiding, Split } from './hidden-ties.ts';
import { areaUnderCurve, brier, calibrationError } from './ranking.ts';
import { lived, mailExam, MIX, USE_MIX, useExam } from './tenant-ties.ts';
import type { Asked, Chance, Exam } from './tenant-ties.ts';

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'progress'>;

/** A large network takes half a minute a time. */
const SPLITS = { 'email-eu-core': 5, 'email-enron': 3 } as const;
/** The weights never see a hidden tie of the same split, but somebody saw results on this network while choosing. */
const CHOSEN_HERE =
  '; which features there are and how chance is mixed in the fit were chosen by looking at other splits of this same network, so expect a little less elsewhere';
/** Simulated companies take as long, and say the same: more than these are not asked. */
const MOST_COMPANIES = 6;

export function figures(options: Options): Promise<Figure[]> {
  return Promise.resolve([...ofRecorded(), ...ofTenants(options)]);
}

// ── Recorded networks ─────────────────────────────────────────────────────────────────────────────────────────

function ofRecorded(): Figure[] {
  if (!isDataThere()) return [];
  return recordedGraphs().flatMap((graph) => {
    if (graph.id === 'email-eu-core') return [...ofHidden(graph, 'arcs'), ...ofHidden(graph, 'pairs')];
    return graph.id === 'email-enron' ? ofHidden(graph, 'pairs') : [];
  });
}

function ofHidden(graph: MailGraph, hiding: Hiding): Figure[] {
  const arcs = arcsOf(graph);
  const count = SPLITS[graph.id as keyof typeof SPLITS];
  const splits = Array.from({ length: count }, (_, index) => hideAndSeek(arcs, hiding, `associations/${graph.id}/${index}`));
  const hidden = splits.reduce((sum, split) => sum + split.asked, 0);
  const what =
    hiding === 'arcs' ? 'one tenth of the arcs hidden, arcs back may stay' : 'all between one tenth of the pairs hidden';
  const says = `${graph.id}${graph.directed ? '' : ' (the copy at hand has no times and no directions, so ties are hidden in place of a month to come)'}: ${what}, ${count} splits, ${hidden} hidden arcs asked about, weights and groups made of what is left${graph.id === 'email-eu-core' ? CHOSEN_HERE : ''}`;
  const score = (name: string, of: (split: Split) => number, more: string): Figure =>
    mean(`${graph.id}, ${hiding}: ${name}`, splits.map(of), hidden, `${says}; ${more}`);
  return [
    score('AUC, chance uniform', ({ uniform }) => uniform, 'against as many pairs drawn alike of all that have a tie'),
    score('AUC, chance degree-matched', ({ matched }) => matched, 'against as many pairs drawn in proportion to activity'),
    score(
      'AUC, chance degree-matched, shipped weights',
      ({ matchedAsShipped }) => matchedAsShipped,
      'the same with nothing fitted to this network',
    ),
    score('calibration error', ({ judgements }) => calibrationError(judgements), 'ten bins, three quarters of chance uniform'),
    score('Brier', ({ judgements }) => brier(judgements), 'three quarters of chance uniform'),
  ];
}

function arcsOf({ arcs }: MailGraph): Arcs {
  const names = [...new Set([...arcs].flatMap(([from, others]) => [from, ...others]))].sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const pairs = [...arcs].flatMap(([from, others]) =>
    [...others].map((to) => [indexOf.get(from) ?? 0, indexOf.get(to) ?? 0] as const),
  );
  return { twoSided: false, names, from: pairs.map(([from]) => from), to: pairs.map(([, to]) => to) };
}

// ── Simulated tenants ─────────────────────────────────────────────────────────────────────────────────────────

interface Answered extends Asked {
  readonly probability: number;
  readonly odds: number;
}

function ofTenants({ seeds, people, days, progress }: Options): Figure[] {
  const count = Math.min(seeds, MOST_COMPANIES);
  const [mail, use]: [Answered[][], Answered[][]] = [[], []];
  for (let index = 0; index < count; index += 1) {
    const seed = `associations/asked/${index}`;
    const life = lived({ seed, people, days });
    mail.push(answered(mailExam(life, mailModel, seed)));
    use.push(answered(useExam(life, useModel, seed)));
    progress(index + 1, count);
  }
  const setting = `${count} simulated tenants of ${people} people, ${days} days without attacks, two thirds learnt, shipped weights`;
  return [
    ...ofExams('simulated mail', mail, MIX, setting),
    ...ofExams('simulated sites and mailboxes', use, USE_MIX, setting),
    ...(['stranger', 'lookalike'] as const).map((chance) =>
      score(
        'simulated mail',
        `AUC of first contacts, chance ${chance}`,
        mail,
        aucOf(chance, true),
        `${setting}; only letters whose sender had never reached any of the recipients, against as many ${MADE_UP[chance]}`,
      ),
    ),
  ];
}

const MADE_UP = {
  stranger: 'from somebody new at a domain nobody knows',
  lookalike: 'from a domain made to look like a known one, by the same rules as in the fit',
};

function answered({ ground, asOf, asked }: Exam): Answered[] {
  return asked.map((one) => {
    const { probability, bits } = associationOf(ground, one.question, asOf);
    return { ...one, probability, odds: -bits - Math.log2(Math.max(1 - probability, Number.MIN_VALUE)) };
  });
}

function ofExams(
  name: string,
  exams: readonly Answered[][],
  mix: Readonly<Partial<Record<Chance, number>>>,
  setting: string,
): Figure[] {
  return [
    score(
      name,
      'AUC, chance uniform',
      exams,
      aucOf('alike', false),
      `${setting}; what came next, each distinct one once, against as many pairings drawn alike`,
    ),
    score(
      name,
      'AUC, chance degree-matched',
      exams,
      aucOf('matched', false),
      `${setting}; against as many in proportion to activity`,
    ),
    score(
      name,
      'AUC of first contacts, chance degree-matched',
      exams,
      aucOf('matched', true),
      `${setting}; only those in which nothing had been before, against as many in proportion to activity`,
    ),
    score(
      name,
      'calibration error',
      exams,
      (exam) => calibrationError(weighed(exam, mix)),
      `${setting}; ten bins, chance mixed as in the fit`,
    ),
    score(name, 'Brier', exams, (exam) => brier(weighed(exam, mix)), `${setting}; chance mixed as in the fit`),
  ];
}

function score(name: string, what: string, exams: readonly Answered[][], of: (exam: Answered[]) => number, says: string): Figure {
  const happened = exams.flat().filter((one) => one.happened && (one.isFirst || !what.includes('first contacts'))).length;
  return mean(`${name}: ${what}`, exams.map(of), happened, says);
}

const aucOf =
  (chance: Chance, firstOnly: boolean) =>
  (exam: readonly Answered[]): number =>
    areaUnderCurve(
      exam.filter(({ happened, isFirst }) => happened && (isFirst || !firstOnly)).map(({ odds }) => odds),
      exam.filter((one) => one.chance === chance).map(({ odds }) => odds),
    );

/** Each kind of chance as often as the mix says: every so many of them. */
function weighed(exam: readonly Answered[], mix: Readonly<Partial<Record<Chance, number>>>): Answered[] {
  const owed = new Map<Chance, number>();
  return exam.filter(({ chance }) => {
    if (chance === undefined) return true;
    const due = (owed.get(chance) ?? 0) + (mix[chance] ?? 0);
    owed.set(chance, due >= 1 ? due - 1 : due);
    return due >= 1;
  });
}

const mean = (name: string, values: readonly number[], n: number, says: string): Figure => ({
  ...{ suite: 'learn', name: `associations: ${name}`, value: values.reduce((sum, value) => sum + value, 0) / values.length, n },
  ...meanInterval(values, seeded(name)),
  ...{ unit: 'score', says },
});
