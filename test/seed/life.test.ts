// Ordinary life: how much, when, where from, and what is out of the ordinary in it.

import { describe, expect, it } from 'vitest';
import { worksOn } from '../../seed/background/absence.ts';
import { attendance, dayDice } from '../../seed/background/attendance.ts';
import { localTime, workingDays } from '../../seed/calendar.ts';
import type { Oddity, OddityKind } from '../../seed/chronicle.ts';
import { cities, carriers, placeAt } from '../../seed/network.ts';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import { onDay, type Person, type Tenant } from '../../seed/tenant.ts';
import { kmBetween } from '../../src/model/sphere.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { actorOf, countBy, fieldsOf, from, livedDays, named, openScene, openWorld, textOf, type Wishes } from './living.ts';

const world = openWorld({ people: 60, days: 35 });
const started = process.cpuUsage();
const lived = livedDays(world);
const records = lived.flat();
const cpu = process.cpuUsage(started);
const personDays = 60 * 35;

const errorOf = (record: SeedRecord): number => (fieldsOf(record)['status'] as { errorCode: number }).errorCode;
const interactive = from(records, 'entra-sign-in').filter((record) => {
  const { isInteractive, userPrincipalName } = fieldsOf(record);
  return isInteractive === true && !textOf(userPrincipalName).startsWith('svc-');
});

describe('the days of sixty people', () => {
  it('leave as much as those of people do, from every source', () => {
    const perPersonDay = (source: SeedRecord['source']) => from(records, source).length / personDays;
    expect(records.length / personDays).toBeGreaterThan(15);
    expect(records.length / personDays).toBeLessThan(45);
    expect(perPersonDay('m365-audit')).toBeGreaterThan(10);
    expect(perPersonDay('entra-sign-in')).toBeGreaterThan(3);
    expect(perPersonDay('email')).toBeGreaterThan(2);
    expect(perPersonDay('network')).toBeGreaterThan(1);
    expect(perPersonDay('entra-audit')).toBeGreaterThan(0.02);
    expect(perPersonDay('security-alert')).toBeGreaterThan(0.002);
    expect(perPersonDay('security-alert')).toBeLessThan(0.05);
  });

  it('are nobody’s crime', () => expect(records.filter(({ truth }) => truth !== undefined)).toEqual([]));

  it('are read without a complaint, each as what it is', () => {
    const wrong = records.flatMap((entry, line) => {
      // Every third, because reading takes far longer than living.
      if (line % 3 !== 0 || typeof entry.record === 'string') return [];
      const read = readRecord(entry.record, { file: 'life', line });
      return 'reject' in read ? [read.reject.why] : read.reading.event.source === entry.source ? [] : [read.reading.event.source];
    });
    expect(wrong).toEqual([]);
  });

  it('have each id once', () => {
    expect(new Set(records.map(({ source, id }) => `${source} ${id}`)).size).toBe(records.length);
  });

  it('fail to sign in as often as recorded tenants do', () => {
    const share = (...codes: number[]) =>
      interactive.filter((record) => codes.includes(errorOf(record))).length / interactive.length;
    expect(share(0)).toBeGreaterThan(0.82);
    expect(share(0)).toBeLessThan(0.94);
    expect(share(50126)).toBeGreaterThan(0.035);
    expect(share(50126)).toBeLessThan(0.11);
    expect(share(50074, 50076)).toBeGreaterThan(0.004);
    expect(share(50074, 50076)).toBeLessThan(0.03);
    expect(share(500121)).toBeLessThan(0.02);
    expect(share(50140)).toBeGreaterThan(0.01);
  });

  it('are worked by day, and hardly at weekends', () => {
    // Of those who do not work in shifts; service accounts and phones never rest.
    const desks = new Set(world.tenant.people.filter(({ habits }) => !habits.rotates).map(({ upn }) => upn.toLowerCase()));
    const acts = from(records, 'm365-audit').filter((record) => desks.has(actorOf(record)));
    const local = acts.map(({ at }) => new Date(at + hours(11)));
    const share = (test: (when: Date) => boolean) => local.filter(test).length / local.length;
    expect(share((when) => when.getUTCHours() >= 7 && when.getUTCHours() < 21)).toBeGreaterThan(0.9);
    expect(share((when) => when.getUTCHours() >= 1 && when.getUTCHours() < 5)).toBeLessThan(0.03);
    expect(share((when) => when.getUTCDay() % 6 === 0)).toBeLessThan(0.08);
  });

  it('are made fast enough, their records’ text included', () => {
    const before = process.cpuUsage();
    for (const { record } of records) if (typeof record !== 'string') JSON.stringify(record);
    const written = process.cpuUsage(before);
    // Microseconds of processor time a record; several times the goal, because the machine may be busy.
    expect((cpu.user + written.user) / records.length).toBeLessThan(400);
  });
});

