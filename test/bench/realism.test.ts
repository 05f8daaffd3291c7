// What is called a distance, a degree or a delay is one, whoever's records it is measured on.

import { describe, expect, it } from 'vitest';
import { compared, measured, ratiosOf, together } from '../../bench/realism/compare.ts';
import { letterOf, messageIn, zoneIn } from '../../bench/realism/letters.ts';
import { addArc, agreementOf, emptyGraph, structureOf } from '../../bench/realism/mail-graph.ts';
import type { MailGraph } from '../../bench/realism/mail-graph.ts';
import { measures } from '../../bench/realism/measures.ts';
import { page } from '../../bench/realism/page.ts';
import { drawn } from '../../bench/realism/pictures.ts';
import { filesIn } from '../../bench/archive.ts';
import { DATA, isDataThere, pairsIn, recordedGraphs, recordedSets } from '../../bench/realism/recorded.ts';
import {
  gridOf,
  largestGap,
  medianOf,
  misplaced,
  quantile,
  resampled,
  sharesOf,
  summaryOf,
  tallied,
} from '../../bench/realism/sample.ts';
import type { Sample } from '../../bench/realism/sample.ts';
import { simulated, simulatedGraph } from '../../bench/realism/simulated.ts';
import { seen } from '../../bench/realism/telemetry.ts';
import type { Letter, Telemetry } from '../../bench/realism/telemetry.ts';
import { openGeography } from '../../src/jobs/geography.ts';
import type { Event } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, ana, bo, fileAccess, home, mail, mailboxRule, noon, refusedMfa, service, signIn } from '../support/events.ts';

if (!isDataThere()) console.log(`skipped: ${DATA} not present`);

type Given = Event | readonly [Event, Letter];

const telemetry = (given: readonly Given[], told: Partial<Telemetry> = {}): Telemetry => ({
  ...{
    id: 'some',
    origin: 'genuine',
    terms: 'free',
    title: 'some records',
    fairFor: new Map(measures.map(({ id }) => [id, 'a test'])),
  },
  seen: () => given.map((it) => ('kind' in it ? seen(it, 0) : seen(it[0], 0, it[1]))),
  ...told,
});

/** Values of a measure, person by person. */
async function valuesOf(id: string, given: readonly Given[]): Promise<Sample> {
  return (await measured(telemetry(given))).samples.get(id) ?? [];
}

/** A Monday, 09:00. */
const monday = Date.UTC(2026, 2, 2, 9);

describe('a distance', () => {
  const apart = (a: Sample, b: Sample): number => {
    const grid = gridOf([a, b]);
    return largestGap(sharesOf(tallied(a, grid)), sharesOf(tallied(b, grid)));
  };

  it('is none between the same values in other groups', () => {
    expect(apart([[1, 2], [3]], [[3], [2], [1]])).toBeCloseTo(0);
  });

  it('is all where no value of one lies below any of the other', () => {
    expect(apart([[1, 2, 3]], [[4, 5]])).toBeCloseTo(1);
  });

  it('is the largest gap of the cumulative shares', () => {
    expect(apart([[1, 2, 3, 4]], [[3, 4, 5, 6]])).toBeCloseTo(0.5);
  });

  it('stays what it is when there are more values than cells', () => {
    const many = Array.from({ length: 5_000 }, (_, place) => place);
    expect(apart([many], [many.map((value) => value + 1_250)])).toBeCloseTo(0.25, 2);
  });

  it('counts what would have to lie elsewhere, where there is no order', () => {
    expect(misplaced(Float64Array.of(0.5, 0.5, 0), Float64Array.of(0.5, 0, 0.5))).toBe(0.5);
  });
});

