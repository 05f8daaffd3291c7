// Lives told from stored habits: what a person would read of a worker, a night nurse, a traveller, a machine.

import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../src/learn/dimension.ts';
import { lifeOf } from '../../src/learn/life.ts';
import type { Lived } from '../../src/learn/life/strand.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { dayOf, midnightOf } from '../../src/model/time.ts';
import type { Day } from '../../src/model/time.ts';
import { tellLife } from '../../src/narrate/life.ts';
import type { LifeSentence, Subject } from '../../src/narrate/life.ts';

/** Friday 13 March 2026. */
const asOf = dayOf(Date.UTC(2026, 2, 13));
const nobody: Subject = { kind: 'person', names: ['ana@contoso.test'], group: undefined };

type When = (day: Day) => number;

/** Monday is 0. */
const weekday = (day: Day): number => (day + 3) % 7;
const onWorkDays =
  (each: number): When =>
  (day) =>
    weekday(day) < 5 ? each : 0;

/** A habit over the days before today, youngest at `until` days back. */
function habit(dimension: Dimension, value: string, each: When, since = 70, until = 0, called = value): Lived {
  const days: Day[] = [];
  for (let day = asOf - since; day <= asOf - until; day += 1) if (each(day) > 0) days.push(day);
  const at = (day: Day | undefined) => midnightOf(day ?? asOf);
  return { dimension, value, name: called, days, counts: days.map(each), firstAt: at(days[0]), lastAt: at(days.at(-1)) };
}

const told = (habits: readonly Lived[], label: EntityLabel = 'User', subject = nobody): readonly LifeSentence[] =>
  tellLife(lifeOf(label, habits, asOf), subject);
const says = (...given: Parameters<typeof told>): readonly string[] => told(...given).map((sentence) => sentence.says);
const hoursOf = (hours: readonly number[], each: When): Lived[] =>
  hours.map((hour) => habit('hour', String(hour).padStart(2, '0'), each));