describe('the same seed', () => {
  it('lives the same days, another seed others', () => {
    const ids = (wishes: Wishes) =>
      livedDays(openWorld({ people: 20, days: 5, ...wishes }))
        .flat()
        .map(({ source, id, at }) => `${source} ${id} ${at}`);
    expect(ids({ seed: 'ana' })).toEqual(ids({ seed: 'ana' }));
    expect(ids({ seed: 'ana' })).not.toEqual(ids({ seed: 'bo' }));
  });

  it('lives the same days when the calendar is moved by whole days', () => {
    const [scene, later] = [openWorld({ people: 20, days: 5 }), openWorld({ people: 20, days: 5 })];
    const moved = { ...later, calendar: { ...later.calendar, start: later.calendar.start + days(200), shift: days(200) } };
    const told = (list: SeedRecord[][], by: number) => list.flat().map(({ id, at }) => `${id} ${at - by}`);
    expect(told(livedDays(moved), days(200))).toEqual(told(livedDays(scene), 0));
  });

  it('says the same record twice when asked twice', () => {
    const some = records.filter((_, place) => place % 97 === 0);
    expect(some.map(({ record }) => JSON.stringify(record))).toEqual(some.map(({ record }) => JSON.stringify(record)));
  });
});

describe('mail', () => {
  const read = new Map<string, number>();
  for (const record of named(records, 'MailItemsAccessed')) {
    const folders = (fieldsOf(record)['Folders'] ?? []) as { FolderItems: { InternetMessageId: string }[] }[];
    for (const { InternetMessageId } of folders.flatMap(({ FolderItems }) => FolderItems)) read.set(InternetMessageId, record.at);
  }
  const sent = named(records, 'Send').map((record) => fieldsOf(record)['Item'] as { InternetMessageId: string; Subject: string });
  const trace = from(records, 'email')
    .filter(({ record }) => typeof record !== 'string')
    .map(fieldsOf);

  it('that was sent is read later under the same id', () => {
    const internal = new Set(
      trace.filter(({ Directionality }) => Directionality === 'Intra-org').map(({ MessageId }) => textOf(MessageId)),
    );
    const arrived = sent.filter(({ InternetMessageId }) => internal.has(InternetMessageId));
    const wasRead = arrived.filter(({ InternetMessageId }) => read.has(InternetMessageId));
    expect(arrived.length).toBeGreaterThan(500);
    expect(wasRead.length / arrived.length).toBeGreaterThan(0.6);
  });

  it('is answered: a third of what people send begins with RE', () => {
    const answers = sent.filter(({ Subject }) => Subject.startsWith('RE: '));
    expect(answers.length / sent.length).toBeGreaterThan(0.2);
    expect(answers.length / sent.length).toBeLessThan(0.7);
  });

  it('is answered after about an hour, and sometimes much later', () => {
    const firstSent = new Map<string, number>();
    const waits: number[] = [];
    const inOrder = named(records, 'Send').sort((a, b) => a.at - b.at);
    for (const record of inOrder) {
      const { Subject } = fieldsOf(record)['Item'] as { Subject: string };
      const topic = Subject.replace(/^RE: /, '');
      const before = firstSent.get(topic);
      if (Subject.startsWith('RE: ') && before !== undefined && /\d/.test(topic)) waits.push(record.at - before);
      firstSent.set(topic, record.at);
    }
    const sorted = waits.sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    expect(median).toBeGreaterThan(minutes(15));
    expect(median).toBeLessThan(hours(30));
    expect(sorted.at(-1)).toBeGreaterThan(hours(20));
  });

  it('stays within a circle: one writes to few of all', () => {
    const partners = new Map<string, Set<string>>();
    for (const { SenderAddress, RecipientAddress, Directionality } of trace) {
      if (Directionality !== 'Intra-org') continue;
      const known = partners.get(textOf(SenderAddress)) ?? new Set<string>();
      partners.set(textOf(SenderAddress), known.add(textOf(RecipientAddress)));
    }
    const sizes = [...partners.values()].map((known) => known.size).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThan(45);
  });

  it('does not pile up: what nobody reads is bounded', () => {
    const small = openWorld({ people: 20, days: 30 });
    livedDays(small);
    for (const { mailbox } of small.tenant.people) expect(small.post.recent(mailbox).length).toBeLessThanOrEqual(12);
  });

  it('is not traced where no trace is kept', () => {
    const untraced = livedDays(
      openWorld({
        people: 20,
        days: 3,
        telemetry: { messageTrace: false, wholeMessages: 0, network: false, alerts: false, nonInteractive: false },
      }),
    ).flat();
    expect(new Set(untraced.map(({ source }) => source))).toEqual(new Set(['m365-audit', 'entra-sign-in', 'entra-audit']));
  });
});