describe('a summary', () => {
  it('takes the smallest value that enough do not exceed', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(summaryOf([[1, 2, 3], [4], [5, 6, 7, 8, 9, 10]])).toEqual({ n: 10, mean: 5.5, median: 5, p90: 9 });
  });

  it('is as uncertain as there are few people, not few values', () => {
    const spread = (sample: Sample): number => {
      const tally = tallied(sample, gridOf([sample]));
      const { low, high } = resampled([tally], (shares) => medianOf(tally, shares), seeded('x'));
      return high - low;
    };
    const alike = Array.from({ length: 40 }, (_, person) => new Array<number>(25).fill(person));
    const mixed = alike.map((_, person) => Array.from({ length: 25 }, (__, value) => (person + value * 13) % 40));
    expect(spread(alike)).toBeGreaterThan(2 * spread(mixed));
  });
});

describe('a person’s day', () => {
  it('counts what they did on days on which they did anything', async () => {
    const given = [0, 1, 2].map((hour) => fileAccess({ at: noon + hours(hour) }));
    const other = fileAccess({ at: noon, actor: bo });
    expect(await valuesOf('records-per-day', [...given, fileAccess({ at: noon + days(3) }), other])).toEqual([[3, 1], [1]]);
  });

  it('does not count tokens that renewed themselves, services, nor mail that passed', async () => {
    const renewed = signIn({ interactive: false });
    const byService = fileAccess({ actorKind: 'service' });
    expect(await valuesOf('records-per-day', [renewed, byService, mail({ actor: ana })])).toEqual([]);
  });

  it('ends where the clock on the wall says so', async () => {
    const late = fileAccess({ at: Date.UTC(2026, 2, 4, 15) });
    const sydney = telemetry([], { seen: () => [seen(late, 0), seen(fileAccess({ at: noon }), 0)].map((it) => ({ ...it })) });
    const shifted = telemetry([], { seen: () => [seen(late, 660), seen(fileAccess({ at: noon }), 660)] });
    expect((await measured(sydney)).samples.get('records-per-day')).toEqual([[2]]);
    expect((await measured(shifted)).samples.get('records-per-day')).toEqual([[1, 1]]);
  });

  it('has gaps in minutes, of a second at least, whatever order the records came in', async () => {
    const given = [minutes(90), 0, 0].map((after) => fileAccess({ at: noon + after }));
    expect(await valuesOf('gap', given)).toEqual([[1 / 60, 90]]);
  });

  it('is at night and at weekends as the clock and the calendar have it', async () => {
    const given = [monday, monday + hours(14), monday + days(5)].map((at) => fileAccess({ at }));
    expect(await valuesOf('night', given)).toEqual([[0, 1, 0]]);
    expect(await valuesOf('weekend', given)).toEqual([[0, 0, 1]]);
  });
});

describe('a person’s week', () => {
  const weekLong = [0, 1, 2, 3, 4, 5, 6].map((day) => fileAccess({ at: monday + days(day), ...home }));

  it('has the hours at which things happened, of whole weeks alone', async () => {
    const hoursIn = async (given: readonly Given[]): Promise<string[]> => {
      const { cells = [], groups = [] } = (await measured(telemetry(given))).mixes.get('hour-of-week') ?? {};
      return cells.flatMap((cell, place) => ((groups[0]?.[place] ?? 0) > 0 ? [String(cell)] : []));
    };
    const whole = ['Mon 09', 'Tue 09', 'Wed 09', 'Thu 09', 'Fri 09', 'Sat 09', 'Sun 09'];
    expect(await hoursIn(weekLong)).toEqual(whole);
    expect(await hoursIn([...weekLong, fileAccess({ at: monday + days(7) + hours(4) })])).toEqual(whole);
    expect(await hoursIn(weekLong.slice(1))).toEqual([]);
  });

  it('counts each address once, and none that is the service’s own', async () => {
    const given = [...weekLong, fileAccess({ at: monday + days(1), ...abroad }), fileAccess({ at: monday, ...service })];
    expect(await valuesOf('addresses', given)).toEqual([[2]]);
    expect(await valuesOf('countries', given)).toEqual([[2]]);
  });

  it('is left out when only part of it was recorded', async () => {
    expect(await valuesOf('addresses', weekLong.slice(1))).toEqual([]);
  });
});