describe('a pattern of life', () => {
  it('of somebody who works by day says when, where from, with what, each with its counts', () => {
    const work = [
      // 8 to 17 h in Madrid is 7 to 16 h UTC in winter
      ...hoursOf([7, 8, 9, 10, 11, 12, 13, 14, 15], onWorkDays(2)),
      habit('hour', '20', (day) => (day === asOf - 20 ? 3 : 0)),
      habit('zone', 'Europe/Madrid', onWorkDays(2)),
      habit('country', 'ES', onWorkDays(8)),
      habit('country', 'PT', (day) => (day === asOf - 40 ? 4 : 0)),
      habit('network', '64500', onWorkDays(8), 70, 0, 'Example Telecom'),
      habit('device', 'd-1', onWorkDays(7), 70, 0, 'LAPTOP-7'),
      habit('device', 'd-2', onWorkDays(1), 70, 0, 'PHONE'),
      habit('mailbox', 'ana@contoso.test', onWorkDays(5)),
      habit('mailbox', 'sales@contoso.test', onWorkDays(1)),
      habit('amount', 'mailOpened', (day) => (day === asOf - 10 ? 120 : onWorkDays(40)(day))),
    ];
    expect(says(work)).toEqual([
      'seen on 53 days between 2 January and 13 March',
      'is active between 8 and 17 h Madrid time on working days (918 of 921 acts on 52 days)',
      'signs in from two countries: Spain (408 of 412 sign-ins) and Portugal (4)',
      'signs in from AS64500 Example Telecom (408 sign-ins on 51 days)',
      'signs in with two devices: LAPTOP-7 (357 of 408 sign-ins) and PHONE (51)',
      'opens two mailboxes: their own (255 of 306 times) and sales@contoso.test (51)',
      'opens 40 mails on a usual day, at most 120 (44 days of the last 60)',
    ]);
  });

  it('carries its counts as data', () => {
    const [, countries] = told([habit('country', 'ES', onWorkDays(3)), habit('country', 'PT', onWorkDays(1), 7)]);
    expect(countries).toMatchObject({ dimension: 'country', total: 159, valueCount: 2 });
    expect(countries?.values).toMatchObject([
      { value: 'ES', name: 'Spain', count: 153, days: 51, isNew: false, isFading: false },
      { value: 'PT', name: 'Portugal', count: 6, days: 6, isNew: true, isFading: false },
    ]);
    expect(countries?.values[0]?.share).toBeCloseTo(153 / 159);
  });

  it('of a night shift is told by the night that began the day before', () => {
    const nights = [...hoursOf([21, 22, 23], onWorkDays(2)), ...hoursOf([0, 1, 2, 3, 4], (day) => onWorkDays(2)(day - 1))];
    expect(says([...nights, habit('zone', 'Europe/Madrid', onWorkDays(1))])[1]).toMatch(
      /^is active between 22 and 6 h Madrid time on working days/,
    );
  });

  it('of somebody without hours says so', () => {
    const always = hoursOf(
      Array.from({ length: 24 }, (_, hour) => hour),
      () => 1,
    );
    expect(says(always)[1]).toBe('is active at all hours on every day of the week (1,704 of 1,704 acts on 71 days)');
  });

  it('of a clock that changes stays the same: daylight saving is no other life', () => {
    const summer = dayOf(Date.UTC(2026, 5, 1));
    const morning = (hour: string, since: Day, until: Day): Lived => ({
      ...habit('hour', hour, () => 0),
      days: Array.from({ length: until - since }, (_, n) => since + n),
      counts: Array.from({ length: until - since }, () => 3),
    });
    const change = dayOf(Date.UTC(2026, 2, 29));
    const rows = [morning('08', summer - 80, change), morning('07', change, summer)];
    const [, week] = tellLife(lifeOf('User', [...rows, { ...habit('zone', 'Europe/Madrid', () => 1) }], summer), nobody);
    expect(week?.says).toMatch(/^is active between 9 and 10 h Madrid time on every day of the week/);
  });

  it('of a traveller lists the countries, the most used first, and counts the rest', () => {
    const trips = ['FR', 'IT', 'US', 'JP', 'BR'].map((code, index) =>
      habit('country', code, onWorkDays(5 - index), 60 - index * 10, 55 - index * 10),
    );
    expect(says([habit('country', 'ES', onWorkDays(9)), ...trips])[1]).toMatch(
      /^signs in from six countries: Spain \(\d+ of \d+ sign-ins\), France \(\d+\), .* and two more$/,
    );
  });

  it('of a newcomer says that little is known, and who is the measure instead', () => {
    const first = [habit('country', 'ES', onWorkDays(2), 2)];
    const group = { label: 'Finance: 14 people, VendorPay site' };
    expect(says(first, 'User', { ...nobody, group })[0]).toBe(
      'seen on three days between 11 March and 13 March: little is known yet; judged by their group (Finance: 14 people, VendorPay site)',
    );
    expect(says(first)[0]).toContain('judged by everybody in the organisation, being in no group');
    expect(says(first).join()).not.toContain('new since');
    expect(says([habit('country', 'ES', onWorkDays(2))])[0]).not.toContain('little is known');
  });

  it('of somebody nothing was learned of says that', () => {
    expect(told([])).toMatchObject([{ says: 'nothing has been learned yet', values: [] }]);
  });

  it('of somebody who has not been seen for weeks says since when', () => {
    expect(says([habit('country', 'ES', onWorkDays(2), 70, 30)])[0]).toBe(
      'seen on 29 days between 2 January and 11 February, and on none of the 30 days since',
    );
  });

  it('of a service is a service’s', () => {
    const service = { ...nobody, kind: 'service', names: [] };
    expect(says([habit('app', 'app-1', () => 24, 2, 0, 'Backup')], 'User', service)).toEqual([
      'seen on three days between 11 March and 13 March: little is known yet; judged by what is usual for services',
      'signs in to Backup (72 sign-ins on 3 days)',
    ]);
  });

  it('of a shared mailbox says who opens it, with what, and who writes to it', () => {
    const mailbox = [
      habit('reader', 'ana', onWorkDays(4), 70, 0, 'ana@contoso.test'),
      habit('reader', 'bo', onWorkDays(2), 70, 0, 'bo@contoso.test'),
      habit('appMailbox', 'app-1', onWorkDays(1), 70, 0, 'Archiver'),
      habit('readerClient', 'mailAccess Outlook', onWorkDays(7)),
      habit('hearsFrom', 'supplier.test', onWorkDays(3)),
      habit('correspondent', 'cy', onWorkDays(1), 70, 0, 'cy@contoso.test'),
    ];
    expect(says(mailbox, 'Mailbox', { ...nobody, kind: undefined, names: [] }).slice(1)).toEqual([
      'is opened by two people: ana@contoso.test (204 of 306 times) and bo@contoso.test (102)',
      'is opened by Archiver (51 times on 51 days)',
      'is opened with Outlook to read mail (357 times on 51 days)',
      'is written to by cy@contoso.test (51 mails on 51 days)',
      'gets mail from supplier.test (153 mails on 51 days)',
    ]);
  });

  it('of a device says whose it is, and that a second person on it is new', () => {
    const device = [
      habit('deviceUser', 'ana', onWorkDays(4), 70, 0, 'ana@contoso.test'),
      habit('deviceUser', 'bo', onWorkDays(1), 4, 0, 'bo@contoso.test'),
    ];
    expect(says(device, 'Device', { ...nobody, names: [] })[1]).toBe(
      'is used by two people: ana@contoso.test (204 of 209 sign-ins) and bo@contoso.test (5, new since 9 March)',
    );
  });

  it('of an application says which mailboxes it opens, and from where it signs in', () => {
    const app = [habit('appMailbox', 'ana@contoso.test', onWorkDays(1)), habit('appNetwork', '64500', onWorkDays(1))];
    expect(says(app, 'App').slice(1)).toEqual([
      'opens ana@contoso.test (51 times on 51 days)',
      'signs in from AS64500 (51 sign-ins on 51 days)',
    ]);
  });
});