describe('what people set up in their mailboxes', () => {
  const year = openWorld({
    people: 60,
    days: 120,
    seed: 'settings',
    telemetry: { network: false, nonInteractive: false, messageTrace: false },
  });
  const settings = livedDays(year).flat();
  const home = `@${year.tenant.domain}`;
  const values = (record: SeedRecord, ...names: string[]) =>
    ((fieldsOf(record)['Parameters'] ?? []) as { Name: string; Value: string }[])
      .filter(({ Name, Value }) => names.includes(Name) && Value !== '')
      .map(({ Value }) => Value);

  it('forwards to colleagues only, and stops when they are back', () => {
    const set = named(settings, 'Set-Mailbox');
    const to = set.flatMap((record) => values(record, 'ForwardingSmtpAddress', 'ForwardingAddress'));
    expect(to.length).toBeGreaterThan(0);
    expect(to.filter((address) => !address.toLowerCase().endsWith(home))).toEqual([]);
    expect(set.length).toBeGreaterThan(to.length);
  });

  it('sorts mail into folders, and sends a copy to nobody outside', () => {
    const rules = named(settings, 'New-InboxRule', 'Set-InboxRule');
    const copies = rules.flatMap((record) => values(record, 'ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'));
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.flatMap((record) => values(record, 'MoveToFolder')).length).toBeGreaterThan(rules.length / 2);
    expect(copies.filter((address) => !address.toLowerCase().includes(home))).toEqual([]);
  });
});

describe('programs', () => {
  it('sign in on their schedule, day and night, from where they stand', () => {
    const [account] = world.tenant.serviceAccounts.filter(({ every }) => every <= 240);
    if (account === undefined) throw new Error('no service account has a schedule');
    const own = from(records, 'entra-sign-in').filter((record) => actorOf(record) === account.upn.toLowerCase());
    const perDay = own.length / 35;
    expect(perDay).toBeGreaterThan((1_440 / account.every) * 0.9);
    expect(perDay).toBeLessThan((1_440 / account.every) * 1.2);
    expect(new Set(own.map((record) => fieldsOf(record)['ipAddress']))).toEqual(new Set([account.place.address]));
  });

  it('read mail with rights of their own', () => {
    const apps = new Set(world.tenant.apps.map(({ appId }) => appId));
    const reading = named(records, 'MailItemsAccessed').filter((record) =>
      apps.has(textOf(fieldsOf(record)['ClientAppId']) || textOf(fieldsOf(record)['AppId'])),
    );
    expect(reading.length).toBeGreaterThan(10);
  });
});