describe('a sign-in', () => {
  const given = [
    signIn(),
    refusedMfa(),
    signIn({ outcome: 'interrupt', code: 50140, mfa: 'passed' }),
    signIn({ mfa: 'byClaim' }),
  ];

  it('fails when it failed, and not when it was only interrupted', async () => {
    expect(await valuesOf('failures', given)).toEqual([[0, 1, 0, 0]]);
  });

  it('asked for a second factor unless an earlier one still stood', async () => {
    expect(await valuesOf('prompts', given)).toEqual([[0, 1, 1, 0]]);
  });
});

describe('a mail', () => {
  const row = (message: string, to: string, at = noon) =>
    mail({ message, sender: ana, recipients: [to], direction: 'internal', operation: 'Message trace', at });
  const letter = (message: string, at: number, answers?: string, sender = bo): Given => [
    mail({ message, sender, recipients: [ana], direction: 'internal', operation: 'Message', at }),
    { writtenAt: at, ...(answers === undefined ? {} : { answers }) },
  ];

  it('is one with several recipients, whatever number of rows it has', async () => {
    const given = [row('m1', bo), row('m1', 'cy@contoso.test'), row('m2', bo)];
    expect(await valuesOf('recipients', given)).toEqual([[2, 1]]);
    expect(await valuesOf('mails-per-day', given)).toEqual([[2]]);
  });

  it('takes as long to answer as from the one it names', async () => {
    const answer = letter('m2', noon + minutes(30), 'm1');
    expect(await valuesOf('reply-delay', [answer, row('m1', bo)])).toEqual([[30]]);
    expect(await valuesOf('reply-delay', [row('m1', bo), answer])).toEqual([[30]]);
  });

  it('is no answer when what it answers was never seen, or came later', async () => {
    expect(await valuesOf('reply-delay', [letter('m2', noon, 'unknown')])).toEqual([]);
    expect(await valuesOf('reply-delay', [row('m1', bo), letter('m2', noon - minutes(5), 'm1')])).toEqual([]);
  });

  it('tells what it answers, and what the clock of its writer said', async () => {
    const text =
      'From: Bo <bo@contoso.test>\r\nDate: Wed, 4 Mar 2026 10:30:00 +0130\r\nIn-Reply-To: <m1@contoso.test>\r\nSubject: Yes\r\n\r\nYes.';
    const message = await messageIn(Buffer.from(text));
    expect(message && letterOf(message)).toEqual({ answers: 'm1@contoso.test', writtenAt: noon });
    expect(message && zoneIn(message)).toBe(90);
  });
});

it('rules are counted for every person, also for those who made none', async () => {
  const given = [
    mailboxRule({ at: noon }),
    mailboxRule({ change: 'changed', at: noon }),
    fileAccess({ actor: bo, at: noon + days(15) }),
  ];
  expect(await valuesOf('rules', given)).toEqual([[2], [0]]);
});

describe('two sets', () => {
  const few = [1, 2, 3].map((day) => fileAccess({ at: noon + days(day) }));
  const many = [1, 2, 3].flatMap((day) => [0, 1, 2, 3].map((hour) => fileAccess({ at: noon + days(day) + hours(hour) })));
  const own = (given: readonly Given[]) => measured(telemetry(given, { id: 'own', origin: 'simulated' }));

  it('differ by a ratio and a distance', async () => {
    const row = compared(await own(many), [await measured(telemetry(few))]).find(
      ({ measure }) => measure.id === 'records-per-day',
    );
    const [beside] = row?.beside ?? [];
    expect(beside?.distance).toBe(1);
    expect(row && beside && ratiosOf(row, beside)).toEqual({ middle: 4, p90: 4 });
  });

  it('are not compared in what the recorded one is no fair counterpart of', async () => {
    const unfair = telemetry(few, { fairFor: new Map([['gap', 'a test']]) });
    const rows = compared(await own(many), [await measured(unfair)]);
    expect(rows.filter(({ beside }) => beside.length > 0).map(({ measure }) => measure.id)).toEqual(['gap']);
  });

  it('of two tenants are one with the people of both', async () => {
    const both = together([await own(few), await own(many)]);
    expect(both.samples.get('records-per-day')).toEqual([
      [1, 1, 1],
      [4, 4, 4],
    ]);
    expect(both.mixes.get('deeds')?.groups).toHaveLength(2);
  });
});