describe('drift', () => {
  it('of somebody who moved is told as until and since', () => {
    const moved = [habit('country', 'DE', onWorkDays(3), 70, 40), habit('country', 'PT', onWorkDays(3), 37)];
    expect(says(moved)[1]).toBe(
      'signs in from Portugal (84 of 147 sign-ins); until 30 January: Germany; since 4 February: Portugal',
    );
  });

  it('of a journey is none: both go on', () => {
    const journey = [
      habit('country', 'DE', (day) => (day > asOf - 40 && day < asOf - 33 ? 0 : onWorkDays(3)(day))),
      habit('country', 'PT', onWorkDays(3), 39, 34),
    ];
    expect(says(journey)[1]).not.toContain('until');
    expect(says(journey)[1]).not.toContain('since');
  });

  it('reads the hours of somebody who moved by the new clock alone', () => {
    const moved = [
      habit('zone', 'Europe/Madrid', onWorkDays(3), 70, 40),
      habit('zone', 'America/New_York', onWorkDays(3), 37),
      ...[8, 9, 10, 11, 12, 13, 14, 15].map((hour) => habit('hour', String(hour), onWorkDays(2), 70, 40)),
      ...[14, 15, 16, 17, 18, 19, 20, 21].map((hour) => habit('hour', String(hour), onWorkDays(2), 37)),
    ];
    // daylight saving began in New York on 8 March
    expect(says(moved)[1]).toMatch(/^is active between 9 and 17 h New York time on working days/);
    expect(says(moved)[2]).toContain('until 30 January: Madrid; since 4 February: New York');
  });

  it('of a new phone says since when, and of an old one until when', () => {
    const phones = [
      habit('device', 'laptop', onWorkDays(3)),
      habit('device', 'old', onWorkDays(1), 70, 33, 'OLD'),
      habit('device', 'new', onWorkDays(1), 5, 0, 'NEW'),
    ];
    expect(says(phones)[1]).toBe(
      'signs in with two devices: laptop (153 of 184 sign-ins) and NEW (5, new since 9 March); no more: OLD (26 sign-ins until 6 February)',
    );
  });

  it('leaves alone what is done once a month', () => {
    const monthly = habit('site', 'https://contoso.test/close', (day) => ((asOf - day) % 30 === 20 ? 1 : 0), 200);
    expect(says([habit('site', 'https://contoso.test/daily', onWorkDays(3), 200), monthly])[1]).not.toContain('no more');
  });
});

describe('names from outside', () => {
  const hostile = '\u202egnp.exe\u200b\u0007<b>http://evil.test/\n- signs in from nowhere';

  it('stand in a sentence as one quoted line that does nothing', () => {
    const [, sentence] = told([habit('device', 'd', onWorkDays(1), 70, 0, hostile)]);
    for (const text of [sentence?.says ?? '', sentence?.values[0]?.name ?? '']) {
      expect(text).toMatch(/“gnp\.exe/);
      expect(text).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e<>]|http:/);
    }
  });

  it('are cut, in every dimension and for the group too', () => {
    const long = 'x'.repeat(5_000);
    const every = (['device', 'client', 'app', 'deed', 'mailbox', 'folder', 'site', 'domain', 'zone', 'network'] as const).map(
      (dimension) => habit(dimension, long, onWorkDays(1), 2),
    );
    const all = told(every, 'User', { ...nobody, group: { label: long } });
    expect(all.length).toBeGreaterThan(9);
    for (const { says: text, values } of all) {
      expect(text.length).toBeLessThan(400);
      for (const value of values) expect(value.name.length).toBeLessThan(100);
    }
  });

  it('in great number are counted, and told by the most used', () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      habit('domain', `d${n}.test`, (day) => (day === asOf - (n % 60) ? 1 + (n % 3) : 0)),
    );
    const [, sentence] = told(many);
    expect(sentence?.valueCount).toBe(5_000);
    expect(sentence?.values.length).toBeLessThanOrEqual(40);
    expect(sentence?.says.length).toBeLessThan(500);
    expect(sentence?.says).toContain('writes to 5,000 organisations');
  });
});