describe('attendance', () => {
  const { tenant, calendar } = world;

  it('is the same whoever asks, and asks again', () => {
    const [person] = tenant.people as [Person];
    const asked = () => attendance(world, dayDice(world, person, 9), person, 9);
    expect(asked()).toEqual(asked());
  });

  it('keeps most people from work at weekends and on holidays, and some on any day', () => {
    const office = tenant.people.filter(({ habits }) => !habits.rotates);
    const share = (scene: typeof world, index: number) =>
      office.filter((person) => worksOn(scene.calendar, person, index)).length / office.length;
    const january = { ...world, calendar: { ...calendar, start: Date.UTC(2026, 0, 26) } };
    expect(share(world, 5)).toBe(0);
    expect(share(january, 0)).toBe(0);
    const [monday, ...others] = workingDays(calendar, 0, 34, tenant.offices[0].region).map((index) => share(world, index));
    expect(monday).toBeLessThan(1);
    expect(Math.min(...others)).toBeGreaterThan(0.6);
  });

  it('puts nobody in two cities sooner than an aeroplane could', () => {
    const scene = openScene({ people: 300, days: 120, seed: 'travel' });
    const travellers = scene.tenant.people.filter((person) => scene.chronicle.of(person).some(({ kind }) => kind === 'journey'));
    expect(travellers.length).toBeGreaterThan(15);
    for (const person of travellers) expect(fastest(scene, person)).toBeLessThan(1_000);
  });

  /** Kilometres an hour between the end of one day at the laptop and the beginning of the next. */
  function fastest(scene: typeof world | ReturnType<typeof openScene>, person: Person): number {
    const exits = new Set(scene.tenant.vpnExits.map(({ address }) => address));
    let speed = 0;
    let last: { at: number; city: Parameters<typeof kmBetween>[0] } | undefined;
    for (let index = 0; index < scene.calendar.dayCount; index++) {
      if (scene.chronicle.of(person).some(({ kind }) => kind === 'private-vpn')) return 0;
      const day = attendance(scene, dayDice(scene, person, index), person, index);
      if (day === undefined || day.leg === 'flying' || exits.has(day.place.address)) continue;
      const between = last === undefined ? 0 : kmBetween(last.city, day.place.city);
      if (last !== undefined && between > 500) speed = Math.max(speed, between / Math.max(0.1, (day.from - last.at) / hours(1)));
      last = { at: Math.min(day.until, localTime(scene.calendar, index, 23 * 60, day.place.city.zone)), city: day.place.city };
    }
    return speed;
  }

  it('has no day before the first nor after the last', () => {
    for (const person of tenant.people) {
      for (let index = 0; index < 35; index++) {
        const there = index >= person.stays.from && index <= person.stays.until;
        expect(attendance(world, dayDice(world, person, index), person, index) !== undefined).toBe(there);
      }
    }
  });
});

describe('joining and leaving', () => {
  const acts = (person: Person) =>
    lived.flatMap((day, index) =>
      day.filter((record) => actorOf(record) === person.upn.toLowerCase()).map((record) => ({ record, index })),
    );

  it('leaves nothing before the first day at work but the account', () => {
    const joiners = world.tenant.people.filter(({ stays }) => stays.from > 3 && stays.from < 31);
    expect(joiners.length).toBeGreaterThan(0);
    for (const person of joiners) {
      const first = world.chronicle.of(person).find(({ kind }) => kind === 'joined')?.until ?? Infinity;
      expect(first).toBeGreaterThanOrEqual(person.stays.from);
      expect(acts(person).filter(({ index }) => index < first)).toEqual([]);
      const made = named(records, 'Add user.').filter((record) => fieldsOf(record)['ObjectId'] === person.upn);
      expect(made).toHaveLength(1);
      expect(acts(person).length).toBeGreaterThan(0);
    }
  });

  it('leaves nothing after the last day, and closes the account', () => {
    const leavers = world.tenant.people.filter(({ stays }) => stays.until > 3 && stays.until < 33);
    expect(leavers.length).toBeGreaterThan(0);
    for (const person of leavers) {
      const after = acts(person).filter(({ index }) => index > person.stays.until);
      expect(after.map(({ record }) => record.id)).toEqual([]);
      expect(named(records, 'Disable account.').filter((record) => fieldsOf(record)['ObjectId'] === person.upn)).toHaveLength(1);
    }
  });
});