describe('who writes to whom', () => {
  /** Two teams of three in which everybody writes to everybody, and one who writes from one to the other. */
  function twoTeams(): MailGraph {
    const [left, right] = [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ];
    const departments = new Map([...left.map((one) => [one, 'L'] as const), ...right.map((one) => [one, 'R'] as const)]);
    const graph = emptyGraph({ id: 'teams', terms: 'ours', title: '', directed: true, departments });
    for (const team of [left, right]) for (const from of team) for (const to of team) addArc(graph, from, to);
    addArc(graph, 'c', 'd');
    return graph;
  }

  it('has the structure that can be counted by hand', () => {
    const { degrees, reciprocity, clustering, largest, distance, modularity, inside, edges } = structureOf(twoTeams());
    expect(edges).toBe(7);
    expect(degrees).toEqual([2, 2, 3, 3, 2, 2]);
    expect(reciprocity).toBeCloseTo(12 / 13);
    expect(clustering).toBeCloseTo((4 + 2 / 3) / 6);
    expect(largest).toBe(1);
    expect(distance).toBeCloseTo(27 / 15);
    // Six of seven edges lie inside; half of the ends belong to each team.
    expect(modularity).toBeCloseTo(6 / 7 - 0.5);
    expect(inside).toEqual({ departments: 2, edges: 6 / 7, modularity: expect.closeTo(6 / 7 - 0.5) as number, agreement: 1 });
  });

  it('leaves out nobody who writes to nobody, and no mail to oneself counts', () => {
    const graph = twoTeams();
    addArc(graph, 'g', 'g');
    const { people, largest, edges } = structureOf(graph);
    expect([people, edges]).toEqual([7, 7]);
    expect(largest).toBeCloseTo(6 / 7);
  });

  it('agrees with itself, and with chance not at all', () => {
    const names = ['x', 'y'];
    expect(agreementOf(names.map((name) => [name, name.toUpperCase()]))).toBeCloseTo(1);
    expect(agreementOf(names.flatMap((a) => names.map((b): [string, string] => [a, b])))).toBeCloseTo(0);
  });

  it('is read from lines that end in any way', () => {
    expect(pairsIn('# From To\r\n1 2\r\n2\t3\n\n3   1')).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['3', '1'],
    ]);
  });
});

it('files in an archive are found one after the other', () => {
  const file = (name: string, content: string): Buffer => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(content.length.toString(8).padStart(11, '0'), 124);
    head.write('0', 156);
    return Buffer.concat([head, Buffer.from(content.padEnd(Math.ceil(content.length / 512) * 512, '\0'))]);
  };
  const archive = Buffer.concat([file('ham/1.txt', 'x'.repeat(600)), file('ham/2.txt', 'y'), Buffer.alloc(1024)]);
  expect([...filesIn(archive)].map(({ name, bytes }) => `${name} ${bytes.length}`)).toEqual(['ham/1.txt 600', 'ham/2.txt 1']);
});