describe('what is out of the ordinary', () => {
  const day = 8;
  const options = { people: 60, days: 14, seed: 'odd' } as const;
  const hotel = placeAt(createRng('hotel'), carriers.singtel, cities.singapore);

  /** Somebody at work that day whom nothing else happens to. */
  function usual(tenant: Tenant, calendar: Parameters<typeof worksOn>[0]): Person {
    const found = tenant.people.find(
      (person) =>
        person.stays.from < 0 &&
        person.stays.until > 14 &&
        person.secondFactor === 'app' &&
        !person.habits.rotates &&
        person.habits.homeDays < 0.5 &&
        [day, day + 1, day + 2].every((index) => worksOn(calendar, person, index)),
    );
    if (found === undefined) throw new Error('everybody is ill');
    return found;
  }

  function withOddity(
    kind: OddityKind,
    more: Partial<Oddity> = {},
  ): { today: SeedRecord[]; mine: SeedRecord[]; person: Person; before: SeedRecord[] } {
    const odd = openWorld({
      ...options,
      oddities: (tenant, calendar) => [{ kind, person: usual(tenant, calendar), from: day, until: day, ...more }],
    });
    const person = usual(odd.tenant, odd.calendar);
    const all = livedDays(odd, day - 1, day);
    const today = all[day] ?? [];
    return {
      today,
      mine: today.filter((record) => actorOf(record) === person.upn.toLowerCase()),
      person,
      before: all[day - 1] ?? [],
    };
  }

  /** The same for the company. */
  function withOddDay(kind: OddityKind, more: Partial<Oddity> = {}): SeedRecord[][] {
    return livedDays(openWorld({ ...options, oddities: () => [{ kind, from: day, until: day, ...more }] }), day, day);
  }

  it('a journey: signed in from there', () => {
    const { mine } = withOddity('journey', { from: day - 2, until: day + 3, place: hotel });
    const countries = from(mine, 'entra-sign-in').map(
      (record) => (fieldsOf(record)['location'] as { countryOrRegion: string }).countryOrRegion,
    );
    expect(countries).toContain('SG');
  });

  it('a private VPN: signed in through it on days at home', () => {
    const exit = placeAt(createRng('exit'), carriers.hetzner, cities.falkenstein);
    const odd = openWorld({
      ...options,
      oddities: (tenant) => tenant.people.map((person) => ({ kind: 'private-vpn', person, from: 0, until: 14, place: exit })),
    });
    const through = livedDays(odd, 0, 4)
      .flat()
      .filter((record) => fieldsOf(record)['ipAddress'] === exit.address);
    expect(through.length).toBeGreaterThan(5);
  });

  it.each<[OddityKind, readonly string[]]>([
    ['new-phone', ['Update user.']],
    ['new-number', ['Update user.']],
    ['spring-cleaning', ['SoftDelete']],
    ['consented-to-app', ['Consent to application.']],
  ])('%s', (kind, operations) => {
    const { mine } = withOddity(kind);
    for (const name of operations) expect(named(mine, name).length).toBeGreaterThan(0);
  });

  it.each<OddityKind>(['new-phone', 'new-laptop'])('%s: registered with the directory', (kind) => {
    const { today, person } = withOddity(kind);
    const device = onDay(kind === 'new-phone' ? person.phones : person.laptops, day).name;
    const added = named(today, 'Add device.').filter(({ record }) => JSON.stringify(record).includes(device));
    expect(added.length).toBeGreaterThan(0);
  });

  it('an inbox rule, made one way or the other', () => {
    expect(named(withOddity('inbox-rule').mine, 'New-InboxRule', 'UpdateInboxRules').length).toBeGreaterThan(0);
  });

  it('a second factor registered again, noted by the registration pages', () => {
    const { today } = withOddity('second-factor-registered-again');
    const notes = from(today, 'entra-audit').filter((record) =>
      textOf(fieldsOf(record)['activityDisplayName']).includes('security info'),
    );
    expect(notes.length).toBeGreaterThan(0);
  });

  it('a forgotten password: wrong, wrong, wrong, reset, in', () => {
    const { mine, today, person } = withOddity('forgotten-password');
    const codes = from(mine, 'entra-sign-in')
      .sort((a, b) => a.at - b.at)
      .map(errorOf);
    expect(codes.filter((code) => code === 50126).length).toBeGreaterThanOrEqual(3);
    const reset = named(today, 'Reset user password.', 'Reset password (self-service).').filter(
      (record) => fieldsOf(record)['ObjectId'] === person.upn,
    );
    expect(reset.length).toBeGreaterThan(0);
    expect(codes.lastIndexOf(0)).toBeGreaterThan(codes.indexOf(50126));
  });

  it('a large download: many files in minutes', () => {
    const { mine } = withOddity('large-download');
    expect(named(mine, 'FileDownloaded').length).toBeGreaterThan(55);
  });

  it('a call at night: signed in in the small hours', () => {
    const { mine, person } = withOddity('on-call');
    const midnight = localTime(world.calendar, day, 0, person.office.city.zone);
    expect(from(mine, 'entra-sign-in').filter(({ at }) => at - midnight < hours(5) && at >= midnight).length).toBeGreaterThan(0);
  });

  it('work at night: late, from home', () => {
    const { mine, person } = withOddity('works-at-night');
    const late = localTime(world.calendar, day, 21 * 60, person.office.city.zone);
    const home = onDay(person.homes, day).address;
    expect(mine.filter((record) => record.at > late && JSON.stringify(record.record).includes(home)).length).toBeGreaterThan(2);
  });

  it('another team: out of one group, into another', () => {
    const { today } = withOddity('changed-team');
    expect(named(today, 'Add member to group.').length).toBeGreaterThan(0);
    expect(named(today, 'Remove member from group.').length).toBeGreaterThan(0);
  });

  it('a blast by marketing: one sender, many outside', () => {
    const outbound = from(withOddDay('marketing-blast')[day] ?? [], 'email').filter(
      (record) => fieldsOf(record)['Directionality'] === 'Outbound',
    );
    expect(Math.max(...countBy(outbound, (record) => textOf(fieldsOf(record)['SenderAddress'])).values())).toBeGreaterThanOrEqual(
      80,
    );
  });

  it('a migration of mailboxes: one administrator, mailbox after mailbox', () => {
    expect(named(withOddDay('mailbox-migration')[day] ?? [], 'Add-MailboxPermission').length).toBeGreaterThanOrEqual(10);
  });

  it('a reorganisation: titles and groups of many', () => {
    const today = withOddDay('reorganisation')[day] ?? [];
    expect(named(today, 'Add member to group.').length).toBeGreaterThanOrEqual(5);
    expect(named(today, 'Update user.').length).toBeGreaterThanOrEqual(5);
  });

  it('a merger: whoever has just come gets into the common group', () => {
    const joined = openScene(options)
      .tenant.people.map(({ stays }) => stays.from)
      .filter((first) => first > 0 && first < 12);
    const [first = 0] = joined;
    const all = livedDays(
      openWorld({ ...options, oddities: () => [{ kind: 'merger', from: first, until: first }] }),
      first,
      first,
    );
    const quiet = livedDays(openWorld({ ...options, oddities: () => [] }), first, first);
    const groups = (lists: SeedRecord[][]) => named(lists[first] ?? [], 'Add member to group.').length;
    expect(joined.length).toBeGreaterThan(0);
    expect(groups(all)).toBeGreaterThan(groups(quiet));
  });

  it('administrators’ work in bulk: one actor, many people, minutes', () => {
    const today = withOddDay('admin-bulk-work')[day] ?? [];
    const changes = from(today, 'entra-audit').sort((a, b) => a.at - b.at);
    const spans = changes.slice(0, -10).map((record, place) => (changes[place + 10]?.at ?? Infinity) - record.at);
    expect(Math.min(...spans)).toBeLessThan(minutes(2));
  });

  it('a test by phishing: one strange domain to most people, some of whom follow the link', () => {
    const today = withOddDay('phishing-test')[day] ?? [];
    const inbound = from(today, 'email')
      .map(fieldsOf)
      .filter(({ Directionality }) => Directionality === 'Inbound');
    const domains = countBy(inbound, ({ SenderAddress }) => textOf(SenderAddress).replace(/.*@/, ''));
    expect(Math.max(...domains.values())).toBeGreaterThan(30);
  });

  it('a test of passwords: many people, one address, no success', () => {
    const exit = placeAt(createRng('consultancy'), carriers.leaseweb, cities.amsterdam);
    const tries = (withOddDay('penetration-test', { place: exit })[day] ?? []).filter(
      (record) => fieldsOf(record)['ipAddress'] === exit.address,
    );
    expect(new Set(tries.map(actorOf)).size).toBeGreaterThanOrEqual(8);
    expect(tries.filter((record) => ![50126, 50034].includes(errorOf(record)))).toEqual([]);
  });

  it('an outage of a sensor: that office’s network is silent for the day', () => {
    const { exit } = openScene(options).tenant.offices[0];
    const [silent, usually] = [withOddDay('sensor-outage', { place: exit }), withOddDay('holiday')].map(
      (all) => from(all[day] ?? [], 'network').length,
    );
    expect(silent).toBeLessThan((usually ?? 0) / 2);
  });

  it('a holiday: as quiet as a Sunday', () => {
    const january = livedDays(openWorld({ ...options, start: Date.UTC(2026, 0, 19) }), 7, 8);
    expect(january[7]?.length ?? 0).toBeLessThan((january[8]?.length ?? 0) / 2);
  });

  it('is planned at the rate at which it happens to people', () => {
    const { chronicle, tenant } = openScene({ people: 300, days: 365, seed: 'a year' });
    const counts = countBy([...chronicle.all], ({ kind }) => kind);
    const perPerson = (kind: OddityKind) => (counts.get(kind) ?? 0) / 300;
    expect(perPerson('forgotten-password')).toBeGreaterThan(0.7);
    expect(perPerson('forgotten-password')).toBeLessThan(1.5);
    expect(perPerson('inbox-rule')).toBeGreaterThan(0.5);
    expect(perPerson('journey')).toBeGreaterThan(0.2);
    expect(perPerson('journey')).toBeLessThan(2);
    const travel = tenant.people.filter((person) => chronicle.of(person).some(({ kind }) => kind === 'journey'));
    expect(travel.length / 300).toBeLessThan(0.5);
    const kinds: OddityKind[] = [
      'journey',
      'new-phone',
      'new-number',
      'new-laptop',
      'moved-house',
      'joined',
      'left',
      'changed-team',
      'private-vpn',
      'works-at-night',
      'spring-cleaning',
      'consented-to-app',
      'large-download',
      'on-call',
      'holiday',
      'marketing-blast',
      'admin-bulk-work',
      'phishing-test',
    ];
    expect(kinds.filter((kind) => !counts.has(kind))).toEqual([]);
  });

  it('leaves the rest of the days quiet: none without an oddity', () => {
    const quiet = livedDays(openWorld({ ...options, oddities: () => [] }), day - 4, day).flat();
    expect(named(quiet, 'Add device.', 'Consent to application.', 'Add user.', 'Disable account.')).toEqual([]);
  });
});

describe('text messages that go elsewhere', () => {
  const until = Date.UTC(2026, 1, 14);
  const victims = (tenant: Tenant) =>
    tenant.people.filter(({ secondFactor }) => secondFactor === 'sms' || secondFactor === 'call');
  const diverted = openWorld({
    people: 120,
    days: 12,
    seed: 'diverted',
    diversions: (tenant) => victims(tenant).map((person) => ({ person, from: 0, until })),
  });
  const signIns = from(livedDays(diverted).flat(), 'entra-sign-in').filter(
    (record) => fieldsOf(record)['isInteractive'] === true,
  );
  const of = (people: readonly Person[]) => {
    const names = new Set(people.map(({ upn }) => upn.toLowerCase()));
    return signIns.filter((record) => names.has(actorOf(record)));
  };
  const prompted = (list: SeedRecord[]) =>
    list.filter((record) =>
      textOf((fieldsOf(record)['status'] as { additionalDetails: unknown }).additionalDetails).startsWith('MFA completed'),
    );

  it('answer no prompt of the one they are meant for', () => {
    expect(prompted(of(victims(diverted.tenant)))).toEqual([]);
    expect(of(victims(diverted.tenant)).filter((record) => errorOf(record) === 500121).length).toBeGreaterThan(0);
  });

  it('and everybody else’s are answered', () => {
    const others = diverted.tenant.people.filter((person) => !victims(diverted.tenant).includes(person));
    expect(prompted(of(others)).length).toBeGreaterThan(0);
  });
});