describe('the page', () => {
  const graphOf = () => {
    const graph = emptyGraph({ id: 'teams', terms: 'ours', title: 'two', directed: true, departments: new Map([['a', 'L']]) });
    for (const [from, to] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ] as const)
      addArc(graph, from, to);
    return { graph, structure: structureOf(graph) };
  };

  async function pageOf(own: readonly Given[], other: readonly Given[], told: Partial<Telemetry> = {}) {
    const simulatedOne = await measured(telemetry(own, { id: 'own', origin: 'simulated' }));
    const recorded = [await measured(telemetry(other, told))];
    const rows = compared(simulatedOne, recorded);
    const options = { seed: 'own', people: 20, days: 3 };
    const graphs = [graphOf(), graphOf()] as const;
    const pictures = drawn({ simulated: simulatedOne, recorded, rows, graphs });
    const text = page(
      { options, graphOptions: options, simulated: simulatedOne, recorded, rows, graphs, command: 'make' },
      pictures,
    );
    return { text, pictures };
  }
  const often = [1, 2, 3].flatMap((day) => [0, 1, 2, 3, 4].map((hour) => fileAccess({ at: noon + days(day) + hours(hour) })));
  const once = [1, 2, 3].map((day) => fileAccess({ at: noon + days(day) }));

  it('says by how much the simulator is off, and nothing where it is not', async () => {
    expect((await pageOf(often, once)).text).toContain(
      '- **Records per person and day**: 5×, 5× of `some`, distance 1.00 (note 1).',
    );
    expect((await pageOf(often, often)).text).not.toMatch(/- \*\*/);
  });

  it('says plainly where nothing genuine was recorded, and what another program made', async () => {
    const { text } = await pageOf(often, once, { origin: 'generated' });
    expect(text).toContain('| Records per person and day | 5 (5), n 3 | **none** that is genuine |  |  |  |  |');
    expect(text).toContain('`some`, generated');
  });

  it('has pictures with a title, labelled axes, and names that cannot become markup', async () => {
    const { pictures } = await pageOf(often, once, { id: '<script>"&' });
    const activity = pictures.find(({ file }) => file === 'activity.svg')?.svg ?? '';
    expect(activity).toContain('<title id="title">How much, and how often');
    expect(activity).toContain('records on a day with any; share of values');
    expect(activity).toContain('&lt;script&gt;&quot;&amp;, 3');
    for (const { svg } of pictures) expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/);
  });
});

describe('the simulated tenant', async () => {
  const lookup = await openGeography({});

  it('tells something of every measure', async () => {
    const { samples, mixes } = await measured(simulated({ seed: 'realism-test', people: 25, days: 9 }, lookup));
    const found = [...samples.keys(), ...mixes.keys()];
    expect(measures.map(({ id }) => id).filter((id) => !found.includes(id))).toEqual([]);
  });

  it('has people who write to one another, each in a department', () => {
    const structure = structureOf(simulatedGraph({ seed: 'realism-test', people: 60, days: 5 }));
    expect(structure.people).toBeGreaterThanOrEqual(60);
    expect(structure.largest).toBeGreaterThan(0.5);
    expect(structure.inside?.edges).toBeGreaterThan(0);
  });
});

describe.skipIf(!isDataThere())('recorded sets', async () => {
  const lookup = await openGeography({});

  it('have the structure others have counted', () => {
    const [euCore, enron] = recordedGraphs();
    const core = euCore && structureOf(euCore);
    expect([core?.people, core?.edges]).toEqual([1005, 16_064]);
    expect(core?.inside?.edges).toBeCloseTo(0.336, 3);
    expect(core?.inside?.modularity).toBeCloseTo(0.288, 3);
    // The publisher's own figure.
    expect(core?.clustering).toBeCloseTo(0.3994, 4);
    expect([enron?.neighbours.size]).toEqual([36_691]);
  });

  it('are read to the last record, and their attacks left out where they are labelled', async () => {
    const events = new Map<string, number>();
    for (const set of recordedSets(lookup)) {
      let count = 0;
      for await (const one of set.seen()) count += one.event.id === '' ? 0 : 1;
      events.set(set.id, count);
    }
    // Not every machine can unpack the last.
    const { spamassassin = 4150, ...others } = Object.fromEntries(events);
    expect({ spamassassin, ...others }).toEqual({ 'invictus-o365': 3114, faketshirt: 48_251, spamassassin: 4150 });
  }, 120_000);
});
